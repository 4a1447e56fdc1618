"""
The base classes of tools in files: `Tool`, and `Function` as it was called before LWE 0.19.

    class ReverseContent(Tool):          # in reverse_content.py
        def __call__(self, content: str) -> dict:
            return {"result": content[::-1]}
"""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from polyvox.compat.lwe.config import Config

__all__ = ["Function", "Tool"]


class Tool(ABC):
    """
    A tool.

    Args:
        config: Settings of the backend.

    Attributes:
        name: What presets and models call it: the name of its file.
        filepath: The file.
        log: For its messages.
    """

    def __init__(self, config: Config | None = None) -> None:
        self.config = config
        self.name = ""
        self.filepath = ""
        self.log = logging.getLogger("polyvox.lwe.tools")

    def set_name(self, name: str) -> None:
        """Set the name."""
        self.name = name

    def set_filepath(self, filepath: str) -> None:
        """Set the file."""
        self.filepath = filepath

    def get_config(self) -> dict[str, Any]:
        """
        What the model is told: name, description, and parameters as a JSON Schema.

        A class that says it in its own words overrides this; otherwise the file
        `<name>.config.yaml` counts, else the signature and the docstring of `__call__`.

        Raises:
            ConfigError: The signature cannot be described.
        """
        from polyvox.compat.lwe.tooling.declared import function_of  # noqa: PLC0415 - a circle

        return function_of(self)

    @abstractmethod
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do the work; a dict is what LWE expects, anything that JSON can say is fine."""


class Function(Tool):
    """A tool by its older name."""
