"""
Blocks of the seed documents: finding, mending and running them.
"""

from __future__ import annotations

import ast
import asyncio
import inspect
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from seed_mends import Mend, Preparation

__all__ = ["SEEDS", "Page", "blocks_of", "console_values", "mended", "squeezed"]

SEEDS = Path(
    os.environ.get("POLYVOX_SEEDS") or Path(__file__).parents[3] / "shared" / "seeds"
).absolute()
_CLOSERS = ("aclose", "close")


def blocks_of(document: str, language: str) -> list[str]:
    """The blocks of a *language* in the seed *document*, in their order."""
    text = (SEEDS / document).read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def mended(number: int, block: str, mends: Iterable[Mend]) -> str:
    """Block *number* with its mends; each of them must find something to replace."""
    for mend in mends:
        if mend.block == number:
            assert mend.old in block, f"block {number} has no {mend.old!r}"
        if mend.block in {0, number}:
            block = block.replace(mend.old, mend.new)
    return block


class Page:
    """
    The blocks of one document as one program, run piece by piece in one event loop.

    Args:
        names: What the first block finds.
    """

    def __init__(self, **names: Any) -> None:
        self.names = names
        self._loop = asyncio.Runner()
        self._closable: dict[int, Any] = {}

    def run(self, code: str) -> None:
        """Run *code*, which may await."""
        compiled = compile(code, "<seed>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        self._loop.run(self._run(compiled))
        for value in self.names.values():
            if any(hasattr(value, name) for name in _CLOSERS) and not isinstance(value, type):
                self._closable[id(value)] = value

    async def _run(self, compiled: Any) -> None:
        result = eval(compiled, self.names)
        if inspect.isawaitable(result):
            await result

    def prepare(self, number: int, preparations: Iterable[Preparation]) -> None:
        """Run what block *number* takes for granted."""
        for preparation in preparations:
            if preparation.block == number:
                self.run(preparation.code)

    def close(self) -> None:
        """Close every client and pool that a block made."""
        for value in self._closable.values():
            if hasattr(value, "aclose"):
                self._loop.run(value.aclose())
            else:
                value.close()
        self._loop.close()


def console_values(block: str) -> list[str]:
    """The values that a console block prints, as source text."""
    values = re.split(r"^>>> .*\n", block, flags=re.MULTILINE)
    return [value for value in values if value.strip()]


def squeezed(source: str) -> str:
    """The *source* of a value on one line, without comments, blanks as Python prints them."""
    return ast.unparse(ast.parse(source.strip()))
