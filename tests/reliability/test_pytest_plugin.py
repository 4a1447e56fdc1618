"""The fixtures that users get, in a pytest of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import polyvox
import pytest


def test_break(fault_server):
    server = fault_server("stream_reset")
    with polyvox.Dial(base_url=server.url, api_key="key", trust_env=False) as client:
        with pytest.raises(polyvox.StreamInterrupted):
            client.stream("Hi", model="m").read()


@pytest.mark.parametrize("text", ["Hi there!"])
def test_chat(cassette, fault_server, text):
    server = fault_server("answer")
    with polyvox.Dial(
        base_url=server.url, api_key="key", trust_env=False, transport=cassette.transport()
    ) as client:
        assert client.chat(text, model="m").text == "hello"
    assert len(server.requests) == cassette.recording
"""


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the program's tests in *folder*."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"]
    return subprocess.run(
        [*command, *options],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.blocking
def test_fixtures(tmp_path: Path) -> None:
    """Servers stop with their test; a cassette is recorded beside it, and replayed later."""
    plugins = 'pytest_plugins = ["polyvox.testing.pytest_plugin"]\n'
    (tmp_path / "conftest.py").write_text(plugins, "utf-8")
    (tmp_path / "test_it.py").write_text(PROGRAM, "utf-8")
    written = tmp_path / "cassettes" / "test_it" / "test_chat-Hi-there.json"

    missing = run(tmp_path, "--polyvox-cassettes", "replay")
    assert "cannot be read" in missing.stdout
    for options in ((), (), ("--polyvox-cassettes", "replay"), ("--polyvox-cassettes", "record")):
        ended = run(tmp_path, *options)
        assert ended.returncode == 0, ended.stdout
    assert len(json.loads(written.read_text("utf-8"))["interactions"]) == 1


def test_the_package_needs_no_pytest() -> None:
    """Only the plugin imports pytest."""
    program = "import sys, polyvox.testing, polyvox.testing.faults; print('pytest' in sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert ended.stdout.strip() == "False"
