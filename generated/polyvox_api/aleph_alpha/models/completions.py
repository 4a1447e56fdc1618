"""Models of Aleph Alpha: completions. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import (
    Hosting,
    ImageControl,
    LogitBias,
    Prompt,
    TextControl,
    TokenControl,
    decode_image_control,
    decode_prompt,
    decode_text_control,
    decode_token_control,
    encode_image_control,
    encode_prompt,
    encode_text_control,
    encode_token_control,
)

__all__ = [
    "CompletionEvent",
    "CompletionRequest",
    "CompletionResponse",
    "CompletionResult",
    "CompletionSummary",
    "OptimizedImageItem",
    "OptimizedItem",
    "OptimizedTextItem",
    "OptimizedTokenIdsItem",
    "StreamChunk",
    "StreamSummary",
    "TokenLogProbs",
]


@define(eq=False, repr=False, weakref_slot=False)
class CompletionRequest(Model):
    """
    A prompt to continue.

    Attributes:
        model: Name of the model.
        hosting: Where the request may be processed; anywhere when null.
        prompt: A text, or items that are joined to one prompt.
        maximum_tokens: Most tokens to generate; as many as fit when null.
        minimum_tokens: Fewest tokens to generate before the text may end.
        echo: Whether the completion begins with the prompt.
        temperature: Sampling temperature, 0 to 1; 0 when absent.
        top_k: Number of likely tokens to sample from; 0 for all.
        top_p: Share of probability to sample from; 0 for all.
        presence_penalty: Penalty on tokens that occurred.
        frequency_penalty: Penalty that grows with each repetition of a token.
        sequence_penalty: Penalty on sequences of tokens that occurred.
        sequence_penalty_min_length: Fewest tokens that count as a sequence; 2 when absent.
        repetition_penalties_include_prompt: Whether the prompt counts for penalties.
        repetition_penalties_include_completion: Whether the completion counts for penalties; true
            when absent.
        use_multiplicative_presence_penalty: Whether the presence penalty multiplies instead of
            adding.
        use_multiplicative_frequency_penalty: Whether the frequency penalty multiplies instead of
            adding.
        use_multiplicative_sequence_penalty: Whether the sequence penalty multiplies instead of
            adding.
        penalty_bias: Text whose tokens are penalized as well.
        penalty_exceptions: Texts that are never penalized.
        penalty_exceptions_include_stop_sequences: Whether stop sequences are never penalized; true
            when absent.
        best_of: Number of completions to choose the best from; more than `n`, and not for streams.
        n: Number of completions to return.
        logit_bias: Bias per token id; in chats -100 to 100.
        log_probs: Number of alternatives per token to return; 0 for the tokens themselves.
        stop_sequences: Texts at which the completion ends.
        tokens: Whether to return the tokens of the completion.
        raw_completion: Whether to return the completion before it was optimized.
        disable_optimizations: Whether prompt and completion are left as they are.
        completion_bias_inclusion: The only texts that may be generated.
        completion_bias_inclusion_first_token_only: Whether the former concerns the first token
            only.
        completion_bias_exclusion: Texts that may not be generated.
        completion_bias_exclusion_first_token_only: Whether the former concerns the first token
            only.
        contextual_control_threshold: Likeness from which controls hold for other tokens, too.
        control_log_additive: Whether controls add the logarithm of their factor; true when absent.
        steering_concepts: Id of a steering concept, or `_worker/<name>` of one that the worker has;
            only one at a time.
        stream: Whether to answer as a stream; set by the streaming call.
        tags: Undescribed labels that the vendor's client can send.
    """

    model: str
    prompt: Prompt
    hosting: Hosting | None | Unset = UNSET
    maximum_tokens: int | None | Unset = UNSET
    minimum_tokens: int | Unset = UNSET
    echo: bool | Unset = UNSET
    temperature: float | None | Unset = UNSET
    top_k: int | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    presence_penalty: float | None | Unset = UNSET
    frequency_penalty: float | None | Unset = UNSET
    sequence_penalty: float | Unset = UNSET
    sequence_penalty_min_length: int | Unset = UNSET
    repetition_penalties_include_prompt: bool | None | Unset = UNSET
    repetition_penalties_include_completion: bool | Unset = UNSET
    use_multiplicative_presence_penalty: bool | None | Unset = UNSET
    use_multiplicative_frequency_penalty: bool | Unset = UNSET
    use_multiplicative_sequence_penalty: bool | Unset = UNSET
    penalty_bias: str | None | Unset = UNSET
    penalty_exceptions: list[str] | None | Unset = UNSET
    penalty_exceptions_include_stop_sequences: bool | None | Unset = UNSET
    best_of: int | None | Unset = UNSET
    n: int | None | Unset = UNSET
    logit_bias: LogitBias | None | Unset = UNSET
    log_probs: int | None | Unset = UNSET
    stop_sequences: list[str] | None | Unset = UNSET
    tokens: bool | None | Unset = UNSET
    raw_completion: bool | Unset = UNSET
    disable_optimizations: bool | None | Unset = UNSET
    completion_bias_inclusion: list[str] | Unset = UNSET
    completion_bias_inclusion_first_token_only: bool | Unset = UNSET
    completion_bias_exclusion: list[str] | Unset = UNSET
    completion_bias_exclusion_first_token_only: bool | Unset = UNSET
    contextual_control_threshold: float | None | Unset = UNSET
    control_log_additive: bool | Unset = UNSET
    steering_concepts: list[str] | Unset = UNSET
    stream: bool | Unset = UNSET
    tags: list[str] | Unset = UNSET
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
        "hosting",
        "prompt",
        "maximum_tokens",
        "minimum_tokens",
        "echo",
        "temperature",
        "top_k",
        "top_p",
        "presence_penalty",
        "frequency_penalty",
        "sequence_penalty",
        "sequence_penalty_min_length",
        "repetition_penalties_include_prompt",
        "repetition_penalties_include_completion",
        "use_multiplicative_presence_penalty",
        "use_multiplicative_frequency_penalty",
        "use_multiplicative_sequence_penalty",
        "penalty_bias",
        "penalty_exceptions",
        "penalty_exceptions_include_stop_sequences",
        "best_of",
        "n",
        "logit_bias",
        "log_probs",
        "stop_sequences",
        "tokens",
        "raw_completion",
        "disable_optimizations",
        "completion_bias_inclusion",
        "completion_bias_inclusion_first_token_only",
        "completion_bias_exclusion",
        "completion_bias_exclusion_first_token_only",
        "contextual_control_threshold",
        "control_log_additive",
        "steering_concepts",
        "stream",
        "tags",
    }
)


def decode_completion_request(source: Any) -> CompletionRequest:
    """`CompletionRequest` of decoded JSON."""
    get = source.get
    return CompletionRequest(
        source["model"],
        decode_prompt(source["prompt"]),
        get("hosting", UNSET),
        get("maximum_tokens", UNSET),
        get("minimum_tokens", UNSET),
        get("echo", UNSET),
        get("temperature", UNSET),
        get("top_k", UNSET),
        get("top_p", UNSET),
        get("presence_penalty", UNSET),
        get("frequency_penalty", UNSET),
        get("sequence_penalty", UNSET),
        get("sequence_penalty_min_length", UNSET),
        get("repetition_penalties_include_prompt", UNSET),
        get("repetition_penalties_include_completion", UNSET),
        get("use_multiplicative_presence_penalty", UNSET),
        get("use_multiplicative_frequency_penalty", UNSET),
        get("use_multiplicative_sequence_penalty", UNSET),
        get("penalty_bias", UNSET),
        get("penalty_exceptions", UNSET),
        get("penalty_exceptions_include_stop_sequences", UNSET),
        get("best_of", UNSET),
        get("n", UNSET),
        get("logit_bias", UNSET),
        get("log_probs", UNSET),
        get("stop_sequences", UNSET),
        get("tokens", UNSET),
        get("raw_completion", UNSET),
        get("disable_optimizations", UNSET),
        get("completion_bias_inclusion", UNSET),
        get("completion_bias_inclusion_first_token_only", UNSET),
        get("completion_bias_exclusion", UNSET),
        get("completion_bias_exclusion_first_token_only", UNSET),
        get("contextual_control_threshold", UNSET),
        get("control_log_additive", UNSET),
        get("steering_concepts", UNSET),
        get("stream", UNSET),
        get("tags", UNSET),
        None if source.keys() <= _COMPLETION_REQUEST else extra_of(source, _COMPLETION_REQUEST),
    )


def encode_completion_request(value: Any) -> JsonObject:
    """JSON of a `CompletionRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    item = value.prompt
    result["prompt"] = encode_prompt(item)
    if (item := value.maximum_tokens) is not UNSET:
        result["maximum_tokens"] = item
    if (item := value.minimum_tokens) is not UNSET:
        result["minimum_tokens"] = item
    if (item := value.echo) is not UNSET:
        result["echo"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.top_k) is not UNSET:
        result["top_k"] = item
    if (item := value.top_p) is not UNSET:
        result["top_p"] = item
    if (item := value.presence_penalty) is not UNSET:
        result["presence_penalty"] = item
    if (item := value.frequency_penalty) is not UNSET:
        result["frequency_penalty"] = item
    if (item := value.sequence_penalty) is not UNSET:
        result["sequence_penalty"] = item
    if (item := value.sequence_penalty_min_length) is not UNSET:
        result["sequence_penalty_min_length"] = item
    if (item := value.repetition_penalties_include_prompt) is not UNSET:
        result["repetition_penalties_include_prompt"] = item
    if (item := value.repetition_penalties_include_completion) is not UNSET:
        result["repetition_penalties_include_completion"] = item
    if (item := value.use_multiplicative_presence_penalty) is not UNSET:
        result["use_multiplicative_presence_penalty"] = item
    if (item := value.use_multiplicative_frequency_penalty) is not UNSET:
        result["use_multiplicative_frequency_penalty"] = item
    if (item := value.use_multiplicative_sequence_penalty) is not UNSET:
        result["use_multiplicative_sequence_penalty"] = item
    if (item := value.penalty_bias) is not UNSET:
        result["penalty_bias"] = item
    if (item := value.penalty_exceptions) is not UNSET:
        result["penalty_exceptions"] = item
    if (item := value.penalty_exceptions_include_stop_sequences) is not UNSET:
        result["penalty_exceptions_include_stop_sequences"] = item
    if (item := value.best_of) is not UNSET:
        result["best_of"] = item
    if (item := value.n) is not UNSET:
        result["n"] = item
    if (item := value.logit_bias) is not UNSET:
        result["logit_bias"] = item
    if (item := value.log_probs) is not UNSET:
        result["log_probs"] = item
    if (item := value.stop_sequences) is not UNSET:
        result["stop_sequences"] = item
    if (item := value.tokens) is not UNSET:
        result["tokens"] = item
    if (item := value.raw_completion) is not UNSET:
        result["raw_completion"] = item
    if (item := value.disable_optimizations) is not UNSET:
        result["disable_optimizations"] = item
    if (item := value.completion_bias_inclusion) is not UNSET:
        result["completion_bias_inclusion"] = item
    if (item := value.completion_bias_inclusion_first_token_only) is not UNSET:
        result["completion_bias_inclusion_first_token_only"] = item
    if (item := value.completion_bias_exclusion) is not UNSET:
        result["completion_bias_exclusion"] = item
    if (item := value.completion_bias_exclusion_first_token_only) is not UNSET:
        result["completion_bias_exclusion_first_token_only"] = item
    if (item := value.contextual_control_threshold) is not UNSET:
        result["contextual_control_threshold"] = item
    if (item := value.control_log_additive) is not UNSET:
        result["control_log_additive"] = item
    if (item := value.steering_concepts) is not UNSET:
        result["steering_concepts"] = item
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompletionResponse(Model):
    """
    The continuations of a prompt.

    Attributes:
        model_version: Version of the model.
        completions: The continuations, as many as `n`.
        optimized_prompt: The prompt as the model got it, when it was changed.
        num_tokens_prompt_total: Tokens of the prompt, times `best_of`.
        num_tokens_generated: Tokens of all continuations, those not returned included.
    """

    completions: list[CompletionResult]
    model_version: str | Unset = UNSET
    optimized_prompt: list[OptimizedItem] | Unset = UNSET
    num_tokens_prompt_total: int | Unset = UNSET
    num_tokens_generated: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionResponse:
        """The value of a decoded JSON object."""
        return decode_completion_response(source)


_COMPLETION_RESPONSE: Final = frozenset(
    {
        "model_version",
        "completions",
        "optimized_prompt",
        "num_tokens_prompt_total",
        "num_tokens_generated",
    }
)


def decode_completion_response(source: Any) -> CompletionResponse:
    """`CompletionResponse` of decoded JSON."""
    get = source.get
    return CompletionResponse(
        [decode_completion_result(item) if item.__class__ is dict else item for item in value]
        if (value := source["completions"]).__class__ is list
        else value,
        get("model_version", UNSET),
        [decode_optimized_item(item) for item in value]
        if (value := get("optimized_prompt", UNSET)).__class__ is list
        else value,
        get("num_tokens_prompt_total", UNSET),
        get("num_tokens_generated", UNSET),
        None if source.keys() <= _COMPLETION_RESPONSE else extra_of(source, _COMPLETION_RESPONSE),
    )


def encode_completion_response(value: Any) -> JsonObject:
    """JSON of a `CompletionResponse`."""
    result: JsonObject = {}
    if (item := value.model_version) is not UNSET:
        result["model_version"] = item
    item = value.completions
    result["completions"] = (
        [
            encode_completion_result(part) if isinstance(part, CompletionResult) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.optimized_prompt) is not UNSET:
        result["optimized_prompt"] = (
            [encode_optimized_item(part) for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.num_tokens_prompt_total) is not UNSET:
        result["num_tokens_prompt_total"] = item
    if (item := value.num_tokens_generated) is not UNSET:
        result["num_tokens_generated"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompletionResult(Model):
    """
    One continuation.

    Attributes:
        index: Position of the continuation.
        completion: The text.
        raw_completion: The text before it was optimized; also sent with tokens and log
            probabilities.
        completion_tokens: Its tokens as texts.
        log_probs: Log probabilities, one object per token.
        finish_reason: Why it ended, such as `maximum_tokens`, `end_of_text` or
            `stop_sequence_reached`.
    """

    completion: str
    index: int | Unset = UNSET
    raw_completion: str | None | Unset = UNSET
    completion_tokens: list[str] | None | Unset = UNSET
    log_probs: list[TokenLogProbs] | None | Unset = UNSET
    finish_reason: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_result(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionResult:
        """The value of a decoded JSON object."""
        return decode_completion_result(source)


_COMPLETION_RESULT: Final = frozenset(
    {"index", "completion", "raw_completion", "completion_tokens", "log_probs", "finish_reason"}
)


def decode_completion_result(source: Any) -> CompletionResult:
    """`CompletionResult` of decoded JSON."""
    get = source.get
    return CompletionResult(
        source["completion"],
        get("index", UNSET),
        get("raw_completion", UNSET),
        get("completion_tokens", UNSET),
        get("log_probs", UNSET),
        get("finish_reason", UNSET),
        None if source.keys() <= _COMPLETION_RESULT else extra_of(source, _COMPLETION_RESULT),
    )


def encode_completion_result(value: Any) -> JsonObject:
    """JSON of a `CompletionResult`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    result["completion"] = value.completion
    if (item := value.raw_completion) is not UNSET:
        result["raw_completion"] = item
    if (item := value.completion_tokens) is not UNSET:
        result["completion_tokens"] = item
    if (item := value.log_probs) is not UNSET:
        result["log_probs"] = item
    if (item := value.finish_reason) is not UNSET:
        result["finish_reason"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class OptimizedTextItem(Model):
    """
    A text as the model got it.

    Attributes:
        type: Always `text`.
        data: The text.
        controls: Parts with more or less attention.
        add_prefix_space: Whether a space was put in front.
    """

    data: str
    type: Literal["text"] = "text"
    controls: list[TextControl] | None | Unset = UNSET
    add_prefix_space: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_optimized_text_item(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> OptimizedTextItem:
        """The value of a decoded JSON object."""
        return decode_optimized_text_item(source)


_OPTIMIZED_TEXT_ITEM: Final = frozenset({"type", "data", "controls", "add_prefix_space"})


def decode_optimized_text_item(source: Any) -> OptimizedTextItem:
    """`OptimizedTextItem` of decoded JSON."""
    get = source.get
    return OptimizedTextItem(
        source["data"],
        source["type"],
        [decode_text_control(item) if item.__class__ is dict else item for item in value]
        if (value := get("controls", UNSET)).__class__ is list
        else value,
        get("add_prefix_space", UNSET),
        None if source.keys() <= _OPTIMIZED_TEXT_ITEM else extra_of(source, _OPTIMIZED_TEXT_ITEM),
    )


def encode_optimized_text_item(value: Any) -> JsonObject:
    """JSON of a `OptimizedTextItem`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["data"] = value.data
    if (item := value.controls) is not UNSET:
        result["controls"] = (
            [encode_text_control(part) if isinstance(part, TextControl) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.add_prefix_space) is not UNSET:
        result["add_prefix_space"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class OptimizedImageItem(Model):
    """
    A picture as the model got it, encoded anew as PNG and thus often far larger.

    Attributes:
        type: Always `image`.
        data: The picture in base64.
        x: Left edge of the square in pixels.
        y: Upper edge of the square in pixels.
        size: Edge length of the square in pixels.
        controls: Parts with more or less attention.
    """

    data: str
    type: Literal["image"] = "image"
    x: int | None | Unset = UNSET
    y: int | None | Unset = UNSET
    size: int | None | Unset = UNSET
    controls: list[ImageControl] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_optimized_image_item(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> OptimizedImageItem:
        """The value of a decoded JSON object."""
        return decode_optimized_image_item(source)


_OPTIMIZED_IMAGE_ITEM: Final = frozenset({"type", "data", "x", "y", "size", "controls"})


def decode_optimized_image_item(source: Any) -> OptimizedImageItem:
    """`OptimizedImageItem` of decoded JSON."""
    get = source.get
    return OptimizedImageItem(
        source["data"],
        source["type"],
        get("x", UNSET),
        get("y", UNSET),
        get("size", UNSET),
        [decode_image_control(item) if item.__class__ is dict else item for item in value]
        if (value := get("controls", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _OPTIMIZED_IMAGE_ITEM else extra_of(source, _OPTIMIZED_IMAGE_ITEM),
    )


def encode_optimized_image_item(value: Any) -> JsonObject:
    """JSON of a `OptimizedImageItem`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["data"] = value.data
    if (item := value.x) is not UNSET:
        result["x"] = item
    if (item := value.y) is not UNSET:
        result["y"] = item
    if (item := value.size) is not UNSET:
        result["size"] = item
    if (item := value.controls) is not UNSET:
        result["controls"] = (
            [
                encode_image_control(part) if isinstance(part, ImageControl) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class OptimizedTokenIdsItem(Model):
    """
    Tokens as the model got them.

    Attributes:
        type: Always `token_ids`.
        data: Ids of the tokens.
        controls: Tokens with more or less attention.
    """

    data: list[int]
    type: Literal["token_ids"] = "token_ids"
    controls: list[TokenControl] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_optimized_token_ids_item(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> OptimizedTokenIdsItem:
        """The value of a decoded JSON object."""
        return decode_optimized_token_ids_item(source)


_OPTIMIZED_TOKEN_IDS_ITEM: Final = frozenset({"type", "data", "controls"})


def decode_optimized_token_ids_item(source: Any) -> OptimizedTokenIdsItem:
    """`OptimizedTokenIdsItem` of decoded JSON."""
    get = source.get
    return OptimizedTokenIdsItem(
        source["data"],
        source["type"],
        [decode_token_control(item) if item.__class__ is dict else item for item in value]
        if (value := get("controls", UNSET)).__class__ is list
        else value,
        None
        if source.keys() <= _OPTIMIZED_TOKEN_IDS_ITEM
        else extra_of(source, _OPTIMIZED_TOKEN_IDS_ITEM),
    )


def encode_optimized_token_ids_item(value: Any) -> JsonObject:
    """JSON of a `OptimizedTokenIdsItem`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["data"] = value.data
    if (item := value.controls) is not UNSET:
        result["controls"] = (
            [
                encode_token_control(part) if isinstance(part, TokenControl) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class StreamChunk(Model):
    """
    The next piece of one continuation.

    Attributes:
        type: Always `stream_chunk`.
        index: Position of the continuation.
        completion: Next piece of the text.
        raw_completion: The piece before it was optimized.
        completion_tokens: Its tokens as texts.
        log_probs: Log probabilities, one object per token.
    """

    index: int
    completion: str
    type: Literal["stream_chunk"] = "stream_chunk"
    raw_completion: str | None | Unset = UNSET
    completion_tokens: list[str] | None | Unset = UNSET
    log_probs: list[TokenLogProbs] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_stream_chunk(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> StreamChunk:
        """The value of a decoded JSON object."""
        return decode_stream_chunk(source)


_STREAM_CHUNK: Final = frozenset(
    {"type", "index", "completion", "raw_completion", "completion_tokens", "log_probs"}
)


def decode_stream_chunk(source: Any) -> StreamChunk:
    """`StreamChunk` of decoded JSON."""
    get = source.get
    return StreamChunk(
        source["index"],
        source["completion"],
        source["type"],
        get("raw_completion", UNSET),
        get("completion_tokens", UNSET),
        get("log_probs", UNSET),
        None if source.keys() <= _STREAM_CHUNK else extra_of(source, _STREAM_CHUNK),
    )


def encode_stream_chunk(value: Any) -> JsonObject:
    """JSON of a `StreamChunk`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["index"] = value.index
    result["completion"] = value.completion
    if (item := value.raw_completion) is not UNSET:
        result["raw_completion"] = item
    if (item := value.completion_tokens) is not UNSET:
        result["completion_tokens"] = item
    if (item := value.log_probs) is not UNSET:
        result["log_probs"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class StreamSummary(Model):
    """
    The end of one continuation.

    Attributes:
        type: Always `stream_summary`.
        index: Position of the continuation.
        model_version: Version of the model.
        finish_reason: Why it ended.
    """

    index: int
    model_version: str
    finish_reason: str
    type: Literal["stream_summary"] = "stream_summary"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_stream_summary(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> StreamSummary:
        """The value of a decoded JSON object."""
        return decode_stream_summary(source)


_STREAM_SUMMARY: Final = frozenset({"type", "index", "model_version", "finish_reason"})


def decode_stream_summary(source: Any) -> StreamSummary:
    """`StreamSummary` of decoded JSON."""
    return StreamSummary(
        source["index"],
        source["model_version"],
        source["finish_reason"],
        source["type"],
        None if source.keys() <= _STREAM_SUMMARY else extra_of(source, _STREAM_SUMMARY),
    )


def encode_stream_summary(value: Any) -> JsonObject:
    """JSON of a `StreamSummary`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["index"] = value.index
    result["model_version"] = value.model_version
    result["finish_reason"] = value.finish_reason
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompletionSummary(Model):
    """
    The end of all continuations; the last event.

    Attributes:
        type: Always `completion_summary`.
        optimized_prompt: The prompt as the model got it, when it was changed.
        num_tokens_prompt_total: Tokens of the prompt, times `n`.
        num_tokens_generated: Tokens of all continuations.
    """

    num_tokens_prompt_total: int
    num_tokens_generated: int
    type: Literal["completion_summary"] = "completion_summary"
    optimized_prompt: list[OptimizedItem] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_summary(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionSummary:
        """The value of a decoded JSON object."""
        return decode_completion_summary(source)


_COMPLETION_SUMMARY: Final = frozenset(
    {"type", "optimized_prompt", "num_tokens_prompt_total", "num_tokens_generated"}
)


def decode_completion_summary(source: Any) -> CompletionSummary:
    """`CompletionSummary` of decoded JSON."""
    get = source.get
    return CompletionSummary(
        source["num_tokens_prompt_total"],
        source["num_tokens_generated"],
        source["type"],
        [decode_optimized_item(item) for item in value]
        if (value := get("optimized_prompt", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _COMPLETION_SUMMARY else extra_of(source, _COMPLETION_SUMMARY),
    )


def encode_completion_summary(value: Any) -> JsonObject:
    """JSON of a `CompletionSummary`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.optimized_prompt) is not UNSET:
        result["optimized_prompt"] = (
            [encode_optimized_item(part) for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    result["num_tokens_prompt_total"] = value.num_tokens_prompt_total
    result["num_tokens_generated"] = value.num_tokens_generated
    if value.extra:
        result.update(value.extra)
    return result


TokenLogProbs: TypeAlias = dict[str, float | None]
"""Log probability per token text at one place; empty for the first token of an echoed prompt."""


OptimizedItem: TypeAlias = (
    OptimizedTextItem | OptimizedImageItem | OptimizedTokenIdsItem | JsonObject
)
"""One item of an optimized prompt, told apart by `type`."""

_OPTIMIZED_ITEM: Final[dict[Any, Callable[[Any], OptimizedItem]]] = {
    "text": decode_optimized_text_item,
    "image": decode_optimized_image_item,
    "token_ids": decode_optimized_token_ids_item,
}


def decode_optimized_item(source: Any) -> OptimizedItem:
    """`OptimizedItem` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _OPTIMIZED_ITEM.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: OptimizedItem = source
    return result


def encode_optimized_item(value: Any) -> Any:
    """JSON of a `OptimizedItem`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


CompletionEvent: TypeAlias = StreamChunk | StreamSummary | CompletionSummary | JsonObject
"""One event of a streamed completion, told apart by `type`."""

_COMPLETION_EVENT: Final[dict[Any, Callable[[Any], CompletionEvent]]] = {
    "stream_chunk": decode_stream_chunk,
    "stream_summary": decode_stream_summary,
    "completion_summary": decode_completion_summary,
}


def decode_completion_event(source: Any) -> CompletionEvent:
    """`CompletionEvent` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _COMPLETION_EVENT.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: CompletionEvent = source
    return result


def encode_completion_event(value: Any) -> Any:
    """JSON of a `CompletionEvent`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
