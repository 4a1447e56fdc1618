"""
Metadata of skills, under a name of their own.
"""

from __future__ import annotations

from polyvox.compat.aidial_client.types.metadata import (
    SkillFileItem,
    SkillFileMetadata,
    SkillItem,
    SkillMetadata,
)

__all__ = ["SkillFileItem", "SkillFileMetadata", "SkillItem", "SkillMetadata"]
