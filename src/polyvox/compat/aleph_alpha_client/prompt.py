"""
Prompts: texts, pictures and token ids, with controls that shift the model's attention.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, TypeAlias

from polyvox.compat.aleph_alpha_client.images import downloaded, file_bytes, pillow
from polyvox.compat.aleph_alpha_client.records import Writable

__all__ = [
    "ControlTokenOverlap",
    "Cropping",
    "Image",
    "ImageControl",
    "Prompt",
    "PromptItem",
    "Text",
    "TextControl",
    "TokenControl",
    "Tokens",
    "item_json",
    "prompt_json",
]


class ControlTokenOverlap(Enum):
    """What happens to a token that a control covers in part: a part of the factor, or all."""

    Partial = "partial"
    Complete = "complete"

    def to_json(self) -> str:
        """The value as JSON."""
        return self.value


def _overlap(json: Mapping[str, Any]) -> ControlTokenOverlap | None:
    value = json.get("token_overlap")
    return None if value is None else ControlTokenOverlap(value)


@dataclass(frozen=True)
class TokenControl:
    """The *factor* of attention to the token id at position *pos*."""

    pos: int
    factor: float

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"index": self.pos, "factor": self.factor}


@dataclass(frozen=True)
class TextControl(Writable):
    """The *factor* of attention to *length* characters from *start*."""

    start: int
    length: int
    factor: float
    token_overlap: ControlTokenOverlap | None = None


@dataclass(frozen=True)
class ImageControl:
    """The *factor* of attention to a box; its sides are shares, from 0 to 1, of the picture's."""

    left: float
    top: float
    width: float
    height: float
    factor: float
    token_overlap: ControlTokenOverlap | None = None

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        sides = ("left", "top", "width", "height")
        box = {side: getattr(self, side) for side in sides}
        payload: dict[str, Any] = {"rect": box, "factor": self.factor}
        if self.token_overlap is not None:
            payload["token_overlap"] = self.token_overlap.to_json()
        return payload


def _item(kind: str, value: Any, controls: Sequence[Any], **more: Any) -> dict[str, Any]:
    found = [control.to_json() for control in controls]
    return {"type": kind, "data": value, **more, "controls": found}


