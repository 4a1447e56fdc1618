"""JSON in and out, the same with and without orjson."""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from typing import Any

import pytest

from polyvox_core import json
from polyvox_core.errors import ConfigError

DEEP = "[" * 100_000 + "]" * 100_000


@pytest.fixture(params=["orjson", "std"], autouse=True)
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both libraries, one after the other."""
    if request.param == "std":
        monkeypatch.setattr(json, "orjson", None)
    else:
        pytest.importorskip("orjson")
    return str(request.param)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a":[1,2.5,null,true,"\u00e9"]}', {"a": [1, 2.5, None, True, "\u00e9"]}),
        ("18446744073709551615", 18446744073709551615),
        ('"\\ud83d\\ude00"', "\U0001f600"),
        (' {"b":1,"a":2} ', {"b": 1, "a": 2}),
    ],
)
def test_loads(text: str, value: Any) -> None:
    """Texts and bytes give the same values; a byte order mark is no part of them."""
    assert value == json.loads(text)
    assert value == json.loads(text.encode())
    assert value == json.loads(b"\xef\xbb\xbf" + text.encode())


@pytest.mark.parametrize(
    "text",
    ["", "{", "NaN", "[Infinity]", "-Infinity", "{'a':1}", "[1,]", "1 2", DEEP, b"\xff", b'"\xe9"'],
    ids=lambda text: repr(text[:10]),
)
def test_what_is_not_json(text: str | bytes) -> None:
    """Everything else is a `ValueError`, deep nesting too."""
    with pytest.raises(ValueError):
        json.loads(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (
            {"b": [1, 2.5, None, True], "a": "\u00e9 \u2013"},
            '{"b":[1,2.5,null,true],"a":"\u00e9 \u2013"}',
        ),
        ({"n": 2**70}, '{"n":1180591620717411303424}'),
        ({1: "x"}, '{"1":"x"}'),
        ('a\n"', '"a\\n\\""'),
    ],
)
def test_dumps(value: Any, text: str) -> None:
    """Compact, in the order given, and not escaped beyond need."""
    assert text.encode() == json.dumps(value)


@pytest.mark.parametrize("value", [{1, 2}, object(), {"a": b"x"}, {("a",): 1}])
def test_what_json_cannot_express(value: Any) -> None:
    """What JSON has no form for is refused with advice."""
    with pytest.raises(ConfigError, match="cannot be written as JSON"):
        json.dumps(value)


def test_circles_are_refused() -> None:
    """A value that holds itself has no end."""
    circle: list[Any] = []
    circle.append(circle)

    with pytest.raises(ConfigError, match="cannot be written as JSON"):
        json.dumps(circle)


def test_lone_surrogates_are_refused() -> None:
    """Half a character cannot travel."""
    with pytest.raises(ConfigError, match="cannot be written as JSON"):
        json.dumps({"a": "\ud800"})


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), [-float("inf")], {"a": (None, float("nan"))}]
)
def test_numbers_that_are_none(value: Any) -> None:
    """JSON has no NaN and no infinity."""
    with pytest.raises(ConfigError, match="cannot be written as JSON"):
        json.dumps(value)


def test_the_module_loads_without_orjson(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is one: without it the standard library does the work."""
    monkeypatch.setitem(sys.modules, "orjson", None)
    spec = find_spec("polyvox_core.json")
    assert spec is not None
    assert spec.loader is not None
    twin = module_from_spec(spec)
    spec.loader.exec_module(twin)

    assert twin.orjson is None
    assert b'{"a":1}' == twin.dumps(twin.loads(b'{"a":1}'))
