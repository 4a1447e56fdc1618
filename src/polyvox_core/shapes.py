"""
Reading decoded JSON whose shape nobody guarantees: typed, and never an error.
"""

from __future__ import annotations

from typing import Any, TypeGuard

from polyvox_core.model import JsonObject

__all__ = ["as_int", "as_object", "as_objects", "as_text", "is_array", "is_object"]


def is_object(value: Any) -> TypeGuard[JsonObject]:
    """Whether *value* is a JSON object."""
    return isinstance(value, dict)


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether *value* is a JSON array."""
    return isinstance(value, list)


def as_object(value: Any) -> JsonObject:
    """The object that *value* is; an empty one when it is none."""
    return value if is_object(value) else {}


def as_objects(value: Any) -> list[JsonObject]:
    """The objects in the array that *value* is; none when it is none."""
    return [one for one in value if is_object(one)] if is_array(value) else []


def as_text(value: Any) -> str | None:
    """The text that *value* is; None when it is none."""
    return value if isinstance(value, str) else None


def as_int(value: Any) -> int | None:
    """The whole number that *value* is; None when it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
