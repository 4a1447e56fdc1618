"""The retry policy, down to its defaults and its words."""

from __future__ import annotations

import random
from typing import Any

import pytest

from polyvox_core.errors import ConfigError, ConnectionFailed
from polyvox_core.retry import Retry, RetryBudget, retry_from, should_retry


def test_defaults() -> None:
    """What applies to whoever says nothing."""
    retry = Retry()

    assert (3, 0.5, 20.0, 60.0) == (
        retry.attempts,
        retry.wait_min,
        retry.wait_max,
        retry.retry_after_max,
    )
    assert {408, 429, 500, 502, 503, 504} == retry.statuses
    assert retry.resend_posts
    assert (500, 500) == (retry.budget.tokens, retry.budget.capacity)
    assert random.random == retry.random


def test_a_single_attempt_is_a_policy() -> None:
    """One attempt is the least."""
    assert 1 == Retry(attempts=1).attempts


def test_no_attempt_is_refused_with_advice() -> None:
    """The message says what the number counts."""
    with pytest.raises(ConfigError) as caught:
        Retry(attempts=0)

    assert (
        "Retry(attempts=0) would never send anything. "
        "attempts counts the first try; 1 switches retries off."
    ) == str(caught.value)


def test_a_number_changes_only_the_attempts() -> None:
    """Everything else stays as the client has it."""
    base = Retry(
        wait_min=1,
        wait_max=2,
        retry_after_max=3,
        statuses=frozenset({418}),
        resend_posts=False,
        budget=RetryBudget(7),
        random=lambda: 0.25,
    )
    made = retry_from(9, base)

    def rest(retry: Retry) -> tuple[Any, ...]:
        """All but the attempts."""
        return (
            retry.wait_min,
            retry.wait_max,
            retry.retry_after_max,
            retry.statuses,
            retry.resend_posts,
            retry.budget,
            retry.random,
        )

    assert (9, rest(base)) == (made.attempts, rest(made))


def test_an_unclear_wish_is_none() -> None:
    """Only the two words count."""
    assert None is should_retry({"x-should-retry": "1"})


@pytest.mark.parametrize(
    ("method", "worth"),
    [
        *((method, True) for method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE")),
        *((method, False) for method in ("POST", "PATCH", "CONNECT", "get")),
    ],
)
def test_methods_that_may_be_repeated(method: str, worth: bool) -> None:
    """Idempotent requests are repeated after any break, others not a second time."""
    assert worth is Retry().worth(ConnectionFailed("cut"), 1, method, 1)


def test_policies_compare_by_their_rules() -> None:
    """Neither the bucket nor the source of chance makes two policies differ."""
    assert Retry() == Retry(budget=RetryBudget(1), random=lambda: 0.0)
    assert Retry() != Retry(wait_max=1)
    assert "random" not in repr(Retry())
