"""
Single values: what JSON has itself, and what it says as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from polyvox.schemas.nodes import Node, Scalar, Text

__all__ = ["NULL", "SCALARS"]

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?"
_HEX = "[0-9a-fA-F]"
_UUID = rf"{_HEX}{{8}}(?:-{_HEX}{{4}}){{3}}-{_HEX}{{12}}"
_DECIMAL = r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?"


def _whole(value: Any) -> int:
    """A whole number, also when it is written as 3.0."""
    if value != int(value):
        raise ValueError
    return int(value)


def _in_form(pattern: str, convert: Callable[[str], Any]) -> Callable[[str], Any]:
    """*convert* for texts of one form; the standard library takes more forms than JSON Schema."""
    form = re.compile(pattern)

    def converted(text: str) -> Any:
        """The value, if the text has the form."""
        if form.fullmatch(text) is None:
            raise ValueError
        return convert(text)

    return converted


def _instant(text: str) -> datetime:
    # The separator may be a small letter, as RFC 3339 has it.
    return datetime.fromisoformat(text.upper())


NULL: Node = Scalar("null", "null", lambda value: value)

SCALARS: dict[Any, Node] = {
    str: Scalar("string", "a text", lambda value: value),
    int: Scalar("integer", "a whole number", _whole),
    float: Scalar("number", "a number", float),
    bool: Scalar("boolean", "true or false", lambda value: value),
    date: Text(
        "a date such as '2026-01-31'", _in_form(_DATE, date.fromisoformat), {"format": "date"}
    ),
    datetime: Text(
        "a moment such as '2026-01-31T12:00:00Z'",
        _in_form(f"{_DATE}[Tt ]{_TIME}", _instant),
        {"format": "date-time"},
    ),
    time: Text(
        "a time such as '12:00:00Z'",
        _in_form(_TIME, lambda text: time.fromisoformat(text.upper())),
        {"format": "time"},
    ),
    UUID: Text("a UUID", _in_form(_UUID, UUID), {"format": "uuid"}),
    Decimal: Text(
        "a decimal number as text, such as '12.50'",
        _in_form(_DECIMAL, Decimal),
        {"pattern": f"^{_DECIMAL}$"},
    ),
}
