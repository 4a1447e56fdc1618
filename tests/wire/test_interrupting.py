"""A stream that waits in one thread is ended by another one."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

import polyvox
from polyvox.testing.faults import FaultServer, Silence, chat_events, event_stream
from polyvox.types import TextDelta
from polyvox_core.run_sync import Runner
from polyvox_core.streams import Stream
from polyvox_core.transport.exchange import CoreIncoming

HE = chat_events("he", finish=None, done=False)


@pytest.fixture
def stalling() -> Iterator[FaultServer]:
    """A server that says two letters and then nothing."""
    with FaultServer((*event_stream(*HE, ended=False), Silence())) as server:
        yield server


def _client(server: FaultServer, **options: Any) -> Any:
    return polyvox.OpenAI(base_url=server.url, api_key="k", trust_env=False, retry=False, **options)


@pytest.mark.blocking
def test_waiting(stalling: FaultServer) -> None:
    """The thread that waits gets an error at once, with what had arrived."""
    began = time.monotonic()
    with _client(stalling) as client, client.stream("Hi", model="m") as stream:
        assert TextDelta("he") == next(stream)
        threading.Timer(0.05, stream.interrupt).start()

        with pytest.raises(polyvox.StreamInterrupted) as caught:
            next(stream)

    assert "he" == caught.value.partial.text
    assert time.monotonic() - began < 5


@pytest.mark.blocking
def test_nothing_to_interrupt(stalling: FaultServer) -> None:
    """A stream that is not open yet, and one that is closed, are left alone."""
    with _client(stalling) as client:
        stream = client.stream("Hi", model="m")
        stream.interrupt()
        with stream:
            assert TextDelta("he") == next(stream)
        stream.interrupt()

        assert "he" == stream.partial.text


def test_clients_of_the_caller() -> None:
    """Over an HTTP client of the caller's own nothing is cut."""
    with (
        FaultServer(event_stream(*chat_events("he", "llo"))) as server,
        httpx.Client(trust_env=False) as http_client,
        _client_over(server, http_client) as client,
        client.stream("Hi", model="m") as stream,
    ):
        first = next(stream)
        stream.interrupt()

        assert TextDelta("he") == first
        assert "hello" == stream.read().text


def _client_over(server: FaultServer, http_client: httpx.Client) -> Any:
    return polyvox.OpenAI(base_url=server.url, api_key="k", retry=False, http_client=http_client)


def test_sources_without_connections() -> None:
    """A stream over something else has nothing to cut."""

    class Source:
        """What a stream may be made over."""

        headers: dict[str, str] = {}  # noqa: RUF012 # never changed

    stream: Stream[Any] = Stream(Runner.for_calls(), Source())  # type: ignore[arg-type]  # enough

    assert None is stream.interrupt()  # type: ignore[func-returns-value]  # as promised


@pytest.mark.parametrize("extensions", [{}, {"network_stream": None}])
def test_answers_without_a_socket(extensions: dict[str, Any]) -> None:
    """An answer that came over no socket of ours is left alone."""

    class Response:
        """An answer that came from elsewhere."""

        status = 200
        headers: list[tuple[bytes, bytes]] = []  # noqa: RUF012 # never changed

    response: Any = Response()
    response.extensions = extensions
    incoming = CoreIncoming(None, response, None)  # type: ignore[arg-type]  # enough
    incoming.interrupt()

    assert not incoming.closed
