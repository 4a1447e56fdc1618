"""
Counts what is in use, so that closing can wait for the last answer; no I/O, safe for threads.
"""

from __future__ import annotations

import threading

__all__ = ["Leases"]


class Leases:
    """
    The answers that a pool of some library has not got back yet.

    Attributes:
        used: Whether there ever was one.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0
        self._closing = False
        self.used = False

    def take(self) -> None:
        """One more is in use."""
        with self._lock:
            self.used = True
            self._count += 1

    def give(self) -> bool:
        """One less is; whether the pool is to be closed now."""
        with self._lock:
            self._count -= 1
            return self._closing and not self._count

    def close(self) -> bool:
        """No more will follow; whether the pool is to be closed now."""
        with self._lock:
            self._closing = True
            return not self._count
