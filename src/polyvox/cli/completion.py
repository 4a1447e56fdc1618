"""
`polyvox completion`: what makes a shell complete our commands and options.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from polyvox.cli.failing import complain
from polyvox.cli.screen import write
from polyvox.errors import ConfigError

__all__ = ["install", "show"]

Shell = Literal["bash", "zsh", "fish"]
_Shell = Annotated[Shell, Parameter(metavar="SHELL")]


def show(shell: _Shell) -> None:
    """
    Print the script for a shell.

    Args:
        shell: bash, zsh or fish.
    """
    from polyvox.cli.app import app  # noqa: PLC0415 - the app loads this module

    write(app.generate_completion(prog_name="polyvox", shell=shell))


def install(shell: _Shell, *, output: Path | None = None, startup: bool = False) -> None:
    """
    Write the script where the shell looks for it.

    Args:
        shell: bash, zsh or fish.
        output: Write it to this file instead.
        startup: Also add a line to the shell's start-up file, where it needs one.
    """
    from polyvox.cli.app import app  # noqa: PLC0415 - the app loads this module

    try:
        path = app.install_completion(shell=shell, output=output, add_to_startup=startup)
    except OSError as error:
        msg = f"The completion script cannot be written: {error}."
        raise ConfigError(msg, hint="Name another file with --output.") from None
    complain(f"Wrote {path}. It counts in the next shell that you start.")
