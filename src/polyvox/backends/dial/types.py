"""
What AI DIAL adds to a chat: attachments, stages and state.
"""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from polyvox.types import Event, Reply

__all__ = ["Attachment", "AttachmentEvent", "DialReply", "Stage", "StageDelta", "StateEvent"]


@frozen
class Attachment:
    """
    Something that travels with a message.

    Attributes:
        type: Its media type.
        title: Its title.
        data: The content itself, or None when `url` leads to it.
        url: Where it is; a storage URL such as `files/<bucket>/a.png`, or a web address.
        reference_type: Media type of what it refers to.
        reference_url: Where that is.
    """

    type: str | None = None
    title: str | None = None
    data: str | None = None
    url: str | None = None
    reference_type: str | None = None
    reference_url: str | None = None


@frozen
class Stage:
    """
    A step that an application shows while it works.

    Attributes:
        name: What it is called.
        status: `completed`, `failed`, or None while it runs.
        content: What it says.
        attachments: What it found or made.
    """

    name: str
    status: str | None = None
    content: str = ""
    attachments: tuple[Attachment, ...] = ()


@frozen
class DialReply(Reply):
    """
    A reply with what AI DIAL adds.

    Attributes:
        attachments: Made by the deployment.
        stages: Steps that it showed.
        state: What it wants back with the next request; `message` carries it.
        form_schema: JSON Schema of a form that it asks to be filled.
        statistics: Usage per model and discarded messages, as the wire has them.
    """

    attachments: tuple[Attachment, ...] = ()
    stages: tuple[Stage, ...] = ()
    state: Any = None
    form_schema: Any = None
    statistics: dict[str, Any] = field(factory=dict[str, Any])


@frozen
class StageDelta(Event):
    """
    News of a stage.

    Attributes:
        position: Which stage, counted from 0.
        name: The new piece of its name.
        content: The new piece of its content.
        status: `completed` or `failed` once it ends.
        attachments: New attachments.
    """

    position: int
    name: str = ""
    content: str = ""
    status: str | None = None
    attachments: tuple[Attachment, ...] = ()


@frozen
class AttachmentEvent(Event):
    """A new attachment, or more of one."""

    attachment: Attachment


@frozen
class StateEvent(Event):
    """The state that the deployment wants back with the next request."""

    state: Any
