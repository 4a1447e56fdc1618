"""Streams of the drop-in surface of aleph-alpha-client: both clients, and whatever servers send."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from aleph_alpha_shells import TOKEN, AlephShell, sent
from pytest_httpserver import HTTPServer
from werkzeug.wrappers import Response

import polyvox.compat.aleph_alpha_client as aleph
from polyvox import PolyvoxError, StreamTruncated
from polyvox.compat.aleph_alpha_client import (
    ChatRequest,
    ChatStreamChunk,
    FinishReason,
    FunctionCall,
    Prompt,
    Role,
    TextMessage,
    ToolCall,
    Usage,
)
from polyvox.compat.aleph_alpha_client.chat import process_chat_stream, stream_chat_item_from_json

REQUEST = ChatRequest("m", [TextMessage(Role.User, "Hi")], maximum_tokens=9)
ROLE = {"role": "assistant", "content": ""}
USAGE = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
FIRST = ChatStreamChunk("", Role.Assistant)


@pytest.fixture(params=("sync", "async"))
def shell(request: pytest.FixtureRequest) -> Iterator[AlephShell]:
    """Both shells, one after the other."""
    with AlephShell(request.param) as made:
        yield made


def chunk(delta: dict[str, Any], reason: str | None = None, **more: Any) -> dict[str, Any]:
    """A chunk with one choice."""
    choice = {"index": 0, "delta": delta, "finish_reason": reason, "logprobs": None}
    return {"object": "chat.completion.chunk", "choices": [choice], "usage": None, **more}


def called(function: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A chunk with a piece of a tool call."""
    return chunk({"content": "", "tool_calls": [{"index": 0, "function": function, **more}]})


def answer(server: HTTPServer, *chunks: Any, end: str = "data: [DONE]\n\n") -> str:
    """Stream *chunks*, then *end*; the host of the server."""
    events = (one if isinstance(one, str) else f"data: {json.dumps(one)}\n\n" for one in chunks)
    body = "".join(events) + end
    server.expect_request("/v1/chat/completions").respond_with_handler(
        lambda _: Response(body, content_type="text/event-stream")
    )
    return server.url_for("/v1")


def items(shell: AlephShell, host: str, request: ChatRequest = REQUEST) -> list[Any]:
    """All items of a chat stream."""
    return shell.items(shell.client_of(host).chat_with_streaming(request, "m"))


def test_text_reason_and_usage(shell: AlephShell, httpserver: HTTPServer) -> None:
    """Pieces, the reason of the end, and the usage of a chunk without choices."""
    host = answer(
        httpserver,
        chunk(ROLE),
        chunk({"content": "Hel"}),
        chunk({"content": "lo"}),
        chunk({}, "stop"),
        {"choices": [], "usage": USAGE},
    )
    request = ChatRequest("m", [], 9, stream_options=aleph.StreamOptions(include_usage=True))

    found = items(shell, host, request)

    assert [
        FIRST,
        ChatStreamChunk("Hel", None),
        ChatStreamChunk("lo", None),
        FinishReason.Stop,
        Usage(completion_tokens=2, prompt_tokens=1, total_tokens=3),
    ] == found
    assert {
        "model": "m",
        "messages": [],
        "max_tokens": 9,
        "stream_options": {"include_usage": True},
        "stream": True,
    } == sent(httpserver)


def test_a_loop_without_a_with_block(shell: AlephShell, httpserver: HTTPServer) -> None:
    """A plain loop reads to the end, as the replaced library's users write it."""
    host = answer(httpserver, chunk({"content": "Hi"}), chunk({}, "length"))

    found = shell.each(shell.client_of(host).chat_with_streaming(REQUEST, "m"))

    assert [ChatStreamChunk("Hi", None), FinishReason.Length] == found


