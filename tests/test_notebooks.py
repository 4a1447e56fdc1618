"""
The notebooks of the documentation: each runs in a real kernel, and shows what is stored in it.

`make notebooks` stores anew what they show.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_notebook
from scripts import loaded

ROOT = Path(__file__).parents[1]
TOOL = loaded("notebooks")
# What would differ on another machine, or in another run.
FOREIGN = re.compile(r"127\.0\.0\.1:\d+|0x[0-9a-f]{6,}|/(?:home|root|tmp|usr|work)/|[A-Z]:\\\\")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
VERBS = ("connect(", ".chat(", ".stream(", ".images.generate(", "ImagePart(", ".extract(", ".run(")

each = pytest.mark.parametrize("path", TOOL.NOTEBOOKS, ids=lambda path: path.stem)


def sources(notebook: Any, kind: str) -> str:
    """All cells of a *kind* as one text."""
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == kind)


@each
def test_cells_show_what_is_stored(path: Path, tmp_path: Path) -> None:
    """Every cell runs, and shows what readers see before they run it."""
    stored = TOOL.read(path)
    now = TOOL.executed(stored, tmp_path)

    assert TOOL.shown(now) == TOOL.shown(stored)


@each
def test_stored_notebooks_are_sound(path: Path) -> None:
    """It is valid, was run from top to bottom, and names neither places nor ports of a machine."""
    notebook = TOOL.read(path)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert (4, 5) == (notebook.nbformat, notebook.nbformat_minor)
    assert sorted(set(ids)) == sorted(ids)
    assert [*range(1, len(code) + 1)] == [cell.execution_count for cell in code]
    assert [] == FOREIGN.findall(str(TOOL.shown(notebook)))
    assert [] == [
        link
        for link in LINK.findall(sources(notebook, "markdown"))
        if not (path.parent / link).is_file()
    ]


def test_the_tour_shows_the_verbs() -> None:
    """The tour is there, leads through what it promises, and has rich outputs."""
    notebook = TOOL.read(ROOT / "docs" / "tour.ipynb")
    code = sources(notebook, "code")
    shown = str(TOOL.shown(notebook))

    assert [] == [verb for verb in (*VERBS, "FailoverPool(", ".map(") if verb not in code]
    assert all(kind in shown for kind in ("'text/markdown'", "'text/html'", "data:image/png"))


def test_failures_are_noticed(tmp_path: Path) -> None:
    """A cell that fails is an error; one that leaves this computer fails."""
    source = "import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=1)"
    notebook = new_notebook(cells=[new_code_cell(source)])

    with pytest.raises(CellExecutionError, match="tried to leave this computer"):
        TOOL.executed(notebook, tmp_path)


def test_stale_outputs_are_noticed() -> None:
    """Ports are no difference, nor the pieces that printed text comes in; words are."""

    def showing(*texts: str) -> Any:
        """What a notebook with one cell shows."""
        printed = {"output_type": "stream", "name": "stdout"}
        outputs = [nbformat.from_dict({**printed, "text": text}) for text in texts]
        cell = nbformat.from_dict({"cell_type": "code", "id": "a", "outputs": outputs})
        return TOOL.shown(nbformat.from_dict({"cells": [cell]}))

    assert showing("on", "e") == showing("one")
    assert showing("at 127.0.0.1:80") == showing("at 127.0.0.1:81")
    assert showing("one") != showing("two")
