"""openai, major version 2 or 3, as its README shows it; events are its chunk objects."""

from __future__ import annotations

from typing import Any

import openai  # type: ignore[import-not-found]  # lives in an environment of its own

from bench.adapters import Got
from bench.wire import Messages

__all__ = ["Adapter"]

ASK: Any = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}], "stream": True}


class Adapter:
    """Both clients."""

    def __init__(self, url: str) -> None:
        self._address = {"base_url": f"{url}/v1", "api_key": "key"}
        self._client = openai.OpenAI(**self._address)
        self._aclient = openai.AsyncOpenAI(**self._address)

    def chat(self, messages: Messages) -> str:
        answer = self._client.chat.completions.create(model="gpt-4o", messages=messages)
        return str(answer.choices[0].message.content)

    def stream(self, got: Got) -> None:
        with self._client.chat.completions.create(**ASK) as chunks:
            for chunk in chunks:
                got(chunk)

    async def achat(self, messages: Messages) -> str:
        answer = await self._aclient.chat.completions.create(model="gpt-4o", messages=messages)
        return str(answer.choices[0].message.content)

    async def astream(self, got: Got) -> None:
        async with await self._aclient.chat.completions.create(**ASK) as chunks:
            async for chunk in chunks:
                got(chunk)

    def client(self) -> object:
        return openai.OpenAI(**self._address)

    def pooled(self) -> object:
        return self._client.with_options(api_key="other")

    def text(self, chunk: Any) -> str:
        return chunk.choices[0].delta.content or ""
