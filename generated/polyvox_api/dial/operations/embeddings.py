"""Operations of AI DIAL: embeddings. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.model import UNSET, Unset
from polyvox_core.operation import Operation, Parameter, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.embeddings import EmbeddingsRequest, EmbeddingsResult

__all__ = [
    "AsyncEmbeddingsOperations",
    "CREATE_EMBEDDINGS",
    "EmbeddingsOperations",
]

CREATE_EMBEDDINGS: Operation[EmbeddingsResult] = Operation(
    id="create_embeddings",
    method="POST",
    path="/openai/deployments/{deployment_name}/embeddings",
    decode=late(__name__, "..models.embeddings", "decode_embeddings_result"),
    parameters=(
        Parameter("deployment_name", "path", segments=True),
        Parameter("api-version", "query"),
    ),
    body="json",
    encode=late(__name__, "..models.embeddings", "encode_embeddings_request"),
)


class EmbeddingsOperations:
    """Vectors for texts and attachments."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def create_embeddings(
        self,
        deployment_name: str,
        *,
        body: EmbeddingsRequest,
        api_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EmbeddingsResult:
        """
        Turn texts and attachments into vectors.

        Returns one vector per input, in the order of `index`. `custom_input` takes attachments, and
        lists that mix them with texts, for deployments that embed more than text. With
        `encoding_format` base64 each vector is a base64 string of little-endian floats.

        Args:
            deployment_name: Id of the deployment; stored applications contain slashes.
            api_version: Version of the upstream API. Core forwards it unchecked; Azure models need
                it.
            body: What to send.
            options: Limits, retries and headers of this call alone.

        Returns:
            The vectors.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core docs/open_api_core.yaml (2026); aidial-sdk 0.46, embeddings.
        """
        return self._client.call(
            CREATE_EMBEDDINGS,
            {"deployment_name": deployment_name, "api-version": api_version},
            body,
            options,
        )


class AsyncEmbeddingsOperations:
    """Same as `EmbeddingsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def create_embeddings(
        self,
        deployment_name: str,
        *,
        body: EmbeddingsRequest,
        api_version: str | Unset = UNSET,
        options: CallOptions | None = None,
    ) -> EmbeddingsResult:
        """Same as `EmbeddingsOperations.create_embeddings`."""
        return await self._client.call(
            CREATE_EMBEDDINGS,
            {"deployment_name": deployment_name, "api-version": api_version},
            body,
            options,
        )
