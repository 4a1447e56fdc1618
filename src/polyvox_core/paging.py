"""
Listings that come in pages: a source of items, and the two iterators over it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from polyvox_core.flow import Flow
from polyvox_core.message import Headers
from polyvox_core.streams import AsyncStream, Stream

__all__ = ["AsyncListing", "Listing", "Pages"]

T = TypeVar("T")


class Pages(Generic[T]):
    """
    The items of all pages, one page at a time.

    Args:
        fetch: Flow for the page that a token names (None for the first); gives its items and
            the next page's token, None after the last.
    """

    def __init__(self, fetch: Callable[[str | None], Flow[tuple[list[T], str | None]]]) -> None:
        self._fetch = fetch
        self._token: str | None = None
        self._done = False
        self.headers: Headers = {}

    def open(self) -> Flow[None]:
        """Nothing: the first page is fetched when it is needed."""
        return
        yield  # pragma: no cover - makes this a flow without steps

    def pull(self) -> Flow[list[T]]:
        """The items of the next page that has any; none after the last."""
        items: list[T] = []
        while not items and not self._done:
            items, self._token = yield from self._fetch(self._token)
            self._done = self._token is None
        return items

    def close(self) -> Flow[None]:
        """Nothing: no connection is held between pages."""
        self._done = True
        return
        yield  # pragma: no cover - makes this a flow without steps


class Listing(Stream[T]):
    """The items of a listing; pages are fetched as they are needed. Iterate over it once."""

    _holds_connection = False


class AsyncListing(AsyncStream[T]):
    """Same as `Listing`, for asyncio."""

    _holds_connection = False
