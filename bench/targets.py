"""
What the figures should be, and whether they are.

Ratios are medians of quotients within a round: to raw httpx, or, of a peer, how many times more.
"""

from __future__ import annotations

from statistics import median
from typing import NamedTuple

from bench.libraries import FLOOR
from bench.processes import ROOT
from bench.rounds import Samples

__all__ = ["TARGETS", "Target", "Verdict", "quotients", "verdicts"]

PLAIN = ("polyvox",)
ORJSON = ("polyvox[orjson]",)
# Of these the worst round counts: what was taken once need not be taken again.
WORST = {"grown", "connections", "heavy"}
FAST = ("polyvox[orjson]", "polyvox[aiohttp]", "polyvox[httpx2]")


class Target(NamedTuple):
    """
    One promise.

    Attributes:
        row: Measure.
        title: For people.
        limit: The figure may be as large; with *against* a peer, it has to be as large.
        unit: `x` for ratios.
        ours: Which polyvox; the best of those that took part counts.
        against: Whose figure is the other half of the ratio; empty: no ratio.
        field: Of the samples.
        scale: Units of *unit* in one of the field.
        least: Whether *limit* is the least instead of the most.
        column: `default` or `extra`.
    """

    row: str
    title: str
    limit: float
    unit: str = "x"
    ours: tuple[str, ...] = PLAIN
    against: str = ""
    field: str = "cpu"
    scale: float = 1.0
    least: bool = False
    column: str = "default"


class Verdict(NamedTuple):
    """A target, its figure, and whether it holds; None when there is no figure."""

    target: Target
    figure: float | None
    holds: bool | None


def _floor(row: str, title: str, limit: float, fast: float, field: str = "cpu") -> list[Target]:
    return [
        Target(row, f"{title}, to raw httpx", limit, against=FLOOR, field=field),
        Target(
            row, f"{title}, to raw httpx", fast,
            against=FLOOR, ours=FAST, field=field, column="extra",
        ),
    ]  # fmt: skip


def _peer(row: str, title: str, peer: str, limit: float, **more: str | tuple[str, ...]) -> Target:
    return Target(
        row, f"{title}, {peer} to polyvox", limit, against=peer, least=True, **more,  # type: ignore[arg-type]  # field and ours
    )  # fmt: skip


def _streams() -> list[Target]:
    targets: list[Target] = []
    for row, title in (("stream", "event of a stream"), ("astream", "event of a stream, asyncio")):
        with_orjson = f"{title}, orjson"
        targets += [
            Target(row, f"{title}, json, to raw httpx", 0.8, against=FLOOR),
            Target(row, f"{with_orjson}, to raw httpx", 0.45, against=FLOOR, ours=ORJSON),
            Target(row, f"{title}, to raw httpx", 0.3, against=FLOOR, ours=FAST, column="extra"),
            _peer(row, with_orjson, "openai 2", 15, ours=ORJSON),
            _peer(row, with_orjson, "openai 3", 15, ours=ORJSON),
            _peer(row, with_orjson, "aidial-client", 15, ours=ORJSON),
        ]
    return targets


def _connections() -> list[Target]:
    return [
        Target(
            f"{kind}connections_{tail}", f"new connections per stream{how}, {said}", 0, "",
            field="connections",
        )
        for kind, how in (("", ""), ("a", ", asyncio"))
        for tail, said in (("done", "[DONE]"), ("late", "[DONE], late end"), ("bare", "no [DONE]"))
    ]  # fmt: skip


def _files() -> list[Target]:
    targets: list[Target] = []
    for row in ("upload", "aupload", "download", "adownload"):
        title = f"64 MB {row.lstrip('a')}" + (", asyncio" if row[0] == "a" else "")
        targets += _floor(row, title, 1.1, 0.6)
        targets.append(
            Target(row, f"{title}, memory", 2, "MB", field="grown", scale=2**-20)
        )  # fmt: skip
    return targets


