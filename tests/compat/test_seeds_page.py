"""The page about the seed documents lists every mend, and nothing else."""

from __future__ import annotations

from pathlib import Path

from seed_mends import AIDIAL, AIDIAL_BEFORE

PAGE = (Path(__file__).parents[2] / "docs" / "seeds.md").read_text("utf-8")


def _code(text: str) -> str:
    return f"`{' '.join(text.split())}`"


def _rows(heading: str) -> list[str]:
    """The rows of all tables below *heading*, without their heads."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [
        line
        for line in section.splitlines()
        if line.startswith("| ") and not line.startswith(("| ---", "| block"))
    ]


def test_mends_are_listed() -> None:
    """Each mend and each preparation is a row of the page, in order."""
    mends = [
        f"| {mend.block or 'all'} | {_code(mend.old)} | {_code(mend.new)} | {mend.reason} |"
        for mend in AIDIAL
    ]
    before = [f"| {one.block} | {_code(one.code)} | {one.reason} |" for one in AIDIAL_BEFORE]

    assert [*mends, *before] == _rows("aidial-client")


def test_mends_are_few() -> None:
    """A block is mended for a reason that is given."""
    assert all(mend.reason for mend in (*AIDIAL, *AIDIAL_BEFORE))
    assert len(AIDIAL) < 27
