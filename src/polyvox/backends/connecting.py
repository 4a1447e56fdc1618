"""
How a client of any backend comes about: connection options, transport, settings.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Collection, Iterable, Mapping
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, TypedDict

from attrs import evolve

from polyvox.config.fields import Fields
from polyvox.config.resolved import NO_HEADERS, Resolved
from polyvox.config.resolving import resolve
from polyvox.version import __version__
from polyvox_core.client import ApiClient, AsyncApiClient
from polyvox_core.errors import ConfigError
from polyvox_core.nearest import did_you_mean
from polyvox_core.retry import Retry, retry_from
from polyvox_core.run_sync import Transport
from polyvox_core.sealing import without_frames
from polyvox_core.secret import Secret
from polyvox_core.settings import Settings
from polyvox_core.shapes import is_array
from polyvox_core.timeouts import Timeouts, timeouts_from

if TYPE_CHECKING:
    # A blocking client does not load asyncio.
    from polyvox.prices import Prices, PriceTable
    from polyvox_core.run_async import AsyncTransport

__all__ = [
    "CONNECTION_KEYS",
    "ClientKeywords",
    "async_transport",
    "blocking_transport",
    "check_names",
    "configured",
    "new_async_client",
    "new_client",
    "settings_for",
    "settings_of",
]


class ClientKeywords(TypedDict, total=False):
    """
    What every client takes besides address and credentials.

    Keys:
        profile: Name of a profile in the configuration file that fills in what is not given; None
            for none, whatever the environment says.
        timeout: Seconds in total, `Timeouts`, or None for no total; without it the environment
            variable POLYVOX_TIMEOUT (seconds) counts, if it is set.
        retry: A `Retry`, a number of attempts, or False.
        headers: Sent with every request.
        prices: What a million tokens of each model cost in request and answer, for `client.usage`:
            `{"gpt-4o": (2.50, 10)}` or `Prices`.
        http_client: An `httpx` (or `httpx2`) client to use; it stays open.
        transport: The library that moves requests: "own" (the default), "httpx", "httpx2" or, for
            Async clients, "aiohttp"; without it the environment variable POLYVOX_TRANSPORT counts.
            Or an `httpx` transport to use, or the transport of a pool.
        proxy: URL of a proxy; without one the environment decides.
        verify: True, a path to certificate authorities, an `ssl.SSLContext`, or False.
        cert: A client certificate: path, or (certificate, key[, password]).
        trust_env: Whether proxy and certificate variables of the environment count.
        max_connections: Open at once.
        max_idle: Kept open between calls.
    """

    profile: str | None
    timeout: Timeouts | float | None
    retry: Retry | int | bool | None
    headers: Mapping[str, str]
    prices: Prices | PriceTable | None
    http_client: Any
    transport: Any
    proxy: str | None
    verify: bool | str | os.PathLike[str] | ssl.SSLContext
    cert: str | tuple[str, str] | tuple[str, str, str] | None
    trust_env: bool
    max_connections: int
    max_idle: int


_TIMEOUTS = Timeouts()
_TRANSPORT_KEYS = ("proxy", "verify", "cert", "trust_env", "max_connections", "max_idle")
CONNECTION_KEYS = (*_TRANSPORT_KEYS, "http_client", "transport")


def configured(fields: Fields, options: ClientKeywords, **arguments: Any) -> Resolved:
    """
    What a client is made of: *arguments* and *options*, and what environment and profile add.

    Args:
        fields: Of the backend.
        options: What the constructor took besides its own arguments.
        arguments: Values of the fields; None was not given.

    Raises:
        ConfigError: An option is unknown, or what was found elsewhere cannot work.
    """
    names = {*ClientKeywords.__optional_keys__, *fields.table}
    check_names(options, names, f"A client of {fields.label}")
    return resolve(fields, options, arguments)


def settings_of(
    keywords: ClientKeywords, *, more_headers: Mapping[str, Secret] = NO_HEADERS, **settings: Any
) -> Settings:
    """
    The settings of a client.

    Args:
        keywords: Limits and headers.
        more_headers: Sent besides, from a profile.
        settings: Of the backend.
    """
    check_names(keywords, ClientKeywords.__optional_keys__, f"A client of {settings['label']}")
    timeouts, retry = _TIMEOUTS, Retry()
    if "timeout" in keywords:
        timeouts = timeouts_from(keywords["timeout"], timeouts)
    if "retry" in keywords:
        retry = retry_from(keywords["retry"], retry)
    try:
        made = Settings(
            timeouts=timeouts,
            retry=retry,
            headers=keywords.get("headers", {}),
            user_agent=f"polyvox/{__version__}",
            **settings,
        )
        more = [(name, text.reveal()) for name, text in more_headers.items()]
        return evolve(made, headers=(*more, *made.headers)) if more else made
    except ConfigError as error:
        # The frame that failed holds a half-made object, and no repr can show that.
        raise without_frames(error)  # noqa: B904 - the same error


def settings_for(client: Resolved, *, hints: Mapping[Any, str], **settings: Any) -> Settings:
    """
    The settings of the *client* that `configured` found.

    Args:
        client: What it is made of.
        hints: The backend's advice about errors.
        settings: Address and credentials, and what else the backend knows.
    """
    return settings_of(
        client.options,
        more_headers=client.headers,
        hints=client.advice(hints),
        **{"backend": client.backend, "label": client.label, **settings},
    )


def check_names(given: Iterable[str], allowed: Collection[str], what: str) -> None:
    """
    See that all keyword arguments are known.

    Raises:
        ConfigError: One is not; the message suggests the nearest.
    """
    for name in given:
        if name not in allowed:
            names = sorted(allowed)
            hint = did_you_mean(name, names, f"It takes: {', '.join(names)}.")
            msg = f"{what} has no option {name!r}."
            raise ConfigError(msg, hint=hint)


def _options(keywords: Mapping[str, Any]) -> Any:
    from polyvox_core.transport.options import TransportOptions  # noqa: PLC0415 - lazy ssl

    given = {name: _open(keywords[name]) for name in _TRANSPORT_KEYS if name in keywords}
    return TransportOptions(**given)


def _open(value: Any) -> Any:
    """The *value* of an option; what a profile said is concealed until here."""
    if isinstance(value, Secret):
        return value.reveal()
    return tuple(map(_open, value)) if is_array(value) else value


def blocking_transport(keywords: ClientKeywords) -> Transport:
    """A new blocking transport, or a bridge to the HTTP client in *keywords*."""
    http_client, transport = keywords.get("http_client"), keywords.get("transport")
    if http_client is None and (transport is None or isinstance(transport, str)):
        from polyvox_core.transport.named import blocking_named  # noqa: PLC0415 - lazy

        return blocking_named(transport or "own", _options(keywords))
    from polyvox_core.transport.client_bridge import transport_of  # noqa: PLC0415 - lazy httpx

    return transport_of(http_client, transport)


def async_transport(keywords: ClientKeywords) -> AsyncTransport:
    """Same as `blocking_transport`, for asyncio."""
    http_client, transport = keywords.get("http_client"), keywords.get("transport")
    if http_client is None and (transport is None or isinstance(transport, str)):
        from polyvox_core.transport.named import async_named  # noqa: PLC0415 - lazy

        return async_named(transport or "own", _options(keywords))
    from polyvox_core.transport.client_bridge import (  # noqa: PLC0415 - lazy httpx
        async_transport_of,
    )

    return async_transport_of(http_client, transport)


def _check_world(transport: Any, *, is_async: bool) -> None:
    if iscoroutinefunction(transport.open) == is_async:
        return
    client, other = (
        ("an Async client", "a blocking") if is_async else ("a blocking client", "an Async")
    )
    msg = f"{client.capitalize()} was given {other} transport or pool."
    raise ConfigError(msg, hint="ClientPool serves blocking clients, AsyncClientPool the others.")


def new_client(settings: Settings, keywords: ClientKeywords) -> ApiClient:
    """A client over the pool's transport in *keywords*, or over one of its own."""
    given = keywords.get("transport")
    if given is not None and hasattr(given, "close_incoming"):
        _check_world(given, is_async=False)
        return ApiClient(settings, given, owns_transport=False)
    return ApiClient(settings, blocking_transport(keywords))


def new_async_client(settings: Settings, keywords: ClientKeywords) -> AsyncApiClient:
    """Same as `new_client`, for asyncio."""
    given = keywords.get("transport")
    if given is not None and hasattr(given, "close_incoming"):
        _check_world(given, is_async=True)
        return AsyncApiClient(settings, given, owns_transport=False)
    return AsyncApiClient(settings, async_transport(keywords))
