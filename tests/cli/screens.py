"""
What a terminal shows after everything that was written to it, with what has scrolled away.
"""

from __future__ import annotations

import re

__all__ = ["Screen"]

_TOKENS = re.compile(
    r"\x1b\[([0-9;?]*)([A-Za-z])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|([\r\n])|(.)", re.DOTALL
)


class Screen:
    """
    As much of a terminal as `rich.live` needs: lines, the cursor up, and lines cleared.

    Args:
        rows: Height; the cursor cannot go up to a line that has scrolled away.
    """

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._cells: list[list[str]] = [[]]
        self._row = self._column = 0

    @property
    def lines(self) -> list[str]:
        """All lines, without blanks at their ends and empty ones at the end."""
        lines = ["".join(cells).rstrip() for cells in self._cells]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def write(self, text: str) -> None:
        """Take what a program wrote."""
        for number, letter, move, character in _TOKENS.findall(text):
            if letter:
                self._control(number, letter)
            elif move == "\r":
                self._column = 0
            elif move == "\n":
                # Terminals of processes put the carriage return before it.
                self._row, self._column = self._row + 1, 0
            elif character:
                self._put(character)
            while len(self._cells) <= self._row:
                self._cells.append([])

    def _control(self, number: str, letter: str) -> None:
        if letter == "A":
            top = max(len(self._cells) - self._rows, 0)
            self._row = max(self._row - int(number or 1), top)
        elif letter == "K":
            assert "2" == number
            self._cells[self._row] = []
        else:
            # Colours, and the cursor shown and hidden.
            assert letter in "mhl", (number, letter)

    def _put(self, character: str) -> None:
        cells = self._cells[self._row]
        cells += " " * (self._column - len(cells))
        cells[self._column : self._column + 1] = [character]
        self._column += 1
