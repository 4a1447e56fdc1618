"""A function, as tools were called before LWE 0.19."""

from __future__ import annotations

from typing import Any

from polyvox.compat.lwe.core.function import Function


class ReverseText(Function):
    """Turns texts round."""

    def __call__(self, text: str) -> dict[str, Any]:
        """Turn a text round."""
        return {"text": text[::-1]}
