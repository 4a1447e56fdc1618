"""The whole API of AmigoChat. Generated from the specification; edit that instead."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient

    from .operations.chat import AsyncChatOperations, ChatOperations
    from .operations.images import AsyncImagesOperations, ImagesOperations

__all__ = ["AmigochatApi", "AsyncAmigochatApi"]


class AmigochatApi:
    """All operations of AmigoChat, by tag."""

    def __init__(self, client: ApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def chat(self) -> ChatOperations:
        """Conversations, answered as a whole or as a stream."""
        from .operations.chat import ChatOperations

        return ChatOperations(self._client)

    @cached_property
    def images(self) -> ImagesOperations:
        """Pictures made from a prompt."""
        from .operations.images import ImagesOperations

        return ImagesOperations(self._client)


class AsyncAmigochatApi:
    """Same as `AmigochatApi`."""

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind all operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    @cached_property
    def chat(self) -> AsyncChatOperations:
        """Conversations, answered as a whole or as a stream."""
        from .operations.chat import AsyncChatOperations

        return AsyncChatOperations(self._client)

    @cached_property
    def images(self) -> AsyncImagesOperations:
        """Pictures made from a prompt."""
        from .operations.images import AsyncImagesOperations

        return AsyncImagesOperations(self._client)
