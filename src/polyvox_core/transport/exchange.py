"""
What both transports share: our request as httpcore's, and the answer that is being read.
"""

from __future__ import annotations

import socket
from collections.abc import AsyncIterable, Iterable
from contextlib import suppress
from typing import Any, cast

import httpcore

from polyvox_core.message import Headers, Request, headers_from
from polyvox_core.timeouts import Lease

__all__ = ["UNCLOSED", "CoreIncoming", "core_request", "limit_of"]

UNCLOSED = "unclosed client: use it in a with block, or close it"


class CoreIncoming:
    """
    An answer whose body is still to be read.

    Attributes:
        status: HTTP status.
        headers: Names in lower case to values.
        request: What it answers.
        response: httpcore's answer.
        lease: What its connection goes back to.
        chunks: Iterator over the body, once reading has begun.
        closed: Whether the connection was given back.
    """

    __slots__ = ("chunks", "closed", "headers", "lease", "request", "response", "status")

    def __init__(self, request: Request, response: httpcore.Response, lease: Any) -> None:
        self.status: int = response.status
        self.headers: Headers = headers_from(response.headers)
        self.request = request
        self.response = response
        self.lease = lease
        self.chunks: Any = None
        self.closed = False

    def interrupt(self) -> None:
        """End the connection under who reads from it; that fails at once. Safe in any thread."""
        if self.closed:
            return
        extensions = cast("dict[str, Any]", self.response.extensions)  # pyright: ignore[reportUnknownMemberType]  # httpcore leaves it open
        stream = extensions.get("network_stream")
        sock = stream.get_extra_info("socket") if stream is not None else None
        if isinstance(sock, socket.socket):
            # That of the base class: a TLS socket's own forgets its session, which is being read.
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)


def core_request(
    request: Request, content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None
) -> httpcore.Request:
    """The form of *request* that httpcore takes, its time limits as leases."""
    patience = request.patience
    limits = patience.timeouts
    origin = request.origin
    return httpcore.Request(
        request.method.encode(),
        httpcore.URL(
            scheme=origin.scheme.encode(),
            host=origin.host.encode(),
            port=origin.port,
            target=request.target.encode(),
        ),
        headers=[(name.encode(), value.encode("latin-1")) for name, value in request.headers],
        content=content,
        extensions={
            "timeout": {
                "connect": Lease(limits.connect, patience),
                "read": Lease(limits.read, patience),
                "write": Lease(limits.write, patience),
                "pool": Lease(limits.pool, patience),
            }
        },
    )


def limit_of(request: httpcore.Request, what: str) -> Lease:
    """How long *request* may wait for *what*: `pool` or `connect`."""
    extensions = cast("dict[str, dict[str, Lease]]", request.extensions)  # pyright: ignore[reportUnknownMemberType]  # httpcore leaves it open
    return extensions["timeout"][what]
