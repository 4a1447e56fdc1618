"""The whole API of Ollama. Generated from the specification; edit that instead."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient

    from .operations.blobs import AsyncBlobsOperations, BlobsOperations
    from .operations.embeddings import AsyncEmbeddingsOperations, EmbeddingsOperations
    from .operations.generation import AsyncGenerationOperations, GenerationOperations
    from .operations.models import AsyncModelsOperations, ModelsOperations
    from .operations.system import AsyncSystemOperations, SystemOperations

__all__ = ["AsyncOllamaApi", "OllamaApi"]


class OllamaApi:
    """All operations of Ollama, by tag."""

    def __init__(self, client: ApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def generation(self) -> GenerationOperations:
        """Texts and conversations, as one answer or as a stream."""
        from .operations.generation import GenerationOperations

        return GenerationOperations(self._client)

    @cached_property
    def embeddings(self) -> EmbeddingsOperations:
        """Vectors for texts."""
        from .operations.embeddings import EmbeddingsOperations

        return EmbeddingsOperations(self._client)

    @cached_property
    def models(self) -> ModelsOperations:
        """The models on the server, what they are, and how they come and go."""
        from .operations.models import ModelsOperations

        return ModelsOperations(self._client)

    @cached_property
    def blobs(self) -> BlobsOperations:
        """Files on the server from which models are created."""
        from .operations.blobs import BlobsOperations

        return BlobsOperations(self._client)

    @cached_property
    def system(self) -> SystemOperations:
        """The server itself."""
        from .operations.system import SystemOperations

        return SystemOperations(self._client)


class AsyncOllamaApi:
    """Same as `OllamaApi`."""

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def generation(self) -> AsyncGenerationOperations:
        """Texts and conversations, as one answer or as a stream."""
        from .operations.generation import AsyncGenerationOperations

        return AsyncGenerationOperations(self._client)

    @cached_property
    def embeddings(self) -> AsyncEmbeddingsOperations:
        """Vectors for texts."""
        from .operations.embeddings import AsyncEmbeddingsOperations

        return AsyncEmbeddingsOperations(self._client)

    @cached_property
    def models(self) -> AsyncModelsOperations:
        """The models on the server, what they are, and how they come and go."""
        from .operations.models import AsyncModelsOperations

        return AsyncModelsOperations(self._client)

    @cached_property
    def blobs(self) -> AsyncBlobsOperations:
        """Files on the server from which models are created."""
        from .operations.blobs import AsyncBlobsOperations

        return AsyncBlobsOperations(self._client)

    @cached_property
    def system(self) -> AsyncSystemOperations:
        """The server itself."""
        from .operations.system import AsyncSystemOperations

        return AsyncSystemOperations(self._client)
