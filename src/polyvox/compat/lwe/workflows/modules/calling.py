"""
What a module is handed, and how it fails.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from attrs import field, frozen

from polyvox.compat.lwe.shapes import is_mapping
from polyvox.compat.lwe.templates import TemplateManager

__all__ = ["AskUser", "Backend", "Fetch", "ModuleCall", "TaskFault", "coerced"]

AskUser = Callable[[str, bool], str | Awaitable[str]]

_TRUE = frozenset({"1", "on", "t", "true", "y", "yes"})
_FALSE = frozenset({"0", "f", "false", "n", "no", "off"})


class Backend(Protocol):
    """An `ApiBackend` or `AsyncApiBackend`, as far as workflows go."""

    @property
    def template_manager(self) -> TemplateManager:
        """The templates."""
        ...

    @property
    def config(self) -> Any:
        """The configuration."""
        ...

    @property
    def current_user(self) -> int | str | None:
        """Whose conversations are remembered."""
        ...

    def session(self, conversation_id: int | None = None) -> Any:
        """The same backend with a conversation of its own."""
        ...


class Fetch(Protocol):
    """What brings answers of other servers; see `web`."""

    def __call__(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
    ) -> Any:
        """The answer, awaited if need be."""
        ...


class TaskFault(Exception):
    """
    A module could not do its work; the task fails.

    Args:
        message: Why, for people.
        result: More members of the task's result.
    """

    def __init__(self, message: str, **result: Any) -> None:
        super().__init__(message)
        self.message = message
        self.result = result


@frozen
class ModuleCall:
    """
    One call of a module.

    Attributes:
        arguments: Its parameters, computed, without those that are omitted.
        backend: Who is asked.
        ask_user: Who answers questions; None when there is nobody.
        fetch: What brings answers of other servers.
        facts: What the runner knows of itself.
        evaluate: Computes an expression without braces.
        holds: Whether a condition holds.
        folder: Where the workflow's file is.
    """

    arguments: dict[str, Any]
    backend: Backend
    ask_user: AskUser | None
    fetch: Fetch
    facts: Mapping[str, Any]
    evaluate: Callable[[str], Any]
    holds: Callable[[Any], bool]
    folder: Path = field(default=Path())


def coerced(value: Any, kind: str, name: str) -> Any:
    """
    The *value* as a parameter of this *kind* takes it.

    Raises:
        TaskFault: It cannot be one; the message tells the parameter's *name*.
    """
    try:
        return _COERCIONS[kind](value)
    except (TypeError, ValueError):
        msg = f"The parameter {name!r} takes a {kind}, not {str(value)[:80]!r}."
        raise TaskFault(msg) from None


def _text(value: Any) -> str:
    if isinstance(value, dict | list) or value is None:
        raise TypeError
    return str(value)


def _bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    if text not in _TRUE | _FALSE:
        raise ValueError
    return text in _TRUE


def _whole(value: Any) -> int:
    if isinstance(value, bool):
        raise TypeError
    return int(value)


def _dict(value: Any) -> dict[str, Any]:
    if not is_mapping(value):
        raise TypeError
    return {str(name): one for name, one in value.items()}


def _list(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        raise TypeError
    return [value] if isinstance(value, str) or not hasattr(value, "__iter__") else list(value)


_COERCIONS: dict[str, Callable[[Any], Any]] = {
    "any": lambda value: value,
    "bool": _bool,
    "dict": _dict,
    "float": float,
    "int": _whole,
    "list": _list,
    "path": lambda value: Path(_text(value)).expanduser(),
    "str": _text,
}
