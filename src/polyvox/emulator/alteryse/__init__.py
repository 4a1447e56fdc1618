"""
Alteryse as the emulator behaves: the id of the instance says how it answers.

Nobody has seen a stream of Alteryse; this one is lines of the whole answer's shape, and a mark.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import AsyncIterator

from starlette.responses import Response, StreamingResponse

from polyvox.emulator import replies
from polyvox.emulator.answering.following import MOODS, followed, pieces_of, wanted_schema
from polyvox.emulator.answering.turn import Chat
from polyvox.emulator.behaviours import Behaviours
from polyvox.emulator.calls import Call
from polyvox.emulator.document import Document
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import (
    JsonObject,
    compact,
    items_of,
    object_of,
    objects_of,
    text_of,
)
from polyvox.emulator.settings import Settings
from polyvox.emulator.tokens import plain_text, words

__all__ = ["BEHAVIOURS", "AlteryseBehaviours"]

BUSY = "busy"
WHOLE = "whole"
FAULTY = "faulty"
TRUNCATED = "truncated"
EMPTY = "empty"
BUSY_CODE = "INSTANCE_BUSY"


class AlteryseBehaviours(Behaviours):
    """Instances that echo; some have their moods."""

    def __init__(self, document: Document, settings: Settings) -> None:
        """Behave as Alteryse does, under *settings*."""
        super().__init__(document, settings)
        self.handlers = {"run_instance": run}


def run(call: Call) -> Response:
    """The answer of the instance that *call* addresses: the prompt or the last user message."""
    instance = next(iter(call.segments.values()), "")
    if instance == BUSY:
        return replies.json_reply({"code": BUSY_CODE}, 503, {"retry-after": "0"})
    check_images(call.fields)
    spoken = answered(call.fields, instance)
    text = "" if instance == EMPTY else "".join(spoken)
    if call.fields.get("stream") is not True or instance in {WHOLE, EMPTY}:
        return replies.json_reply({"content": text})
    pieces: list[JsonObject] = [{"content": piece, "done": False} for piece in spoken]
    if instance == FAULTY:
        return lines([*pieces[:1], {"error": "the model stopped"}])
    if instance == TRUNCATED:
        return lines(pieces[:1])
    return lines([*pieces, {"content": "", "done": True}])


def answered(fields: JsonObject, instance: str) -> list[str]:
    """What an instance says, word by word, within `stop` and `num_predict`."""
    chat = Chat(fields, instance)
    schema = wanted_schema(chat)
    if schema is not None:
        return pieces_of(MOODS.get(instance, followed)(chat, schema))
    options = object_of(fields.get("options"))
    text = asked(fields)
    for mark in items_of(options.get("stop")):
        text = text.partition(text_of(mark))[0] if mark else text
    limit = options.get("num_predict")
    spoken = words(text) or [" "]
    return spoken[:limit] if isinstance(limit, int) and limit > 0 else spoken


def asked(fields: JsonObject) -> str:
    """The prompt, or the last user message; the last message at all without one."""
    if fields.get("mode") == "generate":
        return text_of(fields.get("prompt"))
    messages = objects_of(fields.get("messages"))
    users = [message for message in messages if message.get("role") == "user"]
    return plain_text((users or messages or [{}])[-1].get("content"))


def check_images(fields: JsonObject) -> None:
    """
    Check that all images are base64 without a prefix, as an Ollama server would.

    Raises:
        Refusal: 400 for one that is not.
    """
    images = items_of(fields.get("images"))
    for message in objects_of(fields.get("messages")):
        images += items_of(message.get("images"))
    for image in images:
        try:
            base64.b64decode(text_of(image), validate=True)
        except binascii.Error as error:
            raise Refusal(400, "illegal base64 data at input byte 4") from error


def lines(items: list[JsonObject]) -> Response:
    """*items* as JSON lines, one write each."""

    async def writes() -> AsyncIterator[bytes]:
        """One write for each line."""
        for item in items:
            yield f"{compact(item)}\n".encode()
            await asyncio.sleep(0)

    return StreamingResponse(writes(), 200, media_type="application/x-ndjson")


BEHAVIOURS = AlteryseBehaviours
