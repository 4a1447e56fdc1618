"""
Ollama's JSON and the facade's values, both ways; no I/O but reading the parts of messages.

Ollama has its own ways: arguments of tool calls are objects, a tool's answer names the tool
instead of the call, and images stand beside the text, in base64.

Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from polyvox.backends.encoding import PartTable, images_of, plain_image, text_and_images
from polyvox.backends.growing_text import GrowingText
from polyvox.parts import ImagePart
from polyvox.types import (
    Event,
    Message,
    ReasoningDelta,
    Reply,
    TextDelta,
    ToolCall,
    ToolCallDelta,
    Usage,
    UsageEvent,
)
from polyvox_api.ollama.operations.generation import CHAT, GENERATE
from polyvox_core.errors import ConfigError
from polyvox_core.json import dumps, loads
from polyvox_core.message import Headers, request_id_of
from polyvox_core.model import JsonObject
from polyvox_core.rate_limits import rate_limits_of
from polyvox_core.shapes import as_int, as_object, as_objects, as_text, is_object

__all__ = [
    "PARTS",
    "OllamaCompletion",
    "completion_of",
    "reply_of",
    "usage_of",
    "wire_messages",
]

_ROLES = {"developer": "system", "function": "tool"}


PARTS = PartTable(
    "Ollama",
    "texts, and ImagePart with its content: bytes, a path, an open file or a data: URL",
    {ImagePart: plain_image},
)


def wire_messages(messages: list[Any]) -> list[JsonObject]:
    """
    The *messages* in Ollama's form; those in the form of OpenAI are translated.

    Raises:
        ConfigError: One holds what Ollama cannot take.
    """
    names: dict[str, str] = {}
    return [_message(dict(one), names) for one in messages]


def _message(message: JsonObject, names: dict[str, str]) -> JsonObject:
    """One message; *names* maps the ids of tool calls so far to the names of their tools."""
    role = as_text(message.pop("role", None)) or "user"
    text, pictures = text_and_images(message.pop("content", None), PARTS)
    pictures += images_of(message.pop("images", None), PARTS)
    calls = [_call(call, names) for call in as_objects(message.pop("tool_calls", None))]
    answered = as_text(message.pop("tool_call_id", None))
    named = as_text(message.pop("name", None)) if role in {"tool", "function"} else None
    wire: JsonObject = {"role": _ROLES.get(role, role)}
    if text is not None or not calls:
        wire["content"] = text or ""
    if pictures:
        wire["images"] = pictures
    if calls:
        wire["tool_calls"] = calls
    if wire["role"] == "tool" and "tool_name" not in message:
        tool = named or names.get(answered or "")
        wire |= {"tool_name": tool} if tool else {}
    return {**wire, **message}


def _call(call: JsonObject, names: dict[str, str]) -> JsonObject:
    """A tool call with its arguments as an object."""
    function = dict(as_object(call.get("function")))
    if call_id := as_text(call.get("id")):
        names[call_id] = as_text(function.get("name")) or ""
    arguments = function.get("arguments")
    if isinstance(arguments, str):
        function["arguments"] = _parsed(arguments, function.get("name"))
    return {"function": function}


def _parsed(arguments: str, name: Any) -> Any:
    try:
        return loads(arguments) if arguments.strip() else {}
    except ValueError as error:
        msg = f"The arguments of the tool call {name!r} are not JSON ({error})."
        raise ConfigError(msg, hint="Ollama takes them as an object; send valid JSON.") from None


class OllamaCompletion:
    """
    An answer that grows piece by piece, for chats and continued prompts alike.
    """

    def __init__(self) -> None:
        self._facts: JsonObject = {}
        self._message: JsonObject = {}
        self._texts = GrowingText()
        self._thoughts = GrowingText()
        self._calls: list[JsonObject] = []

    def take(self, chunk: JsonObject) -> Iterator[Event]:
        """Merge one *chunk*; gives the events it stands for."""
        message = as_object(chunk.get("message"))
        self._facts.update({key: value for key, value in chunk.items() if key != "message"})
        for key, value in message.items():
            if key not in {"content", "thinking", "tool_calls"} and value is not None:
                self._message[key] = value
        if thought := as_text(message.get("thinking")):
            self._thoughts.add(thought)
            yield ReasoningDelta(thought)
        if text := as_text(message.get("content")):
            self._texts.add(text)
            yield TextDelta(text)
        for call in as_objects(message.get("tool_calls")):
            self._calls.append(call)
            known = _tool_call(len(self._calls) - 1, call)
            yield ToolCallDelta(len(self._calls) - 1, known.id, known.name, known.arguments)
        if usage := usage_of(chunk):
            yield UsageEvent(usage)

    def to_dict(self) -> JsonObject:
        """The answer so far, in the shape of one that was not streamed."""
        message = {"role": "assistant", **self._message, "content": str(self._texts)}
        if self._thoughts:
            message["thinking"] = str(self._thoughts)
        if self._calls:
            message["tool_calls"] = [*self._calls]
        return {**self._facts, "message": message}


def usage_of(answer: JsonObject) -> Usage | None:
    """Tokens that an *answer* or its last piece tells; None without any."""
    prompt, spoken = as_int(answer.get("prompt_eval_count")), as_int(answer.get("eval_count"))
    if prompt is None and spoken is None:
        return None
    # A prompt that was cached is not counted, so there may be no total.
    total = None if prompt is None or spoken is None else prompt + spoken
    return Usage(prompt_tokens=prompt, completion_tokens=spoken, total_tokens=total)


def _tool_call(position: int, call: JsonObject) -> ToolCall:
    """A neutral tool call; older servers give no id, so the position makes one."""
    function = as_object(call.get("function"))
    arguments = function.get("arguments")
    return ToolCall(
        id=as_text(call.get("id")) or f"call_{position}",
        name=as_text(function.get("name")) or "",
        arguments=arguments if isinstance(arguments, str) else dumps(arguments or {}).decode(),
    )


def reply_of(answer: JsonObject, headers: Headers, whole: bool = True) -> Reply:
    """
    The reply that an answer to a chat makes.

    Raises:
        KeyError: It is a *whole* one, and holds no message or is not done.
    """
    if whole:
        _check_done(answer, is_object(answer["message"]), "message")
    message = as_object(answer.get("message"))
    text, thinking = as_text(message.get("content")) or "", as_text(message.get("thinking"))
    calls = tuple(
        _tool_call(position, call)
        for position, call in enumerate(as_objects(message.get("tool_calls")))
    )
    return Reply(
        **_fields(answer, headers),
        text=text,
        message=Message(
            role=as_text(message.get("role")) or "assistant",
            content=text,
            tool_calls=calls,
            extra={"thinking": thinking} if thinking else {},
        ),
        tool_calls=calls,
        finish_reason=_finish_reason(answer, calls),
        reasoning=thinking,
        decode=CHAT.decode,
    )


def completion_of(answer: JsonObject, headers: Headers) -> Reply:
    """
    The reply that an answer to a prompt makes.

    Raises:
        KeyError: It holds no text, or is not done.
    """
    text = answer["response"]
    _check_done(answer, isinstance(text, str), "response")
    return Reply(
        **_fields(answer, headers),
        text=text,
        message=Message("assistant", text),
        finish_reason=_finish_reason(answer, ()),
        reasoning=as_text(answer.get("thinking")),
        decode=GENERATE.decode,
    )


def _check_done(answer: JsonObject, answered: bool, member: str) -> None:
    if not answered:
        raise KeyError(member)
    if answer["done"] is not True:
        # A piece of a stream, for example: the rest would be missing.
        msg = "done"
        raise KeyError(msg)


def _fields(answer: JsonObject, headers: Headers) -> dict[str, Any]:
    return {
        "usage": usage_of(answer),
        "model": as_text(answer.get("model")),
        "request_id": request_id_of(headers),
        "headers": headers,
        "rate_limits": rate_limits_of(headers),
        "wire": answer,
    }


def _finish_reason(answer: JsonObject, calls: tuple[ToolCall, ...]) -> str | None:
    """Ollama's reason, except that calls of tools are one, as with the other backends."""
    reason = as_text(answer.get("done_reason"))
    return "tool_calls" if calls and reason in {"stop", None} else reason
