"""
From words, standard input and files to the message of a chat.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path
from typing import Any

import polyvox
from polyvox.errors import ConfigError

__all__ = ["message_from", "piped", "source_from"]

_ADDRESS = re.compile(r"(?:https?|data):", re.IGNORECASE)


def piped() -> str | None:
    """
    What is piped into this process, as text; None if nothing is.

    Raises:
        ConfigError: It is no text.
    """
    if sys.stdin is None or not _is_input():
        return None
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"Standard input is no text in UTF-8 ({error.reason} at byte {error.start})."
        raise ConfigError(msg, hint="Name a file instead: --file PATH or --image PATH.") from None


def _is_input() -> bool:
    """Whether standard input is a pipe or a file; a service has neither, and would wait."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def source_from(text: str) -> str | Path:
    """An address as it is, and anything else as the path of a local file."""
    return text if _ADDRESS.match(text) else Path(text).expanduser()


def message_from(words: str, more: str | None, images: list[str], files: list[str]) -> Any:
    """
    What to say, as a text or a list of texts and parts; None when there is nothing.

    Args:
        words: Of the command line.
        more: What was piped; it stands below the words.
        images: Paths and addresses of pictures.
        files: Paths and addresses of other files.

    Raises:
        ConfigError: An address cannot be sent, or a file is not there.
    """
    text = "\n\n".join(part for part in (words.strip(), (more or "").rstrip("\n")) if part.strip())
    parts: list[Any] = [polyvox.ImagePart(_checked(one)) for one in images]
    parts += [polyvox.FilePart(_checked(one)) for one in files]
    if not parts:
        return text or None
    return [text, *parts] if text else parts


def _checked(text: str) -> str | Path:
    source = source_from(text)
    if isinstance(source, Path) and not source.is_file():
        msg = f"There is no file {text!r}."
        raise ConfigError(msg, hint="Check the path; addresses begin with https: or data:.")
    return source
