"""Exit statuses: one for each class of errors, and words for whatever happens."""

from __future__ import annotations

import io
import os
import re
import signal
import sys
from pathlib import Path

import pytest
from commands import World

from polyvox import errors
from polyvox.cli import codes, main
from polyvox.cli.codes import TABLE, code_of
from polyvox.cli.failing import guarded, lines_of, told
from polyvox.testing import FaultServer
from polyvox.testing.faults import error_answer

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
CONFIG = '[profiles.p]\nbackend = "openai"\nmodel = "m"\nretry = false\napi_key = "secret-key"\n'


@pytest.fixture
def profile(world: World) -> World:
    """A world whose profile does not try again."""
    path = world.folder / "config.toml"
    path.write_text(CONFIG)
    path.chmod(0o600)
    world.environment |= {"POLYVOX_CONFIG": str(path), "POLYVOX_PROFILE": "p"}
    del world.environment["POLYVOX_BACKEND"]
    return world


@pytest.mark.parametrize(
    ("status", "code"),
    [(401, 3), (403, 3), (404, 4), (429, 5), (500, 8), (503, 8), (400, 11), (409, 11), (413, 11)],
)
def test_statuses(
    profile: World,
    status: int,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An error status of the server becomes the exit status of its class."""
    for name in ("POLYVOX_CONFIG", "POLYVOX_PROFILE"):
        monkeypatch.setenv(name, profile.environment[name])
    with FaultServer((error_answer(status, "no\x1b[31m way\nat all"),)) as server:
        found = main(["chat", "--base-url", server.url, "Hi"])
    out, err = capsys.readouterr()

    assert (code, "") == (found, out)
    assert err.startswith("polyvox: ")
    assert 3 >= err.count("\n")
    assert "\x1b" not in err


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        ("reset_before_answer", 7),
        ("stream_html", 12),
        ("stream_truncated", 9),
        ("stream_silence", 6),
        ("server_error", 8),
    ],
)
def test_processes(profile: World, scenario: str, code: int) -> None:
    """The same as a process, for what happens on the way."""
    with FaultServer.of(scenario) as server:
        done = profile.run("chat", "--base-url", server.url, "--timeout", "1.5", "Hi")

    assert code == done.status, done.err
    assert done.err.startswith("polyvox: ")
    assert 3 >= done.err.count("\n")
    assert "secret-key" not in done.err


def test_other_ends(world: World, profile: World) -> None:
    """Nobody listening is 7, a missing verb 10."""
    assert 7 == profile.run("chat", "--base-url", "http://127.0.0.1:9", "Hi").status
    missing = world.run(
        "models", "-b", "alteryse", POLYVOX_PROFILE="",
        POLYVOX_ALTERYSE_INSTANCE_ID="i", POLYVOX_ALTERYSE_API_KEY="k",
    )  # fmt: skip

    assert 10 == missing.status
    assert "Alteryse has no 'models'." in missing.err
    assert "It offers: chat" in missing.err


def test_every_class_has_its_status() -> None:
    """All errors stand in the table, special classes before general ones."""
    found = {name: code_of(getattr(errors, name)("x")) for name in errors.__all__}

    assert set(found.values()) <= {code.number for code in TABLE}
    assert (10, 2, 2) == (
        found["UnsupportedError"], found["ConfigError"], found["ForeignOriginError"]
    )  # fmt: skip
    assert (6, 6, 7, 9, 9) == (
        found["DeadlineExceeded"], found["IdleTimeout"], found["ConnectFailed"],
        found["StreamTruncated"], found["StreamInterrupted"],
    )  # fmt: skip
    assert (1, 1) == (found["AllMembersFailed"], code_of(ValueError()))


def test_table_on_the_page() -> None:
    """docs/cli.md shows the table."""
    rows = re.findall(r"^\| (\d+) \| (.*?) \|", PAGE.read_text("utf-8"), re.MULTILINE)

    assert [(str(code.number), code.meaning) for code in TABLE] == rows


def test_advice_in_words_of_the_shell() -> None:
    """What the SDK advises about Python is said in options and commands."""
    cases = {
        "List the available ones with client.deployments.list().": (
            "List the available ones with polyvox models."
        ),
        "Pass base_url=, set the environment variable X.": (
            "Pass --base-url, set the environment variable X."
        ),
        "Pass api_key= or bearer_token=, set the environment variable X.": (
            "Set the environment variable X."
        ),
        "Pass --force, or the present ETag as if_match=.": "Pass --force.",
        "The answer is incomplete; `partial` holds what arrived.": "The answer is incomplete.",
        "Check base_url, and that the server is running.": (
            "Check --base-url, and that the server is running."
        ),
    }

    assert [*cases.values()] == [told(advice) for advice in cases]


def test_lines() -> None:
    """An error has its message, its advice and the server's id of the request, each on a line."""
    error = errors.NotFound("Not\nhere.", hint="Look\x1b elsewhere.", request_id="r-1")

    assert ["Not here.", "Look\ufffd elsewhere.", "Request id: r-1"] == lines_of(error)


def test_faults_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    """Even what must not happen ends in words; --debug shows where it was."""

    def fail() -> int:
        raise TypeError("odd")

    def refuse() -> int:
        raise OSError(28, "No space left on device")

    assert (1, 1) == (guarded(fail), guarded(refuse))
    err = capsys.readouterr().err

    assert "That is a fault in polyvox: TypeError: odd" in err
    assert "The system refused: OSError: [Errno 28] No space left on device" in err
    assert "Traceback" not in err


def test_faults_are_shown_to_who_looks(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """With debugging, a fault shows its traceback."""

    def fail() -> int:
        raise TypeError("odd")

    with caplog.at_level("DEBUG", "polyvox"):
        guarded(fail)

    assert "Traceback" in capsys.readouterr().err


def test_ends_without_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C and a reader that left end quietly."""

    def interrupt() -> int:
        raise KeyboardInterrupt

    def leave() -> int:
        raise BrokenPipeError

    assert codes.INTERRUPTED == guarded(interrupt)
    assert "" == capsys.readouterr().err
    assert (0, 7) == (guarded(lambda: None), guarded(lambda: 7))
    # Here standard output has no number, so that nothing is redirected.
    assert codes.GONE == guarded(leave)


def test_nobody_reads_the_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    """A standard error that is gone is no reason for another error."""

    class Gone(io.StringIO):
        """A pipe without a reader."""

        def write(self, text: str) -> int:
            """Fail as such a pipe does."""
            raise BrokenPipeError

    def fail() -> int:
        raise errors.NotFound("x")

    monkeypatch.setattr(sys, "stderr", Gone())

    assert 4 == guarded(fail)


def test_closed_streams(world: World) -> None:
    """A command whose streams were closed by its caller does its work."""
    done = os.spawnve(
        os.P_WAIT, "/bin/sh",
        ["sh", "-c", f"{sys.executable} -m polyvox chat Hi >&- 2>&- <&-"], world.environment,
    )  # fmt: skip

    assert 0 == done


def test_other_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streams that a program put in place of the real ones are written to as they are."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)

    assert 0 == main(["--help"])
    assert out.getvalue().startswith("Usage: polyvox")


def test_terminated(world: World) -> None:
    """SIGTERM ends a command as it ends every other."""
    with (
        FaultServer.of("silence") as server,
        world.start("models", "-b", "openai", "--base-url", server.url,
                    POLYVOX_OPENAI_API_KEY="k", POLYVOX_OPENAI_BASE_URL=server.url) as process,
    ):  # fmt: skip
        assert server.wait_for_requests(1, 20)
        process.terminate()

        assert -signal.SIGTERM == process.wait(20)
