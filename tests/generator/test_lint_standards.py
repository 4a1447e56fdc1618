"""The prepared schemas of OpenAPI and JSON Schema find what the published ones find."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, OpenAPIV32SpecValidator

from polyvox_generator.lint.standards import document_validator, schema_validator

_META: Any = Draft202012Validator.META_SCHEMA
_KEYWORDS = (
    "$defs", "$id", "$recursiveAnchor", "$recursiveRef", "$ref", "$vocabulary", "allOf", "const",
    "contentSchema", "definitions", "dependencies", "deprecated", "enum", "format", "if", "items",
    "minLength", "pattern", "prefixItems", "properties", "required", "type",
    "unevaluatedItems", "unknown",
)  # fmt: skip
_WRONG = (
    3,
    -1,
    "(",
    "string",
    [],
    [{"minLength": -1}],
    {"type": "strin"},
    {"a": {"enum": 0}},
    {"a": ["b", 1]},
)


def _found(validator: Any, value: object) -> set[tuple[tuple[str | int, ...], str]]:
    return {(tuple(error.absolute_path), error.message) for error in validator.iter_errors(value)}


@pytest.mark.parametrize("keyword", _KEYWORDS)
def test_schemas_as_the_meta_schema_has_them(keyword: str) -> None:
    """Every vocabulary is there, at the outside and within other schemas, formats included."""
    published = Draft202012Validator(_META, format_checker=Draft202012Validator.FORMAT_CHECKER)
    schemas = [{keyword: wrong} for wrong in _WRONG]
    schemas += [{"not": {"properties": {"a": schema}}} for schema in schemas]

    expected = [_found(published, schema) for schema in schemas]

    assert expected == [_found(schema_validator(), schema) for schema in schemas]
    assert any(expected) == (keyword not in {"const", "unknown"})


@pytest.mark.parametrize(
    ("version", "published"), [("3.1", OpenAPIV31SpecValidator), ("3.2", OpenAPIV32SpecValidator)]
)
def test_documents_as_openapi_has_them(version: str, published: Any) -> None:
    """A document is refused for the same reasons, also where a schema is no schema."""
    media = {"application/json": {"schema": 3, "example": 1, "examples": {}}}
    operation = {"operationId": 1, "responses": {"200": {"content": media}}, "more": 1}
    document = {
        "openapi": f"{version}.0",
        "info": {"title": "Faulty"},
        "paths": {"/x": {"get": operation}, "y": {}},
        "components": {"schemas": {"A": []}, "headers": {"h": {"schema": ""}}},
    }

    expected = _found(published.schema_validator, document)

    assert expected == _found(document_validator(version), document)
    assert len(expected) > 3
