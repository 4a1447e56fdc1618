"""
The operations of both clients, with answers in the package's own types.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from polyvox.compat.aleph_alpha_client.chat import ChatResponse
from polyvox.compat.aleph_alpha_client.completion import CompletionResponse
from polyvox.compat.aleph_alpha_client.detokenization import DetokenizationResponse
from polyvox.compat.aleph_alpha_client.embedding import (
    BatchSemanticEmbeddingRequest,
    BatchSemanticEmbeddingResponse,
    EmbeddingResponse,
    EmbeddingV2Response,
    InstructableEmbeddingResponse,
    SemanticEmbeddingResponse,
)
from polyvox.compat.aleph_alpha_client.errors import InvalidArgument
from polyvox.compat.aleph_alpha_client.evaluation import EvaluationResponse
from polyvox.compat.aleph_alpha_client.explanation import ExplanationResponse
from polyvox.compat.aleph_alpha_client.reranking import RerankResponse
from polyvox.compat.aleph_alpha_client.session import shaped
from polyvox.compat.aleph_alpha_client.steering import SteeringConceptCreationResponse
from polyvox.compat.aleph_alpha_client.tokenization import TokenizationResponse
from polyvox.compat.aleph_alpha_client.translation import TranslationResponse
from polyvox_api.aleph_alpha.operations import chat as chat_api
from polyvox_api.aleph_alpha.operations import completions as completions_api
from polyvox_api.aleph_alpha.operations import embeddings as embeddings_api
from polyvox_api.aleph_alpha.operations import evaluation as evaluation_api
from polyvox_api.aleph_alpha.operations import models as models_api
from polyvox_api.aleph_alpha.operations import rerank as rerank_api
from polyvox_api.aleph_alpha.operations import steering as steering_api
from polyvox_api.aleph_alpha.operations import system as system_api
from polyvox_api.aleph_alpha.operations import tokenization as tokenization_api
from polyvox_api.aleph_alpha.operations import translation as translation_api
from polyvox_core.json import dumps

__all__ = [
    "BATCH",
    "CHAT",
    "COMPLETE",
    "CONCEPT",
    "DETOKENIZE",
    "EMBED",
    "EMBEDDINGS",
    "EVALUATE",
    "EXPLAIN",
    "INSTRUCTABLE",
    "MODELS",
    "RERANK",
    "SEMANTIC",
    "TOKENIZE",
    "TOKENIZER",
    "TRANSLATE",
    "VERSION",
    "joined",
    "split",
]

MOST_PROMPTS = 100

CHAT = shaped(chat_api.CREATE_CHAT_COMPLETION, ChatResponse.from_json)
COMPLETE = shaped(completions_api.COMPLETE, CompletionResponse.from_json)
EMBED = shaped(embeddings_api.EMBED, EmbeddingResponse.from_json)
EMBEDDINGS = shaped(embeddings_api.CREATE_EMBEDDINGS, EmbeddingV2Response.from_json)
SEMANTIC = shaped(embeddings_api.SEMANTIC_EMBED, SemanticEmbeddingResponse.from_json)
BATCH = shaped(embeddings_api.BATCH_SEMANTIC_EMBED, BatchSemanticEmbeddingResponse.from_json)
INSTRUCTABLE = shaped(embeddings_api.INSTRUCTABLE_EMBED, InstructableEmbeddingResponse.from_json)
EVALUATE = shaped(evaluation_api.EVALUATE, EvaluationResponse.from_json)
EXPLAIN = shaped(evaluation_api.EXPLAIN, ExplanationResponse.from_json)
TOKENIZE = shaped(tokenization_api.TOKENIZE, TokenizationResponse.from_json)
DETOKENIZE = shaped(tokenization_api.DETOKENIZE, DetokenizationResponse.from_json)
TRANSLATE = shaped(translation_api.TRANSLATE, TranslationResponse.from_json)
RERANK = shaped(rerank_api.RERANK, RerankResponse.from_json)
CONCEPT = shaped(steering_api.CREATE_STEERING_CONCEPT, SteeringConceptCreationResponse.from_json)
VERSION = system_api.GET_VERSION


def _dicts(value: Any) -> list[dict[str, Any]]:
    return list(value)


def _text(value: Any) -> str:
    return dumps(value).decode()


MODELS = shaped(models_api.LIST_AVAILABLE_MODELS, _dicts)
TOKENIZER = shaped(models_api.GET_MODEL_TOKENIZER, _text)


def split(
    request: BatchSemanticEmbeddingRequest, size: int = MOST_PROMPTS
) -> list[BatchSemanticEmbeddingRequest]:
    """
    The *request* in requests of at most *size* prompts, as many as the service takes at once.

    Raises:
        InvalidArgument: The size is not from 1 to 100.
    """
    if not 1 <= size <= MOST_PROMPTS:
        msg = f"batch_size is {size}; the service takes from 1 to {MOST_PROMPTS} prompts at once."
        raise InvalidArgument(msg, hint=f"Pass a number from 1 to {MOST_PROMPTS}.")
    prompts = request.prompts
    rest = {name: value for name, value in vars(request).items() if name != "prompts"}
    return [
        BatchSemanticEmbeddingRequest(prompts=prompts[start : start + size], **rest)
        for start in range(0, len(prompts), size)
    ]


def joined(answers: Iterable[BatchSemanticEmbeddingResponse]) -> BatchSemanticEmbeddingResponse:
    """The *answers* to the parts of one request as one."""
    every = [*answers]
    vectors: Sequence[Any] = [vector for answer in every for vector in answer.embeddings]
    tokens = sum(answer.num_tokens_prompt_total for answer in every)
    return BatchSemanticEmbeddingResponse(every[-1].model_version if every else "", vectors, tokens)
