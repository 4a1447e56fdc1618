"""
Many clients over one set of connections.

For services that talk to one server on behalf of many users: each client has its own credential
and settings, and costs next to nothing; closing one leaves the pool's connections open.
"""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Any, Self, TypeVar, Unpack

from polyvox.backends.base import AsyncClientBase, ClientBase
from polyvox.backends.connecting import ClientKeywords, async_transport, blocking_transport
from polyvox.backends.registry import client_class
from polyvox_core.auth import concealed_in

__all__ = ["AsyncClientPool", "ClientPool"]

ClientT = TypeVar("ClientT", bound=ClientBase)
AsyncClientT = TypeVar("AsyncClientT", bound=AsyncClientBase)


class ClientPool:
    """
    Shares connections between clients; safe for threads.

    Args:
        options: What concerns connections: max_connections, max_idle, proxy, verify, cert,
            trust_env, http_client, transport.

    Close it, or use it in a `with` block; its clients need no closing.
    """

    def __init__(self, **options: Unpack[ClientKeywords]) -> None:
        self._transport = blocking_transport(options)

    def connect(self, backend: str, **arguments: Any) -> Any:
        """The same by the backend's name: `pool.connect("dial", base_url=..., api_key=...)`."""
        arguments = concealed_in(arguments)
        return client_class(backend, is_async=False)(**arguments, transport=self._transport)

    def client(self, kind: Callable[..., ClientT], **arguments: Any) -> ClientT:
        """
        A client over these connections: `pool.client(polyvox.Dial, base_url=..., api_key=...)`.

        Args:
            kind: Its class.
            arguments: What the class takes.
        """
        arguments = concealed_in(arguments)
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
        self._transport = async_transport(options)

    def connect(self, backend: str, **arguments: Any) -> Any:
        """Same as `ClientPool.connect`; nothing to await."""
        arguments = concealed_in(arguments)
        return client_class(backend, is_async=True)(**arguments, transport=self._transport)

    def client(self, kind: Callable[..., AsyncClientT], **arguments: Any) -> AsyncClientT:
        """Same as `ClientPool.client`; nothing to await."""
        arguments = concealed_in(arguments)
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
