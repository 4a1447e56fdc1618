"""
Workflow files: where they are, what is in them, and what in them cannot be run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from polyvox.compat.lwe.shelves import read_text
from polyvox.compat.lwe.workflows.expressions import Expressions
from polyvox.compat.lwe.workflows.model import INCLUDE, Block, Node, Play, Task
from polyvox.compat.lwe.workflows.modules.table import MODULES
from polyvox.compat.lwe.workflows.reading import Reader
from polyvox.errors import ConfigError, UnsupportedError

__all__ = ["checked_plays", "checked_tasks"]


class _Checker:
    """
    Collects what cannot be run, over all files that a workflow includes.

    Args:
        expressions: Knows filters, tests and functions.
        has_user: Whether somebody answers questions.
    """

    def __init__(self, expressions: Expressions, *, has_user: bool) -> None:
        self._expressions = expressions
        self._has_user = has_user
        self._seen: set[Path] = set()
        self.problems: list[str] = []

    def play(self, play: Play, path: Path, given: Mapping[str, Any]) -> None:
        """Check a play, and what it includes."""
        self._expression(play.vars, path, play.label)
        for prompt in play.prompts:
            if not self._has_user and prompt.default is None and prompt.name not in given:
                advice = "nobody can be asked; pass it, or ask_user="
                text = f"variable {prompt.name!r}, for which {advice}"
                self.problems.append(f"{path.name}, {play.label!r}: {text}")
        self.nodes(play.nodes, path)

    def nodes(self, nodes: Sequence[Node], path: Path) -> None:
        """Check tasks, and what they include."""
        for node in nodes:
            if isinstance(node, Block):
                self._expression([node.when, node.ignore_errors], path, node.label, bare=True)
                self._expression(node.vars, path, node.label)
                for part in (node.nodes, node.rescue, node.always):
                    self.nodes(part, path)
            else:
                self._task(node, path)

    def _task(self, task: Task, path: Path) -> None:
        conditions = [task.when, task.until, task.failed_when, task.changed_when]
        self._expression([*conditions, task.ignore_errors], path, task.label, bare=True)
        written = [task.label, task.vars, task.loop, task.retries, task.delay]
        self._expression(written, path, task.label)
        if task.module == INCLUDE:
            self._expression(task.arguments, path, task.label)
            self._include(task, path)
            return
        module = MODULES[task.module]
        for name, source in task.arguments.items():
            self._expression(source, path, task.label, bare=name in module.bare)
        if module.asks and not self._has_user:
            text = f"module {task.module!r} has nobody to ask; pass ask_user= to run()"
            self.problems.append(f"{path.name}, {task.label!r}: {text}")

    def _include(self, task: Task, path: Path) -> None:
        name = task.arguments.get("file")
        if not isinstance(name, str) or not name:
            self.problems.append(f"{path.name}, {task.label!r}: {INCLUDE} names no file")
        elif "{{" not in name:
            self._file(path.parent / name, f"{path.name}, {task.label!r}")

    def _file(self, path: Path, where: str) -> None:
        if path in self._seen:
            return
        self._seen.add(path)
        if not path.is_file():
            self.problems.append(f"{where}: file {str(path)!r}")
            return
        reader = Reader(path.name)
        nodes = reader.tasks(read_text(path))
        self.problems += reader.problems
        self.nodes(nodes, path)

    def _expression(self, source: Any, path: Path, label: str, *, bare: bool = False) -> None:
        for problem in self._expressions.problems(source, bare=bare):
            self.problems.append(f"{path.name}, {label!r}: {problem}")

    def verdict(self, what: str) -> None:
        """
        Raises:
            UnsupportedError: There are problems; each is named.
        """
        if not self.problems:
            return
        listed = "; ".join(_distinct(self.problems))
        msg = f"{what} needs what is not there, so nothing was run. {listed}."
        hint = "Mend it, or run it with engine='ansible'."
        raise UnsupportedError(msg, hint=hint)


def _distinct(texts: Sequence[str]) -> Iterator[str]:
    return iter(dict.fromkeys(texts))


def checked_plays(
    path: Path, expressions: Expressions, given: Mapping[str, Any], *, has_user: bool
) -> list[Play]:
    """
    The plays in the file *path*; all files that they include by a fixed name were read, too.

    Args:
        path: The workflow.
        expressions: Knows filters, tests and functions.
        given: Variables that the caller passes.
        has_user: Whether somebody answers questions.

    Raises:
        ConfigError: A file cannot be read.
        UnsupportedError: Something in them cannot be run; all of it is named.
    """
    reader = Reader(path.name)
    plays = reader.plays(read_text(path))
    checker = _Checker(expressions, has_user=has_user)
    checker.problems += reader.problems
    for play in plays:
        checker.play(play, path, given)
    checker.verdict(f"The workflow {path.stem!r}")
    return plays


def checked_tasks(path: Path, expressions: Expressions, *, has_user: bool) -> list[Node]:
    """
    The tasks in the included file *path*.

    Raises:
        ConfigError: It cannot be read.
        UnsupportedError: Something in it cannot be run; all of it is named.
    """
    if not path.is_file():
        msg = f"There is no file {str(path)!r} to include."
        raise ConfigError(msg, hint="Names count from the file that includes.")
    reader = Reader(path.name)
    nodes = reader.tasks(read_text(path))
    checker = _Checker(expressions, has_user=has_user)
    checker.problems += reader.problems
    checker.nodes(nodes, path)
    checker.verdict(f"The file {path.name!r}")
    return nodes
