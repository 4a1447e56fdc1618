"""polyvox as its README shows it: `Dial.chat` and `Dial.stream` with typed events."""

from __future__ import annotations

from pathlib import Path

import polyvox
from bench.adapters import Got
from bench.wire import Messages
from polyvox.types import Event, TextDelta

__all__ = ["Adapter"]

FILE = "files/bucket/big"


class Adapter:
    """Both clients of AI DIAL."""

    def __init__(self, url: str) -> None:
        self._client = polyvox.Dial(base_url=url, api_key="key")
        self._aclient = polyvox.AsyncDial(base_url=url, api_key="key")
        self._url, self._pool = url, polyvox.ClientPool()

    def chat(self, messages: Messages) -> str:
        return self._client.chat(messages, model="gpt-4o").text

    def stream(self, got: Got) -> None:
        with self._client.stream("Hi", model="gpt-4o") as events:
            for event in events:
                got(event)

    async def achat(self, messages: Messages) -> str:
        return (await self._aclient.chat(messages, model="gpt-4o")).text

    async def astream(self, got: Got) -> None:
        async with self._aclient.stream("Hi", model="gpt-4o") as events:
            async for event in events:
                got(event)

    def upload(self, source: Path) -> None:
        self._client.files.upload(source, to=FILE)

    def download(self, target: Path) -> None:
        self._client.files.download(FILE, to=target, overwrite=True)

    async def aupload(self, source: Path) -> None:
        await self._aclient.files.upload(source, to=FILE)

    async def adownload(self, target: Path) -> None:
        await self._aclient.files.download(FILE, to=target, overwrite=True)

    def client(self) -> polyvox.Dial:
        return polyvox.Dial(base_url=self._url, api_key="key")

    def pooled(self) -> polyvox.Dial:
        return self._pool.client(polyvox.Dial, base_url=self._url, api_key="key")

    def text(self, event: Event) -> str:
        return event.text if type(event) is TextDelta else ""
