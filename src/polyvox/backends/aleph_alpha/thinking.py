"""
Reasoning that models put between `<think>` and `</think>` in front of their answer, set apart.

Structured output has it too, so that the content as a whole is no JSON. No I/O.
Source: recorded answers of qwen3 models on PhariaAI (2025).
"""

from __future__ import annotations

__all__ = ["ThoughtSplitter", "split_thought"]

_BEGIN, _END = "<think>", "</think>"


class ThoughtSplitter:
    """Divides a text that arrives in pieces into reasoning and answer."""

    def __init__(self) -> None:
        self._held = ""
        self._state = "start"

    def feed(self, piece: str, *, last: bool = False) -> tuple[str, str]:
        """
        What is known of reasoning and answer after *piece*.

        Args:
            piece: More of the text.
            last: Nothing comes after it, so nothing may be held back.
        """
        self._held += piece
        thought = ""
        if self._state == "start":
            self._begin(last)
        if self._state == "begun":
            self._held = self._held.lstrip("\n")
            self._state = "thinking" if self._held else "begun"
        if self._state == "thinking":
            thought = self._think(last)
        return thought, self._answer()

    def _begin(self, last: bool) -> None:
        text = self._held.lstrip()
        if text.startswith(_BEGIN):
            self._held = text.removeprefix(_BEGIN)
            self._state = "begun"
        elif last or not _BEGIN.startswith(text):
            self._state = "answering"

    def _think(self, last: bool) -> str:
        thought, end, rest = self._held.partition(_END)
        if end:
            self._held, self._state = rest, "thought"
            return thought
        # The end tag may have begun in this piece.
        kept = 0 if last else _overlap(thought)
        self._held = thought[len(thought) - kept :]
        return thought[: len(thought) - kept]

    def _answer(self) -> str:
        if self._state == "thought":
            self._held = self._held.lstrip()
            if self._held:
                self._state = "answering"
        if self._state != "answering":
            return ""
        text, self._held = self._held, ""
        return text


def _overlap(text: str) -> int:
    """How many characters at the end of *text* could begin the end tag."""
    return next((n for n in range(len(_END) - 1, 0, -1) if text.endswith(_END[:n])), 0)


def split_thought(text: str) -> tuple[str, str]:
    """The reasoning and the answer that a whole *text* holds."""
    return ThoughtSplitter().feed(text, last=True)
