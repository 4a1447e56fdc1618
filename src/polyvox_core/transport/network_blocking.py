"""
Blocking sockets for httpcore, each wait bounded by what the call has left.

httpcore passes a timeout with every read and write. Ours is a `Lease`, which is asked anew each
time, so that a server which dribbles bytes cannot outlive the call's total.
"""

from __future__ import annotations

import select
import socket
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from polyvox_core.timeouts import Lease
from polyvox_core.transport.corking import Cork
from polyvox_core.transport.joining import ChunkJoiner

__all__ = ["BlockingBackend", "allowed", "readable"]

_SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)


def allowed(timeout: float | None) -> float | None:
    """Seconds that may be waited now; None without a limit, 0 when time is up."""
    return timeout.now() if isinstance(timeout, Lease) else timeout


def readable(sock: socket.socket) -> bool:
    """Whether *sock* has something to read; an idle connection that has was closed."""
    try:
        if sock.fileno() < 0:
            return True
        if not hasattr(select, "poll"):  # pragma: no cover - Windows has no poll
            return bool(select.select([sock], [], [], 0)[0])
        poller = select.poll()
        poller.register(sock, select.POLLIN | select.POLLERR | select.POLLHUP)
        return bool(poller.poll(0))
    except (OSError, ValueError):
        return True


class BlockingStream(httpcore.NetworkStream):
    """One connected socket."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._joiner = ChunkJoiner()
        self._cork = Cork()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Receive up to *max_bytes*."""
        if head := self._cork.before_read():
            self._send(head, timeout)
        max_bytes = min(max_bytes, self._joiner.read_max)
        try:
            while True:
                left = allowed(timeout)
                if left == 0:
                    raise httpcore.ReadTimeout
                self._sock.settimeout(left)
                received = self._sock.recv(max_bytes)
                shown = self._joiner.feed(received) if received else self._joiner.finish()
                if shown or not received:
                    return shown
        except TimeoutError as error:
            raise httpcore.ReadTimeout(str(error)) from error
        except (OSError, ValueError) as error:
            raise httpcore.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of *buffer*; a head waits for what follows it."""
        for piece in self._cork.written(buffer):
            self._send(piece, timeout)

    def _send(self, piece: bytes, timeout: float | None) -> None:
        view = memoryview(piece)
        try:
            while view:
                left = allowed(timeout)
                if left == 0:
                    raise httpcore.WriteTimeout
                self._sock.settimeout(left)
                view = view[self._sock.send(view) :]
        except TimeoutError as error:
            raise httpcore.WriteTimeout(str(error)) from error
        except (OSError, ValueError) as error:
            raise httpcore.WriteError(str(error)) from error

    def close(self) -> None:
        """Close the socket."""
        self._sock.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Do the TLS handshake; the socket's timeout bounds it as a whole."""
        try:
            left = allowed(timeout)
            if left == 0:
                raise httpcore.ConnectTimeout
            self._sock.settimeout(left)
            secured = ssl_context.wrap_socket(self._sock, server_hostname=server_hostname)
        except TimeoutError as error:
            self.close()
            raise httpcore.ConnectTimeout(str(error)) from error
        except OSError as error:
            self.close()
            raise httpcore.ConnectError(str(error)) from error
        except BaseException:
            self.close()
            raise
        return BlockingStream(secured)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks about the socket."""
        if info == "is_readable":
            return readable(self._sock)
        if info == "ssl_object":
            # httpcore asks it for the negotiated protocol; an SSLSocket answers that itself.
            return self._sock if isinstance(self._sock, ssl.SSLSocket) else None
        return self._sock if info == "socket" else None


class BlockingBackend(httpcore.NetworkBackend):
    """Opens blocking sockets."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of *host* that answers; all share one time limit."""
        try:
            addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        failure: Exception = httpcore.ConnectError(f"no address for {host}")
        for family, kind, protocol, _, address in addresses:
            left = allowed(timeout)
            if left == 0:
                raise httpcore.ConnectTimeout
            sock = socket.socket(family, kind, protocol)
            try:
                sock.settimeout(left)
                sock.connect(address)
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as error:
                sock.close()
                kinds = httpcore.ConnectTimeout, httpcore.ConnectError
                failure = kinds[not isinstance(error, TimeoutError)](str(error))
                failure.__cause__ = error
            except BaseException:
                sock.close()
                raise
            else:
                return BlockingStream(sock)
        raise failure
