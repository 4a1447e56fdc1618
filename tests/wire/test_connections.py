"""Who gets which connection: other origins, queues, cancellation, forks, both transports."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpcore
import pytest
from recorder import Recorder, json_answer
from shells import KEY, Shell

import polyvox
from polyvox_core.errors import ConfigError, ConnectFailed
from polyvox_core.transport import proxies
from polyvox_core.transport.aio import async_content

EMPTY = json_answer("{}")


def ask(shell: Shell, client: Any) -> Any:
    """Ask for something small."""
    return shell.call(client.deployments.limits, "m")


@pytest.mark.not_over("aiohttp", reason="idle connections are not counted")
def test_another_origin_makes_room(shell: Shell, recorder: Recorder) -> None:
    """At the limit, the idle connection to one server is closed for one to another."""
    recorder.always(EMPTY)
    pool: Any = (polyvox.AsyncClientPool if shell.is_async else polyvox.ClientPool)(
        max_connections=1, trust_env=False
    )
    with Recorder() as other:
        other.always(EMPTY)
        for server in (recorder, other, recorder):
            ask(shell, pool.connect("dial", base_url=server.url, api_key=KEY))
        assert (2, 1) == (recorder.connections, other.connections)
        shell.shut(pool)


def test_a_connection_that_cannot_be_made_frees_its_place(shell: Shell, tmp_path: Path) -> None:
    """Faulty certificates are told each time; the place in the pool is not lost."""
    client = shell.dial(
        base_url="https://127.0.0.1:1", verify=str(tmp_path / "none.pem"), max_connections=1
    )

    for _ in range(2):
        with pytest.raises(ConfigError, match="certificates cannot be loaded"):
            ask(shell, client)


@pytest.mark.own_transport(reason="its httpcore is replaced")
def test_socks_proxies(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOCKS proxy is httpcore's, with our own sockets and its user name."""
    made: list[tuple[Any, dict[str, Any]]] = []

    class Proxy:
        """A pool that refuses every request."""

        connections = ()

        def __init__(self, address: Any, **options: Any) -> None:
            made.append((address, options))

        def handle_request(self, request: Any) -> Any:
            """Refuse."""
            raise httpcore.ProxyError("not today")

        async def handle_async_request(self, request: Any) -> Any:
            """Refuse."""
            raise httpcore.ProxyError("not today")

        def close(self) -> None:
            """Nothing."""

        async def aclose(self) -> None:
            """Nothing."""

    monkeypatch.setattr(proxies, "find_spec", lambda name: True)
    monkeypatch.setattr(httpcore, "SOCKSProxy", Proxy)
    monkeypatch.setattr(httpcore, "AsyncSOCKSProxy", Proxy)
    client = shell.dial(base_url="http://toy.invalid", proxy="socks5://me:word@127.0.0.1:9")

    with pytest.raises(ConnectFailed, match="not today"):
        ask(shell, client)

    assert [(b"me", b"word")] == [options["proxy_auth"] for _, options in made]
    assert "me" not in str(made[0][0])


@pytest.mark.blocking
@pytest.mark.not_over("httpx", "httpx2", reason="their pool may close what a thread just took")
def test_threads_queue_for_connections(recorder: Recorder) -> None:
    """Many threads share two connections, and all are served."""
    recorder.always(EMPTY)
    with (
        polyvox.Dial(
            base_url=recorder.url, api_key=KEY, trust_env=False, max_connections=2
        ) as client,
        ThreadPoolExecutor(8) as threads,
    ):
        done = list(threads.map(lambda _: client.deployments.limits("m"), range(40)))

    assert (40, 40) == (len(done), len(recorder.requests))
    assert recorder.connections <= 2


def test_tasks_queue_for_connections(recorder: Recorder) -> None:
    """Many tasks share two connections, and all are served."""
    recorder.always(EMPTY)

    async def scene() -> list[Any]:
        """Ask from forty tasks."""
        async with polyvox.AsyncDial(
            base_url=recorder.url, api_key=KEY, trust_env=False, max_connections=2
        ) as client:
            return await asyncio.gather(*(client.deployments.limits("m") for _ in range(40)))

    assert 40 == len(asyncio.run(scene()))
    assert recorder.connections <= 2


def test_a_cancelled_task_leaves_the_queue(recorder: Recorder) -> None:
    """Who stops waiting for a connection takes none away."""
    asked, done = threading.Event(), threading.Event()

    def slow(request: bytes) -> bytes:
        """Answer when told to."""
        asked.set()
        done.wait(30)
        return EMPTY

    recorder.reply(slow, EMPTY)

    async def scene() -> None:
        """One works, one gives up, one is served."""
        async with polyvox.AsyncDial(
            base_url=recorder.url, api_key=KEY, trust_env=False, max_connections=1
        ) as client:
            first = asyncio.create_task(client.deployments.limits("m"))
            await asyncio.to_thread(asked.wait, 30)
            gone = asyncio.create_task(client.deployments.limits("m"))
            third = asyncio.create_task(client.deployments.limits("m"))
            await asyncio.sleep(0)
            gone.cancel()
            with pytest.raises(asyncio.CancelledError):
                await gone
            done.set()
            await first
            await third

    asyncio.run(scene())

    assert (2, 1) == (len(recorder.requests), recorder.connections)


def test_one_client_in_several_loops(recorder: Recorder) -> None:
    """Each loop has its own connections, which end with it."""
    recorder.always(EMPTY)
    client = polyvox.AsyncDial(base_url=recorder.url, api_key=KEY, trust_env=False)

    for _ in range(3):
        asyncio.run(client.deployments.limits("m"))
    asyncio.run(client.aclose())

    assert (3, 3) == (len(recorder.requests), recorder.connections)


def test_a_forked_child_leaves_the_parents_connections_alone(
    shell: Shell, recorder: Recorder
) -> None:
    """After a fork the child, which has another process id, begins with none."""
    recorder.always(EMPTY)
    client = shell.dial(base_url=recorder.url)
    ask(shell, client)
    client._client.runner.transport._pid = -1

    ask(shell, client)
    ask(shell, client)

    assert (3, 2) == (len(recorder.requests), recorder.connections)


def test_empty_pieces_of_a_body_are_dropped() -> None:
    """An empty piece would end a chunked body early."""

    class Pieces:
        """A body with an empty piece."""

        async def achunks(self) -> Any:
            """The pieces."""
            for piece in (b"a", b"", b"b"):
                yield piece

    async def taken() -> list[bytes]:
        """What is sent."""
        content: Any = async_content(Pieces())  # type: ignore[arg-type]
        return [piece async for piece in content]

    assert [b"a", b"b"] == asyncio.run(taken())
