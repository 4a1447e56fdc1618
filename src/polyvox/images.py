"""
Pictures as neutral values: what an image model made, as a link or as bytes, and how to keep it.

Nothing here reaches for the network; `client.images.download` fetches what is only a link.
"""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import field, frozen

from polyvox_core.errors import ConfigError, DecodeError
from polyvox_core.saving import save_bytes

__all__ = ["Image", "Images"]


@frozen
class Image:
    """
    One picture.

    Attributes:
        url: Where it is; None when the backend sent the picture itself.
        b64: The picture in base64; None when the backend sent a link.
        revised_prompt: The prompt that was really drawn, if the backend changed it.
        content_type: Its media type, when the backend says so.
    """

    url: str | None = None
    b64: str | None = field(default=None, repr=False)
    revised_prompt: str | None = None
    content_type: str | None = None

    @property
    def content(self) -> bytes:
        """
        The bytes of the picture, when the backend sent them.

        Raises:
            ConfigError: There is only a link.
            DecodeError: What the backend sent is not base64.
        """
        text = self._inline
        if text is None:
            msg = "The backend sent a link to the picture, not the picture."
            raise ConfigError(msg, hint="Fetch it with client.images.download(image, to=...).")
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError) as error:
            msg = f"The backend sent a picture that is not base64 ({error})."
            raise DecodeError(msg, hint="Ask for a link instead.", body=text[:200]) from None

    @property
    def inline(self) -> bool:
        """Whether the backend sent the picture itself."""
        return self._inline is not None

    @property
    def _inline(self) -> str | None:
        if self.b64 is not None:
            return self.b64
        head, comma, text = (self.url or "").partition(",")
        return text if comma and head.startswith("data:") and head.endswith(";base64") else None

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
        """
        Write the picture to the file *path*, which appears only when it is complete.

        Raises:
            ConfigError: There is only a link, the file exists, or it cannot be written.
            DecodeError: What the backend sent is not base64.
        """
        return save_bytes(self.content, Path(path), overwrite=overwrite)

    def __str__(self) -> str:
        """Return the link, or a word for a picture that came as bytes."""
        return self.url if self.url is not None and self._inline is None else "<inline picture>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the picture, or its link."""
        from polyvox.notebook import image_html  # noqa: PLC0415 - for notebooks only

        return image_html(self)


@frozen
class Images:
    """
    The pictures that one call made; it can be iterated over.

    Attributes:
        images: In the backend's order.
        created: When, in seconds since 1970.
        model: The model that made them, in the backend's words.
        request_id: The server's id of the request, for its operator.
        raw: The whole answer as the generated client's class.
    """

    images: tuple[Image, ...]
    created: int | None = None
    model: str | None = None
    request_id: str | None = None
    raw: Any = field(default=None, repr=False, eq=False)

    @property
    def urls(self) -> list[str]:
        """The links, of those pictures that have one."""
        return [image.url for image in self.images if image.url is not None]

    @property
    def b64(self) -> list[str]:
        """The pictures in base64, of those that came as bytes."""
        return [image.b64 for image in self.images if image.b64 is not None]

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> list[Path]:
        """
        Write all pictures: one to *path*; of several, the second to `cat-2.png`, and so on.

        Raises:
            ConfigError: One is only a link, a file exists, or it cannot be written.
            DecodeError: What the backend sent is not base64.
        """
        first = Path(path)
        targets = [
            first.with_stem(f"{first.stem}-{number}") if number > 1 else first
            for number in range(1, len(self.images) + 1)
        ]
        pictures = [image.content for image in self.images]
        return [
            save_bytes(content, target, overwrite=overwrite)
            for content, target in zip(pictures, targets, strict=True)
        ]

    def __iter__(self) -> Iterator[Image]:
        """Iterate over the pictures."""
        return iter(self.images)

    def __len__(self) -> int:
        """Count the pictures."""
        return len(self.images)

    def __getitem__(self, position: int) -> Image:
        """Give the picture at *position*."""
        return self.images[position]

    def _repr_html_(self) -> str:
        """What a notebook shows: the pictures, or their links."""
        from polyvox.notebook import images_html  # noqa: PLC0415 - for notebooks only

        return images_html(self)
