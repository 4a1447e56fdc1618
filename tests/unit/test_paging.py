"""Listings: pages are fetched when they are needed, and hold no connection."""

from __future__ import annotations

import gc
import warnings
from typing import Any

import pytest
from shells import Shell

from polyvox_core.errors import NotFound
from polyvox_core.flow import Flow
from polyvox_core.paging import AsyncListing, Listing, Pages
from polyvox_core.run_async import AsyncRunner
from polyvox_core.run_sync import Runner

NO_TRANSPORT: Any = None
PAGES: dict[str | None, tuple[list[int], str | None]] = {
    None: ([1, 2], "two"),
    "two": ([], "three"),
    "three": ([3], None),
}


class Book:
    """Pages that note which were fetched."""

    def __init__(self) -> None:
        self.fetched: list[str | None] = []

    def page(self, token: str | None) -> Flow[tuple[list[int], str | None]]:
        """The page of *token*."""
        self.fetched.append(token)
        return PAGES[token]
        yield


def listing_of(shell: Shell, fetch: Any) -> Any:
    """A listing over *fetch*."""
    if shell.is_async:
        return AsyncListing(AsyncRunner(NO_TRANSPORT), Pages(fetch))
    return Listing(Runner(NO_TRANSPORT), Pages(fetch))


def test_pages_follow_their_tokens(shell: Shell) -> None:
    """Empty pages in the middle are passed over."""
    book = Book()

    assert [1, 2, 3] == shell.each(listing_of(shell, book.page))
    assert [None, "two", "three"] == book.fetched


def test_pages_are_fetched_when_needed(shell: Shell) -> None:
    """The first page serves the first items; leaving early fetches nothing more."""
    book = Book()
    listing = listing_of(shell, book.page)

    assert [] == book.fetched
    assert [1, 2] == [shell.one(listing), shell.one(listing)]
    assert [None] == book.fetched
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        del listing
        gc.collect()


def test_a_closed_listing_fetches_nothing(shell: Shell) -> None:
    """Closing ends it."""
    book = Book()
    listing = listing_of(shell, book.page)

    assert [1] == shell.items(listing, limit=1)
    assert [None] == book.fetched
    assert {} == listing.headers


def test_a_page_that_fails(shell: Shell) -> None:
    """The error of a page reaches the caller."""

    def fetch(token: str | None) -> Flow[tuple[list[int], str | None]]:
        """Fail."""
        msg = "no such folder"
        raise NotFound(msg)
        yield

    with pytest.raises(NotFound, match="no such folder"):
        shell.each(listing_of(shell, fetch))
