"""
A request that found its operation: read, checked against the document, ready for a handler.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field

from starlette.requests import ClientDisconnect, Request

from polyvox.emulator.document import Body, Document, Operation
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import Json, JsonObject, items_of, object_of, text_of
from polyvox.emulator.parameters import typed_values
from polyvox.emulator.parts import Part, read_parts
from polyvox.emulator.routing import Match
from polyvox.emulator.schemas import Schemas
from polyvox.emulator.settings import Settings

__all__ = ["Call", "CallReader"]


@dataclass
class Call:
    """
    One checked request.

    Attributes:
        request: The request itself, for its headers.
        operation: What it asks for.
        path: Percent-encoded path below the backend's prefix.
        segments: Decoded path parameters.
        values: Query and header parameters as JSON values, by wire name.
        body: Decoded JSON body; None without one.
        content: The body's bytes as sent; empty for multipart.
        parts: Parts of a multipart body; what a handler does not move is discarded.
    """

    request: Request
    operation: Operation
    path: str
    segments: Mapping[str, str]
    values: Mapping[str, Json]
    body: Json = None
    content: bytes = b""
    parts: list[Part] = field(default_factory=list[Part])

    @property
    def fields(self) -> JsonObject:
        """The body as a JSON object; empty if it is not one."""
        return object_of(self.body)

    def header(self, name: str) -> str:
        """The request header *name*; empty without one."""
        return text_of(self.request.headers.get(name))

    def discard(self) -> None:
        """Remove what is left of the uploaded parts."""
        for part in self.parts:
            part.discard()


class CallReader:
    """
    Reads and checks requests against one document.

    Args:
        document: What requests must fit.
        settings: Size limits, and where uploads are put.
    """

    def __init__(self, document: Document, settings: Settings) -> None:
        """Read requests for *document* under *settings*."""
        self._document = document
        self._settings = settings
        self._schemas = Schemas(document)
        self._incoming = settings.data / "incoming"
        self._incoming.mkdir(parents=True, exist_ok=True)

    async def read(self, request: Request, path: str, match: Match) -> Call:
        """
        The call that *request* makes.

        Raises:
            Refusal: the request does not fit the document; the message names the fault.
        """
        operation = match.operation
        sent = sent_by(request)
        sent |= {("path", name.lower()): [value] for name, value in match.values.items()}
        values = typed_values(operation, sent, self._document, self._schemas)
        call = Call(request, operation, path, match.values, values)
        if operation.body is not None:
            await self._read_body(call, operation.body)
        return call

    async def _read_body(self, call: Call, body: Body) -> None:
        header = call.header("content-type")
        kind = header.partition(";")[0].strip().lower()
        if not kind and not body.required and not has_body(call.request):
            return
        media = media_for(kind, body.content)
        if media is None:
            accepted = ", ".join(body.content)
            msg = f"Content-Type {header!r} is not supported here. Send {accepted}."
            raise Refusal(415, msg)
        if kind.startswith("multipart/"):
            await self._read_multipart(call, header, media)
        else:
            await self._read_plain(call, kind, media)

    async def _read_plain(self, call: Call, kind: str, media: JsonObject) -> None:
        limit = self._settings.max_json_bytes
        call.content = await all_of(limited(call.request, limit))
        if not is_json(kind):
            return
        try:
            call.body = json.loads(call.content)
        except ValueError as error:
            msg = f"The request body is not valid JSON: {error}."
            raise Refusal(400, msg) from error
        problem = self._schemas.problem(object_of(media.get("schema")), call.body)
        if problem is not None:
            raise Refusal(400, f"The request body does not fit: {problem}")

    async def _read_multipart(self, call: Call, header: str, media: JsonObject) -> None:
        limit = self._settings.max_upload_bytes
        chunks = limited(call.request, limit)
        call.parts = await read_parts(chunks, header, self._incoming)
        names = {part.name for part in call.parts}
        schema = self._document.resolve(media.get("schema"))
        missing = [name for name in items_of(schema.get("required")) if name not in names]
        if missing:
            call.discard()
            raise Refusal(400, f"The multipart body lacks the field {missing[0]!r}.")


def sent_by(request: Request) -> dict[tuple[str, str], list[str]]:
    """Every query and header value of *request* by place and lower-case name."""
    sent: dict[tuple[str, str], list[str]] = {}
    for name, value in request.query_params.multi_items():
        sent.setdefault(("query", name.lower()), []).append(value)
    for name, value in request.headers.items():
        sent.setdefault(("header", name.lower()), []).append(value)
    for name, value in request.cookies.items():
        sent.setdefault(("cookie", name.lower()), []).append(value)
    return sent


def has_body(request: Request) -> bool:
    """Whether the head of *request* announces a body."""
    length = request.headers.get("content-length", "0")
    return length != "0" or "transfer-encoding" in request.headers


def media_for(kind: str, content: Mapping[str, JsonObject]) -> JsonObject | None:
    """The media type object that accepts *kind*, exact before wildcard; None if there is none."""
    for name in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        if name in content:
            return content[name]
    return None


def is_json(kind: str) -> bool:
    """Whether the media type *kind* carries JSON."""
    return kind == "application/json" or kind.endswith("+json")


async def limited(request: Request, limit_bytes: int) -> AsyncIterator[bytes]:
    """
    The request's body as it arrives.

    Raises:
        Refusal: 413 once it is known to exceed *limit_bytes*; 400 if the sender goes away.
    """
    announced = request.headers.get("content-length", "")
    received = int(announced) if announced.isdigit() else 0
    msg = f"The request body exceeds the limit of {limit_bytes} bytes."
    if received > limit_bytes:
        raise Refusal(413, msg)
    received = 0
    try:
        async for chunk in request.stream():
            received += len(chunk)
            if received > limit_bytes:
                raise Refusal(413, msg)
            yield chunk
    except ClientDisconnect as error:
        raise Refusal(400, "The request ended before its body was complete.") from error


async def all_of(chunks: AsyncIterator[bytes]) -> bytes:
    """The *chunks* joined."""
    return b"".join([chunk async for chunk in chunks])
