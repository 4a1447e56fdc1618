"""
What `polyvox doctor` looks at, one thing after the other, from the name to the clock.

A check that fails ends the ones that need it; they are skipped, and say why.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from polyvox.cli.codes import OTHER, code_of
from polyvox.cli.failing import told
from polyvox.cli.screen import safe
from polyvox.errors import ConnectFailed, ConnectTimeout, PolyvoxError
from polyvox_core.transport.options import TransportOptions, tls_context

__all__ = ["Check", "checks"]

State = Literal["ok", "failed", "skipped"]

SECONDS = 10.0
"""Time limit of each check."""
SECONDS_APART = 60
"""More than this between two clocks makes tokens expire early, or certificates invalid."""
SECONDS_EVEN = 3
DAYS_LEFT = 14

_NO_CONNECTION, _TIMED_OUT = code_of(ConnectFailed("")), code_of(ConnectTimeout(""))

_TLS_ADVICE = (
    ("expired", "The operator must renew it; or is the clock of this machine wrong?"),
    ("not yet valid", "Is the clock of this machine wrong?"),
    ("match", "Check --base-url: the certificate is for another name."),
    ("issuer", "Name your authorities: SSL_CERT_FILE=..., or verify = 'file.pem' in a profile."),
    ("self-signed", "Name it in SSL_CERT_FILE, or as verify = 'file.pem' in a profile."),
    ("", "Check --base-url: is that a server that speaks TLS?"),
)


class Check(NamedTuple):
    """
    What one check found.

    Attributes:
        name: What was looked at.
        state: ok, failed or skipped.
        detail: What was found.
        advice: What to do about it.
        code: Exit status that it stands for.
    """

    name: str
    state: State
    detail: str
    advice: str = ""
    code: int = 0


class Target(NamedTuple):
    """Where connections go first: the server, or a proxy."""

    host: str
    port: int

    def __str__(self) -> str:
        """Return host and port as people write them."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def checks(client: Any) -> Iterator[Check]:
    """
    The checks of *client*, each made when it is asked for.

    Args:
        client: Of any backend.
    """
    url = urlsplit(str(client.base_url))
    server = Target(url.hostname or "", url.port or (443 if url.scheme == "https" else 80))
    proxy = _proxy_of(client)
    first = proxy or server
    looked_up = _looked_up(first)
    yield looked_up
    yield _proxied(client, proxy)
    reached = _reached(first) if looked_up.state == "ok" else _skipped("connection", looked_up)
    yield reached
    secured = reached if reached.state != "ok" else None
    if secured is None:
        secured = _secured(client, server, proxied=proxy is not None, tls=url.scheme == "https")
        yield secured
    else:
        yield _skipped("TLS", reached)
    if secured.state == "failed" or reached.state != "ok":
        failed = looked_up if looked_up.state != "ok" else secured
        yield _skipped("answer", failed)
        yield _skipped("clock", failed)
        return
    yield from _answered(client)


def _skipped(name: str, because: Check) -> Check:
    return Check(name, "skipped", f"needs the {because.name}")


def _proxy_of(client: Any) -> Target | None:
    place = client.config.get("proxy")
    if not place:
        return None
    url = urlsplit("//" + str(place).rpartition("://")[2].rpartition("@")[2])
    return Target(url.hostname or "", url.port or 80)


def _proxied(client: Any, proxy: Target | None) -> Check:
    if proxy is None:
        return Check("proxy", "ok", "none")
    source = next(row.source for row in client.config.explain() if row.name == "proxy")
    return Check("proxy", "ok", f"{proxy}, from {source}")


def _looked_up(target: Target) -> Check:
    name = "name look-up"
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        advice = "Check the name in --base-url, and that this machine is online."
        return Check(
            name, "failed", f"{target.host!r}: {error}", advice, code_of(ConnectFailed(""))
        )
    addresses = sorted({str(one[4][0]) for one in found})
    return Check(name, "ok", ", ".join(addresses))


def _reached(target: Target) -> Check:
    begin = time.monotonic()
    try:
        socket.create_connection((target.host, target.port), timeout=SECONDS).close()
    except OSError as error:
        late = isinstance(error, TimeoutError)
        advice = "Check the port, that the server is running, and that no firewall is in between."
        code = _TIMED_OUT if late else _NO_CONNECTION
        return Check("connection", "failed", f"{target}: {error}", advice, code)
    return Check("connection", "ok", f"{target}, {_since(begin)}")


def _since(begin: float) -> str:
    return f"{(time.monotonic() - begin) * 1000:.0f} ms"


def _secured(client: Any, server: Target, *, proxied: bool, tls: bool) -> Check:
    if not tls:
        return Check("TLS", "skipped", "http: nothing is encrypted")
    if proxied:
        return Check("TLS", "skipped", "inside the proxy's tunnel; see the answer")
    try:
        context = tls_context(TransportOptions(verify=client.config.get("verify")))
        with (
            socket.create_connection(server, timeout=SECONDS) as plain,
            context.wrap_socket(plain, server_hostname=server.host) as wrapped,
        ):
            certificate, version = wrapped.getpeercert() or {}, wrapped.version()
    except OSError as error:
        return _insecure(error)
    if "notAfter" not in certificate:
        advice = "Remove verify = false: anybody may listen in."
        return Check("TLS", "ok", f"{version}, the certificate is not checked", advice)
    until = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), UTC)
    days = (until - datetime.now(UTC)).days
    advice = "" if days >= DAYS_LEFT else "The operator should renew the certificate."
    return Check(
        "TLS", "ok", f"{version}, certificate until {until:%Y-%m-%d} ({days} days)", advice
    )


def _insecure(error: OSError) -> Check:
    words = getattr(error, "verify_message", "") or str(error)
    advice = next(advice for part, advice in _TLS_ADVICE if part in words)
    return Check("TLS", "failed", safe(words), advice, _NO_CONNECTION)


def _answered(client: Any) -> Iterator[Check]:
    """Make a call that costs nothing, and look at the clock of who answers it."""
    if "models" not in client.offers():
        yield Check("answer", "skipped", "the backend has no call that costs nothing")
        yield Check("clock", "skipped", "needs the answer")
        return
    heads: list[Any] = []
    stop = client.on("response", heads.append)
    begin = time.monotonic()
    try:
        found = len(client.with_(timeout=SECONDS, retry=False).models.list())
    except PolyvoxError as error:
        yield Check("answer", "failed", safe(error.message), told(error.hint), code_of(error))
    else:
        if heads:
            yield Check("answer", "ok", f"{found} models, {_since(begin)}")
        else:
            yield Check("answer", "skipped", f"{found} models are known without a call")
    finally:
        stop()
    yield _clock(heads[-1].headers.get("date", "") if heads else "")


def _clock(date: str) -> Check:
    try:
        apart = (datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds()
    except (TypeError, ValueError):
        return Check("clock", "skipped", "the server does not tell the time")
    side = "ahead of" if apart > 0 else "behind"
    detail = f"{abs(apart):.0f} s {side} the server's"
    if abs(apart) <= SECONDS_APART:
        # The header tells whole seconds, and was some time on its way.
        return Check("clock", "ok", detail if abs(apart) > SECONDS_EVEN else "as the server's")
    return Check("clock", "failed", detail, "Set the clock of this machine.", OTHER)
