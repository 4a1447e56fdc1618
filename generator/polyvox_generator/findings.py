"""What the linter reports: plain values with a place, a rule and a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Finding", "Level", "count"]

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One fault of a document.

    Args:
        file: The document, as the caller named it.
        line: Line of the fault, from 1.
        column: Column of the fault, from 1.
        rule: Name of the rule, in kebab-case.
        pointer: JSON pointer of the fault.
        message: What is wrong, why, and what to do.
        level: `error` fails the validation, `warning` does not.
    """

    file: str
    line: int
    column: int
    rule: str
    pointer: str
    message: str
    level: Level = "error"

    def __str__(self) -> str:
        """Give the line that compilers print: `file:line:column: rule: message`."""
        mark = "" if self.level == "error" else " (warning)"
        return f"{self.file}:{self.line}:{self.column}: {self.rule}{mark}: {self.message}"

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """Sort key: file, line and column, then rule and message."""
        return (self.file, self.line, self.column, self.rule, self.message)


def count(number: int, word: str) -> str:
    """*number* of things called *word*, in the plural where it is not one."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
