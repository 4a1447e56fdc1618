"""
Workflows as values: plays hold nodes, and a node is a task or a block of nodes.

Whatever a workflow may compute stays as it was written; `running` computes it in its turn.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from attrs import field, frozen

__all__ = ["INCLUDE", "NO_LOOP", "Block", "Node", "Play", "Prompt", "Task"]

INCLUDE: Final = "include_tasks"


class _NoLoop:
    """A task without `loop`."""


NO_LOOP: Final = _NoLoop()


@frozen
class Task:
    """
    One task.

    Attributes:
        label: Its name, or that of its module.
        module: What it does; `include_tasks` runs the tasks of another file.
        arguments: Parameters of the module.
        when: Conditions that must all hold.
        vars: Variables of its own.
        loop: What it is repeated for.
        loop_var: Variable of the present item.
        index_var: Variable of its number, from 0.
        register: Variable that takes the result.
        until: Conditions that end the retries; None without retries.
        retries: How often to try again.
        delay: Seconds before each retry.
        ignore_errors: Whether a failure does no harm.
        failed_when: Conditions that make a failure; None leaves it to the module.
        changed_when: Conditions that make a change; None leaves it to the module.
    """

    label: str
    module: str
    arguments: Mapping[str, Any]
    when: tuple[Any, ...] = ()
    vars: Mapping[str, Any] = field(factory=dict[str, Any])
    loop: Any = NO_LOOP
    loop_var: str = "item"
    index_var: str | None = None
    register: str | None = None
    until: tuple[Any, ...] | None = None
    retries: Any = None
    delay: Any = 5
    ignore_errors: Any = None
    failed_when: tuple[Any, ...] | None = None
    changed_when: tuple[Any, ...] | None = None


@frozen
class Block:
    """
    Tasks that share conditions and variables.

    Attributes:
        label: Its name.
        nodes: What it runs.
        rescue: What runs when one of them failed.
        always: What runs after either.
        when: Conditions of each of them.
        vars: Variables of each of them.
        ignore_errors: Whether failures of any of them do no harm.
    """

    label: str
    nodes: tuple[Node, ...]
    rescue: tuple[Node, ...] = ()
    always: tuple[Node, ...] = ()
    when: tuple[Any, ...] = ()
    vars: Mapping[str, Any] = field(factory=dict[str, Any])
    ignore_errors: Any = None


Node: TypeAlias = Task | Block


@frozen
class Prompt:
    """A variable that the user is asked for before a play, unless it is given."""

    name: str
    text: str
    default: Any = None
    private: bool = True


@frozen
class Play:
    """
    Tasks with their variables.

    Attributes:
        label: Its name.
        vars: Its variables.
        prompts: What the user is asked for.
        nodes: What it runs.
    """

    label: str
    vars: Mapping[str, Any]
    prompts: tuple[Prompt, ...]
    nodes: tuple[Node, ...]
