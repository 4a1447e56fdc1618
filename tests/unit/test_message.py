"""Requests and heads of answers as plain values."""

from __future__ import annotations

from world import World

from polyvox_core.message import Request, headers_from, request_id_of
from polyvox_core.origin import origin_of
from polyvox_core.timeouts import Patience, Timeouts


def test_requests_show_neither_query_nor_headers() -> None:
    """Both may hold secrets."""
    patience = Patience(Timeouts(), World().clock)
    origin = origin_of("http://toy.test")
    request = Request("GET", origin, "/a?token=secret", [("X", "secret")], None, patience)

    assert "<Request GET /a>" == repr(request)


def test_headers_are_joined() -> None:
    """Names in lower case; repeated ones by a comma."""
    pairs = [(b"X-A", b"1"), (b"x-b", b"\xe9"), (b"x-a", b"2")]

    assert {"x-a": "1, 2", "x-b": "\u00e9"} == headers_from(pairs)


def test_request_ids() -> None:
    """The first of the names that servers use."""
    assert "r" == request_id_of({"cf-ray": "c", "x-request-id": "r"})
    assert "c" == request_id_of({"cf-ray": "c"})
    assert request_id_of({}) is None
