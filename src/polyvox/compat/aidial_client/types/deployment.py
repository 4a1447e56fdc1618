"""
What is deployed.

Source: aidial-client 0.18, types.deployment; the features are a dict as in its first README, with
attributes as in 0.18.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polyvox.compat.aidial_client.types.record import Record, list_of, one_of
from polyvox_core.shapes import is_object

__all__ = [
    "Deployment",
    "DeploymentBase",
    "DeploymentName",
    "DeploymentsResponse",
    "Features",
    "ScaleSettings",
]

_SWITCHES = (
    "rate tokenize temperature truncate_prompt configuration system_prompt tools seed "
    "url_attachments folder_attachments allow_resume parallel_tool_calls "
    "accessible_by_per_request_key content_parts cache auto_caching "
    "assistant_attachments_in_request mcp chat_completion responses_api max_tokens_supported "
    "max_completion_tokens_supported custom_temperature_supported"
)
_SWITCH_NAMES = frozenset(_SWITCHES.split())


class ScaleSettings(Record, shown="scale_type"):
    """How a deployment scales."""

    scale_type: str = "standard"


class Features(dict[str, Any]):
    """
    What a deployment can do: a dict of what the server sent, whose members are attributes too.

    A feature that the server did not mention reads as None.
    """

    if TYPE_CHECKING:
        rate: bool | None
        tokenize: bool | None
        temperature: bool | None
        truncate_prompt: bool | None
        configuration: bool | None
        system_prompt: bool | None
        tools: bool | None
        seed: bool | None
        url_attachments: bool | None
        folder_attachments: bool | None
        allow_resume: bool | None
        parallel_tool_calls: bool | None
        accessible_by_per_request_key: bool | None
        content_parts: bool | None
        cache: bool | None
        auto_caching: bool | None
        assistant_attachments_in_request: bool | None
        mcp: bool | None
        chat_completion: bool | None
        responses_api: bool | None
        max_tokens_supported: bool | None
        max_completion_tokens_supported: bool | None
        custom_temperature_supported: bool | None
        reasoning_efforts: list[str]

    else:

        def __getattr__(self, name: str) -> Any:
            """Find a feature by its name."""
            if name in self:
                return self[name]
            if name in _SWITCH_NAMES:
                return None
            if name == "reasoning_efforts":
                return []
            msg = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(msg)

    def __repr__(self) -> str:
        """Name the class and what the server sent."""
        inner = ", ".join(f"{name}={value!r}" for name, value in self.items())
        return f"Features({inner})"


class _DictFeatures(Features):
    """Features that show themselves as a dict, as those of a deployment do."""

    def __repr__(self) -> str:
        """Return what the server sent, as a dict."""
        return repr(dict(self))


def features_of(value: Any) -> Any:
    """Features of a JSON object."""
    return Features(value) if is_object(value) else value


def _dict_features_of(value: Any) -> Any:
    return _DictFeatures(value) if is_object(value) else value


class DeploymentBase(Record, fresh={"defaults": dict}):
    """What models and applications have in common; times are seconds since 1970."""

    id: str = ""
    object: str = ""
    owner: str | None = None
    reference: str | None = None
    icon_url: str | None = None
    description: str | dict[str, str] | None = None
    display_name: str | dict[str, str] | None = None
    display_version: str | None = None
    status: str | None = None
    created_at: int | None = None
    updated_at: int | None = None
    scale_settings: ScaleSettings | None = None
    defaults: dict[str, Any]
    input_attachment_types: list[str] | None = None
    features: Features | None = None


class Deployment(
    DeploymentBase,
    shown="id model owner object status created_at updated_at scale_settings features",
    nested={"scale_settings": one_of(ScaleSettings), "features": _dict_features_of},
):
    """A deployment of any kind; what only its kind has are attributes too."""

    object: str = "deployment"
    model: str | None = None


class DeploymentName(Record, shown="id object"):
    """Id and kind of a deployment."""

    id: str = ""
    object: str = ""


class DeploymentsResponse(
    Record, shown="data object", nested={"data": list_of(Deployment)}, fresh={"data": list}
):
    """The answer of a listing."""

    data: list[Deployment]
    object: str = "list"
