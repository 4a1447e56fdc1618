"""
The exceptions of aidial-client, and how polyvox's errors become theirs.

The message is what the server said and nothing else; the original error, with request id, hint
and body, is the `__cause__`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polyvox.errors import (
    ConfigError,
    ConnectionFailed,
    DecodeError,
    ForeignOriginError,
    NotFound,
    PolyvoxError,
    PreconditionFailed,
    StatusError,
    StreamProtocolError,
    TimeoutExpired,
    UnexpectedContentType,
    UrlError,
)

__all__ = [
    "DialException",
    "EtagMismatchError",
    "InvalidDialURLError",
    "InvalidDialURLException",
    "InvalidRequestError",
    "NotDialURLError",
    "ParsingDataError",
    "ResourceNotFoundError",
    "dial_error",
]

_FIELDS = ("message", "status_code", "type", "param", "code", "display_message")


class DialException(Exception):
    """
    Anything that a call can fail with.

    Args:
        message: What the server said.
        status_code: HTTP status; 500 when there was no answer.
        type: The server's name for this kind of error.
        param: The parameter that it is about.
        code: The server's own code.
        display_message: What may be shown to the users of an application.
    """

    def __init__(
        self,
        message: str,
        status_code: int = 500,
        type: str | None = "runtime_error",  # noqa: A002 - the replaced library's name
        param: str | None = None,
        code: str | None = None,
        display_message: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status_code = status_code
        self.type = type
        self.param = param
        self.code = code
        self.display_message = display_message

    @staticmethod
    def from_error_data(status_code: int, error_data: Mapping[str, Any]) -> DialException:
        """The exception for the `error` object of an answer."""
        facts: dict[str, Any] = {name: error_data.get(name) for name in _FIELDS}
        facts |= {"message": facts["message"] or "", "status_code": status_code}
        return DialException(**facts)

    def __repr__(self) -> str:
        """Return all facts."""
        shown = ",".join(f"{name}={getattr(self, name)!r}" for name in _FIELDS)
        return f"{self.__class__.__name__}({shown})"

    def __str__(self) -> str:
        """Return the same as the repr."""
        return repr(self)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy by class and attributes."""
        return _rebuild, (self.__class__, self.message, dict(self.__dict__))


def _rebuild(cls: type[DialException], message: str, attributes: dict[str, Any]) -> DialException:
    error = cls.__new__(cls, message)
    error.__dict__.update(attributes)
    return error


class InvalidRequestError(DialException):
    """The arguments of the call cannot work; nothing was sent."""

    def __init__(self, message: str, **facts: Any) -> None:
        facts = {"status_code": 400, "type": "invalid_request_error", **facts}
        super().__init__(message, **facts)


class InvalidDialURLError(InvalidRequestError):
    """A storage URL is malformed, or not of the kind that is needed."""


InvalidDialURLException = InvalidDialURLError


class NotDialURLError(InvalidRequestError):
    """An absolute URL leads to another server."""


class ParsingDataError(DialException):
    """The answer is not what the call promises."""

    def __init__(self, message: str, **facts: Any) -> None:
        facts.setdefault("status_code", 422)
        super().__init__(message, **facts)


class EtagMismatchError(DialException):
    """An ETag condition does not hold: the resource changed, or exists already."""

    def __init__(self, message: str, **facts: Any) -> None:
        facts.setdefault("status_code", 412)
        super().__init__(message, **facts)


class ResourceNotFoundError(DialException):
    """There is no such file, prompt, skill or deployment."""

    def __init__(self, message: str, **facts: Any) -> None:
        facts.setdefault("status_code", 404)
        super().__init__(message, **facts)


_BY_CLASS: tuple[tuple[type[PolyvoxError], type[DialException]], ...] = (
    (ForeignOriginError, NotDialURLError),
    (UrlError, InvalidDialURLError),
    (ConfigError, InvalidRequestError),
    (DecodeError, ParsingDataError),
    (UnexpectedContentType, ParsingDataError),
    (StreamProtocolError, ParsingDataError),
)


def dial_error(error: PolyvoxError, *, chat: bool = False) -> DialException:
    """
    The exception of aidial-client for *error*; raise it `from` that.

    Args:
        error: What polyvox raised.
        chat: It came from a chat, which words lost connections in its own way.
    """
    if isinstance(error, StatusError):
        return _status_error(error)
    if isinstance(error, TimeoutExpired):
        if chat:
            return DialException("Request timed out.")
        return DialException("Request timed out", status_code=408)
    if isinstance(error, ConnectionFailed):
        return DialException("Connection error." if chat else "Unknown error during request")
    for ours, theirs in _BY_CLASS:
        if isinstance(error, ours):
            return theirs(error.message)
    return DialException(error.message)


def _status_error(error: StatusError) -> DialException:
    said: str = getattr(error, "server_message", "") or error.message
    from_json = error.body is None or error.body.lstrip().startswith("{")
    facts: dict[str, Any] = {
        "status_code": error.status or 500,
        "type": error.type if from_json else "runtime_error",
        "param": error.param,
        "code": error.code,
        "display_message": error.display_message,
    }
    if isinstance(error, NotFound):
        return ResourceNotFoundError(said, **facts)
    if isinstance(error, PreconditionFailed):
        return EtagMismatchError(said, **facts)
    return DialException(said, **facts)
