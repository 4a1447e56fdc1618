"""AmigoChat of the emulator: shapes and failures by names of models, judged without our client."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from polyvox.emulator import Emulator

HELLO = [{"role": "user", "content": "Привет, как дела"}]


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """An anonymous client."""
    with (
        Emulator(backends=("amigochat",)) as emulator,
        httpx.Client(base_url=emulator.url_of("amigochat"), trust_env=False) as made,
    ):
        yield made


def chat(
    client: httpx.Client, model: str = "gpt-4o-mini", token: str = "", **fields: Any
) -> httpx.Response:
    """The answer of *model*, asked with a *token* if there is one."""
    body = {"messages": HELLO, "model": model, **fields}
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return client.post("/v1/chat/completions", json=body, headers=headers)


def test_answers_are_creations_in_an_envelope(client: httpx.Client) -> None:
    """A chat answers 201 with a completion under `message`."""
    answer = chat(client)

    completion = answer.json()["message"]
    assert 201 == answer.status_code
    assert "Привет, как дела" == completion["choices"][0]["message"]["content"]
    assert {"prompt_tokens": 3, "completion_tokens": 3, "total_tokens": 6} == completion["usage"]


@pytest.mark.parametrize("stream", [True, False])
def test_shapes(client: httpx.Client, stream: bool) -> None:
    """A model of one shape keeps it, whatever is asked for."""
    text, wrapped, plain, events = (
        chat(client, f"shape-{name}", stream=stream)
        for name in ("text", "wrapped", "plain", "events")
    )

    assert {"message": "Привет, как дела"} == text.json()
    assert "choices" in wrapped.json()["message"]
    assert "choices" in plain.json()
    assert "text/event-stream" == events.headers["content-type"].partition(";")[0]


def test_streams(client: httpx.Client) -> None:
    """A stream has a comment, chunks, a reason and an end."""
    answer = chat(client, stream=True, max_tokens=2)

    *events, done, empty = answer.text.split("\n\n")
    chunks = [json.loads(one[6:]) for one in events if one.startswith("data: ")]
    deltas = [chunk["choices"][0]["delta"].get("content", "") for chunk in chunks]
    assert (201, "data: [DONE]", "") == (answer.status_code, done, empty)
    assert "Привет, как" == "".join(deltas)
    assert "stop" == chunks[-1]["choices"][0]["finish_reason"]
    assert ": ping" in events


@pytest.mark.parametrize(
    ("model", "status", "words"),
    [
        ("balance", 402, "balance is not enough"),
        ("upstream", 500, "Error handling AIML"),
        ("forbidden", 403, '"statusCode":403'),
        ("blocked", 403, "Cloudflare"),
        ("invalid", 400, '"message":["messages must be an array"'),
        ("busy", 429, "Too Many Requests"),
        ("empty", 201, '{"message":""}'),
    ],
)
def test_failures(client: httpx.Client, model: str, status: int, words: str) -> None:
    """A model fails as its name says, whole or streamed."""
    for stream in (False, True):
        answer = chat(client, model, stream=stream)

        assert status == answer.status_code
        assert words in answer.text


def test_broken_streams(client: httpx.Client) -> None:
    """`faulty` reports an error after the first word, `truncated` just ends there."""
    faulty, truncated = (chat(client, name, stream=True) for name in ("faulty", "truncated"))

    assert '{"error":{"message":"Error handling AIML' in faulty.text
    assert "[DONE]" not in faulty.text + truncated.text
    assert truncated.text.rstrip().endswith('"finish_reason":null}]}')


def test_pictures(client: httpx.Client) -> None:
    """A picture is a link to a PNG of the emulator's own, or the PNG in base64."""

    def draw(model: str) -> httpx.Response:
        """The answer of *model*."""
        body = {"prompt": "Котик", "model": model, "personaId": "p"}
        return client.post("/v1/images/generations", json=body)

    made, inline, nothing = draw("flux-realism"), draw("inline"), draw("nothing")
    link = made.json()["data"][0]
    picture = client.get(link["url"])

    assert (201, "A picture of: Котик") == (made.status_code, link["revised_prompt"])
    assert "image/png" == picture.headers["content-type"]
    assert picture.content == base64.b64decode(inline.json()["data"][0]["b64_json"])
    assert picture.content.startswith(b"\x89PNG")
    assert "data" not in nothing.json()
    assert 404 == client.get(link["url"].replace(".png", ".gif")).status_code


def test_refusals_have_the_shape_of_nest(client: httpx.Client) -> None:
    """Bad bodies, paths and tokens are refused with the status in the body; no token is fine."""
    bad = client.post("/v1/chat/completions", json={"model": "gpt-4o"})
    lost = client.get("/v1/models")
    token = chat(client, token="reject-me")

    assert [400, 404, 401] == [answer.json()["statusCode"] for answer in (bad, lost, token)]
    assert "'messages' is a required property" in bad.json()["message"]
    assert 201 == chat(client, token="anything").status_code
