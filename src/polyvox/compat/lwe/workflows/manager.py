"""
The workflows of a backend: found, run, copied and deleted.

Source: llm-workflow-engine 0.23.3, core/workflow_manager.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from polyvox.compat.lwe.extras import from_yaml, loaded
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.shapes import is_list
from polyvox.compat.lwe.shelves import folders_of, path_in, read_text, texts_in
from polyvox.compat.lwe.workflows.arguments import variables_of
from polyvox.compat.lwe.workflows.events import OnEvent
from polyvox.compat.lwe.workflows.fetching import AsyncFetcher, Fetcher, Limits
from polyvox.compat.lwe.workflows.hand_off import Played, aplay, play
from polyvox.compat.lwe.worlds import ASYNCIO, BLOCKING
from polyvox.errors import ConfigError, PolyvoxError
from polyvox_core.flow import Ask, Flow, Work
from polyvox_core.nearest import did_you_mean

if TYPE_CHECKING:
    from polyvox.compat.lwe.workflows.modules.calling import AskUser, Backend, Fetch

__all__ = ["AsyncWorkflowManager", "WorkflowManager"]

Variables: TypeAlias = str | Mapping[str, Any] | None
Engine: TypeAlias = Literal["native", "ansible"]
SUFFIXES = (".yaml", ".yml")


class _Workflows:
    """
    What both managers know.

    Args:
        backend: Who is asked, and whose configuration counts.

    Attributes:
        workflows: Files of the workflows that can be run, by name; see `load_workflows`.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.workflows: dict[str, str] = {}

    @property
    def folders(self) -> list[Path]:
        """Where workflows are looked up; the last that has one wins."""
        return folders_of(self._backend.config, ("LWE_WORKFLOW_DIR",), ("workflows",))

    def load_workflows(self) -> Result:
        """Look which workflows there are; files for `include_tasks` alone are left out."""
        found: dict[str, str] = {}
        for folder in self.folders:
            for name in texts_in(folder):
                path = folder / name
                if name.endswith(SUFFIXES) and _can_be_run(path):
                    found[name.rpartition(".")[0]] = str(path)
        self.workflows = found
        return Result(True, found, f"Loaded {len(found)} workflows")

    def ensure_workflow(self, workflow_name: str) -> Result:
        """Whether there is such a workflow; the response is its file."""
        path = self._find(workflow_name)
        if path is None:
            return _failed(self._not_found(workflow_name), workflow_name)
        return Result(True, str(path), f"Workflow {workflow_name} exists")

    def load_workflow(self, workflow_name: str) -> Result:
        """The plays of a workflow as they are written."""
        return self._result(
            workflow_name,
            lambda: from_yaml(read_text(self._existing(workflow_name)), workflow_name),
            f"Loaded workflow {workflow_name}",
        )

    def copy_workflow(self, old_name: str, new_name: str) -> Result:
        """Copy a workflow into the last folder; the response is the new file."""

        def copy() -> str:
            source, folders = self._existing(old_name), self.folders
            named = new_name if new_name.endswith(SUFFIXES) else f"{new_name}.yaml"
            path = path_in(folders[-1], named) if folders else None
            if path is None:
                msg = f"The workflow {new_name!r} has no place in a workflow folder."
                raise ConfigError(msg, hint="Configure a folder, and use a name without '..'.")
            if path.exists():
                msg = f"The workflow {str(path)!r} already exists."
                raise ConfigError(msg, hint="Choose another name, or delete it first.")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source.read_bytes())
            return str(path)

        return self._result(new_name, copy, f"Copied workflow {old_name} to {new_name}")

    def delete_workflow(self, workflow_name: str) -> Result:
        """Delete the file of a workflow."""

        def delete() -> str:
            path = self._existing(workflow_name)
            path.unlink()
            return str(path)

        return self._result(workflow_name, delete, f"Deleted workflow {workflow_name}")

    def _find(self, name: str) -> Path | None:
        names = [name] if name.endswith(SUFFIXES) else [name + suffix for suffix in SUFFIXES]
        for folder in reversed(self.folders):
            for one in names:
                path = path_in(folder, one)
                if path is not None and path.is_file():
                    return path
        return None

    def _existing(self, name: str) -> Path:
        path = self._find(name)
        if path is None:
            raise self._not_found(name)
        return path

    def _not_found(self, name: str) -> ConfigError:
        names = [one.rpartition(".")[0] for place in self.folders for one in texts_in(place)]
        hint = did_you_mean(name, names, "Look at directories.workflows, or LWE_WORKFLOW_DIR.")
        msg = f"Workflow {name!r} not found."
        return ConfigError(msg, hint=hint)

    def _result(self, name: str, function: Callable[[], Any], message: str) -> Result:
        try:
            return Result(True, function(), message)
        except PolyvoxError as error:
            return _failed(error, name)
        except OSError as error:
            msg = f"The workflow {name!r}: {error}."
            failure = ConfigError(msg, hint="Look at the folder and its rights.")
            failure.__cause__ = error
            return _failed(failure, name)

    def _run(
        self,
        name: str,
        given: Variables,
        engine: Engine,
        ask_user: AskUser | None,
        on_event: OnEvent | None,
        make_fetch: Callable[[Limits], Fetch],
        hand_off: Callable[[Path, Mapping[str, Any]], Any],
    ) -> Flow[Result]:
        """The outcome of a workflow, whoever runs it."""
        try:
            variables = variables_of(given)
            path = yield Work(lambda: self._existing(name))
            if engine == "ansible":
                played = yield Ask(lambda: hand_off(path, variables))
                return _played(name, played)
            if engine != "native":
                msg = f"There is no engine {engine!r}."
                raise ConfigError(msg, hint="Use 'native' or 'ansible'.")
            fetch = make_fetch(Limits.of(self._backend.config))
            native = loaded("polyvox.compat.lwe.workflows.native", "Workflows")
            flow: Flow[Result] = native.run(
                name, path, variables, self._backend, fetch, ask_user, on_event
            )
            return (yield from flow)
        except PolyvoxError as error:
            return _failed(error, None, f"Error running workflow {name}: {error}")


