"""
The two clients of Alteryse: one line per method over the flows of this folder.
"""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from polyvox.backends.alteryse import ops
from polyvox.backends.alteryse.identity import FIELDS, alteryse_settings
from polyvox.backends.alteryse.options import AlteryseKeywords, CompleteKeywords
from polyvox.backends.base import AsyncClientBase, ClientBase
from polyvox.backends.chat_stream import AsyncChatStream, ChatStream
from polyvox.backends.connecting import (
    ClientKeywords,
    configured,
    new_async_client,
    new_client,
)
from polyvox.extracting.verbs import AsyncExtracts, Extracts
from polyvox.types import ChatInput, Reply
from polyvox_api.alteryse import AlteryseApi, AsyncAlteryseApi
from polyvox_core.auth import AsyncCredentialValue, CredentialValue, concealed

__all__ = ["Alteryse", "AsyncAlteryse"]


class Alteryse(ClientBase, Extracts):
    """
    A client of one Alteryse instance.

    Args:
        instance_id: Id of the instance.
        api_key: Its key: a text, a `polyvox.Secret`, or a function that gives one.
        base_url: The host of all instances.
        trailing_slash: Whether the instance's address ends in a slash; the two published clients
            disagree.
        options: See `ClientKeywords`: timeout, retry, headers, http_client, proxy, verify, ...

    Raises:
        ConfigError: An argument cannot work, for example an id with a slash.

    Close it, or use it in a `with` block. It may be used by many threads.
    """

    def __init__(
        self,
        *,
        instance_id: str | None = None,
        api_key: CredentialValue | None = None,
        base_url: str | None = None,
        trailing_slash: bool | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key = concealed(api_key)
        found = configured(
            FIELDS,
            options,
            instance_id=instance_id,
            api_key=api_key,
            base_url=base_url,
            trailing_slash=trailing_slash,
        )
        self._start(new_client(alteryse_settings(found), found.options), found)
        self._instance = ops.Instance(found.text("instance_id"), found.get("trailing_slash"))

    @cached_property
    def api(self) -> AlteryseApi:
        """Every operation of the server, as the generated client."""
        return AlteryseApi(self._client)

    def chat(
        self,
        chat: ChatInput,
        *,
        model: str | None = None,
        system: str | None = None,
        **options: Unpack[AlteryseKeywords],
    ) -> Reply:
        """
        One answer to a text or to messages.

        Args:
            chat: A text, a message, a list of messages, or a list of texts and parts, such as
                `ImagePart`; `images` of a dict may be bytes and
                paths. It may end with any role.
            model: Not sent, since an instance has one model; taken so that every backend can be
                called alike.
            system: A system message before the others.
            options: See `AlteryseKeywords`.

        Returns:
            The reply: `text`, `message`.

        Raises:
            ServerError: The instance cannot answer now; `code` says why.
            PolyvoxError: Any other failure; see `polyvox.errors`.

        Source: alteryse-js (2024), TextGeneration.chat.
        """
        del model
        request = ops.chat_request(chat, system, options)
        return self._client.run(ops.whole(self._settings, self._instance, request))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str | None = None,
        system: str | None = None,
        **options: Unpack[AlteryseKeywords],
    ) -> ChatStream[Reply]:
        """
        The same answer as it arrives; use it in a `with` block.

        Yields `TextDelta` and, at last, `Done` with the whole reply. How an instance frames a
        stream is unknown: lines, JSON objects in a row, events, and one whole object all work.

        Raises:
            StreamTruncated: The stream ended though more was promised; `partial` has the rest.
            StreamInterrupted: The connection broke; `partial` has the rest.
            StatusError: The server reported an error in the stream.
        """
        del model
        request = ops.chat_request(chat, system, options)
        source = ops.source(self._settings, self._instance, request)
        return ChatStream(self._client.runner, source)

    def complete(
        self, prompt: str, *, model: str | None = None, **options: Unpack[CompleteKeywords]
    ) -> Reply:
        """The text that continues a prompt; see `CompleteKeywords`, and `chat` for *model*."""
        del model
        request = ops.prompt_request(prompt, options)
        return self._client.run(ops.whole(self._settings, self._instance, request))

    def stream_complete(
        self, prompt: str, *, model: str | None = None, **options: Unpack[CompleteKeywords]
    ) -> ChatStream[Reply]:
        """The same text as it arrives; see `stream`."""
        del model
        source = ops.source(self._settings, self._instance, ops.prompt_request(prompt, options))
        return ChatStream(self._client.runner, source)


class AsyncAlteryse(AsyncClientBase, AsyncExtracts):
    """Same as `Alteryse`, for asyncio; the key may come from a coroutine function too."""

    def __init__(
        self,
        *,
        instance_id: str | None = None,
        api_key: AsyncCredentialValue | None = None,
        base_url: str | None = None,
        trailing_slash: bool | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key = concealed(api_key)
        found = configured(
            FIELDS,
            options,
            instance_id=instance_id,
            api_key=api_key,
            base_url=base_url,
            trailing_slash=trailing_slash,
        )
        self._start(new_async_client(alteryse_settings(found), found.options), found)
        self._instance = ops.Instance(found.text("instance_id"), found.get("trailing_slash"))

    @cached_property
    def api(self) -> AsyncAlteryseApi:
        """Same as `Alteryse.api`."""
        return AsyncAlteryseApi(self._client)

    async def chat(
        self,
        chat: ChatInput,
        *,
        model: str | None = None,
        system: str | None = None,
        **options: Unpack[AlteryseKeywords],
    ) -> Reply:
        """Same as `Alteryse.chat`."""
        del model
        request = ops.chat_request(chat, system, options)
        return await self._client.run(ops.whole(self._settings, self._instance, request))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str | None = None,
        system: str | None = None,
        **options: Unpack[AlteryseKeywords],
    ) -> AsyncChatStream[Reply]:
        """Same as `Alteryse.stream`."""
        del model
        request = ops.chat_request(chat, system, options)
        source = ops.source(self._settings, self._instance, request)
        return AsyncChatStream(self._client.runner, source)

    async def complete(
        self, prompt: str, *, model: str | None = None, **options: Unpack[CompleteKeywords]
    ) -> Reply:
        """Same as `Alteryse.complete`."""
        del model
        request = ops.prompt_request(prompt, options)
        return await self._client.run(ops.whole(self._settings, self._instance, request))

    def stream_complete(
        self, prompt: str, *, model: str | None = None, **options: Unpack[CompleteKeywords]
    ) -> AsyncChatStream[Reply]:
        """Same as `Alteryse.stream_complete`."""
        del model
        source = ops.source(self._settings, self._instance, ops.prompt_request(prompt, options))
        return AsyncChatStream(self._client.runner, source)
