"""
The two transports of a cassette: they record what passes through, or play it back.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Protocol

from polyvox.testing.cassettes.interactions import Interaction, Question, question_of
from polyvox_core import errors
from polyvox_core.decode_content import ContentDecoder, decoder_for
from polyvox_core.errors import ConnectionFailed, DecodeError, PolyvoxError
from polyvox_core.flow import Incoming
from polyvox_core.message import Body, Headers, Request
from polyvox_core.run_async import AsyncTransport
from polyvox_core.run_sync import Transport

__all__ = ["AsyncCassetteTransport", "CassetteTransport"]

# The pieces are kept unpacked, so that secrets in them can be found.
_FRAMING = frozenset({"transfer-encoding", "connection"})
_PACKING = frozenset({"content-encoding", "content-length"})


class Tape(Protocol):
    """What a transport needs of its cassette."""

    recording: bool

    def start(self, question: Question, headers: list[tuple[str, str]]) -> Interaction:
        """Begin to record."""
        ...

    def find(self, question: Question, headers: list[tuple[str, str]]) -> Interaction:
        """The recorded answer."""
        ...


class _Listened:
    """A body that remembers what was taken from it."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self.content = bytearray()
        self.rewindable = body.rewindable
        self.blocking = body.blocking
        self.is_async = body.is_async
        self.content_length = body.content_length

    def chunks(self) -> Iterator[bytes]:
        """The pieces."""
        self.content.clear()
        for chunk in self._body.chunks():
            self.content += chunk
            yield chunk

    async def achunks(self) -> AsyncIterator[bytes]:
        """The pieces of an async source."""
        self.content.clear()
        async for chunk in self._body.achunks():
            self.content += chunk
            yield chunk


class _Played:
    """An answer from a cassette, or one that is being recorded."""

    def __init__(self, request: Request, interaction: Interaction, inner: Incoming | None) -> None:
        self.request = request
        self.status = interaction.status
        self.headers: Headers = {name.lower(): value for name, value in interaction.headers}
        self.interaction = interaction
        self.inner = inner
        self.unpacker: ContentDecoder | None = None
        self._next = 0

    def replayed(self) -> bytes:
        """The next recorded piece; empty at the end."""
        pieces = self.interaction.pieces
        if self._next < len(pieces):
            self._next += 1
            return pieces[self._next - 1]
        _raise_failure(self.interaction)
        if not self.interaction.complete:
            msg = "The recording of this answer ends here: it was left when it was recorded."
            raise ConnectionFailed(msg, hint="Record it anew with mode='record'.")
        return b""

    def recorded(self, piece: bytes) -> bytes:
        """Keep *piece*, unpacked, and give it on."""
        if not piece:
            self.interaction.complete = True
            return self.unpacker.finish() if self.unpacker else b""
        if self.unpacker is not None:
            piece = self.unpacker.feed(piece)
        if piece:
            self.interaction.pieces.append(piece)
        return piece


def _raise_failure(interaction: Interaction) -> None:
    if interaction.failure is None:
        return
    kind, message = interaction.failure
    known = getattr(errors, kind, ConnectionFailed)
    is_error = isinstance(known, type) and issubclass(known, PolyvoxError)
    raise (known if is_error else ConnectionFailed)(message)


def _listened(request: Request) -> tuple[Request, _Listened | None]:
    """The request with a body that is listened to, if it comes piece by piece."""
    body = request.body
    if body is None or isinstance(body, bytes):
        return request, None
    listened = _Listened(body)
    return Request(
        request.method, request.origin, request.target, request.headers, listened, request.patience
    ), listened


def _question(request: Request, listened: _Listened | None) -> Question:
    body = request.body if isinstance(request.body, bytes) else b""
    return question_of(request, bytes(listened.content) if listened else body)


def _failed(tape: Tape, request: Request, listened: _Listened | None, error: PolyvoxError) -> None:
    """Record that no answer came."""
    made = tape.start(_question(request, listened), request.headers)
    made.ask(request)
    made.failure = (type(error).__name__, error.message)


