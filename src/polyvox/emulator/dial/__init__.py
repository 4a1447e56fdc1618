"""
DIAL as the emulator behaves: a room per topic, put together here by operationId.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.behaviours import Behaviours
from polyvox.emulator.dial.addresses import Address
from polyvox.emulator.dial.caller import caller_handlers
from polyvox.emulator.dial.chat import chat_handlers
from polyvox.emulator.dial.errors import refusal_reply
from polyvox.emulator.dial.features import feature_handlers
from polyvox.emulator.dial.listings import listing_handlers
from polyvox.emulator.dial.metadata import metadata_handlers
from polyvox.emulator.dial.resources import resource_handlers
from polyvox.emulator.dial.state import State
from polyvox.emulator.dial.transfer import transfer_handlers
from polyvox.emulator.document import Document, Operation
from polyvox.emulator.errors import Refusal
from polyvox.emulator.settings import Settings

__all__ = ["BEHAVIOURS", "DialBehaviours"]

METHODS = frozenset({"GET", "POST", "PUT", "DELETE"})
WELCOME = Address("files", "public", "welcome.txt", folder=False)


class DialBehaviours(Behaviours):
    """DIAL Core with a handful of deployments; what has no handler answers from examples."""

    def __init__(self, document: Document, settings: Settings) -> None:
        """Behave as DIAL does, under *settings*."""
        super().__init__(document, settings)
        self.state = State(document, settings)
        if self.state.store.find(WELCOME) is None:
            self.state.store.write(WELCOME, b"Welcome to the emulator.\n", "text/plain")
        self.handlers = {
            **chat_handlers(self.state),
            **feature_handlers(self.state),
            **listing_handlers(self.state),
            **resource_handlers(self.state),
            **metadata_handlers(self.state),
            **transfer_handlers(self.state),
            **caller_handlers(self.state),
        }

    def preflight(self, request: Request) -> Response | None:
        """HTTP/1.1 only, four methods only, and CORS preflights for everybody."""
        if request.scope["http_version"] != "1.1":
            return replies.empty(505)
        if request.method == "OPTIONS":
            return replies.empty(200, {"access-control-max-age": "86400"})
        return None if request.method in METHODS else replies.empty(405)

    def guard(self, request: Request, operation: Operation) -> Response | None:
        """The rules of DIAL Core for keys and tokens."""
        return self._refused(request) if operation.secured else None

    def unrouted(self, request: Request, methods: tuple[str, ...]) -> Response:
        """What DIAL Core answers when no route fits: it takes the path for a route of its own."""
        del methods
        return self._refused(request) or replies.text("No route", 502)

    def refusal(self, refusal: Refusal, operation: Operation | None) -> Response:
        """JSON where a deployment would speak, text where Core itself does."""
        return refusal_reply(refusal, operation)

    def finish(self, response: Response) -> Response:
        """Every answer may be read from any origin."""
        response.headers["access-control-allow-origin"] = "*"
        return response

    def _refused(self, request: Request) -> Response | None:
        try:
            self.state.caller(request)
        except Refusal as refusal:
            return replies.text(refusal.message, refusal.status)
        return None


BEHAVIOURS = DialBehaviours
