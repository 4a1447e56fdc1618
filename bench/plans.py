"""
What is measured, how often, and in which words; `targets` says what the figures should be.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from bench.libraries import FLOOR

__all__ = ["PLANS", "Plan"]

_PEERS = ("openai 2", "openai 3", "aidial-client", "aleph-alpha-client", "litellm")
_EXTRAS = ("polyvox[orjson]", "polyvox[aiohttp]", "polyvox[httpx2]")
_OURS = (FLOOR, "raw socket", "polyvox", *_EXTRAS)
_FILES = (FLOOR, "polyvox", *_EXTRAS, "aidial-client")
_CLIENTS = (FLOOR, "polyvox", *_PEERS)


class Plan(NamedTuple):
    """
    One measure.

    Attributes:
        key: Name in the results; `--only` takes it, or its first word.
        title: For people.
        unit: Of what the table shows.
        scale: Units in a second, a byte or whatever the field counts.
        field: Figure that the table shows: `cpu` and `wall` are of one repetition.
        measure: Method of `bench.measures.Bench`.
        settings: Of the server.
        arguments: Of the measure.
        per: Parts of a repetition, such as events.
        rounds: How often the libraries take turns; 0: as often as the others.
        number: Repetitions in a round; 0: as many as fill a slice of time.
        fresh: Whether each round has processes of its own.
        only: Names of the libraries; empty: all.
        quick: Whether `--quick` takes it.
        warm: Whether one repetition comes before, unmeasured.
    """

    key: str
    title: str
    unit: str
    scale: float
    measure: str
    field: str = "cpu"
    settings: dict[str, Any] = {}  # noqa: RUF012 - never changed
    arguments: dict[str, Any] = {}  # noqa: RUF012 - never changed
    per: int = 1
    rounds: int = 0
    number: int = 0
    fresh: bool = False
    only: tuple[str, ...] = ()
    quick: bool = True
    warm: bool = True


def _stream(key: str, title: str, measure: str) -> Plan:
    return Plan(
        key, title, "us", 1e6, measure,
        settings={"events": 1000}, arguments={"events": 1000}, per=1000,
    )  # fmt: skip


def _many(
    key: str, title: str, tick: float, events: int, only: tuple[str, ...], *, quick: bool
) -> Plan:
    return Plan(
        key, title, "us", 1e6, "many",
        settings={"events": events, "gate": 500, "tick": tick}, arguments={"events": events},
        per=events, rounds=2, number=500, fresh=True, only=only, quick=quick,
    )  # fmt: skip


def _connections(key: str, title: str, measure: str, tail: str) -> Plan:
    return Plan(
        key, title, "", 1, measure, "connections",
        settings={"events": 5, "tail": tail}, arguments={"events": 5}, rounds=1, number=20,
    )  # fmt: skip


def _files(key: str, title: str) -> Plan:
    return Plan(key, title, "ms", 1e3, key, number=1, rounds=3, only=_FILES)


PLANS = (
    Plan("call", "small call", "us", 1e6, "call"),
    Plan("history", "call with 200 messages", "us", 1e6, "history"),
    Plan("at_once", "64 calls at once, asyncio", "us", 1e6, "at_once", rounds=3, number=192),
    _stream("stream", "stream, per event", "stream"),
    _stream("astream", "stream, per event, asyncio", "astream"),
    Plan("first", "first event, wall", "us", 1e6, "first", "first", {"events": 1}),
    Plan("afirst", "first event, wall, asyncio", "us", 1e6, "afirst", "first", {"events": 1}),
    _many("many", "500 streams at once, per event", 0.0, 40, (*_OURS, *_PEERS[:-1]), quick=True),
    _many("paced", "500 streams, an event at a time", 0.05, 20, (*_OURS, "openai 3"), quick=False),
    _connections("connections_done", "new connections per stream", "stream", "done"),
    _connections("connections_late", "same, body ends late", "stream", "late"),
    _connections("connections_bare", "same, without [DONE]", "stream", "bare"),
    _connections("aconnections_done", "new connections, asyncio", "astream", "done"),
    _connections("aconnections_late", "same, body ends late", "astream", "late"),
    _connections("aconnections_bare", "same, without [DONE]", "astream", "bare"),
    Plan(
        "memory", "stream of 20,000 events", "KB", 1 / 1024, "memory", "grown",
        {"events": 20000}, {"events": 20000}, rounds=1, number=1, fresh=True, warm=False,
        only=(FLOOR, "raw socket", "polyvox", "polyvox.api", "openai 3", "aidial-client"),
    ),
    Plan(
        "kept", "a kept event", "bytes", 1, "kept", "each",
        {"events": 2000}, {"events": 2000}, rounds=1, number=1, fresh=True, warm=False,
    ),
    Plan(
        "clients", "a client of its own", "ms", 1e3, "clients",
        rounds=2, number=1000, fresh=True, only=_CLIENTS,
    ),
    Plan(
        "pooled", "a client from a pool", "ms", 1e3, "pooled",
        rounds=2, number=1000, fresh=True, only=_CLIENTS,
    ),
    _files("upload", "64 MB up"),
    _files("aupload", "64 MB up, asyncio"),
    _files("download", "64 MB down"),
    _files("adownload", "64 MB down, asyncio"),
)  # fmt: skip
