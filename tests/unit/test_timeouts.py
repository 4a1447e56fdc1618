"""Time limits, the patience of a call, and leases for single waits; the clock is fake."""

from __future__ import annotations

import math
from typing import Any

import pytest

from polyvox_core.errors import ConfigError, DeadlineExceeded, IdleTimeout, ReadTimeout
from polyvox_core.timeouts import Lease, Patience, Timeouts, timeouts_from


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock at 100."""
    return Clock()


@pytest.mark.parametrize("name", ["total", "connect", "read", "write", "pool", "idle"])
@pytest.mark.parametrize("value", [0, -1, math.nan, "5", True])
def test_impossible_limits_are_refused(name: str, value: Any) -> None:
    """A limit is a positive number of seconds, or None."""
    with pytest.raises(ConfigError, match=f"The time limit {name}="):
        Timeouts(**{name: value})


def test_timeouts_from() -> None:
    """A number is the total, None lifts what waits for an answer, an object counts as it is."""
    base = Timeouts(connect=2, pool=3)

    assert Timeouts(total=7, connect=2, pool=3) == timeouts_from(7, base)
    assert Timeouts(total=None, read=None, idle=None, connect=2, pool=3) == timeouts_from(
        None, base
    )
    given = Timeouts(total=1)
    assert given is timeouts_from(given, base)


def test_patience_runs_out(clock: Clock) -> None:
    """What is left shrinks with the clock, down to nothing."""
    patience = Patience(Timeouts(total=10), clock)
    clock.now += 4

    assert 6.0 == patience.left()
    patience.check()
    clock.now += 7
    assert 0.0 == patience.left()
    with pytest.raises(DeadlineExceeded, match="within its total time of 10 s"):
        patience.check()


def test_patience_without_limits(clock: Clock) -> None:
    """Without a total there is always time."""
    patience = Patience(Timeouts(total=None, idle=None), clock)
    patience.renew_idle()
    clock.now += 1e9

    assert (None, None, 5.0) == (patience.left(), patience.allow(None), patience.allow(5.0))
    patience.check()
    fallback = ReadTimeout("slow")
    assert fallback is patience.verdict(fallback)


def test_the_shortest_limit_counts(clock: Clock) -> None:
    """Total, idle limit and the limit of one wait: the shortest is allowed."""
    patience = Patience(Timeouts(total=10, idle=3), clock)

    assert (2.0, 10.0, 10.0) == (patience.allow(2), patience.allow(20), patience.allow(None))
    patience.renew_idle()
    assert (2.0, 3.0) == (patience.allow(2), patience.allow(20))
    clock.now += 8
    patience.renew_idle()
    assert 2.0 == patience.allow(20)
    clock.now += 8
    assert 0.0 == patience.allow(20)


def test_the_idle_limit_alone(clock: Clock) -> None:
    """Without a total, the idle limit still counts."""
    patience = Patience(Timeouts(total=None, idle=3), clock)
    patience.renew_idle()

    assert 3.0 == patience.allow(None)


def test_the_verdict_names_the_limit(clock: Clock) -> None:
    """Which limit ran out decides about the error."""
    patience = Patience(Timeouts(total=10, idle=3), clock)
    patience.renew_idle()
    fallback = ReadTimeout("slow")

    assert fallback is patience.verdict(fallback)
    clock.now += 3
    verdict = patience.verdict(fallback)
    assert isinstance(verdict, IdleTimeout)
    assert "no event for 3 s" in str(verdict)
    clock.now += 7
    assert isinstance(patience.verdict(fallback), DeadlineExceeded)


def test_leases_shrink(clock: Clock) -> None:
    """A lease is the number allowed when it was made, and asks again later."""
    patience = Patience(Timeouts(total=10), clock)
    lease = Lease(7, patience)
    clock.now += 6

    assert lease == 7.0
    assert 4.0 == lease.now()


def test_leases_without_limit(clock: Clock) -> None:
    """No limit is a very long time as a number."""
    lease = Lease(None, Patience(Timeouts(total=None), clock))

    assert lease > 1e8
    assert lease.now() is None
