"""
Errors in the shape of OpenAI.

Source: OpenAI API reference, error codes (2026).
"""

from __future__ import annotations

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import JsonObject

__all__ = ["CodedRefusal", "error_body", "refusal_reply"]

CODES = {401: "invalid_api_key", 429: "rate_limit_exceeded"}


class CodedRefusal(Refusal):
    """
    A refusal with a code of its own.

    Attributes:
        code: Such as `model_not_found`.
    """

    def __init__(self, status: int, message: str, code: str) -> None:
        """Refuse with *status* and *code*, saying *message*."""
        super().__init__(status, message)
        self.code = code


def error_body(message: str, code: str | None, status: int) -> JsonObject:
    """The error object that says *message*."""
    kind = "invalid_request_error" if status < 500 else "server_error"
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}


def refusal_reply(refusal: Refusal) -> Response:
    """*refusal* as an error object."""
    code = refusal.code if isinstance(refusal, CodedRefusal) else CODES.get(refusal.status)
    return replies.json_reply(error_body(refusal.message, code, refusal.status), refusal.status)
