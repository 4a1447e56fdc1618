"""
What every generated model stands on: the mark for an absent field, and value semantics.

Absent and null are different on the wire, so a field that the server left out reads as `UNSET`
(false in conditions) and is left out again when the value is sent.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final, Literal, Self, final

__all__ = ["UNSET", "JsonObject", "Model", "Unset", "extra_of"]

JsonObject = dict[str, Any]


@final
class Unset:
    """The type of `UNSET`; there is one instance, and it is false."""

    __slots__ = ()
    _only: ClassVar[Unset | None] = None

    def __new__(cls) -> Unset:
        """Return the one instance."""
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __bool__(self) -> Literal[False]:
        """Return False, always."""
        return False

    def __repr__(self) -> str:
        """Return the name it is imported by."""
        return "UNSET"

    def __reduce__(self) -> str:
        """Pickle as the one instance."""
        return "UNSET"


UNSET: Final = Unset()


class Model:
    """
    Base of the generated attrs classes: equality by value, a repr without absent fields.

    Fields of the wire that the specification does not know are kept in `extra`
    (None when there are none) and sent again by `to_dict()`.
    """

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]  # mutable values have no hash

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        raise NotImplementedError

    @classmethod
    def from_dict(cls, source: JsonObject) -> Self:
        """The value of a decoded JSON object."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        """Equal when class and fields are equal."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._names())

    def __repr__(self) -> str:
        """Name the class and the fields that are present."""
        shown = ((name, getattr(self, name)) for name in self._names())
        inner = ", ".join(
            f"{name}={value!r}"
            for name, value in shown
            if value is not UNSET and not (name == "extra" and value is None)
        )
        return f"{self.__class__.__name__}({inner})"

    @classmethod
    def _names(cls) -> tuple[str, ...]:
        return tuple(field.name for field in cls.__attrs_attrs__)  # type: ignore[attr-defined]  # set by attrs on each generated subclass


def extra_of(source: JsonObject, known: frozenset[str]) -> JsonObject | None:
    """The members of *source* that are not *known*, or None; the usual case copies nothing."""
    if source.keys() <= known:
        return None
    return {key: value for key, value in source.items() if key not in known}
