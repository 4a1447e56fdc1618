"""
The two clients of AmigoChat: one line per method over the flows of this folder.
"""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from polyvox.backends.amigochat import ops
from polyvox.backends.amigochat.catalog import DEFAULT_MODEL
from polyvox.backends.amigochat.identity import FIELDS, amigochat_settings
from polyvox.backends.amigochat.images import AsyncImages, Images
from polyvox.backends.amigochat.listing import AsyncModels, Models
from polyvox.backends.amigochat.ops import AmigoChatKeywords
from polyvox.backends.amigochat.types import Device
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
from polyvox_api.amigochat import AmigochatApi, AsyncAmigochatApi
from polyvox_core.auth import AsyncCredentialValue, CredentialValue, concealed

__all__ = ["AmigoChat", "AsyncAmigoChat"]


class AmigoChat(ClientBase, Extracts):
    """
    A client of AmigoChat.

    Args:
        api_key: Token of a signed-in user, sent as `Authorization: Bearer ...`; None is anonymous.
        base_url: Address of the API.
        device: What the `x-device-*` headers say; by default a device of its own per client.
        strict_models: Refuse models that `models.list()` lacks; by default they are sent.
        options: See `ClientKeywords`: timeout, retry, headers, http_client, proxy, verify, ...

    Raises:
        ConfigError: An argument cannot work, for example a token with a line break.

    Close it, or use it in a `with` block. It may be used by many threads.
    """

    def __init__(
        self,
        *,
        api_key: CredentialValue | None = None,
        base_url: str | None = None,
        device: Device | None = None,
        strict_models: bool | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key = concealed(api_key)
        found = configured(
            FIELDS, options, api_key=api_key, base_url=base_url, strict_models=strict_models
        )
        self._start(new_client(amigochat_settings(found), found.options), found)
        self._asker = ops.Asker(device or Device(), found.get("strict_models"))

    @cached_property
    def api(self) -> AmigochatApi:
        """Every operation of the server, as the generated client."""
        return AmigochatApi(self._client)

    @cached_property
    def images(self) -> Images:
        """Pictures made from a prompt."""
        return Images(self._client, self._asker)

    @cached_property
    def models(self) -> Models:
        """Known models, with their personas."""
        return Models()

    def chat(
        self,
        chat: ChatInput,
        *,
        model: str = DEFAULT_MODEL,
        system: str | None = None,
        **options: Unpack[AmigoChatKeywords],
    ) -> Reply:
        """
        One answer to a text or to messages, in whichever shape the service gives it.

        Args:
            chat: A text, a message, a list of messages, or a list of texts and parts, such as
                `ImagePart`; dicts are sent as they are.
            model: Id or alias of a model; an exact id beats an alias.
            system: A system message before the others.
            options: See `AmigoChatKeywords`.

        Returns:
            The reply: `text`, `message`, `usage`; its `wire` has OpenAI's shape.

        Raises:
            PermissionDenied: The service or its firewall refuses the caller; `code` says which.
            StatusError: `code` is `balance` when the daily quota is used up.
            PolyvoxError: Any other failure; see `polyvox.errors`.

        Source: gpt4free, Provider/AmigoChat (2024-12).
        """
        return self._client.run(ops.chat(self._settings, self._asker, chat, model, system, options))

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str = DEFAULT_MODEL,
        system: str | None = None,
        **options: Unpack[AmigoChatKeywords],
    ) -> ChatStream[Reply]:
        """
        The same answer as it arrives; use it in a `with` block.

        Yields `TextDelta`, `UsageEvent`, and `Done` with the whole reply at last. A service that
        answers as a whole nevertheless makes one `TextDelta`.

        Raises:
            StreamTruncated: The stream ended without its end marker; `partial` has the rest.
            StreamInterrupted: The connection broke; `partial` has the rest.
            StatusError: The service reported an error in the stream.
        """
        source = ops.chat_source(self._settings, self._asker, chat, model, system, options)
        return ChatStream(self._client.runner, source)


class AsyncAmigoChat(AsyncClientBase, AsyncExtracts):
    """Same as `AmigoChat`, for asyncio; the token may come from a coroutine function too."""

    def __init__(
        self,
        *,
        api_key: AsyncCredentialValue | None = None,
        base_url: str | None = None,
        device: Device | None = None,
        strict_models: bool | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key = concealed(api_key)
        found = configured(
            FIELDS, options, api_key=api_key, base_url=base_url, strict_models=strict_models
        )
        self._start(new_async_client(amigochat_settings(found), found.options), found)
        self._asker = ops.Asker(device or Device(), found.get("strict_models"))

    @cached_property
    def api(self) -> AsyncAmigochatApi:
        """Same as `AmigoChat.api`."""
        return AsyncAmigochatApi(self._client)

    @cached_property
    def images(self) -> AsyncImages:
        """Same as `AmigoChat.images`."""
        return AsyncImages(self._client, self._asker)

    @cached_property
    def models(self) -> AsyncModels:
        """Same as `AmigoChat.models`."""
        return AsyncModels()

    async def chat(
        self,
        chat: ChatInput,
        *,
        model: str = DEFAULT_MODEL,
        system: str | None = None,
        **options: Unpack[AmigoChatKeywords],
    ) -> Reply:
        """Same as `AmigoChat.chat`."""
        return await self._client.run(
            ops.chat(self._settings, self._asker, chat, model, system, options)
        )

    def stream(
        self,
        chat: ChatInput,
        *,
        model: str = DEFAULT_MODEL,
        system: str | None = None,
        **options: Unpack[AmigoChatKeywords],
    ) -> AsyncChatStream[Reply]:
        """Same as `AmigoChat.stream`."""
        source = ops.chat_source(self._settings, self._asker, chat, model, system, options)
        return AsyncChatStream(self._client.runner, source)
