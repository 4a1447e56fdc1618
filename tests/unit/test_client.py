"""The two low-level clients: calls, streams, downloads, shared connections."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from attrs import evolve
from shells import Shell
from world import GET, STREAM, World

from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.errors import ConfigError
from polyvox_core.transport.client_bridge import async_transport_of, transport_of

EVENTS = b'data: {"a":1}\n\ndata: [DONE]\n\n'


def answer(request: httpx.Request) -> httpx.Response:
    """Answer by path."""
    if request.url.path == "/base/watch":
        return httpx.Response(200, content=EVENTS, headers={"content-type": "text/event-stream"})
    return httpx.Response(200, json={"kept": request.headers.get("x-a")})


def client_of(shell: Shell) -> Any:
    """A client over answers in memory."""
    transport = httpx.MockTransport(answer)
    settings = World().settings()
    if shell.is_async:
        return AsyncApiClient(settings, async_transport_of(None, transport))
    return ApiClient(settings, transport_of(None, transport))


def test_calls_streams_and_downloads(shell: Shell) -> None:
    """The three doors of a client."""
    client = client_of(shell)

    assert {"kept": None} == shell.call(client.call, GET, {"name": "a"})
    assert [{"a": 1}] == shell.items(client.stream(STREAM, {}, {}))
    download = client.download(evolve(GET, answer="bytes"), {"name": "a"})
    assert b'{"kept":null}' == shell.call(download.read)
    shell.shut(client)


def test_clients_share_connections(shell: Shell) -> None:
    """A client with other settings leaves the connections open when it closes."""
    client = client_of(shell)
    other = client.with_settings(World().settings(headers={"X-A": "1"}))

    assert {"kept": "1"} == shell.call(other.call, GET, {"name": "a"})
    shell.shut(other)
    assert {"kept": None} == shell.call(client.call, GET, {"name": "a"})
    shell.shut(client)


def test_a_with_block_closes() -> None:
    """At its end the connections are closed."""
    with client_of(Shell("sync")) as client:
        assert {"kept": None} == client.call(GET, {"name": "a"})

    with pytest.raises(ConfigError, match="closed"):
        client.call(GET, {"name": "a"})


def test_an_async_with_block_closes() -> None:
    """Same, for asyncio."""
    with Shell("async") as shell:

        async def scene() -> Any:
            """Call in a with block."""
            async with client_of(shell) as client:
                found = await client.call(GET, {"name": "a"})
            with pytest.raises(ConfigError, match="closed"):
                await client.call(GET, {"name": "a"})
            return found

        assert {"kept": None} == shell.call(scene)


def test_clients_make_their_own_transport(shell: Shell) -> None:
    """Without one, a client has connections of its own; closed, it sends nothing."""
    settings = World().settings()
    client: Any = AsyncApiClient(settings) if shell.is_async else ApiClient(settings)
    shell.shut(client)

    with pytest.raises(ConfigError, match="The client is closed"):
        shell.call(client.call, GET, {"name": "a"})
