"""Models of Aleph Alpha: steering. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import Hosting

__all__ = [
    "SteeringConcept",
    "SteeringConceptRequest",
    "SteeringExample",
]


@define(eq=False, repr=False, weakref_slot=False)
class SteeringConceptRequest(Model):
    """
    Examples that make a steering concept.

    Attributes:
        examples: Pairs of texts.
        hosting: Where the request may be processed; the vendor's client sends it, this operation
            does not describe it.
        tags: Undescribed labels that the vendor's client can send.
    """

    examples: list[SteeringExample]
    hosting: Hosting | None | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_steering_concept_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SteeringConceptRequest:
        """The value of a decoded JSON object."""
        return decode_steering_concept_request(source)


_STEERING_CONCEPT_REQUEST: Final = frozenset({"examples", "hosting", "tags"})


def decode_steering_concept_request(source: Any) -> SteeringConceptRequest:
    """`SteeringConceptRequest` of decoded JSON."""
    get = source.get
    return SteeringConceptRequest(
        [decode_steering_example(item) if item.__class__ is dict else item for item in value]
        if (value := source["examples"]).__class__ is list
        else value,
        get("hosting", UNSET),
        get("tags", UNSET),
        None
        if source.keys() <= _STEERING_CONCEPT_REQUEST
        else extra_of(source, _STEERING_CONCEPT_REQUEST),
    )


def encode_steering_concept_request(value: Any) -> JsonObject:
    """JSON of a `SteeringConceptRequest`."""
    result: JsonObject = {}
    item = value.examples
    result["examples"] = (
        [
            encode_steering_example(part) if isinstance(part, SteeringExample) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class SteeringExample(Model):
    """
    A text to steer away from, and one to steer towards.

    Attributes:
        negative: What to steer away from.
        positive: What to steer towards.
    """

    negative: str
    positive: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_steering_example(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SteeringExample:
        """The value of a decoded JSON object."""
        return decode_steering_example(source)


_STEERING_EXAMPLE: Final = frozenset({"negative", "positive"})


def decode_steering_example(source: Any) -> SteeringExample:
    """`SteeringExample` of decoded JSON."""
    return SteeringExample(
        source["negative"],
        source["positive"],
        None if source.keys() <= _STEERING_EXAMPLE else extra_of(source, _STEERING_EXAMPLE),
    )


def encode_steering_example(value: Any) -> JsonObject:
    """JSON of a `SteeringExample`."""
    result: JsonObject = {}
    result["negative"] = value.negative
    result["positive"] = value.positive
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class SteeringConcept(Model):
    """
    A steering concept.

    Attributes:
        id: Its id, 64 hexadecimal digits.
    """

    id: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_steering_concept(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SteeringConcept:
        """The value of a decoded JSON object."""
        return decode_steering_concept(source)


_STEERING_CONCEPT: Final = frozenset({"id"})


def decode_steering_concept(source: Any) -> SteeringConcept:
    """`SteeringConcept` of decoded JSON."""
    return SteeringConcept(
        source["id"],
        None if source.keys() <= _STEERING_CONCEPT else extra_of(source, _STEERING_CONCEPT),
    )


def encode_steering_concept(value: Any) -> JsonObject:
    """JSON of a `SteeringConcept`."""
    result: JsonObject = {}
    result["id"] = value.id
    if value.extra:
        result.update(value.extra)
    return result
