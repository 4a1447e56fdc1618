"""
What every call gives: LWE's tuple of three, which knows more than it unpacks to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from polyvox.types import Reply, ToolCall, Usage
    from polyvox_core.errors import PolyvoxError

__all__ = ["Result"]


class Result(tuple[bool, Any, str]):  # noqa: SLOT001 # what it knows besides is an attribute
    """
    The outcome of a call: `success, response, message = result`.

    Args:
        success: Whether it succeeded.
        response: Usually the answer's text; the tool calls or the tool's result where a preset
            wants these; None for a failure, or the text that had arrived when a stream broke.
        message: What happened, for people.
        error: Why it failed.
        reply: The model's last answer.
        partial: Whether `response` is only the part of the answer that had arrived.
        conversation_id: Conversation in which the messages were stored.
    """

    error: PolyvoxError | None
    reply: Reply | None
    partial: bool
    conversation_id: int | None

    def __new__(
        cls,
        success: bool,
        response: Any,
        message: str,
        *,
        error: PolyvoxError | None = None,
        reply: Reply | None = None,
        partial: bool = False,
        conversation_id: int | None = None,
    ) -> Self:
        """Make the tuple and keep the rest beside it."""
        result = super().__new__(cls, (success, response, message))
        result.error = error
        result.reply = reply
        result.partial = partial
        result.conversation_id = conversation_id
        return result

    @property
    def success(self) -> bool:
        """Whether the call succeeded."""
        return self[0]

    @property
    def response(self) -> Any:
        """The answer."""
        return self[1]

    @property
    def message(self) -> str:
        """What happened, for people."""
        return self[2]

    @property
    def usage(self) -> Usage | None:
        """Tokens used, when the backend says so."""
        return self.reply.usage if self.reply else None

    @property
    def finish_reason(self) -> str | None:
        """Why the model stopped: stop, length, tool_calls, ..."""
        return self.reply.finish_reason if self.reply else None

    @property
    def tool_calls(self) -> tuple[ToolCall, ...]:
        """Tools that the model's last answer asks for."""
        return self.reply.tool_calls if self.reply else ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy with what the tuple does not show."""
        return _rebuilt, (type(self), tuple(self), dict(vars(self)))


def _rebuilt(
    kind: type[Result], values: tuple[bool, Any, str], attributes: dict[str, Any]
) -> Result:
    result = kind(*values)
    vars(result).update(attributes)
    return result
