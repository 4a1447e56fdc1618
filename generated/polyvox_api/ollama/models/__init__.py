"""Models of Ollama, each loaded at its first use. Generated; edit the specification instead."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .embeddings import EmbedAnswer, EmbedPromptAnswer, EmbedPromptRequest, EmbedRequest
    from .generation import (
        ChatAnswer,
        ChatRequest,
        ChatTool,
        DoneReason,
        Format,
        FunctionDefinition,
        GenerateAnswer,
        GenerateRequest,
        TokenLogprob,
        ToolKind,
    )
    from .models import (
        CopyRequest,
        CreateRequest,
        DeleteRequest,
        FileDigests,
        ModelDescription,
        ModelDetails,
        ModelList,
        ModelSummary,
        ProgressStatus,
        PullRequest,
        PushRequest,
        RunningModel,
        RunningModelList,
        ShowRequest,
        ThinkingChoices,
    )
    from .other import BlobContent, ErrorAnswer
    from .shared import (
        ChatMessage,
        KeepAlive,
        OpenObject,
        Options,
        Role,
        Think,
        ToolCall,
        ToolCallFunction,
    )
    from .system import VersionAnswer

__all__ = [
    "BlobContent",
    "ChatAnswer",
    "ChatMessage",
    "ChatRequest",
    "ChatTool",
    "CopyRequest",
    "CreateRequest",
    "DeleteRequest",
    "DoneReason",
    "EmbedAnswer",
    "EmbedPromptAnswer",
    "EmbedPromptRequest",
    "EmbedRequest",
    "ErrorAnswer",
    "FileDigests",
    "Format",
    "FunctionDefinition",
    "GenerateAnswer",
    "GenerateRequest",
    "KeepAlive",
    "ModelDescription",
    "ModelDetails",
    "ModelList",
    "ModelSummary",
    "OpenObject",
    "Options",
    "ProgressStatus",
    "PullRequest",
    "PushRequest",
    "Role",
    "RunningModel",
    "RunningModelList",
    "ShowRequest",
    "Think",
    "ThinkingChoices",
    "TokenLogprob",
    "ToolCall",
    "ToolCallFunction",
    "ToolKind",
    "VersionAnswer",
]

_HOMES = {
    "BlobContent": "other",
    "ChatAnswer": "generation",
    "ChatMessage": "shared",
    "ChatRequest": "generation",
    "ChatTool": "generation",
    "CopyRequest": "models",
    "CreateRequest": "models",
    "DeleteRequest": "models",
    "DoneReason": "generation",
    "EmbedAnswer": "embeddings",
    "EmbedPromptAnswer": "embeddings",
    "EmbedPromptRequest": "embeddings",
    "EmbedRequest": "embeddings",
    "ErrorAnswer": "other",
    "FileDigests": "models",
    "Format": "generation",
    "FunctionDefinition": "generation",
    "GenerateAnswer": "generation",
    "GenerateRequest": "generation",
    "KeepAlive": "shared",
    "ModelDescription": "models",
    "ModelDetails": "models",
    "ModelList": "models",
    "ModelSummary": "models",
    "OpenObject": "shared",
    "Options": "shared",
    "ProgressStatus": "models",
    "PullRequest": "models",
    "PushRequest": "models",
    "Role": "shared",
    "RunningModel": "models",
    "RunningModelList": "models",
    "ShowRequest": "models",
    "Think": "shared",
    "ThinkingChoices": "models",
    "TokenLogprob": "generation",
    "ToolCall": "shared",
    "ToolCallFunction": "shared",
    "ToolKind": "generation",
    "VersionAnswer": "system",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Load the module of *name* when it is first asked for."""
        home = _HOMES.get(name)
        if home is None:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Names of all models."""
    return sorted(__all__)
