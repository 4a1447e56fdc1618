"""Parsing: what openapi-python-client and the document say together."""

from __future__ import annotations

from typing import Any

import pytest

from polyvox_generator.lower import lower
from polyvox_generator.parse import CannotParse, parse
from polyvox_generator.shapes import (
    Alias,
    Api,
    Array,
    Either,
    Enum,
    Field,
    Map,
    Named,
    Plain,
    Record,
)


def document(operation: dict[str, Any], **schemas: Any) -> dict[str, Any]:
    """A document with one operation `POST /x/{id}`."""
    identity = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    whole = {
        "operationId": "make_x",
        "tags": ["things"],
        "summary": "Make it.",
        "responses": {"200": {"description": ""}},
        **operation,
        "parameters": [identity, *operation.get("parameters", [])],
    }
    return {
        "openapi": "3.2.0",
        "info": {"title": "T", "version": "1"},
        "tags": [{"name": "things", "description": "Things."}],
        "paths": {"/x/{id}": {"post": whole}},
        "components": {"schemas": schemas},
    }


def api(operation: dict[str, Any] | None = None, **schemas: Any) -> Api:
    """The API of a document with that operation and these schemas."""
    return parse(lower(document(operation or {}, **schemas)), "demo")


def fields(**properties: Any) -> dict[str, Field]:
    """Fields by wire name of a record with *properties*, of which `needed` is required."""
    given = {"type": "object", "required": ["needed"], "properties": properties}
    found = api(A=given).components["A"]
    assert isinstance(found, Record)
    return {field.wire: field for field in found.fields}


def test_fields_keep_the_order_of_the_document() -> None:
    """The parser puts required fields first; the document's order is restored."""
    text = {"type": "string"}

    assert ["b", "needed", "a"] == list(fields(b=text, needed=text, a=text))


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("maxTokens", "max_tokens"),
        ("type", "type"),
        ("class", "class_"),
        ("list", "list_"),
        ("x-ray", "x_ray"),
        ("extra", "extra"),
        ("to_dict", "to_dict_"),
        ("1st", "field_1st"),
    ],
)
def test_names_of_fields(wire: str, name: str) -> None:
    """Names are snake_case; only what generated code itself needs is out of the way."""
    assert name == fields(**{wire: {"type": "string"}})[wire].name


def test_clashing_names_stay_apart() -> None:
    """Two wire names with one Python name get different ones."""
    found = fields(**{"a-b": {"type": "string"}, "aB": {"type": "string"}})

    assert 2 == len({field.name for field in found.values()})


@pytest.mark.parametrize(
    ("schema", "shape"),
    [
        ({"type": "string", "format": "date-time"}, Plain("str")),
        ({"type": "number"}, Plain("float")),
        ({}, Plain("Any")),
        ({"const": "x"}, Plain("Literal['x']")),
        ({"type": "array", "items": {"type": "integer"}}, Array(Plain("int"))),
        ({"type": "object"}, Map(Plain("Any"))),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, Map(Plain("bool"))),
        ({"type": ["string", "null"]}, Either((Plain("str"), Plain("None")))),
        ({"type": "object", "properties": {"b": {"type": "string"}}}, Named("AA")),
    ],
)
def test_shapes(schema: dict[str, Any], shape: Any) -> None:
    """Each kind of schema has its shape; texts of any format stay texts."""
    assert shape == fields(a=schema)["a"].shape


def test_required_and_constant() -> None:
    """What is required comes from the parser, a constant from the schema."""
    found = fields(needed={"type": "string", "const": "x"}, other={"type": "string"})

    assert (True, "'x'") == (found["needed"].required, found["needed"].constant)
    assert (False, None) == (found["other"].required, found["other"].constant)


def test_components() -> None:
    """Objects are records, enums keep the order of their values, the rest are aliases."""
    found = api(
        Kind={"enum": ["z", "a"], "type": "string"},
        Many={"type": "array", "items": {"$ref": "#/components/schemas/Kind"}},
    ).components

    assert Enum("Kind", ("z", "a"), "") == found["Kind"]
    assert Alias("Many", Array(Named("Kind")), "", None) == found["Many"]


