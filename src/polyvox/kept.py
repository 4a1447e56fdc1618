"""
Messages and replies as JSON, for the files that polyvox keeps: conversations, and runs of `map`.

What cannot be written is a `ConfigError`; what cannot be read is a plain KeyError, TypeError or
ValueError, which the reader of the file words.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from typing import Any, cast

from attrs import asdict

from polyvox.parts import AudioPart, FilePart, ImagePart, Part
from polyvox.types import Message, Reply, ToolCall, Usage
from polyvox_core.json import dumps
from polyvox_core.shapes import is_array, is_object

__all__ = ["digest", "message_from", "message_json", "reply_from", "reply_json", "text_of"]

_PARTS: dict[str, type[Part]] = {one.__name__: one for one in (AudioPart, FilePart, ImagePart)}
_KNOWN = ("role", "content", "tool_calls", "tool_call_id", "name")
_PLAIN = (
    "finish_reason",
    "model",
    "reasoning",
    "refusal",
    "id",
    "request_id",
    "served_by",
)


def text_of(value: Any) -> bytes:
    """
    The JSON text of *value*, in one line.

    Raises:
        ConfigError: It holds something that JSON cannot express.
    """
    return dumps(value)


def message_json(message: Message) -> dict[str, Any]:
    """
    The *message* as JSON; parts with their content, except those that are somewhere else.

    Raises:
        ConfigError: A part cannot be read.
    """
    return {**message.to_dict(), "content": _content_json(message.content)}


def message_from(wire: Any) -> Message:
    """The message that a JSON object or a dict in the form of OpenAI holds."""
    calls = _calls_from(wire.get("tool_calls"))
    known = _KNOWN if calls else [name for name in _KNOWN if name != "tool_calls"]
    return Message(
        role=_text(wire["role"]),
        content=_content_from(wire.get("content")),
        tool_calls=calls,
        tool_call_id=_optional_text(wire.get("tool_call_id")),
        name=_optional_text(wire.get("name")),
        extra={key: value for key, value in wire.items() if key not in known},
    )


def reply_json(reply: Reply) -> dict[str, Any]:
    """The *reply* as JSON, the answer as it came over the wire included."""
    made = {"text": reply.text, **{name: getattr(reply, name) for name in _PLAIN}}
    made["message"] = message_json(reply.message)
    made["tool_calls"] = [call.to_dict() for call in reply.tool_calls]
    made["usage"] = asdict(reply.usage) if reply.usage else None
    made["wire"] = reply.wire
    return {name: value for name, value in made.items() if value not in (None, [])}


def reply_from(wire: Any) -> Reply:
    """The reply that a JSON object holds; `raw` is its `wire`."""
    usage = wire.get("usage")
    plain: dict[str, Any] = {name: _optional_text(wire.get(name)) for name in _PLAIN}
    return Reply(
        **plain,
        text=_text(wire["text"]),
        message=message_from(wire["message"]),
        tool_calls=_calls_from(wire.get("tool_calls")),
        usage=Usage(**usage) if usage else None,
        wire=dict(wire.get("wire", {})),
    )


def digest(value: Any) -> str:
    """A short text that is the same for equal values, in every process."""
    text = json.dumps(_canonical(value), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _canonical(value: Any) -> Any:
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Mapping):
        return {str(key): _canonical(one) for key, one in cast("Any", value).items()}
    if isinstance(value, (list, tuple)):
        return [_canonical(one) for one in cast("Any", value)]
    if isinstance(value, Part):
        return [type(value).__name__, _address_of(value) or _hashed(value), value.media_type]
    # A function or another object: its kind is all that stays the same.
    return type(value).__qualname__


def _address_of(part: Part) -> str | None:
    """Where the content is, unless the part holds it."""
    if hasattr(part.source, "__fspath__"):
        return os.fsdecode(part.source)
    return part.source if isinstance(part.source, str) else None


def _hashed(part: Part) -> str:
    return hashlib.sha256(part.read(typed=False).content).hexdigest()


def _content_json(content: Any) -> Any:
    if isinstance(content, Part):
        return _part_json(content)
    if isinstance(content, (list, tuple)):
        return [_content_json(one) for one in cast("list[Any]", content)]
    return content


def _part_json(part: Part) -> dict[str, Any]:
    # A local file may be gone or changed when it is read again, so its bytes are kept.
    source = part.source if isinstance(part.source, str) else part.read(typed=False).data_url
    facts = {name: getattr(part, name, None) for name in ("name", "media_type", "detail")}
    return {
        "part": type(part).__name__,
        "source": source,
        **{name: value for name, value in facts.items() if value is not None},
    }


def _content_from(content: Any) -> Any:
    if is_array(content):
        return [_content_from(one) for one in content]
    if is_object(content) and "part" in content:
        return _part_from(content)
    return content


def _part_from(wire: dict[str, Any]) -> Part:
    kind = _PARTS[wire["part"]]
    part: Part = kind(_text(wire["source"]), media_type=wire.get("media_type"))
    part.name = _optional_text(wire.get("name")) or part.name
    if isinstance(part, ImagePart):
        part.detail = _optional_text(wire.get("detail"))
    return part


def _calls_from(value: Any) -> tuple[ToolCall, ...]:
    """Tool calls in the form of OpenAI; none when one of them says more than a `ToolCall` can."""
    calls: list[ToolCall] = []
    for one in value if is_array(value) else ():
        function = one.get("function") if is_object(one) else None
        if not is_object(function) or set(one) != {"id", "type", "function"}:
            return ()
        texts = [one["id"], function.get("name"), function.get("arguments")]
        known = [text for text in texts if isinstance(text, str)]
        if len(function) != 2 or texts != known:
            return ()
        calls.append(ToolCall(*known))
    return tuple(calls)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        msg = f"{value!r:.80} is no text"
        raise TypeError(msg)
    return value


def _optional_text(value: Any) -> str | None:
    return None if value is None else _text(value)
