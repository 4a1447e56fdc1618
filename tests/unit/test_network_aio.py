"""asyncio sockets: every wait is bounded, every failure is httpcore's, nothing stays open."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from typing import Any

import httpcore
import pytest

from polyvox_core.transport.network_aio import AsyncioBackend, AsyncioStream, _Wire

SHORT = 0.01
MUCH = b"x" * 50_000_000
Scene = Callable[[Any, socket.socket], Awaitable[Any]]


def play(scene: Scene) -> Any:
    """What *scene* gives, with a connected stream and the socket at its other end."""

    async def staged() -> Any:
        """Connect, and play."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            stream = await AsyncioBackend().connect_tcp(*listener.getsockname(), 5)
            far, _ = listener.accept()
        with far:
            try:
                return await scene(stream, far)
            finally:
                await stream.aclose()
                await asyncio.sleep(0)

    return asyncio.run(staged())


def test_bytes_pass() -> None:
    """What one side writes the other reads; the end reads as nothing."""

    async def scene(stream: Any, far: socket.socket) -> list[bytes]:
        """Write and read."""
        await stream.write(b"ab", SHORT)
        await stream.write(b"", SHORT)
        got = far.recv(9)
        far.sendall(b"cd")
        first = await stream.read(1, 5)
        second = await stream.read(9, 5)
        far.shutdown(socket.SHUT_WR)
        return [got, first, second, await stream.read(9, None)]

    assert [b"ab", b"c", b"d", b""] == play(scene)


def test_a_used_up_limit() -> None:
    """Without time left nothing counts as read or written."""

    async def scene(stream: Any, far: socket.socket) -> None:
        """Try both."""
        far.sendall(b"ready")
        with pytest.raises(httpcore.ReadTimeout):
            await stream.read(9, 0)
        with pytest.raises(httpcore.WriteTimeout):
            await stream.write(b"x", 0)

    play(scene)


def test_silence_times_out() -> None:
    """A peer that neither sends nor takes is not waited for longer than allowed."""

    async def scene(stream: Any, far: socket.socket) -> None:
        """Wait for both."""
        with pytest.raises(httpcore.ReadTimeout):
            await stream.read(9, SHORT)
        with pytest.raises(httpcore.WriteTimeout):
            await stream.write(MUCH, SHORT)

    play(scene)


def test_a_peer_that_takes_its_time() -> None:
    """A long write goes on when the peer takes some."""

    async def scene(stream: Any, far: socket.socket) -> int:
        """Write more than any buffer holds, while a thread takes it slowly."""

        def drain() -> int:
            """Take everything."""
            taken = 0
            while taken < 5_000_000:
                taken += len(far.recv(1_000_000))
            return taken

        draining = asyncio.create_task(asyncio.to_thread(drain))
        await stream.write(MUCH[:5_000_000], 30)
        return await draining

    assert 5_000_000 == play(scene)


def test_more_than_is_read_at_once() -> None:
    """What arrives faster than it is read waits in the socket, and nothing is lost."""

    async def scene(stream: Any, far: socket.socket) -> int:
        """Take what a thread sends, piece by piece."""
        sending = asyncio.create_task(asyncio.to_thread(far.sendall, MUCH[:3_000_000]))
        taken = 0
        while taken < 3_000_000:
            taken += len(await stream.read(10_000, 30))
        await sending
        return taken

    assert 3_000_000 == play(scene)


def test_a_peer_that_hangs_up() -> None:
    """A reset is an error for reader and writer."""

    async def scene(stream: Any, far: socket.socket) -> None:
        """Hang up hard while a write waits."""
        writing = asyncio.create_task(stream.write(MUCH, 30))
        await asyncio.sleep(0)
        far.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        far.close()
        with pytest.raises(httpcore.WriteError):
            await writing
        with pytest.raises(httpcore.ReadError):
            await stream.read(9, 5)
        assert stream.get_extra_info("is_readable")

    play(scene)


