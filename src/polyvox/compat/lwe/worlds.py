"""
The two worlds of `talk.World`: blocking calls, and asyncio.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

import polyvox
from polyvox.compat.lwe.talk import Running
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner

__all__ = ["ASYNCIO", "BLOCKING", "Asyncio", "Blocking"]


class Blocking:
    """Clients, streams and flows of blocking code."""

    runner = Runner.for_calls()
    is_async = False

    def connect(self, backend: str, arguments: dict[str, Any]) -> Any:
        """A client of *backend*."""
        return polyvox.connect(backend, **arguments)

    def advance(self, stream: Any, running: Running) -> Any:
        """The next event of *stream*; None at its end, and when the user wants no more."""
        running.interrupt = stream.interrupt
        try:
            return next(stream, None)
        finally:
            running.interrupt = None

    def shut(self, closable: Any) -> None:
        """Close *closable*."""
        closable.close()


class Asyncio:
    """Clients, streams and flows of asyncio."""

    runner = AsyncRunner.for_calls()
    is_async = True

    def connect(self, backend: str, arguments: dict[str, Any]) -> Any:
        """A client of *backend*."""
        return polyvox.aconnect(backend, **arguments)

    async def advance(self, stream: Any, running: Running) -> Any:
        """The next event of *stream*; None at its end, and when the user wants no more."""
        task, loop = asyncio.current_task(), asyncio.get_running_loop()
        assert task is not None
        running.interrupt = lambda: loop.call_soon_threadsafe(_wake, task, running)
        try:
            return await anext(stream, None)
        except asyncio.CancelledError:
            # Cancelled by `stop` alone, and not by who waits for the answer.
            if running.woken and task.uncancel() == 0:
                return None
            raise
        finally:
            running.interrupt = None

    def shut(self, closable: Any) -> Awaitable[None]:
        """Close *closable*."""
        return closable.aclose()  # type: ignore[no-any-return]  # clients and streams of asyncio


def _wake(task: asyncio.Task[Any], running: Running) -> None:
    if running.interrupt is not None:
        running.woken = True
        task.cancel()


BLOCKING = Blocking()
ASYNCIO = Asyncio()
