"""Models of OpenAI: shared. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ErrorBody",
    "ExpiresAfter",
    "FileObject",
    "FilePurpose",
    "FileStatus",
    "ImageDetail",
    "JsonObjectFormat",
    "OpenObject",
    "ReasoningEffort",
    "RefusalPart",
    "RequestMetadata",
    "ResponseInputTokensDetails",
    "ResponseOutputTokensDetails",
    "ResponseUsage",
    "TextFormat",
    "ToolChoiceMode",
]


ReasoningEffort: TypeAlias = Literal["none", "minimal", "low", "medium", "high", "xhigh"] | str
"""How much a reasoning model may think; models know some of these."""

ImageDetail: TypeAlias = Literal["auto", "low", "high"] | str
"""How closely the model looks at a picture."""

ToolChoiceMode: TypeAlias = Literal["none", "auto", "required"] | str
"""Whether the model calls tools."""

FilePurpose: TypeAlias = (
    Literal[
        "assistants",
        "assistants_output",
        "batch",
        "batch_output",
        "fine-tune",
        "fine-tune-results",
        "vision",
        "user_data",
        "evals",
    ]
    | str
)
"""What a file is for. Results have purposes of their own, such as `batch_output`."""

FileStatus: TypeAlias = Literal["uploaded", "processed", "error"] | str
"""State of a file; deprecated at OpenAI, and not sent by every server."""


@define(eq=False, repr=False, weakref_slot=False)
class ErrorBody(Model):
    """
    What went wrong; absent parts are left out.

    Attributes:
        message: What happened, for developers.
        type: Kind of the error, such as `invalid_request_error`.
        param: Name of the request field at fault.
        code: Reason such as `invalid_api_key`; a number from some servers.
        metadata: What the provider behind OpenRouter said.
    """

    message: str | None | Unset = UNSET
    type: str | None | Unset = UNSET
    param: str | None | Unset = UNSET
    code: str | int | None | Unset = UNSET
    metadata: OpenObject | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_body(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorBody:
        """The value of a decoded JSON object."""
        return decode_error_body(source)


_ERROR_BODY: Final = frozenset({"message", "type", "param", "code", "metadata"})


def decode_error_body(source: Any) -> ErrorBody:
    """`ErrorBody` of decoded JSON."""
    get = source.get
    return ErrorBody(
        get("message", UNSET),
        get("type", UNSET),
        get("param", UNSET),
        get("code", UNSET),
        get("metadata", UNSET),
        None if source.keys() <= _ERROR_BODY else extra_of(source, _ERROR_BODY),
    )


def encode_error_body(value: Any) -> JsonObject:
    """JSON of a `ErrorBody`."""
    result: JsonObject = {}
    if (item := value.message) is not UNSET:
        result["message"] = item
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.param) is not UNSET:
        result["param"] = item
    if (item := value.code) is not UNSET:
        result["code"] = item
    if (item := value.metadata) is not UNSET:
        result["metadata"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ExpiresAfter(Model):
    """
    How long a file lives.

    Attributes:
        anchor: Where the time begins, `created_at`.
        seconds: Seconds from the anchor, 3,600 to 2,592,000.
    """

    anchor: str
    seconds: int
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_expires_after(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ExpiresAfter:
        """The value of a decoded JSON object."""
        return decode_expires_after(source)


_EXPIRES_AFTER: Final = frozenset({"anchor", "seconds"})


def decode_expires_after(source: Any) -> ExpiresAfter:
    """`ExpiresAfter` of decoded JSON."""
    return ExpiresAfter(
        source["anchor"],
        source["seconds"],
        None if source.keys() <= _EXPIRES_AFTER else extra_of(source, _EXPIRES_AFTER),
    )


def encode_expires_after(value: Any) -> JsonObject:
    """JSON of a `ExpiresAfter`."""
    result: JsonObject = {}
    result["anchor"] = value.anchor
    result["seconds"] = value.seconds
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class RefusalPart(Model):
    """
    A refusal of the model.

    Attributes:
        type: Always `refusal`.
        refusal: Why the model refused.
    """

    refusal: str
    type: Literal["refusal"] = "refusal"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_refusal_part(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RefusalPart:
        """The value of a decoded JSON object."""
        return decode_refusal_part(source)


_REFUSAL_PART: Final = frozenset({"type", "refusal"})


def decode_refusal_part(source: Any) -> RefusalPart:
    """`RefusalPart` of decoded JSON."""
    return RefusalPart(
        source["refusal"],
        source["type"],
        None if source.keys() <= _REFUSAL_PART else extra_of(source, _REFUSAL_PART),
    )


def encode_refusal_part(value: Any) -> JsonObject:
    """JSON of a `RefusalPart`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["refusal"] = value.refusal
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
    Some JSON object; LM Studio refuses this form.

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
class ResponseUsage(Model):
    """
    Tokens that a response, or a batch, consumed.

    Attributes:
        input_tokens: Tokens of the input.
        input_tokens_details: Which tokens of the input the cache served.
        output_tokens: Tokens of the output.
        output_tokens_details: Which tokens of the output were spent on thought.
        total_tokens: Both together.
    """

    input_tokens: int | None | Unset = UNSET
    input_tokens_details: ResponseInputTokensDetails | None | Unset = UNSET
    output_tokens: int | None | Unset = UNSET
    output_tokens_details: ResponseOutputTokensDetails | None | Unset = UNSET
    total_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_usage(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseUsage:
        """The value of a decoded JSON object."""
        return decode_response_usage(source)


_RESPONSE_USAGE: Final = frozenset(
    {
        "input_tokens",
        "input_tokens_details",
        "output_tokens",
        "output_tokens_details",
        "total_tokens",
    }
)


def decode_response_usage(source: Any) -> ResponseUsage:
    """`ResponseUsage` of decoded JSON."""
    get = source.get
    return ResponseUsage(
        get("input_tokens", UNSET),
        decode_response_input_tokens_details(value)
        if (value := get("input_tokens_details", UNSET)).__class__ is dict
        else value,
        get("output_tokens", UNSET),
        decode_response_output_tokens_details(value)
        if (value := get("output_tokens_details", UNSET)).__class__ is dict
        else value,
        get("total_tokens", UNSET),
        None if source.keys() <= _RESPONSE_USAGE else extra_of(source, _RESPONSE_USAGE),
    )


def encode_response_usage(value: Any) -> JsonObject:
    """JSON of a `ResponseUsage`."""
    result: JsonObject = {}
    if (item := value.input_tokens) is not UNSET:
        result["input_tokens"] = item
    if (item := value.input_tokens_details) is not UNSET:
        result["input_tokens_details"] = (
            encode_response_input_tokens_details(item)
            if isinstance(item, ResponseInputTokensDetails)
            else item
        )
    if (item := value.output_tokens) is not UNSET:
        result["output_tokens"] = item
    if (item := value.output_tokens_details) is not UNSET:
        result["output_tokens_details"] = (
            encode_response_output_tokens_details(item)
            if isinstance(item, ResponseOutputTokensDetails)
            else item
        )
    if (item := value.total_tokens) is not UNSET:
        result["total_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseInputTokensDetails(Model):
    """
    Which tokens of the input the cache served.

    Attributes:
        cached_tokens: Tokens read from the cache.
        cache_write_tokens: Tokens written to the cache.
    """

    cached_tokens: int | None | Unset = UNSET
    cache_write_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_input_tokens_details(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseInputTokensDetails:
        """The value of a decoded JSON object."""
        return decode_response_input_tokens_details(source)


_RESPONSE_INPUT_TOKENS_DETAILS: Final = frozenset({"cached_tokens", "cache_write_tokens"})


def decode_response_input_tokens_details(source: Any) -> ResponseInputTokensDetails:
    """`ResponseInputTokensDetails` of decoded JSON."""
    get = source.get
    return ResponseInputTokensDetails(
        get("cached_tokens", UNSET),
        get("cache_write_tokens", UNSET),
        None
        if source.keys() <= _RESPONSE_INPUT_TOKENS_DETAILS
        else extra_of(source, _RESPONSE_INPUT_TOKENS_DETAILS),
    )


def encode_response_input_tokens_details(value: Any) -> JsonObject:
    """JSON of a `ResponseInputTokensDetails`."""
    result: JsonObject = {}
    if (item := value.cached_tokens) is not UNSET:
        result["cached_tokens"] = item
    if (item := value.cache_write_tokens) is not UNSET:
        result["cache_write_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResponseOutputTokensDetails(Model):
    """
    Which tokens of the output were spent on thought.

    Attributes:
        reasoning_tokens: Tokens of reasoning.
    """

    reasoning_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_response_output_tokens_details(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResponseOutputTokensDetails:
        """The value of a decoded JSON object."""
        return decode_response_output_tokens_details(source)


_RESPONSE_OUTPUT_TOKENS_DETAILS: Final = frozenset({"reasoning_tokens"})


def decode_response_output_tokens_details(source: Any) -> ResponseOutputTokensDetails:
    """`ResponseOutputTokensDetails` of decoded JSON."""
    get = source.get
    return ResponseOutputTokensDetails(
        get("reasoning_tokens", UNSET),
        None
        if source.keys() <= _RESPONSE_OUTPUT_TOKENS_DETAILS
        else extra_of(source, _RESPONSE_OUTPUT_TOKENS_DETAILS),
    )


def encode_response_output_tokens_details(value: Any) -> JsonObject:
    """JSON of a `ResponseOutputTokensDetails`."""
    result: JsonObject = {}
    if (item := value.reasoning_tokens) is not UNSET:
        result["reasoning_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class FileObject(Model):
    """
    What is known about a stored file.

    Attributes:
        id: Id of the file.
        object: Kind of the object, `file`.
        bytes_: Size in bytes.
        created_at: Creation time in seconds since 1970.
        expires_at: Time in seconds since 1970 at which the file is deleted.
        filename: Name of the file.
        purpose: What a file is for. Results have purposes of their own, such as `batch_output`.
        status: State of a file; deprecated at OpenAI, and not sent by every server.
        status_details: Why the file was refused.
    """

    id: str
    object: str | None | Unset = UNSET
    bytes_: int | None | Unset = UNSET
    created_at: int | None | Unset = UNSET
    expires_at: int | None | Unset = UNSET
    filename: str | None | Unset = UNSET
    purpose: FilePurpose | None | Unset = UNSET
    status: FileStatus | None | Unset = UNSET
    status_details: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_file_object(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> FileObject:
        """The value of a decoded JSON object."""
        return decode_file_object(source)


_FILE_OBJECT: Final = frozenset(
    {
        "id",
        "object",
        "bytes",
        "created_at",
        "expires_at",
        "filename",
        "purpose",
        "status",
        "status_details",
    }
)


def decode_file_object(source: Any) -> FileObject:
    """`FileObject` of decoded JSON."""
    get = source.get
    return FileObject(
        source["id"],
        get("object", UNSET),
        get("bytes", UNSET),
        get("created_at", UNSET),
        get("expires_at", UNSET),
        get("filename", UNSET),
        get("purpose", UNSET),
        get("status", UNSET),
        get("status_details", UNSET),
        None if source.keys() <= _FILE_OBJECT else extra_of(source, _FILE_OBJECT),
    )


def encode_file_object(value: Any) -> JsonObject:
    """JSON of a `FileObject`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.bytes_) is not UNSET:
        result["bytes"] = item
    if (item := value.created_at) is not UNSET:
        result["created_at"] = item
    if (item := value.expires_at) is not UNSET:
        result["expires_at"] = item
    if (item := value.filename) is not UNSET:
        result["filename"] = item
    if (item := value.purpose) is not UNSET:
        result["purpose"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.status_details) is not UNSET:
        result["status_details"] = item
    if value.extra:
        result.update(value.extra)
    return result


OpenObject: TypeAlias = JsonObject
"""A JSON object whose keys nobody prescribes."""


RequestMetadata: TypeAlias = dict[str, str]
"""Up to sixteen pairs of texts kept with an object."""
