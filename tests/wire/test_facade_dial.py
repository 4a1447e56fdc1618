"""
The facade of AI DIAL on the wire: literal requests, canned answers, both shells.
"""

from __future__ import annotations

from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import Shell

from polyvox import (
    Done,
    Message,
    NotFound,
    RateLimited,
    TextDelta,
    ToolCall,
    Usage,
    UsageEvent,
)
from polyvox.backends.dial.types import Attachment, AttachmentEvent, Stage, StageDelta, StateEvent
from polyvox_core.errors import (
    ConfigError,
    DecodeError,
    StatusError,
    StreamClosed,
    StreamInterrupted,
    StreamTruncated,
    UnexpectedContentType,
)

COMPLETION = (
    '{"id":"c-1","object":"chat.completion","created":1,"model":"gpt-4o-2024","choices":[{"index":0,'
    '"message":{"role":"assistant","content":"Hello!","custom_content":{"state":{"turn":1},'
    '"attachments":[{"type":"image/png","title":"Plot","url":"files/b/plot.png"}],'
    '"stages":[{"name":"Search","status":"completed","content":"2 hits"}]}},'
    '"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}}'
)
CHAT = "POST /openai/deployments/gpt-4o/chat/completions"
EVENTS = [
    '{"choices":[{"index":0,"delta":{"role":"assistant"},"finish_reason":null}]}',
    '{"choices":[{"index":0,"delta":{"custom_content":{"stages":[{"index":0,"name":"Search"}]}}}]}',
    '{"choices":[{"index":0,"delta":{"content":"Hel"}}]}',
    (
        '{"choices":[{"index":0,"delta":{"custom_content":{"stages":[{"index":0,"content":"2 hits",'
        '"status":"completed"}]}}}]}'
    ),
    '{"choices":[{"index":0,"delta":{"content":"lo"}}]}',
    (
        '{"choices":[{"index":0,"delta":{"custom_content":{"attachments":[{"index":0,'
        '"type":"image/png","url":"files/b/p.png"}]}}}]}'
    ),
    '{"choices":[{"index":0,"delta":{"custom_content":{"state":{"turn":2}}}}]}',
    (
        '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"model":"gpt-4o",'
        '"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}'
    ),
]


def events(*payloads: str, end: str = "data: [DONE]\n\n") -> bytes:
    """An answer that streams *payloads*, then *end*."""
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Request-Id: r-9\r\n\r\n"
    return (head + "".join(f"data: {payload}\n\n" for payload in payloads) + end).encode()


def test_chat_sends_a_text_and_reads_the_reply(shell: Shell, recorder: Recorder) -> None:
    """A text becomes one user message; the reply has text, usage and DIAL's own parts."""
    recorder.reply(json_answer(COMPLETION, headers=("X-Request-Id: r-1",)))
    client = shell.dial(base_url=recorder.url)

    reply = shell.call(client.chat, "Hi", model="gpt-4o")

    assert [CHAT] == recorder.heads()
    assert b'{"messages":[{"role":"user","content":"Hi"}]}' == recorder.body()
    assert ("Hello!", "stop", "gpt-4o-2024", "c-1", "r-1") == (
        reply.text,
        reply.finish_reason,
        reply.model,
        reply.id,
        reply.request_id,
    )
    assert Usage(prompt_tokens=3, completion_tokens=2, total_tokens=5) == reply.usage
    plot = Attachment(type="image/png", title="Plot", url="files/b/plot.png")
    assert (plot,) == reply.attachments
    assert (Stage(name="Search", status="completed", content="2 hits"),) == reply.stages
    assert {"turn": 1} == reply.state
    assert "chat.completion" == reply.raw.to_dict()["object"]


def test_chat_sends_messages_options_and_headers(shell: Shell, recorder: Recorder) -> None:
    """Messages in any form, options into the body, DIAL's own options into headers and query."""
    recorder.reply(json_answer(COMPLETION))
    client = shell.dial(base_url=f"{recorder.url}/core", api_version="2024-10-21")

    shell.call(
        client.chat,
        [
            Message("user", "What?"),
            Message("assistant", None, tool_calls=(ToolCall("t-1", "look", "{}"),)),
            {"role": "tool", "content": "a\u00e9", "tool_call_id": "t-1"},
        ],
        model="applications/b/my app",
        system="Be brief.",
        temperature=0.5,
        stop=None,
        conversation_id="c-1",
        extra_headers={"X-Extra": "1"},
        extra_query={"trace": "a b"},
        extra_body={"seed": 7},
    )

    assert [
        (
            "POST /core/openai/deployments/applications/b/my%20app/chat/completions"
            "?api-version=2024-10-21&trace=a%20b"
        )
    ] == recorder.heads()
    assert ("c-1", "1") == (recorder.header("X-CONVERSATION-ID"), recorder.header("X-Extra"))
    assert (
        '{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"What?"},'
        '{"role":"assistant","content":null,"tool_calls":[{"id":"t-1","type":"function",'
        '"function":{"name":"look","arguments":"{}"}}]},'
        '{"role":"tool","content":"a\u00e9","tool_call_id":"t-1"}],"temperature":0.5,"seed":7}'
    ).encode() == recorder.body()


