"""Models of Aleph Alpha: shared. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "BoundingBox",
    "ControlTokenOverlap",
    "Hosting",
    "ImageControl",
    "ImageItem",
    "LogitBias",
    "OpenObject",
    "Prompt",
    "PromptItem",
    "TextControl",
    "TextItem",
    "TokenControl",
    "TokenIdsItem",
    "TokenUsage",
]


Hosting: TypeAlias = Literal["aleph-alpha"] | str
"""Where a request may be processed."""

ControlTokenOverlap: TypeAlias = Literal["partial", "complete"] | str
"""
What happens to a token that a control covers in part: a share of the factor (`partial`, used when
nothing is said) or all of it (`complete`).
"""


@define(eq=False, repr=False, weakref_slot=False)
class TokenUsage(Model):
    """
    Tokens that a request took.

    Attributes:
        prompt_tokens: Tokens of the request; 0 when reranking.
        completion_tokens: Tokens of the answer; 0 when reranking.
        total_tokens: Tokens of both.
    """

    prompt_tokens: int | Unset = UNSET
    completion_tokens: int | Unset = UNSET
    total_tokens: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_token_usage(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenUsage:
        """The value of a decoded JSON object."""
        return decode_token_usage(source)


_TOKEN_USAGE: Final = frozenset({"prompt_tokens", "completion_tokens", "total_tokens"})


def decode_token_usage(source: Any) -> TokenUsage:
    """`TokenUsage` of decoded JSON."""
    get = source.get
    return TokenUsage(
        get("prompt_tokens", UNSET),
        get("completion_tokens", UNSET),
        get("total_tokens", UNSET),
        None if source.keys() <= _TOKEN_USAGE else extra_of(source, _TOKEN_USAGE),
    )


def encode_token_usage(value: Any) -> JsonObject:
    """JSON of a `TokenUsage`."""
    result: JsonObject = {}
    if (item := value.prompt_tokens) is not UNSET:
        result["prompt_tokens"] = item
    if (item := value.completion_tokens) is not UNSET:
        result["completion_tokens"] = item
    if (item := value.total_tokens) is not UNSET:
        result["total_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TextItem(Model):
    """
    A text.

    Attributes:
        type: Always `text`.
        data: The text.
        controls: Parts to which the model pays more or less attention.
    """

    data: str
    type: Literal["text"] = "text"
    controls: list[TextControl] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_text_item(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TextItem:
        """The value of a decoded JSON object."""
        return decode_text_item(source)


_TEXT_ITEM: Final = frozenset({"type", "data", "controls"})


def decode_text_item(source: Any) -> TextItem:
    """`TextItem` of decoded JSON."""
    get = source.get
    return TextItem(
        source["data"],
        source["type"],
        [decode_text_control(item) if item.__class__ is dict else item for item in value]
        if (value := get("controls", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _TEXT_ITEM else extra_of(source, _TEXT_ITEM),
    )


def encode_text_item(value: Any) -> JsonObject:
    """JSON of a `TextItem`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["data"] = value.data
    if (item := value.controls) is not UNSET:
        result["controls"] = (
            [encode_text_control(part) if isinstance(part, TextControl) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TextControl(Model):
    """
    A part of a text and the attention that it gets.

    Attributes:
        start: Index of its first character.
        length: Number of its characters.
        factor: Below 1 suppresses the part, above 1 amplifies it.
        token_overlap: What happens to a token that a control covers in part: a share of the factor
            (`partial`, used when nothing is said) or all of it (`complete`).
    """

    start: int
    length: int
    factor: float
    token_overlap: ControlTokenOverlap | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_text_control(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TextControl:
        """The value of a decoded JSON object."""
        return decode_text_control(source)


_TEXT_CONTROL: Final = frozenset({"start", "length", "factor", "token_overlap"})


def decode_text_control(source: Any) -> TextControl:
    """`TextControl` of decoded JSON."""
    get = source.get
    return TextControl(
        source["start"],
        source["length"],
        source["factor"],
        get("token_overlap", UNSET),
        None if source.keys() <= _TEXT_CONTROL else extra_of(source, _TEXT_CONTROL),
    )


def encode_text_control(value: Any) -> JsonObject:
    """JSON of a `TextControl`."""
    result: JsonObject = {}
    result["start"] = value.start
    result["length"] = value.length
    result["factor"] = value.factor
    if (item := value.token_overlap) is not UNSET:
        result["token_overlap"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImageItem(Model):
    """
    A picture. The model sees its middle square, unless another is given.

    Attributes:
        type: Always `image`.
        data: The bytes of the file in base64, without `data:`.
        x: Left edge of the square in pixels.
        y: Upper edge of the square in pixels.
        size: Edge length of the square in pixels.
        controls: Parts to which the model pays more or less attention.
    """

    data: str
    type: Literal["image"] = "image"
    x: int | Unset = UNSET
    y: int | Unset = UNSET
    size: int | Unset = UNSET
    controls: list[ImageControl] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_item(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImageItem:
        """The value of a decoded JSON object."""
        return decode_image_item(source)


_IMAGE_ITEM: Final = frozenset({"type", "data", "x", "y", "size", "controls"})


def decode_image_item(source: Any) -> ImageItem:
    """`ImageItem` of decoded JSON."""
    get = source.get
    return ImageItem(
        source["data"],
        source["type"],
        get("x", UNSET),
        get("y", UNSET),
        get("size", UNSET),
        [decode_image_control(item) if item.__class__ is dict else item for item in value]
        if (value := get("controls", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _IMAGE_ITEM else extra_of(source, _IMAGE_ITEM),
    )


def encode_image_item(value: Any) -> JsonObject:
    """JSON of a `ImageItem`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["data"] = value.data
    if (item := value.x) is not UNSET:
        result["x"] = item
    if (item := value.y) is not UNSET:
        result["y"] = item
    if (item := value.size) is not UNSET:
        result["size"] = item
    if (item := value.controls) is not UNSET:
        result["controls"] = (
            [
                encode_image_control(part) if isinstance(part, ImageControl) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ImageControl(Model):
    """
    A part of a picture and the attention that it gets.

    Attributes:
        rect: A rectangle in a picture, in parts of the whole, 0 to 1.
        factor: Below 1 suppresses the part, above 1 amplifies it.
        token_overlap: What happens to a token that a control covers in part: a share of the factor
            (`partial`, used when nothing is said) or all of it (`complete`).
    """

    rect: BoundingBox
    factor: float
    token_overlap: ControlTokenOverlap | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_image_control(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ImageControl:
        """The value of a decoded JSON object."""
        return decode_image_control(source)


_IMAGE_CONTROL: Final = frozenset({"rect", "factor", "token_overlap"})


def decode_image_control(source: Any) -> ImageControl:
    """`ImageControl` of decoded JSON."""
    get = source.get
    return ImageControl(
        decode_bounding_box(value) if (value := source["rect"]).__class__ is dict else value,
        source["factor"],
        get("token_overlap", UNSET),
        None if source.keys() <= _IMAGE_CONTROL else extra_of(source, _IMAGE_CONTROL),
    )


def encode_image_control(value: Any) -> JsonObject:
    """JSON of a `ImageControl`."""
    result: JsonObject = {}
    item = value.rect
    result["rect"] = encode_bounding_box(item) if isinstance(item, BoundingBox) else item
    result["factor"] = value.factor
    if (item := value.token_overlap) is not UNSET:
        result["token_overlap"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class BoundingBox(Model):
    """
    A rectangle in a picture, in parts of the whole, 0 to 1.

    Attributes:
        left: Left edge.
        top: Upper edge.
        width: Width.
        height: Height.
    """

    left: float
    top: float
    width: float
    height: float
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_bounding_box(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> BoundingBox:
        """The value of a decoded JSON object."""
        return decode_bounding_box(source)


_BOUNDING_BOX: Final = frozenset({"left", "top", "width", "height"})


def decode_bounding_box(source: Any) -> BoundingBox:
    """`BoundingBox` of decoded JSON."""
    return BoundingBox(
        source["left"],
        source["top"],
        source["width"],
        source["height"],
        None if source.keys() <= _BOUNDING_BOX else extra_of(source, _BOUNDING_BOX),
    )


def encode_bounding_box(value: Any) -> JsonObject:
    """JSON of a `BoundingBox`."""
    result: JsonObject = {}
    result["left"] = value.left
    result["top"] = value.top
    result["width"] = value.width
    result["height"] = value.height
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenIdsItem(Model):
    """
    A text, given as tokens of the model.

    Attributes:
        type: Always `token_ids`.
        data: Ids of the tokens.
        controls: Tokens to which the model pays more or less attention.
    """

    data: list[int]
    type: Literal["token_ids"] = "token_ids"
    controls: list[TokenControl] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_token_ids_item(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenIdsItem:
        """The value of a decoded JSON object."""
        return decode_token_ids_item(source)


_TOKEN_IDS_ITEM: Final = frozenset({"type", "data", "controls"})


def decode_token_ids_item(source: Any) -> TokenIdsItem:
    """`TokenIdsItem` of decoded JSON."""
    get = source.get
    return TokenIdsItem(
        source["data"],
        source["type"],
        [decode_token_control(item) if item.__class__ is dict else item for item in value]
        if (value := get("controls", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _TOKEN_IDS_ITEM else extra_of(source, _TOKEN_IDS_ITEM),
    )


def encode_token_ids_item(value: Any) -> JsonObject:
    """JSON of a `TokenIdsItem`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["data"] = value.data
    if (item := value.controls) is not UNSET:
        result["controls"] = (
            [
                encode_token_control(part) if isinstance(part, TokenControl) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenControl(Model):
    """
    A token and the attention that it gets.

    Attributes:
        index: Position of the token in the item.
        factor: Below 1 suppresses the token, above 1 amplifies it.
    """

    index: int
    factor: float
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_token_control(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenControl:
        """The value of a decoded JSON object."""
        return decode_token_control(source)


_TOKEN_CONTROL: Final = frozenset({"index", "factor"})


def decode_token_control(source: Any) -> TokenControl:
    """`TokenControl` of decoded JSON."""
    return TokenControl(
        source["index"],
        source["factor"],
        None if source.keys() <= _TOKEN_CONTROL else extra_of(source, _TOKEN_CONTROL),
    )


def encode_token_control(value: Any) -> JsonObject:
    """JSON of a `TokenControl`."""
    result: JsonObject = {}
    result["index"] = value.index
    result["factor"] = value.factor
    if value.extra:
        result.update(value.extra)
    return result


OpenObject: TypeAlias = JsonObject
"""A JSON object whose keys nobody prescribes."""


LogitBias: TypeAlias = dict[str, float]
"""Bias per token id; in chats -100 to 100."""


PromptItem: TypeAlias = TextItem | ImageItem | TokenIdsItem | JsonObject
"""One item of a prompt, told apart by `type`."""

_PROMPT_ITEM: Final[dict[Any, Callable[[Any], PromptItem]]] = {
    "text": decode_text_item,
    "image": decode_image_item,
    "token_ids": decode_token_ids_item,
}


def decode_prompt_item(source: Any) -> PromptItem:
    """`PromptItem` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _PROMPT_ITEM.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: PromptItem = source
    return result


def encode_prompt_item(value: Any) -> Any:
    """JSON of a `PromptItem`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


Prompt: TypeAlias = str | list[PromptItem]
"""A text, or items that are joined to one prompt."""


def decode_prompt(source: Any) -> Prompt:
    """`Prompt` of decoded JSON."""
    result: Prompt = (
        [decode_prompt_item(item) for item in source] if source.__class__ is list else source
    )
    return result


def encode_prompt(value: Any) -> Any:
    """JSON of a `Prompt`."""
    return (
        [encode_prompt_item(item) for item in value] if value.__class__ in (list, tuple) else value
    )
