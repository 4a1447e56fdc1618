"""Many chats at once, without a network: order, bounds, progress, failures, leaving early."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import wait
from typing import Any

import pytest
from pool_fakes import Clock, echoing, fake, many, pool, stats
from shells import Shell

from polyvox import Message
from polyvox.errors import ConfigError, PolyvoxError, ServerError
from polyvox.failover import MapProgress, MapResult

SECONDS = 20
BROKEN = ServerError("broken")


async def slowly(inputs: Iterator[str]) -> AsyncIterator[str]:
    """The same inputs, each after a pause of the loop."""
    for text in inputs:
        await asyncio.sleep(0)
        yield text


def test_results_are_in_order(shell: Shell) -> None:
    """Every input has its result at its place, with what it was."""
    made = pool(shell, echoing(shell))

    chats: list[Any] = ["one", Message("user", "two"), [{"role": "user", "content": "x"}]]
    results = shell.each(made.map(chats))

    assert ["one", "two", "x"] == [one.get().text for one in results]
    assert [0, 1, 2] == [one.index for one in results]
    assert "one" == results[0].input
    assert [None] * 3 == [one.error for one in results]
    assert {"a"} == {one.reply.served_by for one in results}


def test_the_slowest_holds_its_place() -> None:
    """A result that is ready waits for those before it."""
    gate = threading.Event()
    shell = Shell("sync")
    client = echoing(shell)
    quick = client.chat

    def chat(chat: Any, **options: Any) -> Any:
        """The last one lets the first one go."""
        if chat == "t0":
            assert gate.wait(SECONDS)
        if chat == "t7":
            gate.set()
        return quick(chat, **options)

    client.chat = chat
    results = list(pool(shell, client).map(many(20), concurrency=2))

    assert [*many(20)] == [one.reply.text for one in results]


def test_async_inputs() -> None:
    """An async generator is waited for without holding up results; results may make inputs."""
    with Shell("async") as shell:
        made = pool(shell, echoing(shell))
        queue: asyncio.Queue[str | None] = asyncio.Queue()

        async def asked() -> AsyncIterator[str]:
            """What the queue holds."""
            while (text := await queue.get()) is not None:
                yield text

        async def main() -> list[str]:
            """Each result is needed for the next input."""
            queue.put_nowait("x")
            texts: list[str] = []
            async with made.map(asked()) as results:
                async for one in results:
                    texts.append(one.get().text)
                    queue.put_nowait(f"{texts[-1]}x" if len(texts) < 4 else None)
            return texts

        assert ["x", "xx", "xxx", "xxxx"] == shell.done(main())
        many_more = shell.each(made.map(slowly(many(30)), concurrency=3))
        assert [*many(30)] == [one.reply.text for one in many_more]


def test_leaving_while_inputs_are_awaited() -> None:
    """A block can be left while the next input has not come."""
    with Shell("async") as shell:
        made = pool(shell, echoing(shell))

        async def asked() -> AsyncIterator[str]:
            """One, and then none for ever."""
            yield "one"
            await asyncio.Event().wait()

        assert ["one"] == [one.reply.text for one in shell.items(made.map(asked()), limit=1)]
        assert {"a": 0} == stats(made, "busy")


def test_failures_stay_with_their_inputs(shell: Shell) -> None:
    """One that fails is a result with its error; the others go on. Bugs and non-chats too."""
    bug = ValueError("a bug")
    made = pool(shell, echoing(shell, t1=BROKEN, t3=bug))
    inputs: list[Any] = [*many(4), 7]

    results = shell.each(made.map(inputs))

    assert ["t0", None, "t2", None, None] == [one.reply and one.reply.text for one in results]
    assert [BROKEN, bug] == [results[1].error, results[3].error]
    assert isinstance(results[4].error, ConfigError)
    with pytest.raises(ServerError, match="broken"):
        results[1].get()


def test_failures_may_end_the_run(shell: Shell) -> None:
    """With `on_error="raise"` the results before the failure come, then its error."""
    made = pool(shell, echoing(shell, t2=BROKEN))
    results = made.map(many(9), on_error="raise", concurrency=2)

    texts = [shell.one(results).reply.text for _ in range(2)]
    with pytest.raises(ServerError):
        shell.one(results)
    assert ["t0", "t1"] == texts
    assert {"a": 0} == stats(made, "busy")


def test_results_before_a_failure_come_first() -> None:
    """A failure that is known at once with the results before it waits for its turn."""
    shell = Shell("sync")
    made = pool(shell, echoing(shell, t2=BROKEN))
    results = made.map(many(3), on_error="raise", concurrency=3)
    texts = [next(results).reply.text]
    wait(results._source._waiting())

    texts.append(next(results).reply.text)
    with pytest.raises(ServerError):
        next(results)
    assert ["t0", "t1"] == texts


def test_inputs_that_fail(shell: Shell) -> None:
    """An error of the inputs themselves is raised after the results of what came before it."""

    def inputs() -> Iterator[str]:
        """Two, and an error."""
        yield from many(2)
        msg = "no more"
        raise RuntimeError(msg)

    made = pool(shell, echoing(shell))
    results = made.map(inputs())

    texts = [shell.one(results).reply.text for _ in range(2)]
    with pytest.raises(RuntimeError, match="no more"):
        shell.one(results)
    assert ["t0", "t1"] == texts


def test_progress(shell: Shell) -> None:
    """Each finished input is reported once, with how many failed and how long it took."""
    told: list[MapProgress] = []
    clock = Clock()
    made = pool(shell, echoing(shell, t1=BROKEN), clock=clock, cooldown=0)
    inputs = [*many(3)]

    results = made.map(inputs, progress=told.append, concurrency=1)
    first = shell.one(results)
    clock.now += 2.5
    shell.each(results)

    assert isinstance(first, MapResult)
    assert [(1, 0, 3), (2, 1, 3), (3, 1, 3)] == [one[:3] for one in told]
    assert (0.0, 2.5) == (told[0].seconds, told[-1].seconds)


def test_progress_without_a_length(shell: Shell) -> None:
    """Of a generator nobody knows the length."""
    told: list[MapProgress] = []

    shell.each(pool(shell, echoing(shell)).map(many(2), progress=told.append))

    assert [(1, None), (2, None)] == [(one.done, one.total) for one in told]


def test_options_reach_every_call(shell: Shell) -> None:
    """Model, system message and options are those of a chat."""
    client = fake(shell)

    shell.each(pool(shell, client).map(many(2), model="m", system="S", temperature=0))

    assert [{"model": "m", "system": "S", "temperature": 0}] * 2 == client.calls


def test_leaving_early(shell: Shell) -> None:
    """After a block is left nothing more is begun, and nobody is busy."""
    client = echoing(shell)
    made = pool(shell, client)

    first = shell.items(made.map(many(100), concurrency=2), limit=1)
    asked = len(client.chats)

    assert ["t0"] == [one.reply.text for one in first]
    assert asked <= 8
    assert {"a": 0} == stats(made, "busy")


def test_cancelling(shell: Shell) -> None:
    """A task that waits for a result is cancelled, and so are its calls."""
    if not shell.is_async:
        return
    client = fake(shell)
    cancelled: list[str] = []

    async def chat(chat: Any, **_: Any) -> Any:
        """Never answer."""
        entered.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.append(chat)
            raise

    async def main() -> None:
        """Begin, and cancel."""

        async def read() -> None:
            """Wait for results."""
            async for _ in made.map(many(9), concurrency=3):
                pass

        task = asyncio.ensure_future(read())
        await asyncio.wait_for(entered.wait(), SECONDS)
        task.cancel()
        await asyncio.wait([task])

    entered = asyncio.Event()
    client.chat = chat
    made = pool(shell, client)
    shell.done(main())

    assert ["t0", "t1", "t2"] == sorted(cancelled)
    assert {"a": 0} == stats(made, "busy")


def test_results_that_nobody_reads_warn(shell: Shell) -> None:
    """A run that is begun and forgotten is told about."""
    runs = [pool(shell, echoing(shell)).map(many(50), concurrency=1)]
    shell.one(runs[0])

    with pytest.warns(ResourceWarning, match="MapResults"):
        runs.clear()
    gc.collect()


def test_results_are_read_once(shell: Shell) -> None:
    """A second reading is an error, as with streams."""
    results = pool(shell, echoing(shell)).map(many(2))
    shell.each(results)

    with pytest.raises(PolyvoxError, match="read to its end already"):
        shell.each(results)


@pytest.mark.parametrize(
    ("inputs", "options", "said"),
    [
        ("one text", {}, "given a str, which is one input"),
        (Message("user", "x"), {}, "given a Message"),
        ({"role": "user"}, {}, "given a dict"),
        (["x"], {"concurrency": 0}, "concurrency=0"),
        (["x"], {"concurrency": True}, "concurrency=True"),
        (["x"], {"on_error": "ignore"}, "Pass 'keep' or 'raise'"),
        (["x"], {"concurency": 3}, "no option 'concurency'. Did you mean 'concurrency'"),
    ],
)
def test_slips(inputs: Any, options: Any, said: str, shell: Shell) -> None:
    """What cannot work is refused at once."""
    with pytest.raises(ConfigError, match=said):
        pool(shell, fake(shell)).map(inputs, **options)


def test_async_inputs_need_an_async_pool() -> None:
    """A blocking pool says that it cannot wait for async inputs."""
    shell = Shell("sync")

    with pytest.raises(ConfigError, match="Use AsyncFailoverPool"):
        shell.each(pool(shell, fake(shell)).map(slowly(many(2))))
