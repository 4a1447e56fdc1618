"""
multipart/form-data bodies, written without holding a file in memory.

A body is a list of segments, ready bytes and sources; the blocking and the async iterator walk the
same list. Its length is known beforehand as soon as every file's size is.

Source: RFC 7578; HTML Living Standard, 4.10.21.8 (escaping of names).
"""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from polyvox_core.content import Source, open_content
from polyvox_core.errors import ConfigError

__all__ = ["MultipartBody", "Part", "multipart_from"]

Part: TypeAlias = tuple[str, str | Source]
"""Field name, and its text or file."""

_BOUNDARY = re.compile(r"[0-9A-Za-z_.+-]{1,70}")
_TO_ESCAPE = re.compile(r'[\x00-\x1f\x7f"]')
_DEFAULT_FILENAME = "upload"  # a part without a file name is no file to most servers


class MultipartBody:
    """
    A multipart/form-data body.

    Args:
        parts: Field names with their texts and files, in order; a name may repeat.
        boundary: What separates the parts; 128 random bits by default.

    Raises:
        ConfigError: *boundary* holds more than letters, digits and `_.+-`, or over 70 of them.

    Attributes:
        content_type: Content-Type to send, boundary included.
        content_length: Bytes in total, when every file's size is known.
        rewindable: Whether the body can be sent again from its start.
        blocking: Whether taking a piece may wait for a disk.
        is_async: Whether only `achunks` can read it.
    """

    __slots__ = (
        "_segments",
        "blocking",
        "content_length",
        "content_type",
        "is_async",
        "rewindable",
    )

    def __init__(self, parts: Iterable[Part], *, boundary: str | None = None) -> None:
        boundary = os.urandom(16).hex() if boundary is None else boundary
        if not _BOUNDARY.fullmatch(boundary):
            msg = f"The boundary {boundary[:100]!r} cannot separate parts."
            raise ConfigError(msg, hint="Use 1 to 70 letters, digits or _.+-, or leave it out.")
        self._segments = _segments(parts, boundary)
        self.content_type = f"multipart/form-data; boundary={boundary}"
        self.content_length = _total(self._segments)
        sources = [segment for segment in self._segments if isinstance(segment, Source)]
        self.rewindable = all(source.rewindable for source in sources)
        self.blocking = any(source.blocking for source in sources)
        self.is_async = any(source.is_async for source in sources)

    def chunks(self) -> Iterator[bytes]:
        """
        The body from its start, in pieces.

        Raises:
            BodyNotRewindable: A file was read before, and is gone.
            ConfigError: A file cannot be read, or comes from an async source.
        """
        for segment in self._segments:
            if isinstance(segment, Source):
                yield from segment.chunks()
            else:
                yield segment

    async def achunks(self) -> AsyncIterator[bytes]:
        """Same as `chunks`, for any sources; what may wait for a disk is read in a thread."""
        for segment in self._segments:
            if isinstance(segment, Source):
                async for chunk in segment.achunks():
                    yield chunk
            else:
                yield segment


def multipart_from(fields: Mapping[str, Any]) -> MultipartBody:
    """
    The body for *fields*: texts, numbers and booleans as text, all else as files.

    A list sends one part for each of its elements, all of the same name.

    Raises:
        ConfigError: A value is no text and no file.
    """
    parts: list[Part] = []
    for name, value in fields.items():
        parts += [(name, _field(one)) for one in (value if _is_list(value) else [value])]
    return MultipartBody(parts)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _field(value: Any) -> str | Source:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        return str(value)
    return value if isinstance(value, Source) else open_content(value)


def _segments(parts: Iterable[Part], boundary: str) -> list[bytes | Source]:
    """The body: ready bytes and, between them, files."""
    segments: list[bytes | Source] = []
    ready = b""
    for name, content in parts:
        ready += f"--{boundary}\r\n".encode() + _head(name, content)
        if isinstance(content, Source):
            segments += [ready, content]
            ready = b""
        else:
            ready += content.encode("utf-8", "replace")
        ready += b"\r\n"
    return [*segments, ready + f"--{boundary}--\r\n".encode()]


def _head(name: str, content: str | Source) -> bytes:
    lines = [f'Content-Disposition: form-data; name="{_escaped(name)}"']
    if isinstance(content, Source):
        lines[0] += f'; filename="{_escaped(content.filename or _DEFAULT_FILENAME)}"'
        lines.append(f"Content-Type: {content.content_type}")
        lines += [f"{header}: {text}" for header, text in content.headers]
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode("utf-8", "replace")


def _escaped(name: str) -> str:
    """*name* as browsers write it: quotes and line ends, here all controls, percent-encoded."""
    return _TO_ESCAPE.sub(lambda match: f"%{ord(match[0]):02X}", name)


def _total(segments: list[bytes | Source]) -> int | None:
    total = 0
    for segment in segments:
        size = segment.size_bytes if isinstance(segment, Source) else len(segment)
        if size is None:
            return None
        total += size
    return total
