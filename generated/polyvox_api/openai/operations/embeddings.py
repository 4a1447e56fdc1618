"""Operations of OpenAI: embeddings. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.embeddings import EmbeddingsRequest, EmbeddingsResult

__all__ = [
    "AsyncEmbeddingsOperations",
    "CREATE_EMBEDDINGS",
    "EmbeddingsOperations",
]

CREATE_EMBEDDINGS: Operation[EmbeddingsResult] = Operation(
    id="create_embeddings",
    method="POST",
    path="/embeddings",
    decode=late(__name__, "..models.embeddings", "decode_embeddings_result"),
    body="json",
    encode=late(__name__, "..models.embeddings", "encode_embeddings_request"),
)


class EmbeddingsOperations:
    """Vectors for texts."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_embeddings(
        self,
        *,
        body: EmbeddingsRequest,
        options: CallOptions | None = None,
    ) -> EmbeddingsResult:
        """
        Turn texts into vectors.

        Returns one vector per input, in the order of `index`. With `encoding_format` base64 each
        vector is a base64 string of little-endian floats; not every server knows that format, nor
        `dimensions`, and some take one text at a time.

        Args:
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The vectors.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, embeddings (2026).
        """
        return self._client.call(CREATE_EMBEDDINGS, {}, body, options)


class AsyncEmbeddingsOperations:
    """Same as `EmbeddingsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_embeddings(
        self,
        *,
        body: EmbeddingsRequest,
        options: CallOptions | None = None,
    ) -> EmbeddingsResult:
        """Same as `EmbeddingsOperations.create_embeddings`."""
        return await self._client.call(CREATE_EMBEDDINGS, {}, body, options)
