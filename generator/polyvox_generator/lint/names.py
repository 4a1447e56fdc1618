"""House rules for names: what becomes a Python class or module."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyvox_generator.findings import Finding
from polyvox_generator.lint.context import Context
from polyvox_generator.lint.values import as_list, as_map, is_snake_case
from polyvox_generator.pointers import join

__all__ = ["RESERVED", "components", "tags"]

_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*")
_SECTIONS = ("schemas", "responses", "requestBodies", "parameters", "headers")

RESERVED = frozenset(
    {"Response", "Client", "File", "Model", "Operation", "Unset", "Json", "JsonObject"}
    | {"Any", "None", "True", "False", "Parameter", "Literal"}
)
"""Schema names that the generated modules need for themselves."""


def components(context: Context) -> Iterator[Finding]:
    """`component-name`: PascalCase, not reserved, no two that differ in case only."""
    holder = as_map(context.tree.get("components"))
    for section in _SECTIONS:
        seen: dict[str, str] = {}
        for name in as_map(holder.get(section)):
            pointer = join("/components", section, name)
            if _PASCAL.fullmatch(name) is None:
                msg = f"Component {name!r} is not PascalCase. Rename it: it becomes a class name."
                yield context.finding("component-name", pointer, msg)
            elif section == "schemas" and name in RESERVED:
                msg = f"Schema name {name!r} is reserved for generated code. Choose a longer one."
                yield context.finding("component-name", pointer, msg)
            elif name.lower() in seen:
                msg = (
                    f"{name!r} and {seen[name.lower()]!r} differ in case only. Rename one of them."
                )
                yield context.finding("component-name", pointer, msg)
            seen.setdefault(name.lower(), name)


def tags(context: Context) -> Iterator[Finding]:
    """`tag`: declared tags are snake_case, described, and declared once."""
    seen: set[str] = set()
    for index, raw in enumerate(as_list(context.tree.get("tags"))):
        name = as_map(raw).get("name")
        pointer = join("/tags", index, "name")
        if not is_snake_case(name):
            msg = f"Tag {name!r} is not snake_case. Rename it: it becomes a module name."
            yield context.finding("tag", pointer, msg)
        elif str(name) in seen:
            msg = f"Tag {name!r} is declared twice. Remove one of the two."
            yield context.finding("tag", pointer, msg)
        if not as_map(raw).get("description"):
            msg = f"Tag {name!r} has no description. Say what its operations are about."
            yield context.finding("tag", pointer, msg)
        seen.add(str(name))
