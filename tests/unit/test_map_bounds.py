"""How much of `map` goes on at once: concurrency, and how far inputs are read ahead."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

from pool_fakes import echoing, fake, many, pool, reply
from shells import Shell

SECONDS = 20


def test_concurrency_is_bounded_with_threads() -> None:
    """No more calls than allowed are under way, and as many as that are."""
    barrier, lock = threading.Barrier(4), threading.Lock()
    now, most = 0, 0
    shell = Shell("sync")
    client = fake(shell)

    def chat(chat: Any, **_: Any) -> Any:
        """Meet the others, four at a time."""
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        barrier.wait(SECONDS)
        with lock:
            now -= 1
        return reply(chat)

    client.chat = chat
    list(pool(shell, client).map(many(20), concurrency=4))

    assert 4 == most


def test_concurrency_is_bounded_with_tasks() -> None:
    """The same with asyncio."""
    now, most = 0, 0
    shell = Shell("async")
    client = fake(shell)

    async def chat(chat: Any, **_: Any) -> Any:
        """Stay for a while."""
        nonlocal now, most
        now += 1
        most = max(most, now)
        for _ in range(5):
            await asyncio.sleep(0)
        now -= 1
        return reply(chat)

    client.chat = chat
    with shell:
        shell.each(pool(shell, client).map(many(40), concurrency=4))

    assert 4 == most


def test_inputs_are_read_as_they_are_needed(shell: Shell) -> None:
    """An endless generator is read only so far ahead, and nothing before the first result."""
    taken: list[int] = []

    def endless() -> Iterator[str]:
        """Count for ever."""
        while True:
            taken.append(len(taken))
            yield f"t{len(taken) - 1}"

    made = pool(shell, echoing(shell))
    results = made.map(endless(), concurrency=2)
    before = len(taken)
    shell.one(results)
    shell.shut(results)

    assert (0, True) == (before, len(taken) <= 8)


def test_look_ahead_is_bounded() -> None:
    """While the first input takes its time, at most four times the concurrency are begun."""
    gate, begun = threading.Event(), []
    shell = Shell("sync")
    client = echoing(shell)
    quick = client.chat

    def chat(chat: Any, **options: Any) -> Any:
        """The first waits until eleven others are done."""
        begun.append(chat)
        if chat == "t0":
            assert gate.wait(SECONDS)
        if len(begun) == 12:
            gate.set()
        return quick(chat, **options)

    def inputs() -> Iterator[str]:
        """Note how far it was read before the first was done."""
        for text in many(30):
            if not gate.is_set():
                seen.append(text)
            yield text

    client.chat = chat
    seen: list[str] = []
    results = pool(shell, client).map(inputs(), concurrency=3)

    assert [*many(30)] == [one.reply.text for one in results]
    assert 12 == len(seen)
