"""
A run as a stream: the events of every round's answer, what the tools gave, and `Done` at last.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from polyvox.pieces import AsyncTextPieces, TextPieces
from polyvox.tools.results import Run
from polyvox.tools.rounds import Rounds
from polyvox.types import Done, Event, Reply
from polyvox_core.errors import PolyvoxError, StreamClosed
from polyvox_core.flow import Ask, Flow
from polyvox_core.message import Headers
from polyvox_core.run_sync import Runner
from polyvox_core.streams import AsyncStream, Stream

if TYPE_CHECKING:
    # A blocking client does not load asyncio.
    from polyvox_core.run_async import AsyncRunner

__all__ = ["AsyncRunStream", "RunSource", "RunStream"]

R = TypeVar("R", bound=Reply)


class RunSource(Generic[R]):
    """
    Events of a run.

    Args:
        rounds: The state of the run.
        stream: The client's stream, blocking or not.
        args: What it takes by position besides the messages.
    """

    def __init__(
        self, rounds: Rounds[R], stream: Callable[..., Any], args: tuple[Any, ...]
    ) -> None:
        self._rounds = rounds
        self._begin = stream
        self._args = args
        self._stream: Any = None
        self._answered = False
        self.final: Run[R] | None = None

    @property
    def headers(self) -> Headers:
        """Headers of the last answer; empty before the first."""
        headers: Headers = self._stream.headers if self._stream is not None else {}
        return headers

    def open(self) -> Flow[None]:
        """Send the first request and wait until its answer begins."""
        try:
            yield from self._ask()
        except PolyvoxError as error:
            raise self._failed(error) from error.__cause__

    def pull(self) -> Flow[list[Event]]:
        """The next event, or what the tools of a round gave; `Done` is the last."""
        if self.final is not None:
            return []
        try:
            if self._answered:
                yield from self._ask()
            return (yield from self._next())
        except PolyvoxError as error:
            raise self._failed(error) from error.__cause__

    def interrupt(self) -> None:
        """Make a thread fail at once that waits for the model; a tool is not interrupted."""
        if self._stream is not None:
            self._stream.interrupt()

    def close(self) -> Flow[None]:
        """Free the connection at once."""
        yield Ask(getattr(self._stream, "aclose", None) or self._stream.close)

    def partial(self) -> Run[R]:
        """
        The run as far as it has come.

        Raises:
            StreamClosed: It has not begun.
        """
        if self.final is not None:
            return self.final
        if self._stream is None:
            msg = "The run has not begun."
            raise StreamClosed(msg, hint="Open the stream in a with block first.")
        return self._rounds.result(None if self._answered else self._stream.partial)

    def _ask(self) -> Flow[None]:
        options = self._rounds.options()
        self._answered = False
        self._stream = stream = self._begin(tuple(self._rounds.messages), *self._args, **options)
        yield Ask(getattr(stream, "__aenter__", None) or stream.__enter__)

    def _next(self) -> Flow[list[Event]]:
        event = yield Ask(self._event)
        if not isinstance(event, Done):
            return [event]
        self._answered = True
        yield from self.close()
        reply: R = self._stream.final
        events: list[Event] = []
        if self._rounds.take(reply):
            events += yield from self._rounds.call_tools()
            if not self._rounds.is_over:
                return events
        self.final = self._rounds.result()
        return [*events, Done(reply)]

    def _event(self) -> Any:
        is_async = hasattr(self._stream, "__anext__")
        return anext(self._stream) if is_async else next(self._stream)

    def _failed(self, error: PolyvoxError) -> PolyvoxError:
        broken: Any = error.partial if isinstance(error.partial, Reply) else None
        return self._rounds.failed(error, broken)


class _RunState(Generic[R]):
    """What both streams of runs know."""

    _run: RunSource[R]

    @property
    def final(self) -> Run[R]:
        """
        The whole run, once the stream has been read to its end.

        Raises:
            StreamClosed: The end was not reached yet.
        """
        if self._run.final is None:
            msg = "The stream has not been read to its end, so there is no final run yet."
            raise StreamClosed(msg, hint="Iterate first, or call read().")
        return self._run.final

    @property
    def partial(self) -> Run[R]:
        """The run as far as it has come; `messages` ends with what can be sent again."""
        return self._run.partial()


class RunStream(_RunState[R], Stream[Event]):
    """
    A run as it happens: typed events, `text` for the text alone, `final` at the end.

    Use it in a `with` block. An error carries the run as far as it had come in `partial`.
    """

    def __init__(self, runner: Runner, source: RunSource[R]) -> None:
        super().__init__(runner, source)
        self._run = source

    @property
    def text(self) -> TextPieces:
        """The text of all rounds, piece by piece."""
        return TextPieces(self)

    def read(self) -> Run[R]:
        """Read to the end, and return the whole run."""
        if self._run.final is None:
            with self:
                for _ in self:
                    pass
        return self.final

    def show(self) -> Run[R]:
        """Read to the end and show the run as it goes; see `ChatStream.show`."""
        from polyvox.showing import show  # noqa: PLC0415 - for notebooks only

        return show(self)

    def _ipython_display_(self) -> None:
        """Show the run as it goes, when a notebook asks."""
        self.show()


class AsyncRunStream(_RunState[R], AsyncStream[Event]):
    """Same as `RunStream`, for asyncio."""

    def __init__(self, runner: AsyncRunner, source: RunSource[R]) -> None:
        super().__init__(runner, source)
        self._run = source

    @property
    def text(self) -> AsyncTextPieces:
        """Same as `RunStream.text`."""
        return AsyncTextPieces(self)

    async def read(self) -> Run[R]:
        """Same as `RunStream.read`."""
        if self._run.final is None:
            async with self:
                async for _ in self:
                    pass
        return self.final

    async def show(self) -> Run[R]:
        """Same as `RunStream.show`; a notebook awaits it."""
        from polyvox.showing import ashow  # noqa: PLC0415 - for notebooks only

        return await ashow(self)

    def _repr_markdown_(self) -> str:
        """What a notebook shows: the run as far as it has come."""
        from polyvox.showing import shown_so_far  # noqa: PLC0415 - for notebooks only

        return shown_so_far(self)
