"""
The reliability suite: every row of the table, for both shells.

Each run tells what was done and what came out, for `docs/reliability.md`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import cases_accumulation
import cases_bodies
import cases_configuration
import cases_connections
import cases_events
import cases_imports
import cases_leaks
import cases_network
import cases_retries
import cases_retry_after
import cases_security
import cases_streams
import cases_time
import pytest
from cases import CASES, Bench, Case
from shells import Shell

# Their imports fill the table, in this order.
MODULES = (
    cases_imports,
    cases_retry_after,
    cases_retries,
    cases_time,
    cases_streams,
    cases_events,
    cases_accumulation,
    cases_bodies,
    cases_leaks,
    cases_security,
    cases_configuration,
    cases_connections,
    cases_network,
)


ROWS = [pytest.param(one, marks=one.marks, id=f"{one.id}-{one.function.__name__}") for one in CASES]


@pytest.mark.parametrize("case", ROWS)
def test_row(
    case: Case, shell: Shell, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """What the row says happens to the client, and it ends as it must."""
    with contextlib.ExitStack() as stack:
        came_out = case.function(Bench(shell, tmp_path, stack))

    assert came_out
    row = {"id": case.id, "done": case.done, "came_out": came_out, "shell": shell.name}
    record_property("reliability", row)
