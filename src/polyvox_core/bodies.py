"""
Bodies of answers that are read as a whole: flows that read, unpack and bound them.
"""

from __future__ import annotations

from polyvox_core.decode_content import decoder_for
from polyvox_core.errors import ResponseTooLarge
from polyvox_core.flow import Close, Flow, Incoming, Read
from polyvox_core.message import Headers

__all__ = ["ERROR_BODY_LIMIT", "ERROR_BODY_SLACK", "read_all", "read_error_body", "text_of"]

ERROR_BODY_LIMIT = 64 * 1024
# Read beyond the limit, so that a credential at the cut is still whole when it is masked.
ERROR_BODY_SLACK = 8 * 1024


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


def read_error_body(incoming: Incoming) -> Flow[str]:
    """The first 72 KiB of an error's body, as text; the explainer masks and cuts it."""
    most = ERROR_BODY_LIMIT + ERROR_BODY_SLACK
    decoder = decoder_for(incoming.headers.get("content-encoding"), max_bytes=1 << 20)
    body = b""
    while len(body) < most and (chunk := (yield Read(incoming))):
        body += decoder.feed(chunk) if decoder else chunk
    yield Close(incoming)
    return body[:most].decode("utf-8", "replace")


def text_of(body: bytes, headers: Headers) -> str:
    """The *body* as text, in the charset that the headers name; UTF-8 without one."""
    _, _, charset = headers.get("content-type", "").partition("charset=")
    try:
        return body.decode(charset.strip(" \"'") or "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")
