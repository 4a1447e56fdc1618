"""
From the chunks of a chat stream to its items; whatever a chunk holds is delivered, nothing lost.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from polyvox.compat.aleph_alpha_client.chat import (
    ChatStreamChunk,
    FinishReason,
    FunctionCall,
    Role,
    ToolCall,
    Usage,
)

__all__ = ["ChatItem", "ChatItems", "process_chat_stream"]

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
        function = piece.get("function") or {}
        self.id = self.id or piece.get("id") or ""
        self.type = piece.get("type") or self.type
        self.name = self.name or function.get("name") or ""
        self.arguments += function.get("arguments") or ""

    def whole(self) -> ToolCall:
        """The call."""
        return ToolCall(self.id, self.type, FunctionCall(self.name, self.arguments))


class ChatItems:
    """Turns chunks into items; tool calls come whole, before the reason of the end."""

    def __init__(self) -> None:
        self._calls: dict[Any, _Growing] = {}

    def take(self, chunk: Mapping[str, Any]) -> Iterator[ChatItem]:
        """The items that *chunk* gives."""
        for choice in (chunk.get("choices") or ())[:1]:
            yield from self._of_choice(choice)
        usage = chunk.get("usage")
        if usage is not None:
            yield Usage.from_json(usage)

    def _of_choice(self, choice: Mapping[str, Any]) -> Iterator[ChatItem]:
        delta = choice.get("delta") or {}
        pieces = delta.get("tool_calls") or ()
        for position, piece in enumerate(pieces):
            self._calls.setdefault(piece.get("index", position), _Growing()).take(piece)
        role = delta.get("role")
        content = delta.get("content") or ""
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
