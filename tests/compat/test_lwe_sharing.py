"""One backend for many threads or tasks: right answers to right callers (5.1.15)."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from lwe_shells import LweShell, bodies, write_preset

from polyvox.compat.lwe import ApiBackend, AsyncApiBackend, Result
from polyvox.compat.lwe.talk import Running
from polyvox.compat.lwe.worlds import _wake
from polyvox.emulator import Emulator
from polyvox.errors import ConfigError
from polyvox.testing.faults import FaultServer, Silence, chat_events, event_stream

THREADS, TASKS = 16, 64
STORES = {
    "none": {},
    "memory": {"remember": True},
    "file": {"remember": True, "database": "sqlite:///$DATA_DIR/storage.db"},
}


@pytest.fixture
def blocking(lwe_home: Path) -> Any:
    """Makes blocking backends."""
    with LweShell("sync", lwe_home) as shell:
        yield shell


@pytest.fixture
def tasks(lwe_home: Path) -> Any:
    """Makes backends for asyncio."""
    with LweShell("async", lwe_home) as shell:
        yield shell


def _at_once(ask: Callable[[int], Any]) -> list[Any]:
    """What *ask* gives in many threads that begin together."""
    together = Barrier(THREADS)

    def work(number: int) -> Any:
        together.wait()
        return ask(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(work, range(THREADS)))


def _stored(result: Result) -> set[str]:
    """Texts of the conversation that *result* holds, after its one system message."""
    assert result.success, result.message
    first, *rest = result.response["messages"]
    assert "system" == first["role"]
    assert {"user", "assistant"} == {row["role"] for row in rest}
    return {row["message"] for row in rest}


@pytest.mark.parametrize("store", STORES)
def test_threads(blocking: LweShell, openai: Emulator, store: str) -> None:
    """16 threads share a backend; each gets its answers, all messages are in one conversation."""
    backend: ApiBackend = blocking.backend(openai, **STORES[store])

    def ask(number: int) -> list[str]:
        heard: list[str] = []
        overrides = {"stream_callback": heard.append}
        whole = backend.ask(f"whole {number}")
        streamed = backend.ask_stream(f"streamed {number}", overrides)
        return [whole.response, streamed.response, "".join(heard)]

    answers = _at_once(ask)

    assert [[f"whole {n}", f"streamed {n}", f"streamed {n}"] for n in range(THREADS)] == answers
    if store != "none":
        expected = {f"{kind} {n}" for n in range(THREADS) for kind in ("whole", "streamed")}
        assert expected == _stored(backend.get_conversation())
        assert [1] == list(backend.get_history().response)


@pytest.mark.parametrize("store", STORES)
def test_tasks(tasks: LweShell, openai: Emulator, store: str) -> None:
    """64 tasks share a backend; each gets its answers, all messages are in one conversation."""
    backend: AsyncApiBackend = tasks.backend(openai, **STORES[store])

    async def ask(number: int) -> tuple[str, str]:
        """The answer to one text, and what the callback heard of it."""
        heard: list[str] = []
        if number % 2:
            overrides = {"stream_callback": heard.append}
            result = await backend.ask_stream(f"text {number}", overrides)
        else:
            result = await backend.ask(f"text {number}")
            heard.append(result.response)
        return result.response, "".join(heard)

    async def all_of_them() -> list[tuple[str, str]]:
        """All answers, asked for at once."""
        return await asyncio.gather(*map(ask, range(TASKS)))

    answers = tasks.call(all_of_them)

    assert [(f"text {n}", f"text {n}") for n in range(TASKS)] == answers
    if store != "none":
        assert {f"text {n}" for n in range(TASKS)} == _stored(tasks.call(backend.get_conversation))


@pytest.mark.parametrize("store", ["memory", "file"])
def test_sessions_of_threads(blocking: LweShell, openai: Emulator, store: str) -> None:
    """Sessions in 16 threads keep their conversations apart."""
    backend: ApiBackend = blocking.backend(openai, **STORES[store])

    def talk(number: int) -> set[str]:
        session = backend.session()
        for text in ("a", "b", "c"):
            assert session.ask(f"{text} {number}").success
        return _stored(session.get_conversation())

    assert [{f"{text} {n}" for text in "abc"} for n in range(THREADS)] == _at_once(talk)
    assert THREADS == len(backend.get_history(limit=100).response)


def test_presets_of_threads(blocking: LweShell, openai: Emulator) -> None:
    """What one request asks for never shows in another's."""
    backend: ApiBackend = blocking.backend(openai)

    def ask(number: int) -> bool:
        overrides = {"temperature": number / 10, "system_message": f"system {number}"}
        return backend.ask(f"text {number}", overrides).success

    assert all(_at_once(ask))
    assert {(f"system {n}", f"text {n}", n / 10) for n in range(THREADS)} == {
        (body["messages"][0]["content"], body["messages"][1]["content"], body["temperature"])
        for body in bodies(openai)
    }


def test_two_programs(blocking: LweShell, openai: Emulator) -> None:
    """Two backends over one file do not lose each other's messages."""
    backends = [blocking.backend(openai, **STORES["file"]) for _ in range(2)]
    answers = _at_once(lambda n: backends[n % 2].session().ask(f"text {n}").response)

    assert [f"text {n}" for n in range(THREADS)] == answers
    assert THREADS == len(backends[0].get_history(limit=100).response)


