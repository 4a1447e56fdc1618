"""
The deployments with a manner of their own: stages, tools, usage.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from fixture_types import Chat
from streams import payloads, text_of

from polyvox.emulator.document import Document
from polyvox.emulator.schemas import Schemas

WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "days": {"type": "integer", "minimum": 2}},
            "required": ["city", "days"],
        },
    },
}
CLOCK = {"type": "function", "function": {"name": "clock"}}
STATIC = {"type": "static_function", "static_function": {"name": "rag"}}


def test_stages_show_everything(chat: Chat) -> None:
    """The message has finished stages, their attachments, an attachment and a state."""
    message = chat("stages", "Hello you").json()["choices"][0]["message"]
    content = message["custom_content"]
    reading, counting = content["stages"]

    assert "Hello you" == message["content"]
    assert ("Reading the question", "completed", "One moment.") == (
        reading["name"],
        reading["status"],
        reading["content"],
    )
    assert "Hello you" == reading["attachments"][0]["data"]
    assert "2 words" == counting["content"]
    assert "Counts" == content["attachments"][0]["title"]
    assert {"turns": 1} == content["state"]
    assert "index" not in json.dumps(content)


def test_stages_stream_with_heartbeats(chat: Chat) -> None:
    """The stream has comment lines, and stages that arrive in pieces."""
    response = chat("stages", "Hello you", stream=True)
    deltas = [chunk["choices"][0]["delta"] for chunk in payloads(response.text)]
    changes = [
        stage for delta in deltas for stage in delta.get("custom_content", {}).get("stages", [])
    ]

    assert 2 == response.text.count("\n\n: heartbeat\n\n")
    assert "Hello you" == text_of(response.text)
    assert ["Reading", " the question", "Counting"] == [
        change["name"] for change in changes if "name" in change
    ]


@pytest.mark.parametrize("model", ["echo", "stages", "tools", "usage"])
def test_chunks_fit_the_document(chat: Chat, dial_document: dict[str, Any], model: str) -> None:
    """Every chunk of every mode fits the document's schema of chunks."""
    document = Document(dial_document)
    schema = document.resolve({"$ref": "#/components/schemas/ChatCompletionChunk"})
    schemas = Schemas(document)
    chunks = payloads(chat(model, stream=True, tools=[WEATHER]).text)
    problems = [schemas.problem(schema, chunk) for chunk in chunks]

    assert [None] * len(chunks) == problems


def test_tool_is_called(chat: Chat) -> None:
    """The first function is called with arguments that fit its schema."""
    choice = chat("tools", "Minsk", tools=[STATIC, WEATHER, CLOCK]).json()["choices"][0]
    (call,) = choice["message"]["tool_calls"]

    assert "tool_calls" == choice["finish_reason"]
    assert None is choice["message"]["content"]
    assert ("call_1", "function", "weather") == (call["id"], call["type"], call["function"]["name"])
    assert {"city": "Minsk", "days": 2} == json.loads(call["function"]["arguments"])


def test_arguments_stream_in_pieces(chat: Chat) -> None:
    """Name and id come first, the arguments follow in several deltas."""
    chunks = payloads(chat("tools", "Minsk", tools=[WEATHER], stream=True).text)
    calls = [
        call for chunk in chunks for call in chunk["choices"][0]["delta"].get("tool_calls", [])
    ]
    arguments = "".join(call["function"]["arguments"] for call in calls)

    assert ("call_1", "weather", "") == (
        calls[0]["id"],
        calls[0]["function"]["name"],
        calls[0]["function"]["arguments"],
    )
    assert 4 == len(calls)
    assert {"city": "Minsk", "days": 2} == json.loads(arguments)


@pytest.mark.parametrize(
    ("choice", "parallel", "names"),
    [
        ("auto", None, ["weather"]),
        ("auto", True, ["weather", "clock"]),
        ({"type": "function", "function": {"name": "clock"}}, None, ["clock"]),
        ("none", None, []),
    ],
)
def test_tool_choice(chat: Chat, choice: object, parallel: bool | None, names: list[str]) -> None:
    """The request decides which functions are called."""
    fields: dict[str, object] = {} if parallel is None else {"parallel_tool_calls": parallel}
    answer = chat("tools", tools=[WEATHER, CLOCK], tool_choice=choice, **fields).json()
    calls = answer["choices"][0]["message"].get("tool_calls", [])

    assert names == [call["function"]["name"] for call in calls]


def test_tool_answer_is_told(chat: Chat) -> None:
    """After the tool has answered, its content is the answer."""
    call = {"id": "call_1", "type": "function", "function": {"name": "weather", "arguments": "{}"}}
    messages = [
        {"role": "user", "content": "Minsk"},
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "call_1", "content": "7 degrees"},
    ]
    choice = chat("tools", messages=messages, tools=[WEATHER]).json()["choices"][0]

    assert ("7 degrees", "stop") == (choice["message"]["content"], choice["finish_reason"])


def test_tools_without_tools_echo(chat: Chat) -> None:
    """Without tools the deployment is an echo."""
    assert "Hi" == chat("tools", "Hi").json()["choices"][0]["message"]["content"]


def test_endless_calls(chat: Chat) -> None:
    """A deployment that never tires calls all functions again, with ids that go on."""
    calls = chat("endless", "Minsk", tools=[WEATHER, CLOCK]).json()["choices"][0]["message"]
    messages = [
        {"role": "user", "content": "Minsk"},
        calls,
        {"role": "tool", "tool_call_id": "call_1", "content": "7 degrees"},
        {"role": "tool", "tool_call_id": "call_2", "content": "noon"},
    ]
    choice = chat("endless", messages=messages, tools=[WEATHER, CLOCK]).json()["choices"][0]

    assert ["call_1", "call_2"] == [call["id"] for call in calls["tool_calls"]]
    assert ["call_3", "call_4"] == [call["id"] for call in choice["message"]["tool_calls"]]
    assert "tool_calls" == choice["finish_reason"]
    assert "Hi" == chat("endless", "Hi").json()["choices"][0]["message"]["content"]


def test_usage_is_detailed(chat: Chat) -> None:
    """Reasoning and cached tokens are told, and the sums hold."""
    answer = chat("usage", "one two three four").json()
    usage = answer["usage"]

    assert "Counting the words." == answer["choices"][0]["message"]["reasoning_content"]
    assert {"reasoning_tokens": 3} == usage["completion_tokens_details"]
    assert {"cached_tokens": 2, "cache_write_tokens": 0} == usage["prompt_tokens_details"]
    assert (4, 7, 11) == (
        usage["prompt_tokens"],
        usage["completion_tokens"],
        usage["total_tokens"],
    )


def test_usage_comes_in_a_chunk_of_its_own(chat: Chat) -> None:
    """The stream ends with a chunk without choices."""
    *_, end, last = payloads(chat("usage", stream=True).text)

    assert ("stop", []) == (end["choices"][0]["finish_reason"], last["choices"])
    assert "usage" not in end
    assert 9 == last["usage"]["total_tokens"]


def test_stored_application_is_an_echo(
    chat: Chat, dial: Any, folder: str, conforms: Callable[..., None]
) -> None:
    """What a caller stores as an application can be talked to at once."""
    body = {"endpoint": "http://127.0.0.1/", "displayName": "Mine"}
    url = dial.put(f"/v1/applications/{folder}/mine", json=body).json()["url"]

    assert "Hi" == chat(url, "Hi").json()["choices"][0]["message"]["content"]
