"""
What a backend writes down: a debug log, and a transcript; both only when asked to.

Files are made at the first line, readable by their owner alone, and never through a link that
somebody else put there. No credential is written. The host program's loggers stay as they are.
"""

from __future__ import annotations

import logging
import os
import stat
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from polyvox.compat.lwe.config import Config
from polyvox.compat.lwe.secrets import secrets_in, without_secrets
from polyvox_core.secret import Secret, mask

__all__ = ["LOGGER", "DebugLog", "Transcript"]

LOGGER = logging.getLogger("polyvox.compat.lwe")
LOGGER.addHandler(logging.NullHandler())


class _OwnFile:
    """Lines at the end of a file that is its owner's alone; safe for threads."""

    def __init__(self, find: Callable[[], Path]) -> None:
        # Late: to find the folder for temporary files, Python writes into it.
        self._find = find
        self._lock = threading.Lock()
        self._told = False

    def append(self, line: str) -> None:
        """Write one more *line*; a file that cannot be written is told to the logger, once."""
        path = self._find()
        try:
            with self._lock, open(_opened(path), "a", encoding="utf-8") as file:
                file.write(line + "\n")
        except OSError as error:
            if not self._told:
                self._told = True
                LOGGER.warning("%s cannot be written: %s", path, error)


def _opened(path: Path) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, 0o600)
    if stat.S_IMODE(os.fstat(descriptor).st_mode) & 0o077 and hasattr(os, "fchmod"):
        try:
            os.fchmod(descriptor, 0o600)
        except OSError:
            os.close(descriptor)
            raise
    return descriptor


class DebugLog:
    """
    The log of one backend: to the file that the configuration names, and to the logger.

    Args:
        config: `debug.log.enabled`, `filepath`, `level` and `format` count.
    """

    def __init__(self, config: Config) -> None:
        enabled = bool(config.get("debug.log.enabled"))
        names = logging.getLevelNamesMapping()
        self._level = names.get(str(config.get("debug.log.level")), logging.DEBUG)
        self._file = _OwnFile(config.debug_log_path) if enabled else None
        self._format = logging.Formatter(config.get("debug.log.format"))
        self._secrets: tuple[Secret, ...] = tuple(secrets_in(config.get()))

    def __call__(self, what: str, secrets: Iterable[Secret] = (), **facts: Any) -> None:
        """Write down *what* happened, with *facts*; *secrets* are masked wherever they occur."""
        if self._file is None and not LOGGER.isEnabledFor(logging.DEBUG):
            return
        shown = ", ".join(f"{name}={without_secrets(one)!r}" for name, one in facts.items())
        text = mask(f"{what}: {shown}" if shown else what, (*self._secrets, *secrets))
        LOGGER.debug("%s", text)
        if self._file is not None and self._level <= logging.DEBUG:
            record = logging.LogRecord(
                LOGGER.name, logging.DEBUG, __file__, 0, text.replace("\n", "\\n"), None, None
            )
            self._file.append(self._format.format(record))


class Transcript:
    """
    What was asked and answered, as plain text.

    Args:
        config: `chat.log.enabled` and `chat.log.filepath` count.
    """

    def __init__(self, config: Config) -> None:
        self._file: _OwnFile | None = None
        if config.get("chat.log.enabled"):
            self.open(config.get("chat.log.filepath") or "lwe.log")

    def open(self, path: str | os.PathLike[str]) -> None:
        """Append to the file at *path* from now on."""
        self._file = _OwnFile(lambda: Path(path).expanduser())

    def close(self) -> None:
        """Write no more."""
        self._file = None

    def write(self, asked: str, answered: str) -> None:
        """Add a question and its answer."""
        if self._file is not None:
            self._file.append(f"USER:\n{asked}\n\nASSISTANT:\n{answered}\n")
