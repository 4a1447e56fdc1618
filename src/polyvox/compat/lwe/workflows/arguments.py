"""
Variables for a workflow in one line, as LWE takes them: `topic=cats style='plain words'`.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from itertools import count
from typing import Any

from polyvox.errors import ConfigError

__all__ = ["pairs_of", "variables_of"]


# Spaces and quotes inside of expressions divide nothing.
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def pairs_of(text: str) -> list[tuple[str, str]]:
    """
    The names and values in *text*; values with spaces stand in quotes, or in braces.

    Raises:
        ConfigError: A part has no equals sign, or a quote is left open.
    """
    text = text.replace("\0", "")
    expressions = _EXPRESSION.findall(text)
    numbers = count()
    try:
        parts = shlex.split(_EXPRESSION.sub(lambda _: f"\0{next(numbers)}\0", text))
    except ValueError as error:
        msg = f"The arguments {text[:80]!r} cannot be read: {error}."
        raise ConfigError(msg, hint="Close every quote, or pass a dict.") from None
    pairs: list[tuple[str, str]] = []
    for part in parts:
        whole = re.sub(r"\0(\d+)\0", lambda match: expressions[int(match[1])], part)
        name, equals, value = whole.partition("=")
        if not equals or not name:
            msg = f"The argument {whole[:80]!r} has no name and value."
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
