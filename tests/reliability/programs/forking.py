"""A client with an open connection crosses a fork; both sides use it."""

from __future__ import annotations

import asyncio
import os
import sys

import polyvox
from polyvox.testing.faults import FaultServer

ASYNC = sys.argv[1] == "async"


def chat(client: polyvox.Dial | polyvox.AsyncDial) -> str:
    """One chat; in a loop of its own for asyncio."""

    async def achat() -> str:
        """Same, awaited."""
        # The first call loads the HTTP library, which asyncio reports as slow in its debug mode.
        asyncio.get_running_loop().slow_callback_duration = 60
        return str(await client.chat("Hi", model="m"))  # type: ignore[misc]  # one of the two

    return asyncio.run(achat()) if ASYNC else str(client.chat("Hi", model="m"))


if __name__ == "__main__":
    with FaultServer.of("answer") as server:
        made = (polyvox.AsyncDial if ASYNC else polyvox.Dial)(
            base_url=server.url, api_key="key", trust_env=False
        )
        chat(made)
        child = os.fork()
        if not child:
            os.write(1, f"child {chat(made)}\n".encode())
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert status == 0
        sys.stdout.write(f"parent {chat(made)}\n")
        assert len(server.requests) == 3
        assert server.connections.count == (3 if ASYNC else 2)
        if not ASYNC:
            made.close()
