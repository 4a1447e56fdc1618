"""What leaves and what comes back is the same over every transport, down to the byte."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Iterator
from typing import Any

import pytest
from over import PAIRS, Over
from recorder import Recorder, answer, json_answer
from shells import KEY, Shell

import polyvox
from polyvox.testing.faults import (
    End,
    FaultServer,
    HeadOnly,
    Reset,
    Send,
    Silence,
    chat_events,
    event_stream,
)
from polyvox_core.errors import (
    ConfigError,
    ConnectFailed,
    ConnectionFailed,
    DeadlineExceeded,
    IdleTimeout,
    RedirectRefused,
    WriteTimeout,
)

EMPTY = json_answer("{}")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@pytest.fixture(params=PAIRS, ids=["-".join(pair) for pair in PAIRS])
def over(request: pytest.FixtureRequest) -> Iterator[Over]:
    """Every pair of shell and transport."""
    name, transport = request.param
    with Shell(name) as shell:
        yield Over(shell, transport)


def ask(over: Over, client: Any, method: str = "GET", path: str = "x", **options: Any) -> Any:
    """One raw call."""
    return over.shell.call(client.request, method, path, **options)


def test_requests_leave_as_they_are(over: Over, recorder: Recorder) -> None:
    """Escapes in the target, the case and order of headers, and no header besides."""
    recorder.always(EMPTY)
    client = over.dial(f"{recorder.url}/deep%2fer%7E")
    headers = {"X-UPPER": "a", "x-lower": "caf\u00c3\u00a9"}
    ask(
        over,
        client,
        "DELETE",
        "a b/d'(~)!*;@&=+$,\u00e9[]",
        params={"q": "%27 '/?"},
        headers=headers,
    )

    target = "a%20b/d%27%28~%29%21%2A%3B%40%26%3D%2B%24%2C%C3%A9%5B%5D?q=%2527%20%27%2F%3F"
    assert (
        f"DELETE /deep%2fer%7E/{target} HTTP/1.1\r\n"
        f"Host: {recorder.host}\r\n"
        "Accept: */*\r\n"
        "Accept-Encoding: gzip, deflate\r\n"
        f"User-Agent: polyvox/{polyvox.__version__}\r\n"
        f"Api-Key: {KEY}\r\n"
        "X-UPPER: a\r\n"
        "x-lower: caf\u00c3\u00a9\r\n\r\n"
    ).encode("latin-1") == recorder.requests[0]


@pytest.mark.parametrize("size", [0, 10, 3_000_000])
def test_bodies_arrive_whole(over: Over, recorder: Recorder, size: int) -> None:
    """With their length, in one piece or in many."""
    recorder.always(EMPTY)
    body = bytes(range(256)) * (size // 256) + bytes(size % 256)
    ask(over, over.dial(recorder.url), "PUT", content=body)

    assert body == recorder.body()
    assert str(size) == recorder.header("Content-Length")
    assert None is recorder.header("Transfer-Encoding")


def test_long_json_arrives_whole(over: Over, recorder: Recorder) -> None:
    """A history that is longer than what sockets take at once."""
    recorder.always(EMPTY)
    ask(over, over.dial(recorder.url), "POST", json=["x" * 1000] * 300)

    assert 300 * 1003 + 1 == len(recorder.body())


def test_bodies_of_unknown_length(over: Over, recorder: Recorder) -> None:
    """Chunked, and said once."""
    recorder.always(json_answer('{"url":"files/B1/x"}'))
    client = over.dial(recorder.url)
    over.shell.call(client.files.upload, iter([b"ab", b"", b"c"]), to="files/B1/x")
    head = recorder.requests[-1].partition(b"\r\n\r\n")[0]

    assert 1 == head.count(b"Transfer-Encoding: chunked")
    assert 0 == head.count(b"Content-Length")
    assert recorder.body().endswith(b"0\r\n\r\n")


def test_bodies_that_fail(over: Over, recorder: Recorder) -> None:
    """What a source of the caller raises reaches the caller."""

    def source() -> Iterator[bytes]:
        """Give up in the middle."""
        yield b"a"
        raise ZeroDivisionError

    recorder.always(EMPTY)
    client = over.dial(recorder.url)

    with pytest.raises(ZeroDivisionError):
        over.shell.call(client.files.upload, source(), to="files/B1/x")


def test_cookies_are_nobodys(over: Over, recorder: Recorder) -> None:
    """What one user's answer sets does not leave with another's request."""
    recorder.always(json_answer("{}", headers=("Set-Cookie: session=of-ann; Path=/",)))
    pool: Any = (polyvox.AsyncClientPool if over.shell.is_async else polyvox.ClientPool)(
        transport=over.name, trust_env=False
    )
    for token in ("of-ann", "of-bob"):
        client = pool.client(
            polyvox.AsyncDial if over.shell.is_async else polyvox.Dial,
            base_url=recorder.url,
            bearer_token=token,
        )
        made = ask(over, client)
    over.shell.shut(pool)

    assert "session=of-ann; Path=/" == made.headers["set-cookie"]
    assert (None, 1) == (recorder.header("Cookie"), recorder.connections)


def test_redirects_are_refused(over: Over, recorder: Recorder) -> None:
    """Nothing is sent to where they lead."""
    recorder.always(answer(status="307 Temporary Redirect", headers=("Location: /elsewhere",)))

    with pytest.raises(RedirectRefused):
        ask(over, over.dial(recorder.url))

    assert 1 == len(recorder.requests)


def test_answers_are_unpacked_once(over: Over, recorder: Recorder) -> None:
    """By us, also what was packed twice; repeated headers are joined, long ones taken."""
    packed = gzip.compress(gzip.compress(b"twice"))
    headers = ("Content-Encoding: gzip", "Vary: a", "Vary: b", f"X-Long: {'x' * 30_000}")
    recorder.always(answer(packed, headers=headers))

    made = ask(over, over.dial(recorder.url))

    assert b"twice" == gzip.decompress(made.content)
    assert ("a, b", 30_000) == (made.headers["vary"], len(made.headers["x-long"]))


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        HEAD,
        HEAD + b"X: " + b"x" * 300_000 + b"\r\n\r\n",
        HEAD + b"Content-length: 9\r\n\r\n{}",
        HEAD + b"Transfer-encoding: Chunked\r\n\r\n5\r\nab",
        HEAD + b"Transfer-encoding: Chunked\r\n\r\nzz\r\nab\r\n",
        HEAD + b"Content-length: 2\r\nContent-length: 3\r\n\r\n{}",
    ],
    ids=["nothing", "ssh", "half", "long", "cut", "cut chunk", "bad chunk", "two lengths"],
)
def test_broken_answers(over: Over, recorder: Recorder, reply: bytes) -> None:
    """One of our errors, without a second request, and without a word of the request's head."""
    recorder.reply(reply)
    client = over.dial(recorder.url)

    with pytest.raises(ConnectionFailed) as caught:
        ask(over, client, headers={"X-Secret": "word-of-the-caller"})

    assert ConnectionFailed is type(caught.value)
    assert 1 == len(recorder.requests)
    one: BaseException | None = caught.value
    while one is not None:
        assert "word-of-the-caller" not in f"{one!r} {one} {vars(one)}"
        one = one.__cause__ or one.__context__


