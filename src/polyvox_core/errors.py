"""
The one tree of exceptions.

    PolyvoxError
    |-- ConfigError                 what the caller passed is wrong; nothing was sent
    |   |-- UrlError                a URL, path or file name is malformed or unsafe
    |   |   `-- ForeignOriginError  an absolute URL points at another server
    |   |-- UnsupportedError        this backend has no such feature
    |   |-- StateFileRefused        a file that polyvox keeps is damaged, newer, in use or another's
    |   `-- BodyNotRewindable       the body cannot be sent a second time
    |-- ConnectionFailed            no answer arrived
    |   |-- ConnectFailed           the connection could not be made
    |   `-- TimeoutExpired
    |       |-- ConnectTimeout  ReadTimeout  WriteTimeout  PoolTimeout
    |       |-- DeadlineExceeded    the total time is used up
    |       `-- IdleTimeout         a stream delivered no event for too long
    |-- StatusError                 the server answered with an error status
    |   |-- NotModified  RedirectRefused  BadRequest  AuthenticationError  PermissionDenied
    |   |-- NotFound  Conflict  PreconditionFailed  PayloadTooLarge  UnprocessableRequest
    |   `-- RateLimited  ServerError
    |-- ResponseError               the answer is not what the operation promises
    |   |-- UnexpectedContentType  DecodeError  ResponseTooLarge
    |   |-- IntegrityError          a download differs from its checksum or length
    |   |-- InvalidValue            a JSON value does not fit a type
    |   `-- ExtractError            a model did not give the object that was asked for
    |-- AllMembersFailed            no member of a failover pool gave an answer
    |-- ToolError                   a tool failed; carries the run so far in `partial`
    |-- RoundsExceeded              the model asks for tools without end; same
    `-- StreamError                 carries what arrived so far in `partial`
        `-- StreamTruncated  StreamInterrupted  StreamProtocolError  StreamClosed

Every message says what happened, why, and what to do. No message, attribute or pickle
holds a credential.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Self

__all__ = [
    "AllMembersFailed",
    "AuthenticationError",
    "BadRequest",
    "BodyNotRewindable",
    "ConfigError",
    "Conflict",
    "ConnectFailed",
    "ConnectTimeout",
    "ConnectionFailed",
    "DeadlineExceeded",
    "DecodeError",
    "ExtractError",
    "ForeignOriginError",
    "IdleTimeout",
    "IntegrityError",
    "InvalidValue",
    "NotFound",
    "NotModified",
    "PayloadTooLarge",
    "PermissionDenied",
    "PolyvoxError",
    "PoolTimeout",
    "PreconditionFailed",
    "RateLimited",
    "ReadTimeout",
    "RedirectRefused",
    "ResponseError",
    "ResponseTooLarge",
    "RoundsExceeded",
    "ServerError",
    "StateFileRefused",
    "StatusError",
    "StreamClosed",
    "StreamError",
    "StreamInterrupted",
    "StreamProtocolError",
    "StreamTruncated",
    "TimeoutExpired",
    "ToolError",
    "UnexpectedContentType",
    "UnprocessableRequest",
    "UnsupportedError",
    "UrlError",
    "WriteTimeout",
    "status_error_class",
]


class PolyvoxError(Exception):
    """
    Anything that polyvox raises on purpose.

    Args:
        message: What happened and why, one or two sentences.
        hint: What to do about it; appended to the message.
        status: HTTP status, when an answer arrived.
        code: The server's own error code, as text.
        request_id: The server's id for this request, for its operator.
        body: The error body as text, masked, cut at 64 KiB.
        backend: Name of the backend, such as "dial".
        attributes: More facts (`retry_after`, `type`, `param`, `display_message`, `partial`,
            `attempts`, `served_by`); absent ones read as None.
    """

    retryable: ClassVar[bool] = False
    keeps_cause: ClassVar[bool] = False

    retry_after: float | None = None
    type: str | None = None
    param: str | None = None
    display_message: str | None = None
    partial: Any = None
    attempts: int | None = None
    etag: str | None = None
    served_by: str | None = None

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        status: int | None = None,
        code: str | None = None,
        request_id: str | None = None,
        body: str | None = None,
        backend: str | None = None,
        **attributes: Any,
    ) -> None:
        super().__init__(f"{message} {hint}" if hint else message)
        self.message = message
        self.hint = hint
        self.status = status
        self.code = code
        self.request_id = request_id
        self.body = body
        self.backend = backend
        self.__dict__.update(attributes)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy by message and attributes."""
        return _rebuild, (self.__class__, dict(self.__dict__))

    def with_(self, **attributes: Any) -> Self:
        """The same error with *attributes* set; for adding facts on the way up."""
        self.__dict__.update(attributes)
        return self


def _rebuild(cls: type[PolyvoxError], attributes: dict[str, Any]) -> PolyvoxError:
    error = cls(attributes["message"], hint=attributes["hint"])
    error.__dict__.update(attributes)
    return error


class ConfigError(PolyvoxError):
    """What the caller passed cannot work; nothing was sent."""


class UrlError(ConfigError):
    """A URL, path or file name is malformed or unsafe."""


class ForeignOriginError(UrlError):
    """An absolute URL points at another server than the client's; nothing was sent."""


class UnsupportedError(ConfigError, AttributeError):
    """This backend has no such feature; the message names what it does offer."""


