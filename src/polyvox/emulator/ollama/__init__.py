"""
Ollama as the emulator behaves: a room per topic, put together here by operationId.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from polyvox.emulator.behaviours import REJECTED, Behaviours, credentials
from polyvox.emulator.document import Document, Operation
from polyvox.emulator.errors import Refusal
from polyvox.emulator.ollama.chat import chat_handlers
from polyvox.emulator.ollama.models import model_handlers
from polyvox.emulator.ollama.state import State
from polyvox.emulator.settings import Settings

__all__ = ["BEHAVIOURS", "OllamaBehaviours"]


class OllamaBehaviours(Behaviours):
    """A local server with a handful of models; what has no handler answers from examples."""

    def __init__(self, document: Document, settings: Settings) -> None:
        """Behave as Ollama does, under *settings*."""
        super().__init__(document, settings)
        self.state = State(document, settings)
        self.handlers = {**chat_handlers(self.state), **model_handlers(self.state)}

    def guard(self, request: Request, operation: Operation) -> Response | None:
        """Everybody is welcome, except with a token that is not."""
        offered = credentials(request, operation, self.document)
        keys = self.settings.keys
        if offered and (REJECTED in offered or (keys is not None and not keys & offered)):
            return self.refusal(Refusal(401, "unauthorized"), operation)
        return None


BEHAVIOURS = OllamaBehaviours
