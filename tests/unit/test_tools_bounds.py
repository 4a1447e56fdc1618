"""Runs: how many rounds, how many tools at once, how long, and who is asked before."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any

import pytest
from attrs import evolve
from tools_cases import ADD, AsyncModel, World, add, asks, called, says, told, world

from polyvox.tools.toolbox import Toolbox
from polyvox.types import ToolCall
from polyvox_core.errors import (
    ConfigError,
    DeadlineExceeded,
    RoundsExceeded,
)
from polyvox_core.timeouts import Timeouts


@pytest.fixture(params=["sync", "async"])
def here(request: pytest.FixtureRequest) -> World:
    """Both kinds of client, one after the other."""
    return world(request.param)


WIRE = {"type": "function", "function": {"name": "look", "description": "Look.", "parameters": {}}}


@pytest.mark.parametrize("bound", [1, 2])
def test_parallel_calls_are_bounded(here: World, bound: int) -> None:
    """No more tools than allowed are at work at a time."""
    lock, working, most = threading.Lock(), [0], [0]

    def work(number: int) -> int:
        """Note how many are at work."""
        with lock:
            working[0] += 1
            most[0] = max(most[0], working[0])
        time.sleep(0.002)
        with lock:
            working[0] -= 1
        return number

    calls = [called("work", f'{{"number": {number}}}', f"c{number}") for number in range(6)]
    run = here.run(here.model(asks(*calls), says("ok")), "?", Toolbox([work], parallel=bound))

    assert list(range(6)) == [one.value for one in run.calls]
    assert most[0] <= bound


def test_too_many_rounds(here: World) -> None:
    """A model that asks for ever is stopped; the run so far can be gone on with."""
    model = here.model(*[asks(evolve(ADD, id=f"c{number}")) for number in range(9)])

    with pytest.raises(RoundsExceeded, match="After 3 answers the model still asks") as caught:
        here.run(model, "?", Toolbox([add], rounds=3))
    partial = caught.value.partial

    assert (3, 2, "c2") == (partial.rounds, len(partial.calls), partial.pending[0].id)
    assert "tool" == partial.messages[-1].role


def test_usual_bound(here: World) -> None:
    """Without a toolbox eight answers are the most."""
    model = here.model(*[asks(ADD) for _ in range(9)])

    with pytest.raises(RoundsExceeded):
        here.run(model, "?", [add])

    assert 8 == len(model.seen)


@pytest.mark.parametrize("asynchronous", [True, False])
def test_calls_are_confirmed(here: World, asynchronous: bool) -> None:
    """The hook sees each call with its typed arguments, and may refuse with words of its own."""
    asked: list[Any] = []

    def decide(call: ToolCall, arguments: dict[str, Any]) -> bool | str:
        """Allow 1, refuse 2, talk about 3."""
        asked.append((call.id, arguments))
        return {1: True, 2: False}.get(arguments["first"], "Never do that.")

    async def later(call: ToolCall, arguments: dict[str, Any]) -> bool | str:
        """Decide, after a while."""
        await asyncio.sleep(0)
        return decide(call, arguments)

    hook: Any = later if asynchronous and here.is_async else decide
    calls = [called("add", f'{{"first": {number}}}', f"c{number}") for number in (1, 2, 3)]
    model = here.model(asks(*calls), says("ok"))
    run = here.run(model, "?", Toolbox([add], confirm=hook, on_error="raise"))

    assert [("c1", {"first": 1}), ("c2", {"first": 2}), ("c3", {"first": 3})] == asked
    expected = [2, {"error": "The user refused this call."}, {"error": "Never do that."}]
    assert expected == told(model)
    assert [None, "refused", "refused"] == [one.error and one.error.reason for one in run.calls]


def test_hooks_must_decide(here: World) -> None:
    """A hook that returns nothing has forgotten something."""
    model = here.model(asks(ADD))

    with pytest.raises(ConfigError, match="The confirm hook returned None"):
        here.run(model, "?", Toolbox([add], confirm=lambda call, arguments: None))  # type: ignore[arg-type, return-value]  # it must be refused


def test_hooks_may_raise(here: World) -> None:
    """What a hook raises ends the run as it is."""

    def stop(call: ToolCall, arguments: dict[str, Any]) -> bool:
        """Raise."""
        raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"):
        here.run(here.model(asks(ADD)), "?", Toolbox([add], confirm=stop))


def test_tool_choice_counts_once(here: World) -> None:
    """A choice is for the first answer only, or the model could never stop."""
    choice = {"type": "function", "function": {"name": "add"}}
    for toolbox, options, expected in (
        (Toolbox([add], tool_choice=add), {}, choice),
        (Toolbox([add], tool_choice="add"), {}, choice),
        (Toolbox([add], tool_choice=choice), {}, choice),
        (Toolbox([add], tool_choice="required"), {}, "required"),
        (Toolbox([add], tool_choice="required"), {"tool_choice": "auto"}, "auto"),
    ):
        model = here.model(asks(ADD), says("ok"))
        here.run(model, "?", toolbox, **options)

        assert [expected, None] == [one.get("tool_choice") for one in model.options]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Toolbox([add], rounds=0), "rounds=0 lets nothing happen"),
        (lambda: Toolbox([add], parallel=True), "parallel=True lets nothing"),
        (lambda: Toolbox([add], parallel=1.5), "parallel=1.5 lets nothing"),
        (lambda: Toolbox([add], on_error="ignore"), "neither 'tell' nor 'raise'"),
        (lambda: Toolbox([add, add]), "Two tools have the name 'add'"),
        (lambda: Toolbox("add"), "A str is no list of tools"),
        (lambda: Toolbox(5), "A int is no list of tools"),
        (lambda: Toolbox([add], tool_choice="sub"), "tool_choice names 'sub'"),
    ],
)
def test_bad_toolboxes(make: Any, message: str) -> None:
    """Slips are refused when the toolbox is made."""
    with pytest.raises(ConfigError, match=message):
        make()


def test_toolboxes_can_be_looked_at() -> None:
    """A toolbox has a length, gives its tools, and shows its bounds."""
    toolbox = Toolbox([add, WIRE], rounds=3)

    assert (2, ["add", "look"]) == (len(toolbox), [one.name for one in toolbox])
    assert "Toolbox(['add', 'look'], rounds=3, parallel=4)" == repr(toolbox)


@pytest.mark.parametrize("given", [30, 30.0, Timeouts(total=30, read=7)])
def test_time_is_one_budget(here: World, given: Any) -> None:
    """What a round and its tools took is missing for the next one."""
    model = here.model(asks(ADD), says("ok"))
    here.run(model, "?", [add], timeout=given)
    first, second = (options["timeout"] for options in model.options)
    left = second.total if isinstance(second, Timeouts) else second

    assert given == first
    assert 0 < left < 30
    assert not isinstance(given, Timeouts) or second.read == 7


@pytest.mark.parametrize("given", [None, Timeouts(total=None), "soon"])
def test_no_budget(here: World, given: Any) -> None:
    """Without a total every round has the same limits; the chat refuses what is no limit."""
    model = here.model(asks(ADD), says("ok"))
    here.run(model, "?", [add], timeout=given)

    assert [given, given] == [options["timeout"] for options in model.options]


def test_slow_tools_end_the_run(here: World) -> None:
    """A tool that takes longer than the run may is not followed by another chat."""

    def slow() -> None:
        """Take too long."""
        time.sleep(0.05)

    calls = [called("slow"), called("slow", call_id="c2")]
    for answer in (asks(calls[0]), asks(*calls)):
        model = here.model(answer)
        with pytest.raises(DeadlineExceeded, match=r"total time of 0\.02 s") as caught:
            here.run(model, "?", [slow], timeout=0.02)

        assert 1 == caught.value.partial.rounds == len(model.seen)


def test_slow_models_end_the_run(here: World) -> None:
    """A later round that runs out of time tells the time of the whole run."""
    model = here.model(asks(ADD), DeadlineExceeded("within its total time of 4.9 s"))

    with pytest.raises(DeadlineExceeded, match="total time of 5 s") as caught:
        here.run(model, "?", [add], timeout=5)

    assert "3" == caught.value.partial.messages[-1].content


def test_cancelled_runs_stop_their_tools() -> None:
    """Cancelling the task cancels the tool that is at work."""
    ended: list[str] = []

    async def scene() -> None:
        """Cancel a run inside its tool."""
        begun = asyncio.Event()

        async def wait() -> None:
            """Wait for ever."""
            try:
                begun.set()
                await asyncio.Event().wait()
            finally:
                ended.append("wait")

        task = asyncio.create_task(AsyncModel(asks(called("wait"))).run("?", [wait]))
        await begun.wait()
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(scene())

    assert ["wait"] == ended
