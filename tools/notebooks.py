"""
Runs the notebooks of the documentation in a kernel, and stores what they show.

`make notebooks` writes them; with `--check` it only compares. The kernel is this Python, keeps its
files in a folder that goes away, reads no configuration, and reaches nothing but this computer.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

__all__ = ["NOTEBOOKS", "executed", "read", "shown"]

NOTEBOOKS = sorted((Path(__file__).parents[1] / "docs").glob("*.ipynb"))
SECONDS_PER_CELL = 30
# Run by IPython before the first cell.
LOOPBACK_ONLY = """
import sys

def refuse(event, args):
    if event == "socket.connect" and args[1][0] not in {"127.0.0.1", "::1"}:
        raise RuntimeError(f"The notebook tried to leave this computer: {args[1]!r}.")

sys.addaudithook(refuse)
"""
_VOLATILE = (
    (re.compile(r"(?<=127\.0\.0\.1:)\d+"), "PORT"),
    (re.compile(r"(?<=at )0x[0-9a-f]+"), "ADDRESS"),
)


def read(path: Path) -> NotebookNode:
    """The notebook at *path*."""
    notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # untyped library
    return notebook


def executed(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """
    A copy of *notebook* with what its cells show now.

    Args:
        notebook: It stays as it is.
        folder: Empty; where it runs, and where its kernel keeps files.

    Raises:
        CellExecutionError: A cell failed.
    """
    now = deepcopy(notebook)
    with _jupyter_in(folder):
        NotebookClient(
            now,
            timeout=SECONDS_PER_CELL,
            kernel_name="python3",
            record_timing=False,
            resources={"metadata": {"path": str(folder)}},
        ).execute()
    # What else the kernel tells of itself changes with each Python.
    now.metadata = notebook.metadata
    return now


@contextmanager
def _jupyter_in(folder: Path) -> Iterator[None]:
    """Have Jupyter and IPython keep everything in *folder*, and take this Python for a kernel."""
    places = ("HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    changed = {name: str(folder / name.lower()) for name in places}
    changed |= {"JUPYTER_PATH": str(folder), "POLYVOX_CONFIG": ""}
    startup = folder / "ipythondir" / "profile_default" / "startup"
    spec = folder / "kernels" / "python3"
    for made in (startup, spec):
        made.mkdir(parents=True)
    (startup / "loopback.py").write_text(LOOPBACK_ONLY, "utf-8")
    launcher = ["-m", "ipykernel_launcher", "--log-level=ERROR", "-f", "{connection_file}"]
    command = [sys.executable, *launcher]
    told = {"argv": command, "display_name": "Python 3", "language": "python"}
    (spec / "kernel.json").write_text(json.dumps(told), "utf-8")
    before = dict(os.environ)
    os.environ.update(changed)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def shown(notebook: NotebookNode) -> dict[str, list[Any]]:
    """What each cell shows, by its id, without what differs from run to run."""
    return {
        cell.id: [_steady(one) for one in _told(cell.outputs)]
        for cell in notebook.cells
        if cell.cell_type == "code"
    }


def _told(outputs: list[NotebookNode]) -> list[Any]:
    """The outputs; printed text as a whole, since a kernel sends it in pieces as it likes."""
    told: list[Any] = []
    for output in outputs:
        if output.output_type != "stream":
            told.append(dict(output.data))
        elif told and isinstance(told[-1], str):
            told[-1] += output.text
        else:
            told.append(output.text)
    return told


def _steady(told: Any) -> Any:
    text = json.dumps(told, sort_keys=True)
    for pattern, name in _VOLATILE:
        text = pattern.sub(name, text)
    return json.loads(text)


def main(arguments: list[str]) -> int:
    """Write, or with `--check` compare; 1 if something would change."""
    stale = []
    for path in NOTEBOOKS:
        notebook = read(path)
        with TemporaryDirectory() as folder:
            now = executed(notebook, Path(folder))
        if shown(now) != shown(notebook):
            stale.append(path.name)
        if "--check" not in arguments:
            nbformat.write(now, path)  # type: ignore[no-untyped-call]  # untyped library
    if stale:
        print(f"What these show has changed: {', '.join(stale)}.")
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
