"""
The neutral values of the facade: what goes into a chat, and what comes out, on any backend.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Protocol, TypeAlias

from attrs import field, frozen

from polyvox.images import Image, Images
from polyvox.parts import AudioPart, FilePart, ImagePart, Part
from polyvox_core.errors import DecodeError
from polyvox_core.json import loads
from polyvox_core.observing import (
    CallDone,
    FirstItem,
    RequestSent,
    ResponseReceived,
    RetryPlanned,
)
from polyvox_core.operation import plain
from polyvox_core.progress import Progress
from polyvox_core.rate_limits import RateLimits

__all__ = [
    "AudioPart",
    "CallDone",
    "ChatInput",
    "Done",
    "Embeddings",
    "Event",
    "FileInfo",
    "FilePart",
    "FirstItem",
    "Image",
    "ImagePart",
    "Images",
    "Message",
    "MessageLike",
    "Progress",
    "RateLimits",
    "ReasoningDelta",
    "Reply",
    "RequestSent",
    "ResponseReceived",
    "RetryPlanned",
    "TextDelta",
    "ToolCall",
    "ToolCallDelta",
    "Usage",
    "UsageEvent",
]

Role = Literal["system", "developer", "user", "assistant", "tool", "function"] | str


@frozen
class ToolCall:
    """
    A call of a tool that the model asks for.

    Attributes:
        id: What the tool's answer refers to.
        name: Name of the function.
        arguments: Its arguments as JSON text, as the model wrote it.
    """

    id: str
    name: str
    arguments: str

    @property
    def parsed(self) -> Any:
        """
        The arguments as a value, usually a dict; empty arguments are `{}`.

        Raises:
            DecodeError: The model wrote something that is not JSON.
        """
        try:
            return loads(self.arguments) if self.arguments.strip() else {}
        except ValueError as error:
            msg = f"The model's arguments for {self.name!r} are not JSON ({error})."
            raise DecodeError(msg, hint="Tell it so, or ask again.", body=self.arguments) from None

    def to_dict(self) -> dict[str, Any]:
        """The call in the form that chat backends take it back."""
        function = {"name": self.name, "arguments": self.arguments}
        return {"id": self.id, "type": "function", "function": function}


@frozen
class Message:
    """
    One message of a conversation.

    Attributes:
        role: system, developer, user, assistant, tool or function.
        content: Text, a part, a list of texts and parts (dicts among them), or None.
        tool_calls: What an assistant message asks for.
        tool_call_id: What a tool message answers.
        name: Name of the author, where it matters.
        extra: Further members of the backend's message, sent as they are.
    """

    role: Role
    content: str | Part | Sequence[str | Part | Mapping[str, Any]] | None = None
    tool_calls: tuple[ToolCall, ...] = ()
    tool_call_id: str | None = None
    name: str | None = None
    extra: Mapping[str, Any] = field(factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """The message as chat backends take it."""
        wire: dict[str, Any] = {"role": self.role, "content": self.content}
        if self.name is not None:
            wire["name"] = self.name
        if self.tool_calls:
            wire["tool_calls"] = [call.to_dict() for call in self.tool_calls]
        if self.tool_call_id is not None:
            wire["tool_call_id"] = self.tool_call_id
        wire.update(self.extra)
        return wire


class MessageLike(Protocol):
    """A message of another library, or your own: an object with these two, and perhaps more."""

    @property
    def role(self) -> Any:
        """Who says it."""
        ...

    @property
    def content(self) -> Any:
        """What is said."""
        ...


ChatInput: TypeAlias = (
    str
    | Part
    | MessageLike
    | Mapping[str, Any]
    | Sequence[str | Part | MessageLike | Mapping[str, Any]]
)
"""
What a chat takes: a text, a message (`Message`, a dict, or anything with `role` and `content`), a
list of messages, or a part or list of texts and parts, which make one message of the user.
"""


@frozen
class Usage:
    """
    Tokens that a call used; None where the backend does not say.

    Attributes:
        prompt_tokens: In the request.
        completion_tokens: In the answer.
        total_tokens: Both.
        cached_tokens: Of the request, read from the prompt cache.
        reasoning_tokens: Of the answer, spent on reasoning.
    """

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    total_tokens: int | None = None
    cached_tokens: int | None = None
    reasoning_tokens: int | None = None


@frozen
class Reply:
    """
    The answer to a chat.

    Attributes:
        text: The answer's text; empty when there is none, as in a bare tool call.
        message: The answer as a message, ready for the next request.
        tool_calls: Tools that the model asks for.
        finish_reason: Why it stopped: stop, length, tool_calls, content_filter, ...
        usage: Tokens used, when the backend says so.
        model: The model that answered, in the backend's words.
        reasoning: The model's reasoning, when the backend gives it apart from the text.
        refusal: Why the model refused, if it did.
        id: The backend's id of the completion.
        request_id: The server's id of the request, for its operator.
        rate_limits: The server's limits, when it sent them.
        headers: Of the answer, names in lower case.
        served_by: Name of the member of a failover pool that answered; None without a pool.
        wire: The whole answer as decoded JSON.
    """

    text: str
    message: Message
    tool_calls: tuple[ToolCall, ...] = ()
    finish_reason: str | None = None
    usage: Usage | None = None
    model: str | None = None
    reasoning: str | None = None
    refusal: str | None = None
    id: str | None = None
    request_id: str | None = None
    rate_limits: RateLimits | None = None
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False, eq=False)
    served_by: str | None = None
    wire: dict[str, Any] = field(factory=dict[str, Any], repr=False, eq=False)
    _decode: Callable[[Any], Any] = field(default=plain, repr=False, eq=False, alias="decode")

    @property
    def raw(self) -> Any:
        """
        The whole answer as the generated client's class; decoded anew at each use.

        Raises:
            DecodeError: The answer lacks what its specification requires.
        """
        try:
            return self._decode(self.wire)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            msg = f"The answer is not what its specification promises: {error!r}."
            raise DecodeError(msg, hint="Read `wire` instead.") from error

    def __str__(self) -> str:
        """Return the text."""
        return self.text

    def _repr_markdown_(self) -> str:
        """What a notebook shows."""
        from polyvox.notebook import markdown_of  # noqa: PLC0415 - for notebooks only

        return markdown_of(self)


class Event:
    """What a chat stream delivers: one of the classes below, or a backend's own."""

    __slots__ = ()


