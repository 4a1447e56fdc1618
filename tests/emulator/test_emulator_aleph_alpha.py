"""
Aleph Alpha as the emulator plays it, seen through plain HTTP.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import httpx
import pytest
from streams import payloads, text_of

from polyvox.emulator import Emulator
from polyvox.emulator.aleph_alpha import AlephAlphaBehaviours
from polyvox.emulator.document import Document
from polyvox.emulator.jsonvalues import object_of
from polyvox.emulator.routing import Router
from polyvox.emulator.schemas import Schemas
from polyvox.emulator.settings import Settings

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "look",
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string"}},
                "required": ["city"],
            },
        },
    }
]


@pytest.fixture(scope="module")
def document() -> Document:
    """The document of Aleph Alpha."""
    text = files("polyvox_api").joinpath("aleph_alpha", "spec.json").read_text("utf-8")
    return Document(json.loads(text))


@pytest.fixture(scope="module")
def service(document: Document) -> Iterator[httpx.Client]:
    """A client of an emulated service; each JSON success is checked against the document."""
    schemas, router = Schemas(document), Router(document.operations)

    def check(response: httpx.Response) -> None:
        """Compare a JSON success with the schema of its operation."""
        kind = response.headers.get("content-type", "")
        if response.status_code != 200 or kind != "application/json":
            return
        path = response.request.url.raw_path.decode().removeprefix("/aleph_alpha")
        match = router.find(response.request.method, path)
        assert match is not None
        schema = match.operation.responses["200"]["content"][kind]["schema"]
        assert None is schemas.problem(schema, json.loads(response.read()))

    with (
        Emulator(backends=("aleph_alpha",)) as running,
        httpx.Client(
            base_url=running.url_of("aleph_alpha"),
            headers={"Authorization": "Bearer some-token"},
            event_hooks={"response": [check]},
        ) as client,
    ):
        yield client


def ask(service: httpx.Client, model: str, text: str = "Hello there you", **fields: Any) -> Any:
    """The answer of *model* to a chat."""
    messages = fields.pop("messages", [{"role": "user", "content": text}])
    body = {"model": model, "messages": messages, **fields}
    return service.post("/chat/completions", json=body)


def test_only_max_tokens_limits(service: httpx.Client) -> None:
    """max_tokens cuts the answer; maximum_tokens and max_completion_tokens do nothing."""
    cut = ask(service, "llama-3.1-8b-instruct", max_tokens=2).json()["choices"][0]
    whole = ask(service, "llama-3.1-8b-instruct", maximum_tokens=2, max_completion_tokens=2).json()[
        "choices"
    ][0]

    assert ("Hello there", "length") == (cut["message"]["content"], cut["finish_reason"])
    assert ("Hello there you", "stop") == (whole["message"]["content"], whole["finish_reason"])


def test_stream_in_the_order_of_the_service(service: httpx.Client) -> None:
    """Role, text, reason, usage in a chunk without choices, end."""
    answer = ask(service, "echo", "Hi", stream=True, stream_options={"include_usage": True})
    chunks = payloads(answer.text)

    assert {"role": "assistant", "content": ""} == chunks[0]["choices"][0]["delta"]
    assert "Hi" == text_of(answer.text)
    assert ({}, "stop") == (
        chunks[-2]["choices"][0]["delta"],
        chunks[-2]["choices"][0]["finish_reason"],
    )
    assert [] == chunks[-1]["choices"]
    assert {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2} == chunks[-1]["usage"]
    assert answer.text.endswith("data: [DONE]\n\n")


def test_usage_only_on_request(service: httpx.Client) -> None:
    """Without the option no chunk tells the usage."""
    chunks = payloads(ask(service, "echo", stream=True, n=2).text)

    assert {None} == {chunk["usage"] for chunk in chunks}
    assert {0, 1} == {chunk["choices"][0]["index"] for chunk in chunks}


def test_tool_calls(service: httpx.Client) -> None:
    """The first piece of a call has no arguments, the others neither id nor name."""
    whole = ask(service, "qwen3-32b", "Rome", tools=TOOLS).json()["choices"][0]
    chunks = payloads(ask(service, "qwen3-32b", "Rome", tools=TOOLS, stream=True).text)
    pieces = [
        (delta["content"], delta["tool_calls"][0])
        for delta in (chunk["choices"][0]["delta"] for chunk in chunks)
        if "tool_calls" in delta
    ]

    assert ("tool_calls", None) == (whole["finish_reason"], whole["message"]["content"])
    assert '{"city":"Rome"}' == whole["message"]["tool_calls"][0]["function"]["arguments"]
    assert {"index": 0, "id": "call_1", "type": "function", "function": {"name": "look"}} == (
        pieces[0][1]
    )
    assert {""} == {content for content, _ in pieces}
    assert [{"index", "function"}] * len(pieces[1:]) == [{*piece} for _, piece in pieces[1:]]


def test_no_tool_call(service: httpx.Client) -> None:
    """A model that could call a tool and does not says so with an empty list."""
    chosen = ask(service, "llama-3.1-8b-instruct", tools=TOOLS, tool_choice="none").json()
    answered = ask(
        service,
        "llama-3.1-8b-instruct",
        tools=TOOLS,
        messages=[{"role": "tool", "content": "7", "tool_call_id": "call_1"}],
    ).json()

    assert [] == chosen["choices"][0]["message"]["tool_calls"]
    assert "7" == answered["choices"][0]["message"]["content"]


def test_structured_answers(service: httpx.Client) -> None:
    """A JSON schema is answered with JSON that fits it; behind reasoning where a model reasons."""
    schema = {
        "type": "object",
        "properties": {"rating": {"type": "integer", "minimum": 1, "maximum": 10}},
        "required": ["rating"],
    }
    wanted = {"type": "json_schema", "json_schema": {"name": "a", "schema": schema}}
    plain, thinking = (
        ask(service, model, response_format=wanted).json()["choices"][0]["message"]["content"]
        for model in ("llama-3.1-8b-instruct", "qwen3-32b")
    )

    assert {"rating": 1} == json.loads(plain)
    assert thinking.startswith("<think>\n")
    assert {"rating": 1} == json.loads(thinking.partition("</think>")[2])


@pytest.mark.parametrize(
    ("model", "fields", "status", "code"),
    [
        ("none", {}, 404, "UNKNOWN_MODEL"),
        ("luminous-base", {}, 400, "MISSING_CAPABILITY"),
        ("echo", {"parallel_tool_calls": True}, 400, "INVALID_REQUEST"),
        ("echo", {"messages": []}, 400, "INVALID_REQUEST"),
        (
            "echo",
            {"messages": [{"role": "user", "content": "a"}, {"role": "system", "content": "b"}]},
            400,
            "INVALID_REQUEST",
        ),
        (
            "echo",
            {
                "messages": [
                    {
                        "role": "user",
                        "content": [{"type": "image_url", "image_url": {"url": "http://a/b.png"}}],
                    }
                ]
            },
            400,
            "INVALID_REQUEST",
        ),
    ],
)
def test_refusals(
    service: httpx.Client, model: str, fields: dict[str, Any], status: int, code: str
) -> None:
    """Errors are flat objects with a text and a code."""
    answer = ask(service, model, **fields)

    assert (status, code) == (answer.status_code, answer.json()["code"])
    assert isinstance(answer.json()["error"], str)


def test_credentials(service: httpx.Client) -> None:
    """Without a token, or with a bad one, everything is refused, the version too."""
    headers = {"Authorization": ""}, {"Authorization": "Bearer reject-me"}

    assert [401, 401] == [service.get("/version", headers=one).status_code for one in headers]
    assert "4.7.0" == service.get("/version").text


def test_scripted_faults(service: httpx.Client) -> None:
    """The scripted model plays statuses, errors in the stream, cuts and comments."""

    def play(*script: Any, **fields: Any) -> httpx.Response:
        """The answer to a chat with this script."""
        custom = {"configuration": {"script": list(script)}}
        answer: httpx.Response = ask(service, "scripted", custom_fields=custom, **fields)
        return answer

    busy = {"status": 503, "times": 1, "body": {"error": "Busy.", "code": "QUEUE_FULL"}}
    fault = {"error": {"error": "It stopped.", "code": "UNKNOWN"}}
    statuses = [play(busy, "Hi").status_code for _ in range(2)]
    failed = play("Hi", fault, stream=True).text
    cut = play("Hi", {"comment": "ping"}, {"raw": ":raw\n\n"}, {"truncate": True}, stream=True).text
    chunk = play({"chunk": {"choices": [], "usage": None}}, stream=True).text

    assert [503, 200] == statuses
    assert ("It stopped.", 500) == (play(fault).json()["error"], play(fault).status_code)
    assert '{"error":"It stopped.","code":"UNKNOWN"}' in failed
    assert (": ping\n\n" in cut, ":raw\n\n" in cut, "[DONE]" in cut) == (True, True, False)
    assert 'data: {"choices":[],"usage":null}\n\n' in chunk
    with pytest.raises(httpx.RemoteProtocolError):
        play("Hi", {"abort": True}, stream=True)


def test_steering_is_seen(service: httpx.Client) -> None:
    """Concepts show in the answer."""
    answer = ask(service, "echo", "Hi", steering_concepts=["_worker/informal"]).json()

    assert 'Hi ["_worker/informal"]' == answer["choices"][0]["message"]["content"]


def test_completions(service: httpx.Client) -> None:
    """maximum_tokens and stop sequences cut; tokens and log_probs come on request; n counts."""
    prompt = [{"type": "text", "data": "one two three"}, {"type": "token_ids", "data": [1]}]

    def complete(**fields: Any) -> Any:
        """The answer to a completion."""
        return service.post("/complete", json={"model": "luminous-base", **fields})

    cut = complete(prompt=prompt, maximum_tokens=2, n=2, log_probs=0).json()
    stopped = complete(prompt="one two three", stop_sequences=["three"]).json()
    events = payloads(complete(prompt="one two", stream=True).text)

    assert [("one two", "maximum_tokens", [{"one": -0.5}, {" two": -0.5}])] * 2 == [
        (one["completion"], one["finish_reason"], one["log_probs"]) for one in cut["completions"]
    ]
    assert (3, 4) == (cut["num_tokens_prompt_total"], cut["num_tokens_generated"])
    assert "stop_sequence_reached" == stopped["completions"][0]["finish_reason"]
    assert ["stream_chunk", "stream_chunk", "stream_summary", "completion_summary"] == [
        event["type"] for event in events
    ]
    assert 400 == complete(prompt="a", stream=True, best_of=2).status_code


def test_vectors(service: httpx.Client) -> None:
    """Equal texts have equal vectors of the wanted length, also in base64 and in batches."""
    body = {"model": "qwen3-embedding-0.6b", "input": ["a", "a", "b"], "dimensions": 4}
    rows = service.post("/embeddings", json=body).json()["data"]
    single = service.post("/embeddings", json={**body, "input": [1, 2]}).json()["data"]
    text = service.post("/embeddings", json={**body, "input": "a"}).json()["data"]
    packed = service.post("/embeddings", json={**body, "encoding_format": "base64"}).json()
    prompts = [[{"type": "text", "data": "a"}]] * 101
    batch = {"prompts": prompts[:2], "representation": "query", "compress_to_size": 128}
    several = service.post("/batch_semantic_embed", json=batch).json()["embeddings"]
    one = service.post("/semantic_embed", json={"prompt": prompts[0], "representation": "query"})
    told = service.post("/instructable_embed", json={"input": prompts[0], "instruction": "x"})

    assert rows[0]["embedding"] == rows[1]["embedding"] != rows[2]["embedding"]
    assert (4, 1) == (len(rows[0]["embedding"]), len(single))
    assert rows[0]["embedding"] == text[0]["embedding"]
    assert isinstance(packed["data"][0]["embedding"], str)
    assert [128, 128] == [len(vector) for vector in several]
    assert one.json()["embedding"] != told.json()["embedding"]
    assert 400 == (
        service.post("/batch_semantic_embed", json={**batch, "prompts": prompts}).status_code
    )


def test_tokens_travel_both_ways(service: httpx.Client) -> None:
    """Tokens become the text again that they were made of."""
    body = {"model": "luminous-base", "prompt": "one two", "tokens": True, "token_ids": True}
    found = service.post("/tokenize", json=body).json()
    back = {"model": "luminous-base", "token_ids": [*found["token_ids"], -1]}
    bare = service.post("/tokenize", json={**body, "tokens": False, "token_ids": False}).json()

    assert ["one", "\u0120two"] == found["tokens"]
    assert {"result": "one two<-1>"} == service.post("/detokenize", json=back).json()
    assert {} == bare


def test_ranks_and_concepts(service: httpx.Client) -> None:
    """The most fitting document is first; equal examples make the same concept."""
    body = {"model": "bge-reranker-v2-m3", "query": "a b", "documents": ["x", "a b", "a"]}
    ranked = service.post("/rerank", json={**body, "top_n": 2}).json()["results"]
    examples = {"examples": [{"negative": "no", "positive": "yes"}]}
    made = [service.post("/steering_concepts", json=examples) for _ in range(2)]

    assert [(1, 1.0), (2, 0.5)] == [(one["index"], one["relevance_score"]) for one in ranked]
    assert [201, 201] == [answer.status_code for answer in made]
    assert made[0].json() == made[1].json()
    assert 64 == len(made[0].json()["id"])


def test_listings_agree(service: httpx.Client) -> None:
    """Both listings name the same models, and tell which can chat."""
    settings = service.get("/model-settings").json()
    available = service.get("/models_available").json()
    chats = {one["name"]: one["chat"] for one in settings}

    assert [one["name"] for one in settings] == [one["name"] for one in available]
    assert (True, False) == (chats["llama-3.1-8b-instruct"], chats["luminous-base"])


def test_every_example_is_answered(document: Document, service: httpx.Client) -> None:
    """No operation refuses the first example of its own document."""
    answers: dict[str, int] = {}
    for operation in document.operations:
        path = operation.template
        for parameter in operation.parameters:
            path = path.replace(f"{{{parameter.name}}}", str(parameter.example))
        content = operation.body.content if operation.body else {}
        media = object_of(content.get("application/json"))
        examples = [object_of(one) for one in object_of(media.get("examples")).values()]
        body = media.get("example", examples[0].get("value") if examples else None)
        parts = {"audiofile": ("a.wav", b"RIFF"), "metadata": (None, '{"model":"m"}')}
        sent: dict[str, Any] = {"files": parts} if "multipart/form-data" in content else {}
        answer = service.request(operation.method, path, json=body, **sent)
        answers[operation.id] = answer.status_code

    assert {} == {name: status for name, status in answers.items() if status // 100 != 2}
    assert 28 <= len(answers)


def test_every_handler_has_its_operation(document: Document, tmp_path: Path) -> None:
    """The names of the handlers are operations of the document."""
    handlers = AlephAlphaBehaviours(document, Settings(tmp_path)).handlers

    assert set() == set(handlers) - {operation.id for operation in document.operations}
