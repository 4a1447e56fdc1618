"""Paths and open files as contents: sizes, positions, and who closes what."""

from __future__ import annotations

import asyncio
import gc
import io
import os
import tempfile
import threading
from pathlib import Path
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


class FsPath:
    """A path that is no `pathlib.Path`."""

    def __init__(self, path: Path) -> None:
        self._path = str(path)

    def __fspath__(self) -> str:
        """Its text."""
        return self._path


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


def open_files() -> int:
    """Number of file descriptors of this process."""
    gc.collect()
    return len(list(Path("/dev/fd").iterdir()))


def test_path(tmp_path: Path) -> None:
    """A path has a size and a name, can be sent again, and may wait for a disk."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"hi")
    sources = [open_content(path), open_content(FsPath(path))]

    for source in sources:
        assert (2, True, True, False) == facts(source)
        assert ("a.txt", "text/plain") == (source.filename, source.content_type)
        assert [b"hi"] * 3 == [read(source), read(source), aread(source)]


@POSIX
def test_path_is_opened_late_and_closed(tmp_path: Path) -> None:
    """A path holds a file open only while it is read, also when reading stops early."""
    path = tmp_path / "a.bin"
    path.write_bytes(BIG)
    source = open_content(path)
    before = open_files()
    chunks = source.chunks()
    unread = open_files()
    next(chunks)
    during = open_files()
    del chunks

    assert (before, before + 1, before) == (unread, during, open_files())


@POSIX
def test_path_is_closed_on_error(tmp_path: Path) -> None:
    """A path's file is closed when reading it fails."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"hi")
    source = open_content(path)
    path.write_bytes(b"longer")
    before = open_files()
    with pytest.raises(ConfigError):
        read(source)

    assert before == open_files()


@pytest.mark.parametrize("name", ["missing.txt", "nul\x00.txt", "x" * 300])
def test_bad_path(tmp_path: Path, name: str) -> None:
    """A path that cannot be looked at is an error at once, with its reason."""
    with pytest.raises(ConfigError, match=r"^Cannot read the file '.*: .+\. Check that it exists"):
        open_content(tmp_path / name)


def test_folder(tmp_path: Path) -> None:
    """A folder is no file."""
    with pytest.raises(ConfigError, match=r"^Cannot send the folder '.*Pass the path of a file"):
        open_content(tmp_path)


def test_path_gone_later(tmp_path: Path) -> None:
    """A file that vanished since is an error when it is opened."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"hi")
    source = open_content(path)
    path.unlink()

    with pytest.raises(ConfigError, match=r"No such file"):
        read(source)


@POSIX
def test_named_pipe(tmp_path: Path) -> None:
    """A named pipe has no size and can be read only once."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    source = open_content(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"hi",))
    writer.start()
    body = read(source)
    writer.join()

    assert ((None, False, True, False), b"hi") == (facts(source), body)


@pytest.mark.parametrize("change", [b"", b"h", b"hi!", BIG])
def test_changed_size(tmp_path: Path, change: bytes) -> None:
    """A file that shrank or grew is an error, never a wrong Content-Length."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"hi")
    source = open_content(path)
    path.write_bytes(change)

    with pytest.raises(ConfigError, match=r"its size changed while it was being sent"):
        read(source)


def test_pieces_are_bounded(tmp_path: Path) -> None:
    """A large content comes in pieces of 256 KiB."""
    path = tmp_path / "a.bin"
    path.write_bytes(BIG)
    sources = [open_content(BIG), open_content(path), open_content(io.BytesIO(BIG))]
    sizes = [CHUNK, CHUNK, len(BIG) - 2 * CHUNK]

    for source in sources:
        chunks = list(source.chunks())
        assert sizes == list(map(len, chunks))
        assert BIG == b"".join(chunks)


def test_empty_contents(tmp_path: Path) -> None:
    """Empty contents have no pieces and the size 0."""
    path = tmp_path / "a.bin"
    path.touch()
    sources = [open_content(b""), open_content(path), open_content(io.BytesIO())]

    assert [(0, [])] * 3 == [(source.size_bytes, list(source.chunks())) for source in sources]


def test_file_object_starts_where_it_stands() -> None:
    """An open file is sent from its position, again from there, and stays open."""
    file = io.BytesIO(b"skip me, send me")
    file.seek(9)
    source = open_content(file)
    position = file.tell()

    assert (9, (7, True, False, False)) == (position, facts(source))
    assert [b"send me"] * 3 == [read(source), read(source), aread(source)]
    assert not file.closed


def test_position_beyond_the_end() -> None:
    """A file that stands behind its end has nothing to send."""
    file = io.BytesIO(b"hi")
    file.seek(10)

    assert 0 == open_content(file).size_bytes


def test_real_file_object(tmp_path: Path) -> None:
    """A file from open() may wait for a disk and gives its name."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    with path.open("rb") as file:
        source = open_content(file)

        assert (4, True, True, False) == facts(source)
        assert ("a.pdf", "application/pdf") == (source.filename, source.content_type)
        assert [b"%PDF"] * 3 == [read(source), read(source), aread(source)]