@frozen
class TextDelta(Event):
    """More of the answer's text; `choice` counts answers when several were asked for."""

    text: str
    choice: int = 0


@frozen
class ReasoningDelta(Event):
    """More of the model's reasoning."""

    text: str
    choice: int = 0


@frozen
class ToolCallDelta(Event):
    """
    More of a tool call.

    Attributes:
        position: Which call, counted from 0 in order of appearance.
        id: Its id, once known.
        name: Its function, once known.
        arguments: The new piece of its arguments.
    """

    position: int
    id: str
    name: str
    arguments: str
    choice: int = 0


@frozen
class UsageEvent(Event):
    """Tokens used, as reported in the stream."""

    usage: Usage


@frozen
class Done(Event):
    """The end of a complete answer; the last event of a stream."""

    reply: Reply


@frozen
class FileInfo:
    """
    A stored file or folder.

    Attributes:
        url: What the backend's other calls take.
        name: Last part of the path; empty for a root.
        is_folder: Whether it is a folder.
        size_bytes: Length of the content, for files.
        content_type: Media type as stored.
        etag: Version of the content, without quotes.
        created_at: When it was created, in UTC.
        updated_at: When it was last written, in UTC.
        raw: The whole answer as the generated client's class.
    """

    url: str
    name: str
    is_folder: bool = False
    size_bytes: int | None = None
    content_type: str | None = None
    etag: str | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    raw: Any = field(default=None, repr=False, eq=False)


@frozen
class Embeddings:
    """
    Vectors for texts.

    Attributes:
        vectors: One for each input, in its order.
        model: The model that made them.
        usage: Tokens used, when the backend says so.
        raw: The whole answer as the generated client's class.
        served_by: Name of the member of a failover pool that made them; None without a pool.
    """

    vectors: list[list[float]]
    model: str | None = None
    usage: Usage | None = None
    raw: Any = field(default=None, repr=False, eq=False)
    served_by: str | None = None