def test_events_before_a_break_arrive(over: Over) -> None:
    """What came before a reset is delivered, and then told as the partial answer."""
    pieces = event_stream(*chat_events("he", "llo", finish=None, done=False), ended=False)
    with FaultServer((*pieces, Silence(0.05), Reset())) as server:
        client = over.dial(server.url)
        with pytest.raises(polyvox.StreamInterrupted) as caught:
            over.shell.items(client.stream("Hi", model="m"))

    assert "hello" == caught.value.partial.text


def test_streams_that_are_left(over: Over) -> None:
    """A hundred of them, over one connection allowed, leave none open."""
    pieces = event_stream(*chat_events("he", finish=None, done=False), ended=False)
    with FaultServer((*pieces, Silence())) as server:
        client = over.dial(server.url, max_connections=1, timeout=polyvox.Timeouts(pool=5))
        for _ in range(100):
            over.shell.items(client.stream("Hi", model="m"), limit=1)

        assert server.wait_until_left()


def test_the_idle_limit(over: Over) -> None:
    """Comments do not count, and neither does silence."""
    start = event_stream(*chat_events("he", finish=None, done=False), ended=False)
    for rest in ((Silence(),), (Send(b"3\r\n:\n\n\r\n"), Silence())):
        with FaultServer((*start, *rest)) as server:
            client = over.dial(server.url, timeout=polyvox.Timeouts(idle=0.1))
            with pytest.raises(IdleTimeout):
                over.shell.items(client.stream("Hi", model="m"))


