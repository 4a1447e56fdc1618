"""Models of Aleph Alpha: transcription. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

if TYPE_CHECKING:
    from polyvox_core.content import FileContent

__all__ = [
    "TranscriptionRequest",
    "TranscriptionResponse",
    "TranscriptionSegment",
]


@define(eq=False, repr=False, weakref_slot=False)
class TranscriptionRequest(Model):
    """
    A recording, and how to transcribe it.

    Attributes:
        audiofile: The recording, in a format that the model knows.
        metadata: JSON text of an object with `model` and, if wanted, `language` (an ISO 639-1
            code).
    """

    audiofile: FileContent
    metadata: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_transcription_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TranscriptionRequest:
        """The value of a decoded JSON object."""
        return decode_transcription_request(source)


_TRANSCRIPTION_REQUEST: Final = frozenset({"audiofile", "metadata"})


def decode_transcription_request(source: Any) -> TranscriptionRequest:
    """`TranscriptionRequest` of decoded JSON."""
    return TranscriptionRequest(
        source["audiofile"],
        source["metadata"],
        None
        if source.keys() <= _TRANSCRIPTION_REQUEST
        else extra_of(source, _TRANSCRIPTION_REQUEST),
    )


def encode_transcription_request(value: Any) -> JsonObject:
    """JSON of a `TranscriptionRequest`."""
    result: JsonObject = {}
    result["audiofile"] = value.audiofile
    result["metadata"] = value.metadata
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TranscriptionResponse(Model):
    """
    The text of a recording.

    Attributes:
        transcription: All of the text.
        segments: The text in pieces, with times.
        language: Language that was found, an ISO 639-1 code.
        num_tokens_prompt_total: Tokens of the recording; 0 from many models.
        num_tokens_generated: Tokens of the text.
    """

    transcription: str
    segments: list[TranscriptionSegment] | Unset = UNSET
    language: str | None | Unset = UNSET
    num_tokens_prompt_total: int | Unset = UNSET
    num_tokens_generated: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_transcription_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TranscriptionResponse:
        """The value of a decoded JSON object."""
        return decode_transcription_response(source)


_TRANSCRIPTION_RESPONSE: Final = frozenset(
    {"transcription", "segments", "language", "num_tokens_prompt_total", "num_tokens_generated"}
)


def decode_transcription_response(source: Any) -> TranscriptionResponse:
    """`TranscriptionResponse` of decoded JSON."""
    get = source.get
    return TranscriptionResponse(
        source["transcription"],
        [decode_transcription_segment(item) if item.__class__ is dict else item for item in value]
        if (value := get("segments", UNSET)).__class__ is list
        else value,
        get("language", UNSET),
        get("num_tokens_prompt_total", UNSET),
        get("num_tokens_generated", UNSET),
        None
        if source.keys() <= _TRANSCRIPTION_RESPONSE
        else extra_of(source, _TRANSCRIPTION_RESPONSE),
    )


def encode_transcription_response(value: Any) -> JsonObject:
    """JSON of a `TranscriptionResponse`."""
    result: JsonObject = {}
    result["transcription"] = value.transcription
    if (item := value.segments) is not UNSET:
        result["segments"] = (
            [
                encode_transcription_segment(part)
                if isinstance(part, TranscriptionSegment)
                else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.language) is not UNSET:
        result["language"] = item
    if (item := value.num_tokens_prompt_total) is not UNSET:
        result["num_tokens_prompt_total"] = item
    if (item := value.num_tokens_generated) is not UNSET:
        result["num_tokens_generated"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TranscriptionSegment(Model):
    """
    A piece of a transcription.

    Attributes:
        start: Begin in seconds.
        end: End in seconds.
        text: Its text.
        tokens: Ids of its tokens.
    """

    start: float | Unset = UNSET
    end: float | Unset = UNSET
    text: str | Unset = UNSET
    tokens: list[int] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_transcription_segment(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TranscriptionSegment:
        """The value of a decoded JSON object."""
        return decode_transcription_segment(source)


_TRANSCRIPTION_SEGMENT: Final = frozenset({"start", "end", "text", "tokens"})


def decode_transcription_segment(source: Any) -> TranscriptionSegment:
    """`TranscriptionSegment` of decoded JSON."""
    get = source.get
    return TranscriptionSegment(
        get("start", UNSET),
        get("end", UNSET),
        get("text", UNSET),
        get("tokens", UNSET),
        None
        if source.keys() <= _TRANSCRIPTION_SEGMENT
        else extra_of(source, _TRANSCRIPTION_SEGMENT),
    )


def encode_transcription_segment(value: Any) -> JsonObject:
    """JSON of a `TranscriptionSegment`."""
    result: JsonObject = {}
    if (item := value.start) is not UNSET:
        result["start"] = item
    if (item := value.end) is not UNSET:
        result["end"] = item
    if (item := value.text) is not UNSET:
        result["text"] = item
    if (item := value.tokens) is not UNSET:
        result["tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result
