"""
The facade of Ollama on the wire: literal requests, canned answers, both shells.
"""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import KEY, Shell

from polyvox import (
    ConfigError,
    Done,
    Message,
    NotFound,
    ReasoningDelta,
    StreamTruncated,
    TextDelta,
    ToolCall,
    ToolCallDelta,
    UnsupportedError,
    Usage,
    UsageEvent,
)
from polyvox_core.errors import DecodeError, ServerError, UnexpectedContentType

ANSWER = (
    '{"model":"qwen3:8b","created_at":"2026-11-20T12:25:29Z","message":{"role":"assistant",'
    '"content":"Hello!","thinking":"Be kind."},"done":true,"done_reason":"stop",'
    '"prompt_eval_count":3,"eval_count":2}'
)
CALLED = (
    '{"model":"qwen3:8b","message":{"role":"assistant","content":"","tool_calls":[{"function":'
    '{"index":0,"name":"look","arguments":{"city":"Minsk"}}}]},"done":true,"done_reason":"stop"}'
)
PIECES = (
    b'{"model":"q","message":{"role":"assistant","content":"","thinking":"Hm."},"done":false}\n'
    b"\n"
    b'{"model":"q","message":{"role":"assistant","content":"Let "},"done":false}\r\n'
    b'{"model":"q","message":{"role":"assistant","content":"","tool_calls":[{"function":'
    b'{"name":"look","arguments":{"city":"Minsk"}}}]},"done":false}\n'
    b'{"model":"q","message":{"role":"assistant","content":"me."},"done":false}\n'
    b'{"model":"q","message":{"role":"assistant","content":""},"done":true,"eval_count":4}'
)


def lines(content: bytes) -> bytes:
    """An answer that streams *content*."""
    return answer(content, "application/x-ndjson")


def ollama(shell: Shell, recorder: Recorder, **arguments: Any) -> Any:
    """A client for the recorder."""
    return shell.client("ollama", base_url=recorder.url, **arguments)


def test_chat_says_that_it_wants_no_stream(shell: Shell, recorder: Recorder) -> None:
    """The request says `"stream": false`, since Ollama streams by itself; no key is sent."""
    recorder.reply(json_answer(ANSWER))

    reply = shell.call(ollama(shell, recorder).chat, "Hi", model="qwen3:8b", system="Be brief.")

    assert ["POST /api/chat"] == recorder.heads()
    assert (
        b'{"model":"qwen3:8b","messages":[{"role":"system","content":"Be brief."},'
        b'{"role":"user","content":"Hi"}],"stream":false}'
    ) == recorder.body()
    assert recorder.header("Authorization") is None
    assert ("Hello!", "Be kind.", "stop", "qwen3:8b") == (
        reply.text,
        reply.reasoning,
        reply.finish_reason,
        reply.model,
    )
    assert Usage(prompt_tokens=3, completion_tokens=2, total_tokens=5) == reply.usage
    assert "Hello!" == reply.raw.message.content


def test_the_cloud_gets_a_bearer_token(shell: Shell, recorder: Recorder) -> None:
    """A key is sent as a bearer token, on every kind of call."""
    recorder.always(json_answer(ANSWER))
    client = ollama(shell, recorder, api_key=KEY)

    shell.call(client.chat, "Hi", model="q")

    assert f"Bearer {KEY}" == recorder.header("Authorization")


def test_options_take_their_places(shell: Shell, recorder: Recorder) -> None:
    """Options of the model go into `options` in Ollama's names, the others beside it."""
    recorder.reply(json_answer(ANSWER))

    shell.call(
        ollama(shell, recorder).chat,
        "Hi",
        model="q",
        temperature=0.5,
        max_tokens=7,
        stop=("END", "STOP"),
        top_p=None,
        reasoning_effort="none",
        response_format={"type": "json_schema", "json_schema": {"schema": {"type": "object"}}},
        options={"num_gpu": 1, "seed": None},
        keep_alive=-1,
        extra_body={"novel": True},
    )

    assert (
        b'"keep_alive":-1,"options":{"num_gpu":1,"num_predict":7,"temperature":0.5,'
        b'"stop":["END","STOP"]},"format":{"type":"object"},"think":false,"stream":false,'
        b'"novel":true}'
    ) in recorder.body()


