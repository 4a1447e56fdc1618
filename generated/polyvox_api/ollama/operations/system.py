"""Operations of Ollama: system. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.system import VersionAnswer

__all__ = [
    "AsyncSystemOperations",
    "GET_VERSION",
    "SystemOperations",
]

GET_VERSION: Operation[VersionAnswer] = Operation(
    id="get_version",
    method="GET",
    path="/api/version",
    decode=late(__name__, "..models.system", "decode_version_answer"),
)


class SystemOperations:
    """The server itself."""

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
    ) -> VersionAnswer:
        """
        Get the version of the server.

        Returns the version; also the cheapest way to see whether a server is there.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The version.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ollama docs/openapi.yaml (2026-08).
        """
        return self._client.call(GET_VERSION, {}, None, options)


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
    ) -> VersionAnswer:
        """Same as `SystemOperations.get_version`."""
        return await self._client.call(GET_VERSION, {}, None, options)