def _answered(tape: Tape, request: Request, listened: _Listened | None, inner: Incoming) -> _Played:
    """Begin to record the answer *inner*."""
    made = tape.start(_question(request, listened), request.headers)
    made.ask(request)
    made.status = inner.status
    unpacker: ContentDecoder | None = None
    # The client refuses an unknown coding by itself; it is kept as it is.
    with suppress(DecodeError):
        unpacker = decoder_for(inner.headers.get("content-encoding"), max_bytes=None)
    dropped = _FRAMING | _PACKING if unpacker else _FRAMING
    made.headers = [pair for pair in inner.headers.items() if pair[0] not in dropped]
    played = _Played(request, made, inner)
    played.unpacker = unpacker
    return played


def _replayed(tape: Tape, request: Request, body: bytes) -> _Played:
    """The recorded answer to *request*."""
    found = tape.find(question_of(request, body), request.headers)
    if not found.status:
        _raise_failure(found)
    return _Played(request, found, None)


class CassetteTransport:
    """
    Moves requests through a cassette; a blocking client takes it as `transport=`.

    Args:
        tape: The cassette.
        base: What makes real requests while recording; by default one of its own.
    """

    def __init__(self, tape: Tape, base: Transport | None = None) -> None:
        self._tape = tape
        self._base = base
        self._owned: Transport | None = None

    def open(self, request: Request) -> Incoming:
        """Send *request* and record its answer, or find it in the cassette."""
        if not self._tape.recording:
            body = request.body
            content = body if isinstance(body, bytes) else b"".join(body.chunks()) if body else b""
            return _replayed(self._tape, request, content)
        sent, listened = _listened(request)
        try:
            inner = self._real().open(sent)
        except PolyvoxError as error:
            _failed(self._tape, request, listened, error)
            raise
        return _answered(self._tape, request, listened, inner)

    def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        assert isinstance(incoming, _Played)
        if incoming.inner is None:
            return incoming.replayed()
        while True:
            try:
                received = self._real().read(incoming.inner)
                shown = incoming.recorded(received)
            except PolyvoxError as error:
                incoming.interaction.failure = (type(error).__name__, error.message)
                raise
            if shown or not received:
                return shown

    def close_incoming(self, incoming: Incoming) -> None:
        """Let go of an answer."""
        assert isinstance(incoming, _Played)
        if incoming.inner is not None:
            self._real().close_incoming(incoming.inner)

    def close(self) -> None:
        """Close the connections that were made here."""
        if self._owned is not None:
            self._owned.close()

    def _real(self) -> Transport:
        if self._base is not None:
            return self._base
        if self._owned is None:
            from polyvox_core.transport.blocking import BlockingTransport  # noqa: PLC0415 - lazy

            self._owned = BlockingTransport()
        return self._owned


class AsyncCassetteTransport:
    """Same as `CassetteTransport`, for the Async clients."""

    def __init__(self, tape: Tape, base: AsyncTransport | None = None) -> None:
        self._tape = tape
        self._base = base
        self._owned: AsyncTransport | None = None

    async def open(self, request: Request) -> Incoming:
        """Send *request* and record its answer, or find it in the cassette."""
        if not self._tape.recording:
            body = request.body
            if body is None or isinstance(body, bytes):
                return _replayed(self._tape, request, body or b"")
            content = b"".join([chunk async for chunk in body.achunks()])
            return _replayed(self._tape, request, content)
        sent, listened = _listened(request)
        try:
            inner = await self._real().open(sent)
        except PolyvoxError as error:
            _failed(self._tape, request, listened, error)
            raise
        return _answered(self._tape, request, listened, inner)

    async def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        assert isinstance(incoming, _Played)
        if incoming.inner is None:
            return incoming.replayed()
        while True:
            try:
                received = await self._real().read(incoming.inner)
                shown = incoming.recorded(received)
            except PolyvoxError as error:
                incoming.interaction.failure = (type(error).__name__, error.message)
                raise
            if shown or not received:
                return shown

    async def close_incoming(self, incoming: Incoming) -> None:
        """Let go of an answer."""
        assert isinstance(incoming, _Played)
        if incoming.inner is not None:
            await self._real().close_incoming(incoming.inner)

    async def close(self) -> None:
        """Close the connections that were made here."""
        if self._owned is not None:
            await self._owned.close()

    def _real(self) -> AsyncTransport:
        if self._base is not None:
            return self._base
        if self._owned is None:
            from polyvox_core.transport.aio import AioTransport  # noqa: PLC0415 - lazy

            self._owned = AioTransport()
        return self._owned