def test_spooled_file() -> None:
    """A spooled file works like any file, and has no name."""
    with tempfile.SpooledTemporaryFile() as file:
        file.write(b"hi")
        file.seek(0)
        source = open_content(file)

        assert (2, True, True, False) == facts(source)
        assert (None, [b"hi"] * 2) == (source.filename, [read(source), read(source)])


def test_pipe_object() -> None:
    """A pipe is sent once; its number is no name."""
    reader, writer = os.pipe()
    os.write(writer, b"hi")
    os.close(writer)
    with os.fdopen(reader, "rb") as file:
        source = open_content(file)
        body = read(source)

        assert (None, (None, False, True, False)) == (source.filename, facts(source))
        assert b"hi" == body
        with pytest.raises(BodyNotRewindable, match=r"second time.*only once\. Pass bytes, a path"):
            source.chunks()


def test_object_that_only_reads() -> None:
    """`read` is all that an object needs."""
    source = open_content(OnlyReads(BIG))

    assert (None, False, True, False) == facts(source)
    assert BIG == read(source)


def test_bytes_and_label_names() -> None:
    """Names in bytes are decoded; labels such as <stdin> are no names."""
    named: list[Any] = [OnlyReads(b""), OnlyReads(b""), OnlyReads(b"")]
    for file, name in zip(named, [b"dir/a.txt", "<stdin>", "dir/"], strict=True):
        file.name = name

    assert ["a.txt", None, None] == [open_content(file).filename for file in named]


def test_closed_file() -> None:
    """A closed file is an error at once."""
    file = io.BytesIO(b"hi")
    file.close()

    with pytest.raises(ConfigError, match=r"^Cannot send a closed file\."):
        open_content(file)


@pytest.mark.parametrize("again", [False, True])
def test_file_closed_later(again: bool) -> None:
    """A file closed since is an error of ours, not a ValueError."""
    file = io.BytesIO(b"hi")
    chunks = open_content(file).chunks()
    if again:
        next(chunks)
    file.close()

    with pytest.raises(ConfigError, match=r"closed file"):
        next(chunks)


def test_write_only_file(tmp_path: Path) -> None:
    """A file that is open for writing only cannot be read."""
    with (tmp_path / "a.bin").open("wb") as file:
        source = open_content(file)

        with pytest.raises(ConfigError, match=r"^Cannot read the open file 'a\.bin'"):
            read(source)


def test_text_file(tmp_path: Path) -> None:
    """A file in text mode is refused, with the way to open it."""
    path = tmp_path / "a.txt"
    path.touch()
    with path.open(encoding="utf-8") as file, pytest.raises(ConfigError, match=r"open\(path, 'rb'"):
        open_content(file)  # type: ignore[arg-type]  # the error under test


@POSIX
def test_abandoned_read_closes_the_file(tmp_path: Path) -> None:
    """An async client that stops in the middle leaves no file open."""
    path = tmp_path / "a.bin"
    path.write_bytes(BIG)
    before = open_files()

    async def first() -> int:
        """Size of the first piece."""
        async for chunk in open_content(path).achunks():
            return len(chunk)
        return 0

    size = asyncio.run(first())

    assert (CHUNK, before) == (size, open_files())
