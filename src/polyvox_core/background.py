"""
Calls in the background, for the step `Start`: in a thread; `background_aio` has those in a task.

Both give a `concurrent.futures.Future`, so that a flow waits for either in the same way.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, wait
from contextvars import copy_context
from typing import Any

__all__ = ["first_done", "in_thread", "settled"]


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


def settled(started: Sequence[Future[Any]]) -> None:
    """Wait for the threads of *started*."""
    if started:
        wait(started)


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
