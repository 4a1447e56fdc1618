"""
The two clients of OpenAI: one line per method over the flows of this folder.
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
from polyvox.backends.openai import ops
from polyvox.backends.openai.audio import AsyncAudio, Audio
from polyvox.backends.openai.files import AsyncFiles, Files
from polyvox.backends.openai.identity import FIELDS, openai_settings
from polyvox.backends.openai.images import AsyncImages, Images
from polyvox.backends.openai.models import AsyncModels, Models
from polyvox.backends.openai.ops import OpenAIChatKeywords, OpenAIEmbedKeywords
from polyvox.extracting.support import RESPONSE_FORMAT
from polyvox.extracting.verbs import AsyncExtracts, Extracts
from polyvox.tools.verbs import AsyncRuns, Runs
from polyvox.types import ChatInput, Embeddings, Reply
from polyvox_api.openai import AsyncOpenaiApi, OpenaiApi
from polyvox_core.auth import AsyncCredentialValue, CredentialValue, concealed

__all__ = ["AsyncOpenAI", "OpenAI"]


class OpenAI(ClientBase, Runs, Extracts):
    """
    A client of OpenAI, or of any server that speaks as it does.

    Args:
        base_url: Address of the server; most end in `/v1`.
        api_key: Sent as `Authorization: Bearer ...`; many servers of your own need none.
        organization: Sent as `OpenAI-Organization`.
        project: Sent as `OpenAI-Project`.
        options: See `ClientKeywords`: timeout, retry, headers, http_client, proxy, verify, ...

    Raises:
        ConfigError: OpenAI itself is asked without a key, or an argument cannot work.

    Close it, or use it in a `with` block. It may be used by many threads.
    """

    schema_support = RESPONSE_FORMAT

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: CredentialValue | None = None,
        organization: str | None = None,
        project: str | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key = concealed(api_key)
        found = configured(
            FIELDS,
            options,
            base_url=base_url,
            api_key=api_key,
            organization=organization,
            project=project,
        )
        self._start(new_client(openai_settings(found), found.options), found)

    @cached_property
    def api(self) -> OpenaiApi:
        """Every operation of the server, as the generated client."""
        return OpenaiApi(self._client)

    @cached_property
    def models(self) -> Models:
        """Models that the key may use."""
        return Models(self._client)

    @cached_property
    def files(self) -> Files:
        """Uploaded files, and results of batches."""
        return Files(self._client)

    @cached_property
    def images(self) -> Images:
        """Pictures, made and changed."""
        return Images(self._client)

    @cached_property
    def audio(self) -> Audio:
        """Speech to text, and text to speech."""
        return Audio(self._client)

    def chat(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[OpenAIChatKeywords],
    ) -> Reply:
        """
        One answer to a text or to messages.

        Args:
            chat: A text, a message, a list of messages, or a list of texts and parts, such as
                `ImagePart`; dicts are sent as they are.
            model: Id of the model.
            system: A system message before the others.
            options: See `OpenAIChatKeywords`.

        Returns:
            The reply: `text`, `message`, `tool_calls`, `usage`, `reasoning`, `refusal`.

        Raises:
            NotFound: There is no such model, or base_url is wrong.
            RateLimited: Too many tokens or requests; `retry_after` tells how long to wait.
            PolyvoxError: Any other failure; see `polyvox.errors`.

        Source: OpenAI API reference, chat completions (2026).
        """
        return self._client.run(ops.chat(self._settings, chat, model, system, options))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[OpenAIChatKeywords],
    ) -> ChatStream[Reply]:
        """
        The same answer as it arrives; use it in a `with` block.

        Yields `TextDelta`, `ReasoningDelta`, `ToolCallDelta`, `UsageEvent`, and `Done` with the
        whole reply at last.

        Raises:
            StreamTruncated: The stream ended without its end marker; `partial` has the rest.
            StreamInterrupted: The connection broke; `partial` has the rest.
            StatusError: The server reported an error in the stream.
        """
        source = ops.chat_source(self._settings, chat, model, system, options)
        return ChatStream(self._client.runner, source)

    def embed(
        self, texts: str | Sequence[str], *, model: str, **options: Unpack[OpenAIEmbedKeywords]
    ) -> Embeddings:
        """Vectors for texts, in their order."""
        return self._client.run(ops.embed(self._settings, texts, model, options))


class AsyncOpenAI(AsyncClientBase, AsyncRuns, AsyncExtracts):
    """Same as `OpenAI`, for asyncio; the credential may come from a coroutine function too."""

    schema_support = RESPONSE_FORMAT

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: AsyncCredentialValue | None = None,
        organization: str | None = None,
        project: str | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key = concealed(api_key)
        found = configured(
            FIELDS,
            options,
            base_url=base_url,
            api_key=api_key,
            organization=organization,
            project=project,
        )
        self._start(new_async_client(openai_settings(found), found.options), found)

    @cached_property
    def api(self) -> AsyncOpenaiApi:
        """Same as `OpenAI.api`."""
        return AsyncOpenaiApi(self._client)

    @cached_property
    def models(self) -> AsyncModels:
        """Same as `OpenAI.models`."""
        return AsyncModels(self._client)

    @cached_property
    def files(self) -> AsyncFiles:
        """Same as `OpenAI.files`."""
        return AsyncFiles(self._client)

    @cached_property
    def images(self) -> AsyncImages:
        """Same as `OpenAI.images`."""
        return AsyncImages(self._client)

    @cached_property
    def audio(self) -> AsyncAudio:
        """Same as `OpenAI.audio`."""
        return AsyncAudio(self._client)

    async def chat(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[OpenAIChatKeywords],
    ) -> Reply:
        """Same as `OpenAI.chat`."""
        return await self._client.run(ops.chat(self._settings, chat, model, system, options))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[OpenAIChatKeywords],
    ) -> AsyncChatStream[Reply]:
        """Same as `OpenAI.stream`."""
        source = ops.chat_source(self._settings, chat, model, system, options)
        return AsyncChatStream(self._client.runner, source)

    async def embed(
        self, texts: str | Sequence[str], *, model: str, **options: Unpack[OpenAIEmbedKeywords]
    ) -> Embeddings:
        """Same as `OpenAI.embed`."""
        return await self._client.run(ops.embed(self._settings, texts, model, options))
