"""Blocking sockets: every wait is bounded, every failure is httpcore's, nothing stays open."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from typing import Any

import httpcore
import pytest

from polyvox_core.transport import network_blocking as room
from polyvox_core.transport.network_blocking import BlockingBackend, BlockingStream, readable

SHORT = 0.01
Pair = tuple[BlockingStream, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    """A stream, and the socket at its other end."""
    near, far = socket.socketpair()
    with near, far:
        yield BlockingStream(near), far


def test_bytes_pass(pair: Pair) -> None:
    """What one side writes the other reads; the end reads as nothing."""
    stream, far = pair
    stream.write(b"ab", SHORT)
    stream.write(b"", SHORT)
    far.sendall(b"cd")

    assert b"ab" == far.recv(9)
    assert b"cd" == stream.read(9, SHORT)
    far.shutdown(socket.SHUT_WR)
    assert b"" == stream.read(9, None)


def test_a_used_up_limit_touches_nothing(pair: Pair) -> None:
    """Without time left nothing is read, written or negotiated."""
    stream, far = pair
    far.sendall(b"ready")

    with pytest.raises(httpcore.ReadTimeout):
        stream.read(9, 0)
    with pytest.raises(httpcore.WriteTimeout):
        stream.write(b"x", 0)
    with pytest.raises(httpcore.ConnectTimeout):
        stream.start_tls(ssl.create_default_context(), "toy.test", 0)


def test_silence_times_out(pair: Pair) -> None:
    """A peer that neither sends nor takes is not waited for longer than allowed."""
    stream, _ = pair

    with pytest.raises(httpcore.ReadTimeout):
        stream.read(9, SHORT)
    with pytest.raises(httpcore.WriteTimeout):
        stream.write(b"x" * 50_000_000, SHORT)


def test_broken_connections(pair: Pair) -> None:
    """A peer that is gone, and a socket that was closed."""
    stream, far = pair
    far.close()
    with pytest.raises(httpcore.WriteError):
        stream.write(b"x" * 1_000_000, SHORT)
    stream.close()
    with pytest.raises(httpcore.ReadError):
        stream.read(9, SHORT)


def test_readable(pair: Pair) -> None:
    """An idle connection that has something to read was closed by its server."""
    stream, far = pair

    assert not stream.get_extra_info("is_readable")
    far.shutdown(socket.SHUT_WR)
    assert stream.get_extra_info("is_readable")
    stream.close()
    assert stream.get_extra_info("is_readable")


def test_what_cannot_be_asked_is_readable() -> None:
    """A socket that fails when asked is not used again."""

    class Odd:
        """A socket that cannot be asked."""

        def fileno(self) -> int:
            """Fail."""
            raise ValueError("gone")

    odd: Any = Odd()
    assert readable(odd)


def test_what_httpcore_asks(pair: Pair) -> None:
    """The socket itself; no TLS without TLS; nothing else."""
    stream, _ = pair

    assert isinstance(stream.get_extra_info("socket"), socket.socket)
    assert stream.get_extra_info("ssl_object") is None
    assert stream.get_extra_info("weather") is None


class Interrupting:
    """A TLS context that is interrupted."""

    def wrap_socket(self, *_: Any, **__: Any) -> Any:
        """Press Ctrl-C."""
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("answer", "context", "error"),
    [
        (b"", ssl.create_default_context(), httpcore.ConnectTimeout),
        (b"HTTP/1.1 400 no\r\n\r\n", ssl.create_default_context(), httpcore.ConnectError),
        (b"", Interrupting(), KeyboardInterrupt),
    ],
    ids=["silent", "no TLS", "interrupted"],
)
def test_failed_handshakes_close(
    pair: Pair, answer: bytes, context: Any, error: type[BaseException]
) -> None:
    """Whatever goes wrong in the handshake, the socket is closed."""
    stream, far = pair
    far.sendall(answer)

    with pytest.raises(error):
        stream.start_tls(context, "toy.test", SHORT)

    assert stream.get_extra_info("is_readable")


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A listening socket."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


@pytest.fixture
def refusing() -> tuple[str, int]:
    """An address where nobody listens any more."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address: tuple[str, int] = listening.getsockname()
    return address


def addresses(*found: tuple[str, int]) -> Callable[..., list[Any]]:
    """A look-up that finds these."""
    return lambda *_, **__: [
        (socket.AF_INET, socket.SOCK_STREAM, 0, "", address) for address in found
    ]


def test_the_first_address_that_answers(
    listener: socket.socket, refusing: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name may have several addresses, and the first may be dead."""
    found = addresses(refusing, listener.getsockname())
    monkeypatch.setattr(room.socket, "getaddrinfo", found)

    stream = BlockingBackend().connect_tcp("toy.test", 80, 5)

    assert listener.getsockname() == stream.get_extra_info("socket").getpeername()
    stream.close()


@pytest.mark.parametrize("error", [socket.gaierror("unknown"), UnicodeError("odd name")])
def test_unknown_names(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """A name that cannot be looked up is a failure to connect."""

    def look_up(*_: Any, **__: Any) -> Any:
        """Fail."""
        raise error

    monkeypatch.setattr(room.socket, "getaddrinfo", look_up)

    with pytest.raises(httpcore.ConnectError):
        BlockingBackend().connect_tcp("toy.test", 80, 5)


def test_names_without_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name may have none at all."""
    monkeypatch.setattr(room.socket, "getaddrinfo", addresses())

    with pytest.raises(httpcore.ConnectError, match="no address for toy"):
        BlockingBackend().connect_tcp("toy.test", 80, 5)


def test_refused_connections(refusing: tuple[str, int]) -> None:
    """Nobody listens."""
    with pytest.raises(httpcore.ConnectError) as caught:
        BlockingBackend().connect_tcp(*refusing, 5)

    assert isinstance(caught.value.__cause__, ConnectionRefusedError)


def test_no_time_to_connect(listener: socket.socket) -> None:
    """Without time left nothing is tried."""
    with pytest.raises(httpcore.ConnectTimeout):
        BlockingBackend().connect_tcp(*listener.getsockname(), 0)


@pytest.mark.parametrize(
    ("raised", "error"),
    [(TimeoutError("slow"), httpcore.ConnectTimeout), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_failures_while_connecting_close(
    monkeypatch: pytest.MonkeyPatch, raised: BaseException, error: type[BaseException]
) -> None:
    """A connection that does not come about leaves no socket behind."""
    made: list[socket.socket] = []

    def connect(sock: socket.socket, address: Any) -> None:
        """Fail."""
        made.append(sock)
        raise raised

    monkeypatch.setattr(socket.socket, "connect", connect)

    with pytest.raises(error):
        BlockingBackend().connect_tcp("127.0.0.1", 9, 5)

    assert [-1] == [sock.fileno() for sock in made]
