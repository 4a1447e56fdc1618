"""
The generic server: any document is routed, checked and answered from its examples.
"""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from toy import TOY

from polyvox.emulator import Emulator


@pytest.fixture(scope="module")
def server() -> Iterator[Emulator]:
    """An emulator of the toy backend alone."""
    with Emulator(backends=(), documents={"toy": TOY}, max_json_bytes=1000) as running:
        yield running


@pytest.fixture
def toy(server: Emulator) -> Iterator[httpx.Client]:
    """A client with a token for the toy backend."""
    headers = {"Authorization": "Bearer any", "X-Need": "yes"}
    with httpx.Client(base_url=server.url_of("toy"), headers=headers) as client:
        yield client


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/items", "list"),
        ("/items/7", "one"),
        ("/items/latest", "latest"),
        ("/items/7/", "folder"),
        ("/tree/a", "tree"),
        ("/tree/a/b%2Fc/", "tree"),
        ("/tree/a/b/raw", "raw"),
        ("/root/", "root"),
        ("/root/a/b", "root"),
    ],
)
def test_most_specific_route_wins(toy: httpx.Client, path: str, route: str) -> None:
    """Literals beat parameters, those beat spans, and a trailing slash counts."""
    response = toy.get(path)

    assert {"route": route} == response.json()


def test_unknown_path_is_404_in_the_backends_shape(toy: httpx.Client) -> None:
    """The error takes the shape of the document's shared Error example."""
    response = toy.get("/nowhere")

    assert 404 == response.status_code
    assert {
        "fault": {"detail": "No route: there is no such path.", "kind": "toy"}
    } == response.json()


def test_other_method_is_405(toy: httpx.Client) -> None:
    """A known path names the methods it has."""
    response = toy.delete("/items")

    assert (405, "GET") == (response.status_code, response.headers["allow"])


def test_unknown_prefix_names_what_is_served(server: Emulator) -> None:
    """A path outside every prefix tells which prefixes there are."""
    response = httpx.get(f"{server.url}/other/items")

    assert 404 == response.status_code
    assert "No backend here; this emulator serves /toy.\n" == response.text


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"limit": "many"}, "Query parameter 'limit': 'many' is not of type 'integer'"),
        ({"limit": "11"}, "Query parameter 'limit': 11 is greater than the maximum of 10"),
        ({"kinds": "a,c"}, "Query parameter 'kinds': [1]: 'c' is not one of ['a', 'b']"),
        ({"deep": "maybe"}, "Query parameter 'deep': 'maybe' is not of type 'boolean'"),
    ],
)
def test_query_parameter_is_typed(toy: httpx.Client, query: dict[str, str], message: str) -> None:
    """A parameter that does not fit its schema is named."""
    response = toy.get("/items", params=query)

    assert (400, message) == (response.status_code, response.json()["fault"]["detail"])


def test_typed_query_parameters_pass(toy: httpx.Client) -> None:
    """Numbers, flags and comma lists are read as their schema says."""
    response = toy.get("/items", params={"limit": "10", "kinds": "a,b", "deep": "true"})

    assert 200 == response.status_code


def test_required_header_is_missed(server: Emulator) -> None:
    """A missing header is named."""
    response = httpx.get(f"{server.url}/toy/items", headers={"Authorization": "Bearer any"})

    assert "Header 'X-Need' is required and missing." == response.json()["fault"]["detail"]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({}, "'text' is a required property"),
        ({"text": 1}, "text: 1 is not of type 'string'"),
        ({"text": "", "parts": [{"type": "link"}]}, "parts[0]: 'url' is a required property"),
    ],
)
def test_body_is_checked(toy: httpx.Client, body: dict[str, object], fault: str) -> None:
    """The message names the fault inside the alternative that was meant."""
    response = toy.post("/chat", json=body)

    assert 400 == response.status_code
    assert f"The request body does not fit: {fault}" == response.json()["fault"]["detail"]


def test_broken_json_is_refused(toy: httpx.Client) -> None:
    """What is no JSON at all is said to be so."""
    response = toy.post("/chat", content="{", headers={"Content-Type": "application/json"})

    assert 400 == response.status_code
    assert "not valid JSON" in response.json()["fault"]["detail"]


def test_wrong_content_type_is_415(toy: httpx.Client) -> None:
    """The message names the type that would do."""
    response = toy.post("/chat", content="{}", headers={"Content-Type": "text/plain"})

    assert 415 == response.status_code
    assert "Send application/json." in response.json()["fault"]["detail"]


def test_long_body_is_413(toy: httpx.Client) -> None:
    """A body over the limit is refused."""
    response = toy.post("/chat", json={"text": "x" * 1000})

    assert 413 == response.status_code


def test_json_example_answers(toy: httpx.Client) -> None:
    """A request without the stream flag gets the JSON example, and example headers."""
    response = toy.post("/chat", json={"text": "Hi"})

    assert ({"text": "Hi, 你"}, "t-1") == (response.json(), response.headers["x-tag"])


def test_stream_example_answers_literally(toy: httpx.Client) -> None:
    """The stream flag gets the literal stream, byte for byte, in several writes."""
    with toy.stream("POST", "/chat", json={"text": "Hi", "stream": True}) as response:
        chunks = list(response.iter_raw())

    assert "text/event-stream; charset=utf-8" == response.headers["content-type"]
    assert 'data: {"a":1}\n\n: 你\n\ndata: !\n\n'.encode() == b"".join(chunks)


def test_stream_of_values_is_framed(toy: httpx.Client) -> None:
    """A stream example given as values is written as its media type wants it."""
    response = toy.post("/lines")

    assert '{"a":1}\n{"a":2}\n' == response.text


def test_text_and_binary_examples_answer(toy: httpx.Client) -> None:
    """Text and binary examples are sent as they are."""
    texts = [toy.get(path).content for path in ("/text", "/blob")]

    assert [b"plain", b"raw bytes"] == texts


def test_answer_without_example_is_made_from_the_schema(toy: httpx.Client) -> None:
    """Without an example the answer still fits the schema."""
    response = toy.get("/made")

    assert "" == response.json()["text"]


def test_empty_success_has_its_status(toy: httpx.Client) -> None:
    """A success without content answers its status and nothing else."""
    response = toy.delete("/gone")

    assert (204, b"") == (response.status_code, response.content)


def test_multipart_needs_its_fields(toy: httpx.Client) -> None:
    """A multipart body without a required field is refused by name."""
    response = toy.put("/upload", files={"other": b"x"})

    assert "The multipart body lacks the field 'file'." == response.json()["fault"]["detail"]


def test_multipart_passes(toy: httpx.Client) -> None:
    """A multipart body with its field is accepted."""
    response = toy.put("/upload", files={"file": b"x"})

    assert {"route": "upload"} == response.json()


def test_broken_multipart_is_refused(toy: httpx.Client) -> None:
    """A multipart body that stops early is refused."""
    body = b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nhalf'
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    response = toy.put("/upload", content=body, headers=headers)

    assert 400 == response.status_code
    assert "before its closing delimiter" in response.json()["fault"]["detail"]


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer reject-me"}])
def test_credentials_are_needed(server: Emulator, headers: dict[str, str]) -> None:
    """Without credentials, or with the one that is always rejected, the answer is 401."""
    response = httpx.get(f"{server.url}/toy/made", headers=headers)

    assert 401 == response.status_code


def test_open_operation_needs_no_credentials(server: Emulator) -> None:
    """An operation with empty security lets everybody in."""
    response = httpx.get(f"{server.url}/toy/text")

    assert "plain" == response.text
