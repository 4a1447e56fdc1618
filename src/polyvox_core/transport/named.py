"""
Transports by name: our own, httpx's pool, that of httpx2, and aiohttp's; loaded when asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polyvox_core.errors import ConfigError
from polyvox_core.transport.names import checked_name
from polyvox_core.transport.options import TransportOptions

if TYPE_CHECKING:
    from polyvox_core.transport.aio import AioTransport
    from polyvox_core.transport.blocking import BlockingTransport

__all__ = ["async_named", "blocking_named"]


def blocking_named(name: str, options: TransportOptions) -> BlockingTransport:
    """
    The blocking transport *name*.

    Raises:
        ConfigError: There is none, or its library is not installed.
    """
    if checked_name(name) == "own":
        from polyvox_core.transport.blocking import BlockingTransport  # noqa: PLC0415 - lazy

        return BlockingTransport(options)
    if name == "aiohttp":
        msg = "The transport 'aiohttp' serves Async clients only, and this one blocks."
        hint = "Use the Async client, or pass transport='own' to this one."
        raise ConfigError(msg, hint=hint)
    from polyvox_core.transport.over_httpx import HttpxTransport  # noqa: PLC0415 - lazy

    return HttpxTransport(_library(name), options)


def async_named(name: str, options: TransportOptions) -> AioTransport:
    """Same as `blocking_named`, for asyncio."""
    if checked_name(name) == "own":
        from polyvox_core.transport.aio import AioTransport  # noqa: PLC0415 - lazy

        return AioTransport(options)
    if name == "aiohttp":
        try:
            from polyvox_core.transport.over_aiohttp import AiohttpTransport  # noqa: PLC0415 - same
        except ModuleNotFoundError as error:
            raise _missing(name) from error
        return AiohttpTransport(options)
    from polyvox_core.transport.over_httpx import AsyncHttpxTransport  # noqa: PLC0415 - lazy

    return AsyncHttpxTransport(_library(name), options)


def _library(name: str) -> Any:
    """The module httpx or httpx2."""
    from polyvox_core.transport.client_bridge import library  # noqa: PLC0415 - it loads httpx

    try:
        return library(name)
    except ModuleNotFoundError as error:
        raise _missing(name) from error


def _missing(name: str) -> ConfigError:
    msg = f"The transport {name!r} needs a library that is not installed."
    return ConfigError(msg, hint=f"Run: pip install 'polyvox[{name}]'.")
