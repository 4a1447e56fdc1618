"""
`client.models` of Aleph Alpha.

Answers are the generated client's own classes: every field that a server left out reads as
`UNSET`, and what the specification does not know is in `extra`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from polyvox.backends.aleph_alpha import ops
from polyvox.backends.aleph_alpha.identity import FIELDS
from polyvox.backends.inputs import CallKeywords
from polyvox.backends.namespaces import Namespace
from polyvox_core.client import ApiClient, AsyncApiClient

if TYPE_CHECKING:
    from polyvox_api.aleph_alpha.models import ModelSettings

__all__ = ["AsyncModels", "Models"]


class Models(Namespace, of=FIELDS):
    """Which models there are."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def list(self, **options: Unpack[CallKeywords]) -> list[ModelSettings]:
        """All models, and what they can do."""
        return self._client.run(ops.list_models(self._client.settings, options))

    def get(self, name: str, **options: Unpack[CallKeywords]) -> ModelSettings:
        """One model, out of the listing; `NotFound` when there is none."""
        return self._client.run(ops.find_model(self._client.settings, name, options))


class AsyncModels(Namespace, of=FIELDS):
    """Same as `Models`, for asyncio."""

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client

    async def list(self, **options: Unpack[CallKeywords]) -> list[ModelSettings]:
        """Same as `Models.list`."""
        return await self._client.run(ops.list_models(self._client.settings, options))

    async def get(self, name: str, **options: Unpack[CallKeywords]) -> ModelSettings:
        """Same as `Models.get`."""
        return await self._client.run(ops.find_model(self._client.settings, name, options))
