"""
The check of recorded counts: what it lets pass, and what not.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def counts() -> ModuleType:
    """`tools/counts.py` as a module."""
    spec = importlib.util.spec_from_file_location("counts", ROOT / "tools" / "counts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("figure", "well"), [(90, True), (110, True), (111, False)])
def test_a_rise_of_ten_percent_passes(counts: ModuleType, figure: int, well: bool) -> None:
    """Fewer calls, and up to a tenth more, are fine."""
    lines, passed = counts.compared({"call": {"calls": figure}}, {"call": {"calls": 100}})

    assert well is passed
    assert well is ("TOO MANY" not in lines[0])


def test_unrecorded_figures_fail(counts: ModuleType) -> None:
    """A new figure has to be recorded first."""
    _, passed = counts.compared({"call": {"calls": 1}}, {})

    assert passed is False


@pytest.mark.parametrize(
    ("reason", "figures", "bad"), [("a", 1, False), ("a", 2, True), ("b", 2, False)]
)
def test_records_need_reasons(counts: ModuleType, reason: str, figures: int, bad: bool) -> None:
    """Figures that change bring a reason that changes."""
    before = {"reason": "a", "counts": {"3.11": {"call": {"calls": 1}}}}
    record = {"reason": reason, "counts": {"3.11": {"call": {"calls": figures}}}}

    assert bad is counts.unreasoned(record, before)


def test_first_records_pass(counts: ModuleType) -> None:
    """Without an earlier record there is nothing to explain."""
    assert counts.unreasoned({"reason": "", "counts": {}}, None) is False


def test_the_record_is_complete() -> None:
    """Each case has calls and bytes, in both worlds."""
    record = json.loads((ROOT / "bench" / "counts.json").read_text("utf-8"))

    assert record["reason"]
    for cases in record["counts"].values():
        assert {"call", "call, asyncio", "stream", "stream, asyncio"} == cases.keys()
        assert {("calls", "peak_bytes")} == {tuple(sorted(case)) for case in cases.values()}


def test_calls_are_counted(counts: ModuleType) -> None:
    """The counter sees each Python function that is called, and nothing else changes."""

    def inner() -> int:
        return len(counts.ANSWER)

    figures = counts.counted(lambda: inner() + 0 * len([inner() for _ in range(9)]))

    assert 12 == figures["calls"]  # the lambda, the list, ten times inner
