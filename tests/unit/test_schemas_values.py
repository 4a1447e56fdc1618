"""
Values out of JSON: what fits, what does not, and what an error says about it.
"""

from __future__ import annotations

import collections
import collections.abc
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from schema_types import (
    Box,
    Cat,
    Chosen,
    Circle,
    Dog,
    Home,
    IntBox,
    Level,
    Loud,
    Mood,
    Nested,
    Numbers,
    Outer,
    Person,
    Point,
    Quiet,
    Square,
    Tomcat,
    Trip,
)

from polyvox import InvalidValue
from polyvox.schemas import value_of

ID = "12345678-1234-5678-1234-567812345678"

FITTING: list[tuple[Any, Any, Any]] = [
    (str, "a", "a"),
    (int, 3, 3),
    (int, 3.0, 3),
    (float, 3, 3.0),
    (bool, True, True),
    (None, None, None),
    (Any, [1, {"a": None}], [1, {"a": None}]),
    (date, "2026-01-31", date(2026, 1, 31)),
    (datetime, "2026-01-31T12:00:00Z", datetime(2026, 1, 31, 12, tzinfo=UTC)),
    (datetime, "2026-01-31t12:00:00.5z", datetime(2026, 1, 31, 12, 0, 0, 500000, tzinfo=UTC)),
    (time, "12:30:00", time(12, 30)),
    (UUID, ID, UUID(ID)),
    (Decimal, "12.50", Decimal("12.50")),
    (list[int], [1, 2], [1, 2]),
    (set[int], [1, 1, 2], {1, 2}),
    (collections.abc.Set[int], [1], frozenset({1})),
    (collections.deque[int], [1], collections.deque([1])),
    (tuple[int, ...], [1, 2], (1, 2)),
    (tuple[int, str], [1, "a"], (1, "a")),
    (dict[str, int], {"a": 1}, {"a": 1}),
    (int | None, None, None),
    (str | date, "2026-01-31", "2026-01-31"),
    (date | str, "2026-01-31", date(2026, 1, 31)),
    (date | str, "soon", "soon"),
    (Chosen, "a", "a"),
    (Literal[1, "a", None], None, None),  # noqa: PYI061 # a constant like others
    (Literal[1], 1.0, 1),
    (Mood, "bad", Mood.BAD),
    (Level, 2, Level.HIGH),
    (Literal[Mood.GOOD], "good", Mood.GOOD),
    (Annotated[int, "How many"], 3, 3),
    (Nested, [1, [2, []]], [1, [2, []]]),
    (Home, {"city": "Rome"}, Home("Rome")),
    (Home, {"city": "Rome", "zip": "1"}, Home("Rome", "1")),
    (Point, {"x": 1}, Point(1.0)),
    (Cat, {"kind": "cat", "lives": 9}, {"kind": "cat", "lives": 9}),
    (Cat | Dog, {"kind": "dog"}, {"kind": "dog"}),
    (Circle | Square, {"side": 1, "turned": True}, Square(1.0, turned=True)),
    (Square | Circle, {"radius": 1}, Circle(1.0)),
    (Box[Home], {"item": {"city": "Rome"}}, Box(Home("Rome"))),
    (Loud | Quiet, {"whisper": "a"}, {"whisper": "a"}),
    (Loud | Quiet, {"volume": "quiet"}, {"volume": "quiet"}),
    (Cat | Tomcat, {"kind": "cat", "fights": 3}, {"kind": "cat", "fights": 3}),
    (Cat | Circle, {"radius": 1}, Circle(1.0)),
    (Box[Annotated[int, "Size"] | str], {"item": 1}, Box(1)),
    (Nested | str, [1], [1]),
    (Box[Nested | str], {"item": "a"}, Box("a")),
    (IntBox, {"item": 1, "more": [2], "label": "a"}, IntBox(1, [2], "a")),
    (Outer, {"x": 1, "inner": [{"y": "a"}]}, Outer.model_validate({"x": 1, "inner": [{"y": "a"}]})),
    (Numbers, [1, 2], Numbers([1, 2])),
    (Outer | Cat, {"kind": "cat"}, {"kind": "cat"}),
    (
        Person,
        {
            "name": "Ada",
            "age": 36,
            "mood": "bad",
            "tags": ["a"],
            "friends": [{"name": "Bob", "age": 1}],
        },
        Person("Ada", 36, mood=Mood.BAD, tags={"a"}, friends=[Person("Bob", 1)]),
    ),
]


