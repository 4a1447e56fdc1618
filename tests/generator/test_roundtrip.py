"""
Forward compatibility of generated models: what comes in goes out again.

For every type of every generated package, JSON is made from its lowered schema, with unknown
fields, enum values and union members, absent fields and values of unexpected types; decoding and
encoding must give the same JSON. POLYVOX_FUZZ=500 tries that many examples of each type.
"""

from __future__ import annotations

import importlib
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polyvox_generator.load import load
from polyvox_generator.lower import lower
from polyvox_generator.parse import parse
from polyvox_generator.shapes import Record

ROOT = Path(__file__).parents[2]
EXAMPLES = int(os.environ.get("POLYVOX_FUZZ", "20"))
DEPTH_MAX = 4

_words = st.sampled_from(["", "a", "zz_unknown", "ü 你好", "0", 'quote"\\'])
_scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.floats(-1e9, 1e9), _words
)
_json = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_words, inner, max_size=2),
    max_leaves=4,
)
_primitives: dict[str | None, st.SearchStrategy[Any]] = {
    "string": _words,
    "integer": st.integers(-(2**53), 2**53),
    "number": st.floats(-1e9, 1e9) | st.integers(-9, 9),
    "boolean": st.booleans(),
    "null": st.none(),
}


class Maker:
    """Draws JSON that fits the schemas of one lowered document, or that a later server may send."""

    def __init__(self, tree: dict[str, Any], data: st.DataObject) -> None:
        self.schemas = tree["components"]["schemas"]
        self.data = data

    def draw(self, strategy: st.SearchStrategy[Any]) -> Any:
        """Draw one value of *strategy*."""
        return self.data.draw(strategy)

    def one_in(self, count: int) -> bool:
        """Tell, true once in *count* times."""
        return bool(self.draw(st.integers(1, count)) == count)

    def value(self, schema: dict[str, Any], depth: int = 0) -> Any:
        """Make a value of *schema*."""
        if "$ref" in schema:
            return self.value(self.schemas[schema["$ref"].rpartition("/")[2]], depth)
        if "anyOf" in schema:
            return self.union(schema, depth)
        if "properties" in schema:
            return self.record(schema, depth)
        compound = {"array": self.array, "object": self.map}.get(schema.get("type", ""))
        if compound is not None:
            return compound(schema, depth)
        return self.primitive(schema)

    def primitive(self, schema: dict[str, Any]) -> Any:
        """Make a value that holds no others; of an enum, an unknown one at times."""
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.draw(st.sampled_from(schema["enum"]) | _words)
        return self.draw(_primitives.get(schema.get("type"), _json))

    def nested(self, schema: dict[str, Any], depth: int) -> Any:
        """A value inside another one; now and then of a type that nobody foresaw."""
        if depth > 0 and self.one_in(12):
            return self.draw(_scalars)
        return self.value(schema, depth)

    def union(self, schema: dict[str, Any], depth: int) -> Any:
        """Make a member of a union, or an object that none of them knows."""
        dispatch = schema.get("x-dispatch")
        if dispatch is not None and dispatch["default"] is None and self.one_in(5):
            unknown = self.draw(st.dictionaries(st.just("zz_other"), _json))
            if dispatch["property"] is not None and self.one_in(2):
                unknown[dispatch["property"]] = self.draw(_json)
            return unknown
        members = schema["anyOf"]
        if depth > DEPTH_MAX:
            plain = [member for member in members if member.get("type") in _primitives]
            members = plain or members
        return self.value(self.draw(st.sampled_from(members)), depth)

    def record(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        """Make an object, with absent and unknown members."""
        required = schema.get("required", [])
        result: dict[str, Any] = {}
        for key, part in schema["properties"].items():
            if key in required or (depth <= DEPTH_MAX and self.one_in(2)):
                exact = key in required and ("const" in part or "enum" in part)
                result[key] = self.value(part, depth + 1) if exact else self.nested(part, depth + 1)
        if self.one_in(3):
            result["zz_unknown"] = self.draw(_json)
        return result

    def array(self, schema: dict[str, Any], depth: int) -> list[Any]:
        """Make a short list."""
        size = 0 if depth > DEPTH_MAX else self.draw(st.integers(0, 2))
        return [self.nested(schema.get("items", {}), depth + 1) for _ in range(size)]

    def map(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        """Make an object with any keys."""
        inner = schema.get("additionalProperties")
        inner = inner if isinstance(inner, dict) else {}
        keys = [] if depth > DEPTH_MAX else self.draw(st.lists(_words, max_size=2, unique=True))
        return {key: self.nested(inner, depth + 1) for key in keys}


def cases() -> list[Any]:
    """Lowered document, schema, decoder and encoder of every generated type that has them."""
    found: list[Any] = []
    for spec in sorted((ROOT / "specs").glob("*.yaml")):
        if not (ROOT / "generated/polyvox_api" / spec.stem).is_dir():
            continue
        tree = lower(load(spec).tree)
        components = parse(tree, spec.stem).components
        models = importlib.import_module(f"polyvox_api.{spec.stem}.models")
        for name, component in components.items():
            code = importlib.import_module(f"{models.__name__}.{models._HOMES[name]}")
            decode = find(code, "decode", name)
            if decode is not None or isinstance(component, Record):
                functions = (decode, find(code, "encode", name))
                found.append(pytest.param(tree, name, functions, id=f"{spec.stem}-{name}"))
    return found


def find(code: Any, verb: str, name: str) -> Any:
    """The function of *name* in the module *code*; None when its values need none."""
    wanted = f"{verb}_{name}".lower().replace("_", "")
    return next((vars(code)[key] for key in vars(code) if key.replace("_", "") == wanted), None)


def text(value: Any) -> str:
    """JSON text in which true and 1, and 1 and 1.0, differ."""
    return json.dumps(value, sort_keys=True)


@pytest.mark.parametrize(("tree", "name", "functions"), cases())
def test_decoding_and_encoding_gives_the_same_json(
    tree: dict[str, Any], name: str, functions: Any
) -> None:
    """Whatever a server may send survives: unknown fields, values, members, absent and null."""
    decode, encode = functions

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize="POLYVOX_FUZZ" not in os.environ,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def roundtrip(data: st.DataObject) -> None:
        """Compare one drawn value with what comes back."""
        source = Maker(tree, data).value(tree["components"]["schemas"][name])

        assert text(source) == text(encode(decode(source)))

    roundtrip()
