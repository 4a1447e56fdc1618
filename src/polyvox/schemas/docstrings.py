"""
What a docstring says: a summary, and a text for each parameter of a function or member of a class.

Reads the styles of Google (`Args:`, `Attributes:`), reST (`:param x:`) and NumPy (underlined
`Parameters`). A docstring in none of them is all summary.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator

from attrs import field, frozen

__all__ = ["Docstring", "docstring_of"]

_MEMBERS = frozenset(
    {
        *("args", "arguments", "parameters", "params", "other args", "other parameters"),
        *("keyword args", "keyword arguments", "attributes", "fields", "keys", "members"),
    }
)
_OTHERS = frozenset(
    {
        *("returns", "return", "yields", "yield", "raises", "raise", "source", "usage"),
        *("warns", "warnings", "warning", "examples", "example", "note", "notes"),
        *("see also", "references", "todo", "methods"),
    }
)
_NAMES = r"\*{0,2}\w+(?:\s*,\s*\*{0,2}\w+)*"
# `name: text`, `name (type): text`, `first, second: text`
_GOOGLE = re.compile(rf"({_NAMES})\s*(?:\(.*?\))?\s*:(?:\s+(.*)|$)")
_FIELD = re.compile(r":(\w+)(?:\s+([^:]*?))?:(?:\s+(.*)|$)")
_FIELDS = frozenset(
    {"param", "parameter", "arg", "argument", "key", "keyword", "ivar", "var", "cvar", "attr"}
)
# `name : type`, `first, second`
_NUMPY = re.compile(rf"({_NAMES})\s*(?::.*)?")


@frozen
class Docstring:
    """
    What a docstring says.

    Attributes:
        summary: The text before the sections, paragraphs kept apart by empty lines.
        members: The text of each parameter or member that has one.
    """

    summary: str = ""
    members: dict[str, str] = field(factory=dict[str, str])

    @property
    def first_paragraph(self) -> str:
        """The summary's beginning."""
        return self.summary.partition("\n\n")[0]


def docstring_of(text: str | None) -> Docstring:
    """What the docstring *text* says; nothing without one."""
    lines = inspect.cleandoc(text or "").splitlines()
    summary: list[str] = []
    found: dict[str, str] = {}
    position = 0
    while position < len(lines):
        title = _title(lines, position)
        if title is not None:
            numpy = position + 1 < len(lines) and _is_rule(lines[position + 1])
            start = position + 1 + numpy
            position = _end(lines, start, numpy=numpy)
            if title in _MEMBERS:
                read = _numpy if numpy else _google
                found.update(read(lines[start:position]))
        elif _FIELD.match(lines[position]):
            start = position
            position = _end_of_entry(lines, start)
            found.update(_rest(lines[start:position]))
        else:
            summary.append(lines[position])
            position += 1
    return Docstring(_paragraphs(summary), {name: text for name, text in found.items() if text})


def _title(lines: list[str], position: int) -> str | None:
    """The title of the section that begins at *position*, in lower case."""
    line = lines[position]
    if line[:1].isspace():
        return None
    bare = line.strip().lower()
    if position + 1 < len(lines) and _is_rule(lines[position + 1]):
        return bare if bare in _MEMBERS | _OTHERS else None
    title = bare.removesuffix(":").strip()
    return title if bare.endswith(":") and title in _MEMBERS | _OTHERS else None


def _is_rule(line: str) -> bool:
    return len(line) >= 3 and not line.strip("-")


def _end(lines: list[str], start: int, *, numpy: bool) -> int:
    """Where the section ends that has its first line at *start*."""
    for position in range(start, len(lines)):
        line = lines[position]
        if _title(lines, position) is not None:
            return position
        # Google's sections are indented; NumPy's end at the next title only.
        if not numpy and line.strip() and not line[:1].isspace():
            return position
    return len(lines)


def _end_of_entry(lines: list[str], start: int) -> int:
    position = start + 1
    while position < len(lines) and lines[position][:1].isspace():
        position += 1
    return position


def _google(lines: list[str]) -> Iterator[tuple[str, str]]:
    for head, rest in _entries(inspect.cleandoc("\n".join(["", *lines])).splitlines()):
        match = _GOOGLE.fullmatch(head)
        if match:
            yield from _named(match[1], [match[2] or "", *rest])


def _numpy(lines: list[str]) -> Iterator[tuple[str, str]]:
    for head, rest in _entries(lines):
        match = _NUMPY.fullmatch(head)
        if match:
            yield from _named(match[1], rest)


def _rest(lines: list[str]) -> Iterator[tuple[str, str]]:
    match = _FIELD.fullmatch(lines[0].rstrip())
    if match and match[1].lower() in _FIELDS and match[2]:
        # `:param int count: ...` has the type before the name.
        yield from _named(match[2].split()[-1], [match[3] or "", *lines[1:]])


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Lines that are not indented, each with the indented and empty ones after it."""
    entry: tuple[str, list[str]] | None = None
    for line in lines:
        if line[:1].isspace() or not line:
            if entry is not None:
                entry[1].append(line)
            continue
        if entry is not None:
            yield entry
        entry = line.rstrip(), []
    if entry is not None:
        yield entry


def _named(names: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    text = " ".join(line.strip() for line in lines if line.strip())
    for name in names.split(","):
        yield name.strip().lstrip("*"), text


def _paragraphs(lines: Iterable[str]) -> str:
    """The *lines* with each paragraph on one line, and one empty line between two."""
    text = "\n".join(line.rstrip() for line in lines)
    joined = (re.sub(r"\s*\n\s*", " ", part.strip()) for part in re.split(r"\n\s*\n", text))
    return "\n\n".join(part for part in joined if part)
