"""The page about testing names everything there is."""

from __future__ import annotations

import re
from pathlib import Path

from polyvox.testing import SCENARIOS, faults

PAGE = (Path(__file__).parents[2] / "docs" / "testing.md").read_text("utf-8")


def test_every_scenario_is_named() -> None:
    """The table lists the scenarios with their descriptions, in their order."""
    listed = re.findall(
        r"^\| `(\w+)` \| (.*) \|$", PAGE.partition("## All scenarios")[2], re.MULTILINE
    )

    assert [(name, one.about) for name, one in SCENARIOS.items()] == listed


def test_every_step_and_answer_is_named() -> None:
    """No public name of the fault server is left out, but for types of annotations."""
    types = {"Connections", "Scenario", "Script", "Step"}

    assert [] == [name for name in faults.__all__ if name not in types and name not in PAGE]
