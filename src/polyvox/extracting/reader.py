"""
JSON as it arrives: what is known so far, at any time, for a cost that grows with the text alone.

Every character is looked at once. Whatever stands before the first brace is skipped, and so is
what follows the object; an object that turns out to be none is forgotten, and the next is sought.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

__all__ = ["PartialReader"]

_BLANK = re.compile(r"[ \t\r\n]*")
_RUN = re.compile(r'[^"\\]+')
_SCALAR = re.compile(r"[-+.0-9A-Za-z]+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_LONGEST_SCALAR = 1000
_THOUGHT, _THOUGHT_END = "<think>", "</think>"

# Where a step ends, or None when it needs more text.
_Step: TypeAlias = Callable[[str, int], "int | None"]


class _Malformed(Exception):
    """This is no JSON."""


class PartialReader:
    """
    Reads the first object of a text that comes in pieces.

    Attributes:
        complete: Whether its closing brace has come.
    """

    def __init__(self) -> None:
        self._rest = ""
        self._step: _Step = self._begin
        self._forget()

    def _forget(self) -> None:
        self.complete = False
        self._root: Any = None
        self._stack: list[Any] = []
        self._keys: list[str] = []
        self._pieces: list[str] = []
        self._in_key = False
        self._shown = True
        self._changed = False

    @property
    def known(self) -> Any:
        """What is known so far; None before the object begins. It goes on growing."""
        if not self._shown:
            self._shown = True
            self._pieces = ["".join(self._pieces)]
            self._replace(self._pieces[0])
        return self._root

    def feed(self, text: str) -> bool:
        """Take more text; whether more is known than before."""
        buffer, position = self._rest + text, 0
        self._changed = False
        while position < len(buffer):
            try:
                after = self._step(buffer, position)
            except _Malformed:
                self._forget()
                self._changed = True
                self._step, after = self._seek, position
            if after is None:
                break
            position = after
        self._rest = buffer[position:]
        return self._changed

    # What begins the text.

    def _begin(self, text: str, at: int) -> int | None:
        """The very beginning, where a model may think aloud."""
        begin = _skip(text, at)
        head = text[begin : begin + len(_THOUGHT)]
        if head and not _THOUGHT.startswith(head):
            self._step = self._seek
            return begin
        if head == _THOUGHT:
            self._step = self._think
            return begin + len(head)
        return begin if begin > at else None

    def _think(self, text: str, at: int) -> int | None:
        """Thoughts, in which braces mean nothing."""
        end = text.find(_THOUGHT_END, at)
        if end >= 0:
            self._step = self._seek
            return end + len(_THOUGHT_END)
        # The end mark may be cut in two.
        kept = max(at, len(text) - len(_THOUGHT_END) + 1)
        return kept if kept > at else None

    def _seek(self, text: str, at: int) -> int | None:
        """Anything before the object."""
        begin = text.find("{", at)
        if begin < 0:
            return len(text)
        self._open({})
        return begin + 1

    def _ignore(self, text: str, _: int) -> int | None:
        """Anything after the object."""
        return len(text)

    # The parts of a container.

    def _open(self, container: Any) -> None:
        """Begin a *container* as the next value."""
        if self._stack:
            self._append(container)
        else:
            self._root = container
        self._changed = True
        self._stack.append(container)
        self._keys.append("")
        self._step = self._first_key if isinstance(container, dict) else self._first_item

    def _close(self) -> None:
        self._stack.pop()
        self._keys.pop()
        self._step = self._after_value if self._stack else self._ignore
        self.complete = not self._stack

    def _append(self, value: Any) -> None:
        """Add a *value* to the innermost container."""
        top = self._stack[-1]
        if isinstance(top, dict):
            top[self._keys[-1]] = value
        else:
            top.append(value)
        self._changed = True

    def _replace(self, value: str) -> None:
        """Show more of the text that was added last."""
        top = self._stack[-1]
        top[self._keys[-1] if isinstance(top, dict) else -1] = value

    def _first_key(self, text: str, at: int) -> int | None:
        return self._close_or(text, at, "}", self._key)

    def _first_item(self, text: str, at: int) -> int | None:
        return self._close_or(text, at, "]", self._value)

    def _close_or(self, text: str, at: int, end: str, other: _Step) -> int | None:
        at = _skip(text, at)
        if text[at : at + 1] == end:
            self._close()
            return at + 1
        self._step = other
        return at

    def _key(self, text: str, at: int) -> int | None:
        at = _skip(text, at)
        if at == len(text):
            return at
        if text[at] != '"':
            raise _Malformed
        self._in_key, self._pieces, self._step = True, [], self._string
        return at + 1

    def _colon(self, text: str, at: int) -> int | None:
        at = _skip(text, at)
        if at == len(text):
            return at
        if text[at] != ":":
            raise _Malformed
        self._step = self._value
        return at + 1

    def _after_value(self, text: str, at: int) -> int | None:
        at = _skip(text, at)
        if at == len(text):
            return at
        inside = isinstance(self._stack[-1], dict)
        if text[at] == ",":
            self._step = self._key if inside else self._value
        elif text[at] == ("}" if inside else "]"):
            self._close()
        else:
            raise _Malformed
        return at + 1

    # Values.

    def _value(self, text: str, at: int) -> int | None:
        at = _skip(text, at)
        if at == len(text):
            return at
        match text[at]:
            case "{":
                self._open({})
            case "[":
                self._open([])
            case '"':
                self._append("")
                self._in_key, self._pieces, self._step = False, [], self._string
            case _:
                self._step = self._scalar
                return at
        return at + 1

    def _scalar(self, text: str, at: int) -> int | None:
        """A number, true, false or null; known once something follows it."""
        found = _SCALAR.match(text, at)
        if found is None or found.end() - at > _LONGEST_SCALAR:
            raise _Malformed
        if found.end() == len(text):
            return None
        word = found[0]
        if word in _WORDS:
            self._append(_WORDS[word])
        elif _NUMBER.fullmatch(word):
            self._append(float(word) if set(word) & set(".eE") else int(word))
        else:
            raise _Malformed
        self._step = self._after_value
        return found.end()

    def _string(self, text: str, at: int) -> int | None:
        """A text, up to its quotation mark or an escape."""
        if run := _RUN.match(text, at):
            self._add(run[0])
            return run.end()
        if text[at] == "\\":
            return self._escape(text, at)
        if self._in_key:
            self._keys[-1] = "".join(self._pieces)
            self._step = self._colon
        else:
            self._shown = True
            self._replace("".join(self._pieces))
            self._step = self._after_value
        return at + 1

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        if not self._in_key:
            self._shown = False
            self._changed = True

    def _escape(self, text: str, at: int) -> int | None:
        letter = text[at + 1 : at + 2]
        if letter in _ESCAPES:
            self._add(_ESCAPES[letter])
            return at + 2
        if letter and letter != "u":
            raise _Malformed
        first = _unit(text, at)
        if first is None:
            return None
        after = at + 6
        if 0xD800 <= first < 0xDC00:
            # Two escapes make one character.
            following = text[after : after + 2]
            second = _unit(text, after) if "\\u".startswith(following) else 0
            if second is None:
                return None
            if 0xDC00 <= second < 0xE000:
                first = 0x10000 + ((first - 0xD800) << 10) + second - 0xDC00
                after += 6
        # Half a character is none.
        self._add("\ufffd" if 0xD800 <= first < 0xE000 else chr(first))
        return after


def _skip(text: str, at: int) -> int:
    """Where the blanks end."""
    blank = _BLANK.match(text, at)
    assert blank is not None
    return blank.end()


def _unit(text: str, at: int) -> int | None:
    """The number in the escape that begins *at*; None when it is not whole yet."""
    digits = text[at + 2 : at + 6]
    if not all(digit in "0123456789abcdefABCDEF" for digit in digits):
        raise _Malformed
    return int(digits, 16) if len(digits) == 4 else None
