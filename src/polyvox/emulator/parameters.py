"""
Query and header parameters: from text to the JSON value that the schema speaks of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from polyvox.emulator.document import Document, Operation, Parameter
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import Json, JsonObject, items_of
from polyvox.emulator.schemas import Schemas

__all__ = ["typed_value", "typed_values"]

PLACES = {"query": "Query parameter", "header": "Header", "path": "Path parameter"}
NUMBERS = {"integer": int, "number": float}
BOOLEANS = {"true": True, "false": False}


def typed_values(
    operation: Operation,
    sent: Mapping[tuple[str, str], Sequence[str]],
    document: Document,
    schemas: Schemas,
) -> dict[str, Json]:
    """
    The operation's parameters by wire name, those that were *sent* (by place and name).

    Raises:
        Refusal: 400 naming the first parameter that is missing or does not fit.
    """
    values: dict[str, Json] = {}
    for parameter in operation.parameters:
        texts = sent.get((parameter.place, parameter.name.lower()), ())
        place = PLACES.get(parameter.place, "Parameter")
        if not texts:
            if parameter.required:
                raise Refusal(400, f"{place} {parameter.name!r} is required and missing.")
            continue
        value = typed_value(parameter, texts, document)
        problem = schemas.problem(parameter.schema, value)
        if problem is not None:
            raise Refusal(400, f"{place} {parameter.name!r}: {problem}")
        values[parameter.name] = value
    return values


def typed_value(parameter: Parameter, texts: Sequence[str], document: Document) -> Json:
    """The value that *texts*, the parameter's occurrences in the request, stand for."""
    schema = document.resolve(parameter.schema)
    if "array" in types_of(schema, document):
        pieces = texts[0].split(",") if parameter.joined or parameter.place == "header" else texts
        item = document.resolve(schema.get("items"))
        return [converted(piece, types_of(item, document)) for piece in pieces]
    return converted(texts[-1], types_of(schema, document))


def types_of(schema: JsonObject, document: Document) -> set[str]:
    """The JSON types that *schema* allows by name, alternatives included."""
    found = schema.get("type")
    names = {found} if isinstance(found, str) else set(items_of(found))
    for key in ("anyOf", "oneOf", "allOf"):
        for choice in items_of(schema.get(key)):
            names |= types_of(document.resolve(choice), document)
    return names


def converted(text: str, types: set[str]) -> Json:
    """*text* as the first of *types* it can be read as; itself if there is none."""
    for name, kind in NUMBERS.items():
        if name in types:
            try:
                return kind(text)
            except ValueError:
                continue
    if "boolean" in types and text.lower() in BOOLEANS:
        return BOOLEANS[text.lower()]
    return text
