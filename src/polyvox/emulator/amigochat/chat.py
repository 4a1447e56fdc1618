"""
Chats: an echo in one of the four shapes that were seen, and failures in their own words.

Source: gpt4free, Provider/AmigoChat (2024-12); issues of its users.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping

from starlette.responses import Response, StreamingResponse

from polyvox.emulator import replies
from polyvox.emulator.answering.following import MOODS, followed, pieces_of, wanted_schema
from polyvox.emulator.answering.turn import Chat
from polyvox.emulator.calls import Call
from polyvox.emulator.jsonvalues import JsonObject, compact, objects_of, text_of
from polyvox.emulator.settings import Settings
from polyvox.emulator.tokens import count, count_message, plain_text, words

__all__ = ["complete"]

CREATED = 201
BALANCE = (
    "Amigo, your balance is not enough to make the request, wait until 12 UTC or upgrade your plan"
)
UPSTREAM = "Error handling AIML chat completion stream"
BLOCKED = (
    "<!DOCTYPE html><title>Attention Required! | Cloudflare</title>"
    "<h1>Sorry, you have been blocked</h1>"
)
FAILURES: Mapping[str, Callable[[], Response]] = {
    "balance": lambda: replies.text(BALANCE, 402),
    "upstream": lambda: replies.text(UPSTREAM, 500),
    "forbidden": lambda: replies.json_reply({"message": "Forbidden", "statusCode": 403}, 403),
    "blocked": lambda: Response(BLOCKED, 403, media_type="text/html"),
    "invalid": lambda: replies.json_reply(
        {
            "message": ["messages must be an array", "model must be a string"],
            "error": "Bad Request",
            "statusCode": 400,
        },
        400,
    ),
    "busy": lambda: replies.json_reply(
        {"message": "Too Many Requests", "statusCode": 429}, 429, {"retry-after": "0"}
    ),
    "empty": lambda: replies.json_reply({"message": ""}, CREATED),
}
SHAPES = frozenset({"shape-text", "shape-wrapped", "shape-plain", "shape-events"})


def complete(call: Call, settings: Settings) -> Response:
    """The answer of the model that *call* names: an echo of the last user message."""
    model = text_of(call.fields.get("model"))
    if model in FAILURES:
        return FAILURES[model]()
    said = spoken(call.fields)
    created = int(settings.now().timestamp())
    head: JsonObject = {"id": f"chatcmpl-{created}", "created": created, "model": model}
    if events_wanted(model, streaming=call.fields.get("stream") is True):
        return streamed(events(model, head, said))
    return replies.json_reply(whole(model, head, said, call.fields), CREATED)


def events_wanted(model: str, *, streaming: bool) -> bool:
    """Whether *model* answers with events; those of one shape heed nothing."""
    return model == "shape-events" if model in SHAPES else streaming


def spoken(fields: JsonObject) -> list[str]:
    """The last user message word by word, within `max_tokens`."""
    chat = Chat(fields, text_of(fields.get("model")))
    schema = wanted_schema(chat)
    if schema is not None:
        return pieces_of(MOODS.get(chat.deployment, followed)(chat, schema))
    users = [one for one in objects_of(fields.get("messages")) if one.get("role") == "user"]
    said = words(plain_text(users[-1].get("content")) if users else "") or [" "]
    limit = fields.get("max_tokens")
    return said[:limit] if isinstance(limit, int) and limit > 0 else said


def whole(model: str, head: JsonObject, said: list[str], fields: JsonObject) -> JsonObject:
    """The answer at once, in the shape that *model* has; a completion in an envelope by default."""
    text = "".join(said)
    if model == "shape-text":
        return {"message": text}
    prompt = sum(map(count_message, objects_of(fields.get("messages"))))
    answer = count(text)
    completion: JsonObject = {
        **head,
        "object": "chat.completion",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": text},
                "finish_reason": "stop",
            }
        ],
        "usage": {
            "prompt_tokens": prompt,
            "completion_tokens": answer,
            "total_tokens": prompt + answer,
        },
    }
    return completion if model == "shape-plain" else {"message": completion}


def events(model: str, head: JsonObject, said: list[str]) -> Iterator[str]:
    """The answer as events; `faulty` fails and `truncated` ends after the first word."""

    def event(delta: JsonObject, reason: str | None = None) -> str:
        """One chunk."""
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        chunk = {**head, "object": "chat.completion.chunk", "choices": [choice]}
        return f"data: {compact(chunk)}\n\n"

    yield event({"role": "assistant", "content": ""})
    yield ": ping\n\n"
    for piece in said:
        yield event({"content": piece})
        if model == "faulty":
            yield f"data: {compact({'error': {'message': UPSTREAM}})}\n\n"
            return
        if model == "truncated":
            return
    yield event({}, "stop")
    yield "data: [DONE]\n\n"


def streamed(written: Iterator[str]) -> Response:
    """*written* as server-sent events, one write each."""

    async def writes() -> AsyncIterator[bytes]:
        """One write for each event."""
        for event in written:
            yield event.encode()
            await asyncio.sleep(0)

    return StreamingResponse(writes(), CREATED, media_type="text/event-stream")
