"""`polyvox doctor`: what counts, and where on the way something is wrong."""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
import trustme
from commands import World

import polyvox
from polyvox.cli import main
from polyvox.cli.checks import Check, checks
from polyvox.emulator import Emulator
from polyvox.testing import FaultServer
from polyvox.testing.faults import answer, error_answer

MODELS = {"object": "list", "data": [{"id": "m", "object": "model", "created": 1, "owned_by": "x"}]}
NAMES = ["name look-up", "proxy", "connection", "TLS", "answer", "clock"]


def found(url: str, **options: Any) -> dict[str, Check]:
    """The checks of a client of OpenAI at *url*, by name."""
    with polyvox.OpenAI(base_url=url, api_key="key", **options) as client:
        made = [*checks(client)]
    assert NAMES == [one.name for one in made]
    return {one.name: one for one in made}


def states(made: dict[str, Check]) -> list[str]:
    """The states in their order."""
    return [one.state for one in made.values()]


def dated(apart: timedelta) -> bytes:
    """An answer with models by a server whose clock is off."""
    date = format_datetime(datetime.now(UTC) + apart, usegmt=True)
    return answer(MODELS, headers=[("Date", date)])  # type: ignore[return-value]  # a step


def test_all_is_well(world: World) -> None:
    """The settings with their sources, then every check; the status is 0."""
    done = world.run("doctor")

    assert (0, "") == (done.status, done.err)
    assert "environment variable DIAL_API_KEY" in done.out
    assert "dial-key" not in done.out
    assert "ok       answer        9 models" in done.out
    assert [*NAMES] == [line[9:21].rstrip() for line in done.out.splitlines()[-6:]]


def test_json(world: World) -> None:
    """--json has all of it in one object."""
    report = json.loads(world.run("doctor", "--json").out)

    assert report["ok"]
    assert "dial" == report["backend"]
    assert NAMES == [one["name"] for one in report["checks"]]
    assert {"name": "api_key", "value": "***", "source": "environment variable DIAL_API_KEY"} in (
        report["settings"]
    )


def test_colours(world: World) -> None:
    """A terminal sees what is well in green, with NO_COLOR in words alone."""
    with world.terminal("doctor") as terminal:
        assert 0 == terminal.status()
    assert "\x1b[32mok" in terminal.raw
    with world.terminal("doctor", NO_COLOR="1") as terminal:
        assert 0 == terminal.status()

    assert "\x1b[" not in terminal.raw


def test_a_wrong_key(world: World) -> None:
    """A key that is refused has the status of its class, and advice."""
    done = world.run("doctor", DIAL_API_KEY="reject-me")

    assert 3 == done.status
    assert "failed   answer" in done.out
    assert "Check the API key or token." in done.out


