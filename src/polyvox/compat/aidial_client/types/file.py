"""
What a download gives.

Source: aidial-client 0.18, types.file.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Protocol

__all__ = ["CaseInsensitive", "FileContent", "FileDownloadResponse"]


class CaseInsensitive(Mapping[str, str]):
    """Headers: names in any case."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        self._headers = {name.lower(): value for name, value in headers.items()}

    def __getitem__(self, name: str) -> str:
        """The value of the header *name*."""
        return self._headers[name.lower()]

    def __iter__(self) -> Iterator[str]:
        """Names in lower case."""
        return iter(self._headers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._headers)

    def __repr__(self) -> str:
        """Names and values."""
        return f"Headers({self._headers!r})"


class FileContent(Protocol):
    """The bytes of a download; see `content`."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers of the answer."""
        ...

    def __iter__(self) -> Iterator[bytes]:
        """The bytes, in pieces."""
        ...

    def __aiter__(self) -> AsyncIterator[bytes]:
        """The bytes, in pieces."""
        ...

    def read(self) -> bytes:
        """All bytes."""
        ...

    async def aread(self) -> bytes:
        """All bytes."""
        ...

    def save(self, path: Path) -> None:
        """Write the bytes to *path*."""
        ...

    async def asave(self, path: Path) -> None:
        """Write the bytes to *path*."""
        ...


class FileDownloadResponse:
    """
    A downloaded file.

    What `download` gives can be read as often as needed, by blocking code and by coroutines; what
    `stream_download` gives can be read once, in the manner of its client.

    Attributes:
        filename: Last part of the file's path.
    """

    def __init__(self, content: FileContent, filename: str) -> None:
        self._content = content
        self.filename = filename

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers of the answer; names in any case."""
        return CaseInsensitive(self._content.headers)

    @property
    def content_type(self) -> str | None:
        """Media type as stored."""
        return self._content.headers.get("content-type")

    def __iter__(self) -> Iterator[bytes]:
        """The bytes, in pieces."""
        return iter(self._content)

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Same as `__iter__`, for coroutines."""
        return aiter(self._content)

    def get_content(self) -> bytes:
        """All bytes."""
        return self._content.read()

    async def aget_content(self) -> bytes:
        """Same as `get_content`, for coroutines."""
        return await self._content.aread()

    def write_to(self, file: str | os.PathLike[str]) -> None:
        """Write the bytes to *file*, which is there whole or not at all; replaces an old one."""
        self._content.save(Path(file))

    async def awrite_to(self, file: str | os.PathLike[str]) -> None:
        """Same as `write_to`, for coroutines."""
        await self._content.asave(Path(file))