def test_replies_go_back_with_their_state(shell: Shell, recorder: Recorder) -> None:
    """The message of a reply, sent back, carries the custom content it came with."""
    recorder.always(json_answer(COMPLETION))
    client = shell.dial(base_url=recorder.url)
    first = shell.call(client.chat, "Hi", model="gpt-4o")

    shell.call(client.chat, [Message("user", "Hi"), first.message], model="gpt-4o")

    assert b'"custom_content":{"state":{"turn":1},' in recorder.body()


def test_stream_gives_typed_events(shell: Shell, recorder: Recorder) -> None:
    """Texts, stages, attachments, state, usage and the whole reply arrive as typed events."""
    recorder.reply(events(*EVENTS))
    client = shell.dial(base_url=recorder.url)

    stream = client.stream("Hi", model="gpt-4o")
    seen = shell.items(stream)

    assert [CHAT] == recorder.heads()
    assert b'{"messages":[{"role":"user","content":"Hi"}],"stream":true}' == recorder.body()
    assert "text/event-stream" == recorder.header("Accept")
    assert [
        StageDelta(position=0, name="Search"),
        TextDelta("Hel"),
        StageDelta(position=0, content="2 hits", status="completed"),
        TextDelta("lo"),
        AttachmentEvent(Attachment(type="image/png", url="files/b/p.png")),
        StateEvent({"turn": 2}),
        UsageEvent(Usage(prompt_tokens=1, completion_tokens=2, total_tokens=3)),
        Done(stream.final),
    ] == seen
    assert ("Hello", "stop", "r-9") == (
        stream.final.text,
        stream.final.finish_reason,
        stream.request_id,
    )
    assert (Stage(name="Search", status="completed", content="2 hits"),) == stream.final.stages


def test_stream_text_and_read(shell: Shell, recorder: Recorder) -> None:
    """`text` gives the text alone, `read` the whole reply."""
    recorder.always(events(*EVENTS))
    client = shell.dial(base_url=recorder.url)

    pieces = shell.each(client.stream("Hi", model="gpt-4o").text)
    reply = shell.call(client.stream("Hi", model="gpt-4o").read)

    assert ["Hel", "lo"] == pieces
    assert "Hello" == reply.text


def test_final_needs_the_end(shell: Shell, recorder: Recorder) -> None:
    """Before the end there is no final reply; the partial one has what arrived."""
    recorder.reply(events(*EVENTS))
    client = shell.dial(base_url=recorder.url)
    stream = client.stream("Hi", model="gpt-4o")
    shell.items(stream, limit=2)

    with pytest.raises(StreamClosed, match="has not been read to its end") as caught:
        _ = stream.final

    assert "Hel" == caught.value.partial.text[:3]


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (events(EVENTS[2], end=""), StreamTruncated),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: Chunked"
            b"\r\nConnection: close\r\n\r\n40\r\ndata: " + EVENTS[2].encode() + b"\n\n",
            StreamInterrupted,
        ),
    ],
    ids=["truncated", "interrupted"],
)
def test_broken_streams_keep_what_arrived(
    shell: Shell, recorder: Recorder, reply: bytes, error: type[Exception]
) -> None:
    """A stream without its end raises, and `partial` is the reply so far."""
    recorder.reply(reply)
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(error) as caught:
        shell.items(client.stream("Hi", model="gpt-4o"))

    assert "Hel" == caught.value.partial.text


def test_errors_inside_a_stream_are_status_errors(shell: Shell, recorder: Recorder) -> None:
    """An error event becomes the error of its code."""
    error = '{"error":{"message":"Too much","code":"429","display_message":"Wait"}}'
    recorder.reply(events(EVENTS[2], error))
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(RateLimited, match="Too much") as caught:
        shell.items(client.stream("Hi", model="gpt-4o"))

    assert (429, "429", "Wait", "Hel") == (
        caught.value.status,
        caught.value.code,
        caught.value.display_message,
        caught.value.partial.text,
    )


