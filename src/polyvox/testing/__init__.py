"""
What to test code with that uses polyvox: a scripted fault server, and record and replay.

Nothing here imports pytest but `polyvox.testing.pytest_plugin`.
"""

from __future__ import annotations

from polyvox.testing.cassettes import Cassette, CassetteMode, UnrecordedRequest
from polyvox.testing.faults import SCENARIOS, FaultServer, FullBacklog, Scenario

__all__ = [
    "SCENARIOS",
    "Cassette",
    "CassetteMode",
    "FaultServer",
    "FullBacklog",
    "Scenario",
    "UnrecordedRequest",
]
