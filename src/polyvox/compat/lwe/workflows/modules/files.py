"""
Modules for files of this computer; paths count from the current folder, and are not confined.

Source: ansible-core, modules copy, file, slurp and stat; only the results that workflows use.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import shutil
import stat as modes
from collections.abc import Callable
from pathlib import Path
from typing import Any

from polyvox.compat.lwe.workflows.modules.calling import ModuleCall, TaskFault
from polyvox_core.flow import Flow, Work
from polyvox_core.json import dumps

__all__ = ["copy", "done", "file", "slurp", "stat", "write"]


def done(function: Callable[[], dict[str, Any]]) -> Flow[dict[str, Any]]:
    """
    What *function* makes of files, away from the event loop.

    Raises:
        TaskFault: A file could not be read or written.
    """
    try:
        result: dict[str, Any] = yield Work(function)
    except OSError as error:
        msg = f"{error.strerror or error}: {str(error.filename or '')!r}"
        raise TaskFault(msg, errno=error.errno) from error
    return result


def copy(call: ModuleCall) -> Flow[dict[str, Any]]:
    """Write content, or the content of another file, to a file."""
    given = call.arguments

    def work() -> dict[str, Any]:
        dest: Path = given["dest"]
        source: Path | None = given.get("src")
        if source is None:
            content = _bytes_of(given["content"])
        else:
            content = source.read_bytes()
            if dest.is_dir():
                dest /= source.name
        return write(dest, content, given.get("mode"), force=given.get("force", True))

    return (yield from done(work))


def _bytes_of(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    return dumps(content) if isinstance(content, dict | list) else str(content).encode()


def write(dest: Path, content: bytes, mode: Any = None, *, force: bool = True) -> dict[str, Any]:
    """
    Write *content* to *dest*, unless it is there already.

    Args:
        dest: The file; its folder must exist.
        content: What it shall hold.
        mode: Its permissions, as in `"0600"`.
        force: Whether other content is replaced.

    Returns:
        `dest`, `changed`, `checksum`, `size` and `mode`.
    """
    before = dest.read_bytes() if dest.is_file() else None
    changed = before is None or (force and before != content)
    if changed:
        dest.write_bytes(content)
    if mode is not None:
        changed = _set_mode(dest, mode) or changed
    held = content if changed or before is None else before
    return {"dest": str(dest), "changed": changed, **_facts(dest), "checksum": _sha1(held)}


def _set_mode(path: Path, mode: Any) -> bool:
    """Give *path* the permissions *mode*, and say whether that changed them."""
    try:
        wanted = int(str(mode), 8) if not isinstance(mode, int) else mode
    except ValueError:
        msg = f"The mode {mode!r} is no octal number. Write it in quotes: '0644'."
        raise TaskFault(msg) from None
    if modes.S_IMODE(path.stat().st_mode) == wanted:
        return False
    path.chmod(wanted)
    return True


def _sha1(content: bytes) -> str:
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()


def _facts(path: Path) -> dict[str, Any]:
    found = path.stat()
    return {
        "size": found.st_size,
        "mode": f"{modes.S_IMODE(found.st_mode):04o}",
        "state": "directory" if path.is_dir() else "file",
    }


def stat(call: ModuleCall) -> Flow[dict[str, Any]]:
    """What there is at a path, in `stat`; `stat.exists` is false when there is nothing."""
    path: Path = call.arguments["path"]

    def work() -> dict[str, Any]:
        try:
            found = path.stat()
        except OSError as error:
            if error.errno not in {errno.ENOENT, errno.ENOTDIR}:
                raise
            return {"stat": {"exists": False}}
        known = {
            "exists": True,
            "path": str(path),
            "isdir": path.is_dir(),
            "isreg": path.is_file(),
            "islnk": path.is_symlink(),
            "size": found.st_size,
            "mtime": found.st_mtime,
            "mode": f"{modes.S_IMODE(found.st_mode):04o}",
        }
        if path.is_file() and call.arguments.get("get_checksum", True):
            known["checksum"] = _sha1(path.read_bytes())
        return {"stat": known}

    return (yield from done(work))


def slurp(call: ModuleCall) -> Flow[dict[str, Any]]:
    """The content of a file in base64."""
    source: Path = call.arguments["src"]

    def work() -> dict[str, Any]:
        content = base64.b64encode(source.read_bytes()).decode()
        return {"content": content, "encoding": "base64", "source": str(source)}

    return (yield from done(work))


def file(call: ModuleCall) -> Flow[dict[str, Any]]:
    """Make a folder (`directory`), an empty file (`touch`), or nothing of a path (`absent`)."""
    path: Path = call.arguments["path"]
    state = call.arguments.get("state", "file")
    if state not in _STATES:
        msg = f"The state {state!r} is none of {', '.join(_STATES)}."
        raise TaskFault(msg)

    def work() -> dict[str, Any]:
        changed = _STATES[state](path)
        if state != "absent" and call.arguments.get("mode") is not None:
            changed = _set_mode(path, call.arguments["mode"]) or changed
        return {"path": str(path), "state": state, "changed": changed}

    return (yield from done(work))


def _directory(path: Path) -> bool:
    existed = path.is_dir()
    path.mkdir(parents=True, exist_ok=True)
    return not existed


def _touch(path: Path) -> bool:
    path.touch()
    return True


def _absent(path: Path) -> bool:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
        return True
    existed = path.exists() or path.is_symlink()
    path.unlink(missing_ok=True)
    return existed


def _present(path: Path) -> bool:
    path.stat()
    return False


_STATES: dict[str, Callable[[Path], bool]] = {
    "absent": _absent,
    "directory": _directory,
    "file": _present,
    "touch": _touch,
}
