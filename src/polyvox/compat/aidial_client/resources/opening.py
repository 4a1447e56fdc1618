"""
What `stream_download` gives: a download that begins with its `with` block.
"""

from __future__ import annotations

from types import TracebackType

from polyvox.compat.aidial_client.content import AsyncPassing, Passing, Target
from polyvox.compat.aidial_client.errors import dial_error
from polyvox.compat.aidial_client.session import AsyncSession, Session
from polyvox.compat.aidial_client.types.file import FileDownloadResponse
from polyvox.errors import PolyvoxError
from polyvox_core.downloads import AsyncDownload, Download
from polyvox_core.flow import Flow

__all__ = ["AsyncOpening", "Opening"]


class Opening:
    """
    A download that is still to begin.

    Args:
        session: Of the client.
        target: Gives what to ask for.
    """

    _download: Download

    def __init__(self, session: Session, target: Flow[Target]) -> None:
        self._session = session
        self._target = target

    def __enter__(self) -> FileDownloadResponse:
        """Send the request; give the answer, whose bytes are still to come."""
        name, operation, arguments = self._session.run(self._target)
        self._download = self._session.client.download(operation, arguments)
        try:
            self._download.__enter__()
        except PolyvoxError as error:
            raise dial_error(error) from error
        return FileDownloadResponse(Passing(self._download), name)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Free the connection."""
        self._download.close()


class AsyncOpening:
    """Same as `Opening`, for asyncio."""

    _download: AsyncDownload

    def __init__(self, session: AsyncSession, target: Flow[Target]) -> None:
        self._session = session
        self._target = target

    async def __aenter__(self) -> FileDownloadResponse:
        """Same as `Opening.__enter__`."""
        name, operation, arguments = await self._session.run(self._target)
        self._download = self._session.client.download(operation, arguments)
        try:
            await self._download.__aenter__()
        except PolyvoxError as error:
            raise dial_error(error) from error
        return FileDownloadResponse(AsyncPassing(self._download), name)

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Free the connection."""
        await self._download.aclose()
