"""
The schemas of OpenAPI and of JSON Schema itself, ready to check many things.

As published, both refer to themselves dynamically, and jsonschema looks for the target of such a
reference again each time, in OpenAPI's by a walk through all of it: most of the time of a run.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import import_module
from typing import Any

from jsonschema import Draft202012Validator
from openapi_spec_validator import (
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)
from referencing import Registry
from referencing.jsonschema import DRAFT202012

__all__ = ["VERSIONS", "document_validator", "schema_validator"]

# The package has no types to import.
_SPECIFICATIONS: Any = import_module("jsonschema_specifications").REGISTRY
_PUBLISHED: dict[str, Any] = {
    "3.0": OpenAPIV30SpecValidator,
    "3.1": OpenAPIV31SpecValidator,
    "3.2": OpenAPIV32SpecValidator,
}
VERSIONS = tuple(_PUBLISHED)
"""Versions of OpenAPI that are read."""


@cache
def document_validator(version: str) -> Any:
    """Validator of whole documents of OpenAPI *version*, one of `VERSIONS`."""
    published = _PUBLISHED[version].schema_validator
    if version == "3.0":  # has no dynamic references
        return published
    schema = dict(published.schema)
    empty: Registry[Any] = Registry()
    known = empty.with_resource(schema["$id"], DRAFT202012.create_resource(schema)).crawl()
    return Draft202012Validator({"$ref": schema["$id"]}, registry=known)


@cache
def schema_validator() -> Any:
    """Validator of JSON Schemas of 2020-12, with its vocabularies as one schema."""
    root: Any = Draft202012Validator.META_SCHEMA
    find = _SPECIFICATIONS.resolver(root["$id"]).lookup
    parts = [root, *(find(part["$ref"]).contents for part in root["allOf"])]
    whole = {"type": root["type"]}
    for key in ("properties", "$defs"):
        whole[key] = {name: schema for part in parts for name, schema in part.get(key, {}).items()}
    # In all vocabularies `#meta` means the whole, and what they lend each other is in here now.
    text = json.dumps(whole).replace('"$dynamicRef": "#meta"', '"$ref": "#"')
    text = re.sub(r'"\$ref": "meta/[a-z-]+#', '"$ref": "#', text)
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(json.loads(text), format_checker=checker)
