"""Emulators and clients for the drop-in surfaces; seed blocks run only where the seeds are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from compat_shells import CompatShell
from lwe_shells import LweShell
from pytest_httpserver import HTTPServer
from seed_blocks import SEEDS

from polyvox.emulator import Emulator


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the blocks of seed documents that are not at hand."""
    if SEEDS.is_dir():
        return
    dropped = [item for item in items if item.get_closest_marker("seeds")]
    if dropped:
        config.hook.pytest_deselected(items=dropped)
        items[:] = [item for item in items if item not in dropped]


@pytest.fixture(scope="session")
def running() -> Iterator[Emulator]:
    """One emulator for all tests of this folder."""
    with Emulator(backends=("dial",)) as emulator:
        yield emulator


@pytest.fixture
def emulator(running: Emulator) -> Emulator:
    """The emulator, without requests of other tests."""
    running.forget_requests()
    return running


@pytest.fixture(params=("sync", "async"))
def shell(request: pytest.FixtureRequest) -> Iterator[CompatShell]:
    """Both shells, one after the other."""
    with CompatShell(request.param) as made:
        yield made


@pytest.fixture
def client(shell: CompatShell, emulator: Emulator) -> Any:
    """A client of the shell under test, over the emulator."""
    return shell.client(emulator)


@pytest.fixture
def served(shell: CompatShell, httpserver: HTTPServer) -> Callable[..., Any]:
    """Make clients of the shell under test over the scripted server."""

    def make(**arguments: Any) -> Any:
        """Give a client without retries, unless *arguments* say otherwise."""
        return shell.client_of(httpserver.url_for("/"), **{"api_key": "k", **arguments})

    return make


@pytest.fixture(scope="session")
def openai_running() -> Iterator[Emulator]:
    """One emulator of OpenAI for all tests of this folder."""
    with Emulator(backends=("openai",)) as emulator:
        yield emulator


@pytest.fixture
def openai(openai_running: Emulator) -> Emulator:
    """The emulator of OpenAI, without requests of other tests."""
    openai_running.forget_requests()
    return openai_running


@pytest.fixture
def lwe_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for the files of LWE, and no variable of its own set."""
    for name in [name for name in os.environ if name.startswith(("LWE_", "OPENAI_", "POLYVOX_"))]:
        if name != "POLYVOX_SEEDS":
            monkeypatch.delenv(name)
    monkeypatch.setenv("LWE_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("LWE_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture(params=("sync", "async"))
def lwe(request: pytest.FixtureRequest, lwe_home: Path) -> Iterator[LweShell]:
    """Both backends of LWE, one after the other."""
    with LweShell(request.param, lwe_home) as made:
        yield made
