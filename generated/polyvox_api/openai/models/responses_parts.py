"""Models of OpenAI: responses_parts. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import ImageDetail, OpenObject, RefusalPart, decode_refusal_part

__all__ = [
    "ResponseCodeInterpreterCall",
    "ResponseContentPart",
    "ResponseConversation",
    "ResponseCustomToolCall",
    "ResponseCustomToolOutput",
    "ResponseFileSearchCall",
    "ResponseFunctionCall",
    "ResponseFunctionOutput",
    "ResponseImageCall",
    "ResponseInputFile",
    "ResponseInputImage",
    "ResponseInputItem",
    "ResponseInputMessage",
    "ResponseInputText",
    "ResponseItemReference",
    "ResponseItemStatus",
    "ResponseMcpApproval",
    "ResponseMcpApprovalRequest",
    "ResponseMcpCall",
    "ResponseMcpListTools",
    "ResponseOutputText",
    "ResponseReasoning",
    "ResponseReasoningText",
    "ResponseWebSearchCall",
]


ResponseItemStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"] | str
"""State of an item."""


@define(eq=False, repr=False, weakref_slot=False)
class ResponseConversation(Model):
    """
    A conversation that the server keeps.

    Attributes:
        id: Id of the conversation.
    """

    id: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_conversation(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseConversation:
        """The value of a decoded JSON object."""
        return decode_response_conversation(source)


_RESPONSE_CONVERSATION: Final = frozenset({"id"})


def decode_response_conversation(source: Any) -> ResponseConversation:
    """`ResponseConversation` of decoded JSON."""
    return ResponseConversation(
        source["id"],
        None
        if source.keys() <= _RESPONSE_CONVERSATION
        else extra_of(source, _RESPONSE_CONVERSATION),
    )


def encode_response_conversation(value: Any) -> JsonObject:
    """JSON of a `ResponseConversation`."""
    result: JsonObject = {}
    result["id"] = value.id
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
        logprobs: Log probabilities of the tokens.
    """

    text: str
    type: Literal["output_text"] = "output_text"
    annotations: list[OpenObject] | None | Unset = UNSET
    logprobs: list[OpenObject] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_output_text(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseOutputText:
        """The value of a decoded JSON object."""
        return decode_response_output_text(source)


_RESPONSE_OUTPUT_TEXT: Final = frozenset({"type", "text", "annotations", "logprobs"})


def decode_response_output_text(source: Any) -> ResponseOutputText:
    """`ResponseOutputText` of decoded JSON."""
    get = source.get
    return ResponseOutputText(
        source["text"],
        source["type"],
        get("annotations", UNSET),
        get("logprobs", UNSET),
        None if source.keys() <= _RESPONSE_OUTPUT_TEXT else extra_of(source, _RESPONSE_OUTPUT_TEXT),
    )


def encode_response_output_text(value: Any) -> JsonObject:
    """JSON of a `ResponseOutputText`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["text"] = value.text
    if (item := value.annotations) is not UNSET:
        result["annotations"] = item
    if (item := value.logprobs) is not UNSET:
        result["logprobs"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseFunctionCall(Model):
    """
    A call of a function, which the caller is to run. OpenAI always sends and needs `call_id`,
    `name` and `arguments`.

    Attributes:
        type: Always `function_call`.
        id: Id of the item.
        call_id: Id that the output item repeats.
        name: Name of the function.
        arguments: Arguments as JSON text, not checked by the server.
        status: State of an item.
    """

    type: Literal["function_call"] = "function_call"
    id: str | None | Unset = UNSET
    call_id: str | Unset = UNSET
    name: str | Unset = UNSET
    arguments: str | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
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
        source["type"],
        get("id", UNSET),
        get("call_id", UNSET),
        get("name", UNSET),
        get("arguments", UNSET),
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
    if (item := value.call_id) is not UNSET:
        result["call_id"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.arguments) is not UNSET:
        result["arguments"] = item
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
    id: str | None | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
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
        content: Parts of the reasoning itself, where the server shows them (vLLM, llama.cpp, LM
            Studio).
        encrypted_content: The reasoning, encrypted, to be sent back unchanged.
        status: State of an item.
    """

    type: Literal["reasoning"] = "reasoning"
    id: str | None | Unset = UNSET
    summary: list[ResponseReasoningText] | None | Unset = UNSET
    content: list[ResponseReasoningText] | None | Unset = UNSET
    encrypted_content: str | None | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
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

    type: str | Unset = UNSET
    text: str | Unset = UNSET
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
    get = source.get
    return ResponseReasoningText(
        get("type", UNSET),
        get("text", UNSET),
        None
        if source.keys() <= _RESPONSE_REASONING_TEXT
        else extra_of(source, _RESPONSE_REASONING_TEXT),
    )


def encode_response_reasoning_text(value: Any) -> JsonObject:
    """JSON of a `ResponseReasoningText`."""
    result: JsonObject = {}
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.text) is not UNSET:
        result["text"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseWebSearchCall(Model):
    """
    A web search that the server did.

    Attributes:
        type: Always `web_search_call`.
        id: Id of the item.
        status: State of an item.
        action: A JSON object whose keys nobody prescribes.
    """

    type: Literal["web_search_call"] = "web_search_call"
    id: str | None | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
    action: OpenObject | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_web_search_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseWebSearchCall:
        """The value of a decoded JSON object."""
        return decode_response_web_search_call(source)


_RESPONSE_WEB_SEARCH_CALL: Final = frozenset({"type", "id", "status", "action"})


def decode_response_web_search_call(source: Any) -> ResponseWebSearchCall:
    """`ResponseWebSearchCall` of decoded JSON."""
    get = source.get
    return ResponseWebSearchCall(
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        get("action", UNSET),
        None
        if source.keys() <= _RESPONSE_WEB_SEARCH_CALL
        else extra_of(source, _RESPONSE_WEB_SEARCH_CALL),
    )


def encode_response_web_search_call(value: Any) -> JsonObject:
    """JSON of a `ResponseWebSearchCall`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.action) is not UNSET:
        result["action"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseFileSearchCall(Model):
    """
    A search in vector stores that the server did.

    Attributes:
        type: Always `file_search_call`.
        id: Id of the item.
        status: State of an item.
        queries: What was searched for.
        results: What was found; only when `include` asks for it.
    """

    type: Literal["file_search_call"] = "file_search_call"
    id: str | None | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
    queries: list[str] | None | Unset = UNSET
    results: list[OpenObject] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_file_search_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseFileSearchCall:
        """The value of a decoded JSON object."""
        return decode_response_file_search_call(source)


_RESPONSE_FILE_SEARCH_CALL: Final = frozenset({"type", "id", "status", "queries", "results"})


def decode_response_file_search_call(source: Any) -> ResponseFileSearchCall:
    """`ResponseFileSearchCall` of decoded JSON."""
    get = source.get
    return ResponseFileSearchCall(
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        get("queries", UNSET),
        get("results", UNSET),
        None
        if source.keys() <= _RESPONSE_FILE_SEARCH_CALL
        else extra_of(source, _RESPONSE_FILE_SEARCH_CALL),
    )


def encode_response_file_search_call(value: Any) -> JsonObject:
    """JSON of a `ResponseFileSearchCall`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.queries) is not UNSET:
        result["queries"] = item
    if (item := value.results) is not UNSET:
        result["results"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseCodeInterpreterCall(Model):
    """
    Code that the server ran.

    Attributes:
        type: Always `code_interpreter_call`.
        id: Id of the item.
        status: State of an item.
        code: The code.
        container_id: Id of the container.
        outputs: Logs and pictures; only when `include` asks for them.
    """

    type: Literal["code_interpreter_call"] = "code_interpreter_call"
    id: str | None | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
    code: str | None | Unset = UNSET
    container_id: str | None | Unset = UNSET
    outputs: list[OpenObject] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_code_interpreter_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseCodeInterpreterCall:
        """The value of a decoded JSON object."""
        return decode_response_code_interpreter_call(source)


_RESPONSE_CODE_INTERPRETER_CALL: Final = frozenset(
    {"type", "id", "status", "code", "container_id", "outputs"}
)


def decode_response_code_interpreter_call(source: Any) -> ResponseCodeInterpreterCall:
    """`ResponseCodeInterpreterCall` of decoded JSON."""
    get = source.get
    return ResponseCodeInterpreterCall(
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        get("code", UNSET),
        get("container_id", UNSET),
        get("outputs", UNSET),
        None
        if source.keys() <= _RESPONSE_CODE_INTERPRETER_CALL
        else extra_of(source, _RESPONSE_CODE_INTERPRETER_CALL),
    )


def encode_response_code_interpreter_call(value: Any) -> JsonObject:
    """JSON of a `ResponseCodeInterpreterCall`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.code) is not UNSET:
        result["code"] = item
    if (item := value.container_id) is not UNSET:
        result["container_id"] = item
    if (item := value.outputs) is not UNSET:
        result["outputs"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseImageCall(Model):
    """
    A picture that the server made.

    Attributes:
        type: Always `image_generation_call`.
        id: Id of the item.
        status: State of an item.
        result: The picture in base64.
        revised_prompt: The prompt that the model made of the given one.
    """

    type: Literal["image_generation_call"] = "image_generation_call"
    id: str | None | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
    result: str | None | Unset = UNSET
    revised_prompt: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_image_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseImageCall:
        """The value of a decoded JSON object."""
        return decode_response_image_call(source)


_RESPONSE_IMAGE_CALL: Final = frozenset({"type", "id", "status", "result", "revised_prompt"})


def decode_response_image_call(source: Any) -> ResponseImageCall:
    """`ResponseImageCall` of decoded JSON."""
    get = source.get
    return ResponseImageCall(
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        get("result", UNSET),
        get("revised_prompt", UNSET),
        None if source.keys() <= _RESPONSE_IMAGE_CALL else extra_of(source, _RESPONSE_IMAGE_CALL),
    )


def encode_response_image_call(value: Any) -> JsonObject:
    """JSON of a `ResponseImageCall`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.result) is not UNSET:
        result["result"] = item
    if (item := value.revised_prompt) is not UNSET:
        result["revised_prompt"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseMcpListTools(Model):
    """
    The tools of an MCP server.

    Attributes:
        type: Always `mcp_list_tools`.
        id: Id of the item.
        status: State of an item.
        server_label: Label of the server.
        tools: The tools with their schemas.
        error: Why the tools could not be listed, a text or an object.
    """

    type: Literal["mcp_list_tools"] = "mcp_list_tools"
    id: str | None | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
    server_label: str | None | Unset = UNSET
    tools: list[OpenObject] | None | Unset = UNSET
    error: Any = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_mcp_list_tools(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseMcpListTools:
        """The value of a decoded JSON object."""
        return decode_response_mcp_list_tools(source)


_RESPONSE_MCP_LIST_TOOLS: Final = frozenset(
    {"type", "id", "status", "server_label", "tools", "error"}
)


def decode_response_mcp_list_tools(source: Any) -> ResponseMcpListTools:
    """`ResponseMcpListTools` of decoded JSON."""
    get = source.get
    return ResponseMcpListTools(
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        get("server_label", UNSET),
        get("tools", UNSET),
        get("error", UNSET),
        None
        if source.keys() <= _RESPONSE_MCP_LIST_TOOLS
        else extra_of(source, _RESPONSE_MCP_LIST_TOOLS),
    )


def encode_response_mcp_list_tools(value: Any) -> JsonObject:
    """JSON of a `ResponseMcpListTools`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.server_label) is not UNSET:
        result["server_label"] = item
    if (item := value.tools) is not UNSET:
        result["tools"] = item
    if (item := value.error) is not UNSET:
        result["error"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseMcpApprovalRequest(Model):
    """
    A call of an MCP tool that waits for approval.

    Attributes:
        type: Always `mcp_approval_request`.
        id: Id of the item.
        status: State of an item.
        server_label: Label of the server.
        name: Name of the tool.
        arguments: Arguments as JSON text.
    """

    type: Literal["mcp_approval_request"] = "mcp_approval_request"
    id: str | None | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
    server_label: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    arguments: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_mcp_approval_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseMcpApprovalRequest:
        """The value of a decoded JSON object."""
        return decode_response_mcp_approval_request(source)


_RESPONSE_MCP_APPROVAL_REQUEST: Final = frozenset(
    {"type", "id", "status", "server_label", "name", "arguments"}
)


def decode_response_mcp_approval_request(source: Any) -> ResponseMcpApprovalRequest:
    """`ResponseMcpApprovalRequest` of decoded JSON."""
    get = source.get
    return ResponseMcpApprovalRequest(
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        get("server_label", UNSET),
        get("name", UNSET),
        get("arguments", UNSET),
        None
        if source.keys() <= _RESPONSE_MCP_APPROVAL_REQUEST
        else extra_of(source, _RESPONSE_MCP_APPROVAL_REQUEST),
    )


def encode_response_mcp_approval_request(value: Any) -> JsonObject:
    """JSON of a `ResponseMcpApprovalRequest`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.server_label) is not UNSET:
        result["server_label"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.arguments) is not UNSET:
        result["arguments"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseMcpApproval(Model):
    """
    Whether a call of an MCP tool is approved.

    Attributes:
        type: Always `mcp_approval_response`.
        id: Id of the item.
        approval_request_id: Id of the request for approval.
        approve: Whether the call is approved.
        reason: Why, or why not.
    """

    approval_request_id: str
    approve: bool
    type: Literal["mcp_approval_response"] = "mcp_approval_response"
    id: str | None | Unset = UNSET
    reason: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_mcp_approval(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseMcpApproval:
        """The value of a decoded JSON object."""
        return decode_response_mcp_approval(source)


_RESPONSE_MCP_APPROVAL: Final = frozenset(
    {"type", "id", "approval_request_id", "approve", "reason"}
)


def decode_response_mcp_approval(source: Any) -> ResponseMcpApproval:
    """`ResponseMcpApproval` of decoded JSON."""
    get = source.get
    return ResponseMcpApproval(
        source["approval_request_id"],
        source["approve"],
        source["type"],
        get("id", UNSET),
        get("reason", UNSET),
        None
        if source.keys() <= _RESPONSE_MCP_APPROVAL
        else extra_of(source, _RESPONSE_MCP_APPROVAL),
    )


def encode_response_mcp_approval(value: Any) -> JsonObject:
    """JSON of a `ResponseMcpApproval`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    result["approval_request_id"] = value.approval_request_id
    result["approve"] = value.approve
    if (item := value.reason) is not UNSET:
        result["reason"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseMcpCall(Model):
    """
    A call of an MCP tool that the server did.

    Attributes:
        type: Always `mcp_call`.
        id: Id of the item.
        status: State of an item.
        server_label: Label of the server.
        name: Name of the tool.
        arguments: Arguments as JSON text.
        output: What the tool returned.
        error: Why the call failed, a text or an object.
        approval_request_id: Id of the request for approval.
    """

    type: Literal["mcp_call"] = "mcp_call"
    id: str | None | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
    server_label: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    arguments: str | None | Unset = UNSET
    output: str | None | Unset = UNSET
    error: Any = UNSET
    approval_request_id: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_mcp_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseMcpCall:
        """The value of a decoded JSON object."""
        return decode_response_mcp_call(source)


_RESPONSE_MCP_CALL: Final = frozenset(
    {
        "type",
        "id",
        "status",
        "server_label",
        "name",
        "arguments",
        "output",
        "error",
        "approval_request_id",
    }
)


def decode_response_mcp_call(source: Any) -> ResponseMcpCall:
    """`ResponseMcpCall` of decoded JSON."""
    get = source.get
    return ResponseMcpCall(
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        get("server_label", UNSET),
        get("name", UNSET),
        get("arguments", UNSET),
        get("output", UNSET),
        get("error", UNSET),
        get("approval_request_id", UNSET),
        None if source.keys() <= _RESPONSE_MCP_CALL else extra_of(source, _RESPONSE_MCP_CALL),
    )


def encode_response_mcp_call(value: Any) -> JsonObject:
    """JSON of a `ResponseMcpCall`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.server_label) is not UNSET:
        result["server_label"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.arguments) is not UNSET:
        result["arguments"] = item
    if (item := value.output) is not UNSET:
        result["output"] = item
    if (item := value.error) is not UNSET:
        result["error"] = item
    if (item := value.approval_request_id) is not UNSET:
        result["approval_request_id"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseCustomToolCall(Model):
    """
    A call of a custom tool, which the caller is to run.

    Attributes:
        type: Always `custom_tool_call`.
        id: Id of the item.
        status: State of an item.
        call_id: Id that the output item repeats.
        name: Name of the tool.
        input: Input, free text.
    """

    type: Literal["custom_tool_call"] = "custom_tool_call"
    id: str | None | Unset = UNSET
    status: ResponseItemStatus | None | Unset = UNSET
    call_id: str | Unset = UNSET
    name: str | Unset = UNSET
    input: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_custom_tool_call(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseCustomToolCall:
        """The value of a decoded JSON object."""
        return decode_response_custom_tool_call(source)


_RESPONSE_CUSTOM_TOOL_CALL: Final = frozenset({"type", "id", "status", "call_id", "name", "input"})


def decode_response_custom_tool_call(source: Any) -> ResponseCustomToolCall:
    """`ResponseCustomToolCall` of decoded JSON."""
    get = source.get
    return ResponseCustomToolCall(
        source["type"],
        get("id", UNSET),
        get("status", UNSET),
        get("call_id", UNSET),
        get("name", UNSET),
        get("input", UNSET),
        None
        if source.keys() <= _RESPONSE_CUSTOM_TOOL_CALL
        else extra_of(source, _RESPONSE_CUSTOM_TOOL_CALL),
    )


def encode_response_custom_tool_call(value: Any) -> JsonObject:
    """JSON of a `ResponseCustomToolCall`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.call_id) is not UNSET:
        result["call_id"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.input) is not UNSET:
        result["input"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseCustomToolOutput(Model):
    """
    What a custom tool returned.

    Attributes:
        type: Always `custom_tool_call_output`.
        id: Id of the item.
        call_id: Id of the call that this answers.
        output: A text, or content parts.
    """

    call_id: str
    output: str | list[ResponseContentPart]
    type: Literal["custom_tool_call_output"] = "custom_tool_call_output"
    id: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_custom_tool_output(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseCustomToolOutput:
        """The value of a decoded JSON object."""
        return decode_response_custom_tool_output(source)


_RESPONSE_CUSTOM_TOOL_OUTPUT: Final = frozenset({"type", "id", "call_id", "output"})


def decode_response_custom_tool_output(source: Any) -> ResponseCustomToolOutput:
    """`ResponseCustomToolOutput` of decoded JSON."""
    get = source.get
    return ResponseCustomToolOutput(
        source["call_id"],
        [decode_response_content_part(item) for item in value]
        if (value := source["output"]).__class__ is list
        else value,
        source["type"],
        get("id", UNSET),
        None
        if source.keys() <= _RESPONSE_CUSTOM_TOOL_OUTPUT
        else extra_of(source, _RESPONSE_CUSTOM_TOOL_OUTPUT),
    )


def encode_response_custom_tool_output(value: Any) -> JsonObject:
    """JSON of a `ResponseCustomToolOutput`."""
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


ResponseInputItem: TypeAlias = (
    ResponseInputMessage
    | ResponseFunctionCall
    | ResponseFunctionOutput
    | ResponseReasoning
    | ResponseWebSearchCall
    | ResponseFileSearchCall
    | ResponseCodeInterpreterCall
    | ResponseImageCall
    | ResponseMcpListTools
    | ResponseMcpApprovalRequest
    | ResponseMcpCall
    | ResponseCustomToolCall
    | ResponseMcpApproval
    | ResponseCustomToolOutput
    | ResponseItemReference
    | JsonObject
)
"""
An item of the input, told apart by `type`. Servers take a message without `type` too, and output
items as they were sent.
"""

_RESPONSE_INPUT_ITEM: Final[dict[Any, Callable[[Any], ResponseInputItem]]] = {
    "message": decode_response_input_message,
    "function_call": decode_response_function_call,
    "function_call_output": decode_response_function_output,
    "reasoning": decode_response_reasoning,
    "web_search_call": decode_response_web_search_call,
    "file_search_call": decode_response_file_search_call,
    "code_interpreter_call": decode_response_code_interpreter_call,
    "image_generation_call": decode_response_image_call,
    "mcp_list_tools": decode_response_mcp_list_tools,
    "mcp_approval_request": decode_response_mcp_approval_request,
    "mcp_call": decode_response_mcp_call,
    "custom_tool_call": decode_response_custom_tool_call,
    "mcp_approval_response": decode_response_mcp_approval,
    "custom_tool_call_output": decode_response_custom_tool_output,
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
