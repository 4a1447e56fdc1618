"""
A plain HTTP proxy on loopback, which forwards what it is given and remembers where to.
"""

from __future__ import annotations

import socket
import socketserver
import threading
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

__all__ = ["LoopbackProxy"]


class LoopbackProxy:
    """
    The proxy; use it in a `with` block.

    Attributes:
        url: Its address.
        targets: Whole addresses of the requests, in order of arrival.
        heads: Heads of the requests, as they came.
    """

    def __init__(self) -> None:
        self.targets: list[str] = []
        self.heads: list[str] = []
        proxy = self

        class Handler(socketserver.StreamRequestHandler):
            """Forwards one request, and closes."""

            def handle(self) -> None:
                """Read the request, send it on, and give back what comes."""
                head = b""
                while not head.endswith(b"\r\n\r\n"):
                    line = self.rfile.readline()
                    if not line:
                        return
                    head += line
                proxy.forward(head, self)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def forward(self, head: bytes, client: socketserver.StreamRequestHandler) -> None:
        """Send the request on to its server, and the answer back."""
        lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
        method, target, version = lines[0].split(" ")
        self.targets.append(target)
        self.heads.append(head.decode("latin-1"))
        fields = {name.lower(): value for name, _, value in (x.partition(": ") for x in lines[1:])}
        body = client.rfile.read(int(fields.get("content-length", "0")))
        parts = urlsplit(target)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        kept = [line for line in lines[1:] if not line.lower().startswith("proxy-")]
        sent = "\r\n".join([f"{method} {path} {version}", *kept, "Connection: close", "", ""])
        with socket.create_connection((parts.hostname or "", parts.port or 80)) as server:
            server.sendall(sent.encode("latin-1") + body)
            while chunk := server.recv(65536):
                client.wfile.write(chunk)

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
