"""
Pieces of scripts: whole answers, chunked bodies, event streams, and the JSON of a chat.

Nothing here checks what it builds: a script may promise more than it sends.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, TypeAlias

from polyvox.testing.faults.steps import Send

__all__ = [
    "answer",
    "chat_events",
    "chunked",
    "completion",
    "error_answer",
    "event",
    "event_stream",
    "head",
    "last_chunk",
]

Pairs: TypeAlias = Iterable[tuple[str, str]]


def head(status: int = 200, *headers: tuple[str, str]) -> Send:
    """The head of an answer, exactly as given."""
    known = {one.value: one.phrase for one in HTTPStatus}
    lines = [f"HTTP/1.1 {status} {known.get(status, 'Unknown')}"]
    lines += [f"{name}: {value}" for name, value in headers]
    return Send("\r\n".join([*lines, "", ""]).encode("latin-1"))


def answer(
    body: Any = b"",
    *,
    status: int = 200,
    content_type: str = "application/json",
    headers: Pairs = (),
    length: int | None = None,
) -> Send:
    """
    A whole answer with its Content-Length.

    Args:
        body: Bytes and text are sent as they are, everything else as JSON.
        status: HTTP status.
        content_type: Empty leaves the header out.
        headers: Further headers.
        length: A Content-Length that is not the truth.
    """
    if isinstance(body, str):
        body = body.encode()
    elif not isinstance(body, bytes):
        body = json.dumps(body).encode()
    pairs = [("Content-Type", content_type)] if content_type else []
    pairs += [("Content-Length", str(len(body) if length is None else length)), *headers]
    return Send(head(status, *pairs).content + body)


def error_answer(
    status: int, message: str = "no", *, code: str | None = None, headers: Pairs = ()
) -> Send:
    """An error answer in the shape that chat servers share."""
    error = {"message": message, "code": str(status) if code is None else code}
    return answer({"error": error}, status=status, headers=headers)


def chunked(*pieces: bytes) -> Send:
    """Pieces of a chunked body, each a chunk of its own; `last_chunk` ends it."""
    return Send(b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces if piece))


def last_chunk() -> Send:
    """The end of a chunked body."""
    return Send(b"0\r\n\r\n")


def event(payload: Any, *, name: str | None = None) -> bytes:
    """One server-sent event; anything but text becomes JSON."""
    text = payload if isinstance(payload, str) else json.dumps(payload)
    lines = [f"event: {name}"] if name else []
    lines += [f"data: {line}" for line in text.split("\n")]
    return "\n".join([*lines, "", ""]).encode()


def event_stream(*pieces: bytes, headers: Pairs = (), ended: bool = True) -> tuple[Send, ...]:
    """
    An event stream in a chunked body.

    Args:
        pieces: Sent one after another, each as a chunk of its own.
        headers: Further headers; a Content-Type among them replaces the right one.
        ended: Whether the last chunk follows.
    """
    pairs = [*headers, ("Transfer-Encoding", "chunked")]
    if not any(name.lower() == "content-type" for name, _ in pairs):
        pairs.insert(0, ("Content-Type", "text/event-stream"))
    body = tuple(chunked(piece) for piece in pieces)
    return (head(200, *pairs), *body, *((last_chunk(),) if ended else ()))


def chat_events(*texts: str, finish: str | None = "stop", done: bool = True) -> tuple[bytes, ...]:
    """
    The events of a streamed chat, one for each of *texts*.

    Args:
        texts: What the model says, piece by piece.
        finish: The finish reason in the last event; None leaves that event out.
        done: Whether `[DONE]` follows.
    """
    deltas: list[tuple[dict[str, Any], str | None]] = [({"content": text}, None) for text in texts]
    if finish is not None:
        deltas.append(({}, finish))
    events = [
        event(
            {
                "id": "chat-1",
                "object": "chat.completion.chunk",
                "created": 0,
                "model": "m",
                "choices": [{"index": 0, "delta": delta, "finish_reason": reason}],
            }
        )
        for delta, reason in deltas
    ]
    return (*events, *((event("[DONE]"),) if done else ()))


def completion(text: str = "hello") -> dict[str, Any]:
    """The JSON of a chat that is answered as a whole."""
    message = {"role": "assistant", "content": text}
    return {
        "id": "chat-1",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }
