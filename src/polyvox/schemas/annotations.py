"""
From annotations to nodes: every form of type that can be said in JSON, and a clear no to others.
"""

from __future__ import annotations

import collections
import collections.abc
import enum
import inspect
import math
import re
import sys
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from typing import Any, Literal

from polyvox.schemas.classes import Member, has_members, members_of
from polyvox.schemas.containers import ListOf, MapOf, TupleOf
from polyvox.schemas.docstrings import docstring_of
from polyvox.schemas.faults import NOTHING, kind_of
from polyvox.schemas.nodes import Anything, Choice, Described, Later, Node
from polyvox.schemas.records import Field, Foreign, Record
from polyvox.schemas.scalars import NULL, SCALARS
from polyvox.schemas.unions import OneOf
from polyvox_core.errors import ConfigError

__all__ = ["name_of", "node_of"]

_WORKS = (
    "Use str, int, float, bool, None, date, datetime, time, UUID, Decimal, Enum, Literal, "
    "Optional and unions, list, set, tuple, dict with str keys, Any, and classes with fields: "
    "attrs, dataclasses, TypedDict, NamedTuple, pydantic."
)
_LISTS: dict[Any, Callable[[list[Any]], Any]] = {
    list: list,
    collections.abc.Sequence: list,
    collections.abc.MutableSequence: list,
    collections.abc.Collection: list,
    collections.abc.Iterable: list,
    set: set,
    collections.abc.Set: frozenset,
    collections.abc.MutableSet: set,
    frozenset: frozenset,
    collections.deque: collections.deque,
}
_MAPS = (dict, collections.abc.Mapping, collections.abc.MutableMapping)
_RECORDS = ("__attrs_attrs__", "__dataclass_fields__", "model_fields")
_WRAPPERS = ("Required", "NotRequired", "ReadOnly", "Final", "ClassVar")


class _Scope:
    """What is known while one annotation is read."""

    def __init__(self) -> None:
        self.known: dict[Hashable, Node] = {}
        self.bindings: Mapping[Any, Any] = {}
        self.place = ""


def node_of(annotation: Any) -> Node:
    """
    The node of an *annotation*.

    Raises:
        ConfigError: JSON cannot say it, or a name in it cannot be resolved.
    """
    return _node(annotation, _Scope())


def name_of(annotation: Any) -> str:
    """The *annotation* as people write it."""
    if isinstance(annotation, type) and typing.get_origin(annotation) is None:
        return annotation.__qualname__.rpartition("<locals>.")[2]
    return re.sub(r"(?:\w+\.|<locals>\.)+(?=\w)", "", repr(annotation))


def _refused(annotation: Any, scope: _Scope, why: str = "") -> ConfigError:
    place = f" of {scope.place}" if scope.place else ""
    msg = f"The annotation {name_of(annotation)}{place} cannot be said in JSON{why}."
    return ConfigError(msg, hint=_WORKS)


def _node(annotation: Any, scope: _Scope) -> Node:  # noqa: PLR0911 - a table of forms
    if annotation is Any or annotation is object:
        return Anything()
    if annotation is None or annotation is types.NoneType:
        return NULL
    if isinstance(annotation, str | typing.ForwardRef):
        why = ", since it is a name that was not looked up; use the type itself"
        raise _refused(annotation, scope, why)
    if isinstance(annotation, typing.TypeVar):
        return _variable(annotation, scope)
    if isinstance(annotation, typing.NewType):
        return _node(annotation.__supertype__, scope)
    origin = typing.get_origin(annotation)
    if _is_alias(origin or annotation):
        return _alias(annotation, scope)
    if origin is not None:
        return _special(annotation, origin, typing.get_args(annotation), scope)
    return _class(annotation, scope)


def _variable(variable: typing.TypeVar, scope: _Scope) -> Node:
    """What a type variable is bound to here, or may be at most."""
    if variable in scope.bindings:
        return _node(scope.bindings[variable], scope)
    if variable.__constraints__:
        return OneOf([_node(one, scope) for one in variable.__constraints__])
    return Anything() if variable.__bound__ is None else _node(variable.__bound__, scope)


def _is_alias(annotation: Any) -> bool:
    """Whether it is a `type` statement's alias, of typing or of typing_extensions."""
    return type(annotation).__name__ == "TypeAliasType"


def _alias(annotation: Any, scope: _Scope) -> Node:
    alias = typing.get_origin(annotation) or annotation
    arguments = typing.get_args(annotation)
    key = (alias, arguments)
    if key not in scope.known:
        scope.known[key] = later = Later(_identifier(alias.__name__))
        outer = scope.bindings
        scope.bindings = {**outer, **dict(zip(alias.__type_params__, arguments, strict=False))}
        later.inner = inner = _node(_alias_value(alias, scope), scope)
        scope.bindings = outer
        while isinstance(inner, Later | Described):
            if inner is later:
                raise _refused(annotation, scope, ", since it is nothing but itself")
            inner = inner.inner
    return scope.known[key]


def _alias_value(alias: Any, scope: _Scope) -> Any:
    """What an alias stands for, with the names in texts looked up."""
    holder = types.SimpleNamespace(__annotations__={"value": alias.__value__})
    names = vars(sys.modules[alias.__module__])
    own = {alias.__name__: alias}
    try:
        return typing.get_type_hints(holder, names, own, include_extras=True)["value"]
    except NameError as error:
        raise _refused(alias, scope, f", since {error.name!r} cannot be found") from error


