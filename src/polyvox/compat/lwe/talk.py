"""
Conversations with a model as flows that also hand out text as it arrives.

A `Talk` yields the steps of any flow, and a `Piece` for each new piece of text. Who drives it
decides what becomes of the pieces: `ask` gives them to a callback, `stream` to its caller.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

from polyvox.types import Reply
from polyvox_core.flow import Step

__all__ = ["Piece", "Running", "Stopped", "Talk", "World"]

T = TypeVar("T")


class Piece:
    """More of the answer's text; sending anything back has no meaning."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


Talk: TypeAlias = Generator[Step | Piece, Any, T]


class World(Protocol):
    """What differs between blocking code and asyncio, beyond calling and awaiting."""

    @property
    def is_async(self) -> bool:
        """Whether it is asyncio."""
        ...

    def connect(self, backend: str, arguments: dict[str, Any]) -> Any:
        """A client of *backend*."""
        ...

    def advance(self, stream: Any, running: Running) -> Any | Awaitable[Any]:
        """The next event of *stream*; None at its end, and when the user wants no more."""
        ...

    def shut(self, closable: Any) -> Any | Awaitable[None]:
        """Close *closable*."""
        ...


class Stopped(Exception):
    """The user ended a stream; `partial` is the reply as far as it had arrived."""

    def __init__(self, partial: Reply) -> None:
        super().__init__("Generation stopped")
        self.partial = partial


@dataclass(eq=False)
class Running:
    """
    A request on its way: what the user may stop, and what must be closed however it ends.

    Attributes:
        stopped: Set by `terminate_stream`.
        stream: The answer that is being read, if there is one.
        interrupt: Wakes whoever waits for the next piece.
        woken: Whether it did.
    """

    stopped: bool = False
    stream: Any = None
    interrupt: Callable[[], object] | None = None
    woken: bool = False

    def stop(self) -> None:
        """End the request as soon as may be; a second time does nothing."""
        self.stopped = True
        if self.interrupt is not None:
            self.interrupt()
