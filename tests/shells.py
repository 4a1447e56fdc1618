"""
The two shells of a client, driven in one way, so that a test is written once and runs for both.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import os
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from types import TracebackType
from typing import Any, Self

import polyvox
from polyvox.backends.connecting import async_transport, blocking_transport
from polyvox_core.auth import Credential, credential
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.retry import NO_RETRY
from polyvox_core.settings import Settings

__all__ = ["KEY", "SHELLS", "TRANSPORT", "Shell"]

# The transport of all clients: `make transports` runs the suites over each of them.
TRANSPORT = os.environ.get("POLYVOX_TEST_TRANSPORT", "own")
SHELLS = ("sync", "async")
KEY = "key-of-the-tests"


class Shell:
    """
    One of the two shells.

    Args:
        name: `sync` or `async`.

    Attributes:
        is_async: Whether it is the one for asyncio; all its calls share one event loop.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_async = name == "async"
        self._runner = asyncio.Runner() if self.is_async else None
        self._clients: list[Any] = []

    def dial(self, **arguments: Any) -> Any:
        """A `Dial` or `AsyncDial`, closed at the end; without retries and proxies by default."""
        return self.client("dial", **{"api_key": KEY, **arguments})

    def client(self, backend: str, **arguments: Any) -> Any:
        """A client of *backend*, closed at the end; without retries and proxies by default."""
        arguments = {"retry": False, "trust_env": False, **arguments}
        client = (polyvox.aconnect if self.is_async else polyvox.connect)(backend, **arguments)
        self._clients.append(client)
        return client

    def api(self, backend: str, url: str) -> Any:
        """The generated client of *backend*, with the first credential its document demands."""
        settings = Settings(
            backend=backend,
            label=backend,
            base_url=url,
            credentials=tuple(_credentials(backend)),
            retry=NO_RETRY,
            user_agent=f"polyvox/{version('polyvox')}",
        )
        options: Any = {"transport": TRANSPORT, "trust_env": False}
        client: Any
        if self.is_async:
            client = AsyncApiClient(settings, async_transport(options))
        else:
            client = ApiClient(settings, blocking_transport(options))
        self._clients.append(client)
        package = import_module(f"polyvox_api.{backend}")
        name = next(
            name
            for name in package.__all__
            if name.endswith("Api") and name.startswith("Async") == self.is_async
        )
        return getattr(package, name)(client)

    def call(self, function: Callable[..., Any], *args: Any, **keywords: Any) -> Any:
        """What *function* returns, awaited if need be."""
        return self.done(function(*args, **keywords))

    def done(self, result: Any) -> Any:
        """The *result* itself, awaited if need be."""
        if self._runner is not None and inspect.isawaitable(result):
            return self._runner.run(_awaited(result))
        return result

    def items(self, stream: Any, limit: int | None = None) -> list[Any]:
        """The items of *stream*, at most *limit*, read in a with block."""
        if self._runner is not None:
            return self._runner.run(_aitems(stream, limit))
        with stream:
            return _first(stream, limit)

    def one(self, stream: Any) -> Any:
        """The next item of *stream*, outside of a with block."""
        return self.call(stream.__anext__ if self.is_async else stream.__next__)

    def each(self, listing: Any) -> list[Any]:
        """All items of *listing*, without a with block."""
        if self._runner is not None:
            return self._runner.run(_aeach(listing))
        return list(listing)

    def shut(self, closable: Any) -> None:
        """Close *closable*."""
        self.call(closable.aclose if self.is_async else closable.close)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close all clients, then the event loop."""
        for client in self._clients:
            self.shut(client)
        if self._runner is not None:
            self._runner.close()


def _credentials(backend: str) -> Iterator[Credential]:
    text = files("polyvox_api").joinpath(backend, "spec.json").read_text("utf-8")
    document = json.loads(text)
    if document.get("security", [None])[0] == {}:
        return  # Callers without one come first, and the literal requests are theirs.
    schemes = document["components"].get("securitySchemes", {})
    for scheme in [*schemes.values()][:1]:
        if scheme["type"] == "apiKey":
            yield credential(scheme["name"], "", KEY)
        else:
            yield credential("Authorization", "Bearer ", KEY)


async def _awaited(result: Any) -> Any:
    return await result


def _first(stream: Any, limit: int | None) -> list[Any]:
    items: list[Any] = []
    for item in stream:
        items.append(item)
        if len(items) == limit:
            break
    return items


async def _aitems(stream: Any, limit: int | None) -> list[Any]:
    items: list[Any] = []
    async with stream:
        async for item in stream:
            items.append(item)
            if len(items) == limit:
                break
    return items


async def _aeach(listing: Any) -> list[Any]:
    return [item async for item in listing]
