"""
What happens during a call, told to whoever asked: events, and the logger `polyvox`.

Callbacks run at once and in the order they were added, in the thread or task of the call; what one
raises reaches the caller. No event holds a credential, a body or a query.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from inspect import iscoroutinefunction
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from polyvox_core.errors import ConfigError, PolyvoxError
from polyvox_core.message import Headers

__all__ = [
    "CallDone",
    "EventName",
    "Events",
    "FirstItem",
    "Happening",
    "RequestSent",
    "ResponseReceived",
    "RetryPlanned",
]

EventName: TypeAlias = Literal["request", "retry", "response", "first_token", "done"]
EVENT_NAMES: tuple[EventName, ...] = ("request", "retry", "response", "first_token", "done")

logger = logging.getLogger("polyvox")
logger.addHandler(logging.NullHandler())


@frozen
class Happening:
    """
    What every event tells.

    Attributes:
        number: Of the call, counted in this process; the same in all its events.
        backend: Name of the backend.
        operation: Name of the operation.
        call: The operation with its path parameters, as messages name it.
        model: Which model was asked for, if any.
        server: Host and port.
    """

    number: int
    backend: str
    operation: str
    call: str
    model: str | None
    server: str


@frozen
class RequestSent(Happening):
    """
    `request`: an attempt is about to be sent.

    Attributes:
        attempt: From 1.
    """

    attempt: int


@frozen
class ResponseReceived(Happening):
    """
    `response`: the head of an answer has arrived.

    Attributes:
        attempt: From 1.
        status: HTTP status.
        seconds: Since the call began.
        headers: Names in lower case to values.
    """

    attempt: int
    status: int
    seconds: float
    headers: Headers = field(repr=False)


@frozen
class RetryPlanned(Happening):
    """
    `retry`: an attempt failed, and another follows.

    Attributes:
        attempt: Which one failed, from 1.
        wait: Seconds until the next attempt.
        error: What it failed with.
    """

    attempt: int
    wait: float
    error: PolyvoxError


@frozen
class FirstItem(Happening):
    """
    `first_token`: the first items of a stream have arrived.

    Attributes:
        seconds: Since the call began.
    """

    seconds: float


@frozen
class CallDone(Happening):
    """
    `done`: a call has ended.

    Attributes:
        seconds: From its begin to its end.
        attempts: How many were made.
        error: What it failed with, or None.
        value: The decoded answer, or the reply that a stream gave.
    """

    seconds: float
    attempts: int
    error: PolyvoxError | None = None
    value: Any = field(default=None, repr=False)


class Events:
    """Who wants to know what; safe for threads."""

    def __init__(self) -> None:
        self._callbacks: dict[str, tuple[Callable[[Any], object], ...]] = {}
        self._lock = threading.Lock()

    def on(self, name: EventName, callback: Callable[[Any], object]) -> Callable[[], None]:
        """
        Call *callback* at each event of that *name*.

        Returns:
            A function that ends it.

        Raises:
            ConfigError: There is no such event, or *callback* is no plain function.
        """
        if name not in EVENT_NAMES:
            msg = f"There is no event {name!r}."
            raise ConfigError(msg, hint=f"There are: {', '.join(EVENT_NAMES)}.")
        if not callable(callback) or iscoroutinefunction(callback):
            msg = f"The callback for {name!r} cannot be called without await: {callback!r}."
            raise ConfigError(msg, hint="Pass a plain function; it may start a task of its own.")
        return self.add(name, callback)

    def add(self, name: EventName, callback: Callable[[Any], object]) -> Callable[[], None]:
        """The same for callbacks of our own, which need no check."""
        with self._lock:
            self._callbacks[name] = (*self._callbacks.get(name, ()), callback)

        def end() -> None:
            with self._lock:
                self._callbacks[name] = tuple(
                    known for known in self._callbacks[name] if known is not callback
                )

        return end

    def tell(self, name: EventName, happening: Happening) -> None:
        """Log *happening*, and call who asked for it."""
        if name == "retry":
            logger.info("%s", happening)
        else:
            logger.debug("%s", happening)
        for callback in self._callbacks.get(name, ()):
            callback(happening)

    def wanted(self, name: EventName) -> bool:
        """Whether anybody listens, so that an event need not be made for nobody."""
        return bool(self._callbacks.get(name)) or logger.isEnabledFor(logging.INFO)