def test_bodies_that_nobody_takes(over: Over) -> None:
    """The write limit, or the total, ends the sending."""
    with FaultServer((HeadOnly(), Silence())) as server:
        client = over.dial(server.url)
        for limit, error in (
            (polyvox.Timeouts(write=0.1), WriteTimeout),
            (polyvox.Timeouts(total=0.1), DeadlineExceeded),
        ):
            with pytest.raises(error):
                ask(over, client, "PUT", content=bytes(64 << 20), timeout=limit)


def test_answers_before_the_body_is_sent(over: Over) -> None:
    """A server that refuses a body while it is being sent is heard, or hangs up on us."""
    refusal = Send(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    with FaultServer((HeadOnly(), refusal, Silence(0.2), End())) as server:
        client = over.dial(server.url, timeout=5)
        with pytest.raises((polyvox.StatusError, ConnectionFailed)):
            ask(over, client, "PUT", content=bytes(64 << 20))
        assert server.wait_until_left()


@pytest.mark.parametrize("given", ["proxy", "environment"])
def test_proxies_with_passwords(
    over: Over, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    """The proxy gets its credential with each request, and in front of a tunnel."""
    recorder.reply(EMPTY, EMPTY, answer(status="403 Forbidden"))
    address = f"http://me:word@{recorder.host}"
    if given == "proxy":
        options: dict[str, Any] = {"proxy": address}
    else:
        monkeypatch.setenv("HTTP_PROXY", address)
        monkeypatch.setenv("HTTPS_PROXY", address)
        options = {"trust_env": True}
    client = over.dial("http://toy.invalid", **options)
    for _ in range(2):
        ask(over, client)
    with pytest.raises(ConnectFailed) as caught:
        ask(over, over.dial("https://toy.invalid", **options))
    heads = [head.replace(":80/", "/") for head in recorder.heads()]

    assert ["GET http://toy.invalid/x"] * 2 + ["CONNECT toy.invalid:443"] == heads
    assert ["Basic bWU6d29yZA=="] * 3 == [
        recorder.header("Proxy-Authorization", number) for number in range(3)
    ]
    assert "The proxy refused" in str(caught.value)
    assert "word" not in f"{caught.value}"


@pytest.mark.parametrize("name", ["own", "httpx", "httpx2", "aiohttp"])
def test_several_loops(name: str, recorder: Recorder) -> None:
    """One client serves one loop after the other, and two at once."""
    recorder.always(EMPTY)
    client = polyvox.AsyncDial(base_url=recorder.url, api_key=KEY, transport=name, trust_env=False)
    for _ in range(2):
        asyncio.run(client.request("GET", "x"))
    with asyncio.Runner() as one, asyncio.Runner() as other:
        one.run(client.request("GET", "x"))
        other.run(client.request("GET", "x"))
        one.run(client.request("GET", "x"))
        one.run(client.aclose())

    assert (5, 4) == (len(recorder.requests), recorder.connections)


def test_closing_waits_for_streams(over: Over) -> None:
    """A client that is closed while it streams ends with the stream."""
    head, *rest = event_stream(*chat_events("he", "llo"))
    with FaultServer((head, rest[0], Silence(0.05), *rest[1:])) as server:
        client = over.dial(server.url)
        stream = client.stream("Hi", model="m")
        over.shell.one(stream)
        over.shell.shut(client)
        events = over.shell.items(stream)
        with pytest.raises(ConfigError, match="closed"):
            ask(over, client)

        assert "hello" == events[-1].reply.text
        assert server.wait_until_left()
