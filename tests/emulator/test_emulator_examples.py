"""
Corners of documents: how examples, errors, credentials and references may be written.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from polyvox.emulator import Emulator
from polyvox.emulator.answering.merging import merged_message
from polyvox.emulator.document import Document


@contextmanager
def served(
    responses: dict[str, Any], components: dict[str, Any] | None = None, **operation: Any
) -> Iterator[httpx.Client]:
    """A client for a document with one operation, POST and GET alike, at `/x`."""
    item = {"responses": responses, **operation}
    document = {"paths": {"/x": {"post": item, "get": item}}, "components": components or {}}
    with (
        Emulator(backends=(), documents={"one": document}) as emulator,
        httpx.Client(base_url=emulator.url_of("one")) as client,
    ):
        yield client


def media(kind: str, **content: Any) -> dict[str, Any]:
    """A response object with one media type."""
    return {"description": "Fine.", "content": {kind: content}}


@pytest.mark.parametrize(
    ("response", "body"),
    [
        (
            media("text/event-stream", examples={"a": {"dataValue": [{"a": 1}]}}),
            'data: {"a":1}\n\n',
        ),
        (media("text/event-stream"), ""),
        (media("text/plain", example=5), "5"),
        (media("application/json", examples={"a": {"value": "x"}}), '"x"'),
        (media("application/problem+json", example="x"), '"x"'),
        (media("text/plain", examples={"a": {"$ref": "#/components/examples/A"}}), "shared"),
    ],
)
def test_examples_may_be_written_in_many_ways(response: dict[str, Any], body: str) -> None:
    """Whatever way the example is written, the answer is it."""
    shared = {"examples": {"A": {"value": "shared"}}}
    with served({"200": response}, shared) as client:
        assert body == client.get("/x").text


@pytest.mark.parametrize(
    ("responses", "status"), [({"2XX": {}}, 200), ({"201": {}}, 201), ({"default": {}}, 200)]
)
def test_success_may_be_written_in_many_ways(responses: dict[str, Any], status: int) -> None:
    """A range counts as 200, and so does no success at all."""
    with served(responses) as client:
        assert status == client.get("/x").status_code


def test_stream_without_request_fields() -> None:
    """Without `x-stream-request` the flag `stream` decides."""
    content: dict[str, Any] = {"application/json": {"example": 1}, "text/event-stream": {}}
    body: dict[str, Any] = {"content": {"application/json": {}}}
    with served({"200": {"content": content}}, requestBody=body) as client:
        kinds = [
            client.post("/x", json={"stream": flag}).headers["content-type"]
            for flag in (True, False)
        ]

    assert ["text/event-stream; charset=utf-8", "application/json"] == kinds


def test_header_examples() -> None:
    """Example values of headers may be no texts, and the content type is left alone."""
    headers = {
        "X-Count": {"schema": {"example": 3}},
        "Content-Type": {"schema": {"example": "x/y"}},
        "X-None": {"schema": {}},
    }
    with served({"200": {**media("text/plain", example="a"), "headers": headers}}) as client:
        response = client.get("/x")

    assert ("3", "text/plain; charset=utf-8") == (
        response.headers["x-count"],
        response.headers["content-type"],
    )
    assert "x-none" not in response.headers


@pytest.mark.parametrize(
    ("errors", "body"),
    [
        ({"default": media("text/plain")}, "Query parameter 'q' is required and missing."),
        (
            {"4XX": media("application/json", examples={"a": {"value": {"error": "?"}}})},
            '{"error":"Query parameter \'q\' is required and missing."}',
        ),
        (
            {"400": media("application/json", example={"code": 1})},
            '{"error":{"message":"Query parameter \'q\' is required and missing.","code":"400"}}',
        ),
        (
            {},
            '{"error":{"message":"Query parameter \'q\' is required and missing.","code":"400"}}',
        ),
    ],
)
def test_errors_take_the_nearest_shape(errors: dict[str, Any], body: str) -> None:
    """The response for the status, for its range or the default one gives the shape."""
    needed = [{"name": "q", "in": "query", "required": True, "schema": {}}]
    with served({"200": {}, **errors}, parameters=needed) as client:
        response = client.get("/x")

    assert (400, body) == (response.status_code, response.text)


@pytest.mark.parametrize(
    ("scheme", "sent"),
    [
        ({"type": "apiKey", "in": "header", "name": "X-Key"}, {"headers": {"X-Key": "k"}}),
        ({"type": "apiKey", "in": "query", "name": "key"}, {"params": {"key": "k"}}),
        ({"type": "apiKey", "in": "cookie", "name": "key"}, {"headers": {"Cookie": "key=k"}}),
        ({"type": "http", "scheme": "bearer"}, {"headers": {"Authorization": "Bearer k"}}),
    ],
)
def test_credentials_travel_in_many_ways(scheme: dict[str, Any], sent: dict[str, Any]) -> None:
    """A caller that brings the scheme's credential is let in, another one is not."""
    with served({"200": {}}, {"securitySchemes": {"s": scheme}}, security=[{"s": []}]) as client:
        statuses = [client.get("/x").status_code, client.get("/x", **sent).status_code]

    assert [401, 200] == statuses


