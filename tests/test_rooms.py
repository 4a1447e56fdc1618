"""
Rules about the files themselves: size, docstrings, and nothing of the machine they were written on.

What import-linter, ruff and interrogate can hold is theirs; see `make lint`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HAND_WRITTEN = ("src", "generator", "tests", "bench", "demo", "tools")
PAGES = ("docs", "specs", ".ci")
SUFFIXES = {".py", ".jinja", ".md", ".yaml", ".yml", ".toml", ".http", ".json", ".txt", ""}
FILE_CAP = 400
FUNCTION_CAP = 50

# File or file::function -> why it may be longer.
LONGER: dict[str, str] = {}

# Taken apart, so that this file does not hold what it forbids.
FOREIGN = re.compile(
    "|".join(
        [
            r"(?<![\w.}/])/(?:work|root|opt)/\.?\w\w",  # folders of a build machine
            r"(?<![\w.}])/home/\w+/",
            r"/tmp/(?:bash|plan)",
            r"[A-Z]:\\Users\\",
            r"(?:pypi|test\.pypi)\.org",
            r"python" + r"hosted\.org",
            r"npm" + r"js\.(?:org|com)",
        ]
    )
)


def modules() -> Iterator[Path]:
    """Every hand-written module."""
    for folder in HAND_WRITTEN:
        yield from sorted((ROOT / folder).rglob("*.py"))


def named(path: Path) -> str:
    """The path as people write it."""
    return path.relative_to(ROOT).as_posix()


def too_long_files(files: list[tuple[str, str]]) -> list[str]:
    """Names of *files*, given as (name, text), that exceed the cap."""
    return [name for name, text in files if text.count("\n") > FILE_CAP]


def too_long_functions(files: list[tuple[str, str]]) -> list[str]:
    """Functions of *files* that exceed the cap, as file::function."""
    return [
        f"{name}::{node.name}"
        for name, text in files
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_CAP
    ]


@pytest.fixture(scope="module")
def files() -> list[tuple[str, str]]:
    """Every hand-written module as (name, text)."""
    return [(named(path), path.read_text("utf-8")) for path in modules()]


def test_rooms_are_found(files: list[tuple[str, str]]) -> None:
    """The rules below look at every folder of hand-written code."""
    assert set(HAND_WRITTEN) == {name.partition("/")[0] for name, _ in files}


def test_files_are_short(files: list[tuple[str, str]]) -> None:
    """A module has at most 400 lines, or a reason."""
    assert [] == [name for name in too_long_files(files) if name not in LONGER]


def test_functions_are_short(files: list[tuple[str, str]]) -> None:
    """A function has at most 50 lines, or a reason."""
    assert [] == [name for name in too_long_functions(files) if name not in LONGER]


def test_exceptions_are_needed(files: list[tuple[str, str]]) -> None:
    """What became short again leaves the list of exceptions, and every exception says why."""
    longer = {*too_long_files(files), *too_long_functions(files)}

    assert set() == LONGER.keys() - longer
    assert all(len(reason) > 20 for reason in LONGER.values())


def test_caps_bite() -> None:
    """A file of 401 lines and a function of 51 are reported."""
    short = "def short():\n" + "    x = 1\n" * 49
    long = "async def long():\n" + "    x = 1\n" * 50

    assert ["b"] == too_long_files([("a", "#\n" * 400), ("b", "#\n" * 401)])
    assert ["c::long"] == too_long_functions([("c", short + long)])


def docstring_of(text: str) -> str | None:
    """The docstring of the module with this text."""
    return ast.get_docstring(ast.parse(text))


def test_modules_say_what_they_are_for(files: list[tuple[str, str]]) -> None:
    """Every module with code has a docstring."""
    silent = [name for name, text in files if text.strip() and not docstring_of(text)]

    assert [] == silent


def texts() -> Iterator[Path]:
    """Every file that people read or write."""
    yield from (path for path in sorted(ROOT.glob("*")) if path.is_file())
    for folder in (*HAND_WRITTEN, *PAGES, "generated"):
        yield from sorted(path for path in (ROOT / folder).rglob("*") if path.is_file())


def test_nothing_of_the_build_machine() -> None:
    """No file names a folder of somebody's machine, or the host of a package registry."""
    found = [
        f"{named(path)}:{number}: {match[0]}"
        for path in texts()
        if path.suffix in SUFFIXES
        and "__pycache__" not in path.parts
        and not path.name.startswith(".coverage")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (match := FOREIGN.search(line))
    ]

    assert [] == found


@pytest.mark.parametrize(
    "text",
    ["/ro" + "ot/.cache", "see /wo" + "rk/main", "/ho" + "me/me/", "https://py" + "pi.org/simple"],
)
def test_foreign_names_are_recognised(text: str) -> None:
    """The pattern of the test above finds what it is meant to find."""
    assert FOREIGN.search(text)
