"""Models of AI DIAL: completions. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_chat import (
    CompletionUsage,
    FinishReason,
    LogitBias,
    StreamOptions,
    decode_completion_usage,
    decode_stream_options,
    encode_completion_usage,
    encode_stream_options,
)
from .shared_chat_parts import OpenObject

__all__ = [
    "Completion",
    "CompletionChoice",
    "CompletionChunk",
    "CompletionChunkChoice",
    "CompletionLogprobs",
    "CompletionRequest",
]


@define(eq=False, repr=False, weakref_slot=False)
class CompletionRequest(Model):
    """
    A prompt to continue, in the older form.

    Attributes:
        model: Name of the model; the path routes, not this field.
        prompt: A text, texts, a list of token ids, or lists of token ids.
        suffix: Text that follows the continuation.
        max_tokens: Most tokens to generate.
        temperature: Sampling temperature, 0 to 2.
        top_p: Share of probability to sample from, 0 to 1.
        n: Number of continuations per prompt.
        best_of: Number of candidates to pick the best from.
        logprobs: Number of alternatives per token to return.
        echo: Whether the prompt is repeated before the continuation.
        stop: Text, or up to four texts, at which the continuation ends.
        presence_penalty: Penalty on tokens that occurred, -2 to 2.
        frequency_penalty: Penalty on frequent tokens, -2 to 2.
        logit_bias: Bias per token id, -100 to 100.
        seed: Makes sampling repeatable where the model can.
        user: Id of the end user, for abuse detection.
        stream_options: What a stream carries besides the answer.
        stream: Whether to answer as a stream; set by the streaming call.
    """

    prompt: str | list[str | int | list[int]]
    model: str | Unset = UNSET
    suffix: str | None | Unset = UNSET
    max_tokens: int | None | Unset = UNSET
    temperature: float | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    n: int | None | Unset = UNSET
    best_of: int | None | Unset = UNSET
    logprobs: int | None | Unset = UNSET
    echo: bool | None | Unset = UNSET
    stop: str | list[str] | None | Unset = UNSET
    presence_penalty: float | None | Unset = UNSET
    frequency_penalty: float | None | Unset = UNSET
    logit_bias: LogitBias | None | Unset = UNSET
    seed: int | None | Unset = UNSET
    user: str | Unset = UNSET
    stream_options: StreamOptions | Unset = UNSET
    stream: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionRequest:
        """The value of a decoded JSON object."""
        return decode_completion_request(source)


_COMPLETION_REQUEST: Final = frozenset(
    {
        "model",
        "prompt",
        "suffix",
        "max_tokens",
        "temperature",
        "top_p",
        "n",
        "best_of",
        "logprobs",
        "echo",
        "stop",
        "presence_penalty",
        "frequency_penalty",
        "logit_bias",
        "seed",
        "user",
        "stream_options",
        "stream",
    }
)


def decode_completion_request(source: Any) -> CompletionRequest:
    """`CompletionRequest` of decoded JSON."""
    get = source.get
    return CompletionRequest(
        source["prompt"],
        get("model", UNSET),
        get("suffix", UNSET),
        get("max_tokens", UNSET),
        get("temperature", UNSET),
        get("top_p", UNSET),
        get("n", UNSET),
        get("best_of", UNSET),
        get("logprobs", UNSET),
        get("echo", UNSET),
        get("stop", UNSET),
        get("presence_penalty", UNSET),
        get("frequency_penalty", UNSET),
        get("logit_bias", UNSET),
        get("seed", UNSET),
        get("user", UNSET),
        decode_stream_options(value)
        if (value := get("stream_options", UNSET)).__class__ is dict
        else value,
        get("stream", UNSET),
        None if source.keys() <= _COMPLETION_REQUEST else extra_of(source, _COMPLETION_REQUEST),
    )


def encode_completion_request(value: Any) -> JsonObject:
    """JSON of a `CompletionRequest`."""
    result: JsonObject = {}
    if (item := value.model) is not UNSET:
        result["model"] = item
    result["prompt"] = value.prompt
    if (item := value.suffix) is not UNSET:
        result["suffix"] = item
    if (item := value.max_tokens) is not UNSET:
        result["max_tokens"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.top_p) is not UNSET:
        result["top_p"] = item
    if (item := value.n) is not UNSET:
        result["n"] = item
    if (item := value.best_of) is not UNSET:
        result["best_of"] = item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = item
    if (item := value.echo) is not UNSET:
        result["echo"] = item
    if (item := value.stop) is not UNSET:
        result["stop"] = item
    if (item := value.presence_penalty) is not UNSET:
        result["presence_penalty"] = item
    if (item := value.frequency_penalty) is not UNSET:
        result["frequency_penalty"] = item
    if (item := value.logit_bias) is not UNSET:
        result["logit_bias"] = item
    if (item := value.seed) is not UNSET:
        result["seed"] = item
    if (item := value.user) is not UNSET:
        result["user"] = item
    if (item := value.stream_options) is not UNSET:
        result["stream_options"] = (
            encode_stream_options(item) if isinstance(item, StreamOptions) else item
        )
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Completion(Model):
    """
    The continuations of a prompt.

    Attributes:
        id: Id of the answer.
        object: Kind of the object, `text_completion`.
        created: Creation time in seconds since 1970.
        model: Name of the model that answered.
        choices: The continuations.
        usage: Tokens that a call consumed.
        system_fingerprint: Fingerprint of the serving configuration.
    """

    id: str | None | Unset = UNSET
    object: str | None | Unset = UNSET
    created: int | None | Unset = UNSET
    model: str | None | Unset = UNSET
    choices: list[CompletionChoice] | Unset = UNSET
    usage: CompletionUsage | None | Unset = UNSET
    system_fingerprint: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Completion:
        """The value of a decoded JSON object."""
        return decode_completion(source)


_COMPLETION: Final = frozenset(
    {"id", "object", "created", "model", "choices", "usage", "system_fingerprint"}
)


def decode_completion(source: Any) -> Completion:
    """`Completion` of decoded JSON."""
    get = source.get
    return Completion(
        get("id", UNSET),
        get("object", UNSET),
        get("created", UNSET),
        get("model", UNSET),
        [decode_completion_choice(item) if item.__class__ is dict else item for item in value]
        if (value := get("choices", UNSET)).__class__ is list
        else value,
        decode_completion_usage(value)
        if (value := get("usage", UNSET)).__class__ is dict
        else value,
        get("system_fingerprint", UNSET),
        None if source.keys() <= _COMPLETION else extra_of(source, _COMPLETION),
    )


def encode_completion(value: Any) -> JsonObject:
    """JSON of a `Completion`."""
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
                encode_completion_choice(part) if isinstance(part, CompletionChoice) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.usage) is not UNSET:
        result["usage"] = (
            encode_completion_usage(item) if isinstance(item, CompletionUsage) else item
        )
    if (item := value.system_fingerprint) is not UNSET:
        result["system_fingerprint"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompletionChoice(Model):
    """
    One continuation.

    Attributes:
        text: Text of the continuation.
        index: Position among the choices.
        logprobs: Log probabilities of a continuation, as parallel lists.
        finish_reason: Why an answer ended.
    """

    text: str | None | Unset = UNSET
    index: int | Unset = UNSET
    logprobs: CompletionLogprobs | None | Unset = UNSET
    finish_reason: FinishReason | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionChoice:
        """The value of a decoded JSON object."""
        return decode_completion_choice(source)


_COMPLETION_CHOICE: Final = frozenset({"text", "index", "logprobs", "finish_reason"})


def decode_completion_choice(source: Any) -> CompletionChoice:
    """`CompletionChoice` of decoded JSON."""
    get = source.get
    return CompletionChoice(
        get("text", UNSET),
        get("index", UNSET),
        decode_completion_logprobs(value)
        if (value := get("logprobs", UNSET)).__class__ is dict
        else value,
        get("finish_reason", UNSET),
        None if source.keys() <= _COMPLETION_CHOICE else extra_of(source, _COMPLETION_CHOICE),
    )


def encode_completion_choice(value: Any) -> JsonObject:
    """JSON of a `CompletionChoice`."""
    result: JsonObject = {}
    if (item := value.text) is not UNSET:
        result["text"] = item
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = (
            encode_completion_logprobs(item) if isinstance(item, CompletionLogprobs) else item
        )
    if (item := value.finish_reason) is not UNSET:
        result["finish_reason"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompletionLogprobs(Model):
    """
    Log probabilities of a continuation, as parallel lists.

    Attributes:
        tokens: Texts of the tokens.
        token_logprobs: Natural logarithms of their probabilities.
        top_logprobs: The likeliest tokens per place, text to log probability.
        text_offset: Where each token begins in the text.
    """

    tokens: list[str] | Unset = UNSET
    token_logprobs: list[float | None] | Unset = UNSET
    top_logprobs: list[OpenObject] | None | Unset = UNSET
    text_offset: list[int] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_logprobs(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionLogprobs:
        """The value of a decoded JSON object."""
        return decode_completion_logprobs(source)


_COMPLETION_LOGPROBS: Final = frozenset({"tokens", "token_logprobs", "top_logprobs", "text_offset"})


def decode_completion_logprobs(source: Any) -> CompletionLogprobs:
    """`CompletionLogprobs` of decoded JSON."""
    get = source.get
    return CompletionLogprobs(
        get("tokens", UNSET),
        get("token_logprobs", UNSET),
        get("top_logprobs", UNSET),
        get("text_offset", UNSET),
        None if source.keys() <= _COMPLETION_LOGPROBS else extra_of(source, _COMPLETION_LOGPROBS),
    )


def encode_completion_logprobs(value: Any) -> JsonObject:
    """JSON of a `CompletionLogprobs`."""
    result: JsonObject = {}
    if (item := value.tokens) is not UNSET:
        result["tokens"] = item
    if (item := value.token_logprobs) is not UNSET:
        result["token_logprobs"] = item
    if (item := value.top_logprobs) is not UNSET:
        result["top_logprobs"] = item
    if (item := value.text_offset) is not UNSET:
        result["text_offset"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompletionChunk(Model):
    """
    A piece of the continuations.

    Attributes:
        id: Id of the answer, the same in every chunk.
        object: Kind of the object, `text_completion`.
        created: Creation time in seconds since 1970.
        model: Name of the model that answers.
        choices: What is new per choice.
        usage: Tokens that a call consumed.
        system_fingerprint: Fingerprint of the serving configuration.
    """

    id: str | None | Unset = UNSET
    object: str | None | Unset = UNSET
    created: int | None | Unset = UNSET
    model: str | None | Unset = UNSET
    choices: list[CompletionChunkChoice] | Unset = UNSET
    usage: CompletionUsage | None | Unset = UNSET
    system_fingerprint: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_chunk(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionChunk:
        """The value of a decoded JSON object."""
        return decode_completion_chunk(source)


_COMPLETION_CHUNK: Final = frozenset(
    {"id", "object", "created", "model", "choices", "usage", "system_fingerprint"}
)


def decode_completion_chunk(source: Any) -> CompletionChunk:
    """`CompletionChunk` of decoded JSON."""
    get = source.get
    return CompletionChunk(
        get("id", UNSET),
        get("object", UNSET),
        get("created", UNSET),
        get("model", UNSET),
        [decode_completion_chunk_choice(item) if item.__class__ is dict else item for item in value]
        if (value := get("choices", UNSET)).__class__ is list
        else value,
        decode_completion_usage(value)
        if (value := get("usage", UNSET)).__class__ is dict
        else value,
        get("system_fingerprint", UNSET),
        None if source.keys() <= _COMPLETION_CHUNK else extra_of(source, _COMPLETION_CHUNK),
    )


def encode_completion_chunk(value: Any) -> JsonObject:
    """JSON of a `CompletionChunk`."""
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
                encode_completion_chunk_choice(part)
                if isinstance(part, CompletionChunkChoice)
                else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.usage) is not UNSET:
        result["usage"] = (
            encode_completion_usage(item) if isinstance(item, CompletionUsage) else item
        )
    if (item := value.system_fingerprint) is not UNSET:
        result["system_fingerprint"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompletionChunkChoice(Model):
    """
    What is new of one continuation.

    Attributes:
        text: Next piece of the text.
        index: Position of the choice.
        logprobs: Log probabilities of a continuation, as parallel lists.
        finish_reason: Why an answer ended.
    """

    text: str | None | Unset = UNSET
    index: int | Unset = UNSET
    logprobs: CompletionLogprobs | None | Unset = UNSET
    finish_reason: FinishReason | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_chunk_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionChunkChoice:
        """The value of a decoded JSON object."""
        return decode_completion_chunk_choice(source)


_COMPLETION_CHUNK_CHOICE: Final = frozenset({"text", "index", "logprobs", "finish_reason"})


def decode_completion_chunk_choice(source: Any) -> CompletionChunkChoice:
    """`CompletionChunkChoice` of decoded JSON."""
    get = source.get
    return CompletionChunkChoice(
        get("text", UNSET),
        get("index", UNSET),
        decode_completion_logprobs(value)
        if (value := get("logprobs", UNSET)).__class__ is dict
        else value,
        get("finish_reason", UNSET),
        None
        if source.keys() <= _COMPLETION_CHUNK_CHOICE
        else extra_of(source, _COMPLETION_CHUNK_CHOICE),
    )


def encode_completion_chunk_choice(value: Any) -> JsonObject:
    """JSON of a `CompletionChunkChoice`."""
    result: JsonObject = {}
    if (item := value.text) is not UNSET:
        result["text"] = item
    if (item := value.index) is not UNSET:
        result["index"] = item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = (
            encode_completion_logprobs(item) if isinstance(item, CompletionLogprobs) else item
        )
    if (item := value.finish_reason) is not UNSET:
        result["finish_reason"] = item
    if value.extra:
        result.update(value.extra)
    return result
