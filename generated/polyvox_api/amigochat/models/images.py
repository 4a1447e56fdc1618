"""Models of AmigoChat: images. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "GeneratedImage",
    "ImageAnswer",
    "ImageRequest",
]


@define(eq=False, repr=False, weakref_slot=False)
class ImageRequest(Model):
    """
    A picture to make.

    Attributes:
        prompt: What to draw; sent as it is.
        model: Full name of the model, no alias, such as `flux-realism`.
        persona_id: Persona that belongs to the model, or `image-generator`.
        chat_id: A UUID that names the conversation; sent by clients of 2025 only.
    """

    prompt: str
    model: str
    persona_id: str | Unset = UNSET
    chat_id: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImageRequest:
        """The value of a decoded JSON object."""
        return decode_image_request(source)


_IMAGE_REQUEST: Final = frozenset({"prompt", "model", "personaId", "chatId"})


def decode_image_request(source: Any) -> ImageRequest:
    """`ImageRequest` of decoded JSON."""
    get = source.get
    return ImageRequest(
        source["prompt"],
        source["model"],
        get("personaId", UNSET),
        get("chatId", UNSET),
        None if source.keys() <= _IMAGE_REQUEST else extra_of(source, _IMAGE_REQUEST),
    )


def encode_image_request(value: Any) -> JsonObject:
    """JSON of a `ImageRequest`."""
    result: JsonObject = {}
    result["prompt"] = value.prompt
    result["model"] = value.model
    if (item := value.persona_id) is not UNSET:
        result["personaId"] = item
    if (item := value.chat_id) is not UNSET:
        result["chatId"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImageAnswer(Model):
    """
    The pictures that were made.

    Attributes:
        created: Time of the answer, in seconds since 1970.
        data: The pictures; absent when none was made.
    """

    created: int | Unset = UNSET
    data: list[GeneratedImage] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_answer(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImageAnswer:
        """The value of a decoded JSON object."""
        return decode_image_answer(source)


_IMAGE_ANSWER: Final = frozenset({"created", "data"})


def decode_image_answer(source: Any) -> ImageAnswer:
    """`ImageAnswer` of decoded JSON."""
    get = source.get
    return ImageAnswer(
        get("created", UNSET),
        [decode_generated_image(item) if item.__class__ is dict else item for item in value]
        if (value := get("data", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _IMAGE_ANSWER else extra_of(source, _IMAGE_ANSWER),
    )


def encode_image_answer(value: Any) -> JsonObject:
    """JSON of a `ImageAnswer`."""
    result: JsonObject = {}
    if (item := value.created) is not UNSET:
        result["created"] = item
    if (item := value.data) is not UNSET:
        result["data"] = (
            [
                encode_generated_image(part) if isinstance(part, GeneratedImage) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class GeneratedImage(Model):
    """
    One picture, as a link or inline.

    Attributes:
        url: Where the picture is.
        b64_json: The picture in base64.
        revised_prompt: The prompt that was really drawn.
    """

    url: str | Unset = UNSET
    b64_json: str | Unset = UNSET
    revised_prompt: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_generated_image(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> GeneratedImage:
        """The value of a decoded JSON object."""
        return decode_generated_image(source)


_GENERATED_IMAGE: Final = frozenset({"url", "b64_json", "revised_prompt"})


def decode_generated_image(source: Any) -> GeneratedImage:
    """`GeneratedImage` of decoded JSON."""
    get = source.get
    return GeneratedImage(
        get("url", UNSET),
        get("b64_json", UNSET),
        get("revised_prompt", UNSET),
        None if source.keys() <= _GENERATED_IMAGE else extra_of(source, _GENERATED_IMAGE),
    )


def encode_generated_image(value: Any) -> JsonObject:
    """JSON of a `GeneratedImage`."""
    result: JsonObject = {}
    if (item := value.url) is not UNSET:
        result["url"] = item
    if (item := value.b64_json) is not UNSET:
        result["b64_json"] = item
    if (item := value.revised_prompt) is not UNSET:
        result["revised_prompt"] = item
    if value.extra:
        result.update(value.extra)
    return result
