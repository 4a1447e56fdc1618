"""
Models among the deployments.

Source: aidial-client 0.18, types.model.
"""

from __future__ import annotations

from polyvox.compat.aidial_client.types.deployment import Features, features_of
from polyvox.compat.aidial_client.types.record import Record, one_of

__all__ = ["ModelCapabilities", "ModelInfo", "ModelLimits", "ModelPricing"]


class ModelCapabilities(Record, fresh={"scale_types": list}):
    """What a model can be used for."""

    scale_types: list[str]
    completion: bool | None = None
    chat_completion: bool | None = None
    embeddings: bool | None = None
    fine_tune: bool | None = None
    inference: bool | None = None


class ModelLimits(Record, shown="max_total_tokens max_prompt_tokens max_completion_tokens"):
    """How many tokens a model takes: in total, or apart for prompt and answer."""

    max_total_tokens: int | None = None
    max_prompt_tokens: int | None = None
    max_completion_tokens: int | None = None


class ModelPricing(Record, shown="unit prompt completion"):
    """What a unit costs; prices are texts."""

    unit: str = ""
    prompt: str = ""
    completion: str | None = None


class ModelInfo(
    Record,
    shown="id model",
    nested={
        "capabilities": one_of(ModelCapabilities),
        "limits": one_of(ModelLimits),
        "pricing": one_of(ModelPricing),
        "features": features_of,
    },
):
    """A model; times are seconds since 1970."""

    id: str = ""
    model: str = ""
    display_name: str | dict[str, str] | None = None
    description: str | dict[str, str] | None = None
    owner: str | None = None
    object: str | None = None
    status: str | None = None
    created_at: int | None = None
    updated_at: int | None = None
    lifecycle_status: str | None = None
    tokenizer_model: str | None = None
    embedding_dimensions: int | None = None
    capabilities: ModelCapabilities | None = None
    limits: ModelLimits | None = None
    pricing: ModelPricing | None = None
    features: Features | None = None
