"""
What deployments offer beside chat, and the listings of them.
"""

from __future__ import annotations

import base64
import struct
from typing import Any

import httpx
import pytest
from fixture_types import Chat

EMBEDDINGS = "/openai/deployments/embedding/embeddings"
REQUEST = {
    "messages": [
        {"role": "user", "content": "an old question"},
        {"role": "user", "content": "hi"},
    ]
}


def test_embeddings_are_stable(dial: httpx.Client) -> None:
    """The same text has the same vector, another text another one."""
    body = {"input": ["fox", "dog", "fox"]}
    entries = dial.post(EMBEDDINGS, json=body).json()["data"]
    fox, dog, again = (entry["embedding"] for entry in entries)

    assert [0, 1, 2] == [entry["index"] for entry in entries]
    assert (fox, 8) == (again, len(fox))
    assert fox != dog


def test_embeddings_count_tokens(dial: httpx.Client) -> None:
    """The usage counts the words of all inputs."""
    usage = dial.post(EMBEDDINGS, json={"input": ["a b", "c"]}).json()["usage"]

    assert {"prompt_tokens": 3, "total_tokens": 3} == usage


def test_embeddings_as_base64(dial: httpx.Client) -> None:
    """Base64 holds the same numbers as little-endian 32-bit floats."""
    plain = dial.post(EMBEDDINGS, json={"input": "fox", "dimensions": 40}).json()
    fields = {"input": "fox", "dimensions": 40, "encoding_format": "base64"}
    coded = dial.post(EMBEDDINGS, json=fields).json()["data"][0]["embedding"]

    assert plain["data"][0]["embedding"] == list(struct.unpack("<40f", base64.b64decode(coded)))


@pytest.mark.parametrize(
    ("source", "number"), [("a", 1), ([1, 2], 1), ([[1, 2], [3]], 2), (["a", "b"], 2), ([], 0)]
)
def test_embeddings_of_every_input(dial: httpx.Client, source: object, number: int) -> None:
    """A text, texts, tokens and lists of tokens are inputs."""
    answer = dial.post(EMBEDDINGS, json={"input": source}).json()

    assert number == len(answer["data"])


def test_custom_input_is_embedded_too(dial: httpx.Client) -> None:
    """Attachments come after the plain inputs."""
    fields = {"input": [], "custom_input": ["a", {"type": "image/png", "url": "files/b/x.png"}]}

    assert 2 == len(dial.post(EMBEDDINGS, json=fields).json()["data"])


def test_text_completion_is_the_example(dial: httpx.Client) -> None:
    """The older completions are answered from the document."""
    answer = dial.post("/openai/deployments/echo/completions", json={"prompt": "Once"}).json()

    assert "text_completion" == answer["object"]


def test_tokenize(dial: httpx.Client) -> None:
    """Words are tokens, in texts and in requests."""
    inputs = [{"type": "string", "value": "one two"}, {"type": "request", "value": REQUEST}]
    answer = dial.post("/v1/deployments/echo/tokenize", json={"inputs": inputs}).json()

    assert [2, 4] == [output["token_count"] for output in answer["outputs"]]


def test_truncate_prompt(dial: httpx.Client) -> None:
    """Each request is told what it would lose, or why it cannot be told."""
    limits: list[dict[str, Any]] = [
        {"max_prompt_tokens": 3},
        {"max_prompt_tokens": 4},
        {"max_prompt_tokens": "infinity"},
        {"max_prompt_tokens": 0},
        {},
    ]
    inputs = [{**REQUEST, **limit} for limit in limits]
    answer = dial.post("/v1/deployments/echo/truncate_prompt", json={"inputs": inputs}).json()
    outputs = answer["outputs"]

    assert [[0], [], []] == [output["discarded_messages"] for output in outputs[:3]]
    assert ["error", "error"] == [output["status"] for output in outputs[3:]]


