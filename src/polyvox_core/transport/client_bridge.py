"""
A caller's own httpx client (or transport) as ours; the one module that imports httpx.

httpx2, its successor with the same interface, works too: names are looked up in the module that
the given object comes from. Time limits become httpx's own, so a total holds only between two
reads, and the client's connections, proxies and TLS settings are used as they are.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, cast

import httpx

from polyvox_core.errors import (
    ConfigError,
    ConnectFailed,
    ConnectionFailed,
    ConnectTimeout,
    PolyvoxError,
    PoolTimeout,
    ReadTimeout,
    WriteTimeout,
)
from polyvox_core.flow import Incoming
from polyvox_core.message import Headers, Request
from polyvox_core.transport.aio import async_content
from polyvox_core.transport.quiet import quieten

__all__ = [
    "AsyncClientTransport",
    "ClientTransport",
    "async_transport_of",
    "library",
    "transport_of",
]

_ERRORS: tuple[tuple[str, type[PolyvoxError]], ...] = (
    ("ConnectTimeout", ConnectTimeout),
    ("ReadTimeout", ReadTimeout),
    ("WriteTimeout", WriteTimeout),
    ("PoolTimeout", PoolTimeout),
    ("ConnectError", ConnectFailed),
    ("TransportError", ConnectionFailed),
)
# What described the body as it travelled.
_PACKING = frozenset({"content-encoding", "content-length"})


class _BridgedIncoming:
    """An answer that httpx is reading, or has read: *content* is what was unpacked then."""

    def __init__(
        self, request: Request, response: httpx.Response, content: bytes | None = None
    ) -> None:
        headers = {name.lower(): value for name, value in response.headers.items()}
        if content is not None and "content-encoding" in headers:
            headers = {name: headers[name] for name in headers if name not in _PACKING}
        self.status: int = response.status_code
        self.headers: Headers = headers
        self.request = request
        self.response = response
        self.content = content
        self.chunks: Any = None
        self.closed = False

    def take_content(self) -> bytes | None:
        """What is left of a body that was read before; None when it is still to be read."""
        if self.closed:
            return b""
        content = self.content
        self.content = None if content is None else b""
        return content


class _Bridge:
    """What both bridges share: the request and the errors in the client's own terms."""

    def __init__(self, client: Any, *, owns_client: bool) -> None:
        quieten()
        self._client = client
        self._owns_client = owns_client
        self._module: Any = sys.modules[type(client).__module__.partition(".")[0]]
        if not hasattr(self._module, "TransportError"):
            # A subclass of the caller's; its base decides.
            self._module = httpx

    def _request(self, request: Request, content: Any) -> Any:
        if getattr(self._client, "is_closed", False):
            msg = "The HTTP client that was passed is closed."
            raise ConfigError(msg, hint="Pass an open one, or close it later.")
        request.patience.check()
        limits, allow = request.patience.timeouts, request.patience.allow
        timeout = self._module.Timeout(
            connect=allow(limits.connect),
            read=allow(limits.read),
            write=allow(limits.write),
            pool=allow(limits.pool),
        )
        origin = request.origin
        url = f"{origin.scheme}://{origin.netloc}{request.target}"
        return self._client.build_request(
            request.method, url, headers=request.headers, content=content, timeout=timeout
        )

    def _incoming(self, request: Request, response: Any) -> _BridgedIncoming:
        try:
            # An event hook, or a transport made for tests, may have read it already.
            content = response.content
        except self._module.ResponseNotRead:
            content = None
        return _BridgedIncoming(request, response, content)

    def _translated(self, error: Exception, request: Request) -> PolyvoxError:
        for name, ours in _ERRORS:
            if isinstance(error, getattr(self._module, name)):
                msg = f"The HTTP client that was passed failed: {str(error) or name}."
                translated = ours(msg, hint="Its own settings decide about connections.")
                if hasattr(request.patience, "verdict") and "Timeout" in name:
                    return request.patience.verdict(cast("Any", translated))
                return translated
        reason = type(error).__name__
        msg = f"The request cannot be sent with the HTTP client that was passed: {reason}."
        return ConfigError(msg, hint="Check its settings, and base_url.")


