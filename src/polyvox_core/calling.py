"""
The flow of one call: prepare, authorise, send, check, read, decode, and try again if it pays.

Every answer and every failure of every backend passes through here; `explaining` words the
failures, `retry` decides about another try, `observing` tells who listens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any, Generic, NamedTuple, TypeVar

from polyvox_core.auth import Credential, checked_secret
from polyvox_core.bodies import read_all, read_error_body, text_of
from polyvox_core.errors import (
    ConfigError,
    DeadlineExceeded,
    DecodeError,
    PolyvoxError,
    StatusError,
)
from polyvox_core.explaining import Explainer
from polyvox_core.flow import Ask, Flow, Incoming, Open, Sleep
from polyvox_core.json import loads
from polyvox_core.message import Headers, Request
from polyvox_core.observing import (
    CallDone,
    FirstItem,
    RequestSent,
    ResponseReceived,
    RetryPlanned,
)
from polyvox_core.operation import Operation
from polyvox_core.preparing import Prepared, prepare
from polyvox_core.sealing import seal
from polyvox_core.secret import Secret
from polyvox_core.settings import NO_OPTIONS, CallOptions, Settings
from polyvox_core.shapes import as_text, is_object
from polyvox_core.timeouts import Patience

__all__ = ["READING_FAULTS", "Answer", "Call", "call"]

T = TypeVar("T")
R = TypeVar("R")

# What reading a value of an unforeseen shape raises.
READING_FAULTS = (
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    IndexError,
    RecursionError,
)


_numbers = count(1)


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

    Attributes:
        patience: How long it may still take.
        explain: Words its failures.
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
        self.explain = Explainer(self.settings, operation.id, self.prepared.call)
        self._facts = (
            next(_numbers),
            self.settings.backend,
            operation.id,
            self.prepared.call,
            _model(arguments, body),
            self.settings.origin.netloc,
        )
        self._begin = self.settings.clock()
        self._attempt = 1

    def attempts(self, finish: Callable[[Incoming], Flow[R]]) -> Flow[R]:
        """
        Send the request until *finish* succeeds with its answer or another try makes no sense.

        Raises:
            PolyvoxError: What the last attempt ended with.
        """
        retry = self.settings.retry
        resent = paid = 0
        while True:
            try:
                incoming = yield from self._sent()
                result = yield from finish(incoming)
            except PolyvoxError as error:
                seal(error, self.explain.secrets)
                wait = self._wait(error, resent)
                if wait is None:
                    raise self.failed(error)  # noqa: B904 - the same error, with more facts
                paid = retry.cost(error)
                resent += not isinstance(error, StatusError)
                self._tell_retry(wait, error)
            else:
                retry.budget.give(paid or 1)
                return result
            self._attempt += 1
            # The attempt that failed had an idle limit of its own.
            self.patience.idle_until = None
            yield Sleep(wait)

    def _sent(self) -> Flow[Incoming]:
        """Send one attempt; the head of its answer, which is a success."""
        events = self.settings.events
        request = yield from self._authorised()
        if events.wanted("request"):
            events.tell("request", RequestSent(*self._facts, self._attempt))
        incoming: Incoming = yield Open(request)
        incoming.headers = self.explain.safe(incoming.headers)
        if events.wanted("response"):
            seconds = self.settings.clock() - self._begin
            received = ResponseReceived(
                *self._facts, self._attempt, incoming.status, seconds, incoming.headers
            )
            events.tell("response", received)
        if not 200 <= incoming.status < 300:
            try:
                body = yield from read_error_body(incoming)
            except DeadlineExceeded:
                raise
            except PolyvoxError:
                body = ""
            raise self.explain.status_error(incoming.status, incoming.headers, body)
        return incoming

    def _wait(self, error: PolyvoxError, resent: int) -> float | None:
        """Seconds until the next attempt, or None when *error* is final."""
        retry = self.settings.retry
        body = self.prepared.body
        rewindable = body is None or isinstance(body, bytes) or body.rewindable
        if not rewindable or not retry.worth(error, self._attempt, self.prepared.method, resent):
            return None
        wait = retry.wait(self._attempt, error.retry_after)
        left = self.patience.left()
        if left is not None and wait >= left:
            return None
        return wait if retry.budget.take(retry.cost(error)) else None

    def _authorised(self) -> Flow[Request]:
        """The request with its credential, asked for anew."""
        prepared = self.prepared
        # Secrets until the last moment: a function of the caller may raise between two.
        credentials: list[tuple[Credential, Secret]] = []
        given = {name.lower() for name, _ in prepared.trailing}
        for credential in self.settings.credentials if prepared.secured else ():
            if credential.header.lower() in given:
                continue  # The caller's own header replaces it, as any other.
            value: Any = credential.value
            if not isinstance(value, Secret):
                value = checked_secret((yield Ask(value)), credential.header)
            if value not in self.explain.secrets:
                self.explain.secrets.append(value)
            credentials.append((credential, value))
        again = [("X-Retry-Count", str(self._attempt - 1))] if self._attempt > 1 else []
        return Request(
            prepared.method,
            self.settings.origin,
            prepared.target,
            [
                *prepared.leading,
                *(credential.headers(secret) for credential, secret in credentials),
                *prepared.trailing,
                *again,
            ],
            prepared.body,
            self.patience,
        )

    def _tell_retry(self, wait: float, error: PolyvoxError) -> None:
        events = self.settings.events
        if events.wanted("retry"):
            events.tell("retry", RetryPlanned(*self._facts, self._attempt, wait, error))

    def began(self) -> None:
        """Say that the first items of a stream are there."""
        events = self.settings.events
        if events.wanted("first_token"):
            seconds = self.settings.clock() - self._begin
            events.tell("first_token", FirstItem(*self._facts, seconds))

    def done(self, value: Any) -> None:
        """Say that the call ended well, with *value*."""
        self._tell_done(None, value)

    def failed(self, error: PolyvoxError, value: Any = None) -> PolyvoxError:
        """Say that the call ended with *error*; gives it back with what is known."""
        seal(error, self.explain.secrets)
        error.with_(attempts=self._attempt, backend=self.settings.backend)
        self._tell_done(error, value)
        return error

    def _tell_done(self, error: PolyvoxError | None, value: Any) -> None:
        events = self.settings.events
        if events.wanted("done"):
            seconds = self.settings.clock() - self._begin
            events.tell("done", CallDone(*self._facts, seconds, self._attempt, error, value))

    def decoded(self, value: Any, headers: Headers) -> T:
        """
        The *value* as the operation's type.

        Raises:
            DecodeError: It lacks what the specification requires.
        """
        try:
            return self.operation.decode(value)
        except READING_FAULTS as error:
            raise self.explain.undecodable(error, value, headers) from error

    def read(self, reading: Callable[[], R], answer: Answer[Any]) -> R:
        """
        What *reading* makes of an answer's value.

        Raises:
            DecodeError: The value lacks what it reads.
        """
        try:
            return reading()
        except READING_FAULTS as error:
            raise self.explain.undecodable(error, answer.value, answer.headers) from error

    def answered(
        self,
        reading: Callable[[Any, Headers], R],
        finish: Callable[[Incoming], Flow[Answer[Any]]] | None = None,
    ) -> Flow[R]:
        """
        What *reading* makes of the value and the headers of the answer.

        Args:
            reading: From decoded JSON to the result.
            finish: Reads the answer; by default `whole`.

        Raises:
            PolyvoxError: Any of the tree.
            DecodeError: The value lacks what *reading* needs.
        """
        answer = yield from self.attempts(finish or self.whole)
        try:
            made = self.read(lambda: reading(answer.value, answer.headers), answer)
        except DecodeError as error:
            raise self.failed(error)  # noqa: B904 - the same error, with more facts
        self.done(made)
        return made

    def whole(self, incoming: Incoming) -> Flow[Answer[T]]:
        """Read and decode an answer that is read as a whole."""
        headers, kind = incoming.headers, self.operation.answer
        body = yield from read_all(incoming, self.settings.max_body_bytes)
        if kind == "empty" or (self.operation.may_be_empty and not body.strip()):
            empty: Any = None
            return Answer(empty, incoming.status, headers)
        value = text_of(body, headers) if kind == "text" else self._json(body, headers)
        return Answer(self.decoded(value, headers), incoming.status, headers)

    def _json(self, body: bytes, headers: Headers) -> Any:
        content_type = headers.get("content-type", "")
        if "html" in content_type:
            raise self.explain.wrong_type(headers, body)
        try:
            value = loads(body)
        except ValueError as error:
            raise self.explain.no_json(error, body, headers) from None
        if is_object(value) and len(value) == 1 and value.get("error"):
            raise self.explain.reported(value, headers)
        return value


def _model(arguments: Mapping[str, Any], body: Any) -> str | None:
    """The model that a call asks for: in its body, or the deployment in its path."""
    found = body.get("model") if is_object(body) else getattr(body, "model", None)
    return as_text(found) or as_text(arguments.get("deployment_name"))


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
    answer = yield from this.attempts(this.whole)
    this.done(answer.value)
    return answer
