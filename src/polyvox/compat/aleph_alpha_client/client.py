"""
`Client` with the constructor and methods of aleph-alpha-client; it streams, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from polyvox.backends.aleph_alpha.identity import BASE_URL
from polyvox.backends.connecting import ClientKeywords, new_client
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
from polyvox_core.streams import Stream

__all__ = ["Client"]


class Client(Facts):
    """
    A client of Aleph Alpha.

    Args:
        token: The API token.
        host: Address of the service; `/v1` belongs to it, and is not added.
        hosting: "aleph-alpha" keeps requests in the vendor's own data centres.
        request_timeout_seconds: The longest silence of the service, in seconds.
        total_retries: Tries after the first.
        nice: Let other requests go first.
        verify_ssl: Whether certificates are checked.
        tags: Labels of all requests.
        pool_size: Connections that are kept open.

    Raises:
        ValueError: An argument cannot work.

    Close it, or use it in a `with` block. It may be used by many threads.
    """

    def __init__(
        self,
        token: str,
        host: str = BASE_URL,
        hosting: str | None = None,
        request_timeout_seconds: float = DEFAULT_REQUEST_TIMEOUT,
        total_retries: int = 8,
        nice: bool = False,
        verify_ssl: Any = True,
        tags: Sequence[str] | None = None,
        pool_size: int = 10,
    ) -> None:
        token = concealed(token)
        super().__init__(token, host, hosting, request_timeout_seconds, nice, tags)
        options = ClientKeywords(verify=verify_ssl, max_idle=pool_size)
        settings = self.settings(total_retries, options)
        self._client = new_client(settings, options)
        self._session = Session(self, settings)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self.close()

    def get_version(self) -> str:
        """The version of the service."""
        return self._client.run(self._session.get(operations.VERSION))

    def validate_version(self) -> None:
        """See that the service is not too old; a `RuntimeError` if it is."""
        check_version(self.get_version())

    def models(self) -> list[dict[str, Any]]:
        """The models that may be used, as dicts."""
        return self._client.run(self._session.get(operations.MODELS))

    def complete(self, request: CompletionRequest, model: str) -> CompletionResponse:
        """The completions of a prompt."""
        body = self.body(request, model)
        return self._client.run(self._session.post(operations.COMPLETE, body))

    def chat(self, request: ChatRequest, model: str) -> ChatResponse:
        """The answer to a chat; `maximum_tokens` is sent as `max_tokens`."""
        body = self.chat_body(request, model)
        return self._client.run(self._session.post(operations.CHAT, body))

    def chat_with_streaming(self, request: ChatRequest, model: str) -> Stream[ChatItem]:
        """The same answer as it arrives: pieces, whole tool calls, the reason of the end, usage."""
        source = self._session.chat_stream(request, model)
        return Stream(self._client.runner, source)

    def complete_with_streaming(
        self, request: CompletionRequest, model: str
    ) -> Stream[CompletionResponseStreamItem]:
        """Completions as they arrive: chunks, a summary of each, a summary of all."""
        source = self._session.complete_stream(request, model)
        return Stream(self._client.runner, source)

    def embed(self, request: EmbeddingRequest, model: str) -> EmbeddingResponse:
        """Vectors of a prompt, by layer."""
        body = self.body(request, model)
        return self._client.run(self._session.post(operations.EMBED, body))

    def embeddings(self, request: EmbeddingV2Request, model: str) -> EmbeddingV2Response:
        """Vectors of texts, in OpenAI's shape."""
        body = self.body(request, model)
        return self._client.run(self._session.post(operations.EMBEDDINGS, body))

    def semantic_embed(
        self, request: SemanticEmbeddingRequest, model: str
    ) -> SemanticEmbeddingResponse:
        """The meaning of a prompt, as a vector."""
        body = self.body(request, model)
        return self._client.run(self._session.post(operations.SEMANTIC, body))

    def instructable_embed(
        self, request: InstructableEmbeddingRequest, model: str
    ) -> InstructableEmbeddingResponse:
        """The vector of a prompt, by an instruction."""
        body = self.body(request, model)
        return self._client.run(self._session.post(operations.INSTRUCTABLE, body))

    def evaluate(self, request: EvaluationRequest, model: str) -> EvaluationResponse:
        """How likely an expected completion is."""
        body = self.body(request, model)
        return self._client.run(self._session.post(operations.EVALUATE, body))

    def explain(self, request: ExplanationRequest, model: str) -> ExplanationResponse:
        """Which parts of a prompt made a completion likely."""
        body = self.body(request, model)
        return self._client.run(self._session.post(operations.EXPLAIN, body))

    def tokenize(self, request: TokenizationRequest, model: str) -> TokenizationResponse:
        """The tokens of a text."""
        body = self.body(request, model)
        return self._client.run(self._session.post(operations.TOKENIZE, body))

    def detokenize(self, request: DetokenizationRequest, model: str) -> DetokenizationResponse:
        """The text of tokens."""
        body = self.body(request, model)
        return self._client.run(self._session.post(operations.DETOKENIZE, body))

    def rerank(self, request: RerankRequest, model: str) -> RerankResponse:
        """Documents by their relevance to a query."""
        body = self.body(request, model)
        return self._client.run(self._session.post(operations.RERANK, body))

    def translate(self, request: TranslationRequest) -> TranslationResponse:
        """A text in another language."""
        body = self.body(request, None)
        return self._client.run(self._session.post(operations.TRANSLATE, body))

    def create_steering_concept(
        self, request: SteeringConceptCreationRequest
    ) -> SteeringConceptCreationResponse:
        """The id of a concept that steers completions and chats."""
        body = self.body(request, None)
        return self._client.run(self._session.post(operations.CONCEPT, body))

    def tokenizer(self, model: str) -> Any:
        """The model's tokenizer; needs the package `tokenizers`."""
        return tokenizer_of(
            self._client.run(self._session.get(operations.TOKENIZER, model_name=model))
        )

    def batch_semantic_embed(
        self, request: BatchSemanticEmbeddingRequest, model: str | None = None
    ) -> BatchSemanticEmbeddingResponse:
        """The meanings of prompts, as vectors; sent in requests of 100 prompts."""
        flows = (
            self._session.post(operations.BATCH, self.body(part, model))
            for part in operations.split(request)
        )
        return operations.joined(self._client.run(flow) for flow in flows)
