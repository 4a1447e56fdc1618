"""Every public name of LWE's `ApiBackend` and `Config` is there, or says what to use instead."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest

from polyvox.compat.lwe import ApiBackend, AsyncApiBackend, Config, Result
from polyvox.compat.lwe.defaults import system_presets
from polyvox.compat.lwe.left_out import LEFT_OUT
from polyvox.compat.lwe.logs import LOGGER
from polyvox.compat.lwe.overrides import KEYS
from polyvox.compat.lwe.providers import PROVIDERS

LINES = [
    line
    for line in (Path(__file__).parent / "names" / "lwe.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("#")
]


def _found(kind: type, name: str) -> Any:
    """What *name* leads to from an object of *kind*."""
    value: Any = kind()
    for part in name.split(".")[1:]:
        value = getattr(value, part)
    return value


@pytest.mark.usefixtures("lwe_home")
@pytest.mark.parametrize("kind", [ApiBackend, AsyncApiBackend])
@pytest.mark.parametrize("line", LINES)
def test_name(kind: type, line: str) -> None:
    """The name exists, and its arguments have the same names, order and defaults."""
    name, *arguments = line.split()
    last = name.rpartition(".")[2]
    if last in LEFT_OUT:
        with pytest.raises(AttributeError, match="LWE's is left out; "):
            _found(kind, name)
        return
    value = _found(Config if name.startswith("Config.") else kind, name)
    if not callable(value):
        return
    found = [
        one for one in inspect.signature(value).parameters.values() if one.kind != one.KEYWORD_ONLY
    ]

    assert [one.rstrip("=") for one in arguments] == [one.name for one in found]
    assert [one.endswith("=") for one in arguments] == [
        one.default is not one.empty for one in found
    ]


@pytest.mark.usefixtures("lwe_home")
def test_constructors() -> None:
    """The configuration comes first, for backends; folders, profile and settings for it."""
    backends = [
        next(iter(inspect.signature(one).parameters)) for one in (ApiBackend, AsyncApiBackend)
    ]

    assert ["config", "config"] == backends
    assert ["config_dir", "data_dir", "profile", "config", "args"] == list(
        inspect.signature(Config).parameters
    )


def test_what_is_left_out() -> None:
    """Only names of LWE are said to be left out; any other is simply not there."""
    listed = {line.split()[0].rpartition(".")[2] for line in LINES}

    assert set() == LEFT_OUT.keys() - listed
    with pytest.raises(AttributeError, match=r"'ApiBackend' object has no attribute 'nothing'$"):
        ApiBackend().nothing  # type: ignore[attr-defined]  # noqa: B018 - it is not there


@pytest.mark.usefixtures("lwe_home")
def test_the_log() -> None:
    """`log` is the logger that `debug.log` writes to."""
    assert LOGGER is ApiBackend().log


def test_the_page_lists_what_there_is() -> None:
    """The guide names every override, provider and system preset, and what a result knows."""
    page = (Path(__file__).parents[2] / "docs" / "lwe.md").read_text("utf-8")
    facts = [name for name in vars(Result) if not name.startswith("_")]
    names = [*KEYS, *PROVIDERS, *system_presets("default"), *facts]

    assert [] == [name for name in names if f"`{name}`" not in page]
