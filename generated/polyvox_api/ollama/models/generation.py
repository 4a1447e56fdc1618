"""Models of Ollama: generation. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import (
    ChatMessage,
    KeepAlive,
    OpenObject,
    Options,
    Think,
    decode_chat_message,
    decode_options,
    encode_chat_message,
    encode_options,
)

__all__ = [
    "ChatAnswer",
    "ChatRequest",
    "ChatTool",
    "DoneReason",
    "Format",
    "FunctionDefinition",
    "GenerateAnswer",
    "GenerateRequest",
    "TokenLogprob",
    "ToolKind",
]


ToolKind: TypeAlias = Literal["function"] | str
"""Kind of a tool."""

DoneReason: TypeAlias = Literal["stop", "length", "load", "unload"] | str
"""Why an answer ended; older servers leave it out."""


@define(eq=False, repr=False, weakref_slot=False)
class GenerateRequest(Model):
    """
    A prompt to continue.

    Attributes:
        model: Name of the model, such as `qwen3:8b`.
        prompt: The text to continue; without it the model is only loaded.
        suffix: Text that shall follow the answer, for models that fill gaps.
        images: Pictures in base64, without a `data:` prefix; no URLs.
        system: Instructions in place of those of the model.
        template: Prompt template in place of that of the model.
        context: The `context` of an earlier answer, as memory of it.
        raw: Whether the prompt is sent to the model as it is, without a template.
        format: Form of the answer, a JSON Schema, the word `json`, or an empty text for none.
        options: Settings of the model, all optional; leave out what should keep its default. The
            server ignores keys that it does not know and writes a warning to its log. Stated
            defaults are those of the documentation.
        keep_alive: How long the model stays in memory: a duration such as `5m`, or seconds. Zero
            unloads it at once, a negative one keeps it for ever.
        stream: Whether to answer in pieces, which is the default; set by the streaming call.
        think: Whether the model thinks first, or how much, in levels that the model defines (`low`,
            `medium`, `high`).
        logprobs: Whether to return log probabilities.
        top_logprobs: Number of alternatives per token to return.
    """

    model: str
    prompt: str | Unset = UNSET
    suffix: str | Unset = UNSET
    images: list[str] | Unset = UNSET
    system: str | Unset = UNSET
    template: str | Unset = UNSET
    context: list[int] | Unset = UNSET
    raw: bool | Unset = UNSET
    format: Format | Unset = UNSET
    options: Options | Unset = UNSET
    keep_alive: KeepAlive | Unset = UNSET
    stream: bool | Unset = UNSET
    think: Think | Unset = UNSET
    logprobs: bool | Unset = UNSET
    top_logprobs: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_generate_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> GenerateRequest:
        """The value of a decoded JSON object."""
        return decode_generate_request(source)


_GENERATE_REQUEST: Final = frozenset(
    {
        "model",
        "prompt",
        "suffix",
        "images",
        "system",
        "template",
        "context",
        "raw",
        "format",
        "options",
        "keep_alive",
        "stream",
        "think",
        "logprobs",
        "top_logprobs",
    }
)


def decode_generate_request(source: Any) -> GenerateRequest:
    """`GenerateRequest` of decoded JSON."""
    get = source.get
    return GenerateRequest(
        source["model"],
        get("prompt", UNSET),
        get("suffix", UNSET),
        get("images", UNSET),
        get("system", UNSET),
        get("template", UNSET),
        get("context", UNSET),
        get("raw", UNSET),
        get("format", UNSET),
        decode_options(value) if (value := get("options", UNSET)).__class__ is dict else value,
        get("keep_alive", UNSET),
        get("stream", UNSET),
        get("think", UNSET),
        get("logprobs", UNSET),
        get("top_logprobs", UNSET),
        None if source.keys() <= _GENERATE_REQUEST else extra_of(source, _GENERATE_REQUEST),
    )


def encode_generate_request(value: Any) -> JsonObject:
    """JSON of a `GenerateRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.prompt) is not UNSET:
        result["prompt"] = item
    if (item := value.suffix) is not UNSET:
        result["suffix"] = item
    if (item := value.images) is not UNSET:
        result["images"] = item
    if (item := value.system) is not UNSET:
        result["system"] = item
    if (item := value.template) is not UNSET:
        result["template"] = item
    if (item := value.context) is not UNSET:
        result["context"] = item
    if (item := value.raw) is not UNSET:
        result["raw"] = item
    if (item := value.format) is not UNSET:
        result["format"] = item
    if (item := value.options) is not UNSET:
        result["options"] = encode_options(item) if isinstance(item, Options) else item
    if (item := value.keep_alive) is not UNSET:
        result["keep_alive"] = item
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if (item := value.think) is not UNSET:
        result["think"] = item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = item
    if (item := value.top_logprobs) is not UNSET:
        result["top_logprobs"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatRequest(Model):
    """
    A conversation to answer.

    Attributes:
        model: Name of the model, such as `qwen3:8b`.
        messages: The conversation so far, oldest message first; an empty list only loads the model.
        tools: Functions the model may call.
        format: Form of the answer, a JSON Schema, the word `json`, or an empty text for none.
        options: Settings of the model, all optional; leave out what should keep its default. The
            server ignores keys that it does not know and writes a warning to its log. Stated
            defaults are those of the documentation.
        stream: Whether to answer in pieces, which is the default; set by the streaming call.
        keep_alive: How long the model stays in memory: a duration such as `5m`, or seconds. Zero
            unloads it at once, a negative one keeps it for ever.
        think: Whether the model thinks first, or how much, in levels that the model defines (`low`,
            `medium`, `high`).
        logprobs: Whether to return log probabilities.
        top_logprobs: Number of alternatives per token to return.
    """

    model: str
    messages: list[ChatMessage]
    tools: list[ChatTool] | Unset = UNSET
    format: Format | Unset = UNSET
    options: Options | Unset = UNSET
    stream: bool | Unset = UNSET
    keep_alive: KeepAlive | Unset = UNSET
    think: Think | Unset = UNSET
    logprobs: bool | Unset = UNSET
    top_logprobs: int | Unset = UNSET
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
        "tools",
        "format",
        "options",
        "stream",
        "keep_alive",
        "think",
        "logprobs",
        "top_logprobs",
    }
)


def decode_chat_request(source: Any) -> ChatRequest:
    """`ChatRequest` of decoded JSON."""
    get = source.get
    return ChatRequest(
        source["model"],
        [decode_chat_message(item) if item.__class__ is dict else item for item in value]
        if (value := source["messages"]).__class__ is list
        else value,
        [decode_chat_tool(item) if item.__class__ is dict else item for item in value]
        if (value := get("tools", UNSET)).__class__ is list
        else value,
        get("format", UNSET),
        decode_options(value) if (value := get("options", UNSET)).__class__ is dict else value,
        get("stream", UNSET),
        get("keep_alive", UNSET),
        get("think", UNSET),
        get("logprobs", UNSET),
        get("top_logprobs", UNSET),
        None if source.keys() <= _CHAT_REQUEST else extra_of(source, _CHAT_REQUEST),
    )


def encode_chat_request(value: Any) -> JsonObject:
    """JSON of a `ChatRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    item = value.messages
    result["messages"] = (
        [encode_chat_message(part) if isinstance(part, ChatMessage) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.tools) is not UNSET:
        result["tools"] = (
            [encode_chat_tool(part) if isinstance(part, ChatTool) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.format) is not UNSET:
        result["format"] = item
    if (item := value.options) is not UNSET:
        result["options"] = encode_options(item) if isinstance(item, Options) else item
    if (item := value.stream) is not UNSET:
        result["stream"] = item
    if (item := value.keep_alive) is not UNSET:
        result["keep_alive"] = item
    if (item := value.think) is not UNSET:
        result["think"] = item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = item
    if (item := value.top_logprobs) is not UNSET:
        result["top_logprobs"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ChatTool(Model):
    """
    A function that the model may call.

    Attributes:
        type: Kind of a tool.
        function: What a function is called, does and takes.
    """

    type: ToolKind
    function: FunctionDefinition
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
        source["type"],
        decode_function_definition(value)
        if (value := source["function"]).__class__ is dict
        else value,
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
        name: Name of the function.
        description: What the function does.
        parameters: A JSON object whose keys nobody prescribes.
    """

    name: str
    description: str | Unset = UNSET
    parameters: OpenObject | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_function_definition(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FunctionDefinition:
        """The value of a decoded JSON object."""
        return decode_function_definition(source)


_FUNCTION_DEFINITION: Final = frozenset({"name", "description", "parameters"})


def decode_function_definition(source: Any) -> FunctionDefinition:
    """`FunctionDefinition` of decoded JSON."""
    get = source.get
    return FunctionDefinition(
        source["name"],
        get("description", UNSET),
        get("parameters", UNSET),
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
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class GenerateAnswer(Model):
    """
    A whole answer, or one piece of a streamed one. Statistics come with the last piece only.

    Attributes:
        model: Model that answered.
        created_at: Time of the answer, in RFC 3339.
        response: The text.
        thinking: What the model thought before, when `think` was asked for.
        done: Whether this is the end of the answer.
        done_reason: Why an answer ended; older servers leave it out.
        context: Memory of this answer, for `context` of the next request.
        total_duration: Time spent on the request, in nanoseconds.
        load_duration: Time spent on loading the model, in nanoseconds.
        prompt_eval_count: Tokens of the prompt; absent when it was cached.
        prompt_eval_duration: Time spent on the prompt, in nanoseconds.
        eval_count: Tokens of the answer.
        eval_duration: Time spent on the answer, in nanoseconds.
        logprobs: Log probabilities of the tokens, when `logprobs` was asked for.
    """

    model: str
    done: bool
    created_at: str | Unset = UNSET
    response: str | Unset = UNSET
    thinking: str | Unset = UNSET
    done_reason: DoneReason | Unset = UNSET
    context: list[int] | Unset = UNSET
    total_duration: int | Unset = UNSET
    load_duration: int | Unset = UNSET
    prompt_eval_count: int | Unset = UNSET
    prompt_eval_duration: int | Unset = UNSET
    eval_count: int | Unset = UNSET
    eval_duration: int | Unset = UNSET
    logprobs: list[TokenLogprob] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_generate_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> GenerateAnswer:
        """The value of a decoded JSON object."""
        return decode_generate_answer(source)


_GENERATE_ANSWER: Final = frozenset(
    {
        "model",
        "created_at",
        "response",
        "thinking",
        "done",
        "done_reason",
        "context",
        "total_duration",
        "load_duration",
        "prompt_eval_count",
        "prompt_eval_duration",
        "eval_count",
        "eval_duration",
        "logprobs",
    }
)


def decode_generate_answer(source: Any) -> GenerateAnswer:
    """`GenerateAnswer` of decoded JSON."""
    get = source.get
    return GenerateAnswer(
        source["model"],
        source["done"],
        get("created_at", UNSET),
        get("response", UNSET),
        get("thinking", UNSET),
        get("done_reason", UNSET),
        get("context", UNSET),
        get("total_duration", UNSET),
        get("load_duration", UNSET),
        get("prompt_eval_count", UNSET),
        get("prompt_eval_duration", UNSET),
        get("eval_count", UNSET),
        get("eval_duration", UNSET),
        [decode_token_logprob(item) if item.__class__ is dict else item for item in value]
        if (value := get("logprobs", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _GENERATE_ANSWER else extra_of(source, _GENERATE_ANSWER),
    )


def encode_generate_answer(value: Any) -> JsonObject:
    """JSON of a `GenerateAnswer`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.created_at) is not UNSET:
        result["created_at"] = item
    if (item := value.response) is not UNSET:
        result["response"] = item
    if (item := value.thinking) is not UNSET:
        result["thinking"] = item
    result["done"] = value.done
    if (item := value.done_reason) is not UNSET:
        result["done_reason"] = item
    if (item := value.context) is not UNSET:
        result["context"] = item
    if (item := value.total_duration) is not UNSET:
        result["total_duration"] = item
    if (item := value.load_duration) is not UNSET:
        result["load_duration"] = item
    if (item := value.prompt_eval_count) is not UNSET:
        result["prompt_eval_count"] = item
    if (item := value.prompt_eval_duration) is not UNSET:
        result["prompt_eval_duration"] = item
    if (item := value.eval_count) is not UNSET:
        result["eval_count"] = item
    if (item := value.eval_duration) is not UNSET:
        result["eval_duration"] = item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = (
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
class ChatAnswer(Model):
    """
    A whole answer, or one piece of a streamed one. Statistics come with the last piece only, which
    has no message on older servers.

    Attributes:
        model: Model that answered.
        created_at: Time of the answer, in RFC 3339.
        message: One message of a conversation, or in a stream a piece of one. Beside tool calls the
            content may be missing.
        done: Whether this is the end of the answer.
        done_reason: Why an answer ended; older servers leave it out.
        total_duration: Time spent on the request, in nanoseconds.
        load_duration: Time spent on loading the model, in nanoseconds.
        prompt_eval_count: Tokens of the prompt; absent when it was cached.
        prompt_eval_duration: Time spent on the prompt, in nanoseconds.
        eval_count: Tokens of the answer.
        eval_duration: Time spent on the answer, in nanoseconds.
        logprobs: Log probabilities of the tokens, when `logprobs` was asked for.
    """

    model: str
    done: bool
    created_at: str | Unset = UNSET
    message: ChatMessage | Unset = UNSET
    done_reason: DoneReason | Unset = UNSET
    total_duration: int | Unset = UNSET
    load_duration: int | Unset = UNSET
    prompt_eval_count: int | Unset = UNSET
    prompt_eval_duration: int | Unset = UNSET
    eval_count: int | Unset = UNSET
    eval_duration: int | Unset = UNSET
    logprobs: list[TokenLogprob] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_chat_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ChatAnswer:
        """The value of a decoded JSON object."""
        return decode_chat_answer(source)


_CHAT_ANSWER: Final = frozenset(
    {
        "model",
        "created_at",
        "message",
        "done",
        "done_reason",
        "total_duration",
        "load_duration",
        "prompt_eval_count",
        "prompt_eval_duration",
        "eval_count",
        "eval_duration",
        "logprobs",
    }
)


def decode_chat_answer(source: Any) -> ChatAnswer:
    """`ChatAnswer` of decoded JSON."""
    get = source.get
    return ChatAnswer(
        source["model"],
        source["done"],
        get("created_at", UNSET),
        decode_chat_message(value) if (value := get("message", UNSET)).__class__ is dict else value,
        get("done_reason", UNSET),
        get("total_duration", UNSET),
        get("load_duration", UNSET),
        get("prompt_eval_count", UNSET),
        get("prompt_eval_duration", UNSET),
        get("eval_count", UNSET),
        get("eval_duration", UNSET),
        [decode_token_logprob(item) if item.__class__ is dict else item for item in value]
        if (value := get("logprobs", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _CHAT_ANSWER else extra_of(source, _CHAT_ANSWER),
    )


def encode_chat_answer(value: Any) -> JsonObject:
    """JSON of a `ChatAnswer`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.created_at) is not UNSET:
        result["created_at"] = item
    if (item := value.message) is not UNSET:
        result["message"] = encode_chat_message(item) if isinstance(item, ChatMessage) else item
    result["done"] = value.done
    if (item := value.done_reason) is not UNSET:
        result["done_reason"] = item
    if (item := value.total_duration) is not UNSET:
        result["total_duration"] = item
    if (item := value.load_duration) is not UNSET:
        result["load_duration"] = item
    if (item := value.prompt_eval_count) is not UNSET:
        result["prompt_eval_count"] = item
    if (item := value.prompt_eval_duration) is not UNSET:
        result["prompt_eval_duration"] = item
    if (item := value.eval_count) is not UNSET:
        result["eval_count"] = item
    if (item := value.eval_duration) is not UNSET:
        result["eval_duration"] = item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = (
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
    How likely a token was.

    Attributes:
        token: The token as text.
        logprob: Its log probability.
        bytes_: Its bytes.
        top_logprobs: The most likely tokens at this place.
    """

    token: str | Unset = UNSET
    logprob: float | Unset = UNSET
    bytes_: list[int] | Unset = UNSET
    top_logprobs: list[TokenLogprob] | Unset = UNSET
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
        [decode_token_logprob(item) if item.__class__ is dict else item for item in value]
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


Format: TypeAlias = str | OpenObject | None
"""Form of the answer, a JSON Schema, the word `json`, or an empty text for none."""
