"""
`client.files` of OpenAI: the two shells over `storage`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Unpack

from polyvox.backends.inputs import CallKeywords, split_options
from polyvox.backends.namespaces import Namespace
from polyvox.backends.openai.identity import FIELDS
from polyvox.backends.openai.storage import Storage
from polyvox.types import FileInfo
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.content import FileInput
from polyvox_core.downloads import AsyncDownload, Download
from polyvox_core.paging import AsyncListing, Listing, Pages
from polyvox_core.progress import ProgressCallback

__all__ = ["AsyncFiles", "Files"]


def _pages(
    storage: Storage,
    purpose: str | None,
    page_size: int | None,
    order: str | None,
    options: CallKeywords,
) -> Pages[FileInfo]:
    _, call_options = split_options(options, (), "A listing")
    query = {"limit": page_size, "order": order, "purpose": purpose}
    return Pages(lambda token: storage.page(token, query, call_options))


class Files(Namespace, of=FIELDS):
    """Files that were uploaded, and results of batches; each is named by its id."""

    def __init__(self, client: ApiClient) -> None:
        self._client = client
        self._storage = Storage(client.settings)

    def upload(
        self,
        source: FileInput,
        *,
        purpose: str = "user_data",
        name: str | None = None,
        content_type: str | None = None,
        expires_after: int | None = None,
        progress: ProgressCallback | None = None,
        **options: Unpack[CallKeywords],
    ) -> FileInfo:
        """
        Store a file, in constant memory.

        Args:
            source: Bytes, a path, a file opened in binary mode, an iterable of bytes, or a tuple
                (name, content, content type).
            purpose: What it is for: user_data, batch, fine-tune, vision, ...
            name: File name; by default the source's own.
            content_type: Media type; by default guessed from the name.
            expires_after: Seconds until the server deletes it.
            progress: Called with a `Progress` after each piece.

        Returns:
            The stored file; its `url` is the id that other calls take.

        Source: OpenAI API reference, upload file (2026).
        """
        return self._client.run(
            self._storage.upload(
                source,
                purpose=purpose,
                name=name,
                content_type=content_type,
                expires_after=expires_after,
                progress=progress,
                options=options,
            )
        )

    def download(
        self,
        file_id: str,
        to: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        progress: ProgressCallback | None = None,
        **options: Unpack[CallKeywords],
    ) -> Path:
        """
        Save a file, whole or not at all, in constant memory.

        Args:
            file_id: Which file.
            to: A file name, or a folder that takes the file under its own name.
            overwrite: Replace an existing file.
            progress: Called with a `Progress` after each piece.

        Raises:
            NotFound: There is no such file.
            BadRequest: Files of its purpose cannot be downloaded.
            ConfigError: The target exists or cannot be written.
        """
        return self._client.run(
            self._storage.download(
                file_id, to, overwrite=overwrite, progress=progress, options=options
            )
        )

    def open(self, file_id: str, **options: Unpack[CallKeywords]) -> Download:
        """The bytes of a file as they arrive: a context manager and iterator, to be read once."""
        return Download(self._client.runner, self._storage.content(file_id, options))

    def read(self, file_id: str, **options: Unpack[CallKeywords]) -> bytes:
        """The content of a file, in memory."""
        return self.open(file_id, **options).read()

    def iter(
        self,
        *,
        purpose: str | None = None,
        page_size: int | None = None,
        order: str | None = None,
        **options: Unpack[CallKeywords],
    ) -> Listing[FileInfo]:
        """
        The files, page by page as they are needed.

        Args:
            purpose: Only files of this purpose.
            page_size: Files asked for at once, at most 10,000.
            order: By creation time: `asc` or `desc`.
        """
        pages = _pages(self._storage, purpose, page_size, order, options)
        return Listing(self._client.runner, pages)

    def list(
        self, *, purpose: str | None = None, **options: Unpack[CallKeywords]
    ) -> list[FileInfo]:
        """All files."""
        return [*self.iter(purpose=purpose, **options)]

    def metadata(self, file_id: str, **options: Unpack[CallKeywords]) -> FileInfo:
        """What the server knows about a file."""
        return self._client.run(self._storage.metadata(file_id, options))

    def exists(self, file_id: str, **options: Unpack[CallKeywords]) -> bool:
        """Whether there is such a file."""
        return self._client.run(self._storage.exists(file_id, options))

    def delete(
        self, file_id: str, *, missing_ok: bool = False, **options: Unpack[CallKeywords]
    ) -> None:
        """Remove a file; one that is not there raises `NotFound` unless *missing_ok*."""
        return self._client.run(self._storage.delete(file_id, missing_ok, options))


class AsyncFiles(Namespace, of=FIELDS):
    """Same as `Files`, for asyncio."""

    def __init__(self, client: AsyncApiClient) -> None:
        self._client = client
        self._storage = Storage(client.settings)

    async def upload(
        self,
        source: FileInput,
        *,
        purpose: str = "user_data",
        name: str | None = None,
        content_type: str | None = None,
        expires_after: int | None = None,
        progress: ProgressCallback | None = None,
        **options: Unpack[CallKeywords],
    ) -> FileInfo:
        """Same as `Files.upload`."""
        return await self._client.run(
            self._storage.upload(
                source,
                purpose=purpose,
                name=name,
                content_type=content_type,
                expires_after=expires_after,
                progress=progress,
                options=options,
            )
        )

    async def download(
        self,
        file_id: str,
        to: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        progress: ProgressCallback | None = None,
        **options: Unpack[CallKeywords],
    ) -> Path:
        """Same as `Files.download`."""
        return await self._client.run(
            self._storage.download(
                file_id, to, overwrite=overwrite, progress=progress, options=options
            )
        )

    def open(self, file_id: str, **options: Unpack[CallKeywords]) -> AsyncDownload:
        """Same as `Files.open`."""
        return AsyncDownload(self._client.runner, self._storage.content(file_id, options))

    async def read(self, file_id: str, **options: Unpack[CallKeywords]) -> bytes:
        """Same as `Files.read`."""
        return await self.open(file_id, **options).read()

    def iter(
        self,
        *,
        purpose: str | None = None,
        page_size: int | None = None,
        order: str | None = None,
        **options: Unpack[CallKeywords],
    ) -> AsyncListing[FileInfo]:
        """Same as `Files.iter`."""
        pages = _pages(self._storage, purpose, page_size, order, options)
        return AsyncListing(self._client.runner, pages)

    async def list(
        self, *, purpose: str | None = None, **options: Unpack[CallKeywords]
    ) -> list[FileInfo]:
        """Same as `Files.list`."""
        return [one async for one in self.iter(purpose=purpose, **options)]

    async def metadata(self, file_id: str, **options: Unpack[CallKeywords]) -> FileInfo:
        """Same as `Files.metadata`."""
        return await self._client.run(self._storage.metadata(file_id, options))

    async def exists(self, file_id: str, **options: Unpack[CallKeywords]) -> bool:
        """Same as `Files.exists`."""
        return await self._client.run(self._storage.exists(file_id, options))

    async def delete(
        self, file_id: str, *, missing_ok: bool = False, **options: Unpack[CallKeywords]
    ) -> None:
        """Same as `Files.delete`."""
        return await self._client.run(self._storage.delete(file_id, missing_ok, options))
