"""
The commands of `python -m polyvox_generator`, as one table.

A command is a module with `configure(parser)` and `run(arguments) -> int` (the exit status); it is
imported only when it is the one asked for.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from polyvox_generator.errors import PolyvoxGeneratorError

__all__ = ["COMMANDS", "main"]

COMMANDS = {
    "check": ("polyvox_generator.check", "compare generated packages with their specifications"),
    "generate": ("polyvox_generator.generate", "write the packages of all specifications"),
    "validate": ("polyvox_generator.validate", "lint OpenAPI documents"),
}
"""Name -> (module, help line)."""


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run one command and give its exit status.

    Args:
        argv: Arguments without the program's name; those of this process by default.

    Returns:
        What the command gives: 0 when all is well, 1 for findings, 2 for usage or unreadable files.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    name = given[0] if given and given[0] in COMMANDS else None
    parser = argparse.ArgumentParser(
        prog="polyvox_generator", description="OpenAPI documents to typed clients."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command, (module, summary) in COMMANDS.items():
        inner = commands.add_parser(command, help=summary, description=summary)
        if command == name:
            try:
                import_module(module).configure(inner)
            except ModuleNotFoundError as error:
                print(_not_installed(error), file=sys.stderr)
                return 2
    arguments = parser.parse_args(given)
    try:
        status: int = import_module(COMMANDS[arguments.command][0]).run(arguments)
    except PolyvoxGeneratorError as error:
        print(error, file=sys.stderr)
        return 2
    return status


def _not_installed(error: ModuleNotFoundError) -> str:
    return (
        f"The generator needs the package {error.name!r}, which is not installed. "
        'Run: pip install "polyvox[generator]"'
    )
