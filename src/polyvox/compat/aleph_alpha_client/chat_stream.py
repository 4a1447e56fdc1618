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
from polyvox_core.shapes import as_int, as_object, as_objects, as_text

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
