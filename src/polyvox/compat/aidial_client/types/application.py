"""
Applications among the deployments.

Source: aidial-client 0.18, types.application; names and order of the repr as in its first README.
"""

from __future__ import annotations

from typing import Any

from polyvox.compat.aidial_client.types.deployment import (
    DeploymentBase,
    Features,
    ScaleSettings,
    features_of,
)
from polyvox.compat.aidial_client.types.record import Record, list_of, one_of

__all__ = ["Application", "ApplicationsResponse", "Features"]

_SHOWN = (
    "object id description application display_name display_version icon_url reference owner "
    "status created_at updated_at features input_attachment_types defaults max_input_attachments "
    "description_keywords"
)


class Application(
    DeploymentBase,
    shown=_SHOWN,
    nested={"scale_settings": one_of(ScaleSettings), "features": features_of},
    fresh={"description_keywords": list},
):
    """An application."""

    object: str = "application"
    application: str = ""
    max_input_attachments: int | None = None
    description_keywords: list[str]
    application_type_schema_id: str | None = None
    application_properties: dict[str, Any] | None = None
    invalid: bool | None = None


class ApplicationsResponse(
    Record, shown="data object", nested={"data": list_of(Application)}, fresh={"data": list}
):
    """The answer of a listing."""

    data: list[Application]
    object: str = "list"
