"""
Types and JSON: the JSON Schema of an annotation, and the typed value of a JSON value.

Classes of attrs, dataclasses, TypedDict, NamedTuple and pydantic, and what they are made of.
A value that does not fit is an error that names the place. Nothing here knows a backend.
"""

from __future__ import annotations

from typing import Any, TypeVar, overload

from polyvox.schemas.faults import Path, Reading, invalid, too_deep
from polyvox.schemas.nodes import Book, Described, Later, Node
from polyvox_core.model import JsonObject

__all__ = ["schema_of", "value_of"]

T = TypeVar("T")


def schema_of(annotation: Any, *, closed: bool = True) -> JsonObject:
    """
    The JSON Schema (2020-12) of a type.

    Nested classes are in its `$defs`; the class itself stands at the root, and in `$defs` as well
    when it holds itself. Descriptions come from docstrings and from `Annotated[..., "text"]`.

    Args:
        annotation: A type: a class, `list[Person]`, `int | None`, `TypedDict("Args", {...})`, ...
        closed: Whether objects refuse members that their class does not know.

    Raises:
        ConfigError: JSON cannot say the type; the message names it.
    """
    from polyvox.schemas.annotations import node_of  # noqa: PLC0415 - only who asks pays for it

    return schema_of_node(node_of(annotation), closed=closed)


def schema_of_node(node: Node, *, closed: bool = True) -> JsonObject:
    """The same for a node."""
    book = Book(closed=closed)
    root = _root(node, book)
    return {**root, "$defs": book.definitions} if book.definitions else root


def _root(node: Node, book: Book) -> JsonObject:
    """The schema of *node* itself, where others have a reference to it."""
    from polyvox.schemas.records import Foreign, Record  # noqa: PLC0415 - same

    if isinstance(node, Record | Foreign):
        return node.definition(book)
    if isinstance(node, Described):
        return {**_root(node.inner, book), "description": node.description}
    return _root(node.inner, book) if isinstance(node, Later) else node.schema(book)


@overload
def value_of(annotation: type[T], json_value: Any, *, closed: bool = True) -> T: ...


@overload
def value_of(annotation: Any, json_value: Any, *, closed: bool = True) -> Any: ...


def value_of(annotation: Any, json_value: Any, *, closed: bool = True) -> Any:
    """
    The value of a type that a decoded JSON value stands for.

    Nothing is guessed: a number is no text, and true is no number; only 3.0 is a whole number.

    Args:
        annotation: A type; see `schema_of`.
        json_value: What a JSON decoder gave.
        closed: Whether members that a class does not know are an error.

    Raises:
        InvalidValue: It does not fit; `path` and `faults` tell where and why.
        ConfigError: JSON cannot say the type.
    """
    from polyvox.schemas.annotations import name_of, node_of  # noqa: PLC0415 - same

    return read_as(node_of(annotation), json_value, name_of(annotation), closed=closed)


def read_as(node: Node, json_value: Any, name: str, *, closed: bool = True, at: Path = None) -> Any:
    """The same for a node, called *name* in errors, whose value stands *at* this place."""
    reading = Reading(closed=closed)
    try:
        value = node.read(json_value, at, reading)
    except RecursionError:
        raise too_deep(name) from None
    if reading.faults:
        raise invalid(name, reading.faults)
    return value
