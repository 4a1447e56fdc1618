"""Models of Aleph Alpha: chat_parts. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import Hosting, LogitBias, OpenObject

__all__ = [
    "AnswerMessage",
    "AssistantMessage",
    "ChatChoice",
    "ChatMessage",
    "ChatRequest",
    "ChatRequestToolChoice",
    "ChatTool",
    "ChoiceLogprobs",
    "ContentPart",
    "FinishReason",
    "FunctionCall",
    "FunctionDefinition",
    "FunctionName",
    "ImagePart",
    "ImageUrl",
    "JsonSchemaFormat",
    "NamedToolChoice",
    "ResponseFormat",
    "StreamOptions",
    "SystemMessage",
    "TextPart",
    "TokenLogprob",
    "ToolCall",
    "ToolChoiceMode",
    "ToolMessage",
    "TopLogprob",
    "UserMessage",
]


ToolChoiceMode: TypeAlias = Literal["none", "auto", "required"] | str
"""Whether functions are called; `auto` when there are any and nothing is said."""

FinishReason: TypeAlias = Literal["stop", "length", "content_filter", "tool_calls"] | str
"""Why an answer ended; `content_filter` stands for every reason that the service does not know."""


@define(eq=False, repr=False, weakref_slot=False)
class ChatRequest(Model):
    """
    A conversation to answer.

    Attributes:
        model: Name of a model that can chat.
        messages: The conversation so far, oldest message first.
        max_tokens: Most tokens to generate; as many as fit when absent.
        temperature: Sampling temperature, 0 to 2; 1 when absent.
        top_p: Share of probability to sample from, 0 to 1; 1 when absent.
        frequency_penalty: Penalty that grows with each repetition of a token, -2 to 2.
        presence_penalty: Penalty on tokens that occurred, -2 to 2.
        n: Number of choices to generate.
        stop: Text, or texts, at which the answer ends.
        logit_bias: Bias per token id; in chats -100 to 100.
        logprobs: Whether to return log probabilities.
        top_logprobs: Number of alternatives per token to return, up to 20.
        response_format: The form of the answer; a JSON schema is the only one, and not every model
            has it.
        tools: Functions that the model may call, up to 128.
        tool_choice: Whether, or which, function must be called.
        steering_concepts: Id of a steering concept, or `_worker/<name>` of one that the worker has;
            only one at a time.
        stream_options: What a stream carries besides the answer.
        stream: Whether to answer as a stream; set by the streaming call.
        hosting: Where the request may be processed; the vendor's client sends it, chat does not
            describe it.
        tags: Undescribed labels that the vendor's client can send.
        parallel_tool_calls: Rejected by the service; its type is not described.
        seed: Ignored by the service; its type is not described.
        service_tier: Ignored by the service; its type is not described.
        user: Ignored by the service; its type is not described.
    """

    model: str
    messages: list[ChatMessage]
    max_tokens: int | Unset = UNSET
    temperature: float | Unset = UNSET
    top_p: float | Unset = UNSET
    frequency_penalty: float | Unset = UNSET
    presence_penalty: float | Unset = UNSET
    n: int | Unset = UNSET
    stop: str | list[str] | Unset = UNSET
    logit_bias: LogitBias | Unset = UNSET
    logprobs: bool | Unset = UNSET
    top_logprobs: int | Unset = UNSET
    response_format: ResponseFormat | Unset = UNSET
    tools: list[ChatTool] | Unset = UNSET
    tool_choice: ChatRequestToolChoice | Unset = UNSET
    steering_concepts: list[str] | Unset = UNSET
    stream_options: StreamOptions | Unset = UNSET
    stream: bool | Unset = UNSET
    hosting: Hosting | None | Unset = UNSET
    tags: list[str] | Unset = UNSET
    parallel_tool_calls: bool | Unset = UNSET
    seed: int | Unset = UNSET
    service_tier: str | Unset = UNSET
    user: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatRequest:
        """The value of a decoded JSON object."""
        return decode_chat_request(source)


_CHAT_REQUEST: Final = frozenset(
    {
        "model",
        "messages",
        "max_tokens",
        "temperature",
        "top_p",
        "frequency_penalty",
        "presence_penalty",
        "n",
        "stop",
        "logit_bias",
        "logprobs",
        "top_logprobs",
        "response_format",
        "tools",
        "tool_choice",
        "steering_concepts",
        "stream_options",
        "stream",
        "hosting",
        "tags",
        "parallel_tool_calls",
        "seed",
        "service_tier",
        "user",
    }
)


def decode_chat_request(source: Any) -> ChatRequest:
    """`ChatRequest` of decoded JSON."""
    get = source.get
    return ChatRequest(
        source["model"],
        [decode_chat_message(item) for item in value]
        if (value := source["messages"]).__class__ is list
        else value,
        get("max_tokens", UNSET),
        get("temperature", UNSET),
        get("top_p", UNSET),
        get("frequency_penalty", UNSET),
        get("presence_penalty", UNSET),
        get("n", UNSET),
        get("stop", UNSET),
        get("logit_bias", UNSET),
        get("logprobs", UNSET),
        get("top_logprobs", UNSET),
        decode_response_format(value)
        if (value := get("response_format", UNSET)).__class__ is dict
        else value,
        [decode_chat_tool(item) if item.__class__ is dict else item for item in value]
        if (value := get("tools", UNSET)).__class__ is list
        else value,
        decode_chat_request_tool_choice(get("tool_choice", UNSET)),
        get("steering_concepts", UNSET),
        decode_stream_options(value)
        if (value := get("stream_options", UNSET)).__class__ is dict
        else value,
        get("stream", UNSET),
        get("hosting", UNSET),
        get("tags", UNSET),
        get("parallel_tool_calls", UNSET),
        get("seed", UNSET),
        get("service_tier", UNSET),
        get("user", UNSET),
        None if source.keys() <= _CHAT_REQUEST else extra_of(source, _CHAT_REQUEST),
    )


def encode_chat_request(value: Any) -> JsonObject:
    """JSON of a `ChatRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    item = value.messages
    result["messages"] = (
        [encode_chat_message(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if (item := value.max_tokens) is not UNSET:
        result["max_tokens"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.top_p) is not UNSET:
        result["top_p"] = item
    if (item := value.frequency_penalty) is not UNSET:
        result["frequency_penalty"] = item
    if (item := value.presence_penalty) is not UNSET:
        result["presence_penalty"] = item
    if (item := value.n) is not UNSET:
        result["n"] = item
    if (item := value.stop) is not UNSET:
        result["stop"] = item
    if (item := value.logit_bias) is not UNSET:
        result["logit_bias"] = item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = item
    if (item := value.top_logprobs) is not UNSET:
        result["top_logprobs"] = item
    if (item := value.response_format) is not UNSET:
        result["response_format"] = (
            encode_response_format(item) if isinstance(item, ResponseFormat) else item
        )
    if (item := value.tools) is not UNSET:
        result["tools"] = (
            [encode_chat_tool(part) if isinstance(part, ChatTool) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.tool_choice) is not UNSET:
        result["tool_choice"] = encode_chat_request_tool_choice(item)
    if (item := value.steering_concepts) is not UNSET:
        result["steering_concepts"] = item
    if (item := value.stream_options) is not UNSET:
        result["stream_options"] = (
            encode_stream_options(item) if isinstance(item, StreamOptions) else item
        )
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if (item := value.parallel_tool_calls) is not UNSET:
        result["parallel_tool_calls"] = item
    if (item := value.seed) is not UNSET:
        result["seed"] = item
    if (item := value.service_tier) is not UNSET:
        result["service_tier"] = item
    if (item := value.user) is not UNSET:
        result["user"] = item
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
class ResponseFormat(Model):
    """
    The form of the answer; a JSON schema is the only one, and not every model has it.

    Attributes:
        type: Always `json_schema`.
        json_schema: A JSON schema that the answer fits, unless the token limit cuts it off.
    """

    json_schema: JsonSchemaFormat
    type: Literal["json_schema"] = "json_schema"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_format(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseFormat:
        """The value of a decoded JSON object."""
        return decode_response_format(source)


_RESPONSE_FORMAT: Final = frozenset({"type", "json_schema"})


def decode_response_format(source: Any) -> ResponseFormat:
    """`ResponseFormat` of decoded JSON."""
    return ResponseFormat(
        decode_json_schema_format(value)
        if (value := source["json_schema"]).__class__ is dict
        else value,
        source["type"],
        None if source.keys() <= _RESPONSE_FORMAT else extra_of(source, _RESPONSE_FORMAT),
    )


def encode_response_format(value: Any) -> JsonObject:
    """JSON of a `ResponseFormat`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.json_schema
    result["json_schema"] = (
        encode_json_schema_format(item) if isinstance(item, JsonSchemaFormat) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class JsonSchemaFormat(Model):
    """
    A JSON schema that the answer fits, unless the token limit cuts it off.

    Attributes:
        name: Name of the schema.
        description: What the schema stands for.
        strict: Whether the schema is followed strictly.
        schema: A JSON object whose keys nobody prescribes.
    """

    name: str
    schema: OpenObject
    description: str | None | Unset = UNSET
    strict: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_json_schema_format(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> JsonSchemaFormat:
        """The value of a decoded JSON object."""
        return decode_json_schema_format(source)


_JSON_SCHEMA_FORMAT: Final = frozenset({"name", "description", "strict", "schema"})


def decode_json_schema_format(source: Any) -> JsonSchemaFormat:
    """`JsonSchemaFormat` of decoded JSON."""
    get = source.get
    return JsonSchemaFormat(
        source["name"],
        source["schema"],
        get("description", UNSET),
        get("strict", UNSET),
        None if source.keys() <= _JSON_SCHEMA_FORMAT else extra_of(source, _JSON_SCHEMA_FORMAT),
    )


def encode_json_schema_format(value: Any) -> JsonObject:
    """JSON of a `JsonSchemaFormat`."""
    result: JsonObject = {}
    result["name"] = value.name
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.strict) is not UNSET:
        result["strict"] = item
    result["schema"] = value.schema
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class SystemMessage(Model):
    """
    Instructions for the model; at most one, first.

    Attributes:
        role: Always `system`.
        content: A text, or content parts.
    """

    content: str | list[ContentPart]
    role: Literal["system"] = "system"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_system_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SystemMessage:
        """The value of a decoded JSON object."""
        return decode_system_message(source)


_SYSTEM_MESSAGE: Final = frozenset({"role", "content"})


def decode_system_message(source: Any) -> SystemMessage:
    """`SystemMessage` of decoded JSON."""
    return SystemMessage(
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["role"],
        None if source.keys() <= _SYSTEM_MESSAGE else extra_of(source, _SYSTEM_MESSAGE),
    )


def encode_system_message(value: Any) -> JsonObject:
    """JSON of a `SystemMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    item = value.content
    result["content"] = (
        [encode_content_part(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class UserMessage(Model):
    """
    What the user says.

    Attributes:
        role: Always `user`.
        content: A text, or content parts.
    """

    content: str | list[ContentPart]
    role: Literal["user"] = "user"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_user_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UserMessage:
        """The value of a decoded JSON object."""
        return decode_user_message(source)


_USER_MESSAGE: Final = frozenset({"role", "content"})


def decode_user_message(source: Any) -> UserMessage:
    """`UserMessage` of decoded JSON."""
    return UserMessage(
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["role"],
        None if source.keys() <= _USER_MESSAGE else extra_of(source, _USER_MESSAGE),
    )


def encode_user_message(value: Any) -> JsonObject:
    """JSON of a `UserMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    item = value.content
    result["content"] = (
        [encode_content_part(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class AssistantMessage(Model):
    """
    What the model answered before.

    Attributes:
        role: Always `assistant`.
        content: A text or content parts; beside tool calls perhaps null, otherwise needed.
        tool_calls: Functions that the model called.
    """

    role: Literal["assistant"] = "assistant"
    content: str | list[ContentPart] | None | Unset = UNSET
    tool_calls: list[ToolCall] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_assistant_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> AssistantMessage:
        """The value of a decoded JSON object."""
        return decode_assistant_message(source)


_ASSISTANT_MESSAGE: Final = frozenset({"role", "content", "tool_calls"})


def decode_assistant_message(source: Any) -> AssistantMessage:
    """`AssistantMessage` of decoded JSON."""
    get = source.get
    return AssistantMessage(
        source["role"],
        [decode_content_part(item) for item in value]
        if (value := get("content", UNSET)).__class__ is list
        else value,
        [decode_tool_call(item) if item.__class__ is dict else item for item in value]
        if (value := get("tool_calls", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _ASSISTANT_MESSAGE else extra_of(source, _ASSISTANT_MESSAGE),
    )


def encode_assistant_message(value: Any) -> JsonObject:
    """JSON of a `AssistantMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    if (item := value.content) is not UNSET:
        result["content"] = (
            [encode_content_part(part) for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.tool_calls) is not UNSET:
        result["tool_calls"] = (
            [encode_tool_call(part) if isinstance(part, ToolCall) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolMessage(Model):
    """
    What a function returned.

    Attributes:
        role: Always `tool`.
        content: A text, or content parts.
        tool_call_id: Id of the tool call that this answers.
    """

    content: str | list[ContentPart]
    tool_call_id: str
    role: Literal["tool"] = "tool"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tool_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolMessage:
        """The value of a decoded JSON object."""
        return decode_tool_message(source)


_TOOL_MESSAGE: Final = frozenset({"role", "content", "tool_call_id"})


def decode_tool_message(source: Any) -> ToolMessage:
    """`ToolMessage` of decoded JSON."""
    return ToolMessage(
        [decode_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["tool_call_id"],
        source["role"],
        None if source.keys() <= _TOOL_MESSAGE else extra_of(source, _TOOL_MESSAGE),
    )


def encode_tool_message(value: Any) -> JsonObject:
    """JSON of a `ToolMessage`."""
    result: JsonObject = {}
    result["role"] = value.role
    item = value.content
    result["content"] = (
        [encode_content_part(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    result["tool_call_id"] = value.tool_call_id
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TextPart(Model):
    """
    A text.

    Attributes:
        type: Always `text`.
        text: The text.
    """

    text: str
    type: Literal["text"] = "text"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_text_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TextPart:
        """The value of a decoded JSON object."""
        return decode_text_part(source)


_TEXT_PART: Final = frozenset({"type", "text"})


def decode_text_part(source: Any) -> TextPart:
    """`TextPart` of decoded JSON."""
    return TextPart(
        source["text"],
        source["type"],
        None if source.keys() <= _TEXT_PART else extra_of(source, _TEXT_PART),
    )


def encode_text_part(value: Any) -> JsonObject:
    """JSON of a `TextPart`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["text"] = value.text
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImagePart(Model):
    """
    A picture.

    Attributes:
        type: Always `image_url`.
        image_url: The content of a picture.
    """

    image_url: ImageUrl
    type: Literal["image_url"] = "image_url"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImagePart:
        """The value of a decoded JSON object."""
        return decode_image_part(source)


_IMAGE_PART: Final = frozenset({"type", "image_url"})


def decode_image_part(source: Any) -> ImagePart:
    """`ImagePart` of decoded JSON."""
    return ImagePart(
        decode_image_url(value) if (value := source["image_url"]).__class__ is dict else value,
        source["type"],
        None if source.keys() <= _IMAGE_PART else extra_of(source, _IMAGE_PART),
    )


def encode_image_part(value: Any) -> JsonObject:
    """JSON of a `ImagePart`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.image_url
    result["image_url"] = encode_image_url(item) if isinstance(item, ImageUrl) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImageUrl(Model):
    """
    The content of a picture.

    Attributes:
        url: A data URL in base64; no other kind is described.
        detail: Always `auto`, if sent.
    """

    url: str
    detail: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_url(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImageUrl:
        """The value of a decoded JSON object."""
        return decode_image_url(source)


_IMAGE_URL: Final = frozenset({"url", "detail"})


def decode_image_url(source: Any) -> ImageUrl:
    """`ImageUrl` of decoded JSON."""
    get = source.get
    return ImageUrl(
        source["url"],
        get("detail", UNSET),
        None if source.keys() <= _IMAGE_URL else extra_of(source, _IMAGE_URL),
    )


def encode_image_url(value: Any) -> JsonObject:
    """JSON of a `ImageUrl`."""
    result: JsonObject = {}
    result["url"] = value.url
    if (item := value.detail) is not UNSET:
        result["detail"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatTool(Model):
    """
    A function that the model may call.

    Attributes:
        type: Always `function`.
        function: What a function is called, does and takes.
    """

    function: FunctionDefinition
    type: Literal["function"] = "function"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatTool:
        """The value of a decoded JSON object."""
        return decode_chat_tool(source)


_CHAT_TOOL: Final = frozenset({"type", "function"})


def decode_chat_tool(source: Any) -> ChatTool:
    """`ChatTool` of decoded JSON."""
    return ChatTool(
        decode_function_definition(value)
        if (value := source["function"]).__class__ is dict
        else value,
        source["type"],
        None if source.keys() <= _CHAT_TOOL else extra_of(source, _CHAT_TOOL),
    )


def encode_chat_tool(value: Any) -> JsonObject:
    """JSON of a `ChatTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.function
    result["function"] = (
        encode_function_definition(item) if isinstance(item, FunctionDefinition) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionDefinition(Model):
    """
    What a function is called, does and takes.

    Attributes:
        name: Name of up to 64 letters, digits, `_` and `-`.
        description: What it does, for the model.
        parameters: A JSON object whose keys nobody prescribes.
        strict: Whether arguments follow the schema strictly.
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
class NamedToolChoice(Model):
    """
    The function that must be called.

    Attributes:
        type: Always `function`.
        function: The name of a function.
    """

    function: FunctionName
    type: Literal["function"] = "function"
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
        decode_function_name(value) if (value := source["function"]).__class__ is dict else value,
        source["type"],
        None if source.keys() <= _NAMED_TOOL_CHOICE else extra_of(source, _NAMED_TOOL_CHOICE),
    )


def encode_named_tool_choice(value: Any) -> JsonObject:
    """JSON of a `NamedToolChoice`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.function
    result["function"] = encode_function_name(item) if isinstance(item, FunctionName) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionName(Model):
    """
    The name of a function.

    Attributes:
        name: Name of the function.
    """

    name: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_name(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionName:
        """The value of a decoded JSON object."""
        return decode_function_name(source)


_FUNCTION_NAME: Final = frozenset({"name"})


def decode_function_name(source: Any) -> FunctionName:
    """`FunctionName` of decoded JSON."""
    return FunctionName(
        source["name"],
        None if source.keys() <= _FUNCTION_NAME else extra_of(source, _FUNCTION_NAME),
    )


def encode_function_name(value: Any) -> JsonObject:
    """JSON of a `FunctionName`."""
    result: JsonObject = {}
    result["name"] = value.name
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolCall(Model):
    """
    A function that the model called.

    Attributes:
        id: Id that the tool message repeats.
        type: Always `function`.
        function: A function with its arguments.
    """

    id: str
    function: FunctionCall
    type: Literal["function"] = "function"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tool_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolCall:
        """The value of a decoded JSON object."""
        return decode_tool_call(source)


_TOOL_CALL: Final = frozenset({"id", "type", "function"})


def decode_tool_call(source: Any) -> ToolCall:
    """`ToolCall` of decoded JSON."""
    return ToolCall(
        source["id"],
        decode_function_call(value) if (value := source["function"]).__class__ is dict else value,
        source["type"],
        None if source.keys() <= _TOOL_CALL else extra_of(source, _TOOL_CALL),
    )


def encode_tool_call(value: Any) -> JsonObject:
    """JSON of a `ToolCall`."""
    result: JsonObject = {}
    result["id"] = value.id
    result["type"] = value.type
    item = value.function
    result["function"] = encode_function_call(item) if isinstance(item, FunctionCall) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FunctionCall(Model):
    """
    A function with its arguments.

    Attributes:
        name: Name of the function.
        arguments: Arguments as JSON text, which the model may get wrong.
    """

    name: str
    arguments: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionCall:
        """The value of a decoded JSON object."""
        return decode_function_call(source)


_FUNCTION_CALL: Final = frozenset({"name", "arguments"})


def decode_function_call(source: Any) -> FunctionCall:
    """`FunctionCall` of decoded JSON."""
    return FunctionCall(
        source["name"],
        source["arguments"],
        None if source.keys() <= _FUNCTION_CALL else extra_of(source, _FUNCTION_CALL),
    )


def encode_function_call(value: Any) -> JsonObject:
    """JSON of a `FunctionCall`."""
    result: JsonObject = {}
    result["name"] = value.name
    result["arguments"] = value.arguments
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatChoice(Model):
    """
    One choice.

    Attributes:
        index: Position of the choice.
        message: What the model answered.
        finish_reason: Why an answer ended; `content_filter` stands for every reason that the
            service does not know.
        logprobs: Log probabilities of an answer.
    """

    message: AnswerMessage
    index: int | Unset = UNSET
    finish_reason: FinishReason | None | Unset = UNSET
    logprobs: ChoiceLogprobs | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatChoice:
        """The value of a decoded JSON object."""
        return decode_chat_choice(source)


_CHAT_CHOICE: Final = frozenset({"index", "message", "finish_reason", "logprobs"})


def decode_chat_choice(source: Any) -> ChatChoice:
    """`ChatChoice` of decoded JSON."""
    get = source.get
    return ChatChoice(
        decode_answer_message(value) if (value := source["message"]).__class__ is dict else value,
        get("index", UNSET),
        get("finish_reason", UNSET),
        decode_choice_logprobs(value)
        if (value := get("logprobs", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _CHAT_CHOICE else extra_of(source, _CHAT_CHOICE),
    )


def encode_chat_choice(value: Any) -> JsonObject:
    """JSON of a `ChatChoice`."""
    result: JsonObject = {}
    if (item := value.index) is not UNSET:
        result["index"] = item
    item = value.message
    result["message"] = encode_answer_message(item) if isinstance(item, AnswerMessage) else item
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
class AnswerMessage(Model):
    """
    What the model answered.

    Attributes:
        role: Always `assistant`.
        content: The text; perhaps null beside tool calls.
        tool_calls: Functions that the model called; empty when it could call some and did not.
        reasoning_content: The reasoning, from proxied models; not seen.
        reasoning: The reasoning, from other proxied models; not seen.
    """

    role: str | Unset = UNSET
    content: str | None | Unset = UNSET
    tool_calls: list[ToolCall] | None | Unset = UNSET
    reasoning_content: str | None | Unset = UNSET
    reasoning: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_answer_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> AnswerMessage:
        """The value of a decoded JSON object."""
        return decode_answer_message(source)


_ANSWER_MESSAGE: Final = frozenset(
    {"role", "content", "tool_calls", "reasoning_content", "reasoning"}
)


def decode_answer_message(source: Any) -> AnswerMessage:
    """`AnswerMessage` of decoded JSON."""
    get = source.get
    return AnswerMessage(
        get("role", UNSET),
        get("content", UNSET),
        [decode_tool_call(item) if item.__class__ is dict else item for item in value]
        if (value := get("tool_calls", UNSET)).__class__ is list
        else value,
        get("reasoning_content", UNSET),
        get("reasoning", UNSET),
        None if source.keys() <= _ANSWER_MESSAGE else extra_of(source, _ANSWER_MESSAGE),
    )


def encode_answer_message(value: Any) -> JsonObject:
    """JSON of a `AnswerMessage`."""
    result: JsonObject = {}
    if (item := value.role) is not UNSET:
        result["role"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if (item := value.tool_calls) is not UNSET:
        result["tool_calls"] = (
            [encode_tool_call(part) if isinstance(part, ToolCall) else part for part in item]
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
class ChoiceLogprobs(Model):
    """
    Log probabilities of an answer.

    Attributes:
        content: One entry per token.
    """

    content: list[TokenLogprob] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_choice_logprobs(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChoiceLogprobs:
        """The value of a decoded JSON object."""
        return decode_choice_logprobs(source)


_CHOICE_LOGPROBS: Final = frozenset({"content"})


def decode_choice_logprobs(source: Any) -> ChoiceLogprobs:
    """`ChoiceLogprobs` of decoded JSON."""
    get = source.get
    return ChoiceLogprobs(
        [decode_token_logprob(item) if item.__class__ is dict else item for item in value]
        if (value := get("content", UNSET)).__class__ is list
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
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenLogprob(Model):
    """
    How likely a token was, and which others were.

    Attributes:
        token: The token as text.
        logprob: Its log probability; -9999.0 when the worker gave none.
        bytes_: Its bytes in UTF-8.
        top_logprobs: The most likely tokens at its place.
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
    How likely an alternative token was.

    Attributes:
        token: The token as text.
        logprob: Its log probability.
        bytes_: Its bytes in UTF-8.
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


ChatMessage: TypeAlias = SystemMessage | UserMessage | AssistantMessage | ToolMessage | JsonObject
"""One message of a conversation, told apart by `role`."""

_CHAT_MESSAGE: Final[dict[Any, Callable[[Any], ChatMessage]]] = {
    "system": decode_system_message,
    "user": decode_user_message,
    "assistant": decode_assistant_message,
    "tool": decode_tool_message,
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


ContentPart: TypeAlias = TextPart | ImagePart | JsonObject
"""One part of a message, told apart by `type`."""

_CONTENT_PART: Final[dict[Any, Callable[[Any], ContentPart]]] = {
    "text": decode_text_part,
    "image_url": decode_image_part,
}


def decode_content_part(source: Any) -> ContentPart:
    """`ContentPart` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _CONTENT_PART.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ContentPart = source
    return result


def encode_content_part(value: Any) -> Any:
    """JSON of a `ContentPart`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ChatRequestToolChoice: TypeAlias = ToolChoiceMode | NamedToolChoice | JsonObject
"""Whether, or which, function must be called."""

_CHAT_REQUEST_TOOL_CHOICE: Final[dict[Any, Callable[[Any], ChatRequestToolChoice]]] = {
    "function": decode_named_tool_choice,
}


def decode_chat_request_tool_choice(source: Any) -> ChatRequestToolChoice:
    """`ChatRequestToolChoice` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _CHAT_REQUEST_TOOL_CHOICE.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ChatRequestToolChoice = source
    return result


def encode_chat_request_tool_choice(value: Any) -> Any:
    """JSON of a `ChatRequestToolChoice`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