@pytest.mark.parametrize(
    ("wanted", "sent"),
    [
        ({"type": "json_object"}, b'"format":"json"'),
        ({"type": "json_schema", "json_schema": {"name": "x"}}, b'"format":"json"'),
        ({"type": "text"}, b'"stream":false'),
    ],
)
def test_response_formats(wanted: Any, sent: bytes, shell: Shell, recorder: Recorder) -> None:
    """OpenAI's response formats become Ollama's; plain text needs none."""
    recorder.reply(json_answer(ANSWER))

    shell.call(ollama(shell, recorder).chat, "Hi", model="q", response_format=wanted)

    assert sent in recorder.body()
    assert (b'"format"' in recorder.body()) == (wanted["type"] != "text")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"options": {"max_tokens": 5}}, "Use 'num_predict' in options"),
        ({"options": {"stop_sequences": ["x"]}}, "Use 'stop' in options"),
        ({"temprature": 1}, "Did you mean 'temperature'"),
        ({"n": 2}, "has no option 'n'"),
        ({"response_format": {"type": "grammar"}}, "no response format 'grammar'"),
        ({"model": ""}, "names no model"),
    ],
)
def test_slips_are_noticed(options: Any, said: str, shell: Shell, recorder: Recorder) -> None:
    """What Ollama would ignore silently is an error before anything is sent."""
    with pytest.raises(ConfigError, match=said):
        shell.call(ollama(shell, recorder).chat, "Hi", **{"model": "q", **options})

    assert [] == recorder.requests


def test_messages_are_translated(shell: Shell, recorder: Recorder) -> None:
    """Arguments become objects, a tool's answer names the tool, images stand beside the text."""
    recorder.reply(json_answer(ANSWER))
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo="}}

    shell.call(
        ollama(shell, recorder).chat,
        [
            {"role": "developer", "content": "Be brief."},
            {"role": "user", "content": [{"type": "text", "text": "What?"}, picture]},
            Message("assistant", None, tool_calls=(ToolCall("c-1", "look", '{"a":"\u00e9"}'),)),
            {"role": "tool", "content": "7", "tool_call_id": "c-1"},
            {"role": "tool", "content": "8", "tool_name": "other"},
            Message("tool", "9", tool_call_id="lost"),
        ],
        model="q",
    )

    assert (
        '"messages":[{"role":"system","content":"Be brief."},'
        '{"role":"user","content":"What?","images":["iVBORw0KGgo="]},'
        '{"role":"assistant","tool_calls":[{"function":{"name":"look",'
        '"arguments":{"a":"\u00e9"}}}]},'
        '{"role":"tool","content":"7","tool_name":"look"},'
        '{"role":"tool","content":"8","tool_name":"other"},{"role":"tool","content":"9"}]'
    ).encode() in recorder.body()


def test_images_in_any_form(shell: Shell, recorder: Recorder, tmp_path: Path) -> None:
    """Bytes, paths, files and base64 are sent in base64; a bare text is one image."""
    recorder.always(json_answer(ANSWER))
    client = ollama(shell, recorder)
    path = tmp_path / "a.png"
    path.write_bytes(b"abc")
    forms: list[Any] = [b"abc", path, io.BytesIO(b"abc"), "YWJj", "data:image/png;base64,YWJj"]

    for form in ([*forms], forms[3]):
        shell.call(client.chat, {"role": "user", "content": "x", "images": form}, model="q")

    sent = base64.b64encode(b"abc")
    assert b'"images":[' + b",".join([b'"' + sent + b'"'] * 5) + b"]" in recorder.body(0)
    assert b'"images":["' + sent + b'"]' in recorder.body(1)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"role": "user", "images": "http://example.com/a.png"}, "does not fetch"),
        ({"role": "user", "images": [7]}, "cannot be sent as ImagePart"),
        ({"role": "user", "images": [Path("missing.png")]}, "the file .missing.png."),
        ({"role": "user", "content": [{"type": "input_audio"}]}, "no part of the type"),
        (Message("assistant", tool_calls=(ToolCall("c", "look", "{"),)), "are not JSON"),
    ],
)
def test_what_cannot_be_sent(message: Any, said: str, shell: Shell, recorder: Recorder) -> None:
    """Web addresses, missing files and broken arguments are refused before anything is sent."""
    with pytest.raises(ConfigError, match=said):
        shell.call(ollama(shell, recorder).chat, [message], model="q")

    assert [] == recorder.requests


def test_tool_calls_go_back(shell: Shell, recorder: Recorder) -> None:
    """A call without an id gets one, so that the tool's answer finds its name again."""
    recorder.reply(json_answer(CALLED), json_answer(ANSWER))
    client = ollama(shell, recorder)

    reply = shell.call(client.chat, "Hi", model="q")
    (called,) = reply.tool_calls
    result = Message("tool", "7", tool_call_id=called.id)
    shell.call(client.chat, [Message("user", "Hi"), reply.message, result], model="q")

    assert ("look", {"city": "Minsk"}, "tool_calls") == (
        called.name,
        called.parsed,
        reply.finish_reason,
    )
    assert (
        b'{"role":"assistant","content":"","tool_calls":[{"function":{"name":"look",'
        b'"arguments":{"city":"Minsk"}}}]},{"role":"tool","content":"7","tool_name":"look"}'
    ) in recorder.body()


