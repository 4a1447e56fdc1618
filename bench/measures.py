"""
What is measured inside a library's own process, each with the CPU and wall time it took.

Every answer is checked: a library that loses an event fails instead of winning.
"""

from __future__ import annotations

import asyncio
import gc
import os
import resource
import statistics
import time
import tracemalloc
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, NamedTuple

from bench.wire import ANSWER, HISTORY, QUESTION, TOKEN_SIZE, Messages

__all__ = ["NEEDS", "Bench", "WrongAnswer", "alone", "cpu"]

STATUS = Path("/proc/self/status")
AT_ONCE = 64
# Measure -> method of the adapter.
NEEDS = {
    "call": "chat",
    "history": "chat",
    "at_once": "achat",
    "stream": "stream",
    "astream": "astream",
    "first": "stream",
    "afirst": "astream",
    "many": "astream",
    "memory": "stream",
    "kept": "stream",
    "upload": "upload",
    "aupload": "aupload",
    "download": "download",
    "adownload": "adownload",
    "clients": "client",
    "pooled": "pooled",
}


class WrongAnswer(AssertionError):
    """The library lost or invented something."""


class Took(NamedTuple):
    """CPU and wall seconds; `more` are figures of the measure's own."""

    cpu: float
    wall: float
    more: dict[str, float]


