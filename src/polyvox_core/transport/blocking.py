"""
The blocking transport: HTTP/1.1 over httpcore connections from a free list.
"""

from __future__ import annotations

import os
import warnings
import weakref
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from typing import Any, Protocol, cast

import httpcore

from polyvox_core.errors import ConfigError
from polyvox_core.flow import Incoming
from polyvox_core.message import Request
from polyvox_core.origin import Origin
from polyvox_core.transport.exchange import UNCLOSED, CoreIncoming, core_request, limit_of
from polyvox_core.transport.failures import FAILURES, translate
from polyvox_core.transport.network_blocking import BlockingBackend, allowed
from polyvox_core.transport.options import TransportOptions, tls_context
from polyvox_core.transport.proxies import proxy_address, proxy_for
from polyvox_core.transport.quiet import quieten
from polyvox_core.transport.shelf import Shelf, Slot

__all__ = ["BlockingTransport", "Route", "content_of"]

_Key = tuple[bytes, bytes, int]


class Route(Protocol):
    """Somewhere that a request can be sent: directly, or through one proxy."""

    def send(self, request: Request) -> tuple[Any, Any]:
        """The answer, as httpcore's looks, and the lease of its connection."""
        ...

    def done(self, lease: Any) -> None:
        """Take the connection back; its answer is closed."""
        ...

    def close(self) -> None:
        """Close idle connections."""
        ...

    def forsake(self) -> None:
        """Close them in a forked child."""
        ...

    @property
    def idle(self) -> int:
        """How many there are."""
        ...


class _Direct:
    """Connections from the free list, one origin after another."""

    def __init__(self, options: TransportOptions) -> None:
        self._options = options
        self._shelf: Shelf[httpcore.HTTP11Connection] = Shelf(
            options.max_connections, options.max_idle, Future
        )

    def send(self, request: Request) -> tuple[httpcore.Response, Any]:
        sent = core_request(request, content_of(request))
        origin = sent.url.origin
        key = (origin.scheme, origin.host, origin.port)
        slot = self._slot(key, sent)
        connection = slot.connection
        try:
            for stale in slot.stale:
                stale.close()
            connection = connection or self._connected(sent)
            response = connection.handle_request(sent)
        except BaseException:
            if connection is not None:
                connection.close()
            self._release(key, None)
            raise
        return response, (key, connection)

    def done(self, lease: Any) -> None:
        key, connection = lease
        usable = connection.is_idle()
        if not usable:
            connection.close()
        self._release(key, connection if usable else None)

    def close(self) -> None:
        for connection in self._shelf.clear():
            connection.close()

    def forsake(self) -> None:
        for connection in self._shelf.forsake():
            connection.close()

    @property
    def idle(self) -> int:
        return self._shelf.idle

    def _slot(self, key: _Key, request: httpcore.Request) -> Slot[httpcore.HTTP11Connection]:
        taken = self._shelf.take(key)
        if isinstance(taken, Slot):
            return taken
        waiter = cast("Future[Slot[httpcore.HTTP11Connection]]", taken)
        try:
            return waiter.result(allowed(limit_of(request, "pool")))
        except BaseException as error:
            for stale in self._shelf.abandon(key, waiter):
                stale.close()
            if isinstance(error, TimeoutError):
                raise httpcore.PoolTimeout from error
            raise

    def _release(self, key: _Key, connection: httpcore.HTTP11Connection | None) -> None:
        for surplus in self._shelf.give_back(key, connection):
            surplus.close()

    def _connected(self, request: httpcore.Request) -> httpcore.HTTP11Connection:
        """
        A new connection to the origin of *request*.

        Not httpcore's own connection of connections, which also knows HTTP/2, retries and local
        sockets, and takes one more lock for each request.
        """
        origin, limit = request.url.origin, limit_of(request, "connect")
        host = origin.host.decode("ascii")
        context = tls_context(self._options) if origin.scheme == b"https" else None
        stream = BlockingBackend().connect_tcp(host, origin.port, limit)
        if context is not None:
            context.set_alpn_protocols(["http/1.1"])
            stream = stream.start_tls(context, host, limit)
        return httpcore.HTTP11Connection(origin, stream, self._options.idle_expiry)


