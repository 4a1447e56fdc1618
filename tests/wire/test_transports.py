"""Our transports over real sockets: reuse, limits, breaks, both shells."""

from __future__ import annotations

import gc
import threading
from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import KEY, Shell

import polyvox
from polyvox import ConfigError, DeadlineExceeded, Timeouts
from polyvox_core.calling import Call
from polyvox_core.errors import ConnectFailed, ConnectionFailed, PoolTimeout, ReadTimeout
from polyvox_core.operation import Operation

BUCKET = json_answer('{"bucket":"B1"}')
CHUNK = b'data: {"choices":[{"index":0,"delta":{"content":"Hi"}}]}\n\n'
STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + CHUNK
# The recorder hangs up after it, since it knows the header by another spelling only.
CUT = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-length: 9\r\n\r\n{}"


def ask(shell: Shell, client: Any, **options: Any) -> Any:
    """Ask for something small."""
    return shell.call(client.deployments.limits, "m", **options)


def test_connections_are_used_again(shell: Shell, recorder: Recorder) -> None:
    """One connection serves one call after the other."""
    recorder.always(json_answer("{}"))
    client = shell.dial(base_url=recorder.url)

    for _ in range(3):
        ask(shell, client)

    assert (3, 1) == (len(recorder.requests), recorder.connections)


def test_connections_that_the_server_closed(shell: Shell, recorder: Recorder) -> None:
    """An idle connection that was closed is replaced, not reported."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}"
    recorder.always(body)
    client = shell.dial(base_url=recorder.url)

    for _ in range(3):
        ask(shell, client)

    assert (3, 3) == (len(recorder.requests), recorder.connections)


def test_errors_keep_the_connection(shell: Shell, recorder: Recorder) -> None:
    """An error answer that was read to its end frees its connection for the next call."""
    recorder.reply(answer(b"no", status="404 Not Found"), json_answer("{}"))
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(Exception, match="404"):
        ask(shell, client)
    ask(shell, client)

    assert 1 == recorder.connections


def test_no_more_connections_than_allowed(shell: Shell, recorder: Recorder) -> None:
    """A stream that is open holds its connection; who cannot wait is told so."""
    recorder.reply(STREAM, json_answer("{}"))
    client = shell.dial(base_url=recorder.url, max_connections=1)
    stream = client.stream("Hi", model="m")
    shell.one(stream)

    with pytest.raises(PoolTimeout, match=r"No connection of the pool became free for 0\.02 s"):
        ask(shell, client, timeout=Timeouts(pool=0.02))

    shell.shut(stream)
    assert ask(shell, client) is not None


def test_nothing_is_kept_when_nothing_may_be(shell: Shell, recorder: Recorder) -> None:
    """`max_idle=0` closes each connection after its use."""
    recorder.always(json_answer("{}"))
    client = shell.dial(base_url=recorder.url, max_idle=0)

    ask(shell, client)
    ask(shell, client)

    assert 2 == recorder.connections


def test_leaving_a_stream_frees_its_connection(shell: Shell, recorder: Recorder) -> None:
    """With one connection allowed, the next call gets it at once."""
    recorder.reply(STREAM, json_answer("{}"))
    client = shell.dial(base_url=recorder.url, max_connections=1)

    shell.items(client.stream("Hi", model="m"), limit=1)

    assert ask(shell, client) is not None


@pytest.mark.parametrize(
    "reply",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/x\r\n", b"no HTTP at all\r\n\r\n", CUT],
    ids=["nothing", "half a head", "other protocol", "half a body"],
)
def test_broken_answers(shell: Shell, recorder: Recorder, reply: bytes) -> None:
    """Whatever the server does to the connection is one of our errors."""
    recorder.reply(reply)
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(ConnectionFailed) as caught:
        ask(shell, client)

    assert ConnectionFailed is type(caught.value)


def test_a_silent_server(shell: Shell, recorder: Recorder) -> None:
    """A server that says nothing runs into the read limit, or into the total."""
    done = threading.Event()

    def silent(request: bytes) -> bytes:
        """Wait until the test is over."""
        done.wait(30)
        return b""

    recorder.always(silent)
    client = shell.dial(base_url=recorder.url)
    try:
        with pytest.raises(ReadTimeout, match=r"sent nothing for 0\.05 s"):
            ask(shell, client, timeout=Timeouts(read=0.05))
    finally:
        done.set()


def test_a_total_of_its_own(shell: Shell, recorder: Recorder) -> None:
    """The total counts whatever the call waits for."""
    done = threading.Event()

    def silent(request: bytes) -> bytes:
        """Wait until the test is over."""
        done.wait(30)
        return b""

    recorder.always(silent)
    client = shell.dial(base_url=recorder.url)
    try:
        with pytest.raises(DeadlineExceeded, match=r"within its total time of 0\.05 s"):
            ask(shell, client, timeout=0.05)
    finally:
        done.set()


def test_nobody_listens(shell: Shell) -> None:
    """A port where nobody listens any more, and a name that nobody has."""
    with Recorder() as gone:
        pass
    for url in (gone.url, "http://toy.invalid"):
        client = shell.dial(base_url=url)
        with pytest.raises(ConnectFailed, match="No connection to"):
            ask(shell, client)


def test_a_closed_client(shell: Shell, recorder: Recorder) -> None:
    """Closing is final, and may happen twice."""
    recorder.always(json_answer("{}"))
    client = shell.dial(base_url=recorder.url)
    ask(shell, client)
    shell.shut(client)
    shell.shut(client)

    with pytest.raises(ConfigError, match="The client is closed"):
        ask(shell, client)
    assert 1 == len(recorder.requests)


def test_a_closed_answer_gives_nothing(shell: Shell, recorder: Recorder) -> None:
    """Reading after closing gives no bytes; closing twice does nothing."""
    recorder.always(BUCKET)
    client = shell.dial(base_url=recorder.url)
    transport = client._client.runner.transport
    operation: Operation[Any] = Operation(id="get_bucket", method="GET", path="/v1/bucket")
    call: Call[Any] = Call(client._settings, operation, {})
    request = next(call.attempts(call.whole)).request  # type: ignore[union-attr]

    incoming = shell.call(transport.open, request)
    shell.call(transport.close_incoming, incoming)
    shell.call(transport.close_incoming, incoming)

    assert b"" == shell.call(transport.read, incoming)


@pytest.mark.not_over("aiohttp", reason="what has arrived is taken past the iterator")
def test_an_interrupted_reading_closes(
    shell: Shell, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What interrupts the reading of an answer frees its connection and is passed on."""
    recorder.always(BUCKET)
    client = shell.dial(base_url=recorder.url)
    transport = client._client.runner.transport
    operation: Operation[Any] = Operation(id="get_bucket", method="GET", path="/v1/bucket")
    call: Call[Any] = Call(client._settings, operation, {})
    request = next(call.attempts(call.whole)).request  # type: ignore[union-attr]
    incoming = shell.call(transport.open, request)

    class Interrupting:
        """A body whose reading is interrupted."""

        def __next__(self) -> bytes:
            """Press Ctrl-C."""
            raise ZeroDivisionError

        def __iter__(self) -> Interrupting:
            """Return itself."""
            return self

        async def __anext__(self) -> bytes:
            """Press Ctrl-C."""
            raise ZeroDivisionError

        def __aiter__(self) -> Interrupting:
            """Return itself."""
            return self

    incoming.chunks = Interrupting()

    with pytest.raises(ZeroDivisionError):
        shell.call(transport.read, incoming)
    assert incoming.closed


