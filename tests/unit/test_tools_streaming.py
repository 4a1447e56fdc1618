"""Runs as streams: events of all rounds, the run at the end, and what breaks on the way."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from attrs import evolve
from tools_cases import ADD, AsyncModel, Model, World, add, asks, broken, called, says, world

from polyvox.tools.results import Run, ToolResult
from polyvox.tools.toolbox import Toolbox
from polyvox.types import Done, Message, TextDelta, ToolCallDelta, Usage
from polyvox_core.errors import (
    DeadlineExceeded,
    RateLimited,
    RoundsExceeded,
    StreamClosed,
    StreamInterrupted,
    ToolError,
)

WIRE = {"type": "function", "function": {"name": "look", "parameters": {}}}


@pytest.fixture(params=["sync", "async"])
def here(request: pytest.FixtureRequest) -> World:
    """Both kinds of client, one after the other."""
    return world(request.param)


def test_events_of_all_rounds(here: World) -> None:
    """Every round's events come in order, then what its tools gave; `Done` is the last."""
    answer = says("It is 3", Usage(5, 5, 10))
    model = here.model(asks(ADD, text="Let me see", usage=Usage(1, 1, 2)), answer)
    stream = model.stream_run("2 + 1?", [add])
    events = here.events(stream)
    run = stream.final

    assert [
        *map(TextDelta, ("Let", "me", "see")),
        ToolCallDelta(0, "c1", "add", '{"first": 2}'),
        ToolResult(ADD, 3, text="3"),
        *map(TextDelta, ("It", "is", "3")),
        Done(answer),
    ] == events
    assert ("It is 3", 2, Usage(6, 6, 12)) == (run.text, run.rounds, run.usage)
    assert Message("tool", "3", tool_call_id="c1") == run.messages[2]
    assert run.messages[:3] == model.seen[1]
    assert 2 == model.closed
    assert run == stream.partial
    assert ("r2", "r2") == (stream.request_id, stream.headers["x-request-id"])


def test_streams_and_runs_are_alike(here: World) -> None:
    """A streamed run gives the run that `run` gives."""
    answers = [asks(ADD, called("sub", call_id="c2")), says("three")]
    stream = here.model(*answers).stream_run("?", [add], temperature=0)
    here.events(stream)

    assert here.run(here.model(*answers), "?", [add], temperature=0) == stream.final


def test_read_and_text(here: World) -> None:
    """The text of all rounds can be had alone, and the run at once."""
    answers = [asks(ADD, text="Let me see"), says("It is 3")]
    stream = here.model(*answers).stream_run("?", [add])
    other = here.model(*answers).stream_run("?", [add])

    async def pieces() -> list[str]:
        """The text of the asyncio stream."""
        async with stream:
            return [piece async for piece in stream.text]

    async def whole() -> list[Any]:
        """Read twice."""
        return [await other.read(), await other.read()]

    if here.is_async:
        text, runs = asyncio.run(pieces()), asyncio.run(whole())
    else:
        with stream:
            text = list(stream.text)
        runs = [other.read(), other.read()]

    assert ["Let", "me", "see", "It", "is", "3"] == text
    assert "It is 3" == runs[0].text
    assert runs[0] is runs[1]


def test_pending_calls_end_the_stream(here: World) -> None:
    """A call of a tool that was passed as a dict ends it, after the results of the others."""
    answer = asks(ADD, called("look", "{}", "c2"))
    stream = here.model(answer).stream_run("?", [add, WIRE])
    events = here.events(stream)

    assert [ToolResult(ADD, 3, text="3"), Done(answer)] == events[-2:]
    assert "look" == stream.final.pending[0].name


def test_there_is_no_final_run_before_the_end(here: World) -> None:
    """Neither before the stream is opened nor in the middle; what has arrived is in `partial`."""
    stream = here.model(asks(ADD, text="Let me see"), says("It is 3")).stream_run("?", [add])

    with pytest.raises(StreamClosed, match="The run has not begun"):
        _ = stream.partial

    async def some() -> list[Run[Any]]:
        """The run after the second event, after the tools, and after the next one."""
        async with stream:
            found = []
            for _ in range(3):
                async for event in stream:
                    if getattr(event, "text", "") in {"me", "3", "It"}:
                        found.append(stream.partial)
                        break
            return found

    def alike() -> list[Run[Any]]:
        """The same for the blocking stream."""
        with stream:
            found = []
            for _ in range(3):
                for event in stream:
                    if getattr(event, "text", "") in {"me", "3", "It"}:
                        found.append(stream.partial)
                        break
            return found

    first, second, third = asyncio.run(some()) if here.is_async else alike()

    assert (["me", "Let me see", "It"]) == [one.text for one in (first, second, third)]
    assert [1, 3, 3] == [len(one.messages) for one in (first, second, third)]
    assert [0, 1, 1] == [len(one.calls) for one in (first, second, third)]
    with pytest.raises(StreamClosed, match="no final run yet"):
        _ = stream.final


