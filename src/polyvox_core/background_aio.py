"""
Calls in the background of a running loop, for the step `Start`: each in a task.

Apart from `background`, since a blocking client does not load asyncio.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from polyvox_core.background import in_thread

__all__ = ["in_task", "stopped"]


def in_task(function: Callable[[], Any], started: list[asyncio.Task[Any]]) -> Future[Any]:
    """Call *function* in a task of the running loop, which is added to *started*."""
    future: Future[Any] = Future()
    loop = asyncio.get_running_loop()
    task = loop.create_task(_called(function))
    started[:] = [*(one for one in started if not one.done()), task]

    def stop(future: Future[Any]) -> None:
        if future.cancelled():
            loop.call_soon_threadsafe(task.cancel)

    def tell(done: asyncio.Task[Any]) -> None:
        if done.cancelled():
            future.cancel()
            future.set_running_or_notify_cancel()
        elif future.set_running_or_notify_cancel():
            error = done.exception()
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(done.result())

    task.add_done_callback(tell)
    future.add_done_callback(stop)
    return future


async def _called(function: Callable[[], Any]) -> Any:
    if inspect.iscoroutinefunction(function):
        return await function()
    work = in_thread(function)
    try:
        result = await asyncio.wrap_future(work)
    except asyncio.CancelledError:
        work.add_done_callback(_close_unused)
        raise
    return await result if inspect.isawaitable(result) else result


def _close_unused(work: Future[Any]) -> None:
    """Close the coroutine that nobody awaits any more."""
    if work.exception() is None and inspect.iscoroutine(work.result()):
        work.result().close()


async def stopped(started: Sequence[asyncio.Task[Any]]) -> None:
    """Cancel the tasks of *started*, and wait until they have ended."""
    for task in started:
        task.cancel()
    if started:
        await asyncio.wait(started)
