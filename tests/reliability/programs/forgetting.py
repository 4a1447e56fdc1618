"""A client that made a call is forgotten; its warnings are printed, one a line."""

from __future__ import annotations

import asyncio
import gc
import sys
import warnings

import polyvox
from polyvox.testing.faults import FaultServer


def forget(url: str) -> None:
    """The blocking client."""
    client = polyvox.Dial(base_url=url, api_key="key", trust_env=False)
    client.chat("Hi", model="m")


async def aforget(url: str) -> None:
    """Same, for asyncio."""
    # The first call loads the HTTP library, which asyncio reports as slow in its debug mode.
    asyncio.get_running_loop().slow_callback_duration = 60
    client = polyvox.AsyncDial(base_url=url, api_key="key", trust_env=False)
    await client.chat("Hi", model="m")
    del client
    gc.collect()
    await asyncio.sleep(0)


if __name__ == "__main__":
    with FaultServer.of("answer") as server, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        if sys.argv[1] == "async":
            asyncio.run(aforget(server.url))
        else:
            forget(server.url)
        gc.collect()
    for one in caught:
        sys.stdout.write(f"{one.category.__name__}: {one.message}\n")
