"""
`stream_extract`: the value as it arrives, over the public stream of any client.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from polyvox.extracting.attempts import Attempts
from polyvox.extracting.partials import Partial
from polyvox.extracting.reader import PartialReader
from polyvox.types import Done, Reply, TextDelta
from polyvox_core.errors import PolyvoxError, StatusError, StreamClosed
from polyvox_core.flow import Ask, Flow
from polyvox_core.message import Headers
from polyvox_core.run_sync import Runner
from polyvox_core.streams import AsyncStream, Stream

if TYPE_CHECKING:
    from polyvox_core.run_async import AsyncRunner

__all__ = ["AsyncExtractStream", "ExtractSource", "ExtractStream"]

T = TypeVar("T")


class ExtractSource(Generic[T]):
    """
    The states of one extraction.

    Args:
        attempts: The requests.
        stream: The client's stream, its positional arguments bound.
        is_async: Whether that is a stream for asyncio.

    Attributes:
        reply: The whole reply of the answer that fitted; None before.
        value: The value itself.
    """

    def __init__(self, attempts: Attempts, stream: Callable[..., Any], *, is_async: bool) -> None:
        self._attempts = attempts
        self._start = stream
        self._async = is_async
        self._stream: Any = None
        self._reader = PartialReader()
        schema = attempts.schema
        self.partial: Partial[T] = Partial(self._known, schema.value_rules, schema.schema)
        self.reply: Reply | None = None
        self.value: T | None = None

    def _known(self) -> Any:
        return self._attempts.schema.known_of(self._reader.known)

    @property
    def headers(self) -> Headers:
        """Headers of the answer that is arriving; empty before it is open."""
        headers: Headers = {} if self._stream is None else self._stream.headers
        return headers

    def open(self) -> Flow[None]:
        """Send the request and wait until the answer begins."""
        while True:
            self._reader = PartialReader()
            attempts = self._attempts
            self._stream = self._start(attempts.messages, **attempts.options)
            try:
                enter = self._stream.__aenter__ if self._async else self._stream.__enter__
                yield Ask(enter)
            except StatusError as error:
                if not attempts.falls_back(error):
                    raise
            else:
                return

    def pull(self) -> Flow[list[Partial[T]]]:
        """The value with more known than before; nothing at the end."""
        while self.reply is None:
            try:
                event = yield Ask(partial(anext if self._async else next, self._stream))
            except PolyvoxError as error:
                raise self._broken(error) from error.__cause__
            if isinstance(event, TextDelta) and event.choice == 0:
                if self._reader.feed(event.text):
                    return [self.partial]
            elif isinstance(event, Done):
                yield from self._judge(event.reply)
        return []

    def _judge(self, reply: Reply) -> Flow[None]:
        """Take the whole answer, or begin again with what is wrong with it."""
        verdict = self._attempts.take(reply)
        yield from self.close()
        if verdict is None:
            yield from self.open()
        elif verdict.error is not None:
            raise verdict.error.with_(partial=self._known())
        else:
            self.value, self.reply = verdict.value, reply

    def _broken(self, error: PolyvoxError) -> PolyvoxError:
        """The *error* with what was known, and the reply as far as it had arrived."""
        if isinstance(error.partial, Reply):
            # Its text is masked, so that no credential gets into the error.
            reader = PartialReader()
            reader.feed(error.partial.text)
            known = self._attempts.schema.known_of(reader.known)
            return error.with_(reply=error.partial, partial=known)
        return error

    def close(self) -> Flow[None]:
        """Free the connection at once."""
        yield Ask(self._stream.aclose if self._async else self._stream.close)


class _ExtractState(Generic[T]):
    """What both streams know."""

    _extraction: ExtractSource[T]

    @property
    def partial(self) -> Partial[T]:
        """What is known so far."""
        return self._extraction.partial

    @property
    def reply(self) -> Reply:
        """
        The whole reply that the value was read from, with its usage.

        Raises:
            StreamClosed: The end was not reached yet.
        """
        if self._extraction.reply is None:
            msg = "The stream has not been read to its end, so there is no value yet."
            hint = "Iterate first, or call read()."
            raise StreamClosed(msg, hint=hint, partial=self._extraction.partial.known)
        return self._extraction.reply

    @property
    def final(self) -> T:
        """
        The value itself, validated, once the stream has been read to its end.

        Raises:
            StreamClosed: The end was not reached yet.
        """
        assert self.reply
        return self._extraction.value  # type: ignore[return-value]  # set with the reply


class ExtractStream(_ExtractState[T], Stream[Partial[T]]):
    """
    A value as it arrives: what is known so far, again and again, and `final` at the end.

    Use it in a `with` block. Each item is the same `Partial`, with more of it known. A stream
    that breaks is a `StreamError`, and an answer that does not fit an `ExtractError`; `partial`
    of either is what was known, as dicts and lists. An answer that is sent back begins anew.
    """

    def __init__(self, runner: Runner, source: ExtractSource[T]) -> None:
        super().__init__(runner, source)
        self._extraction = source

    def read(self) -> T:
        """Read to the end, and return the value."""
        if self._extraction.reply is None:
            with self:
                for _ in self:
                    pass
        return self.final


class AsyncExtractStream(_ExtractState[T], AsyncStream[Partial[T]]):
    """Same as `ExtractStream`, for asyncio."""

    def __init__(self, runner: AsyncRunner, source: ExtractSource[T]) -> None:
        super().__init__(runner, source)
        self._extraction = source

    async def read(self) -> T:
        """Same as `ExtractStream.read`."""
        if self._extraction.reply is None:
            async with self:
                async for _ in self:
                    pass
        return self.final
