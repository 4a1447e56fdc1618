"""
What type checkers see of failover pools and conversations; checked by mypy and pyright, never run.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import NamedTuple, assert_type

import polyvox
from polyvox import AsyncConversation, Conversation, Message, Reply, Run
from polyvox.backends.chat_stream import AsyncChatStream, ChatStream
from polyvox.backends.dial.types import DialReply
from polyvox.failover import (
    FAILS_OVER,
    AsyncFailoverStream,
    FailoverStream,
    MapProgress,
    MapResult,
    MemberStats,
)
from polyvox.types import Embeddings, Event


class City(NamedTuple):
    """What is extracted."""

    name: str


def weather(city: str) -> str:
    """The weather of a city."""
    return city


def texts() -> Iterator[str]:
    """Inputs."""
    yield "one"


async def async_texts() -> AsyncIterator[str]:
    """Inputs that come by and by."""
    yield "one"


def show(progress: MapProgress) -> None:
    """Show how far it is."""
    assert_type(progress.total, int | None)


def count(messages: object) -> int:
    """Count tokens."""
    return len(str(messages))


def pools(dial: polyvox.Dial, ollama: polyvox.Ollama, aclient: polyvox.AsyncOpenAI) -> None:
    """What a pool is made of."""
    pool = polyvox.FailoverPool([dial, polyvox.Member(ollama, model="llama", priority=1)])
    assert_type(pool, polyvox.FailoverPool)
    polyvox.FailoverPool([pool, ollama], strategy="least_busy", cooldown=5, on=(*FAILS_OVER, 402))
    polyvox.FailoverPool([dial], on=(polyvox.RateLimited,), clock=lambda: 0.0)
    polyvox.FailoverPool([aclient])  # type: ignore[list-item]  # a client for asyncio
    polyvox.FailoverPool([polyvox.Member(aclient)])  # type: ignore[arg-type]  # same
    polyvox.AsyncFailoverPool([dial])  # type: ignore[list-item]  # a blocking client
    polyvox.FailoverPool([dial], strategy="random")  # type: ignore[arg-type]  # no such strategy
    polyvox.FailoverPool([dial], on=(ValueError,))  # type: ignore[arg-type]  # no error of polyvox
    assert_type(pool.stats(), dict[str, MemberStats])


def verbs(pool: polyvox.FailoverPool) -> None:
    """What a pool does."""
    reply = pool.chat("Hi", model="m", temperature=0, timeout=5)
    assert_type(reply, Reply)
    assert_type(reply.served_by, str | None)
    assert_type(pool.chat("Hi"), Reply)
    with pool.stream("Hi", model="m") as stream:
        assert_type(stream, FailoverStream)
        for event in stream:
            assert_type(event, Event)
    assert_type(stream.served_by, str | None)
    assert_type(stream.final, Reply)
    assert_type(pool.embed(["x"], model="m"), Embeddings)
    assert_type(pool.run("Hi", [weather], model="m"), Run[Reply])
    assert_type(pool.extract("Hi", City, model="m"), City)
    pool.chat("Hi", temprature=0)  # type: ignore[call-arg]  # misspelt
    pool.extract("Hi", City, temprature=0)  # type: ignore[call-overload]  # misspelt


def maps(pool: polyvox.FailoverPool) -> None:
    """Many inputs at once."""
    with pool.map(texts(), model="m", progress=show, resume=Path("run.jsonl")) as results:
        for result in results:
            assert_type(result, MapResult)
            assert_type(result.get(), Reply)
            assert_type(result.reply, Reply | None)
            assert_type(result.error, Exception | None)
    pool.map(["a", [{"role": "user", "content": "b"}], Message("user", "c")], on_error="raise")
    pool.map(async_texts())  # type: ignore[arg-type]  # needs asyncio
    pool.map(["a"], on_error="ignore")  # type: ignore[arg-type]  # no such choice
    pool.map(["a"], concurrency="8")  # type: ignore[arg-type]  # a number


async def asynchronous(client: polyvox.AsyncDial, pool: polyvox.AsyncFailoverPool) -> None:
    """The same with asyncio."""
    assert_type(polyvox.AsyncFailoverPool([client, pool]), polyvox.AsyncFailoverPool)
    assert_type(await pool.chat("Hi", model="m"), Reply)
    async with pool.stream("Hi", model="m") as stream:
        assert_type(stream, AsyncFailoverStream)
    assert_type(await pool.embed(["x"], model="m"), Embeddings)
    assert_type(await pool.run("Hi", [weather], model="m"), Run[Reply])
    assert_type(await pool.extract("Hi", City, model="m"), City)
    async for result in pool.map(async_texts(), model="m"):
        assert_type(result, MapResult)
    pool.map(texts(), model="m")


def conversations(dial: polyvox.Dial, pool: polyvox.FailoverPool) -> None:
    """A conversation gives what its client gives."""
    talk = Conversation(dial, model="m", system="S", max_context_tokens=100, counter=count)
    assert_type(talk, Conversation[DialReply])
    assert_type(talk.say("Hi", temperature=0), DialReply)
    assert_type(talk.retry(), DialReply)
    assert_type(talk.stream("Hi"), ChatStream[DialReply])
    assert_type(talk.run("Hi", [weather]), Run[DialReply])
    assert_type(talk.fork(), Conversation[DialReply])
    assert_type(talk.messages, tuple[Message, ...])
    assert_type(talk.turns, tuple[tuple[Message, ...], ...])
    assert_type(Conversation.load("talk.json", dial), Conversation[DialReply])
    assert_type(Conversation(pool).say("Hi"), Reply)
    talk.say("Hi", temprature=0)  # type: ignore[call-arg]  # misspelt
    talk.say(7)  # type: ignore[arg-type]  # no chat
    Conversation(dial, modell="m")  # type: ignore[call-arg]  # misspelt


async def async_conversations(dial: polyvox.AsyncDial) -> None:
    """The same with asyncio."""
    talk = AsyncConversation(dial, model="m")
    assert_type(talk, AsyncConversation[DialReply])
    assert_type(await talk.say("Hi"), DialReply)
    assert_type(talk.stream("Hi"), AsyncChatStream[DialReply])
    assert_type(await talk.run("Hi", [weather]), Run[DialReply])
    assert_type(await talk.retry(), DialReply)
    await talk.save("talk.json")
    assert_type(await AsyncConversation.load("talk.json", dial), AsyncConversation[DialReply])


def errors(error: polyvox.AllMembersFailed) -> None:
    """What the error of a pool knows."""
    for name, failure in error.failures.items():
        assert_type(name, str)
        assert_type(failure, polyvox.PolyvoxError)
    assert_type(error.retry_after, float | None)
    assert_type(error.served_by, str | None)
