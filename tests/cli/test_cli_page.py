"""docs/cli.md shows what happens: its console blocks are run, and their output is compared."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands import World

from polyvox.emulator import Emulator

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
MARK = "@@ the next command @@"

# What differs from run to run -> what stands for it.
VOLATILE = (
    (re.compile(r"127\.0\.0\.1:\d+"), "127.0.0.1:PORT"),
    (re.compile(r"\d+ ms"), "N ms"),
    (re.compile(r"chatcmpl-\w+"), "chatcmpl-ID"),
    # Columns move with the length of the address.
    (re.compile(r"  +"), "  "),
    (re.compile(r" +$", re.MULTILINE), ""),
)


def shown(page: str) -> list[tuple[str, str]]:
    """Every command of a *page*, and the output that stands below it."""
    return [(one[1], one[2]) for block in BLOCK.findall(page) for one in COMMAND.finditer(block)]


def normal(text: str) -> str:
    """The *text* without what differs from run to run."""
    for pattern, stand_in in VOLATILE:
        text = pattern.sub(stand_in, text)
    return text


def outputs(commands: list[str], world: World) -> list[str]:
    """What the *commands* write, standard error included, in one shell after the other."""
    lines = ['polyvox() { "$PYTHON" -m polyvox "$@"; }', "exec 2>&1"]
    for command in commands:
        # Each command sees the status of the one before.
        lines += ["status=$?", f"echo '{MARK}'", '(exit "$status")', command]
    done = subprocess.run(
        ["/bin/sh", "-c", "\n".join(lines)],
        cwd=world.folder,
        env={**world.environment, "PYTHON": sys.executable},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    return done.stdout.split(f"{MARK}\n")[1:]


@pytest.fixture
def fresh(world: World) -> World:
    """A world as the page begins with: a backend, an address and a key."""
    del world.environment["POLYVOX_DIAL_MODEL"]
    return world


def test_page(fresh: World) -> None:
    """Every command on the page writes what stands below it."""
    with Emulator() as emulator:
        fresh.environment["DIAL_URL"] = emulator.dial_url
        commands = shown(PAGE.read_text("utf-8"))
        found = outputs([command for command, _ in commands], fresh)

    assert len(commands) > 20
    for (command, expected), output in zip(commands, found, strict=True):
        assert normal(expected) == normal(output), command


def test_commands_are_found() -> None:
    """A command's output ends where the next command or the block does."""
    page = "# X\n\n```console\n$ one\nout\n\nmore\n$ two\n```\n\n```shell\n$ three\n```\n"

    assert [("one", "out\n\nmore\n"), ("two", "")] == shown(page)


def test_outputs_are_told_apart(fresh: World) -> None:
    """Commands run in order, know the status before them, and share files and variables."""
    commands = ["export A=1", "false", "echo $?", "echo $A; echo b >&2", "(exit 3)", "echo $?"]

    assert ["", "", "1\n", "1\nb\n", "", "3\n"] == outputs(commands, fresh)
