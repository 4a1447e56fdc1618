"""Operations of Aleph Alpha: tokenization. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.tokenization import (
        DetokenizationRequest,
        DetokenizationResponse,
        TokenizationRequest,
        TokenizationResponse,
    )

__all__ = [
    "AsyncTokenizationOperations",
    "DETOKENIZE",
    "TOKENIZE",
    "TokenizationOperations",
]

TOKENIZE: Operation[TokenizationResponse] = Operation(
    id="tokenize",
    method="POST",
    path="/tokenize",
    decode=late(__name__, "..models.tokenization", "decode_tokenization_response"),
    body="json",
    encode=late(__name__, "..models.tokenization", "encode_tokenization_request"),
)
DETOKENIZE: Operation[DetokenizationResponse] = Operation(
    id="detokenize",
    method="POST",
    path="/detokenize",
    decode=late(__name__, "..models.tokenization", "decode_detokenization_response"),
    body="json",
    encode=late(__name__, "..models.tokenization", "encode_detokenization_request"),
)


class TokenizationOperations:
    """Texts to tokens and back."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def tokenize(
        self,
        *,
        body: TokenizationRequest,
        options: CallOptions | None = None,
    ) -> TokenizationResponse:
        """
        Split a text into tokens.

        Returns the tokens, their ids, or both, as asked for; what was not asked for is left out.
        Texts of tokens may have marks of the tokenizer, such as `Ġ` for a space.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The tokens.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, tokenize; aleph-alpha-client 11.5.1 and its recorded traffic
        (2025).
        """
        return self._client.call(TOKENIZE, {}, body, options)

    def detokenize(
        self,
        *,
        body: DetokenizationRequest,
        options: CallOptions | None = None,
    ) -> DetokenizationResponse:
        """
        Join tokens to a text.

        Returns the text that the token ids stand for, with the leading space that the tokenizer may
        add.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The text.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, detokenize; aleph-alpha-client 11.5.1 and its recorded
        traffic (2025).
        """
        return self._client.call(DETOKENIZE, {}, body, options)


class AsyncTokenizationOperations:
    """Same as `TokenizationOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def tokenize(
        self,
        *,
        body: TokenizationRequest,
        options: CallOptions | None = None,
    ) -> TokenizationResponse:
        """Same as `TokenizationOperations.tokenize`."""
        return await self._client.call(TOKENIZE, {}, body, options)

    async def detokenize(
        self,
        *,
        body: DetokenizationRequest,
        options: CallOptions | None = None,
    ) -> DetokenizationResponse:
        """Same as `TokenizationOperations.detokenize`."""
        return await self._client.call(DETOKENIZE, {}, body, options)
