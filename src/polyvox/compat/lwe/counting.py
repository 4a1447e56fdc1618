"""
How long the messages of a request are, and which are left out when they are too long.

Tokens are estimated, four characters each, unless the backend is given a counter: no table of a
tokenizer is ever downloaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from polyvox.compat.lwe.shapes import is_list, is_mapping
from polyvox.parts import Part
from polyvox_core.errors import ConfigError

__all__ = ["Counter", "estimate", "fitted"]

Counter = Callable[[str], int]

_EACH_MESSAGE = 4
_EACH_PART = 85
_SYSTEM = ("system", "developer")


def estimate(text: str) -> int:
    """About how many tokens *text* has."""
    return (len(text) + 3) // 4


def _count(message: dict[str, Any], counter: Counter) -> int:
    return _EACH_MESSAGE + sum(
        _count_value(value, counter) for key, value in message.items() if key != "role"
    )


def _count_value(value: Any, counter: Counter) -> int:
    if isinstance(value, str):
        return counter(value)
    if is_mapping(value):
        if value.get("type") not in {None, "text", "function"}:
            return _EACH_PART
        return sum(_count_value(one, counter) for key, one in value.items() if key != "type")
    if is_list(value):
        return sum(_count_value(one, counter) for one in value)
    return _EACH_PART if isinstance(value, Part) else 0


def fitted(
    messages: Sequence[dict[str, Any]], limit: int | None, counter: Counter
) -> list[dict[str, Any]]:
    """
    The *messages* that fit into *limit* tokens: the oldest turns are left out.

    A turn is a message of the user with the answers and tool results that follow; system messages
    and the last turn stay.

    Raises:
        ConfigError: What must stay is too long.
    """
    if limit is None:
        return list(messages)
    counted = [(message, _count(message, counter)) for message in messages]
    total = sum(count for _, count in counted)
    starts = [place for place, (one, _) in enumerate(counted) if one["role"] == "user"]
    dropped: set[int] = set()
    for start, end in pairwise(starts):
        if total <= limit:
            break
        turn = [n for n in range(start, end) if counted[n][0]["role"] not in _SYSTEM]
        dropped.update(turn)
        total -= sum(counted[n][1] for n in turn)
    if total > limit:
        msg = f"No messages to send: about {total} tokens must be sent, {limit} are allowed."
        raise ConfigError(msg, hint="Ask something shorter, or raise max_submission_tokens.")
    return [one for place, (one, _) in enumerate(counted) if place not in dropped]
