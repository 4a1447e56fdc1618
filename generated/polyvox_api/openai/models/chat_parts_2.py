"""Models of OpenAI: chat_parts_2. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .chat_parts import (
    ChatCompletionRequestToolChoice,
    ChatMessage,
    ChatTool,
    ContentPart,
    FunctionCall,
    FunctionCallMode,
    FunctionCallName,
    FunctionDefinition,
    LogitBias,
    ToolCall,
    decode_chat_completion_request_tool_choice,
    decode_chat_message,
    decode_chat_tool,
    decode_content_part,
    decode_function_call,
    decode_function_call_name,
    decode_function_definition,
    decode_tool_call,
    encode_chat_completion_request_tool_choice,
    encode_chat_message,
    encode_chat_tool,
    encode_content_part,
    encode_function_call,
    encode_function_definition,
    encode_tool_call,
)
from .shared import (
    ErrorBody,
    JsonObjectFormat,
    OpenObject,
    ReasoningEffort,
    RequestMetadata,
    TextFormat,
    decode_error_body,
    decode_json_object_format,
    decode_text_format,
)

__all__ = [
    "ChatAnswerMessage",
    "ChatAudio",
    "ChatAudioOptions",
    "ChatChoice",
    "ChatCompletion",
    "ChatCompletionError",
    "ChatCompletionRequest",
    "ChatCompletionRequestFunctionCall",
    "ChatPrediction",
    "ChoiceLogprobs",
    "CompletionTokensDetails",
    "CompletionUsage",
    "FinishReason",
    "FunctionCallDelta",
    "JsonSchemaFormat",
    "JsonSchemaFormatSpec",
    "PromptTokensDetails",
    "ResponseFormat",
    "StreamOptions",
    "TokenLogprob",
    "ToolCallDelta",
    "TopLogprob",
]


FinishReason: TypeAlias = (
    Literal["stop", "length", "tool_calls", "content_filter", "function_call", "error"] | str
)
"""Why an answer ended; `error` comes from OpenRouter, beside an error object."""


@define(eq=False, repr=False, weakref_slot=False)
class ChatCompletionRequest(Model):
    """
    A conversation to answer. Fields of one server alone travel as extra fields.

    Attributes:
        model: Id of the model. Servers that hold one model, such as llama.cpp, ignore it.
        messages: The conversation so far, oldest message first.
        max_tokens: Most tokens to generate; OpenAI's reasoning models refuse it.
        max_completion_tokens: Most tokens to generate, reasoning included; some servers do not know
            it.
        temperature: Sampling temperature, 0 to 2.
        top_p: Share of probability to sample from, 0 to 1.
        n: Number of choices to generate; some servers give one only.
        stop: Text, or up to four texts, at which the answer ends; compatible servers take more.
        presence_penalty: Penalty on tokens that occurred, -2 to 2.
        frequency_penalty: Penalty on frequent tokens, -2 to 2.
        logit_bias: Bias per token id, -100 to 100.
        seed: Makes sampling repeatable where the model can.
        logprobs: Whether to return log probabilities.
        top_logprobs: Number of alternatives per token to return.
        tools: Tools the model may call.
        tool_choice: Whether, or which, tool must be called.
        parallel_tool_calls: Whether one answer may hold several tool calls.
        functions: Older form of `tools`.
        function_call: Older form of `tool_choice`.
        response_format: Form of the answer's text, told apart by `type`.
        reasoning_effort: How much a reasoning model may think; models know some of these.
        verbosity: How much to say: `low`, `medium` or `high`.
        modalities: What to answer with, `text` or `audio`.
        audio: How a spoken answer sounds.
        prediction: Text that the answer will mostly repeat, which makes it faster.
        web_search_options: A JSON object whose keys nobody prescribes.
        metadata: Up to sixteen pairs of texts kept with an object.
        store: Whether OpenAI keeps the answer.
        service_tier: Tier that serves the call: `auto`, `default`, `flex` or `priority`.
        prompt_cache_key: Key that brings calls with a common prefix to the same cache.
        safety_identifier: Stable id of the end user, for abuse detection.
        user: Id of the end user, in the older form.
        stream_options: What a stream carries besides the answer. Only allowed with `stream` at
            OpenAI.
        stream: Whether to answer as a stream; set by the streaming call.
    """

    model: str
    messages: list[ChatMessage]
    max_tokens: int | None | Unset = UNSET
    max_completion_tokens: int | None | Unset = UNSET
    temperature: float | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    n: int | None | Unset = UNSET
    stop: str | list[str] | None | Unset = UNSET
    presence_penalty: float | None | Unset = UNSET
    frequency_penalty: float | None | Unset = UNSET
    logit_bias: LogitBias | None | Unset = UNSET
    seed: int | None | Unset = UNSET
    logprobs: bool | None | Unset = UNSET
    top_logprobs: int | None | Unset = UNSET
    tools: list[ChatTool] | Unset = UNSET
    tool_choice: ChatCompletionRequestToolChoice | Unset = UNSET
    parallel_tool_calls: bool | Unset = UNSET
    functions: list[FunctionDefinition] | Unset = UNSET
    function_call: ChatCompletionRequestFunctionCall | Unset = UNSET
    response_format: ResponseFormat | Unset = UNSET
    reasoning_effort: ReasoningEffort | None | Unset = UNSET
    verbosity: str | None | Unset = UNSET
    modalities: list[str] | None | Unset = UNSET
    audio: ChatAudioOptions | None | Unset = UNSET
    prediction: ChatPrediction | None | Unset = UNSET
    web_search_options: OpenObject | Unset = UNSET
    metadata: RequestMetadata | None | Unset = UNSET
    store: bool | None | Unset = UNSET
    service_tier: str | None | Unset = UNSET
    prompt_cache_key: str | None | Unset = UNSET
    safety_identifier: str | None | Unset = UNSET
    user: str | Unset = UNSET
    stream_options: StreamOptions | None | Unset = UNSET
    stream: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_completion_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatCompletionRequest:
        """The value of a decoded JSON object."""
        return decode_chat_completion_request(source)


_CHAT_COMPLETION_REQUEST: Final = frozenset(
    {
        "model",
        "messages",
        "max_tokens",
        "max_completion_tokens",
        "temperature",
        "top_p",
        "n",
        "stop",
        "presence_penalty",
        "frequency_penalty",
        "logit_bias",
        "seed",
        "logprobs",
        "top_logprobs",
        "tools",
        "tool_choice",
        "parallel_tool_calls",
        "functions",
        "function_call",
        "response_format",
        "reasoning_effort",
        "verbosity",
        "modalities",
        "audio",
        "prediction",
        "web_search_options",
        "metadata",
        "store",
        "service_tier",
        "prompt_cache_key",
        "safety_identifier",
        "user",
        "stream_options",
        "stream",
    }
)


def decode_chat_completion_request(source: Any) -> ChatCompletionRequest:
    """`ChatCompletionRequest` of decoded JSON."""
    get = source.get
    return ChatCompletionRequest(
        source["model"],
        [decode_chat_message(item) for item in value]
        if (value := source["messages"]).__class__ is list
        else value,
        get("max_tokens", UNSET),
        get("max_completion_tokens", UNSET),
        get("temperature", UNSET),
        get("top_p", UNSET),
        get("n", UNSET),
        get("stop", UNSET),
        get("presence_penalty", UNSET),
        get("frequency_penalty", UNSET),
        get("logit_bias", UNSET),
        get("seed", UNSET),
        get("logprobs", UNSET),
        get("top_logprobs", UNSET),
        [decode_chat_tool(item) for item in value]
        if (value := get("tools", UNSET)).__class__ is list
        else value,
        decode_chat_completion_request_tool_choice(get("tool_choice", UNSET)),
        get("parallel_tool_calls", UNSET),
        [decode_function_definition(item) if item.__class__ is dict else item for item in value]
        if (value := get("functions", UNSET)).__class__ is list
        else value,
        decode_chat_completion_request_function_call(get("function_call", UNSET)),
        decode_response_format(get("response_format", UNSET)),
        get("reasoning_effort", UNSET),
        get("verbosity", UNSET),
        get("modalities", UNSET),
        decode_chat_audio_options(value)
        if (value := get("audio", UNSET)).__class__ is dict
        else value,
        decode_chat_prediction(value)
        if (value := get("prediction", UNSET)).__class__ is dict
        else value,
        get("web_search_options", UNSET),
        get("metadata", UNSET),
        get("store", UNSET),
        get("service_tier", UNSET),
        get("prompt_cache_key", UNSET),
        get("safety_identifier", UNSET),
        get("user", UNSET),
        decode_stream_options(value)
        if (value := get("stream_options", UNSET)).__class__ is dict
        else value,
        get("stream", UNSET),
        None
        if source.keys() <= _CHAT_COMPLETION_REQUEST
        else extra_of(source, _CHAT_COMPLETION_REQUEST),
    )


def encode_chat_completion_request(value: Any) -> JsonObject:
    """JSON of a `ChatCompletionRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    item = value.messages
    result["messages"] = (
        [encode_chat_message(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if (item := value.max_tokens) is not UNSET:
        result["max_tokens"] = item
    if (item := value.max_completion_tokens) is not UNSET:
        result["max_completion_tokens"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.top_p) is not UNSET:
        result["top_p"] = item
    if (item := value.n) is not UNSET:
        result["n"] = item
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
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = item
    if (item := value.top_logprobs) is not UNSET:
        result["top_logprobs"] = item
    if (item := value.tools) is not UNSET:
        result["tools"] = (
            [encode_chat_tool(part) for part in item] if item.__class__ in (list, tuple) else item
        )
    if (item := value.tool_choice) is not UNSET:
        result["tool_choice"] = encode_chat_completion_request_tool_choice(item)
    if (item := value.parallel_tool_calls) is not UNSET:
        result["parallel_tool_calls"] = item
    if (item := value.functions) is not UNSET:
        result["functions"] = (
            [
                encode_function_definition(part) if isinstance(part, FunctionDefinition) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.function_call) is not UNSET:
        result["function_call"] = encode_chat_completion_request_function_call(item)
    if (item := value.response_format) is not UNSET:
        result["response_format"] = encode_response_format(item)
    if (item := value.reasoning_effort) is not UNSET:
        result["reasoning_effort"] = item
    if (item := value.verbosity) is not UNSET:
        result["verbosity"] = item
    if (item := value.modalities) is not UNSET:
        result["modalities"] = item
    if (item := value.audio) is not UNSET:
        result["audio"] = (
            encode_chat_audio_options(item) if isinstance(item, ChatAudioOptions) else item
        )
    if (item := value.prediction) is not UNSET:
        result["prediction"] = (
            encode_chat_prediction(item) if isinstance(item, ChatPrediction) else item
        )
    if (item := value.web_search_options) is not UNSET:
        result["web_search_options"] = item
    if (item := value.metadata) is not UNSET:
        result["metadata"] = item
    if (item := value.store) is not UNSET:
        result["store"] = item
    if (item := value.service_tier) is not UNSET:
        result["service_tier"] = item
    if (item := value.prompt_cache_key) is not UNSET:
        result["prompt_cache_key"] = item
    if (item := value.safety_identifier) is not UNSET:
        result["safety_identifier"] = item
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
class StreamOptions(Model):
    """
    What a stream carries besides the answer. Only allowed with `stream` at OpenAI.

    Attributes:
        include_usage: Whether a last chunk without choices carries the usage.
        include_obfuscation: Whether chunks are padded to one size (OpenAI).
    """

    include_usage: bool | Unset = UNSET
    include_obfuscation: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_stream_options(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> StreamOptions:
        """The value of a decoded JSON object."""
        return decode_stream_options(source)


_STREAM_OPTIONS: Final = frozenset({"include_usage", "include_obfuscation"})


def decode_stream_options(source: Any) -> StreamOptions:
    """`StreamOptions` of decoded JSON."""
    get = source.get
    return StreamOptions(
        get("include_usage", UNSET),
        get("include_obfuscation", UNSET),
        None if source.keys() <= _STREAM_OPTIONS else extra_of(source, _STREAM_OPTIONS),
    )


def encode_stream_options(value: Any) -> JsonObject:
    """JSON of a `StreamOptions`."""
    result: JsonObject = {}
    if (item := value.include_usage) is not UNSET:
        result["include_usage"] = item
    if (item := value.include_obfuscation) is not UNSET:
        result["include_obfuscation"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatAudioOptions(Model):
    """
    How a spoken answer sounds.

    Attributes:
        voice: Name of the voice.
        format: Format, such as `wav` or `mp3`; `pcm16` in streams.
    """

    voice: str
    format: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_audio_options(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatAudioOptions:
        """The value of a decoded JSON object."""
        return decode_chat_audio_options(source)


_CHAT_AUDIO_OPTIONS: Final = frozenset({"voice", "format"})


def decode_chat_audio_options(source: Any) -> ChatAudioOptions:
    """`ChatAudioOptions` of decoded JSON."""
    return ChatAudioOptions(
        source["voice"],
        source["format"],
        None if source.keys() <= _CHAT_AUDIO_OPTIONS else extra_of(source, _CHAT_AUDIO_OPTIONS),
    )


def encode_chat_audio_options(value: Any) -> JsonObject:
    """JSON of a `ChatAudioOptions`."""
    result: JsonObject = {}
    result["voice"] = value.voice
    result["format"] = value.format
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatPrediction(Model):
    """
    Text that the answer will mostly repeat, which makes it faster.

    Attributes:
        type: Kind of the prediction, `content`.
        content: A text, or content parts.
    """

    type: str
    content: str | list[ContentPart]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_prediction(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatPrediction:
        """The value of a decoded JSON object."""
        return decode_chat_prediction(source)


_CHAT_PREDICTION: Final = frozenset({"type", "content"})


def decode_chat_prediction(source: Any) -> ChatPrediction:
    """`ChatPrediction` of decoded JSON."""
    return ChatPrediction(
        source["type"],
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        None if source.keys() <= _CHAT_PREDICTION else extra_of(source, _CHAT_PREDICTION),
    )


def encode_chat_prediction(value: Any) -> JsonObject:
    """JSON of a `ChatPrediction`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.content
    result["content"] = (
        [encode_content_part(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class JsonSchemaFormat(Model):
    """
    JSON that follows a schema.

    Attributes:
        type: Always `json_schema`.
        json_schema: The schema that the answer follows.
    """

    json_schema: JsonSchemaFormatSpec
    type: Literal["json_schema"] = "json_schema"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_json_schema_format(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> JsonSchemaFormat:
        """The value of a decoded JSON object."""
        return decode_json_schema_format(source)


_JSON_SCHEMA_FORMAT: Final = frozenset({"type", "json_schema"})


def decode_json_schema_format(source: Any) -> JsonSchemaFormat:
    """`JsonSchemaFormat` of decoded JSON."""
    return JsonSchemaFormat(
        decode_json_schema_format_spec(value)
        if (value := source["json_schema"]).__class__ is dict
        else value,
        source["type"],
        None if source.keys() <= _JSON_SCHEMA_FORMAT else extra_of(source, _JSON_SCHEMA_FORMAT),
    )


def encode_json_schema_format(value: Any) -> JsonObject:
    """JSON of a `JsonSchemaFormat`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.json_schema
    result["json_schema"] = (
        encode_json_schema_format_spec(item) if isinstance(item, JsonSchemaFormatSpec) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class JsonSchemaFormatSpec(Model):
    """
    The schema that the answer follows.

    Attributes:
        name: Name of the schema.
        description: What the answer is, for the model.
        schema: A JSON object whose keys nobody prescribes.
        strict: Whether the answer follows the schema exactly.
    """

    name: str
    description: str | Unset = UNSET
    schema: OpenObject | Unset = UNSET
    strict: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_json_schema_format_spec(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> JsonSchemaFormatSpec:
        """The value of a decoded JSON object."""
        return decode_json_schema_format_spec(source)


_JSON_SCHEMA_FORMAT_SPEC: Final = frozenset({"name", "description", "schema", "strict"})


def decode_json_schema_format_spec(source: Any) -> JsonSchemaFormatSpec:
    """`JsonSchemaFormatSpec` of decoded JSON."""
    get = source.get
    return JsonSchemaFormatSpec(
        source["name"],
        get("description", UNSET),
        get("schema", UNSET),
        get("strict", UNSET),
        None
        if source.keys() <= _JSON_SCHEMA_FORMAT_SPEC
        else extra_of(source, _JSON_SCHEMA_FORMAT_SPEC),
    )


def encode_json_schema_format_spec(value: Any) -> JsonObject:
    """JSON of a `JsonSchemaFormatSpec`."""
    result: JsonObject = {}
    result["name"] = value.name
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.schema) is not UNSET:
        result["schema"] = item
    if (item := value.strict) is not UNSET:
        result["strict"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatCompletion(Model):
    """
    The whole answer. Servers differ in what they send, so every field is optional.

    Attributes:
        id: Id of the answer.
        object: Kind of the object, `chat.completion`.
        created: Creation time in seconds since 1970.
        model: Name of the model that answered.
        choices: The answers, usually one.
        usage: Tokens that a call consumed.
        service_tier: Tier that served the call.
        system_fingerprint: Fingerprint of the serving configuration.
        provider: Provider that answered (OpenRouter).
        error: What went wrong, where a server reports a failure with status 200.
    """

    id: str | None | Unset = UNSET
    object: str | None | Unset = UNSET
    created: int | None | Unset = UNSET
    model: str | None | Unset = UNSET
    choices: list[ChatChoice] | None | Unset = UNSET
    usage: CompletionUsage | None | Unset = UNSET
    service_tier: str | None | Unset = UNSET
    system_fingerprint: str | None | Unset = UNSET
    provider: str | None | Unset = UNSET
    error: ChatCompletionError | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_completion(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatCompletion:
        """The value of a decoded JSON object."""
        return decode_chat_completion(source)


_CHAT_COMPLETION: Final = frozenset(
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
        "error",
    }
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
        get("service_tier", UNSET),
        get("system_fingerprint", UNSET),
        get("provider", UNSET),
        decode_chat_completion_error(get("error", UNSET)),
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
    if (item := value.service_tier) is not UNSET:
        result["service_tier"] = item
    if (item := value.system_fingerprint) is not UNSET:
        result["system_fingerprint"] = item
    if (item := value.provider) is not UNSET:
        result["provider"] = item
    if (item := value.error) is not UNSET:
        result["error"] = encode_chat_completion_error(item)
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatChoice(Model):
    """
    One of the answers.

    Attributes:
        index: Position among the choices.
        message: The message that a model answered with.
        logprobs: Log probabilities of the tokens of an answer.
        finish_reason: Why an answer ended; `error` comes from OpenRouter, beside an error object.
        native_finish_reason: Why the answer ended, in the words of the provider (OpenRouter).
        stop_reason: Text or token at which the answer ended (vLLM).
    """

    index: int | None | Unset = UNSET
    message: ChatAnswerMessage | Unset = UNSET
    logprobs: ChoiceLogprobs | None | Unset = UNSET
    finish_reason: FinishReason | None | Unset = UNSET
    native_finish_reason: str | None | Unset = UNSET
    stop_reason: str | int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatChoice:
        """The value of a decoded JSON object."""
        return decode_chat_choice(source)


_CHAT_CHOICE: Final = frozenset(
    {"index", "message", "logprobs", "finish_reason", "native_finish_reason", "stop_reason"}
)


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
        get("native_finish_reason", UNSET),
        get("stop_reason", UNSET),
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
    if (item := value.native_finish_reason) is not UNSET:
        result["native_finish_reason"] = item
    if (item := value.stop_reason) is not UNSET:
        result["stop_reason"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatAnswerMessage(Model):
    """
    The message that a model answered with.

    Attributes:
        role: Role of the author, `assistant`.
        content: Text of the answer; null or empty beside tool calls.
        refusal: Why the model refused.
        reasoning_content: What the model thought (llama.cpp, LM Studio, LiteLLM, older vLLM).
        reasoning: What the model thought (OpenRouter, newer vLLM).
        reasoning_details: What the model thought, in parts, to be sent back unchanged (OpenRouter).
        annotations: Citations in the text.
        audio: A spoken answer, or a piece of one.
        tool_calls: Tools to run; some servers send an empty list or null when there are none.
        function_call: Name of a function and its arguments.
    """

    role: str | None | Unset = UNSET
    content: str | None | Unset = UNSET
    refusal: str | None | Unset = UNSET
    reasoning_content: str | None | Unset = UNSET
    reasoning: str | None | Unset = UNSET
    reasoning_details: list[OpenObject] | None | Unset = UNSET
    annotations: list[OpenObject] | None | Unset = UNSET
    audio: ChatAudio | None | Unset = UNSET
    tool_calls: list[ToolCall] | None | Unset = UNSET
    function_call: FunctionCall | None | Unset = UNSET
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
        "reasoning",
        "reasoning_details",
        "annotations",
        "audio",
        "tool_calls",
        "function_call",
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
        get("reasoning", UNSET),
        get("reasoning_details", UNSET),
        get("annotations", UNSET),
        decode_chat_audio(value) if (value := get("audio", UNSET)).__class__ is dict else value,
        [decode_tool_call(item) if item.__class__ is dict else item for item in value]
        if (value := get("tool_calls", UNSET)).__class__ is list
        else value,
        decode_function_call(value)
        if (value := get("function_call", UNSET)).__class__ is dict
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
            [encode_tool_call(part) if isinstance(part, ToolCall) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.function_call) is not UNSET:
        result["function_call"] = (
            encode_function_call(item) if isinstance(item, FunctionCall) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatAudio(Model):
    """
    A spoken answer, or a piece of one.

    Attributes:
        id: Id, to be sent back when the conversation goes on.
        data: Sound in base64.
        transcript: What is said.
        expires_at: Time in seconds since 1970 at which the id expires.
    """

    id: str | None | Unset = UNSET
    data: str | None | Unset = UNSET
    transcript: str | None | Unset = UNSET
    expires_at: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_audio(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatAudio:
        """The value of a decoded JSON object."""
        return decode_chat_audio(source)


_CHAT_AUDIO: Final = frozenset({"id", "data", "transcript", "expires_at"})


def decode_chat_audio(source: Any) -> ChatAudio:
    """`ChatAudio` of decoded JSON."""
    get = source.get
    return ChatAudio(
        get("id", UNSET),
        get("data", UNSET),
        get("transcript", UNSET),
        get("expires_at", UNSET),
        None if source.keys() <= _CHAT_AUDIO else extra_of(source, _CHAT_AUDIO),
    )


def encode_chat_audio(value: Any) -> JsonObject:
    """JSON of a `ChatAudio`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.data) is not UNSET:
        result["data"] = item
    if (item := value.transcript) is not UNSET:
        result["transcript"] = item
    if (item := value.expires_at) is not UNSET:
        result["expires_at"] = item
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

    token: str | Unset = UNSET
    logprob: float | None | Unset = UNSET
    bytes_: list[int] | None | Unset = UNSET
    top_logprobs: list[TopLogprob] | None | Unset = UNSET
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
        get("token", UNSET),
        get("logprob", UNSET),
        get("bytes", UNSET),
        [decode_top_logprob(item) if item.__class__ is dict else item for item in value]
        if (value := get("top_logprobs", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _TOKEN_LOGPROB else extra_of(source, _TOKEN_LOGPROB),
    )


def encode_token_logprob(value: Any) -> JsonObject:
    """JSON of a `TokenLogprob`."""
    result: JsonObject = {}
    if (item := value.token) is not UNSET:
        result["token"] = item
    if (item := value.logprob) is not UNSET:
        result["logprob"] = item
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

    token: str | Unset = UNSET
    logprob: float | None | Unset = UNSET
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
        get("token", UNSET),
        get("logprob", UNSET),
        get("bytes", UNSET),
        None if source.keys() <= _TOP_LOGPROB else extra_of(source, _TOP_LOGPROB),
    )


def encode_top_logprob(value: Any) -> JsonObject:
    """JSON of a `TopLogprob`."""
    result: JsonObject = {}
    if (item := value.token) is not UNSET:
        result["token"] = item
    if (item := value.logprob) is not UNSET:
        result["logprob"] = item
    if (item := value.bytes_) is not UNSET:
        result["bytes"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompletionUsage(Model):
    """
    Tokens that a call consumed.

    Attributes:
        prompt_tokens: Tokens of the prompt.
        completion_tokens: Tokens of the answer.
        total_tokens: Both together.
        prompt_tokens_details: Which tokens of the prompt the cache served or took, and which stand
            for sound.
        completion_tokens_details: Which tokens of the answer were spent on thought, sound or
            predictions.
        cost: Price in credits (OpenRouter).
    """

    prompt_tokens: int | None | Unset = UNSET
    completion_tokens: int | None | Unset = UNSET
    total_tokens: int | None | Unset = UNSET
    prompt_tokens_details: PromptTokensDetails | None | Unset = UNSET
    completion_tokens_details: CompletionTokensDetails | None | Unset = UNSET
    cost: float | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_usage(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionUsage:
        """The value of a decoded JSON object."""
        return decode_completion_usage(source)


_COMPLETION_USAGE: Final = frozenset(
    {
        "prompt_tokens",
        "completion_tokens",
        "total_tokens",
        "prompt_tokens_details",
        "completion_tokens_details",
        "cost",
    }
)


def decode_completion_usage(source: Any) -> CompletionUsage:
    """`CompletionUsage` of decoded JSON."""
    get = source.get
    return CompletionUsage(
        get("prompt_tokens", UNSET),
        get("completion_tokens", UNSET),
        get("total_tokens", UNSET),
        decode_prompt_tokens_details(value)
        if (value := get("prompt_tokens_details", UNSET)).__class__ is dict
        else value,
        decode_completion_tokens_details(value)
        if (value := get("completion_tokens_details", UNSET)).__class__ is dict
        else value,
        get("cost", UNSET),
        None if source.keys() <= _COMPLETION_USAGE else extra_of(source, _COMPLETION_USAGE),
    )


def encode_completion_usage(value: Any) -> JsonObject:
    """JSON of a `CompletionUsage`."""
    result: JsonObject = {}
    if (item := value.prompt_tokens) is not UNSET:
        result["prompt_tokens"] = item
    if (item := value.completion_tokens) is not UNSET:
        result["completion_tokens"] = item
    if (item := value.total_tokens) is not UNSET:
        result["total_tokens"] = item
    if (item := value.prompt_tokens_details) is not UNSET:
        result["prompt_tokens_details"] = (
            encode_prompt_tokens_details(item) if isinstance(item, PromptTokensDetails) else item
        )
    if (item := value.completion_tokens_details) is not UNSET:
        result["completion_tokens_details"] = (
            encode_completion_tokens_details(item)
            if isinstance(item, CompletionTokensDetails)
            else item
        )
    if (item := value.cost) is not UNSET:
        result["cost"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PromptTokensDetails(Model):
    """
    Which tokens of the prompt the cache served or took, and which stand for sound.

    Attributes:
        cached_tokens: Tokens read from the cache.
        cache_write_tokens: Tokens written to the cache.
        audio_tokens: Tokens of sound.
    """

    cached_tokens: int | None | Unset = UNSET
    cache_write_tokens: int | None | Unset = UNSET
    audio_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_prompt_tokens_details(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PromptTokensDetails:
        """The value of a decoded JSON object."""
        return decode_prompt_tokens_details(source)


_PROMPT_TOKENS_DETAILS: Final = frozenset({"cached_tokens", "cache_write_tokens", "audio_tokens"})


def decode_prompt_tokens_details(source: Any) -> PromptTokensDetails:
    """`PromptTokensDetails` of decoded JSON."""
    get = source.get
    return PromptTokensDetails(
        get("cached_tokens", UNSET),
        get("cache_write_tokens", UNSET),
        get("audio_tokens", UNSET),
        None
        if source.keys() <= _PROMPT_TOKENS_DETAILS
        else extra_of(source, _PROMPT_TOKENS_DETAILS),
    )


def encode_prompt_tokens_details(value: Any) -> JsonObject:
    """JSON of a `PromptTokensDetails`."""
    result: JsonObject = {}
    if (item := value.cached_tokens) is not UNSET:
        result["cached_tokens"] = item
    if (item := value.cache_write_tokens) is not UNSET:
        result["cache_write_tokens"] = item
    if (item := value.audio_tokens) is not UNSET:
        result["audio_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompletionTokensDetails(Model):
    """
    Which tokens of the answer were spent on thought, sound or predictions.

    Attributes:
        reasoning_tokens: Tokens of reasoning.
        audio_tokens: Tokens of sound.
        accepted_prediction_tokens: Tokens of the prediction that were used.
        rejected_prediction_tokens: Tokens of the prediction that were not used, but are paid for.
    """

    reasoning_tokens: int | None | Unset = UNSET
    audio_tokens: int | None | Unset = UNSET
    accepted_prediction_tokens: int | None | Unset = UNSET
    rejected_prediction_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_tokens_details(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionTokensDetails:
        """The value of a decoded JSON object."""
        return decode_completion_tokens_details(source)


_COMPLETION_TOKENS_DETAILS: Final = frozenset(
    {"reasoning_tokens", "audio_tokens", "accepted_prediction_tokens", "rejected_prediction_tokens"}
)


def decode_completion_tokens_details(source: Any) -> CompletionTokensDetails:
    """`CompletionTokensDetails` of decoded JSON."""
    get = source.get
    return CompletionTokensDetails(
        get("reasoning_tokens", UNSET),
        get("audio_tokens", UNSET),
        get("accepted_prediction_tokens", UNSET),
        get("rejected_prediction_tokens", UNSET),
        None
        if source.keys() <= _COMPLETION_TOKENS_DETAILS
        else extra_of(source, _COMPLETION_TOKENS_DETAILS),
    )


def encode_completion_tokens_details(value: Any) -> JsonObject:
    """JSON of a `CompletionTokensDetails`."""
    result: JsonObject = {}
    if (item := value.reasoning_tokens) is not UNSET:
        result["reasoning_tokens"] = item
    if (item := value.audio_tokens) is not UNSET:
        result["audio_tokens"] = item
    if (item := value.accepted_prediction_tokens) is not UNSET:
        result["accepted_prediction_tokens"] = item
    if (item := value.rejected_prediction_tokens) is not UNSET:
        result["rejected_prediction_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolCallDelta(Model):
    """
    A piece of a tool call. At OpenAI id and name come once and the arguments in fragments, told
    apart by `index`; other servers leave out `index` or `id`, repeat both, or send a whole call at
    once.

    Attributes:
        index: Position of the tool call.
        id: Id that the tool message repeats.
        type: Kind of the tool, `function`.
        function: A piece of a function call.
    """

    index: int | None | Unset = UNSET
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


ResponseFormat: TypeAlias = TextFormat | JsonObjectFormat | JsonSchemaFormat | JsonObject
"""Form of the answer's text, told apart by `type`."""

_RESPONSE_FORMAT: Final[dict[Any, Callable[[Any], ResponseFormat]]] = {
    "text": decode_text_format,
    "json_object": decode_json_object_format,
    "json_schema": decode_json_schema_format,
}


def decode_response_format(source: Any) -> ResponseFormat:
    """`ResponseFormat` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _RESPONSE_FORMAT.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ResponseFormat = source
    return result


def encode_response_format(value: Any) -> Any:
    """JSON of a `ResponseFormat`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ChatCompletionRequestFunctionCall: TypeAlias = FunctionCallMode | FunctionCallName | JsonObject
"""Older form of `tool_choice`."""


def decode_chat_completion_request_function_call(source: Any) -> ChatCompletionRequestFunctionCall:
    """`ChatCompletionRequestFunctionCall` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"name"}:
            return decode_function_call_name(source)
    result: ChatCompletionRequestFunctionCall = source
    return result


def encode_chat_completion_request_function_call(value: Any) -> Any:
    """JSON of a `ChatCompletionRequestFunctionCall`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ChatCompletionError: TypeAlias = ErrorBody | str
"""What went wrong, where a server reports a failure with status 200."""


def decode_chat_completion_error(source: Any) -> ChatCompletionError:
    """`ChatCompletionError` of decoded JSON."""
    if source.__class__ is dict:
        return decode_error_body(source)
    result: ChatCompletionError = source
    return result


def encode_chat_completion_error(value: Any) -> Any:
    """JSON of a `ChatCompletionError`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
