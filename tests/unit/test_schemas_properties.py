"""
What holds for all values: JSON Schema and reading agree, strict schemas and their nulls as well.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Optional
from uuid import UUID

import attrs
import hypothesis.strategies as st
from hypothesis import assume, given
from jsonschema import Draft202012Validator, FormatChecker
from schema_types import Box, Cat, Circle, Dog, Home, IntBox, Level, Mood, Person, Point, Square

from polyvox import InvalidValue
from polyvox.schemas import schema_of, value_of
from polyvox.schemas.strict import strict_schema, without_nulls

SCALARS: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (str, st.text()),
    (int, st.integers()),
    (float, st.floats(allow_nan=False, allow_infinity=False)),
    (bool, st.booleans()),
    (None, st.none()),
    (date, st.dates()),
    (datetime, st.datetimes(timezones=st.just(UTC))),
    (UUID, st.uuids()),
    (Decimal, st.decimals(allow_nan=False, allow_infinity=False, places=3)),
    (Mood, st.sampled_from(Mood)),
    (Level, st.sampled_from(Level)),
    (Home, st.builds(Home, st.text(), st.none() | st.text())),
    (Point, st.builds(Point, st.integers(-9, 9).map(float), st.floats(-1, 1))),
    (Circle | Square, st.builds(Circle, st.floats(0, 1)) | st.builds(Square, st.floats(0, 1))),
    (IntBox, st.builds(IntBox, st.integers(), st.lists(st.integers(), max_size=2), st.text())),
    (
        Cat | Dog,
        st.just({"kind": "cat", "lives": 9}) | st.fixed_dictionaries({"kind": st.just("dog")}),
    ),
]


def wider(
    inner: st.SearchStrategy[tuple[Any, st.SearchStrategy[Any]]],
) -> st.SearchStrategy[tuple[Any, st.SearchStrategy[Any]]]:
    """Types made of other types, each with its values."""

    def listed(one: tuple[Any, st.SearchStrategy[Any]]) -> tuple[Any, st.SearchStrategy[Any]]:
        return list[one[0]], st.lists(one[1], max_size=3)

    def mapped(one: tuple[Any, st.SearchStrategy[Any]]) -> tuple[Any, st.SearchStrategy[Any]]:
        return dict[str, one[0]], st.dictionaries(st.text(), one[1], max_size=3)

    def optional(one: tuple[Any, st.SearchStrategy[Any]]) -> tuple[Any, st.SearchStrategy[Any]]:
        return Optional[one[0]], st.none() | one[1]  # noqa: UP045 # it may be None itself

    def boxed(one: tuple[Any, st.SearchStrategy[Any]]) -> tuple[Any, st.SearchStrategy[Any]]:
        return Box[one[0]], st.builds(Box, one[1], st.lists(one[1], max_size=2))

    def paired(one: tuple[Any, st.SearchStrategy[Any]]) -> tuple[Any, st.SearchStrategy[Any]]:
        return tuple[int, one[0]], st.tuples(st.integers(), one[1])

    makers = st.sampled_from([listed, mapped, optional, boxed, paired])
    return st.tuples(makers, inner).map(lambda both: both[0](both[1]))


TYPES = st.recursive(st.sampled_from(SCALARS), wider, max_leaves=4)


def wire(value: Any) -> Any:  # noqa: PLR0911 # a table of kinds
    """The JSON value of a Python value."""
    match value:
        case Mood() | Level():
            return value.value
        case date():
            return value.isoformat()
        case UUID() | Decimal():
            return f"{value:f}" if isinstance(value, Decimal) else str(value)
        case Point():
            return {"x": value.x, "y": value.y}
        case dict():
            return {key: wire(one) for key, one in value.items()}
        case list() | tuple():
            return [wire(one) for one in value]
    if attrs.has(type(value)):
        names = ((field.alias, field.name) for field in attrs.fields(type(value)))
        return {alias: wire(getattr(value, name)) for alias, name in names}
    return value


@given(st.data())
def test_round_trip(data: st.DataObject) -> None:
    """What a value is as JSON fits its schema, and is read as the value again."""
    annotation, values = data.draw(TYPES)
    value = data.draw(values)
    given_json = json.loads(json.dumps(wire(value)))

    Draft202012Validator(schema_of(annotation)).validate(given_json)
    assert value == value_of(annotation, given_json)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from([0.5, 2.0, "", "a", "cat", "dog", "good", "2026-01-31", "12.5"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kind", "city", "zip", "item", "more", "radius", "side", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@given(st.data(), JSON)
def test_agreement(data: st.DataObject, value: Any) -> None:
    """A value is read exactly when its schema takes it."""
    annotation, _ = data.draw(TYPES)
    validator = Draft202012Validator(schema_of(annotation), format_checker=FormatChecker(["date"]))
    # Other formats are not checked by the validator, and sets of formats differ.
    assume(not {"date-time", "uuid", "pattern"} & set(words(schema_of(annotation))))

    try:
        value_of(annotation, value)
        fits = True
    except InvalidValue:
        fits = False

    assert validator.is_valid(value) == fits


def words(rules: Any) -> list[str]:
    """All names and texts in a schema."""
    if isinstance(rules, dict):
        return [word for key, one in rules.items() for word in (key, *words(one))]
    if isinstance(rules, list):
        return [word for one in rules for word in words(one)]
    return [rules] if isinstance(rules, str) else []


def with_nulls(value: Any, rules: Any, root: Any) -> Any:
    """A value as a strict server writes it: missing members are null."""
    if "$ref" in rules:
        return with_nulls(value, root["$defs"][rules["$ref"].rpartition("/")[2]], root)
    for branch in rules.get("anyOf", ()):
        made = with_nulls(value, branch, root)
        if Draft202012Validator({**branch, "$defs": root.get("$defs", {})}).is_valid(made):
            return made
    if isinstance(value, list):
        return [with_nulls(one, rules.get("items", {}), root) for one in value]
    if isinstance(value, dict):
        members = rules.get("properties", {})
        full = {**dict.fromkeys(members), **value}
        return {key: with_nulls(one, members.get(key, {}), root) for key, one in full.items()}
    return value


@given(st.data())
def test_strict_round_trip(data: st.DataObject) -> None:
    """What a strict server writes, missing members as nulls, is read as the value itself."""
    annotation, values = data.draw(TYPES)
    schema = schema_of(Box[annotation])
    lowered = strict_schema(schema)
    assume(lowered is not None)
    value = Box(data.draw(values))
    answer = json.loads(json.dumps(wire(value)))
    del answer["more"]
    strict = with_nulls(answer, lowered, lowered)

    Draft202012Validator(lowered).validate(strict)
    assert strict["more"] is None
    assert value == value_of(Box[annotation], without_nulls(strict, schema))


def test_person_is_strict() -> None:
    """The class of the other tests can be said strictly, with members that hold itself."""
    assert strict_schema(schema_of(Person))
