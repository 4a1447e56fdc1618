"""Models of Alteryse: other. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ErrorAnswer",
    "UnavailableAnswer",
]


@define(eq=False, repr=False, weakref_slot=False)
class UnavailableAnswer(Model):
    """
    Why an instance cannot answer now.

    Attributes:
        code: Reason, in a vocabulary that is unknown.
    """

    code: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_unavailable_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UnavailableAnswer:
        """The value of a decoded JSON object."""
        return decode_unavailable_answer(source)


_UNAVAILABLE_ANSWER: Final = frozenset({"code"})


def decode_unavailable_answer(source: Any) -> UnavailableAnswer:
    """`UnavailableAnswer` of decoded JSON."""
    return UnavailableAnswer(
        source["code"],
        None if source.keys() <= _UNAVAILABLE_ANSWER else extra_of(source, _UNAVAILABLE_ANSWER),
    )


def encode_unavailable_answer(value: Any) -> JsonObject:
    """JSON of a `UnavailableAnswer`."""
    result: JsonObject = {}
    result["code"] = value.code
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ErrorAnswer(Model):
    """
    A JSON error. The shape is unknown; these members are common ones.

    Attributes:
        message: What happened.
        error: What happened, as Ollama names it.
        code: Reason, as in an answer of 503.
    """

    message: str | Unset = UNSET
    error: str | Unset = UNSET
    code: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorAnswer:
        """The value of a decoded JSON object."""
        return decode_error_answer(source)


_ERROR_ANSWER: Final = frozenset({"message", "error", "code"})


def decode_error_answer(source: Any) -> ErrorAnswer:
    """`ErrorAnswer` of decoded JSON."""
    get = source.get
    return ErrorAnswer(
        get("message", UNSET),
        get("error", UNSET),
        get("code", UNSET),
        None if source.keys() <= _ERROR_ANSWER else extra_of(source, _ERROR_ANSWER),
    )


def encode_error_answer(value: Any) -> JsonObject:
    """JSON of a `ErrorAnswer`."""
    result: JsonObject = {}
    if (item := value.message) is not UNSET:
        result["message"] = item
    if (item := value.error) is not UNSET:
        result["error"] = item
    if (item := value.code) is not UNSET:
        result["code"] = item
    if value.extra:
        result.update(value.extra)
    return result
