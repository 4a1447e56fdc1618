"""
One attempt at a task: its parameters computed, its module called, its outcome judged.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from jinja2 import TemplateError

from polyvox.compat.lwe.workflows.events import OnEvent
from polyvox.compat.lwe.workflows.expressions import OMIT, without_omitted
from polyvox.compat.lwe.workflows.model import Node, Task
from polyvox.compat.lwe.workflows.modules.calling import (
    AskUser,
    Backend,
    Fetch,
    ModuleCall,
    TaskFault,
    coerced,
)
from polyvox.compat.lwe.workflows.modules.table import MODULES
from polyvox.compat.lwe.workflows.scope import Frame, Scope
from polyvox.errors import PolyvoxError
from polyvox_core.flow import Flow

__all__ = ["FAULTS", "SKIPPED", "Surroundings", "Workbench", "failure"]

_RETRIES = 3
# What goes wrong when an expression is computed, besides what Jinja says itself.
FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    PolyvoxError,
    TypeError,
    ValueError,
)


@frozen
class Surroundings:
    """
    What a run needs of the world.

    Attributes:
        backend: Who is asked.
        fetch: What brings answers of other servers.
        ask_user: Who answers questions.
        on_event: Who is told of each task.
        tasks_in: The tasks in an included file; raises `ConfigError`.
        clock: Seconds, for durations.
    """

    backend: Backend
    fetch: Fetch
    tasks_in: Callable[[Path], Sequence[Node]]
    ask_user: AskUser | None = None
    on_event: OnEvent | None = None
    clock: Callable[[], float] = time.monotonic


class Workbench:
    """
    Where tasks are attempted.

    Args:
        scope: Variables of the run.
        surroundings: What it needs of the world.
    """

    def __init__(self, scope: Scope, surroundings: Surroundings) -> None:
        self._scope = scope
        self._around = surroundings

    def register(self, task: Task, result: dict[str, Any]) -> None:
        """Keep the *result* in the variable that the task names, if it names one."""
        if task.register is not None:
            kept = {name: value for name, value in result.items() if name != "ignored"}
            self._scope.facts[task.register] = kept

    def patience(self, task: Task, frame: Frame) -> tuple[int, float]:
        """How often to try again, and how long to wait before."""
        if task.until is None:
            return 0, 0.0
        retries = self._scope.value(task.retries, frame)
        delay = float(self._scope.value(task.delay, frame))
        return (_RETRIES if retries is None else max(int(retries), 0)), max(delay, 0.0)

    def enough(self, task: Task, frame: Frame, result: dict[str, Any]) -> bool:
        """Whether no further attempt is wanted."""
        if not task.until:
            return not result.get("failed")
        self.register(task, result)
        try:
            return self._scope.holds(task.until, frame)
        except FAULTS as error:
            result.update(failure(error))
            return True

    def judged(self, task: Task, frame: Frame, result: dict[str, Any]) -> dict[str, Any]:
        """The *result* after failed_when and changed_when had their say."""
        if task.failed_when is None and task.changed_when is None:
            return result
        self.register(task, result)
        try:
            if task.changed_when is not None:
                result["changed"] = self._scope.holds(task.changed_when, frame)
            if task.failed_when is not None:
                result["failed"] = self._scope.holds(task.failed_when, frame)
                result["failed_when_result"] = result["failed"]
        except FAULTS as error:
            result.update(failure(error))
        return result

    def carried_out(self, task: Task, frame: Frame) -> Flow[dict[str, Any]]:
        """
        What the task's module gives.

        Raises:
            TaskFault: It cannot do its work; so may any of `FAULTS` be raised.
        """
        module = MODULES[task.module]
        given: dict[str, Any] = {}
        for written, source in task.arguments.items():
            name = module.other_names.get(written, written)
            if module.is_open:
                name = str(self._scope.value(written, frame))
            value = source if name in module.bare else self._scope.value(source, frame)
            if value is not OMIT:
                kept = without_omitted(value)
                given[name] = coerced(kept, module.parameters.get(name, "any"), written)
        for problem in module.misfits(given):
            msg = f"Module {task.module!r}: {problem}."
            raise TaskFault(msg)
        call = ModuleCall(
            given,
            self._around.backend,
            self._around.ask_user,
            self._around.fetch,
            self._scope.builtin["ansible_facts"],
            lambda source: self._scope.bare(source, frame),
            lambda condition: self._scope.holds((condition,), frame),
            frame.folder,
        )
        result = yield from module.function()(call)
        if task.module == "set_fact":
            self._scope.facts.update(result["ansible_facts"])
        return result


SKIPPED = {
    "skipped": True,
    "changed": False,
    "failed": False,
    "skip_reason": "Conditional result was False",
}


def failure(error: Exception) -> dict[str, Any]:
    """The result of a task that could not be computed."""
    known = isinstance(error, PolyvoxError | TemplateError)
    msg = str(error) if known else f"{type(error).__name__}: {error}"
    return {"failed": True, "changed": False, "msg": msg}
