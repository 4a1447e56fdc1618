"""
Ollama as the emulator plays it, seen through plain HTTP.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from served import document_of, lines, served

from polyvox.emulator.ollama import OllamaBehaviours
from polyvox.emulator.settings import Settings

SCHEMA = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "size": {"type": "integer", "minimum": 3}},
    "required": ["city", "size"],
    "additionalProperties": False,
}
TOOLS = [{"type": "function", "function": {"name": "look", "parameters": SCHEMA}}]


@pytest.fixture(scope="module")
def server() -> Iterator[httpx.Client]:
    """A client of a running server, without a key."""
    with served("ollama", {}) as client:
        yield client


def ask(server: httpx.Client, text: str = "Hello big world", **fields: Any) -> httpx.Response:
    """The answer to a chat."""
    messages = fields.pop("messages", [{"role": "user", "content": text}])
    return server.post("/api/chat", json={"model": "echo", "messages": messages, **fields})


def test_chat_streams_unless_told_not_to(server: httpx.Client) -> None:
    """Without `stream: false` pieces come line by line, the last with the statistics."""
    pieces = lines(ask(server))
    whole = ask(server, stream=False).json()

    assert [False, False, False, True] == [one["done"] for one in pieces]
    assert "Hello big world" == "".join(one["message"]["content"] for one in pieces)
    assert "Hello big world" == whole["message"]["content"]
    assert (3, 3, "stop") == (whole["prompt_eval_count"], whole["eval_count"], whole["done_reason"])
    assert pieces[-1]["eval_count"] == whole["eval_count"]


def test_format_is_kept(server: httpx.Client) -> None:
    """With a schema the answer is JSON that fits it, whole and streamed; `json` is any JSON."""
    whole = ask(server, format=SCHEMA, stream=False).json()["message"]["content"]
    pieces = lines(ask(server, format=SCHEMA))
    free = ask(server, format="json", stream=False).json()["message"]["content"]

    Draft202012Validator(SCHEMA).validate(json.loads(whole))
    assert whole == "".join(one["message"]["content"] for one in pieces)
    assert {"answer": "Hello big world"} == json.loads(free)


def test_tools_are_called_and_answered(server: httpx.Client) -> None:
    """A call has its arguments as an object, in a piece before the last; its result is read."""
    pieces = lines(ask(server, "Minsk", tools=TOOLS))
    (call,) = pieces[0]["message"]["tool_calls"]
    messages = [
        {"role": "user", "content": "Minsk"},
        {"role": "assistant", "tool_calls": [call]},
        {"role": "tool", "content": "7 degrees", "tool_name": "look"},
    ]
    after = ask(server, messages=messages, tools=TOOLS, stream=False).json()

    assert pieces[0]["done"] is False
    Draft202012Validator(SCHEMA).validate(call["function"]["arguments"])
    assert "7 degrees" == after["message"]["content"]


@pytest.mark.parametrize(("think", "thoughts"), [(True, True), ("low", True), (False, False)])
def test_thoughts_on_request(server: httpx.Client, think: Any, thoughts: bool) -> None:
    """The thinking model thinks if it shall, before it speaks."""
    message = ask(server, model="thinking", think=think, stream=False).json()["message"]
    first = lines(ask(server, model="thinking", think=think))[0]["message"]

    assert thoughts == ("thinking" in message) == ("thinking" in first)
    assert "Hello big world" == message["content"]


def test_limits_cut(server: httpx.Client) -> None:
    """`num_predict` and `stop` cut the answer; -1 does not."""
    cut = ask(server, options={"num_predict": 1}, stream=False).json()
    stopped = ask(server, options={"stop": ["big"], "num_predict": -1}, stream=False).json()

    assert ("Hello", "length") == (cut["message"]["content"], cut["done_reason"])
    assert "Hello" == stopped["message"]["content"].strip()


def test_generate(server: httpx.Client) -> None:
    """A prompt is continued, whole and in pieces; without one the model is loaded or unloaded."""
    body = {"model": "thinking", "prompt": "Hello world", "think": True}
    whole = server.post("/api/generate", json={**body, "stream": False}).json()
    pieces = lines(server.post("/api/generate", json=body))
    loads = [{"model": "echo"}, {"model": "echo", "keep_alive": 0}]
    loaded = [server.post("/api/generate", json=one).json()["done_reason"] for one in loads]

    assert ("Hello world", "Counting the words.") == (whole["response"], whole["thinking"])
    assert "Hello world" == "".join(one["response"] for one in pieces)
    assert ["load", "unload"] == loaded


def test_an_empty_chat_loads(server: httpx.Client) -> None:
    """Without messages the model is only loaded."""
    assert "load" == ask(server, messages=[]).json()["done_reason"]


@pytest.mark.parametrize(
    ("path", "body", "status", "said"),
    [
        ("chat", {"model": "nope", "messages": []}, 404, 'model "nope" not found'),
        ("chat", {"model": "echo"}, 400, "messages"),
        ("generate", {"model": "echo", "prompt": "x", "images": ["data:x"]}, 400, "illegal base64"),
        ("embed", {"model": "nope", "input": "x"}, 404, "try pulling it first"),
        ("show", {"model": "nope"}, 404, "not found"),
        ("copy", {"source": "nope", "destination": "x"}, 404, "not found"),
        ("push", {"model": "echo", "stream": False}, 403, "not authorized"),
        ("pull", {"model": "missing", "stream": False}, 500, "does not exist"),
    ],
)
def test_refusals(server: httpx.Client, path: str, body: Any, status: int, said: str) -> None:
    """What cannot be done is one text under `error`."""
    response = server.post(f"/api/{path}", json=body)

    assert status == response.status_code
    assert said in response.json()["error"]
    assert ["error"] == list(response.json())


def test_vectors(server: httpx.Client) -> None:
    """Equal texts have equal vectors, of the wanted length; the older form gives one."""
    body = {"model": "embedding", "input": ["a", "b", "a"], "dimensions": 3}
    vectors = server.post("/api/embed", json=body).json()["embeddings"]
    old = server.post("/api/embeddings", json={"model": "embedding", "prompt": "a"}).json()

    assert vectors[0] == vectors[2] != vectors[1]
    assert 3 == len(vectors[0])
    assert vectors[0] == old["embedding"][:3]


def test_models_come_and_go(server: httpx.Client) -> None:
    """A model that is fetched, made or copied is listed until it is deleted."""

    def names() -> set[str]:
        """Names of the models on the server."""
        return {one["name"] for one in server.get("/api/tags").json()["models"]}

    before = names()
    pulled = lines(server.post("/api/pull", json={"model": "fresh"}))
    server.post("/api/create", json={"model": "made", "from": "fresh", "stream": False})
    server.post("/api/copy", json={"source": "made:latest", "destination": "me/copy"})
    pushed = lines(server.post("/api/push", json={"model": "me/copy"}))
    between = names()
    for name in ("fresh", "made", "me/copy"):
        server.request("DELETE", "/api/delete", json={"model": name})

    assert {"fresh", "made", "me/copy"} == between - before
    assert before == names()
    assert [0, pulled[1]["total"] // 3, pulled[1]["total"]] == [
        one.get("completed", 0) for one in pulled[1:4]
    ]
    assert ["success", "success"] == [pulled[-1]["status"], pushed[-1]["status"]]


def test_failures_in_the_middle(server: httpx.Client) -> None:
    """A download or upload that fails on its way says so in the stream, under the status 200."""
    pulled = server.post("/api/pull", json={"model": "missing"})
    pushed = server.post("/api/push", json={"model": "echo"})

    assert [200, 200] == [pulled.status_code, pushed.status_code]
    assert all(["error"] == list(lines(one)[-1]) for one in (pulled, pushed))


def test_blobs(server: httpx.Client) -> None:
    """A blob is there once its bytes came under their own digest."""
    path = f"/api/blobs/sha256:{hashlib.sha256(b'hello').hexdigest()}"
    before = server.head(path).status_code
    wrong = server.post(
        path, content=b"other", headers={"content-type": "application/octet-stream"}
    )
    right = server.post(
        path, content=b"hello", headers={"content-type": "application/octet-stream"}
    )

    assert [404, 400, 201, 200] == [
        before,
        wrong.status_code,
        right.status_code,
        server.head(path).status_code,
    ]


def test_keys_are_optional(server: httpx.Client) -> None:
    """Nobody needs a token, but a wrong one is refused."""
    fine = server.get("/api/version", headers={"Authorization": "Bearer any"})
    refused = server.get("/api/version", headers={"Authorization": "Bearer reject-me"})

    assert [200, 401] == [fine.status_code, refused.status_code]


def test_keys_that_were_set() -> None:
    """With keys of its own the emulator refuses others, and still lets in who has none."""
    with served("ollama", {}, keys=["mine"]) as client:
        statuses = [
            client.get("/api/version", headers=headers).status_code
            for headers in (
                {},
                {"Authorization": "Bearer mine"},
                {"Authorization": "Bearer other"},
            )
        ]

    assert [200, 200, 401] == statuses


def test_every_handler_has_its_operation(tmp_path: Path) -> None:
    """The names of the handlers are operations of the document."""
    document = document_of("ollama")
    handlers = OllamaBehaviours(document, Settings(tmp_path)).handlers

    assert set() == set(handlers) - {operation.id for operation in document.operations}
