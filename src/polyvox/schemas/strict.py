"""
Schemas as strict servers take them: every member required, nothing open, few keywords.

A member that may be missing becomes one that may be null; `without_nulls` takes those nulls out
of the answer again. What the lowered schema no longer says is checked when the value is read.

Source: OpenAI structured outputs guide, supported schemas (2026).
"""

from __future__ import annotations

from typing import Any

from polyvox_core.model import JsonObject
from polyvox_core.shapes import as_object, is_array, is_object

__all__ = ["resolved", "strict_schema", "without_nulls"]

_KEPT = frozenset(
    {
        *("type", "enum", "const", "description", "title", "pattern", "minItems", "maxItems"),
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    }
)
_DROPPED = frozenset(
    {
        *("default", "examples", "example", "deprecated", "readOnly", "writeOnly", "$comment"),
        *("minLength", "maxLength", "uniqueItems", "discriminator", "format"),
        *("minProperties", "maxProperties", "contentMediaType", "contentEncoding"),
    }
)
_FORMATS = frozenset(
    {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
)
_READ = frozenset({"properties", "required", "additionalProperties", "items", "$ref", "$defs"})
_BRANCHES = ("anyOf", "oneOf", "allOf")


class _Open(Exception):
    """The schema allows what a strict one cannot say."""


def strict_schema(schema: JsonObject) -> JsonObject | None:
    """
    The *schema* in the form of strict servers; None if it holds what they cannot express.

    That is: any value, members with any name, and arrays whose places differ.
    """
    try:
        lowered = _lowered(schema)
    except _Open:
        return None
    return lowered if lowered.get("type") == "object" else None


def _lowered(rules: Any) -> JsonObject:
    if not is_object(rules) or not (rules.keys() - _DROPPED - {"description", "title"}):
        raise _Open
    if rules.keys() - _KEPT - _DROPPED - _READ - {*_BRANCHES}:
        raise _Open
    lowered = {key: value for key, value in rules.items() if key in _KEPT}
    if rules.get("format") in _FORMATS:
        lowered["format"] = rules["format"]
    if "properties" in rules or rules.get("type") == "object":
        lowered |= _object(rules)
    if rules.get("type") == "array":
        lowered["items"] = _lowered(rules.get("items"))
    lowered |= _branches(rules)
    if "$ref" in rules:
        # A reference stands alone.
        reference = {"$ref": rules["$ref"]}
        lowered |= {"anyOf": [reference]} if lowered else reference
    if "$defs" in rules:
        lowered["$defs"] = {name: _lowered(one) for name, one in rules["$defs"].items()}
    return lowered


def _object(rules: JsonObject) -> JsonObject:
    members = as_object(rules.get("properties"))
    if rules.get("additionalProperties", False) is not False or "properties" not in rules:
        raise _Open
    required = rules.get("required", ())
    properties = {
        name: _lowered(one) if name in required else _nullable(one, _lowered(one))
        for name, one in members.items()
    }
    closed = {"required": [*members], "additionalProperties": False}
    return {"type": "object", "properties": properties, **closed}


def _nullable(rules: JsonObject, lowered: JsonObject) -> JsonObject:
    if _accepts_null(rules, {}, ()):
        return lowered
    return {"anyOf": [lowered, {"type": "null"}]}


def _branches(rules: JsonObject) -> JsonObject:
    parts = rules.get("allOf", ())
    if len(parts) > 1:
        raise _Open
    several = [*rules.get("anyOf", ()), *rules.get("oneOf", ()), *parts]
    return {"anyOf": [_lowered(one) for one in several]} if several else {}


def resolved(rules: Any, root: JsonObject) -> JsonObject:
    """The *rules* that a reference, or a single alternative, leads to."""
    for _ in range(32):
        reference = as_object(rules).get("$ref")
        branches = [one for key in _BRANCHES for one in as_object(rules).get(key, ())]
        if isinstance(reference, str):
            rules = as_object(root.get("$defs")).get(reference.rpartition("/")[2])
        elif len(branches) == 1:
            rules = branches[0]
        else:
            break
    return as_object(rules)


def without_nulls(value: Any, schema: JsonObject) -> Any:
    """The *value* without members that are null where *schema* lets them be missing only."""
    return _lifted(value, schema, schema)


def _lifted(value: Any, rules: Any, root: JsonObject) -> Any:
    if is_array(value):
        rules = _branch_for(value, resolved(rules, root), root)
        return [_lifted(one, rules.get("items"), root) for one in value]
    if not is_object(value):
        return value
    rules = _branch_for(value, resolved(rules, root), root)
    members = as_object(rules.get("properties"))
    required = rules.get("required", ())
    other = rules.get("additionalProperties")
    return {
        key: _lifted(one, members.get(key, other), root)
        for key, one in value.items()
        if one is not None
        or key in required
        or key not in members
        or _accepts_null(members[key], root, ())
    }


def _branch_for(value: Any, rules: JsonObject, root: JsonObject) -> JsonObject:
    """The alternative that *value* is of; *rules* themselves if there is none."""
    branches = [resolved(one, root) for key in ("anyOf", "oneOf") for one in rules.get(key, ())]
    if is_array(value):
        return next((one for one in branches if one.get("type") == "array"), rules)
    fitting = (one for one in branches if _may_be(value, one, root))
    return next(fitting, rules)


def _may_be(value: JsonObject, rules: JsonObject, root: JsonObject) -> bool:
    """Whether an object has no other members and constants than *rules* know."""
    members = as_object(rules.get("properties"))
    if value.keys() - members.keys():
        return False
    for key, one in value.items():
        known = resolved(members[key], root)
        if "const" in known and known["const"] != one:
            return False
        if is_array(known.get("enum")) and one not in known["enum"] and one is not None:
            return False
    return True


def _accepts_null(rules: Any, root: JsonObject, seen: tuple[str, ...]) -> bool:
    rules = as_object(rules)
    reference = rules.get("$ref")
    if isinstance(reference, str):
        if reference in seen:
            return False
        target = as_object(root.get("$defs")).get(reference.rpartition("/")[2], {"type": "object"})
        return _accepts_null(target, root, (*seen, reference))
    for key in _BRANCHES:
        if rules.get(key):
            return any(_accepts_null(one, root, seen) for one in rules[key])
    if "const" in rules or "enum" in rules:
        return rules.get("const", ...) is None or None in rules.get("enum", ())
    kind = rules.get("type")
    return kind is None or kind == "null" or (is_array(kind) and "null" in kind)
