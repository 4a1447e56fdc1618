"""
A small HTTP/1.1 server that keeps the very bytes of each request and answers with given bytes.
"""

from __future__ import annotations

import socket
import threading
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeAlias

__all__ = ["Recorder", "Reply", "answer", "json_answer"]

Reply: TypeAlias = bytes | Callable[[bytes], bytes]
"""An answer's bytes, or a function that makes them of the request's."""


def answer(
    body: bytes = b"",
    content_type: str | None = None,
    *,
    status: str = "200 OK",
    headers: tuple[str, ...] = (),
) -> bytes:
    """The bytes of a complete answer."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}"]
    if content_type is not None:
        lines.append(f"Content-Type: {content_type}")
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode() + body


def json_answer(text: str, *, status: str = "200 OK", headers: tuple[str, ...] = ()) -> bytes:
    """The bytes of an answer that holds JSON."""
    return answer(text.encode(), "application/json", status=status, headers=headers)


class Recorder:
    """
    The server; use it in a `with` block.

    Attributes:
        host: Host and port, as in a Host header.
        requests: The bytes of each request, in order of arrival.
        connections: How many connections were opened.

    An answer without a Content-Length ends with its connection.
    """

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.host = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.url = f"http://{self.host}"
        self.requests: list[bytes] = []
        self.connections = 0
        self._replies: deque[Reply] = deque()
        self._always: Reply | None = None
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._closing = False

    def reply(self, *replies: Reply) -> None:
        """Answer the next requests with *replies*, one each."""
        self._replies.extend(replies)

    def always(self, reply: Reply) -> None:
        """Answer every further request with *reply*."""
        self._always = reply

    def heads(self) -> list[str]:
        """The request lines, without the version."""
        lines = (request.partition(b"\r\n")[0].decode() for request in self.requests)
        return [line.removesuffix(" HTTP/1.1") for line in lines]

    def header(self, name: str, position: int = -1) -> str | None:
        """A header of the request at *position*."""
        head = self.requests[position].partition(b"\r\n\r\n")[0].decode("latin-1")
        for line in head.split("\r\n")[1:]:
            found, _, value = line.partition(": ")
            if found.lower() == name.lower():
                return value
        return None

    def body(self, position: int = -1) -> bytes:
        """The body of the request at *position*."""
        return self.requests[position].partition(b"\r\n\r\n")[2]

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._threads[0].start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop, and wait for all threads."""
        self._closing = True
        # Wakes the thread that waits for connections.
        socket.create_connection(self._listener.getsockname()).close()
        self._threads[0].join()
        self._listener.close()
        with self._lock:
            for connection in self._open:
                _hang_up(connection)
        for thread in self._threads[1:]:
            thread.join()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._closing:
                connection.close()
                return
            with self._lock:
                self.connections += 1
                self._open.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                while request := _read_request(connection):
                    with self._lock:
                        self.requests.append(request)
                        reply = self._next()
                    sent = reply(request) if callable(reply) else reply
                    connection.sendall(sent)
                    if b"\r\nContent-Length:" not in sent and b"chunked" not in sent:
                        _hang_up(connection)
                        return
            except OSError:
                return  # The client hung up.

    def _next(self) -> Reply:
        if self._replies:
            return self._replies.popleft()
        return self._always or answer(b"no answer planned", status="500 Unplanned")


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # Closed already.


def _read_request(connection: socket.socket) -> bytes:
    """The bytes of one request; empty when the client hung up before it."""
    received = b""
    while b"\r\n\r\n" not in received:
        if not (chunk := connection.recv(65536)):
            return b""
        received += chunk
    head, _, body = received.partition(b"\r\n\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    length = int(fields.get(b"content-length", 0))
    chunked = fields.get(b"transfer-encoding") == b"chunked"
    while (not body.endswith(b"0\r\n\r\n")) if chunked else len(body) < length:
        if not (chunk := connection.recv(65536)):
            break
        body += chunk
    return head + b"\r\n\r\n" + body
