"""The whole API of Alteryse. Generated from the specification; edit that instead."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient

    from .operations.instances import AsyncInstancesOperations, InstancesOperations

__all__ = ["AlteryseApi", "AsyncAlteryseApi"]


class AlteryseApi:
    """All operations of Alteryse, by tag."""

    def __init__(self, client: ApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def instances(self) -> InstancesOperations:
        """Running the model of an instance, as one answer or as a stream."""
        from .operations.instances import InstancesOperations

        return InstancesOperations(self._client)


class AsyncAlteryseApi:
    """Same as `AlteryseApi`."""

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def instances(self) -> AsyncInstancesOperations:
        """Running the model of an instance, as one answer or as a stream."""
        from .operations.instances import AsyncInstancesOperations

        return AsyncInstancesOperations(self._client)
