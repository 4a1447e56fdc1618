"""Streams without a network: items, ends, truncation, retries before the first item, partials."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from attrs import evolve
from world import STREAM, Pause, Reply, World

from polyvox_core.calling import Call
from polyvox_core.errors import (
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    RateLimited,
    ReadTimeout,
    ServerError,
    StreamInterrupted,
    StreamProtocolError,
    StreamTruncated,
    UnexpectedContentType,
)
from polyvox_core.operation import EndRule, Operation, StreamRule
from polyvox_core.streaming import Items
from polyvox_core.timeouts import Timeouts

LINES: Operation[Any] = evolve(
    STREAM, stream=StreamRule("ndjson", ends=(EndRule(path="/done", values=(True,)),))
)
DONE = b"data: [DONE]\n\n"


def sse(*pieces: Any, **headers: str) -> Reply:
    """An event stream."""
    return Reply(200, *pieces, content_type="text/event-stream; charset=utf-8", **headers)


def lines(*pieces: Any) -> Reply:
    """A stream of JSON lines."""
    return Reply(200, *pieces, content_type="application/x-ndjson")


def opened(world: World, operation: Operation[Any] = STREAM, **changes: Any) -> Items[Any]:
    """An open stream in *world*."""
    partial = changes.pop("partial", None)
    source: Items[Any] = Items(Call(world.settings(**changes), operation, {}, {}), partial)
    world.run(source.open())
    return source


def rest(world: World, source: Items[Any]) -> list[Any]:
    """All items that are left."""
    items: list[Any] = []
    while pulled := world.run(source.pull()):
        items += pulled
    return items


def everything(world: World, operation: Operation[Any] = STREAM, **changes: Any) -> list[Any]:
    """All items of a stream in *world*."""
    return rest(world, opened(world, operation, **changes))


def test_items_arrive_in_order() -> None:
    """Events become items, wherever the bytes were cut; the end mark is none."""
    text = b'data: {"a":1}\n\n: ping\n\ndata: null\n\ndata: {}\n\ndata:\n\ndata: {"a":2}\n\n' + DONE
    world = World(sse(*(text[at : at + 3] for at in range(0, len(text), 3))))

    assert [{"a": 1}, {"a": 2}] == everything(world)
    assert 1 == world.opened[0].closed
    assert b'{"stream":true}' == world.requests[0].body


def test_what_follows_the_end_is_ignored() -> None:
    """Nothing after the end mark counts, and only a little of it is read."""
    more = [b'data: {"a":9}\n\n'] * 20
    world = World(sse(b'data: {"a":1}\n\n' + DONE + b"data: x\n\n", *more))

    assert [{"a": 1}] == everything(world)
    assert 12 == len(world.opened[0].pieces)


def test_a_fault_after_the_end_is_ignored() -> None:
    """The answer is whole; how its connection ends does not matter."""
    world = World(sse(b'data: {"a":1}\n\n' + DONE, ReadTimeout("slow")))

    assert [{"a": 1}] == everything(world)


def test_a_stream_without_its_end_is_truncated() -> None:
    """The items are delivered, then the truncation is raised with what had arrived."""
    world = World(sse(b'data: {"a":1}\n\n', x_request_id="r-1"))
    source = opened(world, partial=lambda: "so far")

    assert [{"a": 1}] == world.run(source.pull())
    with pytest.raises(StreamTruncated, match="without its end marker") as caught:
        world.run(source.pull())

    assert ("so far", "r-1", "toy") == (
        caught.value.partial,
        caught.value.request_id,
        caught.value.backend,
    )
    assert [] == world.run(source.pull())


def test_an_unfinished_event_is_no_item() -> None:
    """A last event without its blank line does not count."""
    with pytest.raises(StreamTruncated):
        everything(World(sse(b'data: {"a":1}\n\ndata: {"a":2}\n')))


def test_an_empty_stream_is_truncated() -> None:
    """No event at all is no answer."""
    with pytest.raises(StreamTruncated):
        everything(World(sse()))


def test_an_end_alone_is_truncated() -> None:
    """An end mark without an item before it is no answer."""
    with pytest.raises(StreamTruncated):
        everything(World(sse(DONE)))


def test_a_broken_stream_is_interrupted() -> None:
    """A connection that breaks in the middle is told as such, with the cause."""
    world = World(sse(b'data: {"a":1}\n\n', ConnectionFailed("reset by peer.")))
    source = opened(world, partial=lambda: "so far")
    world.run(source.pull())

    with pytest.raises(StreamInterrupted, match=r"broke off\. reset by peer") as caught:
        world.run(source.pull())

    assert "so far" == caught.value.partial
    assert isinstance(caught.value.__cause__, ConnectionFailed)
    assert 1 == world.opened[0].closed


def test_a_timeout_stays_a_timeout() -> None:
    """Which limit ran out is told, with what had arrived."""
    world = World(sse(b'data: {"a":1}\n\n', ReadTimeout("slow")))
    source = opened(world, partial=lambda: "so far")
    world.run(source.pull())

    with pytest.raises(ReadTimeout) as caught:
        world.run(source.pull())

    assert "so far" == caught.value.partial


def test_retries_happen_before_the_first_item() -> None:
    """A stream that breaks before its first item is asked for again, whole."""
    world = World(sse(b"data: {", ConnectionFailed("broken")), sse(b'data: {"a":1}\n\n' + DONE))

    assert [{"a": 1}] == everything(world)
    assert 2 == len(world.requests)


def test_no_retry_after_the_first_item() -> None:
    """Once an item was read, nothing is sent again."""
    world = World(sse(b'data: {"a":1}\n\n', ConnectionFailed("broken")), sse(DONE))

    with pytest.raises(StreamInterrupted):
        everything(world)

    assert 1 == len(world.requests)


def test_items_before_a_damaged_event_are_delivered() -> None:
    """A damaged event is raised after the items before it, even of the same bytes."""
    world = World(sse(b'data: {"a":1}\n\ndata: {"a":\n\n'))
    source = opened(world)

    assert [{"a": 1}] == world.run(source.pull())
    with pytest.raises(StreamProtocolError, match="an event that is not JSON") as caught:
        world.run(source.pull())
    assert '{"a":' == caught.value.body
    assert [] == world.run(source.pull())


@pytest.mark.parametrize(
    ("event", "error"),
    [
        (b'{"error":{"message":"slow down","code":"429"}}', RateLimited),
        (b'{"error":"no","a":1}', ServerError),
    ],
)
def test_errors_in_the_stream(event: bytes, error: type[Exception]) -> None:
    """An item with an error member reports an error."""
    world = World(sse(b'data: {"a":1}\n\n', b"data: " + event + b"\n\n", DONE))
    source = opened(world, partial=lambda: "so far")
    world.run(source.pull())

    with pytest.raises(error) as caught:
        world.run(source.pull())

    assert "so far" == caught.value.partial  # type: ignore[attr-defined]


def test_an_error_as_the_first_event_is_retried() -> None:
    """An error that comes instead of an answer counts like an error status."""
    busy = sse(b'data: {"error":{"message":"busy","code":"503"}}\n\n')
    world = World(busy, sse(b'data: {"a":1}\n\n' + DONE))

    assert [{"a": 1}] == everything(world)


def test_without_an_error_key_errors_are_items() -> None:
    """Some protocols deliver errors as values."""
    assert STREAM.stream is not None
    operation = evolve(STREAM, stream=evolve(STREAM.stream, error_key=""))

    assert [{"error": 1}] == everything(World(sse(b'data: {"error":1}\n\n' + DONE)), operation)


def test_items_are_decoded() -> None:
    """An item that does not fit is an error of decoding."""
    operation = evolve(STREAM, decode=lambda source: source["a"])
    world = World(sse(b'data: {"a":1}\n\n', b'data: {"b":1}\n\n' + DONE))
    source = opened(world, operation)

    assert [1] == world.run(source.pull())
    with pytest.raises(DecodeError, match="missing member 'a'"):
        world.run(source.pull())


def test_text_items() -> None:
    """A stream of plain texts is not read as JSON."""
    assert STREAM.stream is not None
    operation = evolve(STREAM, stream=evolve(STREAM.stream, text=True))

    assert ["one", "{two"] == everything(
        World(sse(b"data: one\n\ndata: {two\n\n" + DONE)), operation
    )


def test_lines() -> None:
    """JSON lines, the last one with or without its line end."""
    for last in (b'{"done":true}\n', b'{"done":true}'):
        world = World(lines(b'{"a":1}\n{"a"', b":2}\n", last))
        assert [{"a": 1}, {"a": 2}, {"done": True}] == everything(world, LINES)


def test_lines_that_stop_early() -> None:
    """A line that is cut off is damaged, a stream without its last line truncated."""
    with pytest.raises(StreamTruncated):
        everything(World(lines(b'{"a":1}\n')), LINES)
    with pytest.raises(StreamProtocolError):
        everything(World(lines(b'{"a":1}\n{"a"')), LINES)


@pytest.mark.parametrize("content_type", ["application/json", "text/html", ""])
def test_other_types_are_no_stream(content_type: str) -> None:
    """An answer of another type is refused before it is read."""
    world = World(Reply(200, b"{}", content_type=content_type))

    with pytest.raises(UnexpectedContentType):
        everything(world)


def test_packed_streams() -> None:
    """A compressed stream is unpacked piece by piece; one that is cut is an error."""
    packed = gzip.compress(b'data: {"a":1}\n\ndata: {"a":2}\n\n' + DONE)
    whole = sse(*(packed[at : at + 5] for at in range(0, len(packed), 5)), content_encoding="gzip")
    cut = sse(packed[:-10], content_encoding="gzip")

    assert [{"a": 1}, {"a": 2}] == everything(World(whole))
    with pytest.raises((DecodeError, StreamTruncated)):
        everything(World(cut))


def test_endless_streams_have_no_deadline() -> None:
    """A stream that never ends opens with its head; nobody knows when events come."""
    assert STREAM.stream is not None
    operation = evolve(STREAM, stream=StreamRule("sse", endless=True))
    world = World(sse(Pause(50_000), b'data: {"a":1}\n\n', Pause(50_000), b'data: {"a":2}\n\n'))
    source = opened(world, operation)

    assert [{"a": 1}] == world.run(source.pull())
    assert [{"a": 2}] == world.run(source.pull())
    world.run(source.close())
    assert [] == world.run(source.pull())


def test_pings_do_not_extend_the_total() -> None:
    """A server that only pings runs into the total."""
    world = World(sse(b'data: {"a":1}\n\n', *[Pause(4)] * 5, DONE))

    with pytest.raises(DeadlineExceeded):
        everything(world, timeouts=Timeouts(total=10))


def test_events_renew_the_idle_limit() -> None:
    """The idle limit is counted from the last event, not from the last ping."""
    world = World(sse(b'data: {"a":1}\n\n', Pause(4), Pause(0, b'data: {"a":2}\n\n'), DONE))
    source = opened(world, timeouts=Timeouts(idle=5))
    patience = world.requests[0].patience

    world.run(source.pull())
    assert 1005.0 == patience.idle_until
    world.run(source.pull())
    assert 1009.0 == patience.idle_until


def test_closing_early() -> None:
    """A stream that is closed gives nothing more; closing before opening does nothing."""
    world = World(sse(b'data: {"a":1}\n\n', DONE))
    source = opened(world)
    world.run(source.close())
    unopened: Items[Any] = Items(Call(world.settings(), STREAM, {}, {}))
    world.run(unopened.close())

    assert [] == world.run(source.pull())
    assert [] == world.run(unopened.pull())
    assert {} == unopened.headers
    assert 1 == world.opened[0].closed


def test_a_last_line_that_is_not_the_last() -> None:
    """A whole line without its line end is delivered; then the truncation is told."""
    world = World(lines(b'{"a":1}'))
    source = opened(world, LINES)

    assert [{"a": 1}] == world.run(source.pull())
    with pytest.raises(StreamTruncated):
        world.run(source.pull())
