"""Alteryse of the emulator: instances by their ids, judged without our own client."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from polyvox.emulator import Emulator

HELLO = [{"role": "user", "content": "Say hello to me"}]


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """A client with a key."""
    with (
        Emulator(backends=("alteryse",)) as emulator,
        httpx.Client(
            base_url=emulator.url_of("alteryse"), headers={"x-api-key": "k"}, trust_env=False
        ) as made,
    ):
        yield made


def run(client: httpx.Client, instance: str = "any", **fields: Any) -> httpx.Response:
    """The answer of *instance*."""
    return client.post(f"/{instance}/", json=fields)


def test_chats_and_prompts_are_echoed(client: httpx.Client) -> None:
    """Both modes answer with one text and nothing else."""
    chat = run(client, mode="chat", messages=[*HELLO, {"role": "assistant", "content": "No"}])
    prompt = run(client, mode="generate", prompt="Once upon", stream=False)

    assert {"content": "Say hello to me"} == chat.json()
    assert {"content": "Once upon"} == prompt.json()


def test_options_count(client: httpx.Client) -> None:
    """`num_predict` and `stop` cut the answer."""
    first = run(client, mode="generate", prompt="a b c", options={"num_predict": 2})
    second = run(client, mode="generate", prompt="a b c", options={"stop": ["b"]})

    assert ["a b", "a "] == [first.json()["content"], second.json()["content"]]


def test_streams_are_lines_with_a_mark(client: httpx.Client) -> None:
    """A stream gives words, then says that it is done."""
    answer = run(client, mode="chat", messages=HELLO, stream=True)

    *pieces, last = map(json.loads, answer.text.splitlines())
    assert "application/x-ndjson" == answer.headers["content-type"]
    assert "Say hello to me" == "".join(piece["content"] for piece in pieces)
    assert {"content": "", "done": True} == last


@pytest.mark.parametrize(
    ("instance", "expected"),
    [
        ("whole", ['{"content":"Say hello to me"}']),
        ("faulty", ['{"content":"Say","done":false}', '{"error":"the model stopped"}']),
        ("truncated", ['{"content":"Say","done":false}']),
        ("empty", ['{"content":""}']),
    ],
)
def test_moods(client: httpx.Client, instance: str, expected: list[str]) -> None:
    """Some instances do to a stream what real ones may do."""
    answer = run(client, instance, mode="chat", messages=HELLO, stream=True)

    assert expected == answer.text.splitlines()


def test_busy_instances(client: httpx.Client) -> None:
    """A 503 carries a code."""
    answer = run(client, "busy", mode="chat", messages=HELLO)

    assert (503, {"code": "INSTANCE_BUSY"}) == (answer.status_code, answer.json())


def test_refusals(client: httpx.Client) -> None:
    """Prefixed pictures, unknown modes, missing keys and slashless addresses are refused."""
    picture = run(client, mode="generate", prompt="x", images=["data:image/png;base64,YQ=="])
    mode = run(client, mode="sing", prompt="x")
    no_key = client.post("/any/", json={}, headers={"x-api-key": ""})
    no_slash = client.post("/any", json={"mode": "generate", "prompt": "x"})

    statuses = [answer.status_code for answer in (picture, mode, no_key, no_slash)]
    assert [400, 400, 401, 404] == statuses
    assert "illegal base64" in picture.text
