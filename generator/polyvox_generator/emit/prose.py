"""Docstrings: the words of the specification, wrapped and safe inside triple quotes."""

from __future__ import annotations

import re
import textwrap

from polyvox_generator.shapes import Call, Record

__all__ = ["call_docstring", "docstring", "record_docstring"]

_WIDTH = 100
_OPTIONS = "Limits, retries and headers of this call alone."
_RAISES = "No usable answer came; the subclass says why."


def docstring(text: str, indent: int, default: str) -> str:
    """Docstring with *text*, or *default* when it is empty, for code indented by *indent*."""
    return _quoted(_paragraphs(text or default), indent)


def record_docstring(record: Record) -> str:
    """Docstring of a model, with a list of its described attributes."""
    lines = _paragraphs(record.description or f"The object `{record.name}`.")
    entries = [(field.name, field.description) for field in record.fields if field.description]
    return _quoted(lines + _section("Attributes", entries, 4), 4)


def call_docstring(call: Call, arguments: list[tuple[str, str]], returns: str) -> str:
    """Docstring of a method: summary, description, arguments, result, errors and source."""
    text, source = _source(call.description)
    blocks = [_paragraphs(call.summary or f"Call `{call.id}`."), _paragraphs(text)]
    if call.body is not None:
        arguments = [*arguments, ("body", call.body.description or "What to send.")]
    blocks.append(_section("Args", [*arguments, ("options", _OPTIONS)], 8)[1:])
    if returns:
        blocks.append(["Returns:", *_hanging(returns, 8)])
    blocks.append(_section("Raises", [("PolyvoxError", _RAISES)], 8)[1:])
    blocks.append(_paragraphs(source))
    lines = [line for block in blocks if block for line in ["", *block]]
    return _quoted(lines[1:], 8)


def _source(description: str) -> tuple[str, str]:
    before, word, after = description.rpartition("Source:")
    return (before, word + after) if word else (description, "")


def _paragraphs(text: str) -> list[str]:
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*[-*] )", text.strip()):
        if paragraph.strip():
            lines += ["", " ".join(paragraph.split())]
    return lines[1:]


def _section(title: str, entries: list[tuple[str, str]], indent: int) -> list[str]:
    if not entries:
        return []
    lines = ["", f"{title}:"]
    for name, text in entries:
        lines += _hanging(f"{name}: {' '.join(text.split())}", indent)
    return lines


def _hanging(text: str, indent: int) -> list[str]:
    width = _WIDTH - indent
    return textwrap.wrap(
        " ".join(text.split()),
        width,
        initial_indent="    ",
        subsequent_indent="        ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _quoted(lines: list[str], indent: int) -> str:
    escaped = [line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for line in lines]
    if len(escaped) == 1 and len(escaped[0]) + indent + 6 <= _WIDTH and escaped[0][-1] != '"':
        return f'"""{escaped[0]}"""'
    pad = " " * indent
    wrapped: list[str] = []
    for line in escaped:
        if line.startswith(" ") or not line:
            wrapped.append(line)
        else:
            wrapped += textwrap.wrap(
                line, _WIDTH - indent, break_long_words=False, break_on_hyphens=False
            )
    body = "\n".join(f"{pad}{line}".rstrip() for line in wrapped)
    return f'"""\n{body}\n{pad}"""'
