"""
JSON Schemas of annotations: every kind of type, descriptions, definitions, and a clear no.
"""

from __future__ import annotations

import collections
import collections.abc
from dataclasses import make_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any, Literal, Optional, TypeGuard, Union
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator
from schema_types import (
    Bounded,
    Box,
    Cat,
    Chain,
    Chosen,
    Dog,
    Empty,
    Endless,
    Euros,
    Home,
    IntBox,
    Level,
    Lost,
    LostAlias,
    Mood,
    Names,
    Nested,
    Noted,
    Numbers,
    Odd,
    Outer,
    Pair,
    Person,
    Point,
    Strange,
    T,
    Trip,
)

from polyvox import ConfigError
from polyvox.schemas import schema_of

STRING, INTEGER, NULL = {"type": "string"}, {"type": "integer"}, {"type": "null"}
STRINGS = {"type": "array", "items": STRING}

SIMPLE: list[tuple[Any, dict[str, Any]]] = [
    (str, STRING),
    (int, INTEGER),
    (float, {"type": "number"}),
    (bool, {"type": "boolean"}),
    (None, NULL),
    (type(None), NULL),
    (Any, {}),
    (object, {}),
    (T, {}),
    (Bounded, INTEGER),
    (Chosen, {"anyOf": [INTEGER, STRING]}),
    (Euros, INTEGER),
    (date, {"type": "string", "format": "date"}),
    (datetime, {"type": "string", "format": "date-time"}),
    (time, {"type": "string", "format": "time"}),
    (UUID, {"type": "string", "format": "uuid"}),
    (list[str], STRINGS),
    (list, {"type": "array", "items": {}}),
    (collections.abc.Sequence[str], STRINGS),
    (set[str], STRINGS),
    (frozenset[str], STRINGS),
    (collections.deque[str], STRINGS),
    (tuple[str, ...], STRINGS),
    (tuple, {"type": "array", "items": {}}),
    (tuple[()], {"type": "array", "items": False, "minItems": 0, "maxItems": 0}),
    (
        tuple[int, str],
        {
            "type": "array",
            "prefixItems": [INTEGER, STRING],
            "items": False,
            "minItems": 2,
            "maxItems": 2,
        },
    ),
    (dict[str, int], {"type": "object", "additionalProperties": INTEGER}),
    (dict, {"type": "object", "additionalProperties": {}}),
    (
        collections.abc.Mapping[Annotated[str, "name"], int],
        {"type": "object", "additionalProperties": INTEGER},
    ),
    (dict[Any, int], {"type": "object", "additionalProperties": INTEGER}),
    (Optional[int], {"anyOf": [INTEGER, NULL]}),  # noqa: UP045 # the other spelling
    (Union[int, str], {"anyOf": [INTEGER, STRING]}),  # noqa: UP007 # same
    (int | None, {"anyOf": [INTEGER, NULL]}),
    (Literal["a"], {"type": "string", "const": "a"}),
    (Literal["a", "b"], {"type": "string", "enum": ["a", "b"]}),
    (Literal[1, "b", False], {"type": ["boolean", "integer", "string"], "enum": [1, "b", False]}),
    (Literal[Mood.GOOD], {"type": "string", "const": "good"}),
    (Literal[True], {"type": "boolean", "const": True}),
    (Mood, {"type": "string", "enum": ["good", "bad"]}),
    (Level, {"type": "integer", "enum": [1, 2], "description": "1: LOW, 2: HIGH"}),
    (Annotated[int, "How many"], {"type": "integer", "description": "How many"}),
    (Annotated[int, 7], INTEGER),
]


@pytest.mark.parametrize(("annotation", "schema"), SIMPLE, ids=lambda one: str(one)[:40])
def test_simple_types(annotation: Any, schema: dict[str, Any]) -> None:
    """Each type has the schema that says what it takes."""
    assert schema == schema_of(annotation)


def test_decimals_are_texts() -> None:
    """Decimal numbers keep their digits as texts of one form."""
    rules = schema_of(Decimal)

    assert "string" == rules["type"]
    assert Draft202012Validator(rules).is_valid("12.50")
    assert not Draft202012Validator(rules).is_valid("12,50")


def test_class() -> None:
    """A class is an object: what has no default is required, nothing else may be there."""
    rules = schema_of(Home)

    assert rules == {
        "type": "object",
        "description": "Where somebody lives.",
        "properties": {
            "city": {"type": "string", "description": "The city, in full."},
            "zip": {"anyOf": [STRING, NULL]},
        },
        "required": ["city"],
        "additionalProperties": False,
    }


def test_open_objects() -> None:
    """Objects may be left open."""
    assert "additionalProperties" not in schema_of(Home, closed=False)


def test_class_that_holds_itself() -> None:
    """A class that holds itself is in the definitions too, like nested classes."""
    rules = schema_of(Person)

    assert {"Home", "Person"} == set(rules["$defs"])
    assert {"$ref": "#/$defs/Person"} == rules["properties"]["friends"]["items"]
    assert rules["$defs"]["Person"]["properties"] == rules["properties"]
    assert ["name", "age"] == rules["required"]


def test_members() -> None:
    """Descriptions and plain defaults are told; what cannot be given is not."""
    members = schema_of(Person)["properties"]

    assert "Full name" == members["name"]["description"]
    assert {"type": "number", "description": "From 0 to 1", "default": 0.5} == members["score"]
    assert "good" == members["mood"]["default"]
    assert "default" not in members["home"]
    assert "seen" not in members


