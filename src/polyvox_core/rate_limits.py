"""
What the server says about its limits, read from `x-ratelimit-*` headers.

Source: OpenAI API reference, rate limits (`x-ratelimit-remaining-requests` ...); the same names are
sent by Azure, LiteLLM, OpenRouter and others.
"""

from __future__ import annotations

import re

from attrs import frozen

from polyvox_core.message import Headers

__all__ = ["RateLimits", "rate_limits_of"]

_UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_PIECE = re.compile(r"([0-9]+(?:\.[0-9]+)?)(ms|s|m|h|d)")


@frozen
class RateLimits:
    """
    The server's limits as it sent them; None where it did not.

    Attributes:
        limit_requests: Requests allowed in the present window.
        remaining_requests: Requests left in it.
        reset_requests: Seconds until it begins anew.
        limit_tokens: Tokens allowed in the present window.
        remaining_tokens: Tokens left in it.
        reset_tokens: Seconds until it begins anew.
    """

    limit_requests: int | None = None
    remaining_requests: int | None = None
    reset_requests: float | None = None
    limit_tokens: int | None = None
    remaining_tokens: int | None = None
    reset_tokens: float | None = None


def rate_limits_of(headers: Headers) -> RateLimits | None:
    """The limits in *headers*, or None when they hold none."""
    found = {
        name: value
        for what in ("requests", "tokens")
        for fact, read in (("limit", _count), ("remaining", _count), ("reset", _seconds))
        if (value := read(headers.get(f"x-ratelimit-{fact}-{what}", ""))) is not None
        for name in (f"{fact}_{what}",)
    }
    return RateLimits(**found) if found else None  # type: ignore[arg-type]  # names and types go together in the table above


def _count(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _seconds(text: str) -> float | None:
    """Seconds of `6m0s`, `120ms` or a bare number."""
    text = text.strip()
    pieces = _PIECE.findall(text)
    if pieces and "".join(number + unit for number, unit in pieces) == text:
        return sum(float(number) * _UNITS[unit] for number, unit in pieces)
    return float(text) if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) else None
