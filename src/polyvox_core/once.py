"""
A value that is fetched once, however many ask for it at the same time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from polyvox_core.flow import Flow, Wait

__all__ = ["Once"]

T = TypeVar("T")


class Once(Generic[T]):
    """
    Keeps the first value that *fetch* gives; safe for threads and tasks.

    When the one who fetches fails, the error is its own, and the next in line tries.

    Args:
        fetch: Makes the flow that gets the value.
    """

    def __init__(self, fetch: Callable[[], Flow[T]]) -> None:
        self._fetch = fetch
        self._lock = threading.Lock()
        self._pending: Future[bool] | None = None
        self._value: list[T] = []

    def get(self) -> Flow[T]:
        """The value; fetches it, or waits for whoever is fetching it."""
        while not self._value:
            with self._lock:
                pending, first = self._pending, self._pending is None
                if pending is None:
                    pending = self._pending = Future()
            if not first:
                yield Wait(pending)
                continue
            try:
                self._value.append((yield from self._fetch()))
            finally:
                with self._lock:
                    self._pending = None
                pending.set_result(True)
        return self._value[0]
