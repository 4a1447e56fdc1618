"""
What tools return, as the text that a model reads: texts as they are, anything else as JSON.
"""

from __future__ import annotations

import dataclasses
import math
import os
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, TypeGuard, cast
from uuid import UUID

import attrs

from polyvox_core.json import dumps

__all__ = ["text_of"]

_DEEPEST = 100
_BYTES = (bytes, bytearray, memoryview)


def text_of(value: Any) -> str:
    """
    The text of a tool's *value*.

    Raises:
        TypeError: There is something in it that is no data, such as an open file.
    """
    return value if isinstance(value, str) else dumps(_json_of(value, 0)).decode()


def _json_of(value: Any, depth: int) -> Any:
    if depth > _DEEPEST:
        msg = "The tool's result is nested too deeply, or holds itself."
        raise TypeError(msg)
    if isinstance(value, Enum):
        return _json_of(value.value, depth + 1)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        # JSON has no numbers for these; a model understands the words.
        return value if math.isfinite(value) else str(value)
    if (simple := _simple(value)) is not None:
        return simple
    members = _members(value)
    if members is not None:
        return {_name_of(name): _json_of(inner, depth + 1) for name, inner in members.items()}
    if _is_list(value):
        return [_json_of(inner, depth + 1) for inner in value]
    msg = f"The tool's result holds a {type(value).__name__}, which cannot be written as JSON."
    raise TypeError(msg)


def _simple(value: Any) -> str | float | None:
    """The JSON of what is one text or number."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, UUID | Decimal):
        return str(value)
    return os.fsdecode(cast("Any", value)) if isinstance(value, os.PathLike) else None


def _is_list(value: Any) -> TypeGuard[Iterable[Any]]:
    return isinstance(value, Sequence | AbstractSet) and not isinstance(value, _BYTES)


def _is_mapping(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def _members(value: Any) -> Mapping[Any, Any] | None:
    """The members of what is an object in JSON."""
    if _is_mapping(value):
        return value
    kind = cast("Any", type(value))
    if isinstance(value, type):
        return None
    if attrs.has(kind):
        return {one.name: getattr(value, one.name) for one in attrs.fields(kind)}
    if dataclasses.is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    if hasattr(value, "model_dump"):  # as pydantic's models have it
        return cast("Mapping[Any, Any]", value.model_dump())
    return cast("Mapping[Any, Any]", value._asdict()) if hasattr(value, "_asdict") else None


def _name_of(name: Any) -> str:
    simple = _json_of(name, 0)
    return simple if isinstance(simple, str) else dumps(simple).decode()
