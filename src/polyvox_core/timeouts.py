"""
Time limits of a call, and the patience that one call has left.

`total` is one budget over everything a call does: waiting for a connection, all attempts, the
waits between them, and reading the answer. For a stream it runs until the stream's end; for a
stream that never ends by itself, until the answer's head is there.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any, Self

from attrs import evolve, field, frozen

from polyvox_core.errors import ConfigError, DeadlineExceeded, IdleTimeout, TimeoutExpired

__all__ = ["Lease", "Patience", "Timeouts", "timeouts_from"]

Clock = Callable[[], float]


def _check_seconds(instance: object, attribute: object, value: Any) -> None:
    name = getattr(attribute, "name", "timeout")
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        msg = f"The time limit {name}={value!r} is not a number of seconds."
        raise ConfigError(msg, hint="Pass a positive number, or None for no limit.")
    if math.isnan(value) or value <= 0:
        msg = f"The time limit {name}={value!r} would end every call at once."
        raise ConfigError(msg, hint="Pass a positive number of seconds, or None for no limit.")


@frozen
class Timeouts:
    """
    Time limits in seconds; None is no limit.

    Attributes:
        total: The whole call, over all attempts, waits and the reading of the answer.
        connect: One connection attempt, the TLS handshake included.
        read: The longest silence while an answer is awaited or read.
        write: The longest stall while a body is sent.
        pool: Waiting for a free connection.
        idle: The longest wait for an event of a stream; comments and pings do not count, nor does
            the caller's own time between two events. None for streams that never end by themselves.

    Raises:
        ConfigError: A limit is zero, negative, NaN or not a number.
    """

    total: float | None = field(default=600.0, validator=_check_seconds)
    connect: float | None = field(default=5.0, validator=_check_seconds)
    read: float | None = field(default=300.0, validator=_check_seconds)
    write: float | None = field(default=60.0, validator=_check_seconds)
    pool: float | None = field(default=60.0, validator=_check_seconds)
    idle: float | None = field(default=300.0, validator=_check_seconds)


def timeouts_from(value: Timeouts | float | None, base: Timeouts) -> Timeouts:
    """
    What a user passed as `timeout=`, over the limits *base*.

    A number is the total, None lifts the total and the silence limits (connecting, sending and
    waiting for a connection keep theirs), and `Timeouts` counts as it is.
    """
    if isinstance(value, Timeouts):
        return value
    if value is None:
        return evolve(base, total=None, read=None, idle=None)
    return evolve(base, total=value)


class Patience:
    """
    How long one call may still take; shared by everything that works on it.

    Args:
        timeouts: The limits of the call.
        clock: Seconds, monotonic.
    """

    __slots__ = ("clock", "deadline", "idle_until", "timeouts")

    def __init__(self, timeouts: Timeouts, clock: Clock = time.monotonic) -> None:
        self.timeouts = timeouts
        self.clock = clock
        self.deadline = None if timeouts.total is None else clock() + timeouts.total
        self.idle_until: float | None = None

    def left(self) -> float | None:
        """Seconds until the total is used up, at least 0; None without a limit."""
        if self.deadline is None:
            return None
        return max(0.0, self.deadline - self.clock())

    def allow(self, limit: float | None) -> float | None:
        """The shortest of *limit*, the total and the idle limit; 0 when time is up."""
        until = self.deadline
        if self.idle_until is not None and (until is None or self.idle_until < until):
            until = self.idle_until
        if until is None:
            return limit
        left = max(0.0, until - self.clock())
        return left if limit is None or left < limit else limit

    def renew_idle(self) -> None:
        """Start the idle limit anew, because an event was delivered."""
        idle = self.timeouts.idle
        self.idle_until = None if idle is None else self.clock() + idle

    def check(self) -> None:
        """
        Raises:
            DeadlineExceeded: The total is used up.
        """
        if self.deadline is not None and self.clock() >= self.deadline:
            raise self.expired()

    def expired(self) -> DeadlineExceeded:
        """The error for a total that is used up."""
        total = self.timeouts.total
        msg = f"The call did not finish within its total time of {total:g} s."
        return DeadlineExceeded(msg, hint="Pass a larger timeout=, or ask for less at once.")

    def verdict(self, fallback: TimeoutExpired) -> TimeoutExpired:
        """Which limit it was that ran out, when the network reports *fallback*."""
        now = self.clock()
        if self.deadline is not None and now >= self.deadline:
            return self.expired()
        if self.idle_until is not None and now >= self.idle_until:
            msg = f"The stream delivered no event for {self.timeouts.idle:g} s."
            return IdleTimeout(msg, hint="Pass Timeouts(idle=...) if the model thinks longer.")
        return fallback


class Lease(float):
    """
    A time limit that travels through the HTTP library to our network backend.

    As a number it is what is allowed now; the backend asks `now()` again at each read, because
    the total shrinks while a server dribbles.
    """

    __slots__ = ("limit", "patience")

    limit: float | None
    patience: Patience

    def __new__(cls, limit: float | None, patience: Patience) -> Self:
        """Take the value allowed at this moment."""
        allowed = patience.allow(limit)
        self = super().__new__(cls, 1e9 if allowed is None else allowed)
        self.limit = limit
        self.patience = patience
        return self

    def now(self) -> float | None:
        """Seconds allowed at this moment; None without a limit."""
        return self.patience.allow(self.limit)
