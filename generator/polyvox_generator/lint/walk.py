"""
A walk over an OpenAPI document that knows what each node is.

One table says which fields hold which objects, so that a property that happens to be called
`example` or `$ref` is never mistaken for the keyword. Values of examples are never entered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from polyvox_generator.lint.values import as_list, as_map
from polyvox_generator.pointers import is_list, is_map, join

__all__ = ["BROKEN", "METHODS", "Node", "walk"]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

BROKEN = "broken"
"""Kind of what stands where a schema should be, and is none."""

# `kind`: one object; `{kind}`: a map of them; `[kind]`: a list.
_SCHEMA = {
    **dict.fromkeys(("properties", "patternProperties", "$defs", "definitions"), "{schema}"),
    "dependentSchemas": "{schema}",
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), "[schema]"),
    **dict.fromkeys(("items", "contains", "additionalProperties", "propertyNames"), "schema"),
    **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties", "not"), "schema"),
    **dict.fromkeys(("if", "then", "else", "contentSchema"), "schema"),
}
_PARAMETER = {"schema": "schema", "content": "{media_type}", "examples": "{example}"}
_FIELDS: dict[str, dict[str, str]] = {
    "document": {
        "paths": "{path_item}",
        "webhooks": "{path_item}",
        "components": "components",
    },
    "components": {
        "schemas": "{schema}",
        "responses": "{response}",
        "parameters": "{parameter}",
        "examples": "{example}",
        "requestBodies": "{request_body}",
        "headers": "{header}",
        "securitySchemes": "{security_scheme}",
        "links": "{link}",
        "callbacks": "{callback}",
        "pathItems": "{path_item}",
        "mediaTypes": "{media_type}",
    },
    "path_item": {
        "parameters": "[parameter]",
        "additionalOperations": "{operation}",
        **dict.fromkeys(METHODS, "operation"),
    },
    "operation": {
        "parameters": "[parameter]",
        "requestBody": "request_body",
        "responses": "{response}",
        "callbacks": "{callback}",
    },
    "parameter": _PARAMETER,
    "header": _PARAMETER,
    "request_body": {"content": "{media_type}"},
    "response": {"headers": "{header}", "content": "{media_type}", "links": "{link}"},
    "media_type": {
        "schema": "schema",
        "itemSchema": "schema",
        "examples": "{example}",
        "encoding": "{encoding}",
        "itemEncoding": "encoding",
        "prefixEncoding": "[encoding]",
    },
    "encoding": {"headers": "{header}", "encoding": "{encoding}", "itemEncoding": "encoding"},
    "schema": _SCHEMA,
    "callback": {},
    "other": {},
}
_LITERALS = frozenset({"example", "examples", "default", "const", "enum"})
_LEAVES = frozenset({"example", "link", "security_scheme"})
# In these maps an `x-` key is an extension; in `properties` it is a property.
_EXTENSIBLE = frozenset({"path_item", "response"})


@dataclass(frozen=True, slots=True)
class Node:
    """
    One object of the document.

    Args:
        kind: `schema`, `operation`, `media_type` ...; `other` for what has no table entry;
            `broken` for what stands in the place of a schema and is none.
        owner: Kind of the object that holds it.
        pointer: Where it stands.
        value: The object; it may be a reference.
    """

    kind: str
    owner: str
    pointer: str
    value: dict[str, Any]


def walk(tree: dict[str, Any]) -> Iterator[Node]:
    """Every object of the document *tree*, parents first, in document order."""
    yield from _visit(Node("document", "", "", tree))


def _visit(node: Node) -> Iterator[Node]:
    yield node
    if node.kind in _LEAVES:
        return
    fields = _FIELDS[node.kind]
    for key, value in node.value.items():
        shape = "path_item" if node.kind == "callback" else fields.get(key, "")
        if not shape and (key in _LITERALS or key.startswith("x-")):
            continue
        yield from _field(node.kind, shape or "other", join(node.pointer, key), value)


def _field(owner: str, shape: str, pointer: str, value: object) -> Iterator[Node]:
    kind = shape.strip("{}[]")
    if shape.startswith("{"):
        for name, member in as_map(value).items():
            if not (kind in _EXTENSIBLE and name.startswith("x-")):
                yield from _object(owner, kind, join(pointer, name), member)
    elif shape.startswith("[") or (kind == "other" and is_list(value)):
        for index, member in enumerate(as_list(value)):
            yield from _object(owner, kind, join(pointer, index), member)
    else:
        yield from _object(owner, kind, pointer, value)


def _object(owner: str, kind: str, pointer: str, value: object) -> Iterator[Node]:
    if is_map(value):
        yield from _visit(Node(kind, owner, pointer, value))
    elif kind == "schema" and not isinstance(value, bool):
        yield Node(BROKEN, owner, pointer, {})
