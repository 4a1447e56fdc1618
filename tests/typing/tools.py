"""
What type checkers see of runs with tools; checked by mypy and pyright, never run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_type

import polyvox
from polyvox import Message, Reply, Run, Toolbox, ToolCall, ToolResult, Usage, tool
from polyvox.backends.dial.types import DialReply, Stage
from polyvox.tools.streaming import AsyncRunStream, RunStream
from polyvox.types import Event


@tool
def weather(city: str, days: int = 1) -> str:
    """The weather of a city."""
    return f"{city} {days}"


@tool(name="look_up", description="Look something up.")
async def look(word: str) -> list[str]:
    """Look it up."""
    return [word]


class Desk:
    """Methods can be tools."""

    @tool
    def ask(self, question: str) -> str:
        """Ask."""
        return question


def marks() -> None:
    """Marked functions keep their types."""
    assert_type(weather("Ulm"), str)
    weather(5)  # type: ignore[arg-type]  # no city
    assert_type(Desk().ask("who"), str)
    tool(name=5)  # type: ignore[call-overload]  # no name


async def coroutines() -> None:
    """Coroutine functions stay coroutine functions."""
    assert_type(await look("word"), list[str])


def allow(call: ToolCall, arguments: dict[str, Any]) -> bool | str:
    """A hook."""
    return bool(call.name) or str(arguments)


async def allow_later(call: ToolCall, arguments: dict[str, Any]) -> bool:
    """A hook that waits."""
    return bool(call.name and arguments)


def forgetful(call: ToolCall) -> None:
    """No hook."""


def boxes() -> None:
    """What a toolbox takes."""
    Toolbox([weather, look, {"type": "function", "function": {}}], rounds=3, confirm=allow)
    Toolbox(weather, confirm=allow_later, on_error="raise", parallel=1, tool_choice=weather)
    Toolbox([weather], on_error="ignore")  # type: ignore[arg-type]  # no such way
    Toolbox([weather], confirm=forgetful)  # type: ignore[arg-type]  # no hook
    Toolbox([5])  # type: ignore[list-item]  # no tool


def runs(client: polyvox.Dial, other: polyvox.Ollama) -> None:
    """What a run takes and gives, in the words of the client's own chat."""
    run = client.run("Hi", [weather], model="m", temperature=0.5, conversation_id="c")
    assert_type(run, Run[DialReply])
    assert_type(run.reply.stages, tuple[Stage, ...])
    assert_type(run.text, str)
    assert_type(run.messages, tuple[Message | Mapping[str, Any], ...])
    assert_type(run.calls, tuple[ToolResult, ...])
    assert_type(run.calls[0].call, ToolCall)
    assert_type(run.usage, Usage | None)
    client.run(run.messages, Toolbox([weather]), model="m")
    client.run([{"role": "user", "content": "Hi"}], weather, model="m", system="Be brief.")
    assert_type(other.run("Hi", [weather], model="m", num_ctx=5), Run[Reply])
    client.run("Hi", [weather])  # type: ignore[call-arg]  # without a model
    client.run("Hi", [weather], model="m", num_ctx=5)  # type: ignore[call-arg]  # Ollama's
    client.run("Hi", model="m")  # type: ignore[call-arg]  # without tools
    client.run("Hi", [5], model="m")  # type: ignore[list-item]  # no tool


def streams(client: polyvox.Dial) -> None:
    """What a run's stream gives."""
    with client.stream_run("Hi", [weather], model="m") as stream:
        assert_type(stream, RunStream[DialReply])
        for event in stream:
            assert_type(event, Event)
            match event:
                case ToolResult(call=call, error=error):
                    assert_type(call, ToolCall)
                    assert_type(error, polyvox.ToolError | None)
                case _:
                    pass
        for piece in stream.text:
            assert_type(piece, str)
    assert_type(stream.final, Run[DialReply])
    client.stream_run("Hi", [weather])  # type: ignore[call-arg]  # without a model


async def async_runs(client: polyvox.AsyncDial) -> None:
    """The same for asyncio."""
    assert_type(await client.run("Hi", [look], model="m"), Run[DialReply])
    async with client.stream_run("Hi", [look], model="m") as stream:
        assert_type(stream, AsyncRunStream[DialReply])
        async for event in stream:
            assert_type(event, Event)
    assert_type(await stream.read(), Run[DialReply])
    await client.run("Hi", [look], model="m", temprature=1)  # type: ignore[call-arg]  # misspelt
