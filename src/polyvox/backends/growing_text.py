"""
A text that arrives in pieces, in memory no larger than the text.

A list of pieces would keep an object of some 50 bytes for each word of a long answer.
"""

from __future__ import annotations

__all__ = ["GrowingText"]

_PIECES_MAX = 512


class GrowingText:
    """The pieces so far; `str()` joins them, and it is true when there were any."""

    __slots__ = ("_begun", "_pieces", "_whole")

    def __init__(self) -> None:
        self._begun = False
        self._whole = ""
        self._pieces: list[str] = []

    def add(self, piece: str) -> None:
        """Append *piece*."""
        pieces = self._pieces
        pieces.append(piece)
        if len(pieces) == _PIECES_MAX:
            self._fold()

    def _fold(self) -> None:
        # CPython lengthens a string in place that only one name holds; elsewhere it is one copy
        # for many pieces.
        whole, self._whole = self._whole, ""
        whole += "".join(self._pieces)
        self._whole = whole
        self._begun = self._begun or bool(self._pieces)
        self._pieces.clear()

    def __bool__(self) -> bool:
        """Whether anything was added."""
        return self._begun or bool(self._pieces)

    def __str__(self) -> str:
        """The whole text."""
        self._fold()
        return self._whole
