"""
Chat streams of the facade: typed events over a backend's chunks, and the reply at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from polyvox.backends.encoding import Making, made
from polyvox.pieces import AsyncTextPieces, TextPieces
from polyvox.types import Done, Event, Reply
from polyvox_core.calling import Answer
from polyvox_core.errors import DecodeError, StreamClosed
from polyvox_core.flow import Flow
from polyvox_core.message import Headers
from polyvox_core.model import JsonObject
from polyvox_core.run_sync import Runner
from polyvox_core.secret import mask_value
from polyvox_core.streaming import Items, Source
from polyvox_core.streams import AsyncStream, Stream

if TYPE_CHECKING:
    # A blocking client does not load asyncio.
    from polyvox_core.run_async import AsyncRunner

__all__ = ["AsyncChatStream", "ChatSource", "ChatStream", "ReplySource"]

R = TypeVar("R", bound=Reply)
R_co = TypeVar("R_co", bound=Reply, covariant=True)
T = TypeVar("T")


class Growing(Protocol):
    """A completion that grows chunk by chunk."""

    def take(self, chunk: Any) -> Iterable[Any]:
        """Merge one chunk; gives the events it stands for."""
        ...

    def to_dict(self) -> JsonObject:
        """The completion so far."""
        ...


class ReplySource(Source[Event], Protocol[R_co]):
    """What a chat stream drives."""

    @property
    def final(self) -> R_co | None:
        """The whole reply, once its end was pulled."""
        ...

    def partial(self) -> R_co:
        """The reply as far as it has arrived."""
        ...


class ChatSource(Generic[R]):
    """
    Events of one chat stream.

    Args:
        call: The streaming call, with chunks as JSON values; or what makes it when the stream is
            opened, since parts must be read.
        completion: Takes the chunks in.
        reply: Makes the reply of a completion, the headers, and whether it is the whole one.
    """

    def __init__(
        self,
        call: Making,
        completion: Growing,
        reply: Callable[[JsonObject, Headers, bool], R],
    ) -> None:
        self._making = call
        self._completion = completion
        self._reply = reply
        self._items: Items[Any] | None = None
        self.final: R | None = None

    @property
    def headers(self) -> Headers:
        """Headers of the answer; empty before it is open."""
        return self._items.headers if self._items else {}

    def partial(self) -> R:
        """The reply as far as it has arrived; without `raw`, since it is not whole."""
        return self._reply(self._completion.to_dict(), self.headers, False)

    def _partial_for_errors(self) -> R:
        # Errors are logged and pickled; a model that echoes the credential must not get it there.
        completion = mask_value(self._completion.to_dict(), self._call.explain.secrets)
        return self._reply(completion, self.headers, False)

    def open(self) -> Flow[None]:
        """Send the request and wait for the first chunks."""
        self._call = yield from made(self._making)
        self._items = Items(self._call, self._partial_for_errors)
        yield from self._items.open()

    def pull(self) -> Flow[list[Event]]:
        """The next events; `Done` is the last."""
        if self.final is not None or self._items is None:
            return []
        events: list[Event] = []
        while not events:
            chunks = yield from self._items.pull()
            if not chunks:
                self.final = self._read(self._whole, self._completion.to_dict())
                return [Done(self.final)]
            events = self._read(self._taken, chunks)
        return events

    def _whole(self, completion: JsonObject) -> R:
        return self._reply(completion, self.headers, True)

    def _taken(self, chunks: list[Any]) -> list[Event]:
        events: list[Event] = []
        for chunk in chunks:
            events += self._completion.take(chunk)
        return events

    def _read(self, reading: Callable[[Any], T], value: Any) -> T:
        """What *reading* makes of *value*; its fault is an error with what had arrived."""
        try:
            return self._call.read(lambda: reading(value), Answer(value, 200, self.headers))
        except DecodeError as error:
            raise error.with_(partial=self._partial_for_errors()) from error.__cause__

    def interrupt(self) -> None:
        """Make a thread fail at once that waits for the next events."""
        if self._items is not None:
            self._items.interrupt()

    def close(self) -> Flow[None]:
        """Free the connection at once."""
        if self._items is not None:
            yield from self._items.close()


class _ChatState(Generic[R]):
    """What both chat streams know."""

    _chat: ReplySource[R]

    @property
    def final(self) -> R:
        """
        The whole reply, once the stream has been read to its end.

        Raises:
            StreamClosed: The end was not reached yet.
        """
        if self._chat.final is None:
            msg = "The stream has not been read to its end, so there is no final reply yet."
            raise StreamClosed(msg, hint="Iterate first, or call read().", partial=self.partial)
        return self._chat.final

    @property
    def partial(self) -> R:
        """The reply as far as it has arrived."""
        return self._chat.partial()


class ChatStream(_ChatState[R], Stream[Event]):
    """
    A chat answer as it arrives: typed events, `text` for the text alone, `final` at the end.

    Use it in a `with` block. A stream that breaks raises a `StreamError` whose `partial` is the
    reply as far as it had arrived.
    """

    def __init__(self, runner: Runner, source: ReplySource[R]) -> None:
        super().__init__(runner, source)
        self._chat = source

    @property
    def text(self) -> TextPieces:
        """The text alone, piece by piece."""
        return TextPieces(self)

    def read(self) -> R:
        """Read to the end, and return the whole reply."""
        if self._chat.final is None:
            with self:
                for _ in self:
                    pass
        return self.final

    def show(self) -> R:
        """
        Read to the end and show the answer as it arrives, in a notebook or as plain text.

        In a notebook a stream that is the value of a cell does this by itself.

        Raises:
            PolyvoxError: The stream broke; what had arrived is shown.
        """
        from polyvox.showing import show  # noqa: PLC0415 - for notebooks only

        return show(self)

    def _ipython_display_(self) -> None:
        """Show the answer as it arrives, when a notebook asks."""
        self.show()


class AsyncChatStream(_ChatState[R], AsyncStream[Event]):
    """Same as `ChatStream`, for asyncio."""

    def __init__(self, runner: AsyncRunner, source: ReplySource[R]) -> None:
        super().__init__(runner, source)
        self._chat = source

    @property
    def text(self) -> AsyncTextPieces:
        """Same as `ChatStream.text`."""
        return AsyncTextPieces(self)

    async def read(self) -> R:
        """Same as `ChatStream.read`."""
        if self._chat.final is None:
            async with self:
                async for _ in self:
                    pass
        return self.final

    async def show(self) -> R:
        """Same as `ChatStream.show`; a notebook awaits it."""
        from polyvox.showing import ashow  # noqa: PLC0415 - for notebooks only

        return await ashow(self)

    def _repr_markdown_(self) -> str:
        """What a notebook shows: the answer as far as it has arrived."""
        from polyvox.showing import shown_so_far  # noqa: PLC0415 - for notebooks only

        return shown_so_far(self)