def test_unknown_name(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nobody knows ends the checks after it."""
    monkeypatch.setenv("POLYVOX_OPENAI_API_KEY", "k")
    status = main(["doctor", "-b", "openai", "--base-url", "http://nowhere.invalid"])
    out = capsys.readouterr().out

    assert 7 == status
    assert "failed   name look-up  'nowhere.invalid': " in out
    assert "skipped  connection    needs the name look-up" in out
    assert "skipped  TLS           needs the connection" in out
    assert "skipped  answer        needs the name look-up" in out


def test_nobody_listens() -> None:
    """A refused connection, and one that is not answered, differ in their status."""
    refused = found("http://127.0.0.1:9")["connection"]

    assert ("failed", 7) == (refused.state, refused.code)
    assert "refused" in refused.detail


def test_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that takes too long has the status of a timeout."""

    def late(*args: Any, **options: Any) -> None:
        raise TimeoutError("timed out")

    monkeypatch.setattr(socket, "create_connection", late)

    assert 6 == found("http://127.0.0.1:9")["connection"].code


@pytest.mark.parametrize(
    ("seconds", "state", "words"),
    [
        (0, "ok", "as the server's"),
        (-30, "ok", "ahead of"),
        (600, "failed", "behind"),
        (-600, "failed", "ahead of"),
    ],
)
def test_clocks(seconds: int, state: str, words: str) -> None:
    """More than a minute between the clocks is said, with the direction."""
    with FaultServer((dated(timedelta(seconds=seconds)),)) as server:  # type: ignore[arg-type]  # a step
        clock = found(server.url)["clock"]

    assert state == clock.state
    assert words in clock.detail


def test_no_time_told() -> None:
    """A server without a date, or with a strange one, says nothing about clocks."""
    for headers in ([], [("Date", "soon")]):
        with FaultServer((answer(MODELS, headers=headers),)) as server:
            made = found(server.url)

        assert ("ok", "skipped") == (made["answer"].state, made["clock"].state)


def test_errors_have_dates_too() -> None:
    """The clock is compared with an error's date as well; nothing is tried twice."""
    with FaultServer((error_answer(503, "busy"),)) as server:
        made = found(server.url)

        assert 1 == len(server.requests)
    assert ("failed", 8) == (made["answer"].state, made["answer"].code)


def test_backends_that_cannot_be_asked(emulator: Emulator) -> None:
    """Where nothing is sent, nothing is claimed."""
    with polyvox.Alteryse(
        base_url=emulator.url_of("alteryse"), instance_id="i", api_key="k"
    ) as alteryse:
        ends = [*checks(alteryse)][-2:]
    with polyvox.AmigoChat(base_url=emulator.url_of("amigochat")) as amigochat:
        ends += [*checks(amigochat)][-2:]

    assert ["skipped"] * 4 == [one.state for one in ends]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """A certificate authority that nobody knows."""
    return trustme.CA()


@pytest.fixture
def authorities(authority: trustme.CA, tmp_path: Path) -> str:
    """Path of its certificate."""
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


def served(authority: trustme.CA, name: str, days: float) -> Iterator[FaultServer]:
    """A server with a certificate for *name* that is valid for so many days."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    now = datetime.now(UTC)
    authority.issue_cert(
        name, not_before=now - timedelta(days=30), not_after=now + timedelta(days=days)
    ).configure_cert(context)
    with FaultServer((answer(MODELS),), ssl_context=context) as server:
        yield server


@pytest.mark.parametrize(
    ("name", "days", "state", "words", "advice"),
    [
        ("127.0.0.1", 90.5, "ok", "TLSv1.3, certificate until 20", ""),
        ("127.0.0.1", 3.5, "ok", "(3 days)", "The operator should renew the certificate."),
        ("127.0.0.1", -1, "failed", "certificate has expired", "The operator must renew it"),
        ("other.example", 9, "failed", "IP address mismatch", "for another name"),
    ],
)
def test_certificates(
    authority: trustme.CA,
    authorities: str,
    name: str,
    days: float,
    state: str,
    words: str,
    advice: str,
) -> None:
    """A certificate is judged, and its end is told."""
    for server in served(authority, name, days):
        tls = found(server.url, verify=authorities)["TLS"]

        assert (state, 7 if state == "failed" else 0) == (tls.state, tls.code)
        assert words in tls.detail
        assert advice in tls.advice


def test_unknown_authorities(authority: trustme.CA) -> None:
    """An authority that nobody knows is advised about; unchecked certificates are told."""
    for server in served(authority, "127.0.0.1", 9):
        unknown = found(server.url)
        unchecked = found(server.url, verify=False)["TLS"]

        assert "SSL_CERT_FILE" in unknown["TLS"].advice
        assert ["skipped"] * 2 == states(unknown)[-2:]
        assert ("ok", True) == (unchecked.state, "anybody may listen in" in unchecked.advice)


def test_no_tls_there() -> None:
    """A server that does not speak TLS is told from one whose certificate is wrong."""
    with FaultServer((answer(MODELS),)) as server:
        tls = found(server.url.replace("http:", "https:"))["TLS"]

    assert "a server that speaks TLS" in tls.advice


def test_proxies(emulator: Emulator) -> None:
    """A proxy is named with who names it, without its password, and is what is connected to."""
    with FaultServer((answer(MODELS),)) as proxy:
        place = f"127.0.0.1:{proxy.address[1]}"
        plain = found("http://far.example", proxy=f"http://me:secret@{place}")
        secure = found("https://far.example", proxy=f"http://{place}")

    assert f"{place}, from argument" == plain["proxy"].detail
    assert plain["connection"].detail.startswith(f"{place}, ")
    assert "ok" == plain["answer"].state
    assert ("skipped", "failed") == (secure["TLS"].state, secure["answer"].state)
    assert "secret" not in str(plain)
