"""
Lists, sets, tuples and dicts: their schemas, and their values with each element's own path.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from polyvox.schemas.faults import Path, Reading
from polyvox.schemas.nodes import Book, Node
from polyvox_core.model import JsonObject
from polyvox_core.shapes import is_array, is_object

__all__ = ["ListOf", "MapOf", "TupleOf"]


class ListOf:
    """
    Any number of values of one type.

    Args:
        item: The type.
        build: Makes the collection of a list; raises `TypeError` for values it cannot hold.
    """

    kinds = frozenset({"array"})
    words = "an array"

    def __init__(self, item: Node, build: Callable[[list[Any]], Any]) -> None:
        self._item = item
        self._build = build

    def schema(self, book: Book) -> JsonObject:
        """An array of the items."""
        return {"type": "array", "items": self._item.schema(book)}

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """The collection."""
        if not is_array(value):
            reading.wrong(at, self.words, value)
            return None
        before = len(reading.faults)
        items = [self._item.read(one, (at, index), reading) for index, one in enumerate(value)]
        if len(reading.faults) > before:
            return None
        try:
            return self._build(items)
        except TypeError as error:
            reading.note(at, str(error))
            return None


class TupleOf:
    """A fixed number of values, each of a type of its own."""

    kinds = frozenset({"array"})

    def __init__(self, items: Sequence[Node]) -> None:
        self._items = items
        self.words = f"an array of {len(items)}"

    def schema(self, book: Book) -> JsonObject:
        """An array with a schema for each place."""
        size = len(self._items)
        places = {"prefixItems": [item.schema(book) for item in self._items]} if size else {}
        return {"type": "array", **places, "items": False, "minItems": size, "maxItems": size}

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """The tuple."""
        if not is_array(value) or len(value) != len(self._items):
            reading.wrong(at, self.words, value)
            return None
        pairs = zip(self._items, value, strict=True)
        return tuple(
            item.read(one, (at, index), reading) for index, (item, one) in enumerate(pairs)
        )


class MapOf:
    """Values of one type under names that nobody knows before."""

    kinds = frozenset({"object"})
    words = "an object"

    def __init__(self, value: Node) -> None:
        self._value = value

    def schema(self, book: Book) -> JsonObject:
        """An object whose members all fit one schema."""
        return {"type": "object", "additionalProperties": self._value.schema(book)}

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """The dict."""
        if not is_object(value):
            reading.wrong(at, self.words, value)
            return None
        return {key: self._value.read(one, (at, key), reading) for key, one in value.items()}
