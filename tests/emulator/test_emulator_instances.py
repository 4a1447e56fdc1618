"""
Values made for a schema fit that schema.
"""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from polyvox.emulator.instances import instance

SCHEMAS: list[dict[str, Any]] = [
    {},
    {"type": "string", "minLength": 5, "maxLength": 6},
    {"type": "string", "maxLength": 2},
    {"type": "string", "enum": ["b", "a"]},
    {"const": {"a": [1]}},
    {"type": ["null", "integer"], "minimum": 3},
    {"type": ["null"]},
    {"type": "null"},
    {"type": "boolean"},
    {"type": "integer", "exclusiveMinimum": 3},
    {"type": "integer", "exclusiveMaximum": -3},
    {"type": "integer", "minimum": 10, "multipleOf": 4},
    {"type": "integer", "maximum": -10, "multipleOf": 4},
    {"type": "number", "minimum": 0.25, "maximum": 0.5},
    {"minimum": 2},
    {"minLength": 3},
    {"items": {"type": "integer"}, "minItems": 2},
    {"type": "array", "items": {"type": "integer"}, "minItems": 3, "uniqueItems": True},
    {"type": "array", "items": {"type": "string"}, "minItems": 2, "uniqueItems": True},
    {"type": "array", "items": {"type": "string"}, "maxItems": 0},
    {"type": "array", "prefixItems": [{"const": 1}, {"type": "string"}], "minItems": 2},
    {"type": "object", "required": ["a"]},
    {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"type": "string"}},
        "required": ["a"],
        "additionalProperties": False,
    },
    {"anyOf": [{"type": "integer"}, {"type": "string"}], "minimum": 4},
    {"oneOf": [{"required": ["a"], "properties": {"a": {"const": 1}}}, {"type": "null"}]},
    {
        "allOf": [
            {"properties": {"a": {"type": "integer"}}, "required": ["a"]},
            {"properties": {"b": {"type": "string"}}, "required": ["b"]},
        ],
        "type": "object",
    },
    {
        "$defs": {
            "node": {
                "type": "object",
                "properties": {"value": {"type": "integer"}, "next": {"$ref": "#/$defs/node"}},
                "required": ["value"],
            }
        },
        "$ref": "#/$defs/node",
    },
    {
        "$defs": {
            "tree": {
                "type": "object",
                "properties": {
                    "left": {"anyOf": [{"$ref": "#/$defs/tree"}, {"type": "null"}]},
                },
                "required": ["left"],
            }
        },
        "$ref": "#/$defs/tree",
    },
    {"$defs": {"a/b": {"const": 7}}, "$ref": "#/$defs/a~1b"},
]
FORMATS = ["date-time", "date", "email", "ipv4", "ipv6", "uuid"]


@pytest.mark.parametrize("schema", SCHEMAS, ids=str)
@pytest.mark.parametrize("text", ["", "a longer text than most schemas want"])
def test_instance_fits_its_schema(schema: dict[str, Any], text: str) -> None:
    """Whatever the schema asks for, and whatever free texts shall hold, the value is valid."""
    faults = list(Draft202012Validator(schema).iter_errors(instance(schema, text=text)))

    assert [] == faults


@pytest.mark.parametrize("name", FORMATS)
def test_formats_are_kept(name: str) -> None:
    """Texts with a format have that format."""
    checker = Draft202012Validator.FORMAT_CHECKER

    assert checker.conforms(instance({"type": "string", "format": name}), name)


def test_free_text_is_used() -> None:
    """Texts without bounds hold the given text."""
    schema = {"type": "object", "properties": {"city": {"type": "string"}}}

    assert {"city": "Minsk"} == instance(schema, text="Minsk")


def test_unique_booleans_end() -> None:
    """Where no further distinct value exists the list repeats one instead of never ending."""
    schema = {"type": "array", "items": {"type": "boolean"}, "minItems": 3, "uniqueItems": True}

    assert [True, True, True] == instance(schema)


def test_unique_objects_end() -> None:
    """The same holds for objects."""
    schema = {"type": "array", "items": {"const": {}}, "minItems": 2, "uniqueItems": True}

    assert [{}, {}] == instance(schema)


def test_endless_schema_ends() -> None:
    """A schema that requires itself without an alternative still gives a value."""
    schema = {
        "$defs": {
            "a": {"type": "object", "properties": {"a": {"$ref": "#/$defs/a"}}, "required": ["a"]}
        },
        "$ref": "#/$defs/a",
    }
    value, depth = instance(schema), 0
    while value:
        value, depth = value["a"], depth + 1

    assert depth < 50
