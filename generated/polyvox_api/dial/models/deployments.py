"""Models of AI DIAL: deployments. Generated from the specification; edit that instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

from .shared_chat import (
    ChatCompletionRequest,
    decode_chat_completion_request,
    encode_chat_completion_request,
)
from .shared_deployments import (
    ToolsetDeployment,
    decode_toolset_deployment,
)
from .shared_deployments_parts import (
    ApplicationDeployment,
    DeploymentFeatures,
    LocalizedText,
    ModelDeployment,
    ScaleSettings,
    decode_application_deployment,
    decode_deployment_features,
    decode_localized_text,
    decode_model_deployment,
    decode_scale_settings,
    encode_deployment_features,
    encode_localized_text,
    encode_scale_settings,
)

__all__ = [
    "AnyDeployment",
    "ConfigurationSchema",
    "Deployment",
    "DeploymentKind",
    "DeploymentList",
    "DeploymentName",
    "InterfaceType",
    "ListDeploymentNamesResult",
    "ListTypedDeploymentsResult",
    "RateRequest",
    "RateResult",
    "TokenizeError",
    "TokenizeInput",
    "TokenizeOutput",
    "TokenizeRequest",
    "TokenizeRequestInput",
    "TokenizeResult",
    "TokenizeStringInput",
    "TokenizeSuccess",
    "TruncatePromptError",
    "TruncatePromptOutput",
    "TruncatePromptRequest",
    "TruncatePromptResult",
    "TruncatePromptSuccess",
]


DeploymentKind: TypeAlias = Literal["deployment", "model", "application", "toolset"] | str
"""What a deployment is."""

InterfaceType: TypeAlias = Literal["chat", "embedding", "mcp", "custom_ui", "all"] | str
"""A way of talking to a deployment."""


@define(eq=False, repr=False, weakref_slot=False)
class RateRequest(Model):
    """
    A rating of an answer.

    Attributes:
        rate: Whether the answer was good.
        response_id: Id of the answer.
        comment: What the user says about it.
    """

    rate: bool
    response_id: str | None | Unset = UNSET
    comment: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_rate_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> RateRequest:
        """The value of a decoded JSON object."""
        return decode_rate_request(source)


_RATE_REQUEST: Final = frozenset({"rate", "responseId", "comment"})


def decode_rate_request(source: Any) -> RateRequest:
    """`RateRequest` of decoded JSON."""
    get = source.get
    return RateRequest(
        source["rate"],
        get("responseId", UNSET),
        get("comment", UNSET),
        None if source.keys() <= _RATE_REQUEST else extra_of(source, _RATE_REQUEST),
    )


def encode_rate_request(value: Any) -> JsonObject:
    """JSON of a `RateRequest`."""
    result: JsonObject = {}
    result["rate"] = value.rate
    if (item := value.response_id) is not UNSET:
        result["responseId"] = item
    if (item := value.comment) is not UNSET:
        result["comment"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenizeRequest(Model):
    """
    Texts and chat requests to count.

    Attributes:
        inputs: What to count.
    """

    inputs: list[TokenizeInput]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tokenize_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenizeRequest:
        """The value of a decoded JSON object."""
        return decode_tokenize_request(source)


_TOKENIZE_REQUEST: Final = frozenset({"inputs"})


def decode_tokenize_request(source: Any) -> TokenizeRequest:
    """`TokenizeRequest` of decoded JSON."""
    return TokenizeRequest(
        [decode_tokenize_input(item) for item in value]
        if (value := source["inputs"]).__class__ is list
        else value,
        None if source.keys() <= _TOKENIZE_REQUEST else extra_of(source, _TOKENIZE_REQUEST),
    )


def encode_tokenize_request(value: Any) -> JsonObject:
    """JSON of a `TokenizeRequest`."""
    result: JsonObject = {}
    item = value.inputs
    result["inputs"] = (
        [encode_tokenize_input(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenizeStringInput(Model):
    """
    A text to count.

    Attributes:
        type: Always `string`.
        value: The text.
    """

    value: str
    type: Literal["string"] = "string"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tokenize_string_input(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenizeStringInput:
        """The value of a decoded JSON object."""
        return decode_tokenize_string_input(source)


_TOKENIZE_STRING_INPUT: Final = frozenset({"type", "value"})


def decode_tokenize_string_input(source: Any) -> TokenizeStringInput:
    """`TokenizeStringInput` of decoded JSON."""
    return TokenizeStringInput(
        source["value"],
        source["type"],
        None
        if source.keys() <= _TOKENIZE_STRING_INPUT
        else extra_of(source, _TOKENIZE_STRING_INPUT),
    )


def encode_tokenize_string_input(value: Any) -> JsonObject:
    """JSON of a `TokenizeStringInput`."""
    result: JsonObject = {}
    result["type"] = value.type
    result["value"] = value.value
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenizeRequestInput(Model):
    """
    A chat request to count.

    Attributes:
        type: Always `request`.
        value: A conversation to answer. Only `messages` is needed; deployments ignore fields that
            they do not know.
    """

    value: ChatCompletionRequest
    type: Literal["request"] = "request"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tokenize_request_input(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenizeRequestInput:
        """The value of a decoded JSON object."""
        return decode_tokenize_request_input(source)


_TOKENIZE_REQUEST_INPUT: Final = frozenset({"type", "value"})


def decode_tokenize_request_input(source: Any) -> TokenizeRequestInput:
    """`TokenizeRequestInput` of decoded JSON."""
    return TokenizeRequestInput(
        decode_chat_completion_request(value)
        if (value := source["value"]).__class__ is dict
        else value,
        source["type"],
        None
        if source.keys() <= _TOKENIZE_REQUEST_INPUT
        else extra_of(source, _TOKENIZE_REQUEST_INPUT),
    )


def encode_tokenize_request_input(value: Any) -> JsonObject:
    """JSON of a `TokenizeRequestInput`."""
    result: JsonObject = {}
    result["type"] = value.type
    item = value.value
    result["value"] = (
        encode_chat_completion_request(item) if isinstance(item, ChatCompletionRequest) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenizeResult(Model):
    """
    The counts.

    Attributes:
        outputs: One output per input, in the same order.
    """

    outputs: list[TokenizeOutput]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tokenize_result(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenizeResult:
        """The value of a decoded JSON object."""
        return decode_tokenize_result(source)


_TOKENIZE_RESULT: Final = frozenset({"outputs"})


def decode_tokenize_result(source: Any) -> TokenizeResult:
    """`TokenizeResult` of decoded JSON."""
    return TokenizeResult(
        [decode_tokenize_output(item) for item in value]
        if (value := source["outputs"]).__class__ is list
        else value,
        None if source.keys() <= _TOKENIZE_RESULT else extra_of(source, _TOKENIZE_RESULT),
    )


def encode_tokenize_result(value: Any) -> JsonObject:
    """JSON of a `TokenizeResult`."""
    result: JsonObject = {}
    item = value.outputs
    result["outputs"] = (
        [encode_tokenize_output(part) for part in item] if item.__class__ in (list, tuple) else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenizeSuccess(Model):
    """
    The count of one input.

    Attributes:
        status: Always `success`.
        token_count: Number of tokens.
    """

    token_count: int
    status: Literal["success"] = "success"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tokenize_success(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenizeSuccess:
        """The value of a decoded JSON object."""
        return decode_tokenize_success(source)


_TOKENIZE_SUCCESS: Final = frozenset({"status", "token_count"})


def decode_tokenize_success(source: Any) -> TokenizeSuccess:
    """`TokenizeSuccess` of decoded JSON."""
    return TokenizeSuccess(
        source["token_count"],
        source["status"],
        None if source.keys() <= _TOKENIZE_SUCCESS else extra_of(source, _TOKENIZE_SUCCESS),
    )


def encode_tokenize_success(value: Any) -> JsonObject:
    """JSON of a `TokenizeSuccess`."""
    result: JsonObject = {}
    result["status"] = value.status
    result["token_count"] = value.token_count
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TokenizeError(Model):
    """
    Why one input could not be counted.

    Attributes:
        status: Always `error`.
        error: What went wrong.
    """

    error: str
    status: Literal["error"] = "error"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_tokenize_error(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TokenizeError:
        """The value of a decoded JSON object."""
        return decode_tokenize_error(source)


_TOKENIZE_ERROR: Final = frozenset({"status", "error"})


def decode_tokenize_error(source: Any) -> TokenizeError:
    """`TokenizeError` of decoded JSON."""
    return TokenizeError(
        source["error"],
        source["status"],
        None if source.keys() <= _TOKENIZE_ERROR else extra_of(source, _TOKENIZE_ERROR),
    )


def encode_tokenize_error(value: Any) -> JsonObject:
    """JSON of a `TokenizeError`."""
    result: JsonObject = {}
    result["status"] = value.status
    result["error"] = value.error
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TruncatePromptRequest(Model):
    """
    Chat requests to cut.

    Attributes:
        inputs: The requests, each with `max_prompt_tokens`.
    """

    inputs: list[ChatCompletionRequest]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_truncate_prompt_request(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TruncatePromptRequest:
        """The value of a decoded JSON object."""
        return decode_truncate_prompt_request(source)


_TRUNCATE_PROMPT_REQUEST: Final = frozenset({"inputs"})


def decode_truncate_prompt_request(source: Any) -> TruncatePromptRequest:
    """`TruncatePromptRequest` of decoded JSON."""
    return TruncatePromptRequest(
        [decode_chat_completion_request(item) if item.__class__ is dict else item for item in value]
        if (value := source["inputs"]).__class__ is list
        else value,
        None
        if source.keys() <= _TRUNCATE_PROMPT_REQUEST
        else extra_of(source, _TRUNCATE_PROMPT_REQUEST),
    )


def encode_truncate_prompt_request(value: Any) -> JsonObject:
    """JSON of a `TruncatePromptRequest`."""
    result: JsonObject = {}
    item = value.inputs
    result["inputs"] = (
        [
            encode_chat_completion_request(part)
            if isinstance(part, ChatCompletionRequest)
            else part
            for part in item
        ]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TruncatePromptResult(Model):
    """
    What would be cut.

    Attributes:
        outputs: One output per request, in the same order.
    """

    outputs: list[TruncatePromptOutput]
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_truncate_prompt_result(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TruncatePromptResult:
        """The value of a decoded JSON object."""
        return decode_truncate_prompt_result(source)


_TRUNCATE_PROMPT_RESULT: Final = frozenset({"outputs"})


def decode_truncate_prompt_result(source: Any) -> TruncatePromptResult:
    """`TruncatePromptResult` of decoded JSON."""
    return TruncatePromptResult(
        [decode_truncate_prompt_output(item) for item in value]
        if (value := source["outputs"]).__class__ is list
        else value,
        None
        if source.keys() <= _TRUNCATE_PROMPT_RESULT
        else extra_of(source, _TRUNCATE_PROMPT_RESULT),
    )


def encode_truncate_prompt_result(value: Any) -> JsonObject:
    """JSON of a `TruncatePromptResult`."""
    result: JsonObject = {}
    item = value.outputs
    result["outputs"] = (
        [encode_truncate_prompt_output(part) for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TruncatePromptSuccess(Model):
    """
    Which messages one request would lose.

    Attributes:
        status: Always `success`.
        discarded_messages: Indices of the dropped messages, from 0.
    """

    discarded_messages: list[int]
    status: Literal["success"] = "success"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_truncate_prompt_success(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TruncatePromptSuccess:
        """The value of a decoded JSON object."""
        return decode_truncate_prompt_success(source)


_TRUNCATE_PROMPT_SUCCESS: Final = frozenset({"status", "discarded_messages"})


def decode_truncate_prompt_success(source: Any) -> TruncatePromptSuccess:
    """`TruncatePromptSuccess` of decoded JSON."""
    return TruncatePromptSuccess(
        source["discarded_messages"],
        source["status"],
        None
        if source.keys() <= _TRUNCATE_PROMPT_SUCCESS
        else extra_of(source, _TRUNCATE_PROMPT_SUCCESS),
    )


def encode_truncate_prompt_success(value: Any) -> JsonObject:
    """JSON of a `TruncatePromptSuccess`."""
    result: JsonObject = {}
    result["status"] = value.status
    result["discarded_messages"] = value.discarded_messages
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class TruncatePromptError(Model):
    """
    Why one request could not be cut.

    Attributes:
        status: Always `error`.
        error: What went wrong.
    """

    error: str
    status: Literal["error"] = "error"
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_truncate_prompt_error(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> TruncatePromptError:
        """The value of a decoded JSON object."""
        return decode_truncate_prompt_error(source)


_TRUNCATE_PROMPT_ERROR: Final = frozenset({"status", "error"})


def decode_truncate_prompt_error(source: Any) -> TruncatePromptError:
    """`TruncatePromptError` of decoded JSON."""
    return TruncatePromptError(
        source["error"],
        source["status"],
        None
        if source.keys() <= _TRUNCATE_PROMPT_ERROR
        else extra_of(source, _TRUNCATE_PROMPT_ERROR),
    )


def encode_truncate_prompt_error(value: Any) -> JsonObject:
    """JSON of a `TruncatePromptError`."""
    result: JsonObject = {}
    result["status"] = value.status
    result["error"] = value.error
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class Deployment(Model):
    """
    A deployment of any kind, as far as its kind does not matter.

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
        object: What a deployment is.
        deployment: Its own name again.
        model: Name of the model behind it.
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
    object: DeploymentKind | Unset = UNSET
    deployment: str | Unset = UNSET
    model: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_deployment(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> Deployment:
        """The value of a decoded JSON object."""
        return decode_deployment(source)


_DEPLOYMENT: Final = frozenset(
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
        "deployment",
        "model",
    }
)


