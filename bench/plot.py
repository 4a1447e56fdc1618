"""
The plot of the documentation: a line for each measure, a dot for each library, as SVG.

Right is worse; the axis is logarithmic, and raw httpx stands at 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

from bench.libraries import FLOOR
from bench.report import Shown, shown
from bench.rounds import Sample, Samples
from bench.targets import quotients

__all__ = ["plot"]

ROWS = ("import", "call", "history", "at_once", "stream", "astream", "many", "afirst")
COLOURS = {
    "raw socket": "#9aa0a6",
    FLOOR: "#202124",
    "polyvox": "#1a73e8",
    "polyvox[orjson]": "#12b5cb",
    "polyvox[aiohttp]": "#188038",
    "polyvox[httpx2]": "#7cb342",
    "openai 2": "#e8710a",
    "openai 3": "#f9ab00",
    "aidial-client": "#d93025",
    "aleph-alpha-client": "#a142f4",
    "litellm": "#8d6e63",
}
LEFT, WIDTH, TOP, STEP = 250, 560, 96, 34
LOW, HIGH = 0.003, 100.0
TICKS = (0.01, 0.1, 1, 10, 100)


def _x(ratio: float) -> float:
    ratio = min(max(ratio, LOW), HIGH)
    return LEFT + WIDTH * math.log(ratio / LOW) / math.log(HIGH / LOW)


def plot(samples: Samples) -> str:
    """The SVG text for *samples*."""
    rows = [one for key in ROWS for one in shown() if one.key == key and key in samples]
    names = [name for name in COLOURS if any(name in samples[row.key] for row in rows)]
    height = TOP + STEP * len(rows) + 40
    box = f'viewBox="0 0 {LEFT + WIDTH + 30} {height}" font-family="sans-serif" font-size="13"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box}>',
        "<title>Cost to raw httpx, which is 1; left is better</title>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *_legend(names),
        *_axis(TOP + STEP * len(rows)),
    ]
    for number, row in enumerate(rows):
        parts += _row(row, samples[row.key], TOP + STEP * number + STEP / 2)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _legend(names: list[str]) -> Iterator[str]:
    for number, name in enumerate(names):
        x, y = 20 + 160 * (number % 5), 24 + 24 * (number // 5)
        yield f'<circle cx="{x}" cy="{y - 4}" r="{_size(name)}" fill="{COLOURS[name]}"/>'
        yield f'<text x="{x + 12}" y="{y}">{name}</text>'


def _axis(bottom: float) -> Iterator[str]:
    for tick in TICKS:
        colour = "#202124" if tick == 1 else "#dadce0"
        x = f"{_x(tick):.1f}"
        yield f'<line x1="{x}" x2="{x}" y1="{TOP - 16}" y2="{bottom}" stroke="{colour}"/>'
        yield f'<text x="{x}" y="{bottom + 20}" text-anchor="middle">{tick:g}x</text>'


def _row(row: Shown, samples: dict[str, list[Sample]], y: float) -> Iterator[str]:
    yield f'<text x="{LEFT - 12}" y="{y + 4:.0f}" text-anchor="end">{row.title}</text>'
    yield f'<line x1="{LEFT}" x2="{LEFT + WIDTH}" y1="{y}" y2="{y}" stroke="#f1f3f4"/>'
    # Ours are drawn last, on top.
    for name in sorted((name for name in COLOURS if name in samples), key=_size):
        ratios = quotients(samples, name, FLOOR, row.field)
        if not ratios:
            continue
        ratio = median(ratios)
        yield (
            f'<circle cx="{_x(ratio):.1f}" cy="{y}" r="{_size(name)}" fill="{COLOURS[name]}" '
            f'fill-opacity="0.85"><title>{name}: {ratio:.3g}x</title></circle>'
        )


def _size(name: str) -> int:
    return 7 if name.startswith("polyvox") else 5
