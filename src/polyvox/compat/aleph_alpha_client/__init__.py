"""
Stands in for `aleph_alpha_client`: change the import line, keep the rest.

Differs from aleph-alpha-client 11.5: a chat's `maximum_tokens` is sent as `max_tokens`, the name
that the service obeys; both clients stream, close and have `embeddings`; everything is exported
here, chat classes too; pictures travel as the bytes of their files; streams that are cut raise;
tool calls and text in the last chunk arrive; unknown finish reasons and roles are kept; exceptions
are polyvox's besides the built-in ones; `validate_version` takes newer versions; `from_json` keeps
controls; nothing draws progress bars; waits between tries are random.
"""

from __future__ import annotations

from polyvox.compat.aleph_alpha_client.aleph_alpha_client import (
    POOLING_OPTIONS,
    AsyncClient,
    BusyError,
    Client,
    QuotaError,
)
from polyvox.compat.aleph_alpha_client.chat import (
    ChatRequest,
    ChatResponse,
    ChatStreamChunk,
    FinishReason,
    FunctionCall,
    Message,
    Role,
    StreamOptions,
    TextMessage,
    ToolCall,
    ToolFunction,
    Usage,
)
from polyvox.compat.aleph_alpha_client.completion import (
    CompletionRequest,
    CompletionResponse,
    CompletionResult,
    CompletionSummary,
    StreamChunk,
    StreamSummary,
)
from polyvox.compat.aleph_alpha_client.detokenization import (
    DetokenizationRequest,
    DetokenizationResponse,
)
from polyvox.compat.aleph_alpha_client.document import Document
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
    SemanticRepresentation,
)
from polyvox.compat.aleph_alpha_client.evaluation import EvaluationRequest, EvaluationResponse
from polyvox.compat.aleph_alpha_client.explanation import (
    CustomGranularity,
    Explanation,
    ExplanationPostprocessing,
    ExplanationRequest,
    ExplanationResponse,
    ImagePromptItemExplanation,
    ImageScore,
    PromptGranularity,
    TargetGranularity,
    TargetPromptItemExplanation,
    TargetScore,
    TextPromptItemExplanation,
    TextScore,
    TokenPromptItemExplanation,
    TokenScore,
)
from polyvox.compat.aleph_alpha_client.prompt import (
    ControlTokenOverlap,
    Cropping,
    Image,
    ImageControl,
    Prompt,
    Text,
    TextControl,
    TokenControl,
    Tokens,
)
from polyvox.compat.aleph_alpha_client.prompt_template import PromptTemplate
from polyvox.compat.aleph_alpha_client.reranking import (
    RerankRequest,
    RerankResponse,
    RerankResult,
    RerankUsage,
)
from polyvox.compat.aleph_alpha_client.steering import (
    SteeringConceptCreationRequest,
    SteeringConceptCreationResponse,
    SteeringPairedExample,
)
from polyvox.compat.aleph_alpha_client.structured_output import JSONSchema
from polyvox.compat.aleph_alpha_client.tokenization import TokenizationRequest, TokenizationResponse
from polyvox.compat.aleph_alpha_client.translation import (
    TranslationRequest,
    TranslationResponse,
    TranslationSegment,
)
from polyvox.compat.aleph_alpha_client.utils import load_base64_from_file, load_base64_from_url
from polyvox.compat.aleph_alpha_client.version import __version__

__all__ = [
    "POOLING_OPTIONS",
    "AsyncClient",
    "BatchSemanticEmbeddingRequest",
    "BatchSemanticEmbeddingResponse",
    "BusyError",
    "ChatRequest",
    "ChatResponse",
    "ChatStreamChunk",
    "Client",
    "CompletionRequest",
    "CompletionResponse",
    "CompletionResult",
    "CompletionSummary",
    "ControlTokenOverlap",
    "Cropping",
    "CustomGranularity",
    "DetokenizationRequest",
    "DetokenizationResponse",
    "Document",
    "EmbeddingRequest",
    "EmbeddingResponse",
    "EmbeddingV2Request",
    "EmbeddingV2Response",
    "EvaluationRequest",
    "EvaluationResponse",
    "Explanation",
    "ExplanationPostprocessing",
    "ExplanationRequest",
    "ExplanationResponse",
    "FinishReason",
    "FunctionCall",
    "Image",
    "ImageControl",
    "ImagePromptItemExplanation",
    "ImageScore",
    "InstructableEmbeddingRequest",
    "InstructableEmbeddingResponse",
    "JSONSchema",
    "Message",
    "Prompt",
    "PromptGranularity",
    "PromptTemplate",
    "QuotaError",
    "RerankRequest",
    "RerankResponse",
    "RerankResult",
    "RerankUsage",
    "Role",
    "SemanticEmbeddingRequest",
    "SemanticEmbeddingResponse",
    "SemanticRepresentation",
    "SteeringConceptCreationRequest",
    "SteeringConceptCreationResponse",
    "SteeringPairedExample",
    "StreamChunk",
    "StreamOptions",
    "StreamSummary",
    "TargetGranularity",
    "TargetPromptItemExplanation",
    "TargetScore",
    "Text",
    "TextControl",
    "TextMessage",
    "TextPromptItemExplanation",
    "TextScore",
    "TokenControl",
    "TokenPromptItemExplanation",
    "TokenScore",
    "TokenizationRequest",
    "TokenizationResponse",
    "Tokens",
    "ToolCall",
    "ToolFunction",
    "TranslationRequest",
    "TranslationResponse",
    "TranslationSegment",
    "Usage",
    "__version__",
    "load_base64_from_file",
    "load_base64_from_url",
]
