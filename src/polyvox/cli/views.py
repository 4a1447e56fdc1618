"""
Ways to show an answer as it arrives: plain text, a line of JSON for each event, Markdown.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import Any, Protocol, cast

import attrs

from polyvox.cli.screen import print_json, write
from polyvox.types import Done, Event, Reply, TextDelta

__all__ = ["JsonLines", "Plain", "View", "event_as_json", "reply_as_json", "show", "tell_usage"]

_WORD = re.compile(r"(?<!^)(?=[A-Z])")
_FACTS = (
    "text",
    "model",
    "finish_reason",
    "usage",
    "reasoning",
    "refusal",
    "tool_calls",
    "id",
    "request_id",
)


class View(Protocol):
    """Shows one answer."""

    def take(self, event: Event) -> None:
        """Show one more *event*."""
        ...

    def finish(self) -> None:
        """Leave the screen as it should stay, after a failure too."""
        ...


class Plain:
    """Text, piece by piece, and nothing but the text."""

    def __init__(self) -> None:
        self._last = "\n"

    def take(self, event: Event) -> None:
        """Write the text in *event*, if it has some."""
        if isinstance(event, TextDelta) and event.choice == 0 and event.text:
            # First, since Ctrl-C may come while it is written.
            self._last = event.text
            write(event.text)

    def finish(self) -> None:
        """End the line."""
        if not self._last.endswith("\n"):
            write("\n")


class JsonLines:
    """Each event as one line of JSON; the last one has the whole reply."""

    def take(self, event: Event) -> None:
        """Write the line of *event*."""
        print_json(event_as_json(event), lines=True)

    def finish(self) -> None:
        """Nothing is left to do."""


def event_as_json(event: Event) -> dict[str, Any]:
    """An *event* as a JSON object; `event` tells which one it is, such as `text_delta`."""
    name = _WORD.sub("_", type(event).__name__).lower().removesuffix("_event")
    if isinstance(event, Done):
        return {"event": name, "reply": reply_as_json(event.reply)}
    return {"event": name, **_facts(event)}


def reply_as_json(reply: Reply) -> dict[str, Any]:
    """The whole *reply* as a JSON object."""
    return {name: _plain(getattr(reply, name)) for name in _FACTS}


def _facts(value: Any) -> dict[str, Any]:
    """What an attrs object has, without what its repr leaves out; nothing for other values."""
    kind: Any = value.__class__
    return attrs.asdict(value, filter=_shown) if attrs.has(kind) else {}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in cast("Any", value)]
    return _facts(value) or value


def _shown(attribute: attrs.Attribute[Any], value: Any) -> bool:
    del value
    return attribute.repr is not False


def show(events: Iterable[Event], view: View) -> None:
    """
    Show *events* until they end.

    Raises:
        PolyvoxError: They broke; what had arrived stays on the screen.
    """
    try:
        for event in events:
            view.take(event)
    finally:
        view.finish()


def tell_usage(client: Any) -> None:
    """Say on standard error what the calls of *client* used, and what that costs."""
    used = client.usage
    words = f"{used.prompt_tokens} + {used.completion_tokens} = {used.total_tokens} tokens"
    if used.calls == used.unmeasured:
        words = "tokens unknown"
    if used.cost is not None:
        words += f", cost {used.cost.normalize():f}"
    sys.stderr.write(f"usage: {words}\n")
