"""
A stream as a state machine without I/O: opens, turns bytes into items, and knows a true end.

`Items` is what both stream objects (`Stream`, `AsyncStream`) drive: flows that open, pull the next
items and close. The first items are read while the call may still be retried; afterwards a
failure carries what had arrived, and nothing is ever sent again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from polyvox_core.calling import READING_FAULTS, Call
from polyvox_core.decode_content import ContentDecoder, decoder_for
from polyvox_core.ends import LITERAL_MAX, EndTracker
from polyvox_core.errors import (
    ConnectionFailed,
    PolyvoxError,
    StreamInterrupted,
    StreamProtocolError,
    StreamTruncated,
    TimeoutExpired,
)
from polyvox_core.flow import Close, Flow, Incoming, Read
from polyvox_core.json import loads
from polyvox_core.message import Headers, request_id_of
from polyvox_core.ndjson import LineDecoder
from polyvox_core.operation import StreamRule
from polyvox_core.shapes import is_object
from polyvox_core.sse import EventStreamDecoder
from polyvox_core.unframed import UnframedDecoder

__all__ = ["Items", "Source"]

T = TypeVar("T")

_DRAIN_SECONDS = 0.1
_DRAIN_READS = 8
_TYPES = {
    "sse": ("text/event-stream",),
    "ndjson": ("application/x-ndjson", "application/jsonl", "application/json", "text/plain"),
}
_TOLERATED = (*_TYPES["sse"], *_TYPES["ndjson"], "application/octet-stream", "")


class Source(Protocol[T]):
    """What a stream object drives."""

    @property
    def headers(self) -> Headers:
        """Headers of the answer; empty before it is open."""
        ...

    def open(self) -> Flow[None]:
        """Send the request and wait for the first items."""
        ...

    def pull(self) -> Flow[list[T]]:
        """The next items, at least one; none at the end."""
        ...

    def close(self) -> Flow[None]:
        """Free the connection."""
        ...


class Items(Generic[T]):
    """
    The items of one streaming call.

    Args:
        call: The call; its operation has a stream rule, unless *rule* is given.
        partial: Gives what had arrived, for errors in the middle.
        rule: How to read the answer of an operation that promises no stream.
    """

    def __init__(
        self,
        call: Call[T],
        partial: Callable[[], Any] | None = None,
        rule: StreamRule | None = None,
    ) -> None:
        rule = rule or call.operation.stream
        assert rule is not None
        self._call = call
        self._rule: StreamRule = rule
        self._partial = partial
        self._incoming: Incoming | None = None
        self._first: list[T] = []
        self._told = False
        self._reset()

    def _reset(self) -> None:
        """Forget what an attempt had read."""
        self._ends = EndTracker(self._rule)
        self._events = EventStreamDecoder()
        self._lines = LineDecoder()
        self._unframed: UnframedDecoder | None = None
        self._inflate: ContentDecoder | None = None
        self._failure: PolyvoxError | None = None
        self._ended = False
        self._surplus = False

    @property
    def headers(self) -> Headers:
        """Headers of the answer; empty before it is open."""
        return self._incoming.headers if self._incoming else {}

    def open(self) -> Flow[None]:
        """Send the request and wait for the first items, with retries."""
        yield from self._call.attempts(self._begin)

    def pull(self) -> Flow[list[T]]:
        """The next items, at least one; none at the end."""
        if self._first:
            first, self._first = self._first, []
            return first
        if self._incoming is None or (self._ended and self._failure is None):
            yield from self._rest()
            return []
        try:
            if self._failure is not None:
                failure, self._failure = self._failure, None
                raise failure
            if not self._rule.endless:
                # The limit is for the server: what the caller did since the last event is free.
                self._call.patience.renew_idle()
            items = yield from self._more(self._incoming)
        except PolyvoxError as error:
            yield Close(self._incoming)
            self._ended = self._told = True
            failed = self._with_partial(error)
            raise self._call.failed(failed, failed.partial) from failed.__cause__
        if not items:
            yield from self._rest()
        return items

    def _rest(self) -> Flow[None]:
        """After the last item was delivered: what lets the connection be used again."""
        if self._incoming is not None and self._surplus:
            self._surplus = False
            yield from self._drain(self._incoming)
        self._tell_end()

    def _tell_end(self) -> None:
        if not self._told:
            self._told = True
            self._call.done(self._partial() if self._partial else None)

    def close(self) -> Flow[None]:
        """Free the connection at once."""
        self._ended = True
        self._first = []
        self._failure = None
        if self._incoming is not None:
            yield from self._rest()
            yield Close(self._incoming)

    def interrupt(self) -> None:
        """Make a thread fail at once that waits for the next items."""
        interrupt = getattr(self._incoming, "interrupt", None)
        if interrupt is not None:
            interrupt()

    def collect(self, incoming: Incoming) -> Flow[list[T]]:
        """
        All items of *incoming*, for `Call.attempts`: nothing is delivered before the end.

        Raises:
            StreamTruncated: The end is not legitimate.
        """
        self._start(incoming)
        items: list[T] = []
        while not self._ended and self._failure is None:
            items += yield from self._more(incoming)
        if self._failure is not None:
            raise self._failure
        if self._surplus:
            yield from self._drain(incoming)
        return items

    def _start(self, incoming: Incoming) -> None:
        self._reset()
        self._incoming = incoming
        self._check_type(incoming.headers)
        self._inflate = decoder_for(incoming.headers.get("content-encoding"), max_bytes=1 << 40)

    def _begin(self, incoming: Incoming) -> Flow[None]:
        self._start(incoming)
        patience = self._call.patience
        if self._rule.endless:
            # Nobody knows when the next event comes; the head was in time.
            patience.deadline = None
            return
        patience.renew_idle()
        self._first = yield from self._more(incoming)
        self._call.began()

    def _check_type(self, headers: Headers) -> None:
        content_type = headers.get("content-type", "")
        media_type = content_type.partition(";")[0].strip().lower()
        known = _TOLERATED if self._rule.tolerant else _TYPES[self._rule.framing]
        if media_type not in known:
            raise self._call.explain.wrong_type(headers)
        if self._rule.tolerant:
            self._unframed = UnframedDecoder(events=media_type in _TYPES["sse"])

    def _more(self, incoming: Incoming) -> Flow[list[T]]:
        """Read until there is an item or the end."""
        while True:
            chunk = yield Read(incoming)
            items = self._feed(chunk) if chunk else self._last()
            if items and not self._rule.endless:
                self._call.patience.renew_idle()
            if self._ends.over or not chunk:
                self._ended = True
                # A JSON document is whole by itself.
                if not (self._ends.complete or (self._is_document and self._ends.single)):
                    if not items:
                        raise self._truncated()
                    self._failure = self._truncated()
                self._surplus = bool(chunk)
                return items
            if items:
                return items
            self._call.patience.check()

    def _feed(self, chunk: bytes) -> list[T]:
        """Items in *chunk*; a failure after some of them is raised by the next pull."""
        items: list[T] = []
        try:
            for piece in self._inflate.pieces(chunk) if self._inflate else (chunk,):
                self._split(piece, items)
        except PolyvoxError as error:
            if not items:
                raise
            self._failure = error
        return items

    def _split(self, piece: bytes, items: list[T]) -> None:
        if self._unframed is not None:
            self._take(self._unframed.feed(piece), items)
        elif self._rule.framing == "ndjson":
            self._take([("", _text(line)) for line in self._lines.feed(piece)], items)
        else:
            self._take(self._events.feed(piece), items)

    def _last(self) -> list[T]:
        """What the end of the bytes still gives; an error unless the end is legitimate."""
        items: list[T] = []
        if self._inflate is not None:
            self._split(self._inflate.finish(), items)
        if self._unframed is not None:
            self._take(self._unframed.finish(), items)
        elif self._rule.framing == "ndjson":
            self._take([("", _text(line)) for line in self._lines.finish()], items)
        else:
            self._events.finish()
        return items

    def _take(self, entries: Sequence[tuple[Any, ...]], items: list[T]) -> None:
        """
        Add the items in *entries*, whose first two members are an event name and a payload.

        Every event of every stream passes here: what a helper would do for one of them is
        written out, since a Python call costs about as much as parsing its JSON.
        """
        ends, rule, key = self._ends, self._rule, self._rule.error_key
        decode = self._call.operation.decode
        for entry in entries:
            payload = entry[1]
            if ends.over or not payload:
                continue
            if len(payload) <= LITERAL_MAX and ends.is_terminator(payload):
                continue
            value: Any = payload
            if not rule.text:
                try:
                    value = loads(payload)
                except ValueError as error:
                    raise self._no_json(error, payload) from None
                if not value and (value is None or value == {}):
                    continue
                if key and is_object(value) and value.get(key):
                    raise self._call.explain.reported({**value, "error": value[key]}, self.headers)
            ends.observe(entry[0], value)
            try:
                items.append(decode(value))
            except READING_FAULTS as error:
                raise self._call.explain.undecodable(error, value, self.headers) from error

    @property
    def _is_document(self) -> bool:
        """Whether the answer turned out to be JSON without frames."""
        return self._unframed is not None and not self._unframed.is_events

    def _no_json(self, error: ValueError, payload: str) -> PolyvoxError:
        if self._is_document:
            return self._call.explain.no_json(error, payload.encode(), self.headers)
        msg = f"{self._call.settings.label} sent an event that is not JSON ({error})."
        hint = "The raw event is in `body`; the server or a proxy damaged it."
        return StreamProtocolError(msg, hint=hint, body=self._call.explain.masked(payload)[:2000])

    def _truncated(self) -> PolyvoxError:
        if self._is_document and not self._ends.begun:
            return self._call.explain.no_json(ValueError(), b"", self.headers)
        name = self._call.settings.label
        msg = f"{name} ended the stream of {self._call.prepared.call} without its end marker."
        rest = "`partial` holds what arrived" if self._partial else "try again"
        return StreamTruncated(msg, hint=f"The answer is incomplete; {rest}.")

    def _with_partial(self, error: PolyvoxError) -> PolyvoxError:
        """The *error* as one of an interrupted stream, with what had arrived."""
        if isinstance(error, ConnectionFailed) and not isinstance(error, TimeoutExpired):
            msg = f"The stream of {self._call.prepared.call} broke off. {error.message}"
            hint = "The answer is incomplete; `partial` holds what arrived."
            cause, error = error, StreamInterrupted(msg, hint=hint)
            error.__cause__ = cause
        return error.with_(
            request_id=error.request_id or request_id_of(self.headers),
            partial=self._partial() if self._partial else None,
        )

    def _drain(self, incoming: Incoming) -> Flow[None]:
        """Read the few bytes after the last item, so that the connection can be used again."""
        patience = self._call.patience
        patience.idle_until = patience.clock() + _DRAIN_SECONDS
        try:
            for _ in range(_DRAIN_READS):
                if not (yield Read(incoming)):
                    break
        except PolyvoxError:
            pass
        yield Close(incoming)


def _text(line: bytes) -> str:
    return line.decode("utf-8", "replace")
