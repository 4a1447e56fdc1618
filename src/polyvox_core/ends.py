"""
When a stream is complete: the end rules of its specification, applied item by item.

Two kinds of signs. A last item (`[DONE]`, a named event, `done: true`, a count) ends the stream
there and then. A non-null value at a path (`finish_reason`) makes an end legitimate, but more may
follow; with a `*` in the path, every element that was seen must have one.
"""

from __future__ import annotations

from typing import Any

from polyvox_core.operation import EndRule, StreamRule
from polyvox_core.shapes import is_array, is_object

__all__ = ["LITERAL_MAX", "EndTracker"]


_Path = tuple[str, ...]


# A payload that is longer is an item; the literals are short, and so are blanks around them.
LITERAL_MAX = 64


class EndTracker:
    """
    Watches one stream for its end.

    Args:
        rule: The stream's specification.

    Attributes:
        over: A last item was seen; nothing after it counts.
    """

    __slots__ = (
        "_awaited",
        "_closed",
        "_count",
        "_open",
        "_rules",
        "_seen",
        "_terminators",
        "over",
    )

    def __init__(self, rule: StreamRule) -> None:
        self._terminators = frozenset(end.data for end in rule.ends if end.data is not None)
        self._rules = tuple(_compiled(end) for end in rule.ends if end.data is None)
        self._count = 0
        self._seen = False
        self._awaited = False
        self._open: set[Any] = set()
        self._closed: set[Any] = set()
        self.over = False

    @property
    def begun(self) -> bool:
        """Whether there was an item."""
        return self._count > 0

    @property
    def single(self) -> bool:
        """Whether there was one item, and it promises no more."""
        return self._count == 1 and not self._awaited

    @property
    def complete(self) -> bool:
        """Whether an end of the stream would be legitimate now."""
        settled = self._seen and not self._open and not self._awaited
        return self.begun and (self.over or settled)

    def is_terminator(self, payload: str) -> bool:
        """Whether *payload* is the literal that ends the stream."""
        if len(payload) <= LITERAL_MAX and payload.strip() in self._terminators:
            self.over = True
        return self.over

    def observe(self, event: str, value: Any) -> None:
        """Take note of one item: its event name and its decoded *value*."""
        self._count += 1
        for rule, head, tail in self._rules:
            if head is not None:
                self._observe_path(rule, head, tail, value)
            elif rule.event is not None:
                self.over = self.over or event == rule.event
            elif rule.count is not None:
                self.over = self.over or self._count >= rule.count

    def _observe_path(self, rule: EndRule, head: _Path, tail: _Path | None, value: Any) -> None:
        found = value.get(head[0]) if len(head) == 1 and is_object(value) else _at(value, head)
        if tail is not None:
            if is_array(found):
                self._observe_elements(found, tail)
        elif rule.values:
            self.over = self.over or found in rule.values
            # A server that says `done: false` will say `done: true`.
            self._awaited = self._awaited or found is False
        else:
            self._seen = self._seen or found is not None

    def _observe_elements(self, found: list[Any], tail: _Path) -> None:
        # Nearly always a single name: no call for it.
        name = tail[0] if len(tail) == 1 else None
        for position, element in enumerate(found):
            if not is_object(element):
                continue
            key = element.get("index", position)
            if not isinstance(key, int):
                key = position
            sign = element.get(name) if name else _at(element, tail)
            if sign is not None:
                self._closed.add(key)
                self._open.discard(key)
                self._seen = True
            elif key not in self._open and key not in self._closed:
                # What follows the end of an element, such as its usage, does not reopen it.
                self._open.add(key)


def _names(pointer: str) -> _Path:
    return tuple(pointer.split("/")[1:])


def _compiled(rule: EndRule) -> tuple[EndRule, _Path | None, _Path | None]:
    """The *rule* with its path split: up to a `*`, and behind it."""
    if rule.path is None:
        return rule, None, None
    head, star, tail = rule.path.partition("/*/")
    return rule, _names(head), _names(f"/{tail}") if star else None


def _at(value: Any, path: _Path) -> Any:
    try:
        for name in path:
            value = value.get(name)
    except AttributeError:
        # Something on the way is no object.
        return None
    return value
