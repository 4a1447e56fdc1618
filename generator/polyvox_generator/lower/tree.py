"""
How the passes see a document: its operations, its schemas, and the names of both.

Everything here is about plain dicts. Functions that change something change their argument; the
passes themselves work on a copy (`lowering`), so a pass never touches the document it is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from polyvox_generator.errors import PolyvoxGeneratorError
from polyvox_generator.pointers import is_list, is_map

__all__ = [
    "METHODS",
    "CannotLower",
    "Pass",
    "Schema",
    "Tree",
    "components",
    "lowering",
    "operations",
    "pascal",
    "reference",
    "reference_name",
    "resolve",
    "rewrite",
    "rewrite_all",
    "schema_places",
]

Tree = dict[str, Any]
Schema = dict[str, Any]
Pass = Callable[[Tree], Tree]
Visit = Callable[[Schema], Schema]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PREFIX = "#/components/schemas/"
_ONE = ("items", "additionalProperties", "contentSchema", "not")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_MAPS = ("properties", "patternProperties")


class CannotLower(PolyvoxGeneratorError):
    """
    A part of the document has no counterpart in generated code.

    Args:
        message: What happened, why, and what to do.
        pointer: JSON pointer of the part, in the original document where it is known.
    """

    def __init__(self, message: str, pointer: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.pointer = pointer


def lowering(function: Callable[[Tree], None]) -> Pass:
    """Pass that applies *function*, which changes its argument, to a deep copy."""

    @wraps(function)
    def run(tree: Tree) -> Tree:
        lowered: Tree = _copied(tree)
        function(lowered)
        return lowered

    return run


def _copied(value: Any) -> Any:
    """Deep copy of a JSON value; twice as fast as `copy.deepcopy`, which runs for each pass."""
    if is_map(value):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if is_list(value) else value


def operations(tree: Tree) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and operation, in the order of the document."""
    for path, item in tree.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def components(tree: Tree) -> dict[str, Schema]:
    """The named schemas, created when there are none."""
    schemas: dict[str, Schema] = tree.setdefault("components", {}).setdefault("schemas", {})
    return schemas


def reference(name: str) -> Schema:
    """Reference to the component *name*."""
    return {"$ref": PREFIX + name}


def reference_name(schema: Schema) -> str | None:
    """Name of the component that *schema* refers to; None when it is no reference."""
    target = schema.get("$ref")
    if target is None:
        return None
    if not isinstance(target, str) or not target.startswith(PREFIX):
        msg = f"The reference {target!r} does not name a component schema. Write {PREFIX}<name>."
        raise CannotLower(msg)
    return target.removeprefix(PREFIX).replace("~1", "/").replace("~0", "~")


def resolve(tree: Tree, schema: Schema) -> Schema:
    """Schema that *schema* stands for, through any number of references."""
    seen: set[str] = set()
    while (name := reference_name(schema)) is not None:
        if name in seen or name not in components(tree):
            msg = f"The reference to {name!r} leads nowhere or in a circle. Correct the name."
            raise CannotLower(msg)
        seen.add(name)
        schema = components(tree)[name]
    return schema


def rewrite(schema: Schema, visit: Visit) -> Schema:
    """What *visit* makes of *schema*, after it has been applied to all schemas inside."""
    for key in _ONE:
        if isinstance(schema.get(key), dict):
            schema[key] = rewrite(schema[key], visit)
    for key in _LISTS:
        if isinstance(schema.get(key), list):
            schema[key] = [rewrite(inner, visit) for inner in schema[key]]
    for key in _MAPS:
        if isinstance(schema.get(key), dict):
            schema[key] = {name: rewrite(inner, visit) for name, inner in schema[key].items()}
    return visit(schema)


def schema_places(tree: Tree) -> Iterator[tuple[dict[str, Any], str]]:
    """Holder and key of every outermost schema: components, parameters, bodies, answers."""
    schemas = components(tree)
    for name in list(schemas):
        yield schemas, name
    for _, _, operation in operations(tree):
        for parameter in operation.get("parameters", []):
            yield parameter, "schema"
        bodies = [operation.get("requestBody", {}), *operation.get("responses", {}).values()]
        for body in bodies:
            for media in body.get("content", {}).values():
                for key in ("schema", "itemSchema"):
                    if key in media:
                        yield media, key


def rewrite_all(tree: Tree, visit: Visit) -> None:
    """Apply *visit* to every schema of the document, inner ones first."""
    for holder, key in schema_places(tree):
        holder[key] = rewrite(holder[key], visit)


def pascal(text: str) -> str:
    """PascalCase of *text*; existing capitals stay."""
    words = re.findall(r"[A-Za-z0-9]+", text)
    return "".join(word[0].upper() + word[1:] for word in words)
