"""
Many clients over one set of connections.

For services that talk to one server on behalf of many users: each client has its own credential
and settings, and costs next to nothing; closing one leaves the pool's connections open.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self, TypeVar, Unpack

from polyvox.backends.base import AsyncClientBase, ClientBase
from polyvox.backends.connecting import (
    CONNECTION_KEYS,
    ClientKeywords,
    async_transport,
    blocking_transport,
    check_names,
)
from polyvox.backends.registry import client_class
from polyvox.config.fields import TRANSPORT
from polyvox.config.resolving import named_in
from polyvox.connecting import told
from polyvox_core.auth import concealed_in
from polyvox_core.errors import ConfigError

__all__ = ["AsyncClientPool", "ClientPool"]

ClientT = TypeVar("ClientT", bound=ClientBase)
AsyncClientT = TypeVar("AsyncClientT", bound=AsyncClientBase)


def _own(arguments: dict[str, Any], kind: object = None) -> dict[str, Any]:
    """The *arguments* of one client, if they leave the connections to the pool."""
    if kind is not None and not callable(kind):
        msg = f"{kind!r} is no class of a client."
        raise ConfigError(msg, hint="Pass a class, such as polyvox.Dial, or use connect().")
    for name in CONNECTION_KEYS:
        if name in arguments:
            msg = f"Connections belong to the pool, so {name}= has no effect on one client."
            raise ConfigError(msg, hint=f"Pass {name}= to the pool.")
    return arguments


def _connections(options: ClientKeywords) -> ClientKeywords:
    """The checked *options* of a pool; the environment may name its transport."""
    check_names(options, CONNECTION_KEYS, "A pool of connections")
    if options.keys() & {"http_client", "transport"} or not os.environ.get(TRANSPORT):
        return options
    return {**options, "transport": named_in(TRANSPORT, os.environ)}


class ClientPool:
    """
    Shares connections between clients; safe for threads.

    Args:
        options: What concerns connections: max_connections, max_idle, proxy, verify, cert,
            trust_env, http_client, transport.

    Close it, or use it in a `with` block; its clients need no closing.
    """

    def __init__(self, **options: Unpack[ClientKeywords]) -> None:
        self._transport = blocking_transport(_connections(options))

    def connect(self, backend: str | None = None, **arguments: Any) -> Any:
        """The same by name, address or profile, as `polyvox.connect` takes them."""
        backend, arguments = told(backend, _own(arguments))
        return client_class(backend, is_async=False)(**arguments, transport=self._transport)

    def client(self, kind: Callable[..., ClientT], **arguments: Any) -> ClientT:
        """
        A client over these connections: `pool.client(polyvox.Dial, base_url=..., api_key=...)`.

        Args:
            kind: Its class.
            arguments: What the class takes.
        """
        arguments = _own(concealed_in(arguments), kind)
        return kind(**arguments, transport=self._transport)

    def close(self) -> None:
        """Close all connections."""
        self._transport.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close all connections."""
        self.close()


class AsyncClientPool:
    """Same as `ClientPool`, for asyncio."""

    def __init__(self, **options: Unpack[ClientKeywords]) -> None:
        self._transport = async_transport(_connections(options))

    def connect(self, backend: str | None = None, **arguments: Any) -> Any:
        """Same as `ClientPool.connect`; nothing to await."""
        backend, arguments = told(backend, _own(arguments))
        return client_class(backend, is_async=True)(**arguments, transport=self._transport)

    def client(self, kind: Callable[..., AsyncClientT], **arguments: Any) -> AsyncClientT:
        """Same as `ClientPool.client`; nothing to await."""
        arguments = _own(concealed_in(arguments), kind)
        return kind(**arguments, transport=self._transport)

    async def aclose(self) -> None:
        """Same as `ClientPool.close`."""
        await self._transport.close()

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close all connections."""
        await self.aclose()
