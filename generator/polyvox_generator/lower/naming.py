"""
Names for everything: inline objects, enums and unions become components.

openapi-python-client then never invents a class name. Names follow from the place: parent and
property, in PascalCase, made unique; so an unrelated change of the document moves no name.
"""

from __future__ import annotations

import re
from itertools import chain, count
from typing import Any

from polyvox_generator.lower.tree import (
    PREFIX,
    Schema,
    Tree,
    components,
    lowering,
    operations,
    pascal,
    reference,
    reference_name,
    rewrite_all,
)

__all__ = ["cut_circles", "name_inline_schemas", "safe_names"]

_RESERVED = {
    "Any", "ApiClient", "AsyncApiClient", "AsyncDownload", "AsyncStream", "CallOptions", "Callable",
    "Download", "EndRule", "FileContent", "JsonObject", "Literal", "Model", "None", "Operation",
    "Parameter", "Stream", "StreamRule", "True", "False", "TypeAlias", "Unset",
}  # fmt: skip


@lowering
def safe_names(tree: Tree) -> None:
    """Give component schemas PascalCase names that clash with nothing in generated modules."""
    schemas = components(tree)
    taken: set[str] = set()
    names: dict[str, str] = {}
    for name in schemas:
        wanted = pascal(name) or "Schema"
        wanted = f"Schema{wanted}" if wanted[0].isdigit() else wanted
        wanted = f"{wanted}Value" if wanted in _RESERVED else wanted
        names[name] = _unique(wanted, taken)
    tree["components"]["schemas"] = {names[name]: schema for name, schema in schemas.items()}

    def visit(schema: Schema) -> Schema:
        name = reference_name(schema)
        if name is not None:
            schema["$ref"] = PREFIX + names.get(name, name)
        mapping = schema.get("discriminator", {}).get("mapping", {})
        for value, target in mapping.items():
            old = target.rpartition("/")[2]
            mapping[value] = names.get(old, old)
        return schema

    rewrite_all(tree, visit)


@lowering
def name_inline_schemas(tree: Tree) -> None:
    """Hoist inline objects, enums, and unions with objects in them."""
    hoister = _Hoister(tree)
    for name in list(components(tree)):
        hoister.inside(components(tree)[name], name)
    for _, _, operation in operations(tree):
        base = pascal(operation["operationId"])
        for parameter in operation["parameters"]:
            hint = base + pascal(parameter["name"])
            parameter["schema"] = hoister.visit(parameter["schema"], hint)
        for holder, suffix in (("requestBody", "Request"), ("responses", "Result")):
            part = operation.get(holder, {})
            part = part.get("200", {}) if holder == "responses" else part
            for media in part.get("content", {}).values():
                media["schema"] = hoister.outermost(media["schema"], base + suffix)


