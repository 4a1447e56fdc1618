"""
JSON Schema (2020-12) checks against one document, with messages for people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeAlias, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, relevance
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from polyvox.emulator.document import BASE, Document
from polyvox.emulator.jsonvalues import JsonObject

__all__ = ["Checker", "Schemas"]

LONGEST = 300
TELLING = frozenset({"type", "const", "enum"})

Schema: TypeAlias = bool | Mapping[str, Any]


class Checker(Protocol):
    """A schema's validator, as far as it is used here."""

    def iter_errors(self, instance: Any) -> Iterable[ValidationError]:
        """The faults of *instance*."""
        ...


class Schemas:
    """
    Validators for the schemas of one document, each made once.

    Args:
        document: The document that references point into.
    """

    def __init__(self, document: Document) -> None:
        """Register the document, so that its references resolve."""
        resource = DRAFT202012.create_resource(document.tree)
        self._registry = Registry[Schema]().with_resource(BASE, resource)
        self._validators: dict[int, Checker] = {}

    def problem(self, schema: JsonObject, value: object) -> str | None:
        """What is wrong with *value*, the most telling fault only; None if it fits *schema*."""
        validator = self._validators.get(id(schema))
        if validator is None:
            validator = cast("Checker", Draft202012Validator(schema, registry=self._registry))
            self._validators[id(schema)] = validator
        errors = list(validator.iter_errors(value))
        if not errors:
            return None
        error = meant(max(errors, key=relevance))
        where = error.json_path.removeprefix("$").removeprefix(".")
        message = error.message
        if len(message) > LONGEST:
            message = f"{message[:LONGEST]}..."
        return f"{where}: {message}" if where else message


def meant(error: ValidationError) -> ValidationError:
    """The fault inside the one alternative that the value was meant to be, if that is clear."""
    while error.validator in {"anyOf", "oneOf"}:
        branches: dict[object, list[ValidationError]] = {}
        for fault in error.context or ():
            branches.setdefault(fault.relative_schema_path[0], []).append(fault)
        likely = [faults for faults in branches.values() if not any(map(foreign, faults))]
        if len(likely) != 1:
            return error
        error = min(likely[0], key=lambda fault: len(fault.relative_path))
    return error


def foreign(fault: ValidationError) -> bool:
    """Whether *fault* shows that its alternative was not meant: another type, another constant."""
    return fault.validator in TELLING and len(fault.relative_path) <= 1