@pytest.mark.parametrize("feature", ["tokenize", "truncate_prompt"])
def test_missing_feature_is_403(dial: httpx.Client, feature: str) -> None:
    """A deployment without the endpoint is forbidden, in words."""
    response = dial.post(f"/v1/deployments/scripted/{feature}", json={"inputs": []})

    assert (403, "Forbidden deployment") == (response.status_code, response.text)


def test_rate_is_silent(dial: httpx.Client) -> None:
    """A rating is taken with an empty answer."""
    response = dial.post("/v1/applications/public/assistant/rate", json={"rate": True})

    assert (200, b"") == (response.status_code, response.content)


def test_configuration(dial: httpx.Client) -> None:
    """Only the scripted deployment has a schema; the others answer nothing."""
    scripted = dial.get("/v1/deployments/scripted/configuration").json()
    echo = dial.get("/v1/deployments/echo/configuration")

    assert ["script"] == scripted["required"]
    assert (200, b"") == (echo.status_code, echo.content)


def test_limits_count_calls(dial: httpx.Client, chat: Chat) -> None:
    """The limits tell how often a deployment was called."""
    path = "/v1/deployments/applications/public/assistant/limits"
    before = dial.get(path).json()["dayRequestStats"]["used"]
    chat("applications/public/assistant")

    assert before + 1 == dial.get(path).json()["dayRequestStats"]["used"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/openai/deployments/nobody/embeddings", {"input": "a"}),
        ("POST", "/openai/deployments/nobody/completions", {"prompt": "a"}),
        ("POST", "/v1/deployments/nobody/tokenize", {"inputs": []}),
        ("POST", "/v1/nobody/rate", {"rate": True}),
        ("GET", "/v1/deployments/nobody/configuration", None),
        ("GET", "/v1/deployments/nobody/limits", None),
    ],
)
def test_unknown_deployment_is_404(
    dial: httpx.Client, method: str, path: str, body: object
) -> None:
    """No feature of a deployment that is not there."""
    assert 404 == dial.request(method, path, json=body).status_code


@pytest.mark.parametrize(
    ("path", "kind", "known"),
    [
        ("deployments", "deployment", "echo"),
        ("models", "model", "echo"),
        ("applications", "application", "applications/public/assistant"),
        ("toolsets", "toolset", "toolsets/public/search"),
    ],
)
def test_listing_and_get(dial: httpx.Client, path: str, kind: str, known: str) -> None:
    """Each listing shows objects of its kind, and each of them can be read by its id."""
    listed = dial.get(f"/openai/{path}").json()
    one = dial.get(f"/openai/{path}/{known}").json()

    assert {kind} == {item["object"] for item in listed["data"]}
    assert one in listed["data"]


@pytest.mark.parametrize(
    "path",
    [
        "/openai/deployments/nobody",
        "/openai/models/stages",
        "/openai/applications/echo",
        "/openai/toolsets/echo",
        "/v1/deployments/nobody",
    ],
)
def test_unknown_id_is_404_without_a_body(dial: httpx.Client, path: str) -> None:
    """A name of another kind is unknown too."""
    response = dial.get(path)

    assert (404, b"") == (response.status_code, response.content)


def test_typed_deployments_by_interface(dial: httpx.Client) -> None:
    """A bare array, filtered by interface unless all are wanted."""
    tools = dial.get("/v1/deployments", params={"interface_type": "mcp"}).json()
    mixed = dial.get("/v1/deployments?interface_type=mcp,embedding").json()
    everything = dial.get("/v1/deployments?interface_type=all").json()

    assert {"toolset"} == {item["object"] for item in tools}
    assert {"toolset", "model"} == {item["object"] for item in mixed}
    assert everything == dial.get("/v1/deployments").json()


def test_typed_deployment(dial: httpx.Client) -> None:
    """A single one has its own kind."""
    assert "toolset" == dial.get("/v1/deployments/toolsets/public/search").json()["object"]


def test_deployment_names(dial: httpx.Client) -> None:
    """A bare array of ids and kinds, filtered by kind."""
    names = dial.get("/v1/deployment-names?type=application,toolset").json()

    assert {"application", "toolset"} == {item["object"] for item in names}
    assert {"id": "stages", "object": "application"} in names
