"""Models of AmigoChat, each loaded at its first use. Generated; edit the specification instead."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .chat import (
        ChatAnswer,
        ChatChoice,
        ChatChunk,
        ChatCompletion,
        ChatDelta,
        ChatEnvelope,
        ChatEnvelopeMessage,
        ChatMessage,
        ChatRequest,
        ChunkChoice,
        ContentPart,
        ImagePart,
        ImageUrl,
        Role,
        TextPart,
        Usage,
    )
    from .images import GeneratedImage, ImageAnswer, ImageRequest
    from .other import ErrorAnswer

__all__ = [
    "ChatAnswer",
    "ChatChoice",
    "ChatChunk",
    "ChatCompletion",
    "ChatDelta",
    "ChatEnvelope",
    "ChatEnvelopeMessage",
    "ChatMessage",
    "ChatRequest",
    "ChunkChoice",
    "ContentPart",
    "ErrorAnswer",
    "GeneratedImage",
    "ImageAnswer",
    "ImagePart",
    "ImageRequest",
    "ImageUrl",
    "Role",
    "TextPart",
    "Usage",
]

_HOMES = {
    "ChatAnswer": "chat",
    "ChatChoice": "chat",
    "ChatChunk": "chat",
    "ChatCompletion": "chat",
    "ChatDelta": "chat",
    "ChatEnvelope": "chat",
    "ChatEnvelopeMessage": "chat",
    "ChatMessage": "chat",
    "ChatRequest": "chat",
    "ChunkChoice": "chat",
    "ContentPart": "chat",
    "ErrorAnswer": "other",
    "GeneratedImage": "images",
    "ImageAnswer": "images",
    "ImagePart": "chat",
    "ImageRequest": "images",
    "ImageUrl": "chat",
    "Role": "chat",
    "TextPart": "chat",
    "Usage": "chat",
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
