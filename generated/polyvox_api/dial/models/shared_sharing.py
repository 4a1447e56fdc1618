"""Models of AI DIAL: shared_sharing. Generated from the specification; edit that instead."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = [
    "ResourceAccess",
    "ResourceKind",
]


ResourceAccess: TypeAlias = Literal["READ", "WRITE", "SHARE"] | str
"""A permission on a resource. The server reads it without regard to case."""

ResourceKind: TypeAlias = Literal["FILE", "CONVERSATION", "PROMPT", "APPLICATION", "TOOL_SET"] | str
"""A type of stored resource. The server reads it without regard to case."""
