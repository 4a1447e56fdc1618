"""
Functions in a request.
"""

from __future__ import annotations

from typing import Any, Required, TypedDict

__all__ = ["FunctionCallParam", "FunctionCallSpecParam", "FunctionParam"]


class FunctionCallParam(TypedDict):
    """A call that the model made, sent back."""

    name: Required[str]
    arguments: Required[str]


class FunctionCallSpecParam(TypedDict):
    """The function that the model shall call."""

    name: Required[str]


class FunctionParam(TypedDict, total=False):
    """A function that the model may call."""

    name: Required[str]
    description: str | None
    parameters: dict[str, Any] | None
    strict: bool | None
