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
_relevance: Any = getattr(exceptions, "relevance")  # noqa: B009 - an attribute has no full type
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
    """Most telling error below *error*: of a union the member that was meant, if one was."""
    while error.context and error.validator in ("anyOf", "oneOf"):
        meant = _meant(error)
        if meant is None:
            best: ValidationError | None = _best_match(iter([error]))
            return best or error
        error = meant
    return error


def _meant(error: ValidationError) -> ValidationError | None:
    """First error of the one union member whose type and constants fit; None when unclear."""
    branches: dict[object, list[ValidationError]] = {}
    for inner in error.context:
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    typed = [branch for branch in branches.values() if not any(map(_is_type, branch))]
    tagged = [branch for branch in typed if not any(map(_is_tag, branch))]
    if len(tagged) == 1:
        return max(tagged[0], key=_relevance)
    tags = [inner for branch in typed for inner in branch if _is_tag(inner)]
    if tagged or len({inner.relative_path[0] for inner in tags}) != 1:
        return None
    tags[0].message = f"{tags[0].instance!r} selects no member of the union"
    return tags[0]


def _is_type(error: ValidationError) -> bool:
    return error.validator == "type" and not error.relative_path


def _is_tag(error: ValidationError) -> bool:
    return error.validator in ("const", "enum") and len(error.relative_path) == 1


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
