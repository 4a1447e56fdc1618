"""
Chats, prompts and vectors: from the request to a mode, and back whole or line by line.

Source: ollama docs/api.md (2026-08): pieces, a last one with the statistics, nanoseconds.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
from collections.abc import AsyncIterator, Iterator

from starlette.responses import Response, StreamingResponse

from polyvox.emulator import replies
from polyvox.emulator.answering.following import MOODS
from polyvox.emulator.answering.merging import merged_message
from polyvox.emulator.answering.modes import MODES
from polyvox.emulator.answering.turn import Answer, Chat
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import (
    Json,
    JsonObject,
    compact,
    items_of,
    object_of,
    objects_of,
    text_of,
)
from polyvox.emulator.ollama.state import Model, State
from polyvox.emulator.tokens import count, count_message
from polyvox.emulator.vectors import embedded_inputs, vector

__all__ = ["chat_handlers", "lines"]

DIMENSIONS = 8
NANOSECONDS = 1_000_000


def chat_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {
        "chat": lambda call: chatted(state, call),
        "generate": lambda call: generated(state, call),
        "embed": lambda call: embedded(state, call),
        "embed_prompt": lambda call: embedded_prompt(state, call),
    }


def chatted(state: State, call: Call) -> Response:
    """The model's answer to a conversation."""
    model = state.model(call.fields.get("model"))
    messages = objects_of(call.fields.get("messages"))
    check_images(image for message in messages for image in items_of(message.get("images")))
    head = {"model": text_of(call.fields.get("model")), "created_at": state.now()}
    if not messages:
        message = {"role": "assistant", "content": ""}
        return replies.json_reply({**head, "message": message, **loaded(call.fields)})
    chat = Chat(as_openai(call.fields, messages), model.name)
    answer = answered(model, chat, call.fields)
    pieces = [{**head, "message": piece} for piece in messages_of(answer)]
    last = {**head, "message": {"role": "assistant", "content": ""}}
    if call.fields.get("stream") is not False:
        ends = [{**piece, "done": False} for piece in pieces]
        return lines([*ends, {**last, **stats(chat, answer)}])
    message = merged(piece["message"] for piece in pieces)
    return replies.json_reply({**head, "message": message, **stats(chat, answer)})


def generated(state: State, call: Call) -> Response:
    """The model's continuation of a prompt."""
    model = state.model(call.fields.get("model"))
    check_images(items_of(call.fields.get("images")))
    prompt = text_of(call.fields.get("prompt"))
    head = {"model": text_of(call.fields.get("model")), "created_at": state.now()}
    if not prompt:
        return replies.json_reply({**head, "response": "", **loaded(call.fields)})
    chat = Chat(as_openai(call.fields, [{"role": "user", "content": prompt}]), model.name)
    answer = answered(model, chat, call.fields)
    pieces = [
        {
            "response": piece["content"],
            **({"thinking": piece["thinking"]} if "thinking" in piece else {}),
        }
        for piece in messages_of(answer)
    ]
    if call.fields.get("stream") is not False:
        begun = [{**head, **piece, "done": False} for piece in pieces]
        return lines([*begun, {**head, "response": "", **stats(chat, answer)}])
    return replies.json_reply({**head, **joined(pieces), **stats(chat, answer)})


def as_openai(fields: JsonObject, messages: list[JsonObject]) -> JsonObject:
    """The request in the words that modes know."""
    options = object_of(fields.get("options"))
    wanted: JsonObject = {"messages": messages, "parallel_tool_calls": True}
    for name, other in (("stop", "stop"), ("num_predict", "max_tokens")):
        if options.get(name) not in (None, -1, -2):
            wanted[other] = options[name]
    form = fields.get("format")
    if form == "json":
        wanted["response_format"] = {"type": "json_object"}
    elif object_of(form):
        wanted["response_format"] = {"type": "json_schema", "json_schema": {"schema": form}}
    return {**wanted, **({"tools": fields["tools"]} if "tools" in fields else {})}


def answered(model: Model, chat: Chat, fields: JsonObject) -> Answer:
    """What *model* says; its thoughts only if they are wanted."""
    if model.mode in MOODS or model.mode == "endless":
        return MODES[model.mode](chat)
    thinks = model.mode == "usage" and fields.get("think") not in (False, None)
    return MODES["usage" if thinks else "tools"](chat)


