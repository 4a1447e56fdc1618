"""
The two libraries of the extra `polyvox[lwe]`, loaded when templates or YAML files are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from polyvox.errors import ConfigError

__all__ = ["from_yaml", "loaded", "to_yaml"]


def loaded(module: str, purpose: str) -> Any:
    """
    The *module*, which is or imports a package of the extra.

    Args:
        module: Its full name.
        purpose: What needs it, for the message.

    Raises:
        ConfigError: The package is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("polyvox"):
            raise
        msg = f"{purpose}: the package {error.name!r} is not installed."
        raise ConfigError(msg, hint="Install it with: pip install 'polyvox[lwe]'.") from error


def from_yaml(text: str, where: str) -> Any:
    """
    The value that a YAML *text* holds.

    Args:
        text: The whole document.
        where: Name of the file, for the message.

    Raises:
        ConfigError: It is no YAML; the message says where it stops being some.
    """
    yaml = loaded("yaml", "YAML")
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark is not None else ""
        problem = getattr(error, "problem", None) or str(error)[:200]
        msg = f"{where}{place}: not valid YAML ({problem})."
        raise ConfigError(msg, hint="Mend the file.") from error


def to_yaml(value: Any) -> str:
    """The *value* as YAML, keys in their order."""
    yaml = loaded("yaml", "YAML")
    return str(yaml.safe_dump(value, sort_keys=False, allow_unicode=True))
