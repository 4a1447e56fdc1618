"""
Calls in the background, for the step `Start`: in a thread, or in a task of the running loop.

Both give a `concurrent.futures.Future`, so that a flow waits for either in the same way.
"""

from __future__ import annotations

import asyncio
import inspect
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, wait
from contextvars import copy_context
from typing import Any

__all__ = ["first_done", "in_task", "in_thread", "settled", "stopped"]


def in_thread(function: Callable[[], Any], started: list[Future[Any]] | None = None) -> Future[Any]:
    """
    Call *function* in a thread of its own, with the context variables of this one.

    The future is added to *started*, which forgets those that are done.
    """
    future: Future[Any] = Future()
    if started is not None:
        started[:] = [*(one for one in started if not one.done()), future]
    # Running at once: a thread cannot be cancelled, and nobody shall believe so.
    future.set_running_or_notify_cancel()
    context = copy_context()

    def work() -> None:
        try:
            result = context.run(function)
        except BaseException as error:  # noqa: BLE001 - told to who waits
            future.set_exception(error)
        else:
            future.set_result(result)

    # A daemon: after Ctrl-C the process can end, whatever the function waits for.
    threading.Thread(target=work, name="polyvox-call", daemon=True).start()
    return future


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


def settled(started: Sequence[Future[Any]]) -> None:
    """Wait for the threads of *started*."""
    if started:
        wait(started)


async def stopped(started: Sequence[asyncio.Task[Any]]) -> None:
    """Cancel the tasks of *started*, and wait until they have ended."""
    for task in started:
        task.cancel()
    if started:
        await asyncio.wait(started)


def first_done(futures: Iterable[Future[Any]]) -> Future[None]:
    """A future that is done as soon as one of *futures* is, however it ended."""
    first: Future[None] = Future()
    lock = threading.Lock()

    def tell(_: Future[Any]) -> None:
        with lock:
            if not first.done():
                first.set_result(None)

    for future in futures:
        future.add_done_callback(tell)
    return first