def test_calls() -> None:
    """An operation has its arguments in order, its body, its answer and its flags."""
    text = {"type": "string"}
    call = api(
        {
            "parameters": [{"name": "Url", "in": "query", "schema": text, "x-segments": True}],
            "requestBody": {"required": True, "content": {"application/json": {"schema": text}}},
            "responses": {"200": {"description": "", "x-may-be-empty": True}},
        }
    ).calls[0]
    url = call.arguments[1]

    assert ("make_x", "POST", "/x/{id}", "things") == (call.id, call.method, call.path, call.tag)
    assert ("url", False, True) == (url.name, url.required, url.segments)
    assert call.body is not None
    assert ("json", Plain("str"), True) == (call.body.kind, call.body.shape, call.body.required)
    assert ("empty", True) == (call.answer, call.may_be_empty)


def test_warnings_are_errors() -> None:
    """What the parser would skip with a warning stops the generator, and names the place."""
    lowered = lower(document({}))
    lowered["paths"]["/x/{id}"]["post"]["responses"]["200"]["content"] = {"image/png": {}}

    with pytest.raises(CannotParse, match=r"POST /x/\{id\}.*Unsupported content_type image/png"):
        parse(lowered, "demo")


def test_lost_schemas_are_errors() -> None:
    """A reference that the parser cannot follow stops the generator."""
    lowered = lower(document({}, A={"type": "object", "properties": {"b": {"type": "string"}}}))
    lowered["components"]["schemas"]["A"]["properties"]["b"] = {"$ref": "#/components/schemas/B"}

    with pytest.raises(CannotParse, match="Mend the specification"):
        parse(lowered, "demo")


def test_an_unreadable_document_is_an_error() -> None:
    """A document that is no OpenAPI at all is refused."""
    with pytest.raises(CannotParse, match="Failed to parse OpenAPI document"):
        parse({"openapi": "3.1.0"}, "demo")


def test_arguments_keep_clear_of_the_method_itself() -> None:
    """A parameter named like the body or the options gets another name."""
    text = {"type": "string"}
    parameters = [{"name": name, "in": "query", "schema": text} for name in ("body", "Body", "url")]
    names = [argument.name for argument in api({"parameters": parameters}).calls[0].arguments]

    assert ["id", "body_", "body__", "url"] == names


def test_unions_with_anything_are_anything() -> None:
    """Members of one type are one member; with any JSON among them, nothing else counts."""
    two = {"anyOf": [{"type": "string"}, {"type": "string", "description": "Again."}]}
    found = api(
        Json={"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/Json"}]}, Two=two
    ).components

    assert Alias("Json", Plain("Any"), "", None) == found["Json"]
    assert Alias("Two", Plain("str"), "", None) == found["Two"]


def test_descriptions_of_fields() -> None:
    """A field without words of its own has those of what it refers to."""
    found = api(
        A={"type": "object", "properties": {"b": {"$ref": "#/components/schemas/B"}}},
        B={"type": "string", "description": "A B."},
    ).components["A"]

    assert isinstance(found, Record)
    assert ["A B."] == [field.description for field in found.fields]


@pytest.mark.parametrize(
    ("schemas", "content", "message"),
    [
        ({"Ab": {"type": "string"}, "ab": {"type": "string"}}, {}, "one class name"),
        ({"A": {"type": "string", "properties": {}}}, {}, "'A' got lost"),
        ({}, {"application/json": {"schema": {}}, "text/json": {"schema": {}}}, "POST /x/"),
    ],
)
def test_losses_are_noticed(schemas: Any, content: Any, message: str) -> None:
    """What is in the document but not in the parser's view stops the generator."""
    lowered = lower(document({}))
    lowered["components"]["schemas"] = schemas
    if content:
        lowered["paths"]["/x/{id}"]["post"] |= {
            "requestBody": {"content": content},
            "x-body": "json",
        }

    with pytest.raises(CannotParse, match=message):
        parse(lowered, "demo")


def test_two_bodies_are_a_loss() -> None:
    """A second request body, which lowering would have removed, is noticed."""
    lowered = lower(document({}))
    content = {name: {"schema": {"type": "string"}} for name in ("application/json", "a/x+json")}
    lowered["paths"]["/x/{id}"]["post"] |= {"requestBody": {"content": content}, "x-body": "json"}

    with pytest.raises(CannotParse, match="The body of make_x got lost"):
        parse(lowered, "demo")


def test_lost_operations_are_noticed() -> None:
    """An operation without any answer in the parser's view is refused."""
    lowered = lower(document({}))
    lowered["paths"]["/x/{id}"]["post"]["responses"] = {}

    with pytest.raises(CannotParse, match=r"POST /x/\{id\} got lost"):
        parse(lowered, "demo")
