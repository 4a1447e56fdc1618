"""Models of Aleph Alpha: tokens. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from attrs import define
from polyvox_core.model import JsonObject, Model, extra_of

__all__ = [
    "CreatedToken",
    "ListTokensResult",
    "TokenMetadata",
    "TokenRequest",
]


@define(eq=False, repr=False, weakref_slot=False)
class TokenMetadata(Model):
    """
    An API token, without the token itself.

    Attributes:
        description: What its owner wrote about it.
        token_id: Its id.
    """

    description: str
    token_id: int
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_token_metadata(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenMetadata:
        """The value of a decoded JSON object."""
        return decode_token_metadata(source)


_TOKEN_METADATA: Final = frozenset({"description", "token_id"})


def decode_token_metadata(source: Any) -> TokenMetadata:
    """`TokenMetadata` of decoded JSON."""
    return TokenMetadata(
        source["description"],
        source["token_id"],
        None if source.keys() <= _TOKEN_METADATA else extra_of(source, _TOKEN_METADATA),
    )


def encode_token_metadata(value: Any) -> JsonObject:
    """JSON of a `TokenMetadata`."""
    result: JsonObject = {}
    result["description"] = value.description
    result["token_id"] = value.token_id
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenRequest(Model):
    """
    An API token to create.

    Attributes:
        description: Something to remember it by.
    """

    description: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_token_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenRequest:
        """The value of a decoded JSON object."""
        return decode_token_request(source)


_TOKEN_REQUEST: Final = frozenset({"description"})


def decode_token_request(source: Any) -> TokenRequest:
    """`TokenRequest` of decoded JSON."""
    return TokenRequest(
        source["description"],
        None if source.keys() <= _TOKEN_REQUEST else extra_of(source, _TOKEN_REQUEST),
    )


def encode_token_request(value: Any) -> JsonObject:
    """JSON of a `TokenRequest`."""
    result: JsonObject = {}
    result["description"] = value.description
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CreatedToken(Model):
    """
    A new API token.

    Attributes:
        metadata: An API token, without the token itself.
        token: The token itself, a secret.
    """

    metadata: TokenMetadata
    token: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_created_token(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreatedToken:
        """The value of a decoded JSON object."""
        return decode_created_token(source)


_CREATED_TOKEN: Final = frozenset({"metadata", "token"})


def decode_created_token(source: Any) -> CreatedToken:
    """`CreatedToken` of decoded JSON."""
    return CreatedToken(
        decode_token_metadata(value) if (value := source["metadata"]).__class__ is dict else value,
        source["token"],
        None if source.keys() <= _CREATED_TOKEN else extra_of(source, _CREATED_TOKEN),
    )


def encode_created_token(value: Any) -> JsonObject:
    """JSON of a `CreatedToken`."""
    result: JsonObject = {}
    item = value.metadata
    result["metadata"] = encode_token_metadata(item) if isinstance(item, TokenMetadata) else item
    result["token"] = value.token
    if value.extra:
        result.update(value.extra)
    return result


ListTokensResult: TypeAlias = list[TokenMetadata]
"""The type `ListTokensResult`."""


def decode_list_tokens_result(source: Any) -> ListTokensResult:
    """`ListTokensResult` of decoded JSON."""
    result: ListTokensResult = (
        [decode_token_metadata(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_list_tokens_result(value: Any) -> Any:
    """JSON of a `ListTokensResult`."""
    return (
        [encode_token_metadata(item) if isinstance(item, TokenMetadata) else item for item in value]
        if value.__class__ in (list, tuple)
        else value
    )
