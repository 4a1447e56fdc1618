"""One module-level client in three event loops, one after another."""

from __future__ import annotations

import asyncio
import sys

import polyvox
from polyvox.testing.faults import FaultServer

SERVER = FaultServer.of("answer").__enter__()
ASYNC = sys.argv[1] == "async"
CLIENT = (polyvox.AsyncDial if ASYNC else polyvox.Dial)(
    base_url=SERVER.url, api_key="key", trust_env=False
)


async def chat() -> str:
    """One chat, within a loop."""
    # The first call loads the HTTP library, which asyncio reports as slow in its debug mode.
    asyncio.get_running_loop().slow_callback_duration = 60
    reply = CLIENT.chat("Hi", model="m")
    return str(await reply if ASYNC else reply)


if __name__ == "__main__":
    sys.stdout.write(" ".join(asyncio.run(chat()) for _ in range(3)))
    if not ASYNC:
        CLIENT.close()
    SERVER.__exit__(None, None, None)
