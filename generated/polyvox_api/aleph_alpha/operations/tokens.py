"""Operations of Aleph Alpha: tokens. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, Parameter, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.tokens import CreatedToken, ListTokensResult, TokenRequest

__all__ = [
    "AsyncTokensOperations",
    "CREATE_TOKEN",
    "DELETE_TOKEN",
    "LIST_TOKENS",
    "TokensOperations",
]

LIST_TOKENS: Operation[ListTokensResult] = Operation(
    id="list_tokens",
    method="GET",
    path="/users/me/tokens",
    decode=late(__name__, "..models.tokens", "decode_list_tokens_result"),
)
CREATE_TOKEN: Operation[CreatedToken] = Operation(
    id="create_token",
    method="POST",
    path="/users/me/tokens",
    decode=late(__name__, "..models.tokens", "decode_created_token"),
    body="json",
    encode=late(__name__, "..models.tokens", "encode_token_request"),
)
DELETE_TOKEN: Operation[None] = Operation(
    id="delete_token",
    method="DELETE",
    path="/users/me/tokens/{token_id}",
    decode=nothing,
    parameters=(Parameter("token_id", "path"),),
    answer="empty",
)


class TokensOperations:
    """The caller's API tokens."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_tokens(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListTokensResult:
        """
        List the caller's API tokens.

        Returns their descriptions and ids, never the tokens themselves.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The tokens.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, tokens.
        """
        return self._client.call(LIST_TOKENS, {}, None, options)

    def create_token(
        self,
        *,
        body: TokenRequest,
        options: CallOptions | None = None,
    ) -> CreatedToken:
        """
        Create an API token.

        Returns the token, which no other operation shows again.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The token, and how to refer to it.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, newToken.
        """
        return self._client.call(CREATE_TOKEN, {}, body, options)

    def delete_token(
        self,
        token_id: int,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete an API token.

        Answers 204 without a body. What uses the token is refused from then on.

        Args:
            token_id: Id of the token, as `list_tokens` shows it.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, deleteToken.
        """
        return self._client.call(DELETE_TOKEN, {"token_id": token_id}, None, options)


class AsyncTokensOperations:
    """Same as `TokensOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def list_tokens(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListTokensResult:
        """Same as `TokensOperations.list_tokens`."""
        return await self._client.call(LIST_TOKENS, {}, None, options)

    async def create_token(
        self,
        *,
        body: TokenRequest,
        options: CallOptions | None = None,
    ) -> CreatedToken:
        """Same as `TokensOperations.create_token`."""
        return await self._client.call(CREATE_TOKEN, {}, body, options)

    async def delete_token(
        self,
        token_id: int,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `TokensOperations.delete_token`."""
        return await self._client.call(DELETE_TOKEN, {"token_id": token_id}, None, options)
