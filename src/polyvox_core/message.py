"""
One HTTP request and the head of one answer, as plain values; no I/O.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from typing import Protocol

from polyvox_core.origin import Origin
from polyvox_core.timeouts import Patience

__all__ = ["Body", "Headers", "Request", "headers_from", "request_id_of"]

Headers = Mapping[str, str]

_REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-amzn-requestid", "cf-ray")


class Body(Protocol):
    """A request body that is sent piece by piece."""

    @property
    def rewindable(self) -> bool:
        """Whether it can be sent again from its start."""
        ...

    @property
    def blocking(self) -> bool:
        """Whether taking a piece may wait for a disk."""
        ...

    @property
    def is_async(self) -> bool:
        """Whether its pieces come from an async iterator."""
        ...

    @property
    def content_length(self) -> int | None:
        """Bytes in total, when known beforehand."""
        ...

    def chunks(self) -> Iterator[bytes]:
        """The pieces."""
        ...

    def achunks(self) -> AsyncIterator[bytes]:
        """The pieces of an async source."""
        ...


class Request:
    """
    A request that is ready to be sent.

    Attributes:
        method: HTTP method.
        origin: Where it goes.
        target: Path and query, percent-encoded.
        headers: Names and values in the order of the wire, the credential included.
        body: Bytes, a `Body`, or None.
        patience: Time limits of the call.
    """

    __slots__ = ("body", "headers", "method", "origin", "patience", "target")

    def __init__(
        self,
        method: str,
        origin: Origin,
        target: str,
        headers: list[tuple[str, str]],
        body: bytes | Body | None,
        patience: Patience,
    ) -> None:
        self.method = method
        self.origin = origin
        self.target = target
        self.headers = headers
        self.body = body
        self.patience = patience

    def __repr__(self) -> str:
        """Method and path; neither query nor headers, since both may hold secrets."""
        return f"<Request {self.method} {self.target.partition('?')[0]}>"


def headers_from(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Header names in lower case to values; repeated ones are joined by a comma."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in pairs:
        name = raw_name.decode("latin-1").lower()
        value = raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def request_id_of(headers: Headers) -> str | None:
    """The id that the server gave this request, if it sent one."""
    return next((headers[name] for name in _REQUEST_ID_HEADERS if name in headers), None)
