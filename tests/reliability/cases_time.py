"""Rows T: time limits that hold, whatever the server does."""

from __future__ import annotations

import math

import pytest
from cases import Bench, case

import polyvox
from polyvox import Timeouts
from polyvox.errors import (
    ConnectTimeout,
    DeadlineExceeded,
    IdleTimeout,
    PoolTimeout,
    ReadTimeout,
    WriteTimeout,
)
from polyvox.testing.faults import (
    Dribble,
    End,
    FullBacklog,
    Repeat,
    Silence,
    chat_events,
    chunked,
    completion,
    event_stream,
)
from polyvox.testing.faults import answer as whole_answer

TOTAL = 0.4
DRIBBLED = pytest.mark.not_over(
    "httpx", "httpx2", shell="sync", reason="its own limit starts anew with each byte of a head"
)


def ends_in_time(bench: Bench, scenario: str, *, stream: bool) -> str:
    """The call of *scenario* ends with the deadline's error soon after its total."""
    client = bench.dial(bench.play(scenario), timeout=TOTAL)
    with bench.within(TOTAL):
        error = (bench.stream_error if stream else bench.chat_error)(client)
    assert DeadlineExceeded is type(error)
    if stream and error.partial is not None and error.partial.text:
        return "DeadlineExceeded in time; `partial` has the text so far"
    return "DeadlineExceeded in time"


@case("T-01", "The server reads the request and stays silent; read limit 0.3 s, no retries.")
def silent_server(bench: Bench) -> str:
    """The read limit ends it."""
    client = bench.dial(bench.play("silence"), timeout=Timeouts(read=0.3), retry=False)
    with bench.within(0.3):
        error = bench.chat_error(client)
    assert ReadTimeout is type(error)
    return "ReadTimeout in time"


@case("T-01", "The server reads the request and stays silent; total 0.4 s, three attempts.")
def silent_server_total(bench: Bench) -> str:
    """The total ends it."""
    return ends_in_time(bench, "silence", stream=False)


@case("T-02", "The head of the answer comes byte by byte for 200 s; total 0.4 s.", DRIBBLED)
def dribbled_head(bench: Bench) -> str:
    """The total ends it."""
    return ends_in_time(bench, "dribbled_head", stream=False)


@case("T-02", "The body comes byte by byte for 200 s, then silence; total 0.4 s.")
def dribbled_body(bench: Bench) -> str:
    """The total ends it."""
    return ends_in_time(bench, "dribbled_body", stream=False)


@case("T-02", "A few bytes of the body dribble in, then silence; total 0.4 s.")
def dribbled_then_silent(bench: Bench) -> str:
    """The total ends it."""
    script = (whole_answer(b"{", length=5000), Dribble(b"  ", 0.1), Silence())
    client = bench.dial(bench.server(script), timeout=TOTAL)
    with bench.within(TOTAL):
        error = bench.chat_error(client)
    assert DeadlineExceeded is type(error)
    return "DeadlineExceeded in time"


@case("T-02", "The head of a stream comes byte by byte; total 0.4 s.", DRIBBLED)
def dribbled_stream_head(bench: Bench) -> str:
    """The total ends it."""
    return ends_in_time(bench, "dribbled_head", stream=True)


@case("T-03", "Each attempt stays silent for 0.15 s of a read limit; total 0.4 s, 50 attempts.")
def deadline_spans_attempts(bench: Bench) -> str:
    """All attempts and waits share one total."""
    server = bench.play("silence")
    retry = polyvox.Retry(attempts=50, wait_min=0.01)
    client = bench.dial(server, timeout=Timeouts(total=TOTAL, read=0.15), retry=retry)
    with bench.within(TOTAL):
        error = bench.error(lambda: bench.shell.call(client.deployments.list))
    assert isinstance(error, polyvox.TimeoutExpired)
    assert 2 <= len(server.requests) <= 4
    return "a timeout in time, over all attempts and waits together"


@case("T-03", "429 with Retry-After: 120; total 0.4 s.")
def deadline_spans_waits(bench: Bench) -> str:
    """A wait that does not fit is not begun."""
    client = bench.dial(bench.play("retry_after_long"), timeout=TOTAL)
    with bench.within(TOTAL):
        error = bench.chat_error(client)
    assert isinstance(error, polyvox.RateLimited)
    assert error.retry_after == 120
    return "RateLimited at once, with `retry_after` 120"


@case("T-04", "One event, then keep-alive comments for ever; idle limit 0.3 s.")
def comments_do_not_count(bench: Bench) -> str:
    """Comments do not renew the idle limit."""
    client = bench.dial(bench.play("stream_comments"), timeout=Timeouts(idle=0.3))
    with bench.within(0.3):
        error = bench.stream_error(client)
    assert IdleTimeout is type(error)
    assert error.partial.text == "he"
    return "IdleTimeout in time; `partial` has the text so far"


@case("T-04", "Keep-alive comments for ever, and no event at all; idle limit 0.3 s.")
def only_comments(bench: Bench) -> str:
    """The first event is awaited no longer than the others."""
    client = bench.dial(bench.play("stream_comments_only"), timeout=Timeouts(idle=0.3))
    with bench.within(0.3):
        error = bench.stream_error(client)
    assert IdleTimeout is type(error)
    return "IdleTimeout in time"


@case("T-04", "Keep-alive comments for ever; total 0.4 s.")
def comments_and_total(bench: Bench) -> str:
    """The total holds for streams too."""
    return ends_in_time(bench, "stream_comments", stream=True)


