"""
The command `polyvox`: chats, models, files, a doctor, and the emulator and the generator.

A leaf over the public names: nothing imports it. This module loads neither cyclopts nor rich, which
come with the extra `cli`; each command is loaded when it is the one asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]

_EXTRA = ("cyclopts", "rich", "docstring_parser", "markdown_it")


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
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        package = (error.name or "").partition(".")[0]
        sys.stderr.write(
            f"polyvox: The command line needs the package {package!r}, which is not installed. "
            'Run: pip install "polyvox[cli]"\n'
        )
        return 2
    except KeyboardInterrupt:
        return 130
    return run(given)
