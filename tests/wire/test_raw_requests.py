"""
Requests that no verb makes: what is sent, what comes back, and what is refused; on every backend.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from config_files import TABLES, refusal
from recorder import Recorder, answer, json_answer
from shells import KEY, Shell
from verb_cases import CLIENTS

import polyvox
from polyvox.emulator import Emulator

# A path of each backend that answers without a body.
LISTINGS = {
    "dial": "openai/models",
    "aleph_alpha": "models_available",
    "ollama": "/api/tags",
    "openai": "/models",
}
WHOLE = '{"choices":[{"index":0,"message":{"role":"assistant","content":"Hi"}}]}'


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


@pytest.mark.parametrize("backend", TABLES)
def test_every_backend(backend: str, shell: Shell, emulator: Emulator) -> None:
    """A raw call reaches the server that the verbs reach, with the credential."""
    arguments = CLIENTS[backend].arguments
    client = shell.client(backend, base_url=emulator.url_of(backend), **arguments)
    if backend not in LISTINGS:
        with pytest.raises(polyvox.StatusError, match=r"request\(path='nothing/here'\)"):
            shell.call(client.request, "GET", "/nothing/here")
        return
    found = shell.call(client.request, "get", LISTINGS[backend])

    assert (200, "application/json") == (found.status, found.headers["content-type"])
    listing = found.json()
    assert listing if backend == "aleph_alpha" else listing.get("data") or listing["models"]


def client_of(shell: Shell, recorder: Recorder, path: str = "", **options: Any) -> Any:
    """A client of the recorder."""
    return shell.dial(base_url=f"{recorder.url}{path}", **options)


def test_what_is_sent(shell: Shell, recorder: Recorder) -> None:
    """Path, query and headers as given, below the base URL, with everything of the client."""
    recorder.always(json_answer("[]"))
    client = client_of(shell, recorder, "/deep", headers={"X-Team": "a"})
    params = {"q": "a b&c", "tag": ["x", "y"], "flag": True, "none": None, "path": 1}
    shell.call(client.request, "GET", "/v1/a b/c:1", params=params, headers={"x-team": "b"})

    assert (
        f"GET /deep/v1/a%20b/c%3A1?q=a%20b%26c&tag=x&tag=y&flag=true&path=1 HTTP/1.1\r\n"
        f"Host: {recorder.host}\r\n"
        "Accept: */*\r\n"
        "Accept-Encoding: gzip, deflate\r\n"
        f"User-Agent: polyvox/{polyvox.__version__}\r\n"
        f"Api-Key: {KEY}\r\n"
        "x-team: b\r\n\r\n"
    ).encode() == recorder.requests[0]


@pytest.mark.parametrize(
    ("method", "options", "framing", "body"),
    [
        ("POST", {"json": {"a": "é"}}, "application/json", '{"a":"é"}'.encode()),
        ("PUT", {"json": None}, "application/json", b"null"),
        ("PATCH", {"content": b"raw"}, "application/octet-stream", b"raw"),
        ("DELETE", {"json": [1]}, "application/json", b"[1]"),
        ("POST", {"content": b"a", "headers": {"Content-Type": "text/x"}}, "text/x", b"a"),
        ("POST", {}, None, b""),
    ],
)
def test_bodies(
    method: str,
    options: dict[str, Any],
    framing: str | None,
    body: bytes,
    shell: Shell,
    recorder: Recorder,
) -> None:
    """JSON, bytes of any type, or nothing."""
    recorder.reply(json_answer("{}"))
    shell.call(client_of(shell, recorder).request, method, "x", **options)

    assert (framing, body) == (recorder.header("Content-Type"), recorder.body())
    assert str(len(body)) == recorder.header("Content-Length")


def test_files_as_bodies(shell: Shell, recorder: Recorder, tmp_path: Path) -> None:
    """A path is sent as the bytes of its file."""
    recorder.reply(json_answer("{}"))
    (tmp_path / "a.bin").write_bytes(b"content")
    shell.call(client_of(shell, recorder).request, "PUT", "x", content=tmp_path / "a.bin")

    assert b"content" == recorder.body()


def test_what_comes_back(shell: Shell, recorder: Recorder) -> None:
    """Status, headers, id, and the body as bytes, text and JSON, decompressed."""
    packed = gzip.compress('{"a":"é"}'.encode())
    headers = ("X-Request-Id: r-1", "Content-Encoding: gzip")
    recorder.reply(
        answer(packed, "application/json", status="201 Created", headers=headers),
        answer("é".encode("latin-1"), "text/plain; charset=latin-1"),
        answer(status="204 No Content"),
    )
    client = client_of(shell, recorder)
    made, text, empty = (shell.call(client.request, "GET", "x") for _ in range(3))

    assert (201, "r-1", {"a": "é"}) == (made.status, made.request_id, made.json())
    assert ("é", "é".encode("latin-1")) == (text.text, text.content)
    assert (204, b"", None) == (empty.status, empty.content, empty.request_id)
    assert "RawResponse(status=201)" == repr(made)
    for one in (text, empty):
        with pytest.raises(polyvox.errors.DecodeError, match="is no JSON"):
            one.json()


def test_the_empty_path(shell: Shell, recorder: Recorder) -> None:
    """The base URL itself has a path as well."""
    recorder.always(json_answer("{}"))
    client = client_of(shell, recorder, "/v1")
    for path in ("", "/"):
        shell.call(client.request, "GET", path)

    assert ["GET /v1/"] * 2 == recorder.heads()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("https://evil.example/x", "is an address, not a path. Pass the path below"),
        ("//evil.example/x", "begins with a slash"),
        ("https://user:very-secret@evil.example/x", "is an address"),
        ("a/../../b", "'.' or '..'"),
        ("a/%2e%2e/b", "'.' or '..'"),
        ("a//b", "has an empty part"),
        ("a\\b", "holds a backslash"),
        ("a%2fb", "encoded separator"),
        ("a\nb", "control character"),
        ("a?very-secret=b", "The path 'a' has a query"),
        ("a#b", "has a query or a fragment"),
    ],
)
def test_paths_that_lead_elsewhere(path: str, words: str, shell: Shell, recorder: Recorder) -> None:
    """The path stays below the base URL; nothing is sent otherwise."""
    text = refusal(lambda: shell.call(client_of(shell, recorder).request, "GET", path))

    assert words in text
    assert "very-secret" not in text
    assert [] == recorder.requests


@pytest.mark.parametrize(
    ("method", "options", "words"),
    [
        ("FETCH", {}, "There is no method 'FETCH'. There are: GET, HEAD"),
        ("CONNECT", {}, "There is no method"),
        ("GET x", {}, "There is no method"),
        ("POST", {"json": 1, "content": b"a"}, "json= and content="),
        ("GET", {"parms": {}}, "Did you mean 'params'?"),
        ("GET", {"headers": {"Host": "x"}}, "cannot be set"),
    ],
)
def test_slips(method: str, options: dict[str, Any], words: str, shell: Shell) -> None:
    """Unknown methods and options are refused at once."""
    client = shell.dial(base_url="http://127.0.0.1:9")

    assert words in refusal(lambda: shell.call(client.request, method, "x", **options))


def test_errors_and_retries(shell: Shell, recorder: Recorder) -> None:
    """Errors are those of every call, and so are further attempts and events."""
    busy, gone = answer(status="503 Busy"), answer(b"no", "text/plain", status="410 Gone")
    recorder.reply(busy, json_answer("{}"), busy, gone)
    client = client_of(shell, recorder, retry=polyvox.Retry(wait_min=0.0))
    seen: list[Any] = []
    client.on("done", seen.append)

    assert 200 == shell.call(client.request, "GET", "x").status
    with pytest.raises(polyvox.StatusError, match="answered 503 to request"):
        shell.call(client.request, "GET", "x", retry=False)
    with pytest.raises(polyvox.StatusError, match="answered 410") as caught:
        shell.call(client.request, "GET", "x")

    assert "no" == caught.value.body
    assert [("request", 2), ("request", 1), ("request", 1)] == [
        (one.operation, one.attempts) for one in seen
    ]


def test_headers_of_replies(shell: Shell, recorder: Recorder) -> None:
    """A reply knows the headers of its answer, streamed or not."""
    done = b'data: {"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n'
    recorder.reply(
        json_answer(WHOLE, headers=("X-Region: eu",)),
        answer(done + b"data: [DONE]\n\n", "text/event-stream", headers=("X-Region: us",)),
    )
    client = client_of(shell, recorder)
    stream = client.stream("Hi", model="m")
    whole = shell.call(client.chat, "Hi", model="m")
    shell.items(stream)

    assert ["eu", "us"] == [one.headers["x-region"] for one in (whole, stream.final)]
    assert "eu" not in repr(whole)
