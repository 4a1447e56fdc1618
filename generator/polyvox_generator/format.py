"""Formatting of emitted code with the pinned ruff; the same text whoever runs it, wherever."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from polyvox_generator.errors import PolyvoxGeneratorError

__all__ = ["CannotFormat", "format_tree"]

# The program itself, without a Python around it; the package has no types to import.
_find_ruff: Callable[[], str] = import_module("ruff").find_ruff_bin
_COMMON = [
    "--isolated",
    "--no-cache",
    "--line-length",
    "100",
    "--target-version",
    "py311",
]
_COMMANDS = (
    ["check", "--fix-only", "--select", "I,F401,UP", *_COMMON, "."],
    ["format", *_COMMON, "."],
)


class CannotFormat(PolyvoxGeneratorError):
    """ruff refused emitted code."""


def format_tree(folder: Path) -> None:
    """
    Sort imports, drop unused ones, and format every file below *folder*.

    Raises:
        CannotFormat: ruff is missing, or the code is not valid Python.
    """
    for command in _COMMANDS:
        # The folder is the working directory, so that ruff sees no first-party packages nearby.
        try:
            subprocess.run(  # noqa: S603  # fixed arguments, no shell
                [_find_ruff(), *command],
                cwd=folder,
                capture_output=True,
                text=True,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError) as error:
            detail = str(getattr(error, "stderr", "") or error).strip()[:500]
            msg = (
                f"ruff {command[0]} failed on emitted code: {detail}. Install the pinned ruff "
                "(extra `generator`), or mend the template."
            )
            raise CannotFormat(msg) from error
