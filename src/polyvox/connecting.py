"""
A client of any backend by its name, its address, or a profile.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any

from polyvox.backends.registry import client_class
from polyvox.config.fields import BACKEND, without_user
from polyvox_core.auth import concealed_in
from polyvox_core.errors import ConfigError

__all__ = ["aconnect", "connect", "told"]

_ADDRESS = re.compile(r"([^:/?#+]*)\+(https?://.*)", re.IGNORECASE | re.DOTALL)


def connect(backend: str | None = None, **arguments: Any) -> Any:
    """
    A client of *backend*: `connect("dial", base_url=..., api_key=...)` is `Dial(...)`.

    Args:
        backend: Its name, such as "dial"; or name and address in one, such as
            "dial+https://dial.example.com"; or None, if a profile or POLYVOX_BACKEND says it.
        arguments: What its class takes; `profile=` names a profile.

    Raises:
        ConfigError: There is no such backend or profile, or the address holds a credential.
    """
    backend, arguments = told(backend, arguments)
    return client_class(backend, is_async=False)(**arguments)


def aconnect(backend: str | None = None, **arguments: Any) -> Any:
    """Same as `connect`, for the Async client; nothing to await."""
    backend, arguments = told(backend, arguments)
    return client_class(backend, is_async=True)(**arguments)


def told(backend: str | None, arguments: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """
    The name of the backend that is meant, and the arguments of its class.

    Raises:
        ConfigError: Nothing says which backend is meant, or the address is given twice.
    """
    given = concealed_in(arguments)
    if backend is None and given.get("profile") is None:
        backend = os.environ.get(BACKEND) or None
    if backend is None:
        from polyvox.config.profiles import backend_of  # noqa: PLC0415 - only without a name

        return backend_of(given.get("profile")), given
    backend = without_user(str(backend))
    address = _ADDRESS.fullmatch(backend)
    if address is None:
        return backend, given
    if given.get("base_url") is not None:
        msg = "The address was given twice: before the arguments, and as base_url=."
        raise ConfigError(msg, hint="Leave one of them out.")
    return address[1].lower(), {**given, "base_url": address[2]}
