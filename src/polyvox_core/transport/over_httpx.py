"""
Both transports over httpx's own connection pool, or over that of httpx2, its successor.

The library gets the whole request; its client, which would add headers, keep cookies and follow
redirects, takes no part. It takes time limits once: a blocking call tells it what is left for the
head, then for the body, and looks at the clock between two reads; timers bound the asyncio one.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator
from typing import Any

from polyvox_core.flow import Incoming
from polyvox_core.message import Request
from polyvox_core.timeouts import Patience
from polyvox_core.transport import aio, blocking
from polyvox_core.transport.blocking import BlockingTransport, content_of
from polyvox_core.transport.bounding import BoundedTransport
from polyvox_core.transport.exchange import CoreIncoming
from polyvox_core.transport.failures import translate
from polyvox_core.transport.leases import Leases
from polyvox_core.transport.options import TransportOptions, tls_context
from polyvox_core.transport.proxies import proxy_address

__all__ = ["AsyncHttpxTransport", "HttpxTransport"]


class _Answer:
    """
    An answer of httpx as httpcore's looks.

    Attributes:
        limits: Seconds that its library waits; those for the body are read when that begins.
    """

    __slots__ = ("_response", "extensions", "headers", "limits", "status", "stream")

    def __init__(self, response: Any, limits: dict[str, float | None]) -> None:
        self._response = response
        self.status: int = response.status_code
        self.headers: list[tuple[bytes, bytes]] = response.headers.raw
        self.stream: Any = response.stream
        self.extensions: dict[str, Any] = response.extensions
        self.limits = limits

    def close(self) -> None:
        self.stream.close()

    async def aclose(self) -> None:
        await self.stream.aclose()


class _Sender:
    """Makes the library's requests and settings of ours; *library* is httpx or httpx2."""

    def __init__(self, library: Any, options: TransportOptions, proxy: str | None) -> None:
        self._library = library
        self._options = options
        self._proxy = proxy
        self._origins: dict[str, Any] = {}

    def settings(self) -> dict[str, Any]:
        """What the library's transports are made with."""
        options = self._options
        limits = self._library.Limits(
            max_connections=options.max_connections,
            max_keepalive_connections=options.max_idle,
            keepalive_expiry=options.idle_expiry,
        )
        proxy = None
        if self._proxy is not None:
            address, credentials = proxy_address(self._proxy)
            texts = credentials and tuple(one.decode("utf-8", "replace") for one in credentials)
            proxy = self._library.Proxy(address, auth=texts)
        verify = tls_context(options)
        return {"verify": verify, "trust_env": False, "limits": limits, "proxy": proxy}

    def request(
        self, request: Request, content: bytes | Iterator[bytes] | AsyncIterator[bytes] | None
    ) -> tuple[Any, dict[str, float | None]]:
        """The library's request, and the limits in it."""
        limits, allow = request.patience.timeouts, request.patience.allow
        timeout = {
            "connect": allow(limits.connect),
            "read": allow(limits.read),
            "write": allow(limits.write),
            "pool": allow(limits.pool),
        }
        url, extensions = self._place(request)
        sent = self._library.Request(
            request.method,
            url,
            headers=[(name.encode(), text.encode("latin-1")) for name, text in request.headers],
            content=content,
            extensions={**extensions, "timeout": timeout},
        )
        return sent, timeout

    def _place(self, request: Request) -> tuple[Any, dict[str, bytes]]:
        """URL and extensions; the target goes past the URL, which would be parsed again."""
        origin = str(request.origin)
        if self._proxy is not None:
            # A proxy is told the whole URL in place of the target.
            return self._library.URL(f"{origin}{request.target}"), {}
        url = self._origins.get(origin)
        if url is None:
            url = self._origins[origin] = self._library.URL(origin)
        return url, {"target": request.target.encode()}


class _Route:
    """Connections of the library, directly or through one proxy."""

    def __init__(self, library: Any, options: TransportOptions, proxy: str | None) -> None:
        self._sender = _Sender(library, options, proxy)
        self._transport = library.HTTPTransport(**self._sender.settings())
        self._leases = Leases()

    def send(self, request: Request) -> tuple[_Answer, None]:
        sent, limits = self._sender.request(request, content_of(request))
        self._leases.take()
        try:
            return _Answer(self._transport.handle_request(sent), limits), None
        except BaseException:
            self.done(None)
            raise

    def done(self, lease: None) -> None:  # noqa: ARG002 - that of a route
        if self._leases.give():
            self._transport.close()

    def close(self) -> None:
        # The library's pool takes away connections that are in use.
        if self._leases.close():
            self._transport.close()

    def forsake(self) -> None:
        # Not the pool, whose lock may be held by a thread that is not there any more.
        for connection in self._transport._pool.connections:  # noqa: SLF001 - the sockets are there
            connection.close()

    @property
    def idle(self) -> int:
        return int(self._leases.used)


class _AsyncRoute:
    """Same as `_Route`, for asyncio."""

    def __init__(self, library: Any, options: TransportOptions, proxy: str | None) -> None:
        self._sender = _Sender(library, options, proxy)
        self._transport = library.AsyncHTTPTransport(**self._sender.settings())
        self._leases = Leases()

    async def send(self, request: Request) -> tuple[_Answer, None]:
        sent, limits = self._sender.request(request, aio.async_content(request.body))
        self._leases.take()
        try:
            return _Answer(await self._transport.handle_async_request(sent), limits), None
        except BaseException:
            await self.done(None)
            raise

    async def done(self, lease: None) -> None:  # noqa: ARG002 - that of a route
        if self._leases.give():
            await self._transport.aclose()

    async def close(self) -> None:
        if self._leases.close():
            await self._transport.aclose()

    @property
    def idle(self) -> int:
        return int(self._leases.used)


def _lent(patience: Patience) -> float | None:
    """Seconds that each wait for a piece of the body may take."""
    limits = [patience.timeouts.read, patience.left()]
    if patience.idle_until is not None and patience.timeouts.idle is not None:
        # A little more, so that it is the idle limit that has run out then.
        limits.append(patience.timeouts.idle + 0.001)
    return min((one for one in limits if one is not None), default=None)


class HttpxTransport(BlockingTransport):
    """
    Moves requests and answers over httpx's pool; safe for threads.

    Args:
        library: httpx or httpx2.
        options: How connections are made and kept.
    """

    def __init__(self, library: Any, options: TransportOptions | None = None) -> None:
        super().__init__(options)
        self._library = library
        self.failures = (library.HTTPError, library.InvalidURL, ssl.SSLError)

    def new_route(self, proxy: str | None) -> blocking.Route:
        """Connections of the library, through *proxy* if there is one."""
        return _Route(self._library, self.options, proxy)

    def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        assert isinstance(incoming, CoreIncoming)
        patience = incoming.request.patience
        response: Any = incoming.response
        if not incoming.closed:
            if patience.allow(None) == 0:
                self.close_incoming(incoming)
                raise translate(self._library.ReadTimeout(""), incoming.request)
            if incoming.chunks is None:
                response.limits["read"] = _lent(patience)
        return super().read(incoming)


class AsyncHttpxTransport(BoundedTransport):
    """Same as `HttpxTransport`, for asyncio; one object serves several loops."""

    def __init__(self, library: Any, options: TransportOptions | None = None) -> None:
        super().__init__(options)
        self._library = library
        self.failures = (library.HTTPError, library.InvalidURL, ssl.SSLError)

    def new_route(self, proxy: str | None) -> aio.Route:
        """Connections of the library, through *proxy* if there is one."""
        return _AsyncRoute(self._library, self.options, proxy)
