"""
A caller's own httpx client (or transport) as ours; the one module that imports httpx.

httpx2, its successor with the same interface, works too: names are looked up in the module that
the given object comes from. Time limits become httpx's own, so a total holds only between two
reads for blocking clients, and by a timer for the others. The client's connections, proxies and
TLS settings are used as they are; cookies that answers set are not sent back.
"""

from __future__ import annotations

import ssl
import sys
from collections.abc import AsyncIterator
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
    TimeoutExpired,
    WriteTimeout,
)
from polyvox_core.flow import Incoming
from polyvox_core.message import Headers, Request
from polyvox_core.transport.aio import async_content
from polyvox_core.transport.bounding import in_time
from polyvox_core.transport.quiet import quieten

__all__ = [
    "AsyncClientTransport",
    "ClientTransport",
    "async_transport_of",
    "library",
    "transport_of",
]

# By name, since they may be those of httpx, of httpx2 or of the library below a transport.
_ERRORS: dict[str, type[PolyvoxError]] = {
    "ConnectTimeout": ConnectTimeout,
    "ReadTimeout": ReadTimeout,
    "WriteTimeout": WriteTimeout,
    "PoolTimeout": PoolTimeout,
    "ConnectError": ConnectFailed,
    "TransportError": ConnectionFailed,
    # aiohttp's; httpx-aiohttp takes a connection that broke for one that never was.
    "ConnectionTimeoutError": ConnectTimeout,
    "ServerTimeoutError": ReadTimeout,
    "ClientConnectorError": ConnectFailed,
    "ClientError": ConnectionFailed,
}
_LIBRARIES = frozenset({"aiohttp", "anyio", "h11", "httpcore", "httpcore2"})
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
        self._cookies = self._module.Cookies(getattr(client, "cookies", None))

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
        prepared = self._client.build_request(
            request.method, url, headers=request.headers, content=content, timeout=timeout
        )
        if "cookie" in prepared.headers and not _sets_cookies(request):
            # Only those that the caller's client brought: others were set for another user.
            del prepared.headers["cookie"]
            self._cookies.set_cookie_header(prepared)
        return prepared

    def _incoming(self, request: Request, response: Any) -> _BridgedIncoming:
        try:
            # An event hook, or a transport made for tests, may have read it already.
            content = response.content
        except self._module.ResponseNotRead:
            content = None
        return _BridgedIncoming(request, response, content)

    def _failure(self, error: Exception, request: Request) -> Exception:
        """What to raise for *error*: one of ours, unless no HTTP library raised it."""
        original = error
        if _library_of(error.__cause__) == "aiohttp":
            original = cast("Exception", error.__cause__)
        names = [one.__name__ for one in type(original).__mro__]
        ours = next((_ERRORS[name] for name in names if name in _ERRORS), None)
        if ours is None:
            if isinstance(error, ssl.SSLError) or _library_of(error) in _LIBRARIES:
                ours = ConnectionFailed
            elif _library_of(error) != self._module.__name__:
                return error
        failure = self._worded(ours, original, request)
        # It would show the head of the request.
        failure.__cause__ = None if "ClientResponseError" in names else error
        return failure

    @staticmethod
    def _worded(
        ours: type[PolyvoxError] | None, error: Exception, request: Request
    ) -> PolyvoxError:
        reason = type(error).__name__
        if ours is None:
            msg = f"The request cannot be sent with the HTTP client that was passed: {reason}."
            return ConfigError(msg, hint="Check its settings, and base_url.")
        words = getattr(error, "message", str(error))
        msg = f"The HTTP client that was passed failed: {words or reason}."
        failure = ours(msg, hint="Its own settings decide about connections.")
        if isinstance(failure, TimeoutExpired):
            return request.patience.verdict(failure)
        return failure


def _library_of(error: BaseException | None) -> str:
    return type(error).__module__.partition(".")[0]


def _sets_cookies(request: Request) -> bool:
    return any(name.lower() == "cookie" for name, _ in request.headers)


class ClientTransport(_Bridge):
    """Moves requests over a caller's `httpx.Client`."""

    def open(self, request: Request) -> Incoming:
        """Send *request* and wait for the head of its answer."""
        body = request.body
        content = body if body is None or isinstance(body, bytes) else body.chunks()
        prepared = self._request(request, content)
        try:
            response = self._client.send(prepared, stream=True, auth=None, follow_redirects=False)
        except Exception as error:  # noqa: BLE001 - all but ours go on as they are
            failure = self._failure(error, request)
        else:
            return self._incoming(request, response)
        # Not within the handler: what was raised may hold the head of the request.
        raise failure

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
        except Exception as error:  # noqa: BLE001 - all but ours go on as they are
            failure = self._failure(error, incoming.request)
        raise failure

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
        sending = self._client.send(prepared, stream=True, auth=None, follow_redirects=False)
        try:
            response = await in_time(request, sending)
        except Exception as error:  # noqa: BLE001 - all but ours go on as they are
            failure = self._failure(error, request)
        else:
            return self._incoming(request, response)
        raise failure

    async def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        assert isinstance(incoming, _BridgedIncoming)
        if (content := incoming.take_content()) is not None:
            return content
        if incoming.chunks is None:
            incoming.chunks = incoming.response.aiter_raw()
        incoming.request.patience.check()
        try:
            return await in_time(incoming.request, _next(incoming.chunks))
        except Exception as error:  # noqa: BLE001 - all but ours go on as they are
            failure = self._failure(error, incoming.request)
        raise failure

    async def close_incoming(self, incoming: Incoming) -> None:
        """Let go of an answer."""
        assert isinstance(incoming, _BridgedIncoming)
        incoming.closed = True
        await incoming.response.aclose()

    async def close(self) -> None:
        """Close the client, if it was made here."""
        if self._owns_client:
            await self._client.aclose()


async def _next(chunks: AsyncIterator[bytes]) -> bytes:
    async for chunk in chunks:
        if chunk:
            return bytes(chunk)
    return b""


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
