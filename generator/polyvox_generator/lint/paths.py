"""Path templates and parameters: each knows the other, and none is there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from polyvox_generator.findings import Finding
from polyvox_generator.lint.context import Context, Operation
from polyvox_generator.lint.values import as_list, as_map
from polyvox_generator.pointers import join

__all__ = ["parameters", "templates"]

_BRACES = re.compile(r"\{([^{}]+)\}")
_Place = tuple[str, dict[str, Any]]


def parameters(context: Context) -> Iterator[Finding]:
    """`duplicate-parameter`, `undeclared-parameter`, `unused-parameter`."""
    for operation in context.operations:
        own = list(_parameters(context, operation.pointer, operation.value))
        shared = list(_parameters(context, operation.item_pointer, operation.item))
        yield from _duplicates(context, own)
        yield from _duplicates(context, shared)
        yield from _undeclared(context, operation, own + shared)
        yield from _unused(context, operation, own + shared)


def templates(context: Context) -> Iterator[Finding]:
    """`duplicate-path`: no two templates differ in parameter names only."""
    seen: dict[str, str] = {}
    for template in as_map(context.tree.get("paths")):
        plain = _BRACES.sub("{}", template)
        pointer = join("/paths", template)
        if plain in seen:
            first = context.line(seen[plain])
            msg = f"Path {template!r} equals that of line {first} but for names. Join them."
            yield context.finding("duplicate-path", pointer, msg)
        seen.setdefault(plain, pointer)


def _parameters(context: Context, pointer: str, holder: dict[str, Any]) -> Iterator[_Place]:
    """Place of each parameter in the list of *holder*, with its reference followed."""
    for index, raw in enumerate(as_list(holder.get("parameters"))):
        place = join(pointer, "parameters", index)
        _, value = context.follow(place, raw)
        yield place, value


def _duplicates(context: Context, places: list[_Place]) -> Iterator[Finding]:
    seen: dict[tuple[object, object], str] = {}
    for pointer, value in places:
        key = (str(value.get("in")), str(value.get("name")))
        if key in seen and "name" in value:
            first = context.line(seen[key])
            msg = f"The {key[0]} parameter {key[1]!r} is in line {first} too. Remove one of them."
            yield context.finding("duplicate-parameter", pointer, msg)
        seen.setdefault(key, pointer)


def _undeclared(context: Context, operation: Operation, places: list[_Place]) -> Iterator[Finding]:
    declared = {str(value.get("name")) for _, value in places if value.get("in") == "path"}
    for name in dict.fromkeys(_BRACES.findall(operation.template)):
        if name not in declared:
            msg = f"No path parameter declares {{{name}}} of {operation.template!r}. Add it."
            yield context.finding("undeclared-parameter", operation.pointer, msg)


def _unused(context: Context, operation: Operation, places: list[_Place]) -> Iterator[Finding]:
    wanted = set(_BRACES.findall(operation.template))
    for pointer, value in places:
        name = str(value.get("name"))
        if value.get("in") == "path" and name not in wanted:
            msg = f"The template {operation.template!r} has no {{{name}}}. Add it, or drop this."
            yield context.finding("unused-parameter", pointer, msg)
