"""Models of AI DIAL: permissions. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_sharing import ResourceAccess

__all__ = [
    "ListPermissionsRequest",
    "PermissionDirection",
    "PermissionList",
    "PermissionReceiver",
    "PermissionedResource",
]


PermissionDirection: TypeAlias = Literal["ME", "OTHERS"] | str
"""Granted to the caller, or to others by the caller."""


@define(eq=False, repr=False, weakref_slot=False)
class PermissionedResource(Model):
    """
    A resource and what may be done with it.

    Attributes:
        url: Storage URL of the resource.
        permissions: What is allowed; at least one.
    """

    url: str
    permissions: list[ResourceAccess]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_permissioned_resource(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PermissionedResource:
        """The value of a decoded JSON object."""
        return decode_permissioned_resource(source)


_PERMISSIONED_RESOURCE: Final = frozenset({"url", "permissions"})


def decode_permissioned_resource(source: Any) -> PermissionedResource:
    """`PermissionedResource` of decoded JSON."""
    return PermissionedResource(
        source["url"],
        source["permissions"],
        None
        if source.keys() <= _PERMISSIONED_RESOURCE
        else extra_of(source, _PERMISSIONED_RESOURCE),
    )


def encode_permissioned_resource(value: Any) -> JsonObject:
    """JSON of a `PermissionedResource`."""
    result: JsonObject = {}
    result["url"] = value.url
    result["permissions"] = value.permissions
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PermissionReceiver(Model):
    """
    Grants to one deployment.

    Attributes:
        resource_permissions: The resources, each with its permissions.
        receiver: Id of the deployment that gets the grants.
    """

    resource_permissions: list[PermissionedResource]
    receiver: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_permission_receiver(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PermissionReceiver:
        """The value of a decoded JSON object."""
        return decode_permission_receiver(source)


_PERMISSION_RECEIVER: Final = frozenset({"resourcePermissions", "receiver"})


def decode_permission_receiver(source: Any) -> PermissionReceiver:
    """`PermissionReceiver` of decoded JSON."""
    return PermissionReceiver(
        [decode_permissioned_resource(item) if item.__class__ is dict else item for item in value]
        if (value := source["resourcePermissions"]).__class__ is list
        else value,
        source["receiver"],
        None if source.keys() <= _PERMISSION_RECEIVER else extra_of(source, _PERMISSION_RECEIVER),
    )


def encode_permission_receiver(value: Any) -> JsonObject:
    """JSON of a `PermissionReceiver`."""
    result: JsonObject = {}
    item = value.resource_permissions
    result["resourcePermissions"] = (
        [
            encode_permissioned_resource(part) if isinstance(part, PermissionedResource) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    result["receiver"] = value.receiver
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ListPermissionsRequest(Model):
    """
    Direction of the grants to list.

    Attributes:
        with_: Granted to the caller, or to others by the caller.
    """

    with_: PermissionDirection
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_list_permissions_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ListPermissionsRequest:
        """The value of a decoded JSON object."""
        return decode_list_permissions_request(source)


_LIST_PERMISSIONS_REQUEST: Final = frozenset({"with"})


def decode_list_permissions_request(source: Any) -> ListPermissionsRequest:
    """`ListPermissionsRequest` of decoded JSON."""
    return ListPermissionsRequest(
        source["with"],
        None
        if source.keys() <= _LIST_PERMISSIONS_REQUEST
        else extra_of(source, _LIST_PERMISSIONS_REQUEST),
    )


def encode_list_permissions_request(value: Any) -> JsonObject:
    """JSON of a `ListPermissionsRequest`."""
    result: JsonObject = {}
    result["with"] = value.with_
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PermissionList(Model):
    """
    Grants of one request; one of the two fields is present.

    Attributes:
        resources: What the caller may use.
        receivers: What the caller granted, by deployment.
    """

    resources: list[PermissionedResource] | Unset = UNSET
    receivers: list[PermissionReceiver] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_permission_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PermissionList:
        """The value of a decoded JSON object."""
        return decode_permission_list(source)


_PERMISSION_LIST: Final = frozenset({"resources", "receivers"})


def decode_permission_list(source: Any) -> PermissionList:
    """`PermissionList` of decoded JSON."""
    get = source.get
    return PermissionList(
        [decode_permissioned_resource(item) if item.__class__ is dict else item for item in value]
        if (value := get("resources", UNSET)).__class__ is list
        else value,
        [decode_permission_receiver(item) if item.__class__ is dict else item for item in value]
        if (value := get("receivers", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _PERMISSION_LIST else extra_of(source, _PERMISSION_LIST),
    )


def encode_permission_list(value: Any) -> JsonObject:
    """JSON of a `PermissionList`."""
    result: JsonObject = {}
    if (item := value.resources) is not UNSET:
        result["resources"] = (
            [
                encode_permissioned_resource(part)
                if isinstance(part, PermissionedResource)
                else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.receivers) is not UNSET:
        result["receivers"] = (
            [
                encode_permission_receiver(part) if isinstance(part, PermissionReceiver) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result
