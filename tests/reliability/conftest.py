"""
Assertions of the table's modules are explained, and `--reliability-report` writes what came out.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

_MODULES = (
    "accumulation",
    "bodies",
    "connections",
    "events",
    "imports",
    "leaks",
    "network",
    "retries",
    "retry_after",
    "security",
    "streams",
    "time",
)
pytest.register_assert_rewrite("cases", *(f"cases_{name}" for name in _MODULES))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that asks for a report."""
    parser.addoption("--reliability-report", help="write what came out to this file, as JSON")


class Report:
    """Collects the rows of a run, of all its workers."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows: list[object] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in the row of a test that passed."""
        if report.when == "call" and report.passed:
            self._rows += [value for name, value in report.user_properties if name == "reliability"]

    def pytest_sessionfinish(self) -> None:
        """Write the file."""
        self._path.write_text(json.dumps(self._rows, indent=1), "utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Collect rows if a report is wanted, in the process that sees all tests."""
    path = config.getoption("--reliability-report", default=None)
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Report(Path(path)), "reliability-report")
