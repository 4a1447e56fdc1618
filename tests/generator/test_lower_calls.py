"""Lowering of operations: references, answers, bodies, parameters and streams."""

from __future__ import annotations

from typing import Any

import pytest

from polyvox_generator.lower import PASSES, CannotLower, lower

JSON = "application/json"


def document(operation: dict[str, Any], **schemas: Any) -> dict[str, Any]:
    """A document with one operation `POST /x`, whose id is `x`."""
    answer = {"200": {"description": "Done."}}
    whole = {"operationId": "x", "tags": ["t"], "responses": answer, **operation}
    return {
        "openapi": "3.2.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"post": whole}},
        "components": {"schemas": schemas},
    }


def lowered(operation: dict[str, Any], **schemas: Any) -> dict[str, Any]:
    """The lowered operation `POST /x`."""
    result: dict[str, Any] = lower(document(operation, **schemas))["paths"]["/x"]["post"]
    return result


def answer(content: dict[str, Any]) -> dict[str, Any]:
    """An operation whose 200 holds *content*."""
    return {"responses": {"200": {"description": "", "content": content}}}


def events(payload: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """An event stream of JSON payloads."""
    data = {"type": "string", "contentMediaType": JSON, "contentSchema": payload}
    item = {"type": "object", "properties": {"data": data}}
    return {"text/event-stream": {"itemSchema": item, **facts}}


def test_passes_are_pure() -> None:
    """No pass changes the document that it is given."""
    tree = document(answer({JSON: {"schema": {"type": ["string", "null"], "title": "T"}}}))
    before = repr(tree)
    changed = []
    for step in PASSES:
        after = step(tree)
        changed += [] if repr(tree) == before else [step.__name__]
        tree, before = after, repr(after)

    assert [] == changed


def test_lowering_twice_gives_the_same_version() -> None:
    """A lowered document is OpenAPI 3.1 and says whether its operations are secured."""
    tree = {**document({}), "security": [{"key": []}], "servers": [{"url": "/"}]}
    result = lower(tree)

    assert ("3.1.0", True) == (result["openapi"], result["paths"]["/x"]["post"]["x-secured"])
    assert {"openapi", "info", "tags", "paths", "components"} == result.keys()


def test_an_operation_without_security_is_open() -> None:
    """An empty `security` of the operation wins over that of the document."""
    tree = {**document({"security": []}), "security": [{"key": []}]}

    assert lower(tree)["paths"]["/x"]["post"]["x-secured"] is False


def test_references_to_parameters_and_answers_are_inlined() -> None:
    """Parameters of the path and of components stand in the operation, its own ones last."""
    tree = document({"parameters": [{"name": "b", "in": "query", "schema": {"type": "string"}}]})
    tree["paths"]["/x"]["parameters"] = [{"$ref": "#/components/parameters/A"}]
    tree["components"]["parameters"] = {
        "A": {"name": "a", "in": "header", "schema": {"type": "string"}}
    }
    parameters = lower(tree)["paths"]["/x"]["post"]["parameters"]

    assert ["a", "b"] == [parameter["name"] for parameter in parameters]


def test_errors_are_left_out() -> None:
    """Only the successful answer stays; one without a body beside it makes it optional."""
    full = {"description": "", "content": {JSON: {"schema": {"type": "string"}}}}
    result = lowered({"responses": {"201": full, "204": {"description": ""}, "default": full}})

    assert (["200"], True) == (list(result["responses"]), result["x-may-be-empty"])


def test_no_success_is_an_error() -> None:
    """An operation that says nothing of success is refused, with its place."""
    with pytest.raises(CannotLower, match="POST /x has no answer") as caught:
        lowered({"responses": {"default": {"description": ""}}})

    assert "/paths/~1x/post" == caught.value.pointer


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({}, "empty"),
        ({JSON: {}}, "json"),
        ({"application/problem+json": {}}, "json"),
        ({"text/plain": {}}, "text"),
        ({"audio/mpeg": {}}, "bytes"),
    ],
)
def test_kind_of_answer(content: dict[str, Any], kind: str) -> None:
    """The media type decides what a call returns."""
    assert kind == lowered(answer(content))["x-answer"]


def test_json_body_goes_before_multipart() -> None:
    """Of several request bodies, JSON is kept."""
    content = {"multipart/form-data": {"schema": {}}, JSON: {"schema": {"type": "string"}}}
    result = lowered({"requestBody": {"content": content}})

    assert ("json", [JSON]) == (result["x-body"], list(result["requestBody"]["content"]))


