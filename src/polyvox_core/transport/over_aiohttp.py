"""
The asyncio transport over aiohttp's connections and parser; the one module that imports aiohttp.

A session for each loop and proxy that keeps no cookies, follows no redirects, unpacks nothing,
resends nothing and adds no header. Waiting for a connection and stalls of a body are timed here,
since aiohttp has no limits for them; targets and headers leave as they were made.
"""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import aiohttp
import httpcore
from aiohttp.http import HttpProcessingError
from aiohttp.streams import EmptyStreamReader
from multidict import CIMultiDict
from yarl import URL

from polyvox_core.errors import ConfigError
from polyvox_core.flow import Incoming
from polyvox_core.message import Request
from polyvox_core.transport.aio import Route, async_content
from polyvox_core.transport.bounding import BoundedTransport
from polyvox_core.transport.exchange import CoreIncoming
from polyvox_core.transport.leases import Leases
from polyvox_core.transport.options import TransportOptions, tls_context
from polyvox_core.transport.proxies import proxy_address

__all__ = ["AiohttpTransport"]

# The longest line of a head; aiohttp's own 8 KiB are less than other HTTP libraries take.
_LINE_MAX = 64 * 1024
_LINES_MAX = 1000
_CHUNKED = "Transfer-Encoding"
_PIECE_BYTES = 64 * 1024
_ADDED_HEADERS = ("User-Agent", "Accept", "Accept-Encoding", "Content-Type")
_RAISED = (aiohttp.ClientError, HttpProcessingError, OSError)


class _Answer:
    """An answer of aiohttp as httpcore's looks; each reading takes all that has arrived."""

    __slots__ = ("_content", "_response", "extensions", "headers", "status", "stream")

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response
        self._content = response.content
        self.status = response.status
        self.headers = response.raw_headers
        self.extensions: dict[str, Any] = {}
        self.stream = self

    def at_hand(self) -> bytes:
        """What has arrived and was not read yet, also when the connection is broken by now."""
        if isinstance(self._content, EmptyStreamReader):
            return b""
        # Its public twin loses what had arrived before a break.
        return self._content._read_nowait(-1)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]  # see above

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        try:
            chunk = await self._content.readany()
        except _RAISED as error:
            raise _core_error(error) from error
        if not chunk:
            raise StopAsyncIteration
        return chunk

    async def aclose(self) -> None:
        """Let go of the connection; it is closed if there is more to come."""
        if not self._content.is_eof():
            self._response.close()


class _Sending:
    """
    The body of a request, piece by piece, with a limit for each to be taken.

    Attributes:
        failure: What the body itself raised; that of a caller's file, for instance.
        done: Whether nobody waits for the sending any more.
    """

    def __init__(self, request: Request, guard: asyncio.Timeout) -> None:
        self._request = request
        self._guard = guard
        self._now = asyncio.get_running_loop().time
        self.failure: Exception | None = None
        self.done = False

    async def pieces(self) -> AsyncIterator[bytes]:
        """The pieces, for aiohttp's writer."""
        patience = self._request.patience
        try:
            async for piece in _pieces(self._request):
                self._limit(patience.allow(patience.timeouts.write))
                yield piece
                self._limit(None)
        except Exception as error:
            self.failure = error
            raise

    def verdict(self, error: Exception) -> Exception:
        """What it was, when aiohttp raises *error*."""
        if self._guard.expired():
            return httpcore.WriteTimeout()
        return self.failure or _core_error(error)

    def _limit(self, seconds: float | None) -> None:
        if not self.done:
            self._guard.reschedule(None if seconds is None else self._now() + seconds)


