"""
A download as a state machine without I/O: the same flows as a stream, with bytes as items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from polyvox_core.calling import Call
from polyvox_core.decode_content import ContentDecoder, decoder_for
from polyvox_core.errors import PolyvoxError
from polyvox_core.flow import Close, Flow, Incoming, Read
from polyvox_core.message import Headers

__all__ = ["Chunks"]


class Chunks:
    """
    The bytes of one download.

    Args:
        call: The call, whose operation answers with bytes; or a flow that makes it when the
            download is opened.
    """

    def __init__(self, call: Call[Any] | Callable[[], Flow[Call[Any]]]) -> None:
        self._make = call
        self._call: Call[Any] | None = None
        self._incoming: Incoming | None = None
        self._inflate: ContentDecoder | None = None
        self._pieces: Iterator[bytes] = iter(())
        self._ended = False

    @property
    def headers(self) -> Headers:
        """Headers of the answer; empty before it is open."""
        return self._incoming.headers if self._incoming else {}

    def open(self) -> Flow[None]:
        """Send the request and wait for the head, with retries."""
        made = self._make
        call = (yield from made()) if callable(made) else made
        self._call = call
        yield from call.attempts(self._begin)

    def _begin(self, incoming: Incoming) -> Flow[None]:
        self._incoming = incoming
        self._inflate = decoder_for(incoming.headers.get("content-encoding"), max_bytes=1 << 40)
        return
        yield  # pragma: no cover - makes this a flow without steps

    def pull(self) -> Flow[list[bytes]]:
        """The next bytes; none at the end."""
        while True:
            piece = next(self._pieces, None)
            if piece:
                return [piece]
            if piece is None:
                if self._ended or self._incoming is None:
                    return []
                yield from self._read(self._incoming)

    def _read(self, incoming: Incoming) -> Flow[None]:
        """Take in what the network gives next; it is unpacked piece by piece."""
        try:
            chunk = yield Read(incoming)
            self._ended = not chunk
            if self._inflate is None:
                self._pieces = iter((chunk,))
            elif chunk:
                self._pieces = self._inflate.pieces(chunk)
            else:
                self._pieces = iter((self._inflate.finish(),))
        except PolyvoxError as error:
            self._ended = True
            assert self._call is not None
            raise self._call.failed(error) from error.__cause__

    def close(self) -> Flow[None]:
        """Free the connection at once."""
        self._ended = True
        if self._incoming is not None:
            yield Close(self._incoming)
