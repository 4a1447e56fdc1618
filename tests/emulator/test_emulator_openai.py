"""
OpenAI as the emulator plays it, seen through plain HTTP.
"""

from __future__ import annotations

import base64
import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from served import document_of, served
from streams import payloads, text_of

from polyvox.emulator.openai import OpenAIBehaviours
from polyvox.emulator.settings import Settings

SCHEMA = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "size": {"type": "integer", "minimum": 3}},
    "required": ["city", "size"],
    "additionalProperties": False,
}
TOOLS = [{"type": "function", "function": {"name": "look", "parameters": SCHEMA}}]
FORMAT = {"type": "json_schema", "json_schema": {"name": "place", "schema": SCHEMA}}


@pytest.fixture(scope="module")
def service() -> Iterator[httpx.Client]:
    """A client of a running service, with a key."""
    with served("openai", {"Authorization": "Bearer key"}) as client:
        yield client


def ask(service: httpx.Client, text: str = "Hello big world", **fields: Any) -> httpx.Response:
    """The answer to a chat."""
    messages = fields.pop("messages", [{"role": "user", "content": text}])
    body = {"model": "echo", "messages": messages, **fields}
    return service.post("/chat/completions", json=body)


def script(service: httpx.Client, *items: Any, **fields: Any) -> httpx.Response:
    """The answer of the scripted model."""
    custom = {"configuration": {"script": [*items]}}
    return ask(service, model="scripted", custom_fields=custom, **fields)


def test_chat_whole_and_streamed(service: httpx.Client) -> None:
    """The text comes back, at once or word by word; the usage only on request."""
    whole = ask(service).json()
    plain = ask(service, stream=True)
    asked = payloads(ask(service, stream=True, stream_options={"include_usage": True}).text)

    assert "Hello big world" == whole["choices"][0]["message"]["content"] == text_of(plain.text)
    assert plain.text.endswith("data: [DONE]\n\n")
    assert not any("usage" in chunk for chunk in payloads(plain.text))
    assert ([], whole["usage"]) == (asked[-1]["choices"], asked[-1]["usage"])
    assert {"prompt_tokens": 3, "completion_tokens": 3, "total_tokens": 6} == whole["usage"]


def test_format_is_kept(service: httpx.Client) -> None:
    """With a schema the answer is JSON that fits it, whole and streamed."""
    whole = ask(service, response_format=FORMAT).json()["choices"][0]["message"]["content"]
    streamed = text_of(ask(service, response_format=FORMAT, stream=True).text)

    Draft202012Validator(SCHEMA).validate(json.loads(whole))
    assert whole == streamed


def test_tools_are_called(service: httpx.Client) -> None:
    """A call's arguments are JSON that fits its parameters."""
    choice = ask(service, "Minsk", model="tools", tools=TOOLS).json()["choices"][0]
    (call,) = choice["message"]["tool_calls"]

    assert ("tool_calls", "look") == (choice["finish_reason"], call["function"]["name"])
    Draft202012Validator(SCHEMA).validate(json.loads(call["function"]["arguments"]))


def test_several_choices(service: httpx.Client) -> None:
    """As many answers as were asked for."""
    assert [0, 1] == [choice["index"] for choice in ask(service, n=2).json()["choices"]]


def test_script(service: httpx.Client) -> None:
    """The script plays texts, chunks, comments, errors and statuses."""
    chunk = {"id": "x", "choices": [], "note": 1}
    played = script(service, "Hi", {"comment": "ping"}, {"chunk": chunk}, stream=True).text
    failed = script(service, "Hi", {"error": {"code": 503, "message": "No"}}, stream=True).text
    whole = script(service, {"error": {"code": 503, "message": "No"}})
    refused = script(service, {"status": 429, "headers": {"retry-after": "1"}, "times": 1})
    after = script(service, {"status": 429, "headers": {"retry-after": "1"}, "times": 1})

    assert ": ping\n\n" in played
    assert chunk in payloads(played)
    assert {"error": {"code": 503, "message": "No"}} == payloads(failed)[-1]
    assert [503, 429, 200] == [whole.status_code, refused.status_code, after.status_code]
    assert "1" == refused.headers["retry-after"]


def test_script_that_breaks_off(service: httpx.Client) -> None:
    """A stream can end early, or its connection break; an error without words says something."""
    cut = script(service, "Hi", {"truncate": True}, stream=True).text
    silent = script(service, {"error": {}}, {"raw": ""}, stream=True).text

    assert "Hi" == text_of(cut)
    assert "[DONE]" not in cut
    assert "It failed." == payloads(silent)[-1]["error"]["message"]
    with pytest.raises(httpx.RemoteProtocolError):
        script(service, "Hi", {"abort": True}, stream=True)


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/models/nope", 404, "model_not_found"),
        ("/files/nope", 404, "not_found"),
        ("/nowhere", 404, None),
    ],
)
def test_refusals(service: httpx.Client, path: str, status: int, code: str | None) -> None:
    """What is not there is an error object."""
    response = service.get(path)

    assert (status, code) == (response.status_code, response.json()["error"]["code"])


