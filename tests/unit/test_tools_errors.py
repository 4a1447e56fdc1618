"""Runs: what goes wrong in tools and chats, and who is told."""

from __future__ import annotations

import asyncio
import json
import pickle
import traceback
from typing import Any

import pytest
from tools_cases import ADD, AsyncModel, Model, World, add, asks, broken, called, says, told, world

from polyvox.tools.results import Run
from polyvox.tools.toolbox import Toolbox
from polyvox.types import ToolCall
from polyvox_core.errors import (
    DecodeError,
    PolyvoxError,
    RateLimited,
    ToolError,
)


@pytest.fixture(params=["sync", "async"])
def here(request: pytest.FixtureRequest) -> World:
    """Both kinds of client, one after the other."""
    return world(request.param)


def test_errors_are_told_to_the_model(here: World) -> None:
    """The model reads kind and message of an error, and may do better."""
    model = here.model(asks(called("broken", '{"text": "no such city"}')), says("sorry"))
    run = here.run(model, "?", [broken])
    error = run.calls[0].error

    assert [{"error": "ValueError: no such city"}] == told(model)
    assert (None, "broken", "raised") == (run.calls[0].value, error.tool, error.reason)
    assert isinstance(error.__cause__, ValueError)
    assert "The tool 'broken' failed: ValueError: no such city" in str(error)


def test_long_errors_are_cut(here: World) -> None:
    """A model is not flooded."""
    text = json.dumps({"text": "x" * 5000})
    model = here.model(asks(called("broken", text)), says("sorry"))
    here.run(model, "?", [broken])

    assert 1000 == len(told(model)[0]["error"])


def test_credentials_are_not_told(here: World) -> None:
    """What the client knows to be secret is cut out of errors."""

    class Settings:
        """Settings with one credential of each kind."""

        from polyvox_core.auth import credential

        credentials = (credential("Api-Key", "", "sk-12345"), credential("X", "", lambda: "k"))

    text = json.dumps({"text": "bad key sk-12345"})
    model = here.model(asks(called("broken", text)), says("sorry"))
    model._settings = Settings()
    run = here.run(model, "?", [broken])

    assert [{"error": "ValueError: bad key ***"}] == told(model)
    assert "sk-12345" not in str(run.calls[0].error)


@pytest.mark.parametrize(
    ("call", "reason", "text"),
    [
        (called("sub"), "unknown", "There is no tool 'sub'. There are: add."),
        (called("add", '{"first": "2"}'), "arguments", "$.first: expected"),
        (called("add", "{}"), "arguments", "$.first: expected"),
        (called("add", '{"first": 1, "third": 2}'), "arguments", "$.third"),
        (called("add", '{"first": '), "arguments", "are not JSON"),
        (called("add", "[1]"), "arguments", "are no object"),
    ],
)
def test_impossible_calls_are_told(here: World, call: ToolCall, reason: str, text: str) -> None:
    """Unknown tools and arguments that do not fit are told to the model; nothing is called."""
    model = here.model(asks(call), says("sorry"))
    run = here.run(model, "?", [add])

    assert text in told(model)[0]["error"]
    assert (reason, None) == (run.calls[0].error.reason, run.calls[0].value)


def test_results_that_are_no_data_are_told(here: World) -> None:
    """A tool that gives something that cannot be written down has failed."""

    def give() -> Any:
        """Give an object."""
        return object()

    model = here.model(asks(called("give")), says("sorry"))
    run = here.run(model, "?", [give])

    assert "result" == run.calls[0].error.reason
    assert "cannot be written as JSON" in told(model)[0]["error"]


