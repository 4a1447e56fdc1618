"""Operations of AI DIAL: resources. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, StreamRule, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions
    from polyvox_core.streams import AsyncStream, Stream

    from ..models.resources import (
        CopyResourceRequest,
        MoveResourceRequest,
        ResourceEvent,
        SubscribeResourcesRequest,
    )

__all__ = [
    "AsyncResourcesOperations",
    "COPY_RESOURCE",
    "MOVE_RESOURCE",
    "ResourcesOperations",
    "SUBSCRIBE_RESOURCES",
]

MOVE_RESOURCE: Operation[None] = Operation(
    id="move_resource",
    method="POST",
    path="/v1/ops/resource/move",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.resources", "encode_move_resource_request"),
    answer="empty",
)
COPY_RESOURCE: Operation[None] = Operation(
    id="copy_resource",
    method="POST",
    path="/v1/ops/resource/copy",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.resources", "encode_copy_resource_request"),
    answer="empty",
)
SUBSCRIBE_RESOURCES: Operation[ResourceEvent] = Operation(
    id="subscribe_resources",
    method="POST",
    path="/v1/ops/resource/subscribe",
    decode=late(__name__, "..models.resources", "decode_resource_event"),
    body="json",
    encode=late(__name__, "..models.resources", "encode_subscribe_resources_request"),
    stream=StreamRule("sse", endless=True),
)


class ResourcesOperations:
    """Moving, copying and watching stored resources of every kind."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def move_resource(
        self,
        *,
        body: MoveResourceRequest,
        options: CallOptions | None = None,
    ) -> None:
        """
        Move one stored resource to another URL.

        The resource keeps its content, and grants made through sharing follow it to the new URL.
        Source and destination must be of one type, must differ, and neither may be a folder.
        Without `overwrite` an existing destination is refused with 400, not with 409; a missing
        source is a 400 as well. A running application is refused with 409 until it is stopped. The
        answer has no body.

        Args:
            body: Where the resource is and where it shall go.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, ResourceOperationController; RouteTemplate (2026).
        """
        return self._client.call(MOVE_RESOURCE, {}, body, options)

    def copy_resource(
        self,
        *,
        body: CopyResourceRequest,
        options: CallOptions | None = None,
    ) -> None:
        """
        Copy one stored resource to another URL.

        The same rules as for a move, except that the source stays and needs only read access;
        copying an application or a toolset needs write access to the source. Older servers lack
        this operation and answer 404. The answer has no body.

        Args:
            body: What to copy, and where to.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core ResourceOperationController (2026); aidial-client 0.18,
        resources/files.
        """
        return self._client.call(COPY_RESOURCE, {}, body, options)

    def subscribe_resources(
        self,
        *,
        body: SubscribeResourcesRequest,
        options: CallOptions | None = None,
    ) -> Stream[ResourceEvent]:
        """
        Watch resources and receive one event for each change.

        A stream without an end: the server keeps it open and writes a comment line about once a
        minute to keep it alive, so a caller leaves it by closing. Folders are refused with 400.
        Changes made before the stream opened are not replayed.

        Args:
            body: The resources to watch.
            options: Limits, retries and headers of this call alone.

        Returns:
            A stream that opens when entered or first read.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, ResourceOperationController and HeartbeatService.
        """
        return self._client.stream(SUBSCRIBE_RESOURCES, {}, body, options)


class AsyncResourcesOperations:
    """Same as `ResourcesOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def move_resource(
        self,
        *,
        body: MoveResourceRequest,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `ResourcesOperations.move_resource`."""
        return await self._client.call(MOVE_RESOURCE, {}, body, options)

    async def copy_resource(
        self,
        *,
        body: CopyResourceRequest,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `ResourcesOperations.copy_resource`."""
        return await self._client.call(COPY_RESOURCE, {}, body, options)

    def subscribe_resources(
        self,
        *,
        body: SubscribeResourcesRequest,
        options: CallOptions | None = None,
    ) -> AsyncStream[ResourceEvent]:
        """Same as `ResourcesOperations.subscribe_resources`."""
        return self._client.stream(SUBSCRIBE_RESOURCES, {}, body, options)
