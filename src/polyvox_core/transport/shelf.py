"""
The free list of connections: who may use which, in what order; no I/O, no clock.

Both transports use it. A caller takes a slot: an idle connection, the right to open one, or a
place in the queue. Connections go back to the next in the queue before they lie idle.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from typing import Generic, NamedTuple, Protocol, TypeVar

__all__ = ["Connection", "Shelf", "Slot", "Waiter"]


class Connection(Protocol):
    """What the shelf asks of a connection."""

    def has_expired(self) -> bool:
        """Whether it was idle for too long, or the server has closed it."""
        ...


C = TypeVar("C", bound=Connection)


class Slot(NamedTuple, Generic[C]):
    """The right to one connection: an idle one, or None to open one; *stale* are to be closed."""

    connection: C | None
    stale: tuple[C, ...]


class Waiter(Protocol[C]):
    """A place in the queue: a future of either world."""

    def set_result(self, result: Slot[C], /) -> None:
        """Grant the slot."""
        ...

    def done(self) -> bool:
        """Whether it was granted or given up."""
        ...

    def cancelled(self) -> bool:
        """Whether it was given up."""
        ...

    def result(self) -> Slot[C]:
        """The slot that was granted."""
        ...


class Shelf(Generic[C]):
    """
    Connections by origin, at most *limit* open and *keep* idle.

    Args:
        limit: Connections open at once, over all origins.
        keep: Connections kept idle, over all origins.
        new_waiter: Makes a future of the caller's world.
    """

    def __init__(self, limit: int, keep: int, new_waiter: Callable[[], Waiter[C]]) -> None:
        self._limit = limit
        self._keep = keep
        self._new_waiter = new_waiter
        self._lock = threading.Lock()
        self._count = 0
        # Oldest first over all origins; a key's own newest connection is found by its stack.
        self._idle: OrderedDict[int, tuple[Hashable, C]] = OrderedDict()
        self._stacks: dict[Hashable, list[int]] = {}
        self._serial = 0
        self._queue: deque[tuple[Hashable, Waiter[C]]] = deque()

    @property
    def open(self) -> int:
        """Connections in use and idle."""
        return self._count

    @property
    def idle(self) -> int:
        """Connections that lie idle."""
        return len(self._idle)

    def take(self, key: Hashable) -> Slot[C] | Waiter[C]:
        """A slot for *key*, or a place in the queue when all connections are in use."""
        with self._lock:
            stale: list[C] = []
            while (connection := self._pop_newest(key)) is not None:
                if not connection.has_expired():
                    return Slot(connection, tuple(stale))
                self._count -= 1
                stale.append(connection)
            if self._count < self._limit:
                self._count += 1
                return Slot(None, tuple(stale))
            if self._idle:
                # Another origin's oldest idle connection makes room.
                return Slot(None, (self._pop_oldest(),))
            waiter = self._new_waiter()
            self._queue.append((key, waiter))
            return waiter

    def give_back(self, key: Hashable, connection: C | None) -> tuple[C, ...]:
        """
        Return a slot; *connection* is None when it was closed.

        Returns:
            Connections that the caller must close.
        """
        with self._lock:
            while self._queue:
                wanted, waiter = self._queue.popleft()
                if waiter.done():
                    continue
                if connection is None:
                    waiter.set_result(Slot(None, ()))
                elif wanted == key:
                    waiter.set_result(Slot(connection, ()))
                else:
                    waiter.set_result(Slot(None, (connection,)))
                return ()
            if connection is None:
                self._count -= 1
                return ()
            self._push(key, connection)
            if len(self._idle) <= self._keep:
                return ()
            self._count -= 1
            return (self._pop_oldest(),)

    def abandon(self, key: Hashable, waiter: Waiter[C]) -> tuple[C, ...]:
        """Leave the queue; a slot that was granted meanwhile goes to the next."""
        with self._lock:
            self._queue = deque(entry for entry in self._queue if entry[1] is not waiter)
            granted = waiter.result() if waiter.done() and not waiter.cancelled() else None
        if granted is None:
            return ()
        return (*granted.stale, *self.give_back(key, granted.connection))

    def clear(self) -> tuple[C, ...]:
        """Take all idle connections off the shelf, for closing; it keeps none from now on."""
        with self._lock:
            self._keep = 0
            connections = tuple(connection for _, connection in self._idle.values())
            self._count -= len(connections)
            self._idle.clear()
            self._stacks.clear()
            return connections

    def forsake(self) -> tuple[C, ...]:
        """Same as `clear` in a forked child, where the lock may be held by nobody for ever."""
        return tuple(connection for _, connection in self._idle.values())

    def _push(self, key: Hashable, connection: C) -> None:
        self._serial += 1
        self._idle[self._serial] = (key, connection)
        self._stacks.setdefault(key, []).append(self._serial)

    def _pop_newest(self, key: Hashable) -> C | None:
        stack = self._stacks.get(key)
        if not stack:
            return None
        serial = stack.pop()
        if not stack:
            del self._stacks[key]
        return self._idle.pop(serial)[1]

    def _pop_oldest(self) -> C:
        serial, (key, connection) = self._idle.popitem(last=False)
        stack = self._stacks[key]
        stack.remove(serial)
        if not stack:
            del self._stacks[key]
        return connection