def messages_of(answer: Answer) -> Iterator[JsonObject]:
    """The pieces of a message in Ollama's form; calls of tools are whole, and come first."""
    whole = merged_message(answer.deltas)
    calls = [
        {
            "function": {
                "index": index,
                "name": text_of(object_of(item.get("function")).get("name")),
                "arguments": json.loads(object_of(item.get("function")).get("arguments") or "{}"),
            }
        }
        for index, item in enumerate(objects_of(whole.get("tool_calls")))
    ]
    if calls:
        yield {"role": "assistant", "content": "", "tool_calls": calls}
    for delta in answer.deltas:
        if thought := text_of(delta.get("reasoning_content")):
            yield {"role": "assistant", "content": "", "thinking": thought}
        elif text := text_of(delta.get("content")):
            yield {"role": "assistant", "content": text}


def merged(pieces: Iterator[Json]) -> JsonObject:
    """The whole message that *pieces* add up to."""
    listed = [object_of(piece) for piece in pieces]
    calls = [call for piece in listed for call in objects_of(piece.get("tool_calls"))]
    parts: list[JsonObject] = [
        {key: piece[key] for key in ("content", "thinking") if key in piece} for piece in listed
    ]
    message: JsonObject = {"role": "assistant", "content": "", **joined(parts)}
    return {**message, **({"tool_calls": calls} if calls else {})}


def joined(pieces: list[JsonObject]) -> JsonObject:
    """The texts of *pieces*, each name's joined."""
    names = dict.fromkeys(name for piece in pieces for name in piece)
    return {name: "".join(text_of(piece.get(name)) for piece in pieces) for name in names}


def stats(chat: Chat, answer: Answer) -> JsonObject:
    """What the last piece says: the reason, and counts with times that follow from them."""
    prompt = chat.prompt_tokens
    spoken = count_message(merged_message(answer.deltas)) + answer.extra_tokens
    reason = "length" if answer.finish_reason == "length" else "stop"
    return {
        "done": True,
        "done_reason": reason,
        "total_duration": (1 + prompt + spoken) * NANOSECONDS,
        "load_duration": NANOSECONDS,
        "prompt_eval_count": prompt,
        "prompt_eval_duration": prompt * NANOSECONDS,
        "eval_count": spoken,
        "eval_duration": spoken * NANOSECONDS,
    }


def loaded(fields: JsonObject) -> JsonObject:
    """The end of an answer that only loads or unloads the model."""
    unload = fields.get("keep_alive") in (0, "0", "0s", "0m")
    return {"done": True, "done_reason": "unload" if unload else "load"}


def check_images(images: Iterator[Json] | list[Json]) -> None:
    """
    Check that *images* are base64 without a prefix.

    Raises:
        Refusal: 400 with the words of the real server.
    """
    for image in images:
        try:
            base64.b64decode(text_of(image), validate=True)
        except binascii.Error as error:
            raise Refusal(400, "illegal base64 data at input byte 4") from error


def embedded(state: State, call: Call) -> Response:
    """One small vector per text."""
    state.model(call.fields.get("model"))
    texts = embedded_inputs(call.fields)
    size = call.fields.get("dimensions")
    size = size if isinstance(size, int) and size > 0 else DIMENSIONS
    tokens = sum(map(count, texts))
    body = {
        "model": text_of(call.fields.get("model")),
        "embeddings": [vector(text, size, as_text=False) for text in texts],
        "total_duration": (1 + tokens) * NANOSECONDS,
        "load_duration": NANOSECONDS,
        "prompt_eval_count": tokens,
    }
    return replies.json_reply(body)


def embedded_prompt(state: State, call: Call) -> Response:
    """One small vector, in the older form."""
    state.model(call.fields.get("model"))
    text = text_of(call.fields.get("prompt"))
    return replies.json_reply({"embedding": vector(text, DIMENSIONS, as_text=False)})


def lines(items: list[JsonObject]) -> Response:
    """*items* as a stream of JSON lines, one write each."""

    async def writes() -> AsyncIterator[bytes]:
        """One write for each line."""
        for item in items:
            yield f"{compact(item)}\n".encode()
            await asyncio.sleep(0)

    return StreamingResponse(writes(), 200, media_type="application/x-ndjson")
