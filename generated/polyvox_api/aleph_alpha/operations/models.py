"""Operations of Aleph Alpha: models. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.models import ListAvailableModelsResult, ListModelSettingsResult
    from ..models.shared import OpenObject

__all__ = [
    "AsyncModelsOperations",
    "GET_MODEL_TOKENIZER",
    "LIST_AVAILABLE_MODELS",
    "LIST_MODEL_SETTINGS",
    "ModelsOperations",
]

LIST_MODEL_SETTINGS: Operation[ListModelSettingsResult] = Operation(
    id="list_model_settings",
    method="GET",
    path="/model-settings",
    decode=late(__name__, "..models.models", "decode_list_model_settings_result"),
)
LIST_AVAILABLE_MODELS: Operation[ListAvailableModelsResult] = Operation(
    id="list_available_models",
    method="GET",
    path="/models_available",
    decode=late(__name__, "..models.models", "decode_list_available_models_result"),
)
GET_MODEL_TOKENIZER: Operation[OpenObject] = Operation(
    id="get_model_tokenizer",
    method="GET",
    path="/models/{model_name}/tokenizer",
    parameters=(Parameter("model_name", "path"),),
)


class ModelsOperations:
    """The models that the caller may use, their settings and tokenizers."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_model_settings(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListModelSettingsResult:
        """
        List the models that the caller may use, with their settings.

        Says of each model what it can do and whether a worker serves it now. Installations may add
        settings.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The models.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, modelSettings.
        """
        return self._client.call(LIST_MODEL_SETTINGS, {}, None, options)

    def list_available_models(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListAvailableModelsResult:
        """
        List the models that are served now.

        Deprecated by the vendor; `list_model_settings` takes its place. The vendor's client still
        uses it, and every model that was recorded has every key below.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The models.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, availableModels; aleph-alpha-client 11.5.1 and its recorded
        traffic (2025), 18 models.
        """
        return self._client.call(LIST_AVAILABLE_MODELS, {}, None, options)

    def get_model_tokenizer(
        self,
        model_name: str,
        *,
        options: CallOptions | None = None,
    ) -> OpenObject:
        """
        Read the tokenizer of a model.

        Returns the JSON that the Hugging Face library `tokenizers` loads; it may have several
        megabytes, and its shape is that library's.

        Args:
            model_name: Name of the model.
            options: Limits, retries and headers of this call alone.

        Returns:
            The tokenizer.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, getModelTokenizer; aleph-alpha-client 11.5.1, `tokenizer`,
        and its recorded traffic (2025).
        """
        return self._client.call(GET_MODEL_TOKENIZER, {"model_name": model_name}, None, options)


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

    async def list_model_settings(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListModelSettingsResult:
        """Same as `ModelsOperations.list_model_settings`."""
        return await self._client.call(LIST_MODEL_SETTINGS, {}, None, options)

    async def list_available_models(
        self,
        *,
        options: CallOptions | None = None,
    ) -> ListAvailableModelsResult:
        """Same as `ModelsOperations.list_available_models`."""
        return await self._client.call(LIST_AVAILABLE_MODELS, {}, None, options)

    async def get_model_tokenizer(
        self,
        model_name: str,
        *,
        options: CallOptions | None = None,
    ) -> OpenObject:
        """Same as `ModelsOperations.get_model_tokenizer`."""
        return await self._client.call(
            GET_MODEL_TOKENIZER, {"model_name": model_name}, None, options
        )