@pytest.mark.parametrize(
    ("reply", "error", "text"),
    [
        (
            json_answer('{"error":{"message":"No such","code":"404"}}', status="404 Not Found"),
            NotFound,
            (
                "AI DIAL answered 404 to create_chat_completion(deployment_name='gpt-4o'): No such."
                " List the available ones with client.deployments.list()."
            ),
        ),
        (answer(b"<html>", "text/html"), UnexpectedContentType, "A web page or a proxy answered"),
        (json_answer('{"id":"x"}'), DecodeError, "missing member"),
        (json_answer('{"choices":[1]}'), DecodeError, "chat"),
        (json_answer('{"id":'), DecodeError, "broken JSON"),
        (json_answer(""), DecodeError, "an empty body"),
    ],
)
def test_chat_errors(
    shell: Shell, recorder: Recorder, reply: bytes, error: type[Exception], text: str
) -> None:
    """Whatever is not a completion is a typed error that says what happened."""
    recorder.reply(reply)
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(error) as caught:
        shell.call(client.chat, "Hi", model="gpt-4o")

    assert text in str(caught.value)
    assert "dial" == caught.value.backend


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ({"chat": "Hi", "model": ""}, "names no deployment"),
        ({"chat": [], "model": "m"}, "no message"),
        ({"chat": 5, "model": "m"}, "no chat message"),
        ({"chat": [{"content": "x"}], "model": "m"}, "has no role"),
        ({"chat": "Hi", "model": "m", "temprature": 1}, "Did you mean 'temperature'"),
        ({"chat": "Hi", "model": "../m"}, "'.' or '..'"),
        ({"chat": "Hi", "model": "m", "extra_body": {"x": {1, 2}}}, "cannot be written as JSON"),
    ],
)
def test_impossible_chats_send_nothing(
    shell: Shell, recorder: Recorder, arguments: dict[str, Any], text: str
) -> None:
    """What cannot work is refused before anything is sent."""
    client = shell.dial(base_url=recorder.url)

    with pytest.raises(ConfigError) as caught:
        shell.call(client.chat, **arguments)

    assert text in str(caught.value)
    assert [] == recorder.requests


def test_embed_orders_vectors(shell: Shell, recorder: Recorder) -> None:
    """Vectors come in the order of the texts, whatever the order of the answer."""
    recorder.reply(
        json_answer(
            '{"object":"list","model":"ada","data":[{"object":"embedding","index":1,'
            '"embedding":[0.5]},{"object":"embedding","index":0,"embedding":[1.5]}],'
            '"usage":{"prompt_tokens":2,"total_tokens":2}}'
        )
    )
    client = shell.dial(base_url=recorder.url)

    result = shell.call(client.embed, ["a", "b"], model="ada", dimensions=1)

    assert ["POST /openai/deployments/ada/embeddings"] == recorder.heads()
    assert b'{"input":["a","b"],"dimensions":1}' == recorder.body()
    assert [[1.5], [0.5]] == result.vectors
    assert Usage(prompt_tokens=2, total_tokens=2) == result.usage


def test_tokenize_counts_texts_and_chats(shell: Shell, recorder: Recorder) -> None:
    """Each input is counted by the deployment; one that fails raises."""
    recorder.reply(
        json_answer(
            '{"outputs":[{"status":"success","token_count":1},{"status":"success","token_count":9}]}'
        ),
        json_answer('{"outputs":[{"status":"error","error":"no"}]}'),
    )
    client = shell.dial(base_url=recorder.url)

    counts = shell.call(client.tokenize, ["a", [Message("user", "b")]], model="m")

    assert [1, 9] == counts
    assert ["POST /v1/deployments/m/tokenize"] == recorder.heads()
    assert (
        b'{"inputs":[{"type":"string","value":"a"},'
        b'{"type":"request","value":{"messages":[{"role":"user","content":"b"}]}}]}'
    ) == recorder.body()
    with pytest.raises(StatusError, match=r"input 0: no\."):
        shell.call(client.tokenize, ["a"], model="m")


def test_rate(shell: Shell, recorder: Recorder) -> None:
    """A rating is sent, and nothing comes back."""
    recorder.reply(answer())
    client = shell.dial(base_url=recorder.url)

    assert shell.call(client.rate, "r-1", model="m", good=False, comment="meh") is None
    assert ["POST /v1/m/rate"] == recorder.heads()
    assert b'{"rate":false,"responseId":"r-1","comment":"meh"}' == recorder.body()
