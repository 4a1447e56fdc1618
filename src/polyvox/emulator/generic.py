"""
One backend on the wire: route, let in, read and check, then handler or example.

Knows no backend; everything that differs comes from the document and its behaviours.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from polyvox.emulator.behaviours import Behaviours, BehavioursFactory
from polyvox.emulator.calls import Call, CallReader
from polyvox.emulator.document import Document
from polyvox.emulator.errors import Refusal
from polyvox.emulator.examples import example_reply
from polyvox.emulator.routing import Match, Router
from polyvox.emulator.settings import Settings

__all__ = ["Backend"]


class Backend:
    """
    A backend served from its document.

    Args:
        document: The OpenAPI document.
        settings: What the emulator was started with.
        factory: Makes the behaviours; the base class answers from examples only.
    """

    def __init__(
        self, document: Document, settings: Settings, factory: BehavioursFactory = Behaviours
    ) -> None:
        """Compile *document* and make its behaviours."""
        self._document = document
        self._settings = settings
        self._router = Router(document.operations)
        self._reader = CallReader(document, settings)
        self._behaviours = factory(document, settings)

    async def answer(self, request: Request, path: str) -> Response:
        """The answer to *request* at the percent-encoded *path* below the prefix."""
        behaviours = self._behaviours
        reply = behaviours.preflight(request)
        if reply is None:
            match = self._router.find(request.method, path)
            if match is None:
                reply = behaviours.unrouted(request, self._router.methods(path))
            else:
                reply = await self._answer(request, path, match)
        return behaviours.finish(reply)

    async def _answer(self, request: Request, path: str, match: Match) -> Response:
        behaviours = self._behaviours
        reply = behaviours.guard(request, match.operation)
        if reply is not None:
            return reply
        try:
            call = await self._reader.read(request, path, match)
        except Refusal as refusal:
            return behaviours.refusal(refusal, match.operation)
        request.scope["state"]["body"] = call.content
        try:
            return self._handled(call) or example_reply(self._document, call)
        except Refusal as refusal:
            return behaviours.refusal(refusal, match.operation)
        finally:
            call.discard()

    def _handled(self, call: Call) -> Response | None:
        handler = self._behaviours.handlers.get(call.operation.id)
        if handler is None or self._settings.examples_only:
            return None
        return handler(call)
