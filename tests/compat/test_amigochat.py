"""The surface of gpt4free's AmigoChat: names, defaults, both worlds, proxies, no closing."""

from __future__ import annotations

import asyncio
import gc
import inspect
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from loopback_proxy import LoopbackProxy

from polyvox.backends.amigochat.types import Device
from polyvox.compat.amigochat import (
    AmigoChat,
    AsyncGeneratorProvider,
    ImageResponse,
    Messages,
    ModelNotSupportedError,
    ProviderModelMixin,
)
from polyvox.compat.amigochat import clients as clients_module
from polyvox.emulator import Emulator
from polyvox.errors import ConfigError, PolyvoxError, ServerError, StreamTruncated

HELLO: Messages = [
    {"role": "system", "content": "Ты дружелюбный помощник."},
    {"role": "user", "content": "Привет, как дела"},
]
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@pytest.fixture(scope="module")
def running() -> Iterator[Emulator]:
    """An emulator of AmigoChat."""
    with Emulator(backends=("amigochat",)) as emulator:
        yield emulator


@pytest.fixture
def emulator(running: Emulator, monkeypatch: pytest.MonkeyPatch) -> Emulator:
    """The emulator, which calls on the class find by the environment."""
    monkeypatch.setenv("AMIGOCHAT_BASE_URL", running.url_of("amigochat"))
    running.forget_requests()
    return running


@pytest.fixture
def provider(emulator: Emulator) -> Iterator[AmigoChat]:
    """A provider over the emulator, without retries."""
    with AmigoChat(base_url=emulator.url_of("amigochat"), retry=False) as made:
        yield made


def pieces(source: Any, limit: int | None = None) -> list[Any]:
    """What the asynchronous *source* gives, at most *limit*; it is not closed."""

    async def read() -> list[Any]:
        """All pieces."""
        found: list[Any] = []
        async for piece in source:
            found.append(piece)
            if len(found) == limit:
                break
        return found

    return asyncio.run(read())


def sent(emulator: Emulator, position: int = -1) -> dict[str, Any]:
    """The body of a request."""
    return dict(json.loads(emulator.requests[position].body))


def test_attributes() -> None:
    """The attributes of the replaced provider have its values."""
    assert "https://amigochat.io/chat/" == AmigoChat.url
    assert "https://api.amigochat.io/v1/chat/completions" == AmigoChat.chat_api_endpoint
    assert "https://api.amigochat.io/v1/images/generations" == AmigoChat.image_api_endpoint
    assert (False, True, True, True) == (
        AmigoChat.working,
        AmigoChat.supports_stream,
        AmigoChat.supports_system_message,
        AmigoChat.supports_message_history,
    )
    assert "gpt-4o-mini" == AmigoChat.default_model
    assert (29, 8) == (len(AmigoChat.chat_models), len(AmigoChat.image_models))
    assert [*AmigoChat.chat_models, *AmigoChat.image_models] == AmigoChat.models
    assert "mistralai/Mistral-7B-Instruct-v0.3" == AmigoChat.model_aliases["mixtral-7b"]
    assert issubclass(AmigoChat, AsyncGeneratorProvider)
    assert issubclass(AmigoChat, ProviderModelMixin)


def test_defaults_of_create_async_generator() -> None:
    """The signature is the replaced one, on the class and on objects."""
    expected = {
        "proxy": None,
        "stream": False,
        "timeout": 300,
        "frequency_penalty": 0,
        "max_tokens": 4000,
        "presence_penalty": 0,
        "temperature": 0.5,
        "top_p": 0.95,
    }
    for owner in (AmigoChat, AmigoChat()):
        parameters = inspect.signature(owner.create_async_generator).parameters
        found = {name: one.default for name, one in parameters.items()}
        assert ["model", "messages", *expected, "kwargs"] == list(found)
        assert expected == {name: found[name] for name in expected}


