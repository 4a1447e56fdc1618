"""
Clients that play a model, for tests of runs: what they answer is written down beforehand.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from polyvox.tools.verbs import AsyncRuns, Runs
from polyvox.types import (
    Done,
    Event,
    Message,
    Reply,
    TextDelta,
    ToolCall,
    ToolCallDelta,
    Usage,
)
from polyvox_core.flow import Flow
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner
from polyvox_core.streams import AsyncStream, Stream

__all__ = [
    "ADD",
    "AsyncModel",
    "Model",
    "World",
    "add",
    "asks",
    "broken",
    "called",
    "says",
    "told",
    "world",
]


def called(name: str, arguments: str = "{}", call_id: str = "c1") -> ToolCall:
    """A call of a tool."""
    return ToolCall(call_id, name, arguments)


def asks(*calls: ToolCall, text: str = "", usage: Usage | None = None) -> Reply:
    """An answer that asks for tools."""
    message = Message("assistant", text or None, calls)
    return Reply(text, message, calls, "tool_calls", usage)


def says(text: str, usage: Usage | None = None) -> Reply:
    """An answer."""
    return Reply(text, Message("assistant", text), (), "stop", usage)


def add(first: int, second: int = 1) -> int:
    """Add two numbers."""
    return first + second


def broken(text: str) -> str:
    """Fail."""
    raise ValueError(text)


ADD = called("add", '{"first": 2}')


def told(model: Any) -> list[Any]:
    """What the last chat was told by tools."""
    return [json.loads(one.content) for one in model.seen[-1] if one.role == "tool"]


class _Script:
    """
    A model that gives its *answers* one after the other; an error is raised.

    Attributes:
        seen: The messages of each chat.
        options: The options of each chat.
        closed: How many streams were closed.
        interrupted: How many were interrupted.
    """

    def __init__(self, *answers: Reply | Exception) -> None:
        self._answers = iter(answers)
        self.seen: list[Sequence[Message | Mapping[str, Any]]] = []
        self.options: list[dict[str, Any]] = []
        self.closed = 0
        self.interrupted = 0

    def next(self, chat: Any, options: dict[str, Any]) -> Reply:
        """The next answer."""
        self.seen.append(chat)
        self.options.append(options)
        answer = next(self._answers)
        if isinstance(answer, Exception):
            raise answer
        return answer


class _Source:
    """The events of one answer."""

    def __init__(self, script: _Script, chat: Any, options: dict[str, Any]) -> None:
        self._script = script
        self._asked = chat, options
        self._events: Iterator[Event] = iter(())
        self._partial = says("")
        self.headers: dict[str, str] = {}
        self.final: Reply | None = None

    def open(self) -> Flow[None]:
        """Take the next answer."""
        reply = self._script.next(*self._asked)
        self.headers = {"x-request-id": f"r{len(self._script.seen)}"}
        self._events = self._played(reply)
        return
        yield

    def _played(self, reply: Reply) -> Iterator[Event]:
        for word in reply.text.split():
            self._partial = says(word)
            yield TextDelta(word)
        for position, call in enumerate(reply.tool_calls):
            yield ToolCallDelta(position, call.id, call.name, call.arguments)
        if isinstance(reply.wire.get("breaks"), Exception):
            raise reply.wire["breaks"].with_(partial=self._partial)
        self.final = reply
        yield Done(reply)

    def pull(self) -> Flow[list[Event]]:
        """The next event."""
        return [event] if (event := next(self._events, None)) else []
        yield

    def close(self) -> Flow[None]:
        """Count it."""
        self._script.closed += 1
        return
        yield

    def interrupt(self) -> None:
        """Count it."""
        self._script.interrupted += 1

    def partial(self) -> Reply:
        """What has arrived."""
        return self._partial


class _State:
    """What a chat stream shows besides its events."""

    def _keep(self, source: _Source) -> None:
        self._chat = source

    @property
    def final(self) -> Reply:
        """The whole answer."""
        assert self._chat.final is not None
        return self._chat.final

    @property
    def partial(self) -> Reply:
        """What has arrived."""
        return self._chat.partial()


class _Stream(_State, Stream[Event]):
    def __init__(self, source: _Source) -> None:
        super().__init__(Runner.for_calls(), source)
        self._keep(source)


class _AsyncStream(_State, AsyncStream[Event]):
    def __init__(self, source: _Source) -> None:
        super().__init__(AsyncRunner.for_calls(), source)
        self._keep(source)


class Model(_Script, Runs):
    """A blocking client."""

    def chat(self, chat: Any, **options: Any) -> Reply:
        """The next answer."""
        return self.next(chat, options)

    def stream(self, chat: Any, **options: Any) -> _Stream:
        """The next answer as it arrives."""
        return _Stream(_Source(self, chat, options))


class AsyncModel(_Script, AsyncRuns):
    """Same as `Model`, for asyncio."""

    async def chat(self, chat: Any, **options: Any) -> Reply:
        """Same as `Model.chat`."""
        await asyncio.sleep(0)
        return self.next(chat, options)

    def stream(self, chat: Any, **options: Any) -> _AsyncStream:
        """Same as `Model.stream`."""
        return _AsyncStream(_Source(self, chat, options))


class World:
    """One kind of client, and how it is used."""

    def __init__(self, name: str) -> None:
        self.is_async = name == "async"

    def model(self, *answers: Reply | Exception) -> Any:
        """A client that gives *answers*."""
        return (AsyncModel if self.is_async else Model)(*answers)

    def run(self, model: Any, *args: Any, **options: Any) -> Any:
        """What `run` returns."""
        if self.is_async:
            return asyncio.run(model.run(*args, **options))
        return model.run(*args, **options)

    def events(self, stream: Any) -> list[Event]:
        """All events of *stream*."""
        if not self.is_async:
            with stream:
                return list(stream)

        async def read() -> list[Event]:
            """Read to the end."""
            async with stream:
                return [event async for event in stream]

        return asyncio.run(read())


def world(name: str) -> World:
    """The world called *name*: sync or async."""
    return World(name)
