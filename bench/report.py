"""
Figures as people read them: a line for each measure, and the targets beside what was reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any, NamedTuple

from bench.libraries import FLOOR
from bench.plans import PLANS
from bench.rounds import Sample
from bench.targets import Verdict, quotients

__all__ = ["Shown", "lines", "shown", "spread", "target_lines"]

COLUMN = {"default": "default", "extra": "fastest extra"}


class Shown(NamedTuple):
    """How a measure is shown."""

    key: str
    title: str
    unit: str
    scale: float
    field: str
    floor: str


def shown() -> tuple[Shown, ...]:
    """All measures in the order of the table."""
    return (
        Shown("import", "import, over bare Python", "ms", 1e3, "cpu", FLOOR),
        Shown("start", "import and first call", "ms", 1e3, "cpu", FLOOR),
        *(
            Shown(one.key, one.title, one.unit, one.scale, one.field, FLOOR)
            for one in PLANS
        ),
        Shown("decode", "a chunk into attrs, JSON not counted", "us", 1e6, "cpu", "polyvox"),
        Shown("generate", "generate a specification, wall", "s", 1, "wall", ""),
        Shown("growth", "generate, per operation", "ms", 1e3, "wall", ""),
    )  # fmt: skip


def spread(values: list[float]) -> str:
    """Median, and the range when there is one."""
    middle = f"{number(median(values))}"
    if len(values) < 2:
        return middle
    return f"{middle} ({number(min(values))} to {number(max(values))})"


def number(value: float) -> str:
    """Three digits that matter, or whole numbers."""
    if value and abs(value) < 0.995:
        return f"{value:.2f}" if abs(value) >= 0.01 else f"{value:.2g}"
    return f"{value:,.0f}" if abs(value) >= 99.5 else f"{value:.3g}"


def lines(what: Shown, row: dict[str, list[Sample]]) -> Iterator[str]:
    """One measure: a line for each library, with its ratio to the floor."""
    yield f"{what.title}{f', {what.unit}' if what.unit else ''}"
    for name, samples in row.items():
        value = median(sample[what.field] for sample in samples) * what.scale
        ratios = quotients(row, name, what.floor, what.field) if what.floor in row else []
        times = f"  x {spread(ratios)}" if ratios and name != what.floor else ""
        yield f"  {name:<22}{number(value):>9}{times}{_more(samples)}"


def _more(samples: list[Sample]) -> str:
    known = {
        "peak": lambda value: f"{value:.0f} in flight" if value else "",
        "grown": lambda value: f"+{value / 1024:,.0f} KB" if value else "",
        "each": lambda value: f"{value / 1024:,.2f} KB each",
        "modules": lambda value: f"{value:.0f} modules",
    }
    told = [
        known[field](max(sample.get(field, 0.0) for sample in samples))
        for field in known
        if field in samples[0]
    ]
    return "".join(f"  {one}" for one in told if one)


def figure(verdict: Verdict) -> str:
    """The figure with its unit."""
    if verdict.figure is None:
        return "-"
    # A miss by a hair should look like one.
    exact = verdict.target.unit == "x" and verdict.figure < 1
    shown = f"{verdict.figure:.3f}" if exact else number(verdict.figure)
    return f"{shown} {verdict.target.unit}".strip()


def limit(verdict: Verdict) -> str:
    """The target with its unit."""
    target = verdict.target
    sign = ">=" if target.least else "<=" if target.limit else "="
    return f"{sign} {number(target.limit)} {target.unit}".strip()


def target_lines(verdicts: list[Verdict]) -> Iterator[str]:
    """The table of targets, with what holds."""
    told = [one for one in verdicts if one.figure is not None]
    yield f"{'':<62}{'target':>14}{'figure':>14}"
    for one in told:
        extra = " [extra]" if one.target.column == "extra" else ""
        word = "holds" if one.holds else "MISSED"
        yield f"{one.target.title + extra:<62}{limit(one):>14}{figure(one):>14}  {word}"
    held = sum(one.holds is True for one in told)
    yield f"{held} of {len(told)} targets hold; {len(verdicts) - len(told)} were not measured."


def server_line(busy: dict[str, Any]) -> str:
    """How much of a CPU the server took, at most and in which measure."""
    if not busy:
        return "The server was not used."
    key = max(busy, key=lambda one: busy[one])
    return f"Share of its CPU that the server used: at most {busy[key]:.0%}, in '{key}'."
