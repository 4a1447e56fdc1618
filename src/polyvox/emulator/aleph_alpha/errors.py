"""
Errors in the shape of Aleph Alpha: `{"error": text, "code": CODE}`.

Source: recorded traffic (2025); aleph-alpha-client-rs 0.29.
"""

from __future__ import annotations

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.errors import Refusal

__all__ = ["CodedRefusal", "refusal_reply"]

CODES = {
    400: "INVALID_REQUEST",
    401: "UNAUTHENTICATED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    429: "TOO_MANY_TASKS",
    503: "QUEUE_FULL",
}


class CodedRefusal(Refusal):
    """
    A refusal with a code of its own.

    Attributes:
        code: The code in capitals.
    """

    def __init__(self, status: int, message: str, code: str) -> None:
        """Refuse with *status* and *code*, saying *message*."""
        super().__init__(status, message)
        self.code = code


def refusal_reply(refusal: Refusal) -> Response:
    """*refusal* as JSON."""
    known = CODES.get(refusal.status, "UNKNOWN")
    code = refusal.code if isinstance(refusal, CodedRefusal) else known
    return replies.json_reply({"error": refusal.message, "code": code}, refusal.status)
