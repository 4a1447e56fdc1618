"""
What a chat call takes: messages in any of their forms, options by name, and how one call differs.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict, cast

from polyvox.parts import Part
from polyvox.types import ChatInput, Message, ToolCall
from polyvox_core.errors import ConfigError
from polyvox_core.json import dumps
from polyvox_core.model import Model
from polyvox_core.nearest import did_you_mean
from polyvox_core.retry import Retry
from polyvox_core.settings import NO_OPTIONS, CallOptions
from polyvox_core.shapes import as_object, is_object
from polyvox_core.timeouts import Timeouts

__all__ = ["CallKeywords", "ChatKeywords", "messages_of", "split_options"]


class CallKeywords(TypedDict, total=False):
    """
    What any call takes besides its own arguments.

    Keys:
        timeout: Seconds in total, `Timeouts`, or None for no total.
        retry: A `Retry`, a number of attempts, or False.
        extra_headers: Sent besides the others.
        extra_query: Appended to the URL.
        extra_body: Merged into a JSON body.
    """

    timeout: Timeouts | float | None
    retry: Retry | int | bool | None
    extra_headers: Mapping[str, str]
    extra_query: Mapping[str, str]
    extra_body: Mapping[str, Any]


class ChatKeywords(CallKeywords, total=False):
    """Sampling and tool options in the OpenAI shape; see the backend for what it takes."""

    temperature: float | None
    top_p: float | None
    n: int | None
    stop: str | Sequence[str] | None
    max_tokens: int | None
    max_completion_tokens: int | None
    presence_penalty: float | None
    frequency_penalty: float | None
    logit_bias: Mapping[str, float] | None
    logprobs: bool | None
    top_logprobs: int | None
    seed: int | None
    user: str | None
    tools: Sequence[Mapping[str, Any]] | None
    tool_choice: str | Mapping[str, Any] | None
    parallel_tool_calls: bool | None
    response_format: Mapping[str, Any] | None
    reasoning_effort: str | None
    stream_options: Mapping[str, Any] | None


_CALL_KEYS = ("timeout", "retry", "extra_headers", "extra_query", "extra_body")
_BYTES = (bytes, bytearray, memoryview)

# What a message of another library may hold that a backend reads.
_MEMBERS = (
    "name",
    "tool_call_id",
    "tool_name",
    "refusal",
    "thinking",
    "reasoning_content",
    "function_call",
    "custom_content",
    "images",
)


def messages_of(chat: ChatInput | Any, system: str | None) -> list[Any]:
    """
    The messages of *chat*; dicts pass through uncopied, and parts stay what they are.

    Args:
        chat: A text, a message in any form, or a list of messages; or a part or a list of texts
            and parts, which is one message of the user. See `ChatInput`.
        system: A system message before the others.

    Raises:
        ConfigError: There is no message, something is none, or messages and parts are mixed.
    """
    if isinstance(chat, str):
        messages: list[Any] = [{"role": "user", "content": chat}]
    elif isinstance(chat, Part):
        messages = [{"role": "user", "content": [chat]}]
    elif isinstance(chat, (Message, Mapping)) or _quacks(chat):
        messages = [_message(chat)]
    elif isinstance(chat, Iterable) and not isinstance(chat, _BYTES):
        messages = _of_list(cast("Iterable[Any]", chat))
    else:
        raise _no_message(chat)
    if system is not None:
        messages.insert(0, {"role": "system", "content": system})
    if not messages:
        msg = "The chat has no message."
        raise ConfigError(msg, hint="Pass a text, or at least one message.")
    return messages


def _of_list(chat: Iterable[Any]) -> list[Any]:
    messages: list[Any] = []
    bare: list[Any] = []
    for one in chat:
        if one.__class__ is dict and "role" in one:
            messages.append(one)
        elif _is_bare(one):
            bare.append(one)
        else:
            messages.append(_message(one))
    if bare and messages:
        msg = f"The chat mixes messages with parts that have no role, such as {bare[0]!r:.80}."
        hint = "Put the parts into a message: polyvox.Message('user', [text, part])."
        raise ConfigError(msg, hint=hint)
    return [{"role": "user", "content": bare}] if bare else messages


def _is_bare(one: Any) -> bool:
    """Whether *one* is the content of a message, and no message."""
    if isinstance(one, Mapping):
        return "role" not in one and "type" in one
    return isinstance(one, (str, Part))


def _message(one: Any) -> Any:
    if isinstance(one, Message):
        return one.to_dict()
    if isinstance(one, Mapping):
        if "role" not in one:
            msg = f"The message {str(cast('Any', one))[:80]!r} has no role."
            raise ConfigError(msg, hint="Use {'role': 'user', 'content': ...}.")
        return cast("Mapping[str, Any]", one)
    if isinstance(one, Model):
        return one.to_dict()
    if _quacks(one):
        return _foreign(one)
    raise _no_message(one)


def _quacks(one: Any) -> bool:
    """Whether *one* is a message of another library, or of the caller's own."""
    return not isinstance(one, type) and hasattr(one, "role") and hasattr(one, "content")


