"""Operations of Aleph Alpha: embeddings. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.embeddings import (
        BatchEmbeddingResponse,
        BatchSemanticEmbedRequest,
        EmbeddingResponse,
        EmbeddingsRequest,
        EmbeddingsResponse,
        EmbedRequest,
        EmbedResponse,
        InstructableEmbedRequest,
        SemanticEmbedRequest,
    )

__all__ = [
    "AsyncEmbeddingsOperations",
    "BATCH_SEMANTIC_EMBED",
    "CREATE_EMBEDDINGS",
    "EMBED",
    "EmbeddingsOperations",
    "INSTRUCTABLE_EMBED",
    "SEMANTIC_EMBED",
]

CREATE_EMBEDDINGS: Operation[EmbeddingsResponse] = Operation(
    id="create_embeddings",
    method="POST",
    path="/embeddings",
    decode=late(__name__, "..models.embeddings", "decode_embeddings_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.embeddings", "encode_embeddings_request"),
)
EMBED: Operation[EmbedResponse] = Operation(
    id="embed",
    method="POST",
    path="/embed",
    decode=late(__name__, "..models.embeddings", "decode_embed_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.embeddings", "encode_embed_request"),
)
SEMANTIC_EMBED: Operation[EmbeddingResponse] = Operation(
    id="semantic_embed",
    method="POST",
    path="/semantic_embed",
    decode=late(__name__, "..models.embeddings", "decode_embedding_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.embeddings", "encode_semantic_embed_request"),
)
BATCH_SEMANTIC_EMBED: Operation[BatchEmbeddingResponse] = Operation(
    id="batch_semantic_embed",
    method="POST",
    path="/batch_semantic_embed",
    decode=late(__name__, "..models.embeddings", "decode_batch_embedding_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.embeddings", "encode_batch_semantic_embed_request"),
)
INSTRUCTABLE_EMBED: Operation[EmbeddingResponse] = Operation(
    id="instructable_embed",
    method="POST",
    path="/instructable_embed",
    decode=late(__name__, "..models.embeddings", "decode_embedding_response"),
    parameters=(Parameter("nice", "query"),),
    body="json",
    encode=late(__name__, "..models.embeddings", "encode_instructable_embed_request"),
)


class EmbeddingsOperations:
    """Vectors for texts, and for prompts of texts, images and tokens."""

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
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EmbeddingsResponse:
        """
        Turn texts into vectors, in the OpenAI form.

        Returns one vector per input, in the order of `index`; a list of integers is one input given
        as tokens. With `encoding_format` base64 a vector is a text, described as a "base64-encoded
        numpy array"; little-endian 32-bit floats are assumed. The model must be set up for it
        (`embedding_task.supported`). A `user` is rejected.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The vectors.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, embeddings; aleph-alpha-client 11.5.1 and its recorded
        traffic (2025).
        """
        return self._client.call(CREATE_EMBEDDINGS, {"nice": nice}, body, options)

    def embed(
        self,
        *,
        body: EmbedRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EmbedResponse:
        """
        Turn a prompt into vectors of chosen layers.

        Returns one vector per layer and pooling. A negative layer counts from the end and comes
        back under its real name: -1 as `layer_40` of a model with 40 layers. Deprecated by the
        vendor; `semantic_embed` and `instructable_embed` take its place.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The vectors.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, embed; aleph-alpha-client 11.5.1 and its recorded traffic
        (2025).
        """
        return self._client.call(EMBED, {"nice": nice}, body, options)

    def semantic_embed(
        self,
        *,
        body: SemanticEmbedRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EmbeddingResponse:
        """
        Turn a prompt into a vector that can be searched or compared.

        Compare `symmetric` vectors with each other, and vectors of a `query` with those of a
        `document`. The full vector of a luminous model has 5120 dimensions; `compress_to_size`
        brings it to 128.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The vector.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, semanticEmbed; aleph-alpha-client 11.5.1 and its recorded
        traffic (2025).
        """
        return self._client.call(SEMANTIC_EMBED, {"nice": nice}, body, options)

    def batch_semantic_embed(
        self,
        *,
        body: BatchSemanticEmbedRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> BatchEmbeddingResponse:
        """
        Turn up to 100 prompts into vectors that can be searched or compared.

        Like `semantic_embed` for several prompts: one vector per prompt, in the same order, and the
        token count of all.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The vectors.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, batchSemanticEmbed; aleph-alpha-client 11.5.1 and its
        recorded traffic (2025).
        """
        return self._client.call(BATCH_SEMANTIC_EMBED, {"nice": nice}, body, options)

    def instructable_embed(
        self,
        *,
        body: InstructableEmbedRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EmbeddingResponse:
        """
        Turn a prompt into a vector that follows an instruction.

        The instruction says what the vector is for; it may be empty.

        Args:
            nice: Whether the request may wait behind those of others; sent only when true.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The vector.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, instructableEmbed; aleph-alpha-client 11.5.1 and its recorded
        traffic (2025).
        """
        return self._client.call(INSTRUCTABLE_EMBED, {"nice": nice}, body, options)


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
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EmbeddingsResponse:
        """Same as `EmbeddingsOperations.create_embeddings`."""
        return await self._client.call(CREATE_EMBEDDINGS, {"nice": nice}, body, options)

    async def embed(
        self,
        *,
        body: EmbedRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EmbedResponse:
        """Same as `EmbeddingsOperations.embed`."""
        return await self._client.call(EMBED, {"nice": nice}, body, options)

    async def semantic_embed(
        self,
        *,
        body: SemanticEmbedRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EmbeddingResponse:
        """Same as `EmbeddingsOperations.semantic_embed`."""
        return await self._client.call(SEMANTIC_EMBED, {"nice": nice}, body, options)

    async def batch_semantic_embed(
        self,
        *,
        body: BatchSemanticEmbedRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> BatchEmbeddingResponse:
        """Same as `EmbeddingsOperations.batch_semantic_embed`."""
        return await self._client.call(BATCH_SEMANTIC_EMBED, {"nice": nice}, body, options)

    async def instructable_embed(
        self,
        *,
        body: InstructableEmbedRequest,
        nice: bool | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EmbeddingResponse:
        """Same as `EmbeddingsOperations.instructable_embed`."""
        return await self._client.call(INSTRUCTABLE_EMBED, {"nice": nice}, body, options)
