"""Calls, a broken stream and a left stream; then everything is closed."""

from __future__ import annotations

import asyncio
import gc
import sys

import polyvox
from polyvox.testing.faults import FaultServer


def main(url: str) -> None:
    """The blocking client."""
    with polyvox.Dial(base_url=url, api_key="key", trust_env=False) as client:
        for _ in client.stream("Hi", model="m"):
            pass
        with client.stream("Hi", model="m") as stream:
            next(stream)
    gc.collect()


async def amain(url: str) -> None:
    """Same, for asyncio."""
    # The first call loads the HTTP library, which asyncio reports as slow in its debug mode.
    asyncio.get_running_loop().slow_callback_duration = 60
    async with polyvox.AsyncDial(base_url=url, api_key="key", trust_env=False) as client:
        async for _ in client.stream("Hi", model="m"):
            pass
        async with client.stream("Hi", model="m") as stream:
            await anext(stream)
    gc.collect()


if __name__ == "__main__":
    with FaultServer.of("stream") as server:
        if sys.argv[1] == "async":
            asyncio.run(amain(server.url))
        else:
            main(server.url)
