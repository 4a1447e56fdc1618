"""
Answers whose framing only their bytes show: server-sent events, or JSON values in a row.

Sans-IO like the other decoders. One JSON document, one per line and several without any separator
are the same to it; a document may be spread over lines. Used where a server is known to answer
one way when it was asked for the other.
"""

from __future__ import annotations

import re

from polyvox_core.errors import StreamProtocolError
from polyvox_core.sse import EventStreamDecoder

__all__ = ["JsonValueDecoder", "UnframedDecoder"]

_BOM = b"\xef\xbb\xbf"
_WHITE_SPACE = b" \t\r\n"
_STRUCTURE = re.compile(rb'["{}\[\]]')
_IN_STRING = re.compile(rb'["\\]')
_EVENTS = re.compile(rb"(data|event|id|retry)?:")
_ENOUGH = len(b"event:")


class JsonValueDecoder:
    """
    Decoder for JSON objects and arrays that follow each other.

    Args:
        max_value_bytes: Most bytes in one value. One that is longer raises
            `StreamProtocolError`.
    """

    __slots__ = ("_at", "_bytes", "_depth", "_in_string", "_max_value_bytes")

    def __init__(self, *, max_value_bytes: int = 64 * 1024 * 1024) -> None:
        self._max_value_bytes = max_value_bytes
        self._bytes = bytearray()
        self._at = 0  # where the search goes on
        self._depth = 0
        self._in_string = False

    def feed(self, data: bytes) -> list[bytes]:
        """
        Values that *data* completes, in order; what is no JSON is part of the next one.

        Raises:
            StreamProtocolError: A value is longer than *max_value_bytes*.
        """
        self._bytes += data
        values: list[bytes] = []
        start = 0
        while end := self._next_end():
            values.append(bytes(self._bytes[start:end]).strip(_WHITE_SPACE))
            start = end
        del self._bytes[:start]
        self._at -= start
        if len(self._bytes) > self._max_value_bytes:
            msg = f"The answer holds a JSON value longer than {self._max_value_bytes} bytes."
            raise StreamProtocolError(msg, hint="Raise max_value_bytes if the backend means it.")
        return values

    def finish(self) -> list[bytes]:
        """What is left at the end: broken JSON, or nothing."""
        rest = bytes(self._bytes).strip(_WHITE_SPACE)
        self._bytes.clear()
        return [rest] if rest else []

    def _next_end(self) -> int:
        """Where the next value ends; 0 when its end has not arrived."""
        while True:
            pattern = _IN_STRING if self._in_string else _STRUCTURE
            mark = pattern.search(self._bytes, self._at)
            if mark is None:
                self._at = max(self._at, len(self._bytes))
                return 0
            self._at = mark.end()
            match mark[0]:
                case b'"':
                    self._in_string = not self._in_string
                case b"\\":
                    self._at += 1  # The escaped byte, which may not have arrived.
                case b"{" | b"[":
                    self._depth += 1
                case _:
                    self._depth -= 1
                    if self._depth <= 0:
                        self._depth = 0
                        return self._at


class UnframedDecoder:
    """
    Decoder that takes the framing from the first bytes.

    Args:
        events: The content type says that these are server-sent events.

    Attributes:
        is_events: Whether they are; None while that is undecided.
    """

    __slots__ = ("_events", "_held", "_values", "is_events")

    def __init__(self, *, events: bool = False) -> None:
        self.is_events: bool | None = True if events else None
        self._held = b""
        self._events = EventStreamDecoder()
        self._values = JsonValueDecoder()

    def feed(self, data: bytes) -> list[tuple[str, str]]:
        """Event names and payloads that *data* completes; JSON values have no name."""
        if self.is_events is None:
            data = (self._held + data).removeprefix(_BOM).lstrip(_WHITE_SPACE)
            self._held = b""
            if len(data) < _ENOUGH and data[:1] not in {b"{", b"["}:
                self._held = data
                return []
            self._decide(data)
        return self._decoded(data)

    def finish(self) -> list[tuple[str, str]]:
        """What the end still gives."""
        payloads: list[tuple[str, str]] = []
        if self.is_events is None:
            held, self._held = self._held, b""
            self._decide(held)
            payloads = self._decoded(held)
        if self.is_events:
            self._events.finish()
            return payloads
        return payloads + [("", _text(value)) for value in self._values.finish()]

    def _decide(self, data: bytes) -> None:
        self.is_events = _EVENTS.match(data) is not None

    def _decoded(self, data: bytes) -> list[tuple[str, str]]:
        if self.is_events:
            return [(event.event, event.data) for event in self._events.feed(data)]
        return [("", _text(value)) for value in self._values.feed(data)]


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")
