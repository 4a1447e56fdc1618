"""Reading how long the server asks to wait."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyvox_core.retry_after import parse_retry_after

NOW = 784_111_777.0  # Sun, 06 Nov 1994 08:49:37 GMT, the date in RFC 9110's examples


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", 0.0),
        ("120", 120.0),
        ("1.5", 1.5),
        ("2.", 2.0),
        (" 7 ", 7.0),
        ("1000000000", 1e9),
        ("Sun, 06 Nov 1994 08.50.37 GMT", 60.0),
        ("06 Nov 1994 08:50:37 GMT", 60.0),
        ("Sun, 06 Nov 1994 08:50 GMT", 23.0),
        ("Sun, 06 Nov 1994 08:50:37", 60.0),
        ("Sun, 06 Nov 1994 08:50:37 GMT", 60.0),
        ("Sunday, 06-Nov-94 08:50:37 GMT", 60.0),
        ("Sun Nov  6 08:50:37 1994", 60.0),
        ("Sun, 06 Nov 1994 09:50:37 +0100", 60.0),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 0.0),
        ("Sun, 06 Nov 1994 08:49:36 GMT", 0.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
    ],
)
def test_understood(value: str, expected: float) -> None:
    """Seconds and dates are understood; a date that has passed means now."""
    assert expected == parse_retry_after({"retry-after": value}, NOW)


@pytest.mark.parametrize(
    "value",
    [
        *("", " ", "soon", "-1", "+1", "1e9", "inf", "-inf", "nan", "0x10", "1_000", "1,000"),
        *("\u0661", "\u00b2", ".5", "1.2.3", "9" * 400, "1, 2", "1\n2", "12:30", "::", ", ,"),
        *("Sun, 06 Nov", "Sun, 06 Nov 1994 08:61:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT"),
        *("Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 99999999999999999999 08:49:37 GMT"),
    ],
)
def test_not_understood(value: str) -> None:
    """What makes no sense counts as absent."""
    assert None is parse_retry_after({"retry-after": value}, NOW)


def test_absent() -> None:
    """Without a header there is nothing to wait for."""
    assert None is parse_retry_after({}, NOW)


def test_milliseconds_come_first() -> None:
    """`retry-after-ms` is the more exact one and wins."""
    assert 0.25 == parse_retry_after({"retry-after-ms": "250", "retry-after": "9"}, NOW)


def test_bad_milliseconds_fall_back() -> None:
    """A `retry-after-ms` that makes no sense leaves the other header its say."""
    assert 9.0 == parse_retry_after({"retry-after-ms": "nan", "retry-after": "9"}, NOW)


@settings(deadline=None)
@given(st.text() | st.text("0123456789 ,:-+GMTSunNov.").map(lambda text: "Sun, 06 " + text))
def test_any_text_is_accepted(value: str) -> None:
    """No header text raises, and every answer is a number that can be slept."""
    seconds = parse_retry_after({"retry-after": value, "retry-after-ms": value[:3]}, NOW)

    assert seconds is None or (seconds >= 0 and math.isfinite(seconds))


def test_dates_do_not_depend_on_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A date means the same moment wherever this computer stands."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        assert 60.0 == parse_retry_after({"retry-after": "Sun, 06 Nov 1994 08:50:37 GMT"}, NOW)
    finally:
        monkeypatch.undo()
        if hasattr(time, "tzset"):
            time.tzset()
