"""
Chats: requests, messages, answers, and the items of a stream.

Whatever a chunk of a stream holds is delivered: text in the last one, too, and whole tool calls.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast

from polyvox.compat.aleph_alpha_client.images import data_url, picture_url
from polyvox.compat.aleph_alpha_client.prompt import Image
from polyvox.compat.aleph_alpha_client.records import OpenText, Readable, Writable
from polyvox.compat.aleph_alpha_client.structured_output import (
    JSONSchema,
    ResponseFormat,
    response_format_json,
)
from polyvox_core.shapes import as_int, as_object, as_objects, as_text

__all__ = [
    "ChatItem",
    "ChatItems",
    "ChatRequest",
    "ChatResponse",
    "ChatStreamChunk",
    "FinishReason",
    "FunctionCall",
    "JSONSchema",
    "Message",
    "ResponseFormat",
    "Role",
    "StreamOptions",
    "TextMessage",
    "ToolCall",
    "ToolFunction",
    "Usage",
    "process_chat_stream",
    "stream_chat_item_from_json",
]


class Role(OpenText):
    """Whose message it is."""

    User = "user"
    Assistant = "assistant"
    System = "system"
    Tool = "tool"


class FinishReason(OpenText):
    """Why an answer ended; reasons that nobody knew before are kept."""

    Stop = "stop"
    Length = "length"
    ContentFilter = "content_filter"
    ToolCalls = "tool_calls"


@dataclass(frozen=True)
class FunctionCall(Readable, Writable):
    """A function's *name*, and its *arguments* as JSON text."""

    name: str
    arguments: str


@dataclass(frozen=True)
class ToolCall(Writable):
    """A call of a tool that the model asks for."""

    id: str
    type: str
    function: FunctionCall

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> ToolCall:
        """The call in *json*."""
        return ToolCall(json["id"], json["type"], FunctionCall.from_json(json["function"]))


def _tool_calls(json: Mapping[str, Any]) -> list[ToolCall] | None:
    """The calls in a message; None for none, since the service does not take an empty list back."""
    return [ToolCall.from_json(call) for call in json.get("tool_calls") or ()] or None


def _role(role: Role | str) -> str:
    return role.value if isinstance(role, Role) else str(role)


def _content(content: Any) -> Any:
    """The *content* of a message as JSON; null, as in a bare tool call, is an empty text."""
    if content is None or isinstance(content, str):
        return content or ""
    return [_part(one) for one in content]


def _part(one: Any) -> Any:
    if isinstance(one, str):
        return {"type": "text", "text": one}
    if isinstance(one, Image):
        if one.cropping is not None or one.controls:
            msg = "A chat takes pictures as they are. Crop this one first, and leave controls out."
            raise ValueError(msg)
        return {"type": "image_url", "image_url": {"url": data_url(one.base_64)}}
    if isinstance(one, Mapping):
        return cast("Mapping[str, Any]", one)
    if hasattr(one, "save"):
        return {"type": "image_url", "image_url": {"url": picture_url(one)}}
    msg = "The item in the prompt is not valid. Try either a string or an Image."
    raise ValueError(msg)


@dataclass(frozen=True)
class Message:
    """
    A message of a chat.

    Attributes:
        role: Whose it is.
        content: A text, or texts and pictures: `Image`, or Pillow's.
        tool_call_id: What a tool's message answers.
        tool_calls: What an assistant's message asks for.
    """

    role: Role
    content: str | list[Any]
    tool_call_id: str | None = None
    tool_calls: list[ToolCall] | None = None

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        result = {"role": _role(self.role), "content": _content(self.content)}
        if self.tool_calls is not None:
            result["tool_calls"] = [call.to_json() for call in self.tool_calls]
        if self.tool_call_id is not None:
            result["tool_call_id"] = self.tool_call_id
        return result


@dataclass(frozen=True)
class TextMessage:
    """A message whose content is a text; answers are made of these."""

    role: Role
    content: str
    tool_calls: list[ToolCall] | None = None

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> TextMessage:
        """The message in *json*."""
        return TextMessage(Role(json["role"]), json["content"] or "", _tool_calls(json))

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return Message(self.role, self.content, tool_calls=self.tool_calls).to_json()


@dataclass(frozen=True)
class StreamOptions(Writable):
    """Whether a stream tells its usage before it ends."""

    include_usage: bool


@dataclass(frozen=True)
class ToolFunction(Writable):
    """The one function that must be called."""

    type: Literal["function"]
    function: Any


