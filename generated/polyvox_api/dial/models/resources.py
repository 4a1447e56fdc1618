"""Models of AI DIAL: resources. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "CopyResourceRequest",
    "MoveResourceRequest",
    "ResourceEvent",
    "ResourceEventAction",
    "SubscribeResourcesRequest",
    "WatchedResource",
]


ResourceEventAction: TypeAlias = Literal["CREATE", "UPDATE", "DELETE"] | str
"""What happened to the resource."""


@define(eq=False, repr=False, weakref_slot=False)
class MoveResourceRequest(Model):
    """
    Source and destination of a move.

    Attributes:
        source_url: Storage URL of the resource, `<type>/<bucket>/<percent-encoded path>`.
        destination_url: Storage URL to move to, of the same type.
        overwrite: Replace an existing destination. False when left out.
    """

    source_url: str
    destination_url: str
    overwrite: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_move_resource_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> MoveResourceRequest:
        """The value of a decoded JSON object."""
        return decode_move_resource_request(source)


_MOVE_RESOURCE_REQUEST: Final = frozenset({"sourceUrl", "destinationUrl", "overwrite"})


def decode_move_resource_request(source: Any) -> MoveResourceRequest:
    """`MoveResourceRequest` of decoded JSON."""
    get = source.get
    return MoveResourceRequest(
        source["sourceUrl"],
        source["destinationUrl"],
        get("overwrite", UNSET),
        None
        if source.keys() <= _MOVE_RESOURCE_REQUEST
        else extra_of(source, _MOVE_RESOURCE_REQUEST),
    )


def encode_move_resource_request(value: Any) -> JsonObject:
    """JSON of a `MoveResourceRequest`."""
    result: JsonObject = {}
    result["sourceUrl"] = value.source_url
    result["destinationUrl"] = value.destination_url
    if (item := value.overwrite) is not UNSET:
        result["overwrite"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CopyResourceRequest(Model):
    """
    Source and destination of a copy.

    Attributes:
        source_url: Storage URL of the resource, `<type>/<bucket>/<percent-encoded path>`.
        destination_url: Storage URL to copy to, of the same type.
        overwrite: Replace an existing destination. False when left out.
        copy_credentials: Copy credentials of the global level along with the resource. Newer
            servers only.
    """

    source_url: str
    destination_url: str
    overwrite: bool | Unset = UNSET
    copy_credentials: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_copy_resource_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CopyResourceRequest:
        """The value of a decoded JSON object."""
        return decode_copy_resource_request(source)


_COPY_RESOURCE_REQUEST: Final = frozenset(
    {"sourceUrl", "destinationUrl", "overwrite", "copyCredentials"}
)


def decode_copy_resource_request(source: Any) -> CopyResourceRequest:
    """`CopyResourceRequest` of decoded JSON."""
    get = source.get
    return CopyResourceRequest(
        source["sourceUrl"],
        source["destinationUrl"],
        get("overwrite", UNSET),
        get("copyCredentials", UNSET),
        None
        if source.keys() <= _COPY_RESOURCE_REQUEST
        else extra_of(source, _COPY_RESOURCE_REQUEST),
    )


def encode_copy_resource_request(value: Any) -> JsonObject:
    """JSON of a `CopyResourceRequest`."""
    result: JsonObject = {}
    result["sourceUrl"] = value.source_url
    result["destinationUrl"] = value.destination_url
    if (item := value.overwrite) is not UNSET:
        result["overwrite"] = item
    if (item := value.copy_credentials) is not UNSET:
        result["copyCredentials"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class SubscribeResourcesRequest(Model):
    """
    The resources to watch.

    Attributes:
        resources: Items, not folders.
    """

    resources: list[WatchedResource]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_subscribe_resources_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> SubscribeResourcesRequest:
        """The value of a decoded JSON object."""
        return decode_subscribe_resources_request(source)


_SUBSCRIBE_RESOURCES_REQUEST: Final = frozenset({"resources"})


def decode_subscribe_resources_request(source: Any) -> SubscribeResourcesRequest:
    """`SubscribeResourcesRequest` of decoded JSON."""
    return SubscribeResourcesRequest(
        [decode_watched_resource(item) if item.__class__ is dict else item for item in value]
        if (value := source["resources"]).__class__ is list
        else value,
        None
        if source.keys() <= _SUBSCRIBE_RESOURCES_REQUEST
        else extra_of(source, _SUBSCRIBE_RESOURCES_REQUEST),
    )


def encode_subscribe_resources_request(value: Any) -> JsonObject:
    """JSON of a `SubscribeResourcesRequest`."""
    result: JsonObject = {}
    item = value.resources
    result["resources"] = (
        [
            encode_watched_resource(part) if isinstance(part, WatchedResource) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class WatchedResource(Model):
    """
    One resource to watch.

    Attributes:
        url: Storage URL of an item.
    """

    url: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_watched_resource(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> WatchedResource:
        """The value of a decoded JSON object."""
        return decode_watched_resource(source)


_WATCHED_RESOURCE: Final = frozenset({"url"})


def decode_watched_resource(source: Any) -> WatchedResource:
    """`WatchedResource` of decoded JSON."""
    return WatchedResource(
        source["url"],
        None if source.keys() <= _WATCHED_RESOURCE else extra_of(source, _WATCHED_RESOURCE),
    )


def encode_watched_resource(value: Any) -> JsonObject:
    """JSON of a `WatchedResource`."""
    result: JsonObject = {}
    result["url"] = value.url
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ResourceEvent(Model):
    """
    One change of a watched resource.

    Attributes:
        url: Storage URL of the changed resource.
        action: What happened to the resource.
        timestamp: Time of the change, milliseconds since 1970.
        etag: Entity tag after the change. Absent after a deletion.
    """

    url: str
    action: ResourceEventAction
    timestamp: int
    etag: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_resource_event(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResourceEvent:
        """The value of a decoded JSON object."""
        return decode_resource_event(source)


_RESOURCE_EVENT: Final = frozenset({"url", "action", "timestamp", "etag"})


def decode_resource_event(source: Any) -> ResourceEvent:
    """`ResourceEvent` of decoded JSON."""
    get = source.get
    return ResourceEvent(
        source["url"],
        source["action"],
        source["timestamp"],
        get("etag", UNSET),
        None if source.keys() <= _RESOURCE_EVENT else extra_of(source, _RESOURCE_EVENT),
    )


def encode_resource_event(value: Any) -> JsonObject:
    """JSON of a `ResourceEvent`."""
    result: JsonObject = {}
    result["url"] = value.url
    result["action"] = value.action
    result["timestamp"] = value.timestamp
    if (item := value.etag) is not UNSET:
        result["etag"] = item
    if value.extra:
        result.update(value.extra)
    return result
