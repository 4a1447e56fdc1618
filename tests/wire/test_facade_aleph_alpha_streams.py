"""
Chat streams of Aleph Alpha on the wire: literal events, both shells.
"""

from __future__ import annotations

import json

import pytest
from aleph_alpha_answers import USAGE, chunk, client_of, events
from recorder import Recorder, answer
from shells import Shell

from polyvox import (
    Done,
    ReasoningDelta,
    StatusError,
    StreamTruncated,
    TextDelta,
    ToolCall,
    ToolCallDelta,
    Usage,
    UsageEvent,
)


def test_stream(shell: Shell, recorder: Recorder) -> None:
    """Text, then the usage of a chunk without choices, then the whole reply."""
    recorder.reply(
        events(
            chunk('"role":"assistant","content":""'),
            chunk('"content":"Hel"'),
            chunk('"content":"lo"'),
            chunk("", '"stop"'),
            f'{{"id":"c-1","model":"llama","choices":[],{USAGE}}}',
        )
    )
    client = client_of(shell, recorder)

    found = shell.items(client.stream("Hi", model="llama", maximum_tokens=9))

    usage = Usage(prompt_tokens=3, completion_tokens=2, total_tokens=5)
    assert [TextDelta("Hel"), TextDelta("lo"), UsageEvent(usage)] == found[:-1]
    assert isinstance(found[-1], Done)
    assert ("Hello", "stop", usage) == (
        found[-1].reply.text,
        found[-1].reply.finish_reason,
        found[-1].reply.usage,
    )
    assert (
        b'{"model":"llama","messages":[{"role":"user","content":"Hi"}],"max_tokens":9,'
        b'"stream_options":{"include_usage":true},"stream":true}'
    ) == recorder.body()


def test_stream_options_are_kept(shell: Shell, recorder: Recorder) -> None:
    """The caller's own stream options count; the reply then has no usage."""
    recorder.reply(events(chunk('"content":"Hi"'), chunk("", '"stop"')))
    client = client_of(shell, recorder)

    found = shell.items(client.stream("Hi", model="llama", stream_options={"include_usage": False}))

    assert {"include_usage": False} == json.loads(recorder.body())["stream_options"]
    assert None is found[-1].reply.usage


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 11, 60])
def test_streamed_reasoning(shell: Shell, recorder: Recorder, size: int) -> None:
    """Think tags are found however the text is cut into pieces."""
    text = "<think>\nHm <b>.\n</think>\n\n<p> a </think>"
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    recorder.reply(
        events(*(chunk(f'"content":{json.dumps(piece)}') for piece in pieces), chunk("", '"stop"'))
    )
    client = client_of(shell, recorder)

    found = shell.items(client.stream("Hi", model="qwen"))
    reply = found[-1].reply

    assert "Hm <b>.\n" == "".join(one.text for one in found if isinstance(one, ReasoningDelta))
    assert "<p> a </think>" == "".join(one.text for one in found if isinstance(one, TextDelta))
    assert ("<p> a </think>", "Hm <b>.\n") == (reply.text, reply.reasoning)


@pytest.mark.parametrize("text", ["<t", "<", "  <b>", "a<think>b</think>", "\n"])
def test_text_that_only_looks_like_reasoning(shell: Shell, recorder: Recorder, text: str) -> None:
    """Nothing is held back in the end, and nothing is taken for reasoning."""
    recorder.reply(events(chunk(f'"content":{json.dumps(text)}'), chunk("", '"stop"')))
    client = client_of(shell, recorder)

    found = shell.items(client.stream("Hi", model="qwen"))

    assert text == "".join(one.text for one in found if isinstance(one, TextDelta))
    assert (text, None) == (found[-1].reply.text, found[-1].reply.reasoning)


def test_reasoning_that_was_cut(shell: Shell, recorder: Recorder) -> None:
    """Reasoning that the limit cut off is reasoning, not text."""
    recorder.reply(events(chunk('"content":"<think>Hm"'), chunk('"content":"</th"', '"length"')))
    client = client_of(shell, recorder)

    reply = shell.items(client.stream("Hi", model="qwen"))[-1].reply

    assert ("", "Hm</th", "length") == (reply.text, reply.reasoning, reply.finish_reason)


def test_streamed_tool_calls(shell: Shell, recorder: Recorder) -> None:
    """The first piece of a call has no arguments, the others neither id nor name."""
    first = '{"index":0,"id":"call_1","type":"function","function":{"name":"f"}}'
    recorder.reply(
        events(
            chunk('"role":"assistant","content":""'),
            chunk(f'"content":"","tool_calls":[{first}]'),
            chunk('"content":"","tool_calls":[{"index":0,"function":{"arguments":"{\\"a\\":"}}]'),
            chunk('"content":"","tool_calls":[{"index":0,"function":{"arguments":" 1}"}}]'),
            chunk('"content":""', '"tool_calls"'),
        )
    )
    client = client_of(shell, recorder)

    found = shell.items(client.stream("Hi", model="llama"))

    assert [
        ToolCallDelta(0, "call_1", "f", ""),
        ToolCallDelta(0, "call_1", "f", '{"a":'),
        ToolCallDelta(0, "call_1", "f", " 1}"),
    ] == found[:-1]
    assert (ToolCall("call_1", "f", '{"a": 1}'),) == found[-1].reply.tool_calls


def test_truncated_stream(shell: Shell, recorder: Recorder) -> None:
    """A stream without its end is an error that holds what arrived."""
    recorder.reply(events(chunk('"content":"Hel"'), end=""))
    client = client_of(shell, recorder)

    with pytest.raises(StreamTruncated) as caught:
        shell.items(client.stream("Hi", model="llama"))

    assert "Hel" == caught.value.partial.text


def test_error_in_a_stream(shell: Shell, recorder: Recorder) -> None:
    """The service's flat error object in a stream is an error with its words and its code."""
    recorder.reply(events(chunk('"content":"Hel"'), '{"error":"It stopped.","code":"SOME"}'))
    client = client_of(shell, recorder)

    with pytest.raises(StatusError, match=r"It stopped\.") as caught:
        shell.items(client.stream("Hi", model="llama"))

    assert ("SOME", "Hel") == (caught.value.code, caught.value.partial.text)


def test_raw_streams_stay_available(shell: Shell, recorder: Recorder) -> None:
    """Streams of completions come from the generated client."""
    from polyvox_api.aleph_alpha.models import CompletionRequest

    recorder.reply(
        answer(
            b'data: {"type":"stream_chunk","index":0,"completion":"a"}\n\n'
            b'data: {"type":"completion_summary","num_tokens_prompt_total":1,'
            b'"num_tokens_generated":1}\n\n',
            "text/event-stream",
        )
    )
    client = client_of(shell, recorder)
    body = CompletionRequest(model="m", prompt="Hi")

    found = shell.items(client.api.completions.complete_stream(body=body))

    assert ["stream_chunk", "completion_summary"] == [item.type for item in found]
