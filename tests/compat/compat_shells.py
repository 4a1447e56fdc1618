"""
The two shells of the drop-in surface of aidial-client, driven in one way.
"""

from __future__ import annotations

from typing import Any

from shells import Shell

import polyvox.compat.aidial_client as aidial
from polyvox.emulator import Emulator

__all__ = ["QUESTION", "CompatShell"]

QUESTION = [{"role": "user", "content": "Hi there"}]


class CompatShell(Shell):
    """A shell whose clients are those of the drop-in surface."""

    def client(self, emulator: Emulator, **arguments: Any) -> Any:
        """A `Dial` or `AsyncDial` of the surface over *emulator*, closed at the end."""
        return self.client_of(**{"base_url": emulator.dial_url, "api_key": "dial-key", **arguments})

    def client_of(self, base_url: str, **arguments: Any) -> Any:
        """A client of the server at *base_url*, without retries, closed at the end."""
        kind = aidial.AsyncDial if self.is_async else aidial.Dial
        client = kind(base_url=base_url, **{"max_retries": 0, **arguments})
        self._clients.append(client)
        return client

    def pool(self, **options: Any) -> Any:
        """A pool, closed at the end."""
        kind = aidial.AsyncDialClientPool if self.is_async else aidial.DialClientPool
        pool = kind(**options)
        self._clients.append(pool)
        return pool

    def home(self, client: Any) -> Any:
        """Where the files of *client* are."""
        return self.call(client.my_files_home)

    def whole(self, response: Any) -> bytes:
        """All bytes of a download."""
        return bytes(self.call(response.aget_content if self.is_async else response.get_content))

    def saved(self, response: Any, path: Any) -> None:
        """Write a download to *path*."""
        self.call(response.awrite_to if self.is_async else response.write_to, path)

    def within(self, opening: Any, use: Any) -> Any:
        """What *use* makes of the response of *opening*, inside its with block."""
        if self.is_async:
            return self.done(_awithin(self, opening, use))
        with opening as response:
            return use(response)


async def _awithin(shell: CompatShell, opening: Any, use: Any) -> Any:
    async with opening as response:
        return await use(response)
