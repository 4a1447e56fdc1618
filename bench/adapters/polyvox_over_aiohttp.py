"""polyvox over aiohttp, which serves Async clients only."""

from __future__ import annotations

from pathlib import Path

import polyvox
from bench.adapters import Got
from bench.adapters.polyvox_facade import FILE
from bench.wire import Messages
from polyvox.types import Event, TextDelta

__all__ = ["Adapter"]


class Adapter:
    """`AsyncDial(transport="aiohttp")`."""

    def __init__(self, url: str) -> None:
        self._aclient = polyvox.AsyncDial(base_url=url, api_key="key", transport="aiohttp")

    async def achat(self, messages: Messages) -> str:
        return (await self._aclient.chat(messages, model="gpt-4o")).text

    async def astream(self, got: Got) -> None:
        async with self._aclient.stream("Hi", model="gpt-4o") as events:
            async for event in events:
                got(event)

    async def aupload(self, source: Path) -> None:
        await self._aclient.files.upload(source, to=FILE)

    async def adownload(self, target: Path) -> None:
        await self._aclient.files.download(FILE, to=target, overwrite=True)

    def text(self, event: Event) -> str:
        return event.text if type(event) is TextDelta else ""
