"""
The two iterators over the results of `map`, and where their calls go on.
"""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from polyvox.failover.mapping import AsyncInputs, Inputs, MapResult, MapSource, Plan
from polyvox_core.background import in_thread, settled
from polyvox_core.errors import ConfigError
from polyvox_core.flow import Ask, Flow, Work
from polyvox_core.run_sync import Runner
from polyvox_core.streams import AsyncStream, Stream

if TYPE_CHECKING:
    # A blocking pool does not load asyncio.
    import asyncio

    from polyvox_core.run_async import AsyncRunner

__all__ = ["AsyncMapResults", "MapResults"]


class _Threads:
    """Each call in a thread of its own."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._started: list[Future[Any]] = []

    def begin(self, flow: Flow[Any]) -> Future[Any]:
        return in_thread(partial(self._runner.run, flow), self._started)

    def begin_next(self, inputs: Any) -> Future[Any]:
        msg = f"A blocking pool cannot read the async inputs {type(inputs).__name__}."
        raise ConfigError(msg, hint="Use AsyncFailoverPool.")

    def stop(self) -> Flow[None]:
        yield Work(partial(settled, self._started))


class _Tasks:
    """Each call in a task of the running loop."""

    def __init__(self, runner: AsyncRunner) -> None:
        self._runner = runner
        self._started: list[asyncio.Task[Any]] = []

    def begin(self, flow: Flow[Any]) -> Future[Any]:
        async def call() -> Any:
            return await self._runner.run(flow)

        return self._task(call)

    def begin_next(self, inputs: Any) -> Future[Any]:
        async def come() -> tuple[Any, ...]:
            try:
                return (await anext(inputs),)
            except StopAsyncIteration:
                return ()

        return self._task(come)

    def stop(self) -> Flow[None]:
        from polyvox_core.background_aio import stopped  # noqa: PLC0415 - lazy asyncio

        yield Ask(lambda: stopped(self._started))

    def _task(self, function: Any) -> Future[Any]:
        from polyvox_core.background_aio import in_task  # noqa: PLC0415 - lazy asyncio

        return in_task(function, self._started)


class MapResults(Stream[MapResult]):
    """
    The results of `map`, in the order of the inputs.

    Iterate over it to the end, or use it in a `with` block: leaving one waits for the calls that
    are under way, and begins no others.
    """

    @classmethod
    def of(cls, runner: Runner, inputs: Inputs, plan: Plan) -> Self:
        """The results of *plan* for *inputs*; a slip is told before there is a stream to close."""
        return cls(runner, MapSource(inputs, plan, _Threads(runner)))


class AsyncMapResults(AsyncStream[MapResult]):
    """Same as `MapResults`, for asyncio; leaving a block cancels the calls that are under way."""

    @classmethod
    def of(cls, runner: AsyncRunner, inputs: AsyncInputs, plan: Plan) -> Self:
        """Same as `MapResults.of`."""
        return cls(runner, MapSource(inputs, plan, _Tasks(runner)))
