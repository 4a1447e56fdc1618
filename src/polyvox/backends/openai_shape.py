"""
Chats in the OpenAI shape: chunks merged into one completion, completions read as replies.

Chunks are merged as JSON values, so that whatever a server adds survives into `Reply.raw`. Tool
calls are told apart even where a server leaves out, repeats or collides their indexes.

Source: openai chat completions API; ai-dial SDK 0.46, utils.merge_chunks (custom_content).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from polyvox.backends.growing_text import GrowingText
from polyvox.types import (
    Event,
    Message,
    ReasoningDelta,
    TextDelta,
    ToolCall,
    ToolCallDelta,
    Usage,
    UsageEvent,
)
from polyvox_core.json import dumps
from polyvox_core.model import JsonObject
from polyvox_core.shapes import as_int, as_object, as_objects, as_text, is_array, is_object

__all__ = ["Completion", "check_answered", "first_choice", "merge", "reply_fields", "usage_of"]

# Members of an answered message that the next request carries back.
_SENT_BACK = ("refusal", "custom_content", "function_call", "audio")

# Repeated in every chunk by some servers: the newest counts, they are never joined.
_MESSAGES = frozenset({"delta", "message"})
_REASONING = frozenset({"reasoning_content", "reasoning"})
_ATOMIC = frozenset({"id", "type", "role", "finish_reason", "status", "object"})


def merge(target: JsonObject, source: JsonObject) -> None:
    """
    Merge the delta *source* into *target*.

    Texts are joined, numbers and markers replaced, objects merged by member, and lists whose
    elements have an `index` merged by it; other lists are extended. Nulls change nothing.
    """
    for key, value in source.items():
        old = target.get(key)
        if value is None:
            target.setdefault(key, None)
        elif is_object(value):
            if not is_object(old):
                old = target[key] = {}
            merge(old, value)
        elif is_array(value):
            if not is_array(old):
                old = target[key] = []
            _merge_list(old, value)
        elif isinstance(value, str) and isinstance(old, str) and key not in _ATOMIC:
            target[key] = old + value
        else:
            target[key] = value


def _merge_list(target: list[Any], source: list[Any]) -> None:
    for element in source:
        if not is_object(element):
            target.append(element)
            continue
        index = element.get("index")
        known = [
            one for one in as_objects(target) if index is not None and one.get("index") == index
        ]
        if known:
            merge(known[0], element)
        else:
            new: JsonObject = {}
            merge(new, element)
            target.append(new)


@define
class _CallInProgress:
    """A tool call on its way."""

    index: Any
    id: str = ""
    name: str = ""
    arguments: list[str] = field(factory=list[str])

    def to_dict(self) -> JsonObject:
        """The call as the wire has it."""
        function = {"name": self.name, "arguments": "".join(self.arguments)}
        return {"id": self.id, "type": "function", "function": function}


class _Choice:
    """One choice on its way."""

    def __init__(self) -> None:
        self.texts = GrowingText()
        self.reasoning = GrowingText()
        self.delta: JsonObject = {}
        self.facts: JsonObject = {}
        self.calls: list[_CallInProgress] = []

    def call_for(self, index: Any, call_id: str | None) -> _CallInProgress:
        """
        The tool call that a piece continues, or a new one.

        A new id begins a new call, also under an index that was used before; a piece without an
        id continues the call of its index, or the last one.
        """
        same_index = [c for c in self.calls if index is not None and c.index == index]
        if call_id:
            found = [c for c in self.calls if c.id == call_id] or [
                c for c in same_index if not c.id
            ]
        else:
            found = same_index or ([] if index is not None else self.calls)
        if not found:
            self.calls.append(_CallInProgress(index))
            found = self.calls
        return found[-1]

    def take_call(self, piece: JsonObject, number: int) -> ToolCallDelta:
        """Take in one piece of a tool call."""
        call_id = as_text(piece.get("id"))
        call = self.call_for(piece.get("index"), call_id)
        call.id = call.id or call_id or ""
        function = as_object(piece.get("function"))
        name = as_text(function.get("name")) or ""
        if name != call.name:
            call.name += name
        text = _argument_text(function.get("arguments"))
        call.arguments.append(text)
        position = next(p for p, known in enumerate(self.calls) if known is call)
        return ToolCallDelta(position, call.id, call.name, text, number)

    def message(self) -> JsonObject:
        """The message that the deltas make."""
        message: JsonObject = {"role": "assistant", "content": None, **self.delta}
        if text := str(self.texts):
            message["content"] = text
        if reasoning := str(self.reasoning):
            message["reasoning_content"] = reasoning
        if self.calls:
            message["tool_calls"] = [call.to_dict() for call in self.calls]
        return message


def _argument_text(arguments: Any) -> str:
    if arguments is None or isinstance(arguments, str):
        return arguments or ""
    # Some servers send the arguments as an object.
    return dumps(arguments).decode()


class Completion:
    """
    A completion that grows chunk by chunk; memory grows with the answer, not with the chunks.
    """

    def __init__(self) -> None:
        self._facts: JsonObject = {}
        self._choices: dict[int, _Choice] = {}

    def take(self, chunk: JsonObject) -> list[Event]:
        """
        Merge one *chunk*; gives the events it stands for.

        Every chunk of every chat stream passes here, so what is the same in each is told apart
        with one look-up and one comparison.
        """
        events: list[Event] = []
        facts = self._facts
        usage = None
        for key, value in chunk.items():
            if value is None or facts.get(key) == value:
                continue
            if key == "choices":
                if is_array(value):
                    self._take_choices(value, events)
                continue
            self._take_fact(key, value)
            if key == "usage":
                usage = as_object(value)
        if usage:
            events.append(UsageEvent(usage_of(usage)))
        return events

    def _take_fact(self, key: str, value: Any) -> None:
        old = self._facts.get(key)
        if is_object(old) and is_object(value) and key != "usage":
            merge(old, value)
        elif is_object(value):
            self._facts[key] = new = dict[str, Any]()
            merge(new, value)
        else:
            self._facts[key] = value

    def _take_choices(self, choices: list[Any], events: list[Event]) -> None:
        for position, choice in enumerate(choices):
            if not is_object(choice):
                continue
            number = choice.get("index", position)
            if not isinstance(number, int):
                number = position
            state = self._choices.get(number)
            if state is None:
                state = self._choices[number] = _Choice()
            facts = state.facts
            delta = None
            for key, value in choice.items():
                if key in _MESSAGES:
                    delta = delta or value
                elif key != "index" and (value is not None or key not in facts):
                    merge(facts, {key: value})
            if not delta or not is_object(delta):
                continue
            text = delta.get("content")
            if len(delta) == 1 and text and isinstance(text, str):
                # Nearly every chunk is a piece of text and nothing else: no call for it.
                state.texts.add(text)
                events.append(TextDelta(text, number))
            else:
                self._take_delta(number, state, delta, events)

    def _take_delta(
        self, number: int, state: _Choice, delta: JsonObject, events: list[Event]
    ) -> None:
        rest: JsonObject = {}
        for key, value in delta.items():
            if key == "content" and isinstance(value, str):
                if value:
                    state.texts.add(value)
                    events.append(TextDelta(value, number))
            elif key in _REASONING and isinstance(value, str):
                if value:
                    state.reasoning.add(value)
                    events.append(ReasoningDelta(value, number))
            elif key == "tool_calls" and is_array(value):
                events += [state.take_call(piece, number) for piece in as_objects(value)]
            else:
                rest[key] = value
        if rest:
            merge(state.delta, rest)
            events += self._take_rest(rest)

    def _take_rest(self, rest: JsonObject) -> Iterable[Event]:  # noqa: ARG002 - for subclasses
        """Events of what this backend adds to a delta; none here."""
        return ()

    def to_dict(self) -> JsonObject:
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
    if is_object(value):
        return {key: _without_indexes(inner) for key, inner in value.items()}
    if not is_array(value):
        return value
    return [
        _without_indexes({k: v for k, v in one.items() if k != "index"}) if is_object(one) else one
        for one in value
    ]


def usage_of(usage: JsonObject) -> Usage:
    """Neutral usage of the wire's *usage*."""
    prompt = as_object(usage.get("prompt_tokens_details"))
    completion = as_object(usage.get("completion_tokens_details"))
    return Usage(
        prompt_tokens=as_int(usage.get("prompt_tokens")),
        completion_tokens=as_int(usage.get("completion_tokens")),
        total_tokens=as_int(usage.get("total_tokens")),
        cached_tokens=as_int(prompt.get("cached_tokens")),
        reasoning_tokens=as_int(completion.get("reasoning_tokens")),
    )


