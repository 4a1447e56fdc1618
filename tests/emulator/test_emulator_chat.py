"""
Chat as every deployment does it: whole and streamed, usage, limits, formats, refusals.
"""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from fixture_types import Chat
from jsonschema import Draft202012Validator
from streams import payloads, text_of

SCHEMA = {
    "type": "object",
    "properties": {
        "city": {"type": "string"},
        "size": {"type": "integer", "minimum": 1},
        "kind": {"enum": ["town", "village"]},
    },
    "required": ["city", "size", "kind"],
    "additionalProperties": False,
}


def test_echo_answers_the_last_user_message(chat: Chat) -> None:
    """The whole answer is the text of the last user message."""
    messages = [
        {"role": "system", "content": "Be kind."},
        {"role": "user", "content": "First"},
        {"role": "assistant", "content": "Yes"},
        {
            "role": "user",
            "content": [{"type": "text", "text": "Second"}, {"type": "text", "text": "part"}],
        },
    ]
    choice = chat("echo", messages=messages).json()["choices"][0]

    assert {"role": "assistant", "content": "Second part"} == choice["message"]
    assert "stop" == choice["finish_reason"]


def test_echo_without_a_user_message_is_empty(chat: Chat) -> None:
    """There is an answer even when there is nothing to repeat."""
    answer = chat("echo", messages=[{"role": "system", "content": "Be kind."}]).json()

    assert "" == answer["choices"][0]["message"]["content"]


def test_echo_streams_word_by_word(chat: Chat) -> None:
    """One chunk opens, one per word follows, one ends, then the terminator."""
    response = chat("echo", "Hello there,\nyou", stream=True)
    deltas = [chunk["choices"][0]["delta"] for chunk in payloads(response.text)]
    words = [{"content": "Hello"}, {"content": " there,"}, {"content": "\nyou"}]

    assert [{"role": "assistant"}, *words, {}] == deltas
    assert response.text.endswith("\n\ndata: [DONE]\n\n")
    assert "text/event-stream; charset=utf-8" == response.headers["content-type"]


def test_usage_adds_up(chat: Chat) -> None:
    """The total is the sum, whole and streamed alike."""
    whole = chat("echo").json()["usage"]
    streamed = payloads(chat("echo", stream=True).text)[-1]["usage"]

    assert {"prompt_tokens": 3, "completion_tokens": 3, "total_tokens": 6} == whole
    assert whole == streamed


def test_statistics_are_indexed_in_streams_only(chat: Chat) -> None:
    """Entries of the usage per model carry an index in the stream, and none in the message."""
    whole = chat("echo").json()["statistics"]["usage_per_model"][0]
    streamed = payloads(chat("echo", stream=True).text)[-1]["statistics"]["usage_per_model"][0]

    assert "index" not in whole
    assert {"index": 0, **whole} == streamed


def test_attachments_are_echoed(chat: Chat) -> None:
    """Attachments of the last user message come back."""
    attachment = {"type": "text/plain", "title": "Note", "data": "n"}
    message = {"role": "user", "content": "Hi", "custom_content": {"attachments": [attachment]}}
    answer = chat("echo", messages=[message]).json()

    assert [attachment] == answer["choices"][0]["message"]["custom_content"]["attachments"]


@pytest.mark.parametrize("name", ["max_tokens", "max_completion_tokens"])
def test_token_limit_cuts(chat: Chat, name: str) -> None:
    """A limit cuts the answer and says so."""
    choice = chat("echo", "one two three", **{name: 2}).json()["choices"][0]

    assert ("one two", "length") == (choice["message"]["content"], choice["finish_reason"])


@pytest.mark.parametrize("stop", ["two", ["three", " two"]])
def test_stop_cuts(chat: Chat, stop: object) -> None:
    """The answer ends before a stop text."""
    choice = chat("echo", "one two three", stop=stop).json()["choices"][0]

    assert "one" == choice["message"]["content"].strip()


def test_several_choices(chat: Chat) -> None:
    """`n` answers come with their indices, and cost n times as much."""
    whole = chat("echo", n=2).json()
    chunks = payloads(chat("echo", n=2, stream=True).text)
    ends = [item["choices"][0]["index"] for item in chunks if item["choices"][0]["finish_reason"]]

    assert [0, 1] == [choice["index"] for choice in whole["choices"]]
    assert [0, 1] == ends
    assert 6 == whole["usage"]["completion_tokens"] == chunks[-1]["usage"]["completion_tokens"]


