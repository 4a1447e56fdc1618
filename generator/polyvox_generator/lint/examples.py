"""Examples and defaults: each is valid under the schema that it illustrates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from polyvox_generator.findings import Finding
from polyvox_generator.lint.context import Context
from polyvox_generator.lint.media import base, is_json, is_stream, name_of
from polyvox_generator.lint.values import as_list, as_map, difference
from polyvox_generator.lint.walk import Node
from polyvox_generator.pointers import join

__all__ = ["examples", "schema_values"]

_FORMS = ("multipart/", "application/x-www-form-urlencoded")


def examples(context: Context) -> Iterator[Finding]:
    """`invalid-example`: examples of parameters, headers, bodies and answers are valid."""
    for node in context.of("parameter", "header", "media_type"):
        name = name_of(node.pointer) if node.kind == "media_type" else ""
        pointer, value = context.follow(node.pointer, node.value)
        if "schema" not in value or is_stream(name):
            continue
        schema = join(pointer, "schema")
        if "example" in value:
            yield from _check(context, schema, join(pointer, "example"), value["example"])
        for key, raw in as_map(value.get("examples")).items():
            place, example = context.follow(join(pointer, "examples", key), raw)
            inner = Node("example", node.kind, place, example)
            yield from _example(context, schema, inner, name)


def schema_values(context: Context) -> Iterator[Finding]:
    """`invalid-example`, `invalid-default`: the values that a schema carries are valid."""
    for node in context.of("schema"):
        for index, example in enumerate(as_list(node.value.get("examples"))):
            place = join(node.pointer, "examples", index)
            yield from _check(context, node.pointer, place, example)
        if "example" in node.value:
            place = join(node.pointer, "example")
            yield from _check(context, node.pointer, place, node.value["example"])
        if "default" in node.value:
            place = join(node.pointer, "default")
            value = node.value["default"]
            yield from _check(context, node.pointer, place, value, "default")


def _example(context: Context, schema: str, node: Node, media_type: str) -> Iterator[Finding]:
    """Check the forms in which one Example Object may give its value."""
    for key in ("value", "dataValue"):
        if key in node.value:
            yield from _check(context, schema, join(node.pointer, key), node.value[key])
    serialized = node.value.get("serializedValue")
    if not isinstance(serialized, str):
        return
    place = join(node.pointer, "serializedValue")
    if is_json(media_type):
        yield from _serialized_json(context, schema, node, place)
    elif media_type and not base(media_type).startswith(_FORMS) and "dataValue" not in node.value:
        yield from _check(context, schema, place, serialized)


def _serialized_json(context: Context, schema: str, node: Node, place: str) -> Iterator[Finding]:
    try:
        value = json.loads(node.value["serializedValue"])
    except ValueError as error:
        msg = f"The serializedValue is not JSON: {error}. Correct it."
        yield context.finding("invalid-example", place, msg)
        return
    if "dataValue" not in node.value:
        yield from (
            context.finding("invalid-example", place, finding.message)
            for finding in _check(context, schema, place, value)
        )
        return
    path = difference(node.value["dataValue"], value)
    if path is not None:
        msg = "The dataValue is not what the serializedValue says. Make the two agree."
        yield context.finding("invalid-example", join(node.pointer, "dataValue", *path), msg)


def _check(
    context: Context, schema: str, place: str, value: Any, what: str = "example"
) -> Iterator[Finding]:
    for problem in context.problems(schema, value):
        where = "/".join(map(str, problem.path))
        at = f" at {where}" if where else ""
        msg = f"The {what} does not fit its schema{at}: {problem.message}. Correct one of the two."
        yield context.finding(f"invalid-{what}", join(place, *problem.path), msg)
