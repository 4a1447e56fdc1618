"""Models of AI DIAL: sharing. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_applications import (
    ResourceMetadata,
    decode_resource_metadata,
    encode_resource_metadata,
)
from .shared_sharing import ResourceAccess, ResourceKind

__all__ = [
    "CopySharedRequest",
    "CreateShareRequest",
    "DiscardSharedRequest",
    "Invitation",
    "InvitationLink",
    "InvitationList",
    "InvitationType",
    "ListSharedRequest",
    "RevokeSharedRequest",
    "ShareDirection",
    "SharedResource",
    "SharedResourceLink",
    "SharedResourceList",
]


InvitationType: TypeAlias = Literal["LINK"] | str
"""How the invitation is delivered."""

ShareDirection: TypeAlias = Literal["me", "others"] | str
"""Shared with the caller, or with others by the caller."""


@define(eq=False, repr=False, weakref_slot=False)
class SharedResource(Model):
    """
    A resource and what others may do with it.

    Attributes:
        url: Storage URL; a trailing slash shares a folder.
        permissions: What is allowed. READ when left out of a share, everything when left out of a
            revocation.
        share_credentials: Let the invited use the credentials stored with the resource. Newer
            servers only.
    """

    url: str
    permissions: list[ResourceAccess] | Unset = UNSET
    share_credentials: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_shared_resource(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SharedResource:
        """The value of a decoded JSON object."""
        return decode_shared_resource(source)


_SHARED_RESOURCE: Final = frozenset({"url", "permissions", "shareCredentials"})


def decode_shared_resource(source: Any) -> SharedResource:
    """`SharedResource` of decoded JSON."""
    get = source.get
    return SharedResource(
        source["url"],
        get("permissions", UNSET),
        get("shareCredentials", UNSET),
        None if source.keys() <= _SHARED_RESOURCE else extra_of(source, _SHARED_RESOURCE),
    )


def encode_shared_resource(value: Any) -> JsonObject:
    """JSON of a `SharedResource`."""
    result: JsonObject = {}
    result["url"] = value.url
    if (item := value.permissions) is not UNSET:
        result["permissions"] = item
    if (item := value.share_credentials) is not UNSET:
        result["shareCredentials"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CreateShareRequest(Model):
    """
    What to share, and how.

    Attributes:
        resources: Resources of the caller.
        invitation_type: How the invitation is delivered.
        max_accepted_users: How many users may accept. Newer servers only.
    """

    resources: list[SharedResource]
    invitation_type: InvitationType
    max_accepted_users: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_create_share_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreateShareRequest:
        """The value of a decoded JSON object."""
        return decode_create_share_request(source)


_CREATE_SHARE_REQUEST: Final = frozenset({"resources", "invitationType", "maxAcceptedUsers"})


def decode_create_share_request(source: Any) -> CreateShareRequest:
    """`CreateShareRequest` of decoded JSON."""
    get = source.get
    return CreateShareRequest(
        [decode_shared_resource(item) if item.__class__ is dict else item for item in value]
        if (value := source["resources"]).__class__ is list
        else value,
        source["invitationType"],
        get("maxAcceptedUsers", UNSET),
        None if source.keys() <= _CREATE_SHARE_REQUEST else extra_of(source, _CREATE_SHARE_REQUEST),
    )


def encode_create_share_request(value: Any) -> JsonObject:
    """JSON of a `CreateShareRequest`."""
    result: JsonObject = {}
    item = value.resources
    result["resources"] = (
        [
            encode_shared_resource(part) if isinstance(part, SharedResource) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    result["invitationType"] = value.invitation_type
    if (item := value.max_accepted_users) is not UNSET:
        result["maxAcceptedUsers"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class InvitationLink(Model):
    """
    The invitation to pass on.

    Attributes:
        invitation_link: Path on the server, `/v1/invitations/<id>`.
    """

    invitation_link: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_invitation_link(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> InvitationLink:
        """The value of a decoded JSON object."""
        return decode_invitation_link(source)


_INVITATION_LINK: Final = frozenset({"invitationLink"})


def decode_invitation_link(source: Any) -> InvitationLink:
    """`InvitationLink` of decoded JSON."""
    return InvitationLink(
        source["invitationLink"],
        None if source.keys() <= _INVITATION_LINK else extra_of(source, _INVITATION_LINK),
    )


def encode_invitation_link(value: Any) -> JsonObject:
    """JSON of a `InvitationLink`."""
    result: JsonObject = {}
    result["invitationLink"] = value.invitation_link
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ListSharedRequest(Model):
    """
    Which shared resources to list.

    Attributes:
        resource_types: Types to list.
        with_: Shared with the caller, or with others by the caller.
        include_user_info: Add who shares with whom to every entry. Newer servers only.
    """

    resource_types: list[ResourceKind]
    with_: ShareDirection
    include_user_info: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_list_shared_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ListSharedRequest:
        """The value of a decoded JSON object."""
        return decode_list_shared_request(source)


_LIST_SHARED_REQUEST: Final = frozenset({"resourceTypes", "with", "includeUserInfo"})


def decode_list_shared_request(source: Any) -> ListSharedRequest:
    """`ListSharedRequest` of decoded JSON."""
    get = source.get
    return ListSharedRequest(
        source["resourceTypes"],
        source["with"],
        get("includeUserInfo", UNSET),
        None if source.keys() <= _LIST_SHARED_REQUEST else extra_of(source, _LIST_SHARED_REQUEST),
    )


def encode_list_shared_request(value: Any) -> JsonObject:
    """JSON of a `ListSharedRequest`."""
    result: JsonObject = {}
    result["resourceTypes"] = value.resource_types
    result["with"] = value.with_
    if (item := value.include_user_info) is not UNSET:
        result["includeUserInfo"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class SharedResourceList(Model):
    """
    Metadata of shared resources.

    Attributes:
        resources: One entry for each resource or folder.
    """

    resources: list[ResourceMetadata]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_shared_resource_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SharedResourceList:
        """The value of a decoded JSON object."""
        return decode_shared_resource_list(source)


_SHARED_RESOURCE_LIST: Final = frozenset({"resources"})


def decode_shared_resource_list(source: Any) -> SharedResourceList:
    """`SharedResourceList` of decoded JSON."""
    return SharedResourceList(
        [decode_resource_metadata(item) if item.__class__ is dict else item for item in value]
        if (value := source["resources"]).__class__ is list
        else value,
        None if source.keys() <= _SHARED_RESOURCE_LIST else extra_of(source, _SHARED_RESOURCE_LIST),
    )


def encode_shared_resource_list(value: Any) -> JsonObject:
    """JSON of a `SharedResourceList`."""
    result: JsonObject = {}
    item = value.resources
    result["resources"] = (
        [
            encode_resource_metadata(part) if isinstance(part, ResourceMetadata) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class SharedResourceLink(Model):
    """
    One shared resource.

    Attributes:
        url: Storage URL of the resource.
    """

    url: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_shared_resource_link(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SharedResourceLink:
        """The value of a decoded JSON object."""
        return decode_shared_resource_link(source)


_SHARED_RESOURCE_LINK: Final = frozenset({"url"})


def decode_shared_resource_link(source: Any) -> SharedResourceLink:
    """`SharedResourceLink` of decoded JSON."""
    return SharedResourceLink(
        source["url"],
        None if source.keys() <= _SHARED_RESOURCE_LINK else extra_of(source, _SHARED_RESOURCE_LINK),
    )


def encode_shared_resource_link(value: Any) -> JsonObject:
    """JSON of a `SharedResourceLink`."""
    result: JsonObject = {}
    result["url"] = value.url
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DiscardSharedRequest(Model):
    """
    Shared resources to give up.

    Attributes:
        resources: Resources that others shared with the caller.
    """

    resources: list[SharedResourceLink]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_discard_shared_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DiscardSharedRequest:
        """The value of a decoded JSON object."""
        return decode_discard_shared_request(source)


_DISCARD_SHARED_REQUEST: Final = frozenset({"resources"})


def decode_discard_shared_request(source: Any) -> DiscardSharedRequest:
    """`DiscardSharedRequest` of decoded JSON."""
    return DiscardSharedRequest(
        [decode_shared_resource_link(item) if item.__class__ is dict else item for item in value]
        if (value := source["resources"]).__class__ is list
        else value,
        None
        if source.keys() <= _DISCARD_SHARED_REQUEST
        else extra_of(source, _DISCARD_SHARED_REQUEST),
    )


def encode_discard_shared_request(value: Any) -> JsonObject:
    """JSON of a `DiscardSharedRequest`."""
    result: JsonObject = {}
    item = value.resources
    result["resources"] = (
        [
            encode_shared_resource_link(part) if isinstance(part, SharedResourceLink) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class RevokeSharedRequest(Model):
    """
    Access to withdraw.

    Attributes:
        resources: Resources of the caller, each with the permissions to withdraw.
    """

    resources: list[SharedResource]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_revoke_shared_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RevokeSharedRequest:
        """The value of a decoded JSON object."""
        return decode_revoke_shared_request(source)


_REVOKE_SHARED_REQUEST: Final = frozenset({"resources"})


def decode_revoke_shared_request(source: Any) -> RevokeSharedRequest:
    """`RevokeSharedRequest` of decoded JSON."""
    return RevokeSharedRequest(
        [decode_shared_resource(item) if item.__class__ is dict else item for item in value]
        if (value := source["resources"]).__class__ is list
        else value,
        None
        if source.keys() <= _REVOKE_SHARED_REQUEST
        else extra_of(source, _REVOKE_SHARED_REQUEST),
    )


def encode_revoke_shared_request(value: Any) -> JsonObject:
    """JSON of a `RevokeSharedRequest`."""
    result: JsonObject = {}
    item = value.resources
    result["resources"] = (
        [
            encode_shared_resource(part) if isinstance(part, SharedResource) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CopySharedRequest(Model):
    """
    Source and destination of copied grants.

    Attributes:
        source_url: Storage URL of the resource that has the grants.
        destination_url: Storage URL of the resource that shall have them too.
    """

    source_url: str
    destination_url: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_copy_shared_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CopySharedRequest:
        """The value of a decoded JSON object."""
        return decode_copy_shared_request(source)


_COPY_SHARED_REQUEST: Final = frozenset({"sourceUrl", "destinationUrl"})


def decode_copy_shared_request(source: Any) -> CopySharedRequest:
    """`CopySharedRequest` of decoded JSON."""
    return CopySharedRequest(
        source["sourceUrl"],
        source["destinationUrl"],
        None if source.keys() <= _COPY_SHARED_REQUEST else extra_of(source, _COPY_SHARED_REQUEST),
    )


def encode_copy_shared_request(value: Any) -> JsonObject:
    """JSON of a `CopySharedRequest`."""
    result: JsonObject = {}
    result["sourceUrl"] = value.source_url
    result["destinationUrl"] = value.destination_url
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Invitation(Model):
    """
    An offer of access to resources.

    Attributes:
        id: Id of the invitation.
        resources: What is offered.
        created_at: Time of creation, milliseconds since 1970.
        expire_at: End of the offer, milliseconds since 1970.
        author: Name of the inviting user. Newer servers only.
    """

    id: str
    resources: list[SharedResource] | Unset = UNSET
    created_at: int | Unset = UNSET
    expire_at: int | Unset = UNSET
    author: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_invitation(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Invitation:
        """The value of a decoded JSON object."""
        return decode_invitation(source)


_INVITATION: Final = frozenset({"id", "resources", "createdAt", "expireAt", "author"})


def decode_invitation(source: Any) -> Invitation:
    """`Invitation` of decoded JSON."""
    get = source.get
    return Invitation(
        source["id"],
        [decode_shared_resource(item) if item.__class__ is dict else item for item in value]
        if (value := get("resources", UNSET)).__class__ is list
        else value,
        get("createdAt", UNSET),
        get("expireAt", UNSET),
        get("author", UNSET),
        None if source.keys() <= _INVITATION else extra_of(source, _INVITATION),
    )


def encode_invitation(value: Any) -> JsonObject:
    """JSON of a `Invitation`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.resources) is not UNSET:
        result["resources"] = (
            [
                encode_shared_resource(part) if isinstance(part, SharedResource) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.created_at) is not UNSET:
        result["createdAt"] = item
    if (item := value.expire_at) is not UNSET:
        result["expireAt"] = item
    if (item := value.author) is not UNSET:
        result["author"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class InvitationList(Model):
    """
    Invitations created by the caller.

    Attributes:
        invitations: Open invitations.
    """

    invitations: list[Invitation]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_invitation_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> InvitationList:
        """The value of a decoded JSON object."""
        return decode_invitation_list(source)


_INVITATION_LIST: Final = frozenset({"invitations"})


def decode_invitation_list(source: Any) -> InvitationList:
    """`InvitationList` of decoded JSON."""
    return InvitationList(
        [decode_invitation(item) if item.__class__ is dict else item for item in value]
        if (value := source["invitations"]).__class__ is list
        else value,
        None if source.keys() <= _INVITATION_LIST else extra_of(source, _INVITATION_LIST),
    )


def encode_invitation_list(value: Any) -> JsonObject:
    """JSON of a `InvitationList`."""
    result: JsonObject = {}
    item = value.invitations
    result["invitations"] = (
        [encode_invitation(part) if isinstance(part, Invitation) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result
