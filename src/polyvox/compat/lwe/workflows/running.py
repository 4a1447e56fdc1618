"""
The run of a workflow as a flow: plays, blocks, loops, conditions, retries and includes.

Nothing here reads files or asks anybody; modules do, and `library` finds included files.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from attrs import evolve

from polyvox.compat.lwe.shapes import is_list
from polyvox.compat.lwe.workflows.attempting import (
    FAULTS,
    SKIPPED,
    Surroundings,
    Workbench,
    failure,
)
from polyvox.compat.lwe.workflows.events import Status, TaskEvent
from polyvox.compat.lwe.workflows.model import INCLUDE, NO_LOOP, Block, Node, Play, Task
from polyvox.compat.lwe.workflows.modules.calling import TaskFault
from polyvox.compat.lwe.workflows.scope import Frame, Scope
from polyvox.errors import ConfigError
from polyvox_core.flow import Ask, Flow, Sleep, Work

__all__ = ["Run", "TaskFailed"]

_DEEPEST = 40


class TaskFailed(Exception):
    """A task failed, and nothing said that this does no harm."""

    def __init__(self, label: str, result: dict[str, Any]) -> None:
        super().__init__(label)
        self.label = label
        self.result = result

    def __str__(self) -> str:
        """The task, and why it failed."""
        return f"task {self.label!r}: {self.result.get('msg', 'failed')}"


class Run:
    """
    One run.

    Args:
        name: Of the workflow.
        scope: Its variables.
        surroundings: What it needs.
        folder: Where its file is.
    """

    def __init__(self, name: str, scope: Scope, surroundings: Surroundings, folder: Path) -> None:
        self._name = name
        self._scope = scope
        self._around = surroundings
        self._bench = Workbench(scope, surroundings)
        self._folder = folder
        self._play = ""

    def plays(self, plays: Sequence[Play]) -> Flow[None]:
        """
        Run *plays* one after the other.

        Raises:
            TaskFailed: A task failed; those after it did not run.
        """
        for play in plays:
            self._play = play.label
            asked = yield from self._prompted(play)
            kept = {name: value for name, value in play.vars.items() if name not in asked}
            frame = Frame(folder=self._folder).inside(kept)
            yield from self._nodes(play.nodes, frame)

    def _prompted(self, play: Play) -> Flow[set[str]]:
        """Ask the user for what is not given, and say which variables that were."""
        asked: set[str] = set()
        for prompt in play.prompts:
            if prompt.name in self._scope.extra:
                continue
            asked.add(prompt.name)
            answer = None
            if self._around.ask_user is not None:
                asking = partial(self._around.ask_user, prompt.text, not prompt.private)
                answer = yield Ask(asking)
            self._scope.builtin[prompt.name] = answer or prompt.default
        return asked

    def _nodes(self, nodes: Sequence[Node], frame: Frame) -> Flow[None]:
        for node in nodes:
            if isinstance(node, Block):
                yield from self._block(node, frame)
            else:
                yield from self._task(node, frame)

    def _block(self, block: Block, frame: Frame) -> Flow[None]:
        inner = frame.inside(block.vars, block.when, block.ignore_errors)
        failed = yield from self._attempted(block.nodes, inner)
        if failed is not None and block.rescue:
            self._scope.facts["ansible_failed_task"] = {"name": failed.label}
            self._scope.facts["ansible_failed_result"] = failed.result
            failed = yield from self._attempted(block.rescue, inner)
        yield from self._nodes(block.always, inner)
        if failed is not None:
            raise failed

    def _attempted(self, nodes: Sequence[Node], frame: Frame) -> Flow[TaskFailed | None]:
        """Run *nodes*; how they failed, if they did."""
        try:
            yield from self._nodes(nodes, frame)
        except TaskFailed as error:
            return error
        return None

    def _task(self, task: Task, frame: Frame) -> Flow[None]:
        inner = frame.inside(task.vars, task.when, task.ignore_errors)
        if task.loop is NO_LOOP:
            result = yield from self._turn(task, inner)
        else:
            result = yield from self._loop(task, inner)
        self._bench.register(task, result)
        if result.get("failed") and not result.get("ignored"):
            raise TaskFailed(self._label(task, inner), result)

    def _loop(self, task: Task, frame: Frame) -> Flow[dict[str, Any]]:
        try:
            items = self._scope.value(task.loop, frame)
            if not is_list(items):
                msg = f"loop takes a list, not a {type(items).__name__}."
                raise ConfigError(msg, hint="Use the filter list, or split.")
        except FAULTS as error:
            return (yield from self._no_loop(task, frame, error))
        results: list[dict[str, Any]] = []
        for index, item in enumerate(items):
            layer = {task.loop_var: item}
            if task.index_var:
                layer[task.index_var] = index
            result = yield from self._turn(task, frame.with_given(layer), item)
            results.append({**result, task.loop_var: item, "ansible_loop_var": task.loop_var})
        failed = [one for one in results if one.get("failed")]
        whole: dict[str, Any] = {
            "results": results,
            "changed": any(one.get("changed") for one in results),
            "failed": bool(failed),
            "skipped": bool(results) and all(one.get("skipped") for one in results),
            "msg": "All items completed",
        }
        if failed:
            whole["msg"] = f"{len(failed)} of {len(results)} items failed: {failed[0].get('msg')}"
            whole["ignored"] = all(one.get("ignored") for one in failed)
        return whole

    def _no_loop(self, task: Task, frame: Frame, error: Exception) -> Flow[dict[str, Any]]:
        """The result of a task whose items cannot be told: fine if it is skipped anyway."""
        try:
            skipped = not self._scope.holds(frame.when, frame)
        except FAULTS:
            skipped = False
        result = SKIPPED if skipped else failure(error)
        return (yield from self._ended(task, frame, dict(result), None, 1, self._around.clock()))

    def _turn(self, task: Task, frame: Frame, item: Any = None) -> Flow[dict[str, Any]]:
        """Run a task once, or one turn of its loop, with its retries."""
        begin = self._around.clock()
        try:
            if not self._scope.holds(frame.when, frame):
                return (yield from self._ended(task, frame, dict(SKIPPED), item, 1, begin))
            retries, delay = self._bench.patience(task, frame)
        except FAULTS as error:
            return (yield from self._ended(task, frame, failure(error), item, 1, begin))
        attempt = 1
        while True:
            result = yield from self._attempt(task, frame)
            if task.until is None:
                break
            result["attempts"] = attempt
            enough = self._bench.enough(task, frame, result)
            if enough or attempt > retries:
                if not enough:
                    result.setdefault("msg", "The condition of until never held.")
                    result["failed"] = True
                break
            yield from self._tell(task, frame, "retrying", result, item, attempt, begin)
            yield Sleep(delay)
            attempt += 1
        return (yield from self._ended(task, frame, result, item, attempt, begin))

    def _attempt(self, task: Task, frame: Frame) -> Flow[dict[str, Any]]:
        result: dict[str, Any]
        try:
            if task.module == INCLUDE:
                result = yield from self._include(task, frame)
            else:
                result = yield from self._bench.carried_out(task, frame)
        except TaskFault as fault:
            result = {**fault.result, "msg": fault.message, "failed": True}
        except FAULTS as error:
            result = failure(error)
        result.setdefault("failed", False)
        result.setdefault("changed", False)
        return self._bench.judged(task, frame, result)

    def _include(self, task: Task, frame: Frame) -> Flow[dict[str, Any]]:
        if frame.depth >= _DEEPEST:
            msg = f"Includes are nested more than {_DEEPEST} deep."
            raise ConfigError(msg, hint="Does a file include itself without end?")
        name = str(self._scope.value(task.arguments["file"], frame))
        path = frame.folder / name
        nodes = yield Work(lambda: self._around.tasks_in(path))
        # Computed once, so that a loop inside does not take the item of the one around.
        layer = {key: self._scope.value(value, frame) for key, value in task.vars.items()}
        inner = evolve(frame.with_given(layer), when=(), folder=path.parent, depth=frame.depth + 1)
        yield from self._nodes(nodes, inner)
        return {"include": str(path)}

    def _ended(
        self,
        task: Task,
        frame: Frame,
        result: dict[str, Any],
        item: Any,
        attempt: int,
        begin: float,
    ) -> Flow[dict[str, Any]]:
        """The *result* of a turn, after the last word about failures; whoever listens is told."""
        status: Status = "changed" if result.get("changed") else "ok"
        if result.get("skipped"):
            status = "skipped"
        elif result.get("failed"):
            result["ignored"] = self._ignores(frame)
            status = "ignored" if result["ignored"] else "failed"
        yield from self._tell(task, frame, status, result, item, attempt, begin)
        return result

    def _ignores(self, frame: Frame) -> bool:
        try:
            return bool(self._scope.bare(frame.ignore_errors, frame))
        except FAULTS:
            return False

    def _tell(
        self,
        task: Task,
        frame: Frame,
        status: Status,
        result: dict[str, Any],
        item: Any,
        attempt: int,
        begin: float,
    ) -> Flow[None]:
        tell = self._around.on_event
        if tell is None:
            return
        event = TaskEvent(
            self._name,
            self._play,
            self._label(task, frame),
            task.module,
            status,
            dict(result),
            item,
            attempt,
            self._around.clock() - begin,
        )
        yield Ask(lambda: tell(event))

    def _label(self, task: Task, frame: Frame) -> str:
        """The task's name, which may hold expressions."""
        try:
            return str(self._scope.value(task.label, frame))
        except FAULTS:
            return task.label
