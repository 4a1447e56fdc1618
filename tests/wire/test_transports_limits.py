"""Limits, ends and connections hold over every transport."""

from __future__ import annotations

import asyncio
import gc
import ssl
from collections.abc import Iterator
from typing import Any

import pytest
import trustme
from over import PAIRS, Over
from recorder import Recorder, answer, json_answer
from shells import KEY, Shell

import polyvox
from polyvox import ConfigError, Timeouts
from polyvox.testing.faults import (
    SCENARIOS,
    End,
    FaultServer,
    FullBacklog,
    Send,
    Silence,
    Unread,
    completion,
)
from polyvox.testing.faults import answer as whole_answer
from polyvox_core.errors import (
    ConnectFailed,
    ConnectTimeout,
    DeadlineExceeded,
    PoolTimeout,
    ReadTimeout,
)
from polyvox_core.message import Request
from polyvox_core.origin import origin_of
from polyvox_core.timeouts import Patience
from polyvox_core.transport.bounding import in_time

EMPTY = json_answer("{}")
STREAM = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
    b'data: {"choices":[{"index":0,"delta":{"content":"Hi"}}]}\n\n'
)


@pytest.fixture(params=PAIRS, ids=["-".join(pair) for pair in PAIRS])
def over(request: pytest.FixtureRequest) -> Iterator[Over]:
    """Every pair of shell and transport."""
    name, transport = request.param
    with Shell(name) as shell:
        yield Over(shell, transport)


def ask(over: Over, client: Any, **options: Any) -> Any:
    """One raw call."""
    return over.shell.call(client.request, "GET", "x", **options)


@pytest.mark.parametrize(("keep", "connections"), [(1, 1), (0, 3)])
def test_connections_are_kept(over: Over, recorder: Recorder, keep: int, connections: int) -> None:
    """Between calls, also after an answer without a body; or not, if none may be."""
    recorder.reply(EMPTY, answer(status="204 No Content"), EMPTY)
    client = over.dial(recorder.url, max_idle=keep)

    contents = [ask(over, client).content for _ in range(3)]

    assert ([b"{}", b"", b"{}"], connections) == (contents, recorder.connections)


def test_connections_that_are_gone(over: Over) -> None:
    """What the server closed quietly is not used again, and no retry is needed."""
    with FaultServer(*SCENARIOS["stale_keep_alive"].scripts) as server:
        client = over.dial(server.url)
        over.shell.call(client.chat, "Hi", model="m")
        assert server.wait_until_left()
        over.shell.call(client.chat, "Hi", model="m")

        assert 2 == server.connections.count


def test_waiting_for_a_connection(over: Over, recorder: Recorder) -> None:
    """The only one is in use."""
    recorder.reply(STREAM)
    client = over.dial(recorder.url, max_connections=1)
    stream = client.stream("Hi", model="m")
    over.shell.one(stream)

    with pytest.raises(PoolTimeout, match=r"became free for 0\.02 s"):
        ask(over, client, timeout=Timeouts(pool=0.02))
    over.shell.shut(stream)


@pytest.mark.parametrize("timeout", [Timeouts(read=0.05), Timeouts(total=0.05)])
def test_silent_servers(over: Over, timeout: Timeouts) -> None:
    """The read limit or the total ends the wait."""
    error = ReadTimeout if timeout.read == 0.05 else DeadlineExceeded
    with FaultServer((Silence(),)) as server, pytest.raises(error) as caught:
        ask(over, over.dial(server.url), timeout=timeout)

    assert error is type(caught.value)


def test_no_limits_at_all(over: Over) -> None:
    """An answer is awaited as long as it takes."""
    limits = Timeouts(total=None, connect=None, read=None, write=None, pool=None, idle=None)
    with FaultServer((Silence(0.05), whole_answer(completion()))) as server:
        client = over.dial(server.url, timeout=limits)

        assert "hello" == over.shell.call(client.chat, "Hi", model="m").text


@pytest.mark.parametrize("scenario", ["dribbled_head", "dribbled_body"])
def test_dribbling_servers(over: Over, scenario: str) -> None:
    """The total ends it; but a head over httpx, blocking, whose library knows no total."""
    if (over.shell.is_async, over.name[:5]) == (False, "httpx"):
        scenario = "dribbled_body"  # Each byte of a head renews the library's limit.
    with FaultServer(*SCENARIOS[scenario].scripts) as server:
        client = over.dial(server.url, timeout=0.2)
        with pytest.raises(DeadlineExceeded):
            over.shell.call(client.chat, "Hi", model="m")