def test_names_of_models() -> None:
    """Aliases win, as they did; an empty name is the default; unknown ones are refused."""
    assert "gpt-4o-2024-11-20" == AmigoChat.get_model("gpt-4o")
    assert "gpt-4o-mini" == AmigoChat.get_model("") == AmigoChat.get_model(None)
    assert AmigoChat.models == AmigoChat.get_models()
    assert "clude-claude-3-5-sonnet-20241022" == AmigoChat.get_personaId(
        AmigoChat.get_model("claude-3.5-sonnet")
    )
    with pytest.raises(ModelNotSupportedError, match="gpt-9") as caught:
        AmigoChat.get_model("gpt-9")
    assert str(caught.value) == caught.value.message
    with pytest.raises(ValueError, match="Unknown model: gpt-9"):
        AmigoChat.get_personaId("gpt-9")


def test_ids_of_chats() -> None:
    """An id is a random UUID, on the class and on objects."""
    assert UUID.fullmatch(AmigoChat.generate_chat_id())
    assert AmigoChat().generate_chat_id() != AmigoChat.generate_chat_id()


def test_the_body_is_that_of_the_last_version(emulator: Emulator, provider: AmigoChat) -> None:
    """Every key that gpt4free sent is there, with its default, under a new id for each call."""
    assert ["Привет, как дела"] == pieces(provider.create_async_generator("gpt-4o", HELLO))
    pieces(provider.create_async_generator(model="gpt-4o", messages=HELLO, max_token=1))

    first, second = sent(emulator, 0), sent(emulator, 1)
    assert UUID.fullmatch(first.pop("chatId"))
    assert UUID.fullmatch(second.pop("chatId"))
    assert (
        first
        == second
        == {
            "messages": HELLO,
            "model": "gpt-4o-2024-11-20",
            "personaId": "gpt",
            "frequency_penalty": 0,
            "presence_penalty": 0,
            "max_tokens": 4000,
            "temperature": 0.5,
            "top_p": 0.95,
            "stream": False,
        }
    )
    assert (
        emulator.requests[0].headers["x-device-uuid"]
        == (emulator.requests[1].headers["x-device-uuid"])
    )


@pytest.mark.parametrize("model", ["shape-text", "shape-wrapped", "shape-plain", "shape-events"])
@pytest.mark.parametrize("stream", [True, False])
def test_every_shape(
    provider: AmigoChat, monkeypatch: pytest.MonkeyPatch, model: str, stream: bool
) -> None:
    """Whatever shape an answer has, its text arrives."""
    monkeypatch.setattr(AmigoChat, "models", [model])

    generated = pieces(provider.create_async_generator(model, HELLO, stream=stream))

    assert "Привет, как дела" == "".join(generated)


def test_streams(provider: AmigoChat) -> None:
    """Streams give words, in both worlds, and may be left at once."""
    assert ["Привет,", " как", " дела"] == list(provider.stream_chat("gpt-4o", HELLO, stream=True))
    assert ["Привет,", " как", " дела"] == pieces(provider.astream_chat("gpt-4o", HELLO))
    assert ["Привет,"] == pieces(provider.create_async_generator("", HELLO, stream=True), 1)
    with provider.stream_chat("gpt-4o", HELLO) as stream:
        assert "Привет," == next(stream)
    assert [] == list(stream)
    gc.collect()


def test_asynchronous_streams_can_be_closed(provider: AmigoChat) -> None:
    """An asynchronous stream is a context manager, too."""

    async def first() -> list[str]:
        """The first piece of a stream that is closed."""
        async with provider.astream_chat("gpt-4o", HELLO) as stream:
            return [await anext(stream)]

    assert ["Привет,"] == asyncio.run(first())


def test_plain_calls(emulator: Emulator, provider: AmigoChat) -> None:
    """`create_chat` gives a reply whose text prints; the id goes along; values can be changed."""
    reply = provider.create_chat(
        model="gpt-4o-mini", chat_id="c-1", messages=HELLO, temperature=0.1, nonsense=1
    )
    twin = asyncio.run(provider.acreate_chat(model="gpt-4o-mini", messages=HELLO, max_tokens=1))

    assert ("Привет, как дела", "Привет,") == (str(reply), str(twin))
    assert ("c-1", 0.1, 4000) == tuple(
        sent(emulator, 0)[name] for name in ("chatId", "temperature", "max_tokens")
    )
    assert 1 == sent(emulator, 1)["max_tokens"]


