"""The page about reliability: complete, and in step with the table."""

from __future__ import annotations

import re
from pathlib import Path

import test_reliability
from cases import CASES
from checklist import CHECKLIST, NOT_APPLICABLE, SECTIONS
from page import Row, rendered

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
LINE = re.compile(r"\| ([A-Z]-[\w-]+) \| (.*) \| (.*) \| ([\w-]+) \| ([\w-]+) \|")


def lines() -> list[tuple[str, ...]]:
    """Cells of each row of the committed page."""
    return LINE.findall(PAGE.read_text("utf-8"))


def test_every_id_has_a_row() -> None:
    """An id of the checklist has cases, or a reason why not; never both."""
    tested = {one.id for one in CASES}

    assert set(CHECKLIST) == tested | set(NOT_APPLICABLE)
    assert set() == tested & set(NOT_APPLICABLE)
    assert set(SECTIONS) == {ident[0] for ident in CHECKLIST}


def test_the_page_is_in_step() -> None:
    """The committed page shows what the table does; `make reliability` writes it anew."""
    expected = {(one.id, one.done.replace("|", "&#124;")) for one in CASES}
    expected |= {(ident, CHECKLIST[ident]) for ident in NOT_APPLICABLE}

    assert expected == {line[:2] for line in lines()}
    assert len(expected) == len(lines())


def test_the_page_hides_nothing() -> None:
    """Both shells have a result in each row, or neither has and the reason is given."""
    for ident, _, came_out, *marks in lines():
        assert marks == (["-", "-"] if ident in NOT_APPLICABLE else ["yes", "yes"])
        assert came_out


def test_a_missing_result_is_shown() -> None:
    """A row that ran for one shell only says so."""
    row: Row = {"id": "A-01", "done": "This|that.", "came_out": "an answer", "shell": "sync"}

    assert "| A-01 | This&#124;that. | an answer | yes | MISSING |" in rendered([row])


def test_what_is_done_is_said_once() -> None:
    """No two rows of one id read alike, so that results cannot be mixed up."""
    done = [(one.id, one.done) for one in CASES]

    assert test_reliability.MODULES
    assert len(done) == len(set(done))
