"""polyvox's generated client: the answer and every chunk as attrs objects."""

from __future__ import annotations

from typing import Any

import polyvox
from bench.adapters import Got
from bench.wire import Messages
from polyvox_api.dial.models import ChatCompletionRequest

__all__ = ["Adapter"]


class Adapter:
    """`client.api.chat` of both clients."""

    def __init__(self, url: str) -> None:
        self._client = polyvox.Dial(base_url=url, api_key="key")
        self._aclient = polyvox.AsyncDial(base_url=url, api_key="key")

    def chat(self, messages: Messages) -> str:
        body = ChatCompletionRequest.from_dict({"messages": messages})
        completion: Any = self._client.api.chat.create_chat_completion("gpt-4o", body=body)
        return str(completion.choices[0].message.content)

    def stream(self, got: Got) -> None:
        body = ChatCompletionRequest.from_dict({"messages": [{"role": "user", "content": "Hi"}]})
        api = self._client.api.chat
        with api.create_chat_completion_stream("gpt-4o", body=body) as chunks:
            for chunk in chunks:
                got(chunk)

    async def achat(self, messages: Messages) -> str:
        body = ChatCompletionRequest.from_dict({"messages": messages})
        completion: Any = await self._aclient.api.chat.create_chat_completion("gpt-4o", body=body)
        return str(completion.choices[0].message.content)

    async def astream(self, got: Got) -> None:
        body = ChatCompletionRequest.from_dict({"messages": [{"role": "user", "content": "Hi"}]})
        api = self._aclient.api.chat
        async with api.create_chat_completion_stream("gpt-4o", body=body) as chunks:
            async for chunk in chunks:
                got(chunk)

    def text(self, chunk: Any) -> str:
        return str(chunk.choices[0].delta.content or "")
