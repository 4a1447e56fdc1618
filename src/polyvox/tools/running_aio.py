"""
Runs of clients for asyncio; apart from the blocking ones, so that those load no asyncio.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polyvox.tools.results import Run
from polyvox.tools.running import rounds_of
from polyvox.tools.running import run as run_flow
from polyvox.tools.streaming import AsyncRunStream, RunSource
from polyvox.tools.toolbox import Tools
from polyvox.types import ChatInput
from polyvox_core.run_async import AsyncRunner

__all__ = ["run", "stream"]


async def run(
    client: Any, chat: ChatInput, tools: Tools, args: tuple[Any, ...], options: Mapping[str, Any]
) -> Run[Any]:
    """A run of a client for asyncio."""
    rounds = rounds_of(client, chat, tools, options, is_async=True)
    return await AsyncRunner.for_calls().run(run_flow(rounds, client.chat, args))


def stream(
    client: Any, chat: ChatInput, tools: Tools, args: tuple[Any, ...], options: Mapping[str, Any]
) -> AsyncRunStream[Any]:
    """A run of a client for asyncio, as it happens."""
    rounds = rounds_of(client, chat, tools, options, is_async=True)
    return AsyncRunStream(AsyncRunner.for_calls(), RunSource(rounds, client.stream, args))
