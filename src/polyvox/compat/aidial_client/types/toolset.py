"""
Toolsets among the deployments.

Source: aidial-client 0.18, types.toolset.
"""

from __future__ import annotations

from polyvox.compat.aidial_client.types.deployment import Features, features_of
from polyvox.compat.aidial_client.types.record import Record

__all__ = ["ToolsetInfo"]


class ToolsetInfo(
    Record,
    shown="id toolset",
    nested={"features": features_of},
    fresh={"description_keywords": list, "allowed_tools": list},
):
    """A toolset; times are seconds since 1970."""

    id: str = ""
    toolset: str = ""
    display_name: str | dict[str, str] | None = None
    display_version: str | None = None
    description: str | dict[str, str] | None = None
    icon_url: str | None = None
    owner: str | None = None
    object: str | None = None
    status: str | None = None
    created_at: int | None = None
    updated_at: int | None = None
    reference: str | None = None
    description_keywords: list[str]
    max_retry_attempts: int | None = None
    transport: str | None = None
    allowed_tools: list[str]
    features: Features | None = None
