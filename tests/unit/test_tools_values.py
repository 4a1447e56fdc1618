"""What a model reads of a tool's result: texts as they are, anything else as JSON."""

from __future__ import annotations

import dataclasses
import io
import json
from collections import OrderedDict, deque
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from uuid import UUID

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyvox.tools.values import text_of


class Color(Enum):
    """Colors."""

    RED = "red"


class Level(IntEnum):
    """Levels."""

    HIGH = 3


class Point(NamedTuple):
    """A point."""

    x: int
    y: int


@attrs.frozen
class City:
    """A city."""

    name: str
    founded: date


@dataclasses.dataclass
class Trip:
    """A trip."""

    to: City
    color: Color


class Pydantic:
    """Something with the method that pydantic's models have."""

    def model_dump(self) -> dict[str, Any]:
        """The members."""
        return {"at": date(2026, 1, 2)}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("as it is", "as it is"),
        ("", ""),
        (None, "null"),
        (True, "true"),
        (1.5, "1.5"),
        (float("inf"), '"inf"'),
        (2**80, str(2**80)),
        (Color.RED, '"red"'),
        (Level.HIGH, "3"),
        (Point(1, 2), '{"x":1,"y":2}'),
        ({"ü": [1, (2,)]}, '{"ü":[1,[2]]}'),
        ({1: "a", Color.RED: "b", None: "c"}, '{"1":"a","red":"b","null":"c"}'),
        (OrderedDict(a=deque([1])), '{"a":[1]}'),
        (range(3), "[0,1,2]"),
        (frozenset({7}), "[7]"),
        (datetime(2026, 1, 2, 3, 4, tzinfo=UTC), '"2026-01-02T03:04:00+00:00"'),
        (time(3, 4), '"03:04:00"'),
        (timedelta(minutes=1), "60.0"),
        (Decimal("1.10"), '"1.10"'),
        (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (PurePosixPath("a/b"), '"a/b"'),
        (City("Köln", date(50, 1, 1)), '{"name":"Köln","founded":"0050-01-01"}'),
        (
            Trip(City("Ulm", date(854, 1, 1)), Color.RED),
            '{"to":{"name":"Ulm","founded":"0854-01-01"},"color":"red"}',
        ),
        (Pydantic(), '{"at":"2026-01-02"}'),
    ],
)
def test_values(value: Any, text: str) -> None:
    """Data of any usual kind can be told."""
    assert text == text_of(value)


@pytest.mark.parametrize(
    "value", [object(), b"bytes", io.StringIO(), City, print, [b"x"], (one for one in "ab"), Path]
)
def test_no_data(value: Any) -> None:
    """What is no data is refused by name."""
    with pytest.raises(TypeError, match="which cannot be written as JSON"):
        text_of(value)


def test_endless_values() -> None:
    """A value that holds itself is refused."""
    endless: list[Any] = []
    endless.append(endless)

    with pytest.raises(TypeError, match="nested too deeply"):
        text_of(endless)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(JSON.filter(lambda value: not isinstance(value, str)))
def test_json_stays_json(value: Any) -> None:
    """A value that is JSON already means the same."""
    assert value == json.loads(text_of(value))
