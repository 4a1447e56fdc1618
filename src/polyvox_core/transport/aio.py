"""
The asyncio transport: the same as `blocking`, with connections per running loop.

Every loop has its own free list. When `asyncio.run` ends a loop, the list's guard, an async
generator of that loop, closes its connections while the loop still runs.
"""

from __future__ import annotations

import asyncio
import os
import warnings
import weakref
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
from contextlib import suppress
from typing import Any, Protocol, cast

import httpcore

from polyvox_core.errors import ConfigError
from polyvox_core.flow import Incoming
from polyvox_core.message import Body, Request
from polyvox_core.origin import Origin
from polyvox_core.transport.exchange import UNCLOSED, CoreIncoming, core_request, limit_of
from polyvox_core.transport.failures import FAILURES, translate
from polyvox_core.transport.network_aio import AsyncioBackend
from polyvox_core.transport.network_blocking import allowed
from polyvox_core.transport.options import TransportOptions, tls_context
from polyvox_core.transport.proxies import proxy_address, proxy_for
from polyvox_core.transport.quiet import quieten
from polyvox_core.transport.shelf import Shelf, Slot

__all__ = ["AioTransport", "Route", "async_content"]

_Key = tuple[bytes, bytes, int]


class Route(Protocol):
    """Somewhere that a request can be sent: directly, or through one proxy."""

    async def send(self, request: Request) -> tuple[Any, Any]:
        """The answer, as httpcore's looks, and the lease of its connection."""
        ...

    async def done(self, lease: Any) -> None:
        """Take the connection back; its answer is closed."""
        ...

    async def close(self) -> None:
        """Close idle connections."""
        ...

    @property
    def idle(self) -> int:
        """How many there are."""
        ...


class _Direct:
    """Connections from the free list, one origin after another."""

    def __init__(self, options: TransportOptions) -> None:
        self._options = options
        self._shelf: Shelf[httpcore.AsyncHTTP11Connection] = Shelf(
            options.max_connections,
            options.max_idle,
            asyncio.get_running_loop().create_future,
        )

    async def send(self, request: Request) -> tuple[httpcore.Response, Any]:
        sent = core_request(request, async_content(request.body))
        origin = sent.url.origin
        key = (origin.scheme, origin.host, origin.port)
        slot = await self._slot(key, sent)
        connection = slot.connection
        try:
            for stale in slot.stale:
                await stale.aclose()
            connection = connection or await self._connected(sent)
            response = await connection.handle_async_request(sent)
        except BaseException:
            if connection is not None:
                await connection.aclose()
            await self._release(key, None)
            raise
        return response, (key, connection)

    async def done(self, lease: Any) -> None:
        key, connection = lease
        usable = connection.is_idle()
        if not usable:
            await connection.aclose()
        await self._release(key, connection if usable else None)

    async def close(self) -> None:
        for connection in self._shelf.clear():
            await connection.aclose()

    @property
    def idle(self) -> int:
        return self._shelf.idle

    async def _slot(
        self, key: _Key, request: httpcore.Request
    ) -> Slot[httpcore.AsyncHTTP11Connection]:
        taken = self._shelf.take(key)
        if isinstance(taken, Slot):
            return taken
        waiter = cast("asyncio.Future[Slot[httpcore.AsyncHTTP11Connection]]", taken)
        try:
            async with asyncio.timeout(allowed(limit_of(request, "pool"))):
                return await waiter
        except BaseException as error:
            for stale in self._shelf.abandon(key, waiter):
                await stale.aclose()
            if isinstance(error, TimeoutError):
                raise httpcore.PoolTimeout from error
            raise

    async def _release(self, key: _Key, connection: httpcore.AsyncHTTP11Connection | None) -> None:
        for surplus in self._shelf.give_back(key, connection):
            await surplus.aclose()

    async def _connected(self, request: httpcore.Request) -> httpcore.AsyncHTTP11Connection:
        """
        A new connection to the origin of *request*.

        Not httpcore's own connection of connections, which also knows HTTP/2, retries and local
        sockets, and takes one more lock for each request.
        """
        origin, limit = request.url.origin, limit_of(request, "connect")
        host = origin.host.decode("ascii")
        context = tls_context(self._options) if origin.scheme == b"https" else None
        stream = await AsyncioBackend().connect_tcp(host, origin.port, limit)
        if context is not None:
            context.set_alpn_protocols(["http/1.1"])
            stream = await stream.start_tls(context, host, limit)
        return httpcore.AsyncHTTP11Connection(origin, stream, self._options.idle_expiry)


class _Pooled:
    """httpcore's own pool, for proxies."""

    def __init__(self, pool: httpcore.AsyncConnectionPool) -> None:
        self._pool = pool

    async def send(self, request: Request) -> tuple[httpcore.Response, Any]:
        sent = core_request(request, async_content(request.body))
        return await self._pool.handle_async_request(sent), None

    async def done(self, lease: Any) -> None:
        """Nothing: closing the response gave the connection back."""

    async def close(self) -> None:
        await self._pool.aclose()

    @property
    def idle(self) -> int:
        return len(self._pool.connections)


def _proxied(proxy: str, options: TransportOptions) -> _Pooled:
    common: dict[str, Any] = {
        "ssl_context": tls_context(options),
        "max_connections": options.max_connections,
        "max_keepalive_connections": options.max_idle,
        "keepalive_expiry": options.idle_expiry,
        "network_backend": AsyncioBackend(),
    }
    address, credentials = proxy_address(proxy)
    if proxy.startswith("socks"):
        return _Pooled(httpcore.AsyncSOCKSProxy(address, proxy_auth=credentials, **common))
    return _Pooled(httpcore.AsyncHTTPProxy(address, proxy_auth=credentials, **common))


