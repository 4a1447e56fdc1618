"""Models of OpenAI: chat. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .chat_parts_2 import (
    ChatAudio,
    ChoiceLogprobs,
    CompletionUsage,
    FinishReason,
    FunctionCallDelta,
    ToolCallDelta,
    decode_chat_audio,
    decode_choice_logprobs,
    decode_completion_usage,
    decode_function_call_delta,
    decode_tool_call_delta,
    encode_chat_audio,
    encode_choice_logprobs,
    encode_completion_usage,
    encode_function_call_delta,
    encode_tool_call_delta,
)
from .shared import OpenObject

__all__ = [
    "ChatChunkChoice",
    "ChatCompletionChunk",
    "ChatDelta",
]


@define(eq=False, repr=False, weakref_slot=False)
class ChatCompletionChunk(Model):
    """
    A piece of an answer; a chunk may lack choices, have none, or have null, when it only carries
    usage.

    Attributes:
        id: Id of the answer, the same in every chunk.
        object: Kind of the object, `chat.completion.chunk`.
        created: Creation time in seconds since 1970.
        model: Name of the model that answers.
        choices: What is new per choice.
        usage: Tokens that a call consumed.
        service_tier: Tier that serves the call.
        system_fingerprint: Fingerprint of the serving configuration.
        provider: Provider that answers (OpenRouter).
        obfuscation: Padding that hides the length of the text (OpenAI); to be ignored.
    """

    id: str | None | Unset = UNSET
    object: str | None | Unset = UNSET
    created: int | None | Unset = UNSET
    model: str | None | Unset = UNSET
    choices: list[ChatChunkChoice] | None | Unset = UNSET
    usage: CompletionUsage | None | Unset = UNSET
    service_tier: str | None | Unset = UNSET
    system_fingerprint: str | None | Unset = UNSET
    provider: str | None | Unset = UNSET
    obfuscation: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_completion_chunk(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatCompletionChunk:
        """The value of a decoded JSON object."""
        return decode_chat_completion_chunk(source)


_CHAT_COMPLETION_CHUNK: Final = frozenset(
    {
        "id",
        "object",
        "created",
        "model",
        "choices",
        "usage",
        "service_tier",
        "system_fingerprint",
        "provider",
        "obfuscation",
    }
)


def decode_chat_completion_chunk(source: Any) -> ChatCompletionChunk:
    """`ChatCompletionChunk` of decoded JSON."""
    get = source.get
    return ChatCompletionChunk(
        get("id", UNSET),
        get("object", UNSET),
        get("created", UNSET),
        get("model", UNSET),
        [decode_chat_chunk_choice(item) if item.__class__ is dict else item for item in value]
        if (value := get("choices", UNSET)).__class__ is list
        else value,
        decode_completion_usage(value)
        if (value := get("usage", UNSET)).__class__ is dict
        else value,
        get("service_tier", UNSET),
        get("system_fingerprint", UNSET),
        get("provider", UNSET),
        get("obfuscation", UNSET),
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
        result["usage"] = (
            encode_completion_usage(item) if isinstance(item, CompletionUsage) else item
        )
    if (item := value.service_tier) is not UNSET:
        result["service_tier"] = item
    if (item := value.system_fingerprint) is not UNSET:
        result["system_fingerprint"] = item
    if (item := value.provider) is not UNSET:
        result["provider"] = item
    if (item := value.obfuscation) is not UNSET:
        result["obfuscation"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatChunkChoice(Model):
    """
    What is new of one choice.

    Attributes:
        index: Position of the choice; 0 when left out.
        delta: What is new of a message; texts are to be joined, tool calls merged by `index`.
        logprobs: Log probabilities of the tokens of an answer.
        finish_reason: Why an answer ended; `error` comes from OpenRouter, beside an error object.
        native_finish_reason: Why the answer ended, in the words of the provider (OpenRouter).
        stop_reason: Text or token at which the answer ended (vLLM).
    """

    index: int | None | Unset = UNSET
    delta: ChatDelta | Unset = UNSET
    logprobs: ChoiceLogprobs | None | Unset = UNSET
    finish_reason: FinishReason | None | Unset = UNSET
    native_finish_reason: str | None | Unset = UNSET
    stop_reason: str | int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_chunk_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatChunkChoice:
        """The value of a decoded JSON object."""
        return decode_chat_chunk_choice(source)


_CHAT_CHUNK_CHOICE: Final = frozenset(
    {"index", "delta", "logprobs", "finish_reason", "native_finish_reason", "stop_reason"}
)


def decode_chat_chunk_choice(source: Any) -> ChatChunkChoice:
    """`ChatChunkChoice` of decoded JSON."""
    get = source.get
    return ChatChunkChoice(
        get("index", UNSET),
        decode_chat_delta(value) if (value := get("delta", UNSET)).__class__ is dict else value,
        decode_choice_logprobs(value)
        if (value := get("logprobs", UNSET)).__class__ is dict
        else value,
        get("finish_reason", UNSET),
        get("native_finish_reason", UNSET),
        get("stop_reason", UNSET),
        None if source.keys() <= _CHAT_CHUNK_CHOICE else extra_of(source, _CHAT_CHUNK_CHOICE),
    )


def encode_chat_chunk_choice(value: Any) -> JsonObject:
    """JSON of a `ChatChunkChoice`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.delta) is not UNSET:
        result["delta"] = encode_chat_delta(item) if isinstance(item, ChatDelta) else item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = (
            encode_choice_logprobs(item) if isinstance(item, ChoiceLogprobs) else item
        )
    if (item := value.finish_reason) is not UNSET:
        result["finish_reason"] = item
    if (item := value.native_finish_reason) is not UNSET:
        result["native_finish_reason"] = item
    if (item := value.stop_reason) is not UNSET:
        result["stop_reason"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatDelta(Model):
    """
    What is new of a message; texts are to be joined, tool calls merged by `index`.

    Attributes:
        role: Role of the author, in the first chunk; some servers repeat it.
        content: Next piece of the text.
        refusal: Next piece of the refusal.
        reasoning_content: Next piece of the reasoning (llama.cpp, LM Studio, LiteLLM, older vLLM).
        reasoning: Next piece of the reasoning (OpenRouter, newer vLLM).
        reasoning_details: Next pieces of the reasoning, in parts (OpenRouter).
        annotations: Citations in the text.
        audio: A spoken answer, or a piece of one.
        tool_calls: Pieces of tool calls.
        function_call: A piece of a function call.
    """

    role: str | None | Unset = UNSET
    content: str | None | Unset = UNSET
    refusal: str | None | Unset = UNSET
    reasoning_content: str | None | Unset = UNSET
    reasoning: str | None | Unset = UNSET
    reasoning_details: list[OpenObject] | None | Unset = UNSET
    annotations: list[OpenObject] | None | Unset = UNSET
    audio: ChatAudio | None | Unset = UNSET
    tool_calls: list[ToolCallDelta] | None | Unset = UNSET
    function_call: FunctionCallDelta | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_delta(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatDelta:
        """The value of a decoded JSON object."""
        return decode_chat_delta(source)


_CHAT_DELTA: Final = frozenset(
    {
        "role",
        "content",
        "refusal",
        "reasoning_content",
        "reasoning",
        "reasoning_details",
        "annotations",
        "audio",
        "tool_calls",
        "function_call",
    }
)


def decode_chat_delta(source: Any) -> ChatDelta:
    """`ChatDelta` of decoded JSON."""
    get = source.get
    return ChatDelta(
        get("role", UNSET),
        get("content", UNSET),
        get("refusal", UNSET),
        get("reasoning_content", UNSET),
        get("reasoning", UNSET),
        get("reasoning_details", UNSET),
        get("annotations", UNSET),
        decode_chat_audio(value) if (value := get("audio", UNSET)).__class__ is dict else value,
        [decode_tool_call_delta(item) if item.__class__ is dict else item for item in value]
        if (value := get("tool_calls", UNSET)).__class__ is list
        else value,
        decode_function_call_delta(value)
        if (value := get("function_call", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _CHAT_DELTA else extra_of(source, _CHAT_DELTA),
    )


def encode_chat_delta(value: Any) -> JsonObject:
    """JSON of a `ChatDelta`."""
    result: JsonObject = {}
    if (item := value.role) is not UNSET:
        result["role"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if (item := value.refusal) is not UNSET:
        result["refusal"] = item
    if (item := value.reasoning_content) is not UNSET:
        result["reasoning_content"] = item
    if (item := value.reasoning) is not UNSET:
        result["reasoning"] = item
    if (item := value.reasoning_details) is not UNSET:
        result["reasoning_details"] = item
    if (item := value.annotations) is not UNSET:
        result["annotations"] = item
    if (item := value.audio) is not UNSET:
        result["audio"] = encode_chat_audio(item) if isinstance(item, ChatAudio) else item
    if (item := value.tool_calls) is not UNSET:
        result["tool_calls"] = (
            [
                encode_tool_call_delta(part) if isinstance(part, ToolCallDelta) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.function_call) is not UNSET:
        result["function_call"] = (
            encode_function_call_delta(item) if isinstance(item, FunctionCallDelta) else item
        )
    if value.extra:
        result.update(value.extra)
    return result
