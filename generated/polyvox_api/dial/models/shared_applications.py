"""Models of AI DIAL: shared_applications. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ResourceMetadata",
    "ResourceMetadataNodeType",
    "ResourceMetadataResourceType",
]


ResourceMetadataNodeType: TypeAlias = Literal["ITEM", "FOLDER"] | str
"""Whether it is an item or a folder."""

ResourceMetadataResourceType: TypeAlias = (
    Literal["FILE", "CONVERSATION", "PROMPT", "APPLICATION", "TOOL_SET", "SKILL"] | str
)
"""Kind of resource."""


@define(eq=False, repr=False, weakref_slot=False)
class ResourceMetadata(Model):
    """
    An item or a folder of any kind. A folder has `items` and a `url` that ends with `/`; only files
    have `contentLength` and `contentType`. Compare urls after unquoting.

    Attributes:
        name: Last segment of the path; null at the root of a bucket.
        parent_path: Path of the folder it lies in; null at the root.
        bucket: Bucket it lies in.
        url: `<kind>/<bucket>/<path>`, percent-encoded.
        node_type: Whether it is an item or a folder.
        resource_type: Kind of resource.
        created_at: Creation time in milliseconds since 1970.
        updated_at: Last change in milliseconds since 1970.
        etag: Entity tag, the lower-case MD5; often absent in listings.
        author: Who wrote it.
        permissions: What the caller may do, when asked for.
        content_length: Size in bytes.
        content_type: MIME type as uploaded.
        shared_by: Who shared it with the caller; the shape is not known.
        shared_with: Whom the caller shared it with; the shape is not known.
        attributes: Name, description and version from the manifest of a skill.
        next_token: Token of the next page; absent on the last one.
        items: Children of a folder; null for a folder inside a listing.
    """

    name: str | None | Unset = UNSET
    parent_path: str | None | Unset = UNSET
    bucket: str | Unset = UNSET
    url: str | Unset = UNSET
    node_type: ResourceMetadataNodeType | Unset = UNSET
    resource_type: ResourceMetadataResourceType | Unset = UNSET
    created_at: int | Unset = UNSET
    updated_at: int | Unset = UNSET
    etag: str | Unset = UNSET
    author: str | Unset = UNSET
    permissions: list[str] | Unset = UNSET
    content_length: int | Unset = UNSET
    content_type: str | Unset = UNSET
    shared_by: Any = UNSET
    shared_with: Any = UNSET
    attributes: JsonObject | Unset = UNSET
    next_token: str | Unset = UNSET
    items: list[ResourceMetadata] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_resource_metadata(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ResourceMetadata:
        """The value of a decoded JSON object."""
        return decode_resource_metadata(source)


_RESOURCE_METADATA: Final = frozenset(
    {
        "name",
        "parentPath",
        "bucket",
        "url",
        "nodeType",
        "resourceType",
        "createdAt",
        "updatedAt",
        "etag",
        "author",
        "permissions",
        "contentLength",
        "contentType",
        "sharedBy",
        "sharedWith",
        "attributes",
        "nextToken",
        "items",
    }
)


def decode_resource_metadata(source: Any) -> ResourceMetadata:
    """`ResourceMetadata` of decoded JSON."""
    get = source.get
    return ResourceMetadata(
        get("name", UNSET),
        get("parentPath", UNSET),
        get("bucket", UNSET),
        get("url", UNSET),
        get("nodeType", UNSET),
        get("resourceType", UNSET),
        get("createdAt", UNSET),
        get("updatedAt", UNSET),
        get("etag", UNSET),
        get("author", UNSET),
        get("permissions", UNSET),
        get("contentLength", UNSET),
        get("contentType", UNSET),
        get("sharedBy", UNSET),
        get("sharedWith", UNSET),
        get("attributes", UNSET),
        get("nextToken", UNSET),
        [decode_resource_metadata(item) if item.__class__ is dict else item for item in value]
        if (value := get("items", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _RESOURCE_METADATA else extra_of(source, _RESOURCE_METADATA),
    )


def encode_resource_metadata(value: Any) -> JsonObject:
    """JSON of a `ResourceMetadata`."""
    result: JsonObject = {}
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.parent_path) is not UNSET:
        result["parentPath"] = item
    if (item := value.bucket) is not UNSET:
        result["bucket"] = item
    if (item := value.url) is not UNSET:
        result["url"] = item
    if (item := value.node_type) is not UNSET:
        result["nodeType"] = item
    if (item := value.resource_type) is not UNSET:
        result["resourceType"] = item
    if (item := value.created_at) is not UNSET:
        result["createdAt"] = item
    if (item := value.updated_at) is not UNSET:
        result["updatedAt"] = item
    if (item := value.etag) is not UNSET:
        result["etag"] = item
    if (item := value.author) is not UNSET:
        result["author"] = item
    if (item := value.permissions) is not UNSET:
        result["permissions"] = item
    if (item := value.content_length) is not UNSET:
        result["contentLength"] = item
    if (item := value.content_type) is not UNSET:
        result["contentType"] = item
    if (item := value.shared_by) is not UNSET:
        result["sharedBy"] = item
    if (item := value.shared_with) is not UNSET:
        result["sharedWith"] = item
    if (item := value.attributes) is not UNSET:
        result["attributes"] = item
    if (item := value.next_token) is not UNSET:
        result["nextToken"] = item
    if (item := value.items) is not UNSET:
        result["items"] = (
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
