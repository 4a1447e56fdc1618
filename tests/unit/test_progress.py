"""Bodies that report how far they have come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from polyvox_core.content import open_content
from polyvox_core.progress import Progress, ReportingBody


def test_each_piece_is_reported() -> None:
    """After each piece, the sum so far; a second sending starts again."""
    seen: list[Progress] = []
    body = ReportingBody(open_content([b"ab", b"c"]), seen.append)

    for _ in range(2):
        assert [b"ab", b"c"] == list(body.chunks())

    assert [Progress(2, None), Progress(3, None)] * 2 == seen


def test_it_is_what_its_body_is() -> None:
    """What senders ask of a body passes through."""
    inner = open_content(b"abc")
    body = ReportingBody(inner, print)

    assert (True, False, False, 3) == (
        body.rewindable,
        body.blocking,
        body.is_async,
        body.content_length,
    )


def test_async_pieces_are_reported() -> None:
    """The same for sources that are awaited."""
    seen: list[Progress] = []

    async def pieces() -> AsyncIterator[bytes]:
        """Two pieces."""
        yield b"ab"
        yield b"c"

    async def send() -> list[bytes]:
        """Take them all."""
        body = ReportingBody(open_content(pieces()), seen.append)
        return [piece async for piece in body.achunks()]

    assert [b"ab", b"c"] == asyncio.run(send())
    assert [Progress(2, None), Progress(3, None)] == seen
