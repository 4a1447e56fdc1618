"""
What a server says about a failure: one parser for every shape of error body.

JSON with an `error` object or text, `{"detail": ...}`, `{"message": ...}`, plain text, an HTML
page, or nothing at all. Used for error answers and for errors inside a stream alike.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from polyvox_core.errors import (
    AuthenticationError,
    BadRequest,
    NotFound,
    PermissionDenied,
    RateLimited,
    ServerError,
    StatusError,
    status_error_class,
)
from polyvox_core.json import loads
from polyvox_core.model import JsonObject
from polyvox_core.shapes import is_array, is_object

__all__ = ["HTML_PAGE", "ErrorFacts", "facts_of_body", "facts_of_value", "streamed_error_class"]

HTML_PAGE = "it sent an HTML page"
_TEXT_LIMIT = 500
_BY_WORD: dict[str, type[StatusError]] = {
    "rate_limit": RateLimited,
    "too_many_requests": RateLimited,
    "insufficient_quota": RateLimited,
    "authentication": AuthenticationError,
    "invalid_api_key": AuthenticationError,
    "permission": PermissionDenied,
    "not_found": NotFound,
    "invalid_request": BadRequest,
    "invalid_prompt": BadRequest,
    "context_length": BadRequest,
}


class ErrorFacts(NamedTuple):
    """What an error body says; texts are cut at 500 characters."""

    message: str = ""
    code: str | None = None
    type: str | None = None
    param: str | None = None
    display_message: str | None = None


def facts_of_body(body: str, content_type: str) -> ErrorFacts:
    """The facts in the *body* of an error answer."""
    text = body.strip()
    if not text:
        return ErrorFacts()
    if "html" in content_type or text[:1] == "<":
        return ErrorFacts(HTML_PAGE)
    try:
        value = loads(text)
    except ValueError:
        return ErrorFacts(_cut(text))
    return facts_of_value(value)


def facts_of_value(value: Any) -> ErrorFacts:
    """The facts in a decoded error *value*."""
    if not is_object(value):
        return ErrorFacts(_cut(str(value)) if value is not None else "")
    for key in ("error", "detail", "message", "errors"):
        inner = value.get(key)
        if key == "error" and is_object(inner):
            return _facts_of_object(inner)
        if key == "error" and isinstance(inner, str) and value.get("message"):
            continue  # It repeats the status ("Bad Request"), and the message says more.
        if inner:
            return _facts_of_object({**value, "message": inner})
    return _facts_of_object(value)


def _facts_of_object(error: JsonObject) -> ErrorFacts:
    message = error.get("message") or error.get("detail") or error.get("msg") or ""
    return ErrorFacts(
        message=_cut(_joined(message)),
        code=_text(error.get("code")),
        type=_text(error.get("type")),
        param=_text(error.get("param")),
        display_message=_text(error.get("display_message")),
    )


def _joined(message: Any) -> str:
    """The *message*, which some servers send as one text per fault."""
    if is_array(message) and all(isinstance(one, str) for one in message):
        return "; ".join(message)
    return message if isinstance(message, str) else str(message)


def _text(value: Any) -> str | None:
    return None if value is None else _cut(str(value))


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _TEXT_LIMIT else f"{text[:_TEXT_LIMIT]}..."


def streamed_error_class(facts: ErrorFacts) -> tuple[type[StatusError], int | None]:
    """The class and status for an error inside a stream, by its code or its type."""
    code = facts.code or ""
    if code.isascii() and code.isdigit() and 300 <= int(code) <= 599:
        return status_error_class(int(code)), int(code)
    for word, error in _BY_WORD.items():
        if word in code or word in (facts.type or ""):
            return error, None
    return ServerError, None
