"""
AmigoChat as the emulator behaves: some models' names say how it answers, or how it fails.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.amigochat.chat import complete
from polyvox.emulator.amigochat.pictures import draw, picture_of
from polyvox.emulator.behaviours import REJECTED, Behaviours, credentials
from polyvox.emulator.document import Document, Operation
from polyvox.emulator.errors import Refusal
from polyvox.emulator.settings import Settings

__all__ = ["BEHAVIOURS", "AmigochatBehaviours"]


class AmigochatBehaviours(Behaviours):
    """Every model echoes; every picture has one colour."""

    def __init__(self, document: Document, settings: Settings) -> None:
        """Behave as AmigoChat does, under *settings*."""
        super().__init__(document, settings)
        self.handlers = {
            "create_chat_completion": lambda call: complete(call, settings),
            "create_image": lambda call: draw(call, settings),
        }

    def guard(self, request: Request, operation: Operation) -> Response | None:
        """Everybody is welcome, except with a token that is not."""
        offered = credentials(request, operation, self.document)
        keys = self.settings.keys
        if offered and (REJECTED in offered or (keys is not None and not keys & offered)):
            return self.refusal(Refusal(401, "Unauthorized"), operation)
        return None

    def unrouted(self, request: Request, methods: tuple[str, ...]) -> Response:
        """The pictures that were made, which no operation gives; else as usual."""
        picture = picture_of(request) if request.method in {"GET", "HEAD"} else None
        if picture is None:
            return super().unrouted(request, methods)
        return Response(picture, 200, media_type="image/png")

    def refusal(self, refusal: Refusal, operation: Operation | None) -> Response:
        """The shape of NestJS, with the status in the body."""
        del operation
        body = {"message": refusal.message, "statusCode": refusal.status}
        return replies.json_reply(body, refusal.status)


BEHAVIOURS = AmigochatBehaviours
