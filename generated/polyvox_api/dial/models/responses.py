"""Models of AI DIAL: responses. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .responses_parts_2 import (
    ResponseCompletedEvent,
    ResponseCreatedEvent,
    ResponseFailedEvent,
    ResponseIncompleteEvent,
    ResponseInProgressEvent,
    ResponseItemAddedEvent,
    ResponseItemDoneEvent,
    ResponsePartAddedEvent,
    ResponsePartDoneEvent,
    ResponseRefusalDeltaEvent,
    ResponseSummaryDeltaEvent,
    ResponseTextDeltaEvent,
    ResponseTextDoneEvent,
    decode_response_completed_event,
    decode_response_created_event,
    decode_response_failed_event,
    decode_response_in_progress_event,
    decode_response_incomplete_event,
    decode_response_item_added_event,
    decode_response_item_done_event,
    decode_response_part_added_event,
    decode_response_part_done_event,
    decode_response_refusal_delta_event,
    decode_response_summary_delta_event,
    decode_response_text_delta_event,
    decode_response_text_done_event,
)

__all__ = [
    "ResponseArgumentsDeltaEvent",
    "ResponseArgumentsDoneEvent",
    "ResponseErrorEvent",
    "ResponseStreamEvent",
]


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
    """

    type: Literal["error"] = "error"
    sequence_number: int | Unset = UNSET
    code: str | int | None | Unset = UNSET
    message: str | None | Unset = UNSET
    param: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_error_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseErrorEvent:
        """The value of a decoded JSON object."""
        return decode_response_error_event(source)


_RESPONSE_ERROR_EVENT: Final = frozenset({"type", "sequence_number", "code", "message", "param"})


def decode_response_error_event(source: Any) -> ResponseErrorEvent:
    """`ResponseErrorEvent` of decoded JSON."""
    get = source.get
    return ResponseErrorEvent(
        source["type"],
        get("sequence_number", UNSET),
        get("code", UNSET),
        get("message", UNSET),
        get("param", UNSET),
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
    | ResponseErrorEvent
    | JsonObject
)
"""
An event of a response stream, told apart by `type`. Events of built-in tools have types of their
own.
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
