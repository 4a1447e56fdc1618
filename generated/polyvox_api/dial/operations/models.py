"""Operations of AI DIAL: models. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.models import ModelList
    from ..models.shared_deployments_parts import ModelDeployment

__all__ = [
    "AsyncModelsOperations",
    "GET_MODEL",
    "LIST_MODELS",
    "ModelsOperations",
]

LIST_MODELS: Operation[ModelList] = Operation(
    id="list_models",
    method="GET",
    path="/openai/models",
    decode=late(__name__, "..models.models", "decode_model_list"),
)
GET_MODEL: Operation[ModelDeployment] = Operation(
    id="get_model",
    method="GET",
    path="/openai/models/{model_name}",
    decode=late(__name__, "..models.shared_deployments_parts", "decode_model_deployment"),
    parameters=(Parameter("model_name", "path", segments=True),),
)


class ModelsOperations:
    """The models among the deployments."""

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
        List the models the caller may use.

        Nulls are omitted, and any field may be absent.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The models.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, listings in /openai, 0.18 and 2026.
        """
        return self._client.call(LIST_MODELS, {}, None, options)

    def get_model(
        self,
        model_name: str,
        *,
        options: CallOptions | None = None,
    ) -> ModelDeployment:
        """
        Describe one model.

        An unknown name answers 404 and a forbidden one 403, both without a body.

        Args:
            model_name: Name of the model; may hold slashes.
            options: Limits, retries and headers of this call alone.

        Returns:
            The model.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core, listings in /openai, 0.18 and 2026.
        """
        return self._client.call(GET_MODEL, {"model_name": model_name}, None, options)


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
        model_name: str,
        *,
        options: CallOptions | None = None,
    ) -> ModelDeployment:
        """Same as `ModelsOperations.get_model`."""
        return await self._client.call(GET_MODEL, {"model_name": model_name}, None, options)
