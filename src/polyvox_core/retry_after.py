"""
How long the server asks to wait, read from the headers of its answer.

Understands `retry-after-ms`, `Retry-After` in seconds and as an HTTP date. What cannot be
understood counts as absent, so that the caller's own backoff applies; nothing here raises.

Source: RFC 9110, 10.2.3 and 5.6.7; `retry-after-ms` as sent by Azure OpenAI.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["parse_retry_after"]

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?", re.ASCII)


def parse_retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """
    Seconds the server asks to wait, or None when it asks for nothing that makes sense.

    Args:
        headers: Headers of the answer, names in lower case.
        now: The present, in seconds since the epoch; a date is measured against it.

    Returns:
        Seconds, never negative and always finite; 0.0 for a date that has passed.
    """
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after", "")
    seconds = _number(value)
    if seconds is not None:
        return seconds
    moment = _moment(value)
    return None if moment is None else max(0.0, moment - now)


def _number(text: str) -> float | None:
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return None if number == float("inf") else number


def _moment(text: str) -> float | None:
    """Seconds since the epoch for an HTTP date in any of its three forms."""
    if "," not in text and ":" not in text:
        return None
    # These cost more to import than the rest of the room, and dates are rare.
    from datetime import UTC, datetime  # noqa: PLC0415 - see above
    from email.utils import parsedate_tz  # noqa: PLC0415 - see above

    try:
        parts = parsedate_tz(text)
        if parts is None:
            return None
        # The oldest form names no zone; HTTP dates are always in UTC.
        return datetime(*parts[:6], tzinfo=UTC).timestamp() - (parts[9] or 0)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
