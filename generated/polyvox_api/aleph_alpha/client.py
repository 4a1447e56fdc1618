"""The whole API of Aleph Alpha. Generated from the specification; edit that instead."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient

    from .operations.chat import AsyncChatOperations, ChatOperations
    from .operations.completions import AsyncCompletionsOperations, CompletionsOperations
    from .operations.embeddings import AsyncEmbeddingsOperations, EmbeddingsOperations
    from .operations.evaluation import AsyncEvaluationOperations, EvaluationOperations
    from .operations.models import AsyncModelsOperations, ModelsOperations
    from .operations.rerank import AsyncRerankOperations, RerankOperations
    from .operations.steering import AsyncSteeringOperations, SteeringOperations
    from .operations.system import AsyncSystemOperations, SystemOperations
    from .operations.tokenization import AsyncTokenizationOperations, TokenizationOperations
    from .operations.tokens import AsyncTokensOperations, TokensOperations
    from .operations.transcription import AsyncTranscriptionOperations, TranscriptionOperations
    from .operations.translation import AsyncTranslationOperations, TranslationOperations
    from .operations.user import AsyncUserOperations, UserOperations

__all__ = ["AlephAlphaApi", "AsyncAlephAlphaApi"]


class AlephAlphaApi:
    """All operations of Aleph Alpha, by tag."""

    def __init__(self, client: ApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def chat(self) -> ChatOperations:
        """Answers to conversations, whole or as a stream."""
        from .operations.chat import ChatOperations

        return ChatOperations(self._client)

    @cached_property
    def completions(self) -> CompletionsOperations:
        """Continuations of prompts, whole or as a stream of typed events."""
        from .operations.completions import CompletionsOperations

        return CompletionsOperations(self._client)

    @cached_property
    def embeddings(self) -> EmbeddingsOperations:
        """Vectors for texts, and for prompts of texts, images and tokens."""
        from .operations.embeddings import EmbeddingsOperations

        return EmbeddingsOperations(self._client)

    @cached_property
    def rerank(self) -> RerankOperations:
        """Documents ordered by their relevance to a query."""
        from .operations.rerank import RerankOperations

        return RerankOperations(self._client)

    @cached_property
    def evaluation(self) -> EvaluationOperations:
        """How likely a completion is, and which parts of the prompt made it so."""
        from .operations.evaluation import EvaluationOperations

        return EvaluationOperations(self._client)

    @cached_property
    def tokenization(self) -> TokenizationOperations:
        """Texts to tokens and back."""
        from .operations.tokenization import TokenizationOperations

        return TokenizationOperations(self._client)

    @cached_property
    def steering(self) -> SteeringOperations:
        """Concepts that steer completions and chats (beta)."""
        from .operations.steering import SteeringOperations

        return SteeringOperations(self._client)

    @cached_property
    def translation(self) -> TranslationOperations:
        """Translation of texts."""
        from .operations.translation import TranslationOperations

        return TranslationOperations(self._client)

    @cached_property
    def transcription(self) -> TranscriptionOperations:
        """Transcription of recordings."""
        from .operations.transcription import TranscriptionOperations

        return TranscriptionOperations(self._client)

    @cached_property
    def models(self) -> ModelsOperations:
        """The models that the caller may use, their settings and tokenizers."""
        from .operations.models import ModelsOperations

        return ModelsOperations(self._client)

    @cached_property
    def tokens(self) -> TokensOperations:
        """The caller's API tokens."""
        from .operations.tokens import TokensOperations

        return TokensOperations(self._client)

    @cached_property
    def user(self) -> UserOperations:
        """The caller, with sign-in, privileges and recent requests."""
        from .operations.user import UserOperations

        return UserOperations(self._client)

    @cached_property
    def system(self) -> SystemOperations:
        """Version and description of the service."""
        from .operations.system import SystemOperations

        return SystemOperations(self._client)


class AsyncAlephAlphaApi:
    """Same as `AlephAlphaApi`."""

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def chat(self) -> AsyncChatOperations:
        """Answers to conversations, whole or as a stream."""
        from .operations.chat import AsyncChatOperations

        return AsyncChatOperations(self._client)

    @cached_property
    def completions(self) -> AsyncCompletionsOperations:
        """Continuations of prompts, whole or as a stream of typed events."""
        from .operations.completions import AsyncCompletionsOperations

        return AsyncCompletionsOperations(self._client)

    @cached_property
    def embeddings(self) -> AsyncEmbeddingsOperations:
        """Vectors for texts, and for prompts of texts, images and tokens."""
        from .operations.embeddings import AsyncEmbeddingsOperations

        return AsyncEmbeddingsOperations(self._client)

    @cached_property
    def rerank(self) -> AsyncRerankOperations:
        """Documents ordered by their relevance to a query."""
        from .operations.rerank import AsyncRerankOperations

        return AsyncRerankOperations(self._client)

    @cached_property
    def evaluation(self) -> AsyncEvaluationOperations:
        """How likely a completion is, and which parts of the prompt made it so."""
        from .operations.evaluation import AsyncEvaluationOperations

        return AsyncEvaluationOperations(self._client)

    @cached_property
    def tokenization(self) -> AsyncTokenizationOperations:
        """Texts to tokens and back."""
        from .operations.tokenization import AsyncTokenizationOperations

        return AsyncTokenizationOperations(self._client)

    @cached_property
    def steering(self) -> AsyncSteeringOperations:
        """Concepts that steer completions and chats (beta)."""
        from .operations.steering import AsyncSteeringOperations

        return AsyncSteeringOperations(self._client)

    @cached_property
    def translation(self) -> AsyncTranslationOperations:
        """Translation of texts."""
        from .operations.translation import AsyncTranslationOperations

        return AsyncTranslationOperations(self._client)

    @cached_property
    def transcription(self) -> AsyncTranscriptionOperations:
        """Transcription of recordings."""
        from .operations.transcription import AsyncTranscriptionOperations

        return AsyncTranscriptionOperations(self._client)

    @cached_property
    def models(self) -> AsyncModelsOperations:
        """The models that the caller may use, their settings and tokenizers."""
        from .operations.models import AsyncModelsOperations

        return AsyncModelsOperations(self._client)

    @cached_property
    def tokens(self) -> AsyncTokensOperations:
        """The caller's API tokens."""
        from .operations.tokens import AsyncTokensOperations

        return AsyncTokensOperations(self._client)

    @cached_property
    def user(self) -> AsyncUserOperations:
        """The caller, with sign-in, privileges and recent requests."""
        from .operations.user import AsyncUserOperations

        return AsyncUserOperations(self._client)

    @cached_property
    def system(self) -> AsyncSystemOperations:
        """Version and description of the service."""
        from .operations.system import AsyncSystemOperations

        return AsyncSystemOperations(self._client)