def decode_deployment(source: Any) -> Deployment:
    """`Deployment` of decoded JSON."""
    get = source.get
    return Deployment(
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
        get("deployment", UNSET),
        get("model", UNSET),
        None if source.keys() <= _DEPLOYMENT else extra_of(source, _DEPLOYMENT),
    )


def encode_deployment(value: Any) -> JsonObject:
    """JSON of a `Deployment`."""
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
    if (item := value.deployment) is not UNSET:
        result["deployment"] = item
    if (item := value.model) is not UNSET:
        result["model"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DeploymentList(Model):
    """
    Deployments the caller may use.

    Attributes:
        data: The deployments.
        object: Always `list`.
    """

    data: list[Deployment]
    object: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_deployment_list(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DeploymentList:
        """The value of a decoded JSON object."""
        return decode_deployment_list(source)


_DEPLOYMENT_LIST: Final = frozenset({"data", "object"})


def decode_deployment_list(source: Any) -> DeploymentList:
    """`DeploymentList` of decoded JSON."""
    get = source.get
    return DeploymentList(
        [decode_deployment(item) if item.__class__ is dict else item for item in value]
        if (value := source["data"]).__class__ is list
        else value,
        get("object", UNSET),
        None if source.keys() <= _DEPLOYMENT_LIST else extra_of(source, _DEPLOYMENT_LIST),
    )


def encode_deployment_list(value: Any) -> JsonObject:
    """JSON of a `DeploymentList`."""
    result: JsonObject = {}
    item = value.data
    result["data"] = (
        [encode_deployment(part) if isinstance(part, Deployment) else part for part in item]
        if item.__class__ in (list, tuple)
        else item
    )
    if (item := value.object) is not UNSET:
        result["object"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DeploymentName(Model):
    """
    Name and kind of a deployment.

    Attributes:
        id: Name used in paths.
        object: What a deployment is.
    """

    id: str
    object: DeploymentKind | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_deployment_name(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DeploymentName:
        """The value of a decoded JSON object."""
        return decode_deployment_name(source)


_DEPLOYMENT_NAME: Final = frozenset({"id", "object"})


def decode_deployment_name(source: Any) -> DeploymentName:
    """`DeploymentName` of decoded JSON."""
    get = source.get
    return DeploymentName(
        source["id"],
        get("object", UNSET),
        None if source.keys() <= _DEPLOYMENT_NAME else extra_of(source, _DEPLOYMENT_NAME),
    )


def encode_deployment_name(value: Any) -> JsonObject:
    """JSON of a `DeploymentName`."""
    result: JsonObject = {}
    result["id"] = value.id
    if (item := value.object) is not UNSET:
        result["object"] = item
    if value.extra:
        result.update(value.extra)
    return result


RateResult: TypeAlias = JsonObject
"""What the deployment answers to a rating."""


TokenizeInput: TypeAlias = TokenizeStringInput | TokenizeRequestInput | JsonObject
"""A text or a chat request, told apart by `type`."""

_TOKENIZE_INPUT: Final[dict[Any, Callable[[Any], TokenizeInput]]] = {
    "string": decode_tokenize_string_input,
    "request": decode_tokenize_request_input,
}


def decode_tokenize_input(source: Any) -> TokenizeInput:
    """`TokenizeInput` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("type")
        decode = _TOKENIZE_INPUT.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: TokenizeInput = source
    return result


def encode_tokenize_input(value: Any) -> Any:
    """JSON of a `TokenizeInput`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


TokenizeOutput: TypeAlias = TokenizeSuccess | TokenizeError | JsonObject
"""A count or an error, told apart by `status`."""

_TOKENIZE_OUTPUT: Final[dict[Any, Callable[[Any], TokenizeOutput]]] = {
    "success": decode_tokenize_success,
    "error": decode_tokenize_error,
}


def decode_tokenize_output(source: Any) -> TokenizeOutput:
    """`TokenizeOutput` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("status")
        decode = _TOKENIZE_OUTPUT.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: TokenizeOutput = source
    return result


def encode_tokenize_output(value: Any) -> Any:
    """JSON of a `TokenizeOutput`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


TruncatePromptOutput: TypeAlias = TruncatePromptSuccess | TruncatePromptError | JsonObject
"""The dropped messages or an error, told apart by `status`."""

_TRUNCATE_PROMPT_OUTPUT: Final[dict[Any, Callable[[Any], TruncatePromptOutput]]] = {
    "success": decode_truncate_prompt_success,
    "error": decode_truncate_prompt_error,
}


def decode_truncate_prompt_output(source: Any) -> TruncatePromptOutput:
    """`TruncatePromptOutput` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("status")
        decode = _TRUNCATE_PROMPT_OUTPUT.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
    result: TruncatePromptOutput = source
    return result


def encode_truncate_prompt_output(value: Any) -> Any:
    """JSON of a `TruncatePromptOutput`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ConfigurationSchema: TypeAlias = JsonObject
"""The JSON schema of a deployment's configuration."""


AnyDeployment: TypeAlias = ModelDeployment | ApplicationDeployment | ToolsetDeployment | Deployment
"""A deployment, told apart by `object`."""

_ANY_DEPLOYMENT: Final[dict[Any, Callable[[Any], AnyDeployment]]] = {
    "model": decode_model_deployment,
    "application": decode_application_deployment,
    "toolset": decode_toolset_deployment,
    "deployment": decode_deployment,
}


def decode_any_deployment(source: Any) -> AnyDeployment:
    """`AnyDeployment` of decoded JSON."""
    if source.__class__ is dict:
        key = source.get("object")
        decode = _ANY_DEPLOYMENT.get(key) if key.__class__ is str else None
        if decode is not None:
            return decode(source)
        return decode_deployment(source)
    result: AnyDeployment = source
    return result


def encode_any_deployment(value: Any) -> Any:
    """JSON of a `AnyDeployment`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value


ListTypedDeploymentsResult: TypeAlias = list[AnyDeployment]
"""The type `ListTypedDeploymentsResult`."""


def decode_list_typed_deployments_result(source: Any) -> ListTypedDeploymentsResult:
    """`ListTypedDeploymentsResult` of decoded JSON."""
    result: ListTypedDeploymentsResult = (
        [decode_any_deployment(item) for item in source] if source.__class__ is list else source
    )
    return result


def encode_list_typed_deployments_result(value: Any) -> Any:
    """JSON of a `ListTypedDeploymentsResult`."""
    return (
        [encode_any_deployment(item) for item in value]
        if value.__class__ in (list, tuple)
        else value
    )


ListDeploymentNamesResult: TypeAlias = list[DeploymentName]
"""The type `ListDeploymentNamesResult`."""


def decode_list_deployment_names_result(source: Any) -> ListDeploymentNamesResult:
    """`ListDeploymentNamesResult` of decoded JSON."""
    result: ListDeploymentNamesResult = (
        [decode_deployment_name(item) if item.__class__ is dict else item for item in source]
        if source.__class__ is list
        else source
    )
    return result


def encode_list_deployment_names_result(value: Any) -> Any:
    """JSON of a `ListDeploymentNamesResult`."""
    return (
        [
            encode_deployment_name(item) if isinstance(item, DeploymentName) else item
            for item in value
        ]
        if value.__class__ in (list, tuple)
        else value
    )
