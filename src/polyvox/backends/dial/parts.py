"""
How parts travel to AI DIAL: as content parts for models, as attachments for applications.

What content parts cannot say is always an attachment: files in the storage, and recordings and
files in the web.

Source: ai-dial-core open_api_core.yaml (2026), ContentPart, Attachment; ai-dial SDK 0.46, Message.
"""

from __future__ import annotations

from typing import Any

from polyvox.backends.encoding import (
    PartTable,
    encoded_file,
    holds_parts,
    image_url,
    input_audio,
    with_text_parts,
)
from polyvox.media_types import extension_of
from polyvox.parts import AudioPart, Content, FilePart, ImagePart, Part
from polyvox_core.errors import ConfigError
from polyvox_core.model import JsonObject
from polyvox_core.shapes import as_object, is_object

__all__ = ["wants_attachments", "with_parts"]

_TAKES = "texts, ImagePart, AudioPart and FilePart; all may be stored files"


def wants_attachments(deployment: str) -> bool:
    """Whether the id of a *deployment* says that it is an application of a user."""
    return deployment.startswith("applications/")


def with_parts(messages: list[Any], *, attached: bool) -> list[Any]:
    """
    The *messages* with their parts as DIAL takes them; those without any are not copied.

    Args:
        messages: As `messages_of` gives them.
        attached: Whether all parts become attachments.
    """
    return [_with_parts(one, attached) if holds_parts(one) else one for one in messages]


def _with_parts(message: Any, attached: bool) -> Any:
    given = message.get("content")
    if given is None or isinstance(given, str):
        return message
    content: list[Any] = []
    attachments: list[JsonObject] = []
    for part in with_text_parts(given):
        if not isinstance(part, Part):
            content.append(part)
        elif attached or _only_attached(part):
            attachments.append(_ATTACHMENTS.encode(part))
        else:
            content.append(_CONTENT.encode(part))
    if not attachments:
        return {**message, "content": content}
    custom = as_object(message.get("custom_content"))
    together = [*custom.get("attachments", ()), *attachments]
    return {
        **message,
        "content": _joined(content),
        "custom_content": {**custom, "attachments": together},
    }


def _only_attached(part: Part) -> bool:
    """Whether no content part can say where *part* is."""
    return part.is_stored or (part.is_web and not isinstance(part, ImagePart))


def _joined(content: list[Any]) -> Any:
    """One text where there are only texts: what takes attachments need not know content parts."""
    if all(is_object(part) and part.get("type") == "text" for part in content):
        return "\n".join(str(part.get("text") or "") for part in content)
    return content


def _attachment(part: Part, table: PartTable) -> JsonObject:
    if isinstance(part, ImagePart):
        table.check_detail(part)
    if part.is_stored and not str(part.source).startswith("files/"):
        table.refuse(f"takes no file of another backend, such as {part!r}")
    if part.is_web or part.is_stored:
        media_type = part.type_of()
        if not media_type:
            msg = f"Nothing tells the media type of {part!r}, which an attachment must name."
            raise ConfigError(msg, hint="Pass media_type=, such as 'image/png'.")
        named = {"title": part.name} if part.name else {}
        return {"type": media_type, **named, "url": part.source}
    content = part.read()
    title = content.name or f"{_TITLES[part.family]}{extension_of(content.media_type)}"
    return {"type": content.media_type, "title": title, "data": _written(content)}


def _written(content: Content) -> str:
    """Text as it is, everything else in base64: so the schema of attachments has it."""
    if content.media_type.startswith("text/"):
        try:
            return content.content.decode()
        except UnicodeDecodeError:
            return content.base64
    return content.base64


_TITLES = {ImagePart.family: "image", AudioPart.family: "audio", FilePart.family: "file"}
_CONTENT = PartTable(
    "AI DIAL", _TAKES, {ImagePart: image_url, AudioPart: input_audio, FilePart: encoded_file}
)
_ATTACHMENTS = PartTable("An attachment of AI DIAL", _TAKES, {Part: _attachment})