class _LoopRoutes:
    """The routes of one loop."""

    def __init__(self) -> None:
        self.routes: dict[str | None, Route] = {}
        self.guard = self._close_with_loop()
        self._ending: asyncio.Task[None] | None = None

    async def _close_with_loop(self) -> AsyncGenerator[None, None]:
        try:
            yield
        finally:
            await self.close()

    async def close(self) -> None:
        # They know their loop, which is not kept alive for them.
        routes, self.routes = self.routes, {}
        for route in routes.values():
            await route.close()

    def end(self) -> None:
        """Close in the background; to be called in the loop."""
        self._ending = asyncio.get_running_loop().create_task(self._ended())

    async def _ended(self) -> None:
        await self.guard.aclose()

    @property
    def idle(self) -> bool:
        return any(route.idle for route in self.routes.values())


_Loops = weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _LoopRoutes]


def _forget(loops: _Loops, pid: int) -> None:
    """Warn about a client that was neither closed nor used in a `with` block, and close it."""
    if _let_go(loops, pid):
        warnings.warn(UNCLOSED, ResourceWarning, stacklevel=2)


def _let_go(loops: _Loops, pid: int) -> bool:
    """Have each loop close its connections; gives whether there were any."""
    idle = [(loop, mine) for loop, mine in loops.items() if mine.idle and pid == os.getpid()]
    for loop, mine in idle:
        with suppress(RuntimeError):  # The loop is closed, and cut them off.
            loop.call_soon_threadsafe(mine.end)
    return bool(idle)


class AioTransport:
    """
    Moves requests and answers over asyncio sockets; one object serves several loops.

    Attributes:
        failures: What routes and answers may raise.
    """

    failures: tuple[type[Exception], ...] = FAILURES

    def __init__(self, options: TransportOptions | None = None) -> None:
        quieten()
        self.options = options or TransportOptions()
        self._loops: _Loops = weakref.WeakKeyDictionary()
        self._pid = os.getpid()
        self._closed = False
        self._inherited: list[_LoopRoutes] = []
        # Not __del__: what is to be closed must not be part of the cycle that is collected.
        self._forgotten = weakref.finalize(self, _forget, self._loops, self._pid)
        self._forgotten.atexit = False

    def let_go(self) -> None:
        """Close in the background, without a word; for owners that nobody closes."""
        self._forgotten.detach()
        _let_go(self._loops, self._pid)

    async def open(self, request: Request) -> Incoming:
        """Send *request* and wait for the head of its answer."""
        request.patience.check()
        route = await self._route(request.origin)
        try:
            response, lease = await route.send(request)
        except self.failures as error:
            raise translate(error, request, self.options) from error
        return CoreIncoming(request, response, (route, lease))

    async def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        assert isinstance(incoming, CoreIncoming)
        if incoming.closed:
            return b""
        if incoming.chunks is None:
            incoming.chunks = aiter(cast("AsyncIterable[bytes]", incoming.response.stream))
        try:
            async for chunk in incoming.chunks:
                if chunk:
                    return bytes(chunk)
        except self.failures as error:
            await self.close_incoming(incoming)
            raise translate(error, incoming.request) from error
        except BaseException:
            await self.close_incoming(incoming)
            raise
        await self.close_incoming(incoming)
        return b""

    async def close_incoming(self, incoming: Incoming) -> None:
        """Let go of an answer; its connection is kept when the body was read to the end."""
        assert isinstance(incoming, CoreIncoming)
        if incoming.closed:
            return
        incoming.closed = True
        try:
            await incoming.response.aclose()
        finally:
            route, lease = incoming.lease
            await route.done(lease)

    async def close(self) -> None:
        """Close the running loop's idle connections; those in use close with their answers."""
        self._closed = True
        routes = self._loops.pop(asyncio.get_running_loop(), None)
        if routes is not None:
            await routes.guard.aclose()

    async def _route(self, origin: Origin) -> Route:
        if self._closed:
            msg = "The client is closed."
            raise ConfigError(msg, hint="Create a new one, or close it later.")
        if self._pid != os.getpid():
            # Kept, since a library that drops its connections says good-bye to the server.
            self._inherited = [*self._loops.values()]
            self._loops.clear()
            self._pid = os.getpid()
        loop = asyncio.get_running_loop()
        mine = self._loops.get(loop)
        if mine is None:
            mine = self._loops[loop] = _LoopRoutes()
            await anext(mine.guard)
        proxy = proxy_for(origin, self.options.proxy, trust_env=self.options.trust_env)
        route = mine.routes.get(proxy)
        if route is None:
            route = mine.routes[proxy] = self.new_route(proxy)
        return route

    def new_route(self, proxy: str | None) -> Route:
        """Connections of the running loop, through *proxy* if there is one."""
        return _Direct(self.options) if proxy is None else _proxied(proxy, self.options)


def async_content(body: bytes | Body | None) -> bytes | AsyncIterator[bytes] | None:
    """What httpcore or httpx sends for *body*; disk reads happen in a worker thread."""
    if body is None or isinstance(body, bytes):
        return body
    return _pieces(body.achunks())


async def _pieces(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    # h11 treats an empty piece as data; a chunked body would then end early.
    async for chunk in chunks:
        if chunk:
            yield chunk
