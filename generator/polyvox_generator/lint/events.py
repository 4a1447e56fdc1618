"""
Literal example streams, taken apart: server-sent events, JSON lines and JSON sequences.

Written apart from the SDK's parsers on purpose: the linter checks the examples that test those.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from polyvox_generator.lint.media import EVENT_STREAM, JSON_SEQUENCE, base

__all__ = ["Item", "StreamFault", "parse_stream"]

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Item:
    """
    One item of a stream.

    Args:
        line: Line in the literal text where it begins, from 0.
        value: What the item schema describes: the event as an object, or the JSON value.
    """

    line: int
    value: Any


class StreamFault(ValueError):
    """
    A literal stream cannot be read on.

    Args:
        line: Line in the literal text, from 0.
        message: What is wrong, and what to do.
    """

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def parse_stream(media_type: str, text: str) -> list[Item]:
    """
    Items of the literal stream *text*.

    Raises:
        StreamFault: The text is no complete stream of *media_type*.
    """
    if base(media_type) == EVENT_STREAM:
        return list(_events(text))
    if base(media_type) == JSON_SEQUENCE:
        records = text.split("\x1e")
        lines = [text.count("\n", 0, text.find(record)) for record in records]
    else:
        records = text.split("\n")
        lines = list(range(len(records)))
    pairs = zip(lines, records, strict=True)
    return [Item(line, _json(line, record)) for line, record in pairs if record.strip()]


@dataclass(slots=True)
class _Event:
    """An event that is being read."""

    line: int = 0
    lines: list[str] = field(default_factory=list[str])
    fields: dict[str, Any] = field(default_factory=dict[str, Any])


def _events(text: str) -> Iterator[Item]:
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    tail = lines.pop()
    event = _Event()
    for number, line in enumerate(lines):
        if not line:
            if event.lines:
                yield Item(event.line, {**event.fields, "data": "\n".join(event.lines)})
            event = _Event()
        elif not line.startswith(":"):
            _read_field(event, number, line)
    if event.lines or tail:
        message = "the last event is not closed by a blank line. End the text with one (YAML `|+`)"
        raise StreamFault(event.line, message)


def _read_field(event: _Event, number: int, line: str) -> None:
    name, _, value = line.partition(":")
    value = value.removeprefix(" ")
    if not event.lines and not event.fields:
        event.line = number
    if name == "data":
        event.lines.append(value)
    elif name in ("event", "id"):
        event.fields[name] = value
    elif name == "retry" and value.isdecimal():
        event.fields[name] = int(value)


def _json(line: int, record: str) -> Any:
    try:
        return json.loads(record)
    except ValueError as error:
        message = f"an item is not JSON: {error}. Correct it"
        raise StreamFault(line, message) from error
