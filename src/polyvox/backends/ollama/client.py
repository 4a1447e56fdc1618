"""
The two clients of Ollama: one line per method over the flows of this folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Unpack

from polyvox.backends.base import AsyncClientBase, ClientBase
from polyvox.backends.chat_stream import AsyncChatStream, ChatStream
from polyvox.backends.connecting import (
    ClientKeywords,
    configured,
    new_async_client,
    new_client,
)
from polyvox.backends.ollama import ops
from polyvox.backends.ollama.identity import FIELDS, ollama_settings
from polyvox.backends.ollama.models import AsyncModels, Models
from polyvox.backends.ollama.ops import (
    OllamaChatKeywords,
    OllamaCompleteKeywords,
    OllamaEmbedKeywords,
)
from polyvox.extracting.support import FORMAT
from polyvox.extracting.verbs import AsyncExtracts, Extracts
from polyvox.tools.verbs import AsyncRuns, Runs
from polyvox.types import ChatInput, Embeddings, Reply
from polyvox_api.ollama import AsyncOllamaApi, OllamaApi
from polyvox_core.auth import AsyncCredentialValue, CredentialValue, concealed

__all__ = ["AsyncOllama", "Ollama"]


class Ollama(ClientBase, Runs, Extracts):
    """
    A client of Ollama.

    Args:
        base_url: Address of the server; by default the one on this machine.
        api_key: Sent as `Authorization: Bearer ...`, for the cloud; a local server needs none.
        options: See `ClientKeywords`: timeout, retry, headers, http_client, proxy, verify, ...

    Raises:
        ConfigError: An argument cannot work, for example a key with a line break.

    Close it, or use it in a `with` block. It may be used by many threads.
    """

    schema_support = FORMAT

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: CredentialValue | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key = concealed(api_key)
        found = configured(FIELDS, options, base_url=base_url, api_key=api_key)
        self._start(new_client(ollama_settings(found), found.options), found)

    @cached_property
    def api(self) -> OllamaApi:
        """Every operation of the server, as the generated client."""
        return OllamaApi(self._client)

    @cached_property
    def models(self) -> Models:
        """Models on the server."""
        return Models(self._client)

    def chat(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[OllamaChatKeywords],
    ) -> Reply:
        """
        One answer to a text or to messages.

        Args:
            chat: A text, a message, a list of messages, in the form of OpenAI or of Ollama, or a
                list of texts and parts, such as `ImagePart`;
                `images` of a dict may be bytes and paths.
            model: Name of the model, such as `qwen3:8b`.
            system: A system message before the others.
            options: See `OllamaChatKeywords`.

        Returns:
            The reply: `text`, `reasoning`, `message`, `tool_calls`, `usage`.

        Raises:
            NotFound: There is no such model; `models.pull` fetches it.
            PolyvoxError: Any other failure; see `polyvox.errors`.

        Source: ollama docs/api.md, Generate a chat completion.
        """
        return self._client.run(ops.chat(self._settings, chat, model, system, options))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[OllamaChatKeywords],
    ) -> ChatStream[Reply]:
        """
        The same answer as it arrives; use it in a `with` block.

        Yields `ReasoningDelta`, `TextDelta`, `ToolCallDelta` (whole calls), `UsageEvent`, and
        `Done` with the whole reply at last. Leaving the stream stops the model.

        Raises:
            StreamTruncated: The stream ended without its end marker; `partial` has the rest.
            StreamInterrupted: The connection broke; `partial` has the rest.
            StatusError: The server reported an error in the stream.
        """
        source = ops.chat_source(self._settings, chat, model, system, options)
        return ChatStream(self._client.runner, source)

    def complete(
        self,
        prompt: str,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[OllamaCompleteKeywords],
    ) -> Reply:
        """The text that continues a prompt; see `OllamaCompleteKeywords`."""
        return self._client.run(ops.complete(self._settings, prompt, model, system, options))

    def embed(
        self, texts: str | Sequence[str], *, model: str, **options: Unpack[OllamaEmbedKeywords]
    ) -> Embeddings:
        """Vectors for texts, in their order."""
        return self._client.run(ops.embed(self._settings, texts, model, options))


class AsyncOllama(AsyncClientBase, AsyncRuns, AsyncExtracts):
    """Same as `Ollama`, for asyncio; the credential may come from a coroutine function too."""

    schema_support = FORMAT

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: AsyncCredentialValue | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key = concealed(api_key)
        found = configured(FIELDS, options, base_url=base_url, api_key=api_key)
        self._start(new_async_client(ollama_settings(found), found.options), found)

    @cached_property
    def api(self) -> AsyncOllamaApi:
        """Same as `Ollama.api`."""
        return AsyncOllamaApi(self._client)

    @cached_property
    def models(self) -> AsyncModels:
        """Same as `Ollama.models`."""
        return AsyncModels(self._client)

    async def chat(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[OllamaChatKeywords],
    ) -> Reply:
        """Same as `Ollama.chat`."""
        return await self._client.run(ops.chat(self._settings, chat, model, system, options))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[OllamaChatKeywords],
    ) -> AsyncChatStream[Reply]:
        """Same as `Ollama.stream`."""
        source = ops.chat_source(self._settings, chat, model, system, options)
        return AsyncChatStream(self._client.runner, source)

    async def complete(
        self,
        prompt: str,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[OllamaCompleteKeywords],
    ) -> Reply:
        """Same as `Ollama.complete`."""
        return await self._client.run(ops.complete(self._settings, prompt, model, system, options))

    async def embed(
        self, texts: str | Sequence[str], *, model: str, **options: Unpack[OllamaEmbedKeywords]
    ) -> Embeddings:
        """Same as `Ollama.embed`."""
        return await self._client.run(ops.embed(self._settings, texts, model, options))
