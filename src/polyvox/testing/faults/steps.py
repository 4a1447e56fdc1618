"""
Steps of a script: what the fault server does with one request, as plain values.

A script is a list or tuple of steps. The server reads the whole request, carries the steps out one
by one, and then waits for the next request on the same connection, unless a step ended it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import frozen

from polyvox_core.errors import ConfigError

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
    "script_from",
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

_STEPS: Final = (Send, Dribble, Repeat, Silence, Reset, End, Unread, HeadOnly)
_HINT: Final = "A script is a list of steps, such as [answer({}), End()]; a lone step will do, too."


def script_from(value: Script | Step) -> tuple[Step, ...]:
    """
    The script that *value* stands for; a lone step is a script of one step.

    Raises:
        ConfigError: It is neither a step nor a list of steps.
    """
    if isinstance(value, _STEPS):
        return (value,)
    if isinstance(value, str):
        msg = f"A fault server takes scripts, and got the text {value!r}."
        raise ConfigError(msg, hint=f"A scenario is played by FaultServer.of({value!r}).")
    if not isinstance(value, list | tuple):
        msg = f"A fault server takes scripts, and got {type(value).__name__}."
        raise ConfigError(msg, hint=_HINT)
    for place, step in enumerate(value):
        _check(step, place)
    return tuple(value)


def _check(step: object, place: int) -> None:
    if not isinstance(step, _STEPS):
        msg = f"Item {place} of a script is no step: {type(step).__name__}."
        raise ConfigError(msg, hint=_HINT)
    if place and isinstance(step, Unread | HeadOnly):
        msg = f"{type(step).__name__} must be the first step of its script, and is item {place}."
        raise ConfigError(msg, hint="Move it to the front.")
