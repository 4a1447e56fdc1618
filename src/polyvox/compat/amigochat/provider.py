"""
`AmigoChat` as a provider of gpt4free, with the plain methods that its page shows.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from types import TracebackType
from typing import Any, ClassVar, Self, Unpack
from uuid import uuid4

from polyvox.backends.amigochat.catalog import DEFAULT_MODEL, MODELS
from polyvox.backends.amigochat.identity import API
from polyvox.backends.amigochat.types import Device
from polyvox.backends.connecting import ClientKeywords
from polyvox.compat.amigochat.base import (
    AsyncGeneratorProvider,
    Messages,
    ProviderModelMixin,
)
from polyvox.compat.amigochat.calling import TIMEOUT, Bound, Sampling, chat_options, prompt_of
from polyvox.compat.amigochat.chunks import AsyncChunks, Chunks
from polyvox.compat.amigochat.clients import Clients, address_of
from polyvox.compat.amigochat.images import ImageResponse, response_of
from polyvox.types import Reply
from polyvox_core.auth import concealed

__all__ = ["AmigoChat"]

_CHAT = [model.id for model in MODELS if model.kind == "chat"]
_IMAGE = [model.id for model in MODELS if model.kind == "image"]
_PERSONAS = {model.id: model.persona_id for model in MODELS}


class AmigoChat(AsyncGeneratorProvider, ProviderModelMixin):
    """
    The provider; its methods work on the class and on objects.

    Args:
        api_key: Token of a signed-in user; None is anonymous.
        base_url: Address of the API; by default AMIGOCHAT_BASE_URL, or the service's own.
        device: What the device headers say; by default a device of its own per object.
        options: See `ClientKeywords`: timeout, retry, headers, http_client, proxy, verify, ...

    Closing it is possible, not needed. It may be used by many threads and event loops.
    """

    url: ClassVar[str] = "https://amigochat.io/chat/"
    chat_api_endpoint: ClassVar[str] = f"{API}/v1/chat/completions"
    image_api_endpoint: ClassVar[str] = f"{API}/v1/images/generations"
    working: ClassVar[bool] = False
    supports_stream: ClassVar[bool] = True
    supports_system_message: ClassVar[bool] = True
    supports_message_history: ClassVar[bool] = True
    default_model: ClassVar[str] = DEFAULT_MODEL
    chat_models: ClassVar[list[str]] = _CHAT
    image_models: ClassVar[list[str]] = _IMAGE
    models: ClassVar[list[str]] = [*_CHAT, *_IMAGE]
    model_aliases: ClassVar[dict[str, str]] = {
        # An exact name, and yet another model: so it was with gpt4free.
        "gpt-4o": "gpt-4o-2024-11-20",
        **{alias: model.id for model in MODELS for alias in model.aliases},
    }
    _shared: ClassVar[AmigoChat | None] = None

    def __init__(
        self,
        api_key: Any = None,
        *,
        base_url: str | None = None,
        device: Device | None = None,
        **options: Unpack[ClientKeywords],
    ) -> None:
        api_key = concealed(api_key)
        self._clients = Clients(api_key, base_url, device or Device(), {**options})

    @classmethod
    def shared(cls) -> AmigoChat:
        """The object that calls on the class itself use: anonymous, and one per address."""
        made = cls.__dict__.get("_shared")
        if made is None or made.base_url != address_of(None):
            made = cls._shared = cls()
        return made

    @property
    def base_url(self) -> str:
        """Address of the API that this object calls."""
        return self._clients.base_url

    @classmethod
    def get_personaId(cls, model: str) -> str:  # noqa: N802 - the replaced library's name
        """
        The persona that belongs to *model*.

        Raises:
            ValueError: Nobody knows the model.
        """
        if model not in _PERSONAS:
            msg = f"Unknown model: {model}"
            raise ValueError(msg)
        return _PERSONAS[model]

    @staticmethod
    def generate_chat_id() -> str:
        """An id for a new conversation: a random UUID."""
        return str(uuid4())

    def _create_async_generator(
        self,
        /,
        model: str,
        messages: Messages,
        proxy: str | None = None,
        stream: bool = False,
        timeout: float | None = TIMEOUT,
        frequency_penalty: float = 0,
        max_tokens: int = 4000,
        presence_penalty: float = 0,
        temperature: float = 0.5,
        top_p: float = 0.95,
        **kwargs: Any,
    ) -> AsyncChunks[str | ImageResponse]:
        """
        The answer piece by piece; for an image model, one `ImageResponse`.

        Args:
            model: Name or alias of a model; empty takes the default.
            messages: The conversation; an image model draws the text of the last message.
            proxy: URL of a proxy for this call.
            stream: Ask for a stream; otherwise the whole text is one piece.
            timeout: Seconds in total, or None.
            frequency_penalty: Penalty on frequent tokens.
            max_tokens: Most tokens to generate.
            presence_penalty: Penalty on tokens that occurred.
            temperature: Sampling temperature.
            top_p: Share of probability to sample from.
            kwargs: `chat_id`; others are ignored, as ever.

        Raises:
            ModelNotSupportedError: There is no such model.
        """
        sampling = Sampling(frequency_penalty, max_tokens, presence_penalty, temperature, top_p)
        options = chat_options(sampling, kwargs.get("chat_id"), timeout)
        name = self.get_model(model)
        if name in self.image_models:
            return AsyncChunks(self._drawn(name, messages, proxy, timeout))
        return AsyncChunks(self._told(name, messages, proxy, stream, options))

    create_async_generator = Bound(_create_async_generator)  # pyright: ignore[reportAssignmentType]  # also works on objects

    async def _drawn(
        self, model: str, messages: Messages, proxy: str | None, seconds: float | None
    ) -> AsyncGenerator[str | ImageResponse]:
        yield await self.acreate_image(model, prompt_of(messages), proxy, seconds)

    async def _told(
        self,
        model: str,
        messages: Messages,
        proxy: str | None,
        streaming: bool,
        options: dict[str, Any],
    ) -> AsyncGenerator[str | ImageResponse]:
        client = self._clients.asyncio(proxy)
        if not streaming:
            yield (await client.chat(messages, model=model, **options)).text
            return
        async with client.stream(messages, model=model, **options) as stream:
            async for text in stream.text:
                yield text

    def create_chat(
        self,
        model: str,
        messages: Messages,
        chat_id: str | None = None,
        proxy: str | None = None,
        timeout: float | None = TIMEOUT,
        **sampling: Any,
    ) -> Reply:
        """
        The whole answer; `str()` of it is the text.

        Args:
            model: Name or alias of a model; empty takes the default.
            messages: The conversation.
            chat_id: Names it; by default a new id.
            proxy: URL of a proxy for this call.
            timeout: Seconds in total, or None.
            sampling: Other values than the defaults of `create_async_generator`.
        """
        options = chat_options(_sampling(sampling), chat_id, timeout)
        client = self._clients.blocking(proxy)
        return client.chat(messages, model=self.get_model(model), **options)

    async def acreate_chat(
        self,
        model: str,
        messages: Messages,
        chat_id: str | None = None,
        proxy: str | None = None,
        timeout: float | None = TIMEOUT,  # noqa: ASYNC109 - the blocking twin's name
        **sampling: Any,
    ) -> Reply:
        """Same as `create_chat`, for asyncio."""
        options = chat_options(_sampling(sampling), chat_id, timeout)
        client = self._clients.asyncio(proxy)
        return await client.chat(messages, model=self.get_model(model), **options)

    def create_image(
        self,
        model: str,
        prompt: str,
        proxy: str | None = None,
        timeout: float | None = TIMEOUT,
    ) -> ImageResponse:
        """Pictures of *prompt*, which is sent as it is; `str()` gives the links."""
        images = self._clients.blocking(proxy).images
        return response_of(
            images.generate(prompt, model=self.get_model(model), timeout=timeout), prompt
        )

    async def acreate_image(
        self,
        model: str,
        prompt: str,
        proxy: str | None = None,
        timeout: float | None = TIMEOUT,  # noqa: ASYNC109 - the blocking twin's name
    ) -> ImageResponse:
        """Same as `create_image`, for asyncio."""
        images = self._clients.asyncio(proxy).images
        made = await images.generate(prompt, model=self.get_model(model), timeout=timeout)
        return response_of(made, prompt)

    def stream_chat(
        self,
        model: str,
        messages: Messages,
        chat_id: str | None = None,
        stream: bool = True,
        proxy: str | None = None,
        timeout: float | None = TIMEOUT,
        **sampling: Any,
    ) -> Chunks[str]:
        """The answer piece by piece, whatever *stream* says; see `create_chat`."""
        del stream
        options = chat_options(_sampling(sampling), chat_id, timeout)
        opened = self._clients.blocking(proxy).stream(
            messages, model=self.get_model(model), **options
        )

        def pieces() -> Generator[str]:
            """The text of the stream, which is closed at the end."""
            with opened:
                yield from opened.text

        return Chunks(pieces())

    def astream_chat(
        self,
        model: str,
        messages: Messages,
        chat_id: str | None = None,
        stream: bool = True,
        proxy: str | None = None,
        timeout: float | None = TIMEOUT,
        **sampling: Any,
    ) -> AsyncChunks[str]:
        """Same as `stream_chat`, for asyncio; use it in `async for`."""
        del stream
        options = chat_options(_sampling(sampling), chat_id, timeout)
        opened = self._clients.asyncio(proxy).stream(
            messages, model=self.get_model(model), **options
        )

        async def pieces() -> AsyncGenerator[str]:
            """The text of the stream, which is closed at the end."""
            async with opened:
                async for text in opened.text:
                    yield text

        return AsyncChunks(pieces())

    def close(self) -> None:
        """Close the connections of blocking calls."""
        self._clients.close()

    async def aclose(self) -> None:
        """Close all connections."""
        await self._clients.aclose()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections of blocking calls."""
        self.close()

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close all connections."""
        await self.aclose()


def _sampling(given: dict[str, Any]) -> Sampling:
    """The defaults with what was *given*; other names are ignored, as ever."""
    known = {name: value for name, value in given.items() if name in Sampling._fields}
    return Sampling(**known)
