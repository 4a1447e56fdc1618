"""
The bytes of a download: kept (in memory, or in a temporary file when they are many), or passing by.
"""

from __future__ import annotations

import re
import tempfile
import weakref
from asyncio import to_thread
from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, cast

from polyvox.compat.aidial_client.errors import InvalidRequestError, dial_error
from polyvox.compat.aidial_client.types.file import FileDownloadResponse
from polyvox.errors import ConfigError, PolyvoxError
from polyvox_core.calling import Call
from polyvox_core.downloading import Chunks
from polyvox_core.downloads import AsyncDownload, Download
from polyvox_core.flow import Flow, Work
from polyvox_core.message import Headers
from polyvox_core.operation import Operation
from polyvox_core.run_sync import Runner
from polyvox_core.saving import save
from polyvox_core.settings import Settings

__all__ = ["AsyncPassing", "Kept", "Passing", "Target", "received"]

_IN_MEMORY_BYTES = 16 * 1024 * 1024
_PIECE_BYTES = 256 * 1024
_MD5 = re.compile(r"[0-9a-f]{32}")
# Carries out disk steps only; nothing is ever sent over it.
_DISK = Runner(cast("Any", None))


@contextmanager
def _translated() -> Generator[None]:
    """Turn polyvox's errors into those of aidial-client, and disk errors back into `OSError`."""
    try:
        yield
    except PolyvoxError as error:
        if isinstance(error, ConfigError) and isinstance(error.__cause__, OSError):
            raise error.__cause__ from None
        raise dial_error(error) from error


class Kept:
    """
    Bytes that were received already and can be read again and again.

    Args:
        headers: Of the answer.
    """

    def __init__(self, headers: Headers) -> None:
        self.headers = headers
        self._size_bytes = 0
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES)  # noqa: SIM115 - closed by the finalizer
        weakref.finalize(self, self._file.close)

    @property
    def on_disk(self) -> bool:
        """Whether there were too many for the memory."""
        return self._size_bytes > _IN_MEMORY_BYTES

    def add(self, piece: bytes) -> Flow[None]:
        """Keep one more *piece*."""
        self._size_bytes += len(piece)
        if self.on_disk:
            yield Work(partial(self._file.write, piece))
        else:
            self._file.write(piece)

    def _at(self, offset: int) -> bytes:
        self._file.seek(offset)
        return self._file.read(_PIECE_BYTES)

    def __iter__(self) -> Iterator[bytes]:
        """The bytes, in pieces."""
        offset = 0
        while piece := self._at(offset):
            offset += len(piece)
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Same as `__iter__`."""
        offset = 0
        while piece := (await to_thread(self._at, offset) if self.on_disk else self._at(offset)):
            offset += len(piece)
            yield piece

    def read(self) -> bytes:
        """All bytes."""
        self._file.seek(0)
        return self._file.read()

    async def aread(self) -> bytes:
        """Same as `read`."""
        return await to_thread(self.read) if self.on_disk else self.read()

    def save(self, path: Path) -> None:
        """Write the bytes to *path*; length and checksum are compared with the headers."""
        source = _Pieces(self)
        with _translated():
            _DISK.run(
                save(source, path, overwrite=True, progress=None, checksum=_md5_of(self.headers))
            )

    async def asave(self, path: Path) -> None:
        """Same as `save`."""
        await to_thread(self.save, path)


class _Pieces:
    """Kept bytes in the manner of a download."""

    def __init__(self, kept: Kept) -> None:
        self.headers = kept.headers
        self._pieces = iter(kept)

    def open(self) -> Flow[None]:  # pragma: no cover - sources have it; nobody opens this one
        """Do nothing: all is there."""
        yield from ()

    def pull(self) -> Flow[list[bytes]]:
        """The next piece; none at the end."""
        yield from ()
        piece = next(self._pieces, None)
        return [] if piece is None else [piece]

    def close(self) -> Flow[None]:  # pragma: no cover - same
        """Do nothing: nothing is open."""
        yield from ()


def _md5_of(headers: Headers) -> str | None:
    etag = headers.get("etag", "").strip('"')
    return etag if _MD5.fullmatch(etag) else None


class Target(NamedTuple):
    """What a download asks for: its file's name, the operation and its arguments."""

    name: str
    operation: Operation[bytes]
    arguments: Mapping[str, Any]


def received(settings: Settings, target: Flow[Target]) -> Flow[FileDownloadResponse]:
    """The file that *target* names, received as a whole."""
    name, operation, arguments = yield from target
    source = Chunks(Call(settings, operation, arguments))
    yield from source.open()
    kept = Kept(source.headers)
    while pieces := (yield from source.pull()):
        for piece in pieces:
            yield from kept.add(piece)
    yield from source.close()
    return FileDownloadResponse(kept, name)


class Passing:
    """Bytes of an open download, to be read once."""

    def __init__(self, download: Download) -> None:
        self._download = download

    @property
    def headers(self) -> Headers:
        """Headers of the answer."""
        return self._download.headers

    def __iter__(self) -> Iterator[bytes]:
        """The bytes, in pieces."""
        with _translated():
            yield from self._download

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Refuse: this download belongs to a blocking client."""
        _wrong("async for, aget_content and awrite_to", "AsyncDial")

    def read(self) -> bytes:
        """All bytes."""
        return b"".join(self)

    async def aread(self) -> bytes:
        """Refuse: this download belongs to a blocking client."""
        return b"".join([piece async for piece in self])

    def save(self, path: Path) -> None:
        """Write the bytes to *path*; length and checksum are compared with the headers."""
        with _translated():
            self._download.save(path, overwrite=True, checksum=_md5_of(self.headers))

    async def asave(self, path: Path) -> None:  # noqa: ARG002 - as the protocol has it
        """Refuse: this download belongs to a blocking client."""
        await self.aread()


class AsyncPassing:
    """Same as `Passing`, for asyncio."""

    def __init__(self, download: AsyncDownload) -> None:
        self._download = download

    @property
    def headers(self) -> Headers:
        """Headers of the answer."""
        return self._download.headers

    def __iter__(self) -> Iterator[bytes]:
        """Refuse: this download belongs to an asyncio client."""
        _wrong("for, get_content and write_to", "Dial")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The bytes, in pieces."""
        with _translated():
            async for piece in self._download:
                yield piece

    def read(self) -> bytes:
        """Refuse: this download belongs to an asyncio client."""
        return b"".join(self)

    async def aread(self) -> bytes:
        """All bytes."""
        return b"".join([piece async for piece in self])

    def save(self, path: Path) -> None:  # noqa: ARG002 - as the protocol has it
        """Refuse: this download belongs to an asyncio client."""
        self.read()

    async def asave(self, path: Path) -> None:
        """Write the bytes to *path*; length and checksum are compared with the headers."""
        with _translated():
            await self._download.save(path, overwrite=True, checksum=_md5_of(self.headers))


def _wrong(what: str, client: str) -> NoReturn:
    msg = f"This download cannot be read with {what}: that takes one of {client}."
    raise InvalidRequestError(msg)
