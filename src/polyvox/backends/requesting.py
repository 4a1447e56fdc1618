"""
Calls that no operation describes, with everything that an operation has: credential, guard of
paths, retries, time limits, events and errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict, cast

from polyvox.backends.connecting import check_names
from polyvox.config.fields import without_user
from polyvox.raw import RawResponse
from polyvox_core.bodies import read_all
from polyvox_core.calling import Answer, Call
from polyvox_core.errors import ConfigError, UrlError
from polyvox_core.flow import Flow, Incoming
from polyvox_core.message import Headers
from polyvox_core.model import UNSET
from polyvox_core.operation import BodyKind, Operation, Parameter
from polyvox_core.retry import Retry
from polyvox_core.settings import CallOptions, Settings
from polyvox_core.timeouts import Timeouts

__all__ = ["RequestKeywords", "request"]

_METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
_PATH = (Parameter("path", "path", segments=True, may_be_empty=True),)


class RequestKeywords(TypedDict, total=False):
    """
    What a raw call takes besides method and path.

    Keys:
        json: Sent as JSON.
        content: Sent as it is: bytes, a path, an open file, or an iterable of bytes.
        params: The query; None is left out, a list is one pair for each value.
        headers: Sent besides the others; they replace equal names.
        timeout: Seconds in total, `Timeouts`, or None for no total.
        retry: A `Retry`, a number of attempts, or False.
    """

    json: Any
    content: Any
    params: Mapping[str, Any]
    headers: Mapping[str, str]
    timeout: Timeouts | float | None
    retry: Retry | int | bool | None


def request(
    settings: Settings, method: str, path: str, options: Mapping[str, Any]
) -> Flow[RawResponse]:
    """
    The answer to one request below the base URL.

    Raises:
        ConfigError: Method, path or an option cannot work.
        StatusError: The server answered with an error.
    """
    check_names(options, RequestKeywords.__optional_keys__, "request()")
    kind, body = _body(options)
    operation: Operation[Any] = Operation(
        "request", _method(method), "/{path}", parameters=_PATH, body=kind, answer="bytes"
    )
    query = {k: v for k, v in options.get("params", {}).items() if v is not None}
    changed = {name: options[name] for name in ("timeout", "retry", "headers") if name in options}
    arguments = {"path": _below(path, settings)}
    this = Call(settings, operation, arguments, body, CallOptions(query=query, **changed))

    def whole(incoming: Incoming) -> Flow[Answer[Any]]:
        content = yield from read_all(incoming, settings.max_body_bytes)
        made = RawResponse(incoming.status, incoming.headers, content)
        return Answer(made, incoming.status, incoming.headers)

    def same(made: Any, headers: Headers) -> RawResponse:  # noqa: ARG001 - `made` has them
        return cast("RawResponse", made)

    return (yield from this.answered(same, whole))


def _body(options: Mapping[str, Any]) -> tuple[BodyKind, Any]:
    if "json" in options and "content" in options:
        msg = "A request has one body, and was given json= and content=."
        raise ConfigError(msg, hint="Leave one of them out.")
    if "json" in options:
        return "json", options["json"]
    return ("bytes", options["content"]) if "content" in options else ("none", UNSET)


def _method(method: str) -> str:
    if (upper := str(method).upper()) not in _METHODS:
        msg = f"There is no method {str(method)[:40]!r}."
        raise ConfigError(msg, hint=f"There are: {', '.join(_METHODS)}.")
    return upper


def _below(path: str, settings: Settings) -> str:
    """The *path* without its first slash; whatever leads elsewhere is refused here or later."""
    shown = without_user(str(path))[:200]
    if "://" in shown:
        msg = f"{shown!r} is an address, not a path."
        raise UrlError(msg, hint=f"Pass the path below {settings.base_url}.")
    if "?" in shown or "#" in shown:
        msg = f"The path {shown.partition('?')[0]!r} has a query or a fragment."
        raise UrlError(msg, hint="Pass the query as params=.")
    return str(path).removeprefix("/")
