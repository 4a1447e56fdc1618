"""Reading JSON values whose shape is not known yet: the wrong shape reads as empty."""

from __future__ import annotations

import re
from typing import Any

from polyvox_generator.pointers import is_list, is_map

__all__ = ["as_list", "as_map", "difference", "is_snake_case", "quote", "strings"]

_SNAKE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def as_map(value: object) -> dict[str, Any]:
    """*value* when it is an object, else an empty one."""
    return value if is_map(value) else {}


def as_list(value: object) -> list[Any]:
    """*value* when it is an array, else an empty one."""
    return value if is_list(value) else []


def strings(value: object) -> list[str]:
    """The strings in *value* when it is an array, else none."""
    return [item for item in as_list(value) if isinstance(item, str)]


def is_snake_case(name: object) -> bool:
    """Tell whether *name* is a `snake_case` string."""
    return isinstance(name, str) and _SNAKE.fullmatch(name) is not None


def quote(value: object, size: int = 60) -> str:
    """`repr` of *value*, cut at *size* characters."""
    text = repr(value)
    return text if len(text) <= size else f"{text[:size]}..."


def difference(expected: Any, actual: Any) -> tuple[str | int, ...] | None:
    """Path in *expected* to the first place where *actual* differs as JSON, or None."""
    if is_map(expected) and is_map(actual):
        if expected.keys() != actual.keys():
            return next(((key,) for key in expected if key not in actual), ())
        return _first(expected, expected, actual)
    if is_list(expected) and is_list(actual):
        if len(expected) != len(actual):
            return ()
        return _first(range(len(expected)), expected, actual)
    # In Python True equals 1; in JSON it does not.
    same = expected == actual and isinstance(expected, bool) == isinstance(actual, bool)
    return None if same else ()


def _first(keys: Any, expected: Any, actual: Any) -> tuple[str | int, ...] | None:
    for key in keys:
        path = difference(expected[key], actual[key])
        if path is not None:
            return (key, *path)
    return None
