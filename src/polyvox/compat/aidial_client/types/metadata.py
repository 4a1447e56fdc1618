"""
What the storage knows about files, conversations, prompts and skills.

Source: aidial-client 0.18, types.metadata; ai-dial-core, ResourceItemMetadata and its kin.
"""

from __future__ import annotations

from polyvox.compat.aidial_client.types.record import Record, list_of

__all__ = [
    "BaseMetadata",
    "ConversationItem",
    "ConversationMetadata",
    "FileItem",
    "FileMetadata",
    "PromptItem",
    "PromptMetadata",
    "ResourceItemMetadata",
    "SkillFileItem",
    "SkillFileMetadata",
    "SkillItem",
    "SkillMetadata",
]

_PLACE = "name parent_path bucket url node_type resource_type"
_ITEM = f"{_PLACE} created_at updated_at etag author"
_FILE_ITEM = f"{_ITEM} content_length content_type"
_FILE = f"{_PLACE} content_length content_type items updatedAt etag createdAt"
_FOLDER = f"{_PLACE} content_length next_token items"
_SKILLS = f"{_PLACE} next_token items"


class BaseMetadata(Record, camel=True, shown=_PLACE):
    """Where something is, and what kind of thing; times are milliseconds since 1970."""

    name: str | None = None
    parent_path: str | None = None
    bucket: str = ""
    url: str = ""
    node_type: str = ""
    resource_type: str = ""
    created_at: int | None = None
    updated_at: int | None = None
    etag: str | None = None
    author: str | None = None

    @property
    def createdAt(self) -> int | None:  # noqa: N802 - the wire's spelling, which users see
        """Same as `created_at`."""
        return self.created_at

    @property
    def updatedAt(self) -> int | None:  # noqa: N802 - the wire's spelling, which users see
        """Same as `updated_at`."""
        return self.updated_at


class ResourceItemMetadata(BaseMetadata, shown=_ITEM):
    """One thing in the storage."""


class FileItem(ResourceItemMetadata, shown=_FILE_ITEM):
    """A file, or a folder within a listing."""

    content_length: int | None = None
    content_type: str | None = None


class ConversationItem(ResourceItemMetadata):
    """A conversation."""


class PromptItem(ResourceItemMetadata):
    """A prompt."""


class SkillItem(ResourceItemMetadata):
    """A skill, or a folder of skills."""


class SkillFileItem(ResourceItemMetadata):
    """A file of a skill."""


class FileMetadata(BaseMetadata, shown=_FILE, nested={"items": list_of(FileItem)}):
    """A file, or a folder with what is in it."""

    content_length: int | None = None
    content_type: str | None = None
    next_token: str | None = None
    items: list[FileItem] | None = None


class ConversationMetadata(
    BaseMetadata, shown=_FOLDER, nested={"items": list_of(ConversationItem)}
):
    """A conversation, or a folder with what is in it."""

    content_length: int | None = None
    next_token: str | None = None
    items: list[ConversationItem] | None = None


class PromptMetadata(BaseMetadata, shown=_FOLDER, nested={"items": list_of(PromptItem)}):
    """A prompt, or a folder with what is in it."""

    content_length: int | None = None
    next_token: str | None = None
    items: list[PromptItem] | None = None


class SkillMetadata(BaseMetadata, shown=_SKILLS, nested={"items": list_of(SkillItem)}):
    """A folder of skills."""

    next_token: str | None = None
    items: list[SkillItem] | None = None


class SkillFileMetadata(BaseMetadata, shown=_SKILLS, nested={"items": list_of(SkillFileItem)}):
    """Files of a skill."""

    next_token: str | None = None
    items: list[SkillFileItem] | None = None