def test_a_key_is_needed(service: httpx.Client) -> None:
    """Without a key, and with a wrong one, nobody is let in."""
    for key in ("", "Bearer reject-me"):
        response = service.get("/models", headers={"Authorization": key})

        assert (401, "invalid_api_key") == (
            response.status_code,
            response.json()["error"]["code"],
        )


def test_models(service: httpx.Client) -> None:
    """Built-in models and those of the examples are listed and described."""
    names = [one["id"] for one in service.get("/models").json()["data"]]
    slashed = next(name for name in names if "/" in name)

    assert {"echo", "tools", "thinking", "scripted", "embedding", "gpt-4o"} <= set(names)
    assert slashed == service.get(f"/models/{slashed}").json()["id"]


def test_vectors(service: httpx.Client) -> None:
    """Vectors are the same as numbers and in base64."""
    body = {"model": "embedding", "input": ["a", "b"], "dimensions": 2}
    plain = service.post("/embeddings", json=body).json()
    packed = service.post("/embeddings", json={**body, "encoding_format": "base64"}).json()

    assert {"prompt_tokens": 2, "total_tokens": 2} == plain["usage"]
    assert [row["embedding"] for row in plain["data"]] == [
        list(struct.unpack("<2f", base64.b64decode(row["embedding"]))) for row in packed["data"]
    ]


def test_files(service: httpx.Client) -> None:
    """Files are stored, listed newest first page by page, read and deleted."""
    stored = [
        service.post(
            "/files",
            data={"purpose": purpose, "expires_after[seconds]": "60"},
            files={"file": (f"{purpose}.txt", b"hello")},
        ).json()
        for purpose in ("batch", "vision")
    ]
    first = service.get("/files", params={"limit": 1}).json()
    second = service.get("/files", params={"limit": 1, "after": first["last_id"]}).json()
    batch = service.get("/files", params={"purpose": "batch", "order": "asc"}).json()
    content = service.get(f"/files/{stored[0]['id']}/content")
    deleted = service.delete(f"/files/{stored[0]['id']}").json()

    assert ([stored[1]], True) == (first["data"], first["has_more"])
    assert ([stored[0]], False) == (second["data"], second["has_more"])
    assert [stored[0]] == batch["data"]
    assert 60 == stored[0]["expires_at"] - stored[0]["created_at"]
    assert (b"hello", 'attachment; filename="batch.txt"') == (
        content.content,
        content.headers["content-disposition"],
    )
    assert deleted["deleted"] is True
    assert 404 == service.get(f"/files/{stored[0]['id']}").status_code


def test_a_file_needs_a_name(service: httpx.Client) -> None:
    """A part without a file name is no file."""
    response = service.post("/files", files={"purpose": (None, "batch"), "file": (None, "x")})

    assert 400 == response.status_code


def test_pictures(service: httpx.Client) -> None:
    """Pictures are small valid PNGs, in base64 or behind links that need no key."""
    inline = service.post("/images/generations", json={"prompt": "A fox", "n": 2}).json()["data"]
    body = {"prompt": "A fox", "response_format": "url"}
    link = service.post("/images/generations", json=body).json()["data"][0]["url"]
    edited = service.post(
        "/images/edits", data={"prompt": "Rain", "n": "2"}, files={"image": ("a.png", b"x")}
    ).json()["data"]
    shown = httpx.get(link, headers={})
    picture = base64.b64decode(inline[0]["b64_json"])

    assert [2, 2] == [len(inline), len(edited)]
    assert inline[0] != inline[1]
    assert (picture, "image/png") == (shown.content, shown.headers["content-type"])
    assert (16, 16) == struct.unpack(">II", picture[16:24])
    packed = picture[picture.index(b"IDAT") + 4 : picture.index(b"IEND") - 8]
    assert 16 * (1 + 16 * 3) == len(zlib.decompress(packed))


def test_sound(service: httpx.Client) -> None:
    """A text survives being spoken and written down; other recordings are described."""
    body = {"model": "m", "input": "Hello, привет", "voice": "alloy"}
    spoken = service.post("/audio/speech", json=body)
    heard = service.post(
        "/audio/transcriptions",
        data={"model": "m", "response_format": "verbose_json"},
        files={"file": ("a.wav", spoken.content)},
    ).json()
    others = [
        service.post(
            "/audio/transcriptions", data={"model": "m"}, files={"file": ("a.wav", content)}
        ).json()
        for content in (b"noise", b"RIFF\4\0\0\0WAVE")
    ]

    assert "audio/wav" == spoken.headers["content-type"]
    assert ("Hello, привет", 0.2) == (heard["text"], heard["segments"][0]["end"])
    assert ["A recording of 5 bytes.", "A recording of 12 bytes."] == [
        one["text"] for one in others
    ]


def test_the_rest_answers_from_examples(service: httpx.Client) -> None:
    """Operations without a behaviour give the document's own example."""
    response = service.post("/moderations", json={"input": "I like foxes."})

    assert "modr-1" == response.json()["id"]


def test_every_handler_has_its_operation(tmp_path: Path) -> None:
    """The names of the handlers are operations of the document."""
    document = document_of("openai")
    handlers = OpenAIBehaviours(document, Settings(tmp_path)).handlers

    assert set() == set(handlers) - {operation.id for operation in document.operations}
