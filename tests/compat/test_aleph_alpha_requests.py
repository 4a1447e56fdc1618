"""The drop-in surface of aleph-alpha-client on the wire: bodies, headers, answers, both clients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from aleph_alpha_shells import TOKEN, AlephShell, sent
from pytest_httpserver import HTTPServer

import polyvox.compat.aleph_alpha_client as aleph
from polyvox.compat.aleph_alpha_client import (
    ChatRequest,
    FunctionCall,
    Message,
    Role,
    TextMessage,
    ToolCall,
)

CALL = ToolCall("call_1", "function", FunctionCall("get_weather", '{"city":"K\u00f6ln"}'))
TOOLS = [{"type": "function", "function": {"name": "get_weather"}}]


@pytest.fixture(params=("sync", "async"))
def shell(request: pytest.FixtureRequest) -> Iterator[AlephShell]:
    """Both shells, one after the other."""
    with AlephShell(request.param) as made:
        yield made


@pytest.fixture
def client(shell: AlephShell, httpserver: HTTPServer) -> Any:
    """A client of the scripted server."""
    return shell.client_of(httpserver.url_for("/v1"))


def completion(content: Any = "Hi", reason: str = "stop", **message: Any) -> dict[str, Any]:
    """The JSON of an answered chat."""
    whole = {"role": "assistant", "content": content, **message}
    return {"choices": [{"index": 0, "message": whole, "finish_reason": reason}]}


def test_chat_sends_the_limit_that_counts(
    shell: AlephShell, client: Any, httpserver: HTTPServer
) -> None:
    """`maximum_tokens` goes out as `max_tokens`; members that are None stay away."""
    httpserver.expect_request("/v1/chat/completions").respond_with_json(completion())
    request = ChatRequest(
        "other",
        [TextMessage(Role.System, "Be brief."), TextMessage(Role.User, "Hi")],
        maximum_tokens=100,
        temperature=0.7,
        top_k=3,
    )

    answer = shell.call(client.chat, request, model="llama")
    made, _ = httpserver.log[0]

    assert (
        b'{"model":"llama","messages":[{"role":"system","content":"Be brief."},'
        b'{"role":"user","content":"Hi"}],"max_tokens":100,"temperature":0.7,"top_k":3}'
    ) == made.get_data()
    assert "maximum_tokens" in request.to_json()
    assert f"Bearer {TOKEN}" == made.headers["Authorization"]
    assert aleph.ChatResponse(aleph.FinishReason.Stop, TextMessage(Role.Assistant, "Hi")) == answer


def test_tool_messages(shell: AlephShell, client: Any, httpserver: HTTPServer) -> None:
    """An answer that calls a tool goes back as it came, its null content as an empty text."""
    httpserver.expect_request("/v1/chat/completions").respond_with_json(
        completion(None, "tool_calls", tool_calls=[CALL.to_json()])
    )
    first = shell.call(client.chat, ChatRequest("m", [], tools=TOOLS), model="m")
    messages = [
        TextMessage(Role.User, "How warm is it?"),
        first.message,
        Message(Role.Tool, '{"celsius":7}', tool_call_id="call_1"),
    ]

    shell.call(client.chat, ChatRequest("m", messages, tools=TOOLS, tool_choice="auto"), "m")

    assert (aleph.FinishReason.ToolCalls, [CALL]) == (first.finish_reason, first.message.tool_calls)
    assert [
        {"role": "user", "content": "How warm is it?"},
        {"role": "assistant", "content": "", "tool_calls": [CALL.to_json()]},
        {"role": "tool", "content": '{"celsius":7}', "tool_call_id": "call_1"},
    ] == sent(httpserver)["messages"]
    assert (TOOLS, "auto") == (sent(httpserver)["tools"], sent(httpserver)["tool_choice"])


def test_empty_tool_calls(shell: AlephShell, client: Any, httpserver: HTTPServer) -> None:
    """An empty list of tool calls is none, and does not go back."""
    httpserver.expect_request("/v1/chat/completions").respond_with_json(
        completion("Hi", tool_calls=[])
    )

    answer = shell.call(client.chat, ChatRequest("m", []), "m")

    assert {"role": "assistant", "content": "Hi"} == answer.message.to_json()


def test_unknown_reason_is_kept(shell: AlephShell, client: Any, httpserver: HTTPServer) -> None:
    """A finish reason that nobody knew does not cost the answer."""
    httpserver.expect_request("/v1/chat/completions").respond_with_json(completion("Hi", "abort"))

    answer = shell.call(client.chat, ChatRequest("m", []), "m")

    assert ("abort", "Hi") == (answer.finish_reason.value, answer.message.content)
    assert isinstance(answer.finish_reason, aleph.FinishReason)


def test_settings_of_the_client(shell: AlephShell, httpserver: HTTPServer) -> None:
    """Hosting and tags go into each body, nice into the query where the service knows it."""
    httpserver.expect_request("/embeddings").respond_with_json(
        {
            "object": "list",
            "data": [{"object": "embedding", "embedding": "AACAPw==", "index": 0}],
            "model": "m",
            "usage": {"prompt_tokens": 1, "total_tokens": 1},
        }
    )
    httpserver.expect_request("/tokenize").respond_with_json({"token_ids": [1]})
    client = shell.client_of(
        httpserver.url_for("/").rstrip("/"),
        hosting="aleph-alpha",
        nice=True,
        tags=["a"],
        verify_ssl=False,
    )

    request = aleph.EmbeddingV2Request("Hi", encoding_format="base64")
    answer = shell.call(client.embeddings, request, "m")
    shell.call(client.tokenize, aleph.TokenizationRequest("Hi", False, True), "m")

    assert "AACAPw==" == answer.data[0].embedding
    assert [b"nice=true", b""] == [made.query_string for made, _ in httpserver.log]
    assert {
        "input": "Hi",
        "encoding_format": "base64",
        "model": "m",
        "hosting": "aleph-alpha",
        "tags": ["a"],
    } == sent(httpserver, 0)
    assert (httpserver.url_for("/"), TOKEN) == (client.host, client.token)
    assert TOKEN not in repr(client)
