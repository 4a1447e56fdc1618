"""Operations of AI DIAL: system. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

__all__ = [
    "AsyncSystemOperations",
    "GET_HEALTH",
    "GET_VERSION",
    "SystemOperations",
]

GET_HEALTH: Operation[None] = Operation(
    id="get_health",
    method="GET",
    path="/health",
    decode=nothing,
    answer="empty",
    secured=False,
)
GET_VERSION: Operation[str] = Operation(
    id="get_version",
    method="GET",
    path="/version",
    answer="text",
    secured=False,
)


class SystemOperations:
    """Health and version of the server, without credentials."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def get_health(
        self,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """
        Check that the server is up.

        Answers 200 with an empty body when Core runs. Needs no credentials.

        Args:
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, Proxy.
        """
        return self._client.call(GET_HEALTH, {}, None, options)

    def get_version(
        self,
        *,
        options: CallOptions | None = None,
    ) -> str:
        """
        Read the version of the server.

        Answers the version of Core as plain text. Needs no credentials.

        Args:
            options: Limits, retries and headers of this call alone.

        Returns:
            The version.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, Proxy.
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

    async def get_health(
        self,
        *,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `SystemOperations.get_health`."""
        return await self._client.call(GET_HEALTH, {}, None, options)

    async def get_version(
        self,
        *,
        options: CallOptions | None = None,
    ) -> str:
        """Same as `SystemOperations.get_version`."""
        return await self._client.call(GET_VERSION, {}, None, options)