def test_pictures(emulator: Emulator, provider: AmigoChat) -> None:
    """A prompt gives an `ImageResponse`, in every way that there is to ask."""
    made = provider.create_image(model="flux-realism", prompt="Котик")
    twin = asyncio.run(provider.acreate_image("flux", "Котик"))
    messages: Messages = [
        *HELLO,
        {"role": "user", "content": [{"type": "text", "text": "Котик"}, {"type": "image_url"}]},
    ]
    [generated] = pieces(provider.create_async_generator("flux-realism", messages))

    assert isinstance(generated, ImageResponse)
    assert made.image_urls == twin.image_urls == generated.image_urls
    assert [{"prompt": "Котик", "model": "flux-realism", "personaId": "flux-realism"}] * 3 == [
        sent(emulator, position) for position in range(3)
    ]
    assert made.image_urls[0].startswith(emulator.url_of("amigochat"))
    assert ("Котик", "A picture of: Котик") == (made.alt, made.get("revised_prompt"))


def test_image_responses() -> None:
    """An `ImageResponse` is a list of links; `str` gives one per line, `markdown` Markdown."""
    one = ImageResponse("https://a.example/1.png", "a [cat]", {"cookies": 1})
    two = ImageResponse(["https://a.example/1.png", "https://a.example/2.png"], "cats")

    assert ["https://a.example/1.png"] == one.get_list() == list(one)
    assert ("https://a.example/1.png", 1, None) == (one.images, one.get("cookies"), one.get("x"))
    assert (2, "https://a.example/1.png\nhttps://a.example/2.png") == (len(two), str(two))
    assert "[![a (cat)](https://a.example/1.png)](https://a.example/1.png)" == one.markdown()
    assert "ImageResponse(images='https://a.example/1.png', alt='a [cat]')" == repr(one)


