"""
The facade of OpenAI on the wire: literal requests, canned answers, both shells.

The answers are those of OpenAI and of the servers that imitate it: vLLM, llama.cpp, LM Studio,
LiteLLM, OpenRouter.
"""

from __future__ import annotations

from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import KEY, Shell

from polyvox import (
    AuthenticationError,
    ConfigError,
    Done,
    Message,
    NotFound,
    RateLimited,
    ReasoningDelta,
    StatusError,
    StreamTruncated,
    TextDelta,
    ToolCall,
    ToolCallDelta,
    Usage,
    UsageEvent,
)
from polyvox_core.errors import DecodeError, ServerError, UnexpectedContentType

COMPLETION = (
    '{"id":"c-1","object":"chat.completion","created":1,"model":"gpt-5-mini-2025","choices":[{'
    '"index":0,"message":{"role":"assistant","content":"Hello!","refusal":null,"annotations":[]},'
    '"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5,'
    '"prompt_tokens_details":{"cached_tokens":1},'
    '"completion_tokens_details":{"reasoning_tokens":0}}}'
)
MESSAGES = b'"messages":[{"role":"user","content":"Hi"}]'


def events(*payloads: str, end: str = "data: [DONE]\n\n") -> bytes:
    """An answer that streams *payloads*, then *end*."""
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
    return (head + "".join(f"data: {payload}\n\n" for payload in payloads) + end).encode()


def delta(text: str, **rest: str) -> str:
    """A chunk with the delta *text*, as few servers as can be write it."""
    more = "".join(f',"{name}":{value}' for name, value in rest.items())
    return f'{{"choices":[{{"delta":{text}{more}}}]}}'


def openai(shell: Shell, recorder: Recorder, **arguments: Any) -> Any:
    """A client for the recorder."""
    return shell.client("openai", base_url=f"{recorder.url}/v1", **{"api_key": KEY, **arguments})


def test_chat(shell: Shell, recorder: Recorder) -> None:
    """A text becomes one user message below the base URL's path; the reply has all there is."""
    recorder.reply(json_answer(COMPLETION, headers=("x-request-id: r-1",)))

    reply = shell.call(openai(shell, recorder).chat, "Hi", model="gpt-5-mini")

    assert ["POST /v1/chat/completions"] == recorder.heads()
    assert b'{"model":"gpt-5-mini",' + MESSAGES + b"}" == recorder.body()
    assert f"Bearer {KEY}" == recorder.header("Authorization")
    assert ("Hello!", "stop", "gpt-5-mini-2025", "c-1", "r-1") == (
        reply.text,
        reply.finish_reason,
        reply.model,
        reply.id,
        reply.request_id,
    )
    used = Usage(
        prompt_tokens=3, completion_tokens=2, total_tokens=5, cached_tokens=1, reasoning_tokens=0
    )
    assert used == reply.usage
    assert [] == reply.raw.to_dict()["choices"][0]["message"]["annotations"]


def test_options_and_headers(shell: Shell, recorder: Recorder) -> None:
    """Options go into the body, those of one server by extra_body; organisation into headers."""
    recorder.reply(json_answer(COMPLETION))
    client = openai(shell, recorder, organization="org-1", project="p-1")

    shell.call(
        client.chat,
        [Message("user", "What?"), Message("assistant", None, (ToolCall("t", "look", "{}"),))],
        model="m",
        system="Be brief.",
        max_completion_tokens=5,
        stop=None,
        verbosity="low",
        stream_options={"include_usage": True},
        extra_body={"top_k": 3},
    )

    assert ("org-1", "p-1") == (
        recorder.header("OpenAI-Organization"),
        recorder.header("OpenAI-Project"),
    )
    assert (
        b'{"model":"m","messages":[{"role":"system","content":"Be brief."},'
        b'{"role":"user","content":"What?"},{"role":"assistant","content":null,"tool_calls":['
        b'{"id":"t","type":"function","function":{"name":"look","arguments":"{}"}}]}],'
        b'"max_completion_tokens":5,"verbosity":"low","top_k":3}'
    ) == recorder.body()


def test_servers_without_a_key(shell: Shell, recorder: Recorder) -> None:
    """A server of one's own needs no key, and gets no empty one; OpenAI itself needs one."""
    recorder.reply(json_answer(COMPLETION))

    shell.call(openai(shell, recorder, api_key=None).chat, "Hi", model="m")

    assert recorder.header("Authorization") is None
    with pytest.raises(ConfigError, match="has no key"):
        shell.client("openai")


