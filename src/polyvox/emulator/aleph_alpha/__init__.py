"""
Aleph Alpha as the emulator behaves: a room per topic, put together here by operationId.
"""

from __future__ import annotations

from starlette.responses import Response

from polyvox.emulator.aleph_alpha.chat import chat_handlers
from polyvox.emulator.aleph_alpha.completions import completion_handlers
from polyvox.emulator.aleph_alpha.errors import refusal_reply
from polyvox.emulator.aleph_alpha.texts import text_handlers
from polyvox.emulator.behaviours import Behaviours
from polyvox.emulator.document import Document, Operation
from polyvox.emulator.errors import Refusal
from polyvox.emulator.settings import Settings

__all__ = ["BEHAVIOURS", "AlephAlphaBehaviours"]


class AlephAlphaBehaviours(Behaviours):
    """An inference service with a handful of models; the rest answers from examples."""

    def __init__(self, document: Document, settings: Settings) -> None:
        """Behave as the service does, under *settings*."""
        super().__init__(document, settings)
        self.handlers = {
            **chat_handlers(settings),
            **completion_handlers(),
            **text_handlers(),
        }

    def refusal(self, refusal: Refusal, operation: Operation | None) -> Response:
        """The service's flat error object."""
        del operation
        return refusal_reply(refusal)


BEHAVIOURS = AlephAlphaBehaviours
