"""
`client.models` of AmigoChat: the table of `catalog`; nothing is sent.
"""

from __future__ import annotations

from polyvox.backends.amigochat.catalog import MODELS, get
from polyvox.backends.amigochat.identity import FIELDS
from polyvox.backends.amigochat.types import AmigoModel, Kind
from polyvox.backends.namespaces import Namespace

__all__ = ["AsyncModels", "Models"]


class Models(Namespace, of=FIELDS):
    """Models that the last public clients knew; the server has no list of its own."""

    def list(self, *, kind: Kind | None = None) -> list[AmigoModel]:
        """All of them, or those of one *kind*: `chat` or `image`."""
        return [model for model in MODELS if kind in {None, model.kind}]

    def get(self, name: str) -> AmigoModel:
        """The model that an id or an alias means; `ConfigError` when nobody knows it."""
        return get(name)


class AsyncModels(Namespace, of=FIELDS):
    """Same as `Models`, for asyncio."""

    async def list(self, *, kind: Kind | None = None) -> list[AmigoModel]:
        """Same as `Models.list`."""
        return [model for model in MODELS if kind in {None, model.kind}]

    async def get(self, name: str) -> AmigoModel:
        """Same as `Models.get`."""
        return get(name)
