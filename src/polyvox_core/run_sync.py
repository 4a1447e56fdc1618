"""
The blocking runner: carries the steps of a flow out with blocking calls.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, Protocol, Self, TypeVar, cast

from polyvox_core.background import in_thread, settled
from polyvox_core.errors import ConfigError, PolyvoxError
from polyvox_core.flow import Ask, Close, Flow, Incoming, Open, Read, Sleep, Start, Step, Wait
from polyvox_core.message import Request
from polyvox_core.sealing import without_frames

__all__ = ["Runner", "Transport"]

T = TypeVar("T")


class Transport(Protocol):
    """What moves bytes for the blocking runner."""

    def open(self, request: Request) -> Incoming:
        """Send *request* and wait for the head of its answer."""
        ...

    def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        ...

    def close_incoming(self, incoming: Incoming) -> None:
        """Let go of an answer; a second time does nothing."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


class Runner:
    """Carries flows out over one transport."""

    __slots__ = ("sleep", "transport")

    def __init__(self, transport: Transport) -> None:
        self.transport = transport
        self.sleep = time.sleep

    @classmethod
    def for_calls(cls) -> Self:
        """A runner without a transport, for flows that only call functions."""
        return cls(cast("Transport", None))

    def run(self, flow: Flow[T]) -> T:
        """The result of *flow*; on an error every answer it opened is closed."""
        try:
            return self._drive(flow)
        except (PolyvoxError, KeyboardInterrupt) as error:
            raise without_frames(error)  # noqa: B904 - the same error, see `sealing`

    def _drive(self, flow: Flow[T]) -> T:
        opened: list[Incoming] = []
        started: list[Future[Any]] = []
        # A list that is emptied at once: no frame keeps an answer or a credential as a local.
        answer: list[Any] = []
        try:
            step = next(flow)
            while True:
                try:
                    answer.append(self._perform(step, opened, started))
                except Exception as error:  # noqa: BLE001 - the flow decides what to do with it
                    step = flow.throw(error)
                else:
                    step = flow.send(answer.pop())
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]  # the flow's own result type
        except BaseException:
            flow.close()
            for incoming in opened:
                self.transport.close_incoming(incoming)
            raise
        finally:
            settled(started)

    def _perform(  # noqa: PLR0911 - a table of steps
        self, step: Step, opened: list[Incoming], started: list[Future[Any]]
    ) -> Any:
        if isinstance(step, Read):
            return self.transport.read(step.incoming)
        if isinstance(step, Open):
            incoming = self.transport.open(step.request)
            opened.append(incoming)
            return incoming
        if isinstance(step, Close):
            return self.transport.close_incoming(step.incoming)
        if isinstance(step, Sleep):
            return self.sleep(step.seconds)
        if isinstance(step, Wait):
            return step.future.result(step.seconds)
        if isinstance(step, Start):
            return in_thread(partial(_called, step.function), started)
        return _called(step.function) if isinstance(step, Ask) else step.function()


def _called(function: Callable[[], Any]) -> Any:
    """What the user's *function* gives, unless that would have to be awaited."""
    result = function()
    if inspect.isawaitable(result):
        if inspect.iscoroutine(result):
            result.close()
        msg = "A blocking client was given a coroutine function."
        raise ConfigError(msg, hint="Pass a plain function, or use the Async client.")
    return result
