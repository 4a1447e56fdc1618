"""
Answers of other servers, for workflows: only from origins that the user allows.

Nothing is sent that the workflow does not say: no credential of a backend, no cookie. Redirects
lead to the same origin or nowhere, and answers have a largest size.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

from attrs import field, frozen

from polyvox.errors import ConfigError, ConnectionFailed
from polyvox_core.bodies import read_all
from polyvox_core.flow import Close, Flow, Incoming, Open
from polyvox_core.message import Request
from polyvox_core.origin import origin_of
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner
from polyvox_core.settings import checked_headers
from polyvox_core.timeouts import Patience, Timeouts

__all__ = ["AsyncFetcher", "Fetched", "Fetcher", "Limits"]

MAX_BYTES = 20 * 1024 * 1024
_HOPS = 5
_METHOD = re.compile(r"[A-Z]{1,20}")
_TARGET = re.compile(r"[!-~]+")


@frozen
class Limits:
    """
    How far workflows may reach.

    Attributes:
        origins: Such as `https://example.org`; other servers are refused.
        max_bytes: Largest answer.
    """

    origins: tuple[str, ...] = ()
    max_bytes: int = MAX_BYTES

    @classmethod
    def of(cls, config: Any) -> Limits:
        """
        What `workflows.allowed_origins` and `workflows.max_bytes` of *config* say.

        Raises:
            ConfigError: An origin is no http or https URL.
        """
        given: Any = config.get("workflows.allowed_origins") or ()
        listed: Sequence[str] = [given] if isinstance(given, str) else given
        most = config.get("workflows.max_bytes") or MAX_BYTES
        return cls(tuple(str(origin_of(one)) for one in listed), int(most))

    def check(self, url: str) -> None:
        """
        Refuse *url* unless its origin is allowed.

        Raises:
            ConfigError: It is not, or it is no http or https URL.
        """
        origin = str(origin_of(url))
        if origin not in self.origins:
            msg = f"The workflow asks for {origin}, which is not allowed."
            hint = f"To allow it: config.set('workflows.allowed_origins', [{origin!r}])."
            raise ConfigError(msg, hint=hint)


@frozen
class Fetched:
    """The answer of a server: status, headers in lower case, body, and where it came from."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    url: str


def fetch(
    limits: Limits,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes | None,
    timeout: float,
) -> Flow[Fetched]:
    """
    The answer to one request, whatever its status.

    Raises:
        ConfigError: The origin is not allowed, or the request cannot be sent.
        PolyvoxError: No whole answer arrived, or it is too large.
    """
    if not _METHOD.fullmatch(method):
        msg = f"{method[:20]!r} is no HTTP method."
        raise ConfigError(msg, hint="Use GET, POST, PUT, PATCH, DELETE or HEAD.")
    patience = Patience(Timeouts(total=timeout))
    for _ in range(_HOPS):
        limits.check(url)
        request = _request(method, url, headers, body, patience)
        incoming: Incoming = yield Open(request)
        target = incoming.headers.get("location")
        if incoming.status not in {301, 302, 303, 307, 308} or not target:
            content = yield from read_all(incoming, limits.max_bytes)
            return Fetched(incoming.status, incoming.headers, content, url)
        yield Close(incoming)
        onward = urljoin(url, target)
        if method not in {"GET", "HEAD"} or origin_of(onward) != origin_of(url):
            msg = f"{origin_of(url)} redirects {method} to {str(origin_of(onward))!r}."
            raise ConnectionFailed(msg, hint="Name the final address in the workflow.")
        url = onward
    msg = f"{origin_of(url)} redirects in a circle."
    raise ConnectionFailed(msg, hint="Name the final address in the workflow.")


def _request(
    method: str, url: str, headers: Mapping[str, str], body: bytes | None, patience: Patience
) -> Request:
    origin = origin_of(url)
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not _TARGET.fullmatch(target):
        msg = f"The address {target[:80]!r} is not percent-encoded."
        raise ConfigError(msg, hint="Encode it: {{ text | urlencode }}.")
    sent = {"Accept": "*/*", "Accept-Encoding": "gzip, deflate", "User-Agent": "polyvox"}
    names = {name.lower() for name in headers}
    pairs = [
        ("Host", origin.netloc),
        *((name, value) for name, value in sent.items() if name.lower() not in names),
        *checked_headers(headers),
    ]
    if body is not None or method in {"POST", "PUT", "PATCH"}:
        pairs.append(("Content-Length", str(len(body or b""))))
    return Request(method, origin, target, pairs, body, patience)


class Fetcher:
    """
    Fetches with blocking calls.

    Args:
        limits: How far.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def __call__(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
    ) -> Fetched:
        """The answer; see `fetch`."""
        from polyvox_core.transport.blocking import BlockingTransport  # noqa: PLC0415 - lazy

        transport = BlockingTransport()
        try:
            return Runner(transport).run(fetch(self._limits, method, url, headers, body, timeout))
        finally:
            transport.close()


class AsyncFetcher:
    """Same as `Fetcher`, for asyncio."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    async def __call__(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,  # noqa: ASYNC109 - part of the flow's deadline
    ) -> Fetched:
        """Same as `Fetcher.__call__`."""
        from polyvox_core.transport.aio import AioTransport  # noqa: PLC0415 - lazy

        transport = AioTransport()
        flow = fetch(self._limits, method, url, headers, body, timeout)
        try:
            return await AsyncRunner(transport).run(flow)
        finally:
            await transport.close()
