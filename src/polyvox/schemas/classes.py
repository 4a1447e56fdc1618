"""
The members of a class, whatever made it: attrs, dataclasses, TypedDict or NamedTuple.

None of these libraries is imported: a class tells what it is.
"""

from __future__ import annotations

import inspect
import sys
import typing
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, ClassVar, NamedTuple

from polyvox.schemas.faults import NOTHING
from polyvox_core.errors import ConfigError

__all__ = ["Member", "Members", "has_members", "members_of"]


class Member(NamedTuple):
    """
    One member of a class.

    Attributes:
        key: Its name in JSON, and as a keyword argument of the class.
        annotation: Its type.
        required: Whether it must be given.
        default: Its default value; `NOTHING` without one that is a plain value.
        description: What the class itself says about it.
        bindings: What the type variables in the annotation stand for.
    """

    key: str
    annotation: Any
    required: bool
    default: Any = NOTHING
    description: str = ""
    bindings: Mapping[Any, Any] = {}


class Members(NamedTuple):
    """The members of a class, how an instance is made of them, and its docstring."""

    members: list[Member]
    build: Callable[[dict[str, Any]], Any]
    docstring: str | None


def has_members(cls: Any) -> bool:
    """Whether *cls* is a class with fields."""
    return any(hasattr(cls, mark) for mark, _ in _KINDS)


def members_of(cls: Any, arguments: tuple[Any, ...]) -> Members:
    """
    The members of *cls*, a class with fields, with these type *arguments*.

    Raises:
        ConfigError: The annotation of a member names something that cannot be found.
    """
    mark, read = next((mark, read) for mark, read in _KINDS if hasattr(cls, mark))
    owners = _bindings(cls, arguments)
    members = [
        member._replace(bindings=_bound_for(cls, member.key, owners))
        for member in read(cls, _hints(cls))
    ]
    build = dict[str, Any] if mark == "__required_keys__" else partial(_made, cls)
    return Members(members, build, _docstring(cls))


def _made(cls: Any, given: dict[str, Any]) -> Any:
    return cls(**given)


def _docstring(cls: Any) -> str | None:
    text: str | None = cls.__dict__.get("__doc__")
    # dataclasses and named tuples write their signature there.
    return None if text is None or text.startswith(f"{cls.__name__}(") else text


def _hints(cls: Any) -> dict[str, Any]:
    """The annotations of *cls* with their names looked up."""
    try:
        # A class inside a function can at least name itself.
        return typing.get_type_hints(cls, localns={cls.__name__: cls}, include_extras=True)
    except NameError as error:
        msg = f"An annotation of {cls.__name__} names {error.name!r}, which cannot be found."
        hint = f"Define it at the top level of {cls.__module__}, not only for type checkers."
        raise ConfigError(msg, hint=hint) from error


def _of_attrs(cls: Any, hints: Mapping[str, Any]) -> Iterator[Member]:
    nothing = getattr(sys.modules.get("attr"), "NOTHING", None)
    for field in cls.__attrs_attrs__:
        if field.init:
            yield Member(
                field.alias or field.name.lstrip("_"),
                hints.get(field.name, Any if field.type is None else field.type),
                required=field.default is nothing,
                default=NOTHING if field.default is nothing else field.default,
                description=str(field.metadata.get("description", "")),
            )


def _of_dataclass(cls: Any, hints: Mapping[str, Any]) -> Iterator[Member]:
    dataclasses = sys.modules["dataclasses"]
    for name, field in cls.__dataclass_fields__.items():
        annotation = hints.get(name, field.type)
        if not field.init or typing.get_origin(annotation) is ClassVar or annotation is ClassVar:
            continue
        if isinstance(annotation, dataclasses.InitVar):
            annotation = annotation.type
        given = (field.default, field.default_factory)
        plain = all(one is dataclasses.MISSING for one in given)
        yield Member(
            name,
            annotation,
            required=plain,
            default=NOTHING if field.default is dataclasses.MISSING else field.default,
            description=str(field.metadata.get("description", "")),
        )


def _of_typed_dict(cls: Any, hints: Mapping[str, Any]) -> Iterator[Member]:
    for name, annotation in hints.items():
        marks = {getattr(one, "_name", "") for one in _wrappers(annotation)}
        required = name in cls.__required_keys__
        if marks & {"Required", "NotRequired"}:
            # Marks in annotations that were texts are not in __required_keys__.
            required = "Required" in marks
        yield Member(name, annotation, required=required)


def _wrappers(annotation: Any) -> Iterator[Any]:
    """The special forms around the type itself."""
    origin = typing.get_origin(annotation)
    while getattr(origin, "_name", None) in {"Required", "NotRequired", "ReadOnly"} or (
        origin is typing.Annotated
    ):
        yield origin
        annotation = typing.get_args(annotation)[0]
        origin = typing.get_origin(annotation)


def _of_named_tuple(cls: Any, hints: Mapping[str, Any]) -> Iterator[Member]:
    for name in cls._fields:
        yield Member(
            name,
            hints.get(name, Any),
            required=name not in cls._field_defaults,
            default=cls._field_defaults.get(name, NOTHING),
        )


_KINDS = (
    ("__attrs_attrs__", _of_attrs),
    ("__dataclass_fields__", _of_dataclass),
    ("__required_keys__", _of_typed_dict),
    ("_field_defaults", _of_named_tuple),
)


def _bindings(cls: Any, arguments: tuple[Any, ...]) -> dict[Any, dict[Any, Any]]:
    """What type variables stand for in *cls* and in each generic class that it inherits from."""
    parameters = getattr(cls, "__parameters__", ())
    own = dict(zip(parameters, arguments, strict=False))
    found: dict[Any, dict[Any, Any]] = {cls: own}
    for base in getattr(cls, "__orig_bases__", ()):
        origin = typing.get_origin(base)
        if origin is not None and origin is not typing.Generic:
            given = tuple(own.get(one, one) for one in typing.get_args(base))
            found.update(_bindings(origin, given))
    return found


def _bound_for(cls: Any, name: str, owners: Mapping[Any, Mapping[Any, Any]]) -> Mapping[Any, Any]:
    """The bindings of the class in which the member was annotated."""
    for owner in getattr(cls, "__mro__", ()):
        if name in inspect.get_annotations(owner):
            return owners.get(owner, {})
    return owners.get(cls, {})