def test_nobody_answers(over: Over) -> None:
    """A full backlog, a port where nobody listens, and a name that nobody has."""
    with FullBacklog() as server, pytest.raises(ConnectTimeout):
        ask(over, over.dial(server.url, timeout=Timeouts(connect=0.1)))
    with Recorder() as gone:
        pass
    for url in (gone.url, "http://toy.invalid"):
        with pytest.raises(ConnectFailed, match="No connection to"):
            ask(over, over.dial(url))
    with pytest.raises(ConnectFailed, match="No connection to the proxy 127"):
        ask(over, over.dial("http://toy.invalid", proxy=gone.url))


def test_certificates(over: Over) -> None:
    """One that nobody vouches for is refused for good; `verify=` takes a context."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with FaultServer((whole_answer(completion()),), ssl_context=context) as server:
        with pytest.raises(ConnectFailed, match="certificate is not trusted") as caught:
            over.shell.call(over.dial(server.url).chat, "Hi", model="m")
        client = over.dial(server.url, verify=trusting)
        reply = over.shell.call(client.chat, "Hi", model="m")

    assert (False, "hello") == (caught.value.retryable, reply.text)


def test_tls_that_is_none(over: Over) -> None:
    """A server that speaks something else where TLS is expected."""
    with FaultServer((Unread(), Send(b"SSH-2.0-OpenSSH_9.6\r\n"), End())) as server:
        address = server.url.replace("http", "https")
        with pytest.raises(ConnectFailed):
            ask(over, over.dial(address, verify=False))


def test_closed_clients(over: Over, recorder: Recorder) -> None:
    """Closing is final, and may happen twice."""
    recorder.always(EMPTY)
    client = over.dial(recorder.url)
    ask(over, client)
    over.shell.shut(client)
    over.shell.shut(client)

    with pytest.raises(ConfigError, match="closed"):
        ask(over, client)


def test_forked_children_begin_anew(over: Over, recorder: Recorder) -> None:
    """After a fork the child, which has another process id, has no connections."""
    recorder.always(EMPTY)
    client = over.dial(recorder.url)
    ask(over, client)
    client._client.runner.transport._pid = -1
    for _ in range(2):
        ask(over, client)

    assert (3, 2) == (len(recorder.requests), recorder.connections)


@pytest.mark.parametrize("name", ["own", "httpx", "httpx2", "aiohttp"])
def test_forgotten_clients_close(name: str, recorder: Recorder) -> None:
    """One warning, which is ours, and the connections are closed by the running loop."""
    recorder.always(EMPTY)

    async def forget() -> None:
        """Use a client, and leave it to the garbage collection."""
        client = polyvox.AsyncDial(
            base_url=recorder.url, api_key=KEY, transport=name, trust_env=False
        )
        await client.request("GET", "x")
        del client
        gc.collect()
        await asyncio.sleep(0)

    with pytest.warns(ResourceWarning) as caught:
        asyncio.run(forget())

    assert ["unclosed client: use it in a with block, or close it"] == [
        str(one.message) for one in caught
    ]


@pytest.mark.parametrize("name", ["httpx", "httpx2"])
def test_forgotten_blocking_clients_close(name: str, recorder: Recorder) -> None:
    """Same."""
    recorder.always(EMPTY)

    def forget() -> None:
        """Use a client, and leave it to the garbage collection."""
        client = polyvox.Dial(base_url=recorder.url, api_key=KEY, transport=name, trust_env=False)
        client.request("GET", "x")
        del client
        gc.collect()

    with pytest.warns(ResourceWarning) as caught:
        forget()

    assert 1 == len(caught)


def test_timeouts_of_others_stay() -> None:
    """Only the call's own timer becomes a limit of ours."""
    patience = Patience(Timeouts())
    request = Request("GET", origin_of("http://toy.test"), "/", [], None, patience)

    async def work() -> None:
        """Give up."""
        raise TimeoutError

    with pytest.raises(TimeoutError):
        asyncio.run(in_time(request, work()))


def test_closed_answers_give_nothing(over: Over, recorder: Recorder) -> None:
    """Reading after closing gives no bytes; closing twice does nothing."""
    recorder.always(EMPTY)
    transport = over.dial(recorder.url)._client.runner.transport
    patience = Patience(Timeouts())
    headers = [("Host", recorder.host)]
    request = Request("GET", origin_of(recorder.url), "/", headers, None, patience)

    incoming = over.shell.call(transport.open, request)
    for _ in range(2):
        over.shell.call(transport.close_incoming, incoming)

    assert b"" == over.shell.call(transport.read, incoming)