@case("T-04", "Ten events, each 0.1 s after the last; idle limit 0.7 s.")
def events_renew(bench: Bench) -> str:
    """Each event renews the idle limit."""
    head, *rest = event_stream(*chat_events(*"abcdefgh"))
    script = [head]
    for step in rest:
        script += [step, Silence(0.1)]
    client = bench.dial(bench.server(tuple(script)), timeout=Timeouts(idle=0.7))
    assert bench.text(client) == "abcdefgh"
    return "the whole answer"


@case("T-04", "All events are there at once; the consumer takes longer over one than the limit.")
def slow_consumer(bench: Bench) -> str:
    """The limit counts waiting for the server, not the consumer's own time."""
    head, *rest = event_stream(*chat_events("a", "b", "c"))
    script = (head, rest[0], Silence(0.05), *rest[1:])
    client = bench.dial(bench.server(script), timeout=Timeouts(idle=0.2))
    clock = bench.clock(client)
    stream = client.stream("Hi", model="m")
    texts = [bench.shell.one(stream).text]
    clock.ahead = 5
    texts += [event.text for event in bench.shell.items(stream) if hasattr(event, "text")]
    assert texts == ["a", "b", "c"]
    return "the whole answer"


@case("T-04", "The first attempt breaks before an event, the second answers after the idle limit.")
def idle_starts_anew(bench: Bench) -> str:
    """A retry does not inherit the idle limit of the attempt before."""
    broken = event_stream(ended=False)[:1]
    good = (Silence(0.25), *event_stream(*chat_events("hello")))
    server = bench.server((*broken, End()), good)
    client = bench.dial(server, timeout=Timeouts(idle=0.2))
    assert bench.text(client) == "hello"
    return "the whole answer, from the second attempt"


@case("T-05", "The server's listen backlog is full; connect limit 0.3 s.")
def full_backlog(bench: Bench) -> str:
    """The connect limit ends it."""
    with FullBacklog() as server:
        client = bench.dial(server.url, timeout=Timeouts(connect=0.3), retry=False)
        with bench.within(0.3):
            error = bench.chat_error(client)
    assert ConnectTimeout is type(error)
    return "ConnectTimeout in time"


@case("T-06", "The only connection is in use by a stream; pool limit 0.3 s.")
def exhausted_pool(bench: Bench) -> str:
    """Waiting for a connection is bounded and named."""
    server = bench.play("stream_silence")
    client = bench.dial(server, timeout=Timeouts(pool=0.3), max_connections=1)
    stream = client.stream("Hi", model="m")
    bench.shell.one(stream)
    with bench.within(0.3):
        error = bench.chat_error(client)
    bench.shell.shut(stream)
    assert PoolTimeout is type(error)
    assert "pool" in str(error)
    return "PoolTimeout in time, and its message says pool"


@case("T-07", "The server never reads the body of an upload of 64 MB; write limit 0.3 s.")
def stalled_upload(bench: Bench) -> str:
    """The write limit ends it."""
    client = bench.dial(bench.play("upload_stall"), timeout=Timeouts(write=0.3), retry=False)
    with bench.within(0.3):
        error = bench.error(
            lambda: bench.shell.call(client.files.upload, bytes(64 << 20), "files/b/big.bin")
        )
    assert WriteTimeout is type(error)
    return "WriteTimeout in time"


@case("T-07", "The server never reads the body of an upload of 64 MB; total 0.4 s.")
def stalled_upload_total(bench: Bench) -> str:
    """The total ends it."""
    client = bench.dial(bench.play("upload_stall"), timeout=TOTAL)
    with bench.within(TOTAL):
        error = bench.error(
            lambda: bench.shell.call(client.files.upload, bytes(64 << 20), "files/b/big.bin")
        )
    assert DeadlineExceeded is type(error)
    return "DeadlineExceeded in time"


@case("T-08", "A silent server; the client's total is 60 s, the call's 0.3 s.")
def call_beats_client(bench: Bench) -> str:
    """The call's own limit counts."""
    client = bench.dial(bench.play("silence"), timeout=60.0)
    with bench.within(0.3):
        error = bench.chat_error(client, timeout=0.3)
    assert DeadlineExceeded is type(error)
    return "DeadlineExceeded in time"


@case("T-08", "An answer after 0.3 s; the client's total is 0.1 s, the call's None.")
def none_lifts_the_total(bench: Bench) -> str:
    """None is no limit."""
    server = bench.server((Silence(0.3), whole_answer(completion())))
    assert bench.chat(bench.dial(server, timeout=0.1), timeout=None).text == "hello"
    return "the answer"


@case("T-08", "A limit of 0, -1, NaN, infinity as text, or True.")
def nonsense_is_refused(bench: Bench) -> str:
    """Nothing is sent."""
    server = bench.play("answer")
    for nonsense in (0, -1, math.nan, "inf", True):
        error = bench.error(lambda nonsense=nonsense: bench.dial(server, timeout=nonsense))
        assert isinstance(error, polyvox.ConfigError)
    assert server.connections.count == 0
    return "ConfigError; nothing is sent"


@case("T-08", "A stream whose comments never end, read with None as the limit of the client.")
def idle_without_total(bench: Bench) -> str:
    """The idle limit holds without a total."""
    script = (event_stream(ended=False)[0], Repeat(chunked(b":\n\n").content))
    client = bench.dial(bench.server(script), timeout=Timeouts(total=None, idle=0.3))
    with bench.within(0.3):
        error = bench.stream_error(client)
    assert IdleTimeout is type(error)
    return "IdleTimeout in time"
