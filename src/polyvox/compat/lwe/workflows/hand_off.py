"""
Workflows handed to Ansible, when it is asked for and installed.

The command is started without a shell and without a terminal; the variables travel in a file that
only the user may read.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from attrs import field, frozen

from polyvox.errors import ConfigError
from polyvox_core.json import dumps

__all__ = ["Played", "aplay", "play"]

_PROGRAM = "ansible-playbook"


@frozen
class Played:
    """What the command left: its exit status and its output."""

    status: int
    stdout: str = field(repr=False)
    stderr: str = field(repr=False)


@contextmanager
def _command(
    path: Path, variables: Mapping[str, Any]
) -> Generator[tuple[list[str], dict[str, str]]]:
    """The command and its environment, while the file with the variables exists."""
    program = shutil.which(_PROGRAM)
    if program is None:
        msg = f"The command {_PROGRAM!r} is not installed."
        raise ConfigError(msg, hint="Run: pip install ansible-core, or leave engine= out.")
    # `mkstemp` makes files that nobody else may read.
    handle, name = tempfile.mkstemp(prefix="polyvox-", suffix=".json")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(dumps(dict(variables)))
        yield [program, str(path), "--extra-vars", f"@{name}"], {**os.environ, **_settings()}
    finally:
        Path(name).unlink(missing_ok=True)


def _settings() -> dict[str, str]:
    """LWE's own modules, where LWE is installed."""
    spec = find_spec("lwe")
    for place in (spec.submodule_search_locations or []) if spec else []:
        file = Path(place, "ansible.cfg")
        if file.is_file() and "ANSIBLE_CONFIG" not in os.environ:
            return {"ANSIBLE_CONFIG": str(file)}
    return {}


def play(path: Path, variables: Mapping[str, Any]) -> Played:
    """
    Run the file *path* with Ansible.

    Raises:
        ConfigError: Ansible is not installed.
    """
    with _command(path, variables) as (command, environment):
        done = subprocess.run(  # noqa: S603 - a program of the user's PATH, no shell
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    return Played(done.returncode, done.stdout, done.stderr)


async def aplay(path: Path, variables: Mapping[str, Any]) -> Played:
    """Same as `play`, for asyncio; cancelling it ends the command."""
    with _command(path, variables) as (command, environment):
        process = await asyncio.create_subprocess_exec(
            *command,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            out, err = await process.communicate()
        except BaseException:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            raise
    status = process.returncode or 0
    return Played(status, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))
