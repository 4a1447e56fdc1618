"""
`client.models` of OpenAI.

Answers are the generated client's own classes: what a server adds, such as `max_model_len`, is a
field or in `extra`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from polyvox.backends.inputs import CallKeywords
from polyvox.backends.namespaces import Namespace
from polyvox.backends.openai.identity import FIELDS
from polyvox.backends.openai.ops import simple
from polyvox_api.openai.operations import models as models_api
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.flow import Flow

if TYPE_CHECKING:
    from polyvox_api.openai.models import ModelObject

__all__ = ["AsyncModels", "Models"]


def _listed(flow: Flow[Any]) -> Flow[list[Any]]:
    """The items of a listing's answer."""
    answer = yield from flow
    return list(answer.data or ())


class Models(Namespace, of=FIELDS):
    """Models that the key may use."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client

    def list(self, **options: Unpack[CallKeywords]) -> list[ModelObject]:
        """All models, in no promised order."""
        return self._client.run(
            _listed(simple(self._client.settings, models_api.LIST_MODELS, {}, options))
        )

    def get(self, name: str, **options: Unpack[CallKeywords]) -> ModelObject:
        """One model; `NotFound` when there is none, and on servers that only list."""
        return self._client.run(
            simple(self._client.settings, models_api.GET_MODEL, {"model": name}, options)
        )


class AsyncModels(Namespace, of=FIELDS):
    """Same as `Models`, for asyncio."""

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client

    async def list(self, **options: Unpack[CallKeywords]) -> list[ModelObject]:
        """Same as `Models.list`."""
        return await self._client.run(
            _listed(simple(self._client.settings, models_api.LIST_MODELS, {}, options))
        )

    async def get(self, name: str, **options: Unpack[CallKeywords]) -> ModelObject:
        """Same as `Models.get`."""
        return await self._client.run(
            simple(self._client.settings, models_api.GET_MODEL, {"model": name}, options)
        )
