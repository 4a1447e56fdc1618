"""
What both clients share: settings, operations in the package's own types, bodies, and streams.

Calls are flows, written once; every failure leaves them as an exception of `errors`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from attrs import evolve

from polyvox.backends.connecting import ClientKeywords, settings_of
from polyvox.compat.aleph_alpha_client.chat import ChatItem, ChatItems
from polyvox.compat.aleph_alpha_client.completion import (
    CompletionResponseStreamItem,
    stream_item_from_json,
)
from polyvox.compat.aleph_alpha_client.errors import replaced_error
from polyvox.compat.aleph_alpha_client.images import optional
from polyvox.compat.aleph_alpha_client.version import MIN_API_VERSION
from polyvox.errors import PolyvoxError
from polyvox_api.aleph_alpha.operations import chat as chat_api
from polyvox_api.aleph_alpha.operations import completions as completions_api
from polyvox_core.auth import credential
from polyvox_core.calling import Answer, Call, call
from polyvox_core.flow import Flow
from polyvox_core.message import Headers
from polyvox_core.operation import Operation, plain
from polyvox_core.retry import Retry
from polyvox_core.secret import Secret
from polyvox_core.settings import Settings
from polyvox_core.streaming import Items
from polyvox_core.timeouts import Timeouts

__all__ = [
    "DEFAULT_REQUEST_TIMEOUT",
    "RETRY_STATUS_CODES",
    "Facts",
    "Session",
    "check_version",
    "shaped",
    "tokenizer_of",
]

T = TypeVar("T")
I = TypeVar("I")  # noqa: E741 - an item

RETRY_STATUS_CODES = frozenset({408, 429, 500, 502, 503, 504})
DEFAULT_REQUEST_TIMEOUT = 305
_LONGEST_WAIT = 32.0


def shaped(operation: Operation[Any], decode: Callable[[Any], T]) -> Operation[T]:
    """The *operation* with its answers read by *decode*, and bodies sent as they are."""
    return evolve(operation, decode=decode, encode=plain)


_CHAT_STREAM = chat_api.CREATE_CHAT_COMPLETION_STREAM.raw()
_COMPLETE_STREAM = shaped(completions_api.COMPLETE_STREAM, stream_item_from_json)


class Facts:
    """
    What a client was told, and shows as attributes.

    Attributes:
        host: Address of the service, with a slash at its end.
        hosting: Where requests may be processed.
        request_timeout_seconds: The longest silence of the service.
        nice: Whether other requests may go first.
        tags: Labels of all requests.
    """

    _session: Session

    def __init__(
        self,
        token: Any,
        host: str,
        hosting: str | None,
        request_timeout_seconds: float,
        nice: bool,
        tags: Sequence[str] | None,
    ) -> None:
        self._token: Secret = token
        self.host = host if host.endswith("/") else f"{host}/"
        self.hosting = hosting
        self.request_timeout_seconds = request_timeout_seconds
        self.nice = nice
        self.tags = tags

    @property
    def token(self) -> str:
        """The API token."""
        return self._token.reveal()

    def settings(self, total_retries: int, options: ClientKeywords) -> Settings:
        """
        Settings of the client's calls.

        Raises:
            InvalidArgument: An argument cannot work.
        """
        seconds = self.request_timeout_seconds
        try:
            options["timeout"] = Timeouts(
                total=None, connect=seconds, read=seconds, write=seconds, pool=None, idle=None
            )
            options["retry"] = Retry(
                attempts=total_retries + 1, wait_max=_LONGEST_WAIT, statuses=RETRY_STATUS_CODES
            )
            return settings_of(
                options,
                backend="aleph_alpha",
                label="Aleph Alpha",
                base_url=self.host,
                credentials=(credential("Authorization", "Bearer ", self._token),),
            )
        except PolyvoxError as error:
            raise replaced_error(error) from error

    def body(self, request: Any, model: str | None) -> dict[str, Any]:
        """The body of a request, with what the client adds to each."""
        more = {"model": model, "hosting": self.hosting, "tags": self.tags}
        return {
            **request.to_json(),
            **{name: value for name, value in more.items() if value is not None},
        }

    def chat_body(self, request: Any, model: str | None) -> dict[str, Any]:
        """The body of a chat; its limit goes by the name that the service knows."""
        body = self.body(request, model)
        return {"max_tokens" if name == "maximum_tokens" else name: body[name] for name in body}

    def __repr__(self) -> str:
        """Name the server, and nothing secret."""
        return f"{type(self).__name__}(host={self.host!r})"


class Session:
    """
    Makes the flows of a client's calls.

    Args:
        facts: What the client was told.
        settings: Made of that.
    """

    def __init__(self, facts: Facts, settings: Settings) -> None:
        self._facts = facts
        self._settings = settings

    def _arguments(self, operation: Operation[Any]) -> dict[str, Any]:
        nice = self._facts.nice and any(one.wire == "nice" for one in operation.parameters)
        return {"nice": True} if nice else {}

    def post(self, operation: Operation[T], body: Mapping[str, Any]) -> Flow[T]:
        """The answer of *operation* to *body*."""
        return self._fetched(operation, self._arguments(operation), body)

    def get(self, operation: Operation[T], **arguments: Any) -> Flow[T]:
        """The answer of *operation*."""
        return self._fetched(operation, arguments, None)

    def _fetched(self, operation: Operation[T], arguments: Mapping[str, Any], body: Any) -> Flow[T]:
        try:
            answer = yield from call(self._settings, operation, arguments, body)
        except PolyvoxError as error:
            raise replaced_error(error) from error
        return answer.value

    def chat_stream(self, request: Any, model: str | None) -> ItemSource[ChatItem]:
        """The items of a streamed chat."""
        items = ChatItems()
        body = self._facts.chat_body(request, model)
        this = self._opened(_CHAT_STREAM, body)
        return ItemSource(this, lambda chunk: [*items.take(chunk)], lambda: [*items.rest()])

    def complete_stream(
        self, request: Any, model: str | None
    ) -> ItemSource[CompletionResponseStreamItem]:
        """The items of a streamed completion."""
        this = self._opened(_COMPLETE_STREAM, self._facts.body(request, model))
        return ItemSource(this, lambda item: [item], list[CompletionResponseStreamItem])

    def _opened(self, operation: Operation[T], body: Mapping[str, Any]) -> Call[T]:
        try:
            return Call(self._settings, operation, self._arguments(operation), body)
        except PolyvoxError as error:
            raise replaced_error(error) from error


class ItemSource(Generic[I]):
    """
    The items of one stream.

    Args:
        call: The streaming call.
        take: The items that a chunk gives.
        rest: The items that are left at the end.
    """

    def __init__(
        self, call: Call[Any], take: Callable[[Any], list[I]], rest: Callable[[], list[I]]
    ) -> None:
        self._call = call
        self._chunks = Items(call)
        self._take = take
        self._rest = rest

    @property
    def headers(self) -> Headers:
        """Headers of the answer; empty before it is open."""
        return self._chunks.headers

    def open(self) -> Flow[None]:
        """Send the request and wait for the first chunks."""
        try:
            yield from self._chunks.open()
        except PolyvoxError as error:
            raise replaced_error(error) from error

    def pull(self) -> Flow[list[I]]:
        """The next items, at least one; none at the end."""
        items: list[I] = []
        try:
            while not items:
                chunks = yield from self._chunks.pull()
                if not chunks:
                    rest = self._rest()
                    self._rest = list[I]
                    return rest
                for chunk in chunks:
                    items += self._read(chunk)
        except PolyvoxError as error:
            raise replaced_error(error) from error
        return items

    def _read(self, chunk: Any) -> list[I]:
        return self._call.read(lambda: self._take(chunk), Answer(chunk, 200, self.headers))

    def close(self) -> Flow[None]:
        """Free the connection at once."""
        yield from self._chunks.close()


def check_version(text: str) -> None:
    """
    See that the service is not too old.

    Raises:
        RuntimeError: It is.
    """
    least, found = _numbers(MIN_API_VERSION), _numbers(text)
    if found < least:
        msg = f"The service has version {text!r}; at least {MIN_API_VERSION} is needed. Update it."
        raise RuntimeError(msg)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text)[:3])


def tokenizer_of(text: str) -> Any:
    """
    A tokenizer made of its description; needs the package `tokenizers`.

    Raises:
        ImportError: That package is not installed.
    """
    return optional("tokenizers", "tokenizers", "A tokenizer").Tokenizer.from_str(text)
