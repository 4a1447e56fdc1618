"""
The server's and the libraries' processes, as the benchmark's own process sees them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bench.libraries import Library

__all__ = ["PATIENCE", "ROOT", "CannotMeasure", "Server", "Worker", "environment", "python_of"]

ROOT = Path(__file__).parents[1]
PATIENCE = 120  # seconds for one measure
# The server and the libraries do not take each other's place, where there is more than one CPU.
CPUS = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
CLIENT_CPU = str(CPUS[0]) if len(CPUS) > 1 else "-"
SERVER_CPU = CPUS[-1] if len(CPUS) > 1 else None


class CannotMeasure(RuntimeError):
    """A process could not be started, has ended, or takes too long."""


def environment() -> dict[str, str]:
    """Variables of every process: byte code is kept, as in any installation, and no proxies."""
    gone = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONSTARTUP"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in gone and not name.lower().endswith("_proxy")
    }
    return {**kept, "LITELLM_LOCAL_MODEL_COST_MAP": "True", "PYTHONHASHSEED": "0"}


def python_of(place: str) -> str:
    """The interpreter of an environment."""
    return str(ROOT / place / "bin" / "python") if place else sys.executable


class _Process:
    """A child that answers lines with lines."""

    def __init__(self, command: Sequence[str]) -> None:
        pipe = subprocess.PIPE
        try:
            self._child = subprocess.Popen(
                command, cwd=ROOT, env=environment(), stdin=pipe, stdout=pipe, text=True
            )
        except FileNotFoundError as error:
            msg = f"{command[0]} is not there; `make bench` installs it"
            raise CannotMeasure(msg) from error

    def _read(self) -> str:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            msg = f"the process ended with status {self._child.wait()}"
            raise CannotMeasure(msg)
        return line

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self._child.stdin is not None
        watch = threading.Timer(PATIENCE, self._child.kill)
        watch.start()
        try:
            self._child.stdin.write(json.dumps(question) + "\n")
            self._child.stdin.flush()
            answer: dict[str, Any] = json.loads(self._read())
        except BrokenPipeError as error:
            msg = f"the process ended with status {self._child.wait()}"
            raise CannotMeasure(msg) from error
        finally:
            watch.cancel()
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.kill()
        self._child.communicate()


class Server(_Process):
    """The server."""

    def __init__(self) -> None:
        super().__init__([sys.executable, "-m", "bench.server"])
        if SERVER_CPU is not None:
            os.sched_setaffinity(self._child.pid, {SERVER_CPU})
        self.url = self._read().strip()

    def set(self, **settings: Any) -> dict[str, Any]:
        """Change its settings; gives what it saw since the last change."""
        return self._ask(settings)


class Worker(_Process):
    """A library's process."""

    def __init__(self, library: Library, url: str) -> None:
        self.library = library
        python = python_of(library.place)
        command = [python, "-m", "bench.worker", library.adapter, url, CLIENT_CPU]
        super().__init__([*command, *library.hidden])

    def measure(self, measure: str, **arguments: Any) -> dict[str, Any]:
        """Figures of one measure; `lacks` or `failed` when there are none."""
        return self._ask({"measure": measure, **arguments})
