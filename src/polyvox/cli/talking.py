"""
A conversation on a terminal: a line, an answer, until Ctrl-D.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from polyvox import Conversation
from polyvox.cli.failing import complain, lines_of
from polyvox.cli.views import View, show
from polyvox.errors import ConfigError, PolyvoxError

__all__ = ["talk"]

_PROMPT = "> "
_HELLO = "Ctrl-D ends the conversation, Ctrl-C an answer."


def talk(
    client: Any, arguments: dict[str, Any], parts: list[Any], view: Callable[[], View]
) -> None:
    """
    Talk until the input ends.

    Args:
        client: Who answers.
        arguments: Model, system message, and options of every call.
        parts: Sent along with the first line.
        view: Makes what shows an answer.

    Raises:
        KeyboardInterrupt: At the prompt.
        ConfigError: The first call cannot work; later ones are reported, and the talk goes on.
    """
    with contextlib.suppress(ImportError):
        # Lets the line be edited, and remembers the ones before; Windows has none.
        import_module("readline")
    conversation: Conversation[Any] = Conversation(client, **arguments)
    sys.stderr.write(f"{_HELLO}\n")
    while (line := _line()) is not None:
        if not line.strip():
            continue
        try:
            with conversation.stream([line, *parts] if parts else line) as stream:
                show(stream, view())
        except KeyboardInterrupt:
            sys.stdout.write("\n")
        except PolyvoxError as error:
            if isinstance(error, ConfigError) and not len(conversation):
                raise
            complain(*lines_of(error))
        else:
            parts = []


def _line() -> str | None:
    """The next line; None at the end of the input."""
    try:
        return input(_PROMPT)
    except EOFError:
        sys.stdout.write("\n")
        return None
