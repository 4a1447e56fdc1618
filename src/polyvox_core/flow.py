"""
Steps that a flow yields, and the flow type.

A flow is a generator: it yields steps, is sent their results (or is thrown their errors), and
returns its own result. All logic of the SDK is written as flows; only the two runners know how
to carry a step out, one with blocking calls, one with awaits.

A flow never opens anything in a `finally`: when it ends with an error, its runner closes every
response that it had opened.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import Future
from typing import Any, Protocol, TypeAlias, TypeVar

from polyvox_core.message import Headers, Request

__all__ = [
    "Ask",
    "Close",
    "Flow",
    "Incoming",
    "Open",
    "Read",
    "Sleep",
    "Start",
    "Step",
    "Wait",
    "Work",
]

T = TypeVar("T")


class Incoming(Protocol):
    """An answer whose head has arrived; its body is read by `Read` steps."""

    status: int
    headers: Headers
    request: Request


class Open:
    """Send *request*; the result is an `Incoming`."""

    __slots__ = ("request",)

    def __init__(self, request: Request) -> None:
        self.request = request


class Read:
    """Wait for the next bytes of *incoming*; the result is empty at its end."""

    __slots__ = ("incoming",)

    def __init__(self, incoming: Incoming) -> None:
        self.incoming = incoming


class Close:
    """Let go of *incoming*; its connection is reused when its body was read to the end."""

    __slots__ = ("incoming",)

    def __init__(self, incoming: Incoming) -> None:
        self.incoming = incoming


class Sleep:
    """Wait for *seconds*."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


class Ask:
    """Call the user's *function*; the result is what it returns, awaited if need be."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[[], Any | Awaitable[Any]]) -> None:
        self.function = function


class Work:
    """Call *function*, which may wait for a disk; the async runner uses a thread."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[[], Any]) -> None:
        self.function = function


class Start:
    """
    Begin a call of the user's *function* in the background; the result is its `Future`.

    The blocking runner uses a thread. The async runner uses a task; it calls coroutine functions
    in the loop, others in a thread, and awaits what they give if need be. Context variables are
    those of the flow's caller. Cancelling the future cancels a task; a thread cannot be stopped.

    When the flow ends, however it ends, its tasks are cancelled and awaited, and the blocking
    runner waits for its threads.
    """

    __slots__ = ("function",)

    def __init__(self, function: Callable[[], Any | Awaitable[Any]]) -> None:
        self.function = function


class Wait:
    """
    Wait until *future*, of another thread or task, is done; the result is its result.

    Args:
        future: What to wait for; `background.first_done` makes one of several.
        seconds: At most this long, then `TimeoutError`; the future goes on.
    """

    __slots__ = ("future", "seconds")

    def __init__(self, future: Future[Any], seconds: float | None = None) -> None:
        self.future = future
        self.seconds = seconds


Step: TypeAlias = Open | Read | Close | Sleep | Ask | Work | Start | Wait
Flow: TypeAlias = Generator[Step, Any, T]
