"""
`client.files` of AI DIAL: the two shells over `storage`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Unpack

from polyvox.backends.dial.identity import FIELDS
from polyvox.backends.dial.storage import Place, Storage
from polyvox.backends.inputs import CallKeywords, split_options
from polyvox.backends.namespaces import Namespace
from polyvox.types import FileInfo
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.content import FileInput
from polyvox_core.downloading import Chunks
from polyvox_core.downloads import AsyncDownload, Download
from polyvox_core.errors import ConfigError
from polyvox_core.paging import AsyncListing, Listing, Pages
from polyvox_core.progress import ProgressCallback

__all__ = ["AsyncFiles", "Files"]


# ai-dial-core, FileMetadataController.
_PAGE_SIZE_MAX = 1000


class _Base:
    """What both shells share."""

    _storage: Storage

    def _pages(
        self,
        prefix: Place,
        recursive: bool,
        page_size: int | None,
        permissions: bool,
        options: CallKeywords,
    ) -> Pages[FileInfo]:
        _, call_options = split_options(options, (), "A listing")
        if page_size is not None and not 1 <= page_size <= _PAGE_SIZE_MAX:
            msg = f"page_size={page_size!r} is no number of entries that a page can have."
            raise ConfigError(msg, hint=f"Pass 1 to {_PAGE_SIZE_MAX}, or leave it out.")
        query = {
            "limit": page_size,
            "recursive": recursive or None,
            "permissions": permissions or None,
        }
        return Pages(lambda token: self._storage.page(prefix, token, query, call_options))

    def _chunks(self, place: Place, if_match: str | None, options: CallKeywords) -> Chunks:
        return Chunks(lambda: self._storage.open(place, if_match, options))


class Files(_Base, Namespace, of=FIELDS):
    """
    Files in the storage of AI DIAL.

    A place is a path in your own bucket (`reports/a.pdf`), a storage URL
    (`files/<bucket>/reports/a.pdf`) or an absolute URL of this server. Folders end in a slash.
    """

    def __init__(self, client: ApiClient, storage: Storage) -> None:
        self._client = client
        self._storage = storage

    def upload(
        self,
        source: FileInput,
        to: Place,
        *,
        content_type: str | None = None,
        overwrite: bool = True,
        if_match: str | None = None,
        progress: ProgressCallback | None = None,
        **options: Unpack[CallKeywords],
    ) -> FileInfo:
        """
        Store a file, in constant memory.

        Args:
            source: Bytes, a path, a file opened in binary mode, an iterable of bytes, or a tuple
                (name, content, content type).
            to: Where; a folder takes the source's own name.
            content_type: Media type to store; by default guessed from the name.
            overwrite: False refuses to replace an existing file.
            if_match: Only if the present content has this ETag.
            progress: Called with a `Progress` after each piece.

        Raises:
            PreconditionFailed: The file exists, or has another ETag.
            UrlError: The place is malformed, or on another server.

        Source: ai-dial-core, UploadFileController.
        """
        return self._client.run(
            self._storage.upload(
                source,
                to,
                content_type=content_type,
                overwrite=overwrite,
                if_match=if_match,
                progress=progress,
                options=options,
            )
        )

    def download(
        self,
        place: Place,
        to: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        if_match: str | None = None,
        progress: ProgressCallback | None = None,
        **options: Unpack[CallKeywords],
    ) -> Path:
        """
        Save a file, whole or not at all, in constant memory.

        Args:
            place: Which file.
            to: A file name, or a folder that takes the file under its own name.
            overwrite: Replace an existing file.
            if_match: Only if the content has this ETag.
            progress: Called with a `Progress` after each piece.

        Returns:
            Path of the saved file; its MD5 equals the ETag where that is one.

        Raises:
            NotFound: There is no such file.
            IntegrityError: Length or checksum are wrong; nothing is left on disk.
            ConfigError: The target exists or cannot be written.

        Source: ai-dial-core, DownloadFileController.
        """
        return self._client.run(
            self._storage.download(
                place,
                to,
                overwrite=overwrite,
                if_match=if_match,
                progress=progress,
                options=options,
            )
        )

    def open(
        self, place: Place, *, if_match: str | None = None, **options: Unpack[CallKeywords]
    ) -> Download:
        """The bytes of a file as they arrive: a context manager and iterator, to be read once."""
        return Download(self._client.runner, self._chunks(place, if_match, options))

    def read(self, place: Place, **options: Unpack[CallKeywords]) -> bytes:
        """The content of a file, in memory."""
        return self.open(place, **options).read()

    def iter(
        self,
        prefix: Place = "",
        *,
        recursive: bool = False,
        page_size: int | None = None,
        permissions: bool = False,
        **options: Unpack[CallKeywords],
    ) -> Listing[FileInfo]:
        """
        What is in a folder, page by page as it is needed.

        Args:
            prefix: The folder; by default your whole bucket.
            recursive: All files below it, without folders.
            page_size: Entries asked for at once, at most 1000.
            permissions: Ask for the caller's permissions too; they are in `raw`.

        Source: ai-dial-core, FileMetadataController; a folder without files does not exist.
        """
        pages = self._pages(prefix, recursive, page_size, permissions, options)
        return Listing(self._client.runner, pages)

    def list(
        self, prefix: Place = "", *, recursive: bool = False, **options: Unpack[CallKeywords]
    ) -> list[FileInfo]:
        """Everything in a folder."""
        return [*self.iter(prefix, recursive=recursive, **options)]

    def metadata(self, place: Place, **options: Unpack[CallKeywords]) -> FileInfo:
        """What the storage knows about a file or folder."""
        return self._client.run(self._storage.metadata(place, options))

    def exists(self, place: Place, **options: Unpack[CallKeywords]) -> bool:
        """Whether there is such a file, or such a folder with files in it."""
        return self._client.run(self._storage.exists(place, options))

    def delete(
        self,
        place: Place,
        *,
        if_match: str | None = None,
        missing_ok: bool = False,
        **options: Unpack[CallKeywords],
    ) -> None:
        """Remove a file; one that is not there raises `NotFound` unless *missing_ok*."""
        return self._client.run(self._storage.delete(place, if_match, missing_ok, options))

    def move(
        self,
        source: Place,
        destination: Place,
        *,
        overwrite: bool = False,
        **options: Unpack[CallKeywords],
    ) -> FileInfo:
        """Move a file within the storage; gives it at its new place."""
        return self._client.run(
            self._storage.transfer(
                source, destination, keep=False, overwrite=overwrite, options=options
            )
        )

    def copy(
        self,
        source: Place,
        destination: Place,
        *,
        overwrite: bool = False,
        **options: Unpack[CallKeywords],
    ) -> FileInfo:
        """Copy a file within the storage; gives the copy. Older Core cannot."""
        return self._client.run(
            self._storage.transfer(
                source, destination, keep=True, overwrite=overwrite, options=options
            )
        )


class AsyncFiles(_Base, Namespace, of=FIELDS):
    """Same as `Files`, for asyncio."""

    def __init__(self, client: AsyncApiClient, storage: Storage) -> None:
        self._client = client
        self._storage = storage

    async def upload(
        self,
        source: FileInput,
        to: Place,
        *,
        content_type: str | None = None,
        overwrite: bool = True,
        if_match: str | None = None,
        progress: ProgressCallback | None = None,
        **options: Unpack[CallKeywords],
    ) -> FileInfo:
        """Same as `Files.upload`."""
        return await self._client.run(
            self._storage.upload(
                source,
                to,
                content_type=content_type,
                overwrite=overwrite,
                if_match=if_match,
                progress=progress,
                options=options,
            )
        )

    async def download(
        self,
        place: Place,
        to: str | os.PathLike[str],
        *,
        overwrite: bool = False,
        if_match: str | None = None,
        progress: ProgressCallback | None = None,
        **options: Unpack[CallKeywords],
    ) -> Path:
        """Same as `Files.download`."""
        return await self._client.run(
            self._storage.download(
                place,
                to,
                overwrite=overwrite,
                if_match=if_match,
                progress=progress,
                options=options,
            )
        )

    def open(
        self, place: Place, *, if_match: str | None = None, **options: Unpack[CallKeywords]
    ) -> AsyncDownload:
        """Same as `Files.open`."""
        return AsyncDownload(self._client.runner, self._chunks(place, if_match, options))

    async def read(self, place: Place, **options: Unpack[CallKeywords]) -> bytes:
        """Same as `Files.read`."""
        return await self.open(place, **options).read()

    def iter(
        self,
        prefix: Place = "",
        *,
        recursive: bool = False,
        page_size: int | None = None,
        permissions: bool = False,
        **options: Unpack[CallKeywords],
    ) -> AsyncListing[FileInfo]:
        """Same as `Files.iter`."""
        pages = self._pages(prefix, recursive, page_size, permissions, options)
        return AsyncListing(self._client.runner, pages)

    async def list(
        self, prefix: Place = "", *, recursive: bool = False, **options: Unpack[CallKeywords]
    ) -> list[FileInfo]:
        """Same as `Files.list`."""
        return [one async for one in self.iter(prefix, recursive=recursive, **options)]

    async def metadata(self, place: Place, **options: Unpack[CallKeywords]) -> FileInfo:
        """Same as `Files.metadata`."""
        return await self._client.run(self._storage.metadata(place, options))

    async def exists(self, place: Place, **options: Unpack[CallKeywords]) -> bool:
        """Same as `Files.exists`."""
        return await self._client.run(self._storage.exists(place, options))

    async def delete(
        self,
        place: Place,
        *,
        if_match: str | None = None,
        missing_ok: bool = False,
        **options: Unpack[CallKeywords],
    ) -> None:
        """Same as `Files.delete`."""
        return await self._client.run(self._storage.delete(place, if_match, missing_ok, options))

    async def move(
        self,
        source: Place,
        destination: Place,
        *,
        overwrite: bool = False,
        **options: Unpack[CallKeywords],
    ) -> FileInfo:
        """Same as `Files.move`."""
        return await self._client.run(
            self._storage.transfer(
                source, destination, keep=False, overwrite=overwrite, options=options
            )
        )

    async def copy(
        self,
        source: Place,
        destination: Place,
        *,
        overwrite: bool = False,
        **options: Unpack[CallKeywords],
    ) -> FileInfo:
        """Same as `Files.copy`."""
        return await self._client.run(
            self._storage.transfer(
                source, destination, keep=True, overwrite=overwrite, options=options
            )
        )
