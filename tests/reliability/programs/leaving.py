"""Streams left after one event, on two connections; prints by how many MB memory grew."""

from __future__ import annotations

import asyncio
import gc
import sys
from pathlib import Path

import polyvox
from polyvox.testing.faults import FaultServer

WARM = 100


def resident() -> float:
    """Memory of this process, in MB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


def main(server: FaultServer, count: int) -> float:
    """The blocking client."""
    url = server.url
    with polyvox.Dial(base_url=url, api_key="key", trust_env=False, max_connections=2) as client:
        for number in range(count):
            if number == WARM:
                begin = resident()
            # The server keeps what it was sent, which is no leak of the client.
            server.requests.clear()
            with client.stream("Hi", model="m") as stream:
                next(stream)
        return resident() - begin


async def amain(server: FaultServer, count: int) -> float:
    """Same, for asyncio."""
    url = server.url
    # The first call loads the HTTP library, which asyncio reports as slow in its debug mode.
    asyncio.get_running_loop().slow_callback_duration = 60
    async with polyvox.AsyncDial(
        base_url=url, api_key="key", trust_env=False, max_connections=2
    ) as client:
        for number in range(count):
            if number == WARM:
                begin = resident()
            # The server keeps what it was sent, which is no leak of the client.
            server.requests.clear()
            async with client.stream("Hi", model="m") as stream:
                await anext(stream)
        return resident() - begin


if __name__ == "__main__":
    times = int(sys.argv[2])
    with FaultServer.of("stream_silence", limit=600.0) as server:
        run = asyncio.run(amain(server, times)) if sys.argv[1] == "async" else None
        sys.stdout.write(str(run if run is not None else main(server, times)))
