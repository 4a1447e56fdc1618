"""
The table of commands, and how the words of a command line become one call.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError, Parameter

from polyvox.cli.codes import TABLE, USAGE
from polyvox.cli.failing import complain, guarded
from polyvox.cli.helping import Columns
from polyvox.cli.screen import safe
from polyvox.version import __version__

__all__ = ["app", "run"]

_CODES = ", ".join(f"{code.number} {code.meaning}" for code in TABLE)

app = App(
    name="polyvox",
    usage="Usage: polyvox COMMAND [OPTIONS]",
    help="Chat with many backends from a terminal or a script.",
    version=__version__,
    help_formatter=Columns(),
    help_format="plaintext",
    help_epilogue=f"Exit status: {_CODES}.",
    group_arguments="Options",
    group_parameters="Options",
    default_parameter=Parameter(negative=(), show_default=False, show_choices=False),
    suppress_keyboard_interrupt=False,
    result_action="return_value",
    print_error=False,
    exit_on_error=False,
    verbose=False,
)

# Module and function -> what it takes, what it does. They are loaded when they are asked for.
_COMMANDS = {
    "chat": {"chat": ("[OPTIONS] [TEXT...]", "Ask a model, or talk with it.")},
    "models": {"models": ("[OPTIONS]", "List the models of a server.")},
    "doctor": {
        "doctor": ("[OPTIONS]", "Show which configuration counts, and check the way to the server.")
    },
    "files": {
        "ls": ("[OPTIONS] [PLACE]", "List a folder."),
        "cp": ("[OPTIONS] SOURCE TARGET", "Copy to a server, from it, or within it."),
        "rm": ("[OPTIONS] PLACE...", "Remove files; asks first on a terminal."),
        "cat": ("[OPTIONS] PLACE...", "Write the bytes of files to standard output."),
    },
    "completion": {
        "show": ("SHELL", "Print the script for a shell."),
        "install": ("SHELL [OPTIONS]", "Write the script where the shell looks for it."),
    },
}
_PLACES = """\
A place on a server begins with its backend: dial:reports/may.csv. A folder ends in a slash. \
What exists is replaced with --force only."""
# What groups of commands are for, and what is good to know about them.
_GROUPS = {
    "files": (
        "Files in the storage of a backend: ls, cp, rm, cat.",
        _PLACES,
    ),
    "completion": ("Completion of commands by the shell: show, install.", ""),
}
# With parsers of their own, which know --help.
_FORWARDED = {
    "serve": "Emulate every backend on this machine (extra 'emulator').",
    "generate": "Write clients from OpenAPI documents (extra 'generator').",
    "validate": "Lint OpenAPI documents (extra 'generator').",
    "check": "Compare clients with their documents (extra 'generator').",
}


def _add(parent: App, module: str, name: str, usage: str, text: str) -> None:
    path = "polyvox " + (name if parent is app else f"{parent.name[0]} {name}")
    parent.command(
        f"polyvox.cli.{module}:{name}",
        name=name,
        usage=f"Usage: {path} {usage}",
        help=text,
        help_epilogue=_GROUPS[module][1] if module in _GROUPS else "",
    )


for _module, _functions in _COMMANDS.items():
    _parent = app
    if _module in _GROUPS:
        _text, _epilogue = _GROUPS[_module]
        _usage = f"Usage: polyvox {_module} COMMAND"
        _parent = App(name=_module, usage=_usage, help=_text, help_epilogue=_epilogue)
        app.command(_parent)
    for _name, (_usage, _text) in _functions.items():
        _add(_parent, _module, _name, _usage, _text)
for _name, _text in _FORWARDED.items():
    app.command(
        f"polyvox.cli.forwarding:{_name}", name=_name, help=_text, help_flags=[], help_epilogue=""
    )


def run(arguments: Sequence[str]) -> int:
    """
    Run the command that *arguments* name, and give its exit status.

    Args:
        arguments: Without the program's name.
    """
    _prepare_streams()
    return guarded(lambda: _called(arguments))


def _called(arguments: Sequence[str]) -> int | None:
    try:
        result = app(arguments)
    except CycloptsError as error:
        name = " ".join(("polyvox", *(error.command_chain or ())))
        complain(" ".join(safe(str(error)).split()), f"See: {name} --help")
        return USAGE
    return result if isinstance(result, int) else None


def _prepare_streams() -> None:
    """Let no character and no missing stream be a reason to fail."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Closed by the caller, as with `>&-`.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 # stays open
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
