"""Streams of servers that answer one way when asked for the other, and streams read as a whole."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from world import STREAM, Reply, World

from polyvox_core.calling import Call
from polyvox_core.errors import (
    BadRequest,
    DecodeError,
    ServerError,
    StreamTruncated,
    UnexpectedContentType,
)
from polyvox_core.operation import EndRule, Operation, StreamRule
from polyvox_core.streaming import Items

RULE = StreamRule("sse", ends=(EndRule(data="[DONE]"),), tolerant=True)
TOLERANT: Operation[Any] = evolve(STREAM, stream=RULE)
VALUES: Operation[Any] = evolve(
    STREAM,
    stream=StreamRule("ndjson", ends=(EndRule(path="/done", values=(True,)),), tolerant=True),
)
EVENTS = b'data: {"a":1}\n\ndata: {"a":2}\n\ndata: [DONE]\n\n'


def items_of(operation: Operation[Any], *pieces: bytes, kind: str = "text/plain") -> list[Any]:
    """The items of a stream that answers with *pieces*."""
    world = World(Reply(200, *pieces, content_type=kind))
    items: Items[Any] = Items(Call(world.settings(), operation, {}, {}))
    world.run(items.open())
    found: list[Any] = []
    while pulled := world.run(items.pull()):
        found += pulled
    return found


@pytest.mark.parametrize(
    "kind", ["text/event-stream", "application/json", "text/plain", "application/x-ndjson"]
)
def test_events_under_any_name(kind: str) -> None:
    """The bytes tell that these are events."""
    assert [{"a": 1}, {"a": 2}] == items_of(TOLERANT, EVENTS, kind=kind)


@pytest.mark.parametrize("cut", [1, 3, 8])
def test_a_document_instead_of_events(cut: int) -> None:
    """One JSON document is one item, and whole by itself."""
    text = b'{"a":\n1}'

    assert [{"a": 1}] == items_of(TOLERANT, text[:cut], text[cut:] + b" ", kind="application/json")


def test_values_in_a_row() -> None:
    """JSON values need no line ends; the last one says so, or stands alone."""
    assert [{"a": 1}, {"done": True}] == items_of(VALUES, b'{"a":1}{"done":', b'true}{"a":9}')
    assert [{"a": 1}] == items_of(VALUES, b'{"a":1}')
    with pytest.raises(StreamTruncated):
        items_of(VALUES, b'{"a":1}{"a":2}')


def test_other_types_are_refused() -> None:
    """Tolerance ends at web pages."""
    with pytest.raises(UnexpectedContentType):
        items_of(TOLERANT, EVENTS, kind="text/html")


@pytest.mark.parametrize("text", [b"", b"oops", b'{"a":'])
def test_what_is_neither(text: bytes) -> None:
    """Neither events nor JSON is an answer that cannot be read."""
    with pytest.raises((DecodeError, UnexpectedContentType)):
        items_of(TOLERANT, text, kind="application/json")


def test_errors_under_success() -> None:
    """A document that reports an error is one."""
    with pytest.raises(BadRequest, match="slow down"):
        items_of(TOLERANT, b'{"error":{"message":"slow down","code":"400"}}')


def collected(*replies: Reply, rule: StreamRule | None = None) -> list[Any]:
    """All items, read as a whole, with retries."""
    world = World(*replies)
    call: Call[Any] = Call(world.settings(), evolve(STREAM, stream=None), {}, {})
    items: Items[Any] = Items(call, rule=rule or RULE)
    found: list[Any] = world.run(call.attempts(items.collect))
    return found


def events(*pieces: bytes) -> Reply:
    """An event stream."""
    return Reply(200, *pieces, content_type="text/event-stream")


def test_a_stream_read_as_a_whole() -> None:
    """All items at once; a failure in the middle is retried, since nothing was delivered."""
    error = b'data: {"error":{"message":"busy","code":"503"}}\n\n'

    assert [{"a": 1}, {"a": 2}] == collected(
        events(b'data: {"a":1}\n\n', error), events(EVENTS[:20], EVENTS[20:])
    )


def test_a_whole_stream_must_end_well() -> None:
    """Without its end mark nothing is given, also when the fault came with the last items."""
    with pytest.raises(StreamTruncated):
        collected(events(b'data: {"a":1}\n\n'))
    with pytest.raises(ServerError):
        collected(events(b'data: {"a":1}\n\ndata: {"error":"no"}\n\n', b"data: x\n\n"))
