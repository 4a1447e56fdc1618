"""
Types as nodes that know both ways: the JSON Schema of a type, and its value out of JSON.

One tree serves both, so that what a schema promises and what a reading accepts cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from polyvox.schemas.faults import Path, Reading, kind_of
from polyvox_core.model import JsonObject

__all__ = [
    "ANY_KINDS",
    "Anything",
    "Book",
    "Choice",
    "Described",
    "Later",
    "Node",
    "Scalar",
    "Text",
    "plain",
]

ANY_KINDS = frozenset({"null", "boolean", "number", "string", "object", "array"})
_TYPE_OF = {"null": "null", "boolean": "boolean", "string": "string"}


class Node(Protocol):
    """A type."""

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of JSON that its values can be."""
        ...

    @property
    def words(self) -> str:
        """What its values are, for error messages."""
        ...

    def schema(self, book: Book) -> JsonObject:
        """Its JSON Schema; named parts go into *book*."""
        ...

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """The Python value for a JSON *value*; without meaning when *reading* notes a fault."""
        ...


class Book:
    """
    The `$defs` of one schema.

    Args:
        closed: Whether objects refuse members that their class does not know.
    """

    def __init__(self, *, closed: bool) -> None:
        self.closed = closed
        self.definitions: JsonObject = {}
        self._names: dict[Any, str] = {}

    def reference(self, key: Any, name: str, make: Callable[[], JsonObject]) -> JsonObject:
        """A reference to the definition of *key*, which *make* gives at the first time."""
        if key not in self._names:
            self._names[key] = taken = self.take(name)
            self.definitions[taken] = make()
        return {"$ref": f"#/$defs/{self._names[key]}"}

    def take(self, name: str) -> str:
        """A name for a new definition: *name*, with a number when another has it."""
        found, number = name, 1
        while found in self.definitions:
            number += 1
            found = f"{name}_{number}"
        self.definitions[found] = {}
        return found


def plain(node: Node) -> Node:
    """The node behind descriptions and names."""
    while isinstance(node, Described | Later):
        node = node.inner
    return node


class Anything:
    """Every JSON value, as it is."""

    kinds = ANY_KINDS
    words = "any value"

    def schema(self, book: Book) -> JsonObject:  # noqa: ARG002 - a node's interface
        """No demands."""
        return {}

    def read(self, value: Any, at: Path, reading: Reading) -> Any:  # noqa: ARG002 - same
        """The *value* itself."""
        return value


class Scalar:
    """
    A number, a text, true or false, or null.

    Args:
        json_type: Name of the type in JSON Schema.
        words: What its values are.
        convert: Makes the Python value; raises `ValueError` or `OverflowError` for what is none.
    """

    def __init__(self, json_type: str, words: str, convert: Callable[[Any], Any]) -> None:
        self._type = json_type
        self.words = words
        self._convert = convert
        self._kind = "number" if json_type == "integer" else json_type
        self.kinds = frozenset({self._kind})

    def schema(self, book: Book) -> JsonObject:  # noqa: ARG002 - a node's interface
        """The type alone."""
        return {"type": self._type}

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """The value, when it is of the kind."""
        if kind_of(value) == self._kind:
            try:
                return self._convert(value)
            except (ValueError, OverflowError):
                pass
        reading.wrong(at, self.words, value)
        return None


class Text:
    """
    A text that stands for something else: a date, a UUID, a decimal number.

    Args:
        words: What it is.
        convert: Makes the value; raises `ValueError` or `ArithmeticError`.
        rules: What the schema says besides the type.
    """

    kinds = frozenset({"string"})

    def __init__(self, words: str, convert: Callable[[str], Any], rules: Mapping[str, Any]) -> None:
        self.words = words
        self._convert = convert
        self._rules = rules

    def schema(self, book: Book) -> JsonObject:  # noqa: ARG002 - a node's interface
        """A string with its format."""
        return {"type": "string", **self._rules}

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """The value that the text stands for."""
        if isinstance(value, str):
            try:
                return self._convert(value)
            except (ValueError, ArithmeticError):
                pass
        reading.wrong(at, self.words, value)
        return None


def _key(value: Any) -> tuple[str, Any]:
    """What tells JSON scalars apart: true is not 1, but 1.0 is."""
    return kind_of(value), value


class Choice:
    """
    One of several constants: a Literal or an Enum.

    Args:
        values: Pairs of JSON value and Python value.
        description: What the values mean, when they do not say it.
    """

    def __init__(self, values: Iterable[tuple[Any, Any]], description: str = "") -> None:
        self.values = {_key(wire): value for wire, value in values}
        self._description = description
        self.constants = [value for _, value in self.values]
        self.kinds = frozenset(kind for kind, _ in self.values)
        names = ", ".join(map(_quoted, self.constants))
        self.words = names if len(self.constants) == 1 else f"one of {names}"

    def schema(self, book: Book) -> JsonObject:  # noqa: ARG002 - a node's interface
        """The constants with their types."""
        types = sorted({_json_type(value) for value in self.constants})
        rules: JsonObject = {"type": types[0] if len(types) == 1 else types}
        if len(self.constants) == 1:
            rules["const"] = self.constants[0]
        else:
            rules["enum"] = self.constants
        return {**rules, **({"description": self._description} if self._description else {})}

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """The constant."""
        if kind_of(value) in self.kinds and _key(value) in self.values:
            return self.values[_key(value)]
        reading.wrong(at, self.words, value)
        return None


def _quoted(value: Any) -> str:
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _json_type(value: Any) -> str:
    kind = kind_of(value)
    if kind == "number":
        return "integer" if isinstance(value, int) else "number"
    return _TYPE_OF[kind]


class Described:
    """
    A type with a description.

    Args:
        inner: The type.
        description: What a value means.
    """

    def __init__(self, inner: Node, description: str) -> None:
        self.inner = inner
        self.description = description

    @property
    def kinds(self) -> frozenset[str]:
        """Those of the type."""
        return self.inner.kinds

    @property
    def words(self) -> str:
        """Those of the type."""
        return self.inner.words

    def schema(self, book: Book) -> JsonObject:
        """That of the type, described."""
        return {**self.inner.schema(book), "description": self.description}

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """As the type does."""
        return self.inner.read(value, at, reading)


class Later:
    """
    A named type that may refer to itself; its node is set once it is known.

    Args:
        name: Name of the type.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.inner: Node = Anything()

    @property
    def kinds(self) -> frozenset[str]:
        """Those of the type."""
        return self.inner.kinds

    @property
    def words(self) -> str:
        """The name of the type."""
        return f"a {self.name}"

    def schema(self, book: Book) -> JsonObject:
        """A reference to the definition."""
        return book.reference(self, self.name, lambda: self.inner.schema(book))

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """As the type does."""
        return self.inner.read(value, at, reading)