def test_body_may_be_missing() -> None:
    """An optional body may be left out, a required one not."""
    content: dict[str, Any] = {"application/json": {"schema": {}}}
    statuses: list[int] = []
    for required in (False, True):
        body = {"required": required, "content": content}
        with served({"200": {}}, requestBody=body) as client:
            statuses.append(client.post("/x").status_code)

    assert [200, 415] == statuses


@pytest.mark.parametrize("accepted", ["image/png", "image/*", "*/*"])
def test_other_bodies_pass(accepted: str) -> None:
    """A body that is no JSON is taken as it is, also by a wildcard."""
    body: dict[str, Any] = {"required": True, "content": {accepted: {}}}
    with served({"200": {}}, requestBody=body) as client:
        response = client.post("/x", content=b"\x89PNG", headers={"Content-Type": "image/png"})

    assert 200 == response.status_code


def test_parameters_may_be_alternatives() -> None:
    """A parameter with several types is read as the first that fits."""
    schema = {"anyOf": [{"type": "integer"}, {"type": "string", "const": "all"}]}
    listed = {"type": "array", "items": {"type": "integer"}}
    parameters = [
        {"name": "q", "in": "query", "schema": schema},
        {"name": "n", "in": "query", "schema": listed},
        {"name": "c", "in": "cookie", "schema": {"const": "yes"}},
    ]
    queries = ["q=1", "q=all", "q=some", "n=1&n=2", "n=1&n=b"]
    with served({"200": {}}, parameters=parameters) as client:
        statuses = [client.get(f"/x?{query}").status_code for query in queries]
        cookies = [
            client.get("/x", headers={"Cookie": f"c={value}"}).status_code
            for value in ("yes", "no")
        ]

    assert [200, 200, 400, 200, 400] == statuses
    assert [200, 400] == cookies


def test_long_faults_are_cut() -> None:
    """A message does not repeat a whole body."""
    body = {"content": {"application/json": {"schema": {"type": "integer"}}}}
    with served({"200": {}}, requestBody=body) as client:
        message = client.post("/x", json="x" * 5000).json()["error"]["message"]

    assert message.endswith("...")
    assert len(message) < 400


def test_unclear_alternatives_are_not_guessed() -> None:
    """Where a value could have been meant as several alternatives, the fault names them all."""
    choices = [{"required": ["a"]}, {"required": ["b"]}]
    body = {"content": {"application/json": {"schema": {"anyOf": choices}}}}
    with served({"200": {}}, requestBody=body) as client:
        message = client.post("/x", json={}).json()["error"]["message"]

    assert message.endswith("{} is not valid under any of the given schemas")


def test_caller_that_goes_away() -> None:
    """A body that breaks off does not harm the next request."""
    body: dict[str, Any] = {"content": {"application/json": {}}}
    with served({"200": {}}, requestBody=body) as client:
        head = b"POST /one/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        with socket.create_connection((client.base_url.host, client.base_url.port or 0)) as raw:
            raw.sendall(head + b"Content-Length: 10\r\n\r\n{")

        assert 200 == client.post("/x", json={}).status_code


def test_dangling_reference_is_told() -> None:
    """A reference to nothing is an error that names it."""
    with pytest.raises(LookupError, match="#/components/nothing"):
        Document({"paths": {"/x": {"$ref": "#/components/nothing"}}})


def test_references_may_have_neighbours() -> None:
    """Keys beside a reference win over what it points at."""
    document = Document({"components": {"a/b": {"x": 1, "y": 1}}})

    assert {"x": 1, "y": 2} == document.resolve({"$ref": "#/components/a~1b", "y": 2})


def test_merging_follows_the_rules() -> None:
    """Nulls are ignored, plain lists joined, numbers replaced, other types replaced."""
    deltas: list[dict[str, Any]] = [
        {"a": None, "n": 1, "list": [1], "kind": "x"},
        {"a": "b", "n": 2, "list": [2], "kind": {"y": [[1]]}},
        {"a": None},
    ]
    message = merged_message(deltas)

    assert {"a": "b", "n": 2, "list": [1, 2], "kind": {"y": [[1]]}} == {
        key: message[key] for key in ("a", "n", "list", "kind")
    }
