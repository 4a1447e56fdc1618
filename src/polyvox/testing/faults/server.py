"""
The fault server: a server on loopback that does to its clients exactly what a script says.

Raw sockets and one thread per connection, so that nothing between script and wire repairs a
fault. It ends cleanly and soon, whatever its clients do.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from types import TracebackType
from typing import Self

from attrs import frozen

from polyvox.testing.faults.scenarios import scenario
from polyvox.testing.faults.steps import Script, Step, Unread, script_from
from polyvox.testing.faults.wire import Gone, Wire
from polyvox_core.errors import ConfigError

__all__ = ["Connections", "FaultServer"]


@frozen
class Connections:
    """
    Connections of a fault server.

    Attributes:
        count: Accepted so far.
        open: Open now.
    """

    count: int
    open: int


class FaultServer:
    """
    A server that follows scripts; use it in a `with` block.

    Args:
        scripts: One for each request, in their order of arrival; the last one is repeated.
            Each is a list of steps; a lone step is a script of its own.
        limit: Seconds after which a connection ends, whatever its script says.
        ssl_context: Speak TLS with this context.

    Attributes:
        requests: Raw bytes of the requests that were read, head and body.

    Raises:
        ConfigError: There is no script, or something in one is not a step.
    """

    def __init__(
        self,
        *scripts: Script | Step,
        limit: float = 30.0,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        if not scripts:
            msg = "A fault server needs a script, and got none."
            hint = "Pass FaultServer([answer({})]), or play a scenario: FaultServer.of('answer')."
            raise ConfigError(msg, hint=hint)
        self._scripts = tuple(script_from(script) for script in scripts)
        self._limit = limit
        self._ssl_context = ssl_context
        self.requests: list[bytes] = []
        self._changed = threading.Condition()
        self._served = self._count = 0
        self._stopped = False
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []

    @classmethod
    def of(
        cls, name: str, *, limit: float = 30.0, ssl_context: ssl.SSLContext | None = None
    ) -> Self:
        """
        A server that plays the ready-made scenario *name*; see `SCENARIOS`.

        Raises:
            ConfigError: There is no such scenario; the message suggests the nearest.
        """
        return cls(*scenario(name).scripts, limit=limit, ssl_context=ssl_context)

    def __enter__(self) -> Self:
        """Listen on a free port of 127.0.0.1."""
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End every connection, and wait for the threads."""
        with self._changed:
            self._stopped = True
            leaving = [*self._open]
        for sock in leaving:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError):
            # Wakes the accepting thread on every system.
            socket.create_connection(self._listener.getsockname(), timeout=1).close()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    @property
    def address(self) -> tuple[str, int]:
        """Host and port."""
        host, port = self._listener.getsockname()[:2]
        return host, port

    @property
    def url(self) -> str:
        """Address of the server, to be used as a `base_url`."""
        scheme = "http" if self._ssl_context is None else "https"
        return f"{scheme}://{self.address[0]}:{self.address[1]}"

    @property
    def connections(self) -> Connections:
        """How many connections there were, and are."""
        with self._changed:
            return Connections(self._count, len(self._open))

    def wait_until_left(self, timeout: float = 5.0) -> bool:
        """Whether all clients left within *timeout* seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._open, timeout)

    def wait_for_requests(self, count: int, timeout: float = 5.0) -> bool:
        """Whether *count* requests in total arrived within *timeout* seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.requests) >= count, timeout)

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]  # methods of this class
        self._threads = [one for one in self._threads if one.is_alive()]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            sock, _ = self._listener.accept()
            with self._changed:
                if self._stopped:
                    sock.close()
                    return
                self._count += 1
                self._open.add(sock)
            self._start(self._serve, sock)

    def _serve(self, sock: socket.socket) -> None:
        until = time.monotonic() + self._limit
        secured = sock
        try:
            with contextlib.suppress(Gone, OSError):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                script = self._next(unread=True)
                if script is not None:
                    Wire(sock, until, self._arrived).follow(script)
                secured = self._secured(sock)
                wire = Wire(secured, until, self._arrived)
                while True:
                    wire.read_head()
                    wire.follow(self._next() or ())
        finally:
            secured.close()
            sock.close()
            with self._changed:
                self._open -= {sock, secured}
                self._changed.notify_all()

    def _secured(self, sock: socket.socket) -> socket.socket:
        if self._ssl_context is None:
            return sock
        sock.settimeout(self._limit)
        secured = self._ssl_context.wrap_socket(sock, server_side=True)
        with self._changed:
            # wrap_socket detached the plain one.
            self._open.discard(sock)
            self._open.add(secured)
        return secured

    def _next(self, *, unread: bool = False) -> Script | None:
        """The script of the next request; with *unread*, only if it needs none to be read."""
        with self._changed:
            script = self._scripts[min(self._served, len(self._scripts) - 1)]
            if unread and not (script and isinstance(script[0], Unread)):
                return None
            self._served += 1
            return script

    def _arrived(self, request: bytes) -> None:
        with self._changed:
            self.requests.append(request)
            self._changed.notify_all()
