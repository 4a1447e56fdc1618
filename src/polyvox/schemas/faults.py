"""
What is wrong with a JSON value, and where: places as paths, expectations as words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from polyvox_core.errors import InvalidValue
from polyvox_core.shapes import is_array, is_object

__all__ = [
    "NOTHING",
    "Fault",
    "Path",
    "Reading",
    "described",
    "invalid",
    "kind_of",
    "shown_path",
    "too_deep",
]

# The way from the root to a value, its last step first: nothing is joined unless there is a fault.
Path: TypeAlias = tuple["Path", "str | int"] | None

_SHOWN = 80
_TOLD = 5
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class _Nothing:
    """Stands for a member that is not there."""


NOTHING = _Nothing()


class Fault:
    """
    One thing that is wrong.

    Args:
        at: Where.
        expected: What should be there, in words; empty when *note* says all.
        came: The value that is there; `NOTHING` for a missing one.
        note: What is wrong, when it is not the kind of value.
    """

    __slots__ = ("at", "came", "expected", "note")

    def __init__(self, at: Path, expected: str = "", came: Any = NOTHING, note: str = "") -> None:
        self.at = at
        self.expected = expected
        self.came = came
        self.note = note

    @property
    def path(self) -> str:
        """Where, such as `$.people[2].age`."""
        return shown_path(self.at)

    @property
    def depth(self) -> int:
        """How far from the root it is."""
        depth, at = 0, self.at
        while at is not None:
            depth, at = depth + 1, at[0]
        return depth

    def __str__(self) -> str:
        """Say where and what, for people and for models."""
        what = self.note or f"expected {self.expected}, got {described(self.came)}"
        return f"{self.path}: {what}"


class Reading:
    """
    One reading of a value.

    Args:
        closed: Whether members that a class does not know are faults.

    Attributes:
        faults: What was wrong so far.
    """

    __slots__ = ("closed", "faults")

    def __init__(self, *, closed: bool = True) -> None:
        self.closed = closed
        self.faults: list[Fault] = []

    def wrong(self, at: Path, expected: str, came: Any) -> None:
        """Note that *came* stands where something else was *expected*."""
        self.faults.append(Fault(at, expected, came))

    def note(self, at: Path, note: str) -> None:
        """Note a fault in words of its own."""
        self.faults.append(Fault(at, note=note))


def shown_path(at: Path) -> str:
    """The path as text, such as `$.people[2].age`."""
    steps: list[str] = []
    while at is not None:
        at, step = at
        if isinstance(step, int):
            steps.append(f"[{step}]")
        elif _PLAIN.fullmatch(step):
            steps.append(f".{step}")
        else:
            steps.append(f"[{step!r}]")
    return "$" + "".join(reversed(steps))


def kind_of(value: Any) -> str:
    """The JSON kind of a decoded *value*; whole floats are numbers."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "string"
    if is_object(value):
        return "object"
    return "array" if is_array(value) else type(value).__name__


def described(value: Any) -> str:  # noqa: PLR0911 - a table of kinds
    """What a decoded *value* is, in a few words."""
    if value is NOTHING:
        return "nothing"
    match kind_of(value):
        case "null":
            return "null"
        case "boolean":
            return "true" if value else "false"
        case "number":
            return f"the number {_short(repr(value))}"
        case "string":
            return f"the text {_short(repr(value))}"
        case "object":
            names = _short(", ".join(map(repr, value)))
            return f"an object with {names}" if names else "an empty object"
        case "array":
            return f"an array of {len(value)}"
        case other:
            return f"a {other}, which is no JSON"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def invalid(what: str, faults: Sequence[Fault]) -> InvalidValue:
    """The error for a value that does not fit *what*."""
    told = "; ".join(map(str, faults[:_TOLD]))
    more = f"; and {len(faults) - _TOLD} more" if len(faults) > _TOLD else ""
    msg = f"The value does not fit {what}: {told}{more}."
    return InvalidValue(
        msg,
        hint="Correct it there, or widen the type.",
        path=faults[0].path,
        faults=tuple(map(str, faults)),
    )


def too_deep(what: str) -> InvalidValue:
    """The error for a value that nests deeper than Python can follow."""
    msg = f"The value does not fit {what}: it is nested too deeply."
    return InvalidValue(msg, path="$", faults=("$: nested too deeply",))
