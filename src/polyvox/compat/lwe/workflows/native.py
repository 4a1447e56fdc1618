"""
Workflows run here: checked as a whole, then played.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.workflows.attempting import Surroundings
from polyvox.compat.lwe.workflows.events import OnEvent, WorkflowFailed
from polyvox.compat.lwe.workflows.expressions import Expressions
from polyvox.compat.lwe.workflows.library import checked_plays, checked_tasks
from polyvox.compat.lwe.workflows.modules.calling import AskUser, Backend, Fetch
from polyvox.compat.lwe.workflows.running import Run, TaskFailed
from polyvox.compat.lwe.workflows.scope import Scope, facts_of
from polyvox_core.flow import Flow, Work

__all__ = ["run"]


def run(
    name: str,
    path: Path,
    variables: Mapping[str, Any],
    backend: Backend,
    fetch: Fetch,
    ask_user: AskUser | None,
    on_event: OnEvent | None,
) -> Flow[Result]:
    """
    The outcome of the workflow in the file *path*.

    Raises:
        ConfigError: It cannot be read.
        UnsupportedError: Something in it cannot be run; nothing was.
    """
    expressions, has_user = Expressions(), ask_user is not None
    plays = yield Work(lambda: checked_plays(path, expressions, variables, has_user=has_user))
    surroundings = Surroundings(
        backend,
        fetch,
        lambda inner: checked_tasks(inner, expressions, has_user=has_user),
        ask_user,
        on_event,
    )
    scope = Scope(expressions, variables, facts_of(path.parent))
    try:
        yield from Run(name, scope, surroundings, path.parent).plays(plays)
    except TaskFailed as failed:
        msg = f"Error running workflow {name}: {failed}"
        error = WorkflowFailed(msg, task=failed.label, result=failed.result)
        return Result(False, scope.facts, msg, error=error)
    return Result(True, scope.facts, f"Workflow {name} completed")
