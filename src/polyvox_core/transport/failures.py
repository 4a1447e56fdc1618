"""
What httpcore raises, as our errors.
"""

from __future__ import annotations

import ssl

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

__all__ = ["FAILURES", "translate"]

FAILURES = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)

_TIMEOUTS: dict[type[Exception], tuple[type[TimeoutExpired], str, str]] = {
    httpcore.ConnectTimeout: (ConnectTimeout, "connect", "No connection to {host} came about"),
    httpcore.ReadTimeout: (ReadTimeout, "read", "{host} sent nothing"),
    httpcore.WriteTimeout: (WriteTimeout, "write", "{host} accepted no data"),
    httpcore.PoolTimeout: (PoolTimeout, "pool", "No connection of the pool became free"),
}
_HINTS = {
    "connect": "Check base_url and the network.",
    "read": "Pass a larger Timeouts(read=...) if the model works longer.",
    "write": "Pass a larger Timeouts(write=...) for slow lines.",
    "pool": "Close streams that are not read to their end, or raise max_connections.",
}


def translate(error: Exception, request: Request) -> PolyvoxError:
    """Our error for *error*; the caller chains it with `from`."""
    host = f"{request.origin.host}:{request.origin.port}"
    for kind, (ours, limit, what) in _TIMEOUTS.items():
        if isinstance(error, kind):
            seconds = getattr(request.patience.timeouts, limit)
            within = "in time" if seconds is None else f"for {seconds:g} s"
            fallback = ours(f"{what.format(host=host)} {within}.", hint=_HINTS[limit])
            return request.patience.verdict(fallback)
    if isinstance(error, httpcore.ConnectError):
        return _connect_failed(error, host)
    if isinstance(error, (httpcore.UnsupportedProtocol, httpcore.LocalProtocolError)):
        msg = f"The request to {host} cannot be sent: it breaks a rule of HTTP."
        return ConfigError(msg, hint="Check the headers and the URL that were passed.")
    if isinstance(error, httpcore.ProxyError):
        msg = f"The proxy refused the connection to {host}: {error}."
        return ConnectFailed(msg, hint="Check proxy= or the proxy variables of the environment.")
    reason = str(error).rstrip(".") or type(error).__name__
    msg = f"The connection to {host} broke: {reason}."
    return ConnectionFailed(msg, hint="Try again; if it lasts, the server or a proxy closes it.")


def _connect_failed(error: Exception, host: str) -> ConnectFailed:
    msg = f"No connection to {host} could be made: {error}."
    failure = ConnectFailed(msg, hint="Check base_url, and that the server is running.")
    if isinstance(error.__cause__, ssl.SSLCertVerificationError):
        failure = ConnectFailed(
            msg, hint="The certificate is not trusted; pass verify='ca.pem' for a private one."
        )
        # Trying again cannot make a certificate valid.
        failure.retryable = False  # type: ignore[misc]  # an instance may be stricter than its class
    return failure