def _special(  # noqa: PLR0911 - a table of forms
    annotation: Any, origin: Any, arguments: tuple[Any, ...], scope: _Scope
) -> Node:
    """A type with arguments."""
    if origin is typing.Annotated:
        inner = _node(arguments[0], scope)
        text = _documentation(arguments[1:])
        return Described(inner, text) if text else inner
    if getattr(origin, "_name", None) in _WRAPPERS:
        return _node(arguments[0], scope)
    if origin is Literal:
        return Choice(_constants(annotation, arguments, scope))
    if origin is typing.Union or origin is types.UnionType:
        return OneOf([_node(one, scope) for one in arguments])
    if origin is tuple:
        return _tuple(arguments, scope)
    if origin in _LISTS:
        return ListOf(_node(arguments[0], scope), _LISTS[origin])
    if origin in _MAPS:
        return _map(annotation, arguments, scope)
    if isinstance(origin, type):
        return _record(annotation, origin, arguments, scope)
    raise _refused(annotation, scope)


def _documentation(metadata: tuple[Any, ...]) -> str:
    """The description in the metadata of `Annotated`: a text, a `Doc`, a pydantic field."""
    for one in metadata:
        for text in (one, getattr(one, "documentation", None), getattr(one, "description", None)):
            if isinstance(text, str):
                return text
    return ""


def _constants(annotation: Any, values: tuple[Any, ...], scope: _Scope) -> list[tuple[Any, Any]]:
    pairs = [(one.value if isinstance(one, enum.Enum) else one, one) for one in values]
    if any(kind_of(wire) not in {"null", "boolean", "number", "string"} for wire, _ in pairs):
        raise _refused(annotation, scope, ", since a constant of it is no JSON")
    return pairs


def _tuple(arguments: tuple[Any, ...], scope: _Scope) -> Node:
    if len(arguments) == 2 and arguments[1] is ...:
        return ListOf(_node(arguments[0], scope), tuple)
    return TupleOf([_node(one, scope) for one in arguments])


def _map(annotation: Any, arguments: tuple[Any, ...], scope: _Scope) -> Node:
    key: Any = arguments[0]
    while isinstance(key, typing.NewType) or typing.get_origin(key) is typing.Annotated:
        key = getattr(key, "__supertype__", None) or typing.get_args(key)[0]
    if key is not str and key is not Any:
        raise _refused(annotation, scope, ", since keys are texts there")
    return MapOf(_node(arguments[1], scope))


def _class(annotation: Any, scope: _Scope) -> Node:
    """A type without arguments."""
    if not inspect.isclass(annotation):
        # What it is tells more than what it is not: somebody passed an object of the class.
        name = name_of(annotation.__class__)
        is_object = any(hasattr(annotation, one) for one in _RECORDS)
        why = f"; pass the class, {name}, not an object of it" if is_object else ""
        raise _refused(annotation, scope, why)
    if annotation in _LISTS:
        return ListOf(Anything(), _LISTS[annotation])
    if annotation is tuple:
        return ListOf(Anything(), tuple)
    if annotation in _MAPS:
        return MapOf(Anything())
    if annotation in SCALARS:
        return SCALARS[annotation]
    if issubclass(annotation, enum.Enum):
        return _enum(annotation, scope)
    return _record(annotation, annotation, (), scope)


def _enum(cls: type[enum.Enum], scope: _Scope) -> Node:
    members = tuple(cls)
    if not members:
        raise _refused(cls, scope, ", since it has no members")
    said = all(isinstance(member.value, str) for member in members)
    names = ", ".join(f"{member.value}: {member.name}" for member in members)
    return Choice(_constants(cls, members, scope), "" if said else names)


def _record(annotation: Any, cls: type, arguments: tuple[Any, ...], scope: _Scope) -> Node:
    """A class with fields."""
    if hasattr(cls, "model_json_schema") and hasattr(cls, "model_validate"):
        return Foreign(annotation)
    if not has_members(cls):
        raise _refused(annotation, scope)
    bound = tuple(scope.bindings.get(one, one) for one in arguments)
    key = (cls, bound)
    if key in scope.known:
        return scope.known[key]
    found = members_of(cls, bound)
    read = docstring_of(found.docstring)
    name = _identifier("_".join([cls.__name__, *map(name_of, bound)]))
    scope.known[key] = record = Record(key, name, read.first_paragraph, found.build)
    outer, place = scope.bindings, scope.place
    fields: list[Field] = []
    for member in found.members:
        scope.bindings, scope.place = member.bindings, f"{cls.__name__}.{member.key}"
        fields.append(_field(member, read.members.get(member.key, ""), scope))
    scope.bindings, scope.place = outer, place
    record.take(fields)
    return record


def _field(member: Member, text: str, scope: _Scope) -> Field:
    default = member.default.value if isinstance(member.default, enum.Enum) else member.default
    # A null says nothing that "not required" does not say.
    shown = kind_of(default) in {"boolean", "string"} or (
        kind_of(default) == "number" and math.isfinite(default)
    )
    return Field(
        member.key,
        _node(member.annotation, scope),
        required=member.required,
        description=member.description or text,
        default=default if shown else NOTHING,
    )


def _identifier(name: str) -> str:
    return "".join(sign if sign.isalnum() else "_" for sign in name).strip("_")
