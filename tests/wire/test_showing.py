"""
Streams in notebooks and elsewhere: shown as they arrive, by both shells; breaks are shown too.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator
from types import ModuleType
from typing import Any

import pytest
from recorder import Recorder, answer, json_answer
from shells import KEY, Shell

from polyvox import Message, NotFound, Reply, StreamTruncated, TextDelta, showing
from polyvox.emulator import Emulator
from polyvox.errors import StreamClosed

PIECES = (
    b'{"model":"q","message":{"role":"assistant","content":"","thinking":"Hm."},"done":false}\n'
    b'{"model":"q","message":{"role":"assistant","content":"Let "},"done":false}\n'
    b'{"model":"q","message":{"role":"assistant","content":"me."},"done":false}\n'
)
END = b'{"model":"q","message":{"role":"assistant","content":""},"done":true,"eval_count":4}\n'
REASONING = "<details><summary>Reasoning</summary>\n\nHm.\n\n</details>"


class Notebook:
    """
    A notebook's front end.

    Attributes:
        shown: Bundles in the order in which they were shown.
        outputs: How many outputs there are; the others replaced one.
    """

    def __init__(self) -> None:
        self.kernel = self
        self.shown: list[dict[str, str]] = []
        self.outputs = 0

    def display(self, bundle: dict[str, str], *, raw: bool, display_id: bool) -> Notebook:
        """Begin an output."""
        assert raw
        assert display_id
        self.outputs += 1
        self.update(bundle, raw=raw)
        return self

    def update(self, bundle: dict[str, str], *, raw: bool) -> None:
        """Replace the output."""
        assert raw
        self.shown.append(bundle)

    @property
    def markdown(self) -> list[str]:
        """The Markdown that was shown."""
        return [bundle["text/markdown"] for bundle in self.shown]


@pytest.fixture
def notebook(monkeypatch: pytest.MonkeyPatch) -> Notebook:
    """A notebook around the test, which shows every event."""
    made = Notebook()
    ipython, display = ModuleType("IPython"), ModuleType("IPython.display")
    ipython.__dict__["get_ipython"] = lambda: made
    display.__dict__["display"] = made.display
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    monkeypatch.setattr(showing, "SECONDS_BETWEEN", 0.0)
    return made


def stream_of(shell: Shell, recorder: Recorder, content: bytes) -> Any:
    """A stream of *content*."""
    recorder.reply(answer(content, "application/x-ndjson"))
    return shell.client("ollama", base_url=recorder.url).stream("Hi", model="q")


def test_shown_as_it_arrives(shell: Shell, recorder: Recorder, notebook: Notebook) -> None:
    """One output grows with the answer, and ends as the whole reply, which is given back."""
    stream = stream_of(shell, recorder, PIECES + END)

    reply = shell.call(stream.show)

    assert (1, stream.final) == (notebook.outputs, reply)
    assert {"text/markdown": reply._repr_markdown_(), "text/plain": "Let me."} == notebook.shown[-1]


def test_shown_again(shell: Shell, recorder: Recorder, notebook: Notebook) -> None:
    """A stream that was read already shows its reply once."""
    stream = stream_of(shell, recorder, PIECES + END)
    shell.items(stream)

    shell.call(stream.show)

    assert [f"{REASONING}\n\nLet me."] == notebook.markdown


class Growing:
    """A stream of three words, for both shells; an hour passes before the last."""

    def __init__(self) -> None:
        self.words = iter(["One ", "two ", "three."])
        self.text = ""
        self.now = 1.0

    @property
    def partial(self) -> Reply:
        """What has arrived."""
        return Reply(self.text, Message("assistant", self.text))

    @property
    def final(self) -> Reply:
        """All of it."""
        if self.text.endswith("."):
            return self.partial
        msg = "Not yet."
        raise StreamClosed(msg)

    def __iter__(self) -> Iterator[TextDelta]:
        """Give the words."""
        for word in self.words:
            self.text += word
            self.now += 3600 if word == "three." else 0.01
            yield TextDelta(word)

    async def __aiter__(self) -> AsyncIterator[TextDelta]:
        """Give the words."""
        for event in self:
            yield event

    def close(self) -> None:
        """Do nothing."""

    async def aclose(self) -> None:
        """Do nothing."""


def test_not_too_often(shell: Shell, notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first words are shown at once, then there are pauses, and the end is always shown."""
    stream = Growing()
    monkeypatch.setattr(showing, "SECONDS_BETWEEN", 0.1)
    monkeypatch.setattr(showing, "monotonic", lambda: stream.now)

    shell.call(showing.ashow if shell.is_async else showing.show, stream)

    assert ["One ", "One two three.", "One two three."] == notebook.markdown


