"""
The server's and the libraries' processes, as the benchmark's own process sees them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

__all__ = ["LIBRARIES", "ROOT", "Library", "Server", "Worker", "environment", "python_of"]

ROOT = Path(__file__).parents[1]
# The server and the libraries do not take each other's place, where there is more than one CPU.
CPUS = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
CLIENT_CPU = str(CPUS[0]) if len(CPUS) > 1 else "-"
SERVER_CPU = CPUS[-1] if len(CPUS) > 1 else None


class Library(NamedTuple):
    """
    One line of the benchmark.

    Attributes:
        name: In the tables.
        adapter: Module in `bench.adapters`.
        place: Folder of the environment it lives in.
        hidden: Packages that it does without.
    """

    name: str
    adapter: str
    place: str
    hidden: tuple[str, ...] = ()


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
        self._child = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _read(self) -> str:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            msg = f"{self._child.args!r} ended with status {self._child.wait()}"
            raise RuntimeError(msg)
        return line

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps(question) + "\n")
        self._child.stdin.flush()
        answer: dict[str, Any] = json.loads(self._read())
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


LIBRARIES = {
    one.name: one
    for one in (
        Library("raw_httpx", "raw_httpx", "", ("click", "orjson")),
        Library("raw_socket", "raw_socket", ""),
        Library("polyvox", "polyvox_facade", "", ("click", "orjson")),
        Library("polyvox_api", "polyvox_api", "", ("click", "orjson")),
        Library("polyvox+orjson", "polyvox_facade", "", ("click",)),
        Library("polyvox_api+orjson", "polyvox_api", "", ("click",)),
    )
}
