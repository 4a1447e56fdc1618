"""Models of AI DIAL: applications. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_deployments_parts import (
    ApplicationDeployment,
    ApplicationFunction,
    LocalizedText,
    decode_application_deployment,
    decode_application_function,
    decode_localized_text,
    encode_application_deployment,
    encode_application_function,
    encode_localized_text,
)

__all__ = [
    "ApplicationEndpoints",
    "ApplicationLink",
    "ApplicationList",
    "ApplicationLogEntry",
    "ApplicationLogs",
    "ApplicationResource",
]


@define(eq=False, repr=False, weakref_slot=False)
class ApplicationList(Model):
    """
    Applications the caller may use.

    Attributes:
        data: The applications.
        object: Always `list`.
    """

    data: list[ApplicationDeployment]
    object: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_application_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ApplicationList:
        """The value of a decoded JSON object."""
        return decode_application_list(source)


_APPLICATION_LIST: Final = frozenset({"data", "object"})


def decode_application_list(source: Any) -> ApplicationList:
    """`ApplicationList` of decoded JSON."""
    get = source.get
    return ApplicationList(
        [decode_application_deployment(item) if item.__class__ is dict else item for item in value]
        if (value := source["data"]).__class__ is list
        else value,
        get("object", UNSET),
        None if source.keys() <= _APPLICATION_LIST else extra_of(source, _APPLICATION_LIST),
    )


def encode_application_list(value: Any) -> JsonObject:
    """JSON of a `ApplicationList`."""
    result: JsonObject = {}
    item = value.data
    result["data"] = (
        [
            encode_application_deployment(part) if isinstance(part, ApplicationDeployment) else part
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
class ApplicationEndpoints(Model):
    """
    Feature endpoints of a stored application.

    Attributes:
        rate_endpoint: Takes ratings.
        tokenize_endpoint: Counts tokens.
        truncate_prompt_endpoint: Cuts prompts.
        configuration_endpoint: Publishes the configuration schema.
    """

    rate_endpoint: str | Unset = UNSET
    tokenize_endpoint: str | Unset = UNSET
    truncate_prompt_endpoint: str | Unset = UNSET
    configuration_endpoint: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_application_endpoints(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ApplicationEndpoints:
        """The value of a decoded JSON object."""
        return decode_application_endpoints(source)


_APPLICATION_ENDPOINTS: Final = frozenset(
    {"rate_endpoint", "tokenize_endpoint", "truncate_prompt_endpoint", "configuration_endpoint"}
)


def decode_application_endpoints(source: Any) -> ApplicationEndpoints:
    """`ApplicationEndpoints` of decoded JSON."""
    get = source.get
    return ApplicationEndpoints(
        get("rate_endpoint", UNSET),
        get("tokenize_endpoint", UNSET),
        get("truncate_prompt_endpoint", UNSET),
        get("configuration_endpoint", UNSET),
        None
        if source.keys() <= _APPLICATION_ENDPOINTS
        else extra_of(source, _APPLICATION_ENDPOINTS),
    )


def encode_application_endpoints(value: Any) -> JsonObject:
    """JSON of a `ApplicationEndpoints`."""
    result: JsonObject = {}
    if (item := value.rate_endpoint) is not UNSET:
        result["rate_endpoint"] = item
    if (item := value.tokenize_endpoint) is not UNSET:
        result["tokenize_endpoint"] = item
    if (item := value.truncate_prompt_endpoint) is not UNSET:
        result["truncate_prompt_endpoint"] = item
    if (item := value.configuration_endpoint) is not UNSET:
        result["configuration_endpoint"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ApplicationResource(Model):
    """
    An application as it is stored. Core answers snake_case and takes camelCase spellings of the
    same names in a PUT as well.

    Attributes:
        name: Its URL; set by Core.
        endpoint: Where Core sends chat completions.
        display_name: A text, or one text per locale.
        display_version: Version for people.
        icon_url: Icon.
        description: What it does.
        reference: Stable reference; set by Core.
        user_roles: Roles that may use it.
        forward_auth_token: Core hands the caller's token on.
        features: Feature endpoints of a stored application.
        input_attachment_types: MIME types it takes as attachments.
        max_input_attachments: Most attachments in one request.
        defaults: Request fields Core fills in for chat completions.
        responses_defaults: Request fields Core fills in for the Responses API.
        interceptors: Deployments asked before it.
        description_keywords: Topics for search.
        max_retry_attempts: Most attempts of Core at its endpoint.
        dependencies: Deployments it needs.
        author: Who stored it; set by Core.
        created_at: Creation time; set by Core.
        updated_at: Last change; set by Core.
        application_type_schema_id: Its type schema.
        application_properties: Values its type schema asks for.
        editor_url: Page that edits it.
        viewer_url: Page that shows it.
        function: Code that Core builds and runs as an application.
        routes: Routes it serves.
        invalid: True when its properties break its type schema.
    """

    name: str | Unset = UNSET
    endpoint: str | Unset = UNSET
    display_name: LocalizedText | Unset = UNSET
    display_version: str | Unset = UNSET
    icon_url: str | Unset = UNSET
    description: str | Unset = UNSET
    reference: str | Unset = UNSET
    user_roles: list[str] | Unset = UNSET
    forward_auth_token: bool | Unset = UNSET
    features: ApplicationEndpoints | Unset = UNSET
    input_attachment_types: list[str] | Unset = UNSET
    max_input_attachments: int | Unset = UNSET
    defaults: JsonObject | Unset = UNSET
    responses_defaults: JsonObject | Unset = UNSET
    interceptors: list[str] | Unset = UNSET
    description_keywords: list[str] | Unset = UNSET
    max_retry_attempts: int | Unset = UNSET
    dependencies: list[str] | Unset = UNSET
    author: str | Unset = UNSET
    created_at: int | Unset = UNSET
    updated_at: int | Unset = UNSET
    application_type_schema_id: str | Unset = UNSET
    application_properties: JsonObject | Unset = UNSET
    editor_url: str | Unset = UNSET
    viewer_url: str | Unset = UNSET
    function: ApplicationFunction | Unset = UNSET
    routes: JsonObject | Unset = UNSET
    invalid: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_application_resource(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ApplicationResource:
        """The value of a decoded JSON object."""
        return decode_application_resource(source)


_APPLICATION_RESOURCE: Final = frozenset(
    {
        "name",
        "endpoint",
        "display_name",
        "display_version",
        "icon_url",
        "description",
        "reference",
        "user_roles",
        "forward_auth_token",
        "features",
        "input_attachment_types",
        "max_input_attachments",
        "defaults",
        "responses_defaults",
        "interceptors",
        "description_keywords",
        "max_retry_attempts",
        "dependencies",
        "author",
        "created_at",
        "updated_at",
        "application_type_schema_id",
        "application_properties",
        "editor_url",
        "viewer_url",
        "function",
        "routes",
        "invalid",
    }
)


def decode_application_resource(source: Any) -> ApplicationResource:
    """`ApplicationResource` of decoded JSON."""
    get = source.get
    return ApplicationResource(
        get("name", UNSET),
        get("endpoint", UNSET),
        decode_localized_text(get("display_name", UNSET)),
        get("display_version", UNSET),
        get("icon_url", UNSET),
        get("description", UNSET),
        get("reference", UNSET),
        get("user_roles", UNSET),
        get("forward_auth_token", UNSET),
        decode_application_endpoints(value)
        if (value := get("features", UNSET)).__class__ is dict
        else value,
        get("input_attachment_types", UNSET),
        get("max_input_attachments", UNSET),
        get("defaults", UNSET),
        get("responses_defaults", UNSET),
        get("interceptors", UNSET),
        get("description_keywords", UNSET),
        get("max_retry_attempts", UNSET),
        get("dependencies", UNSET),
        get("author", UNSET),
        get("created_at", UNSET),
        get("updated_at", UNSET),
        get("application_type_schema_id", UNSET),
        get("application_properties", UNSET),
        get("editor_url", UNSET),
        get("viewer_url", UNSET),
        decode_application_function(value)
        if (value := get("function", UNSET)).__class__ is dict
        else value,
        get("routes", UNSET),
        get("invalid", UNSET),
        None if source.keys() <= _APPLICATION_RESOURCE else extra_of(source, _APPLICATION_RESOURCE),
    )


def encode_application_resource(value: Any) -> JsonObject:
    """JSON of a `ApplicationResource`."""
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
    if (item := value.forward_auth_token) is not UNSET:
        result["forward_auth_token"] = item
    if (item := value.features) is not UNSET:
        result["features"] = (
            encode_application_endpoints(item) if isinstance(item, ApplicationEndpoints) else item
        )
    if (item := value.input_attachment_types) is not UNSET:
        result["input_attachment_types"] = item
    if (item := value.max_input_attachments) is not UNSET:
        result["max_input_attachments"] = item
    if (item := value.defaults) is not UNSET:
        result["defaults"] = item
    if (item := value.responses_defaults) is not UNSET:
        result["responses_defaults"] = item
    if (item := value.interceptors) is not UNSET:
        result["interceptors"] = item
    if (item := value.description_keywords) is not UNSET:
        result["description_keywords"] = item
    if (item := value.max_retry_attempts) is not UNSET:
        result["max_retry_attempts"] = item
    if (item := value.dependencies) is not UNSET:
        result["dependencies"] = item
    if (item := value.author) is not UNSET:
        result["author"] = item
    if (item := value.created_at) is not UNSET:
        result["created_at"] = item
    if (item := value.updated_at) is not UNSET:
        result["updated_at"] = item
    if (item := value.application_type_schema_id) is not UNSET:
        result["application_type_schema_id"] = item
    if (item := value.application_properties) is not UNSET:
        result["application_properties"] = item
    if (item := value.editor_url) is not UNSET:
        result["editor_url"] = item
    if (item := value.viewer_url) is not UNSET:
        result["viewer_url"] = item
    if (item := value.function) is not UNSET:
        result["function"] = (
            encode_application_function(item) if isinstance(item, ApplicationFunction) else item
        )
    if (item := value.routes) is not UNSET:
        result["routes"] = item
    if (item := value.invalid) is not UNSET:
        result["invalid"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ApplicationLink(Model):
    """
    Names a stored application.

    Attributes:
        url: `applications/<bucket>/<path>`.
    """

    url: str
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_application_link(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ApplicationLink:
        """The value of a decoded JSON object."""
        return decode_application_link(source)


_APPLICATION_LINK: Final = frozenset({"url"})


def decode_application_link(source: Any) -> ApplicationLink:
    """`ApplicationLink` of decoded JSON."""
    return ApplicationLink(
        source["url"],
        None if source.keys() <= _APPLICATION_LINK else extra_of(source, _APPLICATION_LINK),
    )


def encode_application_link(value: Any) -> JsonObject:
    """JSON of a `ApplicationLink`."""
    result: JsonObject = {}
    result["url"] = value.url
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ApplicationLogEntry(Model):
    """
    What one instance wrote.

    Attributes:
        instance: Name of the instance.
        content: Its log text.
    """

    instance: str | Unset = UNSET
    content: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_application_log_entry(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ApplicationLogEntry:
        """The value of a decoded JSON object."""
        return decode_application_log_entry(source)


_APPLICATION_LOG_ENTRY: Final = frozenset({"instance", "content"})


def decode_application_log_entry(source: Any) -> ApplicationLogEntry:
    """`ApplicationLogEntry` of decoded JSON."""
    get = source.get
    return ApplicationLogEntry(
        get("instance", UNSET),
        get("content", UNSET),
        None
        if source.keys() <= _APPLICATION_LOG_ENTRY
        else extra_of(source, _APPLICATION_LOG_ENTRY),
    )


def encode_application_log_entry(value: Any) -> JsonObject:
    """JSON of a `ApplicationLogEntry`."""
    result: JsonObject = {}
    if (item := value.instance) is not UNSET:
        result["instance"] = item
    if (item := value.content) is not UNSET:
        result["content"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ApplicationLogs(Model):
    """
    Logs of a running application.

    Attributes:
        logs: One entry per instance.
    """

    logs: list[ApplicationLogEntry] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_application_logs(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ApplicationLogs:
        """The value of a decoded JSON object."""
        return decode_application_logs(source)


_APPLICATION_LOGS: Final = frozenset({"logs"})


def decode_application_logs(source: Any) -> ApplicationLogs:
    """`ApplicationLogs` of decoded JSON."""
    get = source.get
    return ApplicationLogs(
        [decode_application_log_entry(item) if item.__class__ is dict else item for item in value]
        if (value := get("logs", UNSET)).__class__ is list
        else value,
        None if source.keys() <= _APPLICATION_LOGS else extra_of(source, _APPLICATION_LOGS),
    )


def encode_application_logs(value: Any) -> JsonObject:
    """JSON of a `ApplicationLogs`."""
    result: JsonObject = {}
    if (item := value.logs) is not UNSET:
        result["logs"] = (
            [
                encode_application_log_entry(part)
                if isinstance(part, ApplicationLogEntry)
                else part
                for part in item
            ]
            if item.__class__ in (list, tuple)
            else item
        )
    if value.extra:
        result.update(value.extra)
    return result
