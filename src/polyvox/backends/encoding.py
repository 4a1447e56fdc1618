"""
Messages on their way to a backend: parts become what its wire has, by a table per backend.

A table says what the backend takes; everything else is refused before anything is sent. Parts are
read while their call is made, by asyncio in a thread; chats of texts and dicts pass untouched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypeAlias, cast

from polyvox.media_types import extension_of
from polyvox.parts import AudioPart, FilePart, ImagePart, Part
from polyvox_core.calling import Call
from polyvox_core.errors import UnsupportedError
from polyvox_core.flow import Flow, Work
from polyvox_core.shapes import as_text, is_object

__all__ = [
    "Making",
    "PartTable",
    "encoded",
    "encoded_file",
    "holds_parts",
    "image_url",
    "images_of",
    "inline_image_url",
    "input_audio",
    "made",
    "making",
    "plain_image",
    "text_and_images",
    "with_text_parts",
]

Encoder: TypeAlias = "Callable[[Any, PartTable], Any]"
Making: TypeAlias = Call[Any] | Callable[[], Call[Any]]
"""A call, or what makes it when its parts may be read."""

_ELSEWHERE = re.compile(r"(?:https?|data):", re.IGNORECASE)
# What OpenAI calls a format, where it is not the second half of the media type.
_FORMATS = {"mpeg": "mp3", "x-wav": "wav", "wave": "wav", "vnd.wave": "wav", "x-flac": "flac"}


class PartTable:
    """
    What one backend makes of parts.

    Args:
        label: Name of the backend, for people.
        takes: What it takes, for messages.
        encoders: What each class of parts becomes on the wire.
    """

    def __init__(self, label: str, takes: str, encoders: Mapping[type[Part], Encoder]) -> None:
        self.label = label
        self.takes = takes
        self._encoders = encoders

    def encode(self, part: Part) -> Any:
        """
        The *part* as the backend takes it; reads its content.

        Raises:
            UnsupportedError: The backend does not take such parts, or not from there.
            ConfigError: It cannot be read.
        """
        for kind, encoder in self._encoders.items():
            if isinstance(part, kind):
                return encoder(part, self)
        return self.refuse(f"takes no {type(part).__name__}")

    def check_here(self, part: Part) -> None:
        """See that the content of *part* is at hand."""
        if part.is_web:
            self.refuse(f"does not fetch {part!r} from its web address")
        if part.is_stored:
            self.refuse(f"takes no stored file for {part!r}")

    def check_detail(self, part: ImagePart) -> None:
        """See that *part* does not ask for what the backend would not heed."""
        if part.detail not in {None, "auto"}:
            self.refuse(f"has no detail={part.detail!r}")

    def refuse(self, why: str) -> NoReturn:
        """
        Refuse a part.

        Raises:
            UnsupportedError: Always.
        """
        msg = f"{self.label} {why}."
        raise UnsupportedError(msg, hint=f"It takes {self.takes}.")


def holds_parts(message: Any) -> bool:
    """Whether a *message* holds anything that must be encoded, and perhaps be read."""
    content = message.get("content")
    if content is None or isinstance(content, str):
        return "images" in message
    if isinstance(content, (list, tuple)):
        return any(isinstance(one, (Part, str)) for one in cast("list[Any]", content))
    return isinstance(content, Part)


def making(
    messages: list[Any],
    make: Callable[[list[Any]], Call[Any]],
    encode: Callable[[list[Any]], list[Any]] = list,
) -> Making:
    """
    The call that *make* gives for the *messages*: at once, or later if there are parts to read.

    Args:
        messages: As `messages_of` gives them.
        make: Makes the call.
        encode: Applied to messages with parts before.
    """
    if any(map(holds_parts, messages)):
        return lambda: make(encode(messages))
    return make(messages)


def made(call: Making) -> Flow[Call[Any]]:
    """The call itself; its parts are read now."""
    return (yield Work(call)) if callable(call) else call


def with_text_parts(content: Any) -> list[Any]:
    """The *content* of a message as a list, whose texts are parts of their own."""
    listed = cast("list[Any]", content) if isinstance(content, (list, tuple)) else [content]
    return [{"type": "text", "text": one} if isinstance(one, str) else one for one in listed]


def encoded(messages: list[Any], table: PartTable) -> list[Any]:
    """The *messages* with their parts in the OpenAI shape; those without any are not copied."""
    return [_encoded(one, table) if holds_parts(one) else one for one in messages]


def _encoded(message: Any, table: PartTable) -> Any:
    content = message.get("content")
    if content is None or isinstance(content, str):
        return message
    parts = with_text_parts(content)
    content = [table.encode(one) if isinstance(one, Part) else one for one in parts]
    return {**message, "content": content}


def _with_detail(part: ImagePart, url: str) -> dict[str, Any]:
    detail = {"detail": part.detail} if part.detail is not None else {}
    return {"type": "image_url", "image_url": {"url": url, **detail}}


def image_url(part: ImagePart, table: PartTable) -> dict[str, Any]:
    """A picture in the OpenAI shape; an address stays one."""
    if part.is_web:
        return _with_detail(part, part.source)
    table.check_here(part)
    return _with_detail(part, part.read().data_url)


def inline_image_url(part: ImagePart, table: PartTable) -> dict[str, Any]:
    """A picture in the OpenAI shape, with its content, for backends that fetch nothing."""
    table.check_here(part)
    table.check_detail(part)
    return _with_detail(part, part.read().data_url)


def input_audio(part: AudioPart, table: PartTable) -> dict[str, Any]:
    """A recording in the OpenAI shape."""
    table.check_here(part)
    content = part.read()
    name = content.media_type.partition(";")[0].partition("/")[2]
    audio = {"data": content.base64, "format": _FORMATS.get(name, name)}
    return {"type": "input_audio", "input_audio": audio}


def encoded_file(part: FilePart, table: PartTable) -> dict[str, Any]:
    """A file in the OpenAI shape; one that is stored goes by its id."""
    if part.is_stored and not str(part.source).startswith("files/"):
        return {"type": "file", "file": {"file_id": part.source}}
    table.check_here(part)
    content = part.read()
    name = content.name or f"file{extension_of(content.media_type)}"
    return {"type": "file", "file": {"file_data": content.data_url, "filename": name}}


def plain_image(part: ImagePart, table: PartTable) -> str:
    """A picture in base64, as backends take it that know no URLs."""
    table.check_here(part)
    table.check_detail(part)
    return part.read(typed=False).base64


def images_of(images: Any, table: PartTable) -> list[str]:
    """
    One image or several in base64, from whatever a dict may hold.

    Args:
        images: Parts, what `ImagePart` takes, or base64 already; a text is one image, never a
            list of letters and never the name of a file.
        table: Of the backend.
    """
    if images is None:
        return []
    several = cast("list[Any]", images) if isinstance(images, (list, tuple)) else [images]
    return [_plain(one, table) for one in several]


def _plain(image: Any, table: PartTable) -> str:
    if isinstance(image, str) and not _ELSEWHERE.match(image):
        return image
    return str(table.encode(image if isinstance(image, Part) else ImagePart(image)))


def text_and_images(content: Any, table: PartTable) -> tuple[str | None, list[str]]:
    """
    Text and images of a message's *content*, for backends that keep them apart.

    Raises:
        UnsupportedError: It holds anything else.
    """
    if content is None or isinstance(content, str):
        return content, []
    texts: list[str] = []
    pictures: list[str] = []
    for part in with_text_parts(content):
        kind = part.get("type") if is_object(part) else type(part).__name__
        if isinstance(part, Part):
            pictures.append(table.encode(part))
        elif kind == "text":
            texts.append(as_text(part.get("text")) or "")
        elif kind == "image_url":
            source = part.get("image_url")
            pictures += images_of(source.get("url") if is_object(source) else source, table)
        else:
            table.refuse(f"takes no part of the type {kind!r}")
    return "\n".join(texts), pictures
