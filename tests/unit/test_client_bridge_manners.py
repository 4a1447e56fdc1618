"""A caller's own httpx client: whose it is, what it may decide, and over real sockets."""

from __future__ import annotations

import socket
from typing import Any

import httpx
import pytest
from pytest_httpserver import HTTPServer
from shells import KEY, Shell
from werkzeug import Request as Received
from werkzeug import Response as Sent

import polyvox
from polyvox_core.errors import ConfigError, ConnectFailed
from polyvox_core.transport.client_bridge import async_transport_of, transport_of

URL = "http://toy.test"
BUCKET = {"bucket": "B1"}


def own_client(shell: Shell, **options: Any) -> Any:
    """A client of httpx, of the shell's kind."""
    return (httpx.AsyncClient if shell.is_async else httpx.Client)(**options)


def test_a_callers_client_stays_open(shell: Shell) -> None:
    """Who made it closes it; a transport is closed with the client made for it."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=BUCKET))
    http_client = own_client(shell, transport=transport)
    client = shell.dial(base_url=URL, http_client=http_client)

    shell.call(client.bucket)
    shell.shut(client)

    assert not http_client.is_closed
    shell.shut(http_client)
    with pytest.raises(ConfigError, match="closed"):
        shell.call(client.api.bucket.get_bucket)


def test_the_callers_client_keeps_its_manners_to_itself(shell: Shell) -> None:
    """Neither its auth nor its redirects apply: credentials go where we send them."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        """Redirect."""
        seen.append(request)
        return httpx.Response(302, headers={"location": "http://evil.test/"})

    http_client = own_client(
        shell,
        transport=httpx.MockTransport(answer),
        auth=("user", "password"),
        follow_redirects=True,
    )
    client = shell.dial(base_url=URL, http_client=http_client)

    with pytest.raises(polyvox.StatusError, match="redirects elsewhere"):
        shell.call(client.bucket)

    assert [False] == ["authorization" in request.headers for request in seen]
    shell.shut(http_client)


def test_over_real_sockets(shell: Shell, httpserver: HTTPServer) -> None:
    """The target travels as we encoded it, also through httpx; uploads are sent whole."""
    seen: list[tuple[str, bytes, dict[str, str]]] = []

    def keep(request: Received) -> Sent:
        """Keep what arrived."""
        target = request.environ["REQUEST_URI"]
        seen.append((target, request.get_data(), dict(request.headers)))
        return Sent('{"url":"files/B1/x"}', content_type="application/json")

    httpserver.expect_request("/v1/files/B1/a%b~'()!*/\u00e9 +,;:@&=$.txt").respond_with_handler(
        keep
    )
    http_client = own_client(shell)
    client = shell.dial(base_url=httpserver.url_for(""), http_client=http_client)

    place = "files/B1/a%25b~%27%28%29%21%2A/%C3%A9%20%2B%2C%3B%3A%40%26%3D%24.txt"
    shell.call(client.files.upload, b"hello", place)
    shell.shut(http_client)

    assert f"/v1/{place}" == seen[0][0]
    assert b"\r\n\r\nhello\r\n" in seen[0][1]
    assert "Transfer-Encoding" not in seen[0][2]
    httpserver.check()


def test_refused_connections(shell: Shell, free_port: int) -> None:
    """Nobody listens: the same error as over our own transport."""
    http_client = own_client(shell)
    client = shell.dial(base_url=f"http://127.0.0.1:{free_port}", http_client=http_client)

    with pytest.raises(ConnectFailed):
        shell.call(client.bucket)
    shell.shut(http_client)


@pytest.fixture
def free_port() -> int:
    """A port on which nobody listens any more."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def test_what_is_no_client_is_refused() -> None:
    """The wrong kind is told apart before anything is sent."""
    mock = httpx.MockTransport(lambda request: httpx.Response(200))

    with pytest.raises(ConfigError, match="Both http_client= and transport="):
        transport_of(object(), object())
    with pytest.raises(ConfigError, match="Both http_client= and transport="):
        async_transport_of(object(), object())
    for given, transport in ((httpx.AsyncClient(), None), ("x", None), (None, "x")):
        with pytest.raises(ConfigError, match="was passed where"):
            transport_of(given, transport)
    for given, transport in ((httpx.Client(), None), ("x", None), (None, httpx.HTTPTransport())):
        with pytest.raises(ConfigError, match="was passed where"):
            async_transport_of(given, transport)
    transport_of(None, mock).close()


class Mine(httpx.Client):
    """A caller's subclass, from a module that is not httpx."""


def test_subclasses_of_httpx_clients() -> None:
    """A subclass works like its base; its own module has no httpx names."""
    http_client = Mine(
        transport=httpx.MockTransport(lambda request: httpx.Response(200, json=BUCKET))
    )

    with polyvox.Dial(base_url=URL, api_key=KEY, http_client=http_client) as client:
        assert "B1" == client.bucket()
    http_client.close()
