"""Operations of Aleph Alpha: system. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

__all__ = [
    "AsyncSystemOperations",
    "GET_OPENAPI_DOCUMENT",
    "GET_VERSION",
    "SystemOperations",
]

GET_VERSION: Operation[str] = Operation(
    id="get_version",
    method="GET",
    path="/version",
    answer="text",
)
GET_OPENAPI_DOCUMENT: Operation[str] = Operation(
    id="get_openapi_document",
    method="GET",
    path="/openapi.yaml",
    answer="text",
)


class SystemOperations:
    """Version and description of the service."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def get_version(
        self,
        *,
        options: CallOptions | None = None,
    ) -> str:
        """
        Read the version of the service.

        Returns the bare version as text. The vendor's client sends its token here, too, and public
        gateways refuse callers without one.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The version.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, version; aleph-alpha-client 11.5.1, `get_version`.
        """
        return self._client.call(GET_VERSION, {}, None, options)

    def get_openapi_document(
        self,
        *,
        options: CallOptions | None = None,
    ) -> str:
        """
        Read the service's own description.

        Returns an OpenAPI 3.0 document as YAML text.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The document.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: Aleph Alpha API 4.7.0, GET /openapi.yaml.
        """
        return self._client.call(GET_OPENAPI_DOCUMENT, {}, None, options)


class AsyncSystemOperations:
    """Same as `SystemOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def get_version(
        self,
        *,
        options: CallOptions | None = None,
    ) -> str:
        """Same as `SystemOperations.get_version`."""
        return await self._client.call(GET_VERSION, {}, None, options)

    async def get_openapi_document(
        self,
        *,
        options: CallOptions | None = None,
    ) -> str:
        """Same as `SystemOperations.get_openapi_document`."""
        return await self._client.call(GET_OPENAPI_DOCUMENT, {}, None, options)
