"""
What the commands know about where they write: terminals, pipes, and text that is safe on them.
"""

from __future__ import annotations

import json
import os
import re
import sys
from typing import Any, TextIO

__all__ = ["fancy", "is_terminal", "print_json", "safe", "write"]

# All control characters but line ends and tabs: what a server says must not drive the terminal.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at *stream*."""
    return stream.isatty()


def fancy(stream: TextIO) -> bool:
    """Whether colours and moving parts are welcome on *stream*."""
    dumb = os.environ.get("TERM", "") in {"dumb", "unknown"}
    return is_terminal(stream) and not dumb and not os.environ.get("NO_COLOR")


def safe(text: str) -> str:
    """The *text* without characters that would drive a terminal."""
    return _CONTROLS.sub("\ufffd", text)


def write(text: str) -> None:
    """Put *text* on standard output at once; on a terminal without what would drive it."""
    sys.stdout.write(safe(text) if is_terminal(sys.stdout) else text)
    sys.stdout.flush()


def print_json(value: Any, *, lines: bool = False) -> None:
    """Print *value* as JSON: indented, or with *lines* as one line."""
    # What a terminal must not see is escaped by JSON, but for the C1 controls.
    write(json.dumps(value, ensure_ascii=False, indent=None if lines else 2, default=str) + "\n")
