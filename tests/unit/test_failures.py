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
    PoolTimeout,
    ReadTimeout,
    WriteTimeout,
)
from polyvox_core.message import Request
from polyvox_core.origin import origin_of
from polyvox_core.timeouts import Patience, Timeouts
from polyvox_core.transport.failures import FAILURES, translate


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
