"""The floor: what one writes by hand with httpx and json; events are dicts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx

from bench.adapters import Got
from bench.wire import Messages

__all__ = ["Adapter"]

FILE = "/v1/files/bucket/big"
PATH = "/openai/deployments/gpt-4o/chat/completions"
ASK = {"messages": [{"role": "user", "content": "Hi"}], "stream": True}
# As many connections as polyvox allows; httpx stops at 100.
LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)


def events_in(lines: list[bytes], got: Got) -> None:
    """Hand over the events in complete lines."""
    for line in lines:
        if line.startswith(b"data: ") and line != b"data: [DONE]":
            got(json.loads(line[6:]))


class Adapter:
    """Two clients with a key."""

    def __init__(self, url: str) -> None:
        self._url, headers = url, {"Api-Key": "key"}
        self._client = httpx.Client(base_url=url, headers=headers, limits=LIMITS)
        self._aclient = httpx.AsyncClient(base_url=url, headers=headers, limits=LIMITS, timeout=60)

    def chat(self, messages: Messages) -> str:
        response = self._client.post(PATH, json={"messages": messages}).raise_for_status()
        text: str = response.json()["choices"][0]["message"]["content"]
        return text

    def stream(self, got: Got) -> None:
        with self._client.stream("POST", PATH, json=ASK) as response:
            response.raise_for_status()
            rest = b""
            for data in response.iter_bytes():
                *lines, rest = (rest + data).split(b"\n\n")
                events_in(lines, got)

    async def achat(self, messages: Messages) -> str:
        response = await self._aclient.post(PATH, json={"messages": messages})
        text: str = response.raise_for_status().json()["choices"][0]["message"]["content"]
        return text

    async def astream(self, got: Got) -> None:
        async with self._aclient.stream("POST", PATH, json=ASK) as response:
            response.raise_for_status()
            rest = b""
            async for data in response.aiter_bytes():
                *lines, rest = (rest + data).split(b"\n\n")
                events_in(lines, got)

    def upload(self, source: Path) -> None:
        with source.open("rb") as file:
            self._client.put(FILE, files={"file": file}).raise_for_status()

    def download(self, target: Path) -> None:
        with self._client.stream("GET", FILE) as response, target.open("wb") as file:
            for piece in response.raise_for_status().iter_bytes():
                file.write(piece)

    async def aupload(self, source: Path) -> None:
        with source.open("rb") as file:
            (await self._aclient.put(FILE, files={"file": file})).raise_for_status()

    async def adownload(self, target: Path) -> None:
        async with self._aclient.stream("GET", FILE) as response:
            with target.open("wb") as file:
                async for piece in response.raise_for_status().aiter_bytes():
                    file.write(piece)

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=self._url, headers={"Api-Key": "key"})

    def text(self, event: dict[str, Any]) -> str:
        return event["choices"][0]["delta"].get("content") or ""
