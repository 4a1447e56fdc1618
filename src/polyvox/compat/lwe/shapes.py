"""
Values from outside whose shape nobody guarantees, narrowed for the type checkers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

__all__ = ["as_mapping", "is_list", "is_mapping"]


def is_mapping(value: Any) -> TypeGuard[Mapping[str, Any]]:
    """Whether *value* maps names to values."""
    return isinstance(value, Mapping)


def is_list(value: Any) -> TypeGuard[Sequence[Any]]:
    """Whether *value* is a list or tuple."""
    return isinstance(value, list | tuple)


def as_mapping(value: Any) -> Mapping[str, Any]:
    """The mapping that *value* is; an empty one when it is none."""
    return value if is_mapping(value) else {}
