"""The guard of all tests: nothing but loopback can be reached."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest
from recorder import Recorder

ELSEWHERE = ("192.0.2.1", 80)


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
@pytest.mark.parametrize("address", [ELSEWHERE, ("example.com", 80)])
def test_connections_elsewhere_fail(method: str, address: Any) -> None:
    """A connection that would leave this computer is an error that nothing catches."""
    with (
        socket.socket() as sock,
        pytest.raises(Exception, match="tests use loopback only") as caught,
    ):
        getattr(sock, method)(address)

    assert not isinstance(caught.value, OSError)


def test_datagrams_elsewhere_fail() -> None:
    """Neither do datagrams leave."""
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock,
        pytest.raises(Exception, match="tests use loopback only"),
    ):
        sock.sendto(b"x", ELSEWHERE)


def test_asyncio_is_guarded_too() -> None:
    """The event loop uses the same sockets."""

    async def connect() -> None:
        """Try."""
        await asyncio.open_connection(*ELSEWHERE)

    with pytest.raises(Exception, match="tests use loopback only"):
        asyncio.run(connect())


def test_look_ups_elsewhere_fail() -> None:
    """No name is looked up, and some names are unknown for ever."""
    with pytest.raises(Exception, match="tests use loopback only"):
        socket.getaddrinfo("example.com", 80)
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("example.invalid", 80)


def test_loopback_is_open(recorder: Recorder) -> None:
    """By address and by name."""
    port = int(recorder.host.rpartition(":")[2])
    for host in ("127.0.0.1", "localhost"):
        socket.create_connection((host, port)).close()
