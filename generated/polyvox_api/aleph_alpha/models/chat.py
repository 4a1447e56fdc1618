"""Models of Aleph Alpha: chat. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .chat_parts import (
    ChatChoice,
    ChoiceLogprobs,
    FinishReason,
    decode_chat_choice,
    decode_choice_logprobs,
    encode_chat_choice,
    encode_choice_logprobs,
)
from .shared import TokenUsage, decode_token_usage, encode_token_usage

__all__ = [
    "ChatChunkChoice",
    "ChatCompletion",
    "ChatCompletionChunk",
    "ChatDelta",
    "FunctionCallDelta",
    "ToolCallDelta",
]


@define(eq=False, repr=False, weakref_slot=False)
class ChatCompletion(Model):
    """
    An answer.

    Attributes:
        id: Id of the answer.
        object: Always `chat.completion`.
        created: Creation time in seconds since 1970.
        model: Name of the model that answered.
        system_fingerprint: Version of the worker; `.unknown.` or `random` from some.
        choices: The choices, as many as `n`.
        usage: Tokens that a request took.
    """

    choices: list[ChatChoice]
    id: str | Unset = UNSET
    object: str | Unset = UNSET
    created: int | Unset = UNSET
    model: str | Unset = UNSET
    system_fingerprint: str | None | Unset = UNSET
    usage: TokenUsage | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_completion(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatCompletion:
        """The value of a decoded JSON object."""
        return decode_chat_completion(source)


_CHAT_COMPLETION: Final = frozenset(
    {"id", "object", "created", "model", "system_fingerprint", "choices", "usage"}
)


def decode_chat_completion(source: Any) -> ChatCompletion:
    """`ChatCompletion` of decoded JSON."""
    get = source.get
    return ChatCompletion(
        [decode_chat_choice(item) if item.__class__ is dict else item for item in value]
        if (value := source["choices"]).__class__ is list
        else value,
        get("id", UNSET),
        get("object", UNSET),
        get("created", UNSET),
        get("model", UNSET),
        get("system_fingerprint", UNSET),
        decode_token_usage(value) if (value := get("usage", UNSET)).__class__ is dict else value,
        None if source.keys() <= _CHAT_COMPLETION else extra_of(source, _CHAT_COMPLETION),
    )


def encode_chat_completion(value: Any) -> JsonObject:
    """JSON of a `ChatCompletion`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.created) is not UNSET:
        result["created"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.system_fingerprint) is not UNSET:
        result["system_fingerprint"] = item
    item = value.choices
    result["choices"] = (
        [encode_chat_choice(part) if isinstance(part, ChatChoice) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.usage) is not UNSET:
        result["usage"] = encode_token_usage(item) if isinstance(item, TokenUsage) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatCompletionChunk(Model):
    """
    A piece of an answer; a chunk may have no choices, with or without usage.

    Attributes:
        id: Id of the answer, the same in every chunk.
        object: Always `chat.completion.chunk`.
        created: Creation time in seconds since 1970.
        model: Name of the model that answers.
        system_fingerprint: Version of the worker, at the end.
        choices: What is new per choice.
        usage: Tokens that a request took.
    """

    id: str | None | Unset = UNSET
    object: str | None | Unset = UNSET
    created: int | None | Unset = UNSET
    model: str | None | Unset = UNSET
    system_fingerprint: str | None | Unset = UNSET
    choices: list[ChatChunkChoice] | Unset = UNSET
    usage: TokenUsage | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_completion_chunk(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatCompletionChunk:
        """The value of a decoded JSON object."""
        return decode_chat_completion_chunk(source)


_CHAT_COMPLETION_CHUNK: Final = frozenset(
    {"id", "object", "created", "model", "system_fingerprint", "choices", "usage"}
)


def decode_chat_completion_chunk(source: Any) -> ChatCompletionChunk:
    """`ChatCompletionChunk` of decoded JSON."""
    get = source.get
    return ChatCompletionChunk(
        get("id", UNSET),
        get("object", UNSET),
        get("created", UNSET),
        get("model", UNSET),
        get("system_fingerprint", UNSET),
        [decode_chat_chunk_choice(item) if item.__class__ is dict else item for item in value]
        if (value := get("choices", UNSET)).__class__ is list
        else value,
        decode_token_usage(value) if (value := get("usage", UNSET)).__class__ is dict else value,
        None
        if source.keys() <= _CHAT_COMPLETION_CHUNK
        else extra_of(source, _CHAT_COMPLETION_CHUNK),
    )


def encode_chat_completion_chunk(value: Any) -> JsonObject:
    """JSON of a `ChatCompletionChunk`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.created) is not UNSET:
        result["created"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.system_fingerprint) is not UNSET:
        result["system_fingerprint"] = item
    if (item := value.choices) is not UNSET:
        result["choices"] = (
            [
                encode_chat_chunk_choice(part) if isinstance(part, ChatChunkChoice) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.usage) is not UNSET:
        result["usage"] = encode_token_usage(item) if isinstance(item, TokenUsage) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatChunkChoice(Model):
    """
    What is new of one choice.

    Attributes:
        index: Position of the choice.
        delta: What is new of a message; texts are to be joined, tool calls merged by `index`.
        finish_reason: Why an answer ended; `content_filter` stands for every reason that the
            service does not know.
        logprobs: Log probabilities of an answer.
    """

    index: int | Unset = UNSET
    delta: ChatDelta | Unset = UNSET
    finish_reason: FinishReason | None | Unset = UNSET
    logprobs: ChoiceLogprobs | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_chunk_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatChunkChoice:
        """The value of a decoded JSON object."""
        return decode_chat_chunk_choice(source)


_CHAT_CHUNK_CHOICE: Final = frozenset({"index", "delta", "finish_reason", "logprobs"})


def decode_chat_chunk_choice(source: Any) -> ChatChunkChoice:
    """`ChatChunkChoice` of decoded JSON."""
    get = source.get
    return ChatChunkChoice(
        get("index", UNSET),
        decode_chat_delta(value) if (value := get("delta", UNSET)).__class__ is dict else value,
        get("finish_reason", UNSET),
        decode_choice_logprobs(value)
        if (value := get("logprobs", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _CHAT_CHUNK_CHOICE else extra_of(source, _CHAT_CHUNK_CHOICE),
    )


def encode_chat_chunk_choice(value: Any) -> JsonObject:
    """JSON of a `ChatChunkChoice`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.delta) is not UNSET:
        result["delta"] = encode_chat_delta(item) if isinstance(item, ChatDelta) else item
    if (item := value.finish_reason) is not UNSET:
        result["finish_reason"] = item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = (
            encode_choice_logprobs(item) if isinstance(item, ChoiceLogprobs) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatDelta(Model):
    """
    What is new of a message; texts are to be joined, tool calls merged by `index`.

    Attributes:
        role: Always `assistant`, in the first chunk.
        content: Next piece of the text.
        tool_calls: Pieces of tool calls.
        reasoning_content: Next piece of the reasoning, from proxied models; not seen.
        reasoning: Next piece of the reasoning, from other proxied models; not seen.
    """

    role: str | None | Unset = UNSET
    content: str | None | Unset = UNSET
    tool_calls: list[ToolCallDelta] | None | Unset = UNSET
    reasoning_content: str | None | Unset = UNSET
    reasoning: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_delta(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatDelta:
        """The value of a decoded JSON object."""
        return decode_chat_delta(source)


_CHAT_DELTA: Final = frozenset({"role", "content", "tool_calls", "reasoning_content", "reasoning"})


def decode_chat_delta(source: Any) -> ChatDelta:
    """`ChatDelta` of decoded JSON."""
    get = source.get
    return ChatDelta(
        get("role", UNSET),
        get("content", UNSET),
        [decode_tool_call_delta(item) if item.__class__ is dict else item for item in value]
        if (value := get("tool_calls", UNSET)).__class__ is list
        else value,
        get("reasoning_content", UNSET),
        get("reasoning", UNSET),
        None if source.keys() <= _CHAT_DELTA else extra_of(source, _CHAT_DELTA),
    )


def encode_chat_delta(value: Any) -> JsonObject:
    """JSON of a `ChatDelta`."""
    result: JsonObject = {}
    if (item := value.role) is not UNSET:
        result["role"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if (item := value.tool_calls) is not UNSET:
        result["tool_calls"] = (
            [
                encode_tool_call_delta(part) if isinstance(part, ToolCallDelta) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.reasoning_content) is not UNSET:
        result["reasoning_content"] = item
    if (item := value.reasoning) is not UNSET:
        result["reasoning"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolCallDelta(Model):
    """
    A piece of a tool call; id and name come first and once, the arguments after them in fragments.

    Attributes:
        index: Position of the tool call.
        id: Id that the tool message repeats.
        type: Always `function`.
        function: A piece of a function call.
    """

    index: int | Unset = UNSET
    id: str | None | Unset = UNSET
    type: str | None | Unset = UNSET
    function: FunctionCallDelta | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tool_call_delta(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolCallDelta:
        """The value of a decoded JSON object."""
        return decode_tool_call_delta(source)


_TOOL_CALL_DELTA: Final = frozenset({"index", "id", "type", "function"})


def decode_tool_call_delta(source: Any) -> ToolCallDelta:
    """`ToolCallDelta` of decoded JSON."""
    get = source.get
    return ToolCallDelta(
        get("index", UNSET),
        get("id", UNSET),
        get("type", UNSET),
        decode_function_call_delta(value)
        if (value := get("function", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _TOOL_CALL_DELTA else extra_of(source, _TOOL_CALL_DELTA),
    )


def encode_tool_call_delta(value: Any) -> JsonObject:
    """JSON of a `ToolCallDelta`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.function) is not UNSET:
        result["function"] = (
            encode_function_call_delta(item) if isinstance(item, FunctionCallDelta) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionCallDelta(Model):
    """
    A piece of a function call.

    Attributes:
        name: Name of the function.
        arguments: Next fragment of the arguments.
    """

    name: str | None | Unset = UNSET
    arguments: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_call_delta(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionCallDelta:
        """The value of a decoded JSON object."""
        return decode_function_call_delta(source)


_FUNCTION_CALL_DELTA: Final = frozenset({"name", "arguments"})


def decode_function_call_delta(source: Any) -> FunctionCallDelta:
    """`FunctionCallDelta` of decoded JSON."""
    get = source.get
    return FunctionCallDelta(
        get("name", UNSET),
        get("arguments", UNSET),
        None if source.keys() <= _FUNCTION_CALL_DELTA else extra_of(source, _FUNCTION_CALL_DELTA),
    )


def encode_function_call_delta(value: Any) -> JsonObject:
    """JSON of a `FunctionCallDelta`."""
    result: JsonObject = {}
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.arguments) is not UNSET:
        result["arguments"] = item
    if value.extra:
        result.update(value.extra)
    return result
