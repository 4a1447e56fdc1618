"""
Classes with fields: objects whose members are known.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from polyvox.schemas.faults import NOTHING, Path, Reading
from polyvox.schemas.nodes import Book, Choice, Node, plain
from polyvox_core.model import JsonObject
from polyvox_core.shapes import is_array, is_object

__all__ = ["Field", "Foreign", "Record"]


class Field:
    """
    A member of an object.

    Args:
        key: Its name, in JSON and for the class.
        node: Its type.
        required: Whether it must be there.
        description: What it means.
        default: Its value when it is missing, if JSON can say it; else `NOTHING`.
    """

    __slots__ = ("default", "description", "key", "node", "required")

    def __init__(
        self,
        key: str,
        node: Node,
        *,
        required: bool,
        description: str = "",
        default: Any = NOTHING,
    ) -> None:
        self.key = key
        self.node = node
        self.required = required
        self.description = description
        self.default = default

    def schema(self, book: Book) -> JsonObject:
        """The type's schema, with what is known of the member."""
        rules = self.node.schema(book)
        if self.description and "description" not in rules:
            rules = {**rules, "description": self.description}
        return rules if self.default is NOTHING else {**rules, "default": self.default}


class Record:
    """
    A class with fields; they are set once all its types are known, since it may hold itself.

    Args:
        key: The class with its type arguments.
        name: Its name.
        description: What it is.
        build: Makes an instance of keyword arguments; a `ValueError` or `TypeError` of the class
            itself is a fault of the value.
    """

    kinds = frozenset({"object"})

    def __init__(
        self, key: Hashable, name: str, description: str, build: Callable[[dict[str, Any]], Any]
    ) -> None:
        self._key = key
        self.name = name
        self.words = f"an object ({name})"
        self._description = description
        self._build = build
        self.fields: dict[str, Field] = {}

    def take(self, fields: Sequence[Field]) -> None:
        """Set the fields."""
        self.fields = {field.key: field for field in fields}

    @property
    def required(self) -> set[str]:
        """Names of the members that must be there."""
        return {field.key for field in self.fields.values() if field.required}

    def choices(self) -> dict[str, Choice]:
        """Members with constants, which tell this class from others."""
        found = ((field.key, plain(field.node)) for field in self.fields.values())
        return {key: node for key, node in found if isinstance(node, Choice)}

    def schema(self, book: Book) -> JsonObject:
        """A reference to the definition."""
        return book.reference(self._key, self.name, lambda: self.definition(book))

    def definition(self, book: Book) -> JsonObject:
        """The definition itself."""
        fields = self.fields.values()
        return {
            "type": "object",
            **({"description": self._description} if self._description else {}),
            "properties": {field.key: field.schema(book) for field in fields},
            "required": [field.key for field in fields if field.required],
            **({"additionalProperties": False} if book.closed else {}),
        }

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """The instance."""
        if not is_object(value):
            reading.wrong(at, self.words, value)
            return None
        before = len(reading.faults)
        given: dict[str, Any] = {}
        for key, field in self.fields.items():
            if key in value:
                given[key] = field.node.read(value[key], (at, key), reading)
            elif field.required:
                reading.wrong((at, key), field.node.words, NOTHING)
        if reading.closed:
            for key in value.keys() - self.fields.keys():
                reading.note((at, key), f"{self.name} has no such member")
        if len(reading.faults) > before:
            return None
        try:
            return self._build(given)
        except (ValueError, TypeError) as error:
            reading.note(at, str(error) or type(error).__name__)
            return None


class Foreign:
    """
    A class that brings its own schema and its own reading, as pydantic's models do.

    Args:
        cls: The class, with `model_json_schema` and `model_validate`.
    """

    kinds = frozenset({"object", "array", "string", "number", "boolean", "null"})

    def __init__(self, cls: Any) -> None:
        self._cls = cls
        self.words = f"an object ({cls.__name__})"

    def schema(self, book: Book) -> JsonObject:
        """A reference to the definition."""
        return book.reference(self._cls, self._name, lambda: self.definition(book))

    @property
    def _name(self) -> str:
        return "".join(sign if sign.isalnum() else "_" for sign in self._cls.__name__).strip("_")

    def definition(self, book: Book) -> JsonObject:
        """The class's own schema; what it defines moves into *book*."""
        own = dict(self._cls.model_json_schema())
        definitions = own.pop("$defs", {})
        taken = {name: book.take(name) for name in definitions}
        names = {name: f"#/$defs/{new}" for name, new in taken.items()}
        for name, definition in definitions.items():
            book.definitions[taken[name]] = _moved(definition, names)
        return _moved(own, names)  # type: ignore[no-any-return]  # an object stays one

    def read(self, value: Any, at: Path, reading: Reading) -> Any:
        """The instance, by the rules of the class."""
        try:
            return self._cls.model_validate(value)
        except ValueError as error:
            for place, note in _told(error):
                where = at
                for step in place:
                    where = (where, step)
                reading.note(where, note)
            return None


def _moved(rules: Any, names: dict[str, str]) -> Any:
    """The *rules* with references that lead to where the definitions are now."""
    if is_array(rules):
        return [_moved(one, names) for one in rules]
    if not is_object(rules):
        return rules
    moved = {key: _moved(one, names) for key, one in rules.items()}
    reference = rules.get("$ref")
    if isinstance(reference, str):
        moved["$ref"] = names.get(reference.rpartition("/")[2], reference)
    return moved


def _told(error: Any) -> list[tuple[tuple[str | int, ...], str]]:
    """Places and words of a validation error, as pydantic tells them."""
    if not hasattr(error, "errors"):
        return [((), str(error))]
    return [(tuple(one["loc"]), one["msg"]) for one in error.errors()]
