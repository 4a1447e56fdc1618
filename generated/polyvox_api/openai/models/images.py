"""Models of OpenAI: images. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

if TYPE_CHECKING:
    from polyvox_core.content import FileContent

__all__ = [
    "CreateImageRequest",
    "EditImageRequest",
    "GeneratedImage",
    "ImageResponseFormat",
    "ImagesResult",
    "ImagesTokensDetails",
    "ImagesUsage",
]


ImageResponseFormat: TypeAlias = Literal["url", "b64_json"] | str
"""Whether pictures come as URLs or in base64; GPT image models refuse the field."""


@define(eq=False, repr=False, weakref_slot=False)
class CreateImageRequest(Model):
    """
    The picture to make.

    Attributes:
        prompt: What the picture shows.
        model: Id of the model.
        n: Number of pictures.
        size: Width and height, such as `1024x1024`, or `auto`.
        quality: Quality: `low`, `medium`, `high` or `auto`; `standard` or `hd` for older models.
        background: Background: `transparent`, `opaque` or `auto` (GPT image models).
        moderation: How strictly to moderate, `low` or `auto` (GPT image models).
        output_compression: Compression of `jpeg` and `webp` in percent (GPT image models).
        output_format: Format: `png`, `jpeg` or `webp` (GPT image models).
        response_format: Whether pictures come as URLs or in base64; GPT image models refuse the
            field.
        style: Style, `vivid` or `natural` (DALL·E 3).
        user: Id of the end user, for abuse detection.
    """

    prompt: str
    model: str | None | Unset = UNSET
    n: int | None | Unset = UNSET
    size: str | None | Unset = UNSET
    quality: str | None | Unset = UNSET
    background: str | None | Unset = UNSET
    moderation: str | None | Unset = UNSET
    output_compression: int | None | Unset = UNSET
    output_format: str | None | Unset = UNSET
    response_format: ImageResponseFormat | None | Unset = UNSET
    style: str | None | Unset = UNSET
    user: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_create_image_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreateImageRequest:
        """The value of a decoded JSON object."""
        return decode_create_image_request(source)


_CREATE_IMAGE_REQUEST: Final = frozenset(
    {
        "prompt",
        "model",
        "n",
        "size",
        "quality",
        "background",
        "moderation",
        "output_compression",
        "output_format",
        "response_format",
        "style",
        "user",
    }
)


def decode_create_image_request(source: Any) -> CreateImageRequest:
    """`CreateImageRequest` of decoded JSON."""
    get = source.get
    return CreateImageRequest(
        source["prompt"],
        get("model", UNSET),
        get("n", UNSET),
        get("size", UNSET),
        get("quality", UNSET),
        get("background", UNSET),
        get("moderation", UNSET),
        get("output_compression", UNSET),
        get("output_format", UNSET),
        get("response_format", UNSET),
        get("style", UNSET),
        get("user", UNSET),
        None if source.keys() <= _CREATE_IMAGE_REQUEST else extra_of(source, _CREATE_IMAGE_REQUEST),
    )


def encode_create_image_request(value: Any) -> JsonObject:
    """JSON of a `CreateImageRequest`."""
    result: JsonObject = {}
    result["prompt"] = value.prompt
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.n) is not UNSET:
        result["n"] = item
    if (item := value.size) is not UNSET:
        result["size"] = item
    if (item := value.quality) is not UNSET:
        result["quality"] = item
    if (item := value.background) is not UNSET:
        result["background"] = item
    if (item := value.moderation) is not UNSET:
        result["moderation"] = item
    if (item := value.output_compression) is not UNSET:
        result["output_compression"] = item
    if (item := value.output_format) is not UNSET:
        result["output_format"] = item
    if (item := value.response_format) is not UNSET:
        result["response_format"] = item
    if (item := value.style) is not UNSET:
        result["style"] = item
    if (item := value.user) is not UNSET:
        result["user"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EditImageRequest(Model):
    """
    The picture to change, and how.

    Attributes:
        image: The picture. For several, send the extra field `image[]` instead.
        mask: A picture of the same size whose transparent places are to be changed.
        prompt: What the new picture shows.
        model: Id of the model.
        n: Number of pictures.
        size: Width and height, such as `1024x1024`, or `auto`.
        quality: Quality: `low`, `medium`, `high` or `auto`.
        background: Background: `transparent`, `opaque` or `auto`.
        input_fidelity: How closely to keep to the given picture, `high` or `low`.
        output_compression: Compression of `jpeg` and `webp` in percent.
        output_format: Format: `png`, `jpeg` or `webp`.
        response_format: Whether pictures come as URLs or in base64; GPT image models refuse the
            field.
        user: Id of the end user, for abuse detection.
    """

    prompt: str
    image: FileContent | Unset = UNSET
    mask: FileContent | Unset = UNSET
    model: str | Unset = UNSET
    n: int | Unset = UNSET
    size: str | Unset = UNSET
    quality: str | Unset = UNSET
    background: str | Unset = UNSET
    input_fidelity: str | Unset = UNSET
    output_compression: int | Unset = UNSET
    output_format: str | Unset = UNSET
    response_format: ImageResponseFormat | Unset = UNSET
    user: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_edit_image_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EditImageRequest:
        """The value of a decoded JSON object."""
        return decode_edit_image_request(source)


_EDIT_IMAGE_REQUEST: Final = frozenset(
    {
        "image",
        "mask",
        "prompt",
        "model",
        "n",
        "size",
        "quality",
        "background",
        "input_fidelity",
        "output_compression",
        "output_format",
        "response_format",
        "user",
    }
)


def decode_edit_image_request(source: Any) -> EditImageRequest:
    """`EditImageRequest` of decoded JSON."""
    get = source.get
    return EditImageRequest(
        source["prompt"],
        get("image", UNSET),
        get("mask", UNSET),
        get("model", UNSET),
        get("n", UNSET),
        get("size", UNSET),
        get("quality", UNSET),
        get("background", UNSET),
        get("input_fidelity", UNSET),
        get("output_compression", UNSET),
        get("output_format", UNSET),
        get("response_format", UNSET),
        get("user", UNSET),
        None if source.keys() <= _EDIT_IMAGE_REQUEST else extra_of(source, _EDIT_IMAGE_REQUEST),
    )


def encode_edit_image_request(value: Any) -> JsonObject:
    """JSON of a `EditImageRequest`."""
    result: JsonObject = {}
    if (item := value.image) is not UNSET:
        result["image"] = item
    if (item := value.mask) is not UNSET:
        result["mask"] = item
    result["prompt"] = value.prompt
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.n) is not UNSET:
        result["n"] = item
    if (item := value.size) is not UNSET:
        result["size"] = item
    if (item := value.quality) is not UNSET:
        result["quality"] = item
    if (item := value.background) is not UNSET:
        result["background"] = item
    if (item := value.input_fidelity) is not UNSET:
        result["input_fidelity"] = item
    if (item := value.output_compression) is not UNSET:
        result["output_compression"] = item
    if (item := value.output_format) is not UNSET:
        result["output_format"] = item
    if (item := value.response_format) is not UNSET:
        result["response_format"] = item
    if (item := value.user) is not UNSET:
        result["user"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImagesResult(Model):
    """
    The pictures that were made.

    Attributes:
        created: Creation time in seconds since 1970.
        data: The pictures.
        background: Background that was used.
        output_format: Format of the pictures.
        quality: Quality that was used.
        size: Width and height that were used.
        usage: Tokens that the pictures consumed.
    """

    created: int | None | Unset = UNSET
    data: list[GeneratedImage] | None | Unset = UNSET
    background: str | None | Unset = UNSET
    output_format: str | None | Unset = UNSET
    quality: str | None | Unset = UNSET
    size: str | None | Unset = UNSET
    usage: ImagesUsage | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_images_result(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImagesResult:
        """The value of a decoded JSON object."""
        return decode_images_result(source)


_IMAGES_RESULT: Final = frozenset(
    {"created", "data", "background", "output_format", "quality", "size", "usage"}
)


def decode_images_result(source: Any) -> ImagesResult:
    """`ImagesResult` of decoded JSON."""
    get = source.get
    return ImagesResult(
        get("created", UNSET),
        [decode_generated_image(item) if item.__class__ is dict else item for item in value]
        if (value := get("data", UNSET)).__class__ is list
        else value,
        get("background", UNSET),
        get("output_format", UNSET),
        get("quality", UNSET),
        get("size", UNSET),
        decode_images_usage(value) if (value := get("usage", UNSET)).__class__ is dict else value,
        None if source.keys() <= _IMAGES_RESULT else extra_of(source, _IMAGES_RESULT),
    )


def encode_images_result(value: Any) -> JsonObject:
    """JSON of a `ImagesResult`."""
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
    if (item := value.background) is not UNSET:
        result["background"] = item
    if (item := value.output_format) is not UNSET:
        result["output_format"] = item
    if (item := value.quality) is not UNSET:
        result["quality"] = item
    if (item := value.size) is not UNSET:
        result["size"] = item
    if (item := value.usage) is not UNSET:
        result["usage"] = encode_images_usage(item) if isinstance(item, ImagesUsage) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class GeneratedImage(Model):
    """
    A picture, as a URL or in base64.

    Attributes:
        b64_json: The picture in base64.
        url: Where the picture is, for about an hour.
        revised_prompt: The prompt that the model made of the given one.
    """

    b64_json: str | None | Unset = UNSET
    url: str | None | Unset = UNSET
    revised_prompt: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_generated_image(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> GeneratedImage:
        """The value of a decoded JSON object."""
        return decode_generated_image(source)


_GENERATED_IMAGE: Final = frozenset({"b64_json", "url", "revised_prompt"})


def decode_generated_image(source: Any) -> GeneratedImage:
    """`GeneratedImage` of decoded JSON."""
    get = source.get
    return GeneratedImage(
        get("b64_json", UNSET),
        get("url", UNSET),
        get("revised_prompt", UNSET),
        None if source.keys() <= _GENERATED_IMAGE else extra_of(source, _GENERATED_IMAGE),
    )


def encode_generated_image(value: Any) -> JsonObject:
    """JSON of a `GeneratedImage`."""
    result: JsonObject = {}
    if (item := value.b64_json) is not UNSET:
        result["b64_json"] = item
    if (item := value.url) is not UNSET:
        result["url"] = item
    if (item := value.revised_prompt) is not UNSET:
        result["revised_prompt"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImagesUsage(Model):
    """
    Tokens that the pictures consumed.

    Attributes:
        input_tokens: Tokens of the prompt.
        input_tokens_details: Which tokens stand for texts and which for pictures.
        output_tokens: Tokens of the pictures.
        output_tokens_details: Which tokens stand for texts and which for pictures.
        total_tokens: Both together.
    """

    input_tokens: int | None | Unset = UNSET
    input_tokens_details: ImagesTokensDetails | None | Unset = UNSET
    output_tokens: int | None | Unset = UNSET
    output_tokens_details: ImagesTokensDetails | None | Unset = UNSET
    total_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_images_usage(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImagesUsage:
        """The value of a decoded JSON object."""
        return decode_images_usage(source)


_IMAGES_USAGE: Final = frozenset(
    {
        "input_tokens",
        "input_tokens_details",
        "output_tokens",
        "output_tokens_details",
        "total_tokens",
    }
)


def decode_images_usage(source: Any) -> ImagesUsage:
    """`ImagesUsage` of decoded JSON."""
    get = source.get
    return ImagesUsage(
        get("input_tokens", UNSET),
        decode_images_tokens_details(value)
        if (value := get("input_tokens_details", UNSET)).__class__ is dict
        else value,
        get("output_tokens", UNSET),
        decode_images_tokens_details(value)
        if (value := get("output_tokens_details", UNSET)).__class__ is dict
        else value,
        get("total_tokens", UNSET),
        None if source.keys() <= _IMAGES_USAGE else extra_of(source, _IMAGES_USAGE),
    )


def encode_images_usage(value: Any) -> JsonObject:
    """JSON of a `ImagesUsage`."""
    result: JsonObject = {}
    if (item := value.input_tokens) is not UNSET:
        result["input_tokens"] = item
    if (item := value.input_tokens_details) is not UNSET:
        result["input_tokens_details"] = (
            encode_images_tokens_details(item) if isinstance(item, ImagesTokensDetails) else item
        )
    if (item := value.output_tokens) is not UNSET:
        result["output_tokens"] = item
    if (item := value.output_tokens_details) is not UNSET:
        result["output_tokens_details"] = (
            encode_images_tokens_details(item) if isinstance(item, ImagesTokensDetails) else item
        )
    if (item := value.total_tokens) is not UNSET:
        result["total_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImagesTokensDetails(Model):
    """
    Which tokens stand for texts and which for pictures.

    Attributes:
        text_tokens: Tokens of texts.
        image_tokens: Tokens of pictures.
    """

    text_tokens: int | None | Unset = UNSET
    image_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_images_tokens_details(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImagesTokensDetails:
        """The value of a decoded JSON object."""
        return decode_images_tokens_details(source)


_IMAGES_TOKENS_DETAILS: Final = frozenset({"text_tokens", "image_tokens"})


def decode_images_tokens_details(source: Any) -> ImagesTokensDetails:
    """`ImagesTokensDetails` of decoded JSON."""
    get = source.get
    return ImagesTokensDetails(
        get("text_tokens", UNSET),
        get("image_tokens", UNSET),
        None
        if source.keys() <= _IMAGES_TOKENS_DETAILS
        else extra_of(source, _IMAGES_TOKENS_DETAILS),
    )


def encode_images_tokens_details(value: Any) -> JsonObject:
    """JSON of a `ImagesTokensDetails`."""
    result: JsonObject = {}
    if (item := value.text_tokens) is not UNSET:
        result["text_tokens"] = item
    if (item := value.image_tokens) is not UNSET:
        result["image_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result
