"""A tool whose parameters are read from its signature."""

from __future__ import annotations

from typing import Any, Literal

from polyvox.compat.lwe.core.tool import Tool


class CountWords(Tool):
    """Counts words."""

    def __call__(
        self, text: str, unit: Literal["words", "letters"] = "words", strict: bool = False
    ) -> dict[str, Any]:
        """
        Count the parts of a text.

        :param text: What to count in.
        :param unit: What to count.
        """
        found = text.split() if unit == "words" else [one for one in text if one.isalpha()]
        return {"count": len(found), "strict": strict}
