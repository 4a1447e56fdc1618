"""
LWE's one rule for combining settings: dicts merge, everything else replaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polyvox.compat.lwe.shapes import is_mapping
from polyvox_core.shapes import is_array

__all__ = ["copied", "merged"]


def copied(value: Any) -> Any:
    """A copy of *value* as deep as its dicts and lists go; what they hold is shared."""
    if is_mapping(value):
        return {name: copied(one) for name, one in value.items()}
    if is_array(value):
        return [copied(one) for one in value]
    return value


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """A new dict: *base*, with *over* merged into it at any depth."""
    result: dict[str, Any] = copied(base)
    for name, value in over.items():
        old = result.get(name)
        if is_mapping(old) and is_mapping(value):
            result[name] = merged(old, value)
        else:
            result[name] = copied(value)
    return result
