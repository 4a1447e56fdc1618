"""
asyncio sockets for httpcore, each wait bounded by what the call has left.

A plain protocol instead of asyncio's stream classes or anyio: one callback per read, one future
per wait, and the same `Lease` rule as the blocking twin.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, cast

import httpcore

from polyvox_core.transport.corking import Cork
from polyvox_core.transport.joining import ChunkJoiner
from polyvox_core.transport.network_blocking import allowed, readable

__all__ = ["AsyncioBackend"]

_SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)
_SPACE_BYTES = 64 * 1024


class _Space(threading.local):
    """
    Where sockets put what they receive; one for all connections of a thread.

    asyncio would make an object of 256 KiB for each read. A loop fills this space and hands it
    over within one step, so that connections never meet in it.
    """

    def __init__(self) -> None:
        self.view = memoryview(bytearray(_SPACE_BYTES))


_SPACE = _Space()


class _Wire(asyncio.BufferedProtocol):
    """Holds what arrived until it is read, and wakes whoever waits."""

    def __init__(self) -> None:
        self.held = b""
        self.at_once = _SPACE_BYTES
        self.eof = False
        self.error: Exception | None = None
        self.transport: asyncio.Transport | None = None
        self.reader: asyncio.Future[None] | None = None
        self.writer: asyncio.Future[None] | None = None
        self.write_paused = False
        self.read_paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def get_buffer(self, sizehint: int) -> memoryview:
        return _SPACE.view[: self.at_once]

    def buffer_updated(self, nbytes: int) -> None:
        held = self.held = self.held + _SPACE.view[:nbytes]
        if len(held) > self.at_once and not self.read_paused and self.transport:
            self.read_paused = True
            self.transport.pause_reading()
        self._wake(self.reader)

    def eof_received(self) -> bool:
        self.eof = True
        self._wake(self.reader)
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self.eof = True
        self.error = exc
        self._wake(self.reader)
        self._wake(self.writer)

    def pause_writing(self) -> None:
        self.write_paused = True

    def resume_writing(self) -> None:
        self.write_paused = False
        self._wake(self.writer)

    @staticmethod
    def _wake(waiter: asyncio.Future[None] | None) -> None:
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    def take(self, max_bytes: int) -> bytes:
        taken, self.held = self.held[:max_bytes], self.held[max_bytes:]
        if self.read_paused and len(self.held) < self.at_once and self.transport:
            self.read_paused = False
            if not self.transport.is_closing():
                self.transport.resume_reading()
        return taken


def _time_out(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_exception(TimeoutError())


async def _wait(waiter: asyncio.Future[None], timeout: float | None) -> None:
    left = allowed(timeout)
    if left is None:
        await waiter
        return
    timer = waiter.get_loop().call_later(left, _time_out, waiter)
    try:
        await waiter
    finally:
        timer.cancel()


class AsyncioStream(httpcore.AsyncNetworkStream):
    """One connected socket of the running loop."""

    def __init__(self, wire: _Wire) -> None:
        self._wire = wire
        self._joiner = ChunkJoiner()
        self._cork = Cork()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Receive up to *max_bytes*."""
        if head := self._cork.before_read():
            await self._send(head, timeout)
        max_bytes = min(max_bytes, self._joiner.read_max)
        while True:
            received = await self._receive(max_bytes, timeout)
            shown = self._joiner.feed(received) if received else self._joiner.finish()
            if shown or not received:
                return shown

    async def _receive(self, max_bytes: int, timeout: float | None) -> bytes:
        wire = self._wire
        wire.at_once = max_bytes
        while not wire.held:
            if wire.error is not None:
                raise httpcore.ReadError(str(wire.error)) from wire.error
            if wire.eof:
                return b""
            wire.reader = asyncio.get_running_loop().create_future()
            try:
                await _wait(wire.reader, timeout)
            except TimeoutError as error:
                raise httpcore.ReadTimeout from error
            finally:
                wire.reader = None
        if allowed(timeout) == 0:
            raise httpcore.ReadTimeout
        return wire.take(max_bytes)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send *buffer*, a head with what follows; returns when the socket has room again."""
        for piece in self._cork.written(buffer):
            await self._send(piece, timeout)

    async def _send(self, piece: bytes, timeout: float | None) -> None:
        wire = self._wire
        if not piece:
            return
        if wire.transport is None or wire.transport.is_closing():
            raise httpcore.WriteError(str(wire.error or "the connection is closed"))
        wire.transport.write(piece)
        while wire.write_paused:
            if wire.eof:
                raise httpcore.WriteError(str(wire.error or "the connection was closed"))
            wire.writer = asyncio.get_running_loop().create_future()
            try:
                await _wait(wire.writer, timeout)
            except TimeoutError as error:
                raise httpcore.WriteTimeout from error
            finally:
                wire.writer = None
        if allowed(timeout) == 0:
            raise httpcore.WriteTimeout

    async def aclose(self) -> None:
        """Close the socket without waiting for the peer."""
        if self._wire.transport is not None:
            # abort(), since a clean TLS shutdown would wait for a peer that may be silent.
            self._wire.transport.abort()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Do the TLS handshake."""
        wire = _Wire()
        loop = asyncio.get_running_loop()
        assert self._wire.transport is not None
        try:
            async with asyncio.timeout(allowed(timeout)):
                transport = await loop.start_tls(
                    self._wire.transport, wire, ssl_context, server_hostname=server_hostname
                )
        except TimeoutError as error:
            await self.aclose()
            raise httpcore.ConnectTimeout from error
        except (OSError, EOFError) as error:
            await self.aclose()
            raise httpcore.ConnectError(str(error)) from error
        except BaseException:
            await self.aclose()
            raise
        if transport is None:
            msg = "the connection was closed during the TLS handshake"
            raise httpcore.ConnectError(msg)
        wire.transport = transport
        return AsyncioStream(wire)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks about the socket."""
        wire = self._wire
        if info == "is_readable":
            if wire.eof or wire.held or wire.transport is None:
                return True
            sock = wire.transport.get_extra_info("socket")
            return sock is None or readable(sock)
        return wire.transport.get_extra_info(info) if wire.transport else None


def _is_address(host: str) -> bool:
    """Whether *host* is an address, so that there is nothing to try side by side."""
    for family in (socket.AF_INET, socket.AF_INET6):
        with suppress(OSError):
            return bool(socket.inet_pton(family, host))
    return False


class AsyncioBackend(httpcore.AsyncNetworkBackend):
    """Opens sockets of the running loop."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to *host*, trying its addresses side by side."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(allowed(timeout)):
                _, wire = await loop.create_connection(
                    _Wire, host, port, happy_eyeballs_delay=None if _is_address(host) else 0.25
                )
        except TimeoutError as error:
            raise httpcore.ConnectTimeout from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        return AsyncioStream(wire)
