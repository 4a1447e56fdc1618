"""Rows S: streams that break, end early, never end, or are left."""

from __future__ import annotations

import asyncio
import gzip
import json
import signal
import threading
import zlib
from typing import Any

import pytest
from cases import Bench, case

import polyvox
from polyvox.errors import StreamClosed, StreamProtocolError, UnexpectedContentType
from polyvox.testing.faults import (
    Repeat,
    Silence,
    answer,
    chat_events,
    chunked,
    completion,
    event,
    event_stream,
    head,
    last_chunk,
)
from polyvox_core.errors import ConnectionFailed, StatusError
from polyvox_core.operation import EndRule, Operation, StreamRule

GOOD = (answer(completion()),)


def breaks(bench: Bench, scenario: str, kind: type[polyvox.PolyvoxError]) -> Any:
    """The error that the stream of *scenario* ends with."""
    error = bench.stream_error(bench.dial(bench.play(scenario)))
    assert kind is type(error)
    return error


@case("S-01", "A reset after the first event.")
def reset(bench: Bench) -> str:
    """Typed, with what had arrived."""
    error = breaks(bench, "stream_reset", polyvox.StreamInterrupted)
    assert error.partial.text == "he"
    assert isinstance(error.__cause__, ConnectionFailed)
    return "StreamInterrupted; `partial` has the text so far"


@case("S-02", "The connection ends after the first event, without the last chunk.")
def ends_in_chunk(bench: Bench) -> str:
    """Typed, with what had arrived."""
    error = breaks(bench, "stream_end_in_chunk", polyvox.StreamInterrupted)
    assert error.partial.text == "he"
    return "StreamInterrupted; `partial` has the text so far"


@case("S-03", "A clean end without finish reason and [DONE].")
def truncated(bench: Bench) -> str:
    """A truncated stream is no success."""
    error = breaks(bench, "stream_truncated", polyvox.StreamTruncated)
    assert error.partial.text == "he"
    return "StreamTruncated; `partial` has the text so far"


@case("S-03", "A finish reason, then a clean end without [DONE].")
def finish_suffices(bench: Bench) -> str:
    """The finish reason is an end marker too."""
    assert bench.text(bench.dial(bench.play("stream_without_done"))) == "hello"
    return "the whole answer"


@case("S-03", "Two choices, of which one never gets its finish reason.")
def half_finished(bench: Bench) -> str:
    """Every choice needs its own end."""
    chunks = [
        {"choices": [{"index": n, "delta": {"content": "x"}, "finish_reason": None}]}
        for n in (0, 1)
    ]
    done = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
    server = bench.server(event_stream(*map(event, [*chunks, done])))
    assert isinstance(bench.stream_error(bench.dial(server)), polyvox.StreamTruncated)
    return "StreamTruncated"


@case("S-04", "A 200 event stream without a single event.")
def empty_stream(bench: Bench) -> str:
    """Nothing is no answer."""
    breaks(bench, "stream_empty", polyvox.StreamTruncated)
    return "StreamTruncated"


@case("S-05", "A JSON answer, or an HTML page, in place of a stream.")
def wrong_type(bench: Bench) -> str:
    """Named, with advice about base_url."""
    for scenario in ("stream_json", "stream_html"):
        assert "base_url" in str(breaks(bench, scenario, UnexpectedContentType))
    return "UnexpectedContentType, and advice about base_url"


@case("S-06", "An error object as data, after an event.")
def error_object(bench: Bench) -> str:
    """Typed by its code."""
    error = breaks(bench, "stream_error", polyvox.RateLimited)
    assert (error.status, error.partial.text) == (429, "he")
    return "RateLimited; `partial` has the text so far"


@case("S-06", "AI DIAL's error object with a display message, then [DONE].")
def error_then_done(bench: Bench) -> str:
    """The [DONE] after it does not make it a success."""
    error = breaks(bench, "stream_error_and_done", polyvox.errors.ServerError)
    assert error.display_message == "Sorry"
    return "ServerError with `display_message`"


@case("S-06", "`event: error`, and an error that is a text.")
def error_forms(bench: Bench) -> str:
    """The other forms are errors too."""
    for payload, name in (
        ({"error": {"code": 404, "message": "gone"}}, "error"),
        ({"error": "no"}, None),
    ):
        server = bench.server(event_stream(event(payload, name=name), event("[DONE]")))
        error = bench.stream_error(bench.dial(server))
        assert isinstance(error, StatusError)
    return "a StatusError each"


