"""
Server-sent events: bytes in, events out, as the WHATWG event-stream standard says.

Sans-IO: the decoder never reads or waits. The events do not depend on where the transport cut the
bytes, the cost is linear in their number, and no input makes it raise anything but
`StreamProtocolError`. It knows no payload convention; `[DONE]` is data like any other.

Source: HTML Living Standard, 9.2.5 and 9.2.6 (parsing and interpreting an event stream).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, cast

from polyvox_core.errors import StreamProtocolError

__all__ = ["EventStreamDecoder", "ServerSentEvent"]

_BOM = b"\xef\xbb\xbf"
_MAX_RETRY_DIGITS = 18


class ServerSentEvent(NamedTuple):
    """One dispatched event."""

    event: str
    """Type of the event; `"message"` when the stream named none."""
    data: str
    """Its data lines, joined by LF, without the last LF."""
    id: str
    """Last event id of the stream when this event was dispatched; empty when there was none."""
    retry: int | None
    """Reconnection time in milliseconds that came with this very event, if any."""


# A named tuple's own constructor is a Python function, the slowest step of the fast path.
_make_event: Callable[[tuple[str, str, str, int | None]], ServerSentEvent]
_make_event = partial(cast("Any", tuple).__new__, ServerSentEvent)


class EventStreamDecoder:
    """
    Decoder for one event stream.

    Args:
        max_event_bytes: Most bytes between two blank lines. One that is longer raises
            `StreamProtocolError`, after the events before it were delivered.
    """

    __slots__ = (
        "_after_cr",
        "_data",
        "_event_retry",
        "_failure",
        "_id",
        "_line",
        "_max_event_bytes",
        "_size",
        "_started",
        "_type",
        "last_event_id",
        "retry",
    )

    last_event_id: str
    """Id to resume from: that of the last finished block of lines, empty when there was none."""
    retry: int | None
    """Reconnection time in milliseconds that the stream asked for last, if it did."""

    def __init__(self, *, max_event_bytes: int = 64 * 1024 * 1024) -> None:
        self.last_event_id = ""
        self.retry = None
        self._max_event_bytes = max_event_bytes
        self._failure: StreamProtocolError | None = None
        self._started = False
        self._after_cr = False
        self._line = bytearray()  # the unfinished line; a bytearray grows in linear time
        self._size = 0  # bytes of the finished lines since the last blank one
        self._data: list[str] = []
        self._type = ""
        self._id = ""
        self._event_retry: int | None = None

    @property
    def pending(self) -> bool:
        """Whether bytes of an unfinished event were fed, which the end of the stream would drop."""
        unfinished = self._line or self._data or self._type or self._id != self.last_event_id
        return bool(unfinished)

    def feed(self, data: bytes) -> list[ServerSentEvent]:
        """
        Events that *data* completes, in order.

        Raises:
            StreamProtocolError: An event is longer than *max_event_bytes*. When *data* also
                completes events before it, they are returned and the next call raises.
        """
        if self._failure is not None:
            raise self._failure
        lines = self._finished_lines(data)
        events = self._events(lines) if lines else []
        if self._size + len(self._line) > self._max_event_bytes:
            self._fail()
        if self._failure is not None and not events:
            raise self._failure
        return events

    def finish(self) -> None:
        """
        Say that the stream has ended; an unfinished event is dropped, as the standard demands.

        Raises:
            StreamProtocolError: An event longer than *max_event_bytes* was not yet reported.
        """
        if self._failure is not None:
            raise self._failure

    def _finished_lines(self, data: bytes) -> bytes:
        """Take in *data*; the lines now finished, each ended by one LF."""
        if not self._started:
            data = self._without_bom(data)
        if self._after_cr and data:
            self._after_cr = False
            data = data.removeprefix(b"\n")
        if b"\r" in data:
            self._after_cr = data.endswith(b"\r")
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        end = data.rfind(b"\n") + 1
        if end == len(data) and not self._line:
            return data
        if not end:
            self._line += data
            return b""
        lines = bytes(self._line) + data[:end]
        self._line = bytearray(data[end:])
        return lines

    def _without_bom(self, data: bytes) -> bytes:
        """*data* and what was held before it, without the BOM; empty while that is undecided."""
        data = bytes(self._line) + data
        self._line.clear()
        if len(data) < len(_BOM) and _BOM.startswith(data):
            self._line += data
            return b""
        self._started = True
        return data.removeprefix(_BOM)

    def _events(self, lines: bytes) -> list[ServerSentEvent]:
        if self._size + len(lines) > self._max_event_bytes:
            lines = self._within_limit(lines)
            return self._interpret(lines.decode("utf-8", "replace")) if lines else []
        # Decoding line by line gives the same text: no UTF-8 sequence, broken or not, spans an LF.
        text = lines.decode("utf-8", "replace")
        if text.startswith("data: ") and text.endswith("\n\n") and not self._in_event():
            # Nearly every stream sends nothing but single data lines: no loop in Python for those.
            payloads = text[6:-2].split("\n\ndata: ")
            if text.count("\n") == 2 * len(payloads):
                self._size = 0
                self.last_event_id = self._id
                return [_make_event(("message", data, self._id, None)) for data in payloads]
        self._measure(lines)
        return self._interpret(text)

    def _in_event(self) -> bool:
        return bool(self._data or self._type or self._event_retry is not None)

    def _measure(self, lines: bytes) -> None:
        """Keep count of the bytes since the last blank line."""
        blank = lines.rfind(b"\n\n")
        if blank >= 0:
            self._size = len(lines) - blank - 2
        elif lines.startswith(b"\n"):
            self._size = len(lines) - 1
        else:
            self._size += len(lines)

    def _interpret(self, text: str) -> list[ServerSentEvent]:
        """Events from any finished lines, one by one."""
        events: list[ServerSentEvent] = []
        data = self._data
        for line in text[:-1].split("\n"):
            if line.startswith("data: "):
                data.append(line[6:])
            elif not line:
                self.last_event_id = self._id
                if data:
                    payload = data[0] if len(data) == 1 else "\n".join(data)
                    fields = (self._type or "message", payload, self._id, self._event_retry)
                    events.append(_make_event(fields))
                    data.clear()
                self._type = ""
                self._event_retry = None
            elif not line.startswith(":"):
                self._set_field(line)
        return events

    def _set_field(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._type = value
        elif name == "id":
            if "\0" not in value:
                self._id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            digits = value.lstrip("0") or "0"
            # A longer number means nothing as a time, and Python refuses to parse very long ones.
            if len(digits) <= _MAX_RETRY_DIGITS:
                self.retry = self._event_retry = int(digits)

    def _within_limit(self, lines: bytes) -> bytes:
        """The part of *lines* before the event that is too long, if there is one."""
        event_start = position = 0
        while position < len(lines):
            end = lines.index(b"\n", position) + 1
            if end - position == 1:
                self._size = 0
                event_start = end
            else:
                self._size += end - position
                if self._size > self._max_event_bytes:
                    self._fail()
                    return lines[:event_start]
            position = end
        return lines

    def _fail(self) -> None:
        msg = (
            f"The event stream sent an event longer than {self._max_event_bytes} bytes, "
            "so reading it was stopped. Raise max_event_bytes if the backend means it."
        )
        self._failure = StreamProtocolError(msg)
        self._line.clear()
