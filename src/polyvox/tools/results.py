"""
What a run gives: the answer, the whole history, and what every tool did.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from polyvox.types import Event, Message, Reply, ToolCall, Usage
from polyvox_core.errors import ToolError

__all__ = ["Run", "ToolResult", "summed"]

R_co = TypeVar("R_co", bound=Reply, covariant=True)


@frozen
class ToolResult(Event):
    """
    What a tool gave; in the stream of a run also an event.

    Attributes:
        call: What the model asked for.
        value: What the function returned; None if it failed or was not called.
        error: Why there is no value; its `__cause__` is what the function raised.
        seconds: How long the function took.
        text: What the model is told.
    """

    call: ToolCall
    value: Any = None
    error: ToolError | None = field(default=None, eq=False)
    seconds: float = field(default=0.0, eq=False)
    text: str = field(default="", repr=False)


@frozen
class Run(Generic[R_co]):
    """
    A chat in which tools were called, up to the model's answer.

    Attributes:
        reply: The model's last answer.
        messages: The whole history, from what was passed to the last answer; pass it on with
            another message to go on. A `system=` text is no part of it.
        calls: What each tool did, in the order of the calls.
        pending: Calls that are left to the caller: those of tools that were passed as dicts.
        usage: Tokens of all rounds; None where no round tells.
        rounds: How many answers the model gave.
    """

    reply: R_co
    messages: tuple[Message | Mapping[str, Any], ...] = field(repr=False)
    calls: tuple[ToolResult, ...] = field(default=(), repr=False)
    pending: tuple[ToolCall, ...] = ()
    usage: Usage | None = None
    rounds: int = 1

    @property
    def text(self) -> str:
        """The text of the last answer."""
        return self.reply.text

    @property
    def message(self) -> Message:
        """The last answer as a message."""
        return self.reply.message

    def __str__(self) -> str:
        """Return the text."""
        return self.reply.text

    def _repr_markdown_(self) -> str:
        """What a notebook shows."""
        from polyvox.notebook import markdown_of  # noqa: PLC0415 - for notebooks only

        return markdown_of(self)


_COUNTS = (
    "prompt_tokens",
    "completion_tokens",
    "total_tokens",
    "cached_tokens",
    "reasoning_tokens",
)


def summed(first: Usage | None, second: Usage | None) -> Usage | None:
    """Both together; a count that only one of them tells is that one's."""
    if first is None or second is None:
        return first or second
    counts: dict[str, int | None] = {}
    for name in _COUNTS:
        told = [count for one in (first, second) if (count := getattr(one, name)) is not None]
        counts[name] = sum(told) if told else None
    return Usage(**counts)
