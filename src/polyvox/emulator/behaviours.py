"""
What makes a backend behave: handlers by operationId, who is let in, and how errors look.

The base class answers everything from examples; a backend's own class adds handlers and
overrides the rest. `BEHAVIOURS` in `polyvox.emulator.<backend>` names that class.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import Response

from polyvox.emulator.calls import Call
from polyvox.emulator.document import Document, Operation
from polyvox.emulator.errors import Refusal
from polyvox.emulator.examples import error_reply
from polyvox.emulator.settings import Settings

__all__ = ["REJECTED", "Behaviours", "BehavioursFactory", "Handler"]

REJECTED = "reject-me"

Handler: TypeAlias = Callable[[Call], Response | None]


class Behaviours:
    """
    A backend that lets in whoever brings credentials, and answers from examples.

    Args:
        document: The backend's document.
        settings: What the emulator was started with.
    """

    def __init__(self, document: Document, settings: Settings) -> None:
        """Behave as *document* says, under *settings*."""
        self.document = document
        self.settings = settings
        self.handlers: Mapping[str, Handler] = {}

    def preflight(self, request: Request) -> Response | None:
        """An answer that needs no operation; None to go on."""
        del request
        return None

    def guard(self, request: Request, operation: Operation) -> Response | None:
        """The refusal of a caller without valid credentials; None to let it in."""
        if not operation.secured:
            return None
        offered = credentials(request, operation, self.document)
        keys = self.settings.keys
        if not offered:
            return self.refusal(Refusal(401, "Credentials are missing."), operation)
        if REJECTED in offered or (keys is not None and not keys & offered):
            return self.refusal(Refusal(401, "The credentials are not valid."), operation)
        return None

    def unrouted(self, request: Request, methods: tuple[str, ...]) -> Response:
        """The answer to a path without an operation, or with other *methods* only."""
        del request
        if methods:
            allowed = ", ".join(methods)
            reply = self.refusal(Refusal(405, f"This path answers {allowed} only."), None)
            reply.headers["allow"] = allowed
            return reply
        return self.refusal(Refusal(404, "No route: there is no such path."), None)

    def refusal(self, refusal: Refusal, operation: Operation | None) -> Response:
        """*refusal* in the backend's own shape."""
        return error_reply(self.document, operation, refusal.status, refusal.message)

    def finish(self, response: Response) -> Response:
        """The last touch on every answer of this backend."""
        return response


BehavioursFactory: TypeAlias = Callable[[Document, Settings], Behaviours]


def credentials(request: Request, operation: Operation, document: Document) -> frozenset[str]:
    """Every credential that *request* brings for one of the operation's schemes."""
    found: set[str] = set()
    schemes = document.security_schemes
    for name in {name for choice in operation.security for name in choice}:
        scheme = schemes.get(name, {})
        value: str | None
        match scheme.get("type"), scheme.get("in"):
            case "apiKey", "query":
                value = request.query_params.get(str(scheme.get("name")))
            case "apiKey", "cookie":
                value = request.cookies.get(str(scheme.get("name")))
            case "apiKey", _:
                value = request.headers.get(str(scheme.get("name")))
            case _:
                value = request.headers.get("authorization", "").partition(" ")[2]
        found.add((value or "").removeprefix("Bearer ").strip())
    return frozenset(found - {""})
