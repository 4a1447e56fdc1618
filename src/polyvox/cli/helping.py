"""
How help looks: two columns, no frames, so that every command fits one screen of 24 by 80.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cyclopts.help import HelpPanel
    from rich.console import Console, ConsoleOptions

__all__ = ["Columns"]

_WIDEST = 30


class Columns:
    """The help formatter of all commands."""

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """Print the entries of one *panel*."""
        from rich.table import Table  # noqa: PLC0415 - for help only

        del options
        table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(width=_WIDEST if panel.format == "parameter" else 12, no_wrap=True)
        table.add_column()
        for entry in panel.entries:
            table.add_row("  " + _label(entry), entry.description)
        console.print(table)

    def render_usage(self, console: Console, options: ConsoleOptions, usage: Any) -> None:
        """Print the line on how to call the command."""
        del options
        console.print(usage, highlight=False)

    def render_description(
        self, console: Console, options: ConsoleOptions, description: Any
    ) -> None:
        """Print what the command does."""
        del options
        console.print(description, highlight=False)


def _label(entry: Any) -> str:
    if entry.positional_label:
        return str(entry.positional_label)
    names = [*entry.positive_shorts, *entry.positive_names]
    return ", ".join(names) + (f" {entry.metavar}" if entry.metavar else "")
