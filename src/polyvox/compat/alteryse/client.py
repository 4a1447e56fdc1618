"""
`TextGeneration` and its blocking twin, over polyvox's clients.
"""

from __future__ import annotations

import weakref
from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self, overload

import polyvox
from polyvox.backends.base import let_go
from polyvox.compat.alteryse.values import (
    ChatResponse,
    GenerateResponse,
    Options,
    chat_keywords,
    client_arguments,
    error_of,
    prompt_keywords,
    response_of,
)
from polyvox.errors import PolyvoxError
from polyvox_core.auth import concealed

__all__ = ["SyncTextGeneration", "TextGeneration"]

TIMEOUT = 120.0
RETRIES = 2

Messages = Sequence[Mapping[str, Any]]


class TextGeneration:
    """
    One Alteryse instance, for asyncio.

    Args:
        instance_id: Id of the instance; by default ALTERYSE_INSTANCE_ID.
        api_key: Its key; by default ALTERYSE_API_KEY.
        base_url: The host of all instances; by default ALTERYSE_BASE_URL, or the service's.
        timeout: Seconds that a call may take in total, or None.
        max_retries: Further tries after a failure that passes, such as a 503.
        proxy: URL of a proxy.
        headers: Sent with every request.
        http_client: An `httpx.AsyncClient` to use.

    One object may be used in several `asyncio.run` calls. Closing it is possible, not needed:
    the connections of an event loop end with it.
    """

    def __init__(
        self,
        instance_id: str | None = None,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float | None = TIMEOUT,
        max_retries: int = RETRIES,
        proxy: str | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: Any = None,
    ) -> None:
        api_key = concealed(api_key)
        more = {"proxy": proxy, "headers": headers, "http_client": http_client}
        try:
            self._client = polyvox.AsyncAlteryse(
                **client_arguments(instance_id, api_key, base_url, timeout, max_retries, more)
            )
        except PolyvoxError as error:
            raise error_of(error) from error
        weakref.finalize(self, let_go, self._client)

    @overload
    async def generate(
        self,
        prompt: str,
        images: Any = None,
        options: Options | Mapping[str, Any] | None = None,
        **settings: Any,
    ) -> GenerateResponse: ...

    @overload
    async def generate(
        self, prompt: str, images: Options | Mapping[str, Any], **settings: Any
    ) -> GenerateResponse: ...

    async def generate(
        self, prompt: str, images: Any = None, options: Any = None, **settings: Any
    ) -> GenerateResponse:
        """
        The text that continues *prompt*.

        Args:
            prompt: The prompt.
            images: A picture or several: bytes, paths, open files, base64 or `data:` URLs; or the
                options, as the page has it.
            options: Settings of the model.
            settings: The same by keyword, which wins; and `timeout`.

        Raises:
            AlteryseError: The request failed.
            TypeError: There are two options, or messages in the place of images.
        """
        keywords = prompt_keywords(images, options, settings)
        try:
            reply = await self._client.complete(prompt, **keywords)
        except PolyvoxError as error:
            raise error_of(error) from error
        return response_of(GenerateResponse, reply)

    async def chat(self, messages: Messages, options: Any = None, **settings: Any) -> ChatResponse:
        """
        The answer to *messages*, which may end with any role.

        Raises:
            AlteryseError: The request failed.
        """
        try:
            reply = await self._client.chat(messages, **chat_keywords(options, settings))
        except PolyvoxError as error:
            raise error_of(error) from error
        return response_of(ChatResponse, reply)

    async def stream_generate(
        self, prompt: str, images: Any = None, options: Any = None, **settings: Any
    ) -> AsyncGenerator[str]:
        """The same text as `generate`, piece by piece; use it in `async for`."""
        keywords = prompt_keywords(images, options, settings)
        try:
            async with self._client.stream_complete(prompt, **keywords) as stream:
                async for text in stream.text:
                    yield text
        except PolyvoxError as error:
            raise error_of(error) from error

    async def stream_chat(
        self, messages: Messages, options: Any = None, **settings: Any
    ) -> AsyncGenerator[str]:
        """The same text as `chat`, piece by piece; use it in `async for`."""
        keywords = chat_keywords(options, settings)
        try:
            async with self._client.stream(messages, **keywords) as stream:
                async for text in stream.text:
                    yield text
        except PolyvoxError as error:
            raise error_of(error) from error

    async def aclose(self) -> None:
        """Close the connections of this event loop."""
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        await self.aclose()


class SyncTextGeneration:
    """Same as `TextGeneration`, with plain methods."""

    def __init__(
        self,
        instance_id: str | None = None,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float | None = TIMEOUT,
        max_retries: int = RETRIES,
        proxy: str | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: Any = None,
    ) -> None:
        api_key = concealed(api_key)
        more = {"proxy": proxy, "headers": headers, "http_client": http_client}
        try:
            self._client = polyvox.Alteryse(
                **client_arguments(instance_id, api_key, base_url, timeout, max_retries, more)
            )
        except PolyvoxError as error:
            raise error_of(error) from error
        # Users of the replaced library never close anything.
        weakref.finalize(self, self._client.close)

    @overload
    def generate(
        self,
        prompt: str,
        images: Any = None,
        options: Options | Mapping[str, Any] | None = None,
        **settings: Any,
    ) -> GenerateResponse: ...

    @overload
    def generate(
        self, prompt: str, images: Options | Mapping[str, Any], **settings: Any
    ) -> GenerateResponse: ...

    def generate(
        self, prompt: str, images: Any = None, options: Any = None, **settings: Any
    ) -> GenerateResponse:
        """Same as `TextGeneration.generate`."""
        keywords = prompt_keywords(images, options, settings)
        try:
            reply = self._client.complete(prompt, **keywords)
        except PolyvoxError as error:
            raise error_of(error) from error
        return response_of(GenerateResponse, reply)

    def chat(self, messages: Messages, options: Any = None, **settings: Any) -> ChatResponse:
        """Same as `TextGeneration.chat`."""
        try:
            reply = self._client.chat(messages, **chat_keywords(options, settings))
        except PolyvoxError as error:
            raise error_of(error) from error
        return response_of(ChatResponse, reply)

    def stream_generate(
        self, prompt: str, images: Any = None, options: Any = None, **settings: Any
    ) -> Generator[str]:
        """Same as `TextGeneration.stream_generate`."""
        keywords = prompt_keywords(images, options, settings)
        try:
            with self._client.stream_complete(prompt, **keywords) as stream:
                yield from stream.text
        except PolyvoxError as error:
            raise error_of(error) from error

    def stream_chat(
        self, messages: Messages, options: Any = None, **settings: Any
    ) -> Generator[str]:
        """Same as `TextGeneration.stream_chat`."""
        try:
            with self._client.stream(messages, **chat_keywords(options, settings)) as stream:
                yield from stream.text
        except PolyvoxError as error:
            raise error_of(error) from error

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self.close()
