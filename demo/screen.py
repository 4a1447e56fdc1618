"""
What the demo prints: one line per step with a tick and a timing, plain when nobody watches.

A step that raises is printed with its error, counted, and does not stop the others.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from polyvox import Progress

__all__ = ["Screen", "Step"]

BAR = 24
WIDE = 46


class Step:
    """
    One line of the demo while it is being made.

    Attributes:
        result: What the line says behind the title.
        notes: Lines to print below it.
    """

    def __init__(self, screen: Screen) -> None:
        self.result = ""
        self.notes: list[str] = []
        self._screen = screen
        self._typed = ""

    def type(self, text: str) -> None:
        """Show a piece of a text as it arrives."""
        self._typed += text
        self._screen.flash(f"      {self._typed}")

    def progress(self, progress: Progress) -> None:
        """Show how far a transfer has come."""
        if progress.total_bytes:
            part = progress.done_bytes / progress.total_bytes
            self._screen.flash(f"      [{'#' * round(BAR * part):<{BAR}}] {part:4.0%}")

    def lines(self) -> list[str]:
        """What stays of the step, below its line."""
        return [*self.notes, self._typed] if self._typed else self.notes


class Screen:
    """Prints the demo, and remembers how many steps there were and which failed."""

    def __init__(self) -> None:
        self.live = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        self._colours = self.live and "NO_COLOR" not in os.environ
        encoding = (sys.stdout.encoding or "ascii").lower()
        self._tick, self._cross = ("✓", "✗") if encoding.startswith("utf") else ("ok", "FAILED")
        self._began = time.perf_counter()
        self.steps = 0
        self.failed: list[str] = []

    def write(self, text: str) -> None:
        """Print *text* at once, without a new line."""
        sys.stdout.write(text)
        sys.stdout.flush()

    def print(self, text: str) -> None:
        """Print one line."""
        self.write(f"{text}\n")

    def flash(self, text: str) -> None:
        """Show *text* until something else is shown, where somebody watches."""
        if self.live:
            self.write(f"\r{text[: WIDE * 2]}")

    def clear(self) -> None:
        """Remove what `flash` shows."""
        if self.live:
            self.write("\r\033[K")

    def dim(self, text: str) -> str:
        """*text* in the background."""
        return self._styled(text, "2")

    def heading(self, text: str) -> None:
        """Begin a new part."""
        self.print("\n" + self._styled(text, "1"))

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        """Time a step, and print its line at the end."""
        step, began = Step(self), time.perf_counter()
        self.steps += 1
        try:
            yield step
        except Exception as error:  # noqa: BLE001 - whatever fails is the step's result
            self.clear()
            self.failed.append(title)
            reason = f"{type(error).__name__}: {error}"
            self.print(f"  {self._styled(self._cross, '31')} {title}\n      {reason}")
            return
        self.clear()
        took = spoken(time.perf_counter() - began)
        tick = self._styled(self._tick, "32")
        self.print(f"  {tick} {title:<22} {step.result:<{WIDE}} {self.dim(f'{took:>8}')}")
        for line in step.lines():
            self.print(f"      {self.dim(line)}")

    def summary(self) -> int:
        """Print how it went; 0 if every step went well, otherwise 1."""
        took = spoken(time.perf_counter() - self._began)
        if self.failed:
            names = ", ".join(self.failed)
            self.heading(f"{len(self.failed)} of {self.steps} steps failed: {names}.")
            return 1
        self.heading(f"All {self.steps} steps went well, in {took}.")
        return 0

    def _styled(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self._colours else text


def spoken(seconds: float) -> str:
    """A duration for people."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
