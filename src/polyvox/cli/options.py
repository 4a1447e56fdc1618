"""
The options that all commands share which talk to a server, and the client that they make.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Annotated, Any

from attrs import frozen
from cyclopts import Parameter

import polyvox
from polyvox.config.fields import BACKEND
from polyvox.errors import ConfigError

__all__ = ["BACKEND", "Server"]

_LOG = "%(asctime)s %(name)s: %(message)s"


@Parameter(name="*")
@frozen
class Server:
    """
    Which server, and as whom.

    Attributes:
        backend: Such as dial, or dial+https://host.
        profile: Profile of the configuration file.
        base_url: Address of the server.
        timeout: Time limit of the whole call.
        debug: Show on stderr what is sent and received.
    """

    backend: Annotated[str | None, Parameter(alias="-b", metavar="NAME")] = None
    profile: Annotated[str | None, Parameter(alias="-p", metavar="NAME")] = None
    base_url: Annotated[str | None, Parameter(metavar="URL")] = None
    timeout: Annotated[float | None, Parameter(metavar="SECONDS")] = None
    debug: bool = False

    def connect(self, backend: str | None = None, **more: Any) -> Any:
        """
        The client that is meant.

        Args:
            backend: Of the place that a command works on, if that names one.
            more: Further arguments of the client.

        Raises:
            ConfigError: Nobody says which backend, or two say different things.
        """
        if self.debug:
            _log()
        given = {"profile": self.profile, "base_url": self.base_url, "timeout": self.timeout}
        named = {name: value for name, value in given.items() if value is not None}
        return polyvox.connect(self._named(backend), **named, **more)

    def _named(self, backend: str | None) -> str | None:
        told = self.backend
        if told is not None and backend not in {None, told.partition("+")[0]}:
            msg = f"The place is on {backend!r}, but --backend says {told!r}."
            raise ConfigError(msg, hint="Leave one of them out.")
        if told or backend or self.profile is not None:
            return told or backend
        if usual := os.environ.get(BACKEND):
            return usual
        if not os.environ.get("POLYVOX_PROFILE"):
            msg = "Nobody says which backend to talk to."
            hint = f"Pass --backend dial or --profile NAME, or set {BACKEND} or POLYVOX_PROFILE."
            raise ConfigError(msg, hint=hint)
        return None


def _log() -> None:
    """Write the events of all clients to standard error; they hold nothing secret."""
    logger = logging.getLogger("polyvox")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(_LOG))
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
