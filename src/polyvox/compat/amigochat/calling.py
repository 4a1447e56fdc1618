"""
What a call of the provider sends: full names, the last clients' defaults, a new conversation's id.

Source: gpt4free, Provider/AmigoChat (2024-12-14 to 2025-02-03).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Concatenate, Generic, NamedTuple, ParamSpec, TypeVar
from uuid import uuid4

from polyvox.compat.amigochat.base import Messages

__all__ = ["Bound", "Sampling", "chat_options", "prompt_of"]

P = ParamSpec("P")
Owner = TypeVar("Owner")
R = TypeVar("R")

TIMEOUT = 300


class Sampling(NamedTuple):
    """How to sample, with the defaults of gpt4free."""

    frequency_penalty: float = 0
    max_tokens: int = 4000
    presence_penalty: float = 0
    temperature: float = 0.5
    top_p: float = 0.95


def chat_options(sampling: Sampling, chat_id: str | None, timeout: float | None) -> dict[str, Any]:
    """The options of a chat with polyvox."""
    return {**sampling._asdict(), "chat_id": chat_id or str(uuid4()), "timeout": timeout}


def prompt_of(messages: Messages) -> str:
    """What to draw: the text of the last message."""
    content: Any = messages[-1]["content"] if messages else ""
    if isinstance(content, str):
        return content
    parts: Sequence[Mapping[str, Any]] = content
    return " ".join(str(part["text"]) for part in parts if part.get("type") == "text")


class Bound(Generic[Owner, P, R]):
    """
    A method that also works on the class, where it uses an object that all such calls share.

    Args:
        function: The method.
    """

    def __init__(self, function: Callable[Concatenate[Owner, P], R]) -> None:
        self._function = function
        self.__doc__ = function.__doc__

    def __get__(self, instance: Owner | None, owner: Any) -> Callable[P, R]:
        """The method, bound to *instance* or to what *owner* shares."""
        bound: Any = self._function.__get__(owner.shared() if instance is None else instance)
        return bound  # type: ignore[no-any-return]  # a bound method