def test_many_inputs(lwe: LweShell, openai: Emulator) -> None:
    """`map` answers in the order of the inputs, each in a conversation of its own."""
    backend = lwe.backend(openai, remember=True)
    inputs = [f"text {n}" for n in range(20)]
    results = lwe.call(backend.map, iter(inputs), concurrency=4)
    history = lwe.call(backend.get_history, 100).response

    assert inputs == [result.response for result in results]
    assert sorted(inputs) == sorted(row["title"] for row in history.values())
    assert [] == lwe.call(backend.map, [])


def test_fallbacks(lwe: LweShell, openai: Emulator) -> None:
    """What fails is asked again with the fallback presets, in their order; the last one counts."""
    folder = lwe.config_dir / "presets"
    for name, model in (("bad", "none"), ("good", "tools")):
        write_preset(folder, name, {"model_name": model})
    backend = lwe.backend(openai, model__default_preset="bad", errors__raise=True)
    options: dict[str, Any] = {"request_overrides": {"temperature": 0.5}}
    good = lwe.call(backend.map, ["a", "b"], fallback_presets=["bad", "good"], **options)
    bad = lwe.call(backend.map, ["a"], fallback_presets="bad", **options)

    assert ["a", "b"] == [result.response for result in good]
    assert not bad[0].success
    assert 8 == len(openai.requests)
    assert {0.5} == {body["temperature"] for body in bodies(openai)}


def test_mistakes_in_many_inputs(lwe: LweShell, openai: Emulator) -> None:
    """A mistake of the caller is raised, and what has not begun is left."""
    backend = lwe.backend(openai)

    with pytest.raises(ConfigError, match="cannot be asked"):
        lwe.call(backend.map, [None, *["text"] * 5], concurrency=1)
    assert [] == bodies(openai)
    with pytest.raises(ConfigError, match="Pass 1 or more"):
        lwe.call(backend.map, ["a"], concurrency=0)
    with pytest.raises(ConfigError, match="each of its letters"):
        lwe.call(backend.map, "text")


def test_cancelling(tasks: LweShell, openai: Emulator) -> None:
    """A cancelled task frees its connection; the backend goes on."""
    backend: AsyncApiBackend = tasks.backend(openai)

    async def run() -> Any:
        """Ask, be cancelled, and ask again."""

        async def callback(_: str) -> None:
            """Cancel who waits."""
            asking.cancel()
            await asyncio.sleep(0)

        asking = asyncio.ensure_future(backend.ask_stream("a b", {"stream_callback": callback}))
        with pytest.raises(asyncio.CancelledError):
            await asking
        return await backend.ask("still fine")

    assert "still fine" == tasks.call(run).response
    assert set() == backend._engine.running


def test_cancelling_a_waiting_stream(tasks: LweShell) -> None:
    """Who is cancelled while a stream waits is cancelled, and not told of a stop."""
    events = chat_events("he", finish=None, done=False)
    with FaultServer((*event_stream(*events, ended=False), Silence())) as server:
        backend: AsyncApiBackend = tasks.backend(server)

        async def run() -> None:
            """Ask within a limit that ends soon."""
            async with asyncio.timeout(5) as limit:

                def soon(_: str) -> None:
                    """Let the limit end while the stream waits."""
                    limit.reschedule(asyncio.get_running_loop().time() + 0.02)

                await backend.ask_stream("a b", {"stream_callback": soon})

        with pytest.raises(TimeoutError):
            tasks.call(run)

    assert set() == backend._engine.running


def test_waking_too_late(tasks: LweShell) -> None:
    """A stop that arrives when nobody waits any more cancels nothing."""

    async def run() -> Running:
        """Be woken when nothing is awaited."""
        running = Running()
        task = asyncio.current_task()
        assert task is not None
        _wake(task, running)
        await asyncio.sleep(0)
        return running

    assert not tasks.call(run).woken


def test_event_loops(lwe_home: Path, openai: Emulator) -> None:
    """One backend serves several event loops."""
    shell = LweShell("async", lwe_home)
    backend = AsyncApiBackend(shell.config(openai))
    answers = [asyncio.run(backend.ask(text)).response for text in ("one", "two")]

    assert ["one", "two"] == answers


def test_nobody_closes(lwe_home: Path, openai: Emulator) -> None:
    """A blocking backend that is dropped closes its connections, without a warning."""
    backend = ApiBackend(LweShell("sync", lwe_home).config(openai))
    session = backend.session()
    backend.ask("Hi")
    del backend
    gc.collect()
    still = session.ask("Hi").response
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        del session
        gc.collect()

    assert "Hi" == still
    assert [] == caught


def test_nobody_closes_at_the_end(tmp_path: Path) -> None:
    """A script that ends without closing anything ends without a warning."""
    code = (
        "from polyvox.compat.lwe import ApiBackend, Config\n"
        "from polyvox.emulator import Emulator\n"
        "with Emulator(backends=['openai']) as emulator:\n"
        "    config = Config()\n"
        "    url = emulator.url_of('openai')\n"
        "    config.set('providers.chat_openai', {'base_url': url, 'api_key': 'k'})\n"
        "    bot = ApiBackend(config)\n"
        "    print(bot.ask('Hi').response)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-W", "always", "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]},
    )

    assert ("Hi\n", "") == (done.stdout, done.stderr)


def test_with_blocks(lwe: LweShell, openai: Emulator) -> None:
    """Backends are context managers; a session closes them, too."""

    async def within(backend: Any) -> Any:
        """Ask inside of the block."""
        async with backend as same:
            return await same.ask("Hi")

    backend = lwe.backend(openai, remember=True)
    if lwe.is_async:
        result = lwe.call(within, backend)
    else:
        with backend as same:
            result = same.ask("Hi")

    assert result.success
    assert {} == backend._engine._clients
    assert {} == lwe.call(backend.get_history).response
