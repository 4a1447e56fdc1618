"""
A chat's answer as bytes, in the order and with the gaps that the service was seen to send.

The first piece of a tool call has no arguments, later ones have neither id nor name, and both
carry an empty text; the usage comes in a chunk without choices, if it was asked for.
Source: recorded traffic of llama-3.1-8b-instruct and qwen3-32b (2025).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from starlette.responses import Response, StreamingResponse

from polyvox.emulator import replies
from polyvox.emulator.answering.merging import merged_message
from polyvox.emulator.answering.turn import Answer, Break, Chat, Chunk, Delta, Fault, Note, Raw
from polyvox.emulator.jsonvalues import JsonObject, compact, items_of, object_of, objects_of
from polyvox.emulator.tokens import count_message

__all__ = ["Turn", "event_of", "event_stream", "streamed", "whole"]

DONE = "data: [DONE]\n\n"
FINGERPRINT = ".unknown."


@dataclass(frozen=True)
class Turn:
    """
    A request with its answer.

    Attributes:
        chat: The request.
        answer: What the model answers.
        id: Id of the completion.
        created: Unix time in seconds.
    """

    chat: Chat
    answer: Answer
    id: str
    created: int

    @property
    def choices(self) -> int:
        """How many times to answer."""
        wanted = self.chat.fields.get("n")
        return wanted if isinstance(wanted, int) and wanted > 0 else 1

    def head(self, kind: str) -> JsonObject:
        """The fields that every answer of the object kind *kind* begins with."""
        return {
            "id": self.id,
            "object": kind,
            "created": self.created,
            "model": self.chat.deployment,
        }

    def message(self) -> JsonObject:
        """The whole message."""
        message = merged_message(self.answer.deltas)
        if "tools" in self.chat.fields:
            message.setdefault("tool_calls", [])
        if not message.get("tool_calls"):
            message["content"] = message.get("content") or ""
        return message

    def usage(self) -> JsonObject:
        """The three sums."""
        spoken = count_message(self.message()) * self.choices
        prompt = self.chat.prompt_tokens
        total = prompt + spoken
        return {"prompt_tokens": prompt, "completion_tokens": spoken, "total_tokens": total}


def whole(turn: Turn) -> Response:
    """The answer as one JSON document; an error answer if it holds an error."""
    for step in turn.answer.steps:
        if isinstance(step, Fault):
            return replies.json_reply(step.error, step.status)
    choice = {"finish_reason": turn.answer.finish_reason, "message": turn.message()}
    choices = [{"index": index, **choice, "logprobs": None} for index in range(turn.choices)]
    body = {
        **turn.head("chat.completion"),
        "system_fingerprint": FINGERPRINT,
        "choices": choices,
        "usage": turn.usage(),
    }
    return replies.json_reply(body)


def streamed(turn: Turn) -> Response:
    """The answer as server-sent events."""
    return event_stream(events(turn))


def event_stream(source: Iterator[str | None]) -> Response:
    """The events of *source*, one write each; None breaks the connection."""

    async def writes() -> AsyncIterator[bytes]:
        """One write for each event."""
        for event in source:
            if event is None:
                msg = "The script breaks the connection here."
                raise ConnectionAbortedError(msg)
            yield event.encode()
            await asyncio.sleep(0)

    headers = {"content-type": "text/event-stream", "content-encoding": "identity"}
    return StreamingResponse(writes(), 200, headers)


def events(turn: Turn) -> Iterator[str | None]:
    """The events of *turn* as written; None where the connection breaks."""
    for index in range(turn.choices):
        yield chunk_event(turn, index, {"role": "assistant", "content": ""})
        for step in turn.answer.steps:
            if isinstance(step, Break):
                if step.abrupt:
                    yield None
                return
            yield written(turn, index, step)
            if isinstance(step, Fault):
                yield DONE
                return
        yield chunk_event(turn, index, {}, turn.answer.finish_reason)
    if object_of(turn.chat.fields.get("stream_options")).get("include_usage") is True:
        chunk = {**turn.head("chat.completion.chunk"), "system_fingerprint": FINGERPRINT}
        yield event_of({**chunk, "choices": [], "usage": turn.usage()})
    yield DONE


def written(turn: Turn, index: int, step: Delta | Chunk | Note | Raw | Fault) -> str:
    """*step* as it appears in the stream."""
    match step:
        case Delta(content):
            return chunk_event(turn, index, delta_of(content))
        case Chunk(content):
            return event_of(content)
        case Note(text):
            return f": {text}\n\n"
        case Raw(text):
            return text
        case _:
            return event_of(step.error)


def delta_of(content: JsonObject) -> JsonObject:
    """The delta with a *content*; pieces of tool calls as the service sends them."""
    if not items_of(content.get("tool_calls")):
        return content
    calls: list[JsonObject] = []
    for call in objects_of(content["tool_calls"]):
        function = object_of(call.get("function"))
        kept = {name: value for name, value in function.items() if value != ""}
        calls.append({**call, "function": kept})
    return {"content": "", **content, "tool_calls": calls}


def chunk_event(turn: Turn, index: int, delta: JsonObject, finish_reason: str | None = None) -> str:
    """One chunk with *delta* for the choice *index*."""
    choice = {"index": index, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
    chunk = turn.head("chat.completion.chunk")
    chunk["system_fingerprint"] = None if finish_reason is None else FINGERPRINT
    return event_of({**chunk, "choices": [choice], "usage": None})


def event_of(value: JsonObject) -> str:
    """*value* as one server-sent event."""
    return f"data: {compact(value)}\n\n"
