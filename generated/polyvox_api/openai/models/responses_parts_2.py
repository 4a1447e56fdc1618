"""Models of OpenAI: responses_parts_2. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .responses_parts import (
    ResponseCodeInterpreterCall,
    ResponseConversation,
    ResponseCustomToolCall,
    ResponseFileSearchCall,
    ResponseFunctionCall,
    ResponseImageCall,
    ResponseInputItem,
    ResponseItemStatus,
    ResponseMcpApprovalRequest,
    ResponseMcpCall,
    ResponseMcpListTools,
    ResponseOutputText,
    ResponseReasoning,
    ResponseWebSearchCall,
    decode_response_code_interpreter_call,
    decode_response_conversation,
    decode_response_custom_tool_call,
    decode_response_file_search_call,
    decode_response_function_call,
    decode_response_image_call,
    decode_response_input_item,
    decode_response_mcp_approval_request,
    decode_response_mcp_call,
    decode_response_mcp_list_tools,
    decode_response_output_text,
    decode_response_reasoning,
    decode_response_web_search_call,
    encode_response_input_item,
)
from .shared import (
    JsonObjectFormat,
    OpenObject,
    ReasoningEffort,
    RefusalPart,
    RequestMetadata,
    TextFormat,
    ToolChoiceMode,
    decode_json_object_format,
    decode_refusal_part,
    decode_text_format,
)

__all__ = [
    "CreateResponseRequest",
    "CreateResponseRequestConversation",
    "CreateResponseRequestToolChoice",
    "ResponseCodeInterpreterTool",
    "ResponseCodeInterpreterToolContainer",
    "ResponseCustomTool",
    "ResponseFailure",
    "ResponseFileSearchTool",
    "ResponseFunctionTool",
    "ResponseImageTool",
    "ResponseIncompleteDetails",
    "ResponseJsonSchemaFormat",
    "ResponseMcpTool",
    "ResponseMcpToolAllowedTools",
    "ResponseMcpToolRequireApproval",
    "ResponseOutputItem",
    "ResponseOutputMessage",
    "ResponseOutputPart",
    "ResponsePrompt",
    "ResponseReasoningOptions",
    "ResponseStatus",
    "ResponseStreamOptions",
    "ResponseTextFormat",
    "ResponseTextOptions",
    "ResponseTool",
    "ResponseToolChoice",
    "ResponseWebSearchTool",
]


ResponseStatus: TypeAlias = (
    Literal["queued", "in_progress", "completed", "failed", "incomplete", "cancelled"] | str
)
"""State of a response."""


@define(eq=False, repr=False, weakref_slot=False)
class CreateResponseRequest(Model):
    """
    What to respond to. A model is needed, unless the stored `prompt` names one.

    Attributes:
        model: Id of the model.
        input: A text of the user, or input items.
        instructions: Instructions for the model, not carried over to later responses.
        previous_response_id: Id of the stored response to continue.
        conversation: Id of the conversation that the response belongs to (OpenAI).
        prompt: A prompt that is stored at OpenAI, and values for its variables.
        background: Whether to respond in the background.
        include: Further parts of the output to return.
        max_output_tokens: Most tokens to generate, reasoning included.
        max_tool_calls: Most calls of built-in tools.
        metadata: Up to sixteen pairs of texts kept with an object.
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
        stream_options: What the events of a stream carry besides.
        stream: Whether to respond as a stream; set by the streaming call.
    """

    model: str | Unset = UNSET
    input: str | list[ResponseInputItem] | Unset = UNSET
    instructions: str | None | Unset = UNSET
    previous_response_id: str | None | Unset = UNSET
    conversation: CreateResponseRequestConversation | None | Unset = UNSET
    prompt: ResponsePrompt | None | Unset = UNSET
    background: bool | None | Unset = UNSET
    include: list[str] | None | Unset = UNSET
    max_output_tokens: int | None | Unset = UNSET
    max_tool_calls: int | None | Unset = UNSET
    metadata: RequestMetadata | None | Unset = UNSET
    parallel_tool_calls: bool | None | Unset = UNSET
    prompt_cache_key: str | None | Unset = UNSET
    reasoning: ResponseReasoningOptions | None | Unset = UNSET
    safety_identifier: str | None | Unset = UNSET
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
    stream_options: ResponseStreamOptions | None | Unset = UNSET
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
        "conversation",
        "prompt",
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
        "stream_options",
        "stream",
    }
)


def decode_create_response_request(source: Any) -> CreateResponseRequest:
    """`CreateResponseRequest` of decoded JSON."""
    get = source.get
    return CreateResponseRequest(
        get("model", UNSET),
        [decode_response_input_item(item) for item in value]
        if (value := get("input", UNSET)).__class__ is list
        else value,
        get("instructions", UNSET),
        get("previous_response_id", UNSET),
        decode_create_response_request_conversation(get("conversation", UNSET)),
        decode_response_prompt(value)
        if (value := get("prompt", UNSET)).__class__ is dict
        else value,
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
        decode_response_stream_options(value)
        if (value := get("stream_options", UNSET)).__class__ is dict
        else value,
        get("stream", UNSET),
        None
        if source.keys() <= _CREATE_RESPONSE_REQUEST
        else extra_of(source, _CREATE_RESPONSE_REQUEST),
    )


def encode_create_response_request(value: Any) -> JsonObject:
    """JSON of a `CreateResponseRequest`."""
    result: JsonObject = {}
    if (item := value.model) is not UNSET:
        result["model"] = item
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
    if (item := value.conversation) is not UNSET:
        result["conversation"] = encode_create_response_request_conversation(item)
    if (item := value.prompt) is not UNSET:
        result["prompt"] = (
            encode_response_prompt(item) if isinstance(item, ResponsePrompt) else item
        )
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
    if (item := value.stream_options) is not UNSET:
        result["stream_options"] = (
            encode_response_stream_options(item)
            if isinstance(item, ResponseStreamOptions)
            else item
        )
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponsePrompt(Model):
    """
    A prompt that is stored at OpenAI, and values for its variables.

    Attributes:
        id: Id of the prompt.
        version: Version of the prompt.
        variables: A JSON object whose keys nobody prescribes.
    """

    id: str
    version: str | None | Unset = UNSET
    variables: OpenObject | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_prompt(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponsePrompt:
        """The value of a decoded JSON object."""
        return decode_response_prompt(source)


_RESPONSE_PROMPT: Final = frozenset({"id", "version", "variables"})


def decode_response_prompt(source: Any) -> ResponsePrompt:
    """`ResponsePrompt` of decoded JSON."""
    get = source.get
    return ResponsePrompt(
        source["id"],
        get("version", UNSET),
        get("variables", UNSET),
        None if source.keys() <= _RESPONSE_PROMPT else extra_of(source, _RESPONSE_PROMPT),
    )


def encode_response_prompt(value: Any) -> JsonObject:
    """JSON of a `ResponsePrompt`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.version) is not UNSET:
        result["version"] = item
    if (item := value.variables) is not UNSET:
        result["variables"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseStreamOptions(Model):
    """
    What the events of a stream carry besides.

    Attributes:
        include_obfuscation: Whether events are padded to one size (OpenAI).
    """

    include_obfuscation: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_stream_options(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseStreamOptions:
        """The value of a decoded JSON object."""
        return decode_response_stream_options(source)


_RESPONSE_STREAM_OPTIONS: Final = frozenset({"include_obfuscation"})


def decode_response_stream_options(source: Any) -> ResponseStreamOptions:
    """`ResponseStreamOptions` of decoded JSON."""
    get = source.get
    return ResponseStreamOptions(
        get("include_obfuscation", UNSET),
        None
        if source.keys() <= _RESPONSE_STREAM_OPTIONS
        else extra_of(source, _RESPONSE_STREAM_OPTIONS),
    )


def encode_response_stream_options(value: Any) -> JsonObject:
    """JSON of a `ResponseStreamOptions`."""
    result: JsonObject = {}
    if (item := value.include_obfuscation) is not UNSET:
        result["include_obfuscation"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseReasoningOptions(Model):
    """
    How much a reasoning model may think, and whether it sums that up.

    Attributes:
        effort: How much a reasoning model may think; models know some of these.
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
        type: Kind of the tool, such as `function`, `mcp` or `web_search`; or `allowed_tools`.
        name: Name of the function or tool.
        server_label: Label of the MCP server.
        mode: Whether one of the allowed tools must be called, `auto` or `required`.
        tools: The allowed tools.
    """

    type: str
    name: str | None | Unset = UNSET
    server_label: str | None | Unset = UNSET
    mode: str | None | Unset = UNSET
    tools: list[OpenObject] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_tool_choice(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseToolChoice:
        """The value of a decoded JSON object."""
        return decode_response_tool_choice(source)


_RESPONSE_TOOL_CHOICE: Final = frozenset({"type", "name", "server_label", "mode", "tools"})


def decode_response_tool_choice(source: Any) -> ResponseToolChoice:
    """`ResponseToolChoice` of decoded JSON."""
    get = source.get
    return ResponseToolChoice(
        source["type"],
        get("name", UNSET),
        get("server_label", UNSET),
        get("mode", UNSET),
        get("tools", UNSET),
        None if source.keys() <= _RESPONSE_TOOL_CHOICE else extra_of(source, _RESPONSE_TOOL_CHOICE),
    )


def encode_response_tool_choice(value: Any) -> JsonObject:
    """JSON of a `ResponseToolChoice`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.server_label) is not UNSET:
        result["server_label"] = item
    if (item := value.mode) is not UNSET:
        result["mode"] = item
    if (item := value.tools) is not UNSET:
        result["tools"] = item
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
        filters: A JSON object whose keys nobody prescribes.
        user_location: A JSON object whose keys nobody prescribes.
    """

    type: Literal["web_search"] = "web_search"
    search_context_size: str | None | Unset = UNSET
    filters: OpenObject | None | Unset = UNSET
    user_location: OpenObject | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_web_search_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseWebSearchTool:
        """The value of a decoded JSON object."""
        return decode_response_web_search_tool(source)


_RESPONSE_WEB_SEARCH_TOOL: Final = frozenset(
    {"type", "search_context_size", "filters", "user_location"}
)


def decode_response_web_search_tool(source: Any) -> ResponseWebSearchTool:
    """`ResponseWebSearchTool` of decoded JSON."""
    get = source.get
    return ResponseWebSearchTool(
        source["type"],
        get("search_context_size", UNSET),
        get("filters", UNSET),
        get("user_location", UNSET),
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
    if (item := value.filters) is not UNSET:
        result["filters"] = item
    if (item := value.user_location) is not UNSET:
        result["user_location"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseFileSearchTool(Model):
    """
    The search in vector stores (OpenAI).

    Attributes:
        type: Always `file_search`.
        vector_store_ids: Ids of the vector stores.
        max_num_results: Most results to return.
        filters: A JSON object whose keys nobody prescribes.
        ranking_options: A JSON object whose keys nobody prescribes.
    """

    type: Literal["file_search"] = "file_search"
    vector_store_ids: list[str] | Unset = UNSET
    max_num_results: int | None | Unset = UNSET
    filters: OpenObject | None | Unset = UNSET
    ranking_options: OpenObject | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_file_search_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseFileSearchTool:
        """The value of a decoded JSON object."""
        return decode_response_file_search_tool(source)


_RESPONSE_FILE_SEARCH_TOOL: Final = frozenset(
    {"type", "vector_store_ids", "max_num_results", "filters", "ranking_options"}
)


def decode_response_file_search_tool(source: Any) -> ResponseFileSearchTool:
    """`ResponseFileSearchTool` of decoded JSON."""
    get = source.get
    return ResponseFileSearchTool(
        source["type"],
        get("vector_store_ids", UNSET),
        get("max_num_results", UNSET),
        get("filters", UNSET),
        get("ranking_options", UNSET),
        None
        if source.keys() <= _RESPONSE_FILE_SEARCH_TOOL
        else extra_of(source, _RESPONSE_FILE_SEARCH_TOOL),
    )


def encode_response_file_search_tool(value: Any) -> JsonObject:
    """JSON of a `ResponseFileSearchTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.vector_store_ids) is not UNSET:
        result["vector_store_ids"] = item
    if (item := value.max_num_results) is not UNSET:
        result["max_num_results"] = item
    if (item := value.filters) is not UNSET:
        result["filters"] = item
    if (item := value.ranking_options) is not UNSET:
        result["ranking_options"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseCodeInterpreterTool(Model):
    """
    A sandbox in which the model runs code (OpenAI).

    Attributes:
        type: Always `code_interpreter`.
        container: Id of a container, or how to make one.
    """

    type: Literal["code_interpreter"] = "code_interpreter"
    container: ResponseCodeInterpreterToolContainer | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_code_interpreter_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseCodeInterpreterTool:
        """The value of a decoded JSON object."""
        return decode_response_code_interpreter_tool(source)


_RESPONSE_CODE_INTERPRETER_TOOL: Final = frozenset({"type", "container"})


def decode_response_code_interpreter_tool(source: Any) -> ResponseCodeInterpreterTool:
    """`ResponseCodeInterpreterTool` of decoded JSON."""
    get = source.get
    return ResponseCodeInterpreterTool(
        source["type"],
        get("container", UNSET),
        None
        if source.keys() <= _RESPONSE_CODE_INTERPRETER_TOOL
        else extra_of(source, _RESPONSE_CODE_INTERPRETER_TOOL),
    )


def encode_response_code_interpreter_tool(value: Any) -> JsonObject:
    """JSON of a `ResponseCodeInterpreterTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.container) is not UNSET:
        result["container"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseImageTool(Model):
    """
    Making of pictures (OpenAI).

    Attributes:
        type: Always `image_generation`.
        model: Id of the image model.
        size: Width and height, such as `1024x1024`, or `auto`.
        quality: Quality: `low`, `medium`, `high` or `auto`.
        background: Background: `transparent`, `opaque` or `auto`.
        output_format: Format: `png`, `jpeg` or `webp`.
    """

    type: Literal["image_generation"] = "image_generation"
    model: str | None | Unset = UNSET
    size: str | None | Unset = UNSET
    quality: str | None | Unset = UNSET
    background: str | None | Unset = UNSET
    output_format: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_image_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseImageTool:
        """The value of a decoded JSON object."""
        return decode_response_image_tool(source)


_RESPONSE_IMAGE_TOOL: Final = frozenset(
    {"type", "model", "size", "quality", "background", "output_format"}
)


def decode_response_image_tool(source: Any) -> ResponseImageTool:
    """`ResponseImageTool` of decoded JSON."""
    get = source.get
    return ResponseImageTool(
        source["type"],
        get("model", UNSET),
        get("size", UNSET),
        get("quality", UNSET),
        get("background", UNSET),
        get("output_format", UNSET),
        None if source.keys() <= _RESPONSE_IMAGE_TOOL else extra_of(source, _RESPONSE_IMAGE_TOOL),
    )


def encode_response_image_tool(value: Any) -> JsonObject:
    """JSON of a `ResponseImageTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.size) is not UNSET:
        result["size"] = item
    if (item := value.quality) is not UNSET:
        result["quality"] = item
    if (item := value.background) is not UNSET:
        result["background"] = item
    if (item := value.output_format) is not UNSET:
        result["output_format"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseCustomTool(Model):
    """
    A tool of the caller that takes free text (OpenAI).

    Attributes:
        type: Always `custom`.
        name: Name of the tool.
        description: What it does, for the model.
        format: A JSON object whose keys nobody prescribes.
    """

    name: str
    type: Literal["custom"] = "custom"
    description: str | None | Unset = UNSET
    format: OpenObject | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_custom_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseCustomTool:
        """The value of a decoded JSON object."""
        return decode_response_custom_tool(source)


_RESPONSE_CUSTOM_TOOL: Final = frozenset({"type", "name", "description", "format"})


def decode_response_custom_tool(source: Any) -> ResponseCustomTool:
    """`ResponseCustomTool` of decoded JSON."""
    get = source.get
    return ResponseCustomTool(
        source["name"],
        source["type"],
        get("description", UNSET),
        get("format", UNSET),
        None if source.keys() <= _RESPONSE_CUSTOM_TOOL else extra_of(source, _RESPONSE_CUSTOM_TOOL),
    )


def encode_response_custom_tool(value: Any) -> JsonObject:
    """JSON of a `ResponseCustomTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["name"] = value.name
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.format) is not UNSET:
        result["format"] = item
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
        server_description: What the server is for, for the model.
        connector_id: Id of a connector of OpenAI, instead of a URL.
        authorization: Access token for the server.
        headers: A JSON object whose keys nobody prescribes.
        allowed_tools: Names of the tools that may be called, or a filter.
        require_approval: Which calls the caller approves first, `always`, `never` or a filter.
    """

    server_label: str
    type: Literal["mcp"] = "mcp"
    server_url: str | Unset = UNSET
    server_description: str | None | Unset = UNSET
    connector_id: str | None | Unset = UNSET
    authorization: str | None | Unset = UNSET
    headers: OpenObject | None | Unset = UNSET
    allowed_tools: ResponseMcpToolAllowedTools | None | Unset = UNSET
    require_approval: ResponseMcpToolRequireApproval | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_mcp_tool(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseMcpTool:
        """The value of a decoded JSON object."""
        return decode_response_mcp_tool(source)


_RESPONSE_MCP_TOOL: Final = frozenset(
    {
        "type",
        "server_label",
        "server_url",
        "server_description",
        "connector_id",
        "authorization",
        "headers",
        "allowed_tools",
        "require_approval",
    }
)


def decode_response_mcp_tool(source: Any) -> ResponseMcpTool:
    """`ResponseMcpTool` of decoded JSON."""
    get = source.get
    return ResponseMcpTool(
        source["server_label"],
        source["type"],
        get("server_url", UNSET),
        get("server_description", UNSET),
        get("connector_id", UNSET),
        get("authorization", UNSET),
        get("headers", UNSET),
        get("allowed_tools", UNSET),
        get("require_approval", UNSET),
        None if source.keys() <= _RESPONSE_MCP_TOOL else extra_of(source, _RESPONSE_MCP_TOOL),
    )


def encode_response_mcp_tool(value: Any) -> JsonObject:
    """JSON of a `ResponseMcpTool`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["server_label"] = value.server_label
    if (item := value.server_url) is not UNSET:
        result["server_url"] = item
    if (item := value.server_description) is not UNSET:
        result["server_description"] = item
    if (item := value.connector_id) is not UNSET:
        result["connector_id"] = item
    if (item := value.authorization) is not UNSET:
        result["authorization"] = item
    if (item := value.headers) is not UNSET:
        result["headers"] = item
    if (item := value.allowed_tools) is not UNSET:
        result["allowed_tools"] = item
    if (item := value.require_approval) is not UNSET:
        result["require_approval"] = item
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


@define(eq=False, repr=False, weakref_slot=False)
class ResponseIncompleteDetails(Model):
    """
    Why a response is incomplete.

    Attributes:
        reason: Reason: `max_output_tokens` or `content_filter`.
    """

    reason: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_incomplete_details(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseIncompleteDetails:
        """The value of a decoded JSON object."""
        return decode_response_incomplete_details(source)


_RESPONSE_INCOMPLETE_DETAILS: Final = frozenset({"reason"})


def decode_response_incomplete_details(source: Any) -> ResponseIncompleteDetails:
    """`ResponseIncompleteDetails` of decoded JSON."""
    get = source.get
    return ResponseIncompleteDetails(
        get("reason", UNSET),
        None
        if source.keys() <= _RESPONSE_INCOMPLETE_DETAILS
        else extra_of(source, _RESPONSE_INCOMPLETE_DETAILS),
    )


def encode_response_incomplete_details(value: Any) -> JsonObject:
    """JSON of a `ResponseIncompleteDetails`."""
    result: JsonObject = {}
    if (item := value.reason) is not UNSET:
        result["reason"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseOutputMessage(Model):
    """
    A message that the model wrote.

    Attributes:
        type: Always `message`.
        id: Id of the item.
        role: Author, `assistant`.
        status: State of an item.
        content: The parts of the message.
    """

    type: Literal["message"] = "message"
    id: str | None | Unset = UNSET
    role: str | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
    content: list[ResponseOutputPart] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_output_message(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseOutputMessage:
        """The value of a decoded JSON object."""
        return decode_response_output_message(source)


_RESPONSE_OUTPUT_MESSAGE: Final = frozenset({"type", "id", "role", "status", "content"})


def decode_response_output_message(source: Any) -> ResponseOutputMessage:
    """`ResponseOutputMessage` of decoded JSON."""
    get = source.get
    return ResponseOutputMessage(
        source["type"],
        get("id", UNSET),
        get("role", UNSET),
        get("status", UNSET),
        [decode_response_output_part(item) for item in value]
        if (value := get("content", UNSET)).__class__ is list
        else value,
        None
        if source.keys() <= _RESPONSE_OUTPUT_MESSAGE
        else extra_of(source, _RESPONSE_OUTPUT_MESSAGE),
    )


def encode_response_output_message(value: Any) -> JsonObject:
    """JSON of a `ResponseOutputMessage`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.role) is not UNSET:
        result["role"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.content) is not UNSET:
        result["content"] = (
            [encode_response_output_part(part) for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


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
    ResponseFunctionTool
    | ResponseWebSearchTool
    | ResponseFileSearchTool
    | ResponseCodeInterpreterTool
    | ResponseImageTool
    | ResponseMcpTool
    | ResponseCustomTool
    | JsonObject
)
"""A tool of a response, told apart by `type`. Servers have further tools."""

_RESPONSE_TOOL: Final[dict[Any, Callable[[Any], ResponseTool]]] = {
    "function": decode_response_function_tool,
    "web_search": decode_response_web_search_tool,
    "file_search": decode_response_file_search_tool,
    "code_interpreter": decode_response_code_interpreter_tool,
    "image_generation": decode_response_image_tool,
    "mcp": decode_response_mcp_tool,
    "custom": decode_response_custom_tool,
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


ResponseOutputItem: TypeAlias = (
    ResponseOutputMessage
    | ResponseFunctionCall
    | ResponseReasoning
    | ResponseWebSearchCall
    | ResponseFileSearchCall
    | ResponseCodeInterpreterCall
    | ResponseImageCall
    | ResponseMcpListTools
    | ResponseMcpApprovalRequest
    | ResponseMcpCall
    | ResponseCustomToolCall
    | JsonObject
)
"""An item of the output, told apart by `type`. Servers have further types."""

_RESPONSE_OUTPUT_ITEM: Final[dict[Any, Callable[[Any], ResponseOutputItem]]] = {
    "message": decode_response_output_message,
    "function_call": decode_response_function_call,
    "reasoning": decode_response_reasoning,
    "web_search_call": decode_response_web_search_call,
    "file_search_call": decode_response_file_search_call,
    "code_interpreter_call": decode_response_code_interpreter_call,
    "image_generation_call": decode_response_image_call,
    "mcp_list_tools": decode_response_mcp_list_tools,
    "mcp_approval_request": decode_response_mcp_approval_request,
    "mcp_call": decode_response_mcp_call,
    "custom_tool_call": decode_response_custom_tool_call,
}


def decode_response_output_item(source: Any) -> ResponseOutputItem:
    """`ResponseOutputItem` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _RESPONSE_OUTPUT_ITEM.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ResponseOutputItem = source
    return result


def encode_response_output_item(value: Any) -> Any:
    """JSON of a `ResponseOutputItem`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ResponseOutputPart: TypeAlias = ResponseOutputText | RefusalPart | JsonObject
"""A part of an output message, told apart by `type`."""

_RESPONSE_OUTPUT_PART: Final[dict[Any, Callable[[Any], ResponseOutputPart]]] = {
    "output_text": decode_response_output_text,
    "refusal": decode_refusal_part,
}


def decode_response_output_part(source: Any) -> ResponseOutputPart:
    """`ResponseOutputPart` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _RESPONSE_OUTPUT_PART.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ResponseOutputPart = source
    return result


def encode_response_output_part(value: Any) -> Any:
    """JSON of a `ResponseOutputPart`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


CreateResponseRequestConversation: TypeAlias = str | ResponseConversation | JsonObject
"""Id of the conversation that the response belongs to (OpenAI)."""


def decode_create_response_request_conversation(source: Any) -> CreateResponseRequestConversation:
    """`CreateResponseRequestConversation` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"id"}:
            return decode_response_conversation(source)
    result: CreateResponseRequestConversation = source
    return result


def encode_create_response_request_conversation(value: Any) -> Any:
    """JSON of a `CreateResponseRequestConversation`."""
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


ResponseCodeInterpreterToolContainer: TypeAlias = str | OpenObject
"""Id of a container, or how to make one."""


ResponseMcpToolAllowedTools: TypeAlias = list[str] | OpenObject
"""Names of the tools that may be called, or a filter."""


ResponseMcpToolRequireApproval: TypeAlias = str | OpenObject
"""Which calls the caller approves first, `always`, `never` or a filter."""
