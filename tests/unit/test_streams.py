"""The two stream objects: one-shot iterators that free their connection at once."""

from __future__ import annotations

import gc
import warnings
from typing import Any

import pytest
from shells import Shell

from polyvox_core.errors import PolyvoxError, StreamClosed
from polyvox_core.flow import Flow
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner
from polyvox_core.streams import AsyncStream, Stream

NO_TRANSPORT: Any = None


class Batches:
    """A source that gives batches; an error among them is raised."""

    def __init__(self, *batches: Any) -> None:
        self.batches = list(batches)
        self.log: list[str] = []
        self.headers: dict[str, str] = {}

    def open(self) -> Flow[None]:
        """Note it; raise the first batch if it is called `refused`."""
        self.log.append("open")
        self.headers = {"x-request-id": "r-1"}
        if self.batches and self.batches[0] == "refused":
            msg = "refused"
            raise PolyvoxError(msg)
        return
        yield

    def pull(self) -> Flow[list[Any]]:
        """The next batch."""
        batch = self.batches.pop(0) if self.batches else []
        if isinstance(batch, BaseException):
            raise batch
        return batch
        yield

    def close(self) -> Flow[None]:
        """Note it."""
        self.log.append("close")
        return
        yield


def stream_of(shell: Shell, source: Batches) -> Any:
    """A stream over *source*."""
    if shell.is_async:
        return AsyncStream(AsyncRunner(NO_TRANSPORT), source)
    return Stream(Runner(NO_TRANSPORT), source)


def test_a_stream_is_read_once(shell: Shell) -> None:
    """Items come one by one; at its end a with block closes it."""
    source = Batches([1, 2], [3])
    stream = stream_of(shell, source)

    assert ({}, None) == (stream.headers, stream.request_id)
    assert [1, 2, 3] == shell.items(stream)
    assert ["open", "close"] == source.log
    assert "r-1" == stream.request_id


def test_iterating_opens_it(shell: Shell) -> None:
    """A with block is advised, not needed, when the stream is read to its end."""
    source = Batches([1], [2])

    assert [1, 2] == shell.each(stream_of(shell, source))
    assert "open" == source.log[0]


def test_leaving_a_with_block_closes(shell: Shell) -> None:
    """What was fetched and not read is gone; reading on is an error."""
    source = Batches([1, 2, 3])
    stream = stream_of(shell, source)

    assert [1] == shell.items(stream, limit=1)
    assert ["open", "close"] == source.log
    with pytest.raises(StreamClosed, match="is closed"):
        shell.one(stream)


def test_closing_twice(shell: Shell) -> None:
    """A second close does nothing, and neither does one before anything was sent."""
    source = Batches([1])
    stream = stream_of(shell, source)
    shell.shut(stream)
    shell.shut(stream)

    assert [] == source.log
    with pytest.raises(StreamClosed):
        shell.one(stream)
    with pytest.raises(StreamClosed):
        shell.items(stream)


def test_a_failure_closes(shell: Shell) -> None:
    """An error frees the connection."""
    source = Batches([1], PolyvoxError("broken"))
    stream = stream_of(shell, source)

    assert 1 == shell.one(stream)
    with pytest.raises(PolyvoxError, match="broken"):
        shell.one(stream)
    assert ["open", "close"] == source.log


def test_a_stream_that_does_not_open(shell: Shell) -> None:
    """A failure to open is raised once, and the stream is closed."""
    source = Batches("refused")
    stream = stream_of(shell, source)

    with pytest.raises(PolyvoxError, match="refused"):
        shell.items(stream)
    with pytest.raises(StreamClosed):
        shell.one(stream)
    assert ["open"] == source.log


def test_unclosed_streams_warn(shell: Shell) -> None:
    """A stream that is left open and forgotten is told about."""
    streams = [stream_of(shell, Batches([1, 2]))]
    shell.one(streams[0])

    with pytest.warns(ResourceWarning, match="unclosed"):
        streams.clear()


def test_other_streams_do_not_warn(shell: Shell) -> None:
    """Neither unopened nor finished nor closed ones."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        stream_of(shell, Batches([1]))
        shell.each(stream_of(shell, Batches([1])))
        closed = stream_of(shell, Batches([1, 2]))
        shell.one(closed)
        shell.shut(closed)
        del closed
        gc.collect()


def test_a_second_reading_is_an_error(shell: Shell) -> None:
    """What was read to its end gives nothing again, and says so."""
    stream = stream_of(shell, Batches([1]))

    assert [1] == shell.each(stream)
    with pytest.raises(StreamClosed, match="read to its end already"):
        shell.each(stream)


def test_the_end_stays_the_end(shell: Shell) -> None:
    """Asking for one more after the end gives the end again."""
    stream = stream_of(shell, Batches())
    end = StopAsyncIteration if shell.is_async else StopIteration

    for _ in range(2):
        assert end is type(_raised(shell, stream))


def _raised(shell: Shell, stream: Any) -> BaseException:
    async def caught() -> BaseException:
        try:
            await stream.__anext__()
        except StopAsyncIteration as error:
            return error
        raise AssertionError

    if shell.is_async:
        found = shell.call(caught)
        assert isinstance(found, BaseException)
        return found
    with pytest.raises(StopIteration) as stopped:
        next(stream)
    return stopped.value
