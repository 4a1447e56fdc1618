"""The Responses API by choice: what is sent, and what its answers mean."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from lwe_shells import LweShell, bodies, write_preset

from polyvox.compat.lwe.response_items import input_items, tool_choice_of, tools_of
from polyvox.compat.lwe.responses import reply_of
from polyvox.emulator import Emulator
from polyvox.errors import ConfigError, ResponseError, StreamInterrupted, StreamTruncated
from polyvox.parts import AudioPart, FilePart, ImagePart
from polyvox.testing.faults import FaultServer, Reset, Silence, answer, event, event_stream

TEXT = {"type": "output_text", "text": "Hi there", "annotations": []}
SAID = {
    "id": "resp_1",
    "object": "response",
    "created_at": 1,
    "status": "completed",
    "error": None,
    "model": "m",
    "output": [
        {"id": "msg_1", "type": "message", "role": "assistant", "status": "completed"}
        | {"content": [TEXT]}
    ],
    "usage": {
        "input_tokens": 3,
        "input_tokens_details": {"cached_tokens": 1},
        "output_tokens": 2,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": 5,
    },
}


def _backend(lwe: LweShell, server: Any) -> Any:
    backend = lwe.backend(server)
    backend.config.set("providers.chat_openai.api", "responses")
    return backend


def _delta(text: str) -> bytes:
    return event(
        {
            "type": "response.output_text.delta",
            "sequence_number": 1,
            "item_id": "msg_1",
            "output_index": 0,
            "content_index": 0,
            "delta": text,
            "logprobs": [],
        }
    )


def _final(kind: str = "response.completed", **changes: Any) -> bytes:
    return event({"type": kind, "sequence_number": 9, "response": {**SAID, **changes}})


def test_asking(lwe: LweShell, openai: Emulator) -> None:
    """The body is that of LWE's own requests, and the answer is read."""
    backend = _backend(lwe, openai)
    overrides = {"preset": "gpt-4-chatbot-responses", "model": "gpt-5-mini"}
    result = lwe.ask(backend, "Hi", overrides)
    body = bodies(openai)[0]

    assert result.success, result.message
    assert openai.requests[0].path.endswith("/responses")
    assert {"model": "gpt-5-mini", "temperature": 1, "top_p": 0.5} == {
        name: body[name] for name in ("model", "temperature", "top_p")
    }
    assert ["system", "user"] == [item["role"] for item in body["input"]]
    assert (result.usage.prompt_tokens, result.usage.reasoning_tokens) == (30, 6)


def test_by_preset(lwe: LweShell, openai: Emulator) -> None:
    """A preset may choose it, too."""
    customizations = {"use_responses_api": True, "model_name": "gpt-5-mini"}
    write_preset(lwe.config_dir / "presets", "new", customizations)
    lwe.ask(lwe.backend(openai), "Hi", {"preset": "new"})

    assert openai.requests[0].path.endswith("/responses")


def test_options(lwe: LweShell) -> None:
    """Options of a chat get their place in the body."""
    with FaultServer(answer(SAID)) as server:
        backend = _backend(lwe, server)
        schema = {"name": "n", "schema": {"type": "object"}, "strict": True}
        form = {"type": "json_schema", "json_schema": schema}
        overrides = {"max_tokens": 5, "response_format": form, "model": "gpt-4o"}
        more = {
            "reasoning_effort": "low",
            "verbosity": "low",
            "n": 1,
            "model_kwargs": {"user": "u"},
            "extra_body": {"safety": 1},
        }
        backend.set_provider("chat_openai", more, reset=True)
        result = lwe.ask(backend, "Hi", overrides)
        text = server.requests[0].decode()

    assert "Hi there" == result.response
    for piece in (
        '"max_output_tokens":5',
        '"reasoning":{"effort":"low"}',
        '"verbosity":"low"',
        '"format":{"type":"json_schema","name":"n"',
        '"user":"u"',
        '"safety":1',
    ):
        assert piece in text
    assert '"n":1' not in text


