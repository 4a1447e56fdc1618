"""
The Python blocks of the emulator's page run by themselves.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from polyvox.emulator.registry import available

PAGE = Path(__file__).parents[2] / "docs" / "emulator.md"
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.mark.skipif("dial" not in available(), reason="needs the generated DIAL package")
@pytest.mark.parametrize("block", BLOCKS, ids=range(1, len(BLOCKS) + 1))
def test_block_runs(block: str) -> None:
    """Each block is a program of its own, and its assertions hold."""
    names: dict[str, Any] = {}
    exec(compile(block, str(PAGE), "exec"), names)

    assert "Emulator" in names
