"""Every public name of aidial-client exists, and takes the arguments that its users pass."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path
from typing import Any

import pytest

import polyvox.compat.aidial_client as aidial
from polyvox.compat.aidial_client.types.chat.request import CreateOptions

LINES = [
    line
    for line in (Path(__file__).parent / "names" / "aidial_client.txt").read_text().splitlines()
    if not line.startswith("#")
]


def _found(name: str) -> Any:
    """What *name* leads to: from the package, its modules, or a client."""
    head, *rest = name.split(".")
    if head == "types":
        length = 3 if rest[0] == "chat" and rest[1][0].islower() else 2
        value: Any = importlib.import_module(".".join((aidial.__name__, head, *rest[: length - 1])))
        rest = rest[length - 1 :]
    else:
        value = getattr(aidial, head)
        if rest and "Dial" in head and "Exception" not in head:
            arguments = {} if "Pool" in head else {"base_url": "http://x.invalid", "api_key": "k"}
            value = value(**arguments)
    for part in rest:
        value = getattr(value, part)
    return value


def _arguments(text: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """Positional and keyword arguments of *text*: the needed ones, and the optional ones."""
    optional = re.findall(r"\[(.*?)\]", text)
    needed = re.sub(r"\[.*?\]", "", text).split()
    split = [
        [one for one in group if one.endswith("=") is keyword]
        for group in (needed, optional)
        for keyword in (False, True)
    ]
    positional, keywords, more, more_keywords = split
    return positional, keywords, more, more_keywords


@pytest.mark.parametrize("line", LINES)
def test_name(line: str) -> None:
    """The name exists; its signature takes the arguments, with and without the optional ones."""
    name, _, call = line.partition(" ")
    value = _found(name)

    assert value is not None or name.endswith("api_version")
    if call:
        positional, keywords, more, more_keywords = _arguments(call[1:-1])
        signature = inspect.signature(value)
        signature.bind(*positional, **{one[:-1]: 0 for one in keywords})
        given = {one[:-1]: 0 for one in (*keywords, *more_keywords)}
        signature.bind(*positional, *more, **given)
        names = {*positional, *more} - set(signature.parameters)
        assert not names


def test_options_of_create() -> None:
    """create() takes the listed options, and refuses what is not listed."""
    line = next(line for line in LINES if line.startswith("Dial.chat.completions.create "))
    listed = {one.rstrip("=") for one in re.findall(r"\w+=", line)}
    own = {"deployment_name", "messages", "stream", "api_version"}

    assert listed == own | CreateOptions.__optional_keys__


def test_exports() -> None:
    """`__all__` is sorted, and everything in it exists."""
    assert sorted(aidial.__all__) == aidial.__all__
    for name in aidial.__all__:
        assert getattr(aidial, name) is not None


def test_alias() -> None:
    """The older name of an exception is the same class."""
    assert aidial.InvalidDialURLException is aidial.InvalidDialURLError
    assert issubclass(aidial.NotDialURLError, aidial.InvalidRequestError)
    assert issubclass(aidial.InvalidRequestError, aidial.DialException)