def test_thoughts_go_back(shell: Shell, recorder: Recorder) -> None:
    """What the model thought travels with its message."""
    recorder.always(json_answer(ANSWER))
    client = ollama(shell, recorder)
    reply = shell.call(client.chat, "Hi", model="q")

    shell.call(client.chat, [reply.message, {"role": "user", "content": "Go on"}], model="q")

    assert b'"content":"Hello!","thinking":"Be kind."}' in recorder.body()


def test_stream(shell: Shell, recorder: Recorder) -> None:
    """Thoughts, texts, a tool call in the middle and the usage arrive as events."""
    recorder.reply(lines(PIECES))

    stream = ollama(shell, recorder).stream("Hi", model="q")
    events = shell.items(stream)

    assert (
        b'{"model":"q","messages":[{"role":"user","content":"Hi"}],"stream":true}'
    ) == recorder.body()
    assert "application/x-ndjson" == recorder.header("Accept")
    assert [
        ReasoningDelta("Hm."),
        TextDelta("Let "),
        ToolCallDelta(0, "call_0", "look", '{"city":"Minsk"}'),
        TextDelta("me."),
        UsageEvent(Usage(completion_tokens=4)),
        Done(stream.final),
    ] == events
    assert ("Let me.", "Hm.", "tool_calls") == (
        stream.final.text,
        stream.final.reasoning,
        stream.final.finish_reason,
    )
    assert "Let me." == stream.final.raw.message.content


def test_error_in_the_middle_of_a_stream(shell: Shell, recorder: Recorder) -> None:
    """An error after the first pieces is a typed one, and keeps what arrived."""
    recorder.reply(lines(PIECES.partition(b"\n\n")[0] + b'\n{"error":"unexpected EOF"}\n'))

    with pytest.raises(ServerError, match="unexpected EOF") as caught:
        shell.items(ollama(shell, recorder).stream("Hi", model="q"))

    assert "Hm." == caught.value.partial.reasoning


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (lines(PIECES.rpartition(b"\n")[0]), StreamTruncated),
        (lines(b""), StreamTruncated),
        (answer(b"<html>", "text/html"), UnexpectedContentType),
    ],
)
def test_unfinished_streams(
    reply: bytes, error: type[Exception], shell: Shell, recorder: Recorder
) -> None:
    """A stream without its end, or a page instead of one, is never taken for an answer."""
    recorder.reply(reply)

    with pytest.raises(error):
        shell.items(ollama(shell, recorder).stream("Hi", model="q"))


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        "[]",
        "null",
        '{"message":7,"done":true}',
        '{"message":null,"done":true}',
        '{"message":{"role":"assistant","content":"Hel"},"done":false}',
        '{"message":{"role":"assistant","content":"Hel"}}',
    ],
)
def test_answers_that_are_none(body: str, shell: Shell, recorder: Recorder) -> None:
    """What holds no message, or only a piece of one, is a typed error."""
    recorder.reply(json_answer(body))

    with pytest.raises(DecodeError):
        shell.call(ollama(shell, recorder).chat, "Hi", model="q")


def test_missing_models_have_a_hint(shell: Shell, recorder: Recorder) -> None:
    """A model that is not there says how to fetch it; proxies may call the error plain text."""
    body = b'{"error":"model \\"q\\" not found, try pulling it first"}'
    recorder.reply(answer(body, "text/plain", status="404 Not Found"))

    with pytest.raises(NotFound, match=r"models\.pull") as caught:
        shell.call(ollama(shell, recorder).chat, "Hi", model="q")

    assert 'model "q" not found, try pulling it first' == caught.value.server_message


def test_complete(shell: Shell, recorder: Recorder) -> None:
    """A prompt is continued, with what goes around it."""
    recorder.reply(
        json_answer('{"model":"q","response":" a + b","done":true,"done_reason":"length"}')
    )

    reply = shell.call(
        ollama(shell, recorder).complete,
        "def add(a, b): return",
        model="q",
        system="Python.",
        suffix="\n",
        images=b"abc",
        num_ctx=512,
    )

    assert ["POST /api/generate"] == recorder.heads()
    assert (
        b'{"model":"q","prompt":"def add(a, b): return","suffix":"\\n","images":["YWJj"],'
        b'"options":{"num_ctx":512},"system":"Python.","stream":false}'
    ) == recorder.body()
    assert (" a + b", "length") == (reply.text, reply.finish_reason)


def test_what_ollama_lacks(shell: Shell, recorder: Recorder) -> None:
    """A verb that Ollama lacks is refused with a list of what it has."""
    with pytest.raises(UnsupportedError, match=r"chat, stream, .*complete, embed, models"):
        _ = ollama(shell, recorder).files
