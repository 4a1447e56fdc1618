"""
From LWE's tools to `polyvox.tools.Tool`: what the model is told, and what is called.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from polyvox.compat.lwe.extras import from_yaml
from polyvox.compat.lwe.shapes import as_mapping, is_mapping
from polyvox.compat.lwe.shelves import read_text
from polyvox.compat.lwe.tooling.base import Tool as LweTool
from polyvox.errors import ConfigError
from polyvox.tools.declaring import Tool, tool_of

__all__ = ["declared", "function_of"]


def declared(given: Any) -> Tool:
    """
    The tool that *given* is: an LWE tool, or anything that `polyvox.Toolbox` takes.

    Raises:
        ConfigError: It is none, or cannot be described.
    """
    if isinstance(given, type) and issubclass(given, LweTool):
        given = given()
    if _says_its_config(given) or isinstance(given, LweTool):
        return _with_schema(given) or tool_of(given, _name_of(given))
    return tool_of(given)


def function_of(tool: LweTool) -> dict[str, Any]:
    """What the model is told of *tool*, apart from what its own `get_config` says."""
    written = _config_file(tool)
    if written is not None:
        return written
    function: dict[str, Any] = dict(tool_of(tool, _name_of(tool)).wire["function"])
    return function


def _says_its_config(tool: Any) -> bool:
    """Whether the class of *tool* has a `get_config` of its own."""
    kind: Any = tool.__class__
    method = getattr(kind, "get_config", None)
    return callable(tool) and method is not None and method is not LweTool.get_config


def _name_of(tool: Any) -> str:
    return getattr(tool, "name", "") or snake(type(tool).__name__)


def snake(name: str) -> str:
    """A name such as `reverse_content` for `ReverseContent`."""
    parts = [f"_{letter.lower()}" if letter.isupper() else letter for letter in name]
    return "".join(parts).lstrip("_")


def _config_file(tool: Any) -> dict[str, Any] | None:
    file = getattr(tool, "filepath", "")
    path = Path(file or "no file").with_suffix(".config.yaml")
    if not file or not path.is_file():
        return None
    found = from_yaml(read_text(path), str(path))
    if not is_mapping(found):
        msg = f"{str(path)!r} describes no function."
        raise ConfigError(msg, hint="It has the keys name, description and parameters.")
    return dict(found)


def _with_schema(tool: Any) -> Tool | None:
    """The tool with the schema that it brings along, if it does."""
    function: Callable[..., Any] = tool
    told: Any = tool.get_config() if _says_its_config(tool) else _config_file(tool)
    if told is None:
        return None
    if not is_mapping(told):
        msg = f"get_config() of the tool {_name_of(tool)!r} gives a {type(told).__name__}."
        raise ConfigError(msg, hint="Return a dict with name, description and parameters.")
    told = as_mapping(told.get("function")) or told
    name = _name_of(tool)
    description = str(told.get("description") or "")
    parameters = dict(as_mapping(told.get("parameters")) or {"type": "object", "properties": {}})
    wire = {"name": name, "description": description, "parameters": parameters}
    return Tool(
        name,
        description,
        parameters,
        function,
        {"type": "function", "function": wire},
        arguments=dict[str, Any],
    )
