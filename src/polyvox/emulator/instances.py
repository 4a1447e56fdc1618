"""
Small valid values for a JSON Schema: what a model answers when it must fit a schema.

Covers type, enum, const, properties and required, items, the bounds of numbers, texts and
arrays, anyOf, oneOf, allOf, local references and the usual formats.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from polyvox.emulator.jsonvalues import Json, JsonObject, items_of, object_of, text_of

__all__ = ["instance"]

FORMATS = {
    "date-time": "2026-01-01T00:00:00Z",
    "date": "2026-01-01",
    "time": "00:00:00Z",
    "duration": "PT1S",
    "email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "127.0.0.1",
    "ipv6": "::1",
    "uri": "https://example.com/",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
HINTS = {
    "object": frozenset({"properties", "required"}),
    "array": frozenset({"items", "prefixItems"}),
    "string": frozenset({"minLength", "maxLength", "format"}),
    "number": frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}),
}
WORDS: dict[str, Json] = {"true": True, "yes": True, "false": False, "no": False}
NESTED = frozenset({"object", "array"})
DEEPEST = 24


def instance(
    schema: object,
    *,
    text: str = "",
    root: object = None,
    said: Mapping[str, str] | None = None,
) -> Json:
    """
    A small value that fits *schema*.

    Args:
        schema: A JSON Schema; anything but an object counts as the schema of all values.
        text: What free texts hold, where the schema lets them.
        root: What `#/...` references point into; *schema* itself by default.
        said: Texts of members by their names in small letters, where they fit.

    Returns:
        The value; optional properties are left out once the schema nests deeper than 24.
    """
    maker = _Maker(object_of(schema if root is None else root), text, said or {})
    return maker.value(schema, 0)


@dataclass(frozen=True)
class _Maker:
    root: JsonObject
    text: str
    said: Mapping[str, str]

    def value(self, schema: object, depth: int, name: str = "") -> Json:
        rules = self._merged(object_of(schema))
        if "const" in rules:
            return rules["const"]
        if name.lower() in self.said and (found := as_said(rules, self.said[name.lower()])):
            return found[0]
        if items_of(rules.get("enum")):
            return items_of(rules["enum"])[0]
        for key in ("anyOf", "oneOf"):
            choices = items_of(rules.get(key))
            if choices:
                rest = {name: rule for name, rule in rules.items() if name != key}
                return self.value({"allOf": [rest, self._simplest(choices, depth)]}, depth, name)
        return self._of_kind(kind_of(rules), rules, depth)

    def _of_kind(self, kind: str, rules: JsonObject, depth: int) -> Json:
        match kind:
            case "object":
                return self._object(rules, depth)
            case "array":
                return self._array(rules, depth)
            case "string":
                return self._string(rules)
            case "integer" | "number":
                return number(rules, whole=kind == "integer")
            case "boolean":
                return True
            case _:
                return None

    def _merged(self, rules: JsonObject) -> JsonObject:
        merged = {key: rule for key, rule in rules.items() if key not in {"$ref", "allOf"}}
        reference = rules.get("$ref")
        parts = items_of(rules.get("allOf"))
        if isinstance(reference, str):
            parts = [self._target(reference), *parts]
        for part in parts:
            merged = combined(merged, self._merged(object_of(part)))
        return merged

    def _target(self, reference: str) -> JsonObject:
        found: Json = self.root
        for step in reference.partition("#")[2].strip("/").split("/"):
            name = step.replace("~1", "/").replace("~0", "~")
            found = object_of(found).get(name, {}) if name else found
        return object_of(found)

    def _simplest(self, choices: list[Json], depth: int) -> Json:
        """The first alternative; deep down, one without children if there is any."""
        if depth < DEEPEST // 2:
            return choices[0]
        flat = (item for item in choices if kind_of(self._merged(object_of(item))) not in NESTED)
        return next(flat, choices[0])

    def _object(self, rules: JsonObject, depth: int) -> JsonObject:
        properties = object_of(rules.get("properties"))
        required = [text_of(name) for name in items_of(rules.get("required"))]
        optional = [] if depth > 2 else [name for name in properties if name not in required]
        names = [name for name in properties if name in required or name in optional]
        names += [name for name in required if name not in properties]
        if depth > DEEPEST:
            names = []
        return {name: self.value(properties.get(name), depth + 1, name) for name in names}

    def _array(self, rules: JsonObject, depth: int) -> list[Json]:
        first = items_of(rules.get("prefixItems"))
        least = int(rules.get("minItems", 0))
        most = int(rules.get("maxItems", least + 1))
        wanted = max(least, 1 if most > 0 and depth <= 2 and "items" in rules else 0, len(first))
        made = [self.value(item, depth + 1) for item in first[:most]]
        while len(made) < min(wanted, most):
            item = self.value(rules.get("items"), depth + 1)
            made.append(distinct(item, made) if rules.get("uniqueItems") is True else item)
        return made

    def _string(self, rules: JsonObject) -> str:
        preset = FORMATS.get(text_of(rules.get("format")))
        if preset is not None:
            return preset
        least = int(rules.get("minLength", 0))
        most = int(rules.get("maxLength", max(least, len(self.text))))
        return self.text[:most].ljust(least, "x")


def as_said(rules: JsonObject, word: str) -> list[Json]:
    """The value that *word* says, alone in a list; nothing if it does not fit *rules*."""
    known = [one for one in items_of(rules.get("enum")) if str(one).lower() == word.lower()]
    kind = "" if "enum" in rules or "anyOf" in rules else kind_of(rules)
    if kind == "string":
        known = [word]
    elif kind == "boolean" and word.lower() in WORDS:
        known = [WORDS[word.lower()]]
    elif kind in {"integer", "number"} and re.fullmatch(r"-?\d+(\.\d+)?", word):
        known = [float(word) if "." in word else int(word)]
    return known


def kind_of(rules: JsonObject) -> str:
    """The JSON type to make: the one named first, or the one that the keywords speak of."""
    named = rules.get("type")
    if isinstance(named, str):
        return named
    kinds = [text_of(kind) for kind in items_of(named) if kind != "null"]
    if named is not None:
        return kinds[0] if kinds else "null"
    hinted = (kind for kind, keywords in HINTS.items() if keywords.intersection(rules))
    return next(hinted, "string")


def combined(left: JsonObject, right: JsonObject) -> JsonObject:
    """Two sets of rules as one: properties and required united, otherwise *right* wins."""
    merged = {**left, **right}
    if "properties" in left and "properties" in right:
        merged["properties"] = {**object_of(left["properties"]), **object_of(right["properties"])}
    if "required" in left and "required" in right:
        merged["required"] = [*items_of(left["required"]), *items_of(right["required"])]
    return merged


def number(rules: JsonObject, *, whole: bool) -> int | float:
    """The number nearest to zero that the bounds allow."""
    low = float(rules.get("minimum", -math.inf))
    high = float(rules.get("maximum", math.inf))
    step = float(rules.get("multipleOf", 1 if whole else 0))
    gap = step or 0.5
    if "exclusiveMinimum" in rules:
        low = max(low, float(rules["exclusiveMinimum"]) + gap)
    if "exclusiveMaximum" in rules:
        high = min(high, float(rules["exclusiveMaximum"]) - gap)
    found = min(max(0.0, low), high)
    if step:
        found = math.ceil(found / step) * step if found > 0 else math.floor(found / step) * step
    return int(found) if whole else found


def distinct(item: Json, others: list[Json]) -> Json:
    """*item*, changed until it equals none of *others*, where its type allows it."""
    while item in others:
        if isinstance(item, bool) or item is None:
            return item
        if isinstance(item, str):
            item += "x"
        elif isinstance(item, int | float):
            item += 1
        else:
            return item
    return item
