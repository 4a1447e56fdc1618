"""Rows R-08 to R-16: how often, with what, and until when."""

from __future__ import annotations

import asyncio
import io
import signal
import threading
from typing import Any

import pytest
from cases import Bench, case

import polyvox
from polyvox.errors import ConnectFailed
from polyvox.testing.faults import (
    End,
    FullBacklog,
    Reset,
    Unread,
    answer,
    chat_events,
    completion,
    error_answer,
    event_stream,
)
from polyvox_core.retry import RetryBudget

GOOD = (answer(completion()),)
STORED = (answer({"name": "x", "url": "files/b/x", "nodeType": "ITEM"}),)


@case("R-08", "500 for ever, with a retry budget of 20 tokens.")
def budget(bench: Bench) -> str:
    """An empty bucket ends all retries of a client."""
    server = bench.play("server_error")
    retry = polyvox.Retry(attempts=4, wait_min=0.001, budget=RetryBudget(20))
    client = bench.dial(server, retry=retry)
    counts = []
    for _ in range(3):
        assert bench.chat_error(client).status == 500
        counts.append(len(server.requests))
    assert counts == [4, 6, 7]
    return "4 requests for the first call, 2 for the second, 1 for the third"


@case("R-08", "Two clients, one with an empty budget.")
def budget_of_each(bench: Bench) -> str:
    """Clients do not share a bucket, unless they are made to."""
    server = bench.play("server_error")
    poor = polyvox.Retry(attempts=2, wait_min=0.001, budget=RetryBudget(1))
    bench.chat_error(bench.dial(server, retry=poor))
    assert len(server.requests) == 1
    bench.chat_error(bench.dial(server, retry=polyvox.Retry(attempts=2, wait_min=0.001)))
    assert len(server.requests) == 3
    return "no retry for the one, one retry for the other"


@case("R-08", "One failure and one success in turn, 40 times, with a budget of 5 tokens.")
def budget_refills(bench: Bench) -> str:
    """Success after a retry gives its cost back."""
    scripts = [(error_answer(503),), GOOD] * 40
    server = bench.server(*scripts)
    retry = polyvox.Retry(attempts=2, wait_min=0.0001, budget=RetryBudget(5))
    client = bench.dial(server, retry=retry)
    for _ in range(40):
        assert bench.chat(client).text == "hello"
    return "40 answers"


@case("R-08", "20 calls at once against a server that always fails; 50 tokens, 3 attempts.")
def budget_shared(bench: Bench) -> str:
    """Calls at once share the bucket safely."""
    server = bench.play("server_error")
    retry = polyvox.Retry(attempts=3, wait_min=0.001, budget=RetryBudget(50))
    client = bench.dial(server, retry=retry)

    def failing() -> Any:
        """One call whose failure is expected."""
        return bench.caught(client.chat, "Hi", model="m")

    errors = bench.together([failing] * 20)
    assert all(isinstance(error, polyvox.StatusError) for error in errors)
    assert len(server.requests) == 30
    return "20 first attempts and exactly 10 retries"


@case("R-09", "500 for ever, 3 attempts.")
def counted_once(bench: Bench) -> str:
    """Attempts are what is on the wire."""
    server = bench.play("server_error")
    error = bench.chat_error(bench.dial(server))
    assert (error.attempts, len(server.requests)) == (3, 3)
    counts = [b"x-retry-count: %d\r\n" % n in server.requests[n].lower() for n in (1, 2)]
    assert counts == [True, True]
    assert b"x-retry-count" not in server.requests[0].lower()
    return "exactly 3 requests, the repeated ones with X-Retry-Count; `attempts` is 3"


@case("R-09", "The same, with retry=False, retry=1, and retry=5 for one call.")
def policy_per_call(bench: Bench) -> str:
    """The call's policy beats the client's."""
    for retry, count in ((False, 1), (1, 1), (5, 5)):
        server = bench.play("server_error")
        bench.chat_error(bench.dial(server), retry=retry)
        assert len(server.requests) == count
    return "1, 1 and 5 requests"


@case("R-10", "A reset, or the end of the connection, in place of an answer to a chat.")
def broken_chat(bench: Bench) -> str:
    """A chat that was sent is repeated once, since it may have been billed."""
    for step in (Reset(), End()):
        server = bench.server((step,))
        error = bench.chat_error(bench.dial(server, retry=polyvox.Retry(5, wait_min=0.001)))
        assert isinstance(error, polyvox.ConnectionFailed)
        assert len(server.requests) == 2
    return "ConnectionFailed after 2 requests of 5 allowed"


@case("R-10", "The same, with resend_posts=False.")
def never_resend(bench: Bench) -> str:
    """The repetition can be switched off."""
    server = bench.server((Reset(),))
    retry = polyvox.Retry(5, wait_min=0.001, resend_posts=False)
    assert isinstance(bench.chat_error(bench.dial(server, retry=retry)), polyvox.ConnectionFailed)
    assert len(server.requests) == 1
    return "ConnectionFailed after 1 request"


@case("R-10", "A reset in place of an answer to a GET, twice; then an answer.")
def broken_get(bench: Bench) -> str:
    """What changes nothing is repeated as often as the policy says."""
    server = bench.server((Reset(),), (End(),), (answer({"data": []}),))
    assert bench.shell.call(bench.dial(server).deployments.list) == []
    assert len(server.requests) == 3
    return "the answer, from the third attempt"


