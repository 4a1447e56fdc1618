"""
Tools in a request.
"""

from __future__ import annotations

from typing import Any, Literal, Required, TypedDict

from polyvox.compat.aidial_client.types.chat.cache import CacheBreakpointParam
from polyvox.compat.aidial_client.types.chat.function import (
    FunctionCallParam,
    FunctionCallSpecParam,
    FunctionParam,
)

__all__ = [
    "StaticFunctionParam",
    "StaticToolParam",
    "ToolCallParam",
    "ToolCallSpecParam",
    "ToolCustomFieldsParam",
    "ToolParam",
]


class StaticFunctionParam(TypedDict, total=False):
    """A tool that the deployment has by itself."""

    name: Required[str]
    description: str | None
    configuration: dict[str, Any] | None


class StaticToolParam(TypedDict):
    """Allows a tool that the deployment has by itself."""

    type: Literal["static_function"]
    static_function: StaticFunctionParam


class ToolCallParam(TypedDict):
    """A call that the model made, sent back."""

    id: Required[str]
    type: Required[Literal["function"]]
    function: FunctionCallParam


class ToolCallSpecParam(TypedDict, total=False):
    """The tool that the model shall call."""

    type: Required[Literal["function"]]
    function: FunctionCallSpecParam


class ToolCustomFieldsParam(TypedDict, total=False):
    """What DIAL adds to a tool."""

    cache_breakpoint: CacheBreakpointParam | None


class ToolParam(TypedDict, total=False):
    """A tool that the model may call."""

    type: Required[Literal["function"]]
    function: Required[FunctionParam]
    custom_fields: ToolCustomFieldsParam | None