def test_breaks_are_shown(shell: Shell, recorder: Recorder, notebook: Notebook) -> None:
    """A stream that breaks shows what had arrived, and raises."""
    stream = stream_of(shell, recorder, PIECES)

    with pytest.raises(StreamTruncated):
        shell.call(stream.show)

    assert f"{REASONING}\n\nLet me." == notebook.markdown[-1]


def test_nothing_arrived(shell: Shell, recorder: Recorder, notebook: Notebook) -> None:
    """A stream that never began shows its error alone."""
    recorder.reply(json_answer('{"error":"no"}', status="404 Not Found"))
    stream = shell.client("ollama", base_url=recorder.url).stream("Hi", model="q")

    with pytest.raises(NotFound):
        shell.call(stream.show)

    assert [] == notebook.shown


def test_by_itself(shell: Shell, recorder: Recorder, notebook: Notebook) -> None:
    """As the value of a cell a blocking stream reads itself; one of asyncio shows what it has."""
    stream = stream_of(shell, recorder, PIECES + END)

    if shell.is_async:
        before = stream._repr_markdown_()
        shell.items(stream, limit=2)

        assert ("*No text.*", []) == (before, notebook.shown)
        assert f"{REASONING}\n\nLet me." == stream._repr_markdown_()
    else:
        stream._ipython_display_()

        assert f"{REASONING}\n\nLet me." == notebook.markdown[-1]


@pytest.mark.parametrize("terminal", [False, True])
def test_elsewhere(
    terminal: bool,
    shell: Shell,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without a notebook the text is written as it arrives; IPython's terminal is none."""
    ipython = ModuleType("IPython")
    ipython.__dict__["get_ipython"] = object
    if terminal:
        monkeypatch.setitem(sys.modules, "IPython", ipython)
    else:
        monkeypatch.delitem(sys.modules, "IPython", raising=False)
    stream = stream_of(shell, recorder, PIECES + END)

    shell.call(stream.show)
    first = capsys.readouterr().out
    shell.call(stream.show)

    assert ("Let me.\n", "Let me.\n") == (first, capsys.readouterr().out)


def test_whole_replies(shell: Shell, recorder: Recorder) -> None:
    """A reply of any backend says how notebooks show it."""
    recorder.reply(json_answer('{"message":{"role":"assistant","content":"<b>"},"done":true}'))

    reply = shell.call(shell.client("ollama", base_url=recorder.url).chat, "Hi", model="q")

    assert isinstance(reply, Reply)
    assert "&lt;b>" == reply._repr_markdown_()


def weather(city: str) -> str:
    """The weather in a city."""
    return f"7 C in {city}"


def test_runs_are_shown(shell: Shell, notebook: Notebook) -> None:
    """A run shows its calls of tools and its last answer, as it goes and at the end."""
    with Emulator(backends=["openai"]) as emulator:
        url = emulator.url_of("openai")
        client = shell.client("openai", base_url=url, api_key=KEY)
        stream = client.stream_run("Minsk", [weather], model="tools")
        opened = stream._repr_markdown_() if shell.is_async else None
        run = shell.call(stream.show if shell.is_async else stream._ipython_display_)

    assert (shell.is_async, opened) in [(False, None), (True, "*The run has not begun.*")]
    assert run == (stream.final if shell.is_async else None)
    assert stream.final._repr_markdown_() == notebook.markdown[-1]
    assert "<summary>weather</summary>" in notebook.markdown[-1]
    assert notebook.markdown[-1].endswith("7 C in Minsk")
