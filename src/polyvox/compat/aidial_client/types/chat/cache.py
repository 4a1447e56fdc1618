"""
Members of a request that concern the prompt cache.
"""

from __future__ import annotations

from typing import Literal, TypedDict

__all__ = ["CacheBreakpointParam", "PromptCacheBreakpointParam", "PromptCacheOptionsParam"]


class CacheBreakpointParam(TypedDict, total=False):
    """Until when what stands before is worth caching."""

    expire_at: str | None


class PromptCacheBreakpointParam(TypedDict):
    """Ends a part of the prompt that is worth caching."""

    mode: Literal["explicit"]


class PromptCacheOptionsParam(TypedDict, total=False):
    """How the prompt is cached."""

    mode: Literal["implicit", "explicit"] | None
    ttl: str | None
