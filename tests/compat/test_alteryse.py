"""The surface of alteryse-py: both argument orders, results, errors, and life without closing."""

from __future__ import annotations

import asyncio
import gc
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from polyvox.compat.alteryse import (
    AlteryseError,
    ChatResponse,
    GenerateResponse,
    Options,
    SyncTextGeneration,
    TextGeneration,
)
from polyvox.emulator import Emulator
from polyvox_api.alteryse import models

MESSAGES = [
    {"role": "user", "content": "Hello there"},
    {"role": "assistant", "content": "I am fine"},
]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """An emulator of Alteryse."""
    with Emulator(backends=("alteryse",)) as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, emulator: Emulator) -> Any:
    """Call a method of a new object of either class, by name."""

    def made(instance: str = "any", **arguments: Any) -> dict[str, Any]:
        arguments = {"base_url": emulator.url_of("alteryse"), "max_retries": 0, **arguments}
        return {"instance_id": instance, "api_key": "k", **arguments}

    def blocking(name: str, *args: Any, instance: str = "any", **options: Any) -> Any:
        with SyncTextGeneration(**made(instance)) as client:
            given = getattr(client, name)(*args, **options)
            return list(given) if name.startswith("stream") else given

    def awaiting(name: str, *args: Any, instance: str = "any", **options: Any) -> Any:
        async def run() -> Any:
            """One call, awaited."""
            async with TextGeneration(**made(instance)) as client:
                given = getattr(client, name)(*args, **options)
                if name.startswith("stream"):
                    return [piece async for piece in given]
                return await given

        return asyncio.run(run())

    return blocking if request.param == "sync" else awaiting


def last_body(emulator: Emulator) -> str:
    """The body of the latest request."""
    return emulator.requests[-1].body.decode()


def test_generate_and_chat(call: Any) -> None:
    """Both give objects with `content`, which `print` shows; the chat may end with any role."""
    made, said = call("generate", "Tell me a joke"), call("chat", MESSAGES)

    assert isinstance(made, GenerateResponse)
    assert isinstance(said, ChatResponse)
    assert ("Tell me a joke", "Hello there") == (made.content, str(said))
    assert "GenerateResponse(content='Tell me a joke')" == repr(made)
    assert made == GenerateResponse("Tell me a joke") != ChatResponse("Tell me a joke")


class OldOptions:
    """Options as the replaced package had them: an object with attributes."""

    def __init__(self, **given: Any) -> None:
        self.__dict__.update(given)


@pytest.mark.parametrize(
    ("args", "options"),
    [
        (({"temperature": 0.7},), {}),
        ((Options(temperature=0.7),), {}),
        ((models.Options(temperature=0.7),), {}),
        ((None, {"temperature": 0.7, "seed": None}), {}),
        ((None, OldOptions(temperature=0.7)), {}),
        ((), {"options": {"temperature": 0.7}}),
        ((), {"temperature": 0.7}),
        ((), {"options": {"temperature": 0.1}, "temperature": 0.7, "timeout": 5}),
    ],
)
def test_both_orders_of_generate(
    call: Any, emulator: Emulator, args: tuple[Any, ...], options: dict[str, Any]
) -> None:
    """Options may stand second or third, be any kind of mapping, or be keywords."""
    call("generate", "Hi", *args, **options)

    assert '{"mode":"generate","stream":false,"prompt":"Hi","options":{"temperature":0.7}}' == (
        last_body(emulator)
    )


def test_images(call: Any, emulator: Emulator, tmp_path: Path) -> None:
    """One picture or several, in any form; a text is one picture in base64, never a path."""
    path = tmp_path / "a.png"
    path.write_bytes(b"abc")

    call("generate", "Hi", "YWJj", {"seed": 1})
    one = last_body(emulator)
    call("generate", "Hi", [path, b"abc", "data:image/png;base64,YWJj"])

    assert '"images":["YWJj"],"options":{"seed":1}}' in one
    assert '"images":["YWJj","YWJj","YWJj"]}' in last_body(emulator)


def test_mistaken_arguments(call: Any) -> None:
    """Two options, and messages in the place of pictures, are told apart from failures."""
    with pytest.raises(TypeError, match="two options"):
        call("generate", "Hi", {"seed": 1}, {"seed": 2})
    with pytest.raises(TypeError, match=r"chat\(\)"):
        call("generate", "Hi", MESSAGES)


