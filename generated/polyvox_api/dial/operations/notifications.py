"""Operations of AI DIAL: notifications. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyvox_core.operation import Operation, late, nothing

if TYPE_CHECKING:
    from polyvox_core.client import ApiClient, AsyncApiClient, CallOptions

    from ..models.notifications import (
        DeleteNotificationsRequest,
        ListNotificationsRequest,
        NotificationList,
    )

__all__ = [
    "AsyncNotificationsOperations",
    "DELETE_NOTIFICATIONS",
    "LIST_NOTIFICATIONS",
    "NotificationsOperations",
]

LIST_NOTIFICATIONS: Operation[NotificationList] = Operation(
    id="list_notifications",
    method="POST",
    path="/v1/ops/notification/list",
    decode=late(__name__, "..models.notifications", "decode_notification_list"),
    body="json",
)
DELETE_NOTIFICATIONS: Operation[None] = Operation(
    id="delete_notifications",
    method="POST",
    path="/v1/ops/notification/delete",
    decode=nothing,
    body="json",
    encode=late(__name__, "..models.notifications", "encode_delete_notifications_request"),
    answer="empty",
)


class NotificationsOperations:
    """Notifications addressed to the caller."""

    __slots__ = ("_client",)

    def __init__(self, client: ApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    def list_notifications(
        self,
        *,
        body: ListNotificationsRequest,
        options: CallOptions | None = None,
    ) -> NotificationList:
        """
        List the caller's notifications.

        Takes an empty object. The only kind so far tells an author what became of a publication
        request.

        Args:
            body: An empty object.
            options: Limits, retries and headers of this call alone.

        Returns:
            The notifications, without pages.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, NotificationController.
        """
        return self._client.call(LIST_NOTIFICATIONS, {}, body, options)

    def delete_notifications(
        self,
        *,
        body: DeleteNotificationsRequest,
        options: CallOptions | None = None,
    ) -> None:
        """
        Delete notifications of the caller.

        Ids that do not exist are passed over; an empty list is a 400. The answer has no body.

        Args:
            body: The notifications to delete.
            options: Limits, retries and headers of this call alone.

        Raises:
            PolyvoxError: No usable answer came; the subclass says why.

        Source: ai-dial-core 0.18, NotificationController and NotificationService.
        """
        return self._client.call(DELETE_NOTIFICATIONS, {}, body, options)


class AsyncNotificationsOperations:
    """Same as `NotificationsOperations`."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncApiClient) -> None:
        """
        Bind the operations to a client.

        Args:
            client: Sends the requests.
        """
        self._client = client

    async def list_notifications(
        self,
        *,
        body: ListNotificationsRequest,
        options: CallOptions | None = None,
    ) -> NotificationList:
        """Same as `NotificationsOperations.list_notifications`."""
        return await self._client.call(LIST_NOTIFICATIONS, {}, body, options)

    async def delete_notifications(
        self,
        *,
        body: DeleteNotificationsRequest,
        options: CallOptions | None = None,
    ) -> None:
        """Same as `NotificationsOperations.delete_notifications`."""
        return await self._client.call(DELETE_NOTIFICATIONS, {}, body, options)
