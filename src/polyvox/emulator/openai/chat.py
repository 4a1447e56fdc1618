"""
Chat completions, embeddings and models: from the request to a mode, and back whole or streamed.

Source: OpenAI API reference, chat completions and streaming (2026).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from starlette.responses import Response, StreamingResponse

from polyvox.emulator import replies
from polyvox.emulator.answering.merging import merged_message
from polyvox.emulator.answering.modes import MODES
from polyvox.emulator.answering.script import planned_reply
from polyvox.emulator.answering.turn import Answer, Break, Chat, Chunk, Delta, Fault, Note, Raw
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.jsonvalues import JsonObject, compact, object_of, text_of
from polyvox.emulator.openai.errors import error_body
from polyvox.emulator.openai.state import State
from polyvox.emulator.tokens import count, count_message
from polyvox.emulator.vectors import embedded_inputs, vector

__all__ = ["chat_handlers"]

DIMENSIONS = 8
DONE = "data: [DONE]\n\n"


def chat_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {
        "create_chat_completion": lambda call: complete(state, call),
        "create_embeddings": lambda call: embed(state, call),
        "list_models": lambda _: replies.json_reply(
            {"object": "list", "data": list(state.models.values())}
        ),
        "get_model": lambda call: model(state, call),
    }


def model(state: State, call: Call) -> Response:
    """What is said about one model."""
    name = next(iter(call.segments.values()), "")
    state.mode(name)
    return replies.json_reply(state.models[name])


def embed(state: State, call: Call) -> Response:
    """One small vector per input, the same for the same text."""
    state.mode(call.fields.get("model"))
    inputs = embedded_inputs(call.fields)
    size = call.fields.get("dimensions")
    size = size if isinstance(size, int) and size > 0 else DIMENSIONS
    packed = call.fields.get("encoding_format") == "base64"
    rows = [
        {"object": "embedding", "index": index, "embedding": vector(text, size, as_text=packed)}
        for index, text in enumerate(inputs)
    ]
    tokens = sum(map(count, inputs))
    body = {
        "object": "list",
        "model": text_of(call.fields.get("model")),
        "data": rows,
        "usage": {"prompt_tokens": tokens, "total_tokens": tokens},
    }
    return replies.json_reply(body)


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

    @property
    def wants_usage(self) -> bool:
        """Whether the stream ends with a chunk that tells the usage."""
        return object_of(self.chat.fields.get("stream_options")).get("include_usage") is True

    def head(self, kind: str) -> JsonObject:
        """The fields that every answer of the object kind *kind* has."""
        return {
            "id": self.id,
            "object": kind,
            "created": self.created,
            "model": self.chat.deployment,
        }

    def message(self) -> JsonObject:
        """The whole message."""
        return {"refusal": None, **merged_message(self.answer.deltas)}

    def usage(self) -> JsonObject:
        """The three sums, and the details that the mode knows."""
        spoken = (count_message(self.message()) + self.answer.extra_tokens) * self.choices
        prompt = self.chat.prompt_tokens
        return {
            "prompt_tokens": prompt,
            "completion_tokens": spoken,
            "total_tokens": prompt + spoken,
            **self.answer.usage_details,
        }


def complete(state: State, call: Call) -> Response:
    """The answer of the model that *call* names."""
    name = text_of(call.fields.get("model"))
    mode = state.mode(name)
    chat = Chat(call.fields, name)
    planned = planned_reply(chat, state.played) if mode == "scripted" else None
    if planned is not None:
        return planned
    turn = Turn(chat, MODES[mode](chat), state.next_id("chatcmpl"), state.now())
    return streamed(turn) if call.fields.get("stream") is True else whole(turn)


def whole(turn: Turn) -> Response:
    """The answer as one JSON document; an error answer if it holds an error."""
    for step in turn.answer.steps:
        if isinstance(step, Fault):
            return replies.json_reply({"error": step.error}, step.status)
    reason = turn.answer.finish_reason
    choice: JsonObject = {"message": turn.message(), "logprobs": None, "finish_reason": reason}
    choices = [{"index": index, **choice} for index in range(turn.choices)]
    body = {**turn.head("chat.completion"), "choices": choices, "usage": turn.usage()}
    return replies.json_reply(body, headers={"x-request-id": f"req-{turn.id}"})


def streamed(turn: Turn) -> Response:
    """The answer as server-sent events, one write each."""

    async def writes() -> AsyncIterator[bytes]:
        """One write for each event."""
        for event in events(turn):
            if event is None:
                msg = "The script breaks the connection here."
                raise ConnectionAbortedError(msg)
            yield event.encode()

    headers = {"content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache"}
    return StreamingResponse(writes(), 200, {**headers, "x-request-id": f"req-{turn.id}"})


def events(turn: Turn) -> Iterator[str | None]:
    """The events of *turn* as written; None where the connection breaks."""
    for index in range(turn.choices):
        yield chunk_event(turn, index, {"role": "assistant", "content": "", "refusal": None})
        for step in turn.answer.steps:
            if isinstance(step, Break):
                if step.abrupt:
                    yield None
                return
            yield written(turn, index, step)
            if isinstance(step, Fault):
                return
        yield chunk_event(turn, index, {}, turn.answer.finish_reason)
    if turn.wants_usage:
        head = turn.head("chat.completion.chunk")
        yield event_of({**head, "choices": [], "usage": turn.usage()})
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
            return event_of(
                {"error": step.error} if step.error else error_body("It failed.", None, 500)
            )


def chunk_event(turn: Turn, index: int, delta: JsonObject, finish_reason: str | None = None) -> str:
    """One chunk with *delta* for the choice *index*."""
    choice = {"index": index, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
    usage = {"usage": None} if turn.wants_usage else {}
    return event_of({**turn.head("chat.completion.chunk"), "choices": [choice], **usage})


def event_of(chunk: JsonObject) -> str:
    """*chunk* as one server-sent event."""
    return f"data: {compact(chunk)}\n\n"
