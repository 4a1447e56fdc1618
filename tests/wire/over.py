"""Each transport in each shell that it has, for tests that compare them."""

from __future__ import annotations

from typing import Any

from shells import SHELLS, Shell

__all__ = ["PAIRS", "Over"]

PAIRS = [
    (shell, name)
    for name in ("own", "httpx", "httpx2", "aiohttp")
    for shell in SHELLS
    if (shell, name) != ("sync", "aiohttp")
]


class Over:
    """
    One shell over one transport.

    Args:
        shell: The shell.
        name: Of the transport.
    """

    def __init__(self, shell: Shell, name: str) -> None:
        self.shell = shell
        self.name = name

    def dial(self, url: str, **arguments: Any) -> Any:
        """A client of AI DIAL, closed at the end."""
        return self.shell.dial(base_url=url, transport=self.name, **arguments)
