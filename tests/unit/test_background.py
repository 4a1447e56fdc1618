"""Calls in the background: side by side, with the caller's context, none left behind."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextvars import ContextVar
from functools import partial
from typing import Any

import pytest

from polyvox_core.background import first_done, in_thread
from polyvox_core.errors import ConfigError
from polyvox_core.flow import Ask, Flow, Sleep, Start, Wait
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner

SECONDS = 10
USER: ContextVar[str] = ContextVar("USER", default="nobody")


def run(name: str, flow: Flow[Any]) -> Any:
    """What *flow* returns."""
    if name == "async":
        return asyncio.run(AsyncRunner.for_calls().run(flow))
    return Runner.for_calls().run(flow)


both = pytest.mark.parametrize("name", ["sync", "async"])


@both
def test_calls_run_side_by_side(name: str) -> None:
    """Two plain functions that wait for each other both end."""
    meeting = threading.Barrier(2)

    def flow() -> Flow[list[int]]:
        """Start both, then wait for both."""
        first = yield Start(lambda: meeting.wait(SECONDS))
        second = yield Start(lambda: meeting.wait(SECONDS))
        return sorted([(yield Wait(first)), (yield Wait(second))])

    assert [0, 1] == run(name, flow())


@both
def test_calls_know_the_context_of_the_caller(name: str) -> None:
    """Context variables are those of the flow's caller."""
    token = USER.set("somebody")

    def flow() -> Flow[str]:
        """Look the variable up in the background."""
        return (yield Wait((yield Start(USER.get))))

    try:
        result = run(name, flow())
    finally:
        USER.reset(token)

    assert "somebody" == result


@both
def test_errors_are_raised_by_waiting(name: str) -> None:
    """What a function raises reaches who waits for it, and nobody else."""

    def fail() -> None:
        """Raise."""
        raise ValueError("no")

    def flow() -> Flow[str]:
        """Fail twice, and look at one of them."""
        yield Start(fail)
        future = yield Start(fail)
        try:
            yield Wait(future)
        except ValueError as error:
            return str(error)
        return "not reached"

    assert "no" == run(name, flow())


@both
def test_waiting_may_have_a_limit(name: str) -> None:
    """A limited wait gives up; the call goes on, and its result can still be had."""
    go = threading.Event()

    def flow() -> Flow[bool]:
        """Give up once, then let the call go on."""
        future = yield Start(lambda: go.wait(SECONDS))
        try:
            yield Wait(future, 0.01)
        except TimeoutError:
            go.set()
        return (yield Wait(future))

    assert run(name, flow())


@both
def test_flows_may_wait_for_the_first_of_several(name: str) -> None:
    """The common future is done as soon as one is, failed ones included."""
    go = threading.Event()

    def fail() -> None:
        """Raise."""
        raise ValueError("no")

    def flow() -> Flow[list[bool]]:
        """Wait for the first of two, then for the other."""
        futures = [(yield Start(lambda: go.wait(SECONDS))), (yield Start(fail))]
        yield Wait(first_done(futures))
        states = [future.done() for future in futures]
        go.set()
        yield Wait(futures[0])
        yield Wait(first_done(futures))
        return states

    assert [False, True] == run(name, flow())


@both
def test_many_calls_are_not_kept(name: str) -> None:
    """A flow may start any number of calls; those that are done are forgotten."""

    def flow() -> Flow[int]:
        """Many calls, one after the other."""
        total = 0
        for number in range(50):
            total += yield Wait((yield Start(partial(int, number))))
        return total

    assert 1225 == run(name, flow())


def test_blocking_flows_leave_no_thread_behind() -> None:
    """A flow that ends early waits for what it had begun."""
    go = threading.Event()
    ended = []

    def work() -> None:
        """Wait, then note it."""
        go.wait(SECONDS)
        ended.append("work")

    def flow() -> Flow[None]:
        """Begin something, and fail."""
        yield Start(work)
        go.set()
        raise ValueError("early")

    with pytest.raises(ValueError, match="early"):
        run("sync", flow())

    assert ["work"] == ended


def test_threads_cannot_be_cancelled() -> None:
    """The future of a thread says so; it is running from the start."""
    future = in_thread(lambda: "done")

    assert not future.cancel()
    assert "done" == future.result(SECONDS)


async def coroutine() -> str:
    """A coroutine function."""
    return threading.current_thread().name


def test_blocking_runners_refuse_coroutine_functions() -> None:
    """The one who waits is told."""

    def flow() -> Flow[None]:
        """Start something that would have to be awaited."""
        yield Wait((yield Start(coroutine)))

    with pytest.raises(ConfigError, match="was given a coroutine function"):
        run("sync", flow())


