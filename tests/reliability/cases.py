"""
The table of the reliability suite: what is done to a client, by checklist id.

A case is a function of a `Bench`; it asserts what must hold, and returns what came out in words.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import pytest
from shells import Shell

import polyvox
from polyvox.testing.faults import SCENARIOS, FaultServer, Script

__all__ = ["CASES", "KEY", "Bench", "Case", "Clock", "case"]

KEY = "sk-made-up-0123456789"

Function: TypeAlias = "Callable[[Bench], str]"


class Case(NamedTuple):
    """One row: the checklist id, what is done, the function that does it, and where it cannot."""

    id: str
    done: str
    function: Function
    marks: tuple[pytest.MarkDecorator, ...] = ()


CASES: list[Case] = []


def case(ident: str, done: str, *marks: pytest.MarkDecorator) -> Callable[[Function], Function]:
    """Add a function to the table; *marks* say over which transports it cannot hold."""

    def add(function: Function) -> Function:
        """Take the function in, unchanged."""
        CASES.append(Case(ident, done, function, marks))
        return function

    return add


class Clock:
    """Monotonic seconds, *ahead* of the real ones."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        """Return the present moment."""
        return time.monotonic() + self.ahead


class Bench:
    """
    What a case works with: servers that misbehave, and clients of one shell.

    Args:
        shell: The shell under test.
        folder: An empty folder.
        stack: Closes everything at the end.
    """

    def __init__(self, shell: Shell, folder: Path, stack: contextlib.ExitStack) -> None:
        self.shell = shell
        self.folder = folder
        self._stack = stack

    def server(self, *scripts: Script, **options: Any) -> FaultServer:
        """A running fault server."""
        return self._stack.enter_context(FaultServer(*scripts, **options))

    def play(self, name: str, **options: Any) -> FaultServer:
        """A running fault server with a ready-made scenario."""
        return self.server(*SCENARIOS[name].scripts, **options)

    def dial(self, server: FaultServer | str, **options: Any) -> Any:
        """A client of *server* that retries fast."""
        url = server if isinstance(server, str) else server.url
        retry = polyvox.Retry(attempts=3, wait_min=0.001)
        options = {"api_key": KEY, "retry": retry, "timeout": 10.0, **options}
        return self.shell.dial(base_url=url, **options)

    def later(self, client: Any) -> None:
        """Close *client* at the end."""
        self._stack.callback(self.shell.shut, client)

    def chat(self, client: Any, **options: Any) -> Any:
        """One chat, answered as a whole."""
        return self.shell.call(client.chat, "Hi", **{"model": "m", **options})

    def events(self, client: Any, limit: int | None = None, **options: Any) -> list[Any]:
        """The events of one streamed chat, at most *limit*."""
        return self.shell.items(client.stream("Hi", **{"model": "m", **options}), limit)

    def text(self, client: Any, **options: Any) -> str:
        """The text of one streamed chat, read to its end."""
        events = self.events(client, **options)
        assert isinstance(events[-1], polyvox.Done)
        return str(events[-1].reply.text)

    def chat_error(self, client: Any, **options: Any) -> polyvox.PolyvoxError:
        """What one chat fails with."""
        return self.error(lambda: self.chat(client, **options))

    def stream_error(self, client: Any, **options: Any) -> polyvox.PolyvoxError:
        """What one streamed chat fails with."""
        return self.error(lambda: self.events(client, **options))

    @staticmethod
    def error(function: Callable[[], Any]) -> polyvox.PolyvoxError:
        """The error of ours that *function* raises."""
        with pytest.raises(polyvox.PolyvoxError) as raised:
            function()
        return raised.value

    def caught(self, function: Callable[..., Any], *args: Any, **keywords: Any) -> Any:
        """What *function* gives, or the error of ours that it raises; a coroutine for asyncio."""
        if not self.shell.is_async:
            try:
                return function(*args, **keywords)
            except polyvox.PolyvoxError as error:
                return error

        async def caught() -> Any:
            """Same, awaited."""
            try:
                return await function(*args, **keywords)
            except polyvox.PolyvoxError as error:
                return error

        return caught()

    def caught_now(self, function: Callable[..., Any], *args: Any, **keywords: Any) -> Any:
        """What *function* gives in the end, or the error of ours that it raises."""
        return self.shell.done(self.caught(function, *args, **keywords))

    def waits(self, client: Any) -> list[float]:
        """What *client* would wait between attempts; it does not wait any more."""
        waits: list[float] = []

        def sleep(seconds: float) -> None:
            """Note the wait instead of waiting."""
            waits.append(seconds)

        async def asleep(seconds: float) -> None:
            """Same, for asyncio."""
            waits.append(seconds)

        client._client.runner.sleep = asleep if self.shell.is_async else sleep
        return waits

    @staticmethod
    def clock(client: Any) -> Clock:
        """A clock for *client* that can be set ahead."""
        clock = Clock()
        object.__setattr__(client._client.settings, "clock", clock)
        return clock

    @contextlib.contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Fail unless the block ends within *seconds*, plus the two that a loaded machine needs."""
        start = time.monotonic()
        yield
        assert time.monotonic() - start < seconds + 2

    def together(self, functions: list[Callable[[], Any]]) -> list[Any]:
        """Results of all *functions* at once: in threads, or as tasks of one loop."""
        if self.shell.is_async:

            async def gathered() -> list[Any]:
                """All at once."""
                return await asyncio.gather(*(function() for function in functions))

            return list(self.shell.call(gathered))
        results: list[Any] = [None] * len(functions)

        def run(position: int) -> None:
            """Keep one result, or the error."""
            try:
                results[position] = functions[position]()
            except BaseException as error:  # noqa: BLE001 - the test looks at it
                results[position] = error

        threads = [threading.Thread(target=run, args=(n,)) for n in range(len(functions))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results
