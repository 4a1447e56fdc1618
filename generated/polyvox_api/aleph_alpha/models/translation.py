"""Models of Aleph Alpha: translation. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import Hosting

__all__ = [
    "TranslationRequest",
    "TranslationResponse",
    "TranslationSegment",
]


@define(eq=False, repr=False, weakref_slot=False)
class TranslationRequest(Model):
    """
    A text to translate.

    Attributes:
        model: Name of the model.
        source: The text.
        target_language: Language to translate into, an ISO 639 code such as `de`.
        hosting: Where the request may be processed; the vendor's client sends it, this operation
            does not describe it.
        tags: Undescribed labels that the vendor's client can send.
    """

    model: str
    source: str
    target_language: str
    hosting: Hosting | None | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_translation_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TranslationRequest:
        """The value of a decoded JSON object."""
        return decode_translation_request(source)


_TRANSLATION_REQUEST: Final = frozenset({"model", "source", "target_language", "hosting", "tags"})


def decode_translation_request(source: Any) -> TranslationRequest:
    """`TranslationRequest` of decoded JSON."""
    get = source.get
    return TranslationRequest(
        source["model"],
        source["source"],
        source["target_language"],
        get("hosting", UNSET),
        get("tags", UNSET),
        None if source.keys() <= _TRANSLATION_REQUEST else extra_of(source, _TRANSLATION_REQUEST),
    )


def encode_translation_request(value: Any) -> JsonObject:
    """JSON of a `TranslationRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    result["source"] = value.source
    result["target_language"] = value.target_language
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TranslationResponse(Model):
    """
    A translation.

    Attributes:
        translation: The text.
        score: Estimate of its quality, 0 to 1.
        segments: Its segments, if the model makes some.
        num_tokens_prompt_total: Tokens of the request.
        num_tokens_generated: Always 0 from current models.
    """

    translation: str
    score: float | None | Unset = UNSET
    segments: list[TranslationSegment] | None | Unset = UNSET
    num_tokens_prompt_total: int | Unset = UNSET
    num_tokens_generated: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_translation_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TranslationResponse:
        """The value of a decoded JSON object."""
        return decode_translation_response(source)


_TRANSLATION_RESPONSE: Final = frozenset(
    {"translation", "score", "segments", "num_tokens_prompt_total", "num_tokens_generated"}
)


def decode_translation_response(source: Any) -> TranslationResponse:
    """`TranslationResponse` of decoded JSON."""
    get = source.get
    return TranslationResponse(
        source["translation"],
        get("score", UNSET),
        [decode_translation_segment(item) if item.__class__ is dict else item for item in value]
        if (value := get("segments", UNSET)).__class__ is list
        else value,
        get("num_tokens_prompt_total", UNSET),
        get("num_tokens_generated", UNSET),
        None if source.keys() <= _TRANSLATION_RESPONSE else extra_of(source, _TRANSLATION_RESPONSE),
    )


def encode_translation_response(value: Any) -> JsonObject:
    """JSON of a `TranslationResponse`."""
    result: JsonObject = {}
    result["translation"] = value.translation
    if (item := value.score) is not UNSET:
        result["score"] = item
    if (item := value.segments) is not UNSET:
        result["segments"] = (
            [
                encode_translation_segment(part) if isinstance(part, TranslationSegment) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.num_tokens_prompt_total) is not UNSET:
        result["num_tokens_prompt_total"] = item
    if (item := value.num_tokens_generated) is not UNSET:
        result["num_tokens_generated"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TranslationSegment(Model):
    """
    A part of a translation.

    Attributes:
        source: The part of the source.
        translation: Its translation.
        score: Estimate of its quality, 0 to 1.
    """

    source: str | Unset = UNSET
    translation: str | Unset = UNSET
    score: float | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_translation_segment(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TranslationSegment:
        """The value of a decoded JSON object."""
        return decode_translation_segment(source)


_TRANSLATION_SEGMENT: Final = frozenset({"source", "translation", "score"})


def decode_translation_segment(source: Any) -> TranslationSegment:
    """`TranslationSegment` of decoded JSON."""
    get = source.get
    return TranslationSegment(
        get("source", UNSET),
        get("translation", UNSET),
        get("score", UNSET),
        None if source.keys() <= _TRANSLATION_SEGMENT else extra_of(source, _TRANSLATION_SEGMENT),
    )


def encode_translation_segment(value: Any) -> JsonObject:
    """JSON of a `TranslationSegment`."""
    result: JsonObject = {}
    if (item := value.source) is not UNSET:
        result["source"] = item
    if (item := value.translation) is not UNSET:
        result["translation"] = item
    if (item := value.score) is not UNSET:
        result["score"] = item
    if value.extra:
        result.update(value.extra)
    return result
