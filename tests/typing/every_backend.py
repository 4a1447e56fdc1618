"""
What type checkers see of the verbs of every backend: their options, their events, and what they
lack; checked by mypy and pyright, never run.
"""

from __future__ import annotations

from typing import assert_type

import polyvox
from polyvox import Done, ReasoningDelta, Reply, TextDelta, ToolCallDelta, ToolResult, UsageEvent
from polyvox.backends.dial.types import StageDelta
from polyvox.types import Event, Usage


def narrowed(event: Event) -> str:
    """Events are told apart by their class, in `match` and by `isinstance`."""
    if isinstance(event, ReasoningDelta):
        assert_type(event, ReasoningDelta)
        return event.text
    if isinstance(event, (TextDelta, ToolCallDelta)):
        assert_type(event, TextDelta | ToolCallDelta)
        assert_type(event.choice, int)
    match event:
        case TextDelta(text=text, choice=choice):
            assert_type(choice, int)
            return text
        case ToolCallDelta():
            assert_type(event.position, int)
            return event.arguments
        case ToolResult(call=call):
            assert_type(call, polyvox.ToolCall)
            return call.name
        case UsageEvent(usage):
            assert_type(usage, Usage)
            assert_type(usage.total_tokens, int | None)
        case StageDelta(position=position):
            assert_type(position, int)
        case Done(reply):
            assert_type(reply, Reply)
            return reply.text
        case _:
            assert_type(event, Event)
            str(event.text)  # type: ignore[attr-defined]  # of some events only
    return ""


def chats(
    dial: polyvox.Dial,
    aleph_alpha: polyvox.AlephAlpha,
    alteryse: polyvox.Alteryse,
    amigochat: polyvox.AmigoChat,
    ollama: polyvox.Ollama,
    openai: polyvox.OpenAI,
) -> None:
    """Every backend knows its own options of a chat, and refuses others."""
    dial.chat("Hi", model="m", seed=1, max_prompt_tokens=5, extra_body={"new": 1})
    aleph_alpha.chat("Hi", model="m", maximum_tokens=5, extra_query={"nice": "false"})
    alteryse.chat("Hi", num_predict=5, extra_headers={"X-A": "b"})
    amigochat.chat("Hi", model="m", max_tokens=5, timeout=5)
    ollama.chat("Hi", model="m", think=True, keep_alive="5m", retry=False)
    openai.chat("Hi", model="m", reasoning_effort="low", parallel_tool_calls=False)
    dial.chat("Hi", model="m", think=True)  # type: ignore[call-arg]  # Ollama's
    aleph_alpha.chat("Hi", model="m", verbosity="low")  # type: ignore[call-arg]  # OpenAI's
    alteryse.chat("Hi", temprature=1)  # type: ignore[call-arg]  # misspelt
    amigochat.chat("Hi", model="m", temprature=1)  # type: ignore[call-arg]  # misspelt
    ollama.chat("Hi", model="m", maximum_tokens=5)  # type: ignore[call-arg]  # Aleph Alpha's
    openai.chat("Hi", model="m", timeout="soon")  # type: ignore[arg-type]  # seconds
    openai.chat("Hi", model="m", extra_headers={"a": 1})  # type: ignore[dict-item]  # texts


def streams(
    dial: polyvox.Dial,
    aleph_alpha: polyvox.AlephAlpha,
    alteryse: polyvox.Alteryse,
    amigochat: polyvox.AmigoChat,
    ollama: polyvox.Ollama,
    openai: polyvox.OpenAI,
) -> None:
    """So do streams; each gives events and the reply."""
    dial.stream("Hi", model="m", temprature=1)  # type: ignore[call-arg]  # misspelt
    aleph_alpha.stream("Hi", model="m", temprature=1)  # type: ignore[call-arg]  # misspelt
    alteryse.stream("Hi", temprature=1)  # type: ignore[call-arg]  # misspelt
    amigochat.stream("Hi", model="m", temprature=1)  # type: ignore[call-arg]  # misspelt
    ollama.stream("Hi", model="m", temprature=1)  # type: ignore[call-arg]  # misspelt
    openai.stream("Hi", model="m", temprature=1)  # type: ignore[call-arg]  # misspelt
    for event in ollama.stream("Hi", model="m"):
        assert_type(narrowed(event), str)
    assert_type(openai.stream("Hi", model="m").read(), Reply)
    assert_type(alteryse.stream_complete("Hi").read(), Reply)


def others(
    dial: polyvox.Dial,
    aleph_alpha: polyvox.AlephAlpha,
    alteryse: polyvox.Alteryse,
    amigochat: polyvox.AmigoChat,
    ollama: polyvox.Ollama,
    openai: polyvox.OpenAI,
) -> None:
    """The options of the other verbs are as complete."""
    dial.embed("a", model="m", dimension=5)  # type: ignore[call-arg]  # misspelt
    aleph_alpha.complete("a", model="m", temprature=1)  # type: ignore[call-arg]  # misspelt
    alteryse.complete("a", temprature=1)  # type: ignore[call-arg]  # misspelt
    amigochat.images.generate("a", model="m", sise="1x1")  # type: ignore[call-arg]  # misspelt
    ollama.models.pull("m", timeuot=5)  # type: ignore[call-arg]  # misspelt
    openai.images.generate("a", model="m", sise="1x1")  # type: ignore[call-arg]  # misspelt
    openai.audio.speech("a", model="m", voice="v", sped=2)  # type: ignore[call-arg]  # misspelt
    openai.files.upload(b"a", purpos="user_data")  # type: ignore[call-arg]  # misspelt


def lacking(dial: polyvox.Dial, openai: polyvox.AsyncOpenAI, pool: polyvox.FailoverPool) -> None:
    """What a backend lacks is an error for checkers too, and so is what nobody has."""
    dial.images.generate("a")  # type: ignore[attr-defined]  # others have it
    dial.chta("Hi")  # type: ignore[attr-defined]  # misspelt
    dial.models.pull("m")  # type: ignore[attr-defined]  # Ollama has it
    openai.tokenize(["a"], model="m")  # type: ignore[attr-defined]  # others have it
    openai.files.move("a", "b")  # type: ignore[attr-defined]  # DIAL has it
    pool.files.list()  # type: ignore[attr-defined]  # its clients have it
