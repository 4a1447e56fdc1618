"""Models of OpenAI: batches. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import (
    ExpiresAfter,
    RequestMetadata,
    ResponseUsage,
    decode_expires_after,
    decode_response_usage,
    encode_expires_after,
    encode_response_usage,
)

__all__ = [
    "Batch",
    "BatchCounts",
    "BatchErrors",
    "BatchFault",
    "BatchList",
    "BatchStatus",
    "CreateBatchRequest",
]


BatchStatus: TypeAlias = (
    Literal[
        "validating",
        "failed",
        "in_progress",
        "finalizing",
        "completed",
        "expired",
        "cancelling",
        "cancelled",
    ]
    | str
)
"""State of a batch."""


@define(eq=False, repr=False, weakref_slot=False)
class CreateBatchRequest(Model):
    """
    The requests to answer.

    Attributes:
        input_file_id: Id of the uploaded `.jsonl` file with the requests.
        endpoint: Path of all requests, such as `/v1/chat/completions`.
        completion_window: Time within which to answer, `24h`.
        metadata: Up to sixteen pairs of texts kept with an object.
        output_expires_after: How long a file lives.
    """

    input_file_id: str
    endpoint: str
    completion_window: str
    metadata: RequestMetadata | None | Unset = UNSET
    output_expires_after: ExpiresAfter | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_create_batch_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreateBatchRequest:
        """The value of a decoded JSON object."""
        return decode_create_batch_request(source)


_CREATE_BATCH_REQUEST: Final = frozenset(
    {"input_file_id", "endpoint", "completion_window", "metadata", "output_expires_after"}
)


def decode_create_batch_request(source: Any) -> CreateBatchRequest:
    """`CreateBatchRequest` of decoded JSON."""
    get = source.get
    return CreateBatchRequest(
        source["input_file_id"],
        source["endpoint"],
        source["completion_window"],
        get("metadata", UNSET),
        decode_expires_after(value)
        if (value := get("output_expires_after", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _CREATE_BATCH_REQUEST else extra_of(source, _CREATE_BATCH_REQUEST),
    )


def encode_create_batch_request(value: Any) -> JsonObject:
    """JSON of a `CreateBatchRequest`."""
    result: JsonObject = {}
    result["input_file_id"] = value.input_file_id
    result["endpoint"] = value.endpoint
    result["completion_window"] = value.completion_window
    if (item := value.metadata) is not UNSET:
        result["metadata"] = item
    if (item := value.output_expires_after) is not UNSET:
        result["output_expires_after"] = (
            encode_expires_after(item) if isinstance(item, ExpiresAfter) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Batch(Model):
    """
    Many requests that are answered together.

    Attributes:
        id: Id of the batch.
        object: Kind of the object, `batch`.
        endpoint: Path of all requests.
        model: Name of the model that answers.
        errors: Why the file of a batch was refused.
        input_file_id: Id of the file with the requests.
        completion_window: Time within which to answer.
        status: State of a batch.
        output_file_id: Id of the file with the answers.
        error_file_id: Id of the file with the failed requests.
        created_at: Creation time in seconds since 1970.
        in_progress_at: Time of the first request.
        expires_at: Time at which the batch expires.
        finalizing_at: Time at which the results began to be written.
        completed_at: Time of completion.
        failed_at: Time of failure.
        expired_at: Time at which the batch expired.
        cancelling_at: Time at which it was told to stop.
        cancelled_at: Time at which it had stopped.
        request_counts: How many requests there are and how they fared.
        usage: Tokens that a response, or a batch, consumed.
        metadata: Up to sixteen pairs of texts kept with an object.
    """

    id: str
    object: str | None | Unset = UNSET
    endpoint: str | None | Unset = UNSET
    model: str | None | Unset = UNSET
    errors: BatchErrors | None | Unset = UNSET
    input_file_id: str | None | Unset = UNSET
    completion_window: str | None | Unset = UNSET
    status: BatchStatus | Unset = UNSET
    output_file_id: str | None | Unset = UNSET
    error_file_id: str | None | Unset = UNSET
    created_at: int | None | Unset = UNSET
    in_progress_at: int | None | Unset = UNSET
    expires_at: int | None | Unset = UNSET
    finalizing_at: int | None | Unset = UNSET
    completed_at: int | None | Unset = UNSET
    failed_at: int | None | Unset = UNSET
    expired_at: int | None | Unset = UNSET
    cancelling_at: int | None | Unset = UNSET
    cancelled_at: int | None | Unset = UNSET
    request_counts: BatchCounts | None | Unset = UNSET
    usage: ResponseUsage | None | Unset = UNSET
    metadata: RequestMetadata | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_batch(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Batch:
        """The value of a decoded JSON object."""
        return decode_batch(source)


_BATCH: Final = frozenset(
    {
        "id",
        "object",
        "endpoint",
        "model",
        "errors",
        "input_file_id",
        "completion_window",
        "status",
        "output_file_id",
        "error_file_id",
        "created_at",
        "in_progress_at",
        "expires_at",
        "finalizing_at",
        "completed_at",
        "failed_at",
        "expired_at",
        "cancelling_at",
        "cancelled_at",
        "request_counts",
        "usage",
        "metadata",
    }
)


def decode_batch(source: Any) -> Batch:
    """`Batch` of decoded JSON."""
    get = source.get
    return Batch(
        source["id"],
        get("object", UNSET),
        get("endpoint", UNSET),
        get("model", UNSET),
        decode_batch_errors(value) if (value := get("errors", UNSET)).__class__ is dict else value,
        get("input_file_id", UNSET),
        get("completion_window", UNSET),
        get("status", UNSET),
        get("output_file_id", UNSET),
        get("error_file_id", UNSET),
        get("created_at", UNSET),
        get("in_progress_at", UNSET),
        get("expires_at", UNSET),
        get("finalizing_at", UNSET),
        get("completed_at", UNSET),
        get("failed_at", UNSET),
        get("expired_at", UNSET),
        get("cancelling_at", UNSET),
        get("cancelled_at", UNSET),
        decode_batch_counts(value)
        if (value := get("request_counts", UNSET)).__class__ is dict
        else value,
        decode_response_usage(value) if (value := get("usage", UNSET)).__class__ is dict else value,
        get("metadata", UNSET),
        None if source.keys() <= _BATCH else extra_of(source, _BATCH),
    )


def encode_batch(value: Any) -> JsonObject:
    """JSON of a `Batch`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.endpoint) is not UNSET:
        result["endpoint"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.errors) is not UNSET:
        result["errors"] = encode_batch_errors(item) if isinstance(item, BatchErrors) else item
    if (item := value.input_file_id) is not UNSET:
        result["input_file_id"] = item
    if (item := value.completion_window) is not UNSET:
        result["completion_window"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.output_file_id) is not UNSET:
        result["output_file_id"] = item
    if (item := value.error_file_id) is not UNSET:
        result["error_file_id"] = item
    if (item := value.created_at) is not UNSET:
        result["created_at"] = item
    if (item := value.in_progress_at) is not UNSET:
        result["in_progress_at"] = item
    if (item := value.expires_at) is not UNSET:
        result["expires_at"] = item
    if (item := value.finalizing_at) is not UNSET:
        result["finalizing_at"] = item
    if (item := value.completed_at) is not UNSET:
        result["completed_at"] = item
    if (item := value.failed_at) is not UNSET:
        result["failed_at"] = item
    if (item := value.expired_at) is not UNSET:
        result["expired_at"] = item
    if (item := value.cancelling_at) is not UNSET:
        result["cancelling_at"] = item
    if (item := value.cancelled_at) is not UNSET:
        result["cancelled_at"] = item
    if (item := value.request_counts) is not UNSET:
        result["request_counts"] = (
            encode_batch_counts(item) if isinstance(item, BatchCounts) else item
        )
    if (item := value.usage) is not UNSET:
        result["usage"] = encode_response_usage(item) if isinstance(item, ResponseUsage) else item
    if (item := value.metadata) is not UNSET:
        result["metadata"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class BatchErrors(Model):
    """
    Why the file of a batch was refused.

    Attributes:
        object: Kind of the object, `list`.
        data: One entry per fault.
    """

    object: str | None | Unset = UNSET
    data: list[BatchFault] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_batch_errors(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> BatchErrors:
        """The value of a decoded JSON object."""
        return decode_batch_errors(source)


_BATCH_ERRORS: Final = frozenset({"object", "data"})


def decode_batch_errors(source: Any) -> BatchErrors:
    """`BatchErrors` of decoded JSON."""
    get = source.get
    return BatchErrors(
        get("object", UNSET),
        [decode_batch_fault(item) if item.__class__ is dict else item for item in value]
        if (value := get("data", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _BATCH_ERRORS else extra_of(source, _BATCH_ERRORS),
    )


def encode_batch_errors(value: Any) -> JsonObject:
    """JSON of a `BatchErrors`."""
    result: JsonObject = {}
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.data) is not UNSET:
        result["data"] = (
            [encode_batch_fault(part) if isinstance(part, BatchFault) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class BatchFault(Model):
    """
    A fault in the file of a batch.

    Attributes:
        code: Reason, such as `invalid_json_line`.
        message: What happened, for developers.
        param: Name of the field at fault.
        line: Line of the file.
    """

    code: str | int | None | Unset = UNSET
    message: str | None | Unset = UNSET
    param: str | None | Unset = UNSET
    line: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_batch_fault(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> BatchFault:
        """The value of a decoded JSON object."""
        return decode_batch_fault(source)


_BATCH_FAULT: Final = frozenset({"code", "message", "param", "line"})


def decode_batch_fault(source: Any) -> BatchFault:
    """`BatchFault` of decoded JSON."""
    get = source.get
    return BatchFault(
        get("code", UNSET),
        get("message", UNSET),
        get("param", UNSET),
        get("line", UNSET),
        None if source.keys() <= _BATCH_FAULT else extra_of(source, _BATCH_FAULT),
    )


def encode_batch_fault(value: Any) -> JsonObject:
    """JSON of a `BatchFault`."""
    result: JsonObject = {}
    if (item := value.code) is not UNSET:
        result["code"] = item
    if (item := value.message) is not UNSET:
        result["message"] = item
    if (item := value.param) is not UNSET:
        result["param"] = item
    if (item := value.line) is not UNSET:
        result["line"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class BatchCounts(Model):
    """
    How many requests there are and how they fared.

    Attributes:
        total: All requests.
        completed: Answered requests.
        failed: Failed requests.
    """

    total: int | None | Unset = UNSET
    completed: int | None | Unset = UNSET
    failed: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_batch_counts(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> BatchCounts:
        """The value of a decoded JSON object."""
        return decode_batch_counts(source)


_BATCH_COUNTS: Final = frozenset({"total", "completed", "failed"})


def decode_batch_counts(source: Any) -> BatchCounts:
    """`BatchCounts` of decoded JSON."""
    get = source.get
    return BatchCounts(
        get("total", UNSET),
        get("completed", UNSET),
        get("failed", UNSET),
        None if source.keys() <= _BATCH_COUNTS else extra_of(source, _BATCH_COUNTS),
    )


def encode_batch_counts(value: Any) -> JsonObject:
    """JSON of a `BatchCounts`."""
    result: JsonObject = {}
    if (item := value.total) is not UNSET:
        result["total"] = item
    if (item := value.completed) is not UNSET:
        result["completed"] = item
    if (item := value.failed) is not UNSET:
        result["failed"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class BatchList(Model):
    """
    A page of batches.

    Attributes:
        object: Kind of the object, `list`.
        data: The batches.
        first_id: Id of the first batch of the page.
        last_id: Id of the last batch of the page.
        has_more: Whether there is a next page.
    """

    object: str | None | Unset = UNSET
    data: list[Batch] | Unset = UNSET
    first_id: str | None | Unset = UNSET
    last_id: str | None | Unset = UNSET
    has_more: bool | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_batch_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> BatchList:
        """The value of a decoded JSON object."""
        return decode_batch_list(source)


_BATCH_LIST: Final = frozenset({"object", "data", "first_id", "last_id", "has_more"})


def decode_batch_list(source: Any) -> BatchList:
    """`BatchList` of decoded JSON."""
    get = source.get
    return BatchList(
        get("object", UNSET),
        [decode_batch(item) if item.__class__ is dict else item for item in value]
        if (value := get("data", UNSET)).__class__ is list
        else value,
        get("first_id", UNSET),
        get("last_id", UNSET),
        get("has_more", UNSET),
        None if source.keys() <= _BATCH_LIST else extra_of(source, _BATCH_LIST),
    )


def encode_batch_list(value: Any) -> JsonObject:
    """JSON of a `BatchList`."""
    result: JsonObject = {}
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.data) is not UNSET:
        result["data"] = (
            [encode_batch(part) if isinstance(part, Batch) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.first_id) is not UNSET:
        result["first_id"] = item
    if (item := value.last_id) is not UNSET:
        result["last_id"] = item
    if (item := value.has_more) is not UNSET:
        result["has_more"] = item
    if value.extra:
        result.update(value.extra)
    return result
