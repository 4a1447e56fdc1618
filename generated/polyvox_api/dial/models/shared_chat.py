"""Models of AI DIAL: shared_chat. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_chat_parts import (
    AssistantMessage,
    CacheBreakpoint,
    CacheCustomFields,
    CustomContent,
    DeveloperMessage,
    OpenObject,
    PromptCacheMode,
    SystemMessage,
    ToolMessage,
    UserMessage,
    decode_assistant_message,
    decode_cache_breakpoint,
    decode_cache_custom_fields,
    decode_custom_content,
    decode_developer_message,
    decode_system_message,
    decode_tool_message,
    decode_user_message,
    encode_cache_breakpoint,
    encode_cache_custom_fields,
    encode_custom_content,
)

__all__ = [
    "ChatCompletionRequest",
    "ChatCompletionRequestFunctionCall",
    "ChatCompletionRequestToolChoice",
    "ChatCustomFields",
    "ChatMessage",
    "ChatTool",
    "CompletionTokensDetails",
    "CompletionUsage",
    "FinishReason",
    "FunctionCallMode",
    "FunctionCallName",
    "FunctionDefinition",
    "FunctionMessage",
    "FunctionTool",
    "JsonObjectFormat",
    "JsonSchemaFormat",
    "JsonSchemaFormatSpec",
    "LogitBias",
    "NamedToolChoice",
    "PromptCacheOptions",
    "PromptTokensDetails",
    "ReasoningEffort",
    "ResponseFormat",
    "StaticFunction",
    "StaticFunctionTool",
    "StreamOptions",
    "TextFormat",
    "ToolChoiceMode",
]


ReasoningEffort: TypeAlias = Literal["none", "minimal", "low", "medium", "high"] | str
"""How much a reasoning model may think."""

ToolChoiceMode: TypeAlias = Literal["none", "auto", "required"] | str
"""Whether the model calls tools."""

FunctionCallMode: TypeAlias = Literal["none", "auto"] | str
"""Whether the model calls functions, in the older form."""

FinishReason: TypeAlias = (
    Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str
)
"""Why an answer ended."""


@define(eq=False, repr=False, weakref_slot=False)
class ChatCompletionRequest(Model):
    """
    A conversation to answer. Only `messages` is needed; deployments ignore fields that they do not
    know.

    Attributes:
        model: Name of the model; the path routes, not this field.
        messages: The conversation so far, oldest message first.
        max_tokens: Most tokens to generate.
        max_completion_tokens: Most tokens to generate, reasoning included.
        max_prompt_tokens: Tokens to which the prompt is cut by dropping old messages; `infinity`
            never cuts.
        temperature: Sampling temperature, 0 to 2.
        top_p: Share of probability to sample from, 0 to 1.
        n: Number of choices to generate.
        stop: Text, or up to four texts, at which the answer ends.
        presence_penalty: Penalty on tokens that occurred, -2 to 2.
        frequency_penalty: Penalty on frequent tokens, -2 to 2.
        logit_bias: Bias per token id, -100 to 100.
        seed: Makes sampling repeatable where the model can.
        user: Id of the end user, for abuse detection.
        logprobs: Whether to return log probabilities.
        top_logprobs: Number of alternatives per token to return.
        tools: Functions the model may call, and static functions the deployment runs itself.
        tool_choice: Whether, or which, tool must be called.
        parallel_tool_calls: Whether one answer may hold several tool calls.
        functions: Older form of `tools`.
        function_call: Older form of `tool_choice`.
        response_format: Form of the answer's text, told apart by `type`.
        reasoning_effort: How much a reasoning model may think.
        prompt_cache_key: Key that brings calls with a common prefix to the same cache.
        prompt_cache_options: How the prompt is cached.
        custom_fields: DIAL's own fields of a chat request.
        addons: Addons of older servers.
        data_sources: Data sources of Azure models, passed through.
        stream_options: What a stream carries besides the answer.
        stream: Whether to answer as a stream; set by the streaming call.
    """

    messages: list[ChatMessage]
    model: str | Unset = UNSET
    max_tokens: int | None | Unset = UNSET
    max_completion_tokens: int | None | Unset = UNSET
    max_prompt_tokens: int | Literal["infinity"] | Unset = UNSET
    temperature: float | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    n: int | None | Unset = UNSET
    stop: str | list[str] | None | Unset = UNSET
    presence_penalty: float | None | Unset = UNSET
    frequency_penalty: float | None | Unset = UNSET
    logit_bias: LogitBias | None | Unset = UNSET
    seed: int | None | Unset = UNSET
    user: str | Unset = UNSET
    logprobs: bool | None | Unset = UNSET
    top_logprobs: int | None | Unset = UNSET
    tools: list[ChatTool] | Unset = UNSET
    tool_choice: ChatCompletionRequestToolChoice | Unset = UNSET
    parallel_tool_calls: bool | Unset = UNSET
    functions: list[FunctionDefinition] | Unset = UNSET
    function_call: ChatCompletionRequestFunctionCall | Unset = UNSET
    response_format: ResponseFormat | Unset = UNSET
    reasoning_effort: ReasoningEffort | Unset = UNSET
    prompt_cache_key: str | Unset = UNSET
    prompt_cache_options: PromptCacheOptions | Unset = UNSET
    custom_fields: ChatCustomFields | Unset = UNSET
    addons: list[OpenObject] | Unset = UNSET
    data_sources: list[OpenObject] | Unset = UNSET
    stream_options: StreamOptions | Unset = UNSET
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
        "max_prompt_tokens",
        "temperature",
        "top_p",
        "n",
        "stop",
        "presence_penalty",
        "frequency_penalty",
        "logit_bias",
        "seed",
        "user",
        "logprobs",
        "top_logprobs",
        "tools",
        "tool_choice",
        "parallel_tool_calls",
        "functions",
        "function_call",
        "response_format",
        "reasoning_effort",
        "prompt_cache_key",
        "prompt_cache_options",
        "custom_fields",
        "addons",
        "data_sources",
        "stream_options",
        "stream",
    }
)


def decode_chat_completion_request(source: Any) -> ChatCompletionRequest:
    """`ChatCompletionRequest` of decoded JSON."""
    get = source.get
    return ChatCompletionRequest(
        [decode_chat_message(item) for item in value]
        if (value := source["messages"]).__class__ is list
        else value,
        get("model", UNSET),
        get("max_tokens", UNSET),
        get("max_completion_tokens", UNSET),
        get("max_prompt_tokens", UNSET),
        get("temperature", UNSET),
        get("top_p", UNSET),
        get("n", UNSET),
        get("stop", UNSET),
        get("presence_penalty", UNSET),
        get("frequency_penalty", UNSET),
        get("logit_bias", UNSET),
        get("seed", UNSET),
        get("user", UNSET),
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
        get("prompt_cache_key", UNSET),
        decode_prompt_cache_options(value)
        if (value := get("prompt_cache_options", UNSET)).__class__ is dict
        else value,
        decode_chat_custom_fields(value)
        if (value := get("custom_fields", UNSET)).__class__ is dict
        else value,
        get("addons", UNSET),
        get("data_sources", UNSET),
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
    if (item := value.model) is not UNSET:
        result["model"] = item
    item = value.messages
    result["messages"] = (
        [encode_chat_message(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if (item := value.max_tokens) is not UNSET:
        result["max_tokens"] = item
    if (item := value.max_completion_tokens) is not UNSET:
        result["max_completion_tokens"] = item
    if (item := value.max_prompt_tokens) is not UNSET:
        result["max_prompt_tokens"] = item
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
    if (item := value.user) is not UNSET:
        result["user"] = item
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
    if (item := value.prompt_cache_key) is not UNSET:
        result["prompt_cache_key"] = item
    if (item := value.prompt_cache_options) is not UNSET:
        result["prompt_cache_options"] = (
            encode_prompt_cache_options(item) if isinstance(item, PromptCacheOptions) else item
        )
    if (item := value.custom_fields) is not UNSET:
        result["custom_fields"] = (
            encode_chat_custom_fields(item) if isinstance(item, ChatCustomFields) else item
        )
    if (item := value.addons) is not UNSET:
        result["addons"] = item
    if (item := value.data_sources) is not UNSET:
        result["data_sources"] = item
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
    What a stream carries besides the answer.

    Attributes:
        include_usage: Whether a last chunk without choices carries the usage.
    """

    include_usage: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_stream_options(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> StreamOptions:
        """The value of a decoded JSON object."""
        return decode_stream_options(source)


_STREAM_OPTIONS: Final = frozenset({"include_usage"})


def decode_stream_options(source: Any) -> StreamOptions:
    """`StreamOptions` of decoded JSON."""
    get = source.get
    return StreamOptions(
        get("include_usage", UNSET),
        None if source.keys() <= _STREAM_OPTIONS else extra_of(source, _STREAM_OPTIONS),
    )


def encode_stream_options(value: Any) -> JsonObject:
    """JSON of a `StreamOptions`."""
    result: JsonObject = {}
    if (item := value.include_usage) is not UNSET:
        result["include_usage"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PromptCacheOptions(Model):
    """
    How the prompt is cached.

    Attributes:
        mode: Whether the deployment picks the breakpoints of the prompt cache, or the caller.
        ttl: How long the prompt stays cached, such as `30m`.
    """

    mode: PromptCacheMode | Unset = UNSET
    ttl: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_prompt_cache_options(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PromptCacheOptions:
        """The value of a decoded JSON object."""
        return decode_prompt_cache_options(source)


_PROMPT_CACHE_OPTIONS: Final = frozenset({"mode", "ttl"})


def decode_prompt_cache_options(source: Any) -> PromptCacheOptions:
    """`PromptCacheOptions` of decoded JSON."""
    get = source.get
    return PromptCacheOptions(
        get("mode", UNSET),
        get("ttl", UNSET),
        None if source.keys() <= _PROMPT_CACHE_OPTIONS else extra_of(source, _PROMPT_CACHE_OPTIONS),
    )


def encode_prompt_cache_options(value: Any) -> JsonObject:
    """JSON of a `PromptCacheOptions`."""
    result: JsonObject = {}
    if (item := value.mode) is not UNSET:
        result["mode"] = item
    if (item := value.ttl) is not UNSET:
        result["ttl"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatCustomFields(Model):
    """
    DIAL's own fields of a chat request.

    Attributes:
        configuration: A JSON object whose keys nobody prescribes.
        cache_breakpoint: Marks the end of a cached prefix.
    """

    configuration: OpenObject | Unset = UNSET
    cache_breakpoint: CacheBreakpoint | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_custom_fields(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatCustomFields:
        """The value of a decoded JSON object."""
        return decode_chat_custom_fields(source)


_CHAT_CUSTOM_FIELDS: Final = frozenset({"configuration", "cache_breakpoint"})


def decode_chat_custom_fields(source: Any) -> ChatCustomFields:
    """`ChatCustomFields` of decoded JSON."""
    get = source.get
    return ChatCustomFields(
        get("configuration", UNSET),
        decode_cache_breakpoint(value)
        if (value := get("cache_breakpoint", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _CHAT_CUSTOM_FIELDS else extra_of(source, _CHAT_CUSTOM_FIELDS),
    )


def encode_chat_custom_fields(value: Any) -> JsonObject:
    """JSON of a `ChatCustomFields`."""
    result: JsonObject = {}
    if (item := value.configuration) is not UNSET:
        result["configuration"] = item
    if (item := value.cache_breakpoint) is not UNSET:
        result["cache_breakpoint"] = (
            encode_cache_breakpoint(item) if isinstance(item, CacheBreakpoint) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionMessage(Model):
    """
    What a function returned, in the older form.

    Attributes:
        role: Always `function`.
        content: The result as text.
        name: Name of the function.
        custom_content: DIAL's own content of an answer, also sent back when the conversation goes
            on.
        custom_fields: DIAL's own fields of a message or tool.
    """

    content: str | None
    name: str
    role: Literal["function"] = "function"
    custom_content: CustomContent | Unset = UNSET
    custom_fields: CacheCustomFields | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionMessage:
        """The value of a decoded JSON object."""
        return decode_function_message(source)


_FUNCTION_MESSAGE: Final = frozenset({"role", "content", "name", "custom_content", "custom_fields"})


def decode_function_message(source: Any) -> FunctionMessage:
    """`FunctionMessage` of decoded JSON."""
    get = source.get
    return FunctionMessage(
        source["content"],
        source["name"],
        source["role"],
        decode_custom_content(value)
        if (value := get("custom_content", UNSET)).__class__ is dict
        else value,
        decode_cache_custom_fields(value)
        if (value := get("custom_fields", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _FUNCTION_MESSAGE else extra_of(source, _FUNCTION_MESSAGE),
    )


def encode_function_message(value: Any) -> JsonObject:
    """JSON of a `FunctionMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    result["content"] = value.content
    result["name"] = value.name
    if (item := value.custom_content) is not UNSET:
        result["custom_content"] = (
            encode_custom_content(item) if isinstance(item, CustomContent) else item
        )
    if (item := value.custom_fields) is not UNSET:
        result["custom_fields"] = (
            encode_cache_custom_fields(item) if isinstance(item, CacheCustomFields) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionTool(Model):
    """
    A function that the caller runs.

    Attributes:
        type: Always `function`.
        function: What a function does and takes.
        custom_fields: DIAL's own fields of a message or tool.
    """

    function: FunctionDefinition
    type: Literal["function"] = "function"
    custom_fields: CacheCustomFields | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionTool:
        """The value of a decoded JSON object."""
        return decode_function_tool(source)


_FUNCTION_TOOL: Final = frozenset({"type", "function", "custom_fields"})


def decode_function_tool(source: Any) -> FunctionTool:
    """`FunctionTool` of decoded JSON."""
    get = source.get
    return FunctionTool(
        decode_function_definition(value)
        if (value := source["function"]).__class__ is dict
        else value,
        source["type"],
        decode_cache_custom_fields(value)
        if (value := get("custom_fields", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _FUNCTION_TOOL else extra_of(source, _FUNCTION_TOOL),
    )


def encode_function_tool(value: Any) -> JsonObject:
    """JSON of a `FunctionTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.function
    result["function"] = (
        encode_function_definition(item) if isinstance(item, FunctionDefinition) else item
    )
    if (item := value.custom_fields) is not UNSET:
        result["custom_fields"] = (
            encode_cache_custom_fields(item) if isinstance(item, CacheCustomFields) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionDefinition(Model):
    """
    What a function does and takes.

    Attributes:
        name: Name of the function.
        description: What it does, for the model.
        parameters: A JSON object whose keys nobody prescribes.
        strict: Whether the arguments follow the schema exactly.
    """

    name: str
    description: str | Unset = UNSET
    parameters: OpenObject | Unset = UNSET
    strict: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_definition(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionDefinition:
        """The value of a decoded JSON object."""
        return decode_function_definition(source)


_FUNCTION_DEFINITION: Final = frozenset({"name", "description", "parameters", "strict"})


def decode_function_definition(source: Any) -> FunctionDefinition:
    """`FunctionDefinition` of decoded JSON."""
    get = source.get
    return FunctionDefinition(
        source["name"],
        get("description", UNSET),
        get("parameters", UNSET),
        get("strict", UNSET),
        None if source.keys() <= _FUNCTION_DEFINITION else extra_of(source, _FUNCTION_DEFINITION),
    )


def encode_function_definition(value: Any) -> JsonObject:
    """JSON of a `FunctionDefinition`."""
    result: JsonObject = {}
    result["name"] = value.name
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.parameters) is not UNSET:
        result["parameters"] = item
    if (item := value.strict) is not UNSET:
        result["strict"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class StaticFunctionTool(Model):
    """
    A function that the deployment runs itself.

    Attributes:
        type: Always `static_function`.
        static_function: Name and configuration of a function of the deployment.
        custom_fields: DIAL's own fields of a message or tool.
    """

    static_function: StaticFunction
    type: Literal["static_function"] = "static_function"
    custom_fields: CacheCustomFields | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_static_function_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> StaticFunctionTool:
        """The value of a decoded JSON object."""
        return decode_static_function_tool(source)


_STATIC_FUNCTION_TOOL: Final = frozenset({"type", "static_function", "custom_fields"})


def decode_static_function_tool(source: Any) -> StaticFunctionTool:
    """`StaticFunctionTool` of decoded JSON."""
    get = source.get
    return StaticFunctionTool(
        decode_static_function(value)
        if (value := source["static_function"]).__class__ is dict
        else value,
        source["type"],
        decode_cache_custom_fields(value)
        if (value := get("custom_fields", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _STATIC_FUNCTION_TOOL else extra_of(source, _STATIC_FUNCTION_TOOL),
    )


def encode_static_function_tool(value: Any) -> JsonObject:
    """JSON of a `StaticFunctionTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.static_function
    result["static_function"] = (
        encode_static_function(item) if isinstance(item, StaticFunction) else item
    )
    if (item := value.custom_fields) is not UNSET:
        result["custom_fields"] = (
            encode_cache_custom_fields(item) if isinstance(item, CacheCustomFields) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class StaticFunction(Model):
    """
    Name and configuration of a function of the deployment.

    Attributes:
        name: Name of the function.
        description: What it does, for the model.
        configuration: A JSON object whose keys nobody prescribes.
    """

    name: str
    description: str | Unset = UNSET
    configuration: OpenObject | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_static_function(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> StaticFunction:
        """The value of a decoded JSON object."""
        return decode_static_function(source)


_STATIC_FUNCTION: Final = frozenset({"name", "description", "configuration"})


def decode_static_function(source: Any) -> StaticFunction:
    """`StaticFunction` of decoded JSON."""
    get = source.get
    return StaticFunction(
        source["name"],
        get("description", UNSET),
        get("configuration", UNSET),
        None if source.keys() <= _STATIC_FUNCTION else extra_of(source, _STATIC_FUNCTION),
    )


def encode_static_function(value: Any) -> JsonObject:
    """JSON of a `StaticFunction`."""
    result: JsonObject = {}
    result["name"] = value.name
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.configuration) is not UNSET:
        result["configuration"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class NamedToolChoice(Model):
    """
    The tool that must be called.

    Attributes:
        type: Kind of the tool, `function`.
        function: The function that must be called.
    """

    type: str
    function: FunctionCallName
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_named_tool_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> NamedToolChoice:
        """The value of a decoded JSON object."""
        return decode_named_tool_choice(source)


_NAMED_TOOL_CHOICE: Final = frozenset({"type", "function"})


def decode_named_tool_choice(source: Any) -> NamedToolChoice:
    """`NamedToolChoice` of decoded JSON."""
    return NamedToolChoice(
        source["type"],
        decode_function_call_name(value)
        if (value := source["function"]).__class__ is dict
        else value,
        None if source.keys() <= _NAMED_TOOL_CHOICE else extra_of(source, _NAMED_TOOL_CHOICE),
    )


def encode_named_tool_choice(value: Any) -> JsonObject:
    """JSON of a `NamedToolChoice`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.function
    result["function"] = (
        encode_function_call_name(item) if isinstance(item, FunctionCallName) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionCallName(Model):
    """
    The function that must be called.

    Attributes:
        name: Name of the function.
    """

    name: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_call_name(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionCallName:
        """The value of a decoded JSON object."""
        return decode_function_call_name(source)


_FUNCTION_CALL_NAME: Final = frozenset({"name"})


def decode_function_call_name(source: Any) -> FunctionCallName:
    """`FunctionCallName` of decoded JSON."""
    return FunctionCallName(
        source["name"],
        None if source.keys() <= _FUNCTION_CALL_NAME else extra_of(source, _FUNCTION_CALL_NAME),
    )


def encode_function_call_name(value: Any) -> JsonObject:
    """JSON of a `FunctionCallName`."""
    result: JsonObject = {}
    result["name"] = value.name
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TextFormat(Model):
    """
    Free text.

    Attributes:
        type: Always `text`.
    """

    type: Literal["text"] = "text"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_text_format(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TextFormat:
        """The value of a decoded JSON object."""
        return decode_text_format(source)


_TEXT_FORMAT: Final = frozenset({"type"})


def decode_text_format(source: Any) -> TextFormat:
    """`TextFormat` of decoded JSON."""
    return TextFormat(
        source["type"],
        None if source.keys() <= _TEXT_FORMAT else extra_of(source, _TEXT_FORMAT),
    )


def encode_text_format(value: Any) -> JsonObject:
    """JSON of a `TextFormat`."""
    result: JsonObject = {}
    result["type"] = value.type
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class JsonObjectFormat(Model):
    """
    Some JSON object.

    Attributes:
        type: Always `json_object`.
    """

    type: Literal["json_object"] = "json_object"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_json_object_format(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> JsonObjectFormat:
        """The value of a decoded JSON object."""
        return decode_json_object_format(source)


_JSON_OBJECT_FORMAT: Final = frozenset({"type"})


def decode_json_object_format(source: Any) -> JsonObjectFormat:
    """`JsonObjectFormat` of decoded JSON."""
    return JsonObjectFormat(
        source["type"],
        None if source.keys() <= _JSON_OBJECT_FORMAT else extra_of(source, _JSON_OBJECT_FORMAT),
    )


def encode_json_object_format(value: Any) -> JsonObject:
    """JSON of a `JsonObjectFormat`."""
    result: JsonObject = {}
    result["type"] = value.type
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
class CompletionUsage(Model):
    """
    Tokens that a call consumed.

    Attributes:
        prompt_tokens: Tokens of the prompt.
        completion_tokens: Tokens of the answer.
        total_tokens: Both together.
        prompt_tokens_details: Which tokens of the prompt the cache served or took.
        completion_tokens_details: Which tokens of the answer were spent on thought.
    """

    prompt_tokens: int | None | Unset = UNSET
    completion_tokens: int | None | Unset = UNSET
    total_tokens: int | None | Unset = UNSET
    prompt_tokens_details: PromptTokensDetails | None | Unset = UNSET
    completion_tokens_details: CompletionTokensDetails | None | Unset = UNSET
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
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PromptTokensDetails(Model):
    """
    Which tokens of the prompt the cache served or took.

    Attributes:
        cached_tokens: Tokens read from the cache.
        cache_write_tokens: Tokens written to the cache.
    """

    cached_tokens: int | None | Unset = UNSET
    cache_write_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_prompt_tokens_details(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PromptTokensDetails:
        """The value of a decoded JSON object."""
        return decode_prompt_tokens_details(source)


_PROMPT_TOKENS_DETAILS: Final = frozenset({"cached_tokens", "cache_write_tokens"})


def decode_prompt_tokens_details(source: Any) -> PromptTokensDetails:
    """`PromptTokensDetails` of decoded JSON."""
    get = source.get
    return PromptTokensDetails(
        get("cached_tokens", UNSET),
        get("cache_write_tokens", UNSET),
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
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CompletionTokensDetails(Model):
    """
    Which tokens of the answer were spent on thought.

    Attributes:
        reasoning_tokens: Tokens of reasoning.
    """

    reasoning_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_completion_tokens_details(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CompletionTokensDetails:
        """The value of a decoded JSON object."""
        return decode_completion_tokens_details(source)


_COMPLETION_TOKENS_DETAILS: Final = frozenset({"reasoning_tokens"})


def decode_completion_tokens_details(source: Any) -> CompletionTokensDetails:
    """`CompletionTokensDetails` of decoded JSON."""
    get = source.get
    return CompletionTokensDetails(
        get("reasoning_tokens", UNSET),
        None
        if source.keys() <= _COMPLETION_TOKENS_DETAILS
        else extra_of(source, _COMPLETION_TOKENS_DETAILS),
    )


def encode_completion_tokens_details(value: Any) -> JsonObject:
    """JSON of a `CompletionTokensDetails`."""
    result: JsonObject = {}
    if (item := value.reasoning_tokens) is not UNSET:
        result["reasoning_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


LogitBias: TypeAlias = dict[str, float]
"""Bias per token id, -100 to 100."""


ChatMessage: TypeAlias = (
    SystemMessage
    | DeveloperMessage
    | UserMessage
    | AssistantMessage
    | ToolMessage
    | FunctionMessage
    | JsonObject
)
"""One message of a conversation, told apart by `role`."""

_CHAT_MESSAGE: Final[dict[Any, Callable[[Any], ChatMessage]]] = {
    "system": decode_system_message,
    "developer": decode_developer_message,
    "user": decode_user_message,
    "assistant": decode_assistant_message,
    "tool": decode_tool_message,
    "function": decode_function_message,
}


def decode_chat_message(source: Any) -> ChatMessage:
    """`ChatMessage` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("role")
        decode = _CHAT_MESSAGE.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ChatMessage = source
    return result


def encode_chat_message(value: Any) -> Any:
    """JSON of a `ChatMessage`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ChatTool: TypeAlias = FunctionTool | StaticFunctionTool | JsonObject
"""A tool of a chat request, told apart by `type`."""

_CHAT_TOOL: Final[dict[Any, Callable[[Any], ChatTool]]] = {
    "function": decode_function_tool,
    "static_function": decode_static_function_tool,
}


def decode_chat_tool(source: Any) -> ChatTool:
    """`ChatTool` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _CHAT_TOOL.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ChatTool = source
    return result


def encode_chat_tool(value: Any) -> Any:
    """JSON of a `ChatTool`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


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


ChatCompletionRequestToolChoice: TypeAlias = ToolChoiceMode | NamedToolChoice | JsonObject
"""Whether, or which, tool must be called."""


def decode_chat_completion_request_tool_choice(source: Any) -> ChatCompletionRequestToolChoice:
    """`ChatCompletionRequestToolChoice` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"function", "type"}:
            return decode_named_tool_choice(source)
    result: ChatCompletionRequestToolChoice = source
    return result


def encode_chat_completion_request_tool_choice(value: Any) -> Any:
    """JSON of a `ChatCompletionRequestToolChoice`."""
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
