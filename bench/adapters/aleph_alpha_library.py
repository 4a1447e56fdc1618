"""aleph-alpha-client, as its README shows it: completions; its blocking client has no streams."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import cached_property
from typing import Any

import aleph_alpha_client as aleph  # type: ignore[import-not-found]  # has its own environment
from aleph_alpha_client.completion import (  # type: ignore[import-not-found]  # same
    StreamChunk,
)

from bench.adapters import Got
from bench.wire import Messages

__all__ = ["Adapter"]

MODEL = "llama-3.1-8b-instruct"


def request(messages: Messages) -> Any:
    """All messages as one prompt."""
    text = "\n".join(message["content"] for message in messages)
    return aleph.CompletionRequest(prompt=aleph.Prompt.from_text(text), maximum_tokens=64)


class Adapter:
    """Both clients; the second needs a running loop."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._client = aleph.Client(token="key", host=url)

    @cached_property
    def _aclient(self) -> Any:
        return aleph.AsyncClient(token="key", host=self._url)

    def chat(self, messages: Messages) -> str:
        answer = self._client.complete(request(messages), model=MODEL)
        return str(answer.completions[0].completion)

    async def achat(self, messages: Messages) -> str:
        answer = await self._aclient.complete(request(messages), model=MODEL)
        return str(answer.completions[0].completion)

    async def astream(self, got: Got) -> None:
        asked = request([{"role": "user", "content": "Hi"}])
        events: AsyncIterator[Any] = self._aclient.complete_with_streaming(asked, model=MODEL)
        async for event in events:
            got(event)

    def client(self) -> object:
        return aleph.Client(token="key", host=self._url)

    def text(self, event: Any) -> str:
        return event.completion if isinstance(event, StreamChunk) else ""
