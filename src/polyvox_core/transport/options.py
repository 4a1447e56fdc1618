"""
Settings of a transport, and the TLS context that all transports of a process share.
"""

from __future__ import annotations

import os
import ssl
import threading
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from polyvox_core.errors import ConfigError
from polyvox_core.observing import logger

if TYPE_CHECKING:
    from collections.abc import Hashable

__all__ = ["TransportOptions", "tls_context"]

Verify: TypeAlias = bool | str | os.PathLike[str] | ssl.SSLContext
ClientCertificate: TypeAlias = str | tuple[str, str] | tuple[str, str, str]


@frozen
class TransportOptions:
    """
    How connections are made and kept.

    Attributes:
        max_connections: Open at once, over all origins.
        max_idle: Kept open between calls.
        idle_expiry: Seconds after which an idle connection is not used again.
        verify: True for the usual authorities, a path to a file or folder of others, an
            `ssl.SSLContext`, or False to accept any certificate.
        cert: Client certificate: a path, or (certificate, key[, password]).
        proxy: URL of a proxy for everything; None takes the environment's.
        trust_env: Whether HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY, SSL_CERT_FILE and
            SSL_CERT_DIR count.
    """

    max_connections: int = 1000
    max_idle: int = 100
    idle_expiry: float | None = 30.0
    verify: Verify = True
    cert: ClientCertificate | None = field(default=None, repr=False)
    proxy: str | None = field(default=None, repr=False)
    trust_env: bool = True


_contexts: dict[Hashable, ssl.SSLContext] = {}
_lock = threading.Lock()


def tls_context(options: TransportOptions) -> ssl.SSLContext:
    """
    The TLS context for *options*: made at the first connection, then shared by all clients.

    Raises:
        ConfigError: A certificate file cannot be read.
    """
    if isinstance(options.verify, ssl.SSLContext):
        return options.verify
    env = (
        (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
        if options.trust_env
        else (None, None)
    )
    verify = options.verify if isinstance(options.verify, bool) else os.fspath(options.verify)
    key = (verify, options.cert, env)
    with _lock:
        if key not in _contexts:
            _contexts[key] = _new_context(verify, options.cert, env)
        return _contexts[key]


def _new_context(
    verify: bool | str, cert: ClientCertificate | None, env: tuple[str | None, str | None]
) -> ssl.SSLContext:
    try:
        context = _authorities(verify, env)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if cert is not None:
            chain = (cert,) if isinstance(cert, str) else cert
            context.load_cert_chain(*chain)
    except OSError as error:
        msg = f"The TLS certificates cannot be loaded: {error}."
        raise ConfigError(msg, hint="Check the paths in verify= and cert=.") from error
    return context


def _authorities(verify: bool | str, env: tuple[str | None, str | None]) -> ssl.SSLContext:
    if verify is False:
        logger.warning("verify=False: TLS certificates are not checked, anybody may listen in.")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context
    if isinstance(verify, str):
        is_folder = os.path.isdir(verify)  # noqa: PTH112 - pathlib costs an import here
        return ssl.create_default_context(
            cafile=None if is_folder else verify, capath=verify if is_folder else None
        )
    if any(env):
        return ssl.create_default_context(cafile=env[0], capath=env[1])
    import certifi  # noqa: PLC0415 - needed for the first TLS connection only

    return ssl.create_default_context(cafile=certifi.where())
