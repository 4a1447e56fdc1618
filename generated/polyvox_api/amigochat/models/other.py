"""Models of AmigoChat: other. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ErrorAnswer",
]


@define(eq=False, repr=False, weakref_slot=False)
class ErrorAnswer(Model):
    """
    An error in the default shape of NestJS.

    Attributes:
        message: What happened, or one text per fault of the request. The list is inferred.
        error: Name of the status, such as `Bad Request`.
        status_code: The status again.
    """

    message: str | list[str] | Unset = UNSET
    error: str | Unset = UNSET
    status_code: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorAnswer:
        """The value of a decoded JSON object."""
        return decode_error_answer(source)


_ERROR_ANSWER: Final = frozenset({"message", "error", "statusCode"})


def decode_error_answer(source: Any) -> ErrorAnswer:
    """`ErrorAnswer` of decoded JSON."""
    get = source.get
    return ErrorAnswer(
        get("message", UNSET),
        get("error", UNSET),
        get("statusCode", UNSET),
        None if source.keys() <= _ERROR_ANSWER else extra_of(source, _ERROR_ANSWER),
    )


def encode_error_answer(value: Any) -> JsonObject:
    """JSON of a `ErrorAnswer`."""
    result: JsonObject = {}
    if (item := value.message) is not UNSET:
        result["message"] = item
    if (item := value.error) is not UNSET:
        result["error"] = item
    if (item := value.status_code) is not UNSET:
        result["statusCode"] = item
    if value.extra:
        result.update(value.extra)
    return result