def test_a_body_of_another_type_is_an_error() -> None:
    """A body that no call can send is refused."""
    with pytest.raises(CannotLower, match=r"text/csv, which cannot be sent"):
        lowered({"requestBody": {"content": {"text/csv": {}}}})


def test_lists_travel_in_the_query_only() -> None:
    """A list in a header becomes text; one joined by commas in the query says so."""
    array = {"type": "array", "items": {"type": "string"}}
    result = lowered(
        {
            "parameters": [
                {"name": "a", "in": "header", "schema": array},
                {"name": "b", "in": "query", "schema": array, "explode": False},
            ]
        }
    )["parameters"]

    assert {"type": "string"} == result[0]["schema"]
    assert {"name": "b", "in": "query", "schema": array, "x-joined": True} == result[1]


@pytest.mark.parametrize(
    ("place", "schema", "message"),
    [
        ("cookie", {"type": "string"}, "travels in the cookie"),
        ("query", {"type": "object"}, "an object"),
    ],
)
def test_parameters_that_no_call_can_send(place: str, schema: Any, message: str) -> None:
    """Cookies and objects are refused."""
    with pytest.raises(CannotLower, match=message):
        lowered({"parameters": [{"name": "a", "in": place, "schema": schema}]})


def test_stream_beside_json_becomes_a_twin() -> None:
    """JSON and a stream give two operations, the second under `#stream`."""
    content = {JSON: {"schema": {"type": "string"}}}
    content |= events({"type": "integer"}, **{"x-stream-end": "never"})
    paths = lower(document(answer(content)))["paths"]

    assert ["/x", "/x#stream"] == list(paths)
    assert "x-stream" not in paths["/x"]["post"]
    assert "x_stream" == paths["/x#stream"]["post"]["operationId"]


def test_stream_alone_keeps_its_place() -> None:
    """A stream that is the only answer is lowered in place, with its rules."""
    facts = {"x-stream-end": [{"event": "end"}], "x-stream-error": "fault"}
    result = lowered(answer(events({"type": "integer"}, **facts)))
    schema = result["responses"]["200"]["content"][JSON]["schema"]
    expected = {
        "framing": "sse",
        "ends": [{"event": "end"}],
        "endless": False,
        "error": "fault",
        "constants": {},
        "text": False,
    }

    assert ({"type": "integer"}, expected) == (schema, result["x-stream"])


def test_terminators_are_no_items() -> None:
    """Constants among the payloads end the stream, and errors are not items either."""
    failure = {"type": "object", "required": ["error"], "properties": {"error": {}}}
    chunk = {"$ref": "#/components/schemas/Chunk"}
    content = events({"anyOf": [chunk, failure]})
    data = content["text/event-stream"]["itemSchema"]["properties"]["data"]
    content["text/event-stream"]["itemSchema"]["properties"]["data"] = {
        "anyOf": [{"const": "[DONE]"}, data]
    }
    result = lowered(answer(content), Chunk={"type": "object", "properties": {"a": {}}})

    assert chunk == result["responses"]["200"]["content"][JSON]["schema"]
    assert [{"data": "[DONE]"}] == result["x-stream"]["ends"]


def test_named_events_give_a_union() -> None:
    """Each kind of event adds its payload to the items, once."""
    first = events({"type": "integer"})["text/event-stream"]["itemSchema"]
    second = events({"type": "string"})["text/event-stream"]["itemSchema"]
    media = {"itemSchema": {"oneOf": [first, second, first]}, "x-stream-end": "never"}
    tree = lower(document(answer({"text/event-stream": media})))

    assert [{"type": "integer"}, {"type": "string"}] == tree["components"]["schemas"]["XResult"][
        "anyOf"
    ]


def test_text_streams_and_json_lines() -> None:
    """Payloads that are no JSON are text; JSON lines are their own payloads."""
    item = {"type": "object", "properties": {"data": {"type": "string"}}}
    text = {"text/event-stream": {"itemSchema": item, "x-stream-end": "never"}}
    lines = {"application/x-ndjson": {"itemSchema": {"type": "integer"}, "x-stream-end": "never"}}
    streams = [lowered(answer(content))["x-stream"] for content in (text, lines)]

    assert [("sse", True), ("ndjson", False)] == [(one["framing"], one["text"]) for one in streams]


