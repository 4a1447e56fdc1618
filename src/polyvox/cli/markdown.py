"""
An answer as Markdown on a terminal, as it arrives.

Finished blocks are printed for good and scroll away as all output does; only the block that still
grows is drawn anew, ten times a second at most, and of a long one its last lines.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

from attrs import frozen
from rich.console import Console, ConsoleOptions, RenderResult
from rich.live import Live
from rich.markdown import Markdown
from rich.segment import Segment
from rich.text import Text

from polyvox.cli.screen import safe
from polyvox.types import Event, ReasoningDelta, TextDelta

__all__ = ["MarkdownView", "finished_length"]

SECONDS_BETWEEN = 0.1


class MarkdownView:
    """
    Shows one answer.

    Args:
        console: Where; standard output by default.
    """

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False)
        self._growing = _Growing()
        self._live: Live | None = None
        self._thinking = self._begun = False
        # rich draws from two threads with nothing that keeps them apart but for their bytes.
        self._lock = threading.RLock()
        self._over = threading.Event()

    def take(self, event: Event) -> None:
        """Show the text or the reasoning in *event*, if it has some."""
        with self._lock:
            if isinstance(event, ReasoningDelta) and event.choice == 0 and event.text:
                self._settle_all()
                self._console.print(Text(safe(event.text), "dim"), end="", soft_wrap=True)
                self._thinking = True
            elif isinstance(event, TextDelta) and event.choice == 0 and event.text:
                self._end_thinking()
                self._grow(safe(event.text))

    def finish(self) -> None:
        """Print what is left, and give the terminal back."""
        with self._lock:
            self._end_thinking()
            self._settle_all()

    def _grow(self, text: str) -> None:
        if self._live is None:
            self._live = Live(
                self._growing,
                console=self._console,
                auto_refresh=False,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._live.start()
            self._over = threading.Event()
            threading.Thread(target=self._draw, args=(self._live, self._over), daemon=True).start()
        self._growing.add(text)
        if "\n" in text:
            self._settle(finished_length(self._growing.text))

    def _draw(self, live: Live, over: threading.Event) -> None:
        """Draw what grows, as often as it is worth it, until it is *over*."""
        while not over.wait(SECONDS_BETWEEN):
            with self._lock:
                if self._growing.changed and not over.is_set():
                    live.refresh()

    def _settle(self, length: int) -> None:
        """Print the first *length* characters of what grows for good."""
        block = self._growing.cut(length)
        if block.strip():
            self._console.print(_Block(block, below=self._begun))
            self._begun = self._growing.below = True

    def _settle_all(self) -> None:
        live, self._live = self._live, None
        if live is not None:
            rest = self._growing.cut(len(self._growing.text))
            self._over.set()
            live.stop()
            self._growing.add(rest)
        self._settle(len(self._growing.text))

    def _end_thinking(self) -> None:
        if self._thinking:
            self._thinking = False
            self._console.print("\n")


class _Growing:
    """The block that still grows, cut to what fits on the screen."""

    def __init__(self) -> None:
        self.text = ""
        self.below = self.changed = False

    def add(self, text: str) -> None:
        """Append *text*."""
        self.text += text
        self.changed = True

    def cut(self, length: int) -> str:
        """Take the first *length* characters away; gives them."""
        head, self.text = self.text[:length], self.text[length:]
        self.changed = True
        return head

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the last lines."""
        self.changed = False
        block = _Block(self.text, below=self.below)
        yield from block.last_lines(max(console.size.height - 1, 1), console, options)


@frozen
class _Block:
    """
    Text that is rendered by itself, and looks as it would within a whole document.

    Attributes:
        text: The Markdown.
        below: Whether it stands below another, with an empty line in between.
    """

    text: str
    below: bool

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give all lines."""
        yield from self.last_lines(None, console, options)

    def last_lines(
        self, count: int | None, console: Console, options: ConsoleOptions
    ) -> Iterator[Segment]:
        """The last *count* lines, or all of them."""
        lines = console.render_lines(_markdown(self.text), options.reset_height(), pad=False)
        # Some kinds of blocks bring empty lines along, others do not.
        while lines and _is_empty(lines[0]):
            del lines[0]
        while lines and _is_empty(lines[-1]):
            del lines[-1]
        if self.below:
            lines.insert(0, [])
        for line in lines if count is None else lines[-count:]:
            yield from line
            yield Segment.line()


def _is_empty(line: list[Segment]) -> bool:
    """Whether nothing is to be seen, not even a background."""
    return not any(one.text.strip() or (one.style and one.style.bgcolor) for one in line)


def _markdown(text: str) -> Markdown:
    # An address that hides behind a word cannot be judged.
    return Markdown(text, hyperlinks=False)


def finished_length(text: str) -> int:
    """How many characters of *text*, from its begin, are blocks of Markdown that are whole."""
    tokens = _markdown(text).parsed
    begins = [token.map[0] for token in tokens if token.level == 0 and token.map is not None]
    if not begins or not begins[-1]:
        return 0
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: begins[-1]])
