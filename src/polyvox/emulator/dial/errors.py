"""
Errors in the shapes of DIAL: JSON from deployments, plain text from Core, or no body at all.

Source: ai-dial-core 0.18, controllers; docs/error_codes; aidial-sdk 0.46 for the JSON shape.
"""

from __future__ import annotations

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.document import Operation
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import JsonObject, items_of

__all__ = ["error_body", "json_error", "refusal_reply"]

FROM_DEPLOYMENTS = frozenset({"chat", "completions", "embeddings", "responses"})
BY_CORE = frozenset({401, 403, 413, 415})


def error_body(status: int, message: str) -> JsonObject:
    """The JSON error that says *message*."""
    kind = "invalid_request_error" if status < 500 else "runtime_error"
    return {"error": {"message": message, "type": kind, "code": str(status)}}


def json_error(status: int, message: str) -> Response:
    """*message* as a JSON error."""
    return replies.json_reply(error_body(status, message), status)


def refusal_reply(refusal: Refusal, operation: Operation | None) -> Response:
    """*refusal* as JSON where a deployment would speak, as text where Core itself does."""
    tags = items_of(operation.raw.get("tags")) if operation is not None else []
    if FROM_DEPLOYMENTS.intersection(tags) and refusal.status not in BY_CORE:
        return json_error(refusal.status, refusal.message)
    return replies.text(refusal.message, refusal.status)
