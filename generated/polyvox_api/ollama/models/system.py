"""Models of Ollama: system. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import JsonObject, Model, extra_of

__all__ = [
    "VersionAnswer",
]


@define(eq=False, repr=False, weakref_slot=False)
class VersionAnswer(Model):
    """
    The version of the server.

    Attributes:
        version: The version, such as `0.12.6`.
    """

    version: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_version_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> VersionAnswer:
        """The value of a decoded JSON object."""
        return decode_version_answer(source)


_VERSION_ANSWER: Final = frozenset({"version"})


def decode_version_answer(source: Any) -> VersionAnswer:
    """`VersionAnswer` of decoded JSON."""
    return VersionAnswer(
        source["version"],
        None if source.keys() <= _VERSION_ANSWER else extra_of(source, _VERSION_ANSWER),
    )


def encode_version_answer(value: Any) -> JsonObject:
    """JSON of a `VersionAnswer`."""
    result: JsonObject = {}
    result["version"] = value.version
    if value.extra:
        result.update(value.extra)
    return result
