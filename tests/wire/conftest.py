"""Fixtures of the wire tests, and the summary of what they exercised."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from examples import backends, generated_operations, spec_operations, with_streams
from recorder import Recorder
from shells import SHELLS


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    """A running recorder."""
    with Recorder() as running:
        yield running


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many operations of each backend were called, by both shells, and passed."""
    passed = {
        value
        for report in terminalreporter.stats.get("passed", ())
        for name, value in getattr(report, "user_properties", ())
        if name == "exercised"
    }
    if not passed:
        return
    for backend in backends():
        whole, twins = spec_operations(backend), with_streams(backend)
        done = {
            name for name in twins if all(f"{backend}/{name}/{shell}" in passed for shell in SHELLS)
        }
        generated = len(whole & generated_operations(backend).keys())
        terminalreporter.write_line(
            f"{backend}: {len(whole)} operations in the spec = {generated} generated"
            f" = {len(done & whole)} exercised ({len(done)} with streams),"
            f" {len(set(twins) - done)} skipped"
        )
