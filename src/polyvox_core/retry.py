"""
When to try again, and how long to wait before: the AWS "standard" model.

Exponential waits with full jitter up to a cap, a bucket of tokens that stops retry storms and
refills with success, and the server's own wishes (Retry-After, x-should-retry) above both.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Mapping

from attrs import field, frozen

from polyvox_core.errors import (
    BodyNotRewindable,
    ConfigError,
    ConnectFailed,
    ConnectionFailed,
    ConnectTimeout,
    DeadlineExceeded,
    IdleTimeout,
    PolyvoxError,
    PoolTimeout,
    StatusError,
    TimeoutExpired,
)

__all__ = ["NO_RETRY", "Retry", "RetryBudget", "retry_from"]

_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
_FINAL = (BodyNotRewindable, DeadlineExceeded, IdleTimeout, PoolTimeout)
_BEFORE_SENDING = (ConnectFailed, ConnectTimeout)


class RetryBudget:
    """
    A bucket of tokens shared by all calls of a client; each retry costs some.

    Args:
        capacity: Tokens in a full bucket.

    A retry costs 5 tokens, after a timeout 10; success after a retry gives its cost back,
    success without one gives 1. Safe for threads.
    """

    __slots__ = ("_lock", "capacity", "tokens")

    def __init__(self, capacity: int = 500) -> None:
        self.capacity = capacity
        self.tokens = capacity
        self._lock = threading.Lock()

    def take(self, cost: int) -> bool:
        """Take *cost* tokens, and say whether there were enough."""
        with self._lock:
            if self.tokens < cost:
                return False
            self.tokens -= cost
            return True

    def give(self, amount: int) -> None:
        """Put *amount* tokens back, never above the capacity."""
        with self._lock:
            self.tokens = min(self.capacity, self.tokens + amount)

    def __repr__(self) -> str:
        """Show how full the bucket is."""
        return f"RetryBudget({self.tokens}/{self.capacity})"


def _at_least_one(instance: object, attribute: object, value: int) -> None:
    if value < 1:
        msg = f"Retry(attempts={value!r}) would never send anything."
        raise ConfigError(msg, hint="attempts counts the first try; 1 switches retries off.")


@frozen
class Retry:
    """
    A retry policy.

    Attributes:
        attempts: Tries in total, the first included.
        wait_min: Base of the exponential wait, in seconds.
        wait_max: Longest wait of our own, in seconds.
        retry_after_max: A longer Retry-After is an error at once, in seconds.
        statuses: HTTP statuses worth another try.
        resend_posts: Send a POST again though the connection broke after it was sent; the
            server may have worked, and billed, twice. At most one such repetition per call.
        budget: Bucket shared by the calls of one client.
        random: Gives numbers from 0 to 1, for the jitter.
    """

    attempts: int = field(default=3, validator=_at_least_one)
    wait_min: float = 0.5
    wait_max: float = 20.0
    retry_after_max: float = 60.0
    statuses: frozenset[int] = frozenset({408, 429, 500, 502, 503, 504})
    resend_posts: bool = True
    budget: RetryBudget = field(factory=RetryBudget, eq=False)
    random: Callable[[], float] = field(default=random.random, eq=False, repr=False)

    def worth(self, error: PolyvoxError, attempt: int, method: str, resent: int) -> bool:
        """
        Whether another attempt makes sense after *error*.

        Args:
            error: What the attempt ended with.
            attempt: Number of the attempt that just failed, from 1.
            method: HTTP method of the request.
            resent: How often the request was already repeated after it had been sent.
        """
        if attempt >= self.attempts or isinstance(error, _FINAL):
            return False
        if isinstance(error, StatusError):
            return self._status_worth(error)
        if not isinstance(error, ConnectionFailed):
            return False
        if isinstance(error, _BEFORE_SENDING):
            return error.retryable
        return method in _IDEMPOTENT or (self.resend_posts and resent == 0)

    def _status_worth(self, error: StatusError) -> bool:
        if error.retry_after is not None and error.retry_after > self.retry_after_max:
            return False
        wish = getattr(error, "should_retry", None)
        if wish is not None:
            return bool(wish)
        return error.status in self.statuses

    def wait(self, attempt: int, retry_after: float | None) -> float:
        """
        Seconds to wait after the attempt number *attempt*, from 1.

        The server's *retry_after* is never undercut; without one, or when it is 0 or lies in the
        past, full jitter up to `wait_min * 2 ** (attempt - 1)`, at most `wait_max`.
        """
        if retry_after:
            return retry_after
        longest = min(self.wait_max, self.wait_min * 2.0 ** (attempt - 1))
        return self.random() * longest

    @staticmethod
    def cost(error: PolyvoxError) -> int:
        """Tokens that a retry after *error* takes."""
        return 10 if isinstance(error, TimeoutExpired) else 5


NO_RETRY = Retry(attempts=1)


def retry_from(value: Retry | int | bool | None, base: Retry) -> Retry:
    """
    What a user passed as `retry=`, over the policy *base*.

    A number counts attempts, False or None switches retries off, True keeps *base*.
    """
    if isinstance(value, Retry):
        return value
    if value is True:
        return base
    if value is None or value is False:
        return NO_RETRY
    if not isinstance(value, int):  # pyright: ignore[reportUnnecessaryIsInstance]  # users pass texts
        msg = f"retry={value!r} is neither a Retry nor a number of attempts."
        raise ConfigError(msg, hint="Pass Retry(...), a whole number, or False.")
    return Retry(
        attempts=value,
        wait_min=base.wait_min,
        wait_max=base.wait_max,
        retry_after_max=base.retry_after_max,
        statuses=base.statuses,
        resend_posts=base.resend_posts,
        budget=base.budget,
        random=base.random,
    )


def should_retry(headers: Mapping[str, str]) -> bool | None:
    """What the server says in `x-should-retry`; None when it says nothing clear."""
    return {"true": True, "false": False}.get(headers.get("x-should-retry", "").strip().lower())
