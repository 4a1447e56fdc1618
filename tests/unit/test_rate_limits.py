"""Limits that servers tell in their headers."""

from __future__ import annotations

import pytest

from polyvox_core.rate_limits import RateLimits, rate_limits_of


def test_all_limits() -> None:
    """Counts as numbers, durations in seconds."""
    headers = {
        "x-ratelimit-limit-requests": "60",
        "x-ratelimit-remaining-requests": " 59 ",
        "x-ratelimit-reset-requests": "1s",
        "x-ratelimit-limit-tokens": "150000",
        "x-ratelimit-remaining-tokens": "0",
        "x-ratelimit-reset-tokens": "6m0.5s",
    }

    assert RateLimits(60, 59, 1.0, 150000, 0, 360.5) == rate_limits_of(headers)


def test_no_limits() -> None:
    """Without any there is nothing to tell."""
    assert rate_limits_of({}) is None
    assert rate_limits_of({"x-ratelimit-limit-requests": "many"}) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120ms", 0.12),
        ("2.5", 2.5),
        ("1h2m", 3720.0),
        ("1d", 86400.0),
        ("soon", None),
        ("5x", None),
    ],
)
def test_durations(text: str, seconds: float | None) -> None:
    """Units together, a bare number of seconds, or nothing that makes sense."""
    found = rate_limits_of({"x-ratelimit-reset-tokens": text})

    assert seconds == (found.reset_tokens if found else None)


@pytest.mark.parametrize("text", ["-1", "1.5", "\u0661", "9" * 19, ""])
def test_counts_that_make_no_sense(text: str) -> None:
    """Anything but a plain number counts as absent."""
    assert rate_limits_of({"x-ratelimit-limit-tokens": text}) is None
