"""
Tool files: `<name>.py` with a class of that name. Loading one runs it, as any import does.

Only folders that the user configured are looked at, and a file is loaded when a preset or request
names it.
"""

from __future__ import annotations

import hashlib
import inspect
import sys
import threading
from collections.abc import Callable, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from polyvox.errors import ConfigError

__all__ = ["ToolFiles"]

_Stamp = tuple[int, int]


class ToolFiles:
    """
    The tool files of some folders.

    Args:
        folders: Where to look; a later folder wins.
    """

    def __init__(self, folders: Callable[[], Sequence[Path]]) -> None:
        self._folders = folders
        self._loaded: dict[Path, tuple[_Stamp, ModuleType]] = {}
        self._lock = threading.RLock()

    def paths(self) -> dict[str, Path]:
        """The files by the names of their tools; none is loaded."""
        return {
            path.stem: path
            for folder in self._folders()
            for path in sorted(folder.glob("*.py"))
            if path.stem.isidentifier() and not path.stem.startswith("_")
        }

    def find(self, name: str) -> type[Any] | None:
        """
        The class of the tool *name*, loaded anew when its file has changed.

        Raises:
            ConfigError: The file cannot be loaded, or holds no such class.
        """
        path = self.paths().get(name)
        if path is None:
            return None
        wanted = name.replace("_", "").lower()
        for found in vars(self._module(path)).values():
            if inspect.isclass(found) and found.__name__.lower() == wanted:
                return found
        called = "".join(part.title() for part in name.split("_"))
        msg = f"The tool file {str(path)!r} has no class {called!r}."
        raise ConfigError(msg, hint=f"Write: class {called}(Tool) with a method __call__.")

    def _module(self, path: Path) -> ModuleType:
        with self._lock:
            found = path.stat()
            stamp = (found.st_mtime_ns, found.st_size)
            known = self._loaded.get(path)
            if known is None or known[0] != stamp:
                known = self._loaded[path] = (stamp, _executed(path))
            return known[1]


def _executed(path: Path) -> ModuleType:
    place = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:12]
    name = f"polyvox_lwe_tools_{place}_{path.stem}"
    spec = spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    # Types that are written as texts are looked up through here.
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        raise _unloadable(path, error) from error
    return module


def _unloadable(path: Path, error: Exception) -> ConfigError:
    msg = f"The tool file {str(path)!r} cannot be loaded: {type(error).__name__}: {error}."
    missing = error.name if isinstance(error, ModuleNotFoundError) else None
    if missing is not None and missing.partition(".")[0] == "lwe":
        return ConfigError(msg, hint="Write polyvox.compat.lwe where it imports lwe.")
    return ConfigError(msg, hint="Mend the file.")
