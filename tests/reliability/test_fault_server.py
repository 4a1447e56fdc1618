"""The fault server does exactly what a script says, and ends cleanly."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import trustme

from polyvox import ConfigError
from polyvox.testing.faults import (
    SCENARIOS,
    Dribble,
    End,
    FaultServer,
    FullBacklog,
    HeadOnly,
    Repeat,
    Reset,
    Send,
    Silence,
    Unread,
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

GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


@contextmanager
def connected(server: FaultServer) -> Iterator[socket.socket]:
    """A plain connection to *server*."""
    with socket.create_connection(server.address, timeout=5) as sock:
        yield sock


def received(sock: socket.socket, size: int) -> bytes:
    """Exactly *size* bytes, or as many as come."""
    content = b""
    while len(content) < size and (piece := sock.recv(size - len(content))):
        content += piece
    return content


def test_one_script_for_each_request() -> None:
    """Requests get their scripts in turn, over one connection, and the last one is repeated."""
    with FaultServer((Send(b"one"),), (Send(b"two"),)) as server, connected(server) as sock:
        answers = []
        for _ in range(3):
            sock.sendall(GET)
            answers.append(received(sock, 3))

    assert [b"one", b"two", b"two"] == answers
    assert [GET] * 3 == server.requests
    assert (1, 0) == (server.connections.count, server.connections.open)


def test_a_lone_step_is_a_script() -> None:
    """A step needs no list around it."""
    with FaultServer(Send(b"one"), [Send(b"two")]) as server, connected(server) as sock:
        sock.sendall(GET * 2)

        assert received(sock, 6) == b"onetwo"


@pytest.mark.parametrize(
    ("scripts", "said"),
    [
        pytest.param([], "needs a script, and got none. .*FaultServer.of", id="none"),
        pytest.param(["reset_once"], r"FaultServer\.of\('reset_once'\)", id="name"),
        pytest.param([b"bytes"], "got bytes. .*list of steps", id="bytes"),
        pytest.param([[End(), b"x"]], "Item 1 of a script is no step: bytes. ", id="item"),
        pytest.param([[[End()]]], "Item 0 of a script is no step: list. ", id="nested"),
        pytest.param([[End(), Unread()]], "Unread must be the first step", id="order"),
    ],
)
def test_what_is_no_script_is_refused(scripts: list[Any], said: str) -> None:
    """A mistake is reported where it was made, not by the thread that would follow it."""
    with pytest.raises(ConfigError, match=said):
        FaultServer(*scripts)


@pytest.mark.parametrize(
    ("name", "said"),
    [("stream_rest", "Did you mean 'stream_reset'"), ("%", "polyvox.testing.SCENARIOS")],
)
def test_unknown_scenarios_are_refused(name: str, said: str) -> None:
    """A misspelt scenario is an error with a suggestion."""
    with pytest.raises(ConfigError, match=said):
        FaultServer.of(name)


def test_bodies_are_recorded() -> None:
    """A request is recorded with its whole body, sized or chunked, also when it comes late."""
    sized = b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"
    pieces = (
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n"
    )
    with FaultServer((Send(b"!"),)) as server, connected(server) as sock:
        for request in (sized, pieces):
            for n in range(len(request)):
                sock.sendall(request[n : n + 1])
            assert received(sock, 1) == b"!"

    assert [sized, pieces] == server.requests


def test_requests_at_once() -> None:
    """Requests that come together are told apart."""
    with FaultServer((Send(b"!"),)) as server, connected(server) as sock:
        sock.sendall(GET * 3)
        assert received(sock, 3) == b"!!!"

    assert [GET] * 3 == server.requests


def test_dribble_and_repeat() -> None:
    """Content comes in pieces; a repetition ends after its times."""
    script = (Dribble(b"abc", 0, size_bytes=2), Repeat(b"-", 0, times=3))
    with FaultServer(script) as server, connected(server) as sock:
        sock.sendall(GET)

        assert received(sock, 6) == b"abc---"


def test_end_and_reset() -> None:
    """An end is read as the end; a reset is an error."""
    with FaultServer((End(),), (Reset(),)) as server:
        with connected(server) as sock:
            sock.sendall(GET)
            assert sock.recv(1) == b""
        with connected(server) as sock:
            sock.sendall(GET)
            with pytest.raises(ConnectionResetError):
                sock.recv(1)

        assert server.wait_until_left()


def test_unread_and_head_only() -> None:
    """One acts before anything is sent, the other before the body is there."""
    with FaultServer((Unread(), Send(b"early")), (HeadOnly(), Send(b"soon"))) as server:
        with connected(server) as sock:
            assert received(sock, 5) == b"early"
        with connected(server) as sock:
            sock.sendall(b"POST / HTTP/1.1\r\nContent-Length: 999\r\n\r\n")
            assert received(sock, 4) == b"soon"

    assert len(server.requests) == 1


def test_leaving_ends_the_script() -> None:
    """A client that leaves is not waited for."""
    for script in ((Silence(),), (Repeat(b"x", 0.01),), (Dribble(b"x" * 9999),)):
        with FaultServer(script) as server:
            with connected(server) as sock:
                sock.sendall(GET)
                assert server.wait_for_requests(1)
            assert server.wait_until_left()


def test_the_server_ends_its_scripts() -> None:
    """Leaving the block ends everything, and no thread stays."""
    before = threading.active_count()
    with FaultServer((Silence(),), (Repeat(b"x", 0.01),)) as server:
        socks = [socket.create_connection(server.address) for _ in range(3)]
        for sock in socks[:2]:
            sock.sendall(GET)
        assert server.wait_for_requests(2)
    for sock in socks:
        sock.close()

    assert before == threading.active_count()
    assert server.connections.open == 0


def test_the_limit_ends_a_script() -> None:
    """No connection outlives the server's limit."""
    with FaultServer((Silence(),), limit=0.05) as server, connected(server) as sock:
        sock.sendall(GET)

        assert sock.recv(1) == b""


