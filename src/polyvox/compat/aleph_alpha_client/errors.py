"""
The exceptions of aleph-alpha-client, which are built-in ones, and polyvox's at the same time.

A failed request has `args` of status and body, as before; `message`, `hint`, `code`, `request_id`
and the rest of `polyvox.PolyvoxError` come on top.
"""

from __future__ import annotations

from typing import Any

from polyvox.errors import (
    AuthenticationError,
    BadRequest,
    ConfigError,
    ConnectionFailed,
    DecodeError,
    NotFound,
    PayloadTooLarge,
    PermissionDenied,
    PolyvoxError,
    RateLimited,
    ResponseError,
    ServerError,
    StatusError,
    StreamProtocolError,
    TimeoutExpired,
    UnprocessableRequest,
)

__all__ = [
    "BadAnswer",
    "BusyError",
    "ConnectionLost",
    "FailedRequest",
    "InvalidArgument",
    "InvalidRequest",
    "InvalidToken",
    "NoSuchModel",
    "QuotaError",
    "RefusedRequest",
    "RequestTimeout",
    "ServerFailure",
    "TooLargeRequest",
    "TooManyRequests",
    "UnprocessableInput",
    "WaitedTooLong",
    "replaced_error",
]


class _Failed(StatusError):
    """
    An error answer.

    Args:
        status: HTTP status.
        text: The body.
        facts: What else `PolyvoxError` takes; `message` says it in words.
    """

    def __init__(self, status: int | None = None, text: str = "", **facts: Any) -> None:
        message = facts.pop("message", None) or f"Aleph Alpha answered {status}: {text}"
        facts.setdefault("body", text)
        super().__init__(message, **facts)
        self.status = status
        self.args = (status, text)
        # What an OSError shows; others carry them without harm.
        self.errno: Any = status
        self.strerror: Any = text

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy by class, status, body and attributes."""
        return _rebuild, (type(self), self.args, dict(self.__dict__))


def _rebuild(cls: type[_Failed], args: tuple[Any, ...], attributes: dict[str, Any]) -> _Failed:
    error = cls(*args)
    error.__dict__.update(attributes)
    return error


class InvalidRequest(_Failed, BadRequest, ValueError):
    """400."""


class InvalidToken(_Failed, AuthenticationError, PermissionError):
    """401."""


class QuotaError(_Failed):
    """402: the quota is used up."""


class RequestTimeout(_Failed, TimeoutError):
    """408."""


class BusyError(_Failed, ServerError):
    """503: the model is busy, or the service restarts."""


class FailedRequest(_Failed, RuntimeError):
    """Any other status."""


class RefusedRequest(FailedRequest, PermissionDenied):
    """403."""


class NoSuchModel(FailedRequest, NotFound):
    """404."""


class TooLargeRequest(FailedRequest, PayloadTooLarge):
    """413."""


class UnprocessableInput(FailedRequest, UnprocessableRequest):
    """422."""


class TooManyRequests(FailedRequest, RateLimited):
    """429."""


class ServerFailure(FailedRequest, ServerError):
    """500 and what is like it, and errors in the middle of a stream."""


class ConnectionLost(ConnectionFailed, ConnectionError):
    """No whole answer arrived."""


class WaitedTooLong(TimeoutExpired, TimeoutError):
    """The client's own time limit ran out."""


class InvalidArgument(ConfigError, ValueError):
    """What was passed cannot work; nothing was sent."""


class BadAnswer(DecodeError, KeyError, ValueError):
    """The answer is no JSON, or lacks what it must have."""

    def __str__(self) -> str:
        """Return the message; a KeyError would quote it."""
        return str(self.args[0]) if self.args else ""


_BY_STATUS: dict[int, type[_Failed]] = {
    400: InvalidRequest,
    401: InvalidToken,
    402: QuotaError,
    403: RefusedRequest,
    404: NoSuchModel,
    408: RequestTimeout,
    413: TooLargeRequest,
    422: UnprocessableInput,
    429: TooManyRequests,
    503: BusyError,
}
# For errors inside a stream, which have no status.
_BY_CLASS: tuple[tuple[type[StatusError], type[_Failed]], ...] = (
    (BadRequest, InvalidRequest),
    (AuthenticationError, InvalidToken),
    (PermissionDenied, RefusedRequest),
    (NotFound, NoSuchModel),
    (RateLimited, TooManyRequests),
    (ServerError, ServerFailure),
)
_OTHERS: tuple[tuple[type[PolyvoxError], type[PolyvoxError]], ...] = (
    (TimeoutExpired, WaitedTooLong),
    (ConnectionFailed, ConnectionLost),
    (ResponseError, BadAnswer),
    (StreamProtocolError, BadAnswer),
    (ConfigError, InvalidArgument),
)


def replaced_error(error: PolyvoxError) -> PolyvoxError:
    """
    The exception of aleph-alpha-client for *error*; raise it `from` that.

    Streams that end too early had none there; their errors come back as they are.
    """
    facts = dict(error.__dict__)
    if isinstance(error, StatusError):
        kind = _failed_class(error)
        text = error.body or getattr(error, "server_message", "") or error.message
        made: PolyvoxError = kind(error.status, text)
        made.__dict__.update(facts)
        return made
    for ours, theirs in _OTHERS:
        if isinstance(error, ours):
            made = theirs(error.message, hint=error.hint)
            made.__dict__.update(facts)
            return made
    return error


def _failed_class(error: StatusError) -> type[_Failed]:
    if error.status is not None:
        other = ServerFailure if error.status >= 500 else FailedRequest
        return _BY_STATUS.get(error.status, other)
    return next((kind for ours, kind in _BY_CLASS if isinstance(error, ours)), FailedRequest)
