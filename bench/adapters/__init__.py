"""
One module per library, each with a class `Adapter` of about twenty lines.

An adapter asks and streams in the way that the library's own documentation shows. `stream` hands
every event to *got*, and `text` tells the text in one; the worker checks that none was lost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from bench.wire import Messages

__all__ = ["AsyncAdapter", "Got", "SyncAdapter"]

Got = Callable[[Any], object]


class SyncAdapter(Protocol):
    """A library that blocks."""

    def __init__(self, url: str) -> None: ...

    def chat(self, messages: Messages) -> str:
        """The answer to *messages*."""
        ...

    def stream(self, got: Got) -> None:
        """Hand every event of one stream to *got*."""
        ...

    def text(self, event: Any) -> str:
        """The text in an event, or an empty one."""
        ...


class AsyncAdapter(Protocol):
    """Same as `SyncAdapter`, for asyncio."""

    def __init__(self, url: str) -> None: ...

    async def achat(self, messages: Messages) -> str:
        """The answer to *messages*."""
        ...

    async def astream(self, got: Got) -> None:
        """Hand every event of one stream to *got*."""
        ...

    def text(self, event: Any) -> str:
        """The text in an event, or an empty one."""
        ...