def test_streams(call: Any) -> None:
    """Streams give texts; an instance that knows no stream gives one."""
    assert ["a", " b"] == call("stream_generate", "a b")
    assert ["Hello", " there"] == call("stream_chat", MESSAGES, {"seed": 1})
    assert ["a b"] == call("stream_generate", "a b", instance="whole")


@pytest.mark.parametrize(
    ("instance", "name", "message", "status", "code"),
    [
        ("busy", "generate", "INSTANCE_BUSY", 503, "INSTANCE_BUSY"),
        ("busy", "stream_generate", "INSTANCE_BUSY", 503, "INSTANCE_BUSY"),
        ("faulty", "stream_generate", "the model stopped", None, None),
        ("truncated", "stream_generate", "without its end mar", None, None),
        ("empty", "generate", "the text is empty", None, None),
        ("empty", "stream_generate", "the text is empty", None, None),
    ],
)
def test_errors_have_a_message(
    call: Any, instance: str, name: str, message: str, status: int | None, code: str | None
) -> None:
    """Every failure is one class with `message`, status, code, and the original as its cause."""
    with pytest.raises(AlteryseError) as caught:
        call(name, "Hi you", instance=instance)

    error = caught.value
    assert message in error.message
    assert (status, code) == (error.status_code, error.code)
    assert error.__cause__ is not None
    assert error.message == str(error) == pickle.loads(pickle.dumps(error)).message


def test_chat_errors(call: Any) -> None:
    """Chats fail in the same way."""
    for name in ("chat", "stream_chat"):
        with pytest.raises(AlteryseError, match="INSTANCE_BUSY"):
            call(name, MESSAGES, instance="busy")


@pytest.mark.parametrize("kind", [TextGeneration, SyncTextGeneration])
def test_settings_of_the_environment(
    kind: type[Any], emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Id, key and address may come from variables; without them the constructor says so."""
    with pytest.raises(AlteryseError, match="instance_id"):
        kind()
    monkeypatch.setenv("ALTERYSE_INSTANCE_ID", "any")
    monkeypatch.setenv("ALTERYSE_API_KEY", "k")
    monkeypatch.setenv("ALTERYSE_BASE_URL", emulator.url_of("alteryse"))

    given = kind().generate("Hi")
    reply = asyncio.run(given) if kind is TextGeneration else given

    assert "Hi" == reply.content


def test_one_object_in_many_loops(emulator: Emulator) -> None:
    """One object works in three `asyncio.run` calls and is never closed; nothing leaks."""
    client = TextGeneration("any", "k", base_url=emulator.url_of("alteryse"))

    replies = [asyncio.run(client.generate(text)) for text in ("a", "b", "c")]

    assert ["a", "b", "c"] == [reply.content for reply in replies]
    del client
    gc.collect()


def test_a_blocking_object_needs_no_closing(emulator: Emulator) -> None:
    """A forgotten object lets its connections go without a warning; a left stream too."""
    client = SyncTextGeneration("any", "k", base_url=emulator.url_of("alteryse"))

    assert "a" == next(client.stream_generate("a b"))
    assert "a b" == client.generate("a b").content
    del client
    gc.collect()


def test_a_left_stream_is_closed(emulator: Emulator) -> None:
    """Leaving a stream early, in asyncio, frees it."""

    async def first() -> str:
        """The first piece of a stream that is left."""
        client = TextGeneration("any", "k", base_url=emulator.url_of("alteryse"))
        async for piece in client.stream_chat(MESSAGES):
            return piece
        return ""

    assert "Hello" == asyncio.run(first())
    gc.collect()


def test_further_members_do_no_harm(httpserver: HTTPServer) -> None:
    """What else the server sends is kept, as attributes; the key stays out of errors."""
    httpserver.expect_request("/i/").respond_with_json({"content": "Hi", "model": "m", "n": 1})
    with SyncTextGeneration("i", "key-of-mine", base_url=httpserver.url_for("")) as client:
        reply = client.chat(MESSAGES)

    assert ("m", {"model": "m", "n": 1}) == (reply.model, reply.extra)
    with pytest.raises(AttributeError, match="'nothing'"):
        _ = reply.nothing
    assert "key-of-mine" not in repr(client)