@case("R-10", "A reset as soon as the connection is there, twice; then an answer.")
def broken_at_once(bench: Bench) -> str:
    """Nothing of the request was taken, so it is sent again."""
    server = bench.server((Unread(), Reset()), GOOD)
    assert bench.chat(bench.dial(server)).text == "hello"
    return "the answer, from another connection"


@case("R-10", "A connect time-out and a name that does not exist, 2 attempts each.")
def not_connected(bench: Bench) -> str:
    """What was never sent is always tried again."""
    retry = polyvox.Retry(2, wait_min=0.001)
    with FullBacklog() as server:
        limits = polyvox.Timeouts(connect=0.1)
        error = bench.chat_error(bench.dial(server.url, timeout=limits, retry=retry))
    assert error.attempts == 2
    error = bench.chat_error(bench.dial("http://nowhere.invalid", retry=retry))
    assert isinstance(error, ConnectFailed)
    assert error.attempts == 2
    return "ConnectTimeout and ConnectFailed, after 2 attempts each"


@case("R-11", "503 for an upload from a generator.")
def generator_once(bench: Bench) -> str:
    """A body that can be read once is sent once."""
    server = bench.server((error_answer(503),), STORED)
    pieces = (b"ab" for _ in range(3))
    error = bench.error(
        lambda: bench.shell.call(bench.dial(server).files.upload, pieces, "files/b/x")
    )
    assert (error.status, len(server.requests)) == (503, 1)
    return "ServerError after one request"


@case("R-11", "503 for an upload from an open file that stands at byte 3, then success.")
def file_rewound(bench: Bench) -> str:
    """A file is rewound to where it stood, not to its start."""
    server = bench.server((error_answer(503),), STORED)
    file = io.BytesIO(b"012345")
    file.seek(3)
    bench.shell.call(bench.dial(server).files.upload, file, "files/b/x")
    bodies = [request.partition(b"\r\n\r\n")[2] for request in server.requests]
    assert len(bodies) == 2
    for body in bodies:
        assert b"\r\n345\r\n" in body
        assert b"012" not in body
    return "two requests with the bytes from 3 on"


@case("R-12", "Ctrl-C, or the task's cancellation, during a wait of 30 s.")
def cancelled_wait(bench: Bench) -> str:
    """The wait ends at once."""
    server = bench.server((error_answer(429, headers=[("Retry-After", "30")]),))
    client = bench.dial(server, timeout=None)
    with bench.within(0):
        if bench.shell.is_async:

            async def cancelled() -> None:
                """Cancel the call as soon as it plans to wait."""
                task = asyncio.ensure_future(client.chat("Hi", model="m"))
                loop = asyncio.get_running_loop()
                client.on("retry", lambda _: loop.call_soon(task.cancel))
                await task

            with pytest.raises(asyncio.CancelledError):
                bench.shell.call(cancelled)
        else:
            main = threading.get_ident()
            strike = threading.Timer(0.1, signal.pthread_kill, (main, signal.SIGINT))
            client.on("retry", lambda _: strike.start())
            with pytest.raises(KeyboardInterrupt):
                client.chat("Hi", model="m")
    assert len(server.requests) == 1
    return "KeyboardInterrupt or CancelledError at once"


@case("R-13", "A reset before the first event of a stream, then a whole stream.")
def stream_before_first(bench: Bench) -> str:
    """Nothing was delivered, so it is tried again."""
    head = event_stream(ended=False)
    server = bench.server((*head, Reset()), event_stream(*chat_events("hello")))
    assert bench.text(bench.dial(server)) == "hello"
    assert len(server.requests) == 2
    return "the whole answer, from the second attempt"


@case("R-13", "A reset after the first event of a stream; three attempts allowed.")
def stream_after_first(bench: Bench) -> str:
    """What was delivered is never asked for again."""
    server = bench.play("stream_reset")
    error = bench.stream_error(bench.dial(server))
    assert isinstance(error, polyvox.StreamInterrupted)
    assert len(server.requests) == 1
    return "StreamInterrupted after one request"


@case("R-14", "503 for a streaming request, then a stream; one connection allowed.")
def stream_status(bench: Bench) -> str:
    """The error's body is drained, so that the retry finds a free connection."""
    server = bench.server((error_answer(503),), event_stream(*chat_events("hello")))
    client = bench.dial(server, max_connections=1)
    assert bench.text(client) == "hello"
    assert (len(server.requests), server.connections.count) == (2, 1)
    return "the whole answer, over the same connection"


@case("R-15", "500 for ever, 3 attempts, with a listener for `retry`.")
def told(bench: Bench) -> str:
    """Each retry is told before its wait."""
    client = bench.dial(bench.play("server_error"))
    heard: list[Any] = []
    client.on("retry", heard.append)
    bench.chat_error(client)
    assert [(one.attempt, one.error.status) for one in heard] == [(1, 500), (2, 500)]
    return "2 events with attempt, wait and error"


@case("R-16", "503 for ever, 8 attempts, with known random numbers.")
def jitter(bench: Bench) -> str:
    """Full jitter up to a doubling limit, at most wait_max."""
    numbers = iter([1.0, 0.5, 0.0, 1.0, 1.0, 1.0, 0.25])
    retry = polyvox.Retry(8, wait_min=0.5, wait_max=4.0, random=lambda: next(numbers))
    client = bench.dial(bench.server((error_answer(503),)), retry=retry, timeout=None)
    waits = bench.waits(client)
    bench.chat_error(client)
    assert waits == [0.5, 0.5, 0.0, 4.0, 4.0, 4.0, 1.0]
    return "waits of 0.5, 0.5, 0, 4, 4, 4 and 1 s, as the numbers say"
