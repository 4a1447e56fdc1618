"""The retry policy and its budget, as plain values."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from polyvox_core.errors import (
    ConfigError,
    ConnectFailed,
    ConnectionFailed,
    ConnectTimeout,
    DecodeError,
    IdleTimeout,
    PolyvoxError,
    RateLimited,
    ReadTimeout,
)
from polyvox_core.retry import NO_RETRY, Retry, RetryBudget, retry_from, should_retry


@pytest.mark.parametrize("attempts", [0, -1])
def test_at_least_one_attempt(attempts: int) -> None:
    """A policy that would never send anything is refused."""
    with pytest.raises(ConfigError, match="would never send anything"):
        Retry(attempts=attempts)


@pytest.mark.parametrize(
    ("error", "method", "resent", "worth"),
    [
        (ConnectFailed("x"), "POST", 1, True),
        (ConnectTimeout("x"), "POST", 1, True),
        (ConnectionFailed("x"), "POST", 0, True),
        (ConnectionFailed("x"), "POST", 1, False),
        (ConnectionFailed("x"), "PATCH", 1, False),
        (ReadTimeout("x"), "DELETE", 9, True),
        (IdleTimeout("x"), "GET", 0, False),
        (DecodeError("x"), "GET", 0, False),
        (ConfigError("x"), "GET", 0, False),
        (RateLimited("x", status=429, retry_after=60.0), "POST", 9, True),
        (RateLimited("x", status=429, retry_after=60.1), "GET", 0, False),
        (RateLimited("x", status=429, should_retry=False), "GET", 0, False),
        (RateLimited("x", status=429, should_retry=True, retry_after=99.0), "GET", 0, False),
        (RateLimited("x", status=418, should_retry=True), "POST", 0, True),
    ],
)
def test_worth(error: PolyvoxError, method: str, resent: int, worth: bool) -> None:
    """Whether another attempt makes sense."""
    assert worth is Retry().worth(error, 1, method, resent)
    assert not Retry().worth(error, 3, method, resent)


def test_wait() -> None:
    """Exponential up to the cap, jittered; the server's own wait as it is."""
    retry = Retry(wait_min=0.5, wait_max=3, random=lambda: 0.5)

    assert [0.25, 0.5, 1.0, 1.5, 1.5] == [retry.wait(attempt, None) for attempt in range(1, 6)]
    assert 45.0 == retry.wait(1, 45.0)
    assert 0.25 == retry.wait(1, 0.0)


def test_budget() -> None:
    """Tokens are taken while there are enough, and given back up to the capacity."""
    budget = RetryBudget(10)

    assert budget.take(6)
    assert not budget.take(5)
    assert "RetryBudget(4/10)" == repr(budget)
    budget.give(100)
    assert 10 == budget.tokens


def test_budget_is_safe_for_threads() -> None:
    """Many threads together take what there is, and no more."""
    budget = RetryBudget(1000)
    taken: list[bool] = []

    def take() -> None:
        """Take often."""
        taken.extend([budget.take(1) for _ in range(300)])

    threads = [threading.Thread(target=take) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 1000 == sum(taken)
    assert 0 == budget.tokens


@pytest.mark.parametrize(
    ("value", "attempts"), [(True, 3), (False, 1), (None, 1), (5, 5), (Retry(attempts=2), 2)]
)
def test_retry_from(value: Any, attempts: int) -> None:
    """Whatever a user passes becomes a policy; a number keeps all else, the budget too."""
    base = Retry(wait_min=7)
    made = retry_from(value, base)

    assert attempts == made.attempts
    if value == 5:
        assert (7, base.budget) == (made.wait_min, made.budget)


def test_no_retry() -> None:
    """One attempt only."""
    assert 1 == NO_RETRY.attempts


@pytest.mark.parametrize(
    ("value", "wish"), [("true", True), (" FALSE ", False), ("", None), ("maybe", None)]
)
def test_should_retry(value: str, wish: bool | None) -> None:
    """The server's wish, when it is clear."""
    assert wish is should_retry({"x-should-retry": value})
    assert should_retry({}) is None
