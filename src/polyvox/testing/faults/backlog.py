"""
A server that nobody can reach: its listen backlog is full, and it accepts nobody.
"""

from __future__ import annotations

import contextlib
import socket
from types import TracebackType
from typing import Self

__all__ = ["FullBacklog"]

_MOST = 64


class FullBacklog:
    """
    An address on loopback where connecting never ends; use it in a `with` block.

    Source: Linux drops the SYN of a connection that the backlog has no room for.
    """

    def __enter__(self) -> Self:
        """Listen, and fill the backlog."""
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=0)
        self._waiting: list[socket.socket] = []
        for _ in range(_MOST):
            sock = socket.socket()
            self._waiting.append(sock)
            sock.settimeout(0.1)
            try:
                sock.connect(self._listener.getsockname())
            except TimeoutError:
                break
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close everything."""
        for sock in (*self._waiting, self._listener):
            with contextlib.suppress(OSError):
                sock.close()

    @property
    def url(self) -> str:
        """The address, to be used as a `base_url`."""
        host, port = self._listener.getsockname()[:2]
        return f"http://{host}:{port}"
