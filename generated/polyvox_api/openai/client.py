"""The whole API of OpenAI. Generated from the specification; edit that instead."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient

    from .operations.audio import AsyncAudioOperations, AudioOperations
    from .operations.batches import AsyncBatchesOperations, BatchesOperations
    from .operations.chat import AsyncChatOperations, ChatOperations
    from .operations.embeddings import AsyncEmbeddingsOperations, EmbeddingsOperations
    from .operations.files import AsyncFilesOperations, FilesOperations
    from .operations.images import AsyncImagesOperations, ImagesOperations
    from .operations.models import AsyncModelsOperations, ModelsOperations
    from .operations.moderations import AsyncModerationsOperations, ModerationsOperations
    from .operations.responses import AsyncResponsesOperations, ResponsesOperations
    from .operations.uploads import AsyncUploadsOperations, UploadsOperations

__all__ = ["AsyncOpenaiApi", "OpenaiApi"]


class OpenaiApi:
    """All operations of OpenAI, by tag."""

    def __init__(self, client: ApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def chat(self) -> ChatOperations:
        """Chat completions, as one answer or as a stream."""
        from .operations.chat import ChatOperations

        return ChatOperations(self._client)

    @cached_property
    def responses(self) -> ResponsesOperations:
        """The Responses API, with built-in tools and responses that the server stores."""
        from .operations.responses import ResponsesOperations

        return ResponsesOperations(self._client)

    @cached_property
    def embeddings(self) -> EmbeddingsOperations:
        """Vectors for texts."""
        from .operations.embeddings import EmbeddingsOperations

        return EmbeddingsOperations(self._client)

    @cached_property
    def models(self) -> ModelsOperations:
        """The models that a key may use."""
        from .operations.models import ModelsOperations

        return ModelsOperations(self._client)

    @cached_property
    def files(self) -> FilesOperations:
        """Uploaded files and the results of batches."""
        from .operations.files import FilesOperations

        return FilesOperations(self._client)

    @cached_property
    def uploads(self) -> UploadsOperations:
        """Uploads of large files in parts."""
        from .operations.uploads import UploadsOperations

        return UploadsOperations(self._client)

    @cached_property
    def images(self) -> ImagesOperations:
        """Pictures, made from texts or from other pictures."""
        from .operations.images import ImagesOperations

        return ImagesOperations(self._client)

    @cached_property
    def audio(self) -> AudioOperations:
        """Speech to text and text to speech."""
        from .operations.audio import AudioOperations

        return AudioOperations(self._client)

    @cached_property
    def moderations(self) -> ModerationsOperations:
        """Whether a text or picture is harmful."""
        from .operations.moderations import ModerationsOperations

        return ModerationsOperations(self._client)

    @cached_property
    def batches(self) -> BatchesOperations:
        """Many requests in one file, answered within a day."""
        from .operations.batches import BatchesOperations

        return BatchesOperations(self._client)


class AsyncOpenaiApi:
    """Same as `OpenaiApi`."""

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def chat(self) -> AsyncChatOperations:
        """Chat completions, as one answer or as a stream."""
        from .operations.chat import AsyncChatOperations

        return AsyncChatOperations(self._client)

    @cached_property
    def responses(self) -> AsyncResponsesOperations:
        """The Responses API, with built-in tools and responses that the server stores."""
        from .operations.responses import AsyncResponsesOperations

        return AsyncResponsesOperations(self._client)

    @cached_property
    def embeddings(self) -> AsyncEmbeddingsOperations:
        """Vectors for texts."""
        from .operations.embeddings import AsyncEmbeddingsOperations

        return AsyncEmbeddingsOperations(self._client)

    @cached_property
    def models(self) -> AsyncModelsOperations:
        """The models that a key may use."""
        from .operations.models import AsyncModelsOperations

        return AsyncModelsOperations(self._client)

    @cached_property
    def files(self) -> AsyncFilesOperations:
        """Uploaded files and the results of batches."""
        from .operations.files import AsyncFilesOperations

        return AsyncFilesOperations(self._client)

    @cached_property
    def uploads(self) -> AsyncUploadsOperations:
        """Uploads of large files in parts."""
        from .operations.uploads import AsyncUploadsOperations

        return AsyncUploadsOperations(self._client)

    @cached_property
    def images(self) -> AsyncImagesOperations:
        """Pictures, made from texts or from other pictures."""
        from .operations.images import AsyncImagesOperations

        return AsyncImagesOperations(self._client)

    @cached_property
    def audio(self) -> AsyncAudioOperations:
        """Speech to text and text to speech."""
        from .operations.audio import AsyncAudioOperations

        return AsyncAudioOperations(self._client)

    @cached_property
    def moderations(self) -> AsyncModerationsOperations:
        """Whether a text or picture is harmful."""
        from .operations.moderations import AsyncModerationsOperations

        return AsyncModerationsOperations(self._client)

    @cached_property
    def batches(self) -> AsyncBatchesOperations:
        """Many requests in one file, answered within a day."""
        from .operations.batches import AsyncBatchesOperations

        return AsyncBatchesOperations(self._client)
