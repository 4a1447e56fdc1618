"""
The scripts of `tools/` as modules, so that tests can call what is in them.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

__all__ = ["TOOLS", "loaded"]

TOOLS = Path(__file__).parents[1] / "tools"


def loaded(name: str) -> Any:
    """The script `tools/<name>.py` as a module."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