def test_leaving_closes_the_answer(here: World) -> None:
    """Who leaves in the middle frees the connection of the round that is on."""
    model = here.model(says("one two three"))
    stream = model.stream_run("?", [add])

    async def leave() -> None:
        """Take one event."""
        async with stream:
            await anext(stream)

    if here.is_async:
        asyncio.run(leave())
    else:
        with stream:
            next(stream)

    assert 1 == model.closed


def test_closing_before_the_beginning(here: World) -> None:
    """A stream that never began has nothing to close."""
    model = here.model()
    stream = model.stream_run("?", [add])
    if here.is_async:
        asyncio.run(stream.aclose())
    else:
        stream.close()

    assert [] == model.seen


def test_interrupting() -> None:
    """Interrupting a run's stream interrupts the answer that is awaited."""
    model = Model(says("one two three"))
    stream = model.stream_run("?", [add])
    stream.interrupt()
    with stream:
        stream.interrupt()

    assert 1 == model.interrupted


def breaking(text: str, error: Exception) -> Any:
    """An answer that breaks off after *text*."""
    return evolve(says(text), wire={"breaks": error})


@pytest.mark.parametrize("rounds", [0, 1])
def test_broken_streams_carry_the_run(here: World, rounds: int) -> None:
    """Whichever round breaks: the error has the whole run so far, and the piece of an answer."""
    asked = [asks(ADD)] * rounds
    model = here.model(*asked, breaking("It is", StreamInterrupted("broken")))

    with pytest.raises(StreamInterrupted, match="broken") as caught:
        here.events(model.stream_run("?", [add]))
    partial = caught.value.partial

    assert isinstance(partial, Run)
    assert (rounds, rounds, "is") == (partial.rounds, len(partial.calls), partial.text)
    assert 1 + 2 * rounds == len(partial.messages)
    assert rounds + 1 == model.closed


def test_errors_between_rounds_carry_the_run(here: World) -> None:
    """A request that fails after the first round loses no result."""
    model = here.model(asks(ADD), RateLimited("slow down"))

    with pytest.raises(RateLimited) as caught:
        here.events(model.stream_run("?", [add]))

    assert [3] == [one.value for one in caught.value.partial.calls]


def test_errors_of_the_first_request_are_plain(here: World) -> None:
    """There is nothing to carry yet."""
    with pytest.raises(RateLimited) as caught:
        here.events(here.model(RateLimited("slow down")).stream_run("?", [add]))

    assert caught.value.partial is None


def test_bounds_and_errors_of_tools(here: World) -> None:
    """The bound on rounds and failing tools end a stream as they end a run."""
    endless = here.model(asks(ADD), asks(ADD)).stream_run("?", Toolbox([add], rounds=2))
    failing = here.model(asks(called("broken", '{"text": "no"}'))).stream_run(
        "?", Toolbox([broken], on_error="raise")
    )

    with pytest.raises(RoundsExceeded) as caught:
        here.events(endless)
    assert 2 == caught.value.partial.rounds
    with pytest.raises(ToolError, match="ValueError: no"):
        here.events(failing)


def test_time_is_one_budget(here: World) -> None:
    """A streamed run has one total as well."""
    model = here.model(asks(ADD), DeadlineExceeded("too late"))

    with pytest.raises(DeadlineExceeded, match="total time of 7 s"):
        here.events(model.stream_run("?", [add], timeout=7))

    assert 7 == model.options[0]["timeout"] > model.options[1]["timeout"]


def test_cancelled_streams_stop_their_tools() -> None:
    """Cancelling the reader cancels the tool that is at work."""
    ended: list[str] = []

    async def scene() -> None:
        """Cancel inside a tool."""
        begun = asyncio.Event()

        async def wait() -> None:
            """Wait for ever."""
            try:
                begun.set()
                await asyncio.Event().wait()
            finally:
                ended.append("wait")

        async def read() -> None:
            """Read the run."""
            await AsyncModel(asks(called("wait"))).stream_run("?", [wait]).read()

        task = asyncio.create_task(read())
        await begun.wait()
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(scene())

    assert ["wait"] == ended
