"""
Pools with the signatures of aidial-client: many clients over one set of connections.

Closing a client of a pool leaves the pool's connections open; closing the pool closes them.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Protocol, Self, TypedDict, Unpack

from polyvox.backends.connecting import (
    ClientKeywords,
    async_transport,
    blocking_transport,
    new_async_client,
    new_client,
)
from polyvox.compat.aidial_client.async_client import AsyncDial
from polyvox.compat.aidial_client.client import Dial
from polyvox.compat.aidial_client.common import AsyncAuthValue, SyncAuthValue, connected
from polyvox.compat.aidial_client.errors import dial_error
from polyvox.compat.aidial_client.session import DEFAULT_TIMEOUT, TimeoutLike
from polyvox.errors import PolyvoxError
from polyvox_core.auth import concealed

__all__ = ["AsyncDialClientPool", "ConnectionLimits", "DialClientPool", "PoolOptions"]

_UNLIMITED = 1_000_000
_OURS = ("cert", "http_client", "proxy", "transport", "trust_env", "verify")
# What httpx clients take, and what every call of polyvox does anyway.
_NOTHING_TO_DO = {"follow_redirects": False, "http1": True, "http2": False}


class ConnectionLimits(Protocol):
    """How many connections there may be, as `httpx.Limits` holds it."""

    @property
    def max_connections(self) -> int | None:
        """Open at once."""
        ...

    @property
    def max_keepalive_connections(self) -> int | None:
        """Kept open between calls."""
        ...


class PoolOptions(TypedDict, total=False):
    """
    Options of a pool that `httpx.Client` has too.

    Keys:
        cert: A client certificate.
        headers: Sent with every request.
        http_client: An `httpx` client to use instead; it stays open. Not in aidial-client.
        proxy: URL of a proxy; without one the environment decides.
        transport: An `httpx` transport to use.
        trust_env: Whether proxy and certificate variables of the environment count.
        verify: True, a path to certificate authorities, an `ssl.SSLContext`, or False.
        timeout: Accepted; each client has its own.
        follow_redirects: Only False.
        http1: Only True.
        http2: Only False: DIAL Core speaks HTTP/1.1.
    """

    cert: str | tuple[str, str] | tuple[str, str, str] | None
    headers: Mapping[str, str]
    http_client: Any
    proxy: str | None
    transport: Any
    trust_env: bool
    verify: bool | str | os.PathLike[str] | ssl.SSLContext
    timeout: float | TimeoutLike | None
    follow_redirects: bool
    http1: bool
    http2: bool


def _keywords(limits: ConnectionLimits | None, options: Mapping[str, Any]) -> ClientKeywords:
    """
    The *options* as polyvox has them.

    Raises:
        TypeError: One of them is unknown, or cannot be had.
    """
    for name, value in options.items():
        known = name in _OURS or name in {"headers", "timeout"}
        if not known and _NOTHING_TO_DO.get(name, ...) != value:
            msg = (
                f"the pool got an unexpected keyword argument {name}={value!r}; "
                "make an httpx client with it and pass that as http_client="
            )
            raise TypeError(msg)
    found: dict[str, Any] = {name: options[name] for name in _OURS if name in options}
    if limits is not None:
        most, idle = limits.max_connections, limits.max_keepalive_connections
        found["max_connections"] = _UNLIMITED if most is None else most
        found["max_idle"] = _UNLIMITED if idle is None else idle
    keywords: ClientKeywords = found  # type: ignore[assignment]  # its keys were checked above
    return keywords


class DialClientPool:
    """
    Shares connections between clients; safe for threads.

    Args:
        connection_limits: Such as `httpx.Limits`; by default 1000 connections, 100 of them idle.
        options: See `PoolOptions`.

    Close it, or use it in a `with` block; its clients need no closing.
    """

    def __init__(
        self,
        *,
        connection_limits: ConnectionLimits | None = None,
        **options: Unpack[PoolOptions],
    ) -> None:
        self._headers = options.get("headers", {})
        try:
            self._transport = blocking_transport(_keywords(connection_limits, options))
        except PolyvoxError as error:
            raise dial_error(error) from error

    def create_client(
        self,
        *,
        base_url: str,
        api_key: SyncAuthValue | None = None,
        bearer_token: SyncAuthValue | None = None,
        max_retries: int = 2,
        timeout: float | TimeoutLike | None = DEFAULT_TIMEOUT,
        api_version: str | None = None,
    ) -> Dial:
        """A client over these connections; takes what `Dial` takes."""
        api_key, bearer_token = concealed(api_key), concealed(bearer_token)
        options = ClientKeywords(transport=self._transport, headers=self._headers)
        client = connected(
            new_client, options, base_url, api_key, bearer_token, max_retries, timeout
        )
        return Dial.over(client, api_version)

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


class AsyncDialClientPool:
    """Same as `DialClientPool`, for asyncio."""

    def __init__(
        self,
        *,
        connection_limits: ConnectionLimits | None = None,
        **options: Unpack[PoolOptions],
    ) -> None:
        self._headers = options.get("headers", {})
        try:
            self._transport = async_transport(_keywords(connection_limits, options))
        except PolyvoxError as error:
            raise dial_error(error) from error

    def create_client(
        self,
        *,
        base_url: str,
        api_key: AsyncAuthValue | None = None,
        bearer_token: AsyncAuthValue | None = None,
        max_retries: int = 2,
        timeout: float | TimeoutLike | None = DEFAULT_TIMEOUT,
        api_version: str | None = None,
    ) -> AsyncDial:
        """Same as `DialClientPool.create_client`."""
        api_key, bearer_token = concealed(api_key), concealed(bearer_token)
        options = ClientKeywords(transport=self._transport, headers=self._headers)
        client = connected(
            new_async_client, options, base_url, api_key, bearer_token, max_retries, timeout
        )
        return AsyncDial.over(client, api_version)

    async def aclose(self) -> None:
        """Same as `DialClientPool.close`."""
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
