"""
The references of `skills` with their verbs, for both clients.
"""

from __future__ import annotations

from attrs import frozen

from polyvox.compat.aidial_client.content import received
from polyvox.compat.aidial_client.resources.opening import AsyncOpening, Opening
from polyvox.compat.aidial_client.resources.skills import FileReference, SkillReference
from polyvox.compat.aidial_client.session import AsyncSession, Session
from polyvox.compat.aidial_client.types.file import FileDownloadResponse
from polyvox.compat.aidial_client.types.metadata import SkillFileMetadata, SkillMetadata

__all__ = ["AsyncSkillFilesRef", "AsyncSkillsRef", "SkillFilesRef", "SkillsRef"]


@frozen(repr=False)
class SkillFilesRef(FileReference[Session]):
    """Files of a skill: `ref / "SKILL.md"`, `ref(path=...)`, `ref(url=...)`."""

    def list(
        self,
        *,
        limit: int | None = None,
        token: str | None = None,
        recursive: bool | None = None,
    ) -> SkillFileMetadata:
        """One page of the files here."""
        return self.session.run(self.listed(limit, token, recursive))

    def read(self) -> FileDownloadResponse:
        """The file here, received as a whole."""
        return self.session.run(received(self.session.settings, self.target()))

    def stream(self) -> Opening:
        """The file here as it arrives, in a `with` block."""
        return Opening(self.session, self.target())


@frozen(repr=False)
class SkillsRef(SkillReference[Session]):
    """Skills: `ref / "name"`, `ref(path=...)`, `ref(bucket=...)`, `ref(url=...)`."""

    @property
    def files(self) -> SkillFilesRef:
        """Files of the skill here."""
        return SkillFilesRef(self.session, self.bucket, skill_path=self.path)

    def list(
        self,
        *,
        limit: int | None = None,
        token: str | None = None,
        recursive: bool | None = None,
    ) -> SkillMetadata:
        """One page of the skills here."""
        return self.session.run(self.listed(limit, token, recursive))

    def download(self) -> FileDownloadResponse:
        """The skill here as a zip archive, received as a whole."""
        return self.session.run(received(self.session.settings, self.target()))

    def stream_download(self) -> Opening:
        """The skill here as a zip archive as it arrives, in a `with` block."""
        return Opening(self.session, self.target())


@frozen(repr=False)
class AsyncSkillFilesRef(FileReference[AsyncSession]):
    """Same as `SkillFilesRef`, for asyncio."""

    async def list(
        self,
        *,
        limit: int | None = None,
        token: str | None = None,
        recursive: bool | None = None,
    ) -> SkillFileMetadata:
        """Same as `SkillFilesRef.list`."""
        return await self.session.run(self.listed(limit, token, recursive))

    async def read(self) -> FileDownloadResponse:
        """Same as `SkillFilesRef.read`."""
        return await self.session.run(received(self.session.settings, self.target()))

    def stream(self) -> AsyncOpening:
        """Same as `SkillFilesRef.stream`, with `async with`."""
        return AsyncOpening(self.session, self.target())


@frozen(repr=False)
class AsyncSkillsRef(SkillReference[AsyncSession]):
    """Same as `SkillsRef`, for asyncio."""

    @property
    def files(self) -> AsyncSkillFilesRef:
        """Same as `SkillsRef.files`."""
        return AsyncSkillFilesRef(self.session, self.bucket, skill_path=self.path)

    async def list(
        self,
        *,
        limit: int | None = None,
        token: str | None = None,
        recursive: bool | None = None,
    ) -> SkillMetadata:
        """Same as `SkillsRef.list`."""
        return await self.session.run(self.listed(limit, token, recursive))

    async def download(self) -> FileDownloadResponse:
        """Same as `SkillsRef.download`."""
        return await self.session.run(received(self.session.settings, self.target()))

    def stream_download(self) -> AsyncOpening:
        """Same as `SkillsRef.stream_download`, with `async with`."""
        return AsyncOpening(self.session, self.target())
