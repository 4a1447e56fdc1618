"""
The clients behind one provider object: one for each kind and proxy, made when they are needed.
"""

from __future__ import annotations

import os
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple

import polyvox
from polyvox.backends.amigochat.identity import API
from polyvox.backends.amigochat.types import Device
from polyvox.backends.base import let_go

__all__ = ["Clients", "address_of"]

MOST_PROXIES = 32


def address_of(base_url: str | None) -> str:
    """Address of the API: *base_url*, the environment's, or the service's own."""
    return base_url or os.environ.get("AMIGOCHAT_BASE_URL") or API


class _Kept(NamedTuple):
    """A client, and what closes it: called early, or with the last reference to its owner."""

    client: polyvox.AmigoChat
    close: Callable[[], Any]


class Clients:
    """
    Clients that are kept, so that connections are used again; safe for threads.

    Args:
        api_key: Token of a signed-in user, or None.
        base_url: Address of the API; None takes AMIGOCHAT_BASE_URL, or the service's own.
        device: What the device headers say.
        options: What polyvox's clients take besides.

    Nobody closes a provider, so the last reference to it does.
    """

    def __init__(
        self, api_key: Any, base_url: str | None, device: Device, options: dict[str, Any]
    ) -> None:
        self._arguments: dict[str, Any] = {
            "profile": None,
            **options,
            "api_key": "" if api_key is None else api_key,
            "base_url": address_of(base_url),
            "device": device,
        }
        self._blocking: OrderedDict[polyvox.Secret | None, _Kept] = OrderedDict()
        self._async: OrderedDict[polyvox.Secret | None, polyvox.AsyncAmigoChat] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def base_url(self) -> str:
        """Address of the API."""
        return str(self._arguments["base_url"])

    def blocking(self, proxy: str | None) -> polyvox.AmigoChat:
        """The blocking client for *proxy*."""
        key = polyvox.Secret(proxy) if proxy else None
        with self._lock:
            if key not in self._blocking:
                client = polyvox.AmigoChat(**self._with_proxy(proxy))
                self._blocking[key] = _Kept(client, weakref.finalize(self, client.close))
            self._blocking.move_to_end(key)
            if len(self._blocking) > MOST_PROXIES:
                _, oldest = self._blocking.popitem(last=False)
                oldest.close()
            return self._blocking[key].client

    def asyncio(self, proxy: str | None) -> polyvox.AsyncAmigoChat:
        """The asyncio client for *proxy*; the connections of a loop end with it."""
        key = polyvox.Secret(proxy) if proxy else None
        with self._lock:
            if key not in self._async:
                client = polyvox.AsyncAmigoChat(**self._with_proxy(proxy))
                self._async[key] = client
                weakref.finalize(self, let_go, client)
            self._async.move_to_end(key)
            if len(self._async) > MOST_PROXIES:
                let_go(self._async.popitem(last=False)[1])
            return self._async[key]

    def _with_proxy(self, proxy: str | None) -> dict[str, Any]:
        if not proxy:
            return self._arguments
        # A client that was handed in goes its own way.
        own = {"http_client": None, "transport": None}
        return {**self._arguments, **own, "proxy": proxy}

    def close(self) -> None:
        """Close the connections of blocking calls."""
        while self._blocking:
            self._blocking.popitem()[1].close()

    async def aclose(self) -> None:
        """Close all connections."""
        self.close()
        while self._async:
            _, client = self._async.popitem()
            await client.aclose()
