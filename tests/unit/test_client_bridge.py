"""A caller's own httpx client as transport: requests, answers, errors, ownership."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
import pytest
from shells import KEY, Shell
from world import GET, World

import polyvox
from polyvox_core.calling import Call
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.errors import (
    ConfigError,
    ConnectFailed,
    ConnectionFailed,
    ConnectTimeout,
    DeadlineExceeded,
    PolyvoxError,
    PoolTimeout,
    ReadTimeout,
    ResponseError,
    WriteTimeout,
)
from polyvox_core.timeouts import Timeouts
from polyvox_core.transport.client_bridge import async_transport_of, transport_of

URL = "http://toy.test"
BUCKET = {"bucket": "B1"}


def bridged(shell: Shell, answer: Callable[[httpx.Request], Any], **options: Any) -> Any:
    """A client over an httpx transport that *answer* serves."""
    return shell.dial(base_url=URL, transport=httpx.MockTransport(answer), **options)


def own_client(shell: Shell, **options: Any) -> Any:
    """A client of httpx, of the shell's kind."""
    return (httpx.AsyncClient if shell.is_async else httpx.Client)(**options)


def test_requests_are_handed_over(shell: Shell) -> None:
    """Method, URL, headers and body are ours; the client's own headers do not mix in."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        """Keep the request."""
        seen.append(request)
        return httpx.Response(200, json={"outputs": [{"status": "success", "token_count": 4}]})

    client = bridged(shell, answer)

    assert [4] == shell.call(client.tokenize, ["a"], model="b/c d")
    assert ("POST", "http://toy.test/v1/deployments/b/c%20d/tokenize") == (
        seen[0].method,
        str(seen[0].url),
    )
    assert b'{"inputs":[{"type":"string","value":"a"}]}' == seen[0].content
    sent = {name: seen[0].headers[name] for name in ("api-key", "accept", "host")}
    assert {"api-key": KEY, "accept": "application/json", "host": "toy.test"} == sent


@pytest.mark.parametrize(
    ("raised", "error"),
    [
        (httpx.ConnectError("refused"), ConnectFailed),
        (httpx.ConnectTimeout("slow"), ConnectTimeout),
        (httpx.ReadTimeout("slow"), ReadTimeout),
        (httpx.WriteTimeout("slow"), WriteTimeout),
        (httpx.PoolTimeout("full"), PoolTimeout),
        (httpx.ReadError(""), ConnectionFailed),
        (httpx.RemoteProtocolError("cut"), ConnectionFailed),
        (httpx.InvalidURL("bad"), ConfigError),
        (httpx.TooManyRedirects("loop"), ConfigError),
    ],
)
def test_errors_are_ours(shell: Shell, raised: Exception, error: type[Exception]) -> None:
    """Whatever httpx raises is one of our errors, with the original as its cause."""

    def answer(request: httpx.Request) -> httpx.Response:
        """Fail."""
        raise raised

    client = bridged(shell, answer)

    with pytest.raises(PolyvoxError) as caught:
        shell.call(client.bucket)

    assert error is type(caught.value)
    assert raised is caught.value.__cause__


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body of pieces; an error among them is raised."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = pieces
        self.closed = 0

    def __iter__(self) -> Iterator[bytes]:
        """The pieces."""
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The pieces."""
        for piece in self:
            yield piece

    def close(self) -> None:
        """Note it."""
        self.closed += 1

    async def aclose(self) -> None:
        """Note it."""
        self.closed += 1


def events(*pieces: bytes | Exception) -> tuple[Body, Callable[[httpx.Request], httpx.Response]]:
    """A body, and what answers with it as an event stream."""
    body = Body(*pieces)
    headers = {"content-type": "text/event-stream"}
    return body, lambda request: httpx.Response(200, headers=headers, stream=body)


CHUNK = b'data: {"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n'


def test_streams_pass_through(shell: Shell) -> None:
    """A stream is read as it arrives, and closed at its end."""
    body, answer = events(b"", CHUNK[:20], CHUNK[20:], b"", b"data: [DONE]\n\n")
    client = bridged(shell, answer)
    stream = client.stream("Hi", model="m")

    shell.items(stream)

    assert "Hi" == stream.final.text
    assert 1 == body.closed


def test_leaving_a_stream_closes_it(shell: Shell) -> None:
    """Who leaves early frees the connection."""
    body, answer = events(CHUNK, CHUNK, CHUNK)
    client = bridged(shell, answer)

    shell.items(client.stream("Hi", model="m"), limit=1)

    assert 1 == body.closed


def test_a_break_in_a_stream(shell: Shell) -> None:
    """An error in the middle is ours too."""
    _, answer = events(CHUNK.replace(b'"stop"', b"null"), httpx.ReadError("reset"))
    client = bridged(shell, answer)

    with pytest.raises(polyvox.StreamInterrupted) as caught:
        shell.items(client.stream("Hi", model="m"))

    assert "Hi" == caught.value.partial.text


def test_packed_answers_are_unpacked_once(shell: Shell) -> None:
    """The bridge takes the raw bytes; the core unpacks them."""
    packed = gzip.compress(b'{"bucket":"B1"}')
    headers = {"content-encoding": "gzip", "content-type": "application/json"}
    client = bridged(
        shell, lambda request: httpx.Response(200, headers=headers, stream=Body(packed))
    )

    assert "B1" == shell.call(client.bucket)


