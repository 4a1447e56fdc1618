"""Models of AI DIAL: models. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_deployments_parts import (
    ModelDeployment,
    decode_model_deployment,
    encode_model_deployment,
)

__all__ = [
    "ModelList",
]


@define(eq=False, repr=False, weakref_slot=False)
class ModelList(Model):
    """
    Models the caller may use.

    Attributes:
        data: The models.
        object: Always `list`.
    """

    data: list[ModelDeployment]
    object: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelList:
        """The value of a decoded JSON object."""
        return decode_model_list(source)


_MODEL_LIST: Final = frozenset({"data", "object"})


def decode_model_list(source: Any) -> ModelList:
    """`ModelList` of decoded JSON."""
    get = source.get
    return ModelList(
        [decode_model_deployment(item) if item.__class__ is dict else item for item in value]
        if (value := source["data"]).__class__ is list
        else value,
        get("object", UNSET),
        None if source.keys() <= _MODEL_LIST else extra_of(source, _MODEL_LIST),
    )


def encode_model_list(value: Any) -> JsonObject:
    """JSON of a `ModelList`."""
    result: JsonObject = {}
    item = value.data
    result["data"] = (
        [
            encode_model_deployment(part) if isinstance(part, ModelDeployment) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.object) is not UNSET:
        result["object"] = item
    if value.extra:
        result.update(value.extra)
    return result
