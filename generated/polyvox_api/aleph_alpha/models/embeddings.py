"""Models of Aleph Alpha: embeddings. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import (
    Hosting,
    Prompt,
    TokenUsage,
    decode_prompt,
    decode_token_usage,
    encode_prompt,
    encode_token_usage,
)

__all__ = [
    "BatchEmbeddingResponse",
    "BatchSemanticEmbedRequest",
    "EmbedRequest",
    "EmbedResponse",
    "EmbeddingEntry",
    "EmbeddingResponse",
    "EmbeddingsRequest",
    "EmbeddingsResponse",
    "EncodingFormat",
    "InstructableEmbedRequest",
    "LayerEmbeddings",
    "PooledEmbeddings",
    "Pooling",
    "SemanticEmbedRequest",
    "SemanticRepresentation",
]


EncodingFormat: TypeAlias = Literal["float", "base64"] | str
"""How vectors are written."""

Pooling: TypeAlias = Literal["mean", "weighted_mean", "max", "last_token", "abs_max"] | str
"""How the vectors of the tokens become one."""

SemanticRepresentation: TypeAlias = Literal["symmetric", "document", "query"] | str
"""What a vector is for; a `query` is compared with a `document`, `symmetric` with its like."""


@define(eq=False, repr=False, weakref_slot=False)
class EmbeddingsRequest(Model):
    """
    Texts to turn into vectors, in the OpenAI form.

    Attributes:
        model: Name of the model.
        input: A text, texts, the tokens of a text, or those of several.
        encoding_format: How vectors are written.
        dimensions: Length of each vector, where the model can.
        hosting: Where the request may be processed; the vendor's client sends it, this operation
            does not describe it.
        tags: Undescribed labels that the vendor's client can send.
        user: Rejected by the service.
    """

    model: str
    input: str | list[str | int | list[int]]
    encoding_format: EncodingFormat | Unset = UNSET
    dimensions: int | Unset = UNSET
    hosting: Hosting | None | Unset = UNSET
    tags: list[str] | Unset = UNSET
    user: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embeddings_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbeddingsRequest:
        """The value of a decoded JSON object."""
        return decode_embeddings_request(source)


_EMBEDDINGS_REQUEST: Final = frozenset(
    {"model", "input", "encoding_format", "dimensions", "hosting", "tags", "user"}
)


def decode_embeddings_request(source: Any) -> EmbeddingsRequest:
    """`EmbeddingsRequest` of decoded JSON."""
    get = source.get
    return EmbeddingsRequest(
        source["model"],
        source["input"],
        get("encoding_format", UNSET),
        get("dimensions", UNSET),
        get("hosting", UNSET),
        get("tags", UNSET),
        get("user", UNSET),
        None if source.keys() <= _EMBEDDINGS_REQUEST else extra_of(source, _EMBEDDINGS_REQUEST),
    )


def encode_embeddings_request(value: Any) -> JsonObject:
    """JSON of a `EmbeddingsRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    result["input"] = value.input
    if (item := value.encoding_format) is not UNSET:
        result["encoding_format"] = item
    if (item := value.dimensions) is not UNSET:
        result["dimensions"] = item
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if (item := value.user) is not UNSET:
        result["user"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EmbeddingsResponse(Model):
    """
    Vectors, in the OpenAI form.

    Attributes:
        object: Always `list`.
        data: One vector per input.
        model: Name of the model.
        usage: Tokens that a request took.
    """

    data: list[EmbeddingEntry]
    object: str | Unset = UNSET
    model: str | Unset = UNSET
    usage: TokenUsage | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embeddings_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbeddingsResponse:
        """The value of a decoded JSON object."""
        return decode_embeddings_response(source)


_EMBEDDINGS_RESPONSE: Final = frozenset({"object", "data", "model", "usage"})


def decode_embeddings_response(source: Any) -> EmbeddingsResponse:
    """`EmbeddingsResponse` of decoded JSON."""
    get = source.get
    return EmbeddingsResponse(
        [decode_embedding_entry(item) if item.__class__ is dict else item for item in value]
        if (value := source["data"]).__class__ is list
        else value,
        get("object", UNSET),
        get("model", UNSET),
        decode_token_usage(value) if (value := get("usage", UNSET)).__class__ is dict else value,
        None if source.keys() <= _EMBEDDINGS_RESPONSE else extra_of(source, _EMBEDDINGS_RESPONSE),
    )


def encode_embeddings_response(value: Any) -> JsonObject:
    """JSON of a `EmbeddingsResponse`."""
    result: JsonObject = {}
    if (item := value.object) is not UNSET:
        result["object"] = item
    item = value.data
    result["data"] = (
        [
            encode_embedding_entry(part) if isinstance(part, EmbeddingEntry) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.usage) is not UNSET:
        result["usage"] = encode_token_usage(item) if isinstance(item, TokenUsage) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EmbeddingEntry(Model):
    """
    One vector.

    Attributes:
        object: Always `embedding`.
        embedding: The numbers, or base64.
        index: Position of its input.
    """

    embedding: list[float] | str
    object: str | Unset = UNSET
    index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embedding_entry(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbeddingEntry:
        """The value of a decoded JSON object."""
        return decode_embedding_entry(source)


_EMBEDDING_ENTRY: Final = frozenset({"object", "embedding", "index"})


def decode_embedding_entry(source: Any) -> EmbeddingEntry:
    """`EmbeddingEntry` of decoded JSON."""
    get = source.get
    return EmbeddingEntry(
        source["embedding"],
        get("object", UNSET),
        get("index", UNSET),
        None if source.keys() <= _EMBEDDING_ENTRY else extra_of(source, _EMBEDDING_ENTRY),
    )


def encode_embedding_entry(value: Any) -> JsonObject:
    """JSON of a `EmbeddingEntry`."""
    result: JsonObject = {}
    if (item := value.object) is not UNSET:
        result["object"] = item
    result["embedding"] = value.embedding
    if (item := value.index) is not UNSET:
        result["index"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EmbedRequest(Model):
    """
    A prompt to turn into vectors of chosen layers.

    Attributes:
        model: Name of the model.
        hosting: Where the request may be processed; anywhere when null.
        prompt: A text, or items that are joined to one prompt.
        layers: Layers to read: 0 is the input, -1 the last layer.
        tokens: Whether to return the tokens of the prompt.
        pooling: How the vectors of the tokens become one.
        type: Kind of the embedding; to be left null.
        normalize: Whether vectors get the length 1.
        contextual_control_threshold: Likeness from which controls hold for other tokens, too.
        control_log_additive: Whether controls add the logarithm of their factor; true when absent.
        tags: Undescribed labels that the vendor's client can send.
    """

    model: str
    prompt: Prompt
    hosting: Hosting | None | Unset = UNSET
    layers: list[int] | Unset = UNSET
    tokens: bool | None | Unset = UNSET
    pooling: list[Pooling] | Unset = UNSET
    type: str | None | Unset = UNSET
    normalize: bool | Unset = UNSET
    contextual_control_threshold: float | None | Unset = UNSET
    control_log_additive: bool | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embed_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbedRequest:
        """The value of a decoded JSON object."""
        return decode_embed_request(source)


_EMBED_REQUEST: Final = frozenset(
    {
        "model",
        "hosting",
        "prompt",
        "layers",
        "tokens",
        "pooling",
        "type",
        "normalize",
        "contextual_control_threshold",
        "control_log_additive",
        "tags",
    }
)


def decode_embed_request(source: Any) -> EmbedRequest:
    """`EmbedRequest` of decoded JSON."""
    get = source.get
    return EmbedRequest(
        source["model"],
        decode_prompt(source["prompt"]),
        get("hosting", UNSET),
        get("layers", UNSET),
        get("tokens", UNSET),
        get("pooling", UNSET),
        get("type", UNSET),
        get("normalize", UNSET),
        get("contextual_control_threshold", UNSET),
        get("control_log_additive", UNSET),
        get("tags", UNSET),
        None if source.keys() <= _EMBED_REQUEST else extra_of(source, _EMBED_REQUEST),
    )


def encode_embed_request(value: Any) -> JsonObject:
    """JSON of a `EmbedRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    item = value.prompt
    result["prompt"] = encode_prompt(item)
    if (item := value.layers) is not UNSET:
        result["layers"] = item
    if (item := value.tokens) is not UNSET:
        result["tokens"] = item
    if (item := value.pooling) is not UNSET:
        result["pooling"] = item
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.normalize) is not UNSET:
        result["normalize"] = item
    if (item := value.contextual_control_threshold) is not UNSET:
        result["contextual_control_threshold"] = item
    if (item := value.control_log_additive) is not UNSET:
        result["control_log_additive"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EmbedResponse(Model):
    """
    Vectors of chosen layers.

    Attributes:
        model_version: Version of the model.
        embeddings: Vectors by layer, such as `layer_40`.
        tokens: Tokens of the prompt, when asked for.
        num_tokens_prompt_total: Tokens of the prompt.
    """

    embeddings: LayerEmbeddings | None
    model_version: str | Unset = UNSET
    tokens: list[str] | None | Unset = UNSET
    num_tokens_prompt_total: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embed_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbedResponse:
        """The value of a decoded JSON object."""
        return decode_embed_response(source)


_EMBED_RESPONSE: Final = frozenset(
    {"model_version", "embeddings", "tokens", "num_tokens_prompt_total"}
)


def decode_embed_response(source: Any) -> EmbedResponse:
    """`EmbedResponse` of decoded JSON."""
    get = source.get
    return EmbedResponse(
        source["embeddings"],
        get("model_version", UNSET),
        get("tokens", UNSET),
        get("num_tokens_prompt_total", UNSET),
        None if source.keys() <= _EMBED_RESPONSE else extra_of(source, _EMBED_RESPONSE),
    )


def encode_embed_response(value: Any) -> JsonObject:
    """JSON of a `EmbedResponse`."""
    result: JsonObject = {}
    if (item := value.model_version) is not UNSET:
        result["model_version"] = item
    result["embeddings"] = value.embeddings
    if (item := value.tokens) is not UNSET:
        result["tokens"] = item
    if (item := value.num_tokens_prompt_total) is not UNSET:
        result["num_tokens_prompt_total"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class SemanticEmbedRequest(Model):
    """
    A prompt to turn into a vector.

    Attributes:
        model: Name of the model; the service has a default.
        hosting: Where the request may be processed; anywhere when null.
        prompt: A text, or items that are joined to one prompt.
        representation: What a vector is for; a `query` is compared with a `document`, `symmetric`
            with its like.
        compress_to_size: Length of the vector; 128, or null for all of it.
        normalize: Whether the vector gets the length 1.
        contextual_control_threshold: Likeness from which controls hold for other tokens, too.
        control_log_additive: Whether controls add the logarithm of their factor; true when absent.
        tags: Undescribed labels that the vendor's client can send.
    """

    prompt: Prompt
    representation: SemanticRepresentation
    model: str | Unset = UNSET
    hosting: Hosting | None | Unset = UNSET
    compress_to_size: int | None | Unset = UNSET
    normalize: bool | Unset = UNSET
    contextual_control_threshold: float | None | Unset = UNSET
    control_log_additive: bool | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_semantic_embed_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SemanticEmbedRequest:
        """The value of a decoded JSON object."""
        return decode_semantic_embed_request(source)


_SEMANTIC_EMBED_REQUEST: Final = frozenset(
    {
        "model",
        "hosting",
        "prompt",
        "representation",
        "compress_to_size",
        "normalize",
        "contextual_control_threshold",
        "control_log_additive",
        "tags",
    }
)


def decode_semantic_embed_request(source: Any) -> SemanticEmbedRequest:
    """`SemanticEmbedRequest` of decoded JSON."""
    get = source.get
    return SemanticEmbedRequest(
        decode_prompt(source["prompt"]),
        source["representation"],
        get("model", UNSET),
        get("hosting", UNSET),
        get("compress_to_size", UNSET),
        get("normalize", UNSET),
        get("contextual_control_threshold", UNSET),
        get("control_log_additive", UNSET),
        get("tags", UNSET),
        None
        if source.keys() <= _SEMANTIC_EMBED_REQUEST
        else extra_of(source, _SEMANTIC_EMBED_REQUEST),
    )


def encode_semantic_embed_request(value: Any) -> JsonObject:
    """JSON of a `SemanticEmbedRequest`."""
    result: JsonObject = {}
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    item = value.prompt
    result["prompt"] = encode_prompt(item)
    result["representation"] = value.representation
    if (item := value.compress_to_size) is not UNSET:
        result["compress_to_size"] = item
    if (item := value.normalize) is not UNSET:
        result["normalize"] = item
    if (item := value.contextual_control_threshold) is not UNSET:
        result["contextual_control_threshold"] = item
    if (item := value.control_log_additive) is not UNSET:
        result["control_log_additive"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class BatchSemanticEmbedRequest(Model):
    """
    Prompts to turn into vectors.

    Attributes:
        model: Name of the model; the service has a default.
        hosting: Where the request may be processed; anywhere when null.
        prompts: The prompts, up to 100.
        representation: What a vector is for; a `query` is compared with a `document`, `symmetric`
            with its like.
        compress_to_size: Length of the vectors; 128, or null for all of them.
        normalize: Whether vectors get the length 1.
        contextual_control_threshold: Likeness from which controls hold for other tokens, too.
        control_log_additive: Whether controls add the logarithm of their factor; true when absent.
        tags: Undescribed labels that the vendor's client can send.
    """

    prompts: list[Prompt]
    representation: SemanticRepresentation
    model: str | Unset = UNSET
    hosting: Hosting | None | Unset = UNSET
    compress_to_size: int | None | Unset = UNSET
    normalize: bool | Unset = UNSET
    contextual_control_threshold: float | None | Unset = UNSET
    control_log_additive: bool | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_batch_semantic_embed_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> BatchSemanticEmbedRequest:
        """The value of a decoded JSON object."""
        return decode_batch_semantic_embed_request(source)


_BATCH_SEMANTIC_EMBED_REQUEST: Final = frozenset(
    {
        "model",
        "hosting",
        "prompts",
        "representation",
        "compress_to_size",
        "normalize",
        "contextual_control_threshold",
        "control_log_additive",
        "tags",
    }
)


def decode_batch_semantic_embed_request(source: Any) -> BatchSemanticEmbedRequest:
    """`BatchSemanticEmbedRequest` of decoded JSON."""
    get = source.get
    return BatchSemanticEmbedRequest(
        [decode_prompt(item) for item in value]
        if (value := source["prompts"]).__class__ is list
        else value,
        source["representation"],
        get("model", UNSET),
        get("hosting", UNSET),
        get("compress_to_size", UNSET),
        get("normalize", UNSET),
        get("contextual_control_threshold", UNSET),
        get("control_log_additive", UNSET),
        get("tags", UNSET),
        None
        if source.keys() <= _BATCH_SEMANTIC_EMBED_REQUEST
        else extra_of(source, _BATCH_SEMANTIC_EMBED_REQUEST),
    )


def encode_batch_semantic_embed_request(value: Any) -> JsonObject:
    """JSON of a `BatchSemanticEmbedRequest`."""
    result: JsonObject = {}
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    item = value.prompts
    result["prompts"] = (
        [encode_prompt(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    result["representation"] = value.representation
    if (item := value.compress_to_size) is not UNSET:
        result["compress_to_size"] = item
    if (item := value.normalize) is not UNSET:
        result["normalize"] = item
    if (item := value.contextual_control_threshold) is not UNSET:
        result["contextual_control_threshold"] = item
    if (item := value.control_log_additive) is not UNSET:
        result["control_log_additive"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class InstructableEmbedRequest(Model):
    """
    A prompt to turn into a vector, and an instruction how.

    Attributes:
        model: Name of the model; the service has a default.
        hosting: Where the request may be processed; anywhere when null.
        input: A text, or items that are joined to one prompt.
        instruction: What the vector is for; may be empty.
        normalize: Whether the vector gets the length 1.
        contextual_control_threshold: Likeness from which controls hold for other tokens, too.
        control_log_additive: Whether controls add the logarithm of their factor; true when absent.
        tags: Undescribed labels that the vendor's client can send.
    """

    input: Prompt
    instruction: str
    model: str | Unset = UNSET
    hosting: Hosting | None | Unset = UNSET
    normalize: bool | Unset = UNSET
    contextual_control_threshold: float | None | Unset = UNSET
    control_log_additive: bool | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_instructable_embed_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> InstructableEmbedRequest:
        """The value of a decoded JSON object."""
        return decode_instructable_embed_request(source)


_INSTRUCTABLE_EMBED_REQUEST: Final = frozenset(
    {
        "model",
        "hosting",
        "input",
        "instruction",
        "normalize",
        "contextual_control_threshold",
        "control_log_additive",
        "tags",
    }
)


def decode_instructable_embed_request(source: Any) -> InstructableEmbedRequest:
    """`InstructableEmbedRequest` of decoded JSON."""
    get = source.get
    return InstructableEmbedRequest(
        decode_prompt(source["input"]),
        source["instruction"],
        get("model", UNSET),
        get("hosting", UNSET),
        get("normalize", UNSET),
        get("contextual_control_threshold", UNSET),
        get("control_log_additive", UNSET),
        get("tags", UNSET),
        None
        if source.keys() <= _INSTRUCTABLE_EMBED_REQUEST
        else extra_of(source, _INSTRUCTABLE_EMBED_REQUEST),
    )


def encode_instructable_embed_request(value: Any) -> JsonObject:
    """JSON of a `InstructableEmbedRequest`."""
    result: JsonObject = {}
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    item = value.input
    result["input"] = encode_prompt(item)
    result["instruction"] = value.instruction
    if (item := value.normalize) is not UNSET:
        result["normalize"] = item
    if (item := value.contextual_control_threshold) is not UNSET:
        result["contextual_control_threshold"] = item
    if (item := value.control_log_additive) is not UNSET:
        result["control_log_additive"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EmbeddingResponse(Model):
    """
    The vector of a prompt.

    Attributes:
        model_version: Version of the model.
        embedding: The vector.
        num_tokens_prompt_total: Tokens of the prompt.
    """

    embedding: list[float]
    model_version: str | Unset = UNSET
    num_tokens_prompt_total: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embedding_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbeddingResponse:
        """The value of a decoded JSON object."""
        return decode_embedding_response(source)


_EMBEDDING_RESPONSE: Final = frozenset({"model_version", "embedding", "num_tokens_prompt_total"})


def decode_embedding_response(source: Any) -> EmbeddingResponse:
    """`EmbeddingResponse` of decoded JSON."""
    get = source.get
    return EmbeddingResponse(
        source["embedding"],
        get("model_version", UNSET),
        get("num_tokens_prompt_total", UNSET),
        None if source.keys() <= _EMBEDDING_RESPONSE else extra_of(source, _EMBEDDING_RESPONSE),
    )


def encode_embedding_response(value: Any) -> JsonObject:
    """JSON of a `EmbeddingResponse`."""
    result: JsonObject = {}
    if (item := value.model_version) is not UNSET:
        result["model_version"] = item
    result["embedding"] = value.embedding
    if (item := value.num_tokens_prompt_total) is not UNSET:
        result["num_tokens_prompt_total"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class BatchEmbeddingResponse(Model):
    """
    The vectors of several prompts.

    Attributes:
        model_version: Version of the model.
        embeddings: One vector per prompt, in order.
        num_tokens_prompt_total: Tokens of all prompts.
    """

    embeddings: list[list[float]]
    model_version: str | Unset = UNSET
    num_tokens_prompt_total: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_batch_embedding_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> BatchEmbeddingResponse:
        """The value of a decoded JSON object."""
        return decode_batch_embedding_response(source)


_BATCH_EMBEDDING_RESPONSE: Final = frozenset(
    {"model_version", "embeddings", "num_tokens_prompt_total"}
)


def decode_batch_embedding_response(source: Any) -> BatchEmbeddingResponse:
    """`BatchEmbeddingResponse` of decoded JSON."""
    get = source.get
    return BatchEmbeddingResponse(
        source["embeddings"],
        get("model_version", UNSET),
        get("num_tokens_prompt_total", UNSET),
        None
        if source.keys() <= _BATCH_EMBEDDING_RESPONSE
        else extra_of(source, _BATCH_EMBEDDING_RESPONSE),
    )


def encode_batch_embedding_response(value: Any) -> JsonObject:
    """JSON of a `BatchEmbeddingResponse`."""
    result: JsonObject = {}
    if (item := value.model_version) is not UNSET:
        result["model_version"] = item
    result["embeddings"] = value.embeddings
    if (item := value.num_tokens_prompt_total) is not UNSET:
        result["num_tokens_prompt_total"] = item
    if value.extra:
        result.update(value.extra)
    return result


PooledEmbeddings: TypeAlias = dict[str, list[float]]
"""Vectors by pooling, such as `mean`."""


LayerEmbeddings: TypeAlias = dict[str, PooledEmbeddings]
"""Vectors by layer, such as `layer_40`."""