def test_repeated_headers_are_joined(shell: Shell) -> None:
    """The same as over our own transport."""
    headers = [("x-ratelimit-limit-tokens", "5"), ("vary", "a"), ("vary", "b")]
    client = bridged(shell, lambda request: httpx.Response(500, headers=headers))

    with pytest.raises(PolyvoxError) as caught:
        shell.call(client.bucket)

    assert "a, b" == caught.value.headers["vary"]  # type: ignore[attr-defined]


def test_answers_that_a_hook_has_read(shell: Shell) -> None:
    """A hook of the caller's client may read the answer before us."""
    packed = gzip.compress(b'{"bucket":"B1"}')
    headers = {"content-encoding": "gzip", "content-type": "application/json"}

    def hook(response: httpx.Response) -> None:
        """Read the answer."""
        response.read()

    async def async_hook(response: httpx.Response) -> None:
        """Read the answer."""
        await response.aread()

    transport = httpx.MockTransport(
        lambda request: httpx.Response(200, headers=headers, stream=Body(packed))
    )
    http_client = own_client(
        shell,
        transport=transport,
        event_hooks={"response": [async_hook if shell.is_async else hook]},
    )
    client = shell.dial(base_url=URL, http_client=http_client)

    assert "B1" == shell.call(client.bucket)
    shell.shut(http_client)


def test_the_total_becomes_its_timeouts(shell: Shell) -> None:
    """No single wait of httpx exceeds what the call has left."""
    seen: list[dict[str, float]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        """Keep the limits."""
        seen.append(request.extensions["timeout"])
        return httpx.Response(200, json=BUCKET)

    client = bridged(shell, answer, timeout=2)
    shell.call(client.bucket)

    assert set(seen[0]) == {"connect", "read", "write", "pool"}
    assert all(0 < limit <= 2 for limit in seen[0].values())


def test_a_total_that_ran_out_is_a_deadline(shell: Shell) -> None:
    """A time limit of httpx that was ours is told as ours; the total also ends the reading."""
    world = World()

    def late(request: httpx.Request) -> httpx.Response:
        """Let the total pass."""
        world.now += 10
        raise httpx.ReadTimeout("slow")

    def slow(request: httpx.Request) -> httpx.Response:
        """Answer when the total has passed."""
        world.now += 10
        return httpx.Response(200, stream=Body(b"{}"))

    for answer in (late, slow):
        transport = httpx.MockTransport(answer)
        settings = world.settings(timeouts=Timeouts(total=5))
        bridge: Any = (async_transport_of if shell.is_async else transport_of)(None, transport)
        client = (AsyncApiClient if shell.is_async else ApiClient)(settings, bridge)
        with pytest.raises(DeadlineExceeded, match="within its total time of 5 s"):
            shell.call(client.call, GET, {"name": "a"})
        shell.shut(client)


def test_response_errors_are_no_connection_errors(shell: Shell) -> None:
    """An answer that arrived but is none stays what it is."""
    client = bridged(shell, lambda request: httpx.Response(200, text="<html>"))

    with pytest.raises(ResponseError):
        shell.call(client.bucket)


def test_a_body_that_a_hook_has_used_up_is_an_error(shell: Shell) -> None:
    """A body that is gone must not pass for an empty one."""

    def hook(response: httpx.Response) -> None:
        """Use the body up without keeping it."""
        for _ in response.iter_raw():
            pass

    async def async_hook(response: httpx.Response) -> None:
        """Use the body up without keeping it."""
        async for _ in response.aiter_raw():
            pass

    http_client = own_client(
        shell,
        transport=httpx.MockTransport(lambda request: httpx.Response(200, stream=Body(b"hello"))),
        event_hooks={"response": [async_hook if shell.is_async else hook]},
    )
    client = shell.dial(base_url=URL, http_client=http_client)

    with pytest.raises(ConfigError, match="StreamConsumed"):
        shell.call(client.files.read, "files/B1/a.txt")
    shell.shut(http_client)


def test_downloads_of_answers_made_for_tests(shell: Shell) -> None:
    """A download over a transport that answers with ready content is not empty."""
    packed = {"content-encoding": "gzip"}
    answers = iter(
        [
            httpx.Response(200, content=b"hello"),
            httpx.Response(200, content=gzip.compress(b"hello"), headers=packed),
            httpx.Response(200),
        ]
    )
    client = bridged(shell, lambda request: next(answers))

    found = [shell.call(client.files.read, "files/B1/a.txt") for _ in range(3)]

    assert [b"hello", b"hello", b""] == found


class Odd(httpx.Response):
    """An answer whose raw pieces may be empty."""

    def iter_raw(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Pieces."""
        yield from (b"he", b"", b"llo")

    async def aiter_raw(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Pieces."""
        for piece in self.iter_raw():
            yield piece


def test_empty_pieces_are_no_end(shell: Shell) -> None:
    """Only the end of the pieces is the end of the body."""
    client = bridged(shell, lambda request: Odd(200, stream=Body()))

    assert b"hello" == shell.call(client.files.read, "files/B1/a.txt")


@pytest.mark.parametrize("stream", [Body(b"hello"), None])
def test_a_closed_answer_gives_nothing(shell: Shell, stream: Body | None) -> None:
    """Reading after closing gives no bytes, and raises nothing."""
    world = World()
    transport = httpx.MockTransport(lambda request: httpx.Response(200, stream=stream))
    bridge: Any = (async_transport_of if shell.is_async else transport_of)(None, transport)
    prepared = Call(world.settings(), GET, {"name": "a"})
    request = next(prepared.attempts(prepared.whole)).request  # type: ignore[union-attr]

    incoming = shell.call(bridge.open, request)
    shell.call(bridge.close_incoming, incoming)

    assert b"" == shell.call(bridge.read, incoming)
    shell.call(bridge.close)
