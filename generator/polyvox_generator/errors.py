"""
Errors that the generator raises on purpose, one tree under `PolyvoxGeneratorError`.

A message says what happened, why, and what to do. Findings of the linter are values, not errors.
"""

from __future__ import annotations

__all__ = ["PolyvoxGeneratorError", "SpecError"]


class PolyvoxGeneratorError(Exception):
    """Root of everything that the generator raises on purpose."""


class SpecError(PolyvoxGeneratorError):
    """
    A document cannot be used at all, so no rule could be checked.

    Args:
        message: What happened, why, and what to do.
        file: The document, as the caller named it.
        line: Line of the fault, from 1; None when the whole file is at fault.
        column: Column of the fault, from 1; None when unknown.
    """

    def __init__(
        self, message: str, *, file: str, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """Give `file:line:column: message`, without the parts that are unknown."""
        place = [str(part) for part in (self.file, self.line, self.column) if part is not None]
        return f"{':'.join(place)}: {self.message}"
