"""
What emission works on: the operations and types of one API, free of OpenAPI.

`parse` builds these values from the lowered document and openapi-python-client's view of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

__all__ = [
    "Alias",
    "Api",
    "Argument",
    "Array",
    "Body",
    "Call",
    "Component",
    "Dispatch",
    "Either",
    "Enum",
    "Field",
    "Map",
    "Named",
    "Plain",
    "Record",
    "Shape",
]


@dataclass(frozen=True, slots=True)
class Plain:
    """A value that travels as it is; `code` is its annotation."""

    code: str


@dataclass(frozen=True, slots=True)
class Named:
    """A component."""

    name: str


@dataclass(frozen=True, slots=True)
class Array:
    """A list."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Map:
    """An object with free keys."""

    value: Shape


@dataclass(frozen=True, slots=True)
class Either:
    """A union."""

    members: tuple[Shape, ...]


Shape: TypeAlias = Plain | Named | Array | Map | Either


@dataclass(frozen=True, slots=True)
class Field:
    """
    A property of an object.

    Attributes:
        wire: Name on the wire.
        name: Name in Python.
        shape: Its type.
        required: It is always there.
        constant: Code of the only value, which is the default, when there is one.
        description: From the specification.
    """

    wire: str
    name: str
    shape: Shape
    required: bool
    constant: str | None
    description: str


@dataclass(frozen=True, slots=True)
class Record:
    """An object with properties: an attrs class; `fields` in the order of the document."""

    name: str
    fields: tuple[Field, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Enum:
    """Values that are known; others are possible."""

    name: str
    values: tuple[str | int, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Dispatch:
    """
    How the objects of a union are told apart.

    Attributes:
        key: Property whose value names the member in `table`.
        table: Value -> component.
        keys: Components with the keys that mark them, in the order to try.
        default: Component of all other objects; without it they stay dicts.
    """

    key: str | None
    table: dict[str | int | bool, str]
    keys: tuple[tuple[str, tuple[str, ...]], ...]
    default: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """A named type that is no class: a union, a list, a map or a primitive."""

    name: str
    shape: Shape
    description: str
    dispatch: Dispatch | None


Component: TypeAlias = Record | Enum | Alias


@dataclass(frozen=True, slots=True)
class Argument:
    """A parameter of an operation; the flags are those of `polyvox_core.operation.Parameter`."""

    wire: str
    place: Literal["path", "query", "header"]
    name: str
    shape: Shape
    required: bool
    segments: bool
    may_be_empty: bool
    joined: bool
    description: str


@dataclass(frozen=True, slots=True)
class Body:
    """The request body of an operation."""

    kind: Literal["json", "multipart", "bytes"]
    shape: Shape
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Call:
    """An operation, or the streaming twin of one; `stream` is its `x-stream`."""

    id: str
    method: str
    path: str
    tag: str
    summary: str
    description: str
    arguments: tuple[Argument, ...]
    body: Body | None
    answer: Literal["json", "text", "bytes", "empty"]
    result: Shape
    result_description: str
    may_be_empty: bool
    secured: bool
    stream: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Api:
    """One backend: its tags with their descriptions, calls and components by name."""

    name: str
    tags: dict[str, str]
    calls: tuple[Call, ...]
    components: dict[str, Component] = field(default_factory=dict[str, Component])
