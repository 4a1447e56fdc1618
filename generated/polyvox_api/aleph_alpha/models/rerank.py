"""Models of Aleph Alpha: rerank. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import Hosting, TokenUsage, decode_token_usage, encode_token_usage

__all__ = [
    "RerankRequest",
    "RerankResponse",
    "RerankResult",
]


@define(eq=False, repr=False, weakref_slot=False)
class RerankRequest(Model):
    """
    Documents to order.

    Attributes:
        model: Name of the model.
        query: What is looked for.
        documents: The documents as texts.
        top_n: Number of results to return; all when absent.
        hosting: Where the request may be processed; the vendor's client sends it, this operation
            does not describe it.
        tags: Undescribed labels that the vendor's client can send.
    """

    model: str
    query: str
    documents: list[str]
    top_n: int | None | Unset = UNSET
    hosting: Hosting | None | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_rerank_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RerankRequest:
        """The value of a decoded JSON object."""
        return decode_rerank_request(source)


_RERANK_REQUEST: Final = frozenset({"model", "query", "documents", "top_n", "hosting", "tags"})


def decode_rerank_request(source: Any) -> RerankRequest:
    """`RerankRequest` of decoded JSON."""
    get = source.get
    return RerankRequest(
        source["model"],
        source["query"],
        source["documents"],
        get("top_n", UNSET),
        get("hosting", UNSET),
        get("tags", UNSET),
        None if source.keys() <= _RERANK_REQUEST else extra_of(source, _RERANK_REQUEST),
    )


def encode_rerank_request(value: Any) -> JsonObject:
    """JSON of a `RerankRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    result["query"] = value.query
    result["documents"] = value.documents
    if (item := value.top_n) is not UNSET:
        result["top_n"] = item
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class RerankResponse(Model):
    """
    Documents by relevance.

    Attributes:
        results: The most relevant first.
        usage: Tokens that a request took.
    """

    results: list[RerankResult]
    usage: TokenUsage | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_rerank_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RerankResponse:
        """The value of a decoded JSON object."""
        return decode_rerank_response(source)


_RERANK_RESPONSE: Final = frozenset({"results", "usage"})


def decode_rerank_response(source: Any) -> RerankResponse:
    """`RerankResponse` of decoded JSON."""
    get = source.get
    return RerankResponse(
        [decode_rerank_result(item) if item.__class__ is dict else item for item in value]
        if (value := source["results"]).__class__ is list
        else value,
        decode_token_usage(value) if (value := get("usage", UNSET)).__class__ is dict else value,
        None if source.keys() <= _RERANK_RESPONSE else extra_of(source, _RERANK_RESPONSE),
    )


def encode_rerank_response(value: Any) -> JsonObject:
    """JSON of a `RerankResponse`."""
    result: JsonObject = {}
    item = value.results
    result["results"] = (
        [encode_rerank_result(part) if isinstance(part, RerankResult) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.usage) is not UNSET:
        result["usage"] = encode_token_usage(item) if isinstance(item, TokenUsage) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class RerankResult(Model):
    """
    One document and its relevance.

    Attributes:
        index: Position of the document in the request.
        relevance_score: Relevance; the higher, the better.
    """

    index: int
    relevance_score: float
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_rerank_result(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RerankResult:
        """The value of a decoded JSON object."""
        return decode_rerank_result(source)


_RERANK_RESULT: Final = frozenset({"index", "relevance_score"})


def decode_rerank_result(source: Any) -> RerankResult:
    """`RerankResult` of decoded JSON."""
    return RerankResult(
        source["index"],
        source["relevance_score"],
        None if source.keys() <= _RERANK_RESULT else extra_of(source, _RERANK_RESULT),
    )


def encode_rerank_result(value: Any) -> JsonObject:
    """JSON of a `RerankResult`."""
    result: JsonObject = {}
    result["index"] = value.index
    result["relevance_score"] = value.relevance_score
    if value.extra:
        result.update(value.extra)
    return result
