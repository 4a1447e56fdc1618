"""
Values against the document's schemas: JSON Schema 2020-12 with references into the document.

Unlike plain JSON Schema, `contentSchema` is checked, since it types the payloads of streams.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator, exceptions, validators
from jsonschema.exceptions import ValidationError
from openapi_schema_validator import OAS30Validator
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT4, DRAFT202012

from polyvox_generator.lint.values import as_map

__all__ = ["Problem", "SchemaValidator", "deepest", "shorten"]

_URI = "urn:polyvox:document"
_CUT = 240


# Read by name, since the stubs leave both partly untyped.
_best_match: Any = getattr(exceptions, "best_match")  # noqa: B009 - an attribute has no full type
_extend: Any = getattr(validators, "extend")  # noqa: B009 - an attribute has no full type


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One reason why a value is invalid.

    Args:
        path: Keys and indexes that lead to the culprit inside the value.
        message: What is wrong there.
    """

    path: tuple[str | int, ...]
    message: str


def deepest(error: ValidationError) -> ValidationError:
    """Most telling error below *error*: the closest miss of a union, not the union."""
    best: ValidationError | None = _best_match(iter([error]))
    return best or error


def shorten(message: str) -> str:
    """*message*, cut when it quotes much of the document."""
    return message if len(message) <= _CUT else f"{message[:_CUT]}..."


def _content_schema(
    validator: Any, content: Any, instance: Any, schema: Any
) -> Iterator[ValidationError]:
    media_type = str(as_map(schema).get("contentMediaType", ""))
    if not isinstance(instance, str) or not media_type.endswith("json"):
        return
    try:
        payload = json.loads(instance)
    except ValueError:
        yield ValidationError(f"{instance!r} is not JSON, as its contentMediaType wants")
        return
    yield from validator.descend(payload, content, schema_path="contentSchema")


_ContentValidator: Any = _extend(Draft202012Validator, {"contentSchema": _content_schema})


class SchemaValidator:
    """
    Validates values against schemas of one document.

    Args:
        tree: The document.
        version: Its OpenAPI version, such as `3.2`.
    """

    def __init__(self, tree: dict[str, Any], version: str) -> None:
        old = version == "3.0"
        resource = (DRAFT4 if old else DRAFT202012).create_resource(tree)
        empty: Registry[Any] = Registry()
        registry = empty.with_resource(_URI, resource)
        kind: Any = OAS30Validator if old else _ContentValidator
        checker = None if old else Draft202012Validator.FORMAT_CHECKER
        self._root: Any = kind({}, registry=registry, format_checker=checker)

    def problems(self, schema_pointer: str, value: object) -> list[Problem]:
        """
        What makes *value* invalid under the schema at *schema_pointer*; nothing when it is valid.

        A schema with a dangling reference finds nothing wrong: another rule reports it.
        """
        validator = self._root.evolve(schema={"$ref": f"{_URI}#{quote(schema_pointer)}"})
        try:
            return [_problem(error) for error in validator.iter_errors(value)]
        except Unresolvable:
            return []
        except RecursionError:
            return [Problem((), "the schema refers to itself without end")]


def _problem(error: ValidationError) -> Problem:
    inner = deepest(error)
    return Problem(tuple(inner.absolute_path), shorten(inner.message))
