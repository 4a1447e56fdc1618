"""
The names of the transports; `named` makes them.
"""

from __future__ import annotations

from polyvox_core.errors import ConfigError
from polyvox_core.nearest import did_you_mean

__all__ = ["NAMES", "checked_name"]

NAMES = ("own", "httpx", "httpx2", "aiohttp")
"""What `transport=` takes as a text; the default first."""


def checked_name(name: str) -> str:
    """
    The *name* of a transport.

    Raises:
        ConfigError: There is none of that name.
    """
    if name not in NAMES:
        hint = did_you_mean(name, NAMES, f"There are: {', '.join(NAMES)}.")
        msg = f"There is no transport {name[:40]!r}."
        raise ConfigError(msg, hint=hint)
    return name
