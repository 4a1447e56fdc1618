"""
What `create(stream=True)` gives: chunks as they arrive.

An iterator as in aidial-client, and besides a context manager that frees its connection at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from polyvox.compat.aidial_client.errors import dial_error
from polyvox.compat.aidial_client.types.chat.response import ChatCompletionChunk
from polyvox.compat.aidial_client.types.file import CaseInsensitive
from polyvox.errors import PolyvoxError, StreamClosed
from polyvox_core.streams import AsyncStream, Stream

__all__ = ["AsyncChatCompletionStream", "ChatCompletionStream"]


class ChatCompletionStream:
    """
    The chunks of one answer; can be read once.

    Leaving the loop early is fine: the connection is freed by `close`, by the end of a `with`
    block, or when the object is dropped.
    """

    def __init__(self, stream: Stream[ChatCompletionChunk]) -> None:
        self._stream = stream

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers of the answer; names in any case."""
        return CaseInsensitive(self._stream.headers)

    def begin(self) -> Self:
        """Send the request, and wait until the answer begins; returns itself."""
        try:
            self._stream.__enter__()
        except PolyvoxError as error:
            raise dial_error(error, chat=True) from error
        return self

    def __iter__(self) -> Self:
        """Return itself."""
        return self

    def __next__(self) -> ChatCompletionChunk:
        """Wait for the next chunk."""
        try:
            return next(self._stream)
        except StreamClosed:
            raise StopIteration from None
        except PolyvoxError as error:
            raise dial_error(error, chat=True) from error

    def close(self) -> None:
        """Free the connection at once; a second time does nothing."""
        self._stream.close()

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

    def __del__(self) -> None:
        """Free the connection of a stream that was left early."""
        with suppress(Exception):
            self._stream.close()


class AsyncChatCompletionStream:
    """Same as `ChatCompletionStream`, for asyncio."""

    def __init__(self, stream: AsyncStream[ChatCompletionChunk]) -> None:
        self._stream = stream
        self._loop = asyncio.get_running_loop()

    @property
    def headers(self) -> Mapping[str, str]:
        """Same as `ChatCompletionStream.headers`."""
        return CaseInsensitive(self._stream.headers)

    async def begin(self) -> Self:
        """Same as `ChatCompletionStream.begin`."""
        try:
            await self._stream.__aenter__()
        except PolyvoxError as error:
            raise dial_error(error, chat=True) from error
        return self

    def __aiter__(self) -> Self:
        """Return itself."""
        return self

    async def __anext__(self) -> ChatCompletionChunk:
        """Wait for the next chunk."""
        try:
            return await anext(self._stream)
        except StreamClosed:
            raise StopAsyncIteration from None
        except PolyvoxError as error:
            raise dial_error(error, chat=True) from error

    async def aclose(self) -> None:
        """Same as `ChatCompletionStream.close`."""
        await self._stream.aclose()

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

    def __del__(self) -> None:
        """Have the loop free the connection of a stream that was left early."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(_close_later, self._stream)


_closing: set[asyncio.Task[None]] = set()


def _close_later(stream: AsyncStream[Any]) -> None:
    """Close *stream* in a task, which the loop alone would not keep alive."""
    task = asyncio.get_running_loop().create_task(stream.aclose())
    _closing.add(task)
    task.add_done_callback(_closing.discard)
