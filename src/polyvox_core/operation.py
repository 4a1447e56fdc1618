"""
An API operation as data: what the generated packages hold, and what `calling` executes.

Nothing here does anything; one `Operation` object describes method, path, parameters, body,
answer and, for streams, how items are framed and when an end is legitimate.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Generic, Literal, TypeVar

from attrs import evolve, field, frozen

__all__ = ["EndRule", "Operation", "Parameter", "StreamRule", "late", "nothing", "plain"]

T = TypeVar("T")

Place = Literal["path", "query", "header"]
BodyKind = Literal["json", "multipart", "bytes", "none"]
AnswerKind = Literal["json", "text", "bytes", "empty"]
Framing = Literal["sse", "ndjson"]


def plain(source: Any) -> Any:
    """Encoder or decoder of values that travel as they are."""
    return source


def nothing(source: Any) -> None:
    """Decoder of answers without a body."""


class _Late:
    """A function that is loaded at its first call."""

    __slots__ = ("_function", "_module", "_name", "_package")

    def __init__(self, package: str, module: str, name: str) -> None:
        self._package = package
        self._module = module
        self._name = name
        self._function: Callable[[Any], Any] | None = None

    def __call__(self, source: Any) -> Any:
        function = self._function
        if function is None:
            module = import_module(self._module, self._package)
            function = self._function = getattr(module, self._name)
        return function(source)

    def __repr__(self) -> str:
        return f"<late {self._name}>"


def late(importer: str, module: str, name: str) -> Callable[[Any], Any]:
    """
    The function *name* of *module*, which is loaded at the first call.

    A model class costs half a millisecond to create; so an operation loads those it needs when
    it is called, and none when it is merely listed.

    Args:
        importer: `__name__` of the module that asks.
        module: Relative to it, such as `..models.chat`.
        name: The function's name.
    """
    return _Late(importer.rpartition(".")[0], module, name)


@frozen
class Parameter:
    """
    One parameter of an operation.

    Attributes:
        wire: Name on the wire.
        place: Where it travels.
        segments: The value may hold slashes; each segment is percent-encoded by itself.
        may_be_empty: A path parameter that may be the empty text (a bucket's root).
        joined: A list travels as one comma-separated value.
    """

    wire: str
    place: Place
    segments: bool = False
    may_be_empty: bool = False
    joined: bool = False


@frozen
class EndRule:
    """
    One sign that a stream is complete.

    Attributes:
        data: This literal payload ends the stream (`[DONE]`).
        path: JSON pointer into an item, `*` for every element of a list; the sign is a
            non-null value there, or one that `values` names.
        values: What the value at `path` must be one of.
        event: An event of this name.
        count: This many items.
    """

    data: str | None = None
    path: str | None = None
    values: tuple[Any, ...] = ()
    event: str | None = None
    count: int | None = None


@frozen
class StreamRule:
    """
    How a stream is framed and when it may end.

    Attributes:
        framing: `sse` (text/event-stream) or `ndjson` (one JSON value per line).
        ends: Any of these makes an end legitimate; empty means the stream never ends by itself.
        endless: The server never ends it: leaving is the caller's part.
        error_key: Member that marks an item as an error report.
        constants: Members merged into the request body to ask for a stream.
        text: Items are plain text instead of JSON.
        tolerant: The answer may as well be framed the other way, or be one JSON document: the
            first bytes decide.
    """

    framing: Framing
    ends: tuple[EndRule, ...] = ()
    endless: bool = False
    error_key: str = "error"
    constants: dict[str, Any] = field(factory=dict[str, Any])
    text: bool = False
    tolerant: bool = False


@frozen(eq=False)
class Operation(Generic[T]):
    """
    One operation of an API; `T` is what a call returns, or one item of a stream.

    Attributes:
        id: Name in the specification.
        method: HTTP method.
        path: Template with `{parameter}` places.
        decode: Turns the decoded JSON (or text) of the answer into `T`.
        parameters: In the order of the specification.
        body: How the body travels.
        encode: Turns the body value into JSON.
        answer: What a successful answer holds.
        may_be_empty: A successful answer without a body is None instead of an error.
        secured: The credential is sent.
        stream: Set for streaming operations.
    """

    id: str
    method: str
    path: str
    decode: Callable[[Any], T] = plain
    parameters: tuple[Parameter, ...] = ()
    body: BodyKind = "none"
    encode: Callable[[Any], Any] = plain
    answer: AnswerKind = "json"
    may_be_empty: bool = False
    secured: bool = True
    stream: StreamRule | None = None

    def raw(self) -> Operation[Any]:
        """The same operation with JSON values as they are, for code that reads them itself."""
        return evolve(self, decode=plain, encode=plain)