def test_dataclass() -> None:
    """A dataclass has its fields and what only its constructor takes."""
    rules = schema_of(Trip)

    assert ["start", "stops"] == rules["required"]
    assert ["start", "stops", "price", "level", "guide", "half", "seed"] == [*rules["properties"]]
    assert {"type": "integer", "description": "In euros", "default": 0} == (
        rules["properties"]["price"]
    )
    assert 1 == rules["properties"]["level"]["default"]


def test_typed_dicts() -> None:
    """Marks of single members win over the class, also when annotations are texts."""
    assert ["kind"] == schema_of(Cat)["required"]
    assert ["kind"] == schema_of(Dog)["required"]
    assert "How it sounds" == schema_of(Dog)["properties"]["bark"]["description"]


def test_named_tuple() -> None:
    """A named tuple is an object too."""
    rules = schema_of(Point)

    assert ["x"] == rules["required"]
    assert 0.0 == rules["properties"]["y"]["default"]


def test_signatures_are_no_descriptions() -> None:
    """What dataclasses write into empty docstrings is not taken for one."""
    plain = make_dataclass("Plain", [("kind", str)])

    assert plain.__doc__
    assert "description" not in schema_of(plain)


def test_generic_classes() -> None:
    """Type arguments count, given directly or by inheritance."""
    assert INTEGER == schema_of(Box[int])["properties"]["item"]
    assert INTEGER == schema_of(IntBox)["properties"]["item"]
    assert STRINGS == schema_of(IntBox | Box[str])["$defs"]["Box_str"]["properties"]["more"]
    assert {} == schema_of(Box)["properties"]["item"]


def test_same_names() -> None:
    """Two classes of one name have two definitions."""
    other = make_dataclass("Home", [("street", str)])
    rules = schema_of(list[Home | other])  # type: ignore[valid-type]  # made here

    assert {"Home", "Home_2"} == set(rules["$defs"])


def test_aliases() -> None:
    """Aliases of types stand for them; those that hold themselves are in the definitions."""
    assert {"$ref": "#/$defs/Names"} == schema_of(list[Names])["items"]
    assert STRINGS == schema_of(Names) == schema_of(list[Names])["$defs"]["Names"]
    assert "All of them" == schema_of(Noted)["description"]
    assert 2 == schema_of(Pair[int])["maxItems"]
    assert INTEGER == schema_of(Pair[int])["prefixItems"][0]


def test_recursive_alias() -> None:
    """An alias may refer to itself."""
    rules = schema_of(Nested)

    assert {"$ref": "#/$defs/Nested"} == rules["anyOf"][0]["items"]
    assert Draft202012Validator(rules).is_valid([[1], [[]]])
    assert not Draft202012Validator(rules).is_valid([["1"]])


def test_pydantic() -> None:
    """A pydantic model brings its own schema; its definitions join the others."""
    rules = schema_of(list[Outer])

    assert {"$ref": "#/$defs/Outer"} == rules["items"]
    assert {"Outer", "Inner"} == set(rules["$defs"])
    assert "Why" == rules["$defs"]["Inner"]["properties"]["y"]["description"]


def test_pydantic_root() -> None:
    """A pydantic model at the root stands there, also one that is a list or holds itself."""
    assert ["x"] == schema_of(Outer)["required"]
    assert "array" == schema_of(Numbers)["type"]
    Draft202012Validator(schema_of(Chain)).validate({"next": {"next": None}})


def test_described_root() -> None:
    """A description at the root replaces the class's own."""
    assert "Mine" == schema_of(Annotated[Home, "Mine"])["description"]


def test_unions_of_classes() -> None:
    """Alternatives are references."""
    assert [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}] == schema_of(Cat | Dog)["anyOf"]


@pytest.mark.parametrize(
    "annotation", [one for one, _ in SIMPLE] + [Person, Trip, Cat | Dog, Outer]
)
def test_schemas_are_schemas(annotation: Any) -> None:
    """Every schema is one."""
    Draft202012Validator.check_schema(schema_of(annotation))


REFUSED: list[tuple[Any, str]] = [
    (bytes, "annotation bytes cannot be said in JSON"),
    (complex, "annotation complex"),
    (Odd, "annotation Odd"),
    (dict[int, str], "keys are texts"),
    ("Person", "'Person'.*use the type itself"),
    (list["Person"], "use the type itself"),
    (collections.abc.Callable[[int], int], "Callable"),
    (Empty, "no members"),
    (Strange, "no JSON"),
    (Literal[b"a"], "no JSON"),
    (type[int], "type"),
    (TypeGuard[int], "TypeGuard"),
    (7, "annotation 7"),
    (Person("Ada", 36), "; pass the class, Person, not an object of it"),
    (Box[bytes], "bytes of Box.item"),
    (Endless, "nothing but itself"),
    (LostAlias, "'Missing' cannot be found"),
]


@pytest.mark.parametrize(("annotation", "words"), REFUSED, ids=lambda one: str(one)[:40])
def test_refused_annotations(annotation: Any, words: str) -> None:
    """What JSON cannot say is refused, by name and with what works."""
    with pytest.raises(ConfigError, match=words) as caught:
        schema_of(annotation)

    assert caught.value.hint


def test_unknown_names() -> None:
    """A name that cannot be found is told, with where to define it."""
    with pytest.raises(ConfigError, match="'Missing', which cannot be found"):
        schema_of(Lost)


def test_attrs_is_not_imported() -> None:
    """Schemas of other classes load neither attrs nor dataclasses nor pydantic themselves."""
    import polyvox.schemas.classes as module

    assert not {"attr", "attrs", "pydantic", "dataclasses"} & set(vars(module))
