"""The module that LWE has `Tool` in; the class lives in `polyvox.compat.lwe.tooling.base`."""

from __future__ import annotations

from polyvox.compat.lwe.tooling.base import Tool

__all__ = ["Tool"]
