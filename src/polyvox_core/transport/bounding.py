"""
Total and idle limits over an HTTP library that knows neither, for asyncio.

Such a library takes time limits once, with the request. Here a timer of the loop ends whatever
it is doing when the call's time is up, so that a server which dribbles bytes gains nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import httpcore

from polyvox_core.flow import Incoming
from polyvox_core.message import Request
from polyvox_core.transport.aio import AioTransport
from polyvox_core.transport.failures import translate

__all__ = ["BoundedTransport", "in_time"]

T = TypeVar("T")

# The loop's timers may fire a little early, and then the limit would not be the one that ran out.
_LATE = 0.001


async def in_time(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """
    What *work* gives, within the total and the idle limit of *request*.

    Raises:
        TimeoutExpired: One of them ran out; *work* was cancelled.
    """
    left = request.patience.allow(None)
    if left is None:
        return await work
    guard = asyncio.timeout(left + _LATE)
    try:
        async with guard:
            return await work
    except TimeoutError as error:
        if not guard.expired():
            raise
        raise translate(httpcore.ReadTimeout(), request) from error


class BoundedTransport(AioTransport):
    """An asyncio transport over a library that cannot lend time."""

    async def open(self, request: Request) -> Incoming:
        """Send *request* and wait for the head of its answer."""
        return await in_time(request, super().open(request))

    async def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        return await in_time(incoming.request, super().read(incoming))