@case("S-07", "Data after [DONE]; then a second stream.")
def after_done(bench: Bench) -> str:
    """It is ignored, and the connection is used again."""
    events = (*chat_events("hello"), event({"choices": [{"delta": {"content": "more"}}]}))
    server = bench.server(event_stream(*events))
    client = bench.dial(server)
    assert [bench.text(client), bench.text(client)] == ["hello", "hello"]
    assert server.connections.count == 1
    return "both whole answers, over one connection"


@case("S-08", "[DONE] with blanks around it, and as a JSON string in quotes.")
def done_forms(bench: Bench) -> str:
    """Blanks do not matter; quotes make it ordinary data, which here is none."""
    first = chat_events("hello", finish=None, done=False)
    server = bench.server(event_stream(*first, b"data:   [DONE]  \n\n"))
    assert bench.text(bench.dial(server)) == "hello"
    server = bench.server(event_stream(*first, b'data: "[DONE]"\n\n'))
    assert isinstance(bench.stream_error(bench.dial(server)), polyvox.PolyvoxError)
    return "the whole answer with blanks; an error with quotes"


LINES: Operation[Any] = Operation(
    id="watch",
    method="GET",
    path="/watch",
    secured=False,
    stream=StreamRule("ndjson", ends=(EndRule(path="/done", values=(True,)),)),
)


def lines(bench: Bench, *pieces: bytes, ended: bool = True, **options: Any) -> list[Any]:
    """What a stream of JSON lines gives that comes in these *pieces*."""
    start = head(200, ("Content-Type", "application/x-ndjson"), ("Transfer-Encoding", "chunked"))
    end = (last_chunk(),) if ended else (Silence(),)
    server = bench.server((start, *(chunked(piece) for piece in pieces), *end))
    api = bench.dial(server, **options)._client
    return bench.shell.items(api.stream(LINES, {}))


@case("S-09", "JSON lines with blank lines, CRLF, cut everywhere, the last without a line end.")
def json_lines(bench: Bench) -> str:
    """The same values, however they are cut."""
    raw = b'{"n": 1}\r\n\n{"n": "\xc3\xa9"}\n\r\n{"n": 3, "done": true}'
    expected = [{"n": 1}, {"n": "\u00e9"}, {"n": 3, "done": True}]
    assert lines(bench, raw) == expected
    assert lines(bench, *(raw[n : n + 1] for n in range(len(raw)))) == expected
    return "the same values"


@case("S-09", "A JSON line with an error; lines that end without `done`; `done: false` for ever.")
def json_lines_fail(bench: Bench) -> str:
    """The same errors as in event streams."""
    assert isinstance(bench.error(lambda: lines(bench, b'{"error": "no"}\n')), StatusError)
    error = bench.error(lambda: lines(bench, b'{"done": false}\n'))
    assert isinstance(error, polyvox.StreamTruncated)
    idle = polyvox.Timeouts(idle=0.2)
    error = bench.error(lambda: lines(bench, b'{"done": false}\n', ended=False, timeout=idle))
    assert isinstance(error, polyvox.errors.IdleTimeout)
    return "a StatusError, StreamTruncated, IdleTimeout"


@case("S-10", "A loop left by break after one event, 20 times; two connections allowed.")
def left_early(bench: Bench) -> str:
    """Leaving frees the connection at once."""
    server = bench.play("stream_silence")
    client = bench.dial(server, max_connections=2)
    for _ in range(20):
        assert len(bench.events(client, 1)) == 1
    assert server.wait_until_left()
    return "20 times one event; no connection stays open"


@case("S-11", "The task is cancelled, or Ctrl-C pressed, while the next event is awaited.")
def cancelled(bench: Bench) -> str:
    """The connection is freed."""
    server = bench.play("stream_silence")
    client = bench.dial(server, max_connections=1)
    if bench.shell.is_async:

        async def read() -> None:
            """Read until cancelled from outside, after the first event."""
            task = asyncio.current_task()
            assert task is not None
            async with client.stream("Hi", model="m") as stream:
                async for _ in stream:
                    asyncio.get_running_loop().call_later(0.05, task.cancel)

        with pytest.raises(asyncio.CancelledError):
            bench.shell.call(read)
    else:
        strike = threading.Timer(0.1, signal.pthread_kill, (threading.get_ident(), signal.SIGINT))
        client.on("first_token", lambda _: strike.start())
        with pytest.raises(KeyboardInterrupt):
            bench.events(client)
    assert server.wait_until_left()
    return "CancelledError or KeyboardInterrupt; no connection stays open"


