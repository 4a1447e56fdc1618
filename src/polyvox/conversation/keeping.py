"""
Conversations in files: one JSON object, replaced as a whole, readable by its owner alone.

What was said and the model's name are kept; clients, options and credentials are not.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from polyvox.conversation.history import Turn
from polyvox.kept import message_from, message_json, text_of
from polyvox_core.errors import ConfigError, StateFileRefused
from polyvox_core.json import loads
from polyvox_core.shapes import is_object

__all__ = ["Kept", "load", "save"]

VERSION = 1
_FAULTS = (KeyError, TypeError, ValueError, AttributeError)


class Kept(NamedTuple):
    """What the file of a conversation holds."""

    model: str | None
    system: str | None
    max_context_tokens: int | None
    turns: Sequence[Turn]


def save(path: str | os.PathLike[str], kept: Kept) -> None:
    """
    Write *kept* to *path*, in the place of what is there.

    Raises:
        ConfigError: It holds something that JSON cannot express, or a part that cannot be read.
        StateFileRefused: The file cannot be written.
    """
    turns = [[message_json(message) for message in turn] for turn in kept.turns]
    facts = {"polyvox": "conversation", "version": VERSION, **kept._asdict(), "turns": turns}
    text = text_of(facts)
    target = Path(path)
    part = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        _write(part, text)
        os.replace(part, target)  # noqa: PTH105 - the atomic one, on every system
    except OSError as error:
        part.unlink(missing_ok=True)
        _refuse(target, f"cannot be written: {error.strerror}", "Choose another path.", error)


def _write(path: Path, text: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def load(path: str | os.PathLike[str]) -> Kept:
    """
    What the file at *path* holds.

    Raises:
        StateFileRefused: There is no such file, or it is damaged, newer, or of something else.
    """
    target = Path(path)
    try:
        value: Any = loads(target.read_bytes())
    except OSError as error:
        _refuse(target, f"cannot be read: {error.strerror}", "Check the path.", error)
    except ValueError as error:
        _refuse(target, f"is damaged: {error}", "Restore it, or begin anew.", error)
    if not is_object(value) or value.get("polyvox") != "conversation":
        _refuse(target, "is not the file of a conversation", "Check the path.")
    try:
        if int(value["version"]) > VERSION:
            _refuse(target, "was written by a newer polyvox", "Update polyvox.")
        turns = [tuple(message_from(one) for one in turn) for turn in value["turns"]]
        return Kept(
            _checked(value["model"], str),
            _checked(value["system"], str),
            _checked(value["max_context_tokens"], int),
            turns,
        )
    except StateFileRefused:
        raise
    except (*_FAULTS, ConfigError) as error:
        _refuse(target, f"is damaged: {error!r}", "Restore it, or begin anew.", error)


def _checked(value: Any, kind: type) -> Any:
    if value is not None and not isinstance(value, kind):
        msg = f"{value!r:.80} is no {kind.__name__}"
        raise TypeError(msg)
    if isinstance(value, int) and value < 1:
        msg = f"{value!r} is no positive number"
        raise ValueError(msg)
    return value


def _refuse(path: Path, fact: str, hint: str, cause: Exception | None = None) -> NoReturn:
    msg = f"The file {str(path)!r} {fact}."
    raise StateFileRefused(msg, hint=hint) from cause
