"""Models of Ollama: other. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from attrs import define
from polyvox_core.model import JsonObject, Model, extra_of

__all__ = [
    "BlobContent",
    "ErrorAnswer",
]


@define(eq=False, repr=False, weakref_slot=False)
class ErrorAnswer(Model):
    """
    An error, as an answer or as an object inside a stream.

    Attributes:
        error: What happened.
    """

    error: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorAnswer:
        """The value of a decoded JSON object."""
        return decode_error_answer(source)


_ERROR_ANSWER: Final = frozenset({"error"})


def decode_error_answer(source: Any) -> ErrorAnswer:
    """`ErrorAnswer` of decoded JSON."""
    return ErrorAnswer(
        source["error"],
        None if source.keys() <= _ERROR_ANSWER else extra_of(source, _ERROR_ANSWER),
    )


def encode_error_answer(value: Any) -> JsonObject:
    """JSON of a `ErrorAnswer`."""
    result: JsonObject = {}
    result["error"] = value.error
    if value.extra:
        result.update(value.extra)
    return result


BlobContent: TypeAlias = str
"""The bytes of a file."""
