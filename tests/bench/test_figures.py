"""
What the benchmark makes of its samples: ratios, verdicts, the page and its plot.
"""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from bench.libraries import FLOOR
from bench.page import BEGIN, END, PAGE, PLOT, RESULTS, block, with_block
from bench.plans import PLANS
from bench.plot import plot
from bench.report import limit, lines, number, shown, spread, target_lines
from bench.targets import TARGETS, Verdict, quotients, verdicts

SAMPLES = {
    "call": {
        FLOOR: [{"cpu": 2e-4}, {"cpu": 4e-4}, {"cpu": 3e-4}],
        "polyvox": [{"cpu": 1e-4}, {"cpu": 4e-4}, {"cpu": 2.4e-4}],
        "openai 2": [{"cpu": 6e-4}, {"cpu": 9e-4}, {"cpu": 9e-4}],
    },
    "memory": {"polyvox": [{"grown": 100 * 1024, "cpu": 1}, {"grown": 300 * 1024, "cpu": 1}]},
}


def verdict_of(title: str) -> Verdict:
    """The verdict on the target with this title."""
    (found,) = (one for one in verdicts(SAMPLES) if one.target.title == title and one.figure)
    return found


def test_ratios_are_taken_within_a_round() -> None:
    """Each round's figure is divided by that of the same round."""
    assert [0.5, 1.0, pytest.approx(0.8)] == quotients(SAMPLES["call"], "polyvox", FLOOR)


def test_verdicts_take_the_median() -> None:
    """The middle of the ratios is the figure, and it may be as large as the limit."""
    verdict = verdict_of("small call, to raw httpx")

    assert (pytest.approx(0.8), True) == (verdict.figure, verdict.holds)


def test_verdicts_on_peers() -> None:
    """Of a peer, it counts how many times more it takes."""
    verdict = verdict_of("small call, openai 2 to polyvox")

    assert (pytest.approx(3.75), True) == (verdict.figure, verdict.holds)


def test_the_worst_memory_counts() -> None:
    """Memory that was taken in one round need not be taken again in the next."""
    verdict = verdict_of("stream of 20,000 events, growth")

    assert (300.0, False) == (verdict.figure, verdict.holds)


def test_targets_without_figures() -> None:
    """What was not measured neither holds nor fails."""
    assert {None} == {one.holds for one in verdicts({})}


def test_targets_name_rows() -> None:
    """Every target belongs to a measure that is shown, and every plan is shown once."""
    keys = [one.key for one in shown()]

    assert set() == {target.row for target in TARGETS} - set(keys)
    assert len(keys) == len(set(keys))
    assert {plan.key for plan in PLANS} <= set(keys)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (0.004, "0.004"),
        (0.5, "0.50"),
        (0.999, "0.999"),
        (12.34, "12.3"),
        (1234.5, "1,234"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    """Figures have the digits that matter."""
    assert text == number(value)


def test_spreads() -> None:
    """Several values are shown with their range."""
    assert ("2", "2 (1 to 3)") == (spread([2.0]), spread([1.0, 2.0, 3.0]))


def test_lines_show_ratios() -> None:
    """A measure is a line for each library, with its ratio to the floor."""
    (call,) = (one for one in shown() if one.key == "call")

    told = [*lines(call, SAMPLES["call"])]

    assert "small call, us" == told[0]
    assert "  polyvox                     240  x 0.80 (0.50 to 1)" == told[2]


def test_target_lines_count() -> None:
    """The last line counts what holds, what does not, and what was not measured."""
    *_, last = target_lines(verdicts(SAMPLES))

    assert last.startswith("2 of 3 targets hold; ")


def test_limits_of_zero() -> None:
    """Nothing may stay below nothing: the sign is an equals sign."""
    (target,) = (one for one in TARGETS if one.row == "connections_done")

    assert "= 0" == limit(Verdict(target, 0.0, holds=True))


def test_the_plot_shows_every_library() -> None:
    """Each library of a row has a dot with its ratio."""
    titles = [one.text for one in ET.fromstring(plot(SAMPLES)).iter() if one.text]

    assert {"polyvox: 0.8x", "openai 2: 3x", "raw httpx: 1x"} <= set(titles)


def test_blocks_replace_what_is_between_the_markers() -> None:
    """Text around the figures stays."""
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"

    assert "before\nnew\nafter\n" == with_block(page, "new")


def test_the_page_shows_the_recorded_figures() -> None:
    """Page and plot are those of bench/results.json; `make bench-page` writes them."""
    results = json.loads(RESULTS.read_text("utf-8"))

    assert with_block(PAGE.read_text("utf-8"), block(results)) == PAGE.read_text("utf-8")
    assert plot(results["samples"]) == PLOT.read_text("utf-8")