@pytest.mark.parametrize("customizations", [{"n": 2}, {"seed": 1}])
def test_options_it_lacks(lwe: LweShell, openai: Emulator, customizations: dict[str, Any]) -> None:
    """What the API does not take is a failure."""
    backend = _backend(lwe, openai)
    backend.set_provider("chat_openai", customizations, reset=True)
    result = lwe.ask(backend, "Hi")

    assert (False, None) == result[:2]
    assert [] == bodies(openai)


def test_streaming(lwe: LweShell) -> None:
    """Pieces arrive, and the whole reply at the end."""
    with FaultServer(event_stream(_delta("Hi"), _delta(" there"), _final())) as server:
        pieces: list[str] = []
        backend = _backend(lwe, server)
        result = lwe.ask_stream(backend, "Hi", {"stream_callback": pieces.append})

    assert ["Hi", " there"] == pieces
    assert (True, "Hi there") == result[:2]
    assert ("stop", 5) == (result.finish_reason, result.usage.total_tokens)


@pytest.mark.parametrize(
    ("ending", "kind"),
    [((), StreamTruncated), ((Reset(),), StreamInterrupted)],
)
def test_cut_streams(lwe: LweShell, ending: tuple[Any, ...], kind: type) -> None:
    """A stream without its final event fails with what had arrived."""
    with FaultServer((*event_stream(_delta("Hi"), ended=not ending), *ending)) as server:
        result = lwe.ask_stream(_backend(lwe, server), "Hi")

    assert (False, "Hi", kind) == (result.success, result.response, type(result.error))


def test_streams_without_a_response(lwe: LweShell) -> None:
    """An end marker without the finished response is no answer."""
    with FaultServer(event_stream(_delta("Hi"), event("[DONE]"))) as server:
        result = lwe.ask_stream(_backend(lwe, server), "Hi")

    assert (False, "Hi") == result[:2]
    assert "without the finished response" in result.message


@pytest.fixture
def stalling() -> Iterator[FaultServer]:
    """A server that says two letters and then nothing."""
    with FaultServer((*event_stream(_delta("Hi"), ended=False), Silence())) as server:
        yield server


@pytest.mark.parametrize("later", [False, True])
def test_stopping(lwe: LweShell, stalling: FaultServer, later: bool) -> None:
    """A stream is stopped at a piece, and while it waits."""
    from threading import Timer

    backend = _backend(lwe, stalling)

    def stop(_: str) -> None:
        if later:
            Timer(0.05, backend.terminate_stream).start()
        else:
            backend.terminate_stream()

    result = lwe.ask_stream(backend, "Hi", {"stream_callback": stop})

    assert (True, "Hi", "Generation stopped") == result


@pytest.mark.parametrize("streaming", [False, True])
def test_failed_responses(lwe: LweShell, streaming: bool) -> None:
    """A response that failed on the server is a failure with its code."""
    changes = {"status": "failed", "error": {"code": "server_error", "message": "Oh."}}
    script = event_stream(_final("response.failed", **changes))
    with FaultServer(script if streaming else answer({**SAID, **changes})) as server:
        ask = lwe.ask_stream if streaming else lwe.ask
        result = ask(_backend(lwe, server), "Hi")

    assert (False, None, "server_error") == (*result[:2], result.error.code)
    assert "Oh." in result.message


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}, "length"),
        ({"status": "incomplete", "incomplete_details": {"reason": "other"}}, "other"),
        ({}, "stop"),
    ],
)
def test_reasons(changes: dict[str, Any], reason: str) -> None:
    """Why a response ended is told in the words of a chat."""
    assert reason == reply_of({**SAID, **changes}).finish_reason


def test_calls() -> None:
    """Function calls are tool calls; a refusal is one."""
    call = {"type": "function_call", "call_id": "c1", "name": "f", "arguments": "{}"}
    reply = reply_of({**SAID, "output": [call], "usage": None})
    refusal = {"type": "message", "content": [{"type": "refusal", "refusal": "No."}]}

    assert ("c1", "f", "{}") == (
        reply.tool_calls[0].id,
        reply.tool_calls[0].name,
        reply.tool_calls[0].arguments,
    )
    assert ("tool_calls", None) == (reply.finish_reason, reply.usage)
    assert "No." == reply_of({**SAID, "output": [refusal]}).refusal
    with pytest.raises(ResponseError, match="no output"):
        reply_of({**SAID, "output": []})


