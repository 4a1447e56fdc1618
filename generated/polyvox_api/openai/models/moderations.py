"""Models of OpenAI: moderations. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "CreateModerationRequest",
    "CreateModerationRequestInputItem",
    "ModerationCategories",
    "ModerationImage",
    "ModerationImageUrl",
    "ModerationInputTypes",
    "ModerationPart",
    "ModerationReport",
    "ModerationResult",
    "ModerationScores",
    "ModerationText",
]


@define(eq=False, repr=False, weakref_slot=False)
class CreateModerationRequest(Model):
    """
    What to judge.

    Attributes:
        input: A text, texts, or parts that are judged together.
        model: Id of the model.
    """

    input: str | list[CreateModerationRequestInputItem]
    model: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_create_moderation_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreateModerationRequest:
        """The value of a decoded JSON object."""
        return decode_create_moderation_request(source)


_CREATE_MODERATION_REQUEST: Final = frozenset({"input", "model"})


def decode_create_moderation_request(source: Any) -> CreateModerationRequest:
    """`CreateModerationRequest` of decoded JSON."""
    get = source.get
    return CreateModerationRequest(
        [decode_create_moderation_request_input_item(item) for item in value]
        if (value := source["input"]).__class__ is list
        else value,
        get("model", UNSET),
        None
        if source.keys() <= _CREATE_MODERATION_REQUEST
        else extra_of(source, _CREATE_MODERATION_REQUEST),
    )


def encode_create_moderation_request(value: Any) -> JsonObject:
    """JSON of a `CreateModerationRequest`."""
    result: JsonObject = {}
    item = value.input
    result["input"] = (
        [encode_create_moderation_request_input_item(part) for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.model) is not UNSET:
        result["model"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModerationText(Model):
    """
    A text.

    Attributes:
        type: Always `text`.
        text: The text.
    """

    text: str
    type: Literal["text"] = "text"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_moderation_text(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModerationText:
        """The value of a decoded JSON object."""
        return decode_moderation_text(source)


_MODERATION_TEXT: Final = frozenset({"type", "text"})


def decode_moderation_text(source: Any) -> ModerationText:
    """`ModerationText` of decoded JSON."""
    return ModerationText(
        source["text"],
        source["type"],
        None if source.keys() <= _MODERATION_TEXT else extra_of(source, _MODERATION_TEXT),
    )


def encode_moderation_text(value: Any) -> JsonObject:
    """JSON of a `ModerationText`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["text"] = value.text
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModerationImage(Model):
    """
    A picture.

    Attributes:
        type: Always `image_url`.
        image_url: Where a picture is.
    """

    image_url: ModerationImageUrl
    type: Literal["image_url"] = "image_url"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_moderation_image(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModerationImage:
        """The value of a decoded JSON object."""
        return decode_moderation_image(source)


_MODERATION_IMAGE: Final = frozenset({"type", "image_url"})


def decode_moderation_image(source: Any) -> ModerationImage:
    """`ModerationImage` of decoded JSON."""
    return ModerationImage(
        decode_moderation_image_url(value)
        if (value := source["image_url"]).__class__ is dict
        else value,
        source["type"],
        None if source.keys() <= _MODERATION_IMAGE else extra_of(source, _MODERATION_IMAGE),
    )


def encode_moderation_image(value: Any) -> JsonObject:
    """JSON of a `ModerationImage`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.image_url
    result["image_url"] = (
        encode_moderation_image_url(item) if isinstance(item, ModerationImageUrl) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModerationImageUrl(Model):
    """
    Where a picture is.

    Attributes:
        url: A web URL or a data URL.
    """

    url: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_moderation_image_url(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModerationImageUrl:
        """The value of a decoded JSON object."""
        return decode_moderation_image_url(source)


_MODERATION_IMAGE_URL: Final = frozenset({"url"})


def decode_moderation_image_url(source: Any) -> ModerationImageUrl:
    """`ModerationImageUrl` of decoded JSON."""
    return ModerationImageUrl(
        source["url"],
        None if source.keys() <= _MODERATION_IMAGE_URL else extra_of(source, _MODERATION_IMAGE_URL),
    )


def encode_moderation_image_url(value: Any) -> JsonObject:
    """JSON of a `ModerationImageUrl`."""
    result: JsonObject = {}
    result["url"] = value.url
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModerationReport(Model):
    """
    The results.

    Attributes:
        id: Id of the call.
        model: Name of the model that judged.
        results: One result per text.
    """

    id: str | None | Unset = UNSET
    model: str | None | Unset = UNSET
    results: list[ModerationResult] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_moderation_report(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModerationReport:
        """The value of a decoded JSON object."""
        return decode_moderation_report(source)


_MODERATION_REPORT: Final = frozenset({"id", "model", "results"})


def decode_moderation_report(source: Any) -> ModerationReport:
    """`ModerationReport` of decoded JSON."""
    get = source.get
    return ModerationReport(
        get("id", UNSET),
        get("model", UNSET),
        [decode_moderation_result(item) if item.__class__ is dict else item for item in value]
        if (value := get("results", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _MODERATION_REPORT else extra_of(source, _MODERATION_REPORT),
    )


def encode_moderation_report(value: Any) -> JsonObject:
    """JSON of a `ModerationReport`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.results) is not UNSET:
        result["results"] = (
            [
                encode_moderation_result(part) if isinstance(part, ModerationResult) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModerationResult(Model):
    """
    How harmful an input is, by category.

    Attributes:
        flagged: Whether any category applies.
        categories: Whether a category applies, by its name, such as `harassment/threatening`.
        category_scores: Score of a category from 0 to 1, by its name.
        category_applied_input_types: Kinds of input that a category was judged by, `text` or
            `image`, by its name.
    """

    flagged: bool | Unset = UNSET
    categories: ModerationCategories | Unset = UNSET
    category_scores: ModerationScores | Unset = UNSET
    category_applied_input_types: ModerationInputTypes | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_moderation_result(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModerationResult:
        """The value of a decoded JSON object."""
        return decode_moderation_result(source)


_MODERATION_RESULT: Final = frozenset(
    {"flagged", "categories", "category_scores", "category_applied_input_types"}
)


def decode_moderation_result(source: Any) -> ModerationResult:
    """`ModerationResult` of decoded JSON."""
    get = source.get
    return ModerationResult(
        get("flagged", UNSET),
        get("categories", UNSET),
        get("category_scores", UNSET),
        get("category_applied_input_types", UNSET),
        None if source.keys() <= _MODERATION_RESULT else extra_of(source, _MODERATION_RESULT),
    )


def encode_moderation_result(value: Any) -> JsonObject:
    """JSON of a `ModerationResult`."""
    result: JsonObject = {}
    if (item := value.flagged) is not UNSET:
        result["flagged"] = item
    if (item := value.categories) is not UNSET:
        result["categories"] = item
    if (item := value.category_scores) is not UNSET:
        result["category_scores"] = item
    if (item := value.category_applied_input_types) is not UNSET:
        result["category_applied_input_types"] = item
    if value.extra:
        result.update(value.extra)
    return result


ModerationPart: TypeAlias = ModerationText | ModerationImage | JsonObject
"""A text or a picture, told apart by `type`."""

_MODERATION_PART: Final[dict[Any, Callable[[Any], ModerationPart]]] = {
    "text": decode_moderation_text,
    "image_url": decode_moderation_image,
}


def decode_moderation_part(source: Any) -> ModerationPart:
    """`ModerationPart` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _MODERATION_PART.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: ModerationPart = source
    return result


def encode_moderation_part(value: Any) -> Any:
    """JSON of a `ModerationPart`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ModerationCategories: TypeAlias = dict[str, bool | None]
"""Whether a category applies, by its name, such as `harassment/threatening`."""


ModerationScores: TypeAlias = dict[str, float | None]
"""Score of a category from 0 to 1, by its name."""


ModerationInputTypes: TypeAlias = dict[str, list[str]]
"""Kinds of input that a category was judged by, `text` or `image`, by its name."""


CreateModerationRequestInputItem: TypeAlias = str | ModerationPart | JsonObject
"""The type `CreateModerationRequestInputItem`."""

_CREATE_MODERATION_REQUEST_INPUT_ITEM: Final[
    dict[Any, Callable[[Any], CreateModerationRequestInputItem]]
] = {
    "text": decode_moderation_text,
    "image_url": decode_moderation_image,
}


def decode_create_moderation_request_input_item(source: Any) -> CreateModerationRequestInputItem:
    """`CreateModerationRequestInputItem` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _CREATE_MODERATION_REQUEST_INPUT_ITEM.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: CreateModerationRequestInputItem = source
    return result


def encode_create_moderation_request_input_item(value: Any) -> Any:
    """JSON of a `CreateModerationRequestInputItem`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
