"""
The benchmark's libraries and server: what a few repetitions can tell, without peers.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.__main__ import CONTROL
from bench.libraries import QUICK, Library
from bench.plans import PLANS, Plan
from bench.processes import CannotMeasure, Server, Worker
from bench.rounds import Rounds

BY_KEY = {plan.key: plan for plan in PLANS}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """The benchmark's server."""
    with Server() as running:
        yield running


@pytest.mark.parametrize("library", [pytest.param(one, id=one.name) for one in QUICK])
def test_own_libraries_answer(library: Library, server: Server) -> None:
    """Each library gives whole answers and whole streams, in both worlds."""
    server.set(events=20)

    with Worker(library, server.url) as worker:
        calls = [worker.measure(name, number=2) for name in ("call", "history", "at_once")]
        streams = [
            worker.measure(name, number=2, events=20) for name in ("stream", "astream", "kept")
        ]

    assert [] == [one for one in [*calls, *streams] if "cpu" not in one]


def test_lost_events_are_noticed(server: Server) -> None:
    """An adapter that drops every tenth event fails."""
    server.set(events=20)

    with Worker(CONTROL, server.url) as worker:
        told = worker.measure("stream", number=1, events=20)

    assert "WrongAnswer: 18.0 events of 20 arrived" == told["failed"]


@pytest.mark.parametrize("tail", ["done", "late", "bare"])
def test_server_counts_connections(server: Server, tail: str) -> None:
    """Streams one after another share a connection, however they end, and the server knows."""
    (library,) = (one for one in QUICK if one.name == "polyvox")

    with Worker(library, server.url) as worker:
        server.set(events=5, tail=tail)
        worker.measure("stream", number=3, events=5)
        seen = server.set()

    assert (1, 3) == (seen["connections"], seen["requests"])


def test_streams_begin_together(server: Server) -> None:
    """A gate holds streams back until all are there."""
    (library,) = (one for one in QUICK if one.name == "polyvox")

    with Worker(library, server.url) as worker:
        server.set(events=3, gate=20, tick=0.0)
        told = worker.measure("many", number=20, events=3)
        seen = server.set()

    assert "cpu" in told
    assert 20 == seen["peak"]


def test_missing_environments_are_told() -> None:
    """A library that is not installed is named, and how to get it."""
    missing = QUICK[0]._replace(place=".venv-of-nobody")

    with pytest.raises(CannotMeasure, match="make bench"), Worker(missing, "http://127.0.0.1:9"):
        pass


def test_rounds_give_samples() -> None:
    """A plan gives as many samples as rounds, with the server's figures beside them."""
    plan: Plan = BY_KEY["call"]._replace(number=3, rounds=2)
    lines: list[str] = []

    with Rounds([QUICK[0]], 5, 0.1, lines.append) as rounds:
        rounds.run(plan)

    assert [2] == [len(taken) for taken in rounds.samples["call"].values()]
    assert ([], {}) == (lines, rounds.troubles)
