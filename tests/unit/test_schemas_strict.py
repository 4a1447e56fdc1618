"""
Strict schemas: what they say, what they cannot say, and the nulls that come back.
"""

from __future__ import annotations

from typing import Any

import pytest
from schema_types import Box, Cat, Chain, Dog, Home, Numbers, Outer, Person, Trip

from polyvox.schemas import schema_of
from polyvox.schemas.strict import resolved, strict_schema, without_nulls

STRING, NULL = {"type": "string"}, {"type": "null"}


def test_optional_members_become_nullable() -> None:
    """Every member is required; one that may be missing may be null instead."""
    lowered = strict_schema(schema_of(Dog))

    assert lowered == {
        "type": "object",
        "description": "A dog.",
        "properties": {
            "kind": {"type": "string", "const": "dog"},
            "bark": {"anyOf": [{"type": "string", "description": "How it sounds"}, NULL]},
        },
        "required": ["kind", "bark"],
        "additionalProperties": False,
    }


def test_nullable_members_stay() -> None:
    """A member that takes null anyway is not wrapped again."""
    lowered = strict_schema(schema_of(Home))

    assert lowered is not None
    assert {"anyOf": [STRING, NULL]} == lowered["properties"]["zip"]


def test_definitions_are_lowered() -> None:
    """Nested and recursive classes are strict too; a reference stands alone."""
    lowered = strict_schema(schema_of(Person))

    assert lowered is not None
    assert ["city", "zip"] == lowered["$defs"]["Home"]["required"]
    assert {"$ref": "#/$defs/Home"} == lowered["properties"]["home"]["anyOf"][0]
    assert "default" not in str(lowered)


def test_described_references() -> None:
    """A description beside a reference moves the reference inside."""
    reference = {"$ref": "#/$defs/A", "description": "Why"}
    rules = {"type": "object", "properties": {"a": reference}, "required": ["a"]}
    lowered = strict_schema({**rules, "$defs": {"A": STRING}})

    assert lowered is not None
    assert {"description": "Why", "anyOf": [{"$ref": "#/$defs/A"}]} == lowered["properties"]["a"]


def test_pydantic_is_closed() -> None:
    """A pydantic model that ignores further members is closed; formats that are known stay."""
    lowered = strict_schema(schema_of(Outer))

    assert lowered is not None
    assert lowered["additionalProperties"] is False
    assert "date" == lowered["properties"]["when"]["anyOf"][0]["format"]


@pytest.mark.parametrize(
    ("members", "kept"),
    [
        (
            {"type": "string", "minLength": 1, "format": "email"},
            {"type": "string", "format": "email"},
        ),
        ({"type": "string", "format": "phone"}, STRING),
        ({"type": "integer", "minimum": 1, "default": 3}, {"type": "integer", "minimum": 1}),
        ({"oneOf": [STRING, NULL]}, {"anyOf": [STRING, NULL]}),
        ({"allOf": [STRING], "title": "A"}, {"anyOf": [STRING], "title": "A"}),
    ],
)
def test_keywords(members: Any, kept: Any) -> None:
    """Keywords that strict servers refuse are dropped, and those of unions unified."""
    lowered = strict_schema({"type": "object", "properties": {"a": members}, "required": ["a"]})

    assert lowered is not None
    assert kept == lowered["properties"]["a"]


@pytest.mark.parametrize(
    "annotation",
    [
        dict[str, int],
        Trip,
        Box[Any],
        Box[dict[str, str]],
        Box[tuple[int, str]],
        list[int],
        Cat | Dog,
    ],
    ids=str,
)
def test_what_strict_cannot_say(annotation: Any) -> None:
    """Maps, any values, places of different kinds, and roots that are no objects."""
    assert strict_schema(schema_of(annotation)) is None