def test_tls() -> None:
    """With a context it speaks TLS."""
    authority = trustme.CA()
    served, trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(served)
    authority.configure_trust(trusting)
    with FaultServer((Send(b"hi"), End()), ssl_context=served) as server, connected(server) as sock:
        with trusting.wrap_socket(sock, server_hostname="127.0.0.1") as secured:
            secured.sendall(GET)
            assert received(secured, 2) == b"hi"
        assert server.url.startswith("https://127.0.0.1:")


def test_full_backlog() -> None:
    """Nobody gets through to a server whose backlog is full."""
    with FullBacklog() as server, socket.socket() as sock:
        sock.settimeout(0.1)
        host, port = server.url.removeprefix("http://").split(":")

        with pytest.raises(TimeoutError):
            sock.connect((host, int(port)))


def test_scenarios_are_described() -> None:
    """Every scenario says what it does, and can be had by its name."""
    for name, scenario in SCENARIOS.items():
        assert scenario.about
        assert scenario.scripts
        assert isinstance(FaultServer.of(name, limit=1.0), FaultServer)


def test_answers() -> None:
    """The pieces of scripts are what they say, byte by byte."""
    assert head(204).content == b"HTTP/1.1 204 No Content\r\n\r\n"
    assert head(299, ("A", "b")).content == b"HTTP/1.1 299 Unknown\r\nA: b\r\n\r\n"
    assert answer("x", length=9, content_type="").content == (
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"
    )
    assert error_answer(429, "no", code="slow").content.endswith(
        b'{"error": {"message": "no", "code": "slow"}}'
    )
    assert chunked(b"abc", b"", b"d").content + last_chunk().content == (
        b"3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n"
    )
    assert event("a\nb", name="n") == b"event: n\ndata: a\ndata: b\n\n"
    assert [step.content[:9] for step in event_stream(b"x", ended=False)] == [
        b"HTTP/1.1 ",
        b"1\r\nx\r\n",
    ]
    assert len(chat_events("a", "b")) == 4
    assert completion("hi")["choices"][0]["message"]["content"] == "hi"