@pytest.mark.parametrize(
    ("options", "said"),
    [({"model": ""}, "names no model"), ({"max_token": 5}, "Did you mean 'max_tokens'")],
)
def test_slips_are_noticed(options: Any, said: str, shell: Shell, recorder: Recorder) -> None:
    """What cannot work is refused before anything is sent."""
    with pytest.raises(ConfigError, match=said):
        shell.call(openai(shell, recorder).chat, "Hi", **{"model": "m", **options})

    assert [] == recorder.requests


def test_stream(shell: Shell, recorder: Recorder) -> None:
    """Texts and the usage-only chunk arrive as events; the stream asks for the usage."""
    recorder.reply(
        events(
            '{"id":"c","choices":[{"index":0,"delta":{"role":"assistant","content":""},'
            '"finish_reason":null}],"usage":null,"obfuscation":"a"}',
            '{"id":"c","choices":[{"index":0,"delta":{"content":"Hel"}}]}',
            '{"id":"c","choices":[{"index":0,"delta":{"content":"lo"}}]}',
            '{"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}',
            '{"id":"c","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}',
        )
    )

    stream = openai(shell, recorder).stream("Hi", model="m")
    seen = shell.items(stream)

    assert (
        b'{"model":"m",' + MESSAGES + b',"stream_options":{"include_usage":true},"stream":true}'
    ) == recorder.body()
    assert [
        TextDelta("Hel"),
        TextDelta("lo"),
        UsageEvent(Usage(prompt_tokens=1, completion_tokens=2)),
        Done(stream.final),
    ] == seen
    assert ("Hello", "stop", "c") == (
        stream.final.text,
        stream.final.finish_reason,
        stream.final.id,
    )


def test_stream_without_asking_for_usage(shell: Shell, recorder: Recorder) -> None:
    """Empty stream options are left out, for servers that refuse them."""
    recorder.reply(events(delta('{"content":"Hi"}', finish_reason='"stop"')))

    shell.items(openai(shell, recorder).stream("Hi", model="m", stream_options={}))

    assert b'{"model":"m",' + MESSAGES + b',"stream":true}' == recorder.body()


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content"])
def test_reasoning_of_servers(name: str, shell: Shell, recorder: Recorder) -> None:
    """What vLLM calls `reasoning` and llama.cpp `reasoning_content` is the reasoning."""
    recorder.reply(
        events(
            ": OPENROUTER PROCESSING",
            delta(f'{{"role":"assistant","content":null,"{name}":"Hm"}}'),
            delta(f'{{"{name}":"."}}'),
            delta('{"content":"Hi"}', finish_reason='"stop"'),
            end="",
        ).replace(b"data: : OPEN", b": OPEN"),
        json_answer(COMPLETION.replace('"refusal":null', f'"{name}":"Hm."')),
    )
    client = openai(shell, recorder)

    stream = client.stream("Hi", model="m")
    seen = shell.items(stream)
    whole = shell.call(client.chat, "Hi", model="m")

    assert [ReasoningDelta("Hm"), ReasoningDelta("."), TextDelta("Hi")] == seen[:3]
    assert ["Hm.", "Hm."] == [stream.final.reasoning, whole.reasoning]


ONE = ToolCall("a", "look", '{"city":"Minsk"}')
TWO = ToolCall("b", "see", "{}")


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param(
            [
                '{"id":"a","function":{"name":"look","arguments":"{\\"city\\":"}}',
                '{"function":{"arguments":"\\"Minsk\\"}"}}',
            ],
            [ONE],
            id="no index",
        ),
        pytest.param(
            [
                '{"id":"a","function":{"name":"look","arguments":"{\\"city\\":\\"Minsk\\"}"}}',
                '{"id":"b","function":{"name":"see","arguments":"{}"}}',
            ],
            [ONE, TWO],
            id="no index, two calls",
        ),
        pytest.param(
            [
                '{"index":0,"id":"a","function":{"name":"look","arguments":"{\\"city\\":"}}',
                '{"index":0,"id":"a","function":{"arguments":"\\"Minsk\\"}"}}',
                '{"index":0,"id":"b","function":{"name":"see","arguments":"{}"}}',
            ],
            [ONE, TWO],
            id="one index, two ids",
        ),
        pytest.param(
            [
                '{"index":1,"id":"a","function":{"name":"look","arguments":""}}',
                '{"index":1,"function":{"arguments":"{\\"city\\":\\"Minsk\\"}"}}',
            ],
            [ONE],
            id="first index 1",
        ),
        pytest.param(
            ['{"id":"a","function":{"name":"look","arguments":{"city":"Minsk"}}}'],
            [ONE],
            id="arguments as an object",
        ),
        pytest.param(
            ['{"function":{"name":"see","arguments":"{}"}}'],
            [ToolCall("", "see", "{}")],
            id="neither index nor id",
        ),
    ],
)
def test_tool_calls_of_servers(
    pieces: list[str], expected: list[ToolCall], shell: Shell, recorder: Recorder
) -> None:
    """Calls are told apart though servers leave out, repeat or collide indexes and ids."""
    chunks = [delta(f'{{"tool_calls":[{piece}]}}') for piece in pieces]
    recorder.reply(events(*chunks, delta("{}", finish_reason='"tool_calls"')))

    stream = openai(shell, recorder).stream("Hi", model="m")
    seen = shell.items(stream)

    assert tuple(expected) == stream.final.tool_calls
    assert len(pieces) == len([one for one in seen if isinstance(one, ToolCallDelta)])