def cpu() -> float:
    """CPU seconds of this process, user and system, all threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def timed(work: Callable[[], dict[str, float] | None]) -> Took:
    """Do *work* after a garbage collection."""
    gc.collect()
    began, wall = cpu(), time.perf_counter()
    more = work()
    return Took(cpu() - began, time.perf_counter() - wall, more or {})


class Counter:
    """Adds up the text of a stream."""

    def __init__(self, adapter: Any) -> None:
        self._text = adapter.text
        self.size = 0

    def __call__(self, event: Any) -> None:
        """Take one event."""
        self.size += len(self._text(event))

    def check(self, events: int) -> None:
        """
        See that everything arrived.

        Raises:
            WrongAnswer: Not so.
        """
        if self.size != events * TOKEN_SIZE:
            msg = f"{self.size / TOKEN_SIZE} events of {events} arrived"
            raise WrongAnswer(msg)


def _check_answer(text: str) -> None:
    if text != ANSWER:
        msg = f"The answer was {text[:100]!r}"
        raise WrongAnswer(msg)


class Bench:
    """
    The measures of one library.

    Args:
        adapter: See `bench.adapters`.
        runner: Runs the asyncio half; one loop for all.
    """

    def __init__(self, adapter: Any, runner: asyncio.Runner) -> None:
        self._adapter = adapter
        self._run: Callable[[Awaitable[Any]], Any] = runner.run  # type: ignore[assignment]  # awaitables are enough

    def offers(self, measure: str) -> bool:
        """Whether the library has what *measure* needs."""
        return hasattr(self._adapter, NEEDS[measure])

    def _calls(self, number: int, messages: Messages) -> Took:
        def work() -> None:
            for _ in range(number):
                _check_answer(self._adapter.chat(messages))

        return timed(work)

    def call(self, number: int) -> Took:
        """Small calls, one after another."""
        return self._calls(number, QUESTION)

    def history(self, number: int) -> Took:
        """Calls with 200 messages, one after another."""
        return self._calls(number, HISTORY)

    def at_once(self, number: int) -> Took:
        """Small asyncio calls, 64 at any time."""

        async def asker(calls: int) -> None:
            """One of those that ask."""
            for _ in range(calls):
                _check_answer(await self._adapter.achat(QUESTION))

        async def all_askers() -> None:
            """All of them."""
            await asyncio.gather(*(asker(number // AT_ONCE + 1) for _ in range(AT_ONCE)))

        took = timed(lambda: self._run(all_askers()))
        share = number / ((number // AT_ONCE + 1) * AT_ONCE)
        return Took(took.cpu * share, took.wall * share, {})

    def stream(self, number: int, events: int) -> Took:
        """Streams one after another; the time is of one event."""

        def work() -> None:
            for _ in range(number):
                counter = Counter(self._adapter)
                self._adapter.stream(counter)
                counter.check(events)

        return timed(work)

    def astream(self, number: int, events: int) -> Took:
        """Same as `stream`, with asyncio."""

        async def streams() -> None:
            """One after another."""
            for _ in range(number):
                counter = Counter(self._adapter)
                await self._adapter.astream(counter)
                counter.check(events)

        return timed(lambda: self._run(streams()))

    def first(self, number: int) -> Took:
        """Median wall time until the first event of a stream is there."""
        times: list[float] = []

        def work() -> None:
            for _ in range(number):
                seen = First()
                self._adapter.stream(seen)
                times.append(seen.after)

        took = timed(work)
        return took._replace(more={"first": statistics.median(times)})

    def afirst(self, number: int) -> Took:
        """Same as `first`, with asyncio."""
        times: list[float] = []

        async def work() -> None:
            """One after another."""
            for _ in range(number):
                seen = First()
                await self._adapter.astream(seen)
                times.append(seen.after)

        took = timed(lambda: self._run(work()))
        return took._replace(more={"first": statistics.median(times)})

    def many(self, number: int, events: int) -> Took:
        """*number* asyncio streams at once, and how much resident memory grew for them."""

        async def one() -> None:
            """One stream."""
            counter = Counter(self._adapter)
            await self._adapter.astream(counter)
            counter.check(events)

        async def all_streams() -> None:
            """All at once."""
            await asyncio.gather(*(one() for _ in range(number)))

        gc.collect()
        before = reset_peak()
        took = timed(lambda: self._run(all_streams()))
        return took._replace(more={"grown": (resident("VmHWM") - before) / number})

    def memory(self, number: int, events: int) -> Took:
        """Peak of allocated bytes over the start, while one long stream is read."""
        del number
        self._adapter.stream(Counter(self._adapter))
        gc.collect()
        tracemalloc.start()
        try:
            counter = Counter(self._adapter)
            before = tracemalloc.get_traced_memory()[0]
            tracemalloc.reset_peak()
            took = timed(lambda: self._adapter.stream(counter))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        counter.check(events)
        return took._replace(more={"grown": peak - before})

    def kept(self, number: int, events: int) -> Took:
        """Bytes that a kept event takes."""
        del number
        self._adapter.stream(Counter(self._adapter))
        kept: list[Any] = []
        gc.collect()
        tracemalloc.start()
        try:
            before = tracemalloc.get_traced_memory()[0]
            took = timed(lambda: self._adapter.stream(kept.append))
            gc.collect()
            grown = tracemalloc.get_traced_memory()[0] - before
        finally:
            tracemalloc.stop()
        return took._replace(more={"each": grown / max(events, len(kept))})

    def upload(self, number: int, file: str) -> Took:
        """Send a file, and how much resident memory grew for it."""
        return self._moved(number, lambda: self._adapter.upload(Path(file)))

    def aupload(self, number: int, file: str) -> Took:
        """Same as `upload`, with asyncio."""
        return self._moved(number, lambda: self._run(self._adapter.aupload(Path(file))))

    def download(self, number: int, file: str) -> Took:
        """Fetch a file, and how much resident memory grew for it."""
        return self._moved(number, lambda: self._adapter.download(Path(file)))

    def adownload(self, number: int, file: str) -> Took:
        """Same as `download`, with asyncio."""
        return self._moved(number, lambda: self._run(self._adapter.adownload(Path(file))))

    def _moved(self, number: int, move: Callable[[], None]) -> Took:
        def work() -> None:
            for _ in range(number):
                move()

        gc.collect()
        before = reset_peak()
        took = timed(work)
        return took._replace(more={"grown": resident("VmHWM") - before})

    def clients(self, number: int) -> Took:
        """Clients of their own, made and kept."""
        return self._made(number, self._adapter.client)

    def pooled(self, number: int) -> Took:
        """Clients that share connections, made and kept."""
        return self._made(number, self._adapter.pooled)

    def _made(self, number: int, make: Callable[[], object]) -> Took:
        kept = [make()]
        gc.collect()
        before, until = resident("VmRSS"), time.perf_counter() + 1

        def work() -> dict[str, float]:
            while len(kept) <= number and time.perf_counter() < until:
                kept.append(make())
            return {"made": len(kept) - 1}

        took = timed(work)
        made = int(took.more["made"])
        grown = (resident("VmRSS") - before) / made
        return Took(
            took.cpu / made * number, took.wall / made * number, {"each": grown, "made": made}
        )


class First:
    """Remembers when the first event came."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self.after = 0.0

    def __call__(self, _event: object) -> None:
        """Take one event; the first counts."""
        if not self.after:
            self.after = time.perf_counter() - self._began


def resident(name: str) -> int:
    """VmRSS, which this process holds now, or VmHWM, its peak, in bytes; 0 where none tells."""
    if not STATUS.exists():
        return 0
    (line,) = [one for one in STATUS.read_text("ascii").splitlines() if one.startswith(name)]
    return int(line.split()[1]) * 1024


def reset_peak() -> int:
    """Start a new peak of resident memory from what is held now, which is returned."""
    if STATUS.exists():
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    return resident("VmRSS")


def alone(cpus: set[int]) -> None:
    """Stay on *cpus*, where the system knows such a thing."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, cpus)
