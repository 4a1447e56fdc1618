"""A tool that a file beside it describes."""

from __future__ import annotations

from typing import Any

from polyvox.compat.lwe.core.tool import Tool


class LookUp(Tool):
    """Looks words up."""

    def __call__(self, word: str) -> dict[str, Any]:
        """Look a word up."""
        return {"word": word, "known": word in {"river", "delta"}}
