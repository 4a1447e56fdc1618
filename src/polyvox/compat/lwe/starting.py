"""
A request as the backends keep it: its overrides checked, known to `terminate_stream` while it runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polyvox.compat.lwe.config import Config
from polyvox.compat.lwe.engine import Engine
from polyvox.compat.lwe.overrides import checked_overrides
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.talk import Running

__all__ = ["Request", "checked"]


class Request:
    """
    One request, registered inside its `with` block.

    Args:
        engine: Of the backend.
        overrides: What the caller gave.
        raise_errors: Whether failures are raised; None leaves it to overrides and configuration.

    Raises:
        ConfigError: An override does not exist, or is of another type.
    """

    def __init__(
        self, engine: Engine, overrides: Mapping[str, Any] | None, raise_errors: bool | None = None
    ) -> None:
        self.overrides = checked_overrides(overrides)
        self.running = Running()
        self._engine = engine
        self._raise_errors = raise_errors

    def __enter__(self) -> Running:
        """Begin: `terminate_stream` reaches it."""
        self._engine.running.add(self.running)
        return self.running

    def __exit__(self, *error: object) -> None:
        """End."""
        self._engine.running.discard(self.running)

    def checked(self, result: Result) -> Result:
        """
        The *result*.

        Raises:
            PolyvoxError: Why it failed, if failures are to be raised.
        """
        return checked(result, self._engine.config, self.overrides, self._raise_errors)


def checked(
    result: Result,
    config: Config,
    overrides: Mapping[str, Any] | None,
    raise_errors: bool | None = None,
) -> Result:
    """
    The *result* of a request, if the caller wants failures as results.

    Args:
        result: How it ended.
        config: `errors.raise` counts.
        overrides: `raise_errors` wins over the configuration.
        raise_errors: Wins over both, unless it is None.

    Raises:
        PolyvoxError: Why it failed.
    """
    if raise_errors is None:
        raise_errors = (overrides or {}).get("raise_errors")
    if raise_errors is None:
        raise_errors = bool(config.get("errors.raise"))
    if raise_errors and result.error is not None:
        raise result.error
    return result
