"""Models of AI DIAL: toolsets. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_deployments import (
    ToolsetAuthSettings,
    ToolsetDeployment,
    decode_toolset_auth_settings,
    decode_toolset_deployment,
    encode_toolset_auth_settings,
    encode_toolset_deployment,
)
from .shared_deployments_parts import (
    AuthenticationType,
    LocalizedText,
    ToolsetTransport,
    decode_localized_text,
    encode_localized_text,
)

__all__ = [
    "CredentialsLevel",
    "ToolsetList",
    "ToolsetResource",
    "ToolsetSignInRequest",
    "ToolsetSignOutRequest",
]


CredentialsLevel: TypeAlias = Literal["GLOBAL", "USER"] | str
"""
Whose credentials are meant, those of everybody or those of the caller; `USER` was not seen on the
wire.
"""


@define(eq=False, repr=False, weakref_slot=False)
class ToolsetList(Model):
    """
    Toolsets the caller may use.

    Attributes:
        data: The toolsets.
        object: Always `list`.
    """

    data: list[ToolsetDeployment]
    object: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_toolset_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolsetList:
        """The value of a decoded JSON object."""
        return decode_toolset_list(source)


_TOOLSET_LIST: Final = frozenset({"data", "object"})


def decode_toolset_list(source: Any) -> ToolsetList:
    """`ToolsetList` of decoded JSON."""
    get = source.get
    return ToolsetList(
        [decode_toolset_deployment(item) if item.__class__ is dict else item for item in value]
        if (value := source["data"]).__class__ is list
        else value,
        get("object", UNSET),
        None if source.keys() <= _TOOLSET_LIST else extra_of(source, _TOOLSET_LIST),
    )


def encode_toolset_list(value: Any) -> JsonObject:
    """JSON of a `ToolsetList`."""
    result: JsonObject = {}
    item = value.data
    result["data"] = (
        [
            encode_toolset_deployment(part) if isinstance(part, ToolsetDeployment) else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.object) is not UNSET:
        result["object"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolsetResource(Model):
    """
    A toolset as it is stored, in snake_case as Core answers it.

    Attributes:
        name: Its URL; set by Core.
        endpoint: URL of the MCP server.
        display_name: A text, or one text per locale.
        display_version: Version for people.
        icon_url: Icon.
        description: What it does.
        reference: Stable reference; set by Core.
        user_roles: Roles that may use it.
        description_keywords: Topics for search.
        max_retry_attempts: Most attempts of Core at its endpoint.
        author: Who stored it; set by Core.
        created_at: Creation time; set by Core.
        updated_at: Last change; set by Core.
        forward_per_request_key: Core hands the per-request key on.
        transport: How Core reaches the MCP server.
        allowed_tools: Tools callers may use.
        auth_settings: How to sign in to a toolset, and whether somebody has. Secrets are written,
            never read back.
    """

    name: str | Unset = UNSET
    endpoint: str | Unset = UNSET
    display_name: LocalizedText | Unset = UNSET
    display_version: str | Unset = UNSET
    icon_url: str | Unset = UNSET
    description: str | Unset = UNSET
    reference: str | Unset = UNSET
    user_roles: list[str] | Unset = UNSET
    description_keywords: list[str] | Unset = UNSET
    max_retry_attempts: int | Unset = UNSET
    author: str | Unset = UNSET
    created_at: int | Unset = UNSET
    updated_at: int | Unset = UNSET
    forward_per_request_key: bool | Unset = UNSET
    transport: ToolsetTransport | Unset = UNSET
    allowed_tools: list[str] | Unset = UNSET
    auth_settings: ToolsetAuthSettings | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_toolset_resource(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolsetResource:
        """The value of a decoded JSON object."""
        return decode_toolset_resource(source)


_TOOLSET_RESOURCE: Final = frozenset(
    {
        "name",
        "endpoint",
        "display_name",
        "display_version",
        "icon_url",
        "description",
        "reference",
        "user_roles",
        "description_keywords",
        "max_retry_attempts",
        "author",
        "created_at",
        "updated_at",
        "forward_per_request_key",
        "transport",
        "allowed_tools",
        "auth_settings",
    }
)


def decode_toolset_resource(source: Any) -> ToolsetResource:
    """`ToolsetResource` of decoded JSON."""
    get = source.get
    return ToolsetResource(
        get("name", UNSET),
        get("endpoint", UNSET),
        decode_localized_text(get("display_name", UNSET)),
        get("display_version", UNSET),
        get("icon_url", UNSET),
        get("description", UNSET),
        get("reference", UNSET),
        get("user_roles", UNSET),
        get("description_keywords", UNSET),
        get("max_retry_attempts", UNSET),
        get("author", UNSET),
        get("created_at", UNSET),
        get("updated_at", UNSET),
        get("forward_per_request_key", UNSET),
        get("transport", UNSET),
        get("allowed_tools", UNSET),
        decode_toolset_auth_settings(value)
        if (value := get("auth_settings", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _TOOLSET_RESOURCE else extra_of(source, _TOOLSET_RESOURCE),
    )


def encode_toolset_resource(value: Any) -> JsonObject:
    """JSON of a `ToolsetResource`."""
    result: JsonObject = {}
    if (item := value.name) is not UNSET:
        result["name"] = item
    if (item := value.endpoint) is not UNSET:
        result["endpoint"] = item
    if (item := value.display_name) is not UNSET:
        result["display_name"] = encode_localized_text(item)
    if (item := value.display_version) is not UNSET:
        result["display_version"] = item
    if (item := value.icon_url) is not UNSET:
        result["icon_url"] = item
    if (item := value.description) is not UNSET:
        result["description"] = item
    if (item := value.reference) is not UNSET:
        result["reference"] = item
    if (item := value.user_roles) is not UNSET:
        result["user_roles"] = item
    if (item := value.description_keywords) is not UNSET:
        result["description_keywords"] = item
    if (item := value.max_retry_attempts) is not UNSET:
        result["max_retry_attempts"] = item
    if (item := value.author) is not UNSET:
        result["author"] = item
    if (item := value.created_at) is not UNSET:
        result["created_at"] = item
    if (item := value.updated_at) is not UNSET:
        result["updated_at"] = item
    if (item := value.forward_per_request_key) is not UNSET:
        result["forward_per_request_key"] = item
    if (item := value.transport) is not UNSET:
        result["transport"] = item
    if (item := value.allowed_tools) is not UNSET:
        result["allowed_tools"] = item
    if (item := value.auth_settings) is not UNSET:
        result["auth_settings"] = (
            encode_toolset_auth_settings(item) if isinstance(item, ToolsetAuthSettings) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolsetSignInRequest(Model):
    """
    Credentials for a toolset; `apiKey` for API_KEY, `code` and `redirectUri` for OAUTH.

    Attributes:
        url: `toolsets/<bucket>/<path>`, or the id of a configured toolset.
        credentials_level: Whose credentials are meant, those of everybody or those of the caller;
            `USER` was not seen on the wire.
        authentication_type: How the toolset knows its callers.
        code: OAuth authorization code.
        api_key: Key of the toolset.
        redirect_uri: Redirect used to get the code.
    """

    url: str
    credentials_level: CredentialsLevel
    authentication_type: AuthenticationType
    code: str | Unset = UNSET
    api_key: str | Unset = UNSET
    redirect_uri: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_toolset_sign_in_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolsetSignInRequest:
        """The value of a decoded JSON object."""
        return decode_toolset_sign_in_request(source)


_TOOLSET_SIGN_IN_REQUEST: Final = frozenset(
    {"url", "credentialsLevel", "authenticationType", "code", "apiKey", "redirectUri"}
)


def decode_toolset_sign_in_request(source: Any) -> ToolsetSignInRequest:
    """`ToolsetSignInRequest` of decoded JSON."""
    get = source.get
    return ToolsetSignInRequest(
        source["url"],
        source["credentialsLevel"],
        source["authenticationType"],
        get("code", UNSET),
        get("apiKey", UNSET),
        get("redirectUri", UNSET),
        None
        if source.keys() <= _TOOLSET_SIGN_IN_REQUEST
        else extra_of(source, _TOOLSET_SIGN_IN_REQUEST),
    )


def encode_toolset_sign_in_request(value: Any) -> JsonObject:
    """JSON of a `ToolsetSignInRequest`."""
    result: JsonObject = {}
    result["url"] = value.url
    result["credentialsLevel"] = value.credentials_level
    result["authenticationType"] = value.authentication_type
    if (item := value.code) is not UNSET:
        result["code"] = item
    if (item := value.api_key) is not UNSET:
        result["apiKey"] = item
    if (item := value.redirect_uri) is not UNSET:
        result["redirectUri"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolsetSignOutRequest(Model):
    """
    Which credentials of a toolset to forget.

    Attributes:
        url: `toolsets/<bucket>/<path>`, or the id of a configured toolset.
        credentials_level: Whose credentials are meant, those of everybody or those of the caller;
            `USER` was not seen on the wire.
        authentication_type: How the toolset knows its callers.
    """

    url: str
    credentials_level: CredentialsLevel
    authentication_type: AuthenticationType
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_toolset_sign_out_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolsetSignOutRequest:
        """The value of a decoded JSON object."""
        return decode_toolset_sign_out_request(source)


_TOOLSET_SIGN_OUT_REQUEST: Final = frozenset({"url", "credentialsLevel", "authenticationType"})


def decode_toolset_sign_out_request(source: Any) -> ToolsetSignOutRequest:
    """`ToolsetSignOutRequest` of decoded JSON."""
    return ToolsetSignOutRequest(
        source["url"],
        source["credentialsLevel"],
        source["authenticationType"],
        None
        if source.keys() <= _TOOLSET_SIGN_OUT_REQUEST
        else extra_of(source, _TOOLSET_SIGN_OUT_REQUEST),
    )


def encode_toolset_sign_out_request(value: Any) -> JsonObject:
    """JSON of a `ToolsetSignOutRequest`."""
    result: JsonObject = {}
    result["url"] = value.url
    result["credentialsLevel"] = value.credentials_level
    result["authenticationType"] = value.authentication_type
    if value.extra:
        result.update(value.extra)
    return result
