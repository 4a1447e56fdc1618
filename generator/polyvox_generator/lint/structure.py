"""
The document against the OpenAPI schema (openapi-spec-validator) and JSON Schema's own.

openapi-spec-validator's further checks carry no place, so the other rules of this package do them:
duplicate ids and parameters, unresolved path parameters, defaults, duplicate tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jsonschema.exceptions import SchemaError, ValidationError
from openapi_schema_validator import OAS30Validator

from polyvox_generator.findings import Finding
from polyvox_generator.lint.context import Context
from polyvox_generator.lint.schemas import deepest, shorten
from polyvox_generator.lint.standards import VERSIONS, document_validator, schema_validator
from polyvox_generator.lint.values import as_map, quote
from polyvox_generator.pointers import join

__all__ = ["UNSOUND", "house_version", "schemas", "shape", "version"]

UNSOUND = frozenset({"invalid-schema", "reference-cycle", "reference-kind"})
"""Rules after whose findings no value can be checked against the schemas."""

_UNEXPECTED = re.compile(r"'([^']+)'")


def version(context: Context) -> Iterator[Finding]:
    """`openapi-version`: the document is OpenAPI 3.0, 3.1 or 3.2."""
    if "swagger" in context.tree:
        given = context.tree["swagger"]
        msg = f"This is Swagger {given}; convert it to OpenAPI 3."
        yield context.finding("openapi-version", "/swagger", msg)
    elif context.version not in VERSIONS:
        given = quote(context.tree.get("openapi"))
        msg = f"The OpenAPI version is {given}, which is not read. Write `openapi: 3.2.0`."
        yield context.finding("openapi-version", "/openapi", msg)


def house_version(context: Context) -> Iterator[Finding]:
    """`openapi-version`: our own documents are OpenAPI 3.2."""
    if context.version != "3.2":
        msg = f"Our documents are OpenAPI 3.2, this one is {context.version}. Raise its version."
        yield context.finding("openapi-version", "/openapi", msg)


def shape(context: Context) -> Iterator[Finding]:
    """`openapi`: what the OpenAPI schema of the document's version refuses."""
    checker = document_validator(context.version)
    needed = ("paths",) if context.version == "3.0" else ("paths", "components", "webhooks")
    pathless = not context.tree.keys() & set(needed)
    if pathless:
        msg = "The document has no `paths`. Describe the operations there."
        yield context.finding("openapi", "", msg)
    for error in checker.iter_errors(context.tree):
        if pathless and (error.validator == "anyOf" or "'paths'" in error.message[:7]):
            continue  # said above
        yield _located(context, "openapi", "", error)


def schemas(context: Context) -> Iterator[Finding]:
    """`invalid-schema`: what JSON Schema's own schema refuses."""
    for node in context.of("schema"):
        if node.owner != "schema":
            for error in _schema_errors(context.version, node.value):
                yield _located(context, "invalid-schema", node.pointer, error)


def _schema_errors(version: str, schema: dict[str, Any]) -> Iterator[ValidationError]:
    if version == "3.0":
        try:
            OAS30Validator.check_schema(schema)
        except SchemaError as error:
            yield ValidationError(error.message, path=error.absolute_path, instance=error.instance)
        return
    yield from schema_validator().iter_errors(schema)


def _located(context: Context, rule: str, base: str, error: ValidationError) -> Finding:
    inner = deepest(error)
    pointer = join(base, *inner.absolute_path)
    if "unexpected" in inner.message:
        # The error stands at the object; its place is the first key that does not belong there.
        members = as_map(inner.instance)
        names = [name for name in _UNEXPECTED.findall(inner.message) if name in members]
        pointer = join(pointer, *names[:1])
    return context.finding(rule, pointer, f"{shorten(inner.message)}.")
