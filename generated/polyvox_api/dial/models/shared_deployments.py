"""Models of AI DIAL: shared_deployments. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_deployments_parts import (
    AuthenticationType,
    DeploymentFeatures,
    LocalizedText,
    ScaleSettings,
    ToolsetTransport,
    decode_deployment_features,
    decode_localized_text,
    decode_scale_settings,
    encode_deployment_features,
    encode_localized_text,
    encode_scale_settings,
)

__all__ = [
    "ToolsetAuthSettings",
    "ToolsetDeployment",
]


@define(eq=False, repr=False, weakref_slot=False)
class ToolsetDeployment(Model):
    """
    A toolset.

    Attributes:
        id: Name used in paths.
        display_name: A text, or one text per locale.
        display_version: Version for people.
        icon_url: Icon.
        description: What it does.
        reference: Stable reference that outlives a rename.
        owner: Always `organization-owner`.
        status: Always `succeeded`.
        created_at: Creation time in seconds since 1970.
        updated_at: Last change in seconds since 1970.
        scale_settings: How the deployment scales; Core always says `standard`.
        features: What a deployment supports. Core counts an absent flag as false, with the
            exceptions named here.
        input_attachment_types: MIME types it takes as attachments.
        max_input_attachments: Most attachments in one request.
        max_retry_attempts: Most attempts of Core at its upstreams.
        defaults: Request fields Core fills in for chat completions.
        responses_defaults: Request fields Core fills in for the Responses API.
        description_keywords: Topics for search.
        interfaces: Ways of talking to it.
        interface_configs: Settings per interface.
        intro: A text, or one text per locale.
        catalog_properties: Values of its catalog card.
        catalog_schema_id: Schema of its catalog card.
        object: Kind of deployment.
        toolset: Its own name again.
        transport: How Core reaches the MCP server.
        allowed_tools: Tools callers may use.
        auth_settings: How to sign in to a toolset, and whether somebody has. Secrets are written,
            never read back.
        provider: Who offers it.
        vendor_website: Page of who offers it.
    """

    id: str | Unset = UNSET
    display_name: LocalizedText | Unset = UNSET
    display_version: str | Unset = UNSET
    icon_url: str | Unset = UNSET
    description: str | Unset = UNSET
    reference: str | Unset = UNSET
    owner: str | Unset = UNSET
    status: str | Unset = UNSET
    created_at: int | Unset = UNSET
    updated_at: int | Unset = UNSET
    scale_settings: ScaleSettings | Unset = UNSET
    features: DeploymentFeatures | Unset = UNSET
    input_attachment_types: list[str] | Unset = UNSET
    max_input_attachments: int | Unset = UNSET
    max_retry_attempts: int | Unset = UNSET
    defaults: JsonObject | Unset = UNSET
    responses_defaults: JsonObject | Unset = UNSET
    description_keywords: list[str] | Unset = UNSET
    interfaces: list[str] | Unset = UNSET
    interface_configs: JsonObject | Unset = UNSET
    intro: LocalizedText | Unset = UNSET
    catalog_properties: JsonObject | Unset = UNSET
    catalog_schema_id: str | Unset = UNSET
    object: Literal["toolset"] | Unset = UNSET
    toolset: str | Unset = UNSET
    transport: ToolsetTransport | Unset = UNSET
    allowed_tools: list[str] | Unset = UNSET
    auth_settings: ToolsetAuthSettings | Unset = UNSET
    provider: str | Unset = UNSET
    vendor_website: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_toolset_deployment(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolsetDeployment:
        """The value of a decoded JSON object."""
        return decode_toolset_deployment(source)


_TOOLSET_DEPLOYMENT: Final = frozenset(
    {
        "id",
        "display_name",
        "display_version",
        "icon_url",
        "description",
        "reference",
        "owner",
        "status",
        "created_at",
        "updated_at",
        "scale_settings",
        "features",
        "input_attachment_types",
        "max_input_attachments",
        "max_retry_attempts",
        "defaults",
        "responses_defaults",
        "description_keywords",
        "interfaces",
        "interface_configs",
        "intro",
        "catalog_properties",
        "catalog_schema_id",
        "object",
        "toolset",
        "transport",
        "allowed_tools",
        "auth_settings",
        "provider",
        "vendor_website",
    }
)


def decode_toolset_deployment(source: Any) -> ToolsetDeployment:
    """`ToolsetDeployment` of decoded JSON."""
    get = source.get
    return ToolsetDeployment(
        get("id", UNSET),
        decode_localized_text(get("display_name", UNSET)),
        get("display_version", UNSET),
        get("icon_url", UNSET),
        get("description", UNSET),
        get("reference", UNSET),
        get("owner", UNSET),
        get("status", UNSET),
        get("created_at", UNSET),
        get("updated_at", UNSET),
        decode_scale_settings(value)
        if (value := get("scale_settings", UNSET)).__class__ is dict
        else value,
        decode_deployment_features(value)
        if (value := get("features", UNSET)).__class__ is dict
        else value,
        get("input_attachment_types", UNSET),
        get("max_input_attachments", UNSET),
        get("max_retry_attempts", UNSET),
        get("defaults", UNSET),
        get("responses_defaults", UNSET),
        get("description_keywords", UNSET),
        get("interfaces", UNSET),
        get("interface_configs", UNSET),
        decode_localized_text(get("intro", UNSET)),
        get("catalog_properties", UNSET),
        get("catalog_schema_id", UNSET),
        get("object", UNSET),
        get("toolset", UNSET),
        get("transport", UNSET),
        get("allowed_tools", UNSET),
        decode_toolset_auth_settings(value)
        if (value := get("auth_settings", UNSET)).__class__ is dict
        else value,
        get("provider", UNSET),
        get("vendor_website", UNSET),
        None if source.keys() <= _TOOLSET_DEPLOYMENT else extra_of(source, _TOOLSET_DEPLOYMENT),
    )


def encode_toolset_deployment(value: Any) -> JsonObject:
    """JSON of a `ToolsetDeployment`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
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
    if (item := value.owner) is not UNSET:
        result["owner"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.created_at) is not UNSET:
        result["created_at"] = item
    if (item := value.updated_at) is not UNSET:
        result["updated_at"] = item
    if (item := value.scale_settings) is not UNSET:
        result["scale_settings"] = (
            encode_scale_settings(item) if isinstance(item, ScaleSettings) else item
        )
    if (item := value.features) is not UNSET:
        result["features"] = (
            encode_deployment_features(item) if isinstance(item, DeploymentFeatures) else item
        )
    if (item := value.input_attachment_types) is not UNSET:
        result["input_attachment_types"] = item
    if (item := value.max_input_attachments) is not UNSET:
        result["max_input_attachments"] = item
    if (item := value.max_retry_attempts) is not UNSET:
        result["max_retry_attempts"] = item
    if (item := value.defaults) is not UNSET:
        result["defaults"] = item
    if (item := value.responses_defaults) is not UNSET:
        result["responses_defaults"] = item
    if (item := value.description_keywords) is not UNSET:
        result["description_keywords"] = item
    if (item := value.interfaces) is not UNSET:
        result["interfaces"] = item
    if (item := value.interface_configs) is not UNSET:
        result["interface_configs"] = item
    if (item := value.intro) is not UNSET:
        result["intro"] = encode_localized_text(item)
    if (item := value.catalog_properties) is not UNSET:
        result["catalog_properties"] = item
    if (item := value.catalog_schema_id) is not UNSET:
        result["catalog_schema_id"] = item
    if (item := value.object) is not UNSET:
        result["object"] = item
    if (item := value.toolset) is not UNSET:
        result["toolset"] = item
    if (item := value.transport) is not UNSET:
        result["transport"] = item
    if (item := value.allowed_tools) is not UNSET:
        result["allowed_tools"] = item
    if (item := value.auth_settings) is not UNSET:
        result["auth_settings"] = (
            encode_toolset_auth_settings(item) if isinstance(item, ToolsetAuthSettings) else item
        )
    if (item := value.provider) is not UNSET:
        result["provider"] = item
    if (item := value.vendor_website) is not UNSET:
        result["vendor_website"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ToolsetAuthSettings(Model):
    """
    How to sign in to a toolset, and whether somebody has. Secrets are written, never read back.

    Attributes:
        authentication_type: How the toolset knows its callers.
        api_key_header: Header that carries the key.
        client_id: OAuth client id.
        client_secret: OAuth client secret.
        redirect_uri: OAuth redirect.
        authorization_endpoint: OAuth authorization endpoint.
        token_endpoint: OAuth token endpoint.
        code_challenge_method: OAuth PKCE method.
        scopes_supported: OAuth scopes.
        global_auth_status: `SIGNED_IN` or `SIGNED_OUT` for everybody; set by Core.
        user_level_auth_status: `SIGNED_IN` or `SIGNED_OUT` for the caller; set by Core.
    """

    authentication_type: AuthenticationType | Unset = UNSET
    api_key_header: str | Unset = UNSET
    client_id: str | Unset = UNSET
    client_secret: str | Unset = UNSET
    redirect_uri: str | Unset = UNSET
    authorization_endpoint: str | Unset = UNSET
    token_endpoint: str | Unset = UNSET
    code_challenge_method: str | Unset = UNSET
    scopes_supported: list[str] | Unset = UNSET
    global_auth_status: str | Unset = UNSET
    user_level_auth_status: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_toolset_auth_settings(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ToolsetAuthSettings:
        """The value of a decoded JSON object."""
        return decode_toolset_auth_settings(source)


_TOOLSET_AUTH_SETTINGS: Final = frozenset(
    {
        "authentication_type",
        "api_key_header",
        "client_id",
        "client_secret",
        "redirect_uri",
        "authorization_endpoint",
        "token_endpoint",
        "code_challenge_method",
        "scopes_supported",
        "global_auth_status",
        "user_level_auth_status",
    }
)


def decode_toolset_auth_settings(source: Any) -> ToolsetAuthSettings:
    """`ToolsetAuthSettings` of decoded JSON."""
    get = source.get
    return ToolsetAuthSettings(
        get("authentication_type", UNSET),
        get("api_key_header", UNSET),
        get("client_id", UNSET),
        get("client_secret", UNSET),
        get("redirect_uri", UNSET),
        get("authorization_endpoint", UNSET),
        get("token_endpoint", UNSET),
        get("code_challenge_method", UNSET),
        get("scopes_supported", UNSET),
        get("global_auth_status", UNSET),
        get("user_level_auth_status", UNSET),
        None
        if source.keys() <= _TOOLSET_AUTH_SETTINGS
        else extra_of(source, _TOOLSET_AUTH_SETTINGS),
    )


def encode_toolset_auth_settings(value: Any) -> JsonObject:
    """JSON of a `ToolsetAuthSettings`."""
    result: JsonObject = {}
    if (item := value.authentication_type) is not UNSET:
        result["authentication_type"] = item
    if (item := value.api_key_header) is not UNSET:
        result["api_key_header"] = item
    if (item := value.client_id) is not UNSET:
        result["client_id"] = item
    if (item := value.client_secret) is not UNSET:
        result["client_secret"] = item
    if (item := value.redirect_uri) is not UNSET:
        result["redirect_uri"] = item
    if (item := value.authorization_endpoint) is not UNSET:
        result["authorization_endpoint"] = item
    if (item := value.token_endpoint) is not UNSET:
        result["token_endpoint"] = item
    if (item := value.code_challenge_method) is not UNSET:
        result["code_challenge_method"] = item
    if (item := value.scopes_supported) is not UNSET:
        result["scopes_supported"] = item
    if (item := value.global_auth_status) is not UNSET:
        result["global_auth_status"] = item
    if (item := value.user_level_auth_status) is not UNSET:
        result["user_level_auth_status"] = item
    if value.extra:
        result.update(value.extra)
    return result