class _Pooled:
    """httpcore's own pool, for proxies."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool

    def send(self, request: Request) -> tuple[httpcore.Response, Any]:
        return self._pool.handle_request(core_request(request, content_of(request))), None

    def done(self, lease: Any) -> None:
        """Nothing: closing the response gave the connection back."""

    def close(self) -> None:
        self._pool.close()

    def forsake(self) -> None:
        """Nothing: its lock may be held by a thread that is not there any more."""

    @property
    def idle(self) -> int:
        return len(self._pool.connections)


def _proxied(proxy: str, options: TransportOptions) -> _Pooled:
    common: dict[str, Any] = {
        "ssl_context": tls_context(options),
        "max_connections": options.max_connections,
        "max_keepalive_connections": options.max_idle,
        "keepalive_expiry": options.idle_expiry,
        "network_backend": BlockingBackend(),
    }
    address, credentials = proxy_address(proxy)
    if proxy.startswith("socks"):
        return _Pooled(httpcore.SOCKSProxy(address, proxy_auth=credentials, **common))
    return _Pooled(httpcore.HTTPProxy(address, proxy_auth=credentials, **common))


class BlockingTransport:
    """
    Moves requests and answers over blocking sockets; safe for threads.

    After a fork the child starts with no connections, and leaves the parent's alone.

    Attributes:
        failures: What routes and answers may raise.
    """

    failures: tuple[type[Exception], ...] = FAILURES

    def __init__(self, options: TransportOptions | None = None) -> None:
        quieten()
        self.options = options or TransportOptions()
        self._routes: dict[str | None, Route] = {}
        self._pid = os.getpid()
        self._closed = False
        # Not __del__: the sockets must outlive a client that is collected as part of a cycle.
        self._forgotten = weakref.finalize(self, _forget, self._routes, self._pid)

    def open(self, request: Request) -> Incoming:
        """Send *request* and wait for the head of its answer."""
        request.patience.check()
        route = self._route(request.origin)
        try:
            response, lease = route.send(request)
        except self.failures as error:
            raise translate(error, request, self.options) from error
        return CoreIncoming(request, response, (route, lease))

    def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        assert isinstance(incoming, CoreIncoming)
        if incoming.closed:
            return b""
        if incoming.chunks is None:
            incoming.chunks = iter(cast("Iterable[bytes]", incoming.response.stream))
        try:
            for chunk in incoming.chunks:
                if chunk:
                    return bytes(chunk)
        except self.failures as error:
            self.close_incoming(incoming)
            raise translate(error, incoming.request) from error
        except BaseException:
            self.close_incoming(incoming)
            raise
        self.close_incoming(incoming)
        return b""

    def close_incoming(self, incoming: Incoming) -> None:
        """Let go of an answer; its connection is kept when the body was read to the end."""
        assert isinstance(incoming, CoreIncoming)
        if incoming.closed:
            return
        incoming.closed = True
        incoming.response.close()
        route, lease = incoming.lease
        route.done(lease)

    def close(self) -> None:
        """Close all idle connections; those in use are closed when their answers are."""
        self._closed = True
        self._forgotten.detach()
        for route in self._routes.values():
            route.close()

    def _route(self, origin: Origin) -> Route:
        if self._closed:
            msg = "The client is closed."
            raise ConfigError(msg, hint="Create a new one, or close it later.")
        if self._pid != os.getpid():
            inherited, self._routes = self._routes, {}
            self._pid = os.getpid()
            self._forgotten.detach()
            self._forgotten = weakref.finalize(self, _forget, self._routes, self._pid)
            # Only this process's ends are closed; the parent's connections live on.
            for old in inherited.values():
                old.forsake()
        proxy = proxy_for(origin, self.options.proxy, trust_env=self.options.trust_env)
        route = self._routes.get(proxy)
        if route is None:
            route = self._routes.setdefault(proxy, self.new_route(proxy))
        return route

    def new_route(self, proxy: str | None) -> Route:
        """Connections, through *proxy* if there is one."""
        return _Direct(self.options) if proxy is None else _proxied(proxy, self.options)


def _forget(routes: dict[str | None, Route], pid: int) -> None:
    """Warn about a client that was neither closed nor used in a `with` block."""
    idle = [route for route in routes.values() if route.idle]
    if idle and pid == os.getpid():
        warnings.warn(UNCLOSED, ResourceWarning, stacklevel=2)
        for route in idle:
            route.close()


def content_of(request: Request) -> bytes | Iterator[bytes] | None:
    """What httpcore or httpx sends as the body of *request*."""
    body = request.body
    if body is None or isinstance(body, bytes):
        return body
    # h11 treats an empty piece as data; a chunked body would then end early.
    return (chunk for chunk in body.chunks() if chunk)
