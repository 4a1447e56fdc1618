"""
Whatever a caller passes as a file, turned into one kind of source of bytes.

Memory stays constant: contents are read in pieces, when they are sent. A source knows whether it
can be sent twice and never pretends: what is gone is an error, and so is a size that changed.
Open files stay the caller's, and are rewound to where they stood; paths are opened and closed here.
"""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from polyvox_core.errors import BodyNotRewindable, ConfigError
from polyvox_core.reading import AsyncReadable, Material, Readable, material_of, refused

__all__ = ["FileContent", "FileInput", "Source", "open_content"]

_TUPLES = "Pass (name, content), (name, content, content_type) or (name, content_type, content)."
_CONTENT_TYPE = re.compile(r"[!-~]+/[!-~][ -~]*")
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_RESERVED_HEADERS = frozenset({"content-disposition", "content-type", "content-length"})
_PACKED_TYPES = {
    "gzip": "application/gzip",
    "bzip2": "application/x-bzip2",
    "xz": "application/x-xz",
}


FileContent: TypeAlias = (
    bytes
    | bytearray
    | memoryview
    | os.PathLike[str]
    | Readable
    | AsyncReadable
    | Iterable[bytes]
    | AsyncIterable[bytes]
)
"""What a file may consist of."""

FileInput: TypeAlias = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
    | tuple[str | None, str | None, FileContent]
)
"""
A file, alone or with its name: `(name, content)`, `(name, content, content_type)`,
`(name, content, content_type, headers)` or `(name, content_type, content)`.
"""


class Source:
    """
    A file to send: its bytes, and how to announce them.

    Attributes:
        filename: Name to announce, if one is known.
        content_type: Media type to announce.
        headers: More headers of the part that holds it.
        size_bytes: Size, when known beforehand.
        rewindable: Whether it can be read again from its start.
        blocking: Whether reading it may wait for a disk.
        is_async: Whether only `achunks` can read it.
    """

    __slots__ = (
        "_material",
        "_used",
        "blocking",
        "content_type",
        "filename",
        "headers",
        "is_async",
        "rewindable",
        "size_bytes",
    )

    def __init__(
        self,
        material: Material,
        filename: str | None,
        content_type: str,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.filename = filename
        self.content_type = content_type
        self.headers = headers
        self.size_bytes = material.size_bytes
        self.rewindable = material.rewindable
        self.blocking = material.blocking
        self.is_async = material.open is None
        self._material = material
        self._used = False

    def __repr__(self) -> str:
        """Name, type and size; never content."""
        return f"<Source {self.filename!r} {self.content_type} size_bytes={self.size_bytes}>"

    @property
    def content_length(self) -> int | None:
        """Same as `size_bytes`; so a source can be a request body of its own."""
        return self.size_bytes

    def chunks(self) -> Iterator[bytes]:
        """
        The bytes from the start, in pieces that are never empty.

        Raises:
            BodyNotRewindable: They were read before, and are gone.
            ConfigError: They cannot be read, changed in size, or come from an async source.
        """
        opener = self._material.open
        if opener is None:
            msg = f"A blocking client cannot send {self._material.what}."
            raise ConfigError(msg, hint="Use the async client, or pass bytes or a path.")
        self._claim()
        return opener()

    async def achunks(self) -> AsyncIterator[bytes]:
        """Same as `chunks`, for any source; what may wait for a disk is read in a thread."""
        if self._material.aopen is not None:
            self._claim()
            async for chunk in self._material.aopen():
                yield chunk
        elif self.blocking:
            from asyncio import to_thread  # noqa: PLC0415 - blocking clients never need asyncio

            chunks = self.chunks()
            while chunk := await to_thread(next, chunks, b""):
                yield chunk
        else:
            for chunk in self.chunks():
                yield chunk

    def _claim(self) -> None:
        if self._used and not self.rewindable:
            msg = f"Cannot send {self._material.what} a second time: it can be read only once."
            raise BodyNotRewindable(msg, hint="Pass bytes, a path or a seekable file instead.")
        self._used = True


def open_content(
    value: FileInput, *, name: str | None = None, content_type: str | None = None
) -> Source:
    """
    *value* as a source; nothing is read yet, and no file opened.

    Args:
        value: Bytes, a path, an open binary file, an iterable of bytes (also async), or a tuple
            of one of these with its name. Bytes that can change are copied now.
        name: File name to announce; before the one in *value*.
        content_type: Media type to announce; before the one in *value*. Without either it is
            guessed from the name.

    Raises:
        ConfigError: *value* is none of these, no such file exists, or its name, type or headers
            cannot be sent.
        BodyNotRewindable: *value* is a generator that has already run.
    """
    own_name, content, own_type, headers = _unpacked(value)
    material = material_of(content)
    filename = name or own_name or material.name
    media_type = content_type or own_type or _guessed_type(filename)
    if not _CONTENT_TYPE.fullmatch(media_type):
        msg = f"The content type {media_type!r} is malformed."
        raise ConfigError(msg, hint="Write it like text/plain or application/pdf.")
    return Source(material, filename, media_type, _checked(headers))


def _unpacked(value: Any) -> tuple[str | None, Any, str | None, Mapping[str, str]]:
    """Name, content, content type and headers."""
    if not _is_tuple(value):
        return None, value, None, {}
    name, *rest = value or (None,)
    headers: Any = rest.pop() if len(rest) == 3 else {}
    if len(rest) == 2 and _is_text(rest[0]) and not _is_text(rest[1]):
        rest.reverse()
    content_type = rest.pop() if len(rest) == 2 else None
    malformed = len(rest) != 1 or not hasattr(headers, "items")
    if malformed or not _is_text(name) or not _is_text(content_type):
        raise refused("this tuple as a file", _TUPLES)
    return name, rest[0], content_type, headers


def _is_tuple(value: Any) -> bool:
    return isinstance(value, tuple)


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _checked(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = tuple((str(name), str(text)) for name, text in headers.items())
    for name, text in pairs:
        if not _HEADER_NAME.fullmatch(name) or name.lower() in _RESERVED_HEADERS:
            msg = f"The header {name!r} cannot be given to a file."
            raise ConfigError(msg, hint="Pass name and content type as parts of the tuple.")
        if _CONTROL.search(text):
            msg = f"The header {name!r} of a file holds a control character."
            raise ConfigError(msg, hint="Remove line ends and the like from its value.")
    return pairs


def _guessed_type(filename: str | None) -> str:
    if not filename:
        return "application/octet-stream"
    from mimetypes import guess_type  # noqa: PLC0415 - reads the system's tables when first used

    media_type, packing = guess_type(filename, strict=False)
    if packing is not None:
        media_type = _PACKED_TYPES.get(packing)
    return media_type or "application/octet-stream"
