"""Models of AI DIAL: notifications. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "DeleteNotificationsRequest",
    "ListNotificationsRequest",
    "Notification",
    "NotificationList",
    "NotificationType",
]


NotificationType: TypeAlias = Literal["PUBLICATION"] | str
"""What a notification is about."""


@define(eq=False, repr=False, weakref_slot=False)
class Notification(Model):
    """
    One message to the caller.

    Attributes:
        id: Id of the notification.
        url: Storage URL of the resource it is about.
        type: What a notification is about.
        message: Text, for example the reason of a rejection.
        timestamp: Time of the notification, milliseconds since 1970.
    """

    id: str
    url: str | Unset = UNSET
    type: NotificationType | Unset = UNSET
    message: str | None | Unset = UNSET
    timestamp: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_notification(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Notification:
        """The value of a decoded JSON object."""
        return decode_notification(source)


_NOTIFICATION: Final = frozenset({"id", "url", "type", "message", "timestamp"})


def decode_notification(source: Any) -> Notification:
    """`Notification` of decoded JSON."""
    get = source.get
    return Notification(
        source["id"],
        get("url", UNSET),
        get("type", UNSET),
        get("message", UNSET),
        get("timestamp", UNSET),
        None if source.keys() <= _NOTIFICATION else extra_of(source, _NOTIFICATION),
    )


def encode_notification(value: Any) -> JsonObject:
    """JSON of a `Notification`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.url) is not UNSET:
        result["url"] = item
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.message) is not UNSET:
        result["message"] = item
    if (item := value.timestamp) is not UNSET:
        result["timestamp"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class NotificationList(Model):
    """
    The caller's notifications.

    Attributes:
        notifications: The notifications, oldest first.
    """

    notifications: list[Notification]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_notification_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> NotificationList:
        """The value of a decoded JSON object."""
        return decode_notification_list(source)


_NOTIFICATION_LIST: Final = frozenset({"notifications"})


def decode_notification_list(source: Any) -> NotificationList:
    """`NotificationList` of decoded JSON."""
    return NotificationList(
        [decode_notification(item) if item.__class__ is dict else item for item in value]
        if (value := source["notifications"]).__class__ is list
        else value,
        None if source.keys() <= _NOTIFICATION_LIST else extra_of(source, _NOTIFICATION_LIST),
    )


def encode_notification_list(value: Any) -> JsonObject:
    """JSON of a `NotificationList`."""
    result: JsonObject = {}
    item = value.notifications
    result["notifications"] = (
        [encode_notification(part) if isinstance(part, Notification) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DeleteNotificationsRequest(Model):
    """
    Notifications to delete.

    Attributes:
        ids: Ids of the notifications.
    """

    ids: list[str]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_delete_notifications_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DeleteNotificationsRequest:
        """The value of a decoded JSON object."""
        return decode_delete_notifications_request(source)


_DELETE_NOTIFICATIONS_REQUEST: Final = frozenset({"ids"})


def decode_delete_notifications_request(source: Any) -> DeleteNotificationsRequest:
    """`DeleteNotificationsRequest` of decoded JSON."""
    return DeleteNotificationsRequest(
        source["ids"],
        None
        if source.keys() <= _DELETE_NOTIFICATIONS_REQUEST
        else extra_of(source, _DELETE_NOTIFICATIONS_REQUEST),
    )


def encode_delete_notifications_request(value: Any) -> JsonObject:
    """JSON of a `DeleteNotificationsRequest`."""
    result: JsonObject = {}
    result["ids"] = value.ids
    if value.extra:
        result.update(value.extra)
    return result


ListNotificationsRequest: TypeAlias = JsonObject
"""An empty object."""
