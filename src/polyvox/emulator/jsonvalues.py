"""
Typed views on decoded JSON: each function returns an empty value of its kind for anything else.

They keep the rooms free of casts; whoever must tell absence from a wrong type looks itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeAlias, cast

__all__ = [
    "Json",
    "JsonObject",
    "compact",
    "is_object",
    "items_of",
    "object_of",
    "objects_of",
    "text_of",
]

Json: TypeAlias = Any
JsonObject: TypeAlias = dict[str, Any]


def object_of(value: object) -> JsonObject:
    """*value* as a JSON object; empty for anything else."""
    return cast("JsonObject", value) if isinstance(value, dict) else {}


def is_array(value: object) -> bool:
    """Whether *value* is a JSON array."""
    return isinstance(value, list)


def is_object(value: object) -> bool:
    """Whether *value* is a JSON object."""
    return isinstance(value, dict)


def items_of(value: object) -> list[Json]:
    """The items of the JSON array *value*; none for anything else."""
    return list(cast("Iterable[Json]", value)) if isinstance(value, list) else []


def objects_of(value: object) -> list[JsonObject]:
    """The objects in the JSON array *value*, in order."""
    return [object_of(item) for item in items_of(value) if is_object(item)]


def text_of(value: object, default: str = "") -> str:
    """*value* as text; *default* for anything else."""
    return value if isinstance(value, str) else default


def compact(value: object) -> str:
    """*value* as JSON on one line, without blanks, non-ASCII as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
