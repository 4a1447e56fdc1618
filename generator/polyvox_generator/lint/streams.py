"""Streams: what an item is, when the stream is complete, and literal examples of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from polyvox_generator.findings import Finding, Level
from polyvox_generator.lint import ends as end_rules
from polyvox_generator.lint.context import Context
from polyvox_generator.lint.events import Item, StreamFault, parse_stream
from polyvox_generator.lint.media import EVENT_STREAM, base, is_stream, name_of
from polyvox_generator.lint.values import as_list, as_map, difference
from polyvox_generator.lint.walk import Node
from polyvox_generator.pointers import join

__all__ = ["ends", "items", "literals"]


def items(context: Context) -> Iterator[Finding]:
    """`stream-without-items`: every stream says what one item is."""
    level: Level = "error" if context.version == "3.2" else "warning"
    for media_type, node in _streams(context, "response", "request_body"):
        if "itemSchema" not in node.value:
            msg = f"A stream without items: {media_type!r} has no itemSchema. Describe one item."
            if level == "warning":
                msg = f"{msg} That takes OpenAPI 3.2."
            yield context.finding("stream-without-items", node.pointer, msg, level)


def ends(context: Context) -> Iterator[Finding]:
    """`stream-end`: every stream says what makes it complete, in well-formed rules."""
    for media_type, node in _streams(context, "response"):
        place = join(node.pointer, "x-stream-end")
        if "x-stream-end" not in node.value:
            msg = (
                f"Nothing says when {media_type!r} is complete, so a cut stream looks whole. "
                "Add `x-stream-end`: rules, or `never`."
            )
            yield context.finding("stream-end", node.pointer, msg, _house_level(context))
            continue
        value = node.value["x-stream-end"]
        message = end_rules.fault(value)
        if message:
            yield context.finding("stream-end", place, message)
        for index, rule in enumerate(as_list(value)):
            message = end_rules.rule_fault(rule)
            if message:
                yield context.finding("stream-end", join(place, index), message)


def literals(context: Context) -> Iterator[Finding]:
    """`stream-example`, `invalid-example`: literal streams exist, are valid and complete."""
    for media_type, node in _streams(context, "response"):
        count = 0
        for name, raw in as_map(node.value.get("examples")).items():
            place, example = context.follow(join(node.pointer, "examples", name), raw)
            key = "serializedValue" if "serializedValue" in example else "value"
            if isinstance(example.get(key), str):
                count += 1
                inner = Node("example", "media_type", place, example)
                yield from _literal(context, media_type, node, inner, key)
        if not count:
            msg = f"{media_type!r} has no literal example. Add one with a `serializedValue`."
            yield context.finding("stream-example", node.pointer, msg, _house_level(context))


def _streams(context: Context, *owners: str) -> Iterator[tuple[str, Node]]:
    """Name and object of every stream's media type, references followed."""
    for node in context.of("media_type"):
        name = name_of(node.pointer)
        if is_stream(name) and node.owner in owners:
            pointer, value = context.follow(node.pointer, node.value)
            yield name, Node(node.kind, node.owner, pointer, value)


def _house_level(context: Context) -> Level:
    return "error" if context.house else "warning"


def _literal(
    context: Context, media_type: str, stream: Node, example: Node, key: str
) -> Iterator[Finding]:
    place = join(example.pointer, key)
    try:
        found = parse_stream(media_type, example.value[key])
    except StreamFault as error:
        msg = f"The example stream cannot be read: {error.message}."
        yield context.text_finding("invalid-example", place, error.line, msg)
        return
    schema = join(stream.pointer, "itemSchema")
    if "itemSchema" not in stream.value:
        return
    for number, item in enumerate(found, 1):
        for problem in context.problems(schema, item.value):
            msg = f"Item {number} of the stream does not fit itemSchema: {problem.message}."
            yield context.text_finding("invalid-example", place, item.line, msg)
    payloads = _payloads(context, media_type, schema, found)
    yield from _compare(context, example, payloads)
    values = [item.value for item in found]
    yield from _completeness(context, stream, place, values, payloads)


def _compare(context: Context, example: Node, payloads: list[Any]) -> Iterator[Finding]:
    if "dataValue" not in example.value:
        return
    given = example.value["dataValue"]
    path = difference(given, payloads)
    if path is not None:
        count = f"{len(as_list(given))} given, {len(payloads)} in the stream"
        msg = f"The dataValue is not what the stream carries ({count}). Make the two agree."
        place = join(example.pointer, "dataValue", *path)
        yield context.finding("invalid-example", place, msg)


def _completeness(
    context: Context, stream: Node, place: str, values: list[Any], payloads: list[Any]
) -> Iterator[Finding]:
    """Find example streams that no end rule calls complete: the example or the rule is wrong."""
    rules = stream.value.get("x-stream-end")
    is_sound = not end_rules.fault(rules) and not any(map(end_rules.rule_fault, as_list(rules)))
    if is_sound and not end_rules.is_met(rules, values, payloads):
        msg = (
            "No rule of x-stream-end calls this example complete. Correct the rule or the example."
        )
        level = _house_level(context)
        yield context.finding("stream-example", place, msg, level)


def _payloads(context: Context, media_type: str, schema: str, found: list[Item]) -> list[Any]:
    """Decoded payloads in order, terminators left out."""
    if base(media_type) != EVENT_STREAM:
        return [item.value for item in found]
    facts = _DataFacts(context, schema)
    texts = [str(as_map(item.value).get("data", "")) for item in found]
    return [facts.decode(text) for text in texts if text not in facts.terminators]


class _DataFacts:
    """What an item schema says about `data`: its terminators, and whether it is JSON."""

    def __init__(self, context: Context, schema: str) -> None:
        self.terminators: set[str] = set()
        self.is_json = False
        self._context = context
        self._seen: set[str] = set()
        self._item(schema, {"$ref": f"#{schema}"})

    def decode(self, text: str) -> Any:
        if not self.is_json:
            return text
        try:
            return json.loads(text)
        except ValueError:
            return text

    def _item(self, pointer: str, raw: object) -> None:
        pointer, value = self._context.follow(pointer, raw)
        if pointer in self._seen:
            return
        self._seen.add(pointer)
        if "data" in as_map(value.get("properties")):
            self._data(join(pointer, "properties", "data"), value["properties"]["data"])
        for inner, member in _members(pointer, value):
            self._item(inner, member)

    def _data(self, pointer: str, raw: object) -> None:
        pointer, value = self._context.follow(pointer, raw)
        if pointer in self._seen:
            return
        self._seen.add(pointer)
        if isinstance(value.get("const"), str):
            self.terminators.add(value["const"])
        self.is_json = self.is_json or "contentSchema" in value
        self.is_json = self.is_json or str(value.get("contentMediaType", "")).endswith("json")
        for inner, member in _members(pointer, value):
            self._data(inner, member)


def _members(pointer: str, value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for keyword in ("allOf", "anyOf", "oneOf"):
        for index, member in enumerate(as_list(value.get(keyword))):
            yield join(pointer, keyword, index), member
