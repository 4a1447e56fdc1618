"""
What one emulator was started with; every room reads it, none changes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

__all__ = ["Settings"]

MEBIBYTE = 1024 * 1024


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Settings:
    """
    Options of a running emulator.

    Attributes:
        data: Folder that holds uploads and stored documents.
        keys: Credentials that are accepted; None lets each backend decide.
        max_upload_bytes: Size from which an upload is refused with 413.
        max_json_bytes: Size from which a JSON body is refused with 413.
        examples_only: Answer everything from the document's examples.
        now: The clock; tests bring their own.
    """

    data: Path
    keys: frozenset[str] | None = None
    max_upload_bytes: int = 512 * MEBIBYTE
    max_json_bytes: int = 16 * MEBIBYTE
    examples_only: bool = False
    now: Callable[[], datetime] = field(default=now, repr=False)
