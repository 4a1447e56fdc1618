"""Models of OpenAI: responses. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .responses_parts import (
    ResponseReasoningText,
    decode_response_reasoning_text,
    encode_response_reasoning_text,
)
from .responses_parts_3 import (
    ResponseArgumentsDeltaEvent,
    ResponseArgumentsDoneEvent,
    ResponseCompletedEvent,
    ResponseCreatedEvent,
    ResponseFailedEvent,
    ResponseIncompleteEvent,
    ResponseInProgressEvent,
    ResponseItemAddedEvent,
    ResponseItemDoneEvent,
    ResponsePartAddedEvent,
    ResponsePartDoneEvent,
    ResponseQueuedEvent,
    ResponseRefusalDeltaEvent,
    ResponseRefusalDoneEvent,
    ResponseSummaryDeltaEvent,
    ResponseTextDeltaEvent,
    ResponseTextDoneEvent,
    decode_response_arguments_delta_event,
    decode_response_arguments_done_event,
    decode_response_completed_event,
    decode_response_created_event,
    decode_response_failed_event,
    decode_response_in_progress_event,
    decode_response_incomplete_event,
    decode_response_item_added_event,
    decode_response_item_done_event,
    decode_response_part_added_event,
    decode_response_part_done_event,
    decode_response_queued_event,
    decode_response_refusal_delta_event,
    decode_response_refusal_done_event,
    decode_response_summary_delta_event,
    decode_response_text_delta_event,
    decode_response_text_done_event,
)
from .shared import ErrorBody, OpenObject, decode_error_body, encode_error_body

__all__ = [
    "ResponseAnnotationAddedEvent",
    "ResponseCustomInputDeltaEvent",
    "ResponseCustomInputDoneEvent",
    "ResponseErrorEvent",
    "ResponseReasoningDeltaEvent",
    "ResponseReasoningDoneEvent",
    "ResponseStreamEvent",
    "ResponseSummaryDoneEvent",
    "ResponseSummaryPartAddedEvent",
    "ResponseSummaryPartDoneEvent",
]


@define(eq=False, repr=False, weakref_slot=False)
class ResponseSummaryPartAddedEvent(Model):
    """
    A part of a reasoning summary begins.

    Attributes:
        type: Always `response.reasoning_summary_part.added`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        summary_index: Position of the part in the summary.
        part: A part of the reasoning or of its summary.
    """

    type: Literal["response.reasoning_summary_part.added"] = "response.reasoning_summary_part.added"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    summary_index: int | Unset = UNSET
    part: ResponseReasoningText | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_summary_part_added_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseSummaryPartAddedEvent:
        """The value of a decoded JSON object."""
        return decode_response_summary_part_added_event(source)


_RESPONSE_SUMMARY_PART_ADDED_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "summary_index", "part"}
)


def decode_response_summary_part_added_event(source: Any) -> ResponseSummaryPartAddedEvent:
    """`ResponseSummaryPartAddedEvent` of decoded JSON."""
    get = source.get
    return ResponseSummaryPartAddedEvent(
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("summary_index", UNSET),
        decode_response_reasoning_text(value)
        if (value := get("part", UNSET)).__class__ is dict
        else value,
        None
        if source.keys() <= _RESPONSE_SUMMARY_PART_ADDED_EVENT
        else extra_of(source, _RESPONSE_SUMMARY_PART_ADDED_EVENT),
    )


def encode_response_summary_part_added_event(value: Any) -> JsonObject:
    """JSON of a `ResponseSummaryPartAddedEvent`."""
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
    if (item := value.part) is not UNSET:
        result["part"] = (
            encode_response_reasoning_text(item)
            if isinstance(item, ResponseReasoningText)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseSummaryPartDoneEvent(Model):
    """
    A part of a reasoning summary is complete.

    Attributes:
        type: Always `response.reasoning_summary_part.done`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        summary_index: Position of the part in the summary.
        part: A part of the reasoning or of its summary.
    """

    type: Literal["response.reasoning_summary_part.done"] = "response.reasoning_summary_part.done"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    summary_index: int | Unset = UNSET
    part: ResponseReasoningText | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_summary_part_done_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseSummaryPartDoneEvent:
        """The value of a decoded JSON object."""
        return decode_response_summary_part_done_event(source)


_RESPONSE_SUMMARY_PART_DONE_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "summary_index", "part"}
)


def decode_response_summary_part_done_event(source: Any) -> ResponseSummaryPartDoneEvent:
    """`ResponseSummaryPartDoneEvent` of decoded JSON."""
    get = source.get
    return ResponseSummaryPartDoneEvent(
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("summary_index", UNSET),
        decode_response_reasoning_text(value)
        if (value := get("part", UNSET)).__class__ is dict
        else value,
        None
        if source.keys() <= _RESPONSE_SUMMARY_PART_DONE_EVENT
        else extra_of(source, _RESPONSE_SUMMARY_PART_DONE_EVENT),
    )


def encode_response_summary_part_done_event(value: Any) -> JsonObject:
    """JSON of a `ResponseSummaryPartDoneEvent`."""
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
    if (item := value.part) is not UNSET:
        result["part"] = (
            encode_response_reasoning_text(item)
            if isinstance(item, ResponseReasoningText)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseSummaryDoneEvent(Model):
    """
    A part of a reasoning summary is complete.

    Attributes:
        type: Always `response.reasoning_summary_text.done`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        summary_index: Position of the part in the summary.
        text: The whole text.
    """

    text: str
    type: Literal["response.reasoning_summary_text.done"] = "response.reasoning_summary_text.done"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    summary_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_summary_done_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseSummaryDoneEvent:
        """The value of a decoded JSON object."""
        return decode_response_summary_done_event(source)


_RESPONSE_SUMMARY_DONE_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "summary_index", "text"}
)


def decode_response_summary_done_event(source: Any) -> ResponseSummaryDoneEvent:
    """`ResponseSummaryDoneEvent` of decoded JSON."""
    get = source.get
    return ResponseSummaryDoneEvent(
        source["text"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("summary_index", UNSET),
        None
        if source.keys() <= _RESPONSE_SUMMARY_DONE_EVENT
        else extra_of(source, _RESPONSE_SUMMARY_DONE_EVENT),
    )


def encode_response_summary_done_event(value: Any) -> JsonObject:
    """JSON of a `ResponseSummaryDoneEvent`."""
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
    result["text"] = value.text
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseReasoningDeltaEvent(Model):
    """
    Next piece of the reasoning itself (vLLM, llama.cpp, LM Studio).

    Attributes:
        type: Always `response.reasoning_text.delta`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        content_index: Position of the part in the item.
        delta: The piece.
    """

    delta: str
    type: Literal["response.reasoning_text.delta"] = "response.reasoning_text.delta"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    content_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_reasoning_delta_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseReasoningDeltaEvent:
        """The value of a decoded JSON object."""
        return decode_response_reasoning_delta_event(source)


_RESPONSE_REASONING_DELTA_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "content_index", "delta"}
)


def decode_response_reasoning_delta_event(source: Any) -> ResponseReasoningDeltaEvent:
    """`ResponseReasoningDeltaEvent` of decoded JSON."""
    get = source.get
    return ResponseReasoningDeltaEvent(
        source["delta"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("content_index", UNSET),
        None
        if source.keys() <= _RESPONSE_REASONING_DELTA_EVENT
        else extra_of(source, _RESPONSE_REASONING_DELTA_EVENT),
    )


def encode_response_reasoning_delta_event(value: Any) -> JsonObject:
    """JSON of a `ResponseReasoningDeltaEvent`."""
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
class ResponseReasoningDoneEvent(Model):
    """
    The reasoning itself is complete.

    Attributes:
        type: Always `response.reasoning_text.done`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        content_index: Position of the part in the item.
        text: The whole text.
    """

    text: str
    type: Literal["response.reasoning_text.done"] = "response.reasoning_text.done"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    content_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_reasoning_done_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseReasoningDoneEvent:
        """The value of a decoded JSON object."""
        return decode_response_reasoning_done_event(source)


_RESPONSE_REASONING_DONE_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "content_index", "text"}
)


def decode_response_reasoning_done_event(source: Any) -> ResponseReasoningDoneEvent:
    """`ResponseReasoningDoneEvent` of decoded JSON."""
    get = source.get
    return ResponseReasoningDoneEvent(
        source["text"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("content_index", UNSET),
        None
        if source.keys() <= _RESPONSE_REASONING_DONE_EVENT
        else extra_of(source, _RESPONSE_REASONING_DONE_EVENT),
    )


def encode_response_reasoning_done_event(value: Any) -> JsonObject:
    """JSON of a `ResponseReasoningDoneEvent`."""
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
class ResponseAnnotationAddedEvent(Model):
    """
    A citation in a text.

    Attributes:
        type: Always `response.output_text.annotation.added`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        content_index: Position of the part in the item.
        annotation_index: Position of the citation in the part.
        annotation: A JSON object whose keys nobody prescribes.
    """

    type: Literal["response.output_text.annotation.added"] = "response.output_text.annotation.added"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    content_index: int | Unset = UNSET
    annotation_index: int | Unset = UNSET
    annotation: OpenObject | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_annotation_added_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseAnnotationAddedEvent:
        """The value of a decoded JSON object."""
        return decode_response_annotation_added_event(source)


_RESPONSE_ANNOTATION_ADDED_EVENT: Final = frozenset(
    {
        "type",
        "sequence_number",
        "item_id",
        "output_index",
        "content_index",
        "annotation_index",
        "annotation",
    }
)


def decode_response_annotation_added_event(source: Any) -> ResponseAnnotationAddedEvent:
    """`ResponseAnnotationAddedEvent` of decoded JSON."""
    get = source.get
    return ResponseAnnotationAddedEvent(
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        get("content_index", UNSET),
        get("annotation_index", UNSET),
        get("annotation", UNSET),
        None
        if source.keys() <= _RESPONSE_ANNOTATION_ADDED_EVENT
        else extra_of(source, _RESPONSE_ANNOTATION_ADDED_EVENT),
    )


def encode_response_annotation_added_event(value: Any) -> JsonObject:
    """JSON of a `ResponseAnnotationAddedEvent`."""
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
    if (item := value.annotation_index) is not UNSET:
        result["annotation_index"] = item
    if (item := value.annotation) is not UNSET:
        result["annotation"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseCustomInputDeltaEvent(Model):
    """
    Next piece of the input of a custom tool.

    Attributes:
        type: Always `response.custom_tool_call_input.delta`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        delta: The piece.
    """

    delta: str
    type: Literal["response.custom_tool_call_input.delta"] = "response.custom_tool_call_input.delta"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_custom_input_delta_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseCustomInputDeltaEvent:
        """The value of a decoded JSON object."""
        return decode_response_custom_input_delta_event(source)


_RESPONSE_CUSTOM_INPUT_DELTA_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "delta"}
)


def decode_response_custom_input_delta_event(source: Any) -> ResponseCustomInputDeltaEvent:
    """`ResponseCustomInputDeltaEvent` of decoded JSON."""
    get = source.get
    return ResponseCustomInputDeltaEvent(
        source["delta"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        None
        if source.keys() <= _RESPONSE_CUSTOM_INPUT_DELTA_EVENT
        else extra_of(source, _RESPONSE_CUSTOM_INPUT_DELTA_EVENT),
    )


def encode_response_custom_input_delta_event(value: Any) -> JsonObject:
    """JSON of a `ResponseCustomInputDeltaEvent`."""
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
class ResponseCustomInputDoneEvent(Model):
    """
    The input of a custom tool is complete.

    Attributes:
        type: Always `response.custom_tool_call_input.done`.
        sequence_number: Number of the event.
        item_id: Id of the item.
        output_index: Position of the item in the output.
        input: The whole input.
    """

    input: str
    type: Literal["response.custom_tool_call_input.done"] = "response.custom_tool_call_input.done"
    sequence_number: int | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_custom_input_done_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseCustomInputDoneEvent:
        """The value of a decoded JSON object."""
        return decode_response_custom_input_done_event(source)


_RESPONSE_CUSTOM_INPUT_DONE_EVENT: Final = frozenset(
    {"type", "sequence_number", "item_id", "output_index", "input"}
)


def decode_response_custom_input_done_event(source: Any) -> ResponseCustomInputDoneEvent:
    """`ResponseCustomInputDoneEvent` of decoded JSON."""
    get = source.get
    return ResponseCustomInputDoneEvent(
        source["input"],
        source["type"],
        get("sequence_number", UNSET),
        get("item_id", UNSET),
        get("output_index", UNSET),
        None
        if source.keys() <= _RESPONSE_CUSTOM_INPUT_DONE_EVENT
        else extra_of(source, _RESPONSE_CUSTOM_INPUT_DONE_EVENT),
    )


def encode_response_custom_input_done_event(value: Any) -> JsonObject:
    """JSON of a `ResponseCustomInputDoneEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.item_id) is not UNSET:
        result["item_id"] = item
    if (item := value.output_index) is not UNSET:
        result["output_index"] = item
    result["input"] = value.input
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseErrorEvent(Model):
    """
    The stream met an error.

    Attributes:
        type: Always `error`.
        sequence_number: Number of the event.
        code: Reason, such as `server_error`.
        message: What happened, for developers.
        param: Name of the request field at fault.
        error: The same as an object, which takes the place of the other fields on some servers; its
            shape was not seen.
    """

    type: Literal["error"] = "error"
    sequence_number: int | Unset = UNSET
    code: str | int | None | Unset = UNSET
    message: str | None | Unset = UNSET
    param: str | None | Unset = UNSET
    error: ErrorBody | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_error_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseErrorEvent:
        """The value of a decoded JSON object."""
        return decode_response_error_event(source)


_RESPONSE_ERROR_EVENT: Final = frozenset(
    {"type", "sequence_number", "code", "message", "param", "error"}
)


def decode_response_error_event(source: Any) -> ResponseErrorEvent:
    """`ResponseErrorEvent` of decoded JSON."""
    get = source.get
    return ResponseErrorEvent(
        source["type"],
        get("sequence_number", UNSET),
        get("code", UNSET),
        get("message", UNSET),
        get("param", UNSET),
        decode_error_body(value) if (value := get("error", UNSET)).__class__ is dict else value,
        None if source.keys() <= _RESPONSE_ERROR_EVENT else extra_of(source, _RESPONSE_ERROR_EVENT),
    )


def encode_response_error_event(value: Any) -> JsonObject:
    """JSON of a `ResponseErrorEvent`."""
    result: JsonObject = {}
    result["type"] = value.type
    if (item := value.sequence_number) is not UNSET:
        result["sequence_number"] = item
    if (item := value.code) is not UNSET:
        result["code"] = item
    if (item := value.message) is not UNSET:
        result["message"] = item
    if (item := value.param) is not UNSET:
        result["param"] = item
    if (item := value.error) is not UNSET:
        result["error"] = encode_error_body(item) if isinstance(item, ErrorBody) else item
    if value.extra:
        result.update(value.extra)
    return result


ResponseStreamEvent: TypeAlias = (
    ResponseCreatedEvent
    | ResponseInProgressEvent
    | ResponseCompletedEvent
    | ResponseFailedEvent
    | ResponseIncompleteEvent
    | ResponseItemAddedEvent
    | ResponseItemDoneEvent
    | ResponsePartAddedEvent
    | ResponsePartDoneEvent
    | ResponseTextDeltaEvent
    | ResponseTextDoneEvent
    | ResponseRefusalDeltaEvent
    | ResponseSummaryDeltaEvent
    | ResponseArgumentsDeltaEvent
    | ResponseArgumentsDoneEvent
    | ResponseQueuedEvent
    | ResponseRefusalDoneEvent
    | ResponseSummaryPartAddedEvent
    | ResponseSummaryPartDoneEvent
    | ResponseSummaryDoneEvent
    | ResponseReasoningDeltaEvent
    | ResponseReasoningDoneEvent
    | ResponseAnnotationAddedEvent
    | ResponseCustomInputDeltaEvent
    | ResponseCustomInputDoneEvent
    | ResponseErrorEvent
    | JsonObject
)
"""
An event of a response stream, told apart by `type`. Servers have further types, for the progress of
built-in tools above all.
"""

_RESPONSE_STREAM_EVENT: Final[dict[Any, Callable[[Any], ResponseStreamEvent]]] = {
    "response.created": decode_response_created_event,
    "response.in_progress": decode_response_in_progress_event,
    "response.completed": decode_response_completed_event,
    "response.failed": decode_response_failed_event,
    "response.incomplete": decode_response_incomplete_event,
    "response.output_item.added": decode_response_item_added_event,
    "response.output_item.done": decode_response_item_done_event,
    "response.content_part.added": decode_response_part_added_event,
    "response.content_part.done": decode_response_part_done_event,
    "response.output_text.delta": decode_response_text_delta_event,
    "response.output_text.done": decode_response_text_done_event,
    "response.refusal.delta": decode_response_refusal_delta_event,
    "response.reasoning_summary_text.delta": decode_response_summary_delta_event,
    "response.function_call_arguments.delta": decode_response_arguments_delta_event,
    "response.function_call_arguments.done": decode_response_arguments_done_event,
    "response.queued": decode_response_queued_event,
    "response.refusal.done": decode_response_refusal_done_event,
    "response.reasoning_summary_part.added": decode_response_summary_part_added_event,
    "response.reasoning_summary_part.done": decode_response_summary_part_done_event,
    "response.reasoning_summary_text.done": decode_response_summary_done_event,
    "response.reasoning_text.delta": decode_response_reasoning_delta_event,
    "response.reasoning_text.done": decode_response_reasoning_done_event,
    "response.output_text.annotation.added": decode_response_annotation_added_event,
    "response.custom_tool_call_input.delta": decode_response_custom_input_delta_event,
    "response.custom_tool_call_input.done": decode_response_custom_input_done_event,
    "error": decode_response_error_event,
}


def decode_response_stream_event(source: Any) -> ResponseStreamEvent:
    """`ResponseStreamEvent` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _RESPONSE_STREAM_EVENT.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ResponseStreamEvent = source
    return result


def encode_response_stream_event(value: Any) -> Any:
    """JSON of a `ResponseStreamEvent`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
