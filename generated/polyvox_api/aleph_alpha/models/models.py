"""Models of Aleph Alpha: models. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "AvailableModel",
    "CompletionType",
    "EmbeddingType",
    "ListAvailableModelsResult",
    "ListModelSettingsResult",
    "ModelSettings",
    "ModelStatus",
]


ModelStatus: TypeAlias = Literal["available", "unavailable"] | str
"""Whether a worker serves the model now."""

CompletionType: TypeAlias = Literal["none", "full"] | str
"""Whether the model completes prompts."""

EmbeddingType: TypeAlias = Literal["none", "raw", "semantic", "instructable"] | str
"""
Which operation makes embeddings with the model; `embed`, `semantic_embed`, `instructable_embed` or
none.
"""


@define(eq=False, repr=False, weakref_slot=False)
class ModelSettings(Model):
    """
    A model and what it can do.

    Attributes:
        name: Name of the model.
        status: Whether a worker serves the model now.
        description: What it is, for people.
        multimodal: Whether prompts may have images.
        max_context_size: Most tokens of prompt and completion.
        semantic_embedding: Whether it makes semantic embeddings.
        completion_type: Whether the model completes prompts.
        embedding_type: Which operation makes embeddings with the model; `embed`, `semantic_embed`,
            `instructable_embed` or none.
        aligned: Whether it was aligned.
        chat: Whether it can chat.
        prompt_template: A template for prompts.
        maximum_completion_tokens: Most tokens of a completion.
        model_card: Where more is said about it.
    """

    name: str
    status: ModelStatus | Unset = UNSET
    description: str | None | Unset = UNSET
    multimodal: bool | Unset = UNSET
    max_context_size: int | Unset = UNSET
    semantic_embedding: bool | Unset = UNSET
    completion_type: CompletionType | Unset = UNSET
    embedding_type: EmbeddingType | Unset = UNSET
    aligned: bool | Unset = UNSET
    chat: bool | Unset = UNSET
    prompt_template: str | None | Unset = UNSET
    maximum_completion_tokens: int | None | Unset = UNSET
    model_card: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_settings(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelSettings:
        """The value of a decoded JSON object."""
        return decode_model_settings(source)


_MODEL_SETTINGS: Final = frozenset(
    {
        "name",
        "status",
        "description",
        "multimodal",
        "max_context_size",
        "semantic_embedding",
        "completion_type",
        "embedding_type",
        "aligned",
        "chat",
        "prompt_template",
        "maximum_completion_tokens",
        "model_card",
    }
)


def decode_model_settings(source: Any) -> ModelSettings:
    """`ModelSettings` of decoded JSON."""
    get = source.get
    return ModelSettings(
        source["name"],
        get("status", UNSET),
        get("description", UNSET),
        get("multimodal", UNSET),
        get("max_context_size", UNSET),
        get("semantic_embedding", UNSET),
        get("completion_type", UNSET),
        get("embedding_type", UNSET),
        get("aligned", UNSET),
        get("chat", UNSET),
        get("prompt_template", UNSET),
        get("maximum_completion_tokens", UNSET),
        get("model_card", UNSET),
        None if source.keys() <= _MODEL_SETTINGS else extra_of(source, _MODEL_SETTINGS),
    )


def encode_model_settings(value: Any) -> JsonObject:
    """JSON of a `ModelSettings`."""
    result: JsonObject = {}
    result["name"] = value.name
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.multimodal) is not UNSET:
        result["multimodal"] = item
    if (item := value.max_context_size) is not UNSET:
        result["max_context_size"] = item
    if (item := value.semantic_embedding) is not UNSET:
        result["semantic_embedding"] = item
    if (item := value.completion_type) is not UNSET:
        result["completion_type"] = item
    if (item := value.embedding_type) is not UNSET:
        result["embedding_type"] = item
    if (item := value.aligned) is not UNSET:
        result["aligned"] = item
    if (item := value.chat) is not UNSET:
        result["chat"] = item
    if (item := value.prompt_template) is not UNSET:
        result["prompt_template"] = item
    if (item := value.maximum_completion_tokens) is not UNSET:
        result["maximum_completion_tokens"] = item
    if (item := value.model_card) is not UNSET:
        result["model_card"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class AvailableModel(Model):
    """
    A model that is served, in the older form.

    Attributes:
        name: Name of the model.
        description: What it is, for people.
        max_context_size: Most tokens of prompt and completion.
        hostings: Where it may be processed.
        image_support: Whether prompts may have images.
        qa_support: Whether it answers questions on documents.
        summarization_support: Whether it sums up documents.
        embedding_types: Embeddings it makes, such as `symmetric_128`.
        maximum_completion_tokens: Most tokens of a completion.
        aligned: Whether it was aligned.
    """

    name: str
    description: str | None | Unset = UNSET
    max_context_size: int | Unset = UNSET
    hostings: list[str] | Unset = UNSET
    image_support: bool | Unset = UNSET
    qa_support: bool | Unset = UNSET
    summarization_support: bool | Unset = UNSET
    embedding_types: list[str] | Unset = UNSET
    maximum_completion_tokens: int | None | Unset = UNSET
    aligned: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_available_model(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> AvailableModel:
        """The value of a decoded JSON object."""
        return decode_available_model(source)


_AVAILABLE_MODEL: Final = frozenset(
    {
        "name",
        "description",
        "max_context_size",
        "hostings",
        "image_support",
        "qa_support",
        "summarization_support",
        "embedding_types",
        "maximum_completion_tokens",
        "aligned",
    }
)


def decode_available_model(source: Any) -> AvailableModel:
    """`AvailableModel` of decoded JSON."""
    get = source.get
    return AvailableModel(
        source["name"],
        get("description", UNSET),
        get("max_context_size", UNSET),
        get("hostings", UNSET),
        get("image_support", UNSET),
        get("qa_support", UNSET),
        get("summarization_support", UNSET),
        get("embedding_types", UNSET),
        get("maximum_completion_tokens", UNSET),
        get("aligned", UNSET),
        None if source.keys() <= _AVAILABLE_MODEL else extra_of(source, _AVAILABLE_MODEL),
    )


def encode_available_model(value: Any) -> JsonObject:
    """JSON of a `AvailableModel`."""
    result: JsonObject = {}
    result["name"] = value.name
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.max_context_size) is not UNSET:
        result["max_context_size"] = item
    if (item := value.hostings) is not UNSET:
        result["hostings"] = item
    if (item := value.image_support) is not UNSET:
        result["image_support"] = item
    if (item := value.qa_support) is not UNSET:
        result["qa_support"] = item
    if (item := value.summarization_support) is not UNSET:
        result["summarization_support"] = item
    if (item := value.embedding_types) is not UNSET:
        result["embedding_types"] = item
    if (item := value.maximum_completion_tokens) is not UNSET:
        result["maximum_completion_tokens"] = item
    if (item := value.aligned) is not UNSET:
        result["aligned"] = item
    if value.extra:
        result.update(value.extra)
    return result


ListModelSettingsResult: TypeAlias = list[ModelSettings]
"""The type `ListModelSettingsResult`."""


def decode_list_model_settings_result(source: Any) -> ListModelSettingsResult:
    """`ListModelSettingsResult` of decoded JSON."""
    result: ListModelSettingsResult = (
        [decode_model_settings(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_list_model_settings_result(value: Any) -> Any:
    """JSON of a `ListModelSettingsResult`."""
    return (
        [encode_model_settings(item) if isinstance(item, ModelSettings) else item for item in value]
        if value.__class__ in (list, tuple)
        else value
    )


ListAvailableModelsResult: TypeAlias = list[AvailableModel]
"""The type `ListAvailableModelsResult`."""


def decode_list_available_models_result(source: Any) -> ListAvailableModelsResult:
    """`ListAvailableModelsResult` of decoded JSON."""
    result: ListAvailableModelsResult = (
        [decode_available_model(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_list_available_models_result(value: Any) -> Any:
    """JSON of a `ListAvailableModelsResult`."""
    return (
        [
            encode_available_model(item) if isinstance(item, AvailableModel) else item
            for item in value
        ]
        if value.__class__ in (list, tuple)
        else value
    )
