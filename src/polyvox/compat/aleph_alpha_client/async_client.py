"""
`AsyncClient` with the constructor and methods of aleph-alpha-client.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from polyvox.backends.aleph_alpha.identity import BASE_URL
from polyvox.backends.connecting import ClientKeywords, new_async_client
from polyvox.compat.aleph_alpha_client import operations
from polyvox.compat.aleph_alpha_client.chat import ChatItem, ChatRequest, ChatResponse
from polyvox.compat.aleph_alpha_client.completion import (
    CompletionRequest,
    CompletionResponse,
    CompletionResponseStreamItem,
)
from polyvox.compat.aleph_alpha_client.detokenization import (
    DetokenizationRequest,
    DetokenizationResponse,
)
from polyvox.compat.aleph_alpha_client.embedding import (
    BatchSemanticEmbeddingRequest,
    BatchSemanticEmbeddingResponse,
    EmbeddingRequest,
    EmbeddingResponse,
    EmbeddingV2Request,
    EmbeddingV2Response,
    InstructableEmbeddingRequest,
    InstructableEmbeddingResponse,
    SemanticEmbeddingRequest,
    SemanticEmbeddingResponse,
)
from polyvox.compat.aleph_alpha_client.evaluation import EvaluationRequest, EvaluationResponse
from polyvox.compat.aleph_alpha_client.explanation import ExplanationRequest, ExplanationResponse
from polyvox.compat.aleph_alpha_client.reranking import RerankRequest, RerankResponse
from polyvox.compat.aleph_alpha_client.session import (
    DEFAULT_REQUEST_TIMEOUT,
    Facts,
    Session,
    check_version,
    tokenizer_of,
)
from polyvox.compat.aleph_alpha_client.steering import (
    SteeringConceptCreationRequest,
    SteeringConceptCreationResponse,
)
from polyvox.compat.aleph_alpha_client.tokenization import TokenizationRequest, TokenizationResponse
from polyvox.compat.aleph_alpha_client.translation import TranslationRequest, TranslationResponse
from polyvox_core.auth import concealed
from polyvox_core.streams import AsyncStream

__all__ = ["AsyncClient"]


class AsyncClient(Facts):
    """
    Same as `Client`, for asyncio; it may be made outside of an event loop.

    Args:
        limit: Connections that are open at once.
    """

    def __init__(
        self,
        token: str,
        host: str = BASE_URL,
        limit: int = 100,
        hosting: str | None = None,
        request_timeout_seconds: float = DEFAULT_REQUEST_TIMEOUT,
        total_retries: int = 8,
        nice: bool = False,
        verify_ssl: Any = True,
        tags: Sequence[str] | None = None,
    ) -> None:
        token = concealed(token)
        super().__init__(token, host, hosting, request_timeout_seconds, nice, tags)
        options = ClientKeywords(verify=verify_ssl, max_connections=limit)
        settings = self.settings(total_retries, options)
        self._client = new_async_client(settings, options)
        self._session = Session(self, settings)

    async def close(self) -> None:
        """Same as `Client.close`."""
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        await self.close()

    async def get_version(self) -> str:
        """Same as `Client.get_version`."""
        return await self._client.run(self._session.get(operations.VERSION))

    async def validate_version(self) -> None:
        """Same as `Client.validate_version`."""
        check_version(await self.get_version())

    async def models(self) -> list[dict[str, Any]]:
        """Same as `Client.models`."""
        return await self._client.run(self._session.get(operations.MODELS))

    async def complete(self, request: CompletionRequest, model: str) -> CompletionResponse:
        """Same as `Client.complete`."""
        body = self.body(request, model)
        return await self._client.run(self._session.post(operations.COMPLETE, body))

    async def chat(self, request: ChatRequest, model: str) -> ChatResponse:
        """Same as `Client.chat`."""
        body = self.chat_body(request, model)
        return await self._client.run(self._session.post(operations.CHAT, body))

    def chat_with_streaming(self, request: ChatRequest, model: str) -> AsyncStream[ChatItem]:
        """Same as `Client.chat_with_streaming`."""
        source = self._session.chat_stream(request, model)
        return AsyncStream(self._client.runner, source)

    def complete_with_streaming(
        self, request: CompletionRequest, model: str
    ) -> AsyncStream[CompletionResponseStreamItem]:
        """Same as `Client.complete_with_streaming`."""
        source = self._session.complete_stream(request, model)
        return AsyncStream(self._client.runner, source)

    async def embed(self, request: EmbeddingRequest, model: str) -> EmbeddingResponse:
        """Same as `Client.embed`."""
        body = self.body(request, model)
        return await self._client.run(self._session.post(operations.EMBED, body))

    async def embeddings(self, request: EmbeddingV2Request, model: str) -> EmbeddingV2Response:
        """Same as `Client.embeddings`."""
        body = self.body(request, model)
        return await self._client.run(self._session.post(operations.EMBEDDINGS, body))

    async def semantic_embed(
        self, request: SemanticEmbeddingRequest, model: str
    ) -> SemanticEmbeddingResponse:
        """Same as `Client.semantic_embed`."""
        body = self.body(request, model)
        return await self._client.run(self._session.post(operations.SEMANTIC, body))

    async def instructable_embed(
        self, request: InstructableEmbeddingRequest, model: str
    ) -> InstructableEmbeddingResponse:
        """Same as `Client.instructable_embed`."""
        body = self.body(request, model)
        return await self._client.run(self._session.post(operations.INSTRUCTABLE, body))

    async def evaluate(self, request: EvaluationRequest, model: str) -> EvaluationResponse:
        """Same as `Client.evaluate`."""
        body = self.body(request, model)
        return await self._client.run(self._session.post(operations.EVALUATE, body))

    async def explain(self, request: ExplanationRequest, model: str) -> ExplanationResponse:
        """Same as `Client.explain`."""
        body = self.body(request, model)
        return await self._client.run(self._session.post(operations.EXPLAIN, body))

    async def tokenize(self, request: TokenizationRequest, model: str) -> TokenizationResponse:
        """Same as `Client.tokenize`."""
        body = self.body(request, model)
        return await self._client.run(self._session.post(operations.TOKENIZE, body))

    async def detokenize(
        self, request: DetokenizationRequest, model: str
    ) -> DetokenizationResponse:
        """Same as `Client.detokenize`."""
        body = self.body(request, model)
        return await self._client.run(self._session.post(operations.DETOKENIZE, body))

    async def rerank(self, request: RerankRequest, model: str) -> RerankResponse:
        """Same as `Client.rerank`."""
        body = self.body(request, model)
        return await self._client.run(self._session.post(operations.RERANK, body))

    async def translate(self, request: TranslationRequest) -> TranslationResponse:
        """Same as `Client.translate`."""
        body = self.body(request, None)
        return await self._client.run(self._session.post(operations.TRANSLATE, body))

    async def create_steering_concept(
        self, request: SteeringConceptCreationRequest
    ) -> SteeringConceptCreationResponse:
        """Same as `Client.create_steering_concept`."""
        body = self.body(request, None)
        return await self._client.run(self._session.post(operations.CONCEPT, body))

    async def tokenizer(self, model: str) -> Any:
        """Same as `Client.tokenizer`."""
        return tokenizer_of(
            await self._client.run(self._session.get(operations.TOKENIZER, model_name=model))
        )

    async def batch_semantic_embed(
        self,
        request: BatchSemanticEmbeddingRequest,
        model: str | None = None,
        num_concurrent_requests: int = 1,
        batch_size: int = 100,
        progress_bar: bool = False,
    ) -> BatchSemanticEmbeddingResponse:
        """
        Same as `Client.batch_semantic_embed`, several requests at a time.

        A progress bar is not drawn; *progress_bar* is taken and has no effect.
        """
        del progress_bar
        free = asyncio.Semaphore(num_concurrent_requests)

        async def sent(part: BatchSemanticEmbeddingRequest) -> BatchSemanticEmbeddingResponse:
            """The answer to one part."""
            async with free:
                body = self.body(part, model)
                return await self._client.run(self._session.post(operations.BATCH, body))

        parts = operations.split(request, batch_size)
        tasks = [asyncio.ensure_future(sent(part)) for part in parts]
        try:
            return operations.joined(await asyncio.gather(*tasks))
        finally:
            for task in tasks:
                task.cancel()
