"""
The two stream objects: one-shot iterators and context managers over a source of items.

They are objects with `__next__` and `__anext__`, not generators: leaving a loop or a `with` block
frees the connection at once.
"""

from __future__ import annotations

import warnings
from collections import deque
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from polyvox_core.errors import StreamClosed
from polyvox_core.message import Headers, request_id_of
from polyvox_core.run_sync import Runner
from polyvox_core.streaming import Source

if TYPE_CHECKING:
    # A blocking client does not load asyncio.
    from polyvox_core.run_async import AsyncRunner

__all__ = ["AsyncStream", "Stream"]

T = TypeVar("T")


class _StreamState(Generic[T]):
    """What both stream objects know."""

    _holds_connection = True

    def __init__(self, source: Source[T]) -> None:
        self._source = source
        self._ready: deque[T] = deque()
        self._opened = False
        self._closed = False
        self._ended = False

    @property
    def headers(self) -> Headers:
        """Headers of the answer, names in lower case; empty before the stream is open."""
        return self._source.headers

    @property
    def request_id(self) -> str | None:
        """The server's id for the request, when it sent one."""
        return request_id_of(self._source.headers)

    def _check_readable(self) -> None:
        if self._closed and not self._ended:
            msg = "The stream is closed."
            raise StreamClosed(msg, hint="Read it inside its with block.")

    def _check_unread(self) -> None:
        if self._ended:
            msg = "The stream was read to its end already; it can be read once."
            raise StreamClosed(msg, hint="Keep what it gives, or call again.")

    def __del__(self) -> None:
        """Warn about a stream that was opened and neither read to its end nor closed."""
        if self._holds_connection and self._opened and not self._closed and not self._ended:
            msg = f"unclosed {type(self).__name__}: use it in a with block, or close it"
            warnings.warn(msg, ResourceWarning, stacklevel=2, source=self)


class Stream(_StreamState[T]):
    """
    The items of a streaming answer, as they arrive.

    Use it in a `with` block; it can be read once. Every failure is a `PolyvoxError`: a stream
    that ends without its end marker raises `StreamTruncated`.
    """

    def __init__(self, runner: Runner, source: Source[T]) -> None:
        super().__init__(source)
        self._runner = runner

    def __enter__(self) -> Self:
        """Send the request, and wait until the answer begins."""
        self._open()
        return self

    def _open(self) -> None:
        if not self._opened:
            self._check_readable()
            self._opened = True
            try:
                self._runner.run(self._source.open())
            except BaseException:
                self._closed = True
                raise

    def __iter__(self) -> Self:
        """
        Return itself: a stream can be read once.

        Raises:
            StreamClosed: It was read to its end already.
        """
        self._check_unread()
        return self

    def __next__(self) -> T:
        """Wait for the next item."""
        ready = self._ready
        if ready:
            return ready.popleft()
        self._check_readable()
        if self._ended:
            raise StopIteration
        self._open()
        try:
            ready.extend(self._runner.run(self._source.pull()))
        except BaseException:
            self.close()
            raise
        if not ready:
            self._ended = True
            raise StopIteration
        return ready.popleft()

    def interrupt(self) -> None:
        """
        Make a thread fail at once that waits for the next item of this stream.

        For a signal handler or another thread; the stream must still be closed by who reads it. A
        stream over an HTTP client of the caller's own notices it with the next item only.
        """
        interrupt = getattr(self._source, "interrupt", None)
        if interrupt is not None:
            interrupt()

    def close(self) -> None:
        """Free the connection at once; a second time does nothing."""
        if not self._closed:
            self._closed = True
            self._ready.clear()
            if self._opened:
                self._runner.run(self._source.close())

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Free the connection."""
        self.close()


class AsyncStream(_StreamState[T]):
    """Same as `Stream`, for asyncio."""

    def __init__(self, runner: AsyncRunner, source: Source[T]) -> None:
        super().__init__(source)
        self._runner = runner

    async def __aenter__(self) -> Self:
        """Send the request, and wait until the answer begins."""
        await self._open()
        return self

    async def _open(self) -> None:
        if not self._opened:
            self._check_readable()
            self._opened = True
            try:
                await self._runner.run(self._source.open())
            except BaseException:
                self._closed = True
                raise

    def __aiter__(self) -> Self:
        """Return itself: a stream can be read once."""
        self._check_unread()
        return self

    async def __anext__(self) -> T:
        """Wait for the next item."""
        ready = self._ready
        if ready:
            return ready.popleft()
        self._check_readable()
        if self._ended:
            raise StopAsyncIteration
        await self._open()
        try:
            ready.extend(await self._runner.run(self._source.pull()))
        except BaseException:
            await self.aclose()
            raise
        if not ready:
            self._ended = True
            raise StopAsyncIteration
        return ready.popleft()

    async def aclose(self) -> None:
        """Free the connection at once; a second time does nothing."""
        if not self._closed:
            self._closed = True
            self._ready.clear()
            if self._opened:
                await self._runner.run(self._source.close())

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Free the connection."""
        await self.aclose()
