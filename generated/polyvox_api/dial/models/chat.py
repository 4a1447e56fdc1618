"""Models of AI DIAL: chat. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_chat import (
    CompletionUsage,
    FinishReason,
    decode_completion_usage,
    encode_completion_usage,
)
from .shared_chat_parts import (
    CustomContent,
    FunctionCall,
    MessageSkill,
    OpenObject,
    StageStatus,
    ToolCall,
    decode_custom_content,
    decode_function_call,
    decode_message_skill,
    decode_tool_call,
    encode_custom_content,
    encode_function_call,
    encode_message_skill,
    encode_tool_call,
)

__all__ = [
    "AttachmentDelta",
    "CachePolicy",
    "ChatAnswerMessage",
    "ChatChoice",
    "ChatChunkChoice",
    "ChatCompletion",
    "ChatCompletionChunk",
    "ChatDelta",
    "ChatStatistics",
    "ChatStatisticsDelta",
    "ChoiceLogprobs",
    "CustomContentDelta",
    "FunctionCallDelta",
    "StageDelta",
    "TokenLogprob",
    "ToolCallDelta",
    "TopLogprob",
    "UsagePerModel",
    "UsagePerModelDelta",
]


CachePolicy: TypeAlias = Literal["availability-priority", "cache-priority"] | str
"""What Core prefers when it picks an upstream for a cached prompt."""


@define(eq=False, repr=False, weakref_slot=False)
class ChatCompletion(Model):
    """
    The whole answer. Deployments differ in what they send, so every field is optional.

    Attributes:
        id: Id of the answer; a rating names it.
        object: Kind of the object, `chat.completion`.
        created: Creation time in seconds since 1970.
        model: Name of the model that answered.
        choices: The answers, usually one.
        usage: Tokens that a call consumed.
        statistics: Usage per model behind an application, and what was cut from the prompt.
        system_fingerprint: Fingerprint of the serving configuration.
    """

    id: str | None | Unset = UNSET
    object: str | None | Unset = UNSET
    created: int | None | Unset = UNSET
    model: str | None | Unset = UNSET
    choices: list[ChatChoice] | Unset = UNSET
    usage: CompletionUsage | None | Unset = UNSET
    statistics: ChatStatistics | None | Unset = UNSET
    system_fingerprint: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_completion(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatCompletion:
        """The value of a decoded JSON object."""
        return decode_chat_completion(source)


_CHAT_COMPLETION: Final = frozenset(
    {"id", "object", "created", "model", "choices", "usage", "statistics", "system_fingerprint"}
)


def decode_chat_completion(source: Any) -> ChatCompletion:
    """`ChatCompletion` of decoded JSON."""
    get = source.get
    return ChatCompletion(
        get("id", UNSET),
        get("object", UNSET),
        get("created", UNSET),
        get("model", UNSET),
        [decode_chat_choice(item) if item.__class__ is dict else item for item in value]
        if (value := get("choices", UNSET)).__class__ is list
        else value,
        decode_completion_usage(value)
        if (value := get("usage", UNSET)).__class__ is dict
        else value,
        decode_chat_statistics(value)
        if (value := get("statistics", UNSET)).__class__ is dict
        else value,
        get("system_fingerprint", UNSET),
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
    if (item := value.choices) is not UNSET:
        result["choices"] = (
            [encode_chat_choice(part) if isinstance(part, ChatChoice) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.usage) is not UNSET:
        result["usage"] = (
            encode_completion_usage(item) if isinstance(item, CompletionUsage) else item
        )
    if (item := value.statistics) is not UNSET:
        result["statistics"] = (
            encode_chat_statistics(item) if isinstance(item, ChatStatistics) else item
        )
    if (item := value.system_fingerprint) is not UNSET:
        result["system_fingerprint"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatChoice(Model):
    """
    One of the answers.

    Attributes:
        index: Position among the choices.
        message: The message that a deployment answered with.
        logprobs: Log probabilities of the tokens of an answer.
        finish_reason: Why an answer ended.
    """

    index: int | Unset = UNSET
    message: ChatAnswerMessage | Unset = UNSET
    logprobs: ChoiceLogprobs | None | Unset = UNSET
    finish_reason: FinishReason | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatChoice:
        """The value of a decoded JSON object."""
        return decode_chat_choice(source)


_CHAT_CHOICE: Final = frozenset({"index", "message", "logprobs", "finish_reason"})


def decode_chat_choice(source: Any) -> ChatChoice:
    """`ChatChoice` of decoded JSON."""
    get = source.get
    return ChatChoice(
        get("index", UNSET),
        decode_chat_answer_message(value)
        if (value := get("message", UNSET)).__class__ is dict
        else value,
        decode_choice_logprobs(value)
        if (value := get("logprobs", UNSET)).__class__ is dict
        else value,
        get("finish_reason", UNSET),
        None if source.keys() <= _CHAT_CHOICE else extra_of(source, _CHAT_CHOICE),
    )


def encode_chat_choice(value: Any) -> JsonObject:
    """JSON of a `ChatChoice`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.message) is not UNSET:
        result["message"] = (
            encode_chat_answer_message(item) if isinstance(item, ChatAnswerMessage) else item
        )
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = (
            encode_choice_logprobs(item) if isinstance(item, ChoiceLogprobs) else item
        )
    if (item := value.finish_reason) is not UNSET:
        result["finish_reason"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatAnswerMessage(Model):
    """
    The message that a deployment answered with.

    Attributes:
        role: Role of the author, `assistant`.
        content: Text of the answer; null beside tool calls.
        refusal: Why the model refused.
        reasoning_content: What the model thought, where it tells.
        tool_calls: Tools to run.
        function_call: Name of a function and its arguments.
        custom_content: DIAL's own content of an answer, also sent back when the conversation goes
            on.
    """

    role: str | None | Unset = UNSET
    content: str | None | Unset = UNSET
    refusal: str | None | Unset = UNSET
    reasoning_content: str | None | Unset = UNSET
    tool_calls: list[ToolCall] | None | Unset = UNSET
    function_call: FunctionCall | None | Unset = UNSET
    custom_content: CustomContent | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_answer_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatAnswerMessage:
        """The value of a decoded JSON object."""
        return decode_chat_answer_message(source)


_CHAT_ANSWER_MESSAGE: Final = frozenset(
    {
        "role",
        "content",
        "refusal",
        "reasoning_content",
        "tool_calls",
        "function_call",
        "custom_content",
    }
)


def decode_chat_answer_message(source: Any) -> ChatAnswerMessage:
    """`ChatAnswerMessage` of decoded JSON."""
    get = source.get
    return ChatAnswerMessage(
        get("role", UNSET),
        get("content", UNSET),
        get("refusal", UNSET),
        get("reasoning_content", UNSET),
        [decode_tool_call(item) if item.__class__ is dict else item for item in value]
        if (value := get("tool_calls", UNSET)).__class__ is list
        else value,
        decode_function_call(value)
        if (value := get("function_call", UNSET)).__class__ is dict
        else value,
        decode_custom_content(value)
        if (value := get("custom_content", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _CHAT_ANSWER_MESSAGE else extra_of(source, _CHAT_ANSWER_MESSAGE),
    )


def encode_chat_answer_message(value: Any) -> JsonObject:
    """JSON of a `ChatAnswerMessage`."""
    result: JsonObject = {}
    if (item := value.role) is not UNSET:
        result["role"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if (item := value.refusal) is not UNSET:
        result["refusal"] = item
    if (item := value.reasoning_content) is not UNSET:
        result["reasoning_content"] = item
    if (item := value.tool_calls) is not UNSET:
        result["tool_calls"] = (
            [encode_tool_call(part) if isinstance(part, ToolCall) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.function_call) is not UNSET:
        result["function_call"] = (
            encode_function_call(item) if isinstance(item, FunctionCall) else item
        )
    if (item := value.custom_content) is not UNSET:
        result["custom_content"] = (
            encode_custom_content(item) if isinstance(item, CustomContent) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChoiceLogprobs(Model):
    """
    Log probabilities of the tokens of an answer.

    Attributes:
        content: One entry per token of the text.
        refusal: One entry per token of the refusal.
    """

    content: list[TokenLogprob] | None | Unset = UNSET
    refusal: list[TokenLogprob] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_choice_logprobs(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChoiceLogprobs:
        """The value of a decoded JSON object."""
        return decode_choice_logprobs(source)


_CHOICE_LOGPROBS: Final = frozenset({"content", "refusal"})


def decode_choice_logprobs(source: Any) -> ChoiceLogprobs:
    """`ChoiceLogprobs` of decoded JSON."""
    get = source.get
    return ChoiceLogprobs(
        [decode_token_logprob(item) if item.__class__ is dict else item for item in value]
        if (value := get("content", UNSET)).__class__ is list
        else value,
        [decode_token_logprob(item) if item.__class__ is dict else item for item in value]
        if (value := get("refusal", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _CHOICE_LOGPROBS else extra_of(source, _CHOICE_LOGPROBS),
    )


def encode_choice_logprobs(value: Any) -> JsonObject:
    """JSON of a `ChoiceLogprobs`."""
    result: JsonObject = {}
    if (item := value.content) is not UNSET:
        result["content"] = (
            [
                encode_token_logprob(part) if isinstance(part, TokenLogprob) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.refusal) is not UNSET:
        result["refusal"] = (
            [
                encode_token_logprob(part) if isinstance(part, TokenLogprob) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenLogprob(Model):
    """
    A token, its log probability and the likeliest alternatives.

    Attributes:
        token: Text of the token.
        logprob: Natural logarithm of its probability.
        bytes_: UTF-8 bytes of the token.
        top_logprobs: The likeliest tokens at this place.
    """

    token: str
    logprob: float
    bytes_: list[int] | None | Unset = UNSET
    top_logprobs: list[TopLogprob] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_token_logprob(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenLogprob:
        """The value of a decoded JSON object."""
        return decode_token_logprob(source)


_TOKEN_LOGPROB: Final = frozenset({"token", "logprob", "bytes", "top_logprobs"})


def decode_token_logprob(source: Any) -> TokenLogprob:
    """`TokenLogprob` of decoded JSON."""
    get = source.get
    return TokenLogprob(
        source["token"],
        source["logprob"],
        get("bytes", UNSET),
        [decode_top_logprob(item) if item.__class__ is dict else item for item in value]
        if (value := get("top_logprobs", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _TOKEN_LOGPROB else extra_of(source, _TOKEN_LOGPROB),
    )


def encode_token_logprob(value: Any) -> JsonObject:
    """JSON of a `TokenLogprob`."""
    result: JsonObject = {}
    result["token"] = value.token
    result["logprob"] = value.logprob
    if (item := value.bytes_) is not UNSET:
        result["bytes"] = item
    if (item := value.top_logprobs) is not UNSET:
        result["top_logprobs"] = (
            [encode_top_logprob(part) if isinstance(part, TopLogprob) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TopLogprob(Model):
    """
    An alternative token and its log probability.

    Attributes:
        token: Text of the token.
        logprob: Natural logarithm of its probability.
        bytes_: UTF-8 bytes of the token.
    """

    token: str
    logprob: float
    bytes_: list[int] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_top_logprob(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TopLogprob:
        """The value of a decoded JSON object."""
        return decode_top_logprob(source)


_TOP_LOGPROB: Final = frozenset({"token", "logprob", "bytes"})


def decode_top_logprob(source: Any) -> TopLogprob:
    """`TopLogprob` of decoded JSON."""
    get = source.get
    return TopLogprob(
        source["token"],
        source["logprob"],
        get("bytes", UNSET),
        None if source.keys() <= _TOP_LOGPROB else extra_of(source, _TOP_LOGPROB),
    )


def encode_top_logprob(value: Any) -> JsonObject:
    """JSON of a `TopLogprob`."""
    result: JsonObject = {}
    result["token"] = value.token
    result["logprob"] = value.logprob
    if (item := value.bytes_) is not UNSET:
        result["bytes"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatStatistics(Model):
    """
    Usage per model behind an application, and what was cut from the prompt.

    Attributes:
        usage_per_model: One entry per model that was called.
        discarded_messages: Indices of the messages that were dropped; only with
            `max_prompt_tokens`.
    """

    usage_per_model: list[UsagePerModel] | Unset = UNSET
    discarded_messages: list[int] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_statistics(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatStatistics:
        """The value of a decoded JSON object."""
        return decode_chat_statistics(source)


_CHAT_STATISTICS: Final = frozenset({"usage_per_model", "discarded_messages"})


def decode_chat_statistics(source: Any) -> ChatStatistics:
    """`ChatStatistics` of decoded JSON."""
    get = source.get
    return ChatStatistics(
        [decode_usage_per_model(item) if item.__class__ is dict else item for item in value]
        if (value := get("usage_per_model", UNSET)).__class__ is list
        else value,
        get("discarded_messages", UNSET),
        None if source.keys() <= _CHAT_STATISTICS else extra_of(source, _CHAT_STATISTICS),
    )


def encode_chat_statistics(value: Any) -> JsonObject:
    """JSON of a `ChatStatistics`."""
    result: JsonObject = {}
    if (item := value.usage_per_model) is not UNSET:
        result["usage_per_model"] = (
            [
                encode_usage_per_model(part) if isinstance(part, UsagePerModel) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.discarded_messages) is not UNSET:
        result["discarded_messages"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class UsagePerModel(Model):
    """
    Tokens that one model consumed.

    Attributes:
        model: Name of the model.
        prompt_tokens: Tokens of the prompt.
        completion_tokens: Tokens of the answer.
        total_tokens: Both together.
    """

    model: str | None | Unset = UNSET
    prompt_tokens: int | None | Unset = UNSET
    completion_tokens: int | None | Unset = UNSET
    total_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_usage_per_model(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UsagePerModel:
        """The value of a decoded JSON object."""
        return decode_usage_per_model(source)


_USAGE_PER_MODEL: Final = frozenset({"model", "prompt_tokens", "completion_tokens", "total_tokens"})


def decode_usage_per_model(source: Any) -> UsagePerModel:
    """`UsagePerModel` of decoded JSON."""
    get = source.get
    return UsagePerModel(
        get("model", UNSET),
        get("prompt_tokens", UNSET),
        get("completion_tokens", UNSET),
        get("total_tokens", UNSET),
        None if source.keys() <= _USAGE_PER_MODEL else extra_of(source, _USAGE_PER_MODEL),
    )


def encode_usage_per_model(value: Any) -> JsonObject:
    """JSON of a `UsagePerModel`."""
    result: JsonObject = {}
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.prompt_tokens) is not UNSET:
        result["prompt_tokens"] = item
    if (item := value.completion_tokens) is not UNSET:
        result["completion_tokens"] = item
    if (item := value.total_tokens) is not UNSET:
        result["total_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatCompletionChunk(Model):
    """
    A piece of an answer; a chunk may lack choices, or have none, when it only carries usage.

    Attributes:
        id: Id of the answer, the same in every chunk.
        object: Kind of the object, `chat.completion.chunk`.
        created: Creation time in seconds since 1970.
        model: Name of the model that answers.
        choices: What is new per choice.
        usage: Tokens that a call consumed.
        statistics: Statistics as a chunk carries them.
        system_fingerprint: Fingerprint of the serving configuration.
    """

    id: str | None | Unset = UNSET
    object: str | None | Unset = UNSET
    created: int | None | Unset = UNSET
    model: str | None | Unset = UNSET
    choices: list[ChatChunkChoice] | Unset = UNSET
    usage: CompletionUsage | None | Unset = UNSET
    statistics: ChatStatisticsDelta | None | Unset = UNSET
    system_fingerprint: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_completion_chunk(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatCompletionChunk:
        """The value of a decoded JSON object."""
        return decode_chat_completion_chunk(source)


_CHAT_COMPLETION_CHUNK: Final = frozenset(
    {"id", "object", "created", "model", "choices", "usage", "statistics", "system_fingerprint"}
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
        decode_chat_statistics_delta(value)
        if (value := get("statistics", UNSET)).__class__ is dict
        else value,
        get("system_fingerprint", UNSET),
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
    if (item := value.statistics) is not UNSET:
        result["statistics"] = (
            encode_chat_statistics_delta(item) if isinstance(item, ChatStatisticsDelta) else item
        )
    if (item := value.system_fingerprint) is not UNSET:
        result["system_fingerprint"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatChunkChoice(Model):
    """
    What is new of one choice.

    Attributes:
        index: Position of the choice.
        delta: What is new of a message; texts are to be joined, lists merged by `index`.
        logprobs: Log probabilities of the tokens of an answer.
        finish_reason: Why an answer ended.
    """

    index: int | Unset = UNSET
    delta: ChatDelta | Unset = UNSET
    logprobs: ChoiceLogprobs | None | Unset = UNSET
    finish_reason: FinishReason | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_chunk_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatChunkChoice:
        """The value of a decoded JSON object."""
        return decode_chat_chunk_choice(source)


_CHAT_CHUNK_CHOICE: Final = frozenset({"index", "delta", "logprobs", "finish_reason"})


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
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatDelta(Model):
    """
    What is new of a message; texts are to be joined, lists merged by `index`.

    Attributes:
        role: Role of the author, in the first chunk.
        content: Next piece of the text.
        refusal: Next piece of the refusal.
        reasoning_content: Next piece of the reasoning.
        tool_calls: Pieces of tool calls.
        function_call: A piece of a function call.
        custom_content: What is new of DIAL's own content.
    """

    role: str | None | Unset = UNSET
    content: str | None | Unset = UNSET
    refusal: str | None | Unset = UNSET
    reasoning_content: str | None | Unset = UNSET
    tool_calls: list[ToolCallDelta] | None | Unset = UNSET
    function_call: FunctionCallDelta | None | Unset = UNSET
    custom_content: CustomContentDelta | None | Unset = UNSET
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
        "tool_calls",
        "function_call",
        "custom_content",
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
        [decode_tool_call_delta(item) if item.__class__ is dict else item for item in value]
        if (value := get("tool_calls", UNSET)).__class__ is list
        else value,
        decode_function_call_delta(value)
        if (value := get("function_call", UNSET)).__class__ is dict
        else value,
        decode_custom_content_delta(value)
        if (value := get("custom_content", UNSET)).__class__ is dict
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
    if (item := value.custom_content) is not UNSET:
        result["custom_content"] = (
            encode_custom_content_delta(item) if isinstance(item, CustomContentDelta) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolCallDelta(Model):
    """
    A piece of a tool call; id and name come once, the arguments in fragments.

    Attributes:
        index: Position of the tool call.
        id: Id that the tool message repeats.
        type: Kind of the tool, `function`.
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


@define(eq=False, repr=False, weakref_slot=False)
class CustomContentDelta(Model):
    """
    What is new of DIAL's own content.

    Attributes:
        attachments: Attachments, usually one whole attachment per chunk.
        stages: What is new per stage.
        state: State of the application, whole in one chunk.
        form_schema: A JSON object whose keys nobody prescribes.
        form_value: A filled-in form, any JSON.
        skills: Skills that were used.
    """

    attachments: list[AttachmentDelta] | Unset = UNSET
    stages: list[StageDelta] | Unset = UNSET
    state: Any = UNSET
    form_schema: OpenObject | Unset = UNSET
    form_value: Any = UNSET
    skills: list[MessageSkill] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_custom_content_delta(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CustomContentDelta:
        """The value of a decoded JSON object."""
        return decode_custom_content_delta(source)


_CUSTOM_CONTENT_DELTA: Final = frozenset(
    {"attachments", "stages", "state", "form_schema", "form_value", "skills"}
)


def decode_custom_content_delta(source: Any) -> CustomContentDelta:
    """`CustomContentDelta` of decoded JSON."""
    get = source.get
    return CustomContentDelta(
        [decode_attachment_delta(item) if item.__class__ is dict else item for item in value]
        if (value := get("attachments", UNSET)).__class__ is list
        else value,
        [decode_stage_delta(item) if item.__class__ is dict else item for item in value]
        if (value := get("stages", UNSET)).__class__ is list
        else value,
        get("state", UNSET),
        get("form_schema", UNSET),
        get("form_value", UNSET),
        [decode_message_skill(item) if item.__class__ is dict else item for item in value]
        if (value := get("skills", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _CUSTOM_CONTENT_DELTA else extra_of(source, _CUSTOM_CONTENT_DELTA),
    )


def encode_custom_content_delta(value: Any) -> JsonObject:
    """JSON of a `CustomContentDelta`."""
    result: JsonObject = {}
    if (item := value.attachments) is not UNSET:
        result["attachments"] = (
            [
                encode_attachment_delta(part) if isinstance(part, AttachmentDelta) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.stages) is not UNSET:
        result["stages"] = (
            [encode_stage_delta(part) if isinstance(part, StageDelta) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.state) is not UNSET:
        result["state"] = item
    if (item := value.form_schema) is not UNSET:
        result["form_schema"] = item
    if (item := value.form_value) is not UNSET:
        result["form_value"] = item
    if (item := value.skills) is not UNSET:
        result["skills"] = (
            [
                encode_message_skill(part) if isinstance(part, MessageSkill) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class AttachmentDelta(Model):
    """
    An attachment, or a piece of one.

    Attributes:
        index: Position of the attachment.
        type: MIME type; `text/markdown` when absent.
        title: Title to show.
        data: Content as text, or as base64 for binary types.
        url: Where the content is.
        reference_type: MIME type of the source.
        reference_url: Where the content was taken from.
    """

    index: int | Unset = UNSET
    type: str | None | Unset = UNSET
    title: str | None | Unset = UNSET
    data: str | None | Unset = UNSET
    url: str | None | Unset = UNSET
    reference_type: str | None | Unset = UNSET
    reference_url: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_attachment_delta(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> AttachmentDelta:
        """The value of a decoded JSON object."""
        return decode_attachment_delta(source)


_ATTACHMENT_DELTA: Final = frozenset(
    {"index", "type", "title", "data", "url", "reference_type", "reference_url"}
)


def decode_attachment_delta(source: Any) -> AttachmentDelta:
    """`AttachmentDelta` of decoded JSON."""
    get = source.get
    return AttachmentDelta(
        get("index", UNSET),
        get("type", UNSET),
        get("title", UNSET),
        get("data", UNSET),
        get("url", UNSET),
        get("reference_type", UNSET),
        get("reference_url", UNSET),
        None if source.keys() <= _ATTACHMENT_DELTA else extra_of(source, _ATTACHMENT_DELTA),
    )


def encode_attachment_delta(value: Any) -> JsonObject:
    """JSON of a `AttachmentDelta`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.title) is not UNSET:
        result["title"] = item
    if (item := value.data) is not UNSET:
        result["data"] = item
    if (item := value.url) is not UNSET:
        result["url"] = item
    if (item := value.reference_type) is not UNSET:
        result["reference_type"] = item
    if (item := value.reference_url) is not UNSET:
        result["reference_url"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class StageDelta(Model):
    """
    What is new of a stage; name and content are to be joined, the last status counts.

    Attributes:
        index: Position of the stage.
        name: Title, or its next piece.
        status: Outcome; null while the step runs.
        content: Next piece of the text.
        attachments: Attachments of the stage.
        parent_stage_index: Index of the stage that this one belongs to.
    """

    index: int | Unset = UNSET
    name: str | None | Unset = UNSET
    status: StageStatus | None | Unset = UNSET
    content: str | None | Unset = UNSET
    attachments: list[AttachmentDelta] | Unset = UNSET
    parent_stage_index: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_stage_delta(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> StageDelta:
        """The value of a decoded JSON object."""
        return decode_stage_delta(source)


_STAGE_DELTA: Final = frozenset(
    {"index", "name", "status", "content", "attachments", "parent_stage_index"}
)


def decode_stage_delta(source: Any) -> StageDelta:
    """`StageDelta` of decoded JSON."""
    get = source.get
    return StageDelta(
        get("index", UNSET),
        get("name", UNSET),
        get("status", UNSET),
        get("content", UNSET),
        [decode_attachment_delta(item) if item.__class__ is dict else item for item in value]
        if (value := get("attachments", UNSET)).__class__ is list
        else value,
        get("parent_stage_index", UNSET),
        None if source.keys() <= _STAGE_DELTA else extra_of(source, _STAGE_DELTA),
    )


def encode_stage_delta(value: Any) -> JsonObject:
    """JSON of a `StageDelta`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if (item := value.attachments) is not UNSET:
        result["attachments"] = (
            [
                encode_attachment_delta(part) if isinstance(part, AttachmentDelta) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.parent_stage_index) is not UNSET:
        result["parent_stage_index"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatStatisticsDelta(Model):
    """
    Statistics as a chunk carries them.

    Attributes:
        usage_per_model: One entry per model that was called.
        discarded_messages: Indices of the messages that were dropped; only with
            `max_prompt_tokens`.
    """

    usage_per_model: list[UsagePerModelDelta] | Unset = UNSET
    discarded_messages: list[int] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_statistics_delta(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatStatisticsDelta:
        """The value of a decoded JSON object."""
        return decode_chat_statistics_delta(source)


_CHAT_STATISTICS_DELTA: Final = frozenset({"usage_per_model", "discarded_messages"})


def decode_chat_statistics_delta(source: Any) -> ChatStatisticsDelta:
    """`ChatStatisticsDelta` of decoded JSON."""
    get = source.get
    return ChatStatisticsDelta(
        [decode_usage_per_model_delta(item) if item.__class__ is dict else item for item in value]
        if (value := get("usage_per_model", UNSET)).__class__ is list
        else value,
        get("discarded_messages", UNSET),
        None
        if source.keys() <= _CHAT_STATISTICS_DELTA
        else extra_of(source, _CHAT_STATISTICS_DELTA),
    )


def encode_chat_statistics_delta(value: Any) -> JsonObject:
    """JSON of a `ChatStatisticsDelta`."""
    result: JsonObject = {}
    if (item := value.usage_per_model) is not UNSET:
        result["usage_per_model"] = (
            [
                encode_usage_per_model_delta(part) if isinstance(part, UsagePerModelDelta) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.discarded_messages) is not UNSET:
        result["discarded_messages"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class UsagePerModelDelta(Model):
    """
    Tokens that one model consumed, as a chunk carries them.

    Attributes:
        index: Position of the entry.
        model: Name of the model.
        prompt_tokens: Tokens of the prompt.
        completion_tokens: Tokens of the answer.
        total_tokens: Both together.
    """

    index: int | Unset = UNSET
    model: str | None | Unset = UNSET
    prompt_tokens: int | None | Unset = UNSET
    completion_tokens: int | None | Unset = UNSET
    total_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_usage_per_model_delta(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UsagePerModelDelta:
        """The value of a decoded JSON object."""
        return decode_usage_per_model_delta(source)


_USAGE_PER_MODEL_DELTA: Final = frozenset(
    {"index", "model", "prompt_tokens", "completion_tokens", "total_tokens"}
)


def decode_usage_per_model_delta(source: Any) -> UsagePerModelDelta:
    """`UsagePerModelDelta` of decoded JSON."""
    get = source.get
    return UsagePerModelDelta(
        get("index", UNSET),
        get("model", UNSET),
        get("prompt_tokens", UNSET),
        get("completion_tokens", UNSET),
        get("total_tokens", UNSET),
        None
        if source.keys() <= _USAGE_PER_MODEL_DELTA
        else extra_of(source, _USAGE_PER_MODEL_DELTA),
    )


def encode_usage_per_model_delta(value: Any) -> JsonObject:
    """JSON of a `UsagePerModelDelta`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.prompt_tokens) is not UNSET:
        result["prompt_tokens"] = item
    if (item := value.completion_tokens) is not UNSET:
        result["completion_tokens"] = item
    if (item := value.total_tokens) is not UNSET:
        result["total_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result
