"""
Files in a request: anything that holds content becomes a part of the last message.

History keeps them as JSON: addresses as they are, contents as `data:` URLs, so that a stored
conversation can be continued when the file is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from polyvox.compat.lwe.shapes import is_list, is_mapping
from polyvox.media_types import by_name, sniffed
from polyvox.parts import AudioPart, FilePart, ImagePart, Part
from polyvox.types import Message

__all__ = ["restored", "storable", "with_files"]

_STORED = "polyvox_part"
_KINDS = {"image": ImagePart, "audio": AudioPart, "file": FilePart}


def with_files(messages: Sequence[dict[str, Any]], files: Any) -> list[dict[str, Any]]:
    """
    The *messages* with *files*: whole messages behind them, everything else in the last one.

    Args:
        messages: What is asked.
        files: One or several of: path, bytes, URL, open file, part, content part as a dict,
            message.

    Raises:
        ConfigError: Something is none of these.
    """
    listed: Iterable[Any] = files if is_list(files) else [files]
    result = list(messages)
    parts: list[Any] = []
    more: list[dict[str, Any]] = []
    for one in listed:
        if isinstance(one, Message):
            more.append(one.to_dict())
        elif is_mapping(one):
            (more if "role" in one else parts).append(dict(one))
        else:
            parts.append(part_of(one))
    if parts:
        result = _with_parts(result, parts)
    return [*result, *more]


def _with_parts(messages: list[dict[str, Any]], parts: list[Any]) -> list[dict[str, Any]]:
    last = messages[-1] if messages else {}
    if last.get("role") != "user":
        return [*messages, {"role": "user", "content": parts}]
    content = last.get("content")
    texts: list[Any] = list(content) if is_list(content) else []
    if isinstance(content, str) and content:
        texts = [{"type": "text", "text": content}]
    return [*messages[:-1], {**last, "content": [*texts, *parts]}]


def part_of(source: Any) -> Part:
    """The part that *source* makes: a picture, a recording, or a file of any other kind."""
    if isinstance(source, Part):
        return source
    part = FilePart(source)
    found = part.media_type or by_name(part.name)
    if found is None and not (part.is_web or part.is_stored):
        # An open file is bytes from here on, since it can be read once.
        found = sniffed(part.read(typed=False).content)
    family = (found or "").partition("/")[0]
    if family == "image":
        return ImagePart(part.source)
    return AudioPart(part.source) if family == "audio" else part


def storable(content: Any) -> Any:
    """The *content* of a message as JSON; reads files."""
    if isinstance(content, Part):
        kind = next(name for name, one in _KINDS.items() if isinstance(content, one))
        elsewhere = content.is_web or content.is_stored
        url = content.source if elsewhere else content.read(typed=False).data_url
        return {
            "type": _STORED,
            "kind": kind,
            "url": url,
            "name": content.name,
            "media_type": content.media_type,
        }
    return [storable(one) for one in content] if is_list(content) else content


def restored(content: Any) -> Any:
    """The content of a message that `storable` made JSON of."""
    if is_mapping(content) and content.get("type") == _STORED:
        part: Part = _KINDS[content["kind"]](content["url"], media_type=content["media_type"])
        part.name = content["name"]
        return part
    return [restored(one) for one in content] if is_list(content) else content
