"""
Whose turn it is: how busy each member is, who cools down, and in which order they are asked.

Everything is decided under one lock, so threads and tasks may share it; nothing here waits.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from copy import copy
from itertools import count
from typing import Any, Literal, TypeAlias

from polyvox.failover.members import MemberStats, Place
from polyvox_core.errors import (
    AllMembersFailed,
    AuthenticationError,
    ConfigError,
    ConnectionFailed,
    PermissionDenied,
    PolyvoxError,
    RateLimited,
    ResponseError,
    ServerError,
    StreamError,
)

__all__ = ["FAILS_OVER", "On", "Roster", "Strategy", "Turn"]

Strategy = Literal["round_robin", "least_busy", "priority"]
On: TypeAlias = Iterable[type[PolyvoxError] | int]

# The member's credential is the member's, not the caller's: 401 and 403 do not stop the others.
FAILS_OVER: tuple[type[PolyvoxError] | int, ...] = (
    RateLimited,
    ServerError,
    ConnectionFailed,
    AuthenticationError,
    PermissionDenied,
    ResponseError,
    StreamError,
    AllMembersFailed,
    408,
)
# However long a server says it wants to be left alone, it is asked again after an hour.
LONGEST_COOLDOWN = 3600.0


class Seat:
    """What changes about one member; only the roster touches it."""

    __slots__ = ("busy", "calls", "cooling_until", "failures", "last", "last_error", "place")

    def __init__(self, place: Place, last: int) -> None:
        self.place = place
        self.calls = self.failures = self.busy = 0
        self.cooling_until = -math.inf
        self.last = last
        self.last_error: PolyvoxError | None = None


class Turn:
    """
    One member at work on one call, from `Roster.take` until `release`.

    Attributes:
        place: The member.
        alone: Whether there is nobody else to go to if it fails.
    """

    __slots__ = ("_forced", "_held", "_roster", "_seat", "alone", "place")

    def __init__(self, roster: Roster, seat: Seat, *, alone: bool, forced: bool) -> None:
        self.place = seat.place
        self.alone = alone
        self._roster = roster
        self._seat = seat
        self._forced = forced
        self._held = True

    def won(self) -> None:
        """The member answered: if it was asked although it was cooling down, it has recovered."""
        with self._roster.lock:
            if self._forced:
                self._seat.cooling_until = -math.inf

    def lost(self, error: PolyvoxError) -> None:
        """The member failed: it cools down."""
        roster, seat = self._roster, self._seat
        wait = min(max(roster.cooldown, error.retry_after or 0.0), LONGEST_COOLDOWN)
        # A copy has no traceback, which would keep the frames of the call alive.
        kept = copy(error)
        with roster.lock:
            seat.failures += 1
            seat.last_error = kept
            seat.cooling_until = max(seat.cooling_until, roster.clock() + wait)

    def release(self) -> None:
        """The member is no longer at work on the call; a second time does nothing."""
        with self._roster.lock:
            if self._held:
                self._held = False
                self._seat.busy -= 1

    def __del__(self) -> None:
        """A stream that was forgotten does not keep its member busy for ever."""
        self.release()


class Roster:
    """
    The members of a pool.

    Args:
        places: The members.
        strategy: Who is asked first.
        cooldown: Seconds that a member is left alone after a failure, at least.
        on: Which errors of a member let the next one try: classes, and HTTP statuses.
        clock: Gives seconds.

    Raises:
        ConfigError: An argument cannot work.
    """

    def __init__(
        self,
        places: Sequence[Place],
        strategy: Strategy,
        cooldown: float,
        on: On,
        clock: Callable[[], float],
    ) -> None:
        self.places = tuple(places)
        self.cooldown = _checked_cooldown(cooldown)
        self.clock = clock
        # Reentrant: a forgotten turn may be collected while its own thread holds the lock.
        self.lock = threading.RLock()
        self._order = _order_of(strategy)
        self._classes, self._statuses = _divided(on)
        self._seats = tuple(Seat(place, number) for number, place in enumerate(places))
        self._numbers = count(len(places))

    def fails_over(self, error: PolyvoxError) -> bool:
        """Whether the next member may try after *error*."""
        return isinstance(error, self._classes) or error.status in self._statuses

    def take(self, tried: Collection[Place]) -> Turn | None:
        """
        The turn of the member that is to be asked next, now counted busy.

        Members in *tried* and members that cool down are left out. If all cool down and none was
        tried, the one that has cooled down first is asked all the same. None when nobody is left.
        """
        with self.lock:
            now = self.clock()
            left = [seat for seat in self._seats if seat.place not in tried]
            ready = [seat for seat in left if seat.cooling_until <= now]
            if ready:
                seat = min(ready, key=self._order)
            elif tried:
                return None
            else:
                seat = min(left, key=lambda one: one.cooling_until)
            seat.last = next(self._numbers)
            seat.calls += 1
            seat.busy += 1
            return Turn(self, seat, alone=len(ready) < 2, forced=not ready)

    def resting(self) -> dict[str, tuple[float, PolyvoxError | None]]:
        """Of the members that cool down: for how many seconds yet, and after which error."""
        with self.lock:
            now = self.clock()
            return {
                seat.place.name: (seat.cooling_until - now, seat.last_error)
                for seat in self._seats
                if seat.cooling_until > now
            }

    def stats(self) -> dict[str, MemberStats]:
        """What is known about each member, by its name."""
        with self.lock:
            now = self.clock()
            return {
                seat.place.name: MemberStats(
                    calls=seat.calls,
                    failures=seat.failures,
                    busy=seat.busy,
                    cooling_until=seat.cooling_until if seat.cooling_until > now else None,
                    last_error=seat.last_error,
                )
                for seat in self._seats
            }


_ORDERS: dict[str, Callable[[Seat], tuple[int, ...]]] = {
    # By the turn that lies back longest; a plain counter would send the neighbour of a member
    # that cools down twice its share.
    "round_robin": lambda seat: (seat.last,),
    "least_busy": lambda seat: (seat.busy, seat.last),
    "priority": lambda seat: (seat.place.member.priority,),
}


def _order_of(strategy: str) -> Callable[[Seat], tuple[int, ...]]:
    if strategy not in _ORDERS:
        msg = f"There is no strategy {strategy!r}."
        raise ConfigError(msg, hint=f"There are: {', '.join(_ORDERS)}.")
    return _ORDERS[strategy]


def _checked_cooldown(seconds: Any) -> float:
    number = isinstance(seconds, (int, float)) and not isinstance(seconds, bool)
    if not number or not 0 <= seconds <= LONGEST_COOLDOWN:
        msg = f"The cool-down of {seconds!r} cannot be kept."
        raise ConfigError(msg, hint="Pass seconds, from 0 (never skip a member) to 3600.")
    return float(seconds)


def _divided(on: Iterable[Any]) -> tuple[tuple[type[PolyvoxError], ...], frozenset[int]]:
    """The classes and the statuses in *on*."""
    classes: list[type[PolyvoxError]] = []
    statuses: set[int] = set()
    for one in on:
        if isinstance(one, int):
            statuses.add(one)
        elif isinstance(one, type) and issubclass(one, PolyvoxError):
            classes.append(one)
        else:
            msg = f"on={one!r} is neither an error of polyvox nor an HTTP status."
            raise ConfigError(msg, hint="Pass classes of polyvox.errors, or numbers such as 402.")
    return tuple(classes), frozenset(statuses)
