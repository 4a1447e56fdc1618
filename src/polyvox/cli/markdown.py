"""
An answer as Markdown on a terminal, as it arrives.

Finished blocks are printed for good and scroll away as all output does; only the block that still
grows is drawn anew, ten times a second at most, and of a long one its last lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.live import Live
from rich.markdown import Markdown
from rich.segment import Segment
from rich.text import Text

from polyvox.cli.screen import safe
from polyvox.types import Event, ReasoningDelta, TextDelta

__all__ = ["MarkdownView", "finished_length"]

_PER_SECOND = 10


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
        self._thinking = False
        self._begun = False

    def take(self, event: Event) -> None:
        """Show the text or the reasoning in *event*, if it has some."""
        if isinstance(event, ReasoningDelta) and event.choice == 0 and event.text:
            self._settle_all()
            self._console.print(Text(safe(event.text), "dim"), end="", soft_wrap=True)
            self._thinking = True
        elif isinstance(event, TextDelta) and event.choice == 0 and event.text:
            self._end_thinking()
            self._grow(safe(event.text))

    def finish(self) -> None:
        """Print what is left, and give the terminal back."""
        if self._thinking:
            self._end_thinking()
        self._settle_all()

    def _grow(self, text: str) -> None:
        if self._live is None:
            self._live = Live(
                self._growing,
                console=self._console,
                refresh_per_second=_PER_SECOND,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._live.start()
        self._growing.text += text
        if "\n" in text:
            self._settle(finished_length(self._growing.text))

    def _settle(self, length: int) -> None:
        """Print the first *length* characters of what grows for good."""
        if not length:
            return
        block, self._growing.text = self._growing.text[:length], self._growing.text[length:]
        if block.strip():
            # An empty line between blocks, as within a whole document.
            if self._begun:
                self._console.print()
            self._console.print(_markdown(block))
            self._begun = True

    def _settle_all(self) -> None:
        live, self._live = self._live, None
        if live is not None:
            rest, self._growing.text = self._growing.text, ""
            live.stop()
            self._growing.text = rest
        self._settle(len(self._growing.text))

    def _end_thinking(self) -> None:
        if self._thinking:
            self._thinking = False
            self._console.print("\n")


class _Growing:
    """The block that still grows, cut to what fits on the screen."""

    def __init__(self) -> None:
        self.text = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the last lines."""
        lines = console.render_lines(_markdown(self.text), options.reset_height(), pad=False)
        yield from _joined(lines[-max(console.size.height - 1, 1) :])


def _joined(lines: list[list[Segment]]) -> Iterator[Segment]:
    for line in lines:
        yield from line
        yield Segment.line()


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
