"""
`client.metadata`, and `client.files.metadata`, which can be called as well.

Folders end in a slash, which stays; a folder's page has a `next_token` while there is more.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from polyvox.compat.aidial_client.errors import InvalidRequestError
from polyvox.compat.aidial_client.resources import storage
from polyvox.compat.aidial_client.resources.storage import FILE_METADATA, METADATA, Url
from polyvox.compat.aidial_client.session import AsyncSession, Session
from polyvox.compat.aidial_client.types.metadata import (
    ConversationMetadata,
    FileMetadata,
    PromptMetadata,
)
from polyvox_core.flow import Flow
from polyvox_core.settings import Settings

__all__ = ["AsyncFilesMetadata", "AsyncMetadata", "FilesMetadata", "Metadata"]

Kind: TypeAlias = Literal["files", "conversations", "prompts"]
AnyMetadata: TypeAlias = FileMetadata | ConversationMetadata | PromptMetadata


def _get(
    settings: Settings, resource: str, relative_url: Url, limit: int | None, token: str | None
) -> Flow[Any]:
    if resource not in METADATA:
        msg = f"There is no metadata of {resource!r}, only of {', '.join(METADATA)}."
        raise InvalidRequestError(msg)
    operation = METADATA[resource]
    return storage.metadata(settings, operation, resource, relative_url, limit=limit, token=token)


class Metadata:
    """What the storage knows about files, conversations and prompts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(
        self,
        resource: Kind,
        relative_url: Url,
        *,
        limit: int | None = None,
        token: str | None = None,
    ) -> AnyMetadata:
        """
        One thing, or one page of a folder.

        Args:
            resource: files, conversations or prompts.
            relative_url: Such as `files/<bucket>/folder/`.
            limit: Entries asked for at once, at most 1000.
            token: `next_token` of the page before.
        """
        found: AnyMetadata = self._session.run(
            _get(self._session.settings, resource, relative_url, limit, token)
        )
        return found


class AsyncMetadata:
    """Same as `Metadata`, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(
        self,
        resource: Kind,
        relative_url: Url,
        *,
        limit: int | None = None,
        token: str | None = None,
    ) -> AnyMetadata:
        """Same as `Metadata.get`."""
        found: AnyMetadata = await self._session.run(
            _get(self._session.settings, resource, relative_url, limit, token)
        )
        return found


class FilesMetadata(Metadata):
    """Metadata that can be asked for files at once: `client.files.metadata(url)`."""

    def __call__(
        self, url: Url, *, limit: int | None = None, token: str | None = None
    ) -> FileMetadata:
        """What the storage knows about a file, or one page of a folder."""
        return self._session.run(
            storage.metadata(
                self._session.settings, FILE_METADATA, "files", url, limit=limit, token=token
            )
        )


class AsyncFilesMetadata(AsyncMetadata):
    """Same as `FilesMetadata`, for asyncio."""

    async def __call__(
        self, url: Url, *, limit: int | None = None, token: str | None = None
    ) -> FileMetadata:
        """Same as `FilesMetadata.__call__`."""
        return await self._session.run(
            storage.metadata(
                self._session.settings, FILE_METADATA, "files", url, limit=limit, token=token
            )
        )
