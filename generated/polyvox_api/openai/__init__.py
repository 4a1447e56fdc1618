"""The API of OpenAI as typed operations and models. Generated; edit the specification."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import models
    from .client import AsyncOpenaiApi, OpenaiApi

__all__ = ["AsyncOpenaiApi", "OpenaiApi", "models"]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Load the client or the models when they are first asked for."""
        if name == "models":
            return import_module(f"{__name__}.models")
        if name in __all__:
            return getattr(import_module(f"{__name__}.client"), name)
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)


def __dir__() -> list[str]:
    """Names of the clients and the models."""
    return sorted(__all__)
