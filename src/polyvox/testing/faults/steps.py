"""
Steps of a script: what the fault server does with one request, as plain values.

A script is a sequence of steps. The server reads the whole request, carries the steps out one by
one, and then waits for the next request on the same connection, unless a step ended it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from attrs import frozen

__all__ = [
    "Dribble",
    "End",
    "HeadOnly",
    "Repeat",
    "Reset",
    "Script",
    "Send",
    "Silence",
    "Step",
    "Unread",
]


@frozen
class Send:
    """Send *content* at once."""

    content: bytes


@frozen
class Dribble:
    """
    Send *content* in small pieces.

    Attributes:
        content: What is sent in the end.
        seconds: Wait after each piece.
        size_bytes: Length of a piece.
    """

    content: bytes
    seconds: float = 0.05
    size_bytes: int = 1


@frozen
class Repeat:
    """
    Send *content* over and over, until the client leaves.

    Attributes:
        content: What is sent each time.
        seconds: Wait after each time.
        times: How often; None is for ever.
    """

    content: bytes
    seconds: float = 0.02
    times: int | None = None


@frozen
class Silence:
    """Send nothing for *seconds*; None waits until the client leaves."""

    seconds: float | None = None


@frozen
class Reset:
    """Tear the connection down with a reset (RST); what was not delivered is lost."""


@frozen
class End:
    """Close the connection in good order (FIN), whatever was promised."""


@frozen
class Unread:
    """As the first step: act as soon as the connection is there, without reading anything."""


@frozen
class HeadOnly:
    """As the first step: read the request's head, and leave its body where it is."""


Step: TypeAlias = Send | Dribble | Repeat | Silence | Reset | End | Unread | HeadOnly
Script: TypeAlias = Sequence[Step]
