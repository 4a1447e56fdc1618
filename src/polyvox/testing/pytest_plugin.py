"""
Fixtures for pytest; load them with `pytest_plugins = ["polyvox.testing.pytest_plugin"]` in the
topmost conftest.py, or with `-p polyvox.testing.pytest_plugin`.

The only module of the package that imports pytest.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any, Protocol

import pytest

from polyvox.testing.cassettes import Cassette
from polyvox.testing.faults import FaultServer, Script, Step
from polyvox.testing.faults.scenarios import scenario

__all__ = ["FaultServerFactory", "cassette", "fault_server", "pytest_addoption"]


class FaultServerFactory(Protocol):
    """Starts fault servers: with scripts, or with the name of a ready-made scenario."""

    def __call__(self, *scripts: Script | Step | str, **options: Any) -> FaultServer:
        """Start a server; it is stopped when the test ends."""
        ...


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--polyvox-cassettes`."""
    parser.addoption(
        "--polyvox-cassettes",
        choices=("once", "replay", "record"),
        default="once",
        help="what the fixture `cassette` does: replay a file that is there and record it "
        "otherwise (once), never use a network (replay), record anew (record)",
    )


@pytest.fixture
def fault_server() -> Iterator[FaultServerFactory]:
    """`fault_server("stream_reset")` or `fault_server(script, ...)`: a server that is running."""
    with contextlib.ExitStack() as stack:

        def start(*scripts: Script | Step | str, **options: Any) -> FaultServer:
            """Start one more."""
            played: list[Script | Step] = []
            for script in scripts:
                played += scenario(script).scripts if isinstance(script, str) else (script,)
            return stack.enter_context(FaultServer(*played, **options))

        yield start


@pytest.fixture
def cassette(request: pytest.FixtureRequest) -> Iterator[Cassette]:
    """A cassette of this test's own, in the folder `cassettes` beside its file."""
    name = re.sub(r"[^\w.-]+", "-", request.node.name).strip("-.")
    folder = request.path.parent / "cassettes" / request.path.stem
    mode: Any = request.config.getoption("--polyvox-cassettes", default="once")
    with Cassette(folder / f"{name}.json", mode=mode) as made:
        yield made
