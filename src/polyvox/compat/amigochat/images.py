"""
`ImageResponse`: the pictures that a call made, as gpt4free's users know them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from polyvox.types import Image, Images

__all__ = ["ImageResponse", "response_of"]


class ImageResponse:
    """
    Pictures.

    Args:
        images: A link, or several; pictures that came as bytes are `data:` URLs.
        alt: What they show.
        options: Whatever else is known of them.
    """

    def __init__(
        self, images: str | list[str], alt: str, options: Mapping[str, Any] | None = None
    ) -> None:
        self.images = images
        self.alt = alt
        self.options = dict(options or {})

    @property
    def image_urls(self) -> list[str]:
        """The links, always as a list."""
        return self.get_list()

    def get_list(self) -> list[str]:
        """The links, always as a list."""
        return [self.images] if isinstance(self.images, str) else list(self.images)

    def get(self, key: str) -> Any:
        """One of the options; None without it."""
        return self.options.get(key)

    def markdown(self) -> str:
        """The pictures as Markdown."""
        alt = self.alt.replace("[", "(").replace("]", ")").replace("\n", " ")
        return "\n".join(f"[![{alt}]({link})]({link})" for link in self.get_list())

    def __iter__(self) -> Iterator[str]:
        """Iterate over the links."""
        return iter(self.get_list())

    def __len__(self) -> int:
        """Count the pictures."""
        return len(self.get_list())

    def __str__(self) -> str:
        """Return the links, one per line."""
        return "\n".join(self.get_list())

    def __repr__(self) -> str:
        """Show what they are, and where."""
        return f"ImageResponse(images={self.images!r}, alt={self.alt!r})"


def _link(image: Image) -> str:
    return image.url or f"data:image/png;base64,{image.b64}"


def response_of(images: Images, prompt: str) -> ImageResponse:
    """The pictures as this library knows them."""
    revised = next((one.revised_prompt for one in images if one.revised_prompt), None)
    facts = {"created": images.created, "model": images.model, "revised_prompt": revised}
    return ImageResponse([_link(one) for one in images], prompt, facts)
