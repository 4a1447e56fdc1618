"""Operations as data, and functions that are loaded late."""

from __future__ import annotations

import sys

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from world import GET

from polyvox_core.operation import late, nothing, plain


def test_raw_operations_keep_json() -> None:
    """A raw operation neither encodes nor decodes, and is the same otherwise."""
    operation = evolve(GET, decode=str, encode=int)
    raw = operation.raw()

    assert (plain, plain) == (raw.decode, raw.encode)
    assert (operation.id, operation.path) == (raw.id, raw.path)


def test_operations_cannot_change() -> None:
    """They are shared by all clients."""
    with pytest.raises(FrozenInstanceError):
        GET.path = "/other"  # type: ignore[misc]


def test_plain_and_nothing() -> None:
    """One gives what it takes, the other nothing."""
    source = {"a": 1}

    assert source is plain(source)
    assert nothing(source) is None


def test_late_functions_load_at_their_first_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module is imported when the function is called, and only then."""
    monkeypatch.delitem(sys.modules, "polyvox_core.shapes", raising=False)
    function = late("polyvox_core.operation", ".shapes", "as_object")

    assert "polyvox_core.shapes" not in sys.modules
    assert "as_object" in repr(function)
    assert {"a": 1} == function({"a": 1})
    assert {} == function(5)
    assert "polyvox_core.shapes" in sys.modules
