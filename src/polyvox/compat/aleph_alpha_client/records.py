"""
How the data classes of this package travel: member by member, under their own names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import Enum
from typing import Any, ClassVar, Self, cast

__all__ = ["OpenText", "Readable", "Writable", "encoded"]


def encoded(value: Any) -> Any:
    """The *value* as JSON; what knows its own form is asked for it."""
    if hasattr(value, "to_json"):
        return value.to_json()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (list, tuple)):
        return [encoded(one) for one in cast("list[Any]", value)]
    return value


class Writable:
    """A data class that becomes JSON; None is left out, unless the class sends nulls."""

    _sends_nulls: ClassVar[bool] = False

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        members = ((f.name, getattr(self, f.name)) for f in fields(cast("Any", self)))
        return {
            name: encoded(value)
            for name, value in members
            if value is not None or self._sends_nulls
        }


class Readable:
    """A data class that is made of JSON; unknown members are ignored."""

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> Self:
        """
        The value in *json*.

        Raises:
            KeyError: A member without a default is missing.
        """
        values = {
            field.name: json[field.name]
            if field.default is MISSING
            else json.get(field.name, field.default)
            for field in fields(cast("Any", cls))
        }
        return cls(**values)


class OpenText(str, Enum):  # noqa: UP042 - formatted as the replaced library's, by name
    """Texts of which some are known; an unknown one is kept instead of refused."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A member of its own for a text that nobody knew."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member
