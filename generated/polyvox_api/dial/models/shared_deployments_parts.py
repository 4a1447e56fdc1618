"""Models of AI DIAL: shared_deployments_parts. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from attrs import define
from polyvox_core.model import UNSET, JsonObject, Model, Unset, extra_of

__all__ = [
    "ApplicationDeployment",
    "ApplicationFunction",
    "ApplicationFunctionStatus",
    "ApplicationMapping",
    "AuthenticationType",
    "CostWindow",
    "DeploymentFeatures",
    "LimitStats",
    "LimitWindow",
    "LocalizedMap",
    "LocalizedText",
    "ModelCapabilities",
    "ModelDeployment",
    "ModelLimits",
    "ModelPricing",
    "ModelPricingUnit",
    "PricingRule",
    "PricingTest",
    "ScaleSettings",
    "ToolsetTransport",
]


ToolsetTransport: TypeAlias = Literal["HTTP", "SSE"] | str
"""How Core reaches the MCP server."""

AuthenticationType: TypeAlias = Literal["NONE", "API_KEY", "OAUTH"] | str
"""How the toolset knows its callers."""

ModelPricingUnit: TypeAlias = Literal["token", "char_without_whitespace"] | str
"""What one unit is."""

ApplicationFunctionStatus: TypeAlias = (
    Literal["UNDEPLOYED", "DEPLOYING", "DEPLOYED", "UNDEPLOYING", "FAILED"] | str
)
"""Where it is in its life; set by Core."""


@define(eq=False, repr=False, weakref_slot=False)
class LimitStats(Model):
    """
    Limits of one deployment per period, and what is used of them. Absent periods are not limited or
    not told.

    Attributes:
        minute_token_stats: A limit on tokens or requests in one period.
        day_token_stats: A limit on tokens or requests in one period.
        week_token_stats: A limit on tokens or requests in one period.
        month_token_stats: A limit on tokens or requests in one period.
        hour_request_stats: A limit on tokens or requests in one period.
        day_request_stats: A limit on tokens or requests in one period.
        minute_cost_stats: A limit on cost in one period.
        day_cost_stats: A limit on cost in one period.
        week_cost_stats: A limit on cost in one period.
        month_cost_stats: A limit on cost in one period.
    """

    minute_token_stats: LimitWindow | Unset = UNSET
    day_token_stats: LimitWindow | Unset = UNSET
    week_token_stats: LimitWindow | Unset = UNSET
    month_token_stats: LimitWindow | Unset = UNSET
    hour_request_stats: LimitWindow | Unset = UNSET
    day_request_stats: LimitWindow | Unset = UNSET
    minute_cost_stats: CostWindow | Unset = UNSET
    day_cost_stats: CostWindow | Unset = UNSET
    week_cost_stats: CostWindow | Unset = UNSET
    month_cost_stats: CostWindow | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_limit_stats(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> LimitStats:
        """The value of a decoded JSON object."""
        return decode_limit_stats(source)


_LIMIT_STATS: Final = frozenset(
    {
        "minuteTokenStats",
        "dayTokenStats",
        "weekTokenStats",
        "monthTokenStats",
        "hourRequestStats",
        "dayRequestStats",
        "minuteCostStats",
        "dayCostStats",
        "weekCostStats",
        "monthCostStats",
    }
)


def decode_limit_stats(source: Any) -> LimitStats:
    """`LimitStats` of decoded JSON."""
    get = source.get
    return LimitStats(
        decode_limit_window(value)
        if (value := get("minuteTokenStats", UNSET)).__class__ is dict
        else value,
        decode_limit_window(value)
        if (value := get("dayTokenStats", UNSET)).__class__ is dict
        else value,
        decode_limit_window(value)
        if (value := get("weekTokenStats", UNSET)).__class__ is dict
        else value,
        decode_limit_window(value)
        if (value := get("monthTokenStats", UNSET)).__class__ is dict
        else value,
        decode_limit_window(value)
        if (value := get("hourRequestStats", UNSET)).__class__ is dict
        else value,
        decode_limit_window(value)
        if (value := get("dayRequestStats", UNSET)).__class__ is dict
        else value,
        decode_cost_window(value)
        if (value := get("minuteCostStats", UNSET)).__class__ is dict
        else value,
        decode_cost_window(value)
        if (value := get("dayCostStats", UNSET)).__class__ is dict
        else value,
        decode_cost_window(value)
        if (value := get("weekCostStats", UNSET)).__class__ is dict
        else value,
        decode_cost_window(value)
        if (value := get("monthCostStats", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _LIMIT_STATS else extra_of(source, _LIMIT_STATS),
    )


def encode_limit_stats(value: Any) -> JsonObject:
    """JSON of a `LimitStats`."""
    result: JsonObject = {}
    if (item := value.minute_token_stats) is not UNSET:
        result["minuteTokenStats"] = (
            encode_limit_window(item) if isinstance(item, LimitWindow) else item
        )
    if (item := value.day_token_stats) is not UNSET:
        result["dayTokenStats"] = (
            encode_limit_window(item) if isinstance(item, LimitWindow) else item
        )
    if (item := value.week_token_stats) is not UNSET:
        result["weekTokenStats"] = (
            encode_limit_window(item) if isinstance(item, LimitWindow) else item
        )
    if (item := value.month_token_stats) is not UNSET:
        result["monthTokenStats"] = (
            encode_limit_window(item) if isinstance(item, LimitWindow) else item
        )
    if (item := value.hour_request_stats) is not UNSET:
        result["hourRequestStats"] = (
            encode_limit_window(item) if isinstance(item, LimitWindow) else item
        )
    if (item := value.day_request_stats) is not UNSET:
        result["dayRequestStats"] = (
            encode_limit_window(item) if isinstance(item, LimitWindow) else item
        )
    if (item := value.minute_cost_stats) is not UNSET:
        result["minuteCostStats"] = (
            encode_cost_window(item) if isinstance(item, CostWindow) else item
        )
    if (item := value.day_cost_stats) is not UNSET:
        result["dayCostStats"] = encode_cost_window(item) if isinstance(item, CostWindow) else item
    if (item := value.week_cost_stats) is not UNSET:
        result["weekCostStats"] = encode_cost_window(item) if isinstance(item, CostWindow) else item
    if (item := value.month_cost_stats) is not UNSET:
        result["monthCostStats"] = (
            encode_cost_window(item) if isinstance(item, CostWindow) else item
        )
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class LimitWindow(Model):
    """
    A limit on tokens or requests in one period.

    Attributes:
        total: The limit; 9223372036854775807 means none.
        used: What is used of it.
        resets_at: Time in ISO 8601 at which the period ends.
    """

    total: int | Unset = UNSET
    used: int | Unset = UNSET
    resets_at: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_limit_window(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> LimitWindow:
        """The value of a decoded JSON object."""
        return decode_limit_window(source)


_LIMIT_WINDOW: Final = frozenset({"total", "used", "resetsAt"})


def decode_limit_window(source: Any) -> LimitWindow:
    """`LimitWindow` of decoded JSON."""
    get = source.get
    return LimitWindow(
        get("total", UNSET),
        get("used", UNSET),
        get("resetsAt", UNSET),
        None if source.keys() <= _LIMIT_WINDOW else extra_of(source, _LIMIT_WINDOW),
    )


def encode_limit_window(value: Any) -> JsonObject:
    """JSON of a `LimitWindow`."""
    result: JsonObject = {}
    if (item := value.total) is not UNSET:
        result["total"] = item
    if (item := value.used) is not UNSET:
        result["used"] = item
    if (item := value.resets_at) is not UNSET:
        result["resetsAt"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class CostWindow(Model):
    """
    A limit on cost in one period.

    Attributes:
        total: The limit, in the currency of the installation.
        used: What is used of it.
        resets_at: Time in ISO 8601 at which the period ends.
    """

    total: float | Unset = UNSET
    used: float | Unset = UNSET
    resets_at: str | None | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_cost_window(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> CostWindow:
        """The value of a decoded JSON object."""
        return decode_cost_window(source)


_COST_WINDOW: Final = frozenset({"total", "used", "resetsAt"})


def decode_cost_window(source: Any) -> CostWindow:
    """`CostWindow` of decoded JSON."""
    get = source.get
    return CostWindow(
        get("total", UNSET),
        get("used", UNSET),
        get("resetsAt", UNSET),
        None if source.keys() <= _COST_WINDOW else extra_of(source, _COST_WINDOW),
    )


def encode_cost_window(value: Any) -> JsonObject:
    """JSON of a `CostWindow`."""
    result: JsonObject = {}
    if (item := value.total) is not UNSET:
        result["total"] = item
    if (item := value.used) is not UNSET:
        result["used"] = item
    if (item := value.resets_at) is not UNSET:
        result["resetsAt"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class LocalizedMap(Model):
    """
    A text per locale, either as plain pairs (`{en: ..., de: ...}`) or as `plainValue` with
    `localeMap`.

    Attributes:
        plain_value: The text when no locale fits.
        locale_map: Text per locale.
    """

    plain_value: str | Unset = UNSET
    locale_map: dict[str, str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_localized_map(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> LocalizedMap:
        """The value of a decoded JSON object."""
        return decode_localized_map(source)


_LOCALIZED_MAP: Final = frozenset({"plainValue", "localeMap"})


def decode_localized_map(source: Any) -> LocalizedMap:
    """`LocalizedMap` of decoded JSON."""
    get = source.get
    return LocalizedMap(
        get("plainValue", UNSET),
        get("localeMap", UNSET),
        None if source.keys() <= _LOCALIZED_MAP else extra_of(source, _LOCALIZED_MAP),
    )


def encode_localized_map(value: Any) -> JsonObject:
    """JSON of a `LocalizedMap`."""
    result: JsonObject = {}
    if (item := value.plain_value) is not UNSET:
        result["plainValue"] = item
    if (item := value.locale_map) is not UNSET:
        result["localeMap"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ScaleSettings(Model):
    """
    How the deployment scales; Core always says `standard`.

    Attributes:
        scale_type: Kind of scaling.
    """

    scale_type: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_scale_settings(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ScaleSettings:
        """The value of a decoded JSON object."""
        return decode_scale_settings(source)


_SCALE_SETTINGS: Final = frozenset({"scale_type"})


def decode_scale_settings(source: Any) -> ScaleSettings:
    """`ScaleSettings` of decoded JSON."""
    get = source.get
    return ScaleSettings(
        get("scale_type", UNSET),
        None if source.keys() <= _SCALE_SETTINGS else extra_of(source, _SCALE_SETTINGS),
    )


def encode_scale_settings(value: Any) -> JsonObject:
    """JSON of a `ScaleSettings`."""
    result: JsonObject = {}
    if (item := value.scale_type) is not UNSET:
        result["scale_type"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class DeploymentFeatures(Model):
    """
    What a deployment supports. Core counts an absent flag as false, with the exceptions named here.

    Attributes:
        rate: Takes ratings.
        tokenize: Counts tokens.
        truncate_prompt: Cuts prompts to a token budget.
        configuration: Publishes a configuration schema.
        system_prompt: Takes system messages (true when absent).
        tools: Calls tools.
        seed: Takes `seed`.
        url_attachments: Takes attachments by URL.
        folder_attachments: Takes folders as attachments.
        allow_resume: A broken answer may be resumed (true when absent).
        accessible_by_per_request_key: Callable with a per-request key (true when absent).
        content_parts: Takes content as parts.
        temperature: Takes `temperature` (true when absent).
        cache: Caches prompts at breakpoints.
        auto_caching: Caches prompts by itself.
        parallel_tool_calls: Calls several tools in one answer.
        assistant_attachments_in_request: Wants assistant attachments sent back.
        mcp: Speaks MCP.
        chat_completion: Answers chat completions.
        responses_api: Answers the Responses API.
        max_tokens_supported: Takes `max_tokens`.
        max_completion_tokens_supported: Takes `max_completion_tokens`.
        custom_temperature_supported: Takes any temperature.
        skills_supported: Takes skills.
        reasoning_efforts: Values it takes for `reasoning_effort`.
    """

    rate: bool | Unset = UNSET
    tokenize: bool | Unset = UNSET
    truncate_prompt: bool | Unset = UNSET
    configuration: bool | Unset = UNSET
    system_prompt: bool | Unset = UNSET
    tools: bool | Unset = UNSET
    seed: bool | Unset = UNSET
    url_attachments: bool | Unset = UNSET
    folder_attachments: bool | Unset = UNSET
    allow_resume: bool | Unset = UNSET
    accessible_by_per_request_key: bool | Unset = UNSET
    content_parts: bool | Unset = UNSET
    temperature: bool | Unset = UNSET
    cache: bool | Unset = UNSET
    auto_caching: bool | Unset = UNSET
    parallel_tool_calls: bool | Unset = UNSET
    assistant_attachments_in_request: bool | Unset = UNSET
    mcp: bool | Unset = UNSET
    chat_completion: bool | Unset = UNSET
    responses_api: bool | Unset = UNSET
    max_tokens_supported: bool | Unset = UNSET
    max_completion_tokens_supported: bool | Unset = UNSET
    custom_temperature_supported: bool | Unset = UNSET
    skills_supported: bool | Unset = UNSET
    reasoning_efforts: list[str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_deployment_features(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> DeploymentFeatures:
        """The value of a decoded JSON object."""
        return decode_deployment_features(source)


_DEPLOYMENT_FEATURES: Final = frozenset(
    {
        "rate",
        "tokenize",
        "truncate_prompt",
        "configuration",
        "system_prompt",
        "tools",
        "seed",
        "url_attachments",
        "folder_attachments",
        "allow_resume",
        "accessible_by_per_request_key",
        "content_parts",
        "temperature",
        "cache",
        "auto_caching",
        "parallel_tool_calls",
        "assistant_attachments_in_request",
        "mcp",
        "chat_completion",
        "responses_api",
        "max_tokens_supported",
        "max_completion_tokens_supported",
        "custom_temperature_supported",
        "skills_supported",
        "reasoning_efforts",
    }
)


def decode_deployment_features(source: Any) -> DeploymentFeatures:
    """`DeploymentFeatures` of decoded JSON."""
    get = source.get
    return DeploymentFeatures(
        get("rate", UNSET),
        get("tokenize", UNSET),
        get("truncate_prompt", UNSET),
        get("configuration", UNSET),
        get("system_prompt", UNSET),
        get("tools", UNSET),
        get("seed", UNSET),
        get("url_attachments", UNSET),
        get("folder_attachments", UNSET),
        get("allow_resume", UNSET),
        get("accessible_by_per_request_key", UNSET),
        get("content_parts", UNSET),
        get("temperature", UNSET),
        get("cache", UNSET),
        get("auto_caching", UNSET),
        get("parallel_tool_calls", UNSET),
        get("assistant_attachments_in_request", UNSET),
        get("mcp", UNSET),
        get("chat_completion", UNSET),
        get("responses_api", UNSET),
        get("max_tokens_supported", UNSET),
        get("max_completion_tokens_supported", UNSET),
        get("custom_temperature_supported", UNSET),
        get("skills_supported", UNSET),
        get("reasoning_efforts", UNSET),
        None if source.keys() <= _DEPLOYMENT_FEATURES else extra_of(source, _DEPLOYMENT_FEATURES),
    )


def encode_deployment_features(value: Any) -> JsonObject:
    """JSON of a `DeploymentFeatures`."""
    result: JsonObject = {}
    if (item := value.rate) is not UNSET:
        result["rate"] = item
    if (item := value.tokenize) is not UNSET:
        result["tokenize"] = item
    if (item := value.truncate_prompt) is not UNSET:
        result["truncate_prompt"] = item
    if (item := value.configuration) is not UNSET:
        result["configuration"] = item
    if (item := value.system_prompt) is not UNSET:
        result["system_prompt"] = item
    if (item := value.tools) is not UNSET:
        result["tools"] = item
    if (item := value.seed) is not UNSET:
        result["seed"] = item
    if (item := value.url_attachments) is not UNSET:
        result["url_attachments"] = item
    if (item := value.folder_attachments) is not UNSET:
        result["folder_attachments"] = item
    if (item := value.allow_resume) is not UNSET:
        result["allow_resume"] = item
    if (item := value.accessible_by_per_request_key) is not UNSET:
        result["accessible_by_per_request_key"] = item
    if (item := value.content_parts) is not UNSET:
        result["content_parts"] = item
    if (item := value.temperature) is not UNSET:
        result["temperature"] = item
    if (item := value.cache) is not UNSET:
        result["cache"] = item
    if (item := value.auto_caching) is not UNSET:
        result["auto_caching"] = item
    if (item := value.parallel_tool_calls) is not UNSET:
        result["parallel_tool_calls"] = item
    if (item := value.assistant_attachments_in_request) is not UNSET:
        result["assistant_attachments_in_request"] = item
    if (item := value.mcp) is not UNSET:
        result["mcp"] = item
    if (item := value.chat_completion) is not UNSET:
        result["chat_completion"] = item
    if (item := value.responses_api) is not UNSET:
        result["responses_api"] = item
    if (item := value.max_tokens_supported) is not UNSET:
        result["max_tokens_supported"] = item
    if (item := value.max_completion_tokens_supported) is not UNSET:
        result["max_completion_tokens_supported"] = item
    if (item := value.custom_temperature_supported) is not UNSET:
        result["custom_temperature_supported"] = item
    if (item := value.skills_supported) is not UNSET:
        result["skills_supported"] = item
    if (item := value.reasoning_efforts) is not UNSET:
        result["reasoning_efforts"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModelDeployment(Model):
    """
    A model.

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
        model: Its own name again.
        lifecycle_status: Where it is in its life, e.g. `generally-available`.
        capabilities: What a model can do.
        tokenizer_model: Model whose tokenizer counts its tokens.
        embedding_dimensions: Length of its vectors.
        limits: Token limits of a model; either the total, or prompt and completion apart.
        pricing: Prices of a model; rates are decimal strings.
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
    object: Literal["model"] | Unset = UNSET
    model: str | Unset = UNSET
    lifecycle_status: str | Unset = UNSET
    capabilities: ModelCapabilities | Unset = UNSET
    tokenizer_model: str | Unset = UNSET
    embedding_dimensions: int | Unset = UNSET
    limits: ModelLimits | Unset = UNSET
    pricing: ModelPricing | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_deployment(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelDeployment:
        """The value of a decoded JSON object."""
        return decode_model_deployment(source)


_MODEL_DEPLOYMENT: Final = frozenset(
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
        "model",
        "lifecycle_status",
        "capabilities",
        "tokenizer_model",
        "embedding_dimensions",
        "limits",
        "pricing",
    }
)


