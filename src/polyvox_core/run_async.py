"""
The asyncio runner: carries the steps of a flow out with awaits.
"""

from __future__ import annotations

import asyncio
import inspect
from typing import Any, Protocol, Self, TypeVar, cast

from polyvox_core.background_aio import in_task, stopped
from polyvox_core.errors import PolyvoxError
from polyvox_core.flow import (
    Ask,
    Close,
    Flow,
    Incoming,
    Open,
    Read,
    Sleep,
    Start,
    Step,
    Wait,
    Work,
)
from polyvox_core.message import Request
from polyvox_core.sealing import without_frames

__all__ = ["AsyncRunner", "AsyncTransport"]

T = TypeVar("T")


class AsyncTransport(Protocol):
    """What moves bytes for the asyncio runner."""

    async def open(self, request: Request) -> Incoming:
        """Send *request* and wait for the head of its answer."""
        ...

    async def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        ...

    async def close_incoming(self, incoming: Incoming) -> None:
        """Let go of an answer; a second time does nothing."""
        ...

    async def close(self) -> None:
        """Close all connections."""
        ...


class AsyncRunner:
    """Carries flows out over one transport."""

    __slots__ = ("sleep", "transport")

    def __init__(self, transport: AsyncTransport) -> None:
        self.transport = transport
        self.sleep = asyncio.sleep

    @classmethod
    def for_calls(cls) -> Self:
        """Same as `Runner.for_calls`."""
        return cls(cast("AsyncTransport", None))

    async def run(self, flow: Flow[T]) -> T:
        """The result of *flow*; on an error or cancellation every answer it opened is closed."""
        try:
            return await self._drive(flow)
        except (PolyvoxError, asyncio.CancelledError) as error:
            raise without_frames(error)  # noqa: B904 - the same error, see `sealing`

    async def _drive(self, flow: Flow[T]) -> T:
        opened: list[Incoming] = []
        started: list[asyncio.Task[Any]] = []
        # A list that is emptied at once: no frame keeps an answer or a credential as a local.
        answer: list[Any] = []
        try:
            step = next(flow)
            while True:
                try:
                    answer.append(await self._perform(step, opened, started))
                except Exception as error:  # noqa: BLE001 - the flow decides what to do with it
                    step = flow.throw(error)
                else:
                    step = flow.send(answer.pop())
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]  # the flow's own result type
        except BaseException:
            flow.close()
            for incoming in opened:
                await self.transport.close_incoming(incoming)
            raise
        finally:
            await stopped(started)

    async def _perform(  # noqa: PLR0911 - a table of steps
        self, step: Step, opened: list[Incoming], started: list[asyncio.Task[Any]]
    ) -> Any:
        if isinstance(step, Read):
            return await self.transport.read(step.incoming)
        if isinstance(step, Open):
            incoming = await self.transport.open(step.request)
            opened.append(incoming)
            return incoming
        if isinstance(step, Close):
            return await self.transport.close_incoming(step.incoming)
        if isinstance(step, Sleep):
            return await self.sleep(step.seconds)
        if isinstance(step, Work):
            return await asyncio.to_thread(step.function)
        if isinstance(step, Wait):
            # Shielded: who stops waiting must not take the future from the others.
            shared = asyncio.shield(asyncio.wrap_future(step.future))
            return await asyncio.wait_for(shared, step.seconds)
        if isinstance(step, Start):
            return in_task(step.function, started)
        assert isinstance(step, Ask)
        result = step.function()
        return await result if inspect.isawaitable(result) else result
