"""
`client.files`: the two shells over `storage`.
"""

from __future__ import annotations

from typing import TypeAlias

from polyvox.compat.aidial_client.content import received
from polyvox.compat.aidial_client.resources import storage
from polyvox.compat.aidial_client.resources.metadata import AsyncFilesMetadata, FilesMetadata
from polyvox.compat.aidial_client.resources.opening import AsyncOpening, Opening
from polyvox.compat.aidial_client.resources.storage import FileTypes, Url
from polyvox.compat.aidial_client.session import AsyncSession, Session
from polyvox.compat.aidial_client.types.file import FileDownloadResponse
from polyvox.compat.aidial_client.types.metadata import FileItem, FileMetadata

__all__ = ["AsyncFiles", "Files"]

FileItems: TypeAlias = list[FileItem]


class Files:
    """
    Files in the storage.

    A URL is relative (`files/<bucket>/a.txt`, also as `PurePosixPath`) or absolute; folders end in
    a slash.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.metadata = FilesMetadata(session)

    def upload(
        self,
        url: Url,
        file: FileTypes,
        etag_if_match: str | None = None,
        etag_if_none_match: str | None = None,
    ) -> FileItem:
        """
        Store a file.

        Args:
            url: Where.
            file: Bytes, text, a path, an open file, an iterable of bytes, or a tuple
                (name, content), (name, content, content type[, headers]) or
                (name, content type, content).
            etag_if_match: Only if the present content has this ETag.
            etag_if_none_match: `*`: only if there is no file yet.

        Raises:
            InvalidDialURLError: The URL is malformed, or names a folder.
            EtagMismatchError: The condition does not hold.
        """
        flow = storage.upload(self._session.settings, url, file, etag_if_match, etag_if_none_match)
        return self._session.run(flow)

    def download(self, url: Url, etag_if_match: str | None = None) -> FileDownloadResponse:
        """A file, received as a whole; large ones wait in a temporary file, not in memory."""
        target = storage.download_target(self._session.settings, url, etag_if_match)
        return self._session.run(received(self._session.settings, target))

    def stream_download(self, url: Url, etag_if_match: str | None = None) -> Opening:
        """A file as it arrives: `with client.files.stream_download(url) as response: ...`."""
        target = storage.download_target(self._session.settings, url, etag_if_match)
        return Opening(self._session, target)

    def delete(self, url: Url, etag_if_match: str | None = None) -> None:
        """Remove a file."""
        self._session.run(storage.delete(self._session.settings, "files", url, etag_if_match))

    def move_to(self, source: Url, destination: Url, overwrite: bool = False) -> None:
        """Move a file within the storage."""
        flow = storage.transfer(self._session.settings, "move", source, destination, overwrite)
        self._session.run(flow)

    def copy_to(self, source: Url, destination: Url, overwrite: bool = False) -> None:
        """Copy a file within the storage."""
        flow = storage.transfer(self._session.settings, "copy", source, destination, overwrite)
        self._session.run(flow)

    def get_metadata(
        self, url: Url, *, limit: int | None = None, token: str | None = None
    ) -> FileMetadata:
        """What the storage knows about a file, or one page of a folder."""
        return self.metadata(url, limit=limit, token=token)

    def list(
        self,
        url: Url,
        *,
        recursive: bool = False,
        limit: int | None = None,
        permissions: bool = False,
    ) -> FileItems:
        """
        Everything in a folder, all its pages; not in aidial-client.

        Args:
            url: The folder, with or without its slash.
            recursive: All files below it, without folders.
            limit: Entries asked for at once.
            permissions: Ask for the caller's permissions too.
        """
        return self._session.run(
            storage.listing(
                self._session.settings,
                url,
                limit=limit,
                recursive=recursive,
                permissions=permissions,
            )
        )


class AsyncFiles:
    """Same as `Files`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self.metadata = AsyncFilesMetadata(session)

    async def upload(
        self,
        url: Url,
        file: FileTypes,
        etag_if_match: str | None = None,
        etag_if_none_match: str | None = None,
    ) -> FileItem:
        """Same as `Files.upload`."""
        flow = storage.upload(self._session.settings, url, file, etag_if_match, etag_if_none_match)
        return await self._session.run(flow)

    async def download(self, url: Url, etag_if_match: str | None = None) -> FileDownloadResponse:
        """Same as `Files.download`."""
        target = storage.download_target(self._session.settings, url, etag_if_match)
        return await self._session.run(received(self._session.settings, target))

    def stream_download(self, url: Url, etag_if_match: str | None = None) -> AsyncOpening:
        """Same as `Files.stream_download`, with `async with`."""
        target = storage.download_target(self._session.settings, url, etag_if_match)
        return AsyncOpening(self._session, target)

    async def delete(self, url: Url, etag_if_match: str | None = None) -> None:
        """Same as `Files.delete`."""
        flow = storage.delete(self._session.settings, "files", url, etag_if_match)
        await self._session.run(flow)

    async def move_to(self, source: Url, destination: Url, overwrite: bool = False) -> None:
        """Same as `Files.move_to`."""
        flow = storage.transfer(self._session.settings, "move", source, destination, overwrite)
        await self._session.run(flow)

    async def copy_to(self, source: Url, destination: Url, overwrite: bool = False) -> None:
        """Same as `Files.copy_to`."""
        flow = storage.transfer(self._session.settings, "copy", source, destination, overwrite)
        await self._session.run(flow)

    async def get_metadata(
        self, url: Url, *, limit: int | None = None, token: str | None = None
    ) -> FileMetadata:
        """Same as `Files.get_metadata`."""
        return await self.metadata(url, limit=limit, token=token)

    async def list(
        self,
        url: Url,
        *,
        recursive: bool = False,
        limit: int | None = None,
        permissions: bool = False,
    ) -> FileItems:
        """Same as `Files.list`."""
        return await self._session.run(
            storage.listing(
                self._session.settings,
                url,
                limit=limit,
                recursive=recursive,
                permissions=permissions,
            )
        )
