"""
From an operation and its arguments to everything of a request but the credential; no I/O.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast
from urllib.parse import quote

from polyvox_core.content import open_content
from polyvox_core.errors import ConfigError
from polyvox_core.json import dumps
from polyvox_core.message import Body
from polyvox_core.model import UNSET
from polyvox_core.multipart import multipart_from
from polyvox_core.operation import Operation, Parameter
from polyvox_core.paths import encode_segment, encode_segments
from polyvox_core.progress import ReportingBody
from polyvox_core.settings import CallOptions, Pairs, Settings, checked_headers, merged_headers
from polyvox_core.shapes import is_object

__all__ = ["Prepared", "prepare"]

_ACCEPT = {"json": "application/json", "text": "text/plain", "bytes": "*/*", "empty": "*/*"}
_FRAMED = {"sse": "text/event-stream", "ndjson": "application/x-ndjson"}
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


class Prepared(NamedTuple):
    """A request without its credential; *call* names it in messages."""

    method: str
    target: str
    leading: list[tuple[str, str]]
    trailing: list[tuple[str, str]]
    body: bytes | Body | None
    secured: bool
    call: str


def prepare(
    settings: Settings,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    body: Any,
    options: CallOptions,
) -> Prepared:
    """
    The request that *operation* makes of its *arguments*.

    Raises:
        ConfigError: An argument is missing, unknown, or cannot be sent.
    """
    target = settings.prefix + _path(operation, arguments) + _query(operation, arguments, options)
    content, framing = _content(operation, body, options)
    own = [
        (parameter.wire, _text(value))
        for parameter in operation.parameters
        if parameter.place == "header"
        and (value := arguments.get(parameter.wire, UNSET)) not in (UNSET, None)
    ]
    leading = [
        ("Host", settings.origin.netloc),
        ("Accept", _accept(operation)),
        ("Accept-Encoding", "gzip, deflate"),
        ("User-Agent", settings.user_agent),
    ]
    if settings.idempotency_header is not None and operation.method == "POST":
        own.append((settings.idempotency_header, os.urandom(16).hex()))
    more = merged_headers(checked_headers(own), settings.headers)
    replaced = {name.lower() for name, _ in more}
    return Prepared(
        operation.method,
        target,
        [pair for pair in leading if pair[0].lower() not in replaced],
        [*more, *(pair for pair in framing if pair[0].lower() not in replaced)],
        content,
        operation.secured,
        _call(operation, arguments),
    )


def _accept(operation: Operation[Any]) -> str:
    if operation.stream is not None:
        return _FRAMED[operation.stream.framing]
    return _ACCEPT[operation.answer]


def _call(operation: Operation[Any], arguments: Mapping[str, Any]) -> str:
    shown = ", ".join(
        f"{parameter.wire}={arguments[parameter.wire]!r}"
        for parameter in operation.parameters
        if parameter.place == "path" and parameter.wire in arguments
    )
    return f"{operation.id}({shown})"


def _path(operation: Operation[Any], arguments: Mapping[str, Any]) -> str:
    path = operation.path
    for parameter in operation.parameters:
        if parameter.place == "path":
            path = path.replace(f"{{{parameter.wire}}}", _path_value(parameter, arguments))
    return path


def _path_value(parameter: Parameter, arguments: Mapping[str, Any]) -> str:
    value = arguments.get(parameter.wire, "" if parameter.may_be_empty else UNSET)
    if not isinstance(value, (str, int)):
        msg = f"The path parameter {parameter.wire} is {value!r}."
        raise ConfigError(msg, hint="Pass a text.")
    if parameter.segments:
        return encode_segments(str(value), what=parameter.wire, allow_empty=parameter.may_be_empty)
    return encode_segment(str(value), what=parameter.wire)


def _query(operation: Operation[Any], arguments: Mapping[str, Any], options: CallOptions) -> str:
    pairs: list[str] = []
    for parameter in operation.parameters:
        value = arguments.get(parameter.wire, UNSET)
        if parameter.place == "query" and value not in (UNSET, None):
            pairs += _query_pairs(parameter, value)
    for name, value in options.query.items():
        pairs += _query_pairs(Parameter(name, "query"), value)
    return f"?{'&'.join(pairs)}" if pairs else ""


def _query_pairs(parameter: Parameter, value: Any) -> list[str]:
    name = quote(parameter.wire, safe="")
    values = cast("Sequence[Any]", value) if isinstance(value, list | tuple) else [value]
    encoded = [quote(_text(one), safe="") for one in values]
    if parameter.joined:
        return [f"{name}={','.join(encoded)}"] if encoded else []
    return [f"{name}={one}" for one in encoded]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _upload(body: Body, content_type: str, options: CallOptions) -> tuple[Body, Pairs]:
    length = body.content_length
    if options.progress is not None:
        body = ReportingBody(body, options.progress)
    return body, [("Content-Type", content_type), _framing(length)]


def _framing(length: int | None) -> tuple[str, str]:
    if length is None:
        return "Transfer-Encoding", "chunked"
    return "Content-Length", str(length)


def _encoded(operation: Operation[Any], body: Any) -> Any:
    """The *body* as JSON; a dict is taken as it is."""
    if is_object(body):
        return body
    try:
        return operation.encode(body)
    except (AttributeError, TypeError) as error:
        msg = f"A {type(body).__name__} cannot be the body of {operation.id}: {error}."
        raise ConfigError(msg, hint="Pass the generated model, or a dict.") from error


def _content(
    operation: Operation[Any], body: Any, options: CallOptions
) -> tuple[bytes | Body | None, Pairs]:
    if operation.body == "none" or body is UNSET:
        return None, [("Content-Length", "0")] if operation.method in _WITH_BODY else []
    if operation.body == "bytes":
        return _upload(open_content(body), "application/octet-stream", options)
    value = _encoded(operation, body)
    if operation.body == "multipart":
        form = multipart_from(value)
        return _upload(form, form.content_type, options)
    if operation.stream is not None and operation.stream.constants:
        value = {**value, **operation.stream.constants}
    if options.body:
        if not is_object(value):
            msg = f"The body of {operation.id} is no JSON object, so nothing can be merged into it."
            raise ConfigError(msg, hint="Leave extra_body= out.")
        value = {**value, **options.body}
    content = dumps(value)
    return content, [
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(content))),
    ]