def test_items() -> None:
    """Messages of all kinds become items."""
    call = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    parts = [
        {"type": "text", "text": "a"},
        {"type": "image_url", "image_url": {"url": "u"}},
        {"type": "file", "file": {"file_id": "file-1"}},
        ImagePart(b"\x89PNG\r\n\x1a\n"),
        ImagePart("https://a.example/x.png"),
        ImagePart("file-2"),
        FilePart(b"%PDF-1.7", name="a.pdf"),
        FilePart(b"%PDF-1.7"),
        FilePart("https://a.example/x.pdf"),
        {"type": "input_text", "text": "as it is"},
        "as it is",
    ]
    pdf = "data:application/pdf;base64,JVBERi0xLjc="
    items = input_items(
        [
            {"role": "user", "content": parts},
            {"role": "assistant", "content": "b", "tool_calls": [call]},
            {"role": "assistant", "content": None, "tool_calls": [call]},
            {"role": "tool", "tool_call_id": "c1", "content": "7"},
        ]
    )

    assert [
        {"type": "input_text", "text": "a"},
        {"type": "input_image", "image_url": "u"},
        {"type": "input_file", "file_id": "file-1"},
        {"type": "input_image", "image_url": "data:image/png;base64,iVBORw0KGgo="},
        {"type": "input_image", "image_url": "https://a.example/x.png"},
        {"type": "input_image", "file_id": "file-2"},
        {"type": "input_file", "filename": "a.pdf", "file_data": pdf},
        {"type": "input_file", "filename": "file", "file_data": pdf},
        {"type": "input_file", "file_url": "https://a.example/x.pdf"},
        {"type": "input_text", "text": "as it is"},
        "as it is",
    ] == items[0]["content"]
    assert [
        ("message", None),
        ("message", None),
        ("function_call", "c1"),
        ("function_call", "c1"),
        ("function_call_output", "c1"),
    ] == [(item["type"], item.get("call_id")) for item in items]
    assert [{"type": "output_text", "text": "b", "annotations": []}] == items[1]["content"]


def test_recordings() -> None:
    """The API takes none."""
    with pytest.raises(ConfigError, match="no recordings"):
        input_items([{"role": "user", "content": [AudioPart(b"ID3")]}])


def test_tools() -> None:
    """Functions lose their wrapper; other tools and choices stay."""
    function = {"type": "function", "function": {"name": "f", "parameters": {}}}

    assert [{"type": "function", "name": "f", "parameters": {}}, {"type": "web_search"}] == (
        tools_of([function, {"type": "web_search"}])
    )
    assert {"type": "function", "name": "f"} == tool_choice_of(
        {"type": "function", "function": {"name": "f"}}
    )
    assert "auto" == tool_choice_of("auto")


@pytest.mark.parametrize("streaming", [False, True])
def test_tools_in_the_loop(lwe: LweShell, streaming: bool) -> None:
    """Tools are called by way of this API, too, streamed or not, and their results go back."""
    call = {"type": "function_call", "id": "fc_1", "call_id": "c1", "name": "double"}
    asks = {**SAID, "output": [{**call, "arguments": '{"x":21}', "status": "completed"}]}

    def double(x: int) -> int:
        """Twice as much."""
        return 2 * x

    calls = {"output": asks["output"]}
    scripts = [(answer(asks),), (answer(SAID),)]
    if streaming:
        scripts = [event_stream(_final(**calls)), event_stream(_delta("Hi there"), _final())]
    pieces: list[str] = []
    overrides = {"tools": [double], "tool_choice": "auto", "stream_callback": pieces.append}
    with FaultServer(*scripts) as server:
        ask = lwe.ask_stream if streaming else lwe.ask
        result = ask(_backend(lwe, server), "Hi", overrides)
        first, second = (json.loads(one.partition(b"\r\n\r\n")[2]) for one in server.requests)

    assert (True, "Hi there") == result[:2]
    assert (["Hi there"] if streaming else []) == pieces
    assert [("function", "double"), "auto"] == [
        (first["tools"][0]["type"], first["tools"][0]["name"]),
        first["tool_choice"],
    ]
    assert {"type": "function_call_output", "call_id": "c1", "output": "42"} == second["input"][-1]
