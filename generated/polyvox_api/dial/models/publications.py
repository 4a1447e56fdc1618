"""Models of AI DIAL: publications. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_applications import (
    ResourceMetadata,
    decode_resource_metadata,
    encode_resource_metadata,
)
from .shared_sharing import ResourceKind

__all__ = [
    "CreatePublicationRequest",
    "ListPublishedResourcesRequest",
    "Publication",
    "PublicationAction",
    "PublicationLink",
    "PublicationList",
    "PublicationResource",
    "PublicationRule",
    "PublicationRuleFunction",
    "PublicationRuleList",
    "PublicationRulesByFolder",
    "PublicationStatus",
    "PublishedResourceList",
    "RejectPublicationRequest",
    "UpdatePublicationRequest",
]


PublicationStatus: TypeAlias = Literal["PENDING", "APPROVED", "REJECTED"] | str
"""Where a publication request stands."""

PublicationAction: TypeAlias = Literal["ADD", "DELETE", "ADD_IF_ABSENT"] | str
"""What the publication does to the target."""

PublicationRuleFunction: TypeAlias = Literal["TRUE", "FALSE", "EQUAL", "CONTAIN", "REGEX"] | str
"""How a rule compares. TRUE and FALSE compare nothing."""


@define(eq=False, repr=False, weakref_slot=False)
class PublicationLink(Model):
    """
    Names a publication request, a bucket of requests, or a public folder.

    Attributes:
        url: `publications/<bucket>/<id>` for a request, `publications/<bucket>/` for a bucket,
            `public/<path>/` for a folder.
    """

    url: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_publication_link(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PublicationLink:
        """The value of a decoded JSON object."""
        return decode_publication_link(source)


_PUBLICATION_LINK: Final = frozenset({"url"})


def decode_publication_link(source: Any) -> PublicationLink:
    """`PublicationLink` of decoded JSON."""
    return PublicationLink(
        source["url"],
        None if source.keys() <= _PUBLICATION_LINK else extra_of(source, _PUBLICATION_LINK),
    )


def encode_publication_link(value: Any) -> JsonObject:
    """JSON of a `PublicationLink`."""
    result: JsonObject = {}
    result["url"] = value.url
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PublicationResource(Model):
    """
    One resource of a publication request.

    Attributes:
        action: What the publication does to the target.
        source_url: Storage URL in the caller's bucket. Not needed for DELETE.
        target_url: Storage URL in the bucket `public`, below the target folder.
        review_url: Storage URL of the copy that the administrator reviews. Set by the server.
    """

    action: PublicationAction | Unset = UNSET
    source_url: str | None | Unset = UNSET
    target_url: str | None | Unset = UNSET
    review_url: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_publication_resource(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PublicationResource:
        """The value of a decoded JSON object."""
        return decode_publication_resource(source)


_PUBLICATION_RESOURCE: Final = frozenset({"action", "sourceUrl", "targetUrl", "reviewUrl"})


def decode_publication_resource(source: Any) -> PublicationResource:
    """`PublicationResource` of decoded JSON."""
    get = source.get
    return PublicationResource(
        get("action", UNSET),
        get("sourceUrl", UNSET),
        get("targetUrl", UNSET),
        get("reviewUrl", UNSET),
        None if source.keys() <= _PUBLICATION_RESOURCE else extra_of(source, _PUBLICATION_RESOURCE),
    )


def encode_publication_resource(value: Any) -> JsonObject:
    """JSON of a `PublicationResource`."""
    result: JsonObject = {}
    if (item := value.action) is not UNSET:
        result["action"] = item
    if (item := value.source_url) is not UNSET:
        result["sourceUrl"] = item
    if (item := value.target_url) is not UNSET:
        result["targetUrl"] = item
    if (item := value.review_url) is not UNSET:
        result["reviewUrl"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PublicationRule(Model):
    """
    Who may read a public folder; a user needs to meet one rule of every folder on the way.

    Attributes:
        function: How a rule compares. TRUE and FALSE compare nothing.
        source: Claim of the user to look at, for example `roles`. The server asks for it in every
            rule.
        targets: Values to compare with; one match is enough.
    """

    function: PublicationRuleFunction | Unset = UNSET
    source: str | None | Unset = UNSET
    targets: list[str] | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_publication_rule(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PublicationRule:
        """The value of a decoded JSON object."""
        return decode_publication_rule(source)


_PUBLICATION_RULE: Final = frozenset({"function", "source", "targets"})


def decode_publication_rule(source: Any) -> PublicationRule:
    """`PublicationRule` of decoded JSON."""
    get = source.get
    return PublicationRule(
        get("function", UNSET),
        get("source", UNSET),
        get("targets", UNSET),
        None if source.keys() <= _PUBLICATION_RULE else extra_of(source, _PUBLICATION_RULE),
    )


def encode_publication_rule(value: Any) -> JsonObject:
    """JSON of a `PublicationRule`."""
    result: JsonObject = {}
    if (item := value.function) is not UNSET:
        result["function"] = item
    if (item := value.source) is not UNSET:
        result["source"] = item
    if (item := value.targets) is not UNSET:
        result["targets"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Publication(Model):
    """
    A request to publish or withdraw resources.

    Attributes:
        url: Storage URL of the request, `publications/<bucket>/<id>`.
        name: Title of the request.
        target_folder: Public folder with a trailing slash.
        status: Where a publication request stands.
        created_at: Time of creation, milliseconds since 1970.
        resources: What is published. Absent in lists.
        resource_types: Types of the resources.
        rules: Who may read the target folder. Absent in lists.
        etag: Entity tag of the request. Newer servers only.
        author: Author of the request. Newer servers only.
        display_author: Name to show for the author. Newer servers only.
    """

    url: str | Unset = UNSET
    name: str | Unset = UNSET
    target_folder: str | Unset = UNSET
    status: PublicationStatus | Unset = UNSET
    created_at: int | Unset = UNSET
    resources: list[PublicationResource] | Unset = UNSET
    resource_types: list[ResourceKind] | Unset = UNSET
    rules: list[PublicationRule] | Unset = UNSET
    etag: str | Unset = UNSET
    author: str | Unset = UNSET
    display_author: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_publication(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Publication:
        """The value of a decoded JSON object."""
        return decode_publication(source)


_PUBLICATION: Final = frozenset(
    {
        "url",
        "name",
        "targetFolder",
        "status",
        "createdAt",
        "resources",
        "resourceTypes",
        "rules",
        "etag",
        "author",
        "displayAuthor",
    }
)


def decode_publication(source: Any) -> Publication:
    """`Publication` of decoded JSON."""
    get = source.get
    return Publication(
        get("url", UNSET),
        get("name", UNSET),
        get("targetFolder", UNSET),
        get("status", UNSET),
        get("createdAt", UNSET),
        [decode_publication_resource(item) if item.__class__ is dict else item for item in value]
        if (value := get("resources", UNSET)).__class__ is list
        else value,
        get("resourceTypes", UNSET),
        [decode_publication_rule(item) if item.__class__ is dict else item for item in value]
        if (value := get("rules", UNSET)).__class__ is list
        else value,
        get("etag", UNSET),
        get("author", UNSET),
        get("displayAuthor", UNSET),
        None if source.keys() <= _PUBLICATION else extra_of(source, _PUBLICATION),
    )


def encode_publication(value: Any) -> JsonObject:
    """JSON of a `Publication`."""
    result: JsonObject = {}
    if (item := value.url) is not UNSET:
        result["url"] = item
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.target_folder) is not UNSET:
        result["targetFolder"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.created_at) is not UNSET:
        result["createdAt"] = item
    if (item := value.resources) is not UNSET:
        result["resources"] = (
            [
                encode_publication_resource(part) if isinstance(part, PublicationResource) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.resource_types) is not UNSET:
        result["resourceTypes"] = item
    if (item := value.rules) is not UNSET:
        result["rules"] = (
            [
                encode_publication_rule(part) if isinstance(part, PublicationRule) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.etag) is not UNSET:
        result["etag"] = item
    if (item := value.author) is not UNSET:
        result["author"] = item
    if (item := value.display_author) is not UNSET:
        result["displayAuthor"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PublicationList(Model):
    """
    Publication requests in short form.

    Attributes:
        publications: The requests.
    """

    publications: list[Publication]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_publication_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PublicationList:
        """The value of a decoded JSON object."""
        return decode_publication_list(source)


_PUBLICATION_LIST: Final = frozenset({"publications"})


def decode_publication_list(source: Any) -> PublicationList:
    """`PublicationList` of decoded JSON."""
    return PublicationList(
        [decode_publication(item) if item.__class__ is dict else item for item in value]
        if (value := source["publications"]).__class__ is list
        else value,
        None if source.keys() <= _PUBLICATION_LIST else extra_of(source, _PUBLICATION_LIST),
    )


def encode_publication_list(value: Any) -> JsonObject:
    """JSON of a `PublicationList`."""
    result: JsonObject = {}
    item = value.publications
    result["publications"] = (
        [encode_publication(part) if isinstance(part, Publication) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CreatePublicationRequest(Model):
    """
    A new publication request.

    Attributes:
        name: Title of the request.
        target_folder: Public folder with a trailing slash, for example `public/finance/`.
        resources: What to publish or withdraw.
        rules: Who may read the target folder.
    """

    target_folder: str
    resources: list[PublicationResource]
    name: str | Unset = UNSET
    rules: list[PublicationRule] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_create_publication_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CreatePublicationRequest:
        """The value of a decoded JSON object."""
        return decode_create_publication_request(source)


_CREATE_PUBLICATION_REQUEST: Final = frozenset({"name", "targetFolder", "resources", "rules"})


def decode_create_publication_request(source: Any) -> CreatePublicationRequest:
    """`CreatePublicationRequest` of decoded JSON."""
    get = source.get
    return CreatePublicationRequest(
        source["targetFolder"],
        [decode_publication_resource(item) if item.__class__ is dict else item for item in value]
        if (value := source["resources"]).__class__ is list
        else value,
        get("name", UNSET),
        [decode_publication_rule(item) if item.__class__ is dict else item for item in value]
        if (value := get("rules", UNSET)).__class__ is list
        else value,
        None
        if source.keys() <= _CREATE_PUBLICATION_REQUEST
        else extra_of(source, _CREATE_PUBLICATION_REQUEST),
    )


def encode_create_publication_request(value: Any) -> JsonObject:
    """JSON of a `CreatePublicationRequest`."""
    result: JsonObject = {}
    if (item := value.name) is not UNSET:
        result["name"] = item
    result["targetFolder"] = value.target_folder
    item = value.resources
    result["resources"] = (
        [
            encode_publication_resource(part) if isinstance(part, PublicationResource) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.rules) is not UNSET:
        result["rules"] = (
            [
                encode_publication_rule(part) if isinstance(part, PublicationRule) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class UpdatePublicationRequest(Model):
    """
    New content of a publication request.

    Attributes:
        url: Storage URL of the request.
        target_folder: Public folder with a trailing slash.
        resources: What to publish or withdraw.
        rules: Who may read the target folder.
        display_author: Name to show for the author.
    """

    url: str
    target_folder: str
    resources: list[PublicationResource]
    rules: list[PublicationRule] | Unset = UNSET
    display_author: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_update_publication_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> UpdatePublicationRequest:
        """The value of a decoded JSON object."""
        return decode_update_publication_request(source)


_UPDATE_PUBLICATION_REQUEST: Final = frozenset(
    {"url", "targetFolder", "resources", "rules", "displayAuthor"}
)


def decode_update_publication_request(source: Any) -> UpdatePublicationRequest:
    """`UpdatePublicationRequest` of decoded JSON."""
    get = source.get
    return UpdatePublicationRequest(
        source["url"],
        source["targetFolder"],
        [decode_publication_resource(item) if item.__class__ is dict else item for item in value]
        if (value := source["resources"]).__class__ is list
        else value,
        [decode_publication_rule(item) if item.__class__ is dict else item for item in value]
        if (value := get("rules", UNSET)).__class__ is list
        else value,
        get("displayAuthor", UNSET),
        None
        if source.keys() <= _UPDATE_PUBLICATION_REQUEST
        else extra_of(source, _UPDATE_PUBLICATION_REQUEST),
    )


def encode_update_publication_request(value: Any) -> JsonObject:
    """JSON of a `UpdatePublicationRequest`."""
    result: JsonObject = {}
    result["url"] = value.url
    result["targetFolder"] = value.target_folder
    item = value.resources
    result["resources"] = (
        [
            encode_publication_resource(part) if isinstance(part, PublicationResource) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.rules) is not UNSET:
        result["rules"] = (
            [
                encode_publication_rule(part) if isinstance(part, PublicationRule) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if (item := value.display_author) is not UNSET:
        result["displayAuthor"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class RejectPublicationRequest(Model):
    """
    The request to reject, and why.

    Attributes:
        url: Storage URL of the request.
        comment: Reason, shown to the author.
    """

    url: str
    comment: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_reject_publication_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RejectPublicationRequest:
        """The value of a decoded JSON object."""
        return decode_reject_publication_request(source)


_REJECT_PUBLICATION_REQUEST: Final = frozenset({"url", "comment"})


def decode_reject_publication_request(source: Any) -> RejectPublicationRequest:
    """`RejectPublicationRequest` of decoded JSON."""
    get = source.get
    return RejectPublicationRequest(
        source["url"],
        get("comment", UNSET),
        None
        if source.keys() <= _REJECT_PUBLICATION_REQUEST
        else extra_of(source, _REJECT_PUBLICATION_REQUEST),
    )


def encode_reject_publication_request(value: Any) -> JsonObject:
    """JSON of a `RejectPublicationRequest`."""
    result: JsonObject = {}
    result["url"] = value.url
    if (item := value.comment) is not UNSET:
        result["comment"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ListPublishedResourcesRequest(Model):
    """
    Types of published resources to list.

    Attributes:
        resource_types: Types to list.
    """

    resource_types: list[ResourceKind]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_list_published_resources_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ListPublishedResourcesRequest:
        """The value of a decoded JSON object."""
        return decode_list_published_resources_request(source)


_LIST_PUBLISHED_RESOURCES_REQUEST: Final = frozenset({"resourceTypes"})


def decode_list_published_resources_request(source: Any) -> ListPublishedResourcesRequest:
    """`ListPublishedResourcesRequest` of decoded JSON."""
    return ListPublishedResourcesRequest(
        source["resourceTypes"],
        None
        if source.keys() <= _LIST_PUBLISHED_RESOURCES_REQUEST
        else extra_of(source, _LIST_PUBLISHED_RESOURCES_REQUEST),
    )


def encode_list_published_resources_request(value: Any) -> JsonObject:
    """JSON of a `ListPublishedResourcesRequest`."""
    result: JsonObject = {}
    result["resourceTypes"] = value.resource_types
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PublicationRuleList(Model):
    """
    Access rules of public folders.

    Attributes:
        rules: Lists of rules; the key is the folder.
    """

    rules: PublicationRulesByFolder
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_publication_rule_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PublicationRuleList:
        """The value of a decoded JSON object."""
        return decode_publication_rule_list(source)


_PUBLICATION_RULE_LIST: Final = frozenset({"rules"})


def decode_publication_rule_list(source: Any) -> PublicationRuleList:
    """`PublicationRuleList` of decoded JSON."""
    return PublicationRuleList(
        decode_publication_rules_by_folder(source["rules"]),
        None
        if source.keys() <= _PUBLICATION_RULE_LIST
        else extra_of(source, _PUBLICATION_RULE_LIST),
    )


def encode_publication_rule_list(value: Any) -> JsonObject:
    """JSON of a `PublicationRuleList`."""
    result: JsonObject = {}
    item = value.rules
    result["rules"] = encode_publication_rules_by_folder(item)
    if value.extra:
        result.update(value.extra)
    return result


PublishedResourceList: TypeAlias = list[ResourceMetadata]
"""Metadata of the sources of published resources, as a bare array."""


def decode_published_resource_list(source: Any) -> PublishedResourceList:
    """`PublishedResourceList` of decoded JSON."""
    result: PublishedResourceList = (
        [decode_resource_metadata(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_published_resource_list(value: Any) -> Any:
    """JSON of a `PublishedResourceList`."""
    return (
        [
            encode_resource_metadata(item) if isinstance(item, ResourceMetadata) else item
            for item in value
        ]
        if value.__class__ in (list, tuple)
        else value
    )


PublicationRulesByFolder: TypeAlias = dict[str, list[PublicationRule]]
"""Lists of rules; the key is the folder."""


def decode_publication_rules_by_folder(source: Any) -> PublicationRulesByFolder:
    """`PublicationRulesByFolder` of decoded JSON."""
    result: PublicationRulesByFolder = (
        {
            key: [
                decode_publication_rule(part) if part.__class__ is dict else part for part in item
            ]
            if item.__class__ is list
            else item
            for key, item in source.items()
        }
        if source.__class__ is dict
        else source
    )
    return result


def encode_publication_rules_by_folder(value: Any) -> Any:
    """JSON of a `PublicationRulesByFolder`."""
    return (
        {
            key: [
                encode_publication_rule(part) if isinstance(part, PublicationRule) else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
            for key, item in value.items()
        }
        if value.__class__ is dict
        else value
    )