@pytest.mark.parametrize("function", [coroutine, lambda: coroutine()])  # noqa: PLW0108 - a plain function
def test_coroutines_run_in_the_loop(function: Callable[[], Any]) -> None:
    """Coroutine functions, and what plain functions give, are awaited in the loop's thread."""

    def flow() -> Flow[str]:
        """Start one."""
        return (yield Wait((yield Start(function))))

    assert threading.current_thread().name == run("async", flow())


@pytest.mark.parametrize("fails", [True, False])
def test_asyncio_flows_cancel_their_tasks(fails: bool) -> None:
    """Tasks that a flow leaves behind are cancelled, and have ended when it returns."""
    ended = []

    async def work() -> None:
        """Wait for ever, and need a moment to end."""
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append("work")

    def flow() -> Flow[None]:
        """Begin something, and go."""
        yield Start(work)
        yield Sleep(0)
        if fails:
            raise ValueError("early")

    try:
        run("async", flow())
    except ValueError:
        ended.append("failed")

    assert ["work", *(["failed"] if fails else [])] == ended


def test_cancelling_a_future_cancels_its_task() -> None:
    """A flow can stop one of its calls, also from another thread."""
    ended = []

    async def work() -> None:
        """Wait for ever."""
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("work")

    def flow() -> Flow[list[Any]]:
        """Cancel one of two calls; the other one goes on."""
        future = yield Start(work)
        yield Sleep(0)
        thread = threading.Thread(target=future.cancel)
        thread.start()
        thread.join()
        yield Sleep(0.001)
        return [future.cancelled(), *ended]

    assert [True, "work"] == run("async", flow())


def test_calls_may_ignore_their_cancellation() -> None:
    """A call that goes on after its future was cancelled disturbs nobody."""
    ended = []

    async def work() -> str:
        """Wait, and end in good order all the same."""
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        ended.append("work")
        return "late"

    def flow() -> Flow[bool]:
        """Cancel it, and let it end."""
        future = yield Start(work)
        yield Sleep(0)
        future.cancel()
        yield Sleep(0.001)
        return bool(future.cancelled())

    assert run("async", flow())
    assert ["work"] == ended


def test_calls_that_cancel_themselves_are_cancelled() -> None:
    """A call that ends as cancelled has a cancelled future."""

    async def give_up() -> None:
        """End as a cancelled task does."""
        raise asyncio.CancelledError

    def flow() -> Flow[Future[Any]]:
        """Start it, and let it end."""
        future = yield Start(give_up)
        yield Wait(first_done([future]))
        return future

    with pytest.raises(CancelledError):
        run("async", flow()).result(0)


@pytest.mark.filterwarnings("error")
def test_cancelled_flows_return_at_once() -> None:
    """Cancellation waits for no thread; a coroutine that comes too late is closed."""
    begun, go = threading.Event(), threading.Event()
    given: list[Any] = []

    def late() -> Any:
        """Give a coroutine when nobody waits any more."""
        begun.set()
        go.wait(SECONDS)
        given.append(coroutine())
        return given[0]

    def flow() -> Flow[None]:
        """Wait for it."""
        yield Wait((yield Start(late)))

    async def scene() -> None:
        """Cancel the flow while the thread is busy."""
        task = asyncio.create_task(AsyncRunner.for_calls().run(flow()))
        await asyncio.to_thread(begun.wait, SECONDS)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(scene())
    go.set()
    for thread in threading.enumerate():
        if thread.name == "polyvox-call":
            thread.join(SECONDS)

    assert given[0].cr_frame is None


def test_late_results_of_any_kind_are_dropped() -> None:
    """A thread that fails or gives something after the cancellation disturbs nobody."""
    begun, go = threading.Barrier(3), threading.Event()

    def late(fails: bool) -> str:
        """Fail, or give something."""
        begun.wait(SECONDS)
        go.wait(SECONDS)
        if fails:
            raise ValueError("late")
        return "late"

    def flow() -> Flow[None]:
        """Leave two calls behind."""
        yield Start(lambda: late(fails=True))
        yield Start(lambda: late(fails=False))
        yield Ask(lambda: asyncio.to_thread(begun.wait, SECONDS))

    run("async", flow())
    go.set()
    names = [thread for thread in threading.enumerate() if thread.name == "polyvox-call"]
    for thread in names:
        thread.join(SECONDS)

    assert not any(thread.is_alive() for thread in names)
