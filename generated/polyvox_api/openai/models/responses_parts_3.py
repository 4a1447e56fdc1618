"""Models of OpenAI: responses_parts_3. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .responses_parts import (
    ResponseConversation,
    ResponseInputItem,
    decode_response_conversation,
    decode_response_input_item,
    encode_response_conversation,
    encode_response_input_item,
)
from .responses_parts_2 import (
    ResponseFailure,
    ResponseIncompleteDetails,
    ResponseOutputItem,
    ResponseOutputPart,
    ResponseReasoningOptions,
    ResponseStatus,
    ResponseTextOptions,
    ResponseTool,
    ResponseToolChoice,
    decode_response_failure,
    decode_response_incomplete_details,
    decode_response_output_item,
    decode_response_output_part,
    decode_response_reasoning_options,
    decode_response_text_options,
    decode_response_tool,
    decode_response_tool_choice,
    encode_response_failure,
    encode_response_incomplete_details,
    encode_response_output_item,
    encode_response_output_part,
    encode_response_reasoning_options,
    encode_response_text_options,
    encode_response_tool,
)
from .shared import (
    RequestMetadata,
    ResponseUsage,
    ToolChoiceMode,
    decode_response_usage,
    encode_response_usage,
)

__all__ = [
    "DeletedResponse",
    "ResponseArgumentsDeltaEvent",
    "ResponseArgumentsDoneEvent",
    "ResponseCompletedEvent",
    "ResponseCreatedEvent",
    "ResponseFailedEvent",
    "ResponseInProgressEvent",
    "ResponseIncompleteEvent",
    "ResponseItemAddedEvent",
    "ResponseItemDoneEvent",
    "ResponsePartAddedEvent",
    "ResponsePartDoneEvent",
    "ResponseQueuedEvent",
    "ResponseRefusalDeltaEvent",
    "ResponseRefusalDoneEvent",
    "ResponseResource",
    "ResponseResourceToolChoice",
    "ResponseSummaryDeltaEvent",
    "ResponseTextDeltaEvent",
    "ResponseTextDoneEvent",
]


@define(eq=False, repr=False, weakref_slot=False)
class ResponseResource(Model):
    """
    A response, whole or in the state it has now.

    Attributes:
        id: Id of the response.
        object: Kind of the object, `response`.
        created_at: Creation time in seconds since 1970.
        completed_at: Time of completion in seconds since 1970.
        status: State of a response.
        background: Whether it runs in the background.
        error: Why a response failed.
        incomplete_details: Why a response is incomplete.
        instructions: Instructions of the request, a text or input items.
        max_output_tokens: Most tokens to generate, reasoning included.
        metadata: Up to sixteen pairs of texts kept with an object.
        model: Name of the model that responds.
        output: What the model produced, in order.
        parallel_tool_calls: Whether one response may hold several tool calls.
        previous_response_id: Id of the response that this one continues.
        conversation: A conversation that the server keeps.
        reasoning: How much a reasoning model may think, and whether it sums that up.
        service_tier: Tier that served the call.
        store: Whether the response is stored.
        temperature: Sampling temperature.
        text: Form of the output's text.
        tool_choice: Whether, or which, tool had to be called.
        tools: Tools the model could call.
        top_logprobs: Number of alternatives per token.
        top_p: Share of probability to sample from.
        truncation: Whether old items were dropped.
        usage: Tokens that a response, or a batch, consumed.
        user: Id of the end user.
    """

    id: str
    object: str | Unset = UNSET
    created_at: float | None | Unset = UNSET
    completed_at: float | None | Unset = UNSET
    status: ResponseStatus | None | Unset = UNSET
    background: bool | None | Unset = UNSET
    error: ResponseFailure | None | Unset = UNSET
    incomplete_details: ResponseIncompleteDetails | None | Unset = UNSET
    instructions: str | list[ResponseInputItem] | None | Unset = UNSET
    max_output_tokens: int | None | Unset = UNSET
    metadata: RequestMetadata | None | Unset = UNSET
    model: str | None | Unset = UNSET
    output: list[ResponseOutputItem] | Unset = UNSET
    parallel_tool_calls: bool | None | Unset = UNSET
    previous_response_id: str | None | Unset = UNSET
    conversation: ResponseConversation | None | Unset = UNSET
    reasoning: ResponseReasoningOptions | None | Unset = UNSET
    service_tier: str | None | Unset = UNSET
    store: bool | None | Unset = UNSET
    temperature: float | None | Unset = UNSET
    text: ResponseTextOptions | None | Unset = UNSET
    tool_choice: ResponseResourceToolChoice | None | Unset = UNSET
    tools: list[ResponseTool] | None | Unset = UNSET
    top_logprobs: int | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    truncation: str | None | Unset = UNSET
    usage: ResponseUsage | None | Unset = UNSET
    user: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_resource(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseResource:
        """The value of a decoded JSON object."""
        return decode_response_resource(source)


_RESPONSE_RESOURCE: Final = frozenset(
    {
        "id",
        "object",
        "created_at",
        "completed_at",
        "status",
        "background",
        "error",
        "incomplete_details",
        "instructions",
        "max_output_tokens",
        "metadata",
        "model",
        "output",
        "parallel_tool_calls",
        "previous_response_id",
        "conversation",
        "reasoning",
        "service_tier",
        "store",
        "temperature",
        "text",
        "tool_choice",
        "tools",
        "top_logprobs",
        "top_p",
        "truncation",
        "usage",
        "user",
    }
)


def decode_response_resource(source: Any) -> ResponseResource:
    """`ResponseResource` of decoded JSON."""
    get = source.get
    return ResponseResource(
        source["id"],
        get("object", UNSET),
        get("created_at", UNSET),
        get("completed_at", UNSET),
        get("status", UNSET),
        get("background", UNSET),
        decode_response_failure(value)
        if (value := get("error", UNSET)).__class__ is dict
        else value,
        decode_response_incomplete_details(value)
        if (value := get("incomplete_details", UNSET)).__class__ is dict
        else value,
        [decode_response_input_item(item) for item in value]
        if (value := get("instructions", UNSET)).__class__ is list
        else value,
        get("max_output_tokens", UNSET),
        get("metadata", UNSET),
        get("model", UNSET),
        [decode_response_output_item(item) for item in value]
        if (value := get("output", UNSET)).__class__ is list
        else value,
        get("parallel_tool_calls", UNSET),
        get("previous_response_id", UNSET),
        decode_response_conversation(value)
        if (value := get("conversation", UNSET)).__class__ is dict
        else value,
        decode_response_reasoning_options(value)
        if (value := get("reasoning", UNSET)).__class__ is dict
        else value,
        get("service_tier", UNSET),
        get("store", UNSET),
        get("temperature", UNSET),
        decode_response_text_options(value)
        if (value := get("text", UNSET)).__class__ is dict
        else value,
        decode_response_resource_tool_choice(get("tool_choice", UNSET)),
        [decode_response_tool(item) for item in value]
        if (value := get("tools", UNSET)).__class__ is list
        else value,
        get("top_logprobs", UNSET),
        get("top_p", UNSET),
        get("truncation", UNSET),
        decode_response_usage(value) if (value := get("usage", UNSET)).__class__ is dict else value,
        get("user", UNSET),
        None if source.keys() <= _RESPONSE_RESOURCE else extra_of(source, _RESPONSE_RESOURCE),
    )


def encode_response_resource(value: Any) -> JsonObject:
    """JSON of a `ResponseResource`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.created_at) is not UNSET:
        result["created_at"] = item
    if (item := value.completed_at) is not UNSET:
        result["completed_at"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.background) is not UNSET:
        result["background"] = item
    if (item := value.error) is not UNSET:
        result["error"] = (
            encode_response_failure(item) if isinstance(item, ResponseFailure) else item
        )
    if (item := value.incomplete_details) is not UNSET:
        result["incomplete_details"] = (
            encode_response_incomplete_details(item)
            if isinstance(item, ResponseIncompleteDetails)
            else item
        )
    if (item := value.instructions) is not UNSET:
        result["instructions"] = (
            [encode_response_input_item(part) for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.max_output_tokens) is not UNSET:
        result["max_output_tokens"] = item
    if (item := value.metadata) is not UNSET:
        result["metadata"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.output) is not UNSET:
        result["output"] = (
            [encode_response_output_item(part) for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.parallel_tool_calls) is not UNSET:
        result["parallel_tool_calls"] = item
    if (item := value.previous_response_id) is not UNSET:
        result["previous_response_id"] = item
    if (item := value.conversation) is not UNSET:
        result["conversation"] = (
            encode_response_conversation(item) if isinstance(item, ResponseConversation) else item
        )
    if (item := value.reasoning) is not UNSET:
        result["reasoning"] = (
            encode_response_reasoning_options(item)
            if isinstance(item, ResponseReasoningOptions)
            else item
        )
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
        result["tool_choice"] = encode_response_resource_tool_choice(item)
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
    if (item := value.usage) is not UNSET:
        result["usage"] = encode_response_usage(item) if isinstance(item, ResponseUsage) else item
    if (item := value.user) is not UNSET:
        result["user"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DeletedResponse(Model):
    """
    The confirmation that a response was deleted.

    Attributes:
        id: Id of the response.
        object: Kind of the object, `response`.
        deleted: Whether it is deleted.
    """

    id: str | Unset = UNSET
    object: str | Unset = UNSET
    deleted: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_deleted_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DeletedResponse:
        """The value of a decoded JSON object."""
        return decode_deleted_response(source)


_DELETED_RESPONSE: Final = frozenset({"id", "object", "deleted"})


def decode_deleted_response(source: Any) -> DeletedResponse:
    """`DeletedResponse` of decoded JSON."""
    get = source.get
    return DeletedResponse(
        get("id", UNSET),
        get("object", UNSET),
        get("deleted", UNSET),
        None if source.keys() <= _DELETED_RESPONSE else extra_of(source, _DELETED_RESPONSE),
    )


def encode_deleted_response(value: Any) -> JsonObject:
    """JSON of a `DeletedResponse`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.deleted) is not UNSET:
        result["deleted"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseQueuedEvent(Model):
    """
    The response waits for its turn.

    Attributes:
        type: Always `response.queued`.
        sequence_number: Number of the event.
        response: A response, whole or in the state it has now.
    """

    response: ResponseResource
    type: Literal["response.queued"] = "response.queued"
    sequence_number: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_queued_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseQueuedEvent:
        """The value of a decoded JSON object."""
        return decode_response_queued_event(source)


_RESPONSE_QUEUED_EVENT: Final = frozenset({"type", "sequence_number", "response"})


def decode_response_queued_event(source: Any) -> ResponseQueuedEvent:
    """`ResponseQueuedEvent` of decoded JSON."""
    get = source.get
    return ResponseQueuedEvent(
        decode_response_resource(value)
        if (value := source["response"]).__class__ is dict
        else value,
        source["type"],
        get("sequence_number", UNSET),
        None
        if source.keys() <= _RESPONSE_QUEUED_EVENT
        else extra_of(source, _RESPONSE_QUEUED_EVENT),
    )


def encode_response_queued_event(value: Any) -> JsonObject:
    """JSON of a `ResponseQueuedEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    item = value.response
    result["response"] = (
        encode_response_resource(item) if isinstance(item, ResponseResource) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseRefusalDoneEvent(Model):
    """
    A refusal is complete.

    Attributes:
        type: Always `response.refusal.done`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        content_index: Position of the part in the item.
        refusal: The whole refusal.
    """

    refusal: str
    type: Literal["response.refusal.done"] = "response.refusal.done"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    content_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_refusal_done_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseRefusalDoneEvent:
        """The value of a decoded JSON object."""
        return decode_response_refusal_done_event(source)


_RESPONSE_REFUSAL_DONE_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "content_index", "refusal"}
)


def decode_response_refusal_done_event(source: Any) -> ResponseRefusalDoneEvent:
    """`ResponseRefusalDoneEvent` of decoded JSON."""
    get = source.get
    return ResponseRefusalDoneEvent(
        source["refusal"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("content_index", UNSET),
        None
        if source.keys() <= _RESPONSE_REFUSAL_DONE_EVENT
        else extra_of(source, _RESPONSE_REFUSAL_DONE_EVENT),
    )


def encode_response_refusal_done_event(value: Any) -> JsonObject:
    """JSON of a `ResponseRefusalDoneEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.item_id) is not UNSET:
        result["item_id"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    if (item := value.content_index) is not UNSET:
        result["content_index"] = item
    result["refusal"] = value.refusal
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseCreatedEvent(Model):
    """
    The response was created.

    Attributes:
        type: Always `response.created`.
        sequence_number: Number of the event.
        response: A response, whole or in the state it has now.
    """

    response: ResponseResource
    type: Literal["response.created"] = "response.created"
    sequence_number: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_created_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseCreatedEvent:
        """The value of a decoded JSON object."""
        return decode_response_created_event(source)


_RESPONSE_CREATED_EVENT: Final = frozenset({"type", "sequence_number", "response"})


def decode_response_created_event(source: Any) -> ResponseCreatedEvent:
    """`ResponseCreatedEvent` of decoded JSON."""
    get = source.get
    return ResponseCreatedEvent(
        decode_response_resource(value)
        if (value := source["response"]).__class__ is dict
        else value,
        source["type"],
        get("sequence_number", UNSET),
        None
        if source.keys() <= _RESPONSE_CREATED_EVENT
        else extra_of(source, _RESPONSE_CREATED_EVENT),
    )


def encode_response_created_event(value: Any) -> JsonObject:
    """JSON of a `ResponseCreatedEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    item = value.response
    result["response"] = (
        encode_response_resource(item) if isinstance(item, ResponseResource) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseInProgressEvent(Model):
    """
    The model began to respond.

    Attributes:
        type: Always `response.in_progress`.
        sequence_number: Number of the event.
        response: A response, whole or in the state it has now.
    """

    response: ResponseResource
    type: Literal["response.in_progress"] = "response.in_progress"
    sequence_number: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_in_progress_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseInProgressEvent:
        """The value of a decoded JSON object."""
        return decode_response_in_progress_event(source)


_RESPONSE_IN_PROGRESS_EVENT: Final = frozenset({"type", "sequence_number", "response"})


def decode_response_in_progress_event(source: Any) -> ResponseInProgressEvent:
    """`ResponseInProgressEvent` of decoded JSON."""
    get = source.get
    return ResponseInProgressEvent(
        decode_response_resource(value)
        if (value := source["response"]).__class__ is dict
        else value,
        source["type"],
        get("sequence_number", UNSET),
        None
        if source.keys() <= _RESPONSE_IN_PROGRESS_EVENT
        else extra_of(source, _RESPONSE_IN_PROGRESS_EVENT),
    )


def encode_response_in_progress_event(value: Any) -> JsonObject:
    """JSON of a `ResponseInProgressEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    item = value.response
    result["response"] = (
        encode_response_resource(item) if isinstance(item, ResponseResource) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseCompletedEvent(Model):
    """
    The response is complete; ends the stream.

    Attributes:
        type: Always `response.completed`.
        sequence_number: Number of the event.
        response: A response, whole or in the state it has now.
    """

    response: ResponseResource
    type: Literal["response.completed"] = "response.completed"
    sequence_number: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_completed_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseCompletedEvent:
        """The value of a decoded JSON object."""
        return decode_response_completed_event(source)


_RESPONSE_COMPLETED_EVENT: Final = frozenset({"type", "sequence_number", "response"})


def decode_response_completed_event(source: Any) -> ResponseCompletedEvent:
    """`ResponseCompletedEvent` of decoded JSON."""
    get = source.get
    return ResponseCompletedEvent(
        decode_response_resource(value)
        if (value := source["response"]).__class__ is dict
        else value,
        source["type"],
        get("sequence_number", UNSET),
        None
        if source.keys() <= _RESPONSE_COMPLETED_EVENT
        else extra_of(source, _RESPONSE_COMPLETED_EVENT),
    )


def encode_response_completed_event(value: Any) -> JsonObject:
    """JSON of a `ResponseCompletedEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    item = value.response
    result["response"] = (
        encode_response_resource(item) if isinstance(item, ResponseResource) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseFailedEvent(Model):
    """
    The response failed; ends the stream.

    Attributes:
        type: Always `response.failed`.
        sequence_number: Number of the event.
        response: A response, whole or in the state it has now.
    """

    response: ResponseResource
    type: Literal["response.failed"] = "response.failed"
    sequence_number: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_failed_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseFailedEvent:
        """The value of a decoded JSON object."""
        return decode_response_failed_event(source)


_RESPONSE_FAILED_EVENT: Final = frozenset({"type", "sequence_number", "response"})


def decode_response_failed_event(source: Any) -> ResponseFailedEvent:
    """`ResponseFailedEvent` of decoded JSON."""
    get = source.get
    return ResponseFailedEvent(
        decode_response_resource(value)
        if (value := source["response"]).__class__ is dict
        else value,
        source["type"],
        get("sequence_number", UNSET),
        None
        if source.keys() <= _RESPONSE_FAILED_EVENT
        else extra_of(source, _RESPONSE_FAILED_EVENT),
    )


def encode_response_failed_event(value: Any) -> JsonObject:
    """JSON of a `ResponseFailedEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    item = value.response
    result["response"] = (
        encode_response_resource(item) if isinstance(item, ResponseResource) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseIncompleteEvent(Model):
    """
    The response ended early; ends the stream.

    Attributes:
        type: Always `response.incomplete`.
        sequence_number: Number of the event.
        response: A response, whole or in the state it has now.
    """

    response: ResponseResource
    type: Literal["response.incomplete"] = "response.incomplete"
    sequence_number: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_incomplete_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseIncompleteEvent:
        """The value of a decoded JSON object."""
        return decode_response_incomplete_event(source)


_RESPONSE_INCOMPLETE_EVENT: Final = frozenset({"type", "sequence_number", "response"})


def decode_response_incomplete_event(source: Any) -> ResponseIncompleteEvent:
    """`ResponseIncompleteEvent` of decoded JSON."""
    get = source.get
    return ResponseIncompleteEvent(
        decode_response_resource(value)
        if (value := source["response"]).__class__ is dict
        else value,
        source["type"],
        get("sequence_number", UNSET),
        None
        if source.keys() <= _RESPONSE_INCOMPLETE_EVENT
        else extra_of(source, _RESPONSE_INCOMPLETE_EVENT),
    )


def encode_response_incomplete_event(value: Any) -> JsonObject:
    """JSON of a `ResponseIncompleteEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    item = value.response
    result["response"] = (
        encode_response_resource(item) if isinstance(item, ResponseResource) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseItemAddedEvent(Model):
    """
    An item of the output begins.

    Attributes:
        type: Always `response.output_item.added`.
        sequence_number: Number of the event.
        output_index: Position of the item in the output.
        item: An item of the output, told apart by `type`. Servers have further types.
    """

    item: ResponseOutputItem
    type: Literal["response.output_item.added"] = "response.output_item.added"
    sequence_number: int | Unset = UNSET
    output_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_item_added_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseItemAddedEvent:
        """The value of a decoded JSON object."""
        return decode_response_item_added_event(source)


_RESPONSE_ITEM_ADDED_EVENT: Final = frozenset({"type", "sequence_number", "output_index", "item"})


def decode_response_item_added_event(source: Any) -> ResponseItemAddedEvent:
    """`ResponseItemAddedEvent` of decoded JSON."""
    get = source.get
    return ResponseItemAddedEvent(
        decode_response_output_item(source["item"]),
        source["type"],
        get("sequence_number", UNSET),
        get("output_index", UNSET),
        None
        if source.keys() <= _RESPONSE_ITEM_ADDED_EVENT
        else extra_of(source, _RESPONSE_ITEM_ADDED_EVENT),
    )


def encode_response_item_added_event(value: Any) -> JsonObject:
    """JSON of a `ResponseItemAddedEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    item = value.item
    result["item"] = encode_response_output_item(item)
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseItemDoneEvent(Model):
    """
    An item of the output is complete.

    Attributes:
        type: Always `response.output_item.done`.
        sequence_number: Number of the event.
        output_index: Position of the item in the output.
        item: An item of the output, told apart by `type`. Servers have further types.
    """

    item: ResponseOutputItem
    type: Literal["response.output_item.done"] = "response.output_item.done"
    sequence_number: int | Unset = UNSET
    output_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_item_done_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseItemDoneEvent:
        """The value of a decoded JSON object."""
        return decode_response_item_done_event(source)


_RESPONSE_ITEM_DONE_EVENT: Final = frozenset({"type", "sequence_number", "output_index", "item"})


def decode_response_item_done_event(source: Any) -> ResponseItemDoneEvent:
    """`ResponseItemDoneEvent` of decoded JSON."""
    get = source.get
    return ResponseItemDoneEvent(
        decode_response_output_item(source["item"]),
        source["type"],
        get("sequence_number", UNSET),
        get("output_index", UNSET),
        None
        if source.keys() <= _RESPONSE_ITEM_DONE_EVENT
        else extra_of(source, _RESPONSE_ITEM_DONE_EVENT),
    )


def encode_response_item_done_event(value: Any) -> JsonObject:
    """JSON of a `ResponseItemDoneEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    item = value.item
    result["item"] = encode_response_output_item(item)
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponsePartAddedEvent(Model):
    """
    A part of an item begins.

    Attributes:
        type: Always `response.content_part.added`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        content_index: Position of the part in the item.
        part: A part of an output message, told apart by `type`.
    """

    part: ResponseOutputPart
    type: Literal["response.content_part.added"] = "response.content_part.added"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    content_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_part_added_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponsePartAddedEvent:
        """The value of a decoded JSON object."""
        return decode_response_part_added_event(source)


_RESPONSE_PART_ADDED_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "content_index", "part"}
)


def decode_response_part_added_event(source: Any) -> ResponsePartAddedEvent:
    """`ResponsePartAddedEvent` of decoded JSON."""
    get = source.get
    return ResponsePartAddedEvent(
        decode_response_output_part(source["part"]),
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("content_index", UNSET),
        None
        if source.keys() <= _RESPONSE_PART_ADDED_EVENT
        else extra_of(source, _RESPONSE_PART_ADDED_EVENT),
    )


def encode_response_part_added_event(value: Any) -> JsonObject:
    """JSON of a `ResponsePartAddedEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.item_id) is not UNSET:
        result["item_id"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    if (item := value.content_index) is not UNSET:
        result["content_index"] = item
    item = value.part
    result["part"] = encode_response_output_part(item)
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponsePartDoneEvent(Model):
    """
    A part of an item is complete.

    Attributes:
        type: Always `response.content_part.done`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        content_index: Position of the part in the item.
        part: A part of an output message, told apart by `type`.
    """

    part: ResponseOutputPart
    type: Literal["response.content_part.done"] = "response.content_part.done"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    content_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_part_done_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponsePartDoneEvent:
        """The value of a decoded JSON object."""
        return decode_response_part_done_event(source)


_RESPONSE_PART_DONE_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "content_index", "part"}
)


def decode_response_part_done_event(source: Any) -> ResponsePartDoneEvent:
    """`ResponsePartDoneEvent` of decoded JSON."""
    get = source.get
    return ResponsePartDoneEvent(
        decode_response_output_part(source["part"]),
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("content_index", UNSET),
        None
        if source.keys() <= _RESPONSE_PART_DONE_EVENT
        else extra_of(source, _RESPONSE_PART_DONE_EVENT),
    )


def encode_response_part_done_event(value: Any) -> JsonObject:
    """JSON of a `ResponsePartDoneEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.item_id) is not UNSET:
        result["item_id"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    if (item := value.content_index) is not UNSET:
        result["content_index"] = item
    item = value.part
    result["part"] = encode_response_output_part(item)
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseTextDeltaEvent(Model):
    """
    Next piece of a text.

    Attributes:
        type: Always `response.output_text.delta`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        content_index: Position of the part in the item.
        delta: The piece.
    """

    delta: str
    type: Literal["response.output_text.delta"] = "response.output_text.delta"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    content_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_text_delta_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseTextDeltaEvent:
        """The value of a decoded JSON object."""
        return decode_response_text_delta_event(source)


_RESPONSE_TEXT_DELTA_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "content_index", "delta"}
)


def decode_response_text_delta_event(source: Any) -> ResponseTextDeltaEvent:
    """`ResponseTextDeltaEvent` of decoded JSON."""
    get = source.get
    return ResponseTextDeltaEvent(
        source["delta"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("content_index", UNSET),
        None
        if source.keys() <= _RESPONSE_TEXT_DELTA_EVENT
        else extra_of(source, _RESPONSE_TEXT_DELTA_EVENT),
    )


def encode_response_text_delta_event(value: Any) -> JsonObject:
    """JSON of a `ResponseTextDeltaEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.item_id) is not UNSET:
        result["item_id"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    if (item := value.content_index) is not UNSET:
        result["content_index"] = item
    result["delta"] = value.delta
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseTextDoneEvent(Model):
    """
    A text is complete.

    Attributes:
        type: Always `response.output_text.done`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        content_index: Position of the part in the item.
        text: The whole text.
    """

    text: str
    type: Literal["response.output_text.done"] = "response.output_text.done"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    content_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_text_done_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseTextDoneEvent:
        """The value of a decoded JSON object."""
        return decode_response_text_done_event(source)


_RESPONSE_TEXT_DONE_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "content_index", "text"}
)


def decode_response_text_done_event(source: Any) -> ResponseTextDoneEvent:
    """`ResponseTextDoneEvent` of decoded JSON."""
    get = source.get
    return ResponseTextDoneEvent(
        source["text"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("content_index", UNSET),
        None
        if source.keys() <= _RESPONSE_TEXT_DONE_EVENT
        else extra_of(source, _RESPONSE_TEXT_DONE_EVENT),
    )


def encode_response_text_done_event(value: Any) -> JsonObject:
    """JSON of a `ResponseTextDoneEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.item_id) is not UNSET:
        result["item_id"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    if (item := value.content_index) is not UNSET:
        result["content_index"] = item
    result["text"] = value.text
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseRefusalDeltaEvent(Model):
    """
    Next piece of a refusal.

    Attributes:
        type: Always `response.refusal.delta`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        content_index: Position of the part in the item.
        delta: The piece.
    """

    delta: str
    type: Literal["response.refusal.delta"] = "response.refusal.delta"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    content_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_refusal_delta_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseRefusalDeltaEvent:
        """The value of a decoded JSON object."""
        return decode_response_refusal_delta_event(source)


_RESPONSE_REFUSAL_DELTA_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "content_index", "delta"}
)


def decode_response_refusal_delta_event(source: Any) -> ResponseRefusalDeltaEvent:
    """`ResponseRefusalDeltaEvent` of decoded JSON."""
    get = source.get
    return ResponseRefusalDeltaEvent(
        source["delta"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("content_index", UNSET),
        None
        if source.keys() <= _RESPONSE_REFUSAL_DELTA_EVENT
        else extra_of(source, _RESPONSE_REFUSAL_DELTA_EVENT),
    )


def encode_response_refusal_delta_event(value: Any) -> JsonObject:
    """JSON of a `ResponseRefusalDeltaEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.item_id) is not UNSET:
        result["item_id"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    if (item := value.content_index) is not UNSET:
        result["content_index"] = item
    result["delta"] = value.delta
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseSummaryDeltaEvent(Model):
    """
    Next piece of a reasoning summary.

    Attributes:
        type: Always `response.reasoning_summary_text.delta`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        summary_index: Position of the part in the summary.
        delta: The piece.
    """

    delta: str
    type: Literal["response.reasoning_summary_text.delta"] = "response.reasoning_summary_text.delta"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    summary_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_summary_delta_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseSummaryDeltaEvent:
        """The value of a decoded JSON object."""
        return decode_response_summary_delta_event(source)


_RESPONSE_SUMMARY_DELTA_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "summary_index", "delta"}
)


def decode_response_summary_delta_event(source: Any) -> ResponseSummaryDeltaEvent:
    """`ResponseSummaryDeltaEvent` of decoded JSON."""
    get = source.get
    return ResponseSummaryDeltaEvent(
        source["delta"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("summary_index", UNSET),
        None
        if source.keys() <= _RESPONSE_SUMMARY_DELTA_EVENT
        else extra_of(source, _RESPONSE_SUMMARY_DELTA_EVENT),
    )


def encode_response_summary_delta_event(value: Any) -> JsonObject:
    """JSON of a `ResponseSummaryDeltaEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.item_id) is not UNSET:
        result["item_id"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    if (item := value.summary_index) is not UNSET:
        result["summary_index"] = item
    result["delta"] = value.delta
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseArgumentsDeltaEvent(Model):
    """
    Next piece of the arguments of a function call.

    Attributes:
        type: Always `response.function_call_arguments.delta`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        delta: The piece.
    """

    delta: str
    type: Literal["response.function_call_arguments.delta"] = (
        "response.function_call_arguments.delta"
    )
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_arguments_delta_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseArgumentsDeltaEvent:
        """The value of a decoded JSON object."""
        return decode_response_arguments_delta_event(source)


_RESPONSE_ARGUMENTS_DELTA_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "delta"}
)


def decode_response_arguments_delta_event(source: Any) -> ResponseArgumentsDeltaEvent:
    """`ResponseArgumentsDeltaEvent` of decoded JSON."""
    get = source.get
    return ResponseArgumentsDeltaEvent(
        source["delta"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        None
        if source.keys() <= _RESPONSE_ARGUMENTS_DELTA_EVENT
        else extra_of(source, _RESPONSE_ARGUMENTS_DELTA_EVENT),
    )


def encode_response_arguments_delta_event(value: Any) -> JsonObject:
    """JSON of a `ResponseArgumentsDeltaEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.item_id) is not UNSET:
        result["item_id"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    result["delta"] = value.delta
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseArgumentsDoneEvent(Model):
    """
    The arguments of a function call are complete.

    Attributes:
        type: Always `response.function_call_arguments.done`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        name: Name of the function.
        arguments: The whole arguments, as JSON text.
    """

    arguments: str
    type: Literal["response.function_call_arguments.done"] = "response.function_call_arguments.done"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    name: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_arguments_done_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseArgumentsDoneEvent:
        """The value of a decoded JSON object."""
        return decode_response_arguments_done_event(source)


_RESPONSE_ARGUMENTS_DONE_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "name", "arguments"}
)


def decode_response_arguments_done_event(source: Any) -> ResponseArgumentsDoneEvent:
    """`ResponseArgumentsDoneEvent` of decoded JSON."""
    get = source.get
    return ResponseArgumentsDoneEvent(
        source["arguments"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("name", UNSET),
        None
        if source.keys() <= _RESPONSE_ARGUMENTS_DONE_EVENT
        else extra_of(source, _RESPONSE_ARGUMENTS_DONE_EVENT),
    )


def encode_response_arguments_done_event(value: Any) -> JsonObject:
    """JSON of a `ResponseArgumentsDoneEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.item_id) is not UNSET:
        result["item_id"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    result["arguments"] = value.arguments
    if value.extra:
        result.update(value.extra)
    return result


ResponseResourceToolChoice: TypeAlias = ToolChoiceMode | ResponseToolChoice | JsonObject
"""Whether, or which, tool had to be called."""


def decode_response_resource_tool_choice(source: Any) -> ResponseResourceToolChoice:
    """`ResponseResourceToolChoice` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"type"}:
            return decode_response_tool_choice(source)
    result: ResponseResourceToolChoice = source
    return result


def encode_response_resource_tool_choice(value: Any) -> Any:
    """JSON of a `ResponseResourceToolChoice`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
