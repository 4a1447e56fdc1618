"""
OpenAI as the emulator behaves: a room per topic, put together here by operationId.
"""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from polyvox.emulator.behaviours import Behaviours
from polyvox.emulator.document import Document, Operation
from polyvox.emulator.errors import Refusal
from polyvox.emulator.openai.chat import chat_handlers
from polyvox.emulator.openai.errors import refusal_reply
from polyvox.emulator.openai.files import file_handlers
from polyvox.emulator.openai.media import media_handlers
from polyvox.emulator.openai.state import State
from polyvox.emulator.pictures import png
from polyvox.emulator.settings import Settings

__all__ = ["BEHAVIOURS", "OpenAIBehaviours"]

PICTURE = re.compile(r"/pictures/([0-9a-f]+)\.png")


class OpenAIBehaviours(Behaviours):
    """OpenAI with a handful of models; what has no handler answers from examples."""

    def __init__(self, document: Document, settings: Settings) -> None:
        """Behave as OpenAI does, under *settings*."""
        super().__init__(document, settings)
        self.state = State(document, settings)
        self.handlers = {
            **chat_handlers(self.state),
            **file_handlers(self.state),
            **media_handlers(self.state),
        }

    def preflight(self, request: Request) -> Response | None:
        """The pictures that links lead to; they need no key."""
        found = PICTURE.search(request.url.path)
        if request.method != "GET" or found is None:
            return None
        return Response(png(found[1]), media_type="image/png")

    def refusal(self, refusal: Refusal, operation: Operation | None) -> Response:
        """OpenAI's error object."""
        del operation
        return refusal_reply(refusal)


BEHAVIOURS = OpenAIBehaviours
