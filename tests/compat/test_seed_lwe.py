"""The seed document of LWE's Python module runs, with nothing but the listed mends."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Any

import pytest
from chat_pages import listed, rows_of
from lwe_shells import bodies
from seed_blocks import SEEDS, mended
from seed_mends_lwe import LWE

from polyvox.compat.lwe import ApiBackend
from polyvox.emulator import Emulator

DOCUMENT = "lwe-python-module.rst"


def _blocks() -> list[str]:
    """The Python blocks of the page."""
    text = (SEEDS / DOCUMENT).read_text("utf-8")
    found = re.findall(r"^\.\. code-block:: python\n\n((?:(?: .*)?\n)+)", text, re.MULTILINE)
    return [textwrap.dedent(block) for block in found]


@pytest.fixture(autouse=True)
def _environment(lwe_home: Path, openai: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """The emulator is what the environment names as OpenAI, as users of LWE do with their key."""
    monkeypatch.chdir(lwe_home)
    monkeypatch.setattr("tempfile.tempdir", str(lwe_home))
    monkeypatch.setenv("OPENAI_BASE_URL", openai.url_of("openai"))
    monkeypatch.setenv("OPENAI_API_KEY", "key-of-the-tests")


def _ran(number: int) -> dict[str, Any]:
    """The names after block *number*, counted from 1, ran."""
    names: dict[str, Any] = {}
    exec(compile(mended(number, _blocks()[number - 1], LWE), "<seed>", "exec"), names)
    backend = names["bot"]
    assert isinstance(backend, ApiBackend)
    backend.close()
    return names


@pytest.mark.seeds
@pytest.mark.parametrize("block", [1, 2])
def test_asking(block: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Asking prints the answer; so it does with a configuration, and a debug log (P1, P2)."""
    names = _ran(block)

    assert "Say hello!\n" == capsys.readouterr().out
    assert (True, "Say hello!", "No current user, conversation not saved") == (
        names["success"],
        names["response"],
        names["message"],
    )


@pytest.mark.seeds
def test_the_debug_log(lwe_home: Path) -> None:
    """The log that the second block switches on tells what happened, and no key."""
    _ran(2)
    text = (lwe_home / "lwe-debug.log").read_text("utf-8")

    assert text.count("Say hello!") == 2
    assert "key-of-the-tests" not in text


@pytest.mark.seeds
def test_failing(monkeypatch: pytest.MonkeyPatch, openai: Emulator) -> None:
    """The page's error handling works for a server that refuses (P1)."""
    monkeypatch.setenv("OPENAI_BASE_URL", openai.url_of("openai") + "/nowhere")

    with pytest.raises(RuntimeError, match="404"):
        _ran(1)


@pytest.mark.seeds
def test_streaming(capsys: pytest.CaptureFixture[str]) -> None:
    """The callback prints the chunks, and the tuple has the whole answer (P3)."""
    names = _ran(3)

    assert "Say three words about earth" == capsys.readouterr().out == names["response"]
    assert names["success"]
    assert ["stream_callback"] == list(names["request_overrides"])


@pytest.mark.seeds
def test_gpt_4(openai: Emulator) -> None:
    """The system preset sends its model and parameters (P4)."""
    names = _ran(4)
    body = bodies(openai)[0]

    assert "Hello, world!" == names["response"]
    assert ("gpt-4o", 0.5, 0.5) == (body["model"], body["temperature"], body["top_p"])


@pytest.mark.seeds
def test_features() -> None:
    """What the page promises at its end is there (P5)."""
    backend = _ran(1)["bot"]

    assert callable(backend.run_template)
    assert callable(backend.activate_preset)
    assert callable(backend.workflow_manager.run)
    assert callable(backend.tool_manager.add)


@pytest.mark.seeds
def test_all_blocks_are_here() -> None:
    """The document has the four blocks that the tests above run."""
    assert 4 == len(_blocks())


def test_mends_are_listed() -> None:
    """Each mend is a row of the page about the documents: two import lines."""
    assert listed(LWE, ()) == rows_of("LLM Workflow Engine")
    assert 2 == len(LWE)