class _Session:
    """Connections of one loop, directly or through one proxy."""

    def __init__(self, options: TransportOptions, proxy: str | None) -> None:
        self._seats = asyncio.Semaphore(options.max_connections)
        self._tunnel = _Tunnel(proxy)
        self._leases = Leases()
        context = tls_context(options)
        if options.max_idle:
            # aiohttp has no bound for idle connections but none at all.
            keep = options.idle_expiry
            connector = aiohttp.TCPConnector(limit=0, ssl=context, keepalive_timeout=keep)
        else:
            connector = aiohttp.TCPConnector(limit=0, ssl=context, force_close=True)
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=_ADDED_HEADERS,
            auto_decompress=False,
            max_line_size=_LINE_MAX,
            max_field_size=_LINE_MAX,
            max_headers=_LINES_MAX,
        )
        # Its own second try would multiply with the retries of the call.
        self._session._retry_connection = False  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]  # nothing public says it

    async def send(self, request: Request) -> tuple[_Answer, None]:
        await self._seat(request)
        first = not self._leases.used
        self._leases.take()
        try:
            if not first:
                # The loop learns only between two steps that idle connections were closed.
                for _ in range(2):
                    await asyncio.sleep(0)
            return await self._answer(request), None
        except BaseException:
            await self.done(None)
            raise

    async def _seat(self, request: Request) -> None:
        if not self._seats.locked():
            await self._seats.acquire()
            return
        patience = request.patience
        try:
            async with asyncio.timeout(patience.allow(patience.timeouts.pool)):
                await self._seats.acquire()
        except TimeoutError as error:
            raise httpcore.PoolTimeout from error

    async def _answer(self, request: Request) -> _Answer:
        body = request.body
        sending: _Sending | None = None
        try:
            if body is None or (isinstance(body, bytes) and len(body) <= _PIECE_BYTES):
                return _Answer(await self._asked(request, body))
            async with asyncio.timeout(None) as guard:
                sending = _Sending(request, guard)
                try:
                    return _Answer(await self._asked(request, sending.pieces()))
                finally:
                    sending.done = True
        except (*_RAISED, ValueError) as error:
            failed = _core_error(error) if sending is None else sending.verdict(error)
        # Not within the handler: what aiohttp raises may hold the head of the request.
        raise failed

    async def _asked(self, request: Request, body: Any) -> aiohttp.ClientResponse:
        limits, allow = request.patience.timeouts, request.patience.allow
        origin = request.origin
        headers = CIMultiDict(
            (name, _as_utf8(name, text))
            for name, text in request.headers
            if name != _CHUNKED  # It adds this one itself, and refuses a second.
        )
        return await self._session.request(
            request.method,
            URL(f"{origin.scheme}://{origin.netloc}{request.target}", encoded=True),
            headers=self._tunnel.beside(headers, origin.scheme),
            data=body,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(
                total=None, connect=allow(limits.connect), sock_read=allow(limits.read)
            ),
            proxy=self._tunnel.address,
            proxy_headers=self._tunnel.headers,
            middlewares=() if body is not None or "Content-Length" in headers else (_bare,),
        )

    async def done(self, lease: None) -> None:  # noqa: ARG002 - that of a route
        self._seats.release()
        if self._leases.give():
            await self._session.close()

    async def close(self) -> None:
        # The session would take away connections that are in use.
        if self._leases.close():
            await self._session.close()

    @property
    def idle(self) -> int:
        return int(self._leases.used)


class _Tunnel:
    """A proxy, or none."""

    def __init__(self, proxy: str | None) -> None:
        self.address: URL | None = None
        self.headers: dict[str, str] | None = None
        if proxy is None:
            return
        if proxy.startswith("socks"):
            msg = "aiohttp does not speak with SOCKS proxies."
            raise ConfigError(msg, hint="Leave transport= out, or pass transport='httpx'.")
        address, credentials = proxy_address(proxy)
        self.address = URL(address)
        if credentials is not None:
            words = b64encode(b":".join(credentials)).decode("ascii")
            self.headers = {"Proxy-Authorization": f"Basic {words}"}

    def beside(self, headers: CIMultiDict[str], scheme: str) -> CIMultiDict[str]:
        """The *headers* of a request; without a tunnel the proxy's credential is among them."""
        if self.headers is not None and scheme == "http":
            headers.extend(self.headers)
        return headers


class AiohttpTransport(BoundedTransport):
    """Moves requests and answers over aiohttp; one object serves several loops."""

    def new_route(self, proxy: str | None) -> Route:
        """A session of the running loop, through *proxy* if there is one."""
        return _Session(self.options, proxy)

    async def read(self, incoming: Incoming) -> bytes:
        """The next bytes of the body; empty at its end."""
        assert isinstance(incoming, CoreIncoming)
        response: Any = incoming.response
        in_time = not incoming.closed and incoming.request.patience.allow(None) != 0
        # What is there needs no timer.
        if in_time and (chunk := response.at_hand()):
            return bytes(chunk)
        return await super().read(incoming)


async def _bare(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """Send a *request* without body as it was made: aiohttp adds a length to some."""
    request.headers.pop("Content-Length", None)
    return await handler(request)


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    content = async_content(request.body)
    if isinstance(content, bytes):
        for start in range(0, len(content), _PIECE_BYTES):
            yield content[start : start + _PIECE_BYTES]
        return
    assert content is not None
    async for piece in content:
        yield piece


def _as_utf8(name: str, text: str) -> str:
    """The *text* whose UTF-8, the only form that aiohttp sends, has the bytes of our Latin-1."""
    if text.isascii():
        return text
    with suppress(UnicodeDecodeError):
        return text.encode("latin-1").decode("utf-8")
    msg = f"aiohttp cannot send the header {name}: its value is not UTF-8."
    raise ConfigError(msg, hint="Write it in ASCII, or leave transport= out.")


def _core_error(error: Exception) -> Exception:
    """What httpcore would have raised; it holds nothing of the request."""
    made = _kind(error)(_words(error))
    if not isinstance(error, aiohttp.ClientResponseError):
        made.__cause__ = error
    return made


def _kind(error: Exception) -> type[Exception]:
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return httpcore.ConnectTimeout
    if isinstance(error, aiohttp.ServerTimeoutError):
        return httpcore.ReadTimeout
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return httpcore.ProxyError
    if isinstance(error, (aiohttp.ClientConnectorError, aiohttp.ServerFingerprintMismatch)):
        return httpcore.ConnectError
    if isinstance(error, ValueError):
        return httpcore.LocalProtocolError
    return httpcore.RemoteProtocolError


def _words(error: Exception) -> str:
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return str(error.certificate_error)
    if isinstance(error, aiohttp.ClientConnectorError):
        return str(error.os_error)
    if isinstance(error, aiohttp.ClientResponseError):
        return f"{error.status} {error.message}"
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return "the server disconnected"
    return str(error)
