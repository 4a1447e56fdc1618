"""Runs: rounds of chat and tools, and what comes out of them."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import pytest
from tools_cases import ADD, AsyncModel, Model, World, add, asks, called, says, world

from polyvox.tools.results import ToolResult, summed
from polyvox.tools.toolbox import Toolbox
from polyvox.types import Message, Usage
from polyvox_core.errors import (
    ConfigError,
)

SECONDS = 10


@pytest.fixture(params=["sync", "async"])
def here(request: pytest.FixtureRequest) -> World:
    """Both kinds of client, one after the other."""
    return world(request.param)


WIRE = {"type": "function", "function": {"name": "look", "description": "Look.", "parameters": {}}}


def test_tools_are_called_and_told(here: World) -> None:
    """The model gets the whole history with the tool's answer, and its answer ends the run."""
    model = here.model(asks(ADD), says("three"))
    run = here.run(model, "What is 2 + 1?", [add], temperature=0.5)
    history = [
        Message("user", "What is 2 + 1?"),
        Message("assistant", None, (ADD,)),
        Message("tool", "3", tool_call_id="c1"),
    ]

    assert history == list(model.seen[1])
    assert (*history, says("three").message) == run.messages
    assert ("three", "three", says("three").message) == (run.text, str(run), run.message)
    assert (2, (), (ToolResult(ADD, 3, text="3"),)) == (run.rounds, run.pending, run.calls)
    assert run.calls[0].seconds >= 0
    assert [0.5, 0.5] == [options["temperature"] for options in model.options]
    assert ["add"] == [one["function"]["name"] for one in model.options[1]["tools"]]


def test_no_tools_at_all(here: World) -> None:
    """A run without tools is a chat, and sends no empty list."""
    model = here.model(says("hi"))
    run = here.run(model, [{"role": "user", "content": "Hi"}], [])

    assert ("hi", 1, None) == (run.text, run.rounds, run.usage)
    assert [{}] == model.options
    assert ({"role": "user", "content": "Hi"}, says("hi").message) == run.messages


@pytest.mark.parametrize("tools", [add, Toolbox(add), (add,)])
def test_forms_of_tools(here: World, tools: Any) -> None:
    """A single function, a toolbox, and any sequence will do."""
    model = here.model(asks(ADD), says("three"))

    assert 3 == here.run(model, Message("user", "2 + 1?"), tools).calls[0].value


def test_usage_is_summed(here: World) -> None:
    """The run's usage is that of all rounds."""
    model = here.model(asks(ADD, usage=Usage(10, 2, 12)), says("3", Usage(20, 3, 23, 5)))

    assert Usage(30, 5, 35, 5, None) == here.run(model, "?", [add]).usage
    assert summed(None, None) is None
    assert Usage(1) == summed(Usage(1), None)


def test_system_text_goes_with_every_round(here: World) -> None:
    """Options such as `system` are the chat's own, and no part of the history."""
    model = here.model(asks(ADD), says("three"))
    run = here.run(model, "?", [add], system="Be brief.")

    assert ["Be brief."] * 2 == [options["system"] for options in model.options]
    assert "user" == run.messages[0].role


def test_parallel_calls_run_side_by_side(here: World) -> None:
    """Calls of one round meet each other; their results keep the order of the calls."""
    meeting = threading.Barrier(3)

    def meet(name: str) -> str:
        """Wait for the others."""
        meeting.wait(SECONDS)
        return name

    calls = [called("meet", json.dumps({"name": name}), name) for name in "abc"]
    model = here.model(asks(*calls), says("met"))
    run = here.run(model, "?", [meet])

    assert ["a", "b", "c"] == [one.value for one in run.calls]
    assert ["a", "b", "c"] == [one.tool_call_id for one in run.messages[2:5]]


def test_single_calls_stay_in_the_callers_thread() -> None:
    """A blocking client needs no thread for one call at a time."""
    threads: list[int] = []

    def note() -> None:
        """Note the thread."""
        threads.append(threading.get_ident())

    twice = asks(called("note"), called("note", call_id="c2"))
    world("sync").run(Model(asks(called("note")), says("ok")), "?", [note])
    world("sync").run(Model(twice, says("ok")), "?", Toolbox([note], parallel=1))

    assert [threading.get_ident()] * 3 == threads


def test_coroutine_functions_are_tools() -> None:
    """The asyncio client awaits them in its loop; plain functions run in threads beside it."""

    async def wait(text: str) -> str:
        """Wait a moment."""
        await asyncio.sleep(0)
        return f"{text} in {threading.current_thread().name}"

    class Waiter:
        """A callable object."""

        async def __call__(self, text: str) -> str:
            """Wait as well."""
            return await wait(text)

    calls = [called(name, '{"text": "x"}', name) for name in ("wait", "Waiter")]
    run = world("async").run(AsyncModel(asks(*calls), says("ok")), "?", [wait, Waiter()])

    assert ["x in MainThread"] * 2 == [one.value for one in run.calls]


def test_blocking_clients_refuse_coroutine_functions() -> None:
    """They say so before anything is sent; what shows only when called is refused then."""

    async def wait() -> str:
        """Wait."""
        return "late"

    def give() -> Any:
        """Give a coroutine."""
        return wait()

    model = Model(asks(called("give")))
    with pytest.raises(ConfigError, match="The tool 'wait' is a coroutine function"):
        model.run("?", [wait])
    assert [] == model.seen
    with pytest.raises(ConfigError, match="was given a coroutine function"):
        model.run("?", [give])


def test_tools_of_the_caller_end_the_run(here: World) -> None:
    """A call of a tool that was passed as a dict is given back; functions are called as usual."""
    look = called("look", "{}", "c2")
    model = here.model(asks(ADD, look))
    run = here.run(model, "?", [add, WIRE])

    assert ((look,), [3], 1) == (run.pending, [one.value for one in run.calls], run.rounds)
    assert ["user", "assistant", "tool"] == [one.role for one in run.messages]
    assert WIRE is model.options[0]["tools"][1]


def test_tools_of_the_caller_are_no_further_round(here: World) -> None:
    """The bound counts answers: the last one may ask the caller for something."""
    model = here.model(asks(called("look")))

    assert "look" == here.run(model, "?", Toolbox([WIRE], rounds=1)).pending[0].name


def test_calls_without_ids_get_some(here: World) -> None:
    """Every call can be answered, also where a server gives no ids or one for all."""
    calls = [called("add", '{"first": 1}', call_id) for call_id in ("", "x", "x", "call_0", "")]
    model = here.model(asks(*calls), says("ok"))
    run = here.run(model, "?", [add])
    ids = [one.id for one in run.messages[1].tool_calls]

    assert 5 == len(set(ids))
    assert ("x", "call_0") == (ids[1], ids[3])
    assert ids == [one.tool_call_id for one in run.messages[2:7]]