def test_a_closed_stream() -> None:
    """Nothing can be written any more; closing twice does nothing."""

    async def scene(stream: Any, far: socket.socket) -> None:
        """Close, and try."""
        await stream.aclose()
        with pytest.raises(httpcore.WriteError):
            await stream.write(b"x", SHORT)
        await stream.aclose()

    play(scene)


def test_what_httpcore_asks() -> None:
    """Whether an idle connection was closed, and what its transport knows."""

    async def scene(stream: Any, far: socket.socket) -> list[Any]:
        """Ask."""
        idle = stream.get_extra_info("is_readable")
        far.sendall(b"x")
        await stream.read(1, 5)
        again = stream.get_extra_info("is_readable")
        sock = stream.get_extra_info("socket")
        far.shutdown(socket.SHUT_WR)
        assert b"" == await stream.read(9, 5)
        return [idle, again, sock is None, stream.get_extra_info("is_readable")]

    assert [False, False, False, True] == play(scene)


def test_a_stream_that_was_never_connected() -> None:
    """It is closed already, and knows nothing."""
    stream = AsyncioStream(_Wire())

    asyncio.run(stream.aclose())
    assert stream.get_extra_info("is_readable")
    assert stream.get_extra_info("socket") is None


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"", httpcore.ConnectTimeout),
        (b"HTTP/1.1 400 no\r\n\r\n", httpcore.ConnectError),
        (None, httpcore.ConnectError),
    ],
    ids=["silent", "no TLS", "hung up"],
)
def test_failed_handshakes_close(answer: bytes | None, error: type[Exception]) -> None:
    """Whatever goes wrong in the handshake, the connection is closed."""

    async def scene(stream: Any, far: socket.socket) -> None:
        """Begin a handshake that fails."""
        if answer is None:
            far.close()
        else:
            far.sendall(answer)
        limit = 5 if answer != b"" else 0.05
        with pytest.raises(error):
            await stream.start_tls(ssl.create_default_context(), "toy.test", limit)
        with pytest.raises(httpcore.WriteError):
            await stream.write(b"x", SHORT)

    play(scene)


def test_a_cancelled_handshake_closes() -> None:
    """Who stops waiting leaves no connection behind."""

    async def scene(stream: Any, far: socket.socket) -> None:
        """Cancel a handshake."""
        context = ssl.create_default_context()
        task = asyncio.create_task(stream.start_tls(context, "toy.test", 30))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        with pytest.raises(httpcore.WriteError):
            await stream.write(b"x", SHORT)

    play(scene)


def test_no_connection() -> None:
    """Nobody listens, nobody has that name, or there is no time."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
    connect = AsyncioBackend().connect_tcp

    with pytest.raises(httpcore.ConnectError):
        asyncio.run(connect(*address, 5))
    with pytest.raises(httpcore.ConnectError):
        asyncio.run(connect("toy.invalid", 80, 5))
    with pytest.raises(httpcore.ConnectTimeout):
        asyncio.run(connect(*address, 0))


class Tap:
    """A transport that notes whether it is to read."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.closing = False

    def pause_reading(self) -> None:
        """Note it."""
        self.log.append("pause")

    def resume_reading(self) -> None:
        """Note it."""
        self.log.append("resume")

    def is_closing(self) -> bool:
        """Whether it was told to."""
        return self.closing


@pytest.mark.parametrize("closing", [False, True])
def test_what_is_not_read_stays_with_the_peer(closing: bool) -> None:
    """Reading stops above a mark, and goes on below it, unless the end is near."""
    wire, tap = _Wire(), Tap()
    wire.transport = tap  # type: ignore[assignment]
    wire.at_once = 1000

    for _ in range(4):
        wire.buffer_updated(len(wire.get_buffer(-1)))
    assert ["pause"] == tap.log
    tap.closing = closing
    assert 2500 == len(wire.take(2500))
    assert ["pause"] == tap.log
    assert 1001 == len(wire.take(1001))

    assert (["pause"] if closing else ["pause", "resume"]) == tap.log
    assert 499 == len(wire.held)
