"""
Variables of a running workflow: who wins when two have one name, and what is computed when.

Variables that a workflow writes may hold expressions, which are computed each time they are used;
results of tasks, facts and what the caller passes are data, whatever they look like.
"""

from __future__ import annotations

import os
import platform
import socket
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from polyvox.compat.lwe.workflows.expressions import OMIT, Expressions, Undefined, UndefinedError

__all__ = ["Frame", "Scope", "facts_of"]

Layer = Mapping[str, Any]


@frozen
class Frame:
    """
    What the tasks of one place see besides the facts.

    Attributes:
        written: Variables with expressions, the innermost last: of the play, blocks, the task.
        given: Computed variables, the innermost last: loop items, and what includes were passed.
        when: Conditions of the blocks and includes around.
        ignore_errors: What the nearest of these says about failures.
        folder: Where included files are looked up.
        depth: How many includes are around.
    """

    written: tuple[Layer, ...] = ()
    given: tuple[Layer, ...] = ()
    when: tuple[Any, ...] = ()
    ignore_errors: Any = None
    folder: Path = field(default=Path())
    depth: int = 0

    def inside(self, layer: Layer, when: tuple[Any, ...] = (), ignore_errors: Any = None) -> Frame:
        """The frame of what has variables and conditions of its own."""
        return evolve(
            self,
            written=(*self.written, layer) if layer else self.written,
            when=(*self.when, *when),
            ignore_errors=self.ignore_errors if ignore_errors is None else ignore_errors,
        )

    def with_given(self, layer: Layer) -> Frame:
        """The frame with more computed variables."""
        return evolve(self, given=(*self.given, layer))


class Scope:
    """
    The variables of one run.

    Args:
        expressions: What computes them.
        extra: What the caller passes; wins over everything.
        builtin: Facts of the runner; anything wins over them.

    Attributes:
        facts: Results of tasks, and facts that were set.
    """

    def __init__(self, expressions: Expressions, extra: Layer, builtin: Layer) -> None:
        self.expressions = expressions
        self.extra = dict(extra)
        self.builtin = dict(builtin)
        self.facts: dict[str, Any] = {}

    def value(self, source: Any, frame: Frame) -> Any:
        """The *source* with all its expressions computed."""
        return self.expressions.value(source, lambda names: self._values(names, frame, ()))

    def bare(self, source: Any, frame: Frame) -> Any:
        """The value of an expression without braces."""
        return self.expressions.bare(source, lambda names: self._values(names, frame, ()))

    def holds(self, conditions: tuple[Any, ...], frame: Frame) -> bool:
        """Whether all *conditions* are true; the first that is not decides."""
        return all(
            self.expressions.holds(one, lambda names: self._values(names, frame, ()))
            for one in conditions
        )

    def _values(
        self, names: AbstractSet[str], frame: Frame, way: tuple[str, ...]
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name in names:
            for layer in (self.extra, *reversed(frame.given), self.facts):
                if name in layer:
                    values[name] = layer[name]
                    break
            else:
                self._add_written(values, name, frame, way)
        return values

    def _add_written(
        self, values: dict[str, Any], name: str, frame: Frame, way: tuple[str, ...]
    ) -> None:
        for layer in reversed(frame.written):
            if name in layer:
                values[name] = self._computed(layer[name], name, frame, way)
                return
        if name == "omit":
            values[name] = OMIT
        elif name in self.builtin:
            values[name] = self.builtin[name]

    def _computed(self, source: Any, name: str, frame: Frame, way: tuple[str, ...]) -> Any:
        if name in way:
            msg = f"The variable {name!r} refers to itself: {' -> '.join((*way, name))}."
            raise UndefinedError(msg)
        onward = (*way, name)
        try:
            return self.expressions.value(source, lambda names: self._values(names, frame, onward))
        except UndefinedError as error:
            if way:
                raise
            # As undefined as what it is made of, so that `default` and `is defined` work.
            undefined: type[Undefined] = self.expressions.environment.undefined
            return undefined(str(error), name=name)


def facts_of(folder: Path) -> dict[str, Any]:
    """
    What workflows may ask about the runner; no environment variables, since these hold secrets.

    Args:
        folder: Where the workflow's file is.
    """
    now = datetime.now().astimezone()
    moment = {
        "date": now.strftime("%Y-%m-%d"),
        "time": now.strftime("%H:%M:%S"),
        "year": now.strftime("%Y"),
        "month": now.strftime("%m"),
        "day": now.strftime("%d"),
        "weekday": now.strftime("%A"),
        "epoch": str(int(now.timestamp())),
        "iso8601": now.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "tz": now.strftime("%Z"),
    }
    host = socket.gethostname()
    facts: dict[str, Any] = {
        "date_time": moment,
        "hostname": host.partition(".")[0],
        "python_version": platform.python_version(),
        "system": platform.system(),
        "user_dir": os.path.expanduser("~"),  # noqa: PTH111 - a text is wanted
    }
    return {
        **{f"ansible_{name}": value for name, value in facts.items()},
        "ansible_facts": facts,
        "inventory_hostname": "localhost",
        "playbook_dir": str(folder),
    }