def test_tool_calls(shell: AlephShell, httpserver: HTTPServer) -> None:
    """Pieces of a tool call, the first without arguments, come whole before the reason."""
    host = answer(
        httpserver,
        chunk(ROLE),
        called({"name": "f"}, id="call_1", type="function"),
        called({"arguments": '{"a":'}),
        called({}),
        called({"arguments": " 1}"}),
        chunk({"content": ""}, "tool_calls"),
    )

    found = items(shell, host)

    call = ToolCall("call_1", "function", FunctionCall("f", '{"a": 1}'))
    assert [FIRST, call, FinishReason.ToolCalls] == found


def test_everything_in_one_chunk(shell: AlephShell, httpserver: HTTPServer) -> None:
    """Text, tool call, reason and usage in the same chunk are all delivered."""
    piece = {"index": 0, "id": "c", "type": "function", "function": {"name": "f"}}
    host = answer(
        httpserver, chunk({"content": "Hi", "tool_calls": [piece]}, "tool_calls", usage=USAGE)
    )

    assert [
        ChatStreamChunk("Hi", None),
        ToolCall("c", "function", FunctionCall("f", "")),
        FinishReason.ToolCalls,
        Usage(completion_tokens=2, prompt_tokens=1, total_tokens=3),
    ] == items(shell, host)


def test_odd_lines(shell: AlephShell, httpserver: HTTPServer) -> None:
    """Comments, event names, lines without a blank, long lines and other deltas do no harm."""
    long = "x" * 1_200_000
    host = answer(
        httpserver,
        ": keep-alive\n\n",
        f"event: message\ndata:{json.dumps(chunk({'reasoning_content': 'Hm'}))}\r\n\r\n",
        chunk({"content": long}),
        chunk({"role": "assistant", "content": None}),
        chunk({}, "stop"),
    )

    assert [ChatStreamChunk(long, None), FIRST, FinishReason.Stop] == items(shell, host)


def test_truncated(shell: AlephShell, httpserver: HTTPServer) -> None:
    """A stream without its end is an error, not an end."""
    host = answer(httpserver, chunk(ROLE), chunk({"content": "Hel"}), end="")

    with pytest.raises(StreamTruncated):
        items(shell, host)


def test_error_inside(shell: AlephShell, httpserver: HTTPServer) -> None:
    """An error in the middle is a RuntimeError with the service's words and code."""
    host = answer(
        httpserver, chunk({"content": "a"}), {"error": "The worker stopped.", "code": "X"}
    )

    with pytest.raises(RuntimeError) as caught:
        items(shell, host)

    assert isinstance(caught.value, PolyvoxError)
    assert ("X", (None, "The worker stopped.")) == (caught.value.code, caught.value.args)


def test_faulty_chunk(shell: AlephShell, httpserver: HTTPServer) -> None:
    """A chunk without what it must have is one of our errors, and a KeyError as before."""
    host = answer(httpserver, {"choices": [], "usage": {"prompt_tokens": 1}}, chunk({}, "stop"))

    with pytest.raises(KeyError) as caught:
        items(shell, host)

    assert isinstance(caught.value, PolyvoxError)
    assert "completion_tokens" in str(caught.value)


def test_refused(shell: AlephShell, httpserver: HTTPServer) -> None:
    """A refused stream raises when it is opened."""
    httpserver.expect_request("/v1/chat/completions").respond_with_data(
        '{"error":"Busy.","code":"QUEUE_FULL"}', status=503, content_type="application/json"
    )

    with pytest.raises(aleph.BusyError) as caught:
        items(shell, httpserver.url_for("/v1"))

    assert ("QUEUE_FULL", 503) == (caught.value.code, caught.value.args[0])


