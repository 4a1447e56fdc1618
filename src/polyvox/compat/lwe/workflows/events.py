"""
What a workflow tells while it runs.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from polyvox.errors import PolyvoxError

__all__ = ["OnEvent", "Status", "TaskEvent", "WorkflowFailed"]

Status: TypeAlias = Literal["changed", "failed", "ignored", "ok", "retrying", "skipped"]


@frozen
class TaskEvent:
    """
    One task, or one turn of its loop, is done.

    Attributes:
        workflow: Name of the workflow.
        play: Label of the play.
        task: Label of the task.
        module: What it did.
        status: How it ended; `ignored` is a failure that does no harm, `retrying` one that is
            tried again.
        result: What a `register` gets; `msg` has the text of `debug` and of failures.
        item: Present item of the loop, if there is one.
        attempt: Number of the attempt, from 1.
        seconds: How long it took.
    """

    workflow: str
    play: str
    task: str
    module: str
    status: Status
    result: Mapping[str, Any] = field(repr=False)
    item: Any = None
    attempt: int = 1
    seconds: float = field(default=0.0, eq=False)


OnEvent: TypeAlias = Callable[[TaskEvent], object | Awaitable[object]]


class WorkflowFailed(PolyvoxError):
    """A task of a workflow failed; `task` has its label, and `result` what it gave."""

    task: str = ""
    result: Mapping[str, Any] | None = None
