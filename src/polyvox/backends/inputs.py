"""
What a chat call takes: messages in any of their forms, options by name, and how one call differs.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypedDict, cast

from polyvox.types import ChatInput, Message
from polyvox_core.errors import ConfigError
from polyvox_core.retry import Retry
from polyvox_core.settings import NO_OPTIONS, CallOptions
from polyvox_core.timeouts import Timeouts

__all__ = ["CallKeywords", "ChatKeywords", "base64_image", "messages_of", "split_options"]


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


def messages_of(chat: ChatInput | Any, system: str | None) -> list[Any]:
    """
    The messages of *chat* as the wire takes them; dicts pass through uncopied.

    Raises:
        ConfigError: There is no message, or something is none.
    """
    if isinstance(chat, str):
        messages: list[Any] = [{"role": "user", "content": chat}]
    elif isinstance(chat, (Message, Mapping)):
        messages = [_message(chat)]
    elif isinstance(chat, Iterable):
        messages = [_message(one) for one in cast("Iterable[Any]", chat)]
    else:
        raise _no_message(chat)
    if system is not None:
        messages.insert(0, {"role": "system", "content": system})
    if not messages:
        msg = "The chat has no message."
        raise ConfigError(msg, hint="Pass a text, or at least one message.")
    return messages


def _message(one: Any) -> Any:
    if isinstance(one, Message):
        return one.to_dict()
    if isinstance(one, Mapping):
        if "role" not in one:
            msg = f"The message {str(cast('Any', one))[:80]!r} has no role."
            raise ConfigError(msg, hint="Use {'role': 'user', 'content': ...}.")
        return cast("Mapping[str, Any]", one)
    raise _no_message(one)


def _no_message(one: Any) -> ConfigError:
    msg = f"A {type(one).__name__} is no chat message."
    return ConfigError(msg, hint="Pass a text, polyvox.Message, or {'role': ..., 'content': ...}.")


def base64_image(image: Any) -> str:
    """
    An *image* in base64, as backends take it that know no URLs.

    Args:
        image: Bytes, a path, an open binary file, a `data:` URL, or base64 already. A text is
            never taken for the name of a file.

    Raises:
        ConfigError: It is none of these, or cannot be read.
    """
    if isinstance(image, str):
        if re.match(r"https?://", image, re.IGNORECASE):
            msg = f"The image {image[:200]!r} is a web address, which this backend does not fetch."
            raise ConfigError(msg, hint="Download it first, and pass its bytes or its path.")
        head, comma, rest = image.partition(",")
        return rest if comma and head.lower().startswith("data:") else image
    try:
        if hasattr(image, "__fspath__"):
            image = Path(image).read_bytes()
        elif hasattr(image, "read"):
            image = image.read()
        return b64encode(image).decode()
    except (OSError, TypeError) as error:
        msg = f"A {type(image).__name__} cannot be sent as an image: {error}."
        raise ConfigError(msg, hint="Pass bytes, a path, or an open binary file.") from error


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
            near = get_close_matches(name, [*names, *_CALL_KEYS], n=1)
            hint = f"Did you mean {near[0]!r}?" if near else "Use extra_body= for new ones."
            msg = f"{what} has no option {name!r}."
            raise ConfigError(msg, hint=hint)
        if name in names and value is not None:
            body[name] = value
    call = {
        field: given[name]
        for name, field in (
            ("timeout", "timeout"),
            ("retry", "retry"),
            ("extra_headers", "headers"),
            ("extra_query", "query"),
            ("extra_body", "body"),
        )
        if name in given
    }
    return body, CallOptions(**call) if call else NO_OPTIONS
