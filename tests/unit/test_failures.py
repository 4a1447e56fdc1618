"""What httpcore raises, as our errors: a table."""

from __future__ import annotations

import ssl

import httpcore
import pytest
from world import World

from polyvox_core.errors import (
    ConfigError,
    ConnectFailed,
    ConnectionFailed,
    ConnectTimeout,
    DeadlineExceeded,
    PolyvoxError,
    PoolTimeout,
    ReadTimeout,
    WriteTimeout,
)
from polyvox_core.message import Request
from polyvox_core.origin import origin_of
from polyvox_core.timeouts import Patience, Timeouts
from polyvox_core.transport.failures import FAILURES, translate
from polyvox_core.transport.options import TransportOptions


def request_with(timeouts: Timeouts, world: World | None = None) -> Request:
    """A request with these limits."""
    patience = Patience(timeouts, (world or World()).clock)
    return Request("GET", origin_of("http://toy.test"), "/", [], None, patience)


@pytest.mark.parametrize(
    ("raised", "error", "text"),
    [
        (httpcore.ConnectTimeout(), ConnectTimeout, "toy.test:80 came about for 2 s"),
        (httpcore.ReadTimeout(), ReadTimeout, "toy.test:80 sent nothing for 3 s"),
        (httpcore.WriteTimeout(), WriteTimeout, "toy.test:80 accepted no data for 4 s"),
        (httpcore.PoolTimeout(), PoolTimeout, "No connection of the pool became free in time"),
        (httpcore.ConnectError("refused"), ConnectFailed, "could be made: refused"),
        (httpcore.UnsupportedProtocol("x"), ConfigError, "breaks a rule of HTTP"),
        (httpcore.LocalProtocolError("x"), ConfigError, "breaks a rule of HTTP"),
        (httpcore.ProxyError("407"), ConnectFailed, "The proxy refused"),
        (httpcore.RemoteProtocolError("cut"), ConnectionFailed, "broke: cut"),
        (httpcore.ReadError(), ConnectionFailed, "broke: ReadError"),
        (httpcore.WriteError("reset"), ConnectionFailed, "broke: reset"),
    ],
)
def test_translations(raised: Exception, error: type[Exception], text: str) -> None:
    """Each failure has its class, names the server and says what to do."""
    request = request_with(Timeouts(connect=2, read=3, write=4, pool=None))

    found = translate(raised, request)

    assert isinstance(raised, FAILURES)
    assert error is type(found)
    assert text in found.message
    assert found.hint


def test_a_timeout_after_the_total_is_the_total() -> None:
    """When the total has passed, it is what ran out."""
    world = World()
    request = request_with(Timeouts(total=5), world)
    world.now += 5

    assert isinstance(translate(httpcore.ReadTimeout(), request), DeadlineExceeded)


def test_untrusted_certificates_are_final() -> None:
    """Trying again makes no certificate valid."""
    raised = httpcore.ConnectError("certificate verify failed")
    raised.__cause__ = ssl.SSLCertVerificationError("self-signed")

    found = translate(raised, request_with(Timeouts()))

    assert not found.retryable
    assert "verify='ca.pem'" in found.hint
    assert ConnectFailed.retryable


def test_tls_to_a_plain_port() -> None:
    """An https:// address of a server without TLS is told as such, once."""
    raised = httpcore.ConnectError("[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)")

    found = translate(raised, request_with(Timeouts()))

    assert not found.retryable
    assert "http://" in found.hint


def through(proxy: str | None, error: Exception, cause: Exception | None = None) -> PolyvoxError:
    """Our error for *error* on the way through a proxy."""
    error.__cause__ = cause
    request = request_with(Timeouts(connect=2))
    return translate(error, request, TransportOptions(proxy=proxy))


@pytest.mark.parametrize(
    ("proxy", "source", "direct"),
    [
        ("http://user:word@proxy.test:3128/", "proxy=", "pass another"),
        (None, "the environment variable HTTP_PROXY", "pass trust_env=False to go without it"),
    ],
)
def test_dead_proxies(
    proxy: str | None, source: str, direct: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy that cannot be reached is named with what names it, and without its credentials."""
    monkeypatch.setenv("HTTP_PROXY", "http://user:word@proxy.test:3128")
    advice = f"Check the proxy proxy.test:3128, which {source} names, or {direct}."
    refused = through(proxy, httpcore.ConnectError("refused"))
    late = through(proxy, httpcore.ConnectTimeout())
    denied = through(proxy, httpcore.ProxyError("407"))
    tls = through(proxy, httpcore.ConnectError("bad"), ssl.SSLError("bad"))

    assert "No connection to the proxy proxy.test:3128 could be made: refused." == refused.message
    assert "came about for 2 s through the proxy proxy.test:3128." in late.message
    assert {advice} == {refused.hint, late.hint, denied.hint}
    assert (ConnectFailed, ConnectTimeout) == (type(refused), type(late))
    assert "No connection to toy.test:80 could be made: bad." == tls.message
    assert "word" not in f"{refused}{late}{denied}"


def test_without_a_proxy() -> None:
    """Without one nothing speaks of it."""
    request = request_with(Timeouts())
    error = translate(httpcore.ConnectError("refused"), request, TransportOptions(trust_env=False))

    assert "Check base_url, and that the server is running." == error.hint
