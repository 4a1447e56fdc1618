"""
The tools of a run, and how far the model may go with them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias, cast

from polyvox.tools.declaring import Tool, tool_of
from polyvox.types import ToolCall
from polyvox_core.errors import ConfigError

__all__ = ["Confirm", "Toolbox", "Tools", "toolbox_of"]

AnyTool: TypeAlias = Callable[..., Any] | Mapping[str, Any] | Tool
Confirm: TypeAlias = Callable[[ToolCall, dict[str, Any]], bool | str | Awaitable[bool | str]]


class Toolbox:
    """
    Tools, and how a run uses them.

    Args:
        tools: Functions, methods, anything callable, or tools as dicts in the form of the wire.
            A call of a dict ends the run, and is in `Run.pending`.
        rounds: Most answers of the model; when the last of them still asks for tools,
            `RoundsExceeded` is raised.
        confirm: Called with each call and its typed arguments before the tool is: True allows it,
            False refuses, a text refuses and is told to the model.
        on_error: "tell" the model what went wrong, so that it can do better, or "raise" it as a
            `ToolError`.
        parallel: Most tools of one round at the same time. With 1 a blocking client calls them
            one by one in its own thread; more than one call in a round takes threads.
        tool_choice: "auto", "none", "required", a function, a tool's name, or the wire's form; for
            the first answer only, since a model that must call would never end.

    Raises:
        ConfigError: Something is no tool, two have one name, or a bound is below 1.
    """

    __slots__ = ("_named", "confirm", "on_error", "parallel", "rounds", "tool_choice", "tools")

    def __init__(
        self,
        tools: Sequence[AnyTool] | AnyTool,
        *,
        rounds: int = 8,
        confirm: Confirm | None = None,
        on_error: Literal["tell", "raise"] = "tell",
        parallel: int = 4,
        tool_choice: str | Mapping[str, Any] | Callable[..., Any] | None = None,
    ) -> None:
        self.tools = tuple(tool_of(one) for one in _listed(tools))
        self._named = _by_name(self.tools)
        self.rounds = _bound(rounds, "rounds")
        self.confirm = confirm
        self.on_error = on_error
        self.parallel = _bound(parallel, "parallel")
        self.tool_choice = self._choice(tool_choice)
        if on_error not in {"tell", "raise"}:
            msg = f"on_error={on_error!r} is neither 'tell' nor 'raise'."
            raise ConfigError(msg, hint="'tell' lets the model correct itself.")

    def __iter__(self) -> Iterator[Tool]:
        """The tools in their order."""
        return iter(self.tools)

    def __len__(self) -> int:
        """How many tools there are."""
        return len(self.tools)

    def __repr__(self) -> str:
        """Name the tools."""
        return f"Toolbox({[*self._named]}, rounds={self.rounds}, parallel={self.parallel})"

    @property
    def wire(self) -> list[Mapping[str, Any]]:
        """The tools as chat backends take them."""
        return [one.wire for one in self.tools]

    @property
    def names(self) -> tuple[str, ...]:
        """What a model can call."""
        return tuple(self._named)

    def find(self, name: str) -> Tool | None:
        """The tool called *name*."""
        return self._named.get(name)

    def _choice(self, choice: Any) -> Any:
        if choice is None or isinstance(choice, Mapping) or choice in {"auto", "none", "required"}:
            return cast("Any", choice)
        name = choice if isinstance(choice, str) else tool_of(choice).name
        if name not in self._named:
            msg = f"tool_choice names {name!r}, which is not in the toolbox."
            raise ConfigError(msg, hint=f"It holds: {', '.join(self._named) or 'nothing'}.")
        return {"type": "function", "function": {"name": name}}


Tools: TypeAlias = Toolbox | Sequence[AnyTool] | AnyTool
"""What `run` takes: a toolbox, or tools for one with the usual bounds."""


def toolbox_of(tools: Tools) -> Toolbox:
    """The toolbox itself, or one of *tools*."""
    return tools if isinstance(tools, Toolbox) else Toolbox(tools)


def _listed(tools: Any) -> Sequence[AnyTool]:
    if callable(tools) or isinstance(tools, Mapping | Tool):
        return [cast("AnyTool", tools)]
    if isinstance(tools, str) or not hasattr(tools, "__iter__"):
        msg = f"A {type(tools).__name__} is no list of tools."
        raise ConfigError(msg, hint="Pass functions: tools=[first, second].")
    return list(cast("Sequence[AnyTool]", tools))


def _by_name(tools: Sequence[Tool]) -> dict[str, Tool]:
    named: dict[str, Tool] = {}
    for one in tools:
        if one.name in named:
            msg = f"Two tools have the name {one.name!r}."
            raise ConfigError(msg, hint="Rename one: polyvox.tool(name=...)(function).")
        named[one.name] = one
    return named


def _bound(number: Any, name: str) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        msg = f"{name}={number!r} lets nothing happen."
        raise ConfigError(msg, hint="Pass a whole number from 1.")
    return number
