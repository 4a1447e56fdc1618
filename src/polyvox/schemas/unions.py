"""
Unions: one of several types, told apart by constants, by required members, or by trying.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from polyvox.schemas.faults import NOTHING, Path, Reading, kind_of
from polyvox.schemas.nodes import Book, Node, plain
from polyvox.schemas.records import Record
from polyvox_core.model import JsonObject
from polyvox_core.shapes import is_object

__all__ = ["OneOf"]


class OneOf:
    """A value of one of several types; the first that it fits, unless its members say which."""

    def __init__(self, options: Sequence[Node]) -> None:
        self._options = options

    @property
    def kinds(self) -> frozenset[str]:
        """Those of all the types."""
        return frozenset[str]().union(*(option.kinds for option in self._options))

    @property
    def words(self) -> str:
        """Those of all the types."""
        return " or ".join(option.words for option in self._options)

    def schema(self, book: Book) -> JsonObject:
        """Any of the types."""
        return {"anyOf": [option.schema(book) for option in self._options]}

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """The value as the type it fits; the faults are those of the likeliest type."""
        kind = kind_of(value)
        likely = [option for option in self._options if kind in option.kinds]
        if is_object(value) and len(likely) > 1:
            told = _told_apart(likely, value, at, reading)
            if told is None:
                return None
            likely = told
        tries: list[Reading] = []
        for option in likely:
            one = Reading(closed=reading.closed)
            found = option.read(value, at, one)
            if not one.faults:
                return found
            tries.append(one)
        if tries:
            best = min(tries, key=lambda one: (-one.faults[0].depth, len(one.faults)))
            if len(tries) == 1 or best.faults[0].at is not at:
                reading.faults += best.faults
                return None
        reading.wrong(at, self.words, value)
        return None


def _told_apart(
    options: list[Node], value: JsonObject, at: Path, reading: Reading
) -> list[Node] | None:
    """The *options* that *value* can be by its constants and members; None after a fault."""
    records = [node for node in map(plain, options) if isinstance(node, Record)]
    if len(records) < len(options):
        return options
    tag = _tag_of(records)
    if tag is not None:
        choices = [record.choices()[tag] for record in records]
        came = value.get(tag, NOTHING)
        for record, choice in zip(records, choices, strict=True):
            probe = Reading()
            choice.read(came, None, probe)
            if not probe.faults:
                return [record]
        if tag in value or all(tag in record.required for record in records):
            names = ", ".join(choice.words.removeprefix("one of ") for choice in choices)
            reading.wrong((at, tag), f"one of {names}", came)
            return None
    complete = [record for record in records if record.required <= value.keys()]
    known = [record for record in complete if value.keys() <= record.fields.keys()]
    return [*(known or complete or records)]


def _tag_of(records: list[Record]) -> str | None:
    """The member whose constants are different in each of the *records*."""
    choices = [record.choices() for record in records]
    for tag in choices[0]:
        if all(tag in one for one in choices):
            keys = [key for one in choices for key in one[tag].values]
            if len(keys) == len(set(keys)):
                return tag
    return None
