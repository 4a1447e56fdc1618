"""The free list of connections: limits, order, who gets what."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import Any

import pytest

from polyvox_core.transport.shelf import Shelf, Slot


class Line:
    """A connection that can be told to expire."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.expired = False

    def has_expired(self) -> bool:
        """Whether it was told to."""
        return self.expired

    def __repr__(self) -> str:
        """Its name."""
        return self.name


def shelf_of(limit: int = 2, keep: int = 2) -> Shelf[Any]:
    """An empty shelf."""
    return Shelf(limit, keep, Future)


def stocked(shelf: Shelf[Any], *entries: tuple[str, Line]) -> None:
    """Lay connections on *shelf*, oldest first."""
    for key, _ in entries:
        assert isinstance(shelf.take(key), Slot)
    for key, line in entries:
        assert () == shelf.give_back(key, line)


def test_an_empty_shelf_allows_new_ones() -> None:
    """Up to the limit, a caller may open a connection."""
    shelf = shelf_of()

    assert [Slot(None, ()), Slot(None, ())] == [shelf.take("a"), shelf.take("b")]
    assert isinstance(shelf.take("a"), Future)
    assert (2, 0) == (shelf.open, shelf.idle)


def test_the_newest_of_an_origin_is_used_first() -> None:
    """The one that is likeliest to be alive; other origins' are left alone."""
    old, new, other = Line("old"), Line("new"), Line("other")
    shelf = shelf_of(limit=3, keep=3)
    stocked(shelf, ("a", old), ("a", new), ("b", other))

    assert Slot(new, ()) == shelf.take("a")
    assert Slot(old, ()) == shelf.take("a")
    assert (3, 1) == (shelf.open, shelf.idle)


def test_expired_ones_are_passed_over() -> None:
    """Expired connections are given to be closed, whether another is found or not."""
    fresh, stale = Line("fresh"), Line("stale")
    shelf = shelf_of()
    stocked(shelf, ("a", fresh), ("a", stale))
    stale.expired = True

    assert Slot(fresh, (stale,)) == shelf.take("a")
    assert 1 == shelf.open
    shelf.give_back("a", fresh)
    fresh.expired = True
    assert Slot(None, (fresh,)) == shelf.take("a")
    assert (1, 0) == (shelf.open, shelf.idle)


def test_another_origins_oldest_makes_room() -> None:
    """At the limit, the oldest idle connection of any origin goes."""
    oldest, newer = Line("oldest"), Line("newer")
    shelf = shelf_of()
    stocked(shelf, ("a", oldest), ("b", newer))

    assert Slot(None, (oldest,)) == shelf.take("c")
    assert Slot(newer, ()) == shelf.take("b")
    assert 2 == shelf.open


def test_expired_ones_make_room_first() -> None:
    """An origin's own expired connection makes room for a new one, and is closed."""
    stale, other = Line("stale"), Line("other")
    shelf = shelf_of()
    stocked(shelf, ("a", stale), ("b", other))
    stale.expired = True

    assert Slot(None, (stale,)) == shelf.take("a")
    assert Slot(other, ()) == shelf.take("b")


def test_at_most_so_many_lie_idle() -> None:
    """Beyond `keep`, the oldest is given to be closed."""
    first, second, third = Line("1"), Line("2"), Line("3")
    shelf = shelf_of(limit=3, keep=2)
    for _ in range(3):
        shelf.take("a")

    assert () == shelf.give_back("a", first)
    assert () == shelf.give_back("b", second)
    assert (first,) == shelf.give_back("a", third)
    assert (2, 2) == (shelf.open, shelf.idle)


def test_nothing_is_kept_when_nothing_may_be() -> None:
    """With `keep=0` every connection is closed after its use."""
    line = Line("a")
    shelf = shelf_of(keep=0)
    shelf.take("a")

    assert (line,) == shelf.give_back("a", line)
    assert (0, 0) == (shelf.open, shelf.idle)


