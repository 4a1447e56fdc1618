"""What generated models stand on: UNSET, equality, repr, unknown members."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from attrs import define

from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of


@define(eq=False, repr=False)
class Point(Model):
    """A model as the generator writes them."""

    x: int
    label: str | Unset | None = UNSET
    extra: JsonObject | None = None


@define(eq=False, repr=False)
class Other(Model):
    """Another model with the same field."""

    x: int


def test_unset_is_one_false_value() -> None:
    """There is one, it is false, and copies and pickles are it."""
    assert not UNSET
    assert Unset() is UNSET
    assert copy.deepcopy(UNSET) is UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert "UNSET" == repr(UNSET)


def test_models_are_equal_by_value() -> None:
    """Class and all fields decide; absent differs from null."""
    assert Point(1, "a") == Point(1, "a")
    assert Point(1) != Point(1, None)
    assert Point(1) != Point(1, extra={"y": 1})
    assert Point(1) != Other(1)
    assert Point(1) != 1


def test_models_have_no_hash() -> None:
    """Values that can change belong into no set."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1))


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (Point(1), "Point(x=1)"),
        (Point(1, None), "Point(x=1, label=None)"),
        (Point(1, "a", {"y": 2}), "Point(x=1, label='a', extra={'y': 2})"),
    ],
)
def test_repr_leaves_absent_fields_out(model: Model, text: str) -> None:
    """Only what is present is shown."""
    assert text == repr(model)


@pytest.mark.parametrize(
    ("source", "extra"),
    [({}, None), ({"a": 1}, None), ({"a": 1, "b": 2}, {"b": 2}), ({"c": None}, {"c": None})],
)
def test_unknown_members_are_kept(source: dict[str, Any], extra: dict[str, Any] | None) -> None:
    """What the specification does not know stays, and None stands for nothing."""
    assert extra == extra_of(source, frozenset({"a"}))


def test_the_base_has_no_wire_form() -> None:
    """Only generated classes know theirs."""
    with pytest.raises(NotImplementedError):
        Other(1).to_dict()
    with pytest.raises(NotImplementedError):
        Other.from_dict({})