def _foreign(one: Any) -> dict[str, Any]:
    """A message with `role` and `content`, reduced to what backends read."""
    message: dict[str, Any] = {
        "role": str(getattr(one.role, "value", one.role)),
        "content": _plain(one.content),
    }
    for name in _MEMBERS:
        value = getattr(one, name, None)
        if value is not None:
            message[name] = _plain(value)
    if calls := getattr(one, "tool_calls", None):
        message["tool_calls"] = [_foreign_call(_plain(call)) for call in calls]
    return message


def _foreign_call(call: Any) -> Any:
    """A tool call as OpenAI writes it, of one that is flat or has its arguments as a value."""
    if not is_object(call):
        msg = f"A {type(call).__name__} is no tool call."
        raise ConfigError(msg, hint="Pass polyvox.ToolCall, or a dict in the form of OpenAI.")
    function = as_object(call.get("function")) or call
    arguments = function.get("arguments")
    if not isinstance(arguments, str):
        arguments = dumps(arguments or {}).decode()
    written = {"name": function.get("name"), "arguments": arguments}
    return {"id": call.get("id"), "type": "function", "function": written}


def _plain(value: Any) -> Any:
    """The *value* as JSON has it; parts stay, members that are None are left out."""
    if value is None or isinstance(value, (str, int, float, Part, Mapping)):
        return cast("Any", value)
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in cast("Iterable[Any]", value)]
    if isinstance(value, (Model, ToolCall)):
        return value.to_dict()
    if hasattr(value, "model_dump"):
        return _dumped(value)
    kind: Any = value.__class__
    names: list[str] = [
        *(field.name for field in getattr(kind, "__attrs_attrs__", ())),
        *(getattr(kind, "__dataclass_fields__", ())),
    ] or [name for name in getattr(value, "__dict__", ()) if not name.startswith("_")]
    members = {name: getattr(value, name) for name in names}
    return {name: _plain(one) for name, one in members.items() if one is not None}


def _dumped(value: Any) -> Any:
    """What a pydantic object says of itself."""
    try:
        return value.model_dump(mode="json", by_alias=True, exclude_none=True)
    except (TypeError, ValueError) as error:
        msg = f"A {type(value).__name__} cannot be written as JSON: {error}."
        raise ConfigError(msg, hint="Pass dicts, or polyvox.Message.") from error


def _no_message(one: Any) -> ConfigError:
    msg = f"A {type(one).__name__} is no chat message."
    hint = "Pass a text, polyvox.Message, or {'role': ..., 'content': ...}."
    if isinstance(one, (os.PathLike, *_BYTES)):
        hint = "Pass a text, or the file as polyvox.ImagePart(...) or polyvox.FilePart(...)."
    return ConfigError(msg, hint=hint)


def split_options(
    given: Mapping[str, Any], allowed: Iterable[str], what: str
) -> tuple[dict[str, Any], CallOptions]:
    """
    Divide keyword arguments into body members that are not None and options of the call.

    Raises:
        ConfigError: A name is unknown; the message suggests the nearest.
    """
    names = frozenset(allowed)
    body: dict[str, Any] = {}
    for name, value in given.items():
        if name not in names and name not in _CALL_KEYS:
            raise _no_option(name, [*names, *_CALL_KEYS], what)
        if name.startswith("extra_") and not isinstance(value, (Mapping, type(None))):
            msg = f"{name}= is no dict, but of the type {type(value).__name__}."
            raise ConfigError(msg, hint=f"Pass a dict: {name}={{'name': 'value'}}.")
        if name in names and value is not None:
            body[name] = _dicts(value) if name == "tools" else value
    call = {
        field: given[name]
        for name, field in (
            ("timeout", "timeout"),
            ("retry", "retry"),
            ("extra_headers", "headers"),
            ("extra_query", "query"),
            ("extra_body", "body"),
        )
        if name in given and not (given[name] is None and name.startswith("extra_"))
    }
    return body, CallOptions(**call) if call else NO_OPTIONS


def _no_option(name: str, known: Iterable[str], what: str) -> ConfigError:
    hint = did_you_mean(name, known, "Use extra_body= for new ones.")
    if name == "stream":
        # Most other SDKs have it; the nearest name would be nonsense.
        hint = "Streams are a verb of their own: client.stream(...)."
    return ConfigError(f"{what} has no option {name!r}.", hint=hint)


def _dicts(tools: Any) -> Any:
    """The *tools* of one chat, none of which is a function."""
    for one in cast("list[Any]", tools) if isinstance(tools, (list, tuple)) else ():
        if callable(one):
            msg = f"The tool {getattr(one, '__name__', one)!r} is no dict but can be called."
            hint = "Pass it to client.run(), which calls it; chat() takes tools as dicts."
            raise ConfigError(msg, hint=hint)
    return cast("Any", tools)
