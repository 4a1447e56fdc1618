"""
OpenAI's JSON and the facade's values; no I/O. Chats are in `polyvox.backends.openai_shape`.

Source: OpenAI API reference, files, embeddings, images (2026).
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from polyvox.backends.openai_shape import check_answered, reply_fields
from polyvox.types import FileInfo, Image, Images, Reply
from polyvox_api.openai.operations.chat import CREATE_CHAT_COMPLETION
from polyvox_api.openai.operations.images import CREATE_IMAGE
from polyvox_core.message import Headers, request_id_of
from polyvox_core.model import JsonObject
from polyvox_core.rate_limits import rate_limits_of
from polyvox_core.shapes import as_int, as_objects, as_text

if TYPE_CHECKING:
    from polyvox_api.openai.models import FileObject

__all__ = ["file_info", "images_of", "reply_of"]


def reply_of(completion: JsonObject, headers: Headers, whole: bool = True) -> Reply:
    """
    The reply that a chat completion's JSON makes.

    Raises:
        KeyError: It is a *whole* one, and holds no answer.
    """
    if whole:
        check_answered(completion)
    return Reply(
        **reply_fields(completion),
        request_id=request_id_of(headers),
        headers=headers,
        rate_limits=rate_limits_of(headers),
        wire=completion,
        decode=CREATE_CHAT_COMPLETION.decode,
    )


def images_of(answer: JsonObject, headers: Headers, model: str | None) -> Images:
    """
    The pictures in an *answer*.

    Raises:
        KeyError: It holds none.
    """
    made = as_objects(answer["data"])
    kind = as_text(answer.get("output_format"))
    pictures = tuple(
        Image(
            url=as_text(one.get("url")),
            b64=as_text(one.get("b64_json")),
            revised_prompt=as_text(one.get("revised_prompt")),
            content_type=f"image/{kind}" if kind else None,
        )
        for one in made
    )
    if not any(one.url or one.b64 for one in pictures):
        msg = "data"
        raise KeyError(msg)
    return Images(
        images=pictures,
        created=as_int(answer.get("created")),
        model=model,
        request_id=request_id_of(headers),
        raw=CREATE_IMAGE.decode(answer),
    )


def file_info(file: FileObject) -> FileInfo:
    """A stored file."""
    return FileInfo(
        url=file.id,
        name=file.filename or "",
        size_bytes=file.bytes_ if isinstance(file.bytes_, int) else None,
        created_at=_moment(file.created_at),
        raw=file,
    )


def _moment(seconds: Any) -> datetime | None:
    if not isinstance(seconds, (int, float)):
        return None
    return datetime.fromtimestamp(seconds, UTC)
