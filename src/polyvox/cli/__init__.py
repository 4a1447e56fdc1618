"""
The command `polyvox`: chats, models, files, a doctor, and the emulator and the generator.

A leaf over the public names: nothing imports it. This module loads neither cyclopts nor rich, which
come with the extra `cli`; each command is loaded when it is the one asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from polyvox.cli.missing import what_to_install

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run one command and give its exit status.

    Args:
        argv: Arguments without the program's name; those of this process by default.

    Returns:
        0 when all is well; `polyvox --help` and `polyvox.cli.codes` list the others.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    if given == ["--version"]:
        from polyvox.version import __version__  # noqa: PLC0415 - the one thing needed here

        print(__version__)  # noqa: T201 # a command prints
        return 0
    try:
        from polyvox.cli.app import run  # noqa: PLC0415 - needs the extra
    except ModuleNotFoundError as error:
        advice = what_to_install(error)
        if advice is None:
            raise
        sys.stderr.write(f"polyvox: {advice}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return run(given)
