"""
`If-Match` and `If-None-Match` as newer DIAL Core understands them.

Source: ai-dial-core 2026, EtagHeader.
"""

from __future__ import annotations

from polyvox.emulator.calls import Call
from polyvox.emulator.dial.store import Item
from polyvox.emulator.errors import Refusal

__all__ = ["check_preconditions", "not_modified"]


def check_preconditions(call: Call, item: Item | None) -> None:
    """
    Check that *item*, the present state, is what the caller expects before a change.

    Raises:
        Refusal: 412 with the words of DIAL Core.
    """
    check_match(call, item)
    if item is not None and matches(call.header("if-none-match"), item):
        raise Refusal(412, "Resource already exists")


def check_match(call: Call, item: Item | None) -> None:
    """
    Check `If-Match` alone.

    Raises:
        Refusal: 412 if *item* exists and has another entity tag.
    """
    wanted = tags(call.header("if-match"))
    if item is not None and wanted and "*" not in wanted and item.etag not in wanted:
        raise Refusal(412, f"If-match condition is failed for etag: {item.etag}")


def not_modified(call: Call, item: Item) -> bool:
    """
    Whether the caller already holds the content of *item*.

    Raises:
        Refusal: 412 if `If-Match` fails.
    """
    check_match(call, item)
    return matches(call.header("if-none-match"), item)


def matches(header: str, item: Item) -> bool:
    """Whether *header* lists the entity tag of *item*, or all."""
    listed = tags(header)
    return "*" in listed or item.etag in listed


def tags(header: str) -> set[str]:
    """The entity tags in *header*, without quotes."""
    return {tag.strip().removeprefix("W/").strip('"') for tag in header.split(",")} - {""}
