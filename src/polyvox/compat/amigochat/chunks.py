"""
What a call gives piece by piece: iterators that can be closed and used in a `with` block.

Leaving a loop early is fine: what is forgotten closes its connection.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from types import TracebackType
from typing import Generic, Self, TypeVar

__all__ = ["AsyncChunks", "Chunks"]

T = TypeVar("T")


class Chunks(Iterator[T], Generic[T]):
    """
    Pieces of an answer.

    Args:
        source: Gives them; nothing is sent before the first is asked for.
    """

    def __init__(self, source: Generator[T]) -> None:
        self._source = source

    def __iter__(self) -> Self:
        """Return itself; it can be read once."""
        return self

    def __next__(self) -> T:
        """Wait for the next piece."""
        return next(self._source)

    def close(self) -> None:
        """Free the connection at once."""
        self._source.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Free the connection."""
        self.close()


class AsyncChunks(AsyncIterator[T], Generic[T]):
    """Same as `Chunks`, for asyncio."""

    def __init__(self, source: AsyncGenerator[T]) -> None:
        self._source = source

    def __aiter__(self) -> Self:
        """Return itself; it can be read once."""
        return self

    async def __anext__(self) -> T:
        """Wait for the next piece."""
        return await anext(self._source)

    async def aclose(self) -> None:
        """Free the connection at once."""
        await self._source.aclose()

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Free the connection."""
        await self.aclose()
