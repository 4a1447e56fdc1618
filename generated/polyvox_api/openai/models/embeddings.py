"""Models of OpenAI: embeddings. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "Embedding",
    "EmbeddingsRequest",
    "EmbeddingsResult",
    "EmbeddingsUsage",
    "EncodingFormat",
]


EncodingFormat: TypeAlias = Literal["float", "base64"] | str
"""Whether vectors are sent as numbers or as base64 of little-endian floats."""


@define(eq=False, repr=False, weakref_slot=False)
class EmbeddingsRequest(Model):
    """
    What to turn into vectors.

    Attributes:
        model: Id of the model.
        input: A text, texts, a list of token ids, or lists of token ids.
        encoding_format: Whether vectors are sent as numbers or as base64 of little-endian floats.
        dimensions: Length of the vectors, where the model can choose.
        user: Id of the end user, for abuse detection.
    """

    model: str
    input: str | list[str | int | list[int]]
    encoding_format: EncodingFormat | Unset = UNSET
    dimensions: int | Unset = UNSET
    user: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embeddings_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbeddingsRequest:
        """The value of a decoded JSON object."""
        return decode_embeddings_request(source)


_EMBEDDINGS_REQUEST: Final = frozenset({"model", "input", "encoding_format", "dimensions", "user"})


def decode_embeddings_request(source: Any) -> EmbeddingsRequest:
    """`EmbeddingsRequest` of decoded JSON."""
    get = source.get
    return EmbeddingsRequest(
        source["model"],
        source["input"],
        get("encoding_format", UNSET),
        get("dimensions", UNSET),
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
    if (item := value.user) is not UNSET:
        result["user"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EmbeddingsResult(Model):
    """
    The vectors.

    Attributes:
        object: Kind of the object, `list`.
        model: Name of the model that answered.
        data: One vector per input.
        usage: Tokens that a call consumed.
    """

    object: str | None | Unset = UNSET
    model: str | None | Unset = UNSET
    data: list[Embedding] | Unset = UNSET
    usage: EmbeddingsUsage | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embeddings_result(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbeddingsResult:
        """The value of a decoded JSON object."""
        return decode_embeddings_result(source)


_EMBEDDINGS_RESULT: Final = frozenset({"object", "model", "data", "usage"})


def decode_embeddings_result(source: Any) -> EmbeddingsResult:
    """`EmbeddingsResult` of decoded JSON."""
    get = source.get
    return EmbeddingsResult(
        get("object", UNSET),
        get("model", UNSET),
        [decode_embedding(item) if item.__class__ is dict else item for item in value]
        if (value := get("data", UNSET)).__class__ is list
        else value,
        decode_embeddings_usage(value)
        if (value := get("usage", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _EMBEDDINGS_RESULT else extra_of(source, _EMBEDDINGS_RESULT),
    )


def encode_embeddings_result(value: Any) -> JsonObject:
    """JSON of a `EmbeddingsResult`."""
    result: JsonObject = {}
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.data) is not UNSET:
        result["data"] = (
            [encode_embedding(part) if isinstance(part, Embedding) else part for part in item]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.usage) is not UNSET:
        result["usage"] = (
            encode_embeddings_usage(item) if isinstance(item, EmbeddingsUsage) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Embedding(Model):
    """
    The vector of one input.

    Attributes:
        object: Kind of the object, `embedding`.
        index: Position of the input.
        embedding: The vector, as numbers or as base64 of little-endian floats.
    """

    embedding: list[float] | str
    object: str | None | Unset = UNSET
    index: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embedding(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Embedding:
        """The value of a decoded JSON object."""
        return decode_embedding(source)


_EMBEDDING: Final = frozenset({"object", "index", "embedding"})


def decode_embedding(source: Any) -> Embedding:
    """`Embedding` of decoded JSON."""
    get = source.get
    return Embedding(
        source["embedding"],
        get("object", UNSET),
        get("index", UNSET),
        None if source.keys() <= _EMBEDDING else extra_of(source, _EMBEDDING),
    )


def encode_embedding(value: Any) -> JsonObject:
    """JSON of a `Embedding`."""
    result: JsonObject = {}
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.index) is not UNSET:
        result["index"] = item
    result["embedding"] = value.embedding
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class EmbeddingsUsage(Model):
    """
    Tokens that a call consumed.

    Attributes:
        prompt_tokens: Tokens of the inputs.
        total_tokens: All tokens.
    """

    prompt_tokens: int | None | Unset = UNSET
    total_tokens: int | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_embeddings_usage(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> EmbeddingsUsage:
        """The value of a decoded JSON object."""
        return decode_embeddings_usage(source)


_EMBEDDINGS_USAGE: Final = frozenset({"prompt_tokens", "total_tokens"})


def decode_embeddings_usage(source: Any) -> EmbeddingsUsage:
    """`EmbeddingsUsage` of decoded JSON."""
    get = source.get
    return EmbeddingsUsage(
        get("prompt_tokens", UNSET),
        get("total_tokens", UNSET),
        None if source.keys() <= _EMBEDDINGS_USAGE else extra_of(source, _EMBEDDINGS_USAGE),
    )


def encode_embeddings_usage(value: Any) -> JsonObject:
    """JSON of a `EmbeddingsUsage`."""
    result: JsonObject = {}
    if (item := value.prompt_tokens) is not UNSET:
        result["prompt_tokens"] = item
    if (item := value.total_tokens) is not UNSET:
        result["total_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result
