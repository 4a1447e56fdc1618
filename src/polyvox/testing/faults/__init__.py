"""
A scripted fault server: what goes wrong between a client and its server, on purpose.

    with FaultServer(event_stream(*chat_events("he", finish=None, done=False))) as server: ...
"""

from __future__ import annotations

from polyvox.testing.faults.answers import (
    answer,
    chat_events,
    chunked,
    completion,
    error_answer,
    event,
    event_stream,
    head,
    last_chunk,
)
from polyvox.testing.faults.backlog import FullBacklog
from polyvox.testing.faults.scenarios import SCENARIOS, Scenario
from polyvox.testing.faults.server import Connections, FaultServer
from polyvox.testing.faults.steps import (
    Dribble,
    End,
    HeadOnly,
    Repeat,
    Reset,
    Script,
    Send,
    Silence,
    Step,
    Unread,
)

__all__ = [
    "SCENARIOS",
    "Connections",
    "Dribble",
    "End",
    "FaultServer",
    "FullBacklog",
    "HeadOnly",
    "Repeat",
    "Reset",
    "Scenario",
    "Script",
    "Send",
    "Silence",
    "Step",
    "Unread",
    "answer",
    "chat_events",
    "chunked",
    "completion",
    "error_answer",
    "event",
    "event_stream",
    "head",
    "last_chunk",
]
