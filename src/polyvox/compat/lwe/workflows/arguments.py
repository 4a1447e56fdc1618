"""
Variables for a workflow in one line, as LWE takes them: `topic=cats style='plain words'`.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from typing import Any

from polyvox.errors import ConfigError

__all__ = ["pairs_of", "variables_of"]


def pairs_of(text: str) -> list[tuple[str, str]]:
    """
    The names and values in *text*; values with spaces stand in quotes.

    Raises:
        ConfigError: A part has no equals sign, or a quote is left open.
    """
    try:
        parts = shlex.split(text)
    except ValueError as error:
        msg = f"The arguments {text[:80]!r} cannot be read: {error}."
        raise ConfigError(msg, hint="Close every quote, or pass a dict.") from None
    pairs: list[tuple[str, str]] = []
    for part in parts:
        name, equals, value = part.partition("=")
        if not equals or not name:
            msg = f"The argument {part[:80]!r} has no name and value."
            raise ConfigError(msg, hint="Write name=value, or pass a dict.")
        pairs.append((name, value))
    return pairs


def variables_of(given: str | Mapping[str, Any] | None) -> dict[str, Any]:
    """
    The variables in *given*: a line, or a mapping whose values may be of any type.

    Raises:
        ConfigError: The line cannot be read.
    """
    if given is None:
        return {}
    return dict(given) if isinstance(given, Mapping) else dict(pairs_of(given))
