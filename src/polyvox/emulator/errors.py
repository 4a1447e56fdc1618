"""
What can stop the emulator from starting, and the refusal that a request can meet.

Nothing here needs the extra, so these names can always be imported.
"""

from __future__ import annotations

__all__ = ["EmulatorNotInstalled", "EmulatorStartFailed", "Refusal", "UnsafeHost"]


class EmulatorNotInstalled(ImportError):
    """The packages behind the extra `emulator` are missing."""


class EmulatorStartFailed(RuntimeError):
    """The server could not start, or not with these options."""


class UnsafeHost(ValueError):
    """The host would make the emulator reachable from other machines."""


class Refusal(Exception):
    """
    A request that the emulated backend does not accept.

    Attributes:
        status: HTTP status of the answer.
        message: What is wrong with the request, for people.
    """

    def __init__(self, status: int, message: str) -> None:
        """Refuse with *status*, saying *message*."""
        super().__init__(message)
        self.status = status
        self.message = message
