"""Fixtures of the tests of the command line: a world with an emulator, and commands in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import World

from polyvox.emulator import Emulator


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    """Every backend, for all tests."""
    with Emulator() as running:
        yield running


@pytest.fixture
def world(emulator: Emulator, tmp_path: Path) -> World:
    """An empty folder, and an environment that leads to the emulated DIAL."""
    return World(tmp_path, emulator.dial_url)
