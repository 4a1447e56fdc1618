"""Events of calls: who is told what, and when."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from world import GET, KEY, OK, POST, STREAM, Reply, World

from polyvox_core.calling import Call, call
from polyvox_core.errors import NotFound, ServerError
from polyvox_core.observing import EVENT_NAMES, Events
from polyvox_core.settings import Settings
from polyvox_core.streaming import Items


def listened(settings: Settings) -> list[tuple[str, Any]]:
    """A list that fills with all events of calls with *settings*."""
    seen: list[tuple[str, Any]] = []
    for name in EVENT_NAMES:
        settings.events.on(name, lambda event, name=name: seen.append((name, event)))
    return seen


def test_a_call_with_a_retry() -> None:
    """Each attempt, its answer, the retry and the end, in order."""
    world = World(Reply(503, x_echo=KEY), OK)
    settings = world.settings()
    seen = listened(settings)

    world.run(call(settings, GET, {"name": "a"}))

    names = ["request", "response", "retry", "request", "response", "done"]
    assert names == [name for name, _ in seen]
    happenings = [event for _, event in seen]
    assert [1, 1, 1, 2, 2] == [event.attempt for event in happenings[:-1]]
    assert (503, 200) == (happenings[1].status, happenings[4].status)
    assert ServerError is type(happenings[2].error)
    assert (0.5, 2, None, {"ok": True}) == (
        happenings[2].wait,
        happenings[5].attempts,
        happenings[5].error,
        happenings[5].value,
    )
    assert KEY not in repr([*happenings, happenings[1].headers])


def test_a_call_that_fails() -> None:
    """The end tells the error."""
    world = World(Reply(404))
    settings = world.settings()
    seen = listened(settings)

    with pytest.raises(NotFound) as caught:
        world.run(call(settings, GET, {"name": "a"}))

    assert ["request", "response", "done"] == [name for name, _ in seen]
    assert caught.value is seen[-1][1].error


def test_a_stream() -> None:
    """The first items are told once, and the end once."""
    body = b'data: {"a":1}\n\n', b'data: {"a":2}\n\ndata: [DONE]\n\n'
    world = World(Reply(200, *body, content_type="text/event-stream"))
    settings = world.settings()
    seen = listened(settings)
    items: Items[Any] = Items(Call(settings, STREAM, {}, {}), lambda: "whole")
    world.run(items.open())
    while world.run(items.pull()):
        pass
    world.run(items.pull())
    world.run(items.close())

    assert ["request", "response", "first_token", "done"] == [name for name, _ in seen]
    assert "whole" == seen[-1][1].value


def test_listeners_can_leave() -> None:
    """Who has enough is told nothing more; others are."""
    events = Events()
    first: list[Any] = []
    second: list[Any] = []
    leave = events.on("done", first.append)
    events.on("done", second.append)

    assert events.wanted("done")
    events.tell("done", None)  # type: ignore[arg-type]
    leave()
    events.tell("done", None)  # type: ignore[arg-type]

    assert (1, 2) == (len(first), len(second))


def test_what_a_listener_raises_reaches_the_caller() -> None:
    """A listener is the caller's own code."""
    world = World(OK)
    settings = world.settings()

    def listen(event: Any) -> None:
        """Fail."""
        raise RuntimeError("listener")

    settings.events.on("response", listen)

    with pytest.raises(RuntimeError, match="listener"):
        world.run(call(settings, GET, {"name": "a"}))


def test_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Retries are logged for operators, the rest for developers; bodies and keys never."""
    world = World(Reply(503), OK)
    with caplog.at_level(logging.DEBUG, "polyvox"):
        world.run(call(world.settings(), POST, {}, {"prompt": "private"}))

    levels = [
        (record.levelname, record.getMessage().partition("(")[0]) for record in caplog.records
    ]
    assert [
        ("DEBUG", "RequestSent"),
        ("DEBUG", "ResponseReceived"),
        ("INFO", "RetryPlanned"),
        ("DEBUG", "RequestSent"),
        ("DEBUG", "ResponseReceived"),
        ("DEBUG", "CallDone"),
    ] == levels
    assert KEY not in caplog.text
    assert "private" not in caplog.text
