"""
Chats in the OpenAI shape: chunks merged into one completion, completions read as replies.

Chunks are merged as JSON values, so that whatever a server adds survives into `Reply.raw`. Tool
calls are told apart even where a server leaves out, repeats or collides their indexes.

Source: openai chat completions API; ai-dial SDK 0.46, utils.merge_chunks (custom_content).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

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

__all__ = ["Completion", "merge", "reply_fields", "usage_of"]

R = TypeVar("R", bound=Reply)

# Repeated in every chunk by some servers: the newest counts, they are never joined.
_ATOMIC = frozenset({"id", "type", "role", "finish_reason", "status", "object"})


def merge(target: dict[str, Any], source: Mapping[str, Any]) -> None:
    """
    Merge the delta *source* into *target*.

    Texts are joined, numbers and markers replaced, objects merged by member, and lists whose
    elements have an `index` merged by it; other lists are extended. Nulls change nothing.
    """
    for key, value in source.items():
        old = target.get(key)
        if value is None:
            target.setdefault(key, None)
        elif isinstance(value, Mapping):
            if not isinstance(old, dict):
                old = target[key] = {}
            merge(old, value)
        elif isinstance(value, list):
            if not isinstance(old, list):
                old = target[key] = []
            _merge_list(old, value)
        elif isinstance(value, str) and isinstance(old, str) and key not in _ATOMIC:
            target[key] = old + value
        else:
            target[key] = value


def _merge_list(target: list[Any], source: list[Any]) -> None:
    for element in source:
        if not isinstance(element, Mapping):
            target.append(element)
            continue
        index = element.get("index")
        old = next(
            (
                t
                for t in target
                if index is not None and isinstance(t, dict) and t.get("index") == index
            ),
            None,
        )
        if old is None:
            target.append(old := {})
        merge(old, element)


class _Choice:
    """One choice on its way."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.reasoning: list[str] = []
        self.delta: dict[str, Any] = {}
        self.facts: dict[str, Any] = {}
        self.calls: list[dict[str, Any]] = []

    def call_for(self, piece: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
        """
        The tool call that *piece* continues, or a new one.

        A new id begins a new call, also under an index that was used before; a piece without an
        id continues the call of its index, or the last one.
        """
        index, call_id = piece.get("index"), piece.get("id")
        same_index = [c for c in self.calls if index is not None and c["index"] == index]
        if call_id:
            known = [c for c in self.calls if c["id"] == call_id]
            blank = [c for c in same_index if not c["id"]]
            found = known or blank
        else:
            found = same_index or ([] if index is not None else self.calls)
        if found:
            call = found[-1]
        else:
            call = {"index": index, "id": "", "type": "function", "name": "", "arguments": []}
            self.calls.append(call)
        return self.calls.index(call), call

    def take_call(self, piece: Mapping[str, Any], number: int) -> ToolCallDelta:
        """Take in one piece of a tool call."""
        position, call = self.call_for(piece)
        call["id"] = call["id"] or piece.get("id") or ""
        function = piece.get("function") or {}
        name, arguments = function.get("name") or "", function.get("arguments")
        if name and name != call["name"]:
            call["name"] += name
        text = _argument_text(arguments)
        call["arguments"].append(text)
        return ToolCallDelta(position, call["id"], call["name"], text, number)

    def message(self) -> dict[str, Any]:
        """The message that the deltas make."""
        message: dict[str, Any] = {"role": "assistant", "content": None, **self.delta}
        if self.texts:
            message["content"] = "".join(self.texts)
        if self.reasoning:
            message["reasoning_content"] = "".join(self.reasoning)
        if self.calls:
            message["tool_calls"] = [
                {
                    "id": call["id"],
                    "type": "function",
                    "function": {"name": call["name"], "arguments": "".join(call["arguments"])},
                }
                for call in self.calls
            ]
        return message


def _argument_text(arguments: Any) -> str:
    if arguments is None:
        return ""
    if isinstance(arguments, str):
        return arguments
    from polyvox_core.json import dumps  # noqa: PLC0415 - rare: servers that send objects

    return dumps(arguments).decode()


class Completion:
    """
    A completion that grows chunk by chunk; memory grows with the answer, not with the chunks.
    """

    def __init__(self) -> None:
        self._facts: dict[str, Any] = {}
        self._choices: dict[int, _Choice] = {}

    def take(self, chunk: Mapping[str, Any]) -> Iterator[Event]:
        """Merge one *chunk*; gives the events it stands for."""
        for key, value in chunk.items():
            if key != "choices" and value is not None:
                self._take_fact(key, value)
        for position, choice in enumerate(chunk.get("choices") or ()):
            yield from self._take_choice(position, choice)
        if usage := chunk.get("usage"):
            yield UsageEvent(usage_of(usage))

    def _take_fact(self, key: str, value: Any) -> None:
        old = self._facts.get(key)
        if isinstance(old, dict) and isinstance(value, Mapping) and key != "usage":
            merge(old, value)
        elif isinstance(value, Mapping):
            self._facts[key] = {}
            merge(self._facts[key], value)
        else:
            self._facts[key] = value

    def _take_choice(self, position: int, choice: Mapping[str, Any]) -> Iterator[Event]:
        number = choice.get("index", position)
        state = self._choices.get(number)
        if state is None:
            state = self._choices[number] = _Choice()
        for key, value in choice.items():
            if key not in {"index", "delta", "message"}:
                merge(state.facts, {key: value})
        delta = choice.get("delta") or choice.get("message") or {}
        yield from self._take_delta(number, state, delta)

    def _take_delta(self, number: int, state: _Choice, delta: Mapping[str, Any]) -> Iterator[Event]:
        rest: dict[str, Any] = {}
        for key, value in delta.items():
            if key == "content" and isinstance(value, str):
                if value:
                    state.texts.append(value)
                    yield TextDelta(value, number)
            elif key in {"reasoning_content", "reasoning"} and isinstance(value, str):
                if value:
                    state.reasoning.append(value)
                    yield ReasoningDelta(value, number)
            elif key == "tool_calls" and isinstance(value, list):
                for piece in value:
                    yield state.take_call(piece, number)
            else:
                rest[key] = value
        if rest:
            merge(state.delta, rest)

    def to_dict(self) -> dict[str, Any]:
        """The completion so far, in the shape of an answer that was not streamed."""
        choices = [
            {
                "index": number,
                "message": _without_indexes(state.message()),
                "finish_reason": None,
                **state.facts,
            }
            for number, state in sorted(self._choices.items())
        ]
        facts = {key: _without_indexes(value) for key, value in self._facts.items()}
        return {**facts, "object": "chat.completion", "choices": choices}


def _without_indexes(value: Any) -> Any:
    """The *value* without the `index` members that only order the elements of lists."""
    if isinstance(value, dict):
        return {key: _without_indexes(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [
            _without_indexes({k: v for k, v in element.items() if k != "index"})
            if isinstance(element, dict)
            else element
            for element in value
        ]
    return value


def usage_of(usage: Mapping[str, Any] | None) -> Usage:
    """Neutral usage of the wire's *usage*."""
    usage = usage or {}
    prompt = usage.get("prompt_tokens_details") or {}
    completion = usage.get("completion_tokens_details") or {}
    return Usage(
        prompt_tokens=usage.get("prompt_tokens"),
        completion_tokens=usage.get("completion_tokens"),
        total_tokens=usage.get("total_tokens"),
        cached_tokens=prompt.get("cached_tokens"),
        reasoning_tokens=completion.get("reasoning_tokens"),
    )


def reply_fields(completion: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a `Reply` that a completion of the OpenAI shape gives: its first choice."""
    choices = completion.get("choices") or [{}]
    choice = choices[0]
    wire = choice.get("message") or {}
    content = wire.get("content")
    text = content if isinstance(content, str) else _text_of_parts(content)
    calls = tuple(_tool_call(call) for call in wire.get("tool_calls") or ())
    known = {"role", "content", "tool_calls", "name"}
    sent_back = {"refusal", "custom_content", "function_call", "audio"}
    extra = {k: v for k, v in wire.items() if k in sent_back - known and v is not None}
    return {
        "text": text,
        "message": Message(
            role=wire.get("role") or "assistant", content=content, tool_calls=calls, extra=extra
        ),
        "tool_calls": calls,
        "finish_reason": choice.get("finish_reason"),
        "usage": usage_of(completion["usage"]) if completion.get("usage") else None,
        "model": completion.get("model"),
        "reasoning": wire.get("reasoning_content") or wire.get("reasoning"),
        "refusal": wire.get("refusal"),
        "id": completion.get("id"),
    }


def _text_of_parts(content: Any) -> str:
    parts = content if isinstance(content, list) else ()
    return "".join(part.get("text") or "" for part in parts if isinstance(part, Mapping))


def _tool_call(call: Mapping[str, Any]) -> ToolCall:
    function = call.get("function") or {}
    return ToolCall(
        id=call.get("id") or "",
        name=function.get("name") or "",
        arguments=_argument_text(function.get("arguments")),
    )
