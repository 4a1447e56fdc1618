"""
A configuration file for a test, and what the backends' tables say.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from polyvox.backends.registry import BACKENDS
from polyvox.config.fields import Fields

__all__ = ["TABLES", "refusal", "written"]

TABLES: dict[str, Fields] = {
    name: import_module(f"polyvox.backends.{name}.identity").FIELDS for name in BACKENDS
}


def written(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, mode: int = 0o600) -> Path:
    """A file in *folder* with this *text*, which POLYVOX_CONFIG names."""
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    path.chmod(mode)
    monkeypatch.setenv("POLYVOX_CONFIG", str(path))
    return path


def refusal(function: Any, *args: Any, **keywords: Any) -> str:
    """The text of the ConfigError that a call gives; it has a hint."""
    from polyvox.errors import ConfigError

    with pytest.raises(ConfigError) as caught:
        function(*args, **keywords)
    assert caught.value.hint
    return str(caught.value)
