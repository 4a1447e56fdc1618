"""
README and docs hold what they show: every Python block runs, every link leads somewhere.

The blocks of a page run in order, in one namespace and an empty folder, against an emulator whose
address is in `emulator_url` and `api_key`, and in the variables DIAL_URL and DIAL_API_KEY. A fenced
block with `title="file"` is that file.
"""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

import polyvox
from polyvox.emulator import Emulator

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
GUIDES = (ROOT / "README.md", ROOT / "docs" / "quickstart.md", ROOT / "docs" / "files.md")
KEY = "dial-key"

FENCE = re.compile(r'^```(\w+)(?: title="([^"]+)")?[^\n]*\n(.*?)^```$', re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


class Block(NamedTuple):
    """A fenced block of a page."""

    language: str
    title: str
    text: str
    line: int


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks in *text*."""
    for match in FENCE.finditer(text):
        line = text.count("\n", 0, match.start(3))
        yield Block(match[1], match[2] or "", match[3], line)


def named(page: Path) -> str:
    """The page as people write it."""
    return page.relative_to(ROOT).as_posix()


def play(page: str, text: str, names: dict[str, Any]) -> int:
    """Run the Python blocks of a page, and give their number; titled blocks become files."""
    count = 0
    for block in blocks(text):
        if block.title:
            path = Path(block.title)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, "utf-8")
        elif block.language == "python":
            # Empty lines before the code, so that a traceback shows the page's own line.
            code = compile("\n" * block.line + block.text, page, "exec", dont_inherit=True)
            exec(code, names)
            count += 1
    return count


def put_away(names: dict[str, Any]) -> None:
    """Close the clients that a page left open, as the end of a program would."""
    for value in names.values():
        if isinstance(value, polyvox.Dial):
            value.close()


@pytest.fixture(scope="module")
def emulator_url() -> Iterator[str]:
    """Base URL of an emulated DIAL."""
    with Emulator() as emulator:
        yield emulator.dial_url


@pytest.mark.parametrize("page", [pytest.param(page, id=named(page)) for page in PAGES])
def test_examples_run(
    page: Path, emulator_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every Python block of the page runs, except those that are files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setenv("DIAL_URL", emulator_url)
    monkeypatch.setenv("DIAL_API_KEY", KEY)
    text = page.read_text("utf-8")
    names = {"__name__": "page", "emulator_url": emulator_url, "api_key": KEY}
    before = dict(os.environ)

    try:
        count = play(named(page), text, names)
    finally:
        put_away(names)
        os.environ.clear()
        os.environ.update(before)

    assert text.count("```python") == count + text.count("```python title=")


@pytest.mark.parametrize("page", [pytest.param(page, id=named(page)) for page in GUIDES])
def test_guides_show_code(page: Path) -> None:
    """The pages that teach have examples, so that the test above says something."""
    assert page.read_text("utf-8").count("```python") >= 3


def test_failing_examples_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A block that fails is reported with the page's line."""
    monkeypatch.chdir(tmp_path)
    text = "# Page\n\n```python\nx = 1\n```\n\n```python\nassert x == 2\n```\n"

    with pytest.raises(AssertionError) as caught:
        play("page.md", text, {})
    where = traceback.extract_tb(caught.tb)[-1]

    assert ("page.md", 8) == (where.filename, where.lineno)


@pytest.mark.parametrize("page", [pytest.param(page, id=named(page)) for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file that exists."""
    links = LINK.findall(page.read_text("utf-8"))

    assert [] == [link for link in links if not (page.parent / link).exists()]


def entries(value: Any) -> Iterator[str]:
    """Pages named in the navigation of mkdocs.yml, at any depth."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if not isinstance(value, str):
            yield from entries(inner)


def test_every_page_is_found_from_the_first() -> None:
    """docs/index.md leads to every page; the decisions have a list of their own."""
    text = (ROOT / "docs" / "index.md").read_text("utf-8")
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"}

    assert set() == {page for page in pages if f"]({page})" not in text}


def test_navigation_is_complete() -> None:
    """mkdocs.yml names every page of docs once."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in PAGES[1:]]

    assert sorted(pages) == sorted(entries(settings["nav"]))
