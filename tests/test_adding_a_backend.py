"""
The page about adding a backend, followed to the letter in a copy of the project.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# Generates everything and runs other tests.
pytestmark = pytest.mark.timeout(240)

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "adding-a-backend.md"
FENCE = re.compile(r'^```(\w+) title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
COPIED = ("src", "generated", "generator", "specs", "tools", "tests", "docs")
FILES = ("CHANGELOG.md", "pyproject.toml")
# What `make generate` writes, and what runs leave behind.
MADE = re.compile(r"generated/|src/polyvox/__init__\.pyi$|docs/backends\.md$|.*__pycache__")
# What the page says is written by hand.
BY_HAND = re.compile(
    r"specs/parrot\.yaml|src/polyvox/backends/parrot/\w+\.py|src/polyvox/backends/registry\.py"
    r"|tests/wire/test_facade_parrot\.py|tests/wire/parrot/\w+\.http|CHANGELOG\.md"
)
CHAT = """
import polyvox
from polyvox.emulator import Emulator

with Emulator(backends=["parrot"]) as emulator:
    url = emulator.url_of("parrot")
    with polyvox.Parrot(base_url=url, api_key="key") as client:
        print(client.chat("anything").text)
        print([*client.stream("anything").text])
        print(client.offers())
    with polyvox.connect("parrot", base_url=url, api_key="key") as client:
        print(type(client).__name__, polyvox.AsyncParrot.__name__ in polyvox.__all__)
"""


def insert(path: Path, diff: str) -> None:
    """Put the added lines of *diff* behind the lines they follow in the file at *path*."""
    kept = "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[0] == " ")
    both = "".join(f"{line[1:]}\n" for line in diff.splitlines())
    text = path.read_text("utf-8")
    assert 1 == text.count(kept)
    path.write_text(text.replace(kept, both), "utf-8")


def follow(page: str, project: Path) -> None:
    """Do in *project* what *page* says."""
    for language, title, text in FENCE.findall(page):
        path = project / title
        if language == "diff":
            insert(path, text)
        else:
            assert not path.exists()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def run(project: Path, *arguments: str) -> str:
    """What Python prints in *project*, whose packages come before the installed ones."""
    folders = ("src", "generated", "generator")
    environment = {name: value for name, value in os.environ.items() if "COV" not in name}
    environment["PYTHONPATH"] = os.pathsep.join(str(project / name) for name in folders)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def contents(project: Path) -> dict[str, bytes]:
    """Every file that is not made, by its name."""
    found = (
        path
        for name in (*COPIED, *FILES)
        for path in [project / name, *(project / name).rglob("*")]
    )
    return {
        name: path.read_bytes()
        for path in found
        if path.is_file() and not MADE.match(name := path.relative_to(project).as_posix())
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the project with one backend more, its generated parts made."""
    copy = tmp_path_factory.mktemp("project")
    for name in COPIED:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    for name in FILES:
        shutil.copyfile(ROOT / name, copy / name)
    follow(PAGE.read_text("utf-8"), copy)
    run(copy, "-m", "polyvox_generator", "generate")
    run(copy, "tools/stub.py")
    run(copy, "tools/verbs.py")
    yield copy
    shutil.rmtree(copy)


def test_five_places_are_touched(project: Path) -> None:
    """Nothing is written by hand but what the page names, and all of that is."""
    before, after = contents(ROOT), contents(project)
    touched = {name for name in after if before.get(name) != after[name]}

    assert set() == {name for name in touched if not BY_HAND.fullmatch(name)}
    assert {"specs", "src", "tests", "CHANGELOG.md"} == {name.split("/")[0] for name in touched}
    lines = {"src/polyvox/backends/registry.py": 1, "CHANGELOG.md": 1}
    for name, more in lines.items():
        assert before[name].count(b"\n") + more == after[name].count(b"\n")


def test_the_new_backend_chats(project: Path) -> None:
    """The new names, `connect` and the emulator's prefix are there, and a chat works."""
    printed = run(project, "-W", "error", "-c", CHAT).splitlines()

    assert [
        "Hello big world",
        "['Hello big', ' world']",
        "('chat', 'stream')",
        "Parrot True",
    ] == printed
    assert "from polyvox.backends.parrot.client import Parrot as Parrot" in (
        project / "src" / "polyvox" / "__init__.pyi"
    ).read_text("utf-8")
    assert "| `Parrot` |" in (project / "docs" / "backends.md").read_text("utf-8")


def test_the_new_tests_pass(project: Path) -> None:
    """The page's own tests, the literal requests and the suite over all verbs accept it."""
    places = ("tests/wire/test_facade_parrot.py", "tests/wire/test_operations.py")
    printed = run(
        project, "-m", "pytest", "-p", "no:xdist", *places, "tests/test_verbs.py", "-k", "parrot"
    )

    assert "parrot: 1 operations in the spec = 1 generated = 1 exercised" in printed


def test_the_page_is_written_in_our_style(project: Path) -> None:
    """The page's code passes the linter and the formatter, and mypy --strict."""
    folder = "src/polyvox/backends/parrot"
    run(project, "-m", "ruff", "check", folder, "tests/wire/test_facade_parrot.py")
    run(project, "-m", "ruff", "format", "--check", folder, "tests/wire/test_facade_parrot.py")

    assert "Success" in run(project, "-m", "mypy", folder)
