"""
How far a transfer has come, and a body that tells it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import NamedTuple, TypeAlias

from polyvox_core.message import Body

__all__ = ["Progress", "ProgressCallback", "ReportingBody"]


class Progress(NamedTuple):
    """
    How far a transfer has come.

    Attributes:
        done_bytes: Moved so far; starts again from 0 when an upload is sent anew.
        total_bytes: In total, or None when unknown.
    """

    done_bytes: int
    total_bytes: int | None


ProgressCallback: TypeAlias = Callable[[Progress], object]


class ReportingBody:
    """
    A body that reports each piece it gives.

    Args:
        body: The body itself.
        report: Called with a `Progress` after each piece; for files of an async client from a
            worker thread.
    """

    def __init__(self, body: Body, report: ProgressCallback) -> None:
        self._body = body
        self._report = report
        self.rewindable = body.rewindable
        self.blocking = body.blocking
        self.is_async = body.is_async
        self.content_length = body.content_length

    def chunks(self) -> Iterator[bytes]:
        """The pieces, reported one by one."""
        done = 0
        for chunk in self._body.chunks():
            yield chunk
            done += len(chunk)
            self._report(Progress(done, self.content_length))

    async def achunks(self) -> AsyncIterator[bytes]:
        """The pieces of an async source, reported one by one."""
        done = 0
        async for chunk in self._body.achunks():
            yield chunk
            done += len(chunk)
            self._report(Progress(done, self.content_length))
