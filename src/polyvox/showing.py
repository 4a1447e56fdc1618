"""
Streams in notebooks: shown as they arrive, and in other places written as plain text.

IPython is nothing that must be there: where it runs a notebook, it is loaded already.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from time import monotonic
from typing import Any, Protocol, TypeVar

from polyvox.notebook import markdown_of
from polyvox.types import Event, TextDelta
from polyvox_core.errors import StreamClosed

__all__ = ["ashow", "show", "shown_so_far"]

T_co = TypeVar("T_co", covariant=True)

SECONDS_BETWEEN = 0.1


class Showable(Protocol[T_co]):
    """A stream of events that knows what has arrived."""

    @property
    def final(self) -> T_co:
        """All of it, at the end."""
        ...

    @property
    def partial(self) -> T_co:
        """What has arrived."""
        ...

    def __iter__(self) -> Iterator[Event]:
        """Iterate over the events."""
        ...

    def close(self) -> None:
        """Free its connection."""
        ...


class AsyncShowable(Protocol[T_co]):
    """Same as `Showable`, for asyncio."""

    @property
    def final(self) -> T_co:
        """Same as `Showable.final`."""
        ...

    @property
    def partial(self) -> T_co:
        """Same as `Showable.partial`."""
        ...

    def __aiter__(self) -> AsyncIterator[Event]:
        """Iterate over the events."""
        ...

    async def aclose(self) -> None:
        """Free its connection."""
        ...


class _View:
    """One output, which changes as a stream grows."""

    def __init__(self, stream: Showable[Any] | AsyncShowable[Any]) -> None:
        self._stream = stream
        self._display = _display_of_notebook()
        self._handle: Any = None
        self._due = 0.0
        self._begun = False

    def take(self, event: Event) -> None:
        """Show what has arrived, though not more than ten times a second."""
        self._begun = True
        if self._display is None:
            if isinstance(event, TextDelta) and event.choice == 0:
                self._write(event.text)
        elif monotonic() >= self._due:
            self._update(self._stream.partial)
            self._due = monotonic() + SECONDS_BETWEEN

    def finish(self) -> None:
        """Show all that has arrived, for good."""
        finished = _finished(self._stream)
        if not (finished or self._begun):
            return
        value = self._stream.final if finished else self._stream.partial
        if self._display is not None:
            self._update(value)
        else:
            self._write("\n" if self._begun else f"{value}\n")

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    def _update(self, value: Any) -> None:
        bundle = {"text/markdown": markdown_of(value), "text/plain": str(value)}
        if self._handle is None:
            assert self._display is not None
            self._handle = self._display(bundle, raw=True, display_id=True)
        else:
            self._handle.update(bundle, raw=True)


def _display_of_notebook() -> Any:
    """IPython's `display`, if it can change what it has shown; None in terminals and scripts."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if getattr(shell, "kernel", None) is None:
        return None
    return import_module("IPython.display").display


def _finished(stream: Showable[T_co] | AsyncShowable[T_co]) -> bool:
    try:
        _ = stream.final
    except StreamClosed:
        return False
    return True


def shown_so_far(stream: Showable[Any] | AsyncShowable[Any]) -> str:
    """Markdown of what has arrived; of one that has not begun too."""
    try:
        return markdown_of(stream.partial)
    except StreamClosed as error:
        return f"*{error.message}*"


def show(stream: Showable[T_co]) -> T_co:
    """
    Read *stream* to its end and show it as it arrives; gives the whole.

    Raises:
        PolyvoxError: It broke; what had arrived is shown.
    """
    view = _View(stream)
    try:
        if not _finished(stream):
            for event in stream:
                view.take(event)
    finally:
        stream.close()
        view.finish()
    return stream.final


async def ashow(stream: AsyncShowable[T_co]) -> T_co:
    """Same as `show`, for asyncio."""
    view = _View(stream)
    try:
        if not _finished(stream):
            async for event in stream:
                view.take(event)
    finally:
        await stream.aclose()
        view.finish()
    return stream.final
