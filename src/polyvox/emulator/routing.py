"""
From a raw request path to an operation: templates compiled to patterns, most specific first.

A literal segment beats a parameter, a parameter beats one that spans segments, and a template
with a trailing slash differs from the one without. Values are percent-decoded after matching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from polyvox.emulator.document import Operation

__all__ = ["Match", "Router"]

FIELD = re.compile(r"\{([^{}]+)\}")
LITERAL, PARAMETER, SEGMENTS, END = range(4)


@dataclass(frozen=True)
class Match:
    """The operation that answers, with the decoded values of its path parameters."""

    operation: Operation
    values: Mapping[str, str]


@dataclass(frozen=True)
class Route:
    """One template, compiled."""

    pattern: re.Pattern[str]
    names: tuple[str, ...]
    rank: tuple[int, ...]
    operation: Operation


class Router:
    """
    Finds the operation for a method and a raw path.

    Args:
        operations: Every operation of one document.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        """Compile the templates of *operations*."""
        self._routes = sorted(map(compiled, operations), key=lambda route: route.rank)

    def find(self, method: str, path: str) -> Match | None:
        """The operation for *method* at the percent-encoded *path*; None if there is none."""
        for route in self._routes:
            found = route.pattern.fullmatch(path)
            if found is not None and route.operation.method == method:
                values = (unquote(value) for value in found.groups())
                return Match(route.operation, dict(zip(route.names, values, strict=True)))
        return None

    def methods(self, path: str) -> tuple[str, ...]:
        """The methods that some operation has at *path*, sorted; empty for an unknown path."""
        matching = (route for route in self._routes if route.pattern.fullmatch(path))
        return tuple(sorted({route.operation.method for route in matching}))


def compiled(operation: Operation) -> Route:
    """The pattern and the rank of the operation's template."""
    wide = {item.name: item for item in operation.parameters if item.place == "path"}
    pattern: list[str] = []
    rank: list[int] = []
    for segment in operation.template.split("/"):
        expression, kind = "", LITERAL
        for index, piece in enumerate(FIELD.split(segment)):
            if index % 2 == 0:
                expression += re.escape(piece)
                continue
            parameter = wide.get(piece)
            spans = parameter is not None and parameter.segments
            some = "*" if parameter is not None and parameter.may_be_empty else "+"
            expression += f"(.{some})" if spans else f"([^/]{some})"
            kind = max(kind, SEGMENTS if spans else PARAMETER)
        pattern.append(expression)
        rank.append(kind)
    return Route(
        re.compile("/".join(pattern)),
        tuple(FIELD.findall(operation.template)),
        (*rank, END),
        operation,
    )