@pytest.mark.parametrize(("annotation", "given", "value"), FITTING, ids=lambda one: str(one)[:40])
def test_values(annotation: Any, given: Any, value: Any) -> None:
    """JSON becomes the value of the type, of that very type."""
    found = value_of(annotation, given)

    assert value == found
    assert type(value) is type(found)


def test_dataclass() -> None:
    """A dataclass is made by its constructor, with what only that takes."""
    found = value_of(Trip, {"start": "2026-01-31", "stops": [], "price": 3, "seed": 4})

    assert (date(2026, 1, 31), [], 3, 7) == (found.start, found.stops, found.price, found.total)


UNFIT: list[tuple[Any, Any, str]] = [
    (str, 1, "$: expected a text, got the number 1"),
    (int, "1", "$: expected a whole number, got the text '1'"),
    (int, True, "$: expected a whole number, got true"),
    (int, 1.5, "$: expected a whole number, got the number 1.5"),
    (float, False, "$: expected a number, got false"),
    (float, 10**400, "$: expected a number, got the number 1" + "0" * 79 + "..."),
    (bool, 1, "$: expected true or false, got the number 1"),
    (None, "", "$: expected null, got the text ''"),
    (date, "20260131", "$: expected a date such as '2026-01-31', got the text '20260131'"),
    (date, "2026-02-30", "$: expected a date such as '2026-01-31', got the text '2026-02-30'"),
    (date, 7, "$: expected a date such as '2026-01-31', got the number 7"),
    (UUID, "x", "$: expected a UUID, got the text 'x'"),
    (
        Decimal,
        "1,5",
        "$: expected a decimal number as text, such as '12.50', got the text '1,5'",
    ),
    (list[int], {}, "$: expected an array, got an empty object"),
    (list[int], [1, None], "$[1]: expected a whole number, got null"),
    (set[Any], [[]], "$: unhashable type: 'list'"),
    (tuple[int, int], [1], "$: expected an array of 2, got an array of 1"),
    (tuple[int, int], [1, ""], "$[1]: expected a whole number, got the text ''"),
    (dict[str, int], [], "$: expected an object, got an array of 0"),
    (dict[str, int], {"a b": "x"}, "$['a b']: expected a whole number, got the text 'x'"),
    (Mood, "fine", "$: expected one of 'good', 'bad', got the text 'fine'"),
    (Literal[1], True, "$: expected 1, got true"),
    (Literal[False, "a"], 0, "$: expected one of false, 'a', got the number 0"),
    (int | str, [], "$: expected a whole number or a text, got an array of 0"),
    (int | list[int], ["a"], "$[0]: expected a whole number, got the text 'a'"),
    (date | UUID, "x", "$: expected a date such as '2026-01-31' or a UUID, got the text 'x'"),
    (Home, [], "$: expected an object (Home), got an array of 0"),
    (Home, {}, "$.city: expected a text, got nothing"),
    (Home, {"city": "a", "street": "b"}, "$.street: Home has no such member"),
    (Person, {"name": "Ada", "age": "x"}, "$.age: expected a whole number, got the text 'x'"),
    (
        Person,
        {"name": "Ada", "age": 1, "friends": [{"name": "Bob", "age": 1, "home": {"city": 1}}]},
        "$.friends[0].home.city: expected a text, got the number 1",
    ),
    (Trip, {"start": "2026-01-31", "stops": [], "price": -1}, "$: the price is negative"),
    (Cat | Dog, {"kind": "cow"}, "$.kind: expected one of 'cat', 'dog', got the text 'cow'"),
    (Cat | Dog, {}, "$.kind: expected one of 'cat', 'dog', got nothing"),
    (Cat | Dog, {"kind": "dog", "bark": 1}, "$.bark: expected a text, got the number 1"),
    (Circle | Square, {"side": "x"}, "$.side: expected a number, got the text 'x'"),
    (Outer, {"x": 1, "inner": [{}]}, "$.inner[0].y: Field required"),
    (str, b"a", "$: expected a text, got a bytes, which is no JSON"),
    (Nested, "a", "$: expected an array or a whole number, got the text 'a'"),
    (Box[Nested], {"item": ""}, "$.item: expected an array or a whole number, got the text ''"),
    (Box[Nested], {}, "$.item: expected a Nested, got nothing"),
    (Box[Annotated[int, "Size"]], {}, "$.item: expected a whole number, got nothing"),
    (Box[int | str], {}, "$.item: expected a whole number or a text, got nothing"),
    (Loud | Quiet, {"volume": 1}, "$.volume: expected one of 'loud', 'quiet', got the number 1"),
    (Loud | Quiet, {"other": 1}, "$.other: Loud has no such member"),
    (Nested | Mood, {}, "$: expected a Nested or one of 'good', 'bad', got an empty object"),
]


