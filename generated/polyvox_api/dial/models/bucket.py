"""Models of AI DIAL: bucket. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "Bucket",
]


@define(eq=False, repr=False, weakref_slot=False)
class Bucket(Model):
    """
    Bucket of the caller.

    Attributes:
        bucket: Id of the bucket, an encrypted base58 text.
        appdata: `<bucket>/appdata/<deployment>`; only under a per-request key.
    """

    bucket: str
    appdata: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_bucket(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Bucket:
        """The value of a decoded JSON object."""
        return decode_bucket(source)


_BUCKET: Final = frozenset({"bucket", "appdata"})


def decode_bucket(source: Any) -> Bucket:
    """`Bucket` of decoded JSON."""
    get = source.get
    return Bucket(
        source["bucket"],
        get("appdata", UNSET),
        None if source.keys() <= _BUCKET else extra_of(source, _BUCKET),
    )


def encode_bucket(value: Any) -> JsonObject:
    """JSON of a `Bucket`."""
    result: JsonObject = {}
    result["bucket"] = value.bucket
    if (item := value.appdata) is not UNSET:
        result["appdata"] = item
    if value.extra:
        result.update(value.extra)
    return result
