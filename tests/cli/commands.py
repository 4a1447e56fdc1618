"""
Commands as processes: with pipes, and in a pseudo-terminal that is read with a deadline.
"""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path
from typing import NamedTuple

POLYVOX = (sys.executable, "-m", "polyvox")
SECONDS = 20.0
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\))")


class Done(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


class Terminal:
    """A process in a pseudo-terminal of 24 by 80; `shown` is all that it wrote so far."""

    def __init__(self, process: subprocess.Popen[bytes], leader: int) -> None:
        self.process = process
        self._leader = leader
        self._until = time.monotonic() + SECONDS
        self.raw = ""

    @property
    def shown(self) -> str:
        """Without escape sequences and carriage returns."""
        return _ESCAPES.sub("", self.raw).replace("\r", "")

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._leader, text.encode())

    def wait_for(self, text: str, *, times: int = 1) -> None:
        """Read until *text* was shown so often."""
        while self.shown.count(text) < times:
            assert self._read(), f"{text!r} was never shown: {self.shown!r}"

    def status(self) -> int:
        """Read to the end, and give the exit status."""
        while self._read():
            pass
        return self.process.wait(max(self._until - time.monotonic(), 0.1))

    def interrupt(self) -> None:
        """
        Press Ctrl-C until the process ends.

        Python loses one that comes while it sets up the editing of a line; people press again.
        """
        while self.process.poll() is None:
            self.type("\x03")
            self._ready(0.3)
            assert time.monotonic() < self._until, f"it does not end: {self.shown!r}"

    def _ready(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._leader], [], [], max(seconds, 0))
        return bool(ready)

    def _read(self) -> bool:
        """Whether there was something to read before the deadline."""
        ready = self._ready(self._until - time.monotonic())
        assert ready, f"nothing more was shown: {self.shown!r}"
        try:
            piece = os.read(self._leader, 65536)
        except OSError:
            return False
        self.raw += piece.decode(errors="replace")
        return bool(piece)


class World:
    """
    Where commands run.

    Args:
        folder: The working folder.
        dial_url: Address of a DIAL.
    """

    def __init__(self, folder: Path, dial_url: str) -> None:
        self.folder = folder
        kept = ("PATH", "PYTHONPATH", "LANG", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ}
        self.environment |= {
            "DIAL_API_KEY": "dial-key",
            "DIAL_URL": dial_url,
            "HOME": str(folder),
            "POLYVOX_BACKEND": "dial",
            "POLYVOX_CONFIG": "",
            "POLYVOX_DIAL_MODEL": "echo",
            "PYTHONWARNINGS": "error",
            "TERM": "xterm-256color",
        }

    def run(self, *arguments: str, stdin: str | bytes | None = None, **variables: str) -> Done:
        """The end of a command with pipes; without *stdin* there is nothing to read."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [*POLYVOX, *arguments],
            cwd=self.folder,
            env={**self.environment, **variables},
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        out, err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        return Done(done.returncode, out, err)

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[bytes]:
        """A command that runs, with its output in pipes."""
        return subprocess.Popen(
            [*POLYVOX, *arguments],
            cwd=self.folder,
            env={**self.environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    @contextmanager
    def terminal(self, *arguments: str, rows: int = 24, **variables: str) -> Iterator[Terminal]:
        """A command in a terminal of its own."""
        leader, follower = pty.openpty()
        ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-c", _OWN_TERMINAL, *arguments],
            cwd=self.folder,
            env={**self.environment, **variables},
            stdin=follower,
            stdout=follower,
            stderr=follower,
            start_new_session=True,
        )
        os.close(follower)
        try:
            yield Terminal(process, leader)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(SECONDS)
            os.close(leader)


# The terminal becomes that of the new session, so that Ctrl-C reaches the process.
_OWN_TERMINAL = (
    "import fcntl, signal, sys, termios\n"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "from polyvox.cli import main\n"
    "sys.exit(main())"
)