@pytest.mark.parametrize(
    ("media", "message"),
    [({}, "has no itemSchema"), ({"itemSchema": {"type": "object"}}, "when the stream of POST /x")],
)
def test_incomplete_streams_are_errors(media: dict[str, Any], message: str) -> None:
    """A stream says what its items are and when it ends."""
    with pytest.raises(CannotLower, match=message):
        lowered(answer({"text/event-stream": media}))


def test_references_of_paths_and_media_types() -> None:
    """A path and a media type may be references as well."""
    tree = document({})
    item = tree["paths"].pop("/x")
    media = {"schema": {"type": "string"}}
    item["post"] |= answer({JSON: {"$ref": "#/components/mediaTypes/Text"}})
    tree["components"] |= {"pathItems": {"X": item}, "mediaTypes": {"Text": media}}
    tree["paths"]["/x"] = {"$ref": "#/components/pathItems/X", "summary": "Path."}
    found = lower(tree)["paths"]["/x"]["post"]["responses"]["200"]["content"]

    assert {JSON: media} == found


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("#/components/parameters/Gone", "leads nowhere"),
        ("other.yaml#/a", "leads nowhere"),
        ("#/components/parameters/Me", "refers to itself"),
    ],
)
def test_bad_references(target: str, message: str) -> None:
    """References that lead nowhere, outside or in a circle are refused."""
    tree = document({"parameters": [{"$ref": target}]})
    tree["components"]["parameters"] = {"Me": {"$ref": "#/components/parameters/Me"}}

    with pytest.raises(CannotLower, match=message):
        lower(tree)


def test_methods_that_no_client_sends() -> None:
    """The `query` method of OpenAPI 3.2 is refused rather than lost."""
    tree = document({})
    tree["paths"]["/x"]["query"] = {}

    with pytest.raises(CannotLower, match="'query', which no client can send"):
        lower(tree)


def test_unknown_words_are_dropped() -> None:
    """Operations keep what shapes code; facts that start with `x-` stay."""
    result = lowered({"callbacks": {}, "x-note": 1, "deprecated": True})

    assert (1, True) == (result["x-note"], result.keys().isdisjoint({"callbacks", "deprecated"}))


def test_parameters_with_content_are_text() -> None:
    """A parameter that describes a media type is given as text."""
    content = {"application/json": {"schema": {"type": "object"}}}
    result = lowered({"parameters": [{"name": "a", "in": "query", "content": content}]})

    assert {"name": "a", "in": "query", "schema": {"type": "string"}} == result["parameters"][0]


def test_exploded_lists_are_not_joined() -> None:
    """Without `explode: false`, a list is repeated in the query."""
    array = {"type": "array", "items": {"type": "string"}}
    result = lowered({"parameters": [{"name": "a", "in": "query", "schema": array}]})

    assert "x-joined" not in result["parameters"][0]


def test_two_streams_are_an_error() -> None:
    """An operation streams in one way."""
    lines = {"application/jsonl": {"itemSchema": {}, "x-stream-end": "never"}}

    with pytest.raises(CannotLower, match=r"streams as text/event-stream and application/jsonl"):
        lowered(answer({**events({}), **lines}))


def test_json_of_any_kind_may_be_streamed() -> None:
    """JSON payloads without a schema are any JSON."""
    data = {"type": "string", "contentMediaType": JSON}
    item = {"type": "object", "properties": {"data": data}}
    media = {"itemSchema": item, "x-stream-end": "never"}
    result = lowered(answer({"text/event-stream": media}))

    assert {JSON: {"schema": {}}} == result["responses"]["200"]["content"]
    assert result["x-stream"]["text"] is False


def test_files_of_multipart_bodies_are_marked() -> None:
    """Files, lists of files and named files are marked there, and nowhere else."""
    file = {"type": "string", "format": "binary", "description": "D."}
    named = {"$ref": "#/components/schemas/Content"}
    many = {"type": "array", "items": named}
    properties = {"one": file, "two": named, "many": many, "text": {"type": "string"}}
    form = {"type": "object", "properties": properties}
    body = {"content": {"multipart/form-data": {"schema": {"$ref": "#/components/schemas/Form"}}}}
    schemas = lower(document({"requestBody": body}, Form=form, Content=file))["components"][
        "schemas"
    ]
    marked = {"type": "string", "x-binary": True, "description": "D."}

    assert {"type": "string", "description": "D."} == schemas["Content"]
    assert {
        "one": marked,
        "two": marked,
        "many": {"type": "array", "items": marked},
        "text": {"type": "string"},
    } == schemas["Form"]["properties"]