@dataclass(frozen=True)
class ChatRequest(Writable):
    """
    A chat to answer.

    Attributes:
        model: Name of the model.
        messages: The conversation so far.
        maximum_tokens: Most tokens of the answer; the clients send it as `max_tokens`, since the
            service ignores it under this name.
        temperature: Sampling temperature.
        top_k: Not described for chats; sent as it is.
        top_p: Share of probability to sample from.
        stream_options: What a stream tells besides the answer.
        steering_concepts: Id of a concept that steers the answer.
        response_format: A `JSONSchema`, a pydantic class, or a dict in the wire's form.
        tools: Functions that may be called, in the wire's form.
        tool_choice: Whether, or which, function must be called.
        parallel_tool_calls: The service refuses it.
    """

    model: str
    messages: Sequence[Message | TextMessage]
    maximum_tokens: int | None = None
    temperature: float | None = None
    top_k: int | None = None
    top_p: float | None = None
    stream_options: StreamOptions | None = None
    steering_concepts: list[str] | None = None
    response_format: ResponseFormat | None = None
    tools: list[Any] | None = None
    tool_choice: Literal["auto", "required", "none"] | ToolFunction | None = None
    parallel_tool_calls: bool | None = None

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        wanted = self.response_format
        payload = super().to_json() if wanted is None else self._without_format().to_json()
        if wanted is not None:
            payload["response_format"] = response_format_json(wanted)
        return payload

    def _without_format(self) -> ChatRequest:
        members = {name: value for name, value in vars(self).items() if name != "response_format"}
        return ChatRequest(**members)


@dataclass(frozen=True)
class ChatResponse:
    """The answer to a chat: its first choice."""

    finish_reason: FinishReason
    message: TextMessage

    @staticmethod
    def from_json(json: Mapping[str, Any]) -> ChatResponse:
        """The answer in *json*."""
        first = json["choices"][0]
        return ChatResponse(
            FinishReason(first["finish_reason"]), TextMessage.from_json(first["message"])
        )


@dataclass(frozen=True)
class Usage(Readable):
    """Tokens of a chat."""

    completion_tokens: int
    prompt_tokens: int
    total_tokens: int


@dataclass(frozen=True)
class ChatStreamChunk:
    """A piece of an answer; the first one has a role, and no text."""

    content: str
    role: Role | None
    tool_calls: list[ToolCall] | None = None

    @staticmethod
    def from_json(choice: Mapping[str, Any]) -> ChatStreamChunk:
        """The piece in a *choice* of a chunk."""
        delta = choice["delta"]
        role = delta.get("role")
        return ChatStreamChunk(
            delta.get("content") or "", Role(role) if role else None, _tool_calls(delta)
        )


def stream_chat_item_from_json(json: Mapping[str, Any]) -> ChatStreamChunk | FinishReason | Usage:
    """The one item that a chunk of a stream stands for: usage, else the end, else a piece."""
    if json.get("usage") is not None:
        return Usage.from_json(json["usage"])
    first = json["choices"][0]
    if first.get("finish_reason") is not None:
        return FinishReason(first["finish_reason"])
    return ChatStreamChunk.from_json(first)


ChatItem: TypeAlias = ChatStreamChunk | Usage | ToolCall | FinishReason


@dataclass
class _Growing:
    """A tool call on its way."""

    id: str = ""
    type: str = "function"
    name: str = ""
    arguments: str = ""

    def take(self, piece: Mapping[str, Any]) -> None:
        """Take in one piece; the first has id and name, the others have arguments only."""
        function = as_object(piece.get("function"))
        self.id = self.id or as_text(piece.get("id")) or ""
        self.type = as_text(piece.get("type")) or self.type
        self.name = self.name or as_text(function.get("name")) or ""
        self.arguments += as_text(function.get("arguments")) or ""

    def whole(self) -> ToolCall:
        """The call."""
        return ToolCall(self.id, self.type, FunctionCall(self.name, self.arguments))


class ChatItems:
    """Turns chunks into items; tool calls come whole, before the reason of the end."""

    def __init__(self) -> None:
        self._calls: dict[int, _Growing] = {}

    def take(self, chunk: Mapping[str, Any]) -> Iterator[ChatItem]:
        """The items that *chunk* gives."""
        for choice in as_objects(chunk.get("choices"))[:1]:
            yield from self._of_choice(choice)
        usage = as_object(chunk.get("usage"))
        if usage:
            yield Usage.from_json(usage)

    def _of_choice(self, choice: Mapping[str, Any]) -> Iterator[ChatItem]:
        delta = as_object(choice.get("delta"))
        pieces = as_objects(delta.get("tool_calls"))
        for position, piece in enumerate(pieces):
            index = as_int(piece.get("index"))
            number = position if index is None else index
            self._calls.setdefault(number, _Growing()).take(piece)
        role = as_text(delta.get("role"))
        content = as_text(delta.get("content")) or ""
        if content or (role and not pieces):
            yield ChatStreamChunk(content, Role(role) if role else None)
        if choice.get("finish_reason") is not None:
            yield from self.rest()
            yield FinishReason(choice["finish_reason"])

    def rest(self) -> Iterator[ChatItem]:
        """Tool calls that were not delivered yet."""
        calls, self._calls = self._calls, {}
        for call in calls.values():
            yield call.whole()


async def process_chat_stream(s: AsyncIterable[Mapping[str, Any]]) -> AsyncIterator[ChatItem]:
    """The items in a stream of chunks."""
    items = ChatItems()
    async for chunk in s:
        for item in items.take(chunk):
            yield item
    for item in items.rest():
        yield item
