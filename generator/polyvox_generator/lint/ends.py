"""`x-stream-end`: whether a rule list is well-formed, and whether an example stream meets it."""

from __future__ import annotations

from typing import Any

from polyvox_generator.lint.values import as_list, as_map, quote
from polyvox_generator.pointers import is_list

__all__ = ["fault", "is_met", "rule_fault"]

_TESTS = ("data", "path", "event", "count")
NEVER = "never"


def fault(ends: object) -> str:
    """What is wrong with the whole value of `x-stream-end`, or an empty text."""
    if ends == NEVER or as_list(ends):
        return ""
    return f"x-stream-end is {quote(ends)}. Write `never` or a list of rules."


def rule_fault(rule: object) -> str:
    """What is wrong with one *rule*, or an empty text."""
    value = as_map(rule)
    kinds = [key for key in _TESTS if key in value]
    if len(kinds) != 1:
        return f"The end rule {quote(rule)} must have exactly one of {', '.join(_TESTS)}."
    kind = kinds[0]
    allowed = {kind, "equals", "in"} if kind == "path" else {kind}
    extra = sorted(value.keys() - allowed)
    if extra:
        return f"The end rule has {extra[0]!r}, which means nothing beside {kind!r}. Remove it."
    if not _is_sound(kind, value[kind]):
        wanted = "a pointer that starts with a slash" if kind == "path" else "of the right type"
        return f"{kind!r} is {quote(value[kind])} in the end rule. Make it {wanted}."
    if "in" in value and ("equals" in value or not as_list(value["in"])):
        return "`in` takes a list of values, and excludes `equals`. Keep one of the two."
    return ""


def is_met(ends: object, items: list[Any], payloads: list[Any]) -> bool:
    """
    Whether some rule of *ends* fires in a complete example.

    Args:
        ends: A well-formed value of `x-stream-end`.
        items: The items as the item schema describes them.
        payloads: Their decoded payloads, terminators left out.
    """
    rules = [as_map(rule) for rule in as_list(ends)]
    return ends == NEVER or any(_fires(rule, items, payloads) for rule in rules)


def _is_sound(kind: str, value: object) -> bool:
    if kind == "count":
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    return isinstance(value, str) and (kind != "path" or value.startswith("/"))


def _fires(rule: dict[str, Any], items: list[Any], payloads: list[Any]) -> bool:
    if "count" in rule:
        return bool(len(items) >= rule["count"])
    if "path" in rule:
        parts = rule["path"].split("/")[1:]
        found = [value for payload in payloads for value in _at(payload, parts)]
        if "equals" in rule:
            return rule["equals"] in found
        if "in" in rule:
            return any(value in rule["in"] for value in found)
        return any(value is not None for value in found)
    key = "data" if "data" in rule else "event"
    return any(as_map(item).get(key) == rule[key] for item in items)


def _at(value: object, parts: list[str]) -> list[Any]:
    """Values that the path *parts* reach in *value*; `*` reaches every member."""
    if not parts:
        return [value]
    head, rest = parts[0], parts[1:]
    if is_list(value):
        members = {str(index): item for index, item in enumerate(value)}
    else:
        members = as_map(value)
    chosen = list(members.values()) if head == "*" else [members[head]] if head in members else []
    return [found for item in chosen for found in _at(item, rest)]