class _Hoister:
    """Walks schemas and moves the ones that need a name to the components."""

    def __init__(self, tree: Tree) -> None:
        self.schemas = components(tree)
        self.taken = {name.lower() for name in self.schemas}

    def outermost(self, schema: Schema, hint: str) -> Schema:
        """A body or an answer: lists and unions get a name, too."""
        if schema.get("type") == "array" or "anyOf" in schema:
            return self._hoist(schema, hint)
        return self.visit(schema, hint)

    def visit(self, schema: Schema, hint: str) -> Schema:
        """What stands in place of *schema*."""
        if "$ref" in schema:
            return schema
        if "properties" in schema or schema.get("type") == "object" or "enum" in schema:
            return self._hoist(schema, hint)
        if "anyOf" in schema and self._needs_name(schema):
            return self._union(schema, hint)
        self.inside(schema, hint)
        return schema

    def inside(self, schema: Schema, hint: str) -> None:
        """Replace what stands inside *schema*, which keeps its own place."""
        for name, part in schema.get("properties", {}).items():
            schema["properties"][name] = self.visit(part, hint + pascal(name))
        if isinstance(schema.get("items"), dict):
            schema["items"] = self.visit(schema["items"], _singular(hint))
        if isinstance(schema.get("additionalProperties"), dict):
            schema["additionalProperties"] = self.visit(
                schema["additionalProperties"], f"{hint}Value"
            )
        members: list[Schema] = schema.get("anyOf", [])
        alone = sum(member.get("type") != "null" for member in members) == 1
        for index, member in enumerate(members):
            addition = "" if alone else _distinction(member, index + 1)
            members[index] = self.visit(member, hint + addition)

    def _union(self, schema: Schema, hint: str) -> Schema:
        null = [member for member in schema["anyOf"] if member.get("type") == "null"]
        others = [member for member in schema["anyOf"] if member.get("type") != "null"]
        note = {"description": schema["description"]} if "description" in schema else {}
        if not null:
            return self._hoist(schema, hint)
        named = self._hoist({**schema, "anyOf": others}, hint)
        return {"anyOf": [reference(named["$ref"].removeprefix(PREFIX)), *null], **note}

    def _needs_name(self, schema: Schema) -> bool:
        """Whether objects, or several kinds of lists, have to be told apart in a union."""
        others = [member for member in schema["anyOf"] if member.get("type") != "null"]
        lists = [member for member in others if member.get("type") == "array"]
        special = [member.get("items", {}) for member in lists if len(lists) > 1]
        special += [member for member in others if member not in lists]
        return len(others) > 1 and any(self._is_composed(member) for member in special)

    def _is_composed(self, schema: Schema) -> bool:
        name = reference_name(schema)
        schema = schema if name is None else self.schemas[name]
        composed = schema.keys() & {"properties", "anyOf", "additionalProperties", "items"}
        return bool(composed) or schema.get("type") == "object"

    def _hoist(self, schema: Schema, hint: str) -> Schema:
        name = _unique(hint, self.taken)
        self.schemas[name] = schema
        schema["x-hoisted"] = True
        self.inside(schema, name)
        note = {"description": schema["description"]} if "description" in schema else {}
        return {**reference(name), **note}


def _distinction(member: Schema, number: int) -> str:
    """What to call one member of a union: its constant, its type, or its number."""
    for part in member.get("properties", {}).values():
        if isinstance(part.get("const"), str) and pascal(part["const"]):
            return pascal(part["const"])
    if "enum" in member:
        return "Word"
    kind = member.get("type")
    return "" if kind == "array" else f"Option{number}"


def _singular(name: str) -> str:
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    if re.search(r"[^s]s$", name):
        return name[:-1]
    return f"{name}Item"


def _unique(wanted: str, taken: set[str]) -> str:
    """*wanted*, or with "Item" or a number behind it when it is taken; taken from then on."""
    numbered = (f"{wanted}{number}" for number in count(2))
    candidates = chain((wanted, f"{wanted}Item"), numbered)
    name = next(name for name in candidates if name.lower() not in taken)
    taken.add(name.lower())
    return name


@lowering
def cut_circles(tree: Tree) -> None:
    """Open aliases that contain themselves without an object between: there, any JSON will do."""
    schemas = components(tree)
    finished: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        if name in finished or "properties" in schemas[name]:
            return
        for holder, key in _references(schemas[name]):
            target = reference_name(holder[key]) or ""
            if target in (*trail, name):
                holder[key] = {"description": "Any JSON; the same again."}
            else:
                walk(target, (*trail, name))
        finished.add(name)

    for name in schemas:
        walk(name, ())


def _references(schema: Schema) -> list[tuple[Any, Any]]:
    """Holders and keys of the references inside an alias."""
    found: list[tuple[Any, Any]] = []
    holders: list[tuple[Any, Any]] = [
        (schema.get("anyOf", []), index) for index in range(len(schema.get("anyOf", [])))
    ]
    holders += [
        (schema, key)
        for key in ("items", "additionalProperties")
        if isinstance(schema.get(key), dict)
    ]
    for holder, key in holders:
        if "$ref" in holder[key]:
            found.append((holder, key))
        else:
            found += _references(holder[key])
    return found
