"""
Writes docs/reliability.md from a run of the suite: `python tests/reliability/page.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypedDict

from checklist import CHECKLIST, NOT_APPLICABLE, SECTIONS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reliability.md"
SHELLS = ("sync", "async")
INTRODUCTION = """\
<!-- Written by `make reliability` from a run of the tests; edit tests/reliability instead. -->

# Reliability

What was done to the clients, on purpose, and what came out. Every row is a test that runs for the
blocking client and for the asyncio client from one table, mostly against a
[scripted fault server](testing.md) on raw sockets; {rows} rows for {ids} ids in the last run.

"In time" means: within the limit that the row names, plus at most two seconds.
`partial` is the reply as far as it had arrived. An error of a name that is not explained here is a
class of `polyvox.errors`.
"""


class Row(TypedDict):
    """What one test tells."""

    id: str
    done: str
    came_out: str
    shell: str


def collected() -> list[Row]:
    """
    The rows of a run of the suite.

    Raises:
        SystemExit: A test failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        suite = str(Path(__file__).with_name("test_reliability.py"))
        options = ["-n", "2", "--reliability-report", str(report)]
        ended = subprocess.run([sys.executable, "-m", "pytest", suite, *options], check=False)
        if ended.returncode:
            raise SystemExit(ended.returncode)
        rows: list[Row] = json.loads(report.read_text("utf-8"))
        return rows


def rendered(rows: list[Row]) -> str:
    """The page for *rows*."""
    parts = [INTRODUCTION.format(rows=len({row["done"] for row in rows}), ids=len(CHECKLIST))]
    for letter, title in SECTIONS.items():
        parts.append(f"\n## {letter}: {title}\n\n")
        parts.append(
            "| id | done to the client | came out | sync | async |\n|---|---|---|---|---|\n"
        )
        for ident in (one for one in CHECKLIST if one.startswith(f"{letter}-")):
            parts += _lines(ident, [row for row in rows if row["id"] == ident])
    return "".join(parts)


def _lines(ident: str, rows: list[Row]) -> list[str]:
    if ident in NOT_APPLICABLE:
        return [
            _line(ident, CHECKLIST[ident], f"Does not apply. {NOT_APPLICABLE[ident]}", "-", "-")
        ]
    lines: list[str] = []
    # Workers finish in any order, and the page must not change with it.
    for done in sorted({row["done"] for row in rows}):
        outcome = {row["shell"]: row["came_out"] for row in rows if row["done"] == done}
        both = " / ".join(dict.fromkeys(outcome[shell] for shell in SHELLS if shell in outcome))
        marks = ["yes" if shell in outcome else "MISSING" for shell in SHELLS]
        lines.append(_line(ident, done, both, *marks))
    return lines


def _line(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(rendered(collected()), "utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} is written\n")
