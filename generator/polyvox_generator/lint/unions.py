"""
Unions of objects: a reader of the JSON must be able to tell which member it holds.

Ways that count: a discriminator whose mapping names every member; a required constant property with
a value of its own in every member; required keys that no other member defines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from polyvox_generator.findings import Finding
from polyvox_generator.lint.context import Context
from polyvox_generator.lint.references import mapping_pointer
from polyvox_generator.lint.values import as_list, as_map, strings
from polyvox_generator.lint.walk import Node
from polyvox_generator.pointers import join, parent, split

__all__ = ["unions"]


@dataclass(slots=True)
class _Member:
    """What one object member of a union says about itself."""

    pointer: str
    payload: bool = False
    types: set[str] = field(default_factory=set[str])
    properties: set[str] = field(default_factory=set[str])
    required: set[str] = field(default_factory=set[str])
    constants: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    @property
    def is_object(self) -> bool:
        """Whether the member describes JSON objects."""
        return "object" in self.types if self.types else bool(self.properties)

    @property
    def name(self) -> str:
        """Component name, or the pointer of an inline member."""
        named = parent(self.pointer) == "/components/schemas"
        return split(self.pointer)[-1] if named else self.pointer


def unions(context: Context) -> Iterator[Finding]:
    """`ambiguous-union`: every union of objects can be told apart."""
    for node in context.of("schema"):
        for keyword in ("oneOf", "anyOf"):
            if keyword in node.value:
                yield from _union(context, node, keyword)


def _union(context: Context, node: Node, keyword: str) -> Iterator[Finding]:
    leaves = list(_leaves(context, join(node.pointer, keyword), node.value[keyword], frozenset()))
    # JSON payloads inside strings are told apart after decoding, so they are a group of their own.
    for payload in (False, True):
        members = [leaf for leaf in leaves if leaf.payload is payload and leaf.is_object]
        members = list({leaf.pointer: leaf for leaf in members}.values())
        if len(members) > 1:
            reason = _ambiguity(context, node, members)
            if reason:
                pointer = join(node.pointer, keyword)
                yield context.finding("ambiguous-union", pointer, reason)


def _ambiguity(context: Context, node: Node, members: list[_Member]) -> str:
    """Why *members* cannot be told apart, or an empty text."""
    tag, mapped = _mapping(context, node)
    if mapped:
        missing = [member.name for member in members if member.pointer not in mapped]
        untagged = [member.name for member in members if tag not in member.properties]
        if missing:
            return f"The discriminator's mapping leaves out {missing[0]!r}. Map every member."
        if untagged:
            return f"{untagged[0]!r} has no property {tag!r}, the discriminator. Define it there."
        return ""
    if any(_constant(members, name) for name in members[0].constants):
        return ""
    for one, other in combinations(members, 2):
        if one.required <= other.properties or other.required <= one.properties:
            return (
                f"Nothing tells {one.name!r} and {other.name!r} apart. Add a discriminator with "
                "mapping, a required constant in every member, or required keys of their own."
            )
    return ""


def _constant(members: list[_Member], name: str) -> bool:
    seen: set[str] = set()
    for member in members:
        values = member.constants.get(name, frozenset())
        if not values or name not in member.required or values & seen:
            return False
        seen |= values
    return True


def _mapping(context: Context, node: Node) -> tuple[str, dict[str, set[str]]]:
    """Discriminating property, and the mapping as schema pointer -> its values."""
    discriminator = as_map(node.value.get("discriminator"))
    mapped: dict[str, set[str]] = {}
    values = dict(as_map(discriminator.get("mapping")))
    if values and "defaultMapping" in discriminator:
        values["*"] = discriminator["defaultMapping"]
    for value, schema in values.items():
        pointer = mapping_pointer(schema) if isinstance(schema, str) else None
        if pointer is not None:
            place, _ = context.follow(pointer, {"$ref": f"#{pointer}"})
            mapped.setdefault(place, set()).add(json.dumps(value))
    return str(discriminator.get("propertyName", "")), mapped


def _leaves(
    context: Context, pointer: str, members: object, seen: frozenset[str]
) -> Iterator[_Member]:
    for index, raw in enumerate(as_list(members)):
        place, value = context.follow(join(pointer, index), raw)
        payload = "contentSchema" in value
        if payload:
            place, value = context.follow(join(place, "contentSchema"), value["contentSchema"])
        nested = next((key for key in ("oneOf", "anyOf") if key in value), None)
        if nested is None or "properties" in value:
            leaf = _Member(place, payload=payload)
            _describe(context, leaf, value, frozenset())
            yield leaf
        elif place not in seen:
            yield from _nested(context, Node("schema", "schema", place, value), payload, seen)


def _nested(context: Context, node: Node, payload: bool, seen: frozenset[str]) -> Iterator[_Member]:
    """Leaves of a member that is a union itself; its discriminator is worth a constant."""
    tag, mapped = _mapping(context, node)
    for keyword in ("oneOf", "anyOf"):
        inner = join(node.pointer, keyword)
        for leaf in _leaves(context, inner, node.value.get(keyword), seen | {node.pointer}):
            leaf.payload = leaf.payload or payload
            if leaf.pointer in mapped:
                leaf.constants.setdefault(tag, frozenset(mapped[leaf.pointer]))
            yield leaf


def _describe(context: Context, leaf: _Member, schema: object, seen: frozenset[str]) -> None:
    """Add to *leaf* what *schema*, its references and its `allOf` say."""
    value = as_map(schema)
    found = context.target(value.get("$ref"))
    if found is not None and found[0] not in seen:
        _describe(context, leaf, found[1], seen | {found[0]})
    for part in as_list(value.get("allOf")):
        _describe(context, leaf, part, seen)
    kinds = value.get("type")
    leaf.types |= {kinds} if isinstance(kinds, str) else set(strings(kinds))
    leaf.required |= set(strings(value.get("required")))
    for name, property_ in as_map(value.get("properties")).items():
        leaf.properties.add(name)
        _, inner = context.follow("", property_)
        values = [inner["const"]] if "const" in inner else as_list(inner.get("enum"))
        if len(values) == 1:
            leaf.constants[name] = frozenset({json.dumps(values[0], sort_keys=True)})
