"""Rows B: answers that are not what they should be."""

from __future__ import annotations

import json

from cases import Bench, case

import polyvox
from polyvox.errors import DecodeError, ResponseError, ResponseTooLarge, UnexpectedContentType
from polyvox.testing.faults import answer, completion, head
from polyvox_core.errors import ConnectionFailed

HTML = "<!doctype html><title>Sign in</title>"


@case("B-01", "200 with an HTML page, also without a content type, or announced as text.")
def html(bench: Bench) -> str:
    """Named, with the URL and advice."""
    for content_type in ("text/html; charset=utf-8", "", "text/plain"):
        server = bench.server((answer(HTML, content_type=content_type),))
        error = bench.chat_error(bench.dial(server))
        assert UnexpectedContentType is type(error)
        assert server.url in str(error)
    return "UnexpectedContentType, with the URL and advice about base_url"


@case("B-02", "200 with broken JSON, broken UTF-8, nothing, null, [], {}, a text, or NaN.")
def not_a_chat(bench: Bench) -> str:
    """None of them is an answer."""
    nan = json.dumps(completion()).replace('"created": 0', '"created": NaN')
    bodies = (b'{"id": "x"', b'{"id": "\xff"}', b"", b"  ", b"null", b"[]", b"{}", b'"x"', nan)
    for body in bodies:
        error = bench.chat_error(bench.dial(bench.server((answer(body),))))
        assert DecodeError is type(error)
    return "DecodeError"


@case("B-02", "100,000 opening brackets, and as many opening braces.")
def deep(bench: Bench) -> str:
    """No RecursionError."""
    for unit in (b"[", b'{"a":', b'{"choices":['):
        error = bench.chat_error(bench.dial(bench.server((answer(unit * 100_000),))))
        assert DecodeError is type(error)
    return "DecodeError"


@case("B-02", "A byte order mark before the JSON; a number of 400 digits; a repeated key.")
def odd_json(bench: Bench) -> str:
    """These are accepted."""
    text = json.dumps(completion())
    huge = text.replace('"created": 0', '"created": ' + "9" * 400)
    twice = text.replace('"id": "chat-1"', '"id": "chat-0", "id": "chat-1"')
    for body in (b"\xef\xbb\xbf" + text.encode(), huge, twice):
        reply = bench.chat(bench.dial(bench.server((answer(body),))))
        assert (reply.text, reply.id) == ("hello", "chat-1")
    return "the answer"


@case("B-03", "The connection ends before the Content-Length, or within a chunk; then an answer.")
def truncated_once(bench: Bench) -> str:
    """Tried again."""
    for name in ("truncated_length", "truncated_chunks"):
        (broken,) = bench.play(name)._scripts
        server = bench.server(broken, (answer(completion()),))
        assert bench.chat(bench.dial(server)).text == "hello"
    return "the answer, from the second attempt"


@case("B-03", "The same, always.")
def truncated_always(bench: Bench) -> str:
    """Typed in the end; a part is never taken for the whole."""
    for name in ("truncated_length", "truncated_chunks"):
        assert isinstance(bench.chat_error(bench.dial(bench.play(name))), ConnectionFailed)
    return "ConnectionFailed"


@case("B-03", "A download whose connection ends before its Content-Length.")
def truncated_download(bench: Bench) -> str:
    """Nothing is left on disk."""
    server = bench.server((*bench.play("truncated_length")._scripts[0],))
    client, target = bench.dial(server), bench.folder / "x.bin"
    bench.error(lambda: bench.shell.call(client.files.download, "files/b/x.bin", target))
    assert list(bench.folder.iterdir()) == []
    return "an error; nothing is left on disk"


@case("B-04", "Unknown members and an unknown finish reason.")
def unknown(bench: Bench) -> str:
    """They are kept."""
    wire = {**completion(), "brand_new": {"a": 1}}
    wire["choices"][0]["finish_reason"] = "bored"
    reply = bench.chat(bench.dial(bench.server((answer(wire),))))
    assert reply.finish_reason == "bored"
    assert reply.raw.to_dict()["brand_new"] == {"a": 1}
    return "the answer; `raw` has them all"


@case("B-04", "A member that must be there is missing; one is of another kind.")
def missing(bench: Bench) -> str:
    """The error names it."""
    client = bench.dial(bench.server((answer({}),)))
    error = bench.error(lambda: bench.shell.call(client.bucket))
    assert DecodeError is type(error)
    assert "bucket" in str(error)
    server = bench.server((answer({"choices": "none"}),))
    assert DecodeError is type(bench.chat_error(bench.dial(server)))
    return "DecodeError that names the member"


@case("B-05", "400 with JSON in six shapes, text, HTML, nothing, binary, and 10 MB.")
def error_bodies(bench: Bench) -> str:
    """Read as far as it goes, and bounded."""
    shapes = (
        {"error": {"message": "MARK"}},
        {"error": "MARK"},
        {"message": "MARK"},
        {"detail": "MARK"},
        {"detail": [{"msg": "MARK"}]},
        "MARK",
    )
    for body in (*(json.dumps(shape) for shape in shapes), "MARK in plain text"):
        error = bench.chat_error(bench.dial(bench.server((answer(body, status=400),))))
        assert "MARK" in str(error)
    for content in (HTML, b"", b"\x00\xff\xfe", "x" * 10_000_000):
        error = bench.chat_error(bench.dial(bench.server((answer(content, status=400),))))
        assert isinstance(error, polyvox.StatusError)
        assert len(str(error)) < 1000
        assert len(error.body) <= 65536
    return "BadRequest with the server's message, cut at 500 characters"


@case("B-06", "204 for a chat; 204 for a delete.")
def no_content(bench: Bench) -> str:
    """Nothing is no chat, but it is a delete."""
    server = bench.server((head(204),))
    assert isinstance(bench.chat_error(bench.dial(server)), ResponseError)
    assert bench.shell.call(bench.dial(server).files.delete, "files/b/x") is None
    return "DecodeError for the chat; success for the delete"


@case("B-07", "JSON announced as Latin-1; a health text in Latin-1.")
def charset(bench: Bench) -> str:
    """JSON is UTF-8 whatever the header says; text follows it."""
    body = json.dumps(completion("\u00e9"), ensure_ascii=False).encode()
    server = bench.server((answer(body, content_type="application/json; charset=latin-1"),))
    assert bench.chat(bench.dial(server)).text == "\u00e9"
    return "the answer, read as UTF-8"


@case("B-02", "A body of 200 KB that unpacks to 200 MiB.")
def bomb(bench: Bench) -> str:
    """Unpacking stops at the limit."""
    error = bench.chat_error(bench.dial(bench.play("gzip_bomb")))
    assert ResponseTooLarge is type(error)
    return "ResponseTooLarge"
