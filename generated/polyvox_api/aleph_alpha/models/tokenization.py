"""Models of Aleph Alpha: tokenization. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared import Hosting

__all__ = [
    "DetokenizationRequest",
    "DetokenizationResponse",
    "TokenizationRequest",
    "TokenizationResponse",
]


@define(eq=False, repr=False, weakref_slot=False)
class TokenizationRequest(Model):
    """
    A text to split.

    Attributes:
        model: Name of the model.
        prompt: The text.
        tokens: Whether to return the tokens as texts.
        token_ids: Whether to return their ids.
        hosting: Where the request may be processed; the vendor's client sends it, this operation
            does not describe it.
        tags: Undescribed labels that the vendor's client can send.
    """

    model: str
    prompt: str
    tokens: bool
    token_ids: bool
    hosting: Hosting | None | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tokenization_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenizationRequest:
        """The value of a decoded JSON object."""
        return decode_tokenization_request(source)


_TOKENIZATION_REQUEST: Final = frozenset(
    {"model", "prompt", "tokens", "token_ids", "hosting", "tags"}
)


def decode_tokenization_request(source: Any) -> TokenizationRequest:
    """`TokenizationRequest` of decoded JSON."""
    get = source.get
    return TokenizationRequest(
        source["model"],
        source["prompt"],
        source["tokens"],
        source["token_ids"],
        get("hosting", UNSET),
        get("tags", UNSET),
        None if source.keys() <= _TOKENIZATION_REQUEST else extra_of(source, _TOKENIZATION_REQUEST),
    )


def encode_tokenization_request(value: Any) -> JsonObject:
    """JSON of a `TokenizationRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    result["prompt"] = value.prompt
    result["tokens"] = value.tokens
    result["token_ids"] = value.token_ids
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenizationResponse(Model):
    """
    The tokens of a text.

    Attributes:
        tokens: The tokens as texts, when asked for.
        token_ids: Their ids, when asked for.
    """

    tokens: list[str] | None | Unset = UNSET
    token_ids: list[int] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tokenization_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenizationResponse:
        """The value of a decoded JSON object."""
        return decode_tokenization_response(source)


_TOKENIZATION_RESPONSE: Final = frozenset({"tokens", "token_ids"})


def decode_tokenization_response(source: Any) -> TokenizationResponse:
    """`TokenizationResponse` of decoded JSON."""
    get = source.get
    return TokenizationResponse(
        get("tokens", UNSET),
        get("token_ids", UNSET),
        None
        if source.keys() <= _TOKENIZATION_RESPONSE
        else extra_of(source, _TOKENIZATION_RESPONSE),
    )


def encode_tokenization_response(value: Any) -> JsonObject:
    """JSON of a `TokenizationResponse`."""
    result: JsonObject = {}
    if (item := value.tokens) is not UNSET:
        result["tokens"] = item
    if (item := value.token_ids) is not UNSET:
        result["token_ids"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DetokenizationRequest(Model):
    """
    Tokens to join.

    Attributes:
        model: Name of the model.
        token_ids: Ids of the tokens.
        hosting: Where the request may be processed; the vendor's client sends it, this operation
            does not describe it.
        tags: Undescribed labels that the vendor's client can send.
    """

    model: str
    token_ids: list[int]
    hosting: Hosting | None | Unset = UNSET
    tags: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_detokenization_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DetokenizationRequest:
        """The value of a decoded JSON object."""
        return decode_detokenization_request(source)


_DETOKENIZATION_REQUEST: Final = frozenset({"model", "token_ids", "hosting", "tags"})


def decode_detokenization_request(source: Any) -> DetokenizationRequest:
    """`DetokenizationRequest` of decoded JSON."""
    get = source.get
    return DetokenizationRequest(
        source["model"],
        source["token_ids"],
        get("hosting", UNSET),
        get("tags", UNSET),
        None
        if source.keys() <= _DETOKENIZATION_REQUEST
        else extra_of(source, _DETOKENIZATION_REQUEST),
    )


def encode_detokenization_request(value: Any) -> JsonObject:
    """JSON of a `DetokenizationRequest`."""
    result: JsonObject = {}
    result["model"] = value.model
    result["token_ids"] = value.token_ids
    if (item := value.hosting) is not UNSET:
        result["hosting"] = item
    if (item := value.tags) is not UNSET:
        result["tags"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DetokenizationResponse(Model):
    """
    The text of tokens.

    Attributes:
        result: The text.
    """

    result: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_detokenization_response(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DetokenizationResponse:
        """The value of a decoded JSON object."""
        return decode_detokenization_response(source)


_DETOKENIZATION_RESPONSE: Final = frozenset({"result"})


def decode_detokenization_response(source: Any) -> DetokenizationResponse:
    """`DetokenizationResponse` of decoded JSON."""
    return DetokenizationResponse(
        source["result"],
        None
        if source.keys() <= _DETOKENIZATION_RESPONSE
        else extra_of(source, _DETOKENIZATION_RESPONSE),
    )


def encode_detokenization_response(value: Any) -> JsonObject:
    """JSON of a `DetokenizationResponse`."""
    result: JsonObject = {}
    result["result"] = value.result
    if value.extra:
        result.update(value.extra)
    return result
