"""
What the clients of all backends have in common: life cycle, settings, and a clear no.

A verb that a backend lacks raises `UnsupportedError` as soon as it is looked up; the message names
what the backend does offer.
"""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Self, Unpack

from polyvox.backends.inputs import CallKeywords, split_options
from polyvox.config.explaining import Config
from polyvox.config.resolved import Resolved
from polyvox.metering import Meter
from polyvox_core import client as core
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.errors import UnsupportedError
from polyvox_core.observing import EventName
from polyvox_core.settings import Settings

if TYPE_CHECKING:
    # A client's start-up counts; what most never use is loaded when it is.
    from polyvox.backends.requesting import RequestKeywords
    from polyvox.raw import RawResponse
    from polyvox.totals import UsageTotals

__all__ = ["VERBS", "AsyncClientBase", "ClientBase", "let_go"]

VERBS = (
    "chat",
    "stream",
    "run",
    "stream_run",
    "extract",
    "stream_extract",
    "complete",
    "stream_complete",
    "embed",
    "images",
    "audio",
    "files",
    "models",
    "tokenize",
    "rate",
    "deployments",
    "applications",
    "prompts",
    "user",
    "bucket",
)


class _Shared:
    """What both kinds of client know."""

    _settings: Settings
    _config: Config
    _meter: Meter

    def _watch(self, found: Resolved) -> None:
        """Keep where the settings came from, and count what the calls use."""
        self._config = found.config
        self._meter = Meter(found.options.get("prices"))
        self._settings.events.add("done", self._meter.take)

    @property
    def usage(self) -> UsageTotals:
        """
        Calls, tokens and costs of all calls so far, in all and by model.

        Costs need `prices=`. Clients made by `with_` count together.
        """
        return self._meter.totals

    @property
    def config(self) -> Config:
        """Where the settings came from; print `client.config.explain()`."""
        return self._config

    @property
    def base_url(self) -> str:
        """Address of the server, with a slash at its end."""
        return self._settings.base_url

    @property
    def backend(self) -> str:
        """Name of the backend, such as "dial"."""
        return self._settings.backend

    @classmethod
    def offers(cls) -> tuple[str, ...]:
        """The verbs and namespaces that this backend has."""
        return tuple(verb for verb in VERBS if hasattr(cls, verb))

    def on(self, event: EventName, callback: Callable[[Any], object]) -> Callable[[], None]:
        """
        Call *callback* at each `request`, `retry`, `response`, `first_token` or `done`.

        Clients made by `with_` share their callbacks. The classes of the events are in
        `polyvox.types`.

        Returns:
            A function that ends it.
        """
        return self._settings.events.on(event, callback)

    if not TYPE_CHECKING:  # pragma: no branch - checkers shall know the members only

        def __getattr__(self, name: str) -> NoReturn:
            """Refuse what the backend lacks; called for unknown names only."""
            if name in VERBS:
                msg = f"{self._settings.label} has no {name!r}."
                raise UnsupportedError(msg, hint=f"It offers: {', '.join(self.offers())}.")
            msg = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(msg)

    def __repr__(self) -> str:
        """Name the server, and nothing secret; also of a client whose making failed."""
        settings = self.__dict__.get("_settings")
        return f"{type(self).__name__}(base_url={settings.base_url if settings else None!r})"


class ClientBase(_Shared):
    """
    Base of the blocking clients.

    Close a client, or use it in a `with` block. It may be used by many threads.
    """

    def _start(self, client: ApiClient, found: Resolved) -> None:
        """Take *client* as the way to the server; *found* is what it was made of."""
        self._take(client)
        self._watch(found)

    def _take(self, client: ApiClient) -> None:
        self._client = client
        self._settings = client.settings

    def with_(self, **options: Unpack[CallKeywords]) -> Self:
        """A client over the same connections with other limits or headers."""
        _, changed = split_options(options, (), "with_()")
        other = object.__new__(type(self))
        other.__dict__.update(
            {name: value for name, value in self.__dict__.items() if name.startswith("_")}
        )
        other._take(self._client.with_settings(self._settings.changed(changed)))
        other._config = self._config.changed(options)
        return other

    def request(self, method: str, path: str, **options: Unpack[RequestKeywords]) -> RawResponse:
        """
        The answer to a request that no verb makes, as it came.

        The credential, retries, limits and errors are those of every call.

        Args:
            method: GET, POST, ...
            path: Below `base_url`, as people write it: not percent-encoded, without a query.
            options: See `RequestKeywords`: json, content, params, headers, timeout, retry.

        Raises:
            UrlError: The path leads elsewhere.
            StatusError: The server answered with an error.
        """
        from polyvox.backends.requesting import request  # noqa: PLC0415 - for those who ask

        return self._client.run(request(self._settings, method, path, options))

    def close(self) -> None:
        """Close the connections; those of a pool or of a client that was passed stay open."""
        self._client.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self.close()


class AsyncClientBase(_Shared):
    """Same as `ClientBase`, for asyncio."""

    def _start(self, client: AsyncApiClient, found: Resolved) -> None:
        """Same as `ClientBase._start`."""
        self._take(client)
        self._watch(found)

    def _take(self, client: AsyncApiClient) -> None:
        self._client = client
        self._settings = client.settings

    def with_(self, **options: Unpack[CallKeywords]) -> Self:
        """Same as `ClientBase.with_`."""
        _, changed = split_options(options, (), "with_()")
        other = object.__new__(type(self))
        other.__dict__.update(
            {name: value for name, value in self.__dict__.items() if name.startswith("_")}
        )
        other._take(self._client.with_settings(self._settings.changed(changed)))
        other._config = self._config.changed(options)
        return other

    async def request(
        self, method: str, path: str, **options: Unpack[RequestKeywords]
    ) -> RawResponse:
        """Same as `ClientBase.request`."""
        from polyvox.backends.requesting import request  # noqa: PLC0415 - for those who ask

        return await self._client.run(request(self._settings, method, path, options))

    async def aclose(self) -> None:
        """Same as `ClientBase.close`."""
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        await self.aclose()


def let_go(client: AsyncClientBase) -> None:
    """
    Close *client* in the background, without the warning about clients that were not closed.

    For drop-in surfaces that have nothing to close; called when the last reference to one goes.
    """
    core.let_go(client._client)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]  # same room
