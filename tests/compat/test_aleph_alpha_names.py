"""Every public name of aleph-alpha-client exists, and takes the arguments that its users pass."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import polyvox.compat.aleph_alpha_client as aleph

LINES = [
    line
    for line in (Path(__file__).parent / "names" / "aleph_alpha_client.txt").read_text().split("\n")
    if line and not line.startswith("#")
]


def _found(name: str) -> Any:
    """What *name* leads to: from the package, or from one of its modules."""
    head, *rest = name.split(".")
    value: Any = import_module(f"{aleph.__name__}.{head}") if rest else getattr(aleph, head)
    for part in rest:
        value = getattr(value, part)
    return value


@pytest.mark.parametrize("line", LINES)
def test_name(line: str) -> None:
    """The name exists; its arguments have the same names, order and defaults."""
    name, *arguments = line.split()
    value = _found(name)
    if not arguments:
        return
    found = [*inspect.signature(value).parameters.values()]
    if found[0].name == "self":
        found = found[1:]
    for wanted, one in zip(arguments, found, strict=False):
        assert wanted.rstrip("=") == one.name
        assert not (wanted.endswith("=") and one.default is one.empty)

    assert len(arguments) <= len(found)
    assert all(one.default is not one.empty for one in found[len(arguments) :])


def test_exports() -> None:
    """Everything in `__all__` exists, and every listed name of the package is in it."""
    listed = {line for line in LINES if "." not in line}

    assert [] == [name for name in aleph.__all__ if not hasattr(aleph, name)]
    assert set() == listed - set(aleph.__all__)
    assert len(set(aleph.__all__)) == len(aleph.__all__)


def test_constants() -> None:
    """The constants have the values that they had."""
    constants = import_module(f"{aleph.__name__}.aleph_alpha_client")

    assert ["mean", "max", "last_token", "abs_max"] == aleph.POOLING_OPTIONS
    assert frozenset({408, 429, 500, 502, 503, 504}) == constants.RETRY_STATUS_CODES
    assert 305 == constants.DEFAULT_REQUEST_TIMEOUT