def first_choice(completion: JsonObject) -> JsonObject:
    """The first choice of a *completion*; empty without one."""
    choices = as_objects(completion.get("choices"))
    return choices[0] if choices else {}


def check_answered(completion: JsonObject) -> None:
    """
    See that a *completion* holds an answer: every field is optional on the wire, but not all.

    Raises:
        KeyError: It has no choice, or its first choice has no message.
    """
    if not as_objects(completion["choices"]):
        msg = "choices"
        raise KeyError(msg)
    if not is_object(first_choice(completion).get("message")):
        msg = "message"
        raise KeyError(msg)


def reply_fields(completion: JsonObject) -> dict[str, Any]:
    """The fields of a `Reply` that a completion of the OpenAI shape gives: its first choice."""
    choice = first_choice(completion)
    wire = as_object(choice.get("message"))
    content = wire.get("content")
    calls = tuple(_tool_call(call) for call in as_objects(wire.get("tool_calls")))
    usage = as_object(completion.get("usage"))
    return {
        "text": content if isinstance(content, str) else _text_of_parts(content),
        "message": Message(
            role=as_text(wire.get("role")) or "assistant",
            content=content,
            tool_calls=calls,
            extra={name: wire[name] for name in _SENT_BACK if wire.get(name) is not None},
        ),
        "tool_calls": calls,
        "finish_reason": as_text(choice.get("finish_reason")),
        "usage": usage_of(usage) if usage else None,
        "model": as_text(completion.get("model")),
        "reasoning": as_text(wire.get("reasoning_content")) or as_text(wire.get("reasoning")),
        "refusal": as_text(wire.get("refusal")),
        "id": as_text(completion.get("id")),
    }


def _text_of_parts(content: Any) -> str:
    return "".join(as_text(part.get("text")) or "" for part in as_objects(content))


def _tool_call(call: JsonObject) -> ToolCall:
    function = as_object(call.get("function"))
    return ToolCall(
        id=as_text(call.get("id")) or "",
        name=as_text(function.get("name")) or "",
        arguments=_argument_text(function.get("arguments")),
    )
