"""Errors of the drop-in surface of aleph-alpha-client: the old classes, and ours at once."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from aleph_alpha_shells import AlephShell
from pytest_httpserver import HTTPServer
from werkzeug.wrappers import Request, Response

import polyvox.compat.aleph_alpha_client as aleph
from polyvox import errors

REQUEST = aleph.ChatRequest("m", [aleph.TextMessage(aleph.Role.User, "Hi")])
BODY = '{"error":"It failed.","code":"SOME_CODE"}'


@pytest.fixture(params=("sync", "async"))
def shell(request: pytest.FixtureRequest) -> Iterator[AlephShell]:
    """Both shells, one after the other."""
    with AlephShell(request.param) as made:
        yield made


@pytest.mark.parametrize(
    ("status", "old", "ours"),
    [
        (400, ValueError, errors.BadRequest),
        (401, PermissionError, errors.AuthenticationError),
        (402, aleph.QuotaError, errors.StatusError),
        (403, RuntimeError, errors.PermissionDenied),
        (404, RuntimeError, errors.NotFound),
        (408, TimeoutError, errors.StatusError),
        (413, RuntimeError, errors.PayloadTooLarge),
        (418, RuntimeError, errors.StatusError),
        (422, RuntimeError, errors.UnprocessableRequest),
        (429, RuntimeError, errors.RateLimited),
        (500, RuntimeError, errors.ServerError),
        (503, aleph.BusyError, errors.ServerError),
        (504, RuntimeError, errors.ServerError),
    ],
)
def test_status(
    shell: AlephShell,
    httpserver: HTTPServer,
    status: int,
    old: type[Exception],
    ours: type[Exception],
) -> None:
    """Each status is the class that it was, with status and body in its args, and ours too."""
    httpserver.expect_request("/v1/chat/completions").respond_with_data(
        BODY, status=status, content_type="application/json"
    )
    client = shell.client_of(httpserver.url_for("/v1"))

    with pytest.raises(old) as caught:
        shell.call(client.chat, REQUEST, "m")
    error = caught.value

    assert isinstance(error, ours)
    assert isinstance(error, errors.StatusError)
    assert ((status, BODY), "SOME_CODE", status) == (error.args, error.code, error.status)
    assert "It failed." in error.message
    assert isinstance(error.__cause__, ours)


@pytest.mark.parametrize("body", ["<html>Welcome</html>", '{"choices":[]}', '{"choices":', "[]"])
def test_answers_that_are_none(shell: AlephShell, httpserver: HTTPServer, body: str) -> None:
    """A success that holds no answer is a ValueError, and one of our errors."""
    kind = "text/html" if body.startswith("<") else "application/json"
    httpserver.expect_request("/v1/chat/completions").respond_with_data(body, content_type=kind)
    client = shell.client_of(httpserver.url_for("/v1"))

    with pytest.raises(ValueError, match="Aleph Alpha answered") as caught:
        shell.call(client.chat, REQUEST, "m")

    assert isinstance(caught.value, errors.PolyvoxError)


def test_no_connection(shell: AlephShell) -> None:
    """A service that is not there is a ConnectionError."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        host = f"http://127.0.0.1:{listener.getsockname()[1]}"
    client = shell.client_of(host)

    with pytest.raises(ConnectionError) as caught:
        shell.call(client.chat, REQUEST, "m")

    assert isinstance(caught.value, errors.ConnectionFailed)


def test_silence(shell: AlephShell) -> None:
    """A service that stays silent is a TimeoutError, also for calls without a body."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        host = f"http://127.0.0.1:{listener.getsockname()[1]}"
        client = shell.client_of(host, request_timeout_seconds=0.1)

        with pytest.raises(TimeoutError) as caught:
            shell.call(client.get_version)

    assert isinstance(caught.value, errors.TimeoutExpired)


@pytest.mark.parametrize("host", ["", "inference.example.com", "ftp://inference.example.com"])
def test_hosts_that_are_none(shell: AlephShell, host: str) -> None:
    """A host that cannot work is a ValueError at once."""
    with pytest.raises(ValueError, match="http") as caught:
        shell.client_of(host)

    assert isinstance(caught.value, errors.ConfigError)


def test_retries(shell: AlephShell, httpserver: HTTPServer) -> None:
    """`total_retries` counts the tries after the first."""

    def answer(request: Request) -> Response:
        """Busy, but for the second retry."""
        retry = request.headers.get("X-Retry-Count")
        return Response("4.7.0" if retry == "2" else "", status=200 if retry == "2" else 503)

    httpserver.expect_request("/v1/version").respond_with_handler(answer)
    client = shell.client_of(httpserver.url_for("/v1"), total_retries=2)

    version = shell.call(client.get_version)

    assert ("4.7.0", 3) == (version, len(httpserver.log))


def test_exceptions_that_users_make() -> None:
    """The two exported exceptions can be made as before, of status and text."""
    for kind in (aleph.QuotaError, aleph.BusyError):
        error = kind(402, "no quota")

        assert (402, "no quota") == error.args
        assert "no quota" in error.message
