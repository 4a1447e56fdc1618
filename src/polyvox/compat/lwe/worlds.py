"""
The two worlds of `talk.World`: blocking calls, and asyncio.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

import polyvox
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner

__all__ = ["ASYNCIO", "BLOCKING", "Asyncio", "Blocking"]


class Blocking:
    """Clients, streams and flows of blocking code."""

    runner = Runner.for_calls()

    def connect(self, backend: str, arguments: dict[str, Any]) -> Any:
        """A client of *backend*."""
        return polyvox.connect(backend, **arguments)

    def advance(self, stream: Any) -> Any:
        """The next event of *stream*; None at its end."""
        return next(stream, None)

    def shut(self, closable: Any) -> None:
        """Close *closable*."""
        closable.close()


class Asyncio:
    """Clients, streams and flows of asyncio."""

    runner = AsyncRunner.for_calls()

    def connect(self, backend: str, arguments: dict[str, Any]) -> Any:
        """A client of *backend*."""
        return polyvox.aconnect(backend, **arguments)

    def advance(self, stream: Any) -> Awaitable[Any]:
        """The next event of *stream*; None at its end."""
        return anext(stream, None)

    def shut(self, closable: Any) -> Awaitable[None]:
        """Close *closable*."""
        return closable.aclose()  # type: ignore[no-any-return]  # clients and streams of asyncio


BLOCKING = Blocking()
ASYNCIO = Asyncio()
