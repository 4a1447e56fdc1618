"""
One connection of the fault server: reading requests, carrying steps out, leaving.

Everything is bounded by the server's own time limit, and ends at once when the client leaves or
the server is stopped.
"""

from __future__ import annotations

import select
import socket
import struct
import time
from collections.abc import Callable

from polyvox.testing.faults.steps import (
    Dribble,
    End,
    HeadOnly,
    Repeat,
    Reset,
    Script,
    Send,
    Silence,
    Step,
    Unread,
)

__all__ = ["Gone", "Wire"]

_GONE = select.POLLHUP | select.POLLERR | getattr(select, "POLLRDHUP", 0)


class Gone(Exception):
    """The connection is over."""


class Wire:
    """
    A connection to one client.

    Args:
        sock: The connected socket.
        until: Moment, on the monotonic clock, at which everything ends.
        arrived: Called with the raw bytes of each request.
    """

    def __init__(self, sock: socket.socket, until: float, arrived: Callable[[bytes], None]) -> None:
        self._sock = sock
        self._until = until
        self._arrived = arrived
        self._pending = b""

    def read_head(self) -> None:
        """Wait for the head of the next request."""
        while b"\r\n\r\n" not in self._pending:
            self._pending += self._receive()

    def follow(self, script: Script) -> None:
        """
        Read the rest of the request as far as *script* wants it, and carry the script out.

        Raises:
            Gone: The connection is over.
        """
        first = script[0] if script else None
        if not isinstance(first, Unread):
            self._arrived(self._request(whole=not isinstance(first, HeadOnly)))
        for step in script:
            self._perform(step)

    def _perform(self, step: Step) -> None:
        if isinstance(step, Send):
            self._send(step.content)
        elif isinstance(step, Dribble):
            for start in range(0, len(step.content), step.size_bytes):
                self._send(step.content[start : start + step.size_bytes])
                self._wait(step.seconds)
        elif isinstance(step, Repeat):
            sent = 0
            while step.times is None or sent < step.times:
                self._send(step.content)
                self._wait(step.seconds)
                sent += 1
        elif isinstance(step, Silence):
            self._wait(step.seconds)
        elif isinstance(step, Reset):
            self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raise Gone
        elif isinstance(step, End):
            raise Gone

    def _left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise Gone
        return left

    def _send(self, content: bytes) -> None:
        try:
            self._sock.settimeout(self._left())
            self._sock.sendall(content)
        except OSError as error:
            raise Gone from error

    def _wait(self, seconds: float | None) -> None:
        """Wait, but not for a client that has left."""
        left = self._left()
        seconds = left if seconds is None else min(seconds, left)
        poller = select.poll()
        try:
            poller.register(self._sock, _GONE)
        except (OSError, ValueError) as error:
            raise Gone from error
        if poller.poll(seconds * 1000):
            raise Gone

    def _receive(self) -> bytes:
        try:
            self._sock.settimeout(self._left())
            received = self._sock.recv(65536)
        except OSError as error:
            raise Gone from error
        if not received:
            raise Gone
        return received

    def _request(self, *, whole: bool) -> bytes:
        """The raw bytes of the request whose head is there."""
        start = self._pending.index(b"\r\n\r\n") + 4
        fields = self._pending[:start].lower()
        if not whole:
            end = start
        elif b"\r\ntransfer-encoding: chunked" in fields:
            end = self._end_of_chunks(start)
        else:
            _, found, rest = fields.partition(b"\r\ncontent-length:")
            end = start + (int(rest.partition(b"\r\n")[0]) if found else 0)
            self._fill(end)
        request, self._pending = self._pending[:end], self._pending[end:]
        return request

    def _fill(self, length: int) -> None:
        while len(self._pending) < length:
            self._pending += self._receive()

    def _end_of_chunks(self, at: int) -> int:
        """Where the chunked body that begins *at* ends; trailers are not expected."""
        while True:
            while (line := self._pending.find(b"\r\n", at)) < 0:
                self._pending += self._receive()
            size = int(self._pending[at:line].partition(b";")[0], 16)
            at = line + 2 + size + 2
            self._fill(at)
            if not size:
                return at
