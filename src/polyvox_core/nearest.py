"""
Advice about a name that nobody knows: the nearest one that somebody does.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["did_you_mean"]


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """A question that names the nearest of the *known* names, or *otherwise* if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - a millisecond that only slips need

    near = get_close_matches(name, [*known], n=1)
    return f"Did you mean {near[0]!r}?" if near else otherwise
