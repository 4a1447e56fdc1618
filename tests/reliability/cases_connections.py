"""Rows C: connections are reused, freed, shared and closed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cases import Bench, case

import polyvox
from polyvox.testing.faults import (
    Silence,
    answer,
    chat_events,
    completion,
    error_answer,
    event_stream,
)

GOOD = (answer(completion()),)
THREADS = pytest.mark.not_over(
    "httpx", "httpx2", shell="sync", reason="their pool may close what a thread just took"
)
PROGRAMS = Path(__file__).parent / "programs"


def program(name: str, *arguments: str, **variables: str) -> str:
    """Output of a program of this folder, run so that each warning is an error."""
    command = [sys.executable, "-X", "dev", "-W", "error", str(PROGRAMS / f"{name}.py")]
    ended = subprocess.run(
        [*command, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **variables},
    )
    assert (ended.stderr, ended.returncode) == ("", 0)
    return ended.stdout.strip()


@case("C-01", "401 for ten streaming requests; one connection allowed.")
def error_closes(bench: Bench) -> str:
    """An error status gives its connection back."""
    server = bench.server((error_answer(401),))
    limits = polyvox.Timeouts(pool=1)
    client = bench.dial(server, max_connections=1, timeout=limits)
    for _ in range(10):
        assert bench.stream_error(client).status == 401
    assert server.connections.count == 1
    return "10 times AuthenticationError, over one connection"


@case("C-02", "500 streams, each left by break after one event; two connections allowed.")
def many_left(bench: Bench) -> str:
    """None is lost."""
    server = bench.play("stream_silence")
    client = bench.dial(server, max_connections=2, timeout=polyvox.Timeouts(pool=1))
    for _ in range(500):
        assert len(bench.events(client, 1)) == 1
    assert server.wait_until_left()
    return "500 times one event; no connection stays open"


@case("C-03", "1,000 requests, one after another.")
def reused(bench: Bench) -> str:
    """One connection serves them all."""
    server = bench.server(GOOD)
    client = bench.dial(server)
    for _ in range(1000):
        bench.chat(client)
    assert (len(server.requests), server.connections.count) == (1000, 1)
    return "1,000 answers over one connection"


@case("C-04", "One module-level client, used before, in and after three asyncio.run calls.")
def loops(bench: Bench) -> str:
    """It works in each loop, and is quiet at exit."""
    assert program("loops", bench.shell.name) == "hello hello hello"
    return "three answers; nothing on stderr under -X dev -W error"


@case("C-05", "A client that is closed, and one that is forgotten, under -X dev.")
def warnings_at_exit(bench: Bench) -> str:
    """No warning for the one, one clear warning for the other."""
    assert program("closing", bench.shell.name) == ""
    (line,) = program("forgetting", bench.shell.name).splitlines()
    assert line.startswith("ResourceWarning: unclosed client")
    return "no warning; one ResourceWarning that says what to do"


@case("C-06", "1,000 streams left after one event (10,000 in `make soak`); two connections.")
def memory(bench: Bench) -> str:
    """Memory stays flat after the first hundred."""
    count = os.environ.get("POLYVOX_SOAK", "1000")
    grown = float(program("leaving", bench.shell.name, count))
    assert grown < 5
    return "less than 5 MB of growth after the first hundred; no warning under -X dev -W error"


@case("C-08", "50 threads (or tasks) call one client 10 times each.", THREADS)
def shared(bench: Bench) -> str:
    """All get their answers."""
    server = bench.server(GOOD)
    client = bench.dial(server, max_connections=20)

    if bench.shell.is_async:

        async def work() -> list[str]:
            """Ten calls, one after another."""
            return [(await client.chat("Hi", model="m")).text for _ in range(10)]
    else:

        def work() -> list[str]:
            """Ten calls, one after another."""
            return [client.chat("Hi", model="m").text for _ in range(10)]

    assert bench.together([work] * 50) == [["hello"] * 10] * 50
    assert server.connections.count <= 20
    return "500 answers over at most 20 connections"


@case("C-08", "A client with open connections is used in the parent and in a forked child.")
def forked(bench: Bench) -> str:
    """Each has connections of its own."""
    assert program("forking", bench.shell.name) == "child hello\nparent hello"
    return "both get their answers, over connections of their own"


@case("C-09", "A client is closed while a stream is being read.")
def closed_in_flight(bench: Bench) -> str:
    """The stream goes on, and takes its connection with it; new calls are refused."""
    head, *rest = event_stream(*chat_events("he", "llo"))
    server = bench.server((head, rest[0], Silence(0.05), *rest[1:]))
    client = bench.dial(server)
    stream = client.stream("Hi", model="m")
    first = bench.shell.one(stream)
    bench.shell.shut(client)
    events = bench.shell.items(stream)
    assert (first.text, events[-1].reply.text) == ("he", "hello")
    assert server.wait_until_left()
    assert isinstance(bench.chat_error(client), polyvox.ConfigError)
    return "the whole answer; no connection stays open; ConfigError for a new call"


@case("C-10", "The server closes an idle connection quietly; then the next call.")
def stale(bench: Bench) -> str:
    """It gets a new one."""
    server = bench.play("stale_keep_alive")
    client = bench.dial(server, retry=False)
    texts = [bench.chat(client).text]
    assert server.wait_until_left()
    texts.append(bench.chat(client).text)
    assert (texts, server.connections.count) == (["hello", "hello"], 2)
    return "both answers, without a retry"


@case("C-10", "A kept connection is reset when the next request comes.")
def reset_when_reused(bench: Bench) -> str:
    """The request is sent again, once."""
    server = bench.play("reused_reset")
    client = bench.dial(server)
    assert [bench.chat(client).text, bench.chat(client).text] == ["hello", "hello"]
    assert len(server.requests) == 3
    return "both answers, the second from the second attempt"
