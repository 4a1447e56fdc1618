"""HTTP clients and transports of the caller's own: what they may not do, whatever they are."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import Any

import httpx
import httpx2
import httpx_aiohttp
import pytest
from recorder import Recorder, json_answer
from shells import Shell

import polyvox
from polyvox.testing.faults import SCENARIOS, FaultServer
from polyvox_core.errors import ConnectFailed, ConnectionFailed, DeadlineExceeded

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def made(library: Any, shell: Shell, **options: Any) -> Any:
    """A client of *library*, of the shell's kind."""
    return (library.AsyncClient if shell.is_async else library.Client)(**options)


@pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
def test_cookies_are_nobodys(shell: Shell, recorder: Recorder, library: Any) -> None:
    """The client's own cookies go along; what answers set does not, nor does it stay."""
    recorder.always(json_answer("{}", headers=("Set-Cookie: session=of-ann; Path=/",)))
    http_client = made(library, shell, cookies={"gate": "open"}, trust_env=False)
    client = shell.dial(base_url=recorder.url, http_client=http_client)
    shell.call(client.request, "GET", "x")
    first = recorder.header("Cookie")
    shell.call(client.request, "GET", "x")
    second = recorder.header("Cookie")
    shell.call(client.request, "GET", "x", headers={"Cookie": "mine=1"})
    shell.shut(http_client)

    assert ["gate=open", "gate=open", "mine=1"] == [first, second, recorder.header("Cookie")]


def test_no_cookies_at_all(shell: Shell, recorder: Recorder) -> None:
    """A client that brought none sends none."""
    recorder.always(json_answer("{}", headers=("Set-Cookie: session=of-ann; Path=/",)))
    http_client = made(httpx, shell, trust_env=False)
    client = shell.dial(base_url=recorder.url, http_client=http_client)
    for _ in range(2):
        shell.call(client.request, "GET", "x")
    shell.shut(http_client)

    assert None is recorder.header("Cookie")


@pytest.fixture
def bridged() -> Callable[[Shell, str], Any]:
    """Makes an Async client over httpx-aiohttp."""

    def dial(shell: Shell, url: str) -> Any:
        """Same."""
        return shell.dial(base_url=url, transport=httpx_aiohttp.AiohttpTransport(), timeout=5)

    return dial


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        HEAD,
        HEAD + b"X: " + b"x" * 300_000 + b"\r\n\r\n",
        HEAD + b"Content-length: 9\r\n\r\n{}",
        HEAD + b"Transfer-encoding: Chunked\r\n\r\n5\r\nab",
    ],
    ids=["nothing", "ssh", "half", "long", "cut", "cut chunk"],
)
def test_what_httpx_aiohttp_lets_through(
    bridged: Callable[[Shell, str], Any], recorder: Recorder, reply: bytes
) -> None:
    """Raw errors of aiohttp are ours as well; a broken connection is none that never was."""
    recorder.reply(reply)
    with Shell("async") as shell, pytest.raises(ConnectionFailed) as caught:
        shell.call(
            bridged(shell, recorder.url).request, "POST", "x", headers={"X-Secret": "a-word"}
        )

    assert ConnectionFailed is type(caught.value)
    one: BaseException | None = caught.value
    while one is not None:
        assert "a-word" not in f"{one!r} {one}"
        one = one.__cause__ or one.__context__


def test_nobody_listens(bridged: Callable[[Shell, str], Any]) -> None:
    """The same error as over our own transport."""
    with Recorder() as gone:
        pass
    with Shell("async") as shell, pytest.raises(ConnectFailed):
        shell.call(bridged(shell, gone.url).request, "GET", "x")


@pytest.mark.parametrize("scenario", ["dribbled_head", "dribbled_body"])
def test_the_total_holds_for_async_clients(scenario: str) -> None:
    """A timer ends what httpx waits for, however the server dribbles."""
    with (
        FaultServer(*SCENARIOS[scenario].scripts) as server,
        Shell("async") as shell,
    ):
        http_client = httpx.AsyncClient(trust_env=False)
        client = shell.dial(base_url=server.url, http_client=http_client, timeout=0.2)
        with pytest.raises(DeadlineExceeded):
            shell.call(client.chat, "Hi", model="m")
        shell.shut(http_client)


@pytest.mark.parametrize(
    ("raised", "error"),
    [
        (ssl.SSLError("tls"), ConnectionFailed),
        (httpx.RemoteProtocolError("cut"), ConnectionFailed),
        (ZeroDivisionError("mine"), ZeroDivisionError),
    ],
)
def test_errors_of_brought_transports(shell: Shell, raised: Exception, error: type) -> None:
    """Those of libraries are ours; those of the caller's own code stay what they are."""

    def answer(request: httpx.Request) -> httpx.Response:
        """Fail."""
        raise raised

    client = shell.dial(base_url="http://toy.test", transport=httpx.MockTransport(answer))

    with pytest.raises(error) as caught:
        shell.call(client.bucket)

    assert raised in {caught.value, caught.value.__cause__}
    assert isinstance(caught.value, polyvox.PolyvoxError) == (error is ConnectionFailed)