def test_errors_can_be_raised(here: World) -> None:
    """With on_error="raise" a failing tool ends the run, and its traceback survives."""
    calls = [called("broken", '{"text": "no"}', "c2"), called("add", '{"first": 5}', "c3")]
    model = here.model(asks(ADD), asks(*calls))

    with pytest.raises(ToolError, match="The tool 'broken' failed: ValueError: no") as caught:
        here.run(model, "?", Toolbox([add, broken], on_error="raise"))
    error, partial = caught.value, caught.value.partial
    frames = [frame.name for frame in traceback.extract_tb(error.__cause__.__traceback__)]

    assert isinstance(error.__cause__, ValueError)
    assert ["broken"] == frames
    assert "call_tools" not in [one.name for one in traceback.extract_tb(error.__traceback__)]
    assert [3, None, 6] == [one.value for one in partial.calls]
    assert 2 == partial.rounds


@pytest.mark.parametrize("call", [called("sub"), called("add", "{}")])
def test_impossible_calls_can_be_raised(here: World, call: ToolCall) -> None:
    """What cannot be called is raised before any other tool of the round is called."""
    done: list[int] = []

    def act() -> None:
        """Note that it was called."""
        done.append(1)

    model = here.model(asks(called("act", call_id="c0"), call))
    with pytest.raises(ToolError):
        here.run(model, "?", Toolbox([add, act], on_error="raise"))

    assert [] == done


def test_errors_of_a_chat_carry_the_run(here: World) -> None:
    """What the tools did is not lost when a later round fails."""
    model = here.model(asks(ADD), RateLimited("slow down", status=429))

    with pytest.raises(RateLimited, match="slow down") as caught:
        here.run(model, "?", [add])
    partial = caught.value.partial

    assert isinstance(partial, Run)
    assert ([3], 1, "tool") == (
        [one.value for one in partial.calls],
        partial.rounds,
        partial.messages[-1].role,
    )
    assert 3 == pickle.loads(pickle.dumps(caught.value)).partial.calls[0].value


def test_errors_of_the_first_chat_are_plain(here: World) -> None:
    """There is nothing to carry yet."""
    with pytest.raises(PolyvoxError) as caught:
        here.run(here.model(RateLimited("slow down")), "?", [add])

    assert caught.value.partial is None


@pytest.mark.parametrize("plain", [True, False])
def test_tools_that_are_cancelled_inside_have_failed(plain: bool) -> None:
    """Only the run's own cancellation ends it; what a tool cancels in itself is its error."""

    async def give_up() -> None:
        """End as cancelled."""
        raise asyncio.CancelledError("gone")

    def indirect() -> Any:
        """Give the coroutine."""
        return give_up()

    name = "indirect" if plain else "give_up"
    model = AsyncModel(asks(called(name)), says("sorry"))
    run = asyncio.run(model.run("?", [give_up, indirect]))

    assert [{"error": "CancelledError: gone"}] == told(model)
    assert "sorry" == run.text


@pytest.mark.parametrize("plain", [True, False])
def test_coroutines_may_fail(plain: bool) -> None:
    """Errors of coroutine functions are told like those of others."""

    async def fail() -> None:
        """Raise."""
        raise ValueError("no")

    def indirect() -> Any:
        """Give the coroutine."""
        return fail()

    model = AsyncModel(asks(called("indirect" if plain else "fail")), says("sorry"))
    asyncio.run(model.run("?", [fail, indirect]))

    assert [{"error": "ValueError: no"}] == told(model)


def test_ctrl_c_in_a_tool_ends_the_run() -> None:
    """What is no error of the tool is never told to the model."""

    def interrupt() -> None:
        """Press Ctrl-C."""
        raise KeyboardInterrupt

    twice = asks(called("interrupt"), called("interrupt", call_id="c2"))
    for answer in (asks(called("interrupt")), twice):
        with pytest.raises(KeyboardInterrupt):
            Model(answer).run("?", [interrupt])


def test_broken_answers_of_the_chat() -> None:
    """What is no message is refused by the chat itself."""
    model = Model(DecodeError("no"))

    with pytest.raises(DecodeError):
        model.run(5, [add])  # type: ignore[arg-type]  # it must be refused

    assert (5,) == model.seen[0]