@pytest.mark.parametrize(("annotation", "given", "fault"), UNFIT, ids=lambda one: str(one)[:40])
def test_faults(annotation: Any, given: Any, fault: str) -> None:
    """What does not fit is told with its place, what was expected, and what came."""
    with pytest.raises(InvalidValue) as caught:
        value_of(annotation, given)

    assert (fault,) == caught.value.faults
    assert fault.partition(": ")[0] == caught.value.path
    assert fault in str(caught.value)


def test_all_faults_are_told() -> None:
    """Every fault is listed, the first five of them in the message."""
    with pytest.raises(InvalidValue, match=r"does not fit list\[int\]: .*; and 2 more") as caught:
        value_of(list[int], ["a"] * 7)

    assert 7 == len(caught.value.faults)
    assert "$[0]" == caught.value.path


def test_long_values_are_cut() -> None:
    """An error does not repeat a whole text or object."""
    with pytest.raises(InvalidValue) as caught:
        value_of(list[int], ["x" * 500, dict.fromkeys(map(str, range(100)))])

    assert len(str(caught.value)) < 400


def test_open_reading() -> None:
    """Members that a class does not know may be passed over."""
    given = {"city": "Rome", "street": "Via"}

    assert Home("Rome") == value_of(Home, given, closed=False)
    assert [Home("Rome")] == value_of(list[Home | int], [given], closed=False)


def test_deep_values() -> None:
    """A value that nests deeper than Python can follow is an error like others."""
    value: Any = 1
    for _ in range(5000):
        value = [value]

    with pytest.raises(InvalidValue, match="too deeply"):
        value_of(Nested, value)


def test_a_class_that_fails_itself() -> None:
    """What a class's own check raises is a fault of the value; without words it is named."""
    import attrs

    @attrs.define
    class Picky:
        """Takes nothing."""

        name: str = attrs.field(validator=attrs.validators.max_len(2))

        def __attrs_post_init__(self) -> None:
            """Refuse without a word."""
            raise ValueError

    with pytest.raises(InvalidValue, match="Length of 'name' must be <= 2") as caught:
        value_of(Picky, {"name": "long"})
    with pytest.raises(InvalidValue, match=r"\$: ValueError"):
        value_of(Picky, {"name": "a"})

    assert "$" == caught.value.path


def test_other_checks() -> None:
    """A class with a schema and a check of its own counts as one, whatever its errors tell."""

    class Own:
        """Brings both."""

        @classmethod
        def model_json_schema(cls) -> dict[str, Any]:
            """Any object."""
            return {"type": "object"}

        @classmethod
        def model_validate(cls, value: Any) -> Any:
            """Refuse."""
            msg = f"not {value}"
            raise ValueError(msg)

    with pytest.raises(InvalidValue, match=r"\$: not 1"):
        value_of(Own, 1)
