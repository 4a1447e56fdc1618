"""
`lock.json`: hashes that tie a generated package to what it was made from.

The generator's hash covers only what shapes the output: the linter may change without a trace.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

__all__ = ["generator_hash", "lock_text", "read_lock", "sha256", "tree_files", "tree_hash"]

_HOME = Path(__file__).parent
_SHAPING = (
    "bundle.py", "emit/**/*.py", "format.py", "load.py", "lower/**/*.py", "parse.py", "pointers.py",
    "scalars.py", "shapes.py", "templates/*.jinja",
)  # fmt: skip
_PINNED = ("openapi-python-client", "ruff")


def sha256(*parts: bytes) -> str:
    """Hash of *parts*, each with its length, so that no two lists give the same bytes."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def generator_hash() -> str:
    """Hash of the sources and the pinned tools that shape the output."""
    files = sorted(file for pattern in _SHAPING for file in _HOME.glob(pattern))
    tools = [f"{name}=={version(name)}".encode() for name in _PINNED]
    return sha256(*tools, *_named(_HOME, files))


def tree_files(folder: Path) -> list[Path]:
    """Files below *folder*, sorted; byte code does not count."""
    found = (path for path in folder.rglob("*") if path.is_file())
    kept = (path for path in found if "__pycache__" not in path.parts)
    return sorted(kept, key=lambda path: path.relative_to(folder).as_posix())


def tree_hash(folder: Path) -> str:
    """Hash of names and contents of the files below *folder*."""
    return sha256(*_named(folder, tree_files(folder)))


def _named(root: Path, files: Iterable[Path]) -> list[bytes]:
    parts: list[bytes] = []
    for file in files:
        content = file.read_bytes().replace(b"\r\n", b"\n")
        parts += [file.relative_to(root).as_posix().encode(), content]
    return parts


def lock_text(entries: dict[str, dict[str, str]]) -> str:
    """Text of `lock.json` for *entries*: backend -> what -> hash."""
    return json.dumps(dict(sorted(entries.items())), indent=2) + "\n"


def read_lock(file: Path) -> dict[str, dict[str, str]]:
    """Entries of a lock file; none when it is missing or damaged, which `check` then shows."""
    try:
        found: Any = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return cast("dict[str, dict[str, str]]", found) if isinstance(found, dict) else {}
