"""The module that LWE has `Config` in; the class lives in `polyvox.compat.lwe.config`."""

from __future__ import annotations

from polyvox.compat.lwe.config import Config

__all__ = ["Config"]