@pytest.mark.parametrize("given", [True, False])
def test_requests_through_a_proxy(
    shell: Shell, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, given: bool
) -> None:
    """A proxy is told the whole address; it comes from the caller or from the environment."""
    recorder.always(json_answer("{}"))
    monkeypatch.setenv("HTTP_PROXY", recorder.url)
    options = {"proxy": recorder.url} if given else {"trust_env": True}
    client = shell.dial(base_url="http://toy.invalid/x", **options)

    ask(shell, client)
    ask(shell, client)

    line = "GET http://toy.invalid/x/v1/deployments/m/limits"
    # Some libraries leave the default port out.
    assert [line, line] == [head.replace(":80/", "/") for head in recorder.heads()]
    assert 1 == recorder.connections
    assert "toy.invalid" == recorder.header("Host")


def test_a_proxy_that_refuses(shell: Shell, recorder: Recorder) -> None:
    """A tunnel that is not opened is a failure to connect."""
    recorder.always(answer(b"no", status="403 Forbidden"))
    client = shell.dial(base_url="https://toy.invalid", proxy=recorder.url, verify=False)

    with pytest.raises(ConnectFailed, match="The proxy refused the connection to toy"):
        ask(shell, client)

    assert ["CONNECT toy.invalid:443"] == recorder.heads()


@pytest.mark.blocking
def test_forgotten_clients_warn(recorder: Recorder) -> None:
    """A client that is not closed keeps connections, and is told about."""
    recorder.always(json_answer("{}"))

    def forget() -> None:
        """Use a client, and leave it to the garbage collection."""
        client = polyvox.Dial(base_url=recorder.url, api_key=KEY, trust_env=False)
        client.deployments.limits("m")
        del client
        gc.collect()

    with pytest.warns(ResourceWarning, match="unclosed"):
        forget()
