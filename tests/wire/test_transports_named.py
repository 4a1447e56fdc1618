"""Choosing a transport by name: arguments, environment, profile, pools, and what is refused."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import httpcore
import pytest
from recorder import Recorder, json_answer
from shells import KEY, Shell

import polyvox
from polyvox import ConfigError
from polyvox.testing.faults import FaultServer, HeadOnly, Send, Silence
from polyvox_core.transport import over_aiohttp
from polyvox_core.transport.aio import AioTransport
from polyvox_core.transport.blocking import BlockingTransport
from polyvox_core.transport.over_aiohttp import AiohttpTransport
from polyvox_core.transport.over_httpx import AsyncHttpxTransport, HttpxTransport

URL = "http://toy.test"


def kind(client: Any) -> type:
    """The class of a client's transport."""
    return type(client._client.runner.transport)


@pytest.fixture(autouse=True)
def no_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the test chooses."""
    monkeypatch.setenv("POLYVOX_TRANSPORT", "")


@pytest.mark.parametrize(
    ("name", "blocking", "asynchronous"),
    [
        (None, BlockingTransport, AioTransport),
        ("own", BlockingTransport, AioTransport),
        ("httpx", HttpxTransport, AsyncHttpxTransport),
        ("httpx2", HttpxTransport, AsyncHttpxTransport),
        ("aiohttp", None, AiohttpTransport),
    ],
)
def test_names(shell: Shell, name: str, blocking: type | None, asynchronous: type) -> None:
    """Each name has its transport, and says so."""
    wanted = asynchronous if shell.is_async else blocking
    if wanted is None:
        with pytest.raises(ConfigError, match=r"Async clients only.* transport='own'"):
            shell.dial(base_url=URL, transport=name)
        return
    client = shell.dial(base_url=URL, transport=name)

    assert wanted is kind(client)
    assert name == client.config.get("transport")
    assert None is not client.config.get("max_connections")


def test_who_chooses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The argument, then the environment, the backend's own variable first, then the profile."""
    path = tmp_path / "config.toml"
    path.write_text(f"[profiles.p]\nbackend='dial'\nbase_url='{URL}'\ntransport='httpx2'\n")
    monkeypatch.setenv("POLYVOX_CONFIG", str(path))

    def chosen(**arguments: Any) -> tuple[str, str]:
        """What counts, and why."""
        with polyvox.Dial(api_key=KEY, profile="p", **arguments) as client:
            row = next(row for row in client.config.explain() if row.name == "transport")
            return row.value, row.source

    assert ("httpx2", f"profile 'p' in {path}") == chosen()
    monkeypatch.setenv("POLYVOX_TRANSPORT", "httpx")
    assert ("httpx", "environment variable POLYVOX_TRANSPORT") == chosen()
    monkeypatch.setenv("POLYVOX_DIAL_TRANSPORT", "own")
    assert ("own", "environment variable POLYVOX_DIAL_TRANSPORT") == chosen()
    assert ("httpx", "argument") == chosen(transport="httpx")
    monkeypatch.setenv("POLYVOX_DIAL_TRANSPORT", "aiohttp2")
    with pytest.raises(ConfigError, match=r"mean 'aiohttp'\? It came from POLYVOX_DIAL_TRANSPORT"):
        chosen()


def test_pools_and_their_clients(
    shell: Shell, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pool takes a name too; its clients take the pool's, whatever the environment says."""
    recorder.always(json_answer("{}"))
    monkeypatch.setenv("POLYVOX_TRANSPORT", "httpx")
    kinds = []
    for options in ({}, {"transport": "httpx2"}, {"transport": None}):
        pool = (polyvox.AsyncClientPool if shell.is_async else polyvox.ClientPool)(
            trust_env=False, **options
        )
        for _ in range(2):
            client = pool.connect("dial", base_url=recorder.url, api_key=KEY)
            shell.call(client.request, "GET", "x")
        kinds.append(kind(client).__name__.removeprefix("Async"))
        shell.shut(pool)

    assert ["HttpxTransport", "HttpxTransport"] == kinds[:2]
    assert kinds[2] in {"AioTransport", "BlockingTransport"}
    assert 3 == recorder.connections


def test_what_is_not_there(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown name, and libraries that are not installed."""
    with pytest.raises(ConfigError, match=r"no transport 'http3'. Did you mean"):
        shell.dial(base_url=URL, transport="http3")
    with pytest.raises(ConfigError, match=r"no transport '\?'. There are: own, httpx"):
        shell.dial(base_url=URL, transport="?")
    monkeypatch.setitem(sys.modules, "httpx2", None)
    with pytest.raises(ConfigError, match=r"pip install 'polyvox\[httpx2\]'"):
        shell.dial(base_url=URL, transport="httpx2")
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    monkeypatch.delitem(sys.modules, "polyvox_core.transport.over_aiohttp")
    if shell.is_async:
        with pytest.raises(ConfigError, match=r"pip install 'polyvox\[aiohttp\]'"):
            shell.dial(base_url=URL, transport="aiohttp")


def test_what_aiohttp_cannot_do() -> None:
    """SOCKS proxies, and header values that are not UTF-8."""
    with Shell("async") as shell:
        client = shell.dial(base_url=URL, transport="aiohttp", proxy="socks5://127.0.0.1:9")
        with pytest.raises(ConfigError, match="SOCKS"):
            shell.call(client.request, "GET", "x")
        client = shell.dial(base_url=URL, transport="aiohttp")
        with pytest.raises(ConfigError, match="cannot send the header X-A"):
            shell.call(client.request, "GET", "x", headers={"X-A": "caf\u00e9"})


def test_aiohttp_hears_an_answer_while_it_sends() -> None:
    """The body goes on meanwhile, and its write limit ends with the wait for the answer."""
    answered = asyncio.Event()
    head = Send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")

    async def source() -> AsyncIterator[bytes]:
        """Send the second piece when the answer has begun."""
        yield b"a"
        await answered.wait()
        yield b"b"

    with (
        FaultServer((HeadOnly(), head, Silence(0.05), Send(b"{}"))) as server,
        Shell("async") as shell,
    ):
        client = shell.dial(base_url=server.url, transport="aiohttp", timeout=5)
        client.on("response", lambda _: answered.set())
        made = shell.call(client.request, "PUT", "x", content=source())

    assert b"{}" == made.content


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (aiohttp.InvalidURL("x"), httpcore.LocalProtocolError),
        (ValueError("x"), httpcore.LocalProtocolError),
        (aiohttp.ServerTimeoutError(), httpcore.ReadTimeout),
        (aiohttp.ServerDisconnectedError(), httpcore.RemoteProtocolError),
        (ConnectionResetError("x"), httpcore.RemoteProtocolError),
    ],
)
def test_errors_of_aiohttp(raised: Exception, kind: type[Exception]) -> None:
    """Each has its kind, and stays the cause."""
    made = over_aiohttp._core_error(raised)

    assert (kind, raised) == (type(made), made.__cause__)
