"""
Iterators over the text of an answer as it arrives.

They raise what went wrong, since an iterator that merely ends would hide it; `result` has the
same outcome as `ask_stream`. Leaving one early stops the model.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.starting import Request
from polyvox.compat.lwe.talk import Piece, Talk, World
from polyvox_core.errors import StreamClosed
from polyvox_core.flow import Ask, Flow
from polyvox_core.message import Headers
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner
from polyvox_core.streams import AsyncStream, Stream

__all__ = ["AsyncPieces", "PieceSource", "Pieces"]


class PieceSource:
    """
    The pieces of one talk.

    Args:
        talk: The request.
        request: How it is kept.
        world: How its stream is closed.
        deliver: Called with each piece as well, if it is a function.

    Attributes:
        result: The outcome, once it is known.
    """

    headers: Headers = {}  # noqa: RUF012 - never filled: there may be several answers

    def __init__(
        self,
        talk: Talk[Result],
        request: Request,
        world: World,
        deliver: Callable[[str], Any] | None,
    ) -> None:
        self._talk = talk
        self._request = request
        self._running = request.running
        self._world = world
        self._deliver = deliver
        self._between_steps = False
        self.result: Result | None = None

    def open(self) -> Flow[None]:
        """Nothing is sent yet: the first piece is what a caller waits for."""
        self._request.__enter__()
        yield from ()

    def pull(self) -> Flow[list[str]]:
        """The next piece; none at the end of the answer."""
        text = yield from self._next()
        if text is None:
            return []
        if self._deliver is not None:
            deliver = self._deliver
            yield Ask(lambda: deliver(text))
        return [text]

    def close(self) -> Flow[None]:
        """Stop the model; what had arrived is a result like that of `terminate_stream`."""
        self._running.stop()
        while self._between_steps and self.result is None:
            yield from self._next(quiet=True)
        self._talk.close()
        self._request.__exit__()
        if self._running.stream is not None:
            stream = self._running.stream
            yield Ask(lambda: self._world.shut(stream))

    def _next(self, *, quiet: bool = False) -> Flow[str | None]:
        """Drive the talk to its next piece; None when it is over, unless it failed."""
        self._between_steps = False
        answer: Any = None
        failure: BaseException | None = None
        while True:
            try:
                step = self._talk.send(answer) if failure is None else self._talk.throw(failure)
            except StopIteration as stop:
                self.result = result = stop.value
                self._request.__exit__()
                if result.error is not None and not quiet:
                    raise result.error from None
                return None
            if isinstance(step, Piece):
                self._between_steps = True
                return step.text
            answer = failure = None
            try:
                answer = yield step
            except Exception as error:  # noqa: BLE001 - the talk decides what to do with it
                failure = error


class _HasResult:
    """What both iterators know."""

    _pieces: PieceSource

    @property
    def result(self) -> Result:
        """
        The outcome: whole at the end, partial when the stream was left before it.

        Raises:
            StreamClosed: Neither has happened yet.
        """
        if self._pieces.result is None:
            msg = "The stream has not been read to its end, so there is no result yet."
            raise StreamClosed(msg, hint="Iterate first, or leave its with block.")
        return self._pieces.result


class Pieces(_HasResult, Stream[str]):
    """
    The text of an answer, piece by piece; use it in a `with` block.

    Failures are raised. Afterwards `result` is what `ask_stream` would have given.
    """

    def __init__(self, runner: Runner, source: PieceSource) -> None:
        super().__init__(runner, source)
        self._pieces = source


class AsyncPieces(_HasResult, AsyncStream[str]):
    """Same as `Pieces`, for asyncio."""

    def __init__(self, runner: AsyncRunner, source: PieceSource) -> None:
        super().__init__(runner, source)
        self._pieces = source
