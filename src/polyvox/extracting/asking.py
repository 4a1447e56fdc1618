"""
The words of an extraction: how a model is told the schema, and what is wrong with its answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from attrs import evolve

from polyvox.extracting.wanted import Schema
from polyvox.parts import Part
from polyvox.types import Message
from polyvox_core.errors import ExtractError
from polyvox_core.json import dumps

__all__ = ["corrected", "instructed", "messages_in"]

_INSTRUCTION = (
    "Answer with one JSON object and nothing else: no explanation, no code fence. "
    "It must fit this JSON Schema:\n{schema}"
)
_CORRECTION = (
    "That answer is not what was asked for: {fault}. "
    "Give the whole JSON object again, corrected, and nothing else."
)


def messages_in(chat: Any) -> list[Any]:
    """The messages of *chat*; what is none is left for the client to refuse."""
    if isinstance(chat, str | Part):
        return [Message("user", chat)]
    # A message of another library may be iterable too.
    quacks = hasattr(chat, "role") and hasattr(chat, "content")
    if quacks or isinstance(chat, Mapping) or not isinstance(chat, Iterable):
        return [chat]
    listed: list[Any] = [*chat]
    bare = listed and all(map(_is_bare, listed))
    return [Message("user", listed)] if bare else listed


def _is_bare(one: Any) -> bool:
    """Whether *one* is the content of a message, and no message."""
    return isinstance(one, str | Part) or (isinstance(one, Mapping) and "role" not in one)


def instructed(messages: list[Any], schema: Schema[Any]) -> list[Any]:
    """The *messages* with the schema told at the end of the last one, when it is the user's."""
    text = _INSTRUCTION.format(schema=dumps(schema.schema).decode())
    if not messages:
        return []
    last = messages[-1]
    if isinstance(last, Message) and last.role == "user":
        return [*messages[:-1], evolve(last, content=_extended(last.content, text))]
    if isinstance(last, Mapping):
        given = cast("Mapping[str, Any]", last)
        if given.get("role") == "user":
            return [*messages[:-1], {**given, "content": _extended(given.get("content"), text)}]
    return [*messages, Message("user", text)]


def _extended(content: Any, text: str) -> Any:
    """A message's *content* with a *text* at its end; other parts stay as they are."""
    if isinstance(content, str):
        return f"{content}\n\n{text}"
    listed: list[Any] = [*content] if isinstance(content, Sequence) else [content]
    return [*listed, {"type": "text", "text": text}] if content else text


def corrected(messages: list[Any], error: ExtractError) -> list[Any]:
    """The *messages* with the answer that did not fit, and what was wrong with it."""
    fault = "; ".join(error.faults) or "it holds no JSON object"
    answer = [error.reply.message] if error.raw else []
    return [*messages, *answer, Message("user", _CORRECTION.format(fault=fault))]