class ClientTransport(_Bridge):
    """Moves requests over a caller's `httpx.Client`."""

    def open(self, request: Request) -> Incoming:
        """Send *request* and wait for the head of its answer."""
        body = request.body
        content = body if body is None or isinstance(body, bytes) else body.chunks()
        prepared = self._request(request, content)
        try:
            response = self._client.send(prepared, stream=True, auth=None, follow_redirects=False)
        except (self._module.HTTPError, self._module.InvalidURL) as error:
            raise self._translated(error, request) from error
        return self._incoming(request, response)

    def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        assert isinstance(incoming, _BridgedIncoming)
        if (content := incoming.take_content()) is not None:
            return content
        if incoming.chunks is None:
            incoming.chunks = incoming.response.iter_raw()
        incoming.request.patience.check()
        try:
            return next((chunk for chunk in incoming.chunks if chunk), b"")
        except (self._module.HTTPError, self._module.StreamError) as error:
            raise self._translated(error, incoming.request) from error

    def close_incoming(self, incoming: Incoming) -> None:
        """Let go of an answer."""
        assert isinstance(incoming, _BridgedIncoming)
        incoming.closed = True
        incoming.response.close()

    def close(self) -> None:
        """Close the client, if it was made here."""
        if self._owns_client:
            self._client.close()


class AsyncClientTransport(_Bridge):
    """Moves requests over a caller's `httpx.AsyncClient`."""

    async def open(self, request: Request) -> Incoming:
        """Send *request* and wait for the head of its answer."""
        prepared = self._request(request, async_content(request.body))
        try:
            response = await self._client.send(
                prepared, stream=True, auth=None, follow_redirects=False
            )
        except (self._module.HTTPError, self._module.InvalidURL) as error:
            raise self._translated(error, request) from error
        return self._incoming(request, response)

    async def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        assert isinstance(incoming, _BridgedIncoming)
        if (content := incoming.take_content()) is not None:
            return content
        if incoming.chunks is None:
            incoming.chunks = incoming.response.aiter_raw()
        incoming.request.patience.check()
        try:
            async for chunk in incoming.chunks:
                if chunk:
                    return bytes(chunk)
        except (self._module.HTTPError, self._module.StreamError) as error:
            raise self._translated(error, incoming.request) from error
        return b""

    async def close_incoming(self, incoming: Incoming) -> None:
        """Let go of an answer."""
        assert isinstance(incoming, _BridgedIncoming)
        incoming.closed = True
        await incoming.response.aclose()

    async def close(self) -> None:
        """Close the client, if it was made here."""
        if self._owns_client:
            await self._client.aclose()


def library(name: str) -> Any:
    """
    The module httpx, or httpx2.

    Raises:
        ModuleNotFoundError: It is not installed.
    """
    return httpx if name == "httpx" else import_module(name)


def transport_of(http_client: Any, transport: Any) -> ClientTransport:
    """
    Our transport for what the caller passed as `http_client=` or `transport=`.

    Raises:
        ConfigError: Both were passed, or an async one to a blocking client.
    """
    _one_of(http_client, transport)
    if http_client is not None:
        _expect(http_client, "send", "close", "an httpx.Client")
        return ClientTransport(http_client, owns_client=False)
    _expect(transport, "handle_request", "close", "an httpx.BaseTransport")
    return ClientTransport(httpx.Client(transport=transport), owns_client=True)


def async_transport_of(http_client: Any, transport: Any) -> AsyncClientTransport:
    """Same as `transport_of`, for asyncio."""
    _one_of(http_client, transport)
    if http_client is not None:
        _expect(http_client, "send", "aclose", "an httpx.AsyncClient")
        return AsyncClientTransport(http_client, owns_client=False)
    _expect(transport, "handle_async_request", "aclose", "an httpx.AsyncBaseTransport")
    return AsyncClientTransport(httpx.AsyncClient(transport=transport), owns_client=True)


def _one_of(http_client: Any, transport: Any) -> None:
    if http_client is not None and transport is not None:
        msg = "Both http_client= and transport= were passed."
        raise ConfigError(msg, hint="Pass one of them.")


def _expect(given: Any, first: str, second: str, what: str) -> None:
    if not (hasattr(given, first) and hasattr(given, second)):
        msg = f"A {type(given).__name__} was passed where {what} is needed."
        raise ConfigError(
            msg, hint="Blocking clients take the blocking kind, Async ones the other."
        )
