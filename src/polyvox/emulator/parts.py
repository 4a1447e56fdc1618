"""
Multipart bodies, read in constant memory: every part goes to a file of its own as it arrives.

The digest is taken on the way, so an upload is read once and moved into place afterwards.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from polyvox.emulator.errors import Refusal

__all__ = ["Part", "read_parts"]


@dataclass
class Part:
    """
    One part of a multipart body.

    Attributes:
        name: The form field's name.
        filename: What the sender calls the file; empty for a plain field.
        content_type: The part's media type; `application/octet-stream` if none was sent.
        path: Where the content lies until it is moved or discarded.
        size_bytes: Length of the content.
        md5: Lower-case hexadecimal MD5 of the content.
    """

    path: Path
    name: str = ""
    filename: str = ""
    content_type: str = "application/octet-stream"
    size_bytes: int = 0
    md5: str = ""

    def discard(self) -> None:
        """Remove the content, if nobody moved it away."""
        self.path.unlink(missing_ok=True)


@dataclass
class _Reader:
    """Receives the parser's callbacks and fills parts."""

    folder: Path
    parts: list[Part] = field(default_factory=list[Part])
    ended: bool = False
    sink: BinaryIO | None = None

    def __post_init__(self) -> None:
        self._header: list[bytes] = [b"", b""]
        self._write: Callable[[bytes], int] = len
        self._digest = hashlib.md5(usedforsecurity=False)

    def begin(self) -> None:
        part = Part(self.folder / uuid4().hex)
        self.parts.append(part)
        self.sink = part.path.open("wb")
        self._write = self.sink.write
        self._digest = hashlib.md5(usedforsecurity=False)

    def header_name(self, data: bytes, start: int, end: int) -> None:
        self._header[0] += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._header[1] += data[start:end]

    def header_end(self) -> None:
        name, value = self._header
        part = self.parts[-1]
        if name.lower() == b"content-type":
            part.content_type = value.decode("latin-1")
        elif name.lower() == b"content-disposition":
            _, options = parse_options_header(value)
            part.name = options.get(b"name", b"").decode("utf-8", "replace")
            part.filename = options.get(b"filename", b"").decode("utf-8", "replace")
        self._header = [b"", b""]

    def content(self, data: bytes, start: int, end: int) -> None:
        piece = data[start:end]
        self._digest.update(piece)
        self.parts[-1].size_bytes += len(piece)
        self._write(piece)

    def end_part(self) -> None:
        self.parts[-1].md5 = self._digest.hexdigest()
        self.close()

    def end(self) -> None:
        self.ended = True

    def close(self) -> None:
        if self.sink is not None:
            self.sink.close()
            self.sink = None

    def parser(self, boundary: bytes) -> MultipartParser:
        return MultipartParser(
            boundary,
            {
                "on_part_begin": self.begin,
                "on_header_field": self.header_name,
                "on_header_value": self.header_value,
                "on_header_end": self.header_end,
                "on_part_data": self.content,
                "on_part_end": self.end_part,
                "on_end": self.end,
            },
        )


async def read_parts(chunks: AsyncIterator[bytes], content_type: str, folder: Path) -> list[Part]:
    """
    The parts of a multipart body, their content in files under *folder*.

    Raises:
        Refusal: 400 for a malformed body.
    """
    _, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if not boundary:
        raise Refusal(400, "The Content-Type of the multipart body names no boundary.")
    reader = _Reader(folder)
    try:
        await _feed(reader, reader.parser(boundary), chunks)
    except BaseException:
        reader.close()
        for part in reader.parts:
            part.discard()
        raise
    return reader.parts


async def _feed(reader: _Reader, parser: MultipartParser, chunks: AsyncIterator[bytes]) -> None:
    async for chunk in chunks:
        try:
            parser.write(chunk)
        except FormParserError as error:
            msg = f"The multipart body is malformed: {error}."
            raise Refusal(400, msg) from error
    if not reader.ended:
        raise Refusal(400, "The multipart body ends before its closing delimiter.")
