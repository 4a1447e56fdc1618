"""
Ready-made scenarios: what servers, proxies and networks do to a chat client, by name.

Each is a tuple of scripts in the order of the requests, in the shape of a chat server's answers.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from email.utils import formatdate
from typing import Final

from attrs import frozen

from polyvox.testing.faults.answers import (
    answer,
    chat_events,
    chunked,
    completion,
    error_answer,
    event,
    event_stream,
    head,
    last_chunk,
)
from polyvox.testing.faults.steps import (
    Dribble,
    End,
    HeadOnly,
    Repeat,
    Reset,
    Script,
    Send,
    Silence,
    Unread,
)
from polyvox_core.errors import ConfigError
from polyvox_core.nearest import did_you_mean

__all__ = ["SCENARIOS", "Scenario", "scenario"]


@frozen
class Scenario:
    """
    A ready-made scenario.

    Attributes:
        about: What the server does, in one line.
        scripts: One for each request; the last one is repeated.
    """

    about: str
    scripts: tuple[Script, ...]


_EVENT_STREAM = head(200, ("Content-Type", "text/event-stream"), ("Transfer-Encoding", "chunked"))
_HE = chat_events("he", finish=None, done=False)
_HTML = "<!doctype html><html><title>Sign in</title></html>"
_GOOD = (answer(completion()),)
_GOOD_STREAM = event_stream(*chat_events("he", "llo"))
_GZIPPED = gzip.compress(b"".join(chat_events("he", "llo")))
# Many small members: as dangerous as one large one, and quick to make.
_BOMB = gzip.compress(bytes(1 << 20)) * 200


def _limited(*headers: tuple[str, str], status: int = 429) -> Scenario:
    shown = ", ".join(f"{name}: {value}" for name, value in headers) or "no wish"
    first = (error_answer(status, "slow down", headers=headers),)
    return Scenario(f"{status} with {shown}, then an answer", (first, _GOOD))


_CONNECTIONS: dict[str, Scenario] = {
    "answer": Scenario("a chat answered in good order", (_GOOD,)),
    "reset_at_once": Scenario("a reset before anything is read", ((Unread(), Reset()),)),
    "reset_before_answer": Scenario("a reset after the request", ((Reset(),),)),
    "end_before_answer": Scenario("the connection ends after the request", ((End(),),)),
    "reset_once": Scenario("a reset after the request, then an answer", ((Reset(),), _GOOD)),
    "stale_keep_alive": Scenario(
        "the connection ends quietly after an answer that promised to keep it",
        ((*_GOOD, End()), _GOOD),
    ),
    "reused_reset": Scenario(
        "a kept connection is reset when the next request comes", (_GOOD, (Reset(),), _GOOD)
    ),
    "silence": Scenario("the request is read, and nothing happens", ((Silence(),),)),
    "upload_stall": Scenario("the body of the request is never read", ((HeadOnly(), Silence()),)),
}
_BODIES: dict[str, Scenario] = {
    "dribbled_head": Scenario(
        "an answer whose head comes byte by byte",
        ((Dribble(head(200, ("X-Padding", "x" * 4000)).content),),),
    ),
    "dribbled_body": Scenario(
        "an answer whose body comes byte by byte, then silence",
        ((answer(b"{", length=5000), Dribble(b" " * 4000), Silence()),),
    ),
    "truncated_length": Scenario(
        "the connection ends before the Content-Length is reached",
        ((answer(completion(), length=5000), End()),),
    ),
    "truncated_chunks": Scenario(
        "the connection ends within a chunked body",
        (
            (
                head(200, ("Content-Type", "application/json"), ("Transfer-Encoding", "chunked")),
                chunked(b'{"id": "chat-1",'),
                End(),
            ),
        ),
    ),
    "html": Scenario("200 with an HTML page", ((answer(_HTML, content_type="text/html"),),)),
    "broken_json": Scenario("200 with broken JSON", ((answer(b'{"id": "chat-1"'),),)),
    "broken_utf8": Scenario("200 with broken UTF-8", ((answer(b'{"id": "\xff\xfe"}'),),)),
    "empty_body": Scenario("200 without a body", ((answer(b""),),)),
    "null": Scenario("200 with null", ((answer(b"null"),),)),
    "deep_json": Scenario("200 with 100,000 brackets", ((answer(b"[" * 100_000),),)),
    "gzip_bomb": Scenario(
        "a body that unpacks to 200 MiB",
        ((answer(_BOMB, headers=[("Content-Encoding", "gzip")]),),),
    ),
}
_STREAMS: dict[str, Scenario] = {
    "stream": Scenario("a chat streamed in good order", (_GOOD_STREAM,)),
    "stream_reset": Scenario(
        "a reset after the first event", ((_EVENT_STREAM, chunked(*_HE), Silence(0.05), Reset()),)
    ),
    "stream_end_in_chunk": Scenario(
        "the connection ends after the first event, without the last chunk",
        ((_EVENT_STREAM, chunked(*_HE), End()),),
    ),
    "stream_truncated": Scenario(
        "a stream that ends in good order, but without its end marker", (event_stream(*_HE),)
    ),
    "stream_without_done": Scenario(
        "a finish reason, but no [DONE]", (event_stream(*chat_events("hello", done=False)),)
    ),
    "stream_empty": Scenario("a stream without an event", (event_stream(),)),
    "stream_html": Scenario("an HTML page", ((answer(_HTML, content_type="text/html"),),)),
    "stream_json": Scenario("a JSON answer for a stream", (_GOOD,)),
    "stream_comments": Scenario(
        "an event, then keep-alive comments for ever",
        ((_EVENT_STREAM, chunked(*_HE), Repeat(chunked(b": ping\n\n").content)),),
    ),
    "stream_comments_only": Scenario(
        "keep-alive comments for ever", ((_EVENT_STREAM, Repeat(chunked(b": ping\n\n").content)),)
    ),
    "stream_silence": Scenario(
        "an event, then nothing", ((_EVENT_STREAM, chunked(*_HE), Silence()),)
    ),
    "stream_open": Scenario(
        "a finished chat on a connection that stays open",
        ((_EVENT_STREAM, chunked(*chat_events("hello"))),),
    ),
    "stream_error": Scenario(
        "an error object within the stream",
        (event_stream(*_HE, event({"error": {"message": "slow down", "code": "429"}})),),
    ),
    "stream_error_and_done": Scenario(
        "an error object within the stream, then [DONE]",
        (
            event_stream(
                *_HE,
                event({"error": {"message": "bad", "code": "500", "display_message": "Sorry"}}),
                event("[DONE]"),
            ),
        ),
    ),
    "stream_broken_json": Scenario(
        "an event that is not JSON", (event_stream(*_HE, b'data: {"choices": [\n\n'),)
    ),
    "stream_broken_utf8": Scenario(
        "an event with broken UTF-8",
        (
            event_stream(
                *(piece.replace(b"he", b"h\xff") for piece in _HE),
                *chat_events(finish="stop"),
            ),
        ),
    ),
    "stream_huge_line": Scenario(
        "an event of 20 MB",
        (
            (
                _EVENT_STREAM,
                chunked(*_HE, b'data: {"choices": [], "padding": "'),
                Repeat(chunked(b"x" * 1_000_000).content, seconds=0, times=20),
                chunked(b'"}\n\n', *chat_events("llo")),
                last_chunk(),
            ),
        ),
    ),
    "stream_gzip": Scenario(
        "a compressed stream",
        (event_stream(_GZIPPED, headers=[("Content-Encoding", "gzip")]),),
    ),
    "stream_until_close": Scenario(
        "a stream without any framing, cut by the end of the connection",
        ((head(200, ("Content-Type", "text/event-stream")), Send(_HE[0]), End()),),
    ),
}
_STATUSES: dict[str, Scenario] = {
    "redirect": Scenario(
        "a redirect to another origin",
        ((answer(status=307, headers=[("Location", "http://other.example/")]),),),
    ),
    "redirect_loop": Scenario(
        "a redirect to itself", ((answer(status=308, headers=[("Location", "/")]),),)
    ),
    "server_error": Scenario("500, always", ((error_answer(500, "broken"),),)),
    "unavailable_once": Scenario("503, then an answer", ((error_answer(503, "busy"),), _GOOD)),
    "retry_after_seconds": _limited(("Retry-After", "1")),
    "retry_after_zero": _limited(("Retry-After", "0")),
    "retry_after_long": _limited(("Retry-After", "120")),
    "retry_after_date": _limited(("Retry-After", formatdate(4102444800, usegmt=True))),
    "retry_after_past": _limited(("Retry-After", formatdate(0, usegmt=True))),
    "retry_after_garbage": _limited(("Retry-After", "soon")),
    "retry_after_negative": _limited(("Retry-After", "-5")),
    "retry_after_infinite": _limited(("Retry-After", "inf")),
    "retry_after_huge": _limited(("Retry-After", "1e9")),
    "retry_after_ms": _limited(("Retry-After-Ms", "50"), ("Retry-After", "120")),
    "retry_after_503": _limited(("Retry-After", "1"), status=503),
    "should_not_retry": _limited(("X-Should-Retry", "false"), status=503),
    "should_retry": _limited(("X-Should-Retry", "true"), status=409),
}

SCENARIOS: Final[Mapping[str, Scenario]] = {**_CONNECTIONS, **_BODIES, **_STREAMS, **_STATUSES}


def scenario(name: str) -> Scenario:
    """
    The ready-made scenario called *name*.

    Raises:
        ConfigError: There is no such scenario; the message suggests the nearest.
    """
    if name in SCENARIOS:
        return SCENARIOS[name]
    hint = did_you_mean(name, SCENARIOS, "All names are in polyvox.testing.SCENARIOS.")
    msg = f"There is no scenario {name!r}."
    raise ConfigError(msg, hint=hint)
