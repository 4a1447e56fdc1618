"""Models of OpenAI: other. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import ErrorBody, decode_error_body

__all__ = [
    "ErrorAnswer",
    "ErrorBare",
    "ErrorDetail",
    "ErrorEnvelope",
    "ErrorEnvelopeError",
]


@define(eq=False, repr=False, weakref_slot=False)
class ErrorEnvelope(Model):
    """
    An error under the key `error`, as an answer or as an event inside a stream.

    Attributes:
        error: What went wrong, as an object or a text.
    """

    error: ErrorEnvelopeError
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_envelope(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorEnvelope:
        """The value of a decoded JSON object."""
        return decode_error_envelope(source)


_ERROR_ENVELOPE: Final = frozenset({"error"})


def decode_error_envelope(source: Any) -> ErrorEnvelope:
    """`ErrorEnvelope` of decoded JSON."""
    return ErrorEnvelope(
        decode_error_envelope_error(source["error"]),
        None if source.keys() <= _ERROR_ENVELOPE else extra_of(source, _ERROR_ENVELOPE),
    )


def encode_error_envelope(value: Any) -> JsonObject:
    """JSON of a `ErrorEnvelope`."""
    result: JsonObject = {}
    item = value.error
    result["error"] = encode_error_envelope_error(item)
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ErrorBare(Model):
    """
    An error without an envelope, as older vLLM servers send it.

    Attributes:
        object: Kind of the object, `error`.
        message: What happened, for developers.
        type: Kind of the error, such as `NotFoundError`.
        param: Name of the request field at fault.
        code: Status or reason.
    """

    message: str | None
    object: str | None | Unset = UNSET
    type: str | None | Unset = UNSET
    param: str | None | Unset = UNSET
    code: str | int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_bare(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorBare:
        """The value of a decoded JSON object."""
        return decode_error_bare(source)


_ERROR_BARE: Final = frozenset({"object", "message", "type", "param", "code"})


def decode_error_bare(source: Any) -> ErrorBare:
    """`ErrorBare` of decoded JSON."""
    get = source.get
    return ErrorBare(
        source["message"],
        get("object", UNSET),
        get("type", UNSET),
        get("param", UNSET),
        get("code", UNSET),
        None if source.keys() <= _ERROR_BARE else extra_of(source, _ERROR_BARE),
    )


def encode_error_bare(value: Any) -> JsonObject:
    """JSON of a `ErrorBare`."""
    result: JsonObject = {}
    if (item := value.object) is not UNSET:
        result["object"] = item
    result["message"] = value.message
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.param) is not UNSET:
        result["param"] = item
    if (item := value.code) is not UNSET:
        result["code"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ErrorDetail(Model):
    """
    The error of a server built on FastAPI.

    Attributes:
        detail: A text, or a list of objects that name the fields at fault.
    """

    detail: Any
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_detail(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorDetail:
        """The value of a decoded JSON object."""
        return decode_error_detail(source)


_ERROR_DETAIL: Final = frozenset({"detail"})


def decode_error_detail(source: Any) -> ErrorDetail:
    """`ErrorDetail` of decoded JSON."""
    return ErrorDetail(
        source["detail"],
        None if source.keys() <= _ERROR_DETAIL else extra_of(source, _ERROR_DETAIL),
    )


def encode_error_detail(value: Any) -> JsonObject:
    """JSON of a `ErrorDetail`."""
    result: JsonObject = {}
    result["detail"] = value.detail
    if value.extra:
        result.update(value.extra)
    return result


ErrorAnswer: TypeAlias = ErrorEnvelope | ErrorBare | ErrorDetail | JsonObject
"""The JSON shapes of an error answer."""


def decode_error_answer(source: Any) -> ErrorAnswer:
    """`ErrorAnswer` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"error"}:
            return decode_error_envelope(source)
        if source.keys() >= {"message"}:
            return decode_error_bare(source)
        if source.keys() >= {"detail"}:
            return decode_error_detail(source)
    result: ErrorAnswer = source
    return result


def encode_error_answer(value: Any) -> Any:
    """JSON of a `ErrorAnswer`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ErrorEnvelopeError: TypeAlias = ErrorBody | str
"""What went wrong, as an object or a text."""


def decode_error_envelope_error(source: Any) -> ErrorEnvelopeError:
    """`ErrorEnvelopeError` of decoded JSON."""
    if source.__class__ is dict:
        return decode_error_body(source)
    result: ErrorEnvelopeError = source
    return result


def encode_error_envelope_error(value: Any) -> Any:
    """JSON of a `ErrorEnvelopeError`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
