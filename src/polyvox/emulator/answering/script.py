"""
The scripted model: it plays what `custom_fields.configuration.script` says, item by item.

An item is a text (content) or an object with one of the keys in SCHEMA; whatever goes wrong
on a real wire can be played this way, without waiting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.answering.turn import (
    Answer,
    Break,
    Chat,
    Chunk,
    Delta,
    Fault,
    Note,
    Raw,
    Step,
)
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import Json, JsonObject, compact, items_of, object_of, text_of

__all__ = ["SCHEMA", "planned_reply", "scripted"]

SCHEMA: JsonObject = {
    "type": "object",
    "description": "What to answer, item by item.",
    "properties": {
        "script": {
            "type": "array",
            "items": {
                "anyOf": [
                    {"type": "string", "description": "A piece of the text."},
                    {
                        "type": "object",
                        "minProperties": 1,
                        "properties": {
                            "content": {"type": "string", "description": "A piece of the text."},
                            "delta": {"type": "object", "description": "A piece of the message."},
                            "chunk": {"type": "object", "description": "A whole chunk."},
                            "comment": {"type": "string", "description": "A comment line."},
                            "raw": {"type": "string", "description": "Text sent as it is."},
                            "error": {"type": "object", "description": "An error in the stream."},
                            "finish_reason": {"type": ["string", "null"]},
                            "truncate": {"const": True, "description": "End without [DONE]."},
                            "abort": {"const": True, "description": "Break the connection."},
                            "status": {"type": "integer", "description": "Answer this status."},
                            "times": {"type": "integer", "description": "Only so many times."},
                            "headers": {"type": "object", "description": "Of that answer."},
                            "body": {"description": "Of that answer; a text is sent as text."},
                        },
                    },
                ]
            },
        },
    },
    "required": ["script"],
}

READERS: Mapping[str, Callable[[Json], Step]] = {
    "content": lambda value: Delta({"content": text_of(value)}),
    "delta": lambda value: Delta(object_of(value)),
    "chunk": lambda value: Chunk(object_of(value)),
    "comment": lambda value: Note(text_of(value)),
    "raw": lambda value: Raw(text_of(value)),
    "error": lambda value: Fault(object_of(value), status_of(object_of(value).get("code"))),
    "truncate": lambda _: Break(abrupt=False),
    "abort": lambda _: Break(abrupt=True),
}


def scripted(chat: Chat) -> Answer:
    """
    The answer that the request's script describes.

    Raises:
        Refusal: 400 for an item that is none of the known ones.
    """
    answer = Answer()
    for item in items_of(chat.configuration.get("script")):
        if isinstance(item, str):
            answer.steps.append(Delta({"content": item}))
            continue
        fields = object_of(item)
        if "finish_reason" in fields:
            answer.finish_reason = fields["finish_reason"]
        elif "status" not in fields:
            answer.steps.append(step_of(fields))
    return answer


def step_of(fields: JsonObject) -> Step:
    """The step that one item of a script stands for."""
    for name, reader in READERS.items():
        if name in fields:
            return reader(fields[name])
    known = ", ".join([*READERS, "finish_reason", "status"])
    msg = f"The script holds an unknown item {sorted(fields)}. Use one of: {known}."
    raise Refusal(400, msg)


def planned_reply(chat: Chat, played: Counter[str]) -> Response | None:
    """
    The status that the script asks for; None if it asks for none, or often enough now.

    Args:
        chat: The request.
        played: How often each request got its status; counted here.
    """
    items = (object_of(item) for item in items_of(chat.configuration.get("script")))
    item = next((item for item in items if "status" in item), None)
    if item is None:
        return None
    key, times = compact(chat.fields), item.get("times")
    if isinstance(times, int) and played[key] >= times:
        return None
    played[key] += 1
    return status_reply(item)


def status_reply(item: JsonObject) -> Response:
    """The answer that the script's *item* describes."""
    status = int(item["status"])
    headers = {name: str(value) for name, value in object_of(item.get("headers")).items()}
    body = item.get("body")
    if body is None:
        return replies.empty(status, headers)
    if isinstance(body, str):
        kind = headers.pop("content-type", "text/plain")
        return Response(body.encode(), status, headers, media_type=kind)
    return replies.json_reply(body, status, headers)


def status_of(code: Json) -> int:
    """The HTTP status that an error *code* stands for; 500 if it is none."""
    number = int(code) if str(code).isdigit() else 500
    return number if 400 <= number <= 599 else 500
