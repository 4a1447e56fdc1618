"""polyvox over the pool of httpx2."""

from __future__ import annotations

import polyvox
from bench.adapters import polyvox_facade

__all__ = ["Adapter"]


class Adapter(polyvox_facade.Adapter):
    """Both clients, with `transport="httpx2"`."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._client = polyvox.Dial(base_url=url, api_key="key", transport="httpx2")
        self._aclient = polyvox.AsyncDial(base_url=url, api_key="key", transport="httpx2")
        self._pool = polyvox.ClientPool(transport="httpx2")
