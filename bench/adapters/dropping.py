"""The negative control: raw httpx that loses every tenth event, which must not pass."""

from __future__ import annotations

from typing import Any

from bench.adapters import Got
from bench.adapters.raw_httpx import Adapter as RawHttpx

__all__ = ["Adapter"]


class Adapter(RawHttpx):
    """Drops events."""

    def stream(self, got: Got) -> None:
        seen = 0

        def some(event: Any) -> None:
            nonlocal seen
            seen += 1
            if seen % 10:
                got(event)

        super().stream(some)