class WorkflowManager(_Workflows):
    """
    The workflows of an `ApiBackend`.

    Args:
        backend: Who is asked, and whose configuration counts.
    """

    def run(
        self,
        workflow_name: str,
        workflow_args: Variables = None,
        *,
        engine: Engine = "native",
        ask_user: AskUser | None = None,
        on_event: OnEvent | None = None,
    ) -> Result:
        """
        Run a workflow; everything that it needs is looked up before its first task runs.

        Args:
            workflow_name: Name of its file, with or without suffix.
            workflow_args: Variables: `"k=v k2='v 2'"`, or a mapping with values of any type.
            engine: `native` runs it here; `ansible` hands it to `ansible-playbook`.
            ask_user: Answers questions: gets the text, and whether the answer may be shown.
            on_event: Called with a `TaskEvent` after each task, and each turn of a loop.

        Returns:
            `(True, variables, message)` with all registered and set variables, or
            `(False, variables, message)` with those there were when a task failed. With
            `ansible` the response is a dict of `stdout`, `stderr` and `status`.
        """
        flow = self._run(workflow_name, workflow_args, engine, ask_user, on_event, Fetcher, play)
        return BLOCKING.runner.run(flow)


class AsyncWorkflowManager(_Workflows):
    """Same as `WorkflowManager`, for asyncio."""

    async def run(
        self,
        workflow_name: str,
        workflow_args: Variables = None,
        *,
        engine: Engine = "native",
        ask_user: AskUser | None = None,
        on_event: OnEvent | None = None,
    ) -> Result:
        """Same as `WorkflowManager.run`; the functions may be coroutine functions."""
        flow = self._run(
            workflow_name, workflow_args, engine, ask_user, on_event, AsyncFetcher, aplay
        )
        return await ASYNCIO.runner.run(flow)


def _can_be_run(path: Path) -> bool:
    try:
        found = from_yaml(read_text(path), path.name)
    except PolyvoxError:
        return False
    return is_list(found) and bool(found) and "tasks" in (found[0] or ())


def _played(name: str, played: Played) -> Result:
    left = {"status": played.status, "stdout": played.stdout, "stderr": played.stderr}
    if played.status == 0:
        return Result(True, left, f"Workflow {name} completed")
    shown = (played.stderr.strip() or played.stdout.strip())[-500:]
    msg = f"ansible-playbook ended with status {played.status}: {shown}"
    return _failed(ConfigError(msg), left, f"Error running workflow {name}: {msg}")


def _failed(error: PolyvoxError, response: Any, message: str | None = None) -> Result:
    return Result(False, response, message or str(error), error=error)
