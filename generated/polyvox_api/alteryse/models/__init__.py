"""Models of Alteryse, each loaded at its first use. Generated; edit the specification instead."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .instances import (
        ChatMessage,
        ChatRequest,
        GenerateRequest,
        Options,
        PieceMessage,
        Role,
        RunRequest,
        TextAnswer,
        TextPiece,
    )
    from .other import ErrorAnswer, UnavailableAnswer

__all__ = [
    "ChatMessage",
    "ChatRequest",
    "ErrorAnswer",
    "GenerateRequest",
    "Options",
    "PieceMessage",
    "Role",
    "RunRequest",
    "TextAnswer",
    "TextPiece",
    "UnavailableAnswer",
]

_HOMES = {
    "ChatMessage": "instances",
    "ChatRequest": "instances",
    "ErrorAnswer": "other",
    "GenerateRequest": "instances",
    "Options": "instances",
    "PieceMessage": "instances",
    "Role": "instances",
    "RunRequest": "instances",
    "TextAnswer": "instances",
    "TextPiece": "instances",
    "UnavailableAnswer": "other",
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
