"""The two runners: each step is carried out, errors reach the flow, nothing stays open."""

from __future__ import annotations

import asyncio
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from polyvox_core.errors import ConfigError, ConnectionFailed
from polyvox_core.flow import Ask, Close, Flow, Open, Read, Sleep, Start, Wait, Work
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner

REQUEST: Any = object()


class Wire:
    """A transport that notes what it is asked for."""

    def __init__(self) -> None:
        self.log: list[str] = []

    def open(self, request: Any) -> Any:
        """Note it."""
        self.log.append("open")
        return object()

    def read(self, incoming: Any) -> bytes:
        """Note it."""
        self.log.append("read")
        return b"x"

    def close_incoming(self, incoming: Any) -> None:
        """Note it."""
        self.log.append("close")

    def close(self) -> None:
        """Note it."""


class AsyncWire(Wire):
    """Same as `Wire`, for asyncio."""

    async def open(self, request: Any) -> Any:
        """Note it."""
        return Wire.open(self, request)

    async def read(self, incoming: Any) -> bytes:
        """Note it."""
        return Wire.read(self, incoming)

    async def close_incoming(self, incoming: Any) -> None:
        """Note it."""
        Wire.close_incoming(self, incoming)

    async def close(self) -> None:
        """Note it."""


class Sides:
    """One runner and its transport."""

    def __init__(self, name: str) -> None:
        self.is_async = name == "async"
        self.wire: Any = AsyncWire() if self.is_async else Wire()
        self.runner: Any = (AsyncRunner if self.is_async else Runner)(self.wire)
        self.runner.sleep = self._asleep if self.is_async else self._sleep

    def _sleep(self, seconds: float) -> None:
        self.wire.log.append(f"sleep {seconds}")

    async def _asleep(self, seconds: float) -> None:
        self._sleep(seconds)

    def run(self, flow: Flow[Any]) -> Any:
        """What *flow* returns."""
        return asyncio.run(self.runner.run(flow)) if self.is_async else self.runner.run(flow)


@pytest.fixture(params=["sync", "async"])
def sides(request: pytest.FixtureRequest) -> Sides:
    """Both runners, one after the other."""
    return Sides(request.param)


def test_every_step_is_carried_out(sides: Sides) -> None:
    """A flow is sent the result of each of its steps."""
    ready: Future[str] = Future()
    ready.set_result("ready")

    def flow() -> Flow[list[Any]]:
        """Every kind of step."""
        incoming = yield Open(REQUEST)
        results = [(yield Read(incoming)), (yield Close(incoming)), (yield Sleep(2.5))]
        results += [(yield Ask(lambda: "asked")), (yield Work(lambda: "worked"))]
        results += [(yield Wait(ready)), (yield Wait((yield Start(lambda: "started"))))]
        return results

    assert [b"x", None, None, "asked", "worked", "ready", "started"] == sides.run(flow())
    assert ["open", "read", "close", "sleep 2.5"] == sides.wire.log


def test_flows_without_steps(sides: Sides) -> None:
    """A flow may return at once."""

    def flow() -> Flow[int]:
        """No step at all."""
        return 5
        yield

    assert 5 == sides.run(flow())


def test_errors_are_thrown_into_the_flow(sides: Sides) -> None:
    """A flow may catch what a step raises, and go on."""

    def fail() -> None:
        """Raise."""
        raise ValueError("no")

    def flow() -> Flow[str]:
        """Catch the error of one step."""
        try:
            yield Work(fail)
        except ValueError as error:
            return str(error)
        return "not reached"

    assert "no" == sides.run(flow())


@pytest.mark.parametrize("fault", [ConnectionFailed("broken"), KeyError("raw")])
def test_a_failing_flow_leaves_nothing_open(sides: Sides, fault: Exception) -> None:
    """Every answer that the flow opened is closed when it fails."""

    def flow() -> Flow[None]:
        """Open two answers, and fail."""
        yield Open(REQUEST)
        yield Open(REQUEST)
        raise fault

    with pytest.raises(type(fault)) as caught:
        sides.run(flow())

    assert fault is caught.value
    assert ["open", "open", "close", "close"] == sides.wire.log


