"""House rules for parameters, `x-` extensions and `required` lists."""

from __future__ import annotations

from collections.abc import Iterator

from polyvox_generator.findings import Finding
from polyvox_generator.lint.context import Context
from polyvox_generator.lint.values import as_map, quote, strings
from polyvox_generator.pointers import join

__all__ = ["EXTENSIONS", "extensions", "parameters", "required"]

EXTENSIONS = {
    "x-evidence": ("inferred",),
    "x-segments": (True, False),
    "x-may-be-empty": (True, False),
    "x-stream-end": None,
    "x-stream-error": None,
    "x-stream-request": None,
}
"""Extension -> its allowed values; None when a rule of its own reads it."""


def parameters(context: Context) -> Iterator[Finding]:
    """`parameter`: every parameter has a description, a schema and an example."""
    for node in context.of("parameter"):
        if "$ref" in node.value:
            continue
        name = node.value.get("name")
        if not node.value.get("description"):
            msg = f"Parameter {name!r} has no description. Say what it is for."
            yield context.finding("parameter", node.pointer, msg)
        if "schema" not in node.value and "content" not in node.value:
            msg = f"Parameter {name!r} has no schema. Give its type."
            yield context.finding("parameter", node.pointer, msg)
        if "example" not in node.value and not as_map(node.value.get("examples")):
            msg = f"Parameter {name!r} has no example. Add `example`."
            yield context.finding("parameter", node.pointer, msg)
        if "x-segments" in node.value and node.value.get("in") != "path":
            msg = "`x-segments` is about slashes in path parameters. Remove it here."
            yield context.finding("extension", join(node.pointer, "x-segments"), msg)


def extensions(context: Context) -> Iterator[Finding]:
    """`extension`: only known `x-` keys, with allowed values."""
    for node in context.nodes:
        for key, value in node.value.items():
            if not key.startswith("x-") or node.kind == "other":
                continue
            pointer = join(node.pointer, key)
            if key not in EXTENSIONS:
                msg = f"Extension {key!r} means nothing to the generator. Remove or correct it."
                yield context.finding("extension", pointer, msg)
                continue
            allowed = EXTENSIONS[key]
            if allowed is not None and repr(value) not in map(repr, allowed):
                choices = " or ".join(map(repr, allowed))
                msg = f"Extension {key!r} is {quote(value)}. Write {choices}, or remove it."
                yield context.finding("extension", pointer, msg)


def required(context: Context) -> Iterator[Finding]:
    """`required`: a `required` list names properties that are defined beside it."""
    for node in context.of("schema"):
        if "properties" not in node.value or "allOf" in node.value:
            continue
        for index, name in enumerate(strings(node.value.get("required"))):
            if name not in as_map(node.value["properties"]):
                pointer = join(node.pointer, "required", index)
                msg = f"Required property {name!r} is not defined. Define it or correct the name."
                yield context.finding("required", pointer, msg)
