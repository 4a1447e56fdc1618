"""
The flow of one call: prepare, authorise, send, check, read, decode, and try again if it pays.

Every answer and every failure of every backend passes through here, so that errors are typed,
masked and explained in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from polyvox_core.auth import checked_secret
from polyvox_core.decode_content import decoder_for
from polyvox_core.error_bodies import (
    ErrorFacts,
    facts_of_body,
    facts_of_value,
    streamed_error_class,
)
from polyvox_core.errors import (
    AuthenticationError,
    BadRequest,
    ConfigError,
    Conflict,
    DeadlineExceeded,
    DecodeError,
    NotFound,
    PayloadTooLarge,
    PermissionDenied,
    PolyvoxError,
    PreconditionFailed,
    RateLimited,
    RedirectRefused,
    ResponseTooLarge,
    ServerError,
    StatusError,
    UnexpectedContentType,
    status_error_class,
)
from polyvox_core.flow import Ask, Close, Flow, Incoming, Open, Read, Sleep
from polyvox_core.json import loads
from polyvox_core.message import Headers, Request, request_id_of
from polyvox_core.operation import Operation
from polyvox_core.preparing import Prepared, prepare
from polyvox_core.retry import should_retry
from polyvox_core.retry_after import parse_retry_after
from polyvox_core.secret import Secret, mask
from polyvox_core.settings import NO_OPTIONS, CallOptions, Settings
from polyvox_core.shapes import is_object
from polyvox_core.timeouts import Patience

__all__ = ["Answer", "Call", "call"]

T = TypeVar("T")
R = TypeVar("R")

_ERROR_BODY_LIMIT = 64 * 1024
_HINTS: dict[type[StatusError], str] = {
    RedirectRefused: "Set base_url to the server's own address; API calls follow no redirects.",
    BadRequest: "Check the arguments of the call.",
    AuthenticationError: "Check the API key or token.",
    PermissionDenied: "Ask the server's operator for access.",
    NotFound: "Check the name and base_url.",
    Conflict: "Look at the state of the resource first.",
    PreconditionFailed: "Read the resource again and use its new ETag.",
    PayloadTooLarge: "Send less at once.",
    RateLimited: "Wait, or ask the server's operator for a higher limit.",
    ServerError: "Try again later, or ask the server's operator.",
}


class Answer(NamedTuple, Generic[T]):
    """A decoded answer with its status and headers."""

    value: T
    status: int
    headers: Headers


class Call(Generic[T]):
    """
    One call on its way: the state that its attempts share.

    Args:
        settings: Of the client.
        operation: What is called.
        arguments: Parameter values by their names on the wire.
        body: Value of the body, if the operation has one.
        options: What this call changes.
    """

    def __init__(
        self,
        settings: Settings,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = None,
        options: CallOptions | None = None,
    ) -> None:
        options = options or NO_OPTIONS
        self.settings = settings if options is NO_OPTIONS else settings.changed(options)
        self.operation = operation
        self.prepared: Prepared = prepare(self.settings, operation, arguments, body, options)
        self.patience = Patience(self.settings.timeouts, self.settings.clock)
        self.secrets: list[Secret] = []

    def attempts(self, finish: Callable[[Incoming], Flow[Any]]) -> Flow[Any]:
        """
        Send the request until *finish* succeeds with its answer or another try makes no sense.

        Raises:
            PolyvoxError: What the last attempt ended with.
        """
        retry = self.settings.retry
        attempt, resent, paid = 1, 0, 0
        while True:
            try:
                incoming = yield Open((yield from self._authorised()))
                if not 200 <= incoming.status < 300:
                    raise (yield from self._status_error(incoming))
                result = yield from finish(incoming)
            except PolyvoxError as error:
                wait = self._wait(error, attempt, resent)
                if wait is None:
                    raise error.with_(attempts=attempt, backend=self.settings.backend)
                paid = retry.cost(error)
                resent += not isinstance(error, StatusError)
            else:
                retry.budget.give(paid or 1)
                return result
            attempt += 1
            yield Sleep(wait)

    def _wait(self, error: PolyvoxError, attempt: int, resent: int) -> float | None:
        """Seconds until the next attempt, or None when *error* is final."""
        retry = self.settings.retry
        body = self.prepared.body
        rewindable = body is None or isinstance(body, bytes) or body.rewindable
        if not rewindable or not retry.worth(error, attempt, self.prepared.method, resent):
            return None
        wait = retry.wait(attempt, error.retry_after)
        left = self.patience.left()
        if left is not None and wait >= left:
            return None
        return wait if retry.budget.take(retry.cost(error)) else None

    def _authorised(self) -> Flow[Request]:
        """The request with its credential, asked for anew."""
        prepared = self.prepared
        credentials: list[tuple[str, str]] = []
        for credential in self.settings.credentials if prepared.secured else ():
            value: Any = credential.value
            if not isinstance(value, Secret):
                value = checked_secret((yield Ask(value)), credential.header)
            if value not in self.secrets:
                self.secrets.append(value)
            credentials.append(credential.headers(value))
        return Request(
            prepared.method,
            self.settings.origin,
            prepared.target,
            [*prepared.leading, *credentials, *prepared.trailing],
            prepared.body,
            self.patience,
        )

    def _status_error(self, incoming: Incoming) -> Flow[StatusError]:
        """The error for an answer with an error status; reads its body, up to a limit."""
        try:
            body = yield from self._read_error_body(incoming)
        except DeadlineExceeded:
            raise
        except PolyvoxError:
            body = ""
        headers = incoming.headers
        body = mask(body, self.secrets)
        facts = facts_of_body(body, headers.get("content-type", ""))
        error = status_error_class(incoming.status)
        return self._explained(error, incoming.status, facts, headers).with_(
            body=body,
            request_id=request_id_of(headers),
            retry_after=parse_retry_after(headers, self.settings.wall_clock()),
            should_retry=should_retry(headers),
            etag=headers.get("etag"),
            headers=headers,
        )

    def _read_error_body(self, incoming: Incoming) -> Flow[str]:
        decoder = decoder_for(incoming.headers.get("content-encoding"), max_bytes=1 << 20)
        body = b""
        while len(body) < _ERROR_BODY_LIMIT and (chunk := (yield Read(incoming))):
            body += decoder.feed(chunk) if decoder else chunk
        yield Close(incoming)
        return body[:_ERROR_BODY_LIMIT].decode("utf-8", "replace")

    def _explained(
        self, error: type[StatusError], status: int | None, facts: ErrorFacts, headers: Headers
    ) -> StatusError:
        settings = self.settings
        said = f": {facts.message}" if facts.message else ""
        stop = "" if said.endswith((".", "!", "?")) else "."
        answered = f"answered {status} to" if status else "reported an error in the stream of"
        msg = f"{settings.label} {answered} {self.prepared.call}{said}{stop}"
        if 300 <= (status or 0) < 400 and "location" in headers:
            msg += " It redirects elsewhere."
        hint = self._hint(error)
        return error(
            mask(msg, self.secrets),
            hint=hint,
            status=status,
            backend=settings.backend,
            **{
                name: mask(text, self.secrets) if text else text
                for name, text in facts._asdict().items()
                if name != "message"
            },
            server_message=mask(facts.message, self.secrets),
        )

    def _hint(self, error: type[StatusError]) -> str:
        """What to do: the backend's own advice for this operation, for this error, or ours."""
        hints = self.settings.hints
        return (
            hints.get((self.operation.id, error))
            or hints.get(error)
            or next((hint for kind, hint in _HINTS.items() if issubclass(error, kind)), "")
        )

    def reported(self, value: Any, headers: Headers) -> StatusError:
        """The error that a decoded *value* inside a successful answer reports."""
        facts = facts_of_value(value)
        error, status = streamed_error_class(facts)
        return self._explained(error, status, facts, headers).with_(
            request_id=request_id_of(headers)
        )

    def decoded(self, value: Any, headers: Headers) -> T:
        """
        The *value* as the operation's type.

        Raises:
            DecodeError: It lacks what the specification requires.
        """
        return self._guarded(lambda: self.operation.decode(value), value, headers)

    def read(self, reading: Callable[[], R], answer: Answer[Any]) -> R:
        """
        What *reading* makes of an answer's value.

        Raises:
            DecodeError: The value lacks what it reads.
        """
        return self._guarded(reading, answer.value, answer.headers)

    def _guarded(self, reading: Callable[[], R], value: Any, headers: Headers) -> R:
        try:
            return reading()
        except (
            KeyError,
            TypeError,
            ValueError,
            AttributeError,
            IndexError,
            RecursionError,
        ) as error:
            msg = f"{self.settings.label} answered {self.prepared.call} with {_fault(error)}."
            hint = "The server differs from its specification; the raw answer is in `body`."
            raise DecodeError(
                msg,
                hint=hint,
                body=mask(str(value)[:_ERROR_BODY_LIMIT], self.secrets),
                request_id=request_id_of(headers),
                backend=self.settings.backend,
            ) from error

    def whole(self, incoming: Incoming) -> Flow[Answer[T]]:
        """Read and decode an answer that is read as a whole."""
        headers = incoming.headers
        body = yield from read_all(incoming, self.settings.max_body_bytes)
        answer = self.operation.answer
        if answer == "empty" or (self.operation.may_be_empty and not body.strip()):
            empty: Any = None
            return Answer(empty, incoming.status, headers)
        if answer == "text":
            return Answer(self.decoded(_as_text(body, headers), headers), incoming.status, headers)
        value = self._json(body, headers)
        if is_object(value) and len(value) == 1 and value.get("error"):
            raise self.reported(value, headers)
        return Answer(self.decoded(value, headers), incoming.status, headers)

    def _json(self, body: bytes, headers: Headers) -> Any:
        content_type = headers.get("content-type", "")
        try:
            if "html" in content_type:
                raise ValueError(content_type)  # noqa: TRY301 - one place words the error
            return loads(body)
        except ValueError as error:
            text = mask(body[:_ERROR_BODY_LIMIT].decode("utf-8", "replace"), self.secrets)
            facts: dict[str, Any] = {
                "body": text,
                "request_id": request_id_of(headers),
                "backend": self.settings.backend,
            }
            if "json" in content_type or (not content_type and text[:1] != "<"):
                what = "an empty body" if not body.strip() else f"broken JSON ({error})"
                msg = f"{self.settings.label} answered {self.prepared.call} with {what}."
                raise DecodeError(
                    msg, hint="Try again; a proxy may have cut it.", **facts
                ) from None
            raise self.wrong_type(content_type, **facts) from None

    def wrong_type(self, content_type: str, **facts: Any) -> UnexpectedContentType:
        """The error for an answer of another media type."""
        kind = content_type or "no content type"
        msg = f"{self.settings.label} answered {self.prepared.call} with {kind}."
        hint = f"Is base_url right ({self.settings.base_url})? A web page or a proxy answered."
        return UnexpectedContentType(msg, hint=hint, **facts)


