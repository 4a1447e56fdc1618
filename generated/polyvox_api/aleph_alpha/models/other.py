"""Models of Aleph Alpha: other. Generated from the specification; edit that instead."""

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
    What went wrong, as an answer or as an event inside a stream; the latter was not seen.

    Attributes:
        error: What happened, for people.
        code: What happened, for programs, such as `QUEUE_FULL`.
    """

    error: str
    code: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorAnswer:
        """The value of a decoded JSON object."""
        return decode_error_answer(source)


_ERROR_ANSWER: Final = frozenset({"error", "code"})


def decode_error_answer(source: Any) -> ErrorAnswer:
    """`ErrorAnswer` of decoded JSON."""
    get = source.get
    return ErrorAnswer(
        source["error"],
        get("code", UNSET),
        None if source.keys() <= _ERROR_ANSWER else extra_of(source, _ERROR_ANSWER),
    )


def encode_error_answer(value: Any) -> JsonObject:
    """JSON of a `ErrorAnswer`."""
    result: JsonObject = {}
    result["error"] = value.error
    if (item := value.code) is not UNSET:
        result["code"] = item
    if value.extra:
        result.update(value.extra)
    return result
