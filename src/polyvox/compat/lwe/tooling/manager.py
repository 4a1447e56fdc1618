"""
The tools of a backend by their names.

Source: llm-workflow-engine 0.23.3, core/tool_manager.py; 0.18, core/function_manager.py.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.shelves import folders_of
from polyvox.compat.lwe.tooling.declared import declared
from polyvox.compat.lwe.tooling.files import ToolFiles
from polyvox.errors import ConfigError, PolyvoxError
from polyvox.tools.declaring import Tool
from polyvox_core.json import loads

if TYPE_CHECKING:
    from polyvox.compat.lwe.config import Config

__all__ = ["ToolManager"]


class ToolManager:
    """
    Finds tools.

    Args:
        config: Names the folders: `directories.tools`, and `directories.functions` of older
            configurations; LWE_TOOL_DIR and LWE_FUNCTION_DIR win.

    Attributes:
        tools: Files found when `load_tools` was last called, by name.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._files = ToolFiles(self._folders)
        self._given: dict[str, Any] = {}
        self.tools: dict[str, str] = {}

    def _folders(self) -> list[Path]:
        return [
            *folders_of(self._config, ("LWE_FUNCTION_DIR",), ("functions",)),
            *folders_of(self._config, ("LWE_TOOL_DIR",), ("tools",)),
        ]

    def add(self, tool: Any) -> str:
        """
        Let presets name a tool that is in no file: a function, a class, or an object.

        Returns:
            The name.

        Raises:
            ConfigError: It is no tool, or cannot be described.
        """
        name = declared(tool).name
        self._given[name] = tool
        return name

    def load_tools(self) -> Result:
        """Look which tool files there are; none of them is run."""
        self.tools = {name: str(path) for name, path in self._files.paths().items()}
        return Result(True, self.tools, f"Loaded {len(self.tools)} tools")

    def resolved(self, named: Sequence[Any]) -> list[Tool]:
        """
        The tools that *named* lists: names, functions, objects, or dicts of the wire.

        Raises:
            ConfigError: There is no such tool, or it cannot be described.
        """
        return [self._named(one) if isinstance(one, str) else declared(one) for one in named]

    def _named(self, name: str) -> Tool:
        if name.lower().startswith("langchain-"):
            msg = f"The tool {name!r} is one of LangChain's, which are not supported."
            raise ConfigError(msg, hint="Write a function that does it, and pass it in tools.")
        if name in self._given:
            return declared(self._given[name])
        found = self._files.find(name)
        if found is None:
            known = ", ".join(sorted({*self._given, *self._files.paths()})) or "none"
            msg = f"Tool {name!r} not found."
            raise ConfigError(msg, hint=f"There are: {known}. See directories.tools.")
        return declared(self._made(found, name))

    def _made(self, kind: type[Any], name: str) -> Any:
        try:
            made = kind(self._config) if _takes_config(kind) else kind()
        except Exception as error:
            msg = f"The tool {name!r} cannot be made: {type(error).__name__}: {error}."
            raise ConfigError(msg, hint="Its class takes the configuration, or nothing.") from error
        made.name = name
        made.filepath = str(self._files.paths()[name])
        return made

    def get_tool_config(self, tool_name: str) -> Result:
        """What the model is told of a tool: name, description and parameters."""
        try:
            wire: dict[str, Any] = dict(self._named(tool_name).wire["function"])
        except PolyvoxError as error:
            return Result(False, tool_name, str(error), error=error)
        return Result(True, wire, f"Tool {tool_name} loaded")

    def run_tool(self, tool_name: str, data: Mapping[str, Any] | str) -> Result:
        """What a plain tool returns for arguments in a mapping or in JSON."""
        try:
            return Result(True, self._run(tool_name, data), f"Tool {tool_name} executed")
        except PolyvoxError as error:
            return Result(False, None, str(error), error=error)

    def _run(self, name: str, given: Mapping[str, Any] | str) -> Any:
        tool = self._named(name)
        try:
            arguments = loads(given) if isinstance(given, str) else dict(given)
        except ValueError as error:
            msg = f"The arguments of {name!r} are no JSON: {error}."
            raise ConfigError(msg, hint="Pass an object, such as {'content': 'text'}.") from None
        call = tool.bound(tool.read(arguments))
        try:
            value = call()
        except Exception as error:
            msg = f"Tool call failed: {type(error).__name__}: {error}"
            raise ConfigError(msg) from error
        if inspect.isawaitable(value):
            if inspect.iscoroutine(value):
                value.close()
            msg = f"The tool {name!r} is a coroutine function."
            raise ConfigError(msg, hint="Call it yourself, or let the model call it.")
        return value


def _takes_config(kind: type[Any]) -> bool:
    try:
        inspect.signature(kind).bind(None)
    except (TypeError, ValueError):
        return False
    return True
