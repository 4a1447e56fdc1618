"""
Puts the figures of `bench/results.json` between the markers of docs/performance.md; the plot too.

`python -m bench.page` writes; the text around the markers is written by hand.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from statistics import median
from typing import Any

from bench.libraries import FLOOR
from bench.plot import plot
from bench.processes import ROOT
from bench.report import COLUMN, Shown, figure, limit, number, server_line, shown
from bench.rounds import Sample
from bench.targets import quotients, verdicts

__all__ = ["BEGIN", "END", "PAGE", "PLOT", "RESULTS", "block", "with_block"]

RESULTS = ROOT / "bench" / "results.json"
PAGE = ROOT / "docs" / "performance.md"
PLOT = ROOT / "docs" / "performance.svg"
BEGIN = "<!-- Figures: written by `make bench-page` from bench/results.json; do not edit. -->"
END = "<!-- End of the figures. -->"


def block(results: dict[str, Any]) -> str:
    """The figures as Markdown."""
    where = f"Python {results['python']}, {results['machine']}"
    parts = [
        BEGIN,
        f"Measured on {results['when']} in {results['seconds']} s: {where}.",
        server_line(results["server_busy"]),
        "![Cost of each library to raw httpx](performance.svg)",
        "### Targets",
        "\n".join(_targets(results)),
        "### All libraries",
        "\n".join(_libraries(results)),
        "### Memory and connections",
        "\n".join(_memory(results)),
        *_troubles(results),
        "### Versions",
        "\n".join(_versions(results["versions"])),
        END,
    ]
    return "\n\n".join(parts)


def _targets(results: dict[str, Any]) -> Iterator[str]:
    yield "| measure | installation | target | figure | holds |"
    yield "| --- | --- | --- | --- | --- |"
    for one in verdicts(results["samples"]):
        word = {True: "yes", False: "**no**", None: "not measured"}[one.holds]
        column = COLUMN[one.target.column]
        yield f"| {one.target.title} | {column} | {limit(one)} | {figure(one)} | {word} |"


def _libraries(results: dict[str, Any]) -> Iterator[str]:
    rows = [one for one in shown() if one.unit in {"us", "ms"} and one.floor == FLOOR]
    rows = [one for one in rows if one.key in results["samples"]]
    names = list(dict.fromkeys(name for one in rows for name in results["samples"][one.key]))
    yield f"| | {' | '.join(names)} |"
    yield f"| --- |{' --- |' * len(names)}"
    for row in rows:
        cells = (_cell(row, results["samples"][row.key], name) for name in names)
        yield f"| {row.title}, {row.unit} | {' | '.join(cells)} |"


def _cell(row: Shown, samples: dict[str, list[Sample]], name: str) -> str:
    if name not in samples:
        return ""
    value = number(median(sample[row.field] for sample in samples[name]) * row.scale)
    ratios = quotients(samples, name, row.floor, row.field)
    return f"{value} ({number(median(ratios))}x)" if ratios and name != row.floor else value


MEMORY = (
    ("memory", "stream of 20,000 events, peak", "grown", 1 / 1024, "KB"),
    ("kept", "a kept event", "each", 1, "bytes"),
    ("many", "one of 500 streams", "grown", 1 / 1024, "KB"),
    ("many", "streams in flight, of 500", "peak", 1, ""),
    ("clients", "a client of its own", "each", 1 / 1024, "KB"),
    ("connections_done", "new connections per stream", "connections", 1, ""),
    ("connections_late", "the same, body ends late", "connections", 1, ""),
    ("connections_bare", "the same, without [DONE]", "connections", 1, ""),
    ("aconnections_done", "new connections, asyncio", "connections", 1, ""),
    ("aconnections_late", "the same, body ends late", "connections", 1, ""),
    ("aconnections_bare", "the same, without [DONE]", "connections", 1, ""),
)


def _memory(results: dict[str, Any]) -> Iterator[str]:
    rows = [one for one in MEMORY if one[0] in results["samples"]]
    names = list(dict.fromkeys(name for one in rows for name in results["samples"][one[0]]))
    yield f"| | {' | '.join(names)} |"
    yield f"| --- |{' --- |' * len(names)}"
    for key, title, field, scale, unit in rows:
        samples = results["samples"][key]
        cells = (
            number(median(one[field] for one in samples[name]) * scale) if name in samples else ""
            for name in names
        )
        yield f"| {title}{f', {unit}' if unit else ''} | {' | '.join(cells)} |"


def _troubles(results: dict[str, Any]) -> Iterator[str]:
    if results["troubles"]:
        told = (f"- {what}: {why[:200]}" for what, why in results["troubles"].items())
        yield "Not measured:\n\n" + "\n".join(told)


def _versions(versions: dict[str, dict[str, str]]) -> Iterator[str]:
    for place, found in versions.items():
        named = ", ".join(f"{name} {version}" for name, version in found.items())
        yield f"- {place.removeprefix('.venv-bench-')}: {named}"


def with_block(page: str, text: str) -> str:
    """The *page* with *text* between its markers."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + text + after


def main() -> int:
    """Write page and plot; the exit status."""
    results = json.loads(RESULTS.read_text("utf-8"))
    PAGE.write_text(with_block(PAGE.read_text("utf-8"), block(results)), "utf-8")
    PLOT.write_text(plot(results["samples"]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