def test_completions(shell: AlephShell, httpserver: HTTPServer) -> None:
    """The three kinds of events become the three kinds of items; [DONE] may follow."""
    events: list[dict[str, Any]] = [
        {"type": "stream_chunk", "index": 0, "completion": "a", "completion_tokens": ["a"]},
        {
            "type": "stream_summary",
            "index": 0,
            "model_version": "1",
            "finish_reason": "end_of_text",
        },
        {
            "type": "completion_summary",
            "optimized_prompt": [{"type": "text", "data": "Hi"}],
            "num_tokens_prompt_total": 1,
            "num_tokens_generated": 2,
        },
    ]
    body = "".join(f"data: {json.dumps(event)}\n\n" for event in events) + "data: [DONE]\n\n"
    httpserver.expect_request("/v1/complete").respond_with_data(
        body, content_type="text/event-stream"
    )
    client = shell.client_of(httpserver.url_for("/v1"))

    found = shell.items(client.complete_with_streaming(aleph.CompletionRequest(Prompt("Hi")), "m"))

    assert [
        aleph.StreamChunk(0, None, "a", None, ["a"]),
        aleph.StreamSummary(0, "1", "end_of_text"),
        aleph.CompletionSummary(Prompt("Hi"), 1, 2),
    ] == found
    assert events[1] == {"type": "stream_summary", **found[1].to_json()}
    assert ["a"] == found[0].to_json()["completion_tokens"]
    assert 2 == found[2].to_json()["num_tokens_generated"]
    assert True is sent(httpserver)["stream"]


def test_unknown_event(shell: AlephShell, httpserver: HTTPServer) -> None:
    """An event of an unknown type is a ValueError, and one of our errors."""
    httpserver.expect_request("/v1/complete").respond_with_data(
        'data: {"type":"other"}\n\n', content_type="text/event-stream"
    )
    client = shell.client_of(httpserver.url_for("/v1"))
    stream = client.complete_with_streaming(aleph.CompletionRequest(Prompt("Hi")), "m")

    with pytest.raises(ValueError, match="other") as caught:
        shell.items(stream)

    assert isinstance(caught.value, PolyvoxError)


def test_calls_without_an_end() -> None:
    """Tool calls of chunks that never tell a reason come at the end."""
    with AlephShell("async") as shell:

        async def chunks() -> Any:
            """Two chunks."""
            yield chunk({"content": "Hi"})
            yield called({"name": "f", "arguments": "{}"}, id="c")

        found = shell.each(process_chat_stream(chunks()))

    call = ToolCall("c", "function", FunctionCall("f", "{}"))
    assert [ChatStreamChunk("Hi", None), call] == found


def test_single_items() -> None:
    """One chunk is read as one item: its usage, else its reason, else its piece."""
    read = stream_chat_item_from_json

    assert Usage(2, 1, 3) == read(chunk({}, "stop", usage=USAGE))
    assert FinishReason.Stop is read(chunk({"content": "a"}, "stop"))
    assert ChatStreamChunk("a", None) == read(chunk({"content": "a"}))


def test_break_frees_the_connection(shell: AlephShell, httpserver: HTTPServer) -> None:
    """A with block that is left early frees the connection."""
    host = answer(httpserver, chunk({"content": "a"}), chunk({"content": "b"}), chunk({}, "stop"))
    client = shell.client_of(host)

    first = shell.items(client.chat_with_streaming(REQUEST, "m"), 1)
    again = shell.items(client.chat_with_streaming(REQUEST, "m"))

    assert [ChatStreamChunk("a", None)] == first
    assert 3 == len(again)


def test_errors_survive_pickling(shell: AlephShell, httpserver: HTTPServer) -> None:
    """Errors keep class, args and attributes, and never hold the token."""
    httpserver.expect_request("/v1/models_available").respond_with_data(TOKEN, status=401)
    client = shell.client_of(httpserver.url_for("/v1"))

    with pytest.raises(PermissionError) as caught:
        shell.call(client.models)
    copy = pickle.loads(pickle.dumps(caught.value))

    assert (type(caught.value), caught.value.args, 401) == (type(copy), copy.args, copy.status)
    assert (401, caught.value.args[1]) == (copy.errno, copy.strerror)
    assert TOKEN not in f"{caught.value!r}{copy!r}{caught.value.args}"
