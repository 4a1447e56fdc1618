"""
The two clients of Aleph Alpha: one line per method over the flows of this folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Unpack

from polyvox.backends.aleph_alpha import ops
from polyvox.backends.aleph_alpha.catalog import AsyncModels, Models
from polyvox.backends.aleph_alpha.identity import FIELDS, aleph_alpha_settings
from polyvox.backends.aleph_alpha.options import (
    AlephAlphaChatKeywords,
    CompleteKeywords,
    EmbedKeywords,
    Prompt,
)
from polyvox.backends.base import AsyncClientBase, ClientBase
from polyvox.backends.chat_stream import AsyncChatStream, ChatStream
from polyvox.backends.connecting import (
    ClientKeywords,
    configured,
    new_async_client,
    new_client,
)
from polyvox.backends.inputs import CallKeywords
from polyvox.extracting.support import RESPONSE_FORMAT
from polyvox.extracting.verbs import AsyncExtracts, Extracts
from polyvox.tools.verbs import AsyncRuns, Runs
from polyvox.types import ChatInput, Embeddings, Reply
from polyvox_api.aleph_alpha import AlephAlphaApi, AsyncAlephAlphaApi
from polyvox_core.auth import AsyncCredentialValue, CredentialValue, concealed

__all__ = ["AlephAlpha", "AsyncAlephAlpha"]


class AlephAlpha(ClientBase, Runs, Extracts):
    """
    A client of Aleph Alpha.

    Args:
        token: Sent as `Authorization: Bearer ...`: a text, a `polyvox.Secret`, or a function that
            gives one.
        base_url: Address of the service; a bare host gets `/v1`, any path counts as it is.
        options: See `ClientKeywords`: timeout, retry, headers, http_client, proxy, verify, ...

    Raises:
        ConfigError: An argument cannot work, for example a token with a line break.

    Close it, or use it in a `with` block. It may be used by many threads.
    """

    schema_support = RESPONSE_FORMAT

    def __init__(
        self,
        *,
        token: CredentialValue | None = None,
        base_url: str | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        token = concealed(token)
        found = configured(FIELDS, options, token=token, base_url=base_url)
        self._start(new_client(aleph_alpha_settings(found), found.options), found)

    @cached_property
    def api(self) -> AlephAlphaApi:
        """Every operation of the service, as the generated client."""
        return AlephAlphaApi(self._client)

    @cached_property
    def models(self) -> Models:
        """Which models there are."""
        return Models(self._client)

    def chat(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[AlephAlphaChatKeywords],
    ) -> Reply:
        """
        One answer to a text or to messages.

        Args:
            chat: A text, a message, a list of messages, or a list of texts and parts, such as
                `ImagePart`; dicts are sent as they are.
            model: Name of a model that can chat.
            system: A system message before the others.
            options: See `AlephAlphaChatKeywords`. The token limit is sent as `max_tokens`, since
                the service ignores other names.

        Returns:
            The reply: `text`, `message`, `tool_calls`, `usage`; what a model puts between
            `<think>` tags is in `reasoning`.

        Raises:
            BadRequest: The model cannot chat (`code` is MISSING_CAPABILITY), or the messages do
                not fit its template.
            NotFound: There is no such model.
            PolyvoxError: Any other failure; see `polyvox.errors`.

        Source: Aleph Alpha API 4.7.0, chatCompletions; recorded traffic (2025).
        """
        return self._client.run(ops.chat(self._settings, chat, model, system, options))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[AlephAlphaChatKeywords],
    ) -> ChatStream[Reply]:
        """
        The same answer as it arrives; use it in a `with` block.

        Yields `TextDelta`, `ReasoningDelta`, `ToolCallDelta`, `UsageEvent`, and `Done` with the
        whole reply at last. The usage is asked for unless `stream_options` says otherwise.

        Raises:
            StreamTruncated: The stream ended without its end marker; `partial` has the rest.
            StreamInterrupted: The connection broke; `partial` has the rest.
            StatusError: The service reported an error in the stream.
        """
        source = ops.chat_source(self._settings, chat, model, system, options)
        return ChatStream(self._client.runner, source)

    def complete(self, prompt: Prompt, *, model: str, **options: Unpack[CompleteKeywords]) -> Reply:
        """
        The continuation of a prompt: a text, or items of texts, images and token ids.

        Why it stopped is told in the words of every chat (stop, length); `wire` has the service's
        own, and further completions. For a stream use `client.api.completions.complete_stream`.

        Source: Aleph Alpha API 4.7.0, complete.
        """
        return self._client.run(ops.complete(self._settings, prompt, model, options))

    def embed(
        self, texts: str | Sequence[str], *, model: str, **options: Unpack[EmbedKeywords]
    ) -> Embeddings:
        """Vectors for texts, in their order."""
        return self._client.run(ops.embed(self._settings, texts, model, options))

    def tokenize(
        self, inputs: str | Sequence[str], *, model: str, **options: Unpack[CallKeywords]
    ) -> list[int]:
        """Tokens of each text, counted by the model's own tokenizer; one request per text."""
        return self._client.run(ops.count_tokens(self._settings, inputs, model, options))


class AsyncAlephAlpha(AsyncClientBase, AsyncRuns, AsyncExtracts):
    """Same as `AlephAlpha`, for asyncio; the token may come from a coroutine function too."""

    schema_support = RESPONSE_FORMAT

    def __init__(
        self,
        *,
        token: AsyncCredentialValue | None = None,
        base_url: str | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        token = concealed(token)
        found = configured(FIELDS, options, token=token, base_url=base_url)
        self._start(new_async_client(aleph_alpha_settings(found), found.options), found)

    @cached_property
    def api(self) -> AsyncAlephAlphaApi:
        """Same as `AlephAlpha.api`."""
        return AsyncAlephAlphaApi(self._client)

    @cached_property
    def models(self) -> AsyncModels:
        """Same as `AlephAlpha.models`."""
        return AsyncModels(self._client)

    async def chat(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[AlephAlphaChatKeywords],
    ) -> Reply:
        """Same as `AlephAlpha.chat`."""
        return await self._client.run(ops.chat(self._settings, chat, model, system, options))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str,
        system: str | None = None,
        **options: Unpack[AlephAlphaChatKeywords],
    ) -> AsyncChatStream[Reply]:
        """Same as `AlephAlpha.stream`."""
        source = ops.chat_source(self._settings, chat, model, system, options)
        return AsyncChatStream(self._client.runner, source)

    async def complete(
        self, prompt: Prompt, *, model: str, **options: Unpack[CompleteKeywords]
    ) -> Reply:
        """Same as `AlephAlpha.complete`."""
        return await self._client.run(ops.complete(self._settings, prompt, model, options))

    async def embed(
        self, texts: str | Sequence[str], *, model: str, **options: Unpack[EmbedKeywords]
    ) -> Embeddings:
        """Same as `AlephAlpha.embed`."""
        return await self._client.run(ops.embed(self._settings, texts, model, options))

    async def tokenize(
        self, inputs: str | Sequence[str], *, model: str, **options: Unpack[CallKeywords]
    ) -> list[int]:
        """Same as `AlephAlpha.tokenize`."""
        return await self._client.run(ops.count_tokens(self._settings, inputs, model, options))
