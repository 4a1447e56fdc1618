"""
From YAML to `model`: every keyword and module that is not known becomes a problem, none is skipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polyvox.compat.lwe.extras import from_yaml
from polyvox.compat.lwe.shapes import as_mapping, is_list
from polyvox.compat.lwe.workflows.arguments import pairs_of
from polyvox.compat.lwe.workflows.model import INCLUDE, NO_LOOP, Block, Node, Play, Prompt, Task
from polyvox.compat.lwe.workflows.modules.table import MODULES
from polyvox.errors import ConfigError
from polyvox_core.shapes import is_object

__all__ = ["Reader"]

_PLAY = frozenset(
    {"name", "hosts", "connection", "gather_facts", "vars", "vars_prompt", "tasks", "tags"}
)
# Where plays are run: here, and nowhere else.
_HERE = {"hosts": ("localhost", "127.0.0.1", "all"), "connection": ("local",)}
_SHARED = frozenset({"name", "when", "vars", "ignore_errors", "tags"})
_BLOCK = _SHARED | {"block", "rescue", "always"}
_LOOP = frozenset({"loop", "loop_control"})
_TASK = _SHARED | _LOOP | {"register", "until", "retries", "delay", "failed_when", "changed_when"}
_INCLUDE = _SHARED | _LOOP
_LOOP_CONTROL = frozenset({"loop_var", "index_var", "label"})
_PROMPT = frozenset({"name", "prompt", "default", "private", "confirm", "unsafe"})
_OURS = ("ansible.builtin.", "ansible.legacy.")
_OTHER_NAMES = {"import_tasks": INCLUDE}


class Reader:
    """
    Reads plays and tasks.

    Args:
        where: Name of the file, for messages.

    Attributes:
        problems: What the file holds that cannot be run, in words.
    """

    def __init__(self, where: str) -> None:
        self.where = where
        self.problems: list[str] = []

    def plays(self, text: str) -> list[Play]:
        """
        The plays in *text*.

        Raises:
            ConfigError: It is no list of plays.
        """
        found = self._list(from_yaml(text, self.where), "plays")
        return [self._play(_mapping(one), number) for number, one in enumerate(found, 1)]

    def tasks(self, text: str) -> list[Node]:
        """
        The tasks in *text*, a file for `include_tasks`.

        Raises:
            ConfigError: It is no list of tasks.
        """
        return self._nodes(self._list(from_yaml(text, self.where) or [], "tasks"))

    def _list(self, value: Any, what: str) -> list[Any]:
        if not is_list(value) or not all(isinstance(one, dict) for one in value):
            msg = f"{self.where} is no list of {what}."
            raise ConfigError(msg, hint="Write it as Ansible does: each begins with a dash.")
        return list(value)

    def _problem(self, label: str, text: str) -> None:
        self.problems.append(f"{self.where}, {label!r}: {text}")

    def _known(self, given: Mapping[str, Any], known: frozenset[str], label: str) -> None:
        for name in given:
            if name not in known:
                self._problem(label, f"keyword {name!r}")

    def _play(self, given: dict[str, Any], number: int) -> Play:
        label = str(given.get("name") or f"play {number}")
        self._known(given, _PLAY, label)
        for name, known in _HERE.items():
            asked = given.get(name)
            for one in asked if is_list(asked) else [asked]:
                if one is not None and one not in known:
                    self._problem(label, f"{name} {one!r}")
        prompts = [self._prompt(_mapping(one), label) for one in given.get("vars_prompt") or ()]
        return Play(
            label,
            self._vars(given, label),
            tuple(one for one in prompts if one is not None),
            tuple(self._nodes(given.get("tasks") or [], label)),
        )

    def _prompt(self, given: dict[str, Any], label: str) -> Prompt | None:
        self._known(given, _PROMPT, label)
        name = given.get("name")
        if not isinstance(name, str):
            self._problem(label, "an entry of vars_prompt has no name")
            return None
        text = str(given.get("prompt") or name)
        return Prompt(name, text, given.get("default"), bool(given.get("private", True)))

    def _nodes(self, given: Any, label: str = "tasks") -> list[Node]:
        if not is_list(given):
            self._problem(label, f"a list of tasks is a {type(given).__name__}")
            return []
        nodes: list[Node] = []
        for one in given:
            if not is_object(one):
                self._problem(label, f"a task is a {type(one).__name__}")
                continue
            node = self._node(one)
            if node is not None:
                nodes.append(node)
        return nodes

    def _node(self, given: dict[str, Any]) -> Node | None:
        if "block" in given:
            return self._block(given)
        modules = [name for name in given if name not in _TASK]
        label = str(given.get("name") or (modules[0] if modules else "a task"))
        known = [name for name in modules if _module_of(name) in (*MODULES, INCLUDE)]
        if not known:
            # Nothing tells a module from a keyword, if neither is known.
            named = " or ".join(map(repr, modules)) or "none"
            self._problem(label, f"module {named}")
            return None
        for name in modules:
            if name != known[0]:
                self._problem(label, f"keyword {name!r}")
        module = _module_of(known[0])
        if module == INCLUDE:
            self._known({k: v for k, v in given.items() if k != known[0]}, _INCLUDE, label)
        arguments = self._arguments(module, given[known[0]], label)
        return self._task(label, module, arguments, given)

    def _block(self, given: dict[str, Any]) -> Block:
        label = str(given.get("name") or "block")
        self._known(given, _BLOCK, label)
        parts = {
            part: tuple(self._nodes(given.get(part) or [], label))
            for part in ("block", "rescue", "always")
        }
        return Block(
            label,
            parts["block"],
            parts["rescue"],
            parts["always"],
            _conditions(given, "when") or (),
            self._vars(given, label),
            given.get("ignore_errors"),
        )

    def _task(
        self, label: str, module: str, arguments: dict[str, Any], given: dict[str, Any]
    ) -> Task:
        control = _mapping(given.get("loop_control"))
        self._known(control, _LOOP_CONTROL, label)
        until = _conditions(given, "until")
        if until is None and given.get("retries") is not None:
            until = ()  # Until it does not fail.
        return Task(
            label,
            module,
            arguments,
            _conditions(given, "when") or (),
            self._vars(given, label),
            given.get("loop", NO_LOOP),
            str(control.get("loop_var") or "item"),
            control.get("index_var"),
            given.get("register"),
            until,
            given.get("retries"),
            given.get("delay", 5),
            given.get("ignore_errors"),
            _conditions(given, "failed_when"),
            _conditions(given, "changed_when"),
        )

    def _vars(self, given: dict[str, Any], label: str) -> dict[str, Any]:
        found: Any = given.get("vars")
        if found is None or isinstance(found, dict):
            return _mapping(found)
        self._problem(label, "its vars are no mapping")
        return {}

    def _arguments(self, module: str, given: Any, label: str) -> dict[str, Any]:
        """The parameters of a module, which may be written in one line."""
        if isinstance(given, dict):
            arguments = _mapping(given)
        elif module == INCLUDE:
            arguments = {"file": given}
        elif given is None:
            arguments = {}
        else:
            try:
                arguments = dict(pairs_of(str(given)))
            except ConfigError as error:
                self._problem(label, f"module {module!r}: {error.message}")
                return {}
        if module == INCLUDE:
            self._known(arguments, frozenset({"file"}), label)
            return arguments
        self.problems += [
            f"{self.where}, {label!r}: {problem}" for problem in MODULES[module].misfits(arguments)
        ]
        return arguments


def _module_of(name: str) -> str:
    for prefix in _OURS:
        name = name.removeprefix(prefix)
    return _OTHER_NAMES.get(name, name)


def _mapping(value: Any) -> dict[str, Any]:
    return {str(name): one for name, one in as_mapping(value).items()}


def _conditions(given: dict[str, Any], name: str) -> tuple[Any, ...] | None:
    if given.get(name) is None:
        return None
    found = given[name]
    return tuple(found) if is_list(found) else (found,)
