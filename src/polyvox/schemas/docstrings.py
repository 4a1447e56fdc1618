"""
What docstrings say about the members of a class and the arguments of a function.

Read are sections in the styles of Google and NumPy, and the fields of reStructuredText.
"""

from __future__ import annotations

import inspect
import re

__all__ = ["described_members"]

_SECTION = re.compile(r"(Args|Arguments|Attributes|Fields|Keys|Members|Parameters):?")
_MEMBER = re.compile(r"\*{0,2}(\w+)(?: ?\([^)]*\))? ?:(?: +(.*))?")
_FIELD = re.compile(r":(?:param|parameter|arg|ivar|var|cvar|attr)(?: [^:]+)? (\w+): *(.*)")


def described_members(docstring: str | None) -> tuple[str, dict[str, str]]:
    """The first paragraph of a *docstring*, and what it says about each member by name."""
    lines = inspect.cleandoc(docstring or "").splitlines()
    paragraph: list[str] = []
    for line in lines:
        if not line.strip() or _FIELD.match(line) or line.rstrip().removesuffix(":") in _ENDS:
            break
        paragraph.append(line.strip())
    members: dict[str, list[str]] = {}
    for start, line in enumerate(lines):
        if _SECTION.fullmatch(line.strip()) and line == line.lstrip():
            _read_section(lines[start + 1 :], members)
        elif found := _FIELD.match(line):
            members[found[1]] = [found[2], *_indented(lines[start + 1 :], 0)]
    texts = {name: " ".join(filter(None, pieces)) for name, pieces in members.items()}
    return " ".join(paragraph), {name: text for name, text in texts.items() if text}


_ENDS = frozenset({"Args", "Arguments", "Attributes", "Fields", "Keys", "Parameters", "Returns"})


def _read_section(lines: list[str], members: dict[str, list[str]]) -> None:
    """Take the members of a section, whose *lines* begin after its title."""
    underlined = bool(lines) and bool(re.fullmatch(r"-{3,} *", lines[0]))
    lines = lines[1:] if underlined else lines
    indent = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    if not underlined and not indent:
        return
    for number, line in enumerate(lines):
        depth = len(line) - len(line.lstrip())
        if line.strip() and depth < indent:
            return
        if depth == indent and line.strip():
            after = lines[number + 1] if number + 1 < len(lines) else ""
            if underlined and re.fullmatch(r"-{3,} *", after):
                return
            found = _MEMBER.fullmatch(line.strip())
            name = line.strip() if underlined and line.strip().isidentifier() else None
            if found or name:
                text = "" if underlined or not found else found[2] or ""
                key = found[1] if found else name or ""
                members[key] = [text, *_indented(lines[number + 1 :], indent)]


def _indented(lines: list[str], indent: int) -> list[str]:
    """The *lines* that go on with a member whose first line is indented by *indent*."""
    pieces: list[str] = []
    for line in lines:
        if not line.strip() or len(line) - len(line.lstrip()) <= indent:
            break
        pieces.append(line.strip())
    return pieces
