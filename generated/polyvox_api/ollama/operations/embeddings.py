"""Operations of Ollama: embeddings. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.embeddings import EmbedAnswer, EmbedPromptAnswer, EmbedPromptRequest, EmbedRequest

__all__ = [
    "AsyncEmbeddingsOperations",
    "EMBED",
    "EMBED_PROMPT",
    "EmbeddingsOperations",
]

EMBED: Operation[EmbedAnswer] = Operation(
    id="embed",
    method="POST",
    path="/api/embed",
    decode=late(__name__, "..models.embeddings", "decode_embed_answer"),
    body="json",
    encode=late(__name__, "..models.embeddings", "encode_embed_request"),
)
EMBED_PROMPT: Operation[EmbedPromptAnswer] = Operation(
    id="embed_prompt",
    method="POST",
    path="/api/embeddings",
    decode=late(__name__, "..models.embeddings", "decode_embed_prompt_answer"),
    body="json",
    encode=late(__name__, "..models.embeddings", "encode_embed_prompt_request"),
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

    def embed(
        self,
        *,
        body: EmbedRequest,
        options: CallOptions | None = None,
    ) -> EmbedAnswer:
        """
        Turn texts into vectors.

        Returns one vector per text, in their order; a single text gives a list of one. Texts longer
        than the context are cut unless `truncate` is false, which makes them an error.

        Args:
            body: The texts and the model.
            options: Limits, retries and headers of this call alone.

        Returns:
            The vectors.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md and docs/openapi.yaml (2026-08).
        """
        return self._client.call(EMBED, {}, body, options)

    def embed_prompt(
        self,
        *,
        body: EmbedPromptRequest,
        options: CallOptions | None = None,
    ) -> EmbedPromptAnswer:
        """
        Turn one text into a vector, in the older form.

        Returns one vector. Newer code uses `embed`.

        Args:
            body: The text and the model.
            options: Limits, retries and headers of this call alone.

        Returns:
            The vector.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/api.md, Generate Embedding; ollama-js 0.5.9.
        """
        return self._client.call(EMBED_PROMPT, {}, body, options)


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

    async def embed(
        self,
        *,
        body: EmbedRequest,
        options: CallOptions | None = None,
    ) -> EmbedAnswer:
        """Same as `EmbeddingsOperations.embed`."""
        return await self._client.call(EMBED, {}, body, options)

    async def embed_prompt(
        self,
        *,
        body: EmbedPromptRequest,
        options: CallOptions | None = None,
    ) -> EmbedPromptAnswer:
        """Same as `EmbeddingsOperations.embed_prompt`."""
        return await self._client.call(EMBED_PROMPT, {}, body, options)
