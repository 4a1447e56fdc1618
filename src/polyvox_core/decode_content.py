"""
Undoing the Content-Encoding of an answer, piece by piece and within a limit.

Sans-IO. Knows gzip and deflate, the two that the SDK asks for. A few kilobytes can unpack to
gigabytes, so nothing is unpacked beyond the limit; `pieces` also bounds what is held at once.

Source: RFC 9110, 8.4.1; RFC 1950 to 1952. Deflate without its zlib wrapper is a known server fault.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NoReturn, Protocol

from polyvox_core.errors import DecodeError, ResponseTooLarge

__all__ = ["ContentDecoder", "decoder_for"]

_PIECE_BYTES = 1024 * 1024
_GZIP = zlib.MAX_WBITS | 16


class _Unpacker(Protocol):
    """What `zlib.decompressobj` returns; its own class has no public name."""

    @property
    def eof(self) -> bool: ...

    @property
    def unconsumed_tail(self) -> bytes: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def decoder_for(
    content_encoding: str | None, *, max_bytes: int | None = 64 * 1024 * 1024
) -> ContentDecoder | None:
    """
    What undoes the given Content-Encoding, or None when there is nothing to undo.

    Args:
        content_encoding: Value of the header, or None when the answer has none.
        max_bytes: Most bytes that the whole body may unpack to; None for no limit.

    Raises:
        DecodeError: The coding is not one that the SDK asks for.
    """
    names = [name.strip().lower() for name in (content_encoding or "").split(",")]
    names = [name for name in names if name not in {"", "identity"}]
    if not names:
        return None
    if len(names) > 1 or names[0] not in {"gzip", "x-gzip", "deflate"}:
        msg = (
            f"The answer came with Content-Encoding {content_encoding!r}, but only gzip and "
            "deflate were asked for. Turn other compression off at the server or proxy."
        )
        raise DecodeError(msg)
    return ContentDecoder(names[0], max_bytes=max_bytes)


class ContentDecoder:
    """
    Unpacks one body.

    Args:
        coding: "gzip", "x-gzip" or "deflate".
        max_bytes: Most bytes that the whole body may unpack to; None for no limit.
    """

    __slots__ = ("_coding", "_ended", "_head", "_left", "_max_bytes", "_unpacker")

    def __init__(self, coding: str, *, max_bytes: int | None = None) -> None:
        self._coding = "deflate" if coding == "deflate" else "gzip"
        self._max_bytes = max_bytes
        self._left = max_bytes
        self._head = b""  # the first byte of a deflate body, when it came alone
        self._ended = False  # whether the end mark was seen
        self._unpacker: _Unpacker | None = None

    def feed(self, data: bytes) -> bytes:
        """
        Everything that can be unpacked now.

        Raises:
            ResponseTooLarge: The body unpacks to more than *max_bytes*.
            DecodeError: The body is not what its Content-Encoding says.
        """
        return b"".join(self.pieces(data))

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """
        Same as `feed`, in pieces of at most 1 MiB, each unpacked when it is taken.

        Take all of them before feeding more.
        """
        if self._head:
            data, self._head = self._head + data, b""
        full = False
        while data or full:
            unpacker = self._unpacker = self._unpacker or self._start(data)
            if unpacker is None:
                return
            most = _PIECE_BYTES if self._left is None else min(_PIECE_BYTES, self._left + 1)
            try:
                piece = unpacker.decompress(data, most)
            except zlib.error as error:
                self._refuse(f"it is broken: {error}", error)
            if unpacker.eof:
                data, self._unpacker, self._ended, full = unpacker.unused_data, None, True, False
            else:
                # With all input taken in, zlib may still hold output that did not fit.
                data, full = unpacker.unconsumed_tail, len(piece) == most
            if piece:
                self._count(len(piece))
                yield piece

    def finish(self) -> bytes:
        """
        Say that the body has ended.

        Returns:
            Nothing: `feed` never holds anything back.

        Raises:
            DecodeError: The body stopped before its end mark. A body without a byte is fine.
        """
        if self._head or self._unpacker is not None:
            self._refuse("it ended early")
        return b""

    def _start(self, data: bytes) -> _Unpacker | None:
        """Unpacker for the stream that *data* begins; None while that takes more bytes."""
        if self._coding == "gzip":
            if self._ended and not data.strip(b"\0"):
                return None  # zero padding after the end, as tape writers leave it
            return zlib.decompressobj(_GZIP)
        if self._ended:
            self._refuse("it goes on after its end")
        if len(data) < 2:
            self._head = data
            return None
        wrapped = data[0] & 0x0F == zlib.DEFLATED and int.from_bytes(data[:2]) % 31 == 0
        return zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)

    def _count(self, size: int) -> None:
        if self._left is None:
            return
        if size > self._left:
            msg = f"The answer unpacks to more than {self._max_bytes} bytes, so reading it stopped."
            raise ResponseTooLarge(msg, hint="Ask for less, or raise max_body_bytes.")
        self._left -= size

    def _refuse(self, fault: str, cause: Exception | None = None) -> NoReturn:
        msg = f"The answer says that it is packed with {self._coding}, but {fault}."
        hint = "Try again; if it stays, the server or a proxy is at fault."
        raise DecodeError(msg, hint=hint) from cause