def call(
    settings: Settings,
    operation: Operation[T],
    arguments: Mapping[str, Any],
    body: Any = None,
    options: CallOptions | None = None,
) -> Flow[Answer[T]]:
    """
    Call *operation* and decode its answer.

    Raises:
        PolyvoxError: Any of the tree; see `polyvox_core.errors`.
    """
    if operation.stream is not None:
        msg = f"{operation.id} is a stream."
        raise ConfigError(msg, hint="Open it with stream() instead of call().")
    this = Call(settings, operation, arguments, body, options)
    answer: Answer[T] = yield from this.attempts(this.whole)
    return answer


def read_all(incoming: Incoming, limit: int) -> Flow[bytes]:
    """
    The whole body of *incoming*, decompressed.

    Raises:
        ResponseTooLarge: It exceeds *limit* bytes.
    """
    decoder = decoder_for(incoming.headers.get("content-encoding"), max_bytes=limit)
    chunks: list[bytes] = []
    size = 0
    while chunk := (yield Read(incoming)):
        piece = decoder.feed(chunk) if decoder else chunk
        size += len(piece)
        if size > limit:
            yield Close(incoming)
            msg = f"The answer exceeds {limit} bytes."
            raise ResponseTooLarge(msg, hint="Ask for less, or raise max_body_bytes.")
        chunks.append(piece)
    if decoder:
        chunks.append(decoder.finish())
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _as_text(body: bytes, headers: Headers) -> str:
    _, _, charset = headers.get("content-type", "").partition("charset=")
    try:
        return body.decode(charset.strip(" \"'") or "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def _fault(error: Exception) -> str:
    """What a decoder stumbled over, with the names of the models it was in."""
    models: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_name
        if name.startswith("decode_"):
            models.append(name.removeprefix("decode_"))
        trace = trace.tb_next
    where = f" in {' > '.join(models)}" if models else ""
    if isinstance(error, KeyError):
        return f"a missing member {error.args[0]!r}{where}"
    return f"a value of an unexpected kind{where} ({error})"
