"""
Clients without a network, for tests of what combines clients: scripted answers, and a clock.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from copy import copy
from typing import Any

from shells import Shell

from polyvox import AsyncFailoverPool, FailoverPool, Member
from polyvox.backends.chat_stream import AsyncChatStream, ChatStream
from polyvox.types import Done, Embeddings, Message, Reply, TextDelta
from polyvox_core.errors import PolyvoxError, UnsupportedError
from polyvox_core.flow import Ask, Flow
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner

__all__ = ["AsyncFake", "Clock", "Fake", "echoing", "fake", "many", "pool", "reply", "stats"]


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def reply(text: str) -> Reply:
    """A reply that says *text*."""
    return Reply(text, Message("assistant", text))


class Script:
    """
    What both fakes know.

    Args:
        outcomes: What the next calls meet: a text to answer, an error to raise, a function to
            call, or for streams a list of texts and errors. The last one is repeated.
    """

    backend = "fake"

    def __init__(self, *outcomes: Any) -> None:
        self.outcomes = list(outcomes or ["hello"])
        self.calls: list[dict[str, Any]] = []
        self.chats: list[Any] = []
        self.closed = 0
        self.streams: list[FakeSource] = []

    def next(self, chat: Any, options: dict[str, Any]) -> Any:
        """Take the next outcome."""
        self.chats.append(chat)
        self.calls.append({name: one for name, one in options.items() if one is not None})
        return self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]

    def source(self, chat: Any, options: dict[str, Any]) -> FakeSource:
        """The next outcome as a stream."""
        outcome = self.next(chat, options)
        self.streams.append(FakeSource(outcome if isinstance(outcome, list) else [outcome]))
        return self.streams[-1]


def _answer(outcome: Any) -> Any:
    if isinstance(outcome, PolyvoxError):
        raise copy(outcome)  # Pools write their members' names into errors.
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome() if callable(outcome) else reply(outcome)


class FakeSource:
    """A stream of the texts in *script*; an error in it is raised, None ends it too early."""

    def __init__(self, script: list[Any]) -> None:
        self.script = script
        self.headers: dict[str, str] = {}
        self.texts: list[str] = []
        self.final: Reply | None = None
        self.closed = 0
        self._at = 0

    def partial(self) -> Reply:
        """What came so far."""
        return reply("".join(self.texts))

    def open(self) -> Flow[None]:
        """Raise an error that is called `refused`."""
        self.headers = {"x-request-id": "r-1"}
        first = self.script[0]
        if isinstance(first, PolyvoxError) and first.code == "refused":
            raise first
        return
        yield

    def pull(self) -> Flow[list[Any]]:
        """The next event."""
        if self._at > len(self.script):
            return []
        item = self.script[self._at] if self._at < len(self.script) else reply
        self._at += 1
        if item is None:
            self._at = len(self.script) + 1
            return []
        if item is reply:
            self.final = self.partial()
            return [Done(self.final)]
        if isinstance(item, PolyvoxError):
            raise copy(item).with_(partial=self.partial())
        text = (yield Ask(item)) if callable(item) else item
        self.texts.append(text)
        return [TextDelta(text)]

    def close(self) -> Flow[None]:
        """Note it."""
        self.closed += 1
        return
        yield


class Fake(Script):
    """A blocking client."""

    def chat(self, chat: Any, *, model: str | None = None, **options: Any) -> Any:
        """The next outcome."""
        return _answer(self.next(chat, {"model": model, **options}))

    def stream(self, chat: Any, *, model: str | None = None, **options: Any) -> Any:
        """The next outcome as a stream."""
        source = self.source(chat, {"model": model, **options})
        return ChatStream(Runner.for_calls(), source)

    def embed(self, texts: Any, *, model: str, **options: Any) -> Any:
        """A vector for each text."""
        _answer(self.next(texts, {"model": model, **options}))
        return Embeddings([[1.0] for _ in texts], model=model)

    def close(self) -> None:
        """Note it."""
        self.closed += 1


class LackingEmbed:
    """A backend that cannot embed."""

    @property
    def embed(self) -> Any:
        """Refuse it, as clients do."""
        msg = "has no 'embed'"
        raise UnsupportedError(msg)


class AsyncFake(Script):
    """A client for asyncio."""

    async def chat(self, chat: Any, *, model: str | None = None, **options: Any) -> Any:
        """The next outcome."""
        made = _answer(self.next(chat, {"model": model, **options}))
        return await made if inspect.isawaitable(made) else made

    def stream(self, chat: Any, *, model: str | None = None, **options: Any) -> Any:
        """The next outcome as a stream."""
        source = self.source(chat, {"model": model, **options})
        return AsyncChatStream(AsyncRunner.for_calls(), source)

    async def embed(self, texts: Any, *, model: str, **options: Any) -> Any:
        """A vector for each text."""
        return Fake.embed(self, texts, model=model, **options)  # type: ignore[arg-type]  # same state

    async def aclose(self) -> None:
        """Note it."""
        self.closed += 1


class Lacking(LackingEmbed, Fake):
    """A blocking client that cannot embed."""


class AsyncLacking(LackingEmbed, AsyncFake):
    """A client for asyncio that cannot embed."""


def fake(shell: Shell, *outcomes: Any, embeds: bool = True) -> Any:
    """A fake client of the right kind."""
    kinds = ((Lacking, Fake), (AsyncLacking, AsyncFake))
    return kinds[shell.is_async][embeds](*outcomes)


def pool(shell: Shell, *members: Any, **options: Any) -> Any:
    """A pool of the right kind; scripts become members called a, b, c, ..."""
    made = [
        one if isinstance(one, Member) else Member(one, name=name)
        for name, one in zip("abcdefgh", members, strict=False)
    ]
    kind: Callable[..., Any] = AsyncFailoverPool if shell.is_async else FailoverPool
    return kind(made, **options)


def stats(made: Any, fact: str) -> dict[str, Any]:
    """One *fact* about each member of a pool."""
    return {name: getattr(one, fact) for name, one in made.stats().items()}


def many(number: int, text: str = "t") -> Iterator[str]:
    """So many inputs."""
    return (f"{text}{index}" for index in range(number))


def echoing(shell: Shell, **failures: Exception) -> Any:
    """A client that says what it is asked; *failures* by the text."""
    client = fake(shell)

    def chat(chat: Any, **_: Any) -> Any:
        """Answer, or fail."""
        client.chats.append(chat)
        text = chat if isinstance(chat, str) else chat[-1]["content"]
        if text in failures:
            raise failures[text]
        return reply(text)

    async def achat(chat: Any, **options: Any) -> Any:
        """Let others go first, then do the same."""
        await asyncio.sleep(0)
        return client_chat(chat, **options)

    client_chat = chat
    client.chat = achat if shell.is_async else chat
    return client
