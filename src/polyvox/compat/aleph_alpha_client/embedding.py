"""
Embeddings: by layer, semantic, by instruction, and in the shape that OpenAI's users know.

Requests of the older kinds send their None members as null, as the replaced library does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any, ClassVar, Literal, TypeAlias

from polyvox.compat.aleph_alpha_client.prompt import Prompt, prompt_json
from polyvox.compat.aleph_alpha_client.records import Readable, Writable

__all__ = [
    "BatchSemanticEmbeddingRequest",
    "BatchSemanticEmbeddingResponse",
    "EmbeddingRequest",
    "EmbeddingResponse",
    "EmbeddingV2Request",
    "EmbeddingV2Response",
    "EmbeddingV2ResponseData",
    "EmbeddingVector",
    "InstructableEmbeddingRequest",
    "InstructableEmbeddingResponse",
    "SemanticEmbeddingRequest",
    "SemanticEmbeddingResponse",
    "SemanticRepresentation",
    "Usage",
]

EmbeddingVector: TypeAlias = list[float]


@dataclass(frozen=True)
class EmbeddingRequest(Writable):
    """A prompt whose vectors are wanted: of these *layers* (-1 is the last), pooled like this."""

    prompt: Prompt
    layers: list[int]
    pooling: list[str]
    type: str | None = None
    tokens: bool = False
    normalize: bool = False
    contextual_control_threshold: float | None = None
    control_log_additive: bool | None = True

    _sends_nulls: ClassVar[bool] = True

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**super().to_json(), "prompt": prompt_json(self.prompt)}


@dataclass(frozen=True)
class EmbeddingResponse:
    """Vectors by layer and pooling, such as `("layer_40", "mean")`."""

    model_version: str
    num_tokens_prompt_total: int
    embeddings: dict[tuple[str, str], EmbeddingVector] | None
    tokens: list[str] | None
    message: str | None = None

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> EmbeddingResponse:
        """The answer in *json*."""
        vectors = {
            (layer, pooling): vector
            for layer, by_pooling in json["embeddings"].items()
            for pooling, vector in by_pooling.items()
        }
        return EmbeddingResponse(
            json["model_version"],
            json["num_tokens_prompt_total"],
            vectors,
            json.get("tokens"),
            json.get("message"),
        )


class SemanticRepresentation(Enum):
    """What a vector is compared with: equals, or queries with documents."""

    Symmetric = "symmetric"
    Document = "document"
    Query = "query"


@dataclass(frozen=True)
class SemanticEmbeddingRequest(Writable):
    """A prompt whose meaning is wanted as a vector."""

    prompt: Prompt
    representation: SemanticRepresentation
    compress_to_size: int | None = None
    normalize: bool = False
    contextual_control_threshold: float | None = None
    control_log_additive: bool | None = True

    _sends_nulls: ClassVar[bool] = True

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**super().to_json(), "prompt": prompt_json(self.prompt)}


@dataclass(frozen=True)
class BatchSemanticEmbeddingRequest(Writable):
    """Prompts whose meanings are wanted as vectors, in their order."""

    prompts: Sequence[Prompt]
    representation: SemanticRepresentation
    compress_to_size: int | None = None
    normalize: bool = False
    contextual_control_threshold: float | None = None
    control_log_additive: bool | None = True

    _sends_nulls: ClassVar[bool] = True

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**super().to_json(), "prompts": [prompt_json(one) for one in self.prompts]}


@dataclass(frozen=True)
class InstructableEmbeddingRequest(Writable):
    """A prompt whose vector is wanted, and what to attend to in it."""

    input: Prompt
    instruction: str
    normalize: bool = False
    contextual_control_threshold: float | None = None
    control_log_additive: bool | None = True

    _sends_nulls: ClassVar[bool] = True

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**super().to_json(), "input": prompt_json(self.input)}


@dataclass(frozen=True)
class SemanticEmbeddingResponse(Readable):
    """One vector."""

    model_version: str
    embedding: EmbeddingVector
    num_tokens_prompt_total: int
    message: str | None = None


@dataclass(frozen=True)
class InstructableEmbeddingResponse(Readable):
    """One vector."""

    model_version: str
    embedding: EmbeddingVector
    num_tokens_prompt_total: int
    message: str | None = None


@dataclass(frozen=True)
class BatchSemanticEmbeddingResponse(Readable):
    """Vectors in the order of the prompts."""

    model_version: str
    embeddings: Sequence[EmbeddingVector]
    num_tokens_prompt_total: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**asdict(self), "embeddings": list(self.embeddings)}


@dataclass(frozen=True)
class EmbeddingV2Request(Writable):
    """Texts or token ids whose vectors are wanted, in OpenAI's shape."""

    input: str | list[str] | list[int] | list[list[int]]
    dimensions: int | None = None
    encoding_format: Literal["float", "base64"] | None = None


@dataclass(frozen=True)
class Usage(Readable):
    """Tokens of an embedding."""

    prompt_tokens: int
    total_tokens: int


@dataclass(frozen=True)
class EmbeddingV2ResponseData(Readable):
    """The vector of the input number *index*; base64 as it came, if that was asked for."""

    object: str
    embedding: list[float]
    index: int


@dataclass(frozen=True)
class EmbeddingV2Response:
    """Vectors in OpenAI's shape."""

    object: str
    data: list[EmbeddingV2ResponseData]
    model: str
    usage: Usage

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> EmbeddingV2Response:
        """The answer in *json*."""
        return EmbeddingV2Response(
            json["object"],
            [EmbeddingV2ResponseData.from_json(one) for one in json["data"]],
            json["model"],
            Usage.from_json(json["usage"]),
        )
