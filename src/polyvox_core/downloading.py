"""
A download as a state machine without I/O: the same flows as a stream, with bytes as items.
"""

from __future__ import annotations

from collections.abc import Callable
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
        self._backend: str | None = None
        self._incoming: Incoming | None = None
        self._inflate: ContentDecoder | None = None
        self._ended = False

    @property
    def headers(self) -> Headers:
        """Headers of the answer; empty before it is open."""
        return self._incoming.headers if self._incoming else {}

    def open(self) -> Flow[None]:
        """Send the request and wait for the head, with retries."""
        call = self._make if isinstance(self._make, Call) else (yield from self._make())
        self._backend = call.settings.backend
        yield from call.attempts(self._begin)

    def _begin(self, incoming: Incoming) -> Flow[None]:
        self._incoming = incoming
        self._inflate = decoder_for(incoming.headers.get("content-encoding"), max_bytes=1 << 40)
        return
        yield  # pragma: no cover - makes this a flow without steps

    def pull(self) -> Flow[list[bytes]]:
        """The next bytes; none at the end."""
        incoming = self._incoming
        while not self._ended and incoming is not None:
            try:
                chunk = yield Read(incoming)
            except PolyvoxError as error:
                self._ended = True
                raise error.with_(backend=self._backend)
            self._ended = not chunk
            if self._inflate is not None:
                chunk = self._inflate.feed(chunk) if chunk else self._inflate.finish()
            if chunk:
                return [chunk]
        return []

    def close(self) -> Flow[None]:
        """Free the connection at once."""
        self._ended = True
        if self._incoming is not None:
            yield Close(self._incoming)
