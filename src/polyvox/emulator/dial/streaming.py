"""
An answer as bytes: the whole message as JSON, or a stream of chunks as DIAL applications send it.

Source: aidial-sdk 0.46, streams observed on loopback.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from starlette.responses import Response, StreamingResponse

from polyvox.emulator import replies
from polyvox.emulator.answering.merging import merged_message
from polyvox.emulator.answering.turn import Answer, Break, Chat, Chunk, Delta, Fault, Note, Raw
from polyvox.emulator.dial.errors import error_body
from polyvox.emulator.jsonvalues import JsonObject, compact, object_of, objects_of
from polyvox.emulator.tokens import count_message

__all__ = ["Turn", "broken", "streamed", "whole"]

EVENT_STREAM = "text/event-stream; charset=utf-8"
DONE = "data: [DONE]\n\n"
HEADERS = {"x-upstream-attempts": "1"}


@dataclass(frozen=True)
class Turn:
    """
    A request with its answer.

    Attributes:
        chat: The request.
        answer: What the deployment answers.
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
        """The fields that every answer of the object kind *kind* has."""
        return {
            "id": self.id,
            "created": self.created,
            "object": kind,
            "model": self.chat.deployment,
        }

    def sums(self) -> JsonObject:
        """The three sums of the usage."""
        message = self.message()
        spoken = (count_message(message) + self.answer.extra_tokens) * self.choices
        prompt = self.chat.prompt_tokens
        return {
            "prompt_tokens": prompt,
            "completion_tokens": spoken,
            "total_tokens": prompt + spoken,
        }

    def usage(self) -> JsonObject:
        """The whole usage."""
        return {**self.sums(), **self.answer.usage_details}

    def statistics(self, *, indexed: bool) -> JsonObject:
        """The statistics; their entries are *indexed* in streams only."""
        entry = {"model": self.chat.deployment, **self.sums()}
        found: JsonObject = {"usage_per_model": [{"index": 0, **entry} if indexed else entry]}
        if "max_prompt_tokens" in self.chat.fields:
            found["discarded_messages"] = list(self.chat.discarded)
        return found

    def message(self) -> JsonObject:
        """The whole message."""
        deltas = self.answer.deltas
        chunks = (step.content for step in self.answer.steps if isinstance(step, Chunk))
        for chunk in chunks:
            deltas += [object_of(item.get("delta")) for item in objects_of(chunk.get("choices"))]
        return merged_message(deltas)


def whole(turn: Turn) -> Response:
    """The answer as one JSON document; an error answer if it holds an error."""
    for step in turn.answer.steps:
        if isinstance(step, Fault):
            return replies.json_reply({"error": step.error}, step.status)
        if isinstance(step, Break) and step.abrupt:
            return broken(compact(turn.head("chat.completion")).encode()[:-1])
    choice = {"message": turn.message(), "finish_reason": turn.answer.finish_reason}
    choices = [{"index": index, **choice} for index in range(turn.choices)]
    body = {
        **turn.head("chat.completion"),
        "choices": choices,
        "usage": turn.usage(),
        "statistics": turn.statistics(indexed=False),
    }
    return replies.json_reply(body, headers=HEADERS)


def streamed(turn: Turn) -> Response:
    """The answer as server-sent events, one write each."""

    async def writes() -> AsyncIterator[bytes]:
        """One write for each event."""
        for event in events(turn):
            if event is None:
                msg = "The script breaks the connection here."
                raise ConnectionAbortedError(msg)
            yield event.encode()
            await asyncio.sleep(0)

    headers = {**HEADERS, "content-type": EVENT_STREAM, "cache-control": "no-cache"}
    return StreamingResponse(writes(), 200, headers)


def broken(start: bytes) -> Response:
    """An answer that breaks off after *start*."""

    async def writes() -> AsyncIterator[bytes]:
        """The start, then the end of the connection."""
        yield start
        msg = "The script breaks the connection here."
        raise ConnectionAbortedError(msg)

    headers = {"content-type": "application/json", "content-length": str(len(start) + 1)}
    return StreamingResponse(writes(), 200, headers)


def events(turn: Turn) -> Iterator[str | None]:
    """The events of *turn* as written; None where the connection breaks."""
    for index in range(turn.choices):
        yield chunk_event(turn, index, {"role": "assistant"})
        for step in turn.answer.steps:
            if isinstance(step, Break):
                if step.abrupt:
                    yield None
                return
            yield written(turn, index, step)
            if isinstance(step, Fault):
                yield DONE
                return
        yield end_of_choice(turn, index)
    if turn.answer.separate_usage:
        chunk = turn.head("chat.completion.chunk")
        chunk |= {"choices": [], "usage": turn.usage()}
        yield event_of({**chunk, "statistics": turn.statistics(indexed=True)})
    yield DONE


def written(turn: Turn, index: int, step: Delta | Chunk | Note | Raw | Fault) -> str:
    """*step* as it appears in the stream."""
    match step:
        case Delta(content):
            return chunk_event(turn, index, content)
        case Chunk(content):
            return event_of(content)
        case Note(text):
            return f": {text}\n\n"
        case Raw(text):
            return text
        case _:
            return event_of({"error": step.error} if step.error else error_body(500, "It failed."))


def chunk_event(turn: Turn, index: int, delta: JsonObject) -> str:
    """One chunk with *delta* for the choice *index*."""
    choice = {"index": index, "finish_reason": None, "delta": delta}
    head = turn.head("chat.completion.chunk")
    return event_of({"choices": [choice], "usage": None, **head})


def end_of_choice(turn: Turn, index: int) -> str:
    """The chunk that ends the choice *index*; the last one tells the usage too."""
    choice: JsonObject = {"index": index, "finish_reason": turn.answer.finish_reason}
    chunk: JsonObject = {"choices": [{**choice, "delta": {}}]}
    if index == turn.choices - 1 and not turn.answer.separate_usage:
        chunk |= {"usage": turn.usage(), "statistics": turn.statistics(indexed=True)}
    return event_of({**chunk, **turn.head("chat.completion.chunk")})


def event_of(chunk: JsonObject) -> str:
    """*chunk* as one server-sent event."""
    return f"data: {compact(chunk)}\n\n"
