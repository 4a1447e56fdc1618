"""
The chat streams of a failover pool: as those of a client, and they tell who serves them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox.backends.chat_stream import AsyncChatStream, ChatStream
from polyvox.failover.flows import FailoverSource
from polyvox.types import Reply
from polyvox_core.run_sync import Runner

if TYPE_CHECKING:
    # A blocking pool does not load asyncio.
    from polyvox_core.run_async import AsyncRunner

__all__ = ["AsyncFailoverStream", "FailoverStream"]


class FailoverStream(ChatStream[Reply]):
    """
    A chat answer as it arrives from a member of a pool.

    Entering it asks one member after the other until one delivers its first event. What breaks
    after that is an error with its `partial`: nobody else could go on in the middle.
    """

    def __init__(self, runner: Runner, source: FailoverSource) -> None:
        super().__init__(runner, source)
        self._serving = source

    @property
    def served_by(self) -> str | None:
        """Name of the member that answers; None before the stream is open."""
        return self._serving.served_by


class AsyncFailoverStream(AsyncChatStream[Reply]):
    """Same as `FailoverStream`, for asyncio."""

    def __init__(self, runner: AsyncRunner, source: FailoverSource) -> None:
        super().__init__(runner, source)
        self._serving = source

    @property
    def served_by(self) -> str | None:
        """Same as `FailoverStream.served_by`."""
        return self._serving.served_by
