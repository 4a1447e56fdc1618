"""
A client of any backend by its name.
"""

from __future__ import annotations

from typing import Any

from polyvox.backends.registry import client_class
from polyvox_core.auth import concealed_in

__all__ = ["aconnect", "connect"]


def connect(backend: str, **arguments: Any) -> Any:
    """
    A client of *backend*: `connect("dial", base_url=..., api_key=...)` is `Dial(...)`.

    Args:
        backend: Its name, such as "dial".
        arguments: What its class takes.

    Raises:
        ConfigError: There is no such backend.
    """
    arguments = concealed_in(arguments)
    return client_class(backend, is_async=False)(**arguments)


def aconnect(backend: str, **arguments: Any) -> Any:
    """Same as `connect`, for the Async client; nothing to await."""
    arguments = concealed_in(arguments)
    return client_class(backend, is_async=True)(**arguments)
