"""
Blocks of the seed documents that call `asyncio.run` themselves: run outside of any event loop.
"""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from seed_blocks import SEEDS, mended
from seed_mends import Mend, Preparation

__all__ = ["blocks_of", "listed", "rows_of", "run_block"]

PAGE = Path(__file__).parents[2] / "docs" / "seeds.md"


def blocks_of(document: str) -> list[str]:
    """The Python blocks of the seed *document*; the last one may lack its end."""
    text = (SEEDS / document).read_text("utf-8")
    return re.findall(r"```python\n(.*?)(?:```|\Z)", text, re.DOTALL)


def run_block(
    number: int,
    block: str,
    mends: Iterable[Mend],
    preparations: Iterable[Preparation],
    names: dict[str, Any],
) -> None:
    """Run block *number* with *names*, which it may change; it may await at its top."""
    before = [one.code for one in preparations if one.block == number]
    code = "\n".join([*before, mended(number, block, mends)])
    compiled = compile(code, "<seed>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    result = eval(compiled, names)
    if inspect.isawaitable(result):
        asyncio.run(_awaited(result))


async def _awaited(result: Any) -> None:
    await result


def _code(text: str) -> str:
    return f"`{' '.join(text.split())}`"


def listed(mends: Iterable[Mend], preparations: Iterable[Preparation]) -> list[str]:
    """The rows that the page about the documents must have for these."""
    return [
        *(
            f"| {mend.block or 'all'} | {_code(mend.old).replace('|', chr(92) + '|')} "
            f"| {_code(mend.new)} | {mend.reason} |"
            for mend in mends
        ),
        *(f"| {one.block} | {_code(one.code)} | {one.reason} |" for one in preparations),
    ]


def rows_of(heading: str) -> list[str]:
    """The rows of all tables below *heading* of the page, without their heads."""
    section = PAGE.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [
        line
        for line in section.splitlines()
        if line.startswith("| ") and not line.startswith(("| ---", "| block"))
    ]
