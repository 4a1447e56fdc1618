"""Models of OpenAI: models. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ModelList",
    "ModelObject",
]


@define(eq=False, repr=False, weakref_slot=False)
class ModelList(Model):
    """
    The models.

    Attributes:
        object: Kind of the object, `list`.
        data: The models, in no promised order.
    """

    object: str | None | Unset = UNSET
    data: list[ModelObject] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelList:
        """The value of a decoded JSON object."""
        return decode_model_list(source)


_MODEL_LIST: Final = frozenset({"object", "data"})


def decode_model_list(source: Any) -> ModelList:
    """`ModelList` of decoded JSON."""
    get = source.get
    return ModelList(
        get("object", UNSET),
        [decode_model_object(item) if item.__class__ is dict else item for item in value]
        if (value := get("data", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _MODEL_LIST else extra_of(source, _MODEL_LIST),
    )


def encode_model_list(value: Any) -> JsonObject:
    """JSON of a `ModelList`."""
    result: JsonObject = {}
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.data) is not UNSET:
        result["data"] = (
            [encode_model_object(part) if isinstance(part, ModelObject) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModelObject(Model):
    """
    A model. Compatible servers add fields of their own.

    Attributes:
        id: Id of the model, for requests; may hold slashes.
        object: Kind of the object, `model`.
        created: Creation time in seconds since 1970; some servers send the time of the call.
        owned_by: Who owns the model.
        name: Name to show (OpenRouter).
        description: What the model is good at (OpenRouter).
        context_length: Most tokens of prompt and answer together (OpenRouter).
        root: Model that an adapter belongs to, or the model itself (vLLM).
        parent: Model that an adapter was made for (vLLM).
        max_model_len: Most tokens of prompt and answer together (vLLM).
    """

    id: str
    object: str | None | Unset = UNSET
    created: int | None | Unset = UNSET
    owned_by: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    context_length: int | None | Unset = UNSET
    root: str | None | Unset = UNSET
    parent: str | None | Unset = UNSET
    max_model_len: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_object(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelObject:
        """The value of a decoded JSON object."""
        return decode_model_object(source)


_MODEL_OBJECT: Final = frozenset(
    {
        "id",
        "object",
        "created",
        "owned_by",
        "name",
        "description",
        "context_length",
        "root",
        "parent",
        "max_model_len",
    }
)


def decode_model_object(source: Any) -> ModelObject:
    """`ModelObject` of decoded JSON."""
    get = source.get
    return ModelObject(
        source["id"],
        get("object", UNSET),
        get("created", UNSET),
        get("owned_by", UNSET),
        get("name", UNSET),
        get("description", UNSET),
        get("context_length", UNSET),
        get("root", UNSET),
        get("parent", UNSET),
        get("max_model_len", UNSET),
        None if source.keys() <= _MODEL_OBJECT else extra_of(source, _MODEL_OBJECT),
    )


def encode_model_object(value: Any) -> JsonObject:
    """JSON of a `ModelObject`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.created) is not UNSET:
        result["created"] = item
    if (item := value.owned_by) is not UNSET:
        result["owned_by"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.context_length) is not UNSET:
        result["context_length"] = item
    if (item := value.root) is not UNSET:
        result["root"] = item
    if (item := value.parent) is not UNSET:
        result["parent"] = item
    if (item := value.max_model_len) is not UNSET:
        result["max_model_len"] = item
    if value.extra:
        result.update(value.extra)
    return result
