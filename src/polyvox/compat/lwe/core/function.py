"""The module that LWE 0.18 has `Function` in; see `polyvox.compat.lwe.core.tool`."""

from __future__ import annotations

from polyvox.compat.lwe.tooling.base import Function

__all__ = ["Function"]
