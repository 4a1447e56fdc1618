"""
The two download objects: streams of bytes that can also be read whole or saved.
"""

from __future__ import annotations

import os
from pathlib import Path

from polyvox_core.progress import ProgressCallback
from polyvox_core.saving import save, total_bytes
from polyvox_core.streaming import Source
from polyvox_core.streams import AsyncStream, Stream

__all__ = ["AsyncDownload", "Download"]


class _Facts:
    """What the headers of a download say; mixed into both stream classes."""

    _source: Source[bytes]

    @property
    def content_type(self) -> str | None:
        """Media type as stored."""
        return self._header("content-type")

    @property
    def etag(self) -> str | None:
        """ETag without quotes."""
        etag = self._header("etag")
        return etag.removeprefix("W/").strip('"') if etag else None

    @property
    def size_bytes(self) -> int | None:
        """Length of the content, when the server announced it."""
        return total_bytes(self._source.headers)

    def _header(self, name: str) -> str | None:
        return self._source.headers.get(name)


class Download(_Facts, Stream[bytes]):
    """
    The bytes of a download, as they arrive; nothing is held in memory.

    Iterate over it in a `with` block, or call `read` or `save`, once.
    """

    def read(self) -> bytes:
        """The whole content, in memory."""
        with self:
            return b"".join(self)

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        progress: ProgressCallback | None = None,
        checksum: str | None = None,
    ) -> Path:
        """
        Write the content to *path*, which appears only when it is complete.

        Args:
            path: The file to write.
            overwrite: Replace an existing file.
            progress: Called with a `Progress` after each piece.
            checksum: Hex MD5 that the content must have.

        Raises:
            ConfigError: The file exists, or cannot be written.
            IntegrityError: Length or checksum are wrong.
        """
        with self:
            return self._runner.run(
                save(
                    self._source,
                    Path(path),
                    overwrite=overwrite,
                    progress=progress,
                    checksum=checksum,
                )
            )


class AsyncDownload(_Facts, AsyncStream[bytes]):
    """Same as `Download`, for asyncio."""

    async def read(self) -> bytes:
        """Same as `Download.read`."""
        async with self:
            return b"".join([chunk async for chunk in self])

    async def save(
        self,
        path: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        progress: ProgressCallback | None = None,
        checksum: str | None = None,
    ) -> Path:
        """Same as `Download.save`."""
        async with self:
            return await self._runner.run(
                save(
                    self._source,
                    Path(path),
                    overwrite=overwrite,
                    progress=progress,
                    checksum=checksum,
                )
            )