def test_who_waits_longest_is_next() -> None:
    """First come, first served, whatever the origin."""
    shelf = shelf_of(limit=1)
    shelf.take("a")
    queue: list[Any] = [shelf.take(key) for key in ("a", "b", "a")]
    line = Line("a")

    assert () == shelf.give_back("a", line)
    assert [True, False, False] == [waiter.done() for waiter in queue]
    assert Slot(line, ()) == queue[0].result()
    shelf.give_back("a", line)
    assert Slot(None, (line,)) == queue[1].result()
    shelf.give_back("b", None)
    assert Slot(None, ()) == queue[2].result()
    assert 1 == shelf.open


def test_who_gave_up_is_passed_over() -> None:
    """A place in the queue that was left is skipped."""
    shelf = shelf_of(limit=1)
    shelf.take("a")
    gone, waiting = shelf.take("a"), shelf.take("a")
    assert isinstance(gone, Future)
    assert isinstance(waiting, Future)
    gone.cancel()

    shelf.give_back("a", None)

    assert Slot(None, ()) == waiting.result()


def test_leaving_the_queue() -> None:
    """Who leaves before a grant takes nothing along."""
    shelf = shelf_of(limit=1)
    shelf.take("a")
    waiter = shelf.take("a")

    assert () == shelf.abandon("a", waiter)
    shelf.give_back("a", None)
    assert 0 == shelf.open


def test_a_grant_that_comes_too_late_goes_to_the_next() -> None:
    """A slot that was granted to someone who left is passed on."""
    shelf = shelf_of(limit=1)
    shelf.take("a")
    late, next_one = shelf.take("a"), shelf.take("a")
    line = Line("a")
    shelf.give_back("a", line)

    assert () == shelf.abandon("a", late)
    assert isinstance(next_one, Future)
    assert Slot(line, ()) == next_one.result()


def test_a_late_grant_with_a_stale_one() -> None:
    """What came with the grant to be closed is still closed."""
    shelf = shelf_of(limit=1)
    shelf.take("a")
    late = shelf.take("b")
    line = Line("a")
    shelf.give_back("a", line)

    assert (line,) == shelf.abandon("b", late)
    assert 0 == shelf.open


def test_a_cancelled_place_gives_nothing_back() -> None:
    """A cancelled future holds no slot."""
    shelf = shelf_of(limit=1)
    shelf.take("a")
    waiter = shelf.take("a")
    assert isinstance(waiter, Future)
    waiter.cancel()

    assert () == shelf.abandon("a", waiter)
    assert 1 == shelf.open


def test_clearing() -> None:
    """All idle connections are given to be closed, and later those that were in use."""
    first, second, used = Line("1"), Line("2"), Line("3")
    shelf = shelf_of(limit=3, keep=3)
    stocked(shelf, ("a", first), ("a", second))
    shelf.take("b")

    assert (first, second) == shelf.clear()
    assert (1, 0) == (shelf.open, shelf.idle)
    assert () == shelf.clear()
    assert (used,) == shelf.give_back("b", used)
    assert 0 == shelf.open


def test_forsaking() -> None:
    """A forked child learns which connections it inherited, without waiting for the lock."""
    line = Line("1")
    shelf = shelf_of()
    stocked(shelf, ("a", line))

    with shelf._lock:
        assert (line,) == shelf.forsake()


@pytest.mark.parametrize("limit", [1, 3])
def test_threads_never_exceed_the_limit(limit: int) -> None:
    """Many threads share few connections, and all get their turn."""
    shelf = shelf_of(limit=limit, keep=limit)
    lock = threading.Lock()
    used: list[int] = []
    now = 0

    def work() -> None:
        """Take a connection often, and give it back."""
        nonlocal now
        for _ in range(50):
            taken = shelf.take("a")
            slot = taken if isinstance(taken, Slot) else taken.result()  # type: ignore[union-attr]
            with lock:
                now += 1
                used.append(now)
            line = slot.connection or Line("new")
            with lock:
                now -= 1
            shelf.give_back("a", line)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 400 == len(used)
    assert max(used) <= limit
    assert shelf.open <= limit
