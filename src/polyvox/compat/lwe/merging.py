"""
LWE's one rule for combining settings: dicts merge, everything else replaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

__all__ = ["copied", "merged"]


def copied(value: Any) -> Any:
    """A copy of *value* as deep as its dicts and lists go; what they hold is shared."""
    if isinstance(value, Mapping):
        return {name: copied(one) for name, one in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list):
        items: list[Any] = value
        return [copied(one) for one in items]
    return value


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """A new dict: *base*, with *over* merged into it at any depth."""
    result: dict[str, Any] = copied(base)
    for name, value in over.items():
        old = result.get(name)
        if isinstance(old, dict) and isinstance(value, Mapping):
            result[name] = merged(cast("dict[str, Any]", old), cast("Mapping[str, Any]", value))
        else:
            result[name] = copied(value)
    return result
