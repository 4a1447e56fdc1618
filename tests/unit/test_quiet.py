"""What httpcore may log about our calls."""

from __future__ import annotations

import logging
from types import FunctionType

import pytest

from polyvox_core.transport import quiet
from polyvox_core.transport.quiet import quieten

LOGGER = logging.getLogger("httpcore.http11")


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (
            "receive_response_headers.complete return_value=(b'HTTP/1.1', 200, [(b'x', b'y')])",
            "receive_response_headers.complete status=200",
        ),
        (
            "receive_response_headers.complete return_value=(b'HTTP/1.1', 404, b'No', [])",
            "receive_response_headers.complete status=404",
        ),
        ("close.failed exception=ReadError('echo of secret')", "close.failed exception=ReadError"),
        ("close.complete", "close.complete"),
    ],
)
def test_our_calls_log_steps_only(
    caplog: pytest.LogCaptureFixture, message: str, shown: str
) -> None:
    """Of what a server sent, nothing but the status is logged."""
    quieten()
    quieten()
    code = "def log(): logger.debug(message)"
    place = {"__name__": f"{quiet._OURS}.somewhere", "logger": LOGGER, "message": message}
    exec(code, place)
    ours = place["log"]
    assert isinstance(ours, FunctionType)
    with caplog.at_level(logging.DEBUG, "httpcore"):
        ours()

    assert caplog.messages[0].startswith(shown)
    assert "secret" not in caplog.text
    assert "b'y'" not in caplog.text


def test_calls_of_others_are_logged_as_ever(caplog: pytest.LogCaptureFixture) -> None:
    """Somebody else's use of the library is not ours to shorten."""
    quieten()
    with caplog.at_level(logging.DEBUG, "httpcore"):
        LOGGER.debug("close.failed exception=ReadError('theirs')")

    assert ["close.failed exception=ReadError('theirs')"] == caplog.messages