@case("S-12", "The consumer raises an error of its own within the loop.")
def consumer_fails(bench: Bench) -> str:
    """The error arrives as it is, and the connection is freed."""
    server = bench.play("stream_silence")
    client = bench.dial(server, max_connections=1)
    stream = client.stream("Hi", model="m")
    if bench.shell.is_async:

        async def consume() -> None:
            """Fail at the first event."""
            async with stream:
                async for _ in stream:
                    raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            bench.shell.call(consume)
    else:
        with pytest.raises(ZeroDivisionError), stream:
            for _ in stream:
                raise ZeroDivisionError
    assert server.wait_until_left()
    return "the consumer's own error; no connection stays open"


@case("S-13", "A stream is read a second time, and read after it was left.")
def read_twice(bench: Bench) -> str:
    """A stream is read once."""
    client = bench.dial(bench.play("stream"))
    stream = client.stream("Hi", model="m")
    bench.shell.items(stream)
    assert isinstance(bench.error(lambda: bench.shell.items(stream)), StreamClosed)
    left = client.stream("Hi", model="m")
    bench.shell.items(left, 1)
    assert isinstance(bench.error(lambda: bench.shell.one(left)), StreamClosed)
    return "StreamClosed"


@case("S-14", "One event of 20 MB.")
def huge_line(bench: Bench) -> str:
    """It is an event like any other."""
    assert bench.text(bench.dial(bench.play("stream_huge_line"))) == "hello"
    return "the whole answer"


@case("S-14", "An event that passes 64 MiB, after an ordinary one.")
def too_huge_line(bench: Bench) -> str:
    """It is cut off with a typed error."""
    start = event_stream(*chat_events("he", finish=None, done=False), ended=False)
    endless = (chunked(b"data: "), Repeat(chunked(bytes(1 << 20)).content, seconds=0))
    error = bench.stream_error(bench.dial(bench.server((*start, *endless)), timeout=30))
    assert isinstance(error, StreamProtocolError)
    assert error.partial.text == "he"
    return "StreamProtocolError; `partial` has the text so far"


@case("S-15", "A gzip stream that is flushed after each event, silent after the first.")
def flushed_gzip(bench: Bench) -> str:
    """Each event comes out when it comes in."""
    packer = zlib.compressobj(wbits=31)
    first = packer.compress(chat_events("he")[0]) + packer.flush(zlib.Z_SYNC_FLUSH)
    server = bench.server(
        (*event_stream(first, headers=[("Content-Encoding", "gzip")], ended=False), Silence())
    )
    (only,) = bench.events(bench.dial(server), 1)
    assert only.text == "he"
    return "the first event"


@case("S-15", "A gzip stream, whole; and one that stops in the middle.")
def whole_gzip(bench: Bench) -> str:
    """Compression changes nothing."""
    assert bench.text(bench.dial(bench.play("stream_gzip"))) == "hello"
    packed = gzip.compress(b"".join(chat_events("hello")))
    server = bench.server(event_stream(packed[:-12], headers=[("Content-Encoding", "gzip")]))
    assert isinstance(bench.stream_error(bench.dial(server)), polyvox.PolyvoxError)
    return "the whole answer; an error for the other"


@case("S-16", "A body without any framing, cut by the end of the connection.")
def until_close(bench: Bench) -> str:
    """HTTP cannot tell; the end marker can."""
    error = breaks(bench, "stream_until_close", polyvox.StreamTruncated)
    assert error.partial.text == "he"
    return "StreamTruncated; `partial` has the text so far"


@case("S-06", "An event that is not JSON; an event with broken UTF-8.")
def broken_events(bench: Bench) -> str:
    """Broken JSON is an error, broken UTF-8 gives U+FFFD as the standard says."""
    error = breaks(bench, "stream_broken_json", StreamProtocolError)
    assert error.partial.text == "he"
    assert json.loads(json.dumps(error.body)) == '{"choices": ['
    assert "\ufffd" in bench.text(bench.dial(bench.play("stream_broken_utf8")))
    return "StreamProtocolError with `partial` and `body`; the text with U+FFFD"
