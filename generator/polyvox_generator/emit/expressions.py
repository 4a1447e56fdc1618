"""
Types, decoding and encoding of values as Python expressions.

Decoders are flat: one look at the JSON type, then a direct call. A value of a type that the
specification does not foresee passes through unchanged, so that it travels back as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyvox_generator.errors import PolyvoxGeneratorError
from polyvox_generator.shapes import (
    Alias,
    Api,
    Array,
    Either,
    Map,
    Named,
    Plain,
    Record,
    Shape,
)

__all__ = ["CannotEmit", "Expressions", "named", "snake"]

ANY = Plain("Any")


class CannotEmit(PolyvoxGeneratorError):
    """The lowered document holds something for which there is no code."""


def snake(name: str) -> str:
    """snake_case of the PascalCase *name*."""
    spaced = re.sub(r"([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])", r"\1\3_\2\4", name)
    return spaced.lower()


def named(shape: Shape) -> Iterator[str]:
    """Components that *shape* names, in order, repeated ones included."""
    if isinstance(shape, Named):
        yield shape.name
    elif isinstance(shape, Array):
        yield from named(shape.item)
    elif isinstance(shape, Map):
        yield from named(shape.value)
    elif isinstance(shape, Either):
        for member in shape.members:
            yield from named(member)


class Expressions:
    """Code for the values of one API."""

    def __init__(self, api: Api) -> None:
        self.components = api.components
        self._converted: dict[str, bool] = {}

    def annotation(self, shape: Shape) -> str:
        """Type of a value."""
        if isinstance(shape, Plain):
            return shape.code
        if isinstance(shape, Named):
            return shape.name
        if isinstance(shape, Array):
            return f"list[{self.annotation(shape.item)}]"
        if isinstance(shape, Map):
            inner = self.annotation(shape.value)
            return "JsonObject" if inner == "Any" else f"dict[str, {inner}]"
        return " | ".join(dict.fromkeys(self.annotation(member) for member in shape.members))

    def is_converted(self, shape: Shape) -> bool:
        """Whether the Python value differs from its JSON."""
        if isinstance(shape, Named):
            return self._is_converted_component(shape.name)
        if isinstance(shape, Array):
            return self.is_converted(shape.item)
        if isinstance(shape, Map):
            return self.is_converted(shape.value)
        if isinstance(shape, Either):
            return any(self.is_converted(member) for member in shape.members)
        return False

    def _is_converted_component(self, name: str) -> bool:
        if name not in self._converted:
            component = self.components[name]
            converted = isinstance(component, Record)
            if isinstance(component, Alias):
                converted = component.dispatch is not None or self.is_converted(component.shape)
            self._converted[name] = converted
        return self._converted[name]

    def decode(self, shape: Shape, source: str) -> str:
        """Python value of the JSON *source*, an expression that is evaluated once."""
        if not self.is_converted(shape):
            return source
        if (alias := self._alias(shape)) is not None:
            return f"decode_{snake(alias)}({source})"
        first = source if source.isidentifier() else f"(value := {source})"
        last = source if source.isidentifier() else "value"
        return self._decode_by_type(shape, first, last)

    def _decode_by_type(self, shape: Shape, first: str, last: str) -> str:
        code = ""
        for member in self._converted_members(shape):
            code += f"{self._decoded(member, last)} if {first}.__class__ is {_kind(member)} else "
            first = last
        return code + last

    def _decoded(self, shape: Shape, source: str) -> str:
        inner = _inner(source)
        if isinstance(shape, Array):
            return f"[{self.decode(shape.item, inner)} for {inner} in {source}]"
        if isinstance(shape, Map):
            return (
                f"{{key: {self.decode(shape.value, inner)} for key, {inner} in {source}.items()}}"
            )
        return f"decode_{snake(_name(shape))}({source})"

    def encode(self, shape: Shape, value: str) -> str:
        """JSON of the Python *value*, the name of a variable."""
        if not self.is_converted(shape):
            return value
        if (alias := self._alias(shape)) is not None:
            return f"encode_{snake(alias)}({value})"
        code = ""
        for member in self._converted_members(shape):
            code += f"{self._encoded(member, value)} if {self._test(member, value)} else "
        return code + value

    def _encoded(self, shape: Shape, value: str) -> str:
        inner = _inner(value)
        if isinstance(shape, Array):
            return f"[{self.encode(shape.item, inner)} for {inner} in {value}]"
        if isinstance(shape, Map):
            return f"{{key: {self.encode(shape.value, inner)} for key, {inner} in {value}.items()}}"
        return f"encode_{snake(_name(shape))}({value})"

    def _test(self, shape: Shape, value: str) -> str:
        if isinstance(shape, Array):
            return f"{value}.__class__ in (list, tuple)"
        if isinstance(shape, Map):
            return f"{value}.__class__ is dict"
        return f"isinstance({value}, {_name(shape)})"

    def _alias(self, shape: Shape) -> str | None:
        """The alias whose functions take every value of *shape*."""
        members = self._converted_members(shape)
        only = members[0] if len(members) == 1 else None
        if isinstance(only, Named) and isinstance(self.components[only.name], Alias):
            return only.name
        return None

    def _converted_members(self, shape: Shape) -> list[Shape]:
        members = shape.members if isinstance(shape, Either) else (shape,)
        found = [member for member in members if self.is_converted(member)]
        kinds = [_kind(member) for member in found]
        if len(set(kinds)) < len(kinds):
            msg = (
                f"Nothing tells the members of {self.annotation(shape)!r} apart. Name the union in "
                "the specification, with a discriminator."
            )
            raise CannotEmit(msg)
        return found


def _kind(shape: Shape) -> str:
    return "list" if isinstance(shape, Array) else "dict"


def _name(shape: Shape) -> str:
    assert isinstance(shape, Named)  # lists and maps were handled before
    return shape.name


def _inner(outer: str) -> str:
    """Name of a loop variable inside a loop over *outer*."""
    return {"item": "part", "part": "piece"}.get(outer, "item")