@pytest.mark.parametrize(
    "rules",
    [
        {"type": "object"},
        {"type": "object", "properties": {}, "additionalProperties": True},
        {"type": "object", "properties": {"a": {"not": STRING}}},
        {"type": "object", "properties": {"a": {"allOf": [STRING, STRING]}}},
        {"type": "object", "properties": {"a": {"type": "array"}}},
        {"type": "object", "properties": {"a": True}},
    ],
    ids=str,
)
def test_foreign_schemas(rules: Any) -> None:
    """Schemas of other libraries that say more than a strict one can."""
    assert strict_schema(rules) is None


def test_nulls_are_taken_out() -> None:
    """A null goes where the member may be missing only; where null is a value it stays."""
    given = {
        "name": "Ada",
        "age": 1,
        "home": {"city": "a", "zip": None},
        "tags": None,
        "mood": None,
    }
    kept = {"name": "Ada", "age": 1, "home": {"city": "a", "zip": None}}

    assert kept == without_nulls(given, schema_of(Person))


def test_nulls_in_unions_and_maps() -> None:
    """Alternatives are told apart by their constants and members, at any depth."""
    rules = schema_of(dict[str, list[Cat | Dog]])
    given = {"a": [{"kind": "dog", "bark": None}, {"kind": "cat", "lives": None}], "b": [None]}

    assert {"a": [{"kind": "dog"}, {"kind": "cat"}], "b": [None]} == without_nulls(given, rules)


def test_nulls_of_pydantic() -> None:
    """A pydantic member with a default is left out, so that the default counts."""
    given = {"x": 1, "inner": None, "when": None, "count": None}

    assert {"x": 1, "when": None} == without_nulls(given, schema_of(Outer))
    assert {"next": {"next": None}} == without_nulls({"next": {"next": None}}, schema_of(Chain))
    assert [1] == without_nulls([1], schema_of(Numbers))


def test_nulls_elsewhere() -> None:
    """What the schema does not know, and what is required, keeps its nulls."""
    rules: dict[str, Any] = {
        "type": "object",
        "properties": {
            "must": STRING,
            "enum": {"enum": ["a", None]},
            "const": {"const": None},
            "open": {},
            "self": {"$ref": "#/$defs/Loop"},
            "mood": {"enum": ["a"]},
        },
        "required": ["must"],
        "$defs": {"Loop": {"$ref": "#/$defs/Loop"}},
    }
    given = dict.fromkeys(["must", "enum", "const", "open", "other", "self", "mood"])
    kept = dict.fromkeys(["must", "enum", "const", "open", "other"])

    assert kept == without_nulls(given, rules)


def test_unions_that_nothing_fits() -> None:
    """A value that no alternative knows is left as it is."""
    rules = schema_of(Cat | Dog)

    assert {"kind": "cow", "a": None} == without_nulls({"kind": "cow", "a": None}, rules)
    assert {"kind": None} == without_nulls({"kind": None}, rules)
    assert [None] == without_nulls([None], rules)


def test_unions_told_by_enums() -> None:
    """A member with several constants tells alternatives apart as well."""
    forms = [
        {"type": "object", "properties": {"kind": {"enum": kinds}, "size": {"type": "integer"}}}
        for kinds in (["a", "b"], ["c"])
    ]
    forms[0]["required"] = ["size"]  # type: ignore[assignment]  # of another kind
    rules = {"anyOf": forms}

    assert {"kind": "c"} == without_nulls({"kind": "c", "size": None}, rules)
    assert {"kind": "b", "size": None} == without_nulls({"kind": "b", "size": None}, rules)


def test_single_alternatives() -> None:
    """A union of one is that one."""
    rules = {"allOf": [{"$ref": "#/$defs/Home"}], "$defs": {"Home": schema_of(Home)}}

    assert "Where somebody lives." == resolved(rules, rules)["description"]


def test_endless_references() -> None:
    """A reference that leads to itself ends somewhere."""
    rules = {"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/A"}}}

    assert {"$ref": "#/$defs/A"} == resolved(rules, rules)
