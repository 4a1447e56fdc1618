"""
Answers as the emulator writes them: JSON, text, nothing, or bytes in several writes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from starlette.responses import Response, StreamingResponse

from polyvox.emulator.jsonvalues import compact

__all__ = ["empty", "file", "json_reply", "pieces", "text"]

PIECE_BYTES = 64 * 1024
WRITES = 7

Headers = Mapping[str, str]


def json_reply(value: object, status: int = 200, headers: Headers | None = None) -> Response:
    """*value* as a JSON answer."""
    body = compact(value).encode()
    return Response(body, status, dict(headers or {}), media_type="application/json")


def text(message: str, status: int = 200, headers: Headers | None = None) -> Response:
    """*message* as a plain text answer."""
    return Response(message.encode(), status, dict(headers or {}), media_type="text/plain")


def empty(status: int = 200, headers: Headers | None = None) -> Response:
    """An answer without a body and without a content type."""
    return Response(b"", status, dict(headers or {}))


def pieces(
    literal: bytes, media_type: str, status: int = 200, headers: Headers | None = None
) -> Response:
    """*literal* byte for byte, in several writes that ignore line ends."""
    step = max(1, -(-len(literal) // WRITES))

    async def writes() -> AsyncIterator[bytes]:
        """The literal in equal pieces."""
        for start in range(0, len(literal), step):
            yield literal[start : start + step]
            await asyncio.sleep(0)

    return StreamingResponse(writes(), status, dict(headers or {}), media_type)


def file(path: Path, size_bytes: int, media_type: str, headers: Headers | None = None) -> Response:
    """The file at *path* from disk, in constant memory."""
    # Opened here and not when the first byte is sent: the file may be replaced in between.
    source = path.open("rb")

    async def chunks() -> AsyncIterator[bytes]:
        """The file in pieces; it is closed at the end."""
        with source:
            while chunk := source.read(PIECE_BYTES):
                yield chunk

    all_headers = {**(headers or {}), "content-length": str(size_bytes), "content-type": media_type}
    return StreamingResponse(chunks(), 200, all_headers)