def _clients() -> list[Target]:
    targets: list[Target] = []
    for row, title, cpu, each in (
        ("clients", "a client", 0.2, 10),
        ("pooled", "a client from a pool", 0.05, 3),
    ):
        targets += [
            Target(row, title, cpu, "ms", scale=1e3),
            Target(row, f"{title}, memory", each, "KB", field="each", scale=1 / 1024),
        ]
    return [*targets, Target("clients", "1,000 clients", 0.3, "s", scale=1e3)]


TARGETS = (
    Target("import", "import polyvox, over bare Python", 20, "ms", scale=1e3),
    Target("import", "heavy modules that it loads", 0, "", field="heavy"),
    Target("start", "import and first call, to httpx", 1.2, against=FLOOR),
    *_floor("call", "small call", 0.9, 0.8),
    _peer("call", "small call", "openai 2", 2.5),
    _peer("call", "small call", "openai 3", 2.5),
    *_floor("history", "call with 200 messages", 1.0, 0.8),
    _peer("history", "call with 200 messages", "openai 2", 30),
    _peer("history", "call with 200 messages", "openai 3", 30),
    *_floor("at_once", "64 calls at once, asyncio", 0.4, 0.25),
    _peer("at_once", "64 calls at once, asyncio", "openai 2", 5),
    _peer("at_once", "64 calls at once, asyncio", "openai 3", 5),
    *_streams(),
    *_floor("many", "500 streams at once, per event", 0.35, 0.25),
    Target("many", "500 streams at once, memory of one", 40, "KB", field="grown", scale=1 / 1024),
    Target("many", "500 streams at once, in flight", 500, "", field="peak", least=True),
    *_floor("first", "first event, wall time", 0.9, 0.8, "first"),
    _peer("first", "first event, wall time", "openai 2", 3, field="first"),
    _peer("first", "first event, wall time", "openai 3", 3, field="first"),
    *_floor("afirst", "first event, asyncio", 0.9, 0.8, "first"),
    _peer("afirst", "first event, asyncio", "openai 2", 3, field="first"),
    _peer("afirst", "first event, asyncio", "openai 3", 3, field="first"),
    *_connections(),
    Target(
        "memory", "stream of 20,000 events, growth", 200, "KB", field="grown", scale=1 / 1024
    ),
    Target(
        "memory", "stream of 20,000 chunks, client.api, growth", 200, "KB",
        ours=("polyvox.api",), field="grown", scale=1 / 1024,
    ),
    Target("kept", "a kept chunk", 1024, "bytes", ours=("polyvox.api",), field="each"),
    *_clients(),
    *_files(),
    Target(
        "decode", "a chunk into attrs, stock from_dict to polyvox", 5,
        against="stock from_dict", least=True,
    ),
    *(
        Target("generate", f"generate {spec.stem}", 2, "s", ours=(spec.stem,), field="wall")
        for spec in sorted((ROOT / "specs").glob("*.yaml"))
    ),
)  # fmt: skip


def quotients(
    samples: dict[str, list[dict[str, float]]], above: str, below: str, field: str = "cpu"
) -> list[float]:
    """Figure of *above* over that of *below*, round by round."""
    pairs = zip(samples.get(above, []), samples.get(below, []), strict=False)
    return [one[field] / other[field] for one, other in pairs if other.get(field)]


def _figure(target: Target, samples: Samples, ours: str) -> float | None:
    row = samples.get(target.row, {})
    if target.against:
        pair = (target.against, ours) if target.least else (ours, target.against)
        found = quotients(row, *pair, target.field)
    else:
        found = [
            one[target.field] * target.scale for one in row.get(ours, []) if target.field in one
        ]
    if not found:
        return None
    if target.field in WORST:
        return min(found) if target.least else max(found)
    return median(found)


def verdicts(samples: Samples) -> list[Verdict]:
    """Every target beside its figure."""
    found: list[Verdict] = []
    for target in TARGETS:
        figures = [
            figure for ours in target.ours if (figure := _figure(target, samples, ours)) is not None
        ]
        best = (max if target.least else min)(figures, default=None)
        holds = None
        if best is not None:
            holds = best >= target.limit if target.least else best <= target.limit
        found.append(Verdict(target, best, holds))
    return found