class StateFileRefused(ConfigError):
    """
    A file that polyvox writes and reads cannot be used.

    It is damaged, of a newer version, in use by another process, or of something else.
    """


class BodyNotRewindable(ConfigError):
    """A request body that can be read only once would have to be sent again."""


class ConnectionFailed(PolyvoxError):
    """The connection broke or never came about; no whole answer arrived."""

    retryable = True


class ConnectFailed(ConnectionFailed):
    """No connection could be made: name look-up, refused, or the TLS handshake."""


class TimeoutExpired(ConnectionFailed):
    """One of the time limits ran out."""


class ConnectTimeout(TimeoutExpired):
    """Connecting, the TLS handshake included, took too long."""


class ReadTimeout(TimeoutExpired):
    """The server sent nothing for too long."""


class WriteTimeout(TimeoutExpired):
    """The server accepted no data for too long."""


class PoolTimeout(TimeoutExpired):
    """No connection of the pool became free in time."""


class DeadlineExceeded(TimeoutExpired):
    """The total time of the call, over all attempts and waits, is used up."""

    retryable = False


class IdleTimeout(TimeoutExpired):
    """A stream delivered no event for too long; comments and pings do not count."""

    retryable = False


class StatusError(PolyvoxError):
    """The server answered with an error status."""


class NotModified(StatusError):
    """304: the content still has the ETag given as If-None-Match."""


class RedirectRefused(StatusError):
    """3xx: the server sent the client elsewhere; API calls never follow."""


class BadRequest(StatusError):
    """400: the server refused the request as malformed."""


class AuthenticationError(StatusError):
    """401: the credential is missing, wrong or expired."""


class PermissionDenied(StatusError):
    """403: the credential is known, but does not allow this."""


class NotFound(StatusError):
    """404: no such deployment, file or resource."""


class Conflict(StatusError):
    """409: the state of the resource forbids this; trying again will not help by itself."""


class PreconditionFailed(StatusError):
    """412: an ETag condition (If-Match, If-None-Match) does not hold."""


class PayloadTooLarge(StatusError):
    """413: the body exceeds what the server accepts."""


class UnprocessableRequest(StatusError):
    """422: the request is well-formed, but the server cannot process it."""


class RateLimited(StatusError):
    """429: too many requests or tokens; `retry_after` holds the server's wait in seconds."""

    retryable = True


class ServerError(StatusError):
    """5xx: the server or something behind it failed."""

    retryable = True


class ResponseError(PolyvoxError):
    """An answer arrived, but it is not what the operation promises."""


class UnexpectedContentType(ResponseError):
    """The answer is of another media type, for example an HTML page."""


class DecodeError(ResponseError):
    """The answer is not valid JSON, or lacks what the specification requires."""


class ResponseTooLarge(ResponseError):
    """The answer exceeds the limit, before or after decompression."""


class IntegrityError(ResponseError):
    """A download differs from its announced length or checksum."""


class AllMembersFailed(PolyvoxError):
    """
    No member of a failover pool gave an answer.

    Attributes:
        failures: What each member failed with, by its name; of those that are cooling down and
            were not asked, what they had failed with before.
        retry_after: Seconds until the next member has cooled down.
    """

    retryable = True

    failures: Mapping[str, PolyvoxError] = MappingProxyType({})


class InvalidValue(ResponseError):
    """A JSON value does not fit a type: at `path`, such as `$.age`; all that is in `faults`."""

    path: str | None = None
    faults: tuple[str, ...] = ()


class ExtractError(ResponseError):
    """A model's answer, `raw` and whole in `reply`, does not fit; see `path` and `faults`."""

    raw: str = ""
    reply: Any = None
    path: str | None = None
    faults: tuple[str, ...] = ()


class ToolError(PolyvoxError):
    """
    A tool of a run has no value to give; `__cause__` is what it raised, if it did.

    Attributes:
        tool: Its name.
        reason: unknown, arguments, refused, raised or result.
    """

    tool: str = ""
    reason: str = ""
    # What a tool raises is the caller's own error, and keeps its traceback.
    keeps_cause: ClassVar[bool] = True


class RoundsExceeded(PolyvoxError):
    """A run reached its bound, and the model still asks for tools; `partial` is the run so far."""


class StreamError(PolyvoxError):
    """A stream failed; `partial` holds what had arrived."""


class StreamTruncated(StreamError):
    """The stream ended in good order, but without its end marker: the answer is incomplete."""


class StreamInterrupted(StreamError):
    """The connection broke in the middle of the stream."""


class StreamProtocolError(StreamError):
    """The stream holds something that its specification does not allow."""


class StreamClosed(StreamError):
    """The stream was read after it had been closed, or a second time."""


_BY_STATUS: dict[int, type[StatusError]] = {
    304: NotModified,
    400: BadRequest,
    401: AuthenticationError,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    412: PreconditionFailed,
    413: PayloadTooLarge,
    422: UnprocessableRequest,
    429: RateLimited,
}


def status_error_class(status: int) -> type[StatusError]:
    """The class for an HTTP *status*; `StatusError` itself for those without one of their own."""
    if status >= 500:
        return ServerError
    if 300 <= status < 400 and status != 304:
        return RedirectRefused
    return _BY_STATUS.get(status, StatusError)