def test_our_errors_carry_no_frames_of_the_flow(sides: Sides) -> None:
    """Nothing of the flow's locals can be read from a traceback; callers' errors keep theirs."""

    def ours() -> Flow[None]:
        """Fail with an error of ours, chained to another."""
        try:
            {}["raw"]
        except KeyError as error:
            raise ConnectionFailed("broken") from error
        yield

    def theirs() -> Flow[None]:
        """Fail with an error that is not ours."""
        raise KeyError("raw")
        yield

    with pytest.raises(ConnectionFailed) as caught:
        sides.run(ours())
    with pytest.raises(KeyError) as raw:
        sides.run(theirs())

    names = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert "ours" not in names
    assert isinstance(caught.value.__cause__, KeyError)
    assert caught.value.__cause__.__traceback__ is None
    assert "theirs" in [frame.name for frame in traceback.extract_tb(raw.value.__traceback__)]


async def give() -> str:
    """A coroutine function that gives something."""
    return "given"


class Later:
    """Something that can be awaited, but is no coroutine."""

    def __await__(self) -> Any:
        """Never called."""


def test_coroutine_functions_are_awaited() -> None:
    """The asyncio runner awaits what a function of the caller gives."""

    def flow() -> Flow[str]:
        """Ask a coroutine function."""
        return (yield Ask(give))

    assert "given" == Sides("async").run(flow())


@pytest.mark.parametrize("function", [give, Later])
def test_blocking_clients_refuse_coroutines(function: Callable[[], Any]) -> None:
    """The blocking runner says that it cannot await."""

    def flow() -> Flow[str]:
        """Ask something that would have to be awaited."""
        return (yield Ask(function))

    with pytest.raises(ConfigError, match="was given a coroutine function"):
        Sides("sync").run(flow())


def test_a_keyboard_interrupt_closes_everything() -> None:
    """Ctrl-C closes what is open, and is not swallowed."""
    sides = Sides("sync")
    ended = []

    def interrupt() -> None:
        """Press Ctrl-C."""
        raise KeyboardInterrupt

    def flow() -> Flow[None]:
        """Be interrupted."""
        yield Open(REQUEST)
        try:
            yield Work(interrupt)
        finally:
            ended.append(True)

    with pytest.raises(KeyboardInterrupt):
        sides.run(flow())

    assert ["open", "close"] == sides.wire.log
    assert [True] == ended


def test_cancellation_closes_everything() -> None:
    """A cancelled task closes what its flow had opened."""
    sides = Sides("async")

    async def cancelled() -> None:
        """Cancel a task in the middle of its flow."""
        never = asyncio.Event()

        def flow() -> Flow[None]:
            """Wait for ever."""
            yield Open(REQUEST)
            yield Ask(never.wait)

        task = asyncio.create_task(sides.runner.run(flow()))
        await asyncio.sleep(0)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cancelled())

    assert ["open", "close"] == sides.wire.log


def test_work_runs_beside_the_loop() -> None:
    """The asyncio runner lets a thread wait for disks; callbacks stay in the loop's."""

    def flow() -> Flow[tuple[int, int]]:
        """Where the two kinds of functions run."""
        return (yield Work(threading.get_ident)), (yield Ask(threading.get_ident))

    worked, asked = Sides("async").run(flow())

    assert threading.get_ident() == asked
    assert threading.get_ident() != worked


def test_who_stops_waiting_takes_nothing_from_others() -> None:
    """A cancelled wait leaves the future to those who still wait for it."""
    shared: Future[str] = Future()
    runner = Sides("async").runner

    def flow() -> Flow[str]:
        """Wait for the shared future."""
        return (yield Wait(shared))

    async def scene() -> str:
        """One gives up, one goes on."""
        first, second = (asyncio.create_task(runner.run(flow())) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        shared.set_result("done")
        return str(await second)

    assert "done" == asyncio.run(scene())
