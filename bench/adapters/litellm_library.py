"""litellm, as its README shows it, with the provider `openai`."""

from __future__ import annotations

from typing import Any

import litellm  # type: ignore[import-not-found]  # lives in an environment of its own

from bench.adapters import Got
from bench.wire import Messages

__all__ = ["Adapter"]

HI = [{"role": "user", "content": "Hi"}]


class Adapter:
    """Functions that keep their clients to themselves."""

    def __init__(self, url: str) -> None:
        self._model = {"model": "openai/gpt-4o", "api_base": f"{url}/v1", "api_key": "key"}

    def chat(self, messages: Messages) -> str:
        answer = litellm.completion(messages=messages, **self._model)
        return str(answer.choices[0].message.content)

    def stream(self, got: Got) -> None:
        for chunk in litellm.completion(messages=HI, stream=True, **self._model):
            got(chunk)

    async def achat(self, messages: Messages) -> str:
        answer = await litellm.acompletion(messages=messages, **self._model)
        return str(answer.choices[0].message.content)

    async def astream(self, got: Got) -> None:
        async for chunk in await litellm.acompletion(messages=HI, stream=True, **self._model):
            got(chunk)

    def text(self, chunk: Any) -> str:
        return chunk.choices[0].delta.content or ""
