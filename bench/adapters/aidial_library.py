"""aidial-client, as its README shows it; events are its chunk objects."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aidial_client  # type: ignore[import-not-found]  # lives in an environment of its own

from bench.adapters import Got
from bench.wire import Messages

__all__ = ["Adapter"]

ASK: Any = {
    "deployment_name": "gpt-4o",
    "messages": [{"role": "user", "content": "Hi"}],
    "stream": True,
}
FILE = "files/bucket/big"


class Adapter:
    """Both clients, and the pool of the blocking one."""

    def __init__(self, url: str) -> None:
        self._address = {"base_url": url, "api_key": "key"}
        self._client = aidial_client.Dial(**self._address)
        self._aclient = aidial_client.AsyncDial(**self._address)
        self._pool = aidial_client.DialClientPool()

    def chat(self, messages: Messages) -> str:
        answer = self._client.chat.completions.create(deployment_name="gpt-4o", messages=messages)
        return str(answer.choices[0].message.content)

    def stream(self, got: Got) -> None:
        for chunk in self._client.chat.completions.create(**ASK):
            got(chunk)

    async def achat(self, messages: Messages) -> str:
        answer = await self._aclient.chat.completions.create(
            deployment_name="gpt-4o", messages=messages
        )
        return str(answer.choices[0].message.content)

    async def astream(self, got: Got) -> None:
        async for chunk in await self._aclient.chat.completions.create(**ASK):
            got(chunk)

    def client(self) -> object:
        return aidial_client.Dial(**self._address)

    def pooled(self) -> object:
        return self._pool.create_client(**self._address)

    def upload(self, source: Path) -> None:
        with source.open("rb") as file:
            self._client.files.upload(url=FILE, file=file)

    def download(self, target: Path) -> None:
        self._client.files.download(FILE).write_to(target)

    def text(self, chunk: Any) -> str:
        return chunk.choices[0].delta.content or ""
