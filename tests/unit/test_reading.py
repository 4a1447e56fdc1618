"""Kinds of content: each tells the truth about itself, and is read in pieces."""

from __future__ import annotations

import array
import asyncio
import io
import os
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any, cast

import pytest

from polyvox_core.content import Source, open_content
from polyvox_core.errors import BodyNotRewindable, ConfigError

POSIX = pytest.mark.skipif(os.name != "posix", reason="counts descriptors, or makes a pipe")
CHUNK = 256 * 1024
BIG = bytes(range(256)) * 2500  # 640,000 bytes: two whole pieces and a part


class OnlyReads:
    """An object with nothing but `read`."""

    def __init__(self, body: bytes) -> None:
        self._file: Any = io.BytesIO(body)

    def read(self, size: int, /) -> bytes:
        """At most *size* bytes."""
        return cast("bytes", self._file.read(size))


class AsyncReads(OnlyReads):
    """An object whose `read` is awaited."""

    async def read(self, size: int, /) -> bytes:  # type: ignore[override]  # async on purpose
        """At most *size* bytes."""
        return cast("bytes", self._file.read(size))


class Reiterable:
    """An iterable that starts anew each time."""

    def __iter__(self) -> Iterator[bytes]:
        """The pieces."""
        return iter([b"a", b"", b"b"])


class AsyncReiterable:
    """An async iterable that starts anew each time."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """The pieces."""
        return agenerate(b"a", b"", b"b")


async def agenerate(*pieces: Any) -> AsyncIterator[Any]:
    """An async generator over *pieces*."""
    for piece in pieces:
        yield piece


def read(source: Source) -> bytes:
    """All bytes of *source*, the blocking way."""
    return b"".join(source.chunks())


def aread(source: Source) -> bytes:
    """All bytes of *source*, the async way."""

    async def collect() -> bytes:
        """Join the pieces."""
        return b"".join([chunk async for chunk in source.achunks()])

    return asyncio.run(collect())


def facts(source: Source) -> tuple[int | None, bool, bool, bool]:
    """Size, rewindable, blocking, is_async."""
    return source.size_bytes, source.rewindable, source.blocking, source.is_async


@pytest.mark.parametrize(
    "content", [b"hi", bytearray(b"hi"), memoryview(b"hi"), memoryview(b"h_i_")[::2]]
)
def test_bytes(content: Any) -> None:
    """Bytes in any form have a size, can be sent again, and never wait."""
    source = open_content(content)

    assert (2, True, False, False) == facts(source)
    assert [b"hi"] * 3 == [read(source), read(source), aread(source)]


def test_changeable_bytes_are_copied() -> None:
    """What happens to a bytearray afterwards changes nothing."""
    content = bytearray(b"hi")
    source = open_content(content)
    content[:] = b"oh no"

    assert b"hi" == read(source)


def test_iterables() -> None:
    """An iterable that starts anew can be sent again; blanks are left out."""
    sources = [open_content([b"a", b"", b"b"]), open_content(Reiterable())]

    assert [(None, True, False, False), (None, True, True, False)] == list(map(facts, sources))
    for source in sources:
        assert [[b"a", b"b"]] * 2 == [list(source.chunks()), list(source.chunks())]
        assert b"ab" == aread(source)


def test_iterators() -> None:
    """An iterator is sent once."""
    pieces: list[Any] = [b"a", bytearray(b"b"), memoryview(b"c")]
    source = open_content(piece for piece in pieces)

    assert (None, False, True, False) == facts(source)
    assert b"abc" == read(source)
    with pytest.raises(BodyNotRewindable, match=r"object of type generator a second time"):
        source.chunks()


def test_async_iterables() -> None:
    """Async contents are read by async clients only."""
    source = open_content(AsyncReiterable())

    assert (None, True, False, True) == facts(source)
    assert [b"ab", b"ab"] == [aread(source), aread(source)]
    with pytest.raises(
        ConfigError, match=r"^A blocking client cannot send an object of type Async"
    ):
        source.chunks()


@pytest.mark.parametrize("content", [agenerate(b"a", b"", b"b"), AsyncReads(b"ab")])
def test_async_once(content: Any) -> None:
    """An async iterator or file is sent once."""
    source = open_content(content)

    assert (None, False, False, True) == facts(source)
    assert b"ab" == aread(source)
    with pytest.raises(BodyNotRewindable):
        aread(source)


def test_spent_generators() -> None:
    """A generator that has run is refused instead of sending nothing."""
    spent = (piece for piece in [b"a"])
    list(spent)
    aspent = agenerate(b"a")
    aread(open_content(aspent))

    for generator in (spent, aspent):
        with pytest.raises(BodyNotRewindable, match=r"already run"):
            open_content(generator)


@pytest.mark.parametrize(
    "content", [["text"], [1], iter([None]), agenerate("text"), AsyncReads(b"")]
)
def test_pieces_that_are_no_bytes(content: Any) -> None:
    """Text or numbers where bytes belong are an error that names what came."""
    if isinstance(content, AsyncReads):
        content._file = io.StringIO("text")
    source = open_content(content)

    with pytest.raises(ConfigError, match=r"gave (str|int|NoneType) instead of bytes"):
        aread(source)


def test_reads_that_are_no_bytes() -> None:
    """A file that gives text, or nothing because it does not block, is an error."""
    file: Any = OnlyReads(b"")
    file._file = io.StringIO("text")

    with pytest.raises(ConfigError, match=r"gave str instead of bytes"):
        read(open_content(file))


def test_array() -> None:
    """Buffers of other types are no bytes."""
    with pytest.raises(ConfigError):
        read(open_content(array.array("I", [1])))  # type: ignore[arg-type]  # the error under test


def test_slow_reads_leave_the_loop_alone() -> None:
    """An async client reads files in another thread, bytes in its own."""
    threads: list[int] = []

    class Watching(OnlyReads):
        """Notes who reads."""

        def read(self, size: int, /) -> bytes:
            """At most *size* bytes."""
            threads.append(threading.get_ident())
            return super().read(size)

    body = aread(open_content(Watching(b"hi")))

    assert b"hi" == body
    assert threading.get_ident() not in threads
