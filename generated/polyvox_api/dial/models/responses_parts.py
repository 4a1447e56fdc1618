"""Models of AI DIAL: responses_parts. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_chat import (
    JsonObjectFormat,
    ReasoningEffort,
    TextFormat,
    ToolChoiceMode,
    decode_json_object_format,
    decode_text_format,
)
from .shared_chat_parts import (
    ImageDetail,
    OpenObject,
    RefusalPart,
    decode_refusal_part,
)

__all__ = [
    "CreateResponseRequest",
    "CreateResponseRequestToolChoice",
    "ResponseContentPart",
    "ResponseFailure",
    "ResponseFunctionCall",
    "ResponseFunctionOutput",
    "ResponseFunctionTool",
    "ResponseInputFile",
    "ResponseInputImage",
    "ResponseInputItem",
    "ResponseInputMessage",
    "ResponseInputText",
    "ResponseItemReference",
    "ResponseItemStatus",
    "ResponseJsonSchemaFormat",
    "ResponseMcpTool",
    "ResponseMetadata",
    "ResponseOutputText",
    "ResponseReasoning",
    "ResponseReasoningOptions",
    "ResponseReasoningText",
    "ResponseStatus",
    "ResponseTextFormat",
    "ResponseTextOptions",
    "ResponseTool",
    "ResponseToolChoice",
    "ResponseWebSearchTool",
]


ResponseItemStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"] | str
"""State of an item."""

ResponseStatus: TypeAlias = (
    Literal["queued", "in_progress", "completed", "failed", "incomplete", "cancelled"] | str
)
"""State of a response."""


@define(eq=False, repr=False, weakref_slot=False)
class CreateResponseRequest(Model):
    """
    Input items to respond to.

    Attributes:
        model: Id of the deployment that responds.
        input: A text of the user, or input items.
        instructions: Instructions for the model, not carried over to later responses.
        previous_response_id: Id of the stored response to continue.
        background: Whether to respond in the background.
        include: Further parts of the output to return.
        max_output_tokens: Most tokens to generate, reasoning included.
        max_tool_calls: Most calls of built-in tools.
        metadata: Up to sixteen pairs of texts kept with a response.
        parallel_tool_calls: Whether one response may hold several tool calls.
        prompt_cache_key: Key that brings calls with a common prefix to the same cache.
        reasoning: How much a reasoning model may think, and whether it sums that up.
        safety_identifier: Stable id of the end user, for abuse detection.
        service_tier: Tier that serves the call.
        store: Whether the response is stored.
        temperature: Sampling temperature, 0 to 2.
        text: Form of the output's text.
        tool_choice: Whether, or which, tool must be called.
        tools: Tools the model may call.
        top_logprobs: Number of alternatives per token to return.
        top_p: Share of probability to sample from, 0 to 1.
        truncation: Whether old items are dropped, `auto`, or the call fails, `disabled`.
        user: Id of the end user, in the older form.
        stream: Whether to respond as a stream; set by the streaming call.
    """

    model: str
    input: str | list[ResponseInputItem] | Unset = UNSET
    instructions: str | None | Unset = UNSET
    previous_response_id: str | None | Unset = UNSET
    background: bool | None | Unset = UNSET
    include: list[str] | None | Unset = UNSET
    max_output_tokens: int | None | Unset = UNSET
    max_tool_calls: int | None | Unset = UNSET
    metadata: ResponseMetadata | None | Unset = UNSET
    parallel_tool_calls: bool | None | Unset = UNSET
    prompt_cache_key: str | Unset = UNSET
    reasoning: ResponseReasoningOptions | None | Unset = UNSET
    safety_identifier: str | Unset = UNSET
    service_tier: str | None | Unset = UNSET
    store: bool | None | Unset = UNSET
    temperature: float | None | Unset = UNSET
    text: ResponseTextOptions | Unset = UNSET
    tool_choice: CreateResponseRequestToolChoice | Unset = UNSET
    tools: list[ResponseTool] | Unset = UNSET
    top_logprobs: int | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    truncation: str | None | Unset = UNSET
    user: str | None | Unset = UNSET
    stream: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_create_response_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreateResponseRequest:
        """The value of a decoded JSON object."""
        return decode_create_response_request(source)


_CREATE_RESPONSE_REQUEST: Final = frozenset(
    {
        "model",
        "input",
        "instructions",
        "previous_response_id",
        "background",
        "include",
        "max_output_tokens",
        "max_tool_calls",
        "metadata",
        "parallel_tool_calls",
        "prompt_cache_key",
        "reasoning",
        "safety_identifier",
        "service_tier",
        "store",
        "temperature",
        "text",
        "tool_choice",
        "tools",
        "top_logprobs",
        "top_p",
        "truncation",
        "user",
        "stream",
    }
)


def decode_create_response_request(source: Any) -> CreateResponseRequest:
    """`CreateResponseRequest` of decoded JSON."""
    get = source.get
    return CreateResponseRequest(
        source["model"],
        [decode_response_input_item(item) for item in value]
        if (value := get("input", UNSET)).__class__ is list
        else value,
        get("instructions", UNSET),
        get("previous_response_id", UNSET),
        get("background", UNSET),
        get("include", UNSET),
        get("max_output_tokens", UNSET),
        get("max_tool_calls", UNSET),
        get("metadata", UNSET),
        get("parallel_tool_calls", UNSET),
        get("prompt_cache_key", UNSET),
        decode_response_reasoning_options(value)
        if (value := get("reasoning", UNSET)).__class__ is dict
        else value,
        get("safety_identifier", UNSET),
        get("service_tier", UNSET),
        get("store", UNSET),
        get("temperature", UNSET),
        decode_response_text_options(value)
        if (value := get("text", UNSET)).__class__ is dict
        else value,
        decode_create_response_request_tool_choice(get("tool_choice", UNSET)),
        [decode_response_tool(item) for item in value]
        if (value := get("tools", UNSET)).__class__ is list
        else value,
        get("top_logprobs", UNSET),
        get("top_p", UNSET),
        get("truncation", UNSET),
        get("user", UNSET),
        get("stream", UNSET),
        None
        if source.keys() <= _CREATE_RESPONSE_REQUEST
        else extra_of(source, _CREATE_RESPONSE_REQUEST),
    )


def encode_create_response_request(value: Any) -> JsonObject:
    """JSON of a `CreateResponseRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.input) is not UNSET:
        result["input"] = (
            [encode_response_input_item(part) for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.instructions) is not UNSET:
        result["instructions"] = item
    if (item := value.previous_response_id) is not UNSET:
        result["previous_response_id"] = item
    if (item := value.background) is not UNSET:
        result["background"] = item
    if (item := value.include) is not UNSET:
        result["include"] = item
    if (item := value.max_output_tokens) is not UNSET:
        result["max_output_tokens"] = item
    if (item := value.max_tool_calls) is not UNSET:
        result["max_tool_calls"] = item
    if (item := value.metadata) is not UNSET:
        result["metadata"] = item
    if (item := value.parallel_tool_calls) is not UNSET:
        result["parallel_tool_calls"] = item
    if (item := value.prompt_cache_key) is not UNSET:
        result["prompt_cache_key"] = item
    if (item := value.reasoning) is not UNSET:
        result["reasoning"] = (
            encode_response_reasoning_options(item)
            if isinstance(item, ResponseReasoningOptions)
            else item
        )
    if (item := value.safety_identifier) is not UNSET:
        result["safety_identifier"] = item
    if (item := value.service_tier) is not UNSET:
        result["service_tier"] = item
    if (item := value.store) is not UNSET:
        result["store"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.text) is not UNSET:
        result["text"] = (
            encode_response_text_options(item) if isinstance(item, ResponseTextOptions) else item
        )
    if (item := value.tool_choice) is not UNSET:
        result["tool_choice"] = encode_create_response_request_tool_choice(item)
    if (item := value.tools) is not UNSET:
        result["tools"] = (
            [encode_response_tool(part) for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.top_logprobs) is not UNSET:
        result["top_logprobs"] = item
    if (item := value.top_p) is not UNSET:
        result["top_p"] = item
    if (item := value.truncation) is not UNSET:
        result["truncation"] = item
    if (item := value.user) is not UNSET:
        result["user"] = item
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseReasoningOptions(Model):
    """
    How much a reasoning model may think, and whether it sums that up.

    Attributes:
        effort: How much a reasoning model may think.
        summary: Detail of the summary: `auto`, `concise` or `detailed`.
    """

    effort: ReasoningEffort | None | Unset = UNSET
    summary: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_reasoning_options(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseReasoningOptions:
        """The value of a decoded JSON object."""
        return decode_response_reasoning_options(source)


_RESPONSE_REASONING_OPTIONS: Final = frozenset({"effort", "summary"})


def decode_response_reasoning_options(source: Any) -> ResponseReasoningOptions:
    """`ResponseReasoningOptions` of decoded JSON."""
    get = source.get
    return ResponseReasoningOptions(
        get("effort", UNSET),
        get("summary", UNSET),
        None
        if source.keys() <= _RESPONSE_REASONING_OPTIONS
        else extra_of(source, _RESPONSE_REASONING_OPTIONS),
    )


def encode_response_reasoning_options(value: Any) -> JsonObject:
    """JSON of a `ResponseReasoningOptions`."""
    result: JsonObject = {}
    if (item := value.effort) is not UNSET:
        result["effort"] = item
    if (item := value.summary) is not UNSET:
        result["summary"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseTextOptions(Model):
    """
    Form of the output's text.

    Attributes:
        format: Form of the output's text, told apart by `type`.
        verbosity: How much to say: `low`, `medium` or `high`.
    """

    format: ResponseTextFormat | Unset = UNSET
    verbosity: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_text_options(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseTextOptions:
        """The value of a decoded JSON object."""
        return decode_response_text_options(source)


_RESPONSE_TEXT_OPTIONS: Final = frozenset({"format", "verbosity"})


def decode_response_text_options(source: Any) -> ResponseTextOptions:
    """`ResponseTextOptions` of decoded JSON."""
    get = source.get
    return ResponseTextOptions(
        decode_response_text_format(get("format", UNSET)),
        get("verbosity", UNSET),
        None
        if source.keys() <= _RESPONSE_TEXT_OPTIONS
        else extra_of(source, _RESPONSE_TEXT_OPTIONS),
    )


def encode_response_text_options(value: Any) -> JsonObject:
    """JSON of a `ResponseTextOptions`."""
    result: JsonObject = {}
    if (item := value.format) is not UNSET:
        result["format"] = encode_response_text_format(item)
    if (item := value.verbosity) is not UNSET:
        result["verbosity"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseJsonSchemaFormat(Model):
    """
    JSON that follows a schema.

    Attributes:
        type: Always `json_schema`.
        name: Name of the schema.
        schema: A JSON object whose keys nobody prescribes.
        description: What the output is, for the model.
        strict: Whether the output follows the schema exactly.
    """

    name: str
    schema: OpenObject
    type: Literal["json_schema"] = "json_schema"
    description: str | Unset = UNSET
    strict: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_json_schema_format(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseJsonSchemaFormat:
        """The value of a decoded JSON object."""
        return decode_response_json_schema_format(source)


_RESPONSE_JSON_SCHEMA_FORMAT: Final = frozenset({"type", "name", "schema", "description", "strict"})


def decode_response_json_schema_format(source: Any) -> ResponseJsonSchemaFormat:
    """`ResponseJsonSchemaFormat` of decoded JSON."""
    get = source.get
    return ResponseJsonSchemaFormat(
        source["name"],
        source["schema"],
        source["type"],
        get("description", UNSET),
        get("strict", UNSET),
        None
        if source.keys() <= _RESPONSE_JSON_SCHEMA_FORMAT
        else extra_of(source, _RESPONSE_JSON_SCHEMA_FORMAT),
    )


def encode_response_json_schema_format(value: Any) -> JsonObject:
    """JSON of a `ResponseJsonSchemaFormat`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["name"] = value.name
    result["schema"] = value.schema
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.strict) is not UNSET:
        result["strict"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseToolChoice(Model):
    """
    The tool that must be called.

    Attributes:
        type: Kind of the tool, such as `function`.
        name: Name of the function.
    """

    type: str
    name: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_tool_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseToolChoice:
        """The value of a decoded JSON object."""
        return decode_response_tool_choice(source)


_RESPONSE_TOOL_CHOICE: Final = frozenset({"type", "name"})


def decode_response_tool_choice(source: Any) -> ResponseToolChoice:
    """`ResponseToolChoice` of decoded JSON."""
    get = source.get
    return ResponseToolChoice(
        source["type"],
        get("name", UNSET),
        None if source.keys() <= _RESPONSE_TOOL_CHOICE else extra_of(source, _RESPONSE_TOOL_CHOICE),
    )


def encode_response_tool_choice(value: Any) -> JsonObject:
    """JSON of a `ResponseToolChoice`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.name) is not UNSET:
        result["name"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseFunctionTool(Model):
    """
    A function that the caller runs.

    Attributes:
        type: Always `function`.
        name: Name of the function.
        description: What it does, for the model.
        parameters: A JSON object whose keys nobody prescribes.
        strict: Whether the arguments follow the schema exactly.
    """

    name: str
    type: Literal["function"] = "function"
    description: str | None | Unset = UNSET
    parameters: OpenObject | None | Unset = UNSET
    strict: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_function_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseFunctionTool:
        """The value of a decoded JSON object."""
        return decode_response_function_tool(source)


_RESPONSE_FUNCTION_TOOL: Final = frozenset({"type", "name", "description", "parameters", "strict"})


def decode_response_function_tool(source: Any) -> ResponseFunctionTool:
    """`ResponseFunctionTool` of decoded JSON."""
    get = source.get
    return ResponseFunctionTool(
        source["name"],
        source["type"],
        get("description", UNSET),
        get("parameters", UNSET),
        get("strict", UNSET),
        None
        if source.keys() <= _RESPONSE_FUNCTION_TOOL
        else extra_of(source, _RESPONSE_FUNCTION_TOOL),
    )


def encode_response_function_tool(value: Any) -> JsonObject:
    """JSON of a `ResponseFunctionTool`."""
    result: JsonObject = {}
    result["type"] = value.type
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
class ResponseWebSearchTool(Model):
    """
    The web search of the provider.

    Attributes:
        type: Always `web_search`.
        search_context_size: How much to read: `low`, `medium` or `high`.
    """

    type: Literal["web_search"] = "web_search"
    search_context_size: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_web_search_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseWebSearchTool:
        """The value of a decoded JSON object."""
        return decode_response_web_search_tool(source)


_RESPONSE_WEB_SEARCH_TOOL: Final = frozenset({"type", "search_context_size"})


def decode_response_web_search_tool(source: Any) -> ResponseWebSearchTool:
    """`ResponseWebSearchTool` of decoded JSON."""
    get = source.get
    return ResponseWebSearchTool(
        source["type"],
        get("search_context_size", UNSET),
        None
        if source.keys() <= _RESPONSE_WEB_SEARCH_TOOL
        else extra_of(source, _RESPONSE_WEB_SEARCH_TOOL),
    )


def encode_response_web_search_tool(value: Any) -> JsonObject:
    """JSON of a `ResponseWebSearchTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.search_context_size) is not UNSET:
        result["search_context_size"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseMcpTool(Model):
    """
    The tools of a remote MCP server.

    Attributes:
        type: Always `mcp`.
        server_label: Label of the server in tool calls.
        server_url: URL of the server.
        allowed_tools: Names of the tools that may be called.
    """

    server_label: str
    type: Literal["mcp"] = "mcp"
    server_url: str | Unset = UNSET
    allowed_tools: list[str] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_mcp_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseMcpTool:
        """The value of a decoded JSON object."""
        return decode_response_mcp_tool(source)


_RESPONSE_MCP_TOOL: Final = frozenset({"type", "server_label", "server_url", "allowed_tools"})


def decode_response_mcp_tool(source: Any) -> ResponseMcpTool:
    """`ResponseMcpTool` of decoded JSON."""
    get = source.get
    return ResponseMcpTool(
        source["server_label"],
        source["type"],
        get("server_url", UNSET),
        get("allowed_tools", UNSET),
        None if source.keys() <= _RESPONSE_MCP_TOOL else extra_of(source, _RESPONSE_MCP_TOOL),
    )


def encode_response_mcp_tool(value: Any) -> JsonObject:
    """JSON of a `ResponseMcpTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["server_label"] = value.server_label
    if (item := value.server_url) is not UNSET:
        result["server_url"] = item
    if (item := value.allowed_tools) is not UNSET:
        result["allowed_tools"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseInputMessage(Model):
    """
    A message of the input, also an output message that is sent back.

    Attributes:
        type: Always `message`.
        id: Id of an output message that is sent back.
        role: Author: `user`, `system`, `developer` or `assistant`.
        status: State of an output message that is sent back.
        content: A text, or content parts.
    """

    role: str
    content: str | list[ResponseContentPart]
    type: Literal["message"] = "message"
    id: str | Unset = UNSET
    status: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_input_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseInputMessage:
        """The value of a decoded JSON object."""
        return decode_response_input_message(source)


_RESPONSE_INPUT_MESSAGE: Final = frozenset({"type", "id", "role", "status", "content"})


def decode_response_input_message(source: Any) -> ResponseInputMessage:
    """`ResponseInputMessage` of decoded JSON."""
    get = source.get
    return ResponseInputMessage(
        source["role"],
        [decode_response_content_part(item) for item in value]
        if (value := source["content"]).__class__ is list
        else value,
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        None
        if source.keys() <= _RESPONSE_INPUT_MESSAGE
        else extra_of(source, _RESPONSE_INPUT_MESSAGE),
    )


def encode_response_input_message(value: Any) -> JsonObject:
    """JSON of a `ResponseInputMessage`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    result["role"] = value.role
    if (item := value.status) is not UNSET:
        result["status"] = item
    item = value.content
    result["content"] = (
        [encode_response_content_part(part) for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseInputText(Model):
    """
    A text.

    Attributes:
        type: Always `input_text`.
        text: The text.
    """

    text: str
    type: Literal["input_text"] = "input_text"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_input_text(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseInputText:
        """The value of a decoded JSON object."""
        return decode_response_input_text(source)


_RESPONSE_INPUT_TEXT: Final = frozenset({"type", "text"})


def decode_response_input_text(source: Any) -> ResponseInputText:
    """`ResponseInputText` of decoded JSON."""
    return ResponseInputText(
        source["text"],
        source["type"],
        None if source.keys() <= _RESPONSE_INPUT_TEXT else extra_of(source, _RESPONSE_INPUT_TEXT),
    )


def encode_response_input_text(value: Any) -> JsonObject:
    """JSON of a `ResponseInputText`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["text"] = value.text
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseInputImage(Model):
    """
    A picture.

    Attributes:
        type: Always `input_image`.
        image_url: A web URL or a data URL.
        file_id: Id of an uploaded file.
        detail: How closely the model looks at a picture.
    """

    type: Literal["input_image"] = "input_image"
    image_url: str | None | Unset = UNSET
    file_id: str | None | Unset = UNSET
    detail: ImageDetail | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_input_image(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseInputImage:
        """The value of a decoded JSON object."""
        return decode_response_input_image(source)


_RESPONSE_INPUT_IMAGE: Final = frozenset({"type", "image_url", "file_id", "detail"})


def decode_response_input_image(source: Any) -> ResponseInputImage:
    """`ResponseInputImage` of decoded JSON."""
    get = source.get
    return ResponseInputImage(
        source["type"],
        get("image_url", UNSET),
        get("file_id", UNSET),
        get("detail", UNSET),
        None if source.keys() <= _RESPONSE_INPUT_IMAGE else extra_of(source, _RESPONSE_INPUT_IMAGE),
    )


def encode_response_input_image(value: Any) -> JsonObject:
    """JSON of a `ResponseInputImage`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.image_url) is not UNSET:
        result["image_url"] = item
    if (item := value.file_id) is not UNSET:
        result["file_id"] = item
    if (item := value.detail) is not UNSET:
        result["detail"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseInputFile(Model):
    """
    A file.

    Attributes:
        type: Always `input_file`.
        file_data: Content as a data URL.
        file_id: Id of an uploaded file.
        file_url: Web URL of the file.
        filename: Name of the file.
    """

    type: Literal["input_file"] = "input_file"
    file_data: str | None | Unset = UNSET
    file_id: str | None | Unset = UNSET
    file_url: str | None | Unset = UNSET
    filename: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_input_file(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseInputFile:
        """The value of a decoded JSON object."""
        return decode_response_input_file(source)


_RESPONSE_INPUT_FILE: Final = frozenset({"type", "file_data", "file_id", "file_url", "filename"})


def decode_response_input_file(source: Any) -> ResponseInputFile:
    """`ResponseInputFile` of decoded JSON."""
    get = source.get
    return ResponseInputFile(
        source["type"],
        get("file_data", UNSET),
        get("file_id", UNSET),
        get("file_url", UNSET),
        get("filename", UNSET),
        None if source.keys() <= _RESPONSE_INPUT_FILE else extra_of(source, _RESPONSE_INPUT_FILE),
    )


def encode_response_input_file(value: Any) -> JsonObject:
    """JSON of a `ResponseInputFile`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.file_data) is not UNSET:
        result["file_data"] = item
    if (item := value.file_id) is not UNSET:
        result["file_id"] = item
    if (item := value.file_url) is not UNSET:
        result["file_url"] = item
    if (item := value.filename) is not UNSET:
        result["filename"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseOutputText(Model):
    """
    A text that the model wrote.

    Attributes:
        type: Always `output_text`.
        text: The text.
        annotations: Citations in the text.
    """

    text: str
    type: Literal["output_text"] = "output_text"
    annotations: list[OpenObject] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_output_text(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseOutputText:
        """The value of a decoded JSON object."""
        return decode_response_output_text(source)


_RESPONSE_OUTPUT_TEXT: Final = frozenset({"type", "text", "annotations"})


def decode_response_output_text(source: Any) -> ResponseOutputText:
    """`ResponseOutputText` of decoded JSON."""
    get = source.get
    return ResponseOutputText(
        source["text"],
        source["type"],
        get("annotations", UNSET),
        None if source.keys() <= _RESPONSE_OUTPUT_TEXT else extra_of(source, _RESPONSE_OUTPUT_TEXT),
    )


def encode_response_output_text(value: Any) -> JsonObject:
    """JSON of a `ResponseOutputText`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["text"] = value.text
    if (item := value.annotations) is not UNSET:
        result["annotations"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseFunctionCall(Model):
    """
    A call of a function, which the caller is to run.

    Attributes:
        type: Always `function_call`.
        id: Id of the item.
        call_id: Id that the output item repeats.
        name: Name of the function.
        arguments: Arguments as JSON text, not checked by the server.
        status: State of an item.
    """

    call_id: str
    name: str
    arguments: str
    type: Literal["function_call"] = "function_call"
    id: str | Unset = UNSET
    status: ResponseItemStatus | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_function_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseFunctionCall:
        """The value of a decoded JSON object."""
        return decode_response_function_call(source)


_RESPONSE_FUNCTION_CALL: Final = frozenset({"type", "id", "call_id", "name", "arguments", "status"})


def decode_response_function_call(source: Any) -> ResponseFunctionCall:
    """`ResponseFunctionCall` of decoded JSON."""
    get = source.get
    return ResponseFunctionCall(
        source["call_id"],
        source["name"],
        source["arguments"],
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        None
        if source.keys() <= _RESPONSE_FUNCTION_CALL
        else extra_of(source, _RESPONSE_FUNCTION_CALL),
    )


def encode_response_function_call(value: Any) -> JsonObject:
    """JSON of a `ResponseFunctionCall`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    result["call_id"] = value.call_id
    result["name"] = value.name
    result["arguments"] = value.arguments
    if (item := value.status) is not UNSET:
        result["status"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseFunctionOutput(Model):
    """
    What a function returned.

    Attributes:
        type: Always `function_call_output`.
        id: Id of the item.
        call_id: Id of the call that this answers.
        output: A text, or content parts.
        status: State of an item.
    """

    call_id: str
    output: str | list[ResponseContentPart]
    type: Literal["function_call_output"] = "function_call_output"
    id: str | Unset = UNSET
    status: ResponseItemStatus | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_function_output(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseFunctionOutput:
        """The value of a decoded JSON object."""
        return decode_response_function_output(source)


_RESPONSE_FUNCTION_OUTPUT: Final = frozenset({"type", "id", "call_id", "output", "status"})


def decode_response_function_output(source: Any) -> ResponseFunctionOutput:
    """`ResponseFunctionOutput` of decoded JSON."""
    get = source.get
    return ResponseFunctionOutput(
        source["call_id"],
        [decode_response_content_part(item) for item in value]
        if (value := source["output"]).__class__ is list
        else value,
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        None
        if source.keys() <= _RESPONSE_FUNCTION_OUTPUT
        else extra_of(source, _RESPONSE_FUNCTION_OUTPUT),
    )


def encode_response_function_output(value: Any) -> JsonObject:
    """JSON of a `ResponseFunctionOutput`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    result["call_id"] = value.call_id
    item = value.output
    result["output"] = (
        [encode_response_content_part(part) for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.status) is not UNSET:
        result["status"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseReasoning(Model):
    """
    What the model thought, summed up.

    Attributes:
        type: Always `reasoning`.
        id: Id of the item.
        summary: Parts of the summary.
        content: Parts of the reasoning itself, where the model tells.
        encrypted_content: The reasoning, encrypted, to be sent back unchanged.
        status: State of an item.
    """

    type: Literal["reasoning"] = "reasoning"
    id: str | Unset = UNSET
    summary: list[ResponseReasoningText] | Unset = UNSET
    content: list[ResponseReasoningText] | Unset = UNSET
    encrypted_content: str | None | Unset = UNSET
    status: ResponseItemStatus | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_reasoning(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseReasoning:
        """The value of a decoded JSON object."""
        return decode_response_reasoning(source)


_RESPONSE_REASONING: Final = frozenset(
    {"type", "id", "summary", "content", "encrypted_content", "status"}
)


def decode_response_reasoning(source: Any) -> ResponseReasoning:
    """`ResponseReasoning` of decoded JSON."""
    get = source.get
    return ResponseReasoning(
        source["type"],
        get("id", UNSET),
        [decode_response_reasoning_text(item) if item.__class__ is dict else item for item in value]
        if (value := get("summary", UNSET)).__class__ is list
        else value,
        [decode_response_reasoning_text(item) if item.__class__ is dict else item for item in value]
        if (value := get("content", UNSET)).__class__ is list
        else value,
        get("encrypted_content", UNSET),
        get("status", UNSET),
        None if source.keys() <= _RESPONSE_REASONING else extra_of(source, _RESPONSE_REASONING),
    )


def encode_response_reasoning(value: Any) -> JsonObject:
    """JSON of a `ResponseReasoning`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.summary) is not UNSET:
        result["summary"] = (
            [
                encode_response_reasoning_text(part)
                if isinstance(part, ResponseReasoningText)
                else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.content) is not UNSET:
        result["content"] = (
            [
                encode_response_reasoning_text(part)
                if isinstance(part, ResponseReasoningText)
                else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.encrypted_content) is not UNSET:
        result["encrypted_content"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseReasoningText(Model):
    """
    A part of the reasoning or of its summary.

    Attributes:
        type: Kind of the part: `summary_text` or `reasoning_text`.
        text: The text.
    """

    type: str
    text: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_reasoning_text(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseReasoningText:
        """The value of a decoded JSON object."""
        return decode_response_reasoning_text(source)


_RESPONSE_REASONING_TEXT: Final = frozenset({"type", "text"})


def decode_response_reasoning_text(source: Any) -> ResponseReasoningText:
    """`ResponseReasoningText` of decoded JSON."""
    return ResponseReasoningText(
        source["type"],
        source["text"],
        None
        if source.keys() <= _RESPONSE_REASONING_TEXT
        else extra_of(source, _RESPONSE_REASONING_TEXT),
    )


def encode_response_reasoning_text(value: Any) -> JsonObject:
    """JSON of a `ResponseReasoningText`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["text"] = value.text
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseItemReference(Model):
    """
    A stored item that is used again.

    Attributes:
        type: Always `item_reference`.
        id: Id of the item.
    """

    id: str
    type: Literal["item_reference"] = "item_reference"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_item_reference(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseItemReference:
        """The value of a decoded JSON object."""
        return decode_response_item_reference(source)


_RESPONSE_ITEM_REFERENCE: Final = frozenset({"type", "id"})


def decode_response_item_reference(source: Any) -> ResponseItemReference:
    """`ResponseItemReference` of decoded JSON."""
    return ResponseItemReference(
        source["id"],
        source["type"],
        None
        if source.keys() <= _RESPONSE_ITEM_REFERENCE
        else extra_of(source, _RESPONSE_ITEM_REFERENCE),
    )


def encode_response_item_reference(value: Any) -> JsonObject:
    """JSON of a `ResponseItemReference`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["id"] = value.id
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseFailure(Model):
    """
    Why a response failed.

    Attributes:
        code: Reason, such as `server_error`.
        message: What happened, for developers.
    """

    code: str | int | None | Unset = UNSET
    message: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_failure(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseFailure:
        """The value of a decoded JSON object."""
        return decode_response_failure(source)


_RESPONSE_FAILURE: Final = frozenset({"code", "message"})


def decode_response_failure(source: Any) -> ResponseFailure:
    """`ResponseFailure` of decoded JSON."""
    get = source.get
    return ResponseFailure(
        get("code", UNSET),
        get("message", UNSET),
        None if source.keys() <= _RESPONSE_FAILURE else extra_of(source, _RESPONSE_FAILURE),
    )


def encode_response_failure(value: Any) -> JsonObject:
    """JSON of a `ResponseFailure`."""
    result: JsonObject = {}
    if (item := value.code) is not UNSET:
        result["code"] = item
    if (item := value.message) is not UNSET:
        result["message"] = item
    if value.extra:
        result.update(value.extra)
    return result


ResponseMetadata: TypeAlias = dict[str, str]
"""Up to sixteen pairs of texts kept with a response."""


ResponseTextFormat: TypeAlias = (
    TextFormat | JsonObjectFormat | ResponseJsonSchemaFormat | JsonObject
)
"""Form of the output's text, told apart by `type`."""

_RESPONSE_TEXT_FORMAT: Final[dict[Any, Callable[[Any], ResponseTextFormat]]] = {
    "text": decode_text_format,
    "json_object": decode_json_object_format,
    "json_schema": decode_response_json_schema_format,
}


def decode_response_text_format(source: Any) -> ResponseTextFormat:
    """`ResponseTextFormat` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _RESPONSE_TEXT_FORMAT.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ResponseTextFormat = source
    return result


def encode_response_text_format(value: Any) -> Any:
    """JSON of a `ResponseTextFormat`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ResponseTool: TypeAlias = (
    ResponseFunctionTool | ResponseWebSearchTool | ResponseMcpTool | JsonObject
)
"""A tool of a response, told apart by `type`."""

_RESPONSE_TOOL: Final[dict[Any, Callable[[Any], ResponseTool]]] = {
    "function": decode_response_function_tool,
    "web_search": decode_response_web_search_tool,
    "mcp": decode_response_mcp_tool,
}


def decode_response_tool(source: Any) -> ResponseTool:
    """`ResponseTool` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _RESPONSE_TOOL.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ResponseTool = source
    return result


def encode_response_tool(value: Any) -> Any:
    """JSON of a `ResponseTool`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ResponseInputItem: TypeAlias = (
    ResponseInputMessage
    | ResponseFunctionCall
    | ResponseFunctionOutput
    | ResponseReasoning
    | ResponseItemReference
    | JsonObject
)
"""An item of the input, told apart by `type`. Servers take a message without `type` too."""

_RESPONSE_INPUT_ITEM: Final[dict[Any, Callable[[Any], ResponseInputItem]]] = {
    "message": decode_response_input_message,
    "function_call": decode_response_function_call,
    "function_call_output": decode_response_function_output,
    "reasoning": decode_response_reasoning,
    "item_reference": decode_response_item_reference,
}


def decode_response_input_item(source: Any) -> ResponseInputItem:
    """`ResponseInputItem` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _RESPONSE_INPUT_ITEM.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ResponseInputItem = source
    return result


def encode_response_input_item(value: Any) -> Any:
    """JSON of a `ResponseInputItem`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ResponseContentPart: TypeAlias = (
    ResponseInputText
    | ResponseInputImage
    | ResponseInputFile
    | ResponseOutputText
    | RefusalPart
    | JsonObject
)
"""A part of a message, told apart by `type`."""

_RESPONSE_CONTENT_PART: Final[dict[Any, Callable[[Any], ResponseContentPart]]] = {
    "input_text": decode_response_input_text,
    "input_image": decode_response_input_image,
    "input_file": decode_response_input_file,
    "output_text": decode_response_output_text,
    "refusal": decode_refusal_part,
}


def decode_response_content_part(source: Any) -> ResponseContentPart:
    """`ResponseContentPart` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _RESPONSE_CONTENT_PART.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ResponseContentPart = source
    return result


def encode_response_content_part(value: Any) -> Any:
    """JSON of a `ResponseContentPart`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


CreateResponseRequestToolChoice: TypeAlias = ToolChoiceMode | ResponseToolChoice | JsonObject
"""Whether, or which, tool must be called."""


def decode_create_response_request_tool_choice(source: Any) -> CreateResponseRequestToolChoice:
    """`CreateResponseRequestToolChoice` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"type"}:
            return decode_response_tool_choice(source)
    result: CreateResponseRequestToolChoice = source
    return result


def encode_create_response_request_tool_choice(value: Any) -> Any:
    """JSON of a `CreateResponseRequestToolChoice`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
