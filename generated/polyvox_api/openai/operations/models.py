"""Operations of OpenAI: models. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.models import ModelList, ModelObject

__all__ = [
    "AsyncModelsOperations",
    "GET_MODEL",
    "LIST_MODELS",
    "ModelsOperations",
]

LIST_MODELS: Operation[ModelList] = Operation(
    id="list_models",
    method="GET",
    path="/models",
    decode=late(__name__, "..models.models", "decode_model_list"),
)
GET_MODEL: Operation[ModelObject] = Operation(
    id="get_model",
    method="GET",
    path="/models/{model}",
    decode=late(__name__, "..models.models", "decode_model_object"),
    parameters=(Parameter("model", "path", segments=True),),
)


class ModelsOperations:
    """The models that a key may use."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_models(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ModelList:
        """
        List the models that the key may use.

        Returns all models at once, in no promised order. Servers add fields of their own: vLLM
        `root`, `parent` and `max_model_len`, llama.cpp `meta`, OpenRouter `name`, `context_length`,
        `architecture` and `pricing`; some leave out `object`, `created` or `owned_by`.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The models.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, models (2026); OpenRouter documentation, models (2026).
        """
        return self._client.call(LIST_MODELS, {}, None, options)

    def get_model(
        self,
        model: str,
        *,
        options: CallOptions | None = None,
    ) -> ModelObject:
        """
        Read one model.

        Returns the model with this id. Ids may hold slashes and colons, as in
        `meta-llama/Llama-3.1-8B-Instruct` and `ft:gpt-4o-mini:acme::1`; slashes stay in the path.
        Several compatible servers list models only and answer 404 here.

        Args:
            model: Id of the model; may hold slashes.
            options: Limits, retries and headers of this call alone.

        Returns:
            The model.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: OpenAI API reference, models (2026).
        """
        return self._client.call(GET_MODEL, {"model": model}, None, options)


class AsyncModelsOperations:
    """Same as `ModelsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def list_models(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ModelList:
        """Same as `ModelsOperations.list_models`."""
        return await self._client.call(LIST_MODELS, {}, None, options)

    async def get_model(
        self,
        model: str,
        *,
        options: CallOptions | None = None,
    ) -> ModelObject:
        """Same as `ModelsOperations.get_model`."""
        return await self._client.call(GET_MODEL, {"model": model}, None, options)
