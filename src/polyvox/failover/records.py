"""
The file of a run of `map`: a line for each answered input, so that a killed run can go on.

A line is written with one call of the system before anybody sees the reply: what kills the process
afterwards loses nothing. A line that was cut in the middle is dropped. One process at a time.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

from polyvox.kept import reply_from, reply_json, text_of
from polyvox.types import Reply
from polyvox_core.errors import ConfigError, StateFileRefused
from polyvox_core.json import loads
from polyvox_core.shapes import is_object

if sys.platform == "win32":  # pragma: no cover - not on this system
    import msvcrt

    def _lock(file: int) -> None:
        # Nothing is ever written there, so the lock is in nobody's way.
        os.lseek(file, 1 << 30, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


__all__ = ["RunFile"]

VERSION = 1
_HEAD = b'{"polyvox":"map",'
_FAULTS = (KeyError, TypeError, ValueError, AttributeError)
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


class _Place(NamedTuple):
    """Where a reply is in the file, and the key of its input."""

    key: str
    offset: int
    length: int


class RunFile:
    """
    Replies by the positions of their inputs; safe for threads.

    Args:
        path: Its file, made when it is not there.
        run: What tells this run from others with the same inputs.

    Raises:
        StateFileRefused: The file cannot be written, is in use, or is of something else.
    """

    def __init__(self, path: str | os.PathLike[str], run: str) -> None:
        self._path = os.fspath(path)
        self._file = -1
        self._guard = threading.Lock()
        self._places: dict[int, _Place] = {}
        try:
            # Replies may be private.
            self._file = os.open(self._path, _FLAGS, 0o600)
        except OSError as error:
            self._refuse(f"cannot be opened: {error.strerror}", "Choose another path.", error)
        try:
            self._claim()
            self._read(run)
        except BaseException:
            self.close()
            raise

    def find(self, index: int, key: str) -> Reply | None:
        """
        The reply to the input number *index*, which has this *key*; None when it has none yet.

        Raises:
            StateFileRefused: The file has a reply to another input there.
        """
        place = self._places.get(index)
        if place is None:
            return None
        if place.key != key:
            fact = f"is of another run: its input number {index} is another one"
            self._refuse(fact, "Pass the same inputs, or another path.")
        with self._guard:
            os.lseek(self._file, place.offset, os.SEEK_SET)
            line = os.read(self._file, place.length)
        try:
            return reply_from(loads(line)["reply"])
        except (*_FAULTS, ConfigError) as error:
            self._damaged(f"the reply to input number {index}", error)

    def add(self, index: int, key: str, reply: Reply) -> None:
        """
        Write the *reply* to the input number *index*.

        Raises:
            StateFileRefused: The disk is full, or gone.
        """
        line = text_of({"index": index, "input": key, "reply": reply_json(reply)})
        with self._guard:
            self._write(line + b"\n")

    def close(self) -> None:
        """Let go of the file, which is then safe from a power cut too."""
        file, self._file = self._file, -1
        if file >= 0:
            os.fsync(file)
            os.close(file)

    def __del__(self) -> None:
        """A file that was opened for a run that never began does not stay locked."""
        self.close()

    def _claim(self) -> None:
        try:
            _lock(self._file)
        except OSError as error:
            hint = "Wait for the other run, or choose another path."
            self._refuse("is in use by another run", hint, error)

    def _write(self, line: bytes) -> None:
        before = os.fstat(self._file).st_size
        try:
            left = memoryview(line)
            while left:
                left = left[os.write(self._file, left) :]
        except OSError as error:
            os.ftruncate(self._file, before)
            self._refuse(f"cannot be written: {error.strerror}", "Make room for it.", error)

    def _read(self, run: str) -> None:
        """Learn what the file holds; give an empty one its first line."""
        offset, empty = 0, True
        for line in self._lines():
            if empty and not (_HEAD.startswith(line[: len(_HEAD)]) or line.startswith(_HEAD)):
                self._refuse("is not the file of a map", "Choose another path.")
            try:
                self._take(line, offset, run, is_head=empty)
            except _FAULTS as error:
                if offset + len(line) < os.fstat(self._file).st_size:
                    self._damaged(f"what begins at byte {offset}", error)
                os.ftruncate(self._file, offset)
                break
            offset, empty = offset + len(line), False
        if empty:
            self._write(text_of({"polyvox": "map", "version": VERSION, "run": run}) + b"\n")

    def _lines(self) -> Iterator[bytes]:
        with os.fdopen(os.dup(self._file), "rb") as file:
            yield from file

    def _take(self, line: bytes, offset: int, run: str, *, is_head: bool) -> None:
        value: Any = loads(line)
        if not line.endswith(b"\n") or not is_object(value):
            msg = "it is cut off"
            raise ValueError(msg)
        if is_head:
            self._check_head(int(value["version"]), value["run"] == run)
            return
        value["reply"]["text"]
        self._places[int(value["index"])] = _Place(str(value["input"]), offset, len(line))

    def _check_head(self, version: int, is_same: bool) -> None:
        if version > VERSION:
            self._refuse(
                "was written by a newer polyvox", "Update polyvox, or choose another path."
            )
        if not is_same:
            fact = "is of another run: the model or the options were others"
            self._refuse(fact, "Pass the same ones, or another path.")

    def _damaged(self, where: str, error: Exception) -> NoReturn:
        self._refuse(f"is damaged: {where} cannot be read", "Mend or remove it.", error)

    def _refuse(self, fact: str, hint: str, cause: Exception | None = None) -> NoReturn:
        msg = f"The file {self._path!r} {fact}."
        raise StateFileRefused(msg, hint=hint) from cause
