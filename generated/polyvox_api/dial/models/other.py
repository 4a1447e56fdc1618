"""Models of AI DIAL: other. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_deployments_parts import (
    DeploymentFeatures,
    LocalizedText,
    ScaleSettings,
    decode_deployment_features,
    decode_localized_text,
    decode_scale_settings,
    encode_deployment_features,
    encode_localized_text,
    encode_scale_settings,
)

__all__ = [
    "DeploymentCommon",
    "ErrorAnswer",
    "ErrorBody",
    "ErrorDetail",
    "ErrorEnvelope",
]


@define(eq=False, repr=False, weakref_slot=False)
class ErrorEnvelope(Model):
    """
    An error under the key `error`, as an answer or as an event inside a stream.

    Attributes:
        error: What went wrong, as Core and the deployments describe it; absent parts are left out.
    """

    error: ErrorBody
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_envelope(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorEnvelope:
        """The value of a decoded JSON object."""
        return decode_error_envelope(source)


_ERROR_ENVELOPE: Final = frozenset({"error"})


def decode_error_envelope(source: Any) -> ErrorEnvelope:
    """`ErrorEnvelope` of decoded JSON."""
    return ErrorEnvelope(
        decode_error_body(value) if (value := source["error"]).__class__ is dict else value,
        None if source.keys() <= _ERROR_ENVELOPE else extra_of(source, _ERROR_ENVELOPE),
    )


def encode_error_envelope(value: Any) -> JsonObject:
    """JSON of a `ErrorEnvelope`."""
    result: JsonObject = {}
    item = value.error
    result["error"] = encode_error_body(item) if isinstance(item, ErrorBody) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ErrorBody(Model):
    """
    What went wrong, as Core and the deployments describe it; absent parts are left out.

    Attributes:
        message: What happened, for developers.
        type: Kind of the error, such as `invalid_request_error`.
        param: Name of the request field at fault.
        code: Status or reason; some upstreams send a number.
        display_message: What happened, for the end user.
    """

    message: str | None | Unset = UNSET
    type: str | None | Unset = UNSET
    param: str | None | Unset = UNSET
    code: str | int | None | Unset = UNSET
    display_message: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_body(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorBody:
        """The value of a decoded JSON object."""
        return decode_error_body(source)


_ERROR_BODY: Final = frozenset({"message", "type", "param", "code", "display_message"})


def decode_error_body(source: Any) -> ErrorBody:
    """`ErrorBody` of decoded JSON."""
    get = source.get
    return ErrorBody(
        get("message", UNSET),
        get("type", UNSET),
        get("param", UNSET),
        get("code", UNSET),
        get("display_message", UNSET),
        None if source.keys() <= _ERROR_BODY else extra_of(source, _ERROR_BODY),
    )


def encode_error_body(value: Any) -> JsonObject:
    """JSON of a `ErrorBody`."""
    result: JsonObject = {}
    if (item := value.message) is not UNSET:
        result["message"] = item
    if (item := value.type) is not UNSET:
        result["type"] = item
    if (item := value.param) is not UNSET:
        result["param"] = item
    if (item := value.code) is not UNSET:
        result["code"] = item
    if (item := value.display_message) is not UNSET:
        result["display_message"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ErrorDetail(Model):
    """
    The error of an application built on FastAPI.

    Attributes:
        detail: A text, or a list of objects that name the fields at fault.
    """

    detail: Any
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_error_detail(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ErrorDetail:
        """The value of a decoded JSON object."""
        return decode_error_detail(source)


_ERROR_DETAIL: Final = frozenset({"detail"})


def decode_error_detail(source: Any) -> ErrorDetail:
    """`ErrorDetail` of decoded JSON."""
    return ErrorDetail(
        source["detail"],
        None if source.keys() <= _ERROR_DETAIL else extra_of(source, _ERROR_DETAIL),
    )


def encode_error_detail(value: Any) -> JsonObject:
    """JSON of a `ErrorDetail`."""
    result: JsonObject = {}
    result["detail"] = value.detail
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DeploymentCommon(Model):
    """
    What every kind of deployment has in a listing. Nulls are omitted; every field may be absent.

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
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_deployment_common(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DeploymentCommon:
        """The value of a decoded JSON object."""
        return decode_deployment_common(source)


_DEPLOYMENT_COMMON: Final = frozenset(
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
    }
)


def decode_deployment_common(source: Any) -> DeploymentCommon:
    """`DeploymentCommon` of decoded JSON."""
    get = source.get
    return DeploymentCommon(
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
        None if source.keys() <= _DEPLOYMENT_COMMON else extra_of(source, _DEPLOYMENT_COMMON),
    )


def encode_deployment_common(value: Any) -> JsonObject:
    """JSON of a `DeploymentCommon`."""
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
    if value.extra:
        result.update(value.extra)
    return result


ErrorAnswer: TypeAlias = ErrorEnvelope | ErrorDetail | JsonObject
"""The JSON shapes of an error answer."""


def decode_error_answer(source: Any) -> ErrorAnswer:
    """`ErrorAnswer` of decoded JSON."""
    if source.__class__ is dict:
        if source.keys() >= {"error"}:
            return decode_error_envelope(source)
        if source.keys() >= {"detail"}:
            return decode_error_detail(source)
    result: ErrorAnswer = source
    return result


def encode_error_answer(value: Any) -> Any:
    """JSON of a `ErrorAnswer`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
