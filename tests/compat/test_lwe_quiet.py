"""A backend is light and discreet: what it loads, writes, prints and logs (5.2)."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lwe_shells import LweShell, bodies, write_preset

from polyvox.compat.lwe.logs import LOGGER
from polyvox.emulator import Emulator

HEAVY = ("httpx", "jinja2", "sqlite3", "yaml")


def _ran(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What a new Python says that runs *code*, at home in *folder*."""
    environment = {"HOME": str(folder), "PATH": os.environ["PATH"], "TMPDIR": str(folder)}
    return subprocess.run(
        [sys.executable, "-B", "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=folder,
    )


def test_light(tmp_path: Path) -> None:
    """Importing and making a backend loads no template engine, YAML, SQLite or httpx."""
    done = _ran(
        "import sys\n"
        "from polyvox.compat.lwe import ApiBackend, Config\n"
        "ApiBackend(); ApiBackend(Config(), remember=True)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])",
        tmp_path,
    )

    assert ("[]\n", "") == (done.stdout, done.stderr)


def test_nothing_is_written(tmp_path: Path) -> None:
    """Making backends opens no file for writing and makes no folder, whatever the settings."""
    code = (
        "import os, sys\n"
        "from polyvox.compat.lwe import ApiBackend, AsyncApiBackend, Config\n"
        "events = []\n"
        "def watch(event, arguments):\n"
        "    if event == 'open' and isinstance(arguments[2], int):\n"
        "        flags = os.O_WRONLY | os.O_RDWR | os.O_CREAT\n"
        "        if arguments[2] & flags: events.append(arguments)\n"
        "    if event in ('os.mkdir', 'os.rename', 'sqlite3.connect', 'socket.connect'):\n"
        "        events.append((event, *arguments))\n"
        "sys.addaudithook(watch)\n"
        "config = Config(config={'debug': {'log': {'enabled': True}}, 'chat': {'log': "
        "{'enabled': True}}, 'database': 'sqlite:///$DATA_DIR/x.db', 'model': "
        "{'default_preset': 'gpt-4o-mini'}})\n"
        "for kind in (ApiBackend, AsyncApiBackend):\n"
        "    kind(); kind(config, remember=True).template_manager\n"
        "print(events)"
    )
    done = _ran(code, tmp_path)

    assert ("[]\n", "") == (done.stdout, done.stderr)
    assert [] == list(tmp_path.iterdir())


def test_asking_writes_nothing(lwe: LweShell, openai: Emulator) -> None:
    """Neither does asking, with a preset and with memory."""
    backend = lwe.backend(openai, remember=True)
    lwe.ask(backend, "Hi", {"preset": "gpt-4o-mini"})

    assert [] == list(lwe.folder.iterdir())


def test_nobody_else_is_asked(tmp_path: Path) -> None:
    """Asking looks up no other host and starts no program, also to count tokens (5.2)."""
    code = (
        "import sys\n"
        "from polyvox.compat.lwe import ApiBackend, Config\n"
        "from polyvox.emulator import Emulator\n"
        "seen = []\n"
        "def watch(event, arguments):\n"
        "    if event == 'socket.connect': seen.append(arguments[1])\n"
        "    if event == 'socket.getaddrinfo': seen.append(arguments[:2])\n"
        "    if event in ('subprocess.Popen', 'os.system'): seen.append(event)\n"
        "with Emulator(backends=['openai']) as emulator:\n"
        "    config = Config(config={'model': {'default_preset': 'gpt-4-code-generation'}})\n"
        "    url = emulator.url_of('openai')\n"
        "    config.set('providers.chat_openai', {'base_url': url, 'api_key': 'k'})\n"
        "    sys.stdin.close()\n"
        "    sys.addaudithook(watch)\n"
        "    with ApiBackend(config, remember=True) as bot:\n"
        "        bot.set_max_submission_tokens(500)\n"
        "        for text in ('a', 'b', 'c'):\n"
        "            assert bot.ask(text).success\n"
        "        assert bot.ask_stream('d').success\n"
        "    port = int(url.split(':')[2].partition('/')[0])\n"
        "    print({one for one in seen if one != ('127.0.0.1', port)}, len(emulator.requests))\n"
    )
    done = _ran(code, tmp_path)

    assert ("set() 4\n", "") == (done.stdout, done.stderr)


def test_nothing_is_printed(
    lwe: LweShell, openai: Emulator, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing goes to the terminal, and nobody is asked on it."""
    backend = lwe.backend(openai, remember=True, database="sqlite:///$DATA_DIR/x.db")
    lwe.ask(backend, "Hi")
    lwe.ask(backend, "Hi", {"model": "none"})

    assert ("", "") == tuple(capfd.readouterr())


def _log(lwe: LweShell, openai: Emulator, **settings: Any) -> Path:
    """The debug log after an answer, a failure and a stop."""
    path = lwe.folder / "logs" / "debug.log"
    backend = lwe.backend(
        openai,
        debug__log={"enabled": True, "filepath": str(path), **settings},
        providers__chat_openai__openai_api_key="key-of-the-tests",
    )
    lwe.ask(backend, "What is\nkey-of-the-tests?", {"preset": "gpt-4o-mini"})
    lwe.ask(backend, "Hi", {"model": "none"})
    stop = {"stream_callback": lambda _: backend.terminate_stream()}
    lwe.ask_stream(backend, "a b", stop)
    return path


def test_the_debug_log(lwe: LweShell, openai: Emulator) -> None:
    """It tells requests, answers, failures and stops, a line each, to its owner alone (P2)."""
    path = _log(lwe, openai)
    lines = path.read_text("utf-8").splitlines()

    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert ["request", "response", "request", "failed", "request", "stopped"] == [
        line.split(" - ")[3].partition(":")[0] for line in lines
    ]
    assert "model='gpt-4o-mini'" in lines[0]
    assert "What is" in lines[0]
    assert all(" - polyvox.compat.lwe - DEBUG - " in line for line in lines)


def test_no_key_in_the_log(lwe: LweShell, openai: Emulator) -> None:
    """A key is masked wherever it occurs, also in what the user says (5.2)."""
    text = _log(lwe, openai).read_text("utf-8")

    assert "key-of-the-tests" in str(bodies(openai)[0])
    assert "key-of-the-tests" not in text
    assert "***" in text


def test_no_key_of_a_preset_in_the_log(lwe: LweShell, openai: Emulator) -> None:
    """Neither is the key of a preset in it, when it is sent, or comes back in an error (5.2)."""
    path = lwe.folder / "debug.log"
    secrets = {"openai_api_key": "sk-of-the-preset", "headers": {"x-token": "header-of-it"}}
    for name, model in (("good", "echo"), ("bad", "sk-of-the-preset")):
        write_preset(lwe.config_dir / "presets", name, {"model_name": model, **secrets})
    config = {"enabled": True, "filepath": str(path)}
    url = openai.url_of("openai")
    backend = lwe.backend(debug__log=config, providers__chat_openai={"base_url": url})
    results = [lwe.ask(backend, "sk-of-the-preset", {"preset": name}) for name in ("good", "bad")]
    text = path.read_text("utf-8")

    assert [True, False] == [result.success for result in results]
    assert "Bearer sk-of-the-preset" == dict(openai.requests[0].headers)["authorization"]
    assert "sk-of-the-preset" not in text
    assert "header-of-it" not in text
    assert "sk-of-the-preset" not in results[1].message
    assert 3 <= text.count("***")


def test_levels_of_the_log(lwe: LweShell, openai: Emulator) -> None:
    """Above DEBUG it stays empty; a level that does not exist means DEBUG."""
    above = _log(lwe, openai, level="warning")
    existed = above.exists()
    below = _log(lwe, openai, level="everything")

    assert (False, True) == (existed, below.exists())


def test_the_usual_log(
    lwe: LweShell, openai: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without a path it is LWE's own in the folder for temporary files."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    lwe.ask(lwe.backend(openai, debug__log__enabled=True), "Hi")

    assert "Hi" in (tmp_path / "lwe-debug.log").read_text("utf-8")


def test_a_readable_log_is_closed_up(lwe: LweShell, openai: Emulator) -> None:
    """A file that is there already is its owner's alone afterwards."""
    path = lwe.folder / "logs" / "debug.log"
    path.parent.mkdir()
    path.write_text("before\n", "utf-8")
    path.chmod(0o644)
    _log(lwe, openai)

    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert path.read_text("utf-8").startswith("before\n")


def test_another_ones_file(
    lwe: LweShell,
    openai: Emulator,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A log that cannot be made private is not written."""

    def refuse(*_: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    path = lwe.folder / "logs" / "debug.log"
    path.parent.mkdir()
    path.write_text("", "utf-8")
    path.chmod(0o644)
    monkeypatch.setattr(os, "fchmod", refuse)
    _log(lwe, openai)

    assert "" == path.read_text("utf-8")
    assert ["WARNING"] == [record.levelname for record in caplog.records]


def test_links_are_not_followed(
    lwe: LweShell, openai: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    """A link in the place of the log leads nowhere; requests go on, and it is told once."""
    path, elsewhere = lwe.folder / "logs" / "debug.log", lwe.folder / "elsewhere"
    path.parent.mkdir()
    path.symlink_to(elsewhere)
    _log(lwe, openai)

    assert not elsewhere.exists()
    assert ["WARNING"] == [record.levelname for record in caplog.records]
    assert "cannot be written" in caplog.text


def test_the_logger(lwe: LweShell, openai: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    """The package's logger hears the same, if its level says so, with the same masks."""
    backend = lwe.backend(openai)
    lwe.ask(backend, "one")
    before = len(caplog.records)
    with caplog.at_level(logging.DEBUG, LOGGER.name):
        lwe.ask(backend, "two key-of-the-tests")

    assert 0 == before
    assert ["request", "response"] == [
        record.getMessage().partition(":")[0]
        for record in caplog.records
        if record.name == LOGGER.name
    ]
    assert "key-of-the-tests" not in caplog.text


def test_other_loggers(lwe: LweShell, openai: Emulator) -> None:
    """The host's loggers keep their handlers, levels and state."""
    mine = logging.getLogger("a-host-program")
    root = logging.getLogger()
    before = (mine.disabled, mine.handlers[:], root.handlers[:], root.level)
    _log(lwe, openai)

    assert before == (mine.disabled, mine.handlers, root.handlers, root.level)
    assert [logging.NullHandler] == [type(one) for one in LOGGER.handlers]


def test_the_transcript(lwe: LweShell, openai: Emulator) -> None:
    """It has questions and answers as text, between opening and closing."""
    path = lwe.folder / "chat.log"
    backend = lwe.backend(openai, chat__log={"enabled": True, "filepath": str(path)})
    lwe.ask(backend, "one")
    backend.close_log()
    lwe.ask(backend, "two")
    backend.open_log(str(path))
    lwe.ask(backend, [{"role": "user", "content": "three"}])

    assert "USER:\none\n\nASSISTANT:\none\n\nUSER:\nthree\n\nASSISTANT:\nthree\n\n" == (
        path.read_text("utf-8")
    )
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
