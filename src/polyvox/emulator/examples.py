"""
The answer that a document's examples give: JSON, text, binary, a literal stream, or nothing.

Where an operation has both JSON and a stream, the request decides: the fields of
`x-stream-request`, or `stream: true` without that extension.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.calls import Call, is_json
from polyvox.emulator.document import Document, Operation
from polyvox.emulator.instances import instance
from polyvox.emulator.jsonvalues import Json, JsonObject, compact, items_of, object_of, text_of

__all__ = ["error_reply", "example_reply"]

STREAMS = frozenset({"text/event-stream", "application/x-ndjson"})
MESSAGES = ("message", "detail", "error", "error_description", "error_message", "title")


def example_reply(document: Document, call: Call) -> Response:
    """The success that the document shows for *call*."""
    status, response = success_of(call.operation)
    headers = example_headers(document, response)
    content = object_of(response.get("content"))
    if not content:
        return replies.empty(status, headers)
    kind = chosen(content, call)
    media = document.resolve(content[kind])
    literal = literal_of(document, kind, media)
    if kind in STREAMS:
        return replies.pieces(literal, kind, status, headers)
    return Response(literal, status, headers, media_type=kind)


def success_of(operation: Operation) -> tuple[int, JsonObject]:
    """The first success of *operation*, with its status; 200 without a body if it shows none."""
    for status in sorted(operation.responses):
        if status.startswith("2"):
            code = int(status) if status.isdigit() else 200
            return code, object_of(operation.responses[status])
    return 200, {}


def chosen(content: JsonObject, call: Call) -> str:
    """The media type to answer *call* with."""
    streams = [kind for kind in content if kind in STREAMS]
    others = [kind for kind in content if kind not in STREAMS]
    if not streams or not others:
        return (streams or others)[0]
    wanted = object_of(object_of(content[streams[0]]).get("x-stream-request")) or {"stream": True}
    stream = all(call.fields.get(name) == value for name, value in wanted.items())
    return streams[0] if stream else others[0]


def literal_of(document: Document, kind: str, media: JsonObject) -> bytes:
    """The bytes of the first example of *media*; made from the schema if there is no example."""
    examples = object_of(media.get("examples"))
    first = document.resolve(next(iter(examples.values()), None))
    if "serializedValue" in first:
        return text_of(first["serializedValue"]).encode()
    for source, key in ((first, "dataValue"), (first, "value"), (media, "example")):
        if key in source:
            return written(kind, source[key])
    if kind in STREAMS:
        return b""
    return written(kind, instance(media.get("schema"), root=document.tree))


def written(kind: str, value: Json) -> bytes:
    """*value* as the bytes of the media type *kind*."""
    if kind == "text/event-stream":
        return b"".join(f"data: {compact(item)}\n\n".encode() for item in items_of(value))
    if kind == "application/x-ndjson":
        return b"".join(f"{compact(item)}\n".encode() for item in items_of(value))
    if is_json(kind) or not isinstance(value, str):
        return compact(value).encode()
    return value.encode()


def example_headers(document: Document, response: JsonObject) -> dict[str, str]:
    """The response headers that come with an example of their own."""
    found: dict[str, str] = {}
    for name, node in object_of(response.get("headers")).items():
        header = document.resolve(node)
        value = header.get("example", document.resolve(header.get("schema")).get("example"))
        if value is not None and name.lower() != "content-type":
            found[name] = value if isinstance(value, str) else compact(value)
    return found


def error_reply(
    document: Document, operation: Operation | None, status: int, message: str
) -> Response:
    """
    An error in the backend's own shape: the example of its error answer, with *message* put in.

    Without an example the answer is `{"error": {"message": ...}}`.
    """
    response = failure_of(document, operation, status)
    content = object_of(response.get("content"))
    kind = next((name for name in content if is_json(name)), "")
    if content and not kind:
        return replies.text(message, status)
    media = document.resolve(content.get(kind))
    examples = object_of(media.get("examples"))
    first = document.resolve(next(iter(examples.values()), None))
    shape = media.get("example", first.get("value", first.get("dataValue")))
    default = {"error": {"message": message, "code": str(status)}}
    return replies.json_reply(with_message(shape, message) or default, status)


def failure_of(document: Document, operation: Operation | None, status: int) -> JsonObject:
    """The response object for *status*; the document's shared `Error` if nothing is nearer."""
    responses: Mapping[str, JsonObject] = operation.responses if operation is not None else {}
    for name in (str(status), f"{str(status)[0]}XX", "default"):
        if name in responses:
            return responses[name]
    shared = object_of(object_of(document.tree.get("components")).get("responses"))
    return document.resolve(shared.get("Error"))


def with_message(shape: Json, message: str) -> JsonObject | None:
    """A copy of the error *shape* that says *message*; None if it has no place for one."""
    source = object_of(shape)
    for name in MESSAGES:
        if isinstance(source.get(name), str):
            return {**source, name: message}
    for name, value in source.items():
        inner = with_message(value, message)
        if inner is not None:
            return {**source, name: inner}
    return None
