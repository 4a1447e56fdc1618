"""
What httpcore raises, as our errors; also what httpx makes of it, which has the same names.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import httpcore

from polyvox_core.errors import (
    ConfigError,
    ConnectFailed,
    ConnectionFailed,
    ConnectTimeout,
    PolyvoxError,
    PoolTimeout,
    ReadTimeout,
    TimeoutExpired,
    WriteTimeout,
)
from polyvox_core.message import Request
from polyvox_core.transport.options import TransportOptions
from polyvox_core.transport.proxies import proxy_named

__all__ = ["FAILURES", "translate"]

FAILURES = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)

_TIMEOUTS: dict[str, tuple[type[TimeoutExpired], str, str]] = {
    "ConnectTimeout": (ConnectTimeout, "connect", "No connection to {host} came about"),
    "ReadTimeout": (ReadTimeout, "read", "{host} sent nothing"),
    "WriteTimeout": (WriteTimeout, "write", "{host} accepted no data"),
    "PoolTimeout": (PoolTimeout, "pool", "No connection of the pool became free"),
}
# What no other try can mend.
_REFUSED = frozenset({"UnsupportedProtocol", "LocalProtocolError", "InvalidURL"})
_KINDS = frozenset({*_TIMEOUTS, *_REFUSED, "ConnectError", "ProxyError"})
_HINTS = {
    "connect": "Check base_url and the network.",
    "read": "Pass a larger Timeouts(read=...) if the model works longer.",
    "write": "Pass a larger Timeouts(write=...) for slow lines.",
    "pool": "Close streams that are not read to their end, or raise max_connections.",
}


def translate(
    error: Exception, request: Request, options: TransportOptions | None = None
) -> PolyvoxError:
    """
    Our error for *error*; the caller chains it with `from`.

    Args:
        error: What httpcore or httpx raised.
        request: What was to be sent.
        options: Of the transport, if the failure may be its proxy's.
    """
    host = f"{request.origin.host}:{request.origin.port}"
    proxy = None if options is None else _proxy(request, options)
    kind = next((one.__name__ for one in type(error).__mro__ if one.__name__ in _KINDS), "")
    if kind in _TIMEOUTS:
        ours, limit, what = _TIMEOUTS[kind]
        seconds = getattr(request.patience.timeouts, limit)
        within = "in time" if seconds is None else f"for {seconds:g} s"
        hint = _HINTS[limit]
        if proxy is not None and limit == "connect":
            within, hint = f"{within} through the proxy {proxy[0]}", _advice(*proxy)
        fallback = ours(f"{what.format(host=host)} {within}.", hint=hint)
        return request.patience.verdict(fallback)
    if kind == "ConnectError":
        # Once there is a tunnel, only TLS can fail.
        if proxy is not None and not _is_caused_by(error, ssl.SSLError):
            msg = f"No connection to the proxy {proxy[0]} could be made: {error}."
            return ConnectFailed(msg, hint=_advice(*proxy))
        return _connect_failed(error, host)
    if kind in _REFUSED:
        msg = f"The request to {host} cannot be sent: it breaks a rule of HTTP."
        return ConfigError(msg, hint="Check the headers and the URL that were passed.")
    if kind == "ProxyError":
        msg = f"The proxy refused the connection to {host}: {error}."
        advice = "Check proxy= or the proxy variables of the environment."
        return ConnectFailed(msg, hint=advice if proxy is None else _advice(*proxy))
    reason = str(error).rstrip(".") or type(error).__name__
    msg = f"The connection to {host} broke: {reason}."
    return ConnectionFailed(msg, hint="Try again; if it lasts, the server or a proxy closes it.")


def _proxy(request: Request, options: TransportOptions) -> tuple[str, str] | None:
    """The place of the proxy, without credentials, and what names it."""
    return proxy_named(request.origin, options.proxy, trust_env=options.trust_env)


def _advice(place: str, source: str) -> str:
    direct = "pass another" if source == "proxy=" else "pass trust_env=False to go without it"
    return f"Check the proxy {place}, which {source} names, or {direct}."


def _connect_failed(error: Exception, host: str) -> ConnectFailed:
    msg = f"No connection to {host} could be made: {error}."
    hint, lasting = "Check base_url, and that the server is running.", False
    if _is_caused_by(error, ssl.SSLCertVerificationError):
        hint = "The certificate is not trusted; pass verify='ca.pem' for a private one."
        lasting = True
    elif "WRONG_VERSION_NUMBER" in str(error):
        hint, lasting = "The server speaks no TLS at that port; is it http:// there?", True
    failure = ConnectFailed(msg, hint=hint)
    if lasting:
        # Trying again changes nothing.
        failure.retryable = False  # type: ignore[misc]  # an instance may be stricter than its class
    return failure


def _is_caused_by(error: BaseException, kind: type[BaseException]) -> bool:
    return any(isinstance(one, kind) for one in _causes(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    waiting: list[object] = [error.__cause__, *error.args]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException):
            yield one
            # httpcore's pools leave the cause out, but it is an argument.
            waiting += (one.__cause__, *one.args)