@pytest.mark.parametrize(
    ("payload", "error", "said"),
    [
        ('{"error":{"code":502,"message":"Provider left"},"choices":[]}', ServerError, "left"),
        ('{"error":{"code":"rate_limit_exceeded","message":"Slow"}}', RateLimited, "Slow"),
        ('{"error":"Unexpected endpoint"}', StatusError, "Unexpected endpoint"),
    ],
)
def test_errors_in_streams(
    payload: str, error: type[Exception], said: str, shell: Shell, recorder: Recorder
) -> None:
    """An error in the middle of a stream is typed by its code, and keeps what arrived."""
    recorder.reply(events(delta('{"content":"It"}'), payload))

    with pytest.raises(error, match=said) as caught:
        shell.items(openai(shell, recorder).stream("Hi", model="m"))

    assert "It" == getattr(caught.value, "partial").text  # noqa: B009 - of any error class


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ('{"error":{"code":502,"message":"Provider returned error"}}', ServerError),
        ('{"id":"g","error":{"code":429,"message":"Slow down"}}', RateLimited),
        ('{"error":"Unexpected endpoint or method."}', StatusError),
        ("{}", DecodeError),
        ("null", DecodeError),
        ('{"choices":[]}', DecodeError),
        ('{"choices":[{"index":0}]}', DecodeError),
        ('{"choices":null}', DecodeError),
    ],
)
def test_failures_with_status_200(
    body: str, error: type[Exception], shell: Shell, recorder: Recorder
) -> None:
    """An error or an empty answer under the status 200 is never taken for a reply."""
    recorder.reply(json_answer(body))

    with pytest.raises(error):
        shell.call(openai(shell, recorder).chat, "Hi", model="m")


@pytest.mark.parametrize(
    ("status", "body", "error", "said"),
    [
        (
            "401 No",
            '{"error":{"message":"Bad key.","code":"invalid_api_key"}}',
            AuthenticationError,
            "Bad key",
        ),
        (
            "404 No",
            '{"object":"error","message":"No model gpt-x.","code":404}',
            NotFound,
            "No model gpt-x.*models.list",
        ),
        ("404 No", '{"detail":"Not Found"}', NotFound, "most base URLs end in /v1"),
        ("422 No", '{"detail":[{"loc":["body"],"msg":"Field required"}]}', StatusError, "Field"),
        ("503 No", '{"error":{"message":"Loading model","code":503}}', ServerError, "Loading"),
    ],
)
def test_error_shapes_of_servers(
    status: str, body: str, error: type[Exception], said: str, shell: Shell, recorder: Recorder
) -> None:
    """Every server's shape of an error says what the server said."""
    recorder.reply(json_answer(body, status=status))

    with pytest.raises(error, match=said):
        shell.call(openai(shell, recorder).chat, "Hi", model="m")


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (events(delta('{"content":"Hel"}'), end=""), StreamTruncated),
        (events(end=""), StreamTruncated),
        (answer(b"<html>", "text/html"), UnexpectedContentType),
    ],
)
def test_unfinished_streams(
    reply: bytes, error: type[Exception], shell: Shell, recorder: Recorder
) -> None:
    """A stream without a sign of its end, or a page instead, is never taken for an answer."""
    recorder.reply(reply)

    with pytest.raises(error):
        shell.items(openai(shell, recorder).stream("Hi", model="m"))


def test_several_choices(shell: Shell, recorder: Recorder) -> None:
    """Interleaved choices stay apart; the reply is the first, `wire` has all."""
    recorder.reply(
        events(
            '{"choices":[{"index":1,"delta":{"content":"B"}}]}',
            '{"choices":[{"index":0,"delta":{"content":"A"}}]}',
            '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"},'
            '{"index":1,"delta":{"content":"!"},"finish_reason":"length"}]}',
        )
    )

    stream = openai(shell, recorder).stream("Hi", model="m", n=2)
    shell.items(stream)

    assert "A" == stream.final.text
    assert ["A", "B!"] == [choice["message"]["content"] for choice in stream.final.wire["choices"]]