def decode_model_deployment(source: Any) -> ModelDeployment:
    """`ModelDeployment` of decoded JSON."""
    get = source.get
    return ModelDeployment(
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
        get("model", UNSET),
        get("lifecycle_status", UNSET),
        decode_model_capabilities(value)
        if (value := get("capabilities", UNSET)).__class__ is dict
        else value,
        get("tokenizer_model", UNSET),
        get("embedding_dimensions", UNSET),
        decode_model_limits(value) if (value := get("limits", UNSET)).__class__ is dict else value,
        decode_model_pricing(value)
        if (value := get("pricing", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _MODEL_DEPLOYMENT else extra_of(source, _MODEL_DEPLOYMENT),
    )


def encode_model_deployment(value: Any) -> JsonObject:
    """JSON of a `ModelDeployment`."""
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
    if (item := value.model) is not UNSET:
        result["model"] = item
    if (item := value.lifecycle_status) is not UNSET:
        result["lifecycle_status"] = item
    if (item := value.capabilities) is not UNSET:
        result["capabilities"] = (
            encode_model_capabilities(item) if isinstance(item, ModelCapabilities) else item
        )
    if (item := value.tokenizer_model) is not UNSET:
        result["tokenizer_model"] = item
    if (item := value.embedding_dimensions) is not UNSET:
        result["embedding_dimensions"] = item
    if (item := value.limits) is not UNSET:
        result["limits"] = encode_model_limits(item) if isinstance(item, ModelLimits) else item
    if (item := value.pricing) is not UNSET:
        result["pricing"] = encode_model_pricing(item) if isinstance(item, ModelPricing) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ApplicationDeployment(Model):
    """
    An application.

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
        application: Its own name again.
        application_properties: Values its type schema asks for.
        application_type_schema_id: Its type schema.
        editor_url: Page that edits it.
        viewer_url: Page that shows it.
        function: Code that Core builds and runs as an application.
        invalid: True when its properties break its type schema.
        routes: Routes it serves.
        external_services: Services it calls.
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
    object: Literal["application"] | Unset = UNSET
    application: str | Unset = UNSET
    application_properties: JsonObject | Unset = UNSET
    application_type_schema_id: str | Unset = UNSET
    editor_url: str | Unset = UNSET
    viewer_url: str | Unset = UNSET
    function: ApplicationFunction | Unset = UNSET
    invalid: bool | Unset = UNSET
    routes: JsonObject | Unset = UNSET
    external_services: JsonObject | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_application_deployment(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ApplicationDeployment:
        """The value of a decoded JSON object."""
        return decode_application_deployment(source)


_APPLICATION_DEPLOYMENT: Final = frozenset(
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
        "application",
        "application_properties",
        "application_type_schema_id",
        "editor_url",
        "viewer_url",
        "function",
        "invalid",
        "routes",
        "external_services",
    }
)


def decode_application_deployment(source: Any) -> ApplicationDeployment:
    """`ApplicationDeployment` of decoded JSON."""
    get = source.get
    return ApplicationDeployment(
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
        get("application", UNSET),
        get("application_properties", UNSET),
        get("application_type_schema_id", UNSET),
        get("editor_url", UNSET),
        get("viewer_url", UNSET),
        decode_application_function(value)
        if (value := get("function", UNSET)).__class__ is dict
        else value,
        get("invalid", UNSET),
        get("routes", UNSET),
        get("external_services", UNSET),
        None
        if source.keys() <= _APPLICATION_DEPLOYMENT
        else extra_of(source, _APPLICATION_DEPLOYMENT),
    )


def encode_application_deployment(value: Any) -> JsonObject:
    """JSON of a `ApplicationDeployment`."""
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
    if (item := value.application) is not UNSET:
        result["application"] = item
    if (item := value.application_properties) is not UNSET:
        result["application_properties"] = item
    if (item := value.application_type_schema_id) is not UNSET:
        result["application_type_schema_id"] = item
    if (item := value.editor_url) is not UNSET:
        result["editor_url"] = item
    if (item := value.viewer_url) is not UNSET:
        result["viewer_url"] = item
    if (item := value.function) is not UNSET:
        result["function"] = (
            encode_application_function(item) if isinstance(item, ApplicationFunction) else item
        )
    if (item := value.invalid) is not UNSET:
        result["invalid"] = item
    if (item := value.routes) is not UNSET:
        result["routes"] = item
    if (item := value.external_services) is not UNSET:
        result["external_services"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModelCapabilities(Model):
    """
    What a model can do.

    Attributes:
        scale_types: Kinds of scaling.
        completion: Answers plain completions.
        chat_completion: Answers chat completions.
        embeddings: Answers embeddings.
        fine_tune: Can be fine-tuned.
        inference: Can be called.
    """

    scale_types: list[str] | Unset = UNSET
    completion: bool | Unset = UNSET
    chat_completion: bool | Unset = UNSET
    embeddings: bool | Unset = UNSET
    fine_tune: bool | Unset = UNSET
    inference: bool | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_capabilities(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelCapabilities:
        """The value of a decoded JSON object."""
        return decode_model_capabilities(source)


_MODEL_CAPABILITIES: Final = frozenset(
    {"scale_types", "completion", "chat_completion", "embeddings", "fine_tune", "inference"}
)


def decode_model_capabilities(source: Any) -> ModelCapabilities:
    """`ModelCapabilities` of decoded JSON."""
    get = source.get
    return ModelCapabilities(
        get("scale_types", UNSET),
        get("completion", UNSET),
        get("chat_completion", UNSET),
        get("embeddings", UNSET),
        get("fine_tune", UNSET),
        get("inference", UNSET),
        None if source.keys() <= _MODEL_CAPABILITIES else extra_of(source, _MODEL_CAPABILITIES),
    )


def encode_model_capabilities(value: Any) -> JsonObject:
    """JSON of a `ModelCapabilities`."""
    result: JsonObject = {}
    if (item := value.scale_types) is not UNSET:
        result["scale_types"] = item
    if (item := value.completion) is not UNSET:
        result["completion"] = item
    if (item := value.chat_completion) is not UNSET:
        result["chat_completion"] = item
    if (item := value.embeddings) is not UNSET:
        result["embeddings"] = item
    if (item := value.fine_tune) is not UNSET:
        result["fine_tune"] = item
    if (item := value.inference) is not UNSET:
        result["inference"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModelLimits(Model):
    """
    Token limits of a model; either the total, or prompt and completion apart.

    Attributes:
        max_total_tokens: Most tokens of prompt and answer together.
        max_prompt_tokens: Most tokens of the prompt.
        max_completion_tokens: Most tokens of the answer.
    """

    max_total_tokens: int | Unset = UNSET
    max_prompt_tokens: int | Unset = UNSET
    max_completion_tokens: int | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_limits(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelLimits:
        """The value of a decoded JSON object."""
        return decode_model_limits(source)


_MODEL_LIMITS: Final = frozenset({"max_total_tokens", "max_prompt_tokens", "max_completion_tokens"})


def decode_model_limits(source: Any) -> ModelLimits:
    """`ModelLimits` of decoded JSON."""
    get = source.get
    return ModelLimits(
        get("max_total_tokens", UNSET),
        get("max_prompt_tokens", UNSET),
        get("max_completion_tokens", UNSET),
        None if source.keys() <= _MODEL_LIMITS else extra_of(source, _MODEL_LIMITS),
    )


def encode_model_limits(value: Any) -> JsonObject:
    """JSON of a `ModelLimits`."""
    result: JsonObject = {}
    if (item := value.max_total_tokens) is not UNSET:
        result["max_total_tokens"] = item
    if (item := value.max_prompt_tokens) is not UNSET:
        result["max_prompt_tokens"] = item
    if (item := value.max_completion_tokens) is not UNSET:
        result["max_completion_tokens"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PricingTest(Model):
    """
    A question about a request, whose answer picks the price.

    Attributes:
        field: What is looked at.
        operator: How it is compared.
        value: What it is compared with.
    """

    field: str | Unset = UNSET
    operator: str | Unset = UNSET
    value: Any = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_pricing_test(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PricingTest:
        """The value of a decoded JSON object."""
        return decode_pricing_test(source)


_PRICING_TEST: Final = frozenset({"field", "operator", "value"})


def decode_pricing_test(source: Any) -> PricingTest:
    """`PricingTest` of decoded JSON."""
    get = source.get
    return PricingTest(
        get("field", UNSET),
        get("operator", UNSET),
        get("value", UNSET),
        None if source.keys() <= _PRICING_TEST else extra_of(source, _PRICING_TEST),
    )


def encode_pricing_test(value: Any) -> JsonObject:
    """JSON of a `PricingTest`."""
    result: JsonObject = {}
    if (item := value.field) is not UNSET:
        result["field"] = item
    if (item := value.operator) is not UNSET:
        result["operator"] = item
    if (item := value.value) is not UNSET:
        result["value"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class PricingRule(Model):
    """
    A rate, or a test with the rule for either outcome.

    Attributes:
        rate: Price of one unit, as a decimal string.
        test: A question about a request, whose answer picks the price.
        if_true: A rate, or a test with the rule for either outcome.
        if_false: A rate, or a test with the rule for either outcome.
    """

    rate: str | Unset = UNSET
    test: PricingTest | Unset = UNSET
    if_true: PricingRule | Unset = UNSET
    if_false: PricingRule | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_pricing_rule(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> PricingRule:
        """The value of a decoded JSON object."""
        return decode_pricing_rule(source)


_PRICING_RULE: Final = frozenset({"rate", "test", "ifTrue", "ifFalse"})


def decode_pricing_rule(source: Any) -> PricingRule:
    """`PricingRule` of decoded JSON."""
    get = source.get
    return PricingRule(
        get("rate", UNSET),
        decode_pricing_test(value) if (value := get("test", UNSET)).__class__ is dict else value,
        decode_pricing_rule(value) if (value := get("ifTrue", UNSET)).__class__ is dict else value,
        decode_pricing_rule(value) if (value := get("ifFalse", UNSET)).__class__ is dict else value,
        None if source.keys() <= _PRICING_RULE else extra_of(source, _PRICING_RULE),
    )


def encode_pricing_rule(value: Any) -> JsonObject:
    """JSON of a `PricingRule`."""
    result: JsonObject = {}
    if (item := value.rate) is not UNSET:
        result["rate"] = item
    if (item := value.test) is not UNSET:
        result["test"] = encode_pricing_test(item) if isinstance(item, PricingTest) else item
    if (item := value.if_true) is not UNSET:
        result["ifTrue"] = encode_pricing_rule(item) if isinstance(item, PricingRule) else item
    if (item := value.if_false) is not UNSET:
        result["ifFalse"] = encode_pricing_rule(item) if isinstance(item, PricingRule) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ModelPricing(Model):
    """
    Prices of a model; rates are decimal strings.

    Attributes:
        unit: What one unit is.
        prompt: Price of one unit of the prompt.
        completion: Price of one unit of the answer.
        cache_read: A rate, or a test with the rule for either outcome.
        cache_write: A rate, or a test with the rule for either outcome.
    """

    unit: ModelPricingUnit | Unset = UNSET
    prompt: str | Unset = UNSET
    completion: str | Unset = UNSET
    cache_read: PricingRule | Unset = UNSET
    cache_write: PricingRule | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_model_pricing(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ModelPricing:
        """The value of a decoded JSON object."""
        return decode_model_pricing(source)


_MODEL_PRICING: Final = frozenset({"unit", "prompt", "completion", "cache_read", "cache_write"})


def decode_model_pricing(source: Any) -> ModelPricing:
    """`ModelPricing` of decoded JSON."""
    get = source.get
    return ModelPricing(
        get("unit", UNSET),
        get("prompt", UNSET),
        get("completion", UNSET),
        decode_pricing_rule(value)
        if (value := get("cache_read", UNSET)).__class__ is dict
        else value,
        decode_pricing_rule(value)
        if (value := get("cache_write", UNSET)).__class__ is dict
        else value,
        None if source.keys() <= _MODEL_PRICING else extra_of(source, _MODEL_PRICING),
    )


def encode_model_pricing(value: Any) -> JsonObject:
    """JSON of a `ModelPricing`."""
    result: JsonObject = {}
    if (item := value.unit) is not UNSET:
        result["unit"] = item
    if (item := value.prompt) is not UNSET:
        result["prompt"] = item
    if (item := value.completion) is not UNSET:
        result["completion"] = item
    if (item := value.cache_read) is not UNSET:
        result["cache_read"] = encode_pricing_rule(item) if isinstance(item, PricingRule) else item
    if (item := value.cache_write) is not UNSET:
        result["cache_write"] = encode_pricing_rule(item) if isinstance(item, PricingRule) else item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ApplicationMapping(Model):
    """
    Path of each interface inside the function.

    Attributes:
        chat_completion: Path that answers chat completions.
    """

    chat_completion: str | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_application_mapping(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ApplicationMapping:
        """The value of a decoded JSON object."""
        return decode_application_mapping(source)


_APPLICATION_MAPPING: Final = frozenset({"chat_completion"})


def decode_application_mapping(source: Any) -> ApplicationMapping:
    """`ApplicationMapping` of decoded JSON."""
    get = source.get
    return ApplicationMapping(
        get("chat_completion", UNSET),
        None if source.keys() <= _APPLICATION_MAPPING else extra_of(source, _APPLICATION_MAPPING),
    )


def encode_application_mapping(value: Any) -> JsonObject:
    """JSON of a `ApplicationMapping`."""
    result: JsonObject = {}
    if (item := value.chat_completion) is not UNSET:
        result["chat_completion"] = item
    if value.extra:
        result.update(value.extra)
    return result


@define(eq=False, repr=False, weakref_slot=False)
class ApplicationFunction(Model):
    """
    Code that Core builds and runs as an application.

    Attributes:
        id: Id of the build; set by Core.
        runtime: Language and version, e.g. `python3.11`.
        author_bucket: Bucket of who wrote it; set by Core.
        source_folder: Folder with the source files.
        target_folder: Folder the build was copied to; set by Core.
        status: Where it is in its life; set by Core.
        error: Why it failed.
        mapping: Path of each interface inside the function.
        env: Environment variables.
    """

    id: str | Unset = UNSET
    runtime: str | Unset = UNSET
    author_bucket: str | Unset = UNSET
    source_folder: str | Unset = UNSET
    target_folder: str | Unset = UNSET
    status: ApplicationFunctionStatus | Unset = UNSET
    error: str | Unset = UNSET
    mapping: ApplicationMapping | Unset = UNSET
    env: dict[str, str] | Unset = UNSET
    extra: JsonObject | None = None

    def to_dict(self) -> JsonObject:
        """The value as it travels on the wire."""
        return encode_application_function(self)

    @classmethod
    def from_dict(cls, source: JsonObject) -> ApplicationFunction:
        """The value of a decoded JSON object."""
        return decode_application_function(source)


_APPLICATION_FUNCTION: Final = frozenset(
    {
        "id",
        "runtime",
        "author_bucket",
        "source_folder",
        "target_folder",
        "status",
        "error",
        "mapping",
        "env",
    }
)


def decode_application_function(source: Any) -> ApplicationFunction:
    """`ApplicationFunction` of decoded JSON."""
    get = source.get
    return ApplicationFunction(
        get("id", UNSET),
        get("runtime", UNSET),
        get("author_bucket", UNSET),
        get("source_folder", UNSET),
        get("target_folder", UNSET),
        get("status", UNSET),
        get("error", UNSET),
        decode_application_mapping(value)
        if (value := get("mapping", UNSET)).__class__ is dict
        else value,
        get("env", UNSET),
        None if source.keys() <= _APPLICATION_FUNCTION else extra_of(source, _APPLICATION_FUNCTION),
    )


def encode_application_function(value: Any) -> JsonObject:
    """JSON of a `ApplicationFunction`."""
    result: JsonObject = {}
    if (item := value.id) is not UNSET:
        result["id"] = item
    if (item := value.runtime) is not UNSET:
        result["runtime"] = item
    if (item := value.author_bucket) is not UNSET:
        result["author_bucket"] = item
    if (item := value.source_folder) is not UNSET:
        result["source_folder"] = item
    if (item := value.target_folder) is not UNSET:
        result["target_folder"] = item
    if (item := value.status) is not UNSET:
        result["status"] = item
    if (item := value.error) is not UNSET:
        result["error"] = item
    if (item := value.mapping) is not UNSET:
        result["mapping"] = (
            encode_application_mapping(item) if isinstance(item, ApplicationMapping) else item
        )
    if (item := value.env) is not UNSET:
        result["env"] = item
    if value.extra:
        result.update(value.extra)
    return result


LocalizedText: TypeAlias = str | LocalizedMap
"""A text, or one text per locale."""


def decode_localized_text(source: Any) -> LocalizedText:
    """`LocalizedText` of decoded JSON."""
    if source.__class__ is dict:
        return decode_localized_map(source)
    result: LocalizedText = source
    return result


def encode_localized_text(value: Any) -> Any:
    """JSON of a `LocalizedText`."""
    if isinstance(value, Model):
        return value.to_dict()
    return value