def _controls(json: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return json.get("controls") or []


@dataclass(frozen=True)
class Tokens:
    """Token ids in a prompt."""

    tokens: Sequence[int]
    controls: Sequence[TokenControl]

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return _item("token_ids", self.tokens, self.controls)

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> Tokens:
        """The item in *json*."""
        return Tokens(
            json["data"], [TokenControl(one["index"], one["factor"]) for one in _controls(json)]
        )

    @staticmethod
    def from_token_ids(token_ids: Sequence[int]) -> Tokens:
        """The item without controls."""
        return Tokens(token_ids, [])


@dataclass(frozen=True)
class Text:
    """A text in a prompt."""

    text: str
    controls: Sequence[TextControl]

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return _item("text", self.text, self.controls)

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> Text:
        """The item in *json*."""
        controls = [
            TextControl(one["start"], one["length"], one["factor"], _overlap(one))
            for one in _controls(json)
        ]
        return Text(json["data"], controls)

    @staticmethod
    def from_text(text: str) -> Text:
        """The item without controls."""
        return Text(text, [])


@dataclass(frozen=True)
class Cropping:
    """The square of a picture that the model sees, in pixels."""

    upper_left_x: int
    upper_left_y: int
    size: int


@dataclass(frozen=True)
class Image:
    """
    A picture, in a prompt or in a chat message; its bytes are sent as they are.

    Attributes:
        base_64: The bytes of its file.
        cropping: What the model sees of it; the centre when None. Prompts only.
        controls: What the model pays attention to. Prompts only.
    """

    base_64: str
    cropping: Cropping | None
    controls: Sequence[ImageControl]

    @classmethod
    def from_image_source(
        cls, image_source: str | Path | bytes, controls: Sequence[ImageControl] | None = None
    ) -> Image:
        """The picture at a path or URL, or in bytes."""
        if isinstance(image_source, bytes):
            return cls.from_bytes(image_source, controls=controls)
        if isinstance(image_source, Path):
            return cls.from_file(image_source, controls)
        if image_source.lower().startswith(("http://", "https://")):
            return cls.from_url(image_source, controls)
        return cls.from_file(image_source, controls)

    @classmethod
    def from_bytes(
        cls,
        bytes: bytes,  # noqa: A002 - the replaced library's name
        cropping: Cropping | None = None,
        controls: Sequence[ImageControl] | None = None,
    ) -> Image:
        """The picture in *bytes*."""
        return cls(base64.b64encode(bytes).decode(), cropping, controls or [])

    @classmethod
    def from_url(cls, url: str, controls: Sequence[ImageControl] | None = None) -> Image:
        """The picture at *url*, downloaded now."""
        return cls.from_bytes(downloaded(url), None, controls)

    @classmethod
    def from_url_with_cropping(
        cls,
        url: str,
        upper_left_x: int,
        upper_left_y: int,
        crop_size: int,
        controls: Sequence[ImageControl] | None = None,
    ) -> Image:
        """A square of the picture at *url*, downloaded now."""
        square = Cropping(upper_left_x, upper_left_y, crop_size)
        return cls.from_bytes(downloaded(url), square, controls)

    @classmethod
    def from_file(cls, path: str | Path, controls: Sequence[ImageControl] | None = None) -> Image:
        """The picture in the file at *path*."""
        return cls.from_bytes(file_bytes(path), None, controls)

    @classmethod
    def from_file_with_cropping(
        cls,
        path: str,
        upper_left_x: int,
        upper_left_y: int,
        crop_size: int,
        controls: Sequence[ImageControl] | None = None,
    ) -> Image:
        """A square of the picture in the file at *path*."""
        square = Cropping(upper_left_x, upper_left_y, crop_size)
        return cls.from_bytes(file_bytes(path), square, controls)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        square = self.cropping
        if square is None:
            return _item("image", self.base_64, self.controls)
        place = {"x": square.upper_left_x, "y": square.upper_left_y, "size": square.size}
        return _item("image", self.base_64, self.controls, **place)

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> Image:
        """The item in *json*."""
        square = None
        if json.get("size") is not None:
            square = Cropping(json.get("x") or 0, json.get("y") or 0, json["size"])
        controls = [
            ImageControl(**one["rect"], factor=one["factor"], token_overlap=_overlap(one))
            for one in _controls(json)
        ]
        return Image(json["data"], square, controls)

    def to_image(self) -> Any:
        """The picture as a Pillow image; needs Pillow."""
        return pillow().open(io.BytesIO(base64.b64decode(self.base_64)))

    def dimensions(self) -> tuple[int, int]:
        """Width and height in pixels; needs Pillow."""
        picture = self.to_image()
        return (picture.width, picture.height)


PromptItem: TypeAlias = Text | Tokens | Image


@dataclass
class Prompt:
    """What a model continues or embeds: a text, or items."""

    items: Sequence[PromptItem]

    def __init__(self, items: str | Sequence[PromptItem]) -> None:
        self.items = [Text(items, [])] if isinstance(items, str) else items

    @staticmethod
    def from_text(text: str, controls: Sequence[TextControl] | None = None) -> Prompt:
        """A prompt of one text."""
        return Prompt([Text(text, controls or [])])

    @staticmethod
    def from_image(image: Image) -> Prompt:
        """A prompt of one picture."""
        return Prompt([image])

    @staticmethod
    def from_tokens(
        tokens: Sequence[int], controls: Sequence[TokenControl] | None = None
    ) -> Prompt:
        """A prompt of token ids."""
        return Prompt([Tokens(tokens, controls or [])])

    def to_json(self) -> list[dict[str, Any]]:
        """The value as JSON."""
        return [item_json(item) for item in self.items]

    @staticmethod
    def from_json(items_json: Sequence[Mapping[str, Any]]) -> Prompt:
        """The prompt in *items_json*; items of unknown types are skipped."""
        kinds: dict[Any, Any] = {"text": Text, "image": Image, "token_ids": Tokens}
        return Prompt(
            [
                kinds[item["type"]].from_json(item)
                for item in items_json
                if item.get("type") in kinds
            ]
        )


def item_json(item: Any) -> dict[str, Any]:
    """
    One prompt item as JSON; a bare text or list of token ids is one, too.

    Raises:
        ValueError: It is none.
    """
    if hasattr(item, "to_json"):
        made: dict[str, Any] = item.to_json()
        return made
    if isinstance(item, str):
        return {"type": "text", "data": item}
    if isinstance(item, list):
        return {"type": "token_ids", "data": item}
    msg = "The item in the prompt is not valid. Try either a string or an Image."
    raise ValueError(msg)


def prompt_json(prompt: Any) -> list[dict[str, Any]]:
    """A prompt as JSON: a `Prompt`, a bare text, or bare items."""
    made: list[dict[str, Any]] = (
        prompt if hasattr(prompt, "to_json") else Prompt(prompt)
    ).to_json()
    return made
