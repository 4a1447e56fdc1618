"""
What gpt4free's providers inherit: types, names of models, and answers as a whole.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, ClassVar, TypeAlias

from polyvox.compat.amigochat.images import ImageResponse

__all__ = [
    "AsyncGeneratorProvider",
    "AsyncResult",
    "Messages",
    "ModelNotSupportedError",
    "ProviderModelMixin",
]

Messages: TypeAlias = list[dict[str, str | list[dict[str, Any]]]]
AsyncResult: TypeAlias = AsyncIterator[str | ImageResponse]


class ModelNotSupportedError(ValueError):
    """The provider has no such model."""

    @property
    def message(self) -> str:
        """What happened."""
        return str(self)


class ProviderModelMixin:
    """Names of models; class attributes say which there are."""

    default_model: ClassVar[str] = ""
    models: ClassVar[list[str]] = []
    model_aliases: ClassVar[dict[str, str]] = {}

    @classmethod
    def get_models(cls) -> list[str]:
        """All models."""
        return cls.models or ([cls.default_model] if cls.default_model else [])

    @classmethod
    def get_model(cls, model: str | None) -> str:
        """
        The full name of *model*, which may be an alias; without one, the default's.

        Raises:
            ModelNotSupportedError: The provider lacks it.
        """
        name = model or cls.default_model
        name = cls.model_aliases.get(name, name)
        if cls.models and name not in cls.models:
            msg = f"{cls.__name__} has no model {model!r}. See {cls.__name__}.models."
            raise ModelNotSupportedError(msg)
        return name


class AsyncGeneratorProvider:
    """A provider whose answers come piece by piece, for asyncio."""

    supports_stream: ClassVar[bool] = True

    @staticmethod
    def create_async_generator(model: str, messages: Messages, **options: Any) -> AsyncResult:
        """The answer piece by piece; providers have their own."""
        msg = "This provider has no create_async_generator(). Use one that does."
        raise NotImplementedError(msg)

    @classmethod
    async def create_async(cls, model: str, messages: Messages, **options: Any) -> str:
        """The whole answer as one text."""
        pieces = cls.create_async_generator(model, messages, **options)
        return "".join([str(piece) async for piece in pieces])
