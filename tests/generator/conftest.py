"""Fixtures of the generator's tests: a small clean document and what the linter finds in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lint_types import Faults, Found

from polyvox_generator.validate import check_document

_MARK = re.compile(r"# <- ([a-z-]+)")


@pytest.fixture(scope="session")
def clean_spec() -> str:
    """Text of a small OpenAPI 3.2 document that breaks no rule, house rules included."""
    return (Path(__file__).parent / "clean.yaml").read_text(encoding="utf-8")


@pytest.fixture
def faults(clean_spec: str, tmp_path: Path) -> Faults:
    """
    Lint the clean document with one change.

    The change is `faults(old, new)`: *new* marks each line where a finding is expected with
    `# <- rule`. Gives the expected and the actual findings as (line, rule).
    """

    def lint_changed(old: str, new: str, *, house: bool = True) -> tuple[Found, Found]:
        assert clean_spec.count(old) == 1
        return lint_text(clean_spec.replace(old, new), tmp_path, house=house)

    return lint_changed


@pytest.fixture
def text_faults(tmp_path: Path) -> Faults:
    """Like `faults`, for a whole text: `text_faults(text, house=False)`."""

    def lint_whole(text: str, *, house: bool = False) -> tuple[Found, Found]:
        return lint_text(text, tmp_path, house=house)

    return lint_whole


def lint_text(text: str, folder: Path, *, house: bool) -> tuple[Found, Found]:
    """Expected (marked) and actual findings of the document *text*."""
    path = folder / "spec.yaml"
    path.write_text(text, encoding="utf-8")
    lines = enumerate(text.splitlines(), 1)
    expected = [(number, rule) for number, line in lines for rule in _MARK.findall(line)]
    actual = [(finding.line, finding.rule) for finding in check_document(path, house=house)]
    return expected, actual