def test_json_schema_answer_fits(chat: Chat) -> None:
    """With a schema the answer is JSON that fits it, whole and streamed."""
    wanted = {"type": "json_schema", "json_schema": {"name": "place", "schema": SCHEMA}}
    whole = chat("echo", "Minsk", response_format=wanted).json()
    content = whole["choices"][0]["message"]["content"]
    streamed = text_of(chat("echo", "Minsk", response_format=wanted, stream=True).text)

    assert content == streamed
    assert Draft202012Validator(SCHEMA).is_valid(json.loads(content))
    assert "Minsk" == json.loads(content)["city"]


def test_json_object_answer_is_an_object(chat: Chat) -> None:
    """Without a schema the answer is some JSON object."""
    answer = chat("echo", "Minsk", response_format={"type": "json_object"}).json()

    assert {"answer": "Minsk"} == json.loads(answer["choices"][0]["message"]["content"])


def test_prompt_is_cut_from_the_old_end(chat: Chat) -> None:
    """What does not fit `max_prompt_tokens` is left out and listed."""
    messages = [
        {"role": "system", "content": "s"},
        {"role": "user", "content": "an old question"},
        {"role": "assistant", "content": "an old answer"},
        {"role": "user", "content": "hi"},
    ]
    answer = chat("echo", messages=messages, max_prompt_tokens=5).json()

    assert [1] == answer["statistics"]["discarded_messages"]
    assert 5 == answer["usage"]["prompt_tokens"]


def test_prompt_that_cannot_fit_is_refused(chat: Chat) -> None:
    """What must stay is too long by itself."""
    response = chat("echo", "one two three", max_prompt_tokens=2)

    assert 400 == response.status_code
    assert "more than 2" in response.json()["error"]["message"]


def test_unknown_deployment_is_404(chat: Chat) -> None:
    """The error is JSON and its code is a text."""
    response = chat("nobody")

    assert 404 == response.status_code
    assert ("Deployment not found", "404") == (
        response.json()["error"]["message"],
        response.json()["error"]["code"],
    )


def test_toolset_does_not_chat(chat: Chat) -> None:
    """A toolset is no chat deployment."""
    assert 404 == chat("toolsets/public/search").status_code


@pytest.mark.parametrize("name", ["applications/public/assistant", "gpt-4o"])
def test_slashes_and_example_names(chat: Chat, name: str) -> None:
    """Names with slashes work, and so do those in the document's examples."""
    assert name == chat(name).json()["model"]


def test_api_version_is_ignored(dial: httpx.Client) -> None:
    """The query goes through unchecked."""
    path = "/openai/deployments/echo/chat/completions?api-version=1"
    response = dial.post(path, json={"messages": [{"role": "user", "content": "Hi"}]})

    assert 200 == response.status_code


def test_content_type_must_be_json(dial: httpx.Client) -> None:
    """Anything but JSON is 415."""
    path = "/openai/deployments/echo/chat/completions"
    response = dial.post(path, content="{}", headers={"Content-Type": "text/plain"})

    assert 415 == response.status_code


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"messages": []}, "messages: [] should be non-empty"),
        ({"messages": [{"role": "user"}]}, "messages[0]: 'content' is a required property"),
        ({"temperature": 3}, "temperature: 3 is greater than the maximum of 2"),
    ],
)
def test_request_is_checked(chat: Chat, fields: dict[str, Any], fault: str) -> None:
    """A request that does not fit the document is a JSON error naming the fault."""
    response = chat("echo", **fields)

    assert 400 == response.status_code
    assert f"The request body does not fit: {fault}" == response.json()["error"]["message"]


def test_attached_file_must_be_readable(chat: Chat, put: Any, folder: str) -> None:
    """An attachment may point to an own file, and to nobody else's."""
    url = put(f"{folder}/a.txt").json()["url"]
    statuses: list[int] = []
    for target in (url, "files/SomebodyElse/a.txt"):
        content = {"attachments": [{"type": "text/plain", "title": "a", "url": target}]}
        message = {"role": "user", "content": "Hi", "custom_content": content}
        statuses.append(chat("echo", messages=[message]).status_code)

    assert [200, 403] == statuses


def test_upstream_attempts_are_told(chat: Chat) -> None:
    """Answers of deployments say how many upstreams were tried."""
    assert "1" == chat("echo").headers["x-upstream-attempts"]