def test_inline_pictures(provider: AmigoChat, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that comes as bytes is a `data:` URL."""
    monkeypatch.setattr(AmigoChat, "models", ["inline"])

    assert str(provider.create_image("inline", "x")).startswith("data:image/png;base64,iVBOR")


def test_calls_on_the_class(emulator: Emulator) -> None:
    """The class itself answers, with one device for all such calls; subclasses have their own."""

    class Mine(AmigoChat):
        """A provider of somebody's."""

    for owner in (AmigoChat, AmigoChat, Mine):
        assert ["Привет, как дела"] == pieces(owner.create_async_generator("gpt-4o", HELLO))
    assert "Привет, как дела" == asyncio.run(AmigoChat.create_async("gpt-4o", HELLO))

    devices = [request.headers["x-device-uuid"] for request in emulator.requests]
    assert devices[0] == devices[1] == devices[3] != devices[2]
    asyncio.run(AmigoChat.shared().aclose())


def test_base_classes_alone() -> None:
    """A provider without models of its own has its default; without a generator it says so."""

    class Bare(ProviderModelMixin):
        """A provider with a default only."""

        default_model = "m"

    assert ["m"] == Bare.get_models()
    assert ("m", "anything") == (Bare.get_model(None), Bare.get_model("anything"))
    assert [] == ProviderModelMixin.get_models()
    with pytest.raises(NotImplementedError, match="create_async_generator"):
        AsyncGeneratorProvider.create_async_generator("m", HELLO)


@pytest.mark.parametrize(
    ("model", "error", "stream"),
    [
        ("balance", PolyvoxError, False),
        ("empty", PolyvoxError, False),
        ("empty", PolyvoxError, True),
        ("faulty", ServerError, True),
        ("truncated", StreamTruncated, True),
    ],
)
def test_failures_are_failures(
    provider: AmigoChat,
    monkeypatch: pytest.MonkeyPatch,
    model: str,
    error: type[PolyvoxError],
    stream: bool,
) -> None:
    """Errors, empty answers and streams without an end are told, with a `message`."""
    monkeypatch.setattr(AmigoChat, "models", [model])

    with pytest.raises(error) as caught:
        pieces(provider.create_async_generator(model, HELLO, stream=stream))
    assert caught.value.message


def test_a_proxy_for_one_call(emulator: Emulator, provider: AmigoChat) -> None:
    """Each kind of call can go through a proxy of its own; the next one goes directly."""
    with LoopbackProxy() as proxy:
        reply = provider.create_chat("gpt-4o", HELLO, proxy=proxy.url)
        words = list(provider.stream_chat("gpt-4o", HELLO, proxy=proxy.url))
        image = provider.create_image("flux-realism", "Котик", proxy=proxy.url)
        generated = pieces(
            provider.create_async_generator("gpt-4o", HELLO, proxy=proxy.url, stream=True)
        )
        provider.create_chat("gpt-4o", HELLO)

    root = emulator.url_of("amigochat")
    chats, images = f"{root}/v1/chat/completions", f"{root}/v1/images/generations"
    assert "Привет, как дела" == str(reply) == "".join(words) == "".join(generated)
    assert 1 == len(image)
    assert [chats, chats, images, chats] == proxy.targets
    assert 5 == len(emulator.requests)


def test_a_proxy_wins_over_a_client(emulator: Emulator) -> None:
    """A proxy's user name is sent to it alone; an HTTP client that was handed in stays aside."""
    httpx = pytest.importorskip("httpx")
    with (
        LoopbackProxy() as proxy,
        httpx.Client(trust_env=False) as client,
        AmigoChat(base_url=emulator.url_of("amigochat"), http_client=client) as provider,
    ):
        named = proxy.url.replace("http://", "http://me:word@")
        provider.create_chat("gpt-4o", HELLO)
        provider.create_chat("gpt-4o", HELLO, proxy=named)
        assert "word" not in repr(vars(provider))

    assert 1 == len(proxy.targets)
    assert "proxy-authorization: basic" in proxy.heads[0].lower()
    assert "proxy-authorization" not in emulator.requests[-1].headers


def test_many_proxies(
    emulator: Emulator, provider: AmigoChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rotating proxies do not pile up connections: the one unused for longest is let go."""
    monkeypatch.setattr(clients_module, "MOST_PROXIES", 1)
    with LoopbackProxy() as one, LoopbackProxy() as two:
        for proxy in (one, two, one):
            provider.create_chat("gpt-4o", HELLO, proxy=proxy.url)
            asyncio.run(provider.acreate_chat("gpt-4o", HELLO, proxy=proxy.url))

    assert (4, 2) == (len(one.targets), len(two.targets))
    asyncio.run(provider.aclose())


def test_settings(emulator: Emulator) -> None:
    """Token and device are arguments; a bad model for a call is told before anything is sent."""
    emulator.forget_requests()

    async def run() -> None:
        """Both verbs with settings of their own."""
        async with AmigoChat("t-1", device=Device("d-1"), retry=False) as provider:
            await provider.acreate_chat("gpt-4o", HELLO)
            with pytest.raises(ConfigError, match=r"images\.generate"):
                await provider.acreate_chat("flux-realism", HELLO)
            with pytest.raises(ModelNotSupportedError):
                provider.create_chat("gpt-9", HELLO)

    asyncio.run(run())
    [request] = emulator.requests
    assert ("Bearer t-1", "d-1") == (
        request.headers["authorization"],
        request.headers["x-device-uuid"],
    )


def test_nobody_closes(emulator: Emulator) -> None:
    """A forgotten provider lets its connections go without a warning."""
    provider = AmigoChat()

    for _ in range(3):
        assert "Привет, как дела" == str(provider.create_chat("gpt-4o", HELLO))
        asyncio.run(provider.acreate_chat("gpt-4o", HELLO))
    assert "Привет," == next(provider.stream_chat("gpt-4o", HELLO))
    del provider
    gc.collect()
