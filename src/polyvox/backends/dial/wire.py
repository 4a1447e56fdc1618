"""
AI DIAL's JSON and the facade's values, both ways; no I/O.

Source: ai-dial-core open_api_core.yaml (2026); ai-dial SDK 0.46, chat completion chunks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from polyvox.backends.dial.types import (
    Attachment,
    AttachmentEvent,
    DialReply,
    Stage,
    StageDelta,
    StateEvent,
)
from polyvox.backends.openai_shape import Completion, check_answered, first_choice, reply_fields
from polyvox.types import Event, FileInfo
from polyvox_api.dial.operations.chat import CREATE_CHAT_COMPLETION
from polyvox_core.message import Headers, request_id_of
from polyvox_core.model import JsonObject
from polyvox_core.rate_limits import rate_limits_of
from polyvox_core.shapes import as_int, as_object, as_objects, as_text

if TYPE_CHECKING:
    from polyvox_api.dial.models import ResourceMetadata

__all__ = ["DialCompletion", "file_info", "reply_of"]


class DialCompletion(Completion):
    """A completion that grows chunk by chunk, with DIAL's own events."""

    def _take_rest(self, rest: JsonObject) -> Iterator[Event]:
        """Events of DIAL's custom content."""
        return _custom_events(as_object(rest.get("custom_content")))


def _custom_events(custom: JsonObject) -> Iterator[Event]:
    for position, stage in enumerate(as_objects(custom.get("stages"))):
        index = as_int(stage.get("index"))
        yield StageDelta(
            position=position if index is None else index,
            name=as_text(stage.get("name")) or "",
            content=as_text(stage.get("content")) or "",
            status=as_text(stage.get("status")),
            attachments=_attachments(stage),
        )
    for attachment in _attachments(custom):
        yield AttachmentEvent(attachment)
    if custom.get("state") is not None:
        yield StateEvent(custom["state"])


def _attachments(owner: JsonObject) -> tuple[Attachment, ...]:
    names = ("type", "title", "data", "url", "reference_type", "reference_url")
    return tuple(
        Attachment(**{name: as_text(one.get(name)) for name in names})
        for one in as_objects(owner.get("attachments"))
    )


def reply_of(completion: JsonObject, headers: Headers, whole: bool = True) -> DialReply:
    """
    The reply that a chat completion's JSON makes.

    Raises:
        KeyError: It is a *whole* one, and holds no answer.
    """
    if whole:
        check_answered(completion)
    message = as_object(first_choice(completion).get("message"))
    custom = as_object(message.get("custom_content"))
    return DialReply(
        **reply_fields(completion),
        request_id=request_id_of(headers),
        headers=headers,
        rate_limits=rate_limits_of(headers),
        wire=completion,
        decode=CREATE_CHAT_COMPLETION.decode,
        attachments=_attachments(custom),
        stages=tuple(
            Stage(
                name=as_text(stage.get("name")) or "",
                status=as_text(stage.get("status")),
                content=as_text(stage.get("content")) or "",
                attachments=_attachments(stage),
            )
            for stage in as_objects(custom.get("stages"))
        ),
        state=custom.get("state"),
        form_schema=custom.get("form_schema"),
        statistics=as_object(completion.get("statistics")),
    )


def file_info(metadata: ResourceMetadata, etag: str | None = None) -> FileInfo:
    """A stored file or folder; *etag* is the answer's header, where the body lacks one."""
    url = metadata.url or ""
    return FileInfo(
        url=url,
        name=metadata.name or "",
        # Older Core marks sub-folders as items; their URL tells.
        is_folder=metadata.node_type == "FOLDER" or url.endswith("/"),
        size_bytes=metadata.content_length if isinstance(metadata.content_length, int) else None,
        content_type=metadata.content_type or None,
        etag=metadata.etag or (etag.strip('"') if etag else None),
        created_at=_moment(metadata.created_at),
        updated_at=_moment(metadata.updated_at),
        raw=metadata,
    )


def _moment(milliseconds: Any) -> datetime | None:
    if not isinstance(milliseconds, (int, float)):
        return None
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
