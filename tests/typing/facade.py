"""
What type checkers see of the facade; checked by mypy and pyright, never run.
"""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

import polyvox
from polyvox.backends.chat_stream import AsyncChatStream, ChatStream
from polyvox.backends.dial.types import DialReply
from polyvox.types import Embeddings, Event, FileInfo, Message, Reply, ToolCall, Usage
from polyvox_api.dial import AsyncDialApi, DialApi
from polyvox_api.dial.models import Deployment


def key() -> str:
    """A credential on demand."""
    return "key"


async def async_key() -> str:
    """A credential on demand, after a wait."""
    return "key"


def clients() -> None:
    """How clients are made."""
    assert_type(polyvox.Dial(base_url="http://localhost", api_key="key"), polyvox.Dial)
    polyvox.Dial(base_url="http://localhost", api_key=polyvox.Secret("key"), timeout=5, retry=2)
    polyvox.Dial(base_url="http://localhost", bearer_token=key, timeout=None, retry=False)
    polyvox.AsyncDial(base_url="http://localhost", bearer_token=async_key)
    polyvox.Dial(base_url="http://localhost", api_key=async_key)  # type: ignore[arg-type]  # needs asyncio
    polyvox.Dial(base_url="http://localhost", api_kee="key")  # type: ignore[call-arg]  # misspelt
    polyvox.Dial("http://localhost")  # type: ignore[call-arg]  # by name only


def chats(client: polyvox.Dial) -> None:
    """What a chat takes and gives."""
    reply = client.chat("Hi", model="m", system="Be brief.", temperature=0.5, timeout=3)
    assert_type(reply, DialReply)
    assert_type(reply.text, str)
    assert_type(reply.message, Message)
    assert_type(reply.tool_calls, tuple[ToolCall, ...])
    assert_type(reply.usage, Usage | None)
    client.chat([{"role": "user", "content": "Hi"}, Message("user", "Hi")], model="m")
    client.chat("Hi")  # type: ignore[call-arg]  # without a model
    client.chat("Hi", model="m", temprature=1)  # type: ignore[call-arg]  # misspelt
    client.chat(1, model="m")  # type: ignore[arg-type]  # no chat


def streams(client: polyvox.Dial) -> None:
    """What a stream gives, event by event."""
    with client.stream("Hi", model="m") as stream:
        assert_type(stream, ChatStream[DialReply])
        for event in stream:
            assert_type(event, Event)
            match event:
                case polyvox.TextDelta(text=text):
                    assert_type(text, str)
                case polyvox.Done(reply=reply):
                    assert_type(reply, Reply)
                case _:
                    pass
        for piece in stream.text:
            assert_type(piece, str)
    assert_type(stream.final, DialReply)
    assert_type(stream.partial, DialReply)
    assert_type(client.stream("Hi", model="m").read(), DialReply)


def files(client: polyvox.Dial) -> None:
    """What goes into files, and what comes out."""
    assert_type(client.files.upload(b"x", to="a.txt"), FileInfo)
    client.files.upload(Path("a.txt"), to="folder/", progress=print)
    client.files.upload(("a.txt", b"x", "text/plain"), to="folder/")
    client.files.upload((chunk for chunk in [b"x"]), to="a.txt")
    assert_type(client.files.download("a.txt", to="b.txt"), Path)
    assert_type(client.files.read("a.txt"), bytes)
    assert_type(client.files.list("folder/"), list[FileInfo])
    assert_type(client.files.exists("a.txt"), bool)
    assert_type(client.files.delete("a.txt"), None)
    for file in client.files.iter("folder/"):
        assert_type(file, FileInfo)
    with client.files.open("a.txt") as download:
        for chunk in download:
            assert_type(chunk, bytes)
        assert_type(download.etag, str | None)


def others(client: polyvox.Dial) -> None:
    """The other verbs."""
    assert_type(client.api, DialApi)
    assert_type(client.embed(["a"], model="m"), Embeddings)
    assert_type(client.tokenize(["a"], model="m"), list[int])
    assert_type(client.rate("id", model="m", good=True), None)
    assert_type(client.with_(timeout=5), polyvox.Dial)
    assert_type(client.deployments.list(), list[Deployment])


def pools() -> None:
    """A pool gives clients of the kind that was asked for."""
    with polyvox.ClientPool(max_connections=5) as pool:
        assert_type(pool.client(polyvox.Dial, base_url="http://localhost"), polyvox.Dial)


async def asynchronous(client: polyvox.AsyncDial) -> None:
    """The same with asyncio."""
    assert_type(await client.chat("Hi", model="m"), DialReply)
    async with client.stream("Hi", model="m") as stream:
        assert_type(stream, AsyncChatStream[DialReply])
        async for event in stream:
            assert_type(event, Event)
        async for piece in stream.text:
            assert_type(piece, str)
    assert_type(stream.final, DialReply)
    assert_type(await client.files.upload(b"x", to="a.txt"), FileInfo)
    assert_type(await client.files.download("a.txt", to="b.txt"), Path)
    assert_type([file async for file in client.files.iter()], list[FileInfo])
    assert_type(client.api, AsyncDialApi)
    assert_type(client.with_(timeout=5), polyvox.AsyncDial)
    async with polyvox.AsyncClientPool() as pool:
        assert_type(pool.client(polyvox.AsyncDial, base_url="http://x"), polyvox.AsyncDial)


def errors() -> None:
    """What an error knows."""
    try:
        chats(polyvox.Dial(base_url="http://localhost"))
    except polyvox.RateLimited as error:
        assert_type(error.retry_after, float | None)
        assert_type(error.status, int | None)
        assert_type(error.request_id, str | None)
