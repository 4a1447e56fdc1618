"""
The ASGI application: one prefix per backend, every request recorded before it is answered.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from polyvox.emulator import replies
from polyvox.emulator.generic import Backend

__all__ = ["Application", "RecordedRequest"]

MOST_RECORDED = 10_000


@dataclass
class RecordedRequest:
    """
    A request as it arrived.

    Attributes:
        method: HTTP method.
        path: Percent-encoded path, the backend's prefix included.
        query: Query string without the question mark.
        headers: Headers by lower-case name; they hold credentials, so repr leaves them out.
        body: The body if it was read as one piece (JSON, not an upload).
    """

    method: str
    path: str
    query: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(default=b"", repr=False)


class Application:
    """
    Serves backends under their prefixes.

    Args:
        backends: The backends by prefix.
    """

    def __init__(self, backends: Mapping[str, Backend]) -> None:
        """Serve *backends*, each at `/<its name>`."""
        self._backends = backends
        self._requests: list[RecordedRequest] = []
        self._lock = threading.Lock()

    @property
    def requests(self) -> list[RecordedRequest]:
        """The requests so far, oldest first; at most the latest 10,000."""
        with self._lock:
            return list(self._requests)

    def forget(self) -> None:
        """Drop the recorded requests."""
        with self._lock:
            self._requests.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; other kinds of connection are not served."""
        if scope["type"] != "http":
            return
        state: dict[str, bytes] = {}
        scope["state"] = state
        request = Request(scope, receive)
        recorded = self._record(request)
        response = await self._answer(request, recorded.path)
        recorded.body = state.get("body", b"")
        await response(scope, receive, send)

    def _record(self, request: Request) -> RecordedRequest:
        recorded = RecordedRequest(
            method=request.method,
            path=raw_path(request.scope),
            query=request.url.query,
            headers=dict(request.headers),
        )
        with self._lock:
            self._requests.append(recorded)
            del self._requests[:-MOST_RECORDED]
        return recorded

    async def _answer(self, request: Request, path: str) -> Response:
        name, _, rest = path.removeprefix("/").partition("/")
        backend = self._backends.get(name)
        if backend is None:
            served = ", ".join(f"/{prefix}" for prefix in self._backends) or "nothing"
            return replies.text(f"No backend here; this emulator serves {served}.\n", 404)
        return await backend.answer(request, f"/{rest}")


def raw_path(scope: Scope) -> str:
    """The percent-encoded path of *scope*, without the query."""
    raw = scope.get("raw_path")
    path = raw.decode("latin-1") if isinstance(raw, bytes) else str(scope["path"])
    return path.partition("?")[0]
