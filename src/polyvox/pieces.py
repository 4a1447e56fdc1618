"""
The text of a stream of events, piece by piece: of one answer, or of a whole run.
"""

from __future__ import annotations

from polyvox.types import Event, TextDelta
from polyvox_core.streams import AsyncStream, Stream

__all__ = ["AsyncTextPieces", "TextPieces"]


class TextPieces:
    """The text of a stream, piece by piece."""

    def __init__(self, stream: Stream[Event]) -> None:
        self._stream = stream

    def __iter__(self) -> TextPieces:
        """Return itself; a stream can be read once."""
        iter(self._stream)
        return self

    def __next__(self) -> str:
        """Wait for more text."""
        while True:
            event = next(self._stream)
            if isinstance(event, TextDelta) and event.choice == 0:
                return event.text


class AsyncTextPieces:
    """Same as `TextPieces`, for asyncio."""

    def __init__(self, stream: AsyncStream[Event]) -> None:
        self._stream = stream

    def __aiter__(self) -> AsyncTextPieces:
        """Return itself; a stream can be read once."""
        aiter(self._stream)
        return self

    async def __anext__(self) -> str:
        """Wait for more text."""
        while True:
            event = await anext(self._stream)
            if isinstance(event, TextDelta) and event.choice == 0:
                return event.text
