"""`polyvox chat` on a terminal: Markdown as it arrives, reasoning, conversations."""

from __future__ import annotations

import io

import pytest
from commands import World
from rich.console import Console
from rich.markdown import Markdown
from screens import Screen

from polyvox.cli.markdown import MarkdownView, finished_length
from polyvox.testing import FaultServer
from polyvox.types import Event, ReasoningDelta, TextDelta

LONG = """\
# Rivers

The **Nile**, the Amazon, and a [third](http://rivers.example/yangtze).

- one
- two

  with more

```python
{code}
```

| river | length |
| ----- | ------ |
| Nile  | 6650   |

The end.
""".format(code="\n".join(f"print({number})" for number in range(40)))


def rendered(text: str) -> list[str]:
    """The lines of a whole *text* as Markdown on a terminal."""
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=True, color_system=None)
    console.print(Markdown(text, hyperlinks=False))
    screen = Screen(1000)
    screen.write(out.getvalue())
    return screen.lines


def squeezed(lines: list[str]) -> list[str]:
    """The *lines* that are not empty."""
    return [line for line in lines if line]


def test_markdown(world: World) -> None:
    """On a small terminal a long answer ends as if it had been printed in one piece."""
    with world.terminal("chat", LONG, rows=10) as terminal:
        assert 0 == terminal.status(), terminal.shown
    screen = Screen(10)
    screen.write(terminal.raw)

    assert squeezed(rendered(LONG.rstrip())) == squeezed(screen.lines)
    assert ["", " • one"] == screen.lines[3:5]
    assert "\x1b[?25h" in terminal.raw


def test_every_cut_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the pieces are cut, and however often it is drawn, the screen ends the same."""
    monkeypatch.setattr("polyvox.cli.markdown.SECONDS_BETWEEN", 0.0005)
    expected = squeezed(rendered(LONG))
    for size in (1, 3, 7, 50):
        out = io.StringIO()
        view = MarkdownView(
            Console(file=out, width=80, height=10, force_terminal=True, color_system=None)
        )
        for begin in range(0, len(LONG), size):
            view.take(TextDelta(LONG[begin : begin + size]))
        view.finish()
        screen = Screen(10)
        screen.write(out.getvalue())

        assert expected == squeezed(screen.lines), size


def test_finished_blocks() -> None:
    """A block is finished when the next one has begun."""
    assert 0 == finished_length("")
    assert 0 == finished_length("One paragraph\nof two lines\n\n")
    assert len("One.\n\n") == finished_length("One.\n\nTwo")
    assert 0 == finished_length("```\ncode\n\nmore code\n")


def test_reasoning_is_apart() -> None:
    """Reasoning is dim and above the answer, an answer between reasonings stays whole."""
    out = io.StringIO()
    view = MarkdownView(Console(file=out, width=80, height=10, force_terminal=True))
    for event in (ReasoningDelta("Hm."), TextDelta("One."), ReasoningDelta("So."), TextDelta("2")):
        view.take(event)
    view.take(TextDelta("other", choice=1))
    view.take(Event())
    view.finish()
    screen = Screen(10)
    screen.write(out.getvalue())

    assert "\x1b[2mHm.\x1b[0m" in out.getvalue()
    assert ["Hm.", "One.", "So.", "2"] == squeezed(screen.lines)


def test_reasoning_alone() -> None:
    """Reasoning without an answer ends its line."""
    out = io.StringIO()
    view = MarkdownView(Console(file=out, width=80, height=10, force_terminal=True))
    view.take(ReasoningDelta("Hm."))
    view.finish()

    assert out.getvalue().endswith("\n")


def test_reasoning_on_a_terminal(world: World) -> None:
    """The model's reasoning is shown dimmed."""
    with world.terminal("chat", "-m", "usage", "Hello") as terminal:
        assert 0 == terminal.status()

    assert "\x1b[2mCounting" in terminal.raw
    assert terminal.shown.endswith("\n")


def test_control_characters_are_tamed(world: World) -> None:
    """An answer cannot drive the terminal, neither as Markdown nor plain."""
    for options in ((), ("--plain",)):
        with world.terminal("chat", *options, "a\x1b]0;title\x07b\x9bc") as terminal:
            assert 0 == terminal.status()

        assert "\x1b]0" not in terminal.raw
        assert "\x9b" not in terminal.raw


def test_no_colour(world: World) -> None:
    """NO_COLOR, --plain and a dumb terminal get plain text."""
    cases = (((), {"NO_COLOR": "1"}), (("--plain",), {}), ((), {"TERM": "dumb"}))
    for options, variables in cases:
        with world.terminal("chat", *options, "**Hi**", **variables) as terminal:
            assert 0 == terminal.status()

        assert "**Hi**\r\n" == terminal.raw


def test_whole_answers_are_markdown_too(world: World) -> None:
    """--no-stream shows Markdown on a terminal."""
    with world.terminal("chat", "--no-stream", "**Hi**") as terminal:
        assert 0 == terminal.status()

    assert "Hi" == terminal.shown.strip()


def test_conversation(world: World) -> None:
    """Without words one talks: blank lines are passed over, Ctrl-D ends it, usage comes last."""
    with world.terminal("chat", "--usage", NO_COLOR="1") as terminal:
        terminal.wait_for("> ")
        terminal.type("First\n")
        terminal.wait_for("> ", times=2)
        terminal.type("  \n")
        terminal.wait_for("> ", times=3)
        terminal.type("Second\n")
        terminal.wait_for("> ", times=4)
        terminal.type("\x04")
        status = terminal.status()

    assert 0 == status
    assert 2 == terminal.shown.count("Second")
    assert "usage: 4 + 2 = 6 tokens" in terminal.shown


def test_a_conversation_goes_on(world: World) -> None:
    """A failed answer is reported; an interrupted one ends; Ctrl-C at the prompt is the end."""
    with (
        FaultServer.of("stream_silence") as server,
        world.terminal(
            "chat", "-b", "openai", "-m", "m",
            POLYVOX_OPENAI_BASE_URL=server.url, POLYVOX_OPENAI_API_KEY="key", NO_COLOR="1",
        ) as terminal,
    ):  # fmt: skip
        terminal.wait_for("> ")
        terminal.type("Hi\n")
        terminal.wait_for("he")
        terminal.wait_for("Hi\nhe")
        terminal.type("\x03")
        terminal.wait_for("> ", times=2)
        terminal.interrupt()

        assert 130 == terminal.status()
        assert server.wait_until_left()


def test_errors_in_a_conversation(world: World) -> None:
    """The first call that cannot work ends a conversation, a server's refusal does not."""
    with world.terminal("chat", "-m", "nope") as terminal:
        terminal.wait_for("> ")
        terminal.type("Hi\n")
        terminal.wait_for("answered 404")
        terminal.wait_for("> ", times=2)
        terminal.type("\x04")

        assert 0 == terminal.status()
    with world.terminal("chat", "--temperature", "1", "--image", "data:image/png;base64,!") as bad:
        bad.wait_for("> ")
        bad.type("Hi\n")

        assert 2 == bad.status()


def test_an_interrupted_answer(world: World) -> None:
    """Ctrl-C leaves what arrived on the screen, gives the cursor back, and ends with 130."""
    with (
        FaultServer.of("stream_silence") as server,
        world.terminal(
            "chat", "-b", "openai", "-m", "m", "Hi",
            POLYVOX_OPENAI_BASE_URL=server.url, POLYVOX_OPENAI_API_KEY="key",
        ) as terminal,
    ):  # fmt: skip
        terminal.wait_for("he")
        terminal.type("\x03")

        assert 130 == terminal.status()
        assert server.wait_until_left()
    screen = Screen(24)
    screen.write(terminal.raw.replace("^C", ""))

    assert ["he"] == screen.lines
    assert terminal.raw.rindex("\x1b[?25h") > terminal.raw.rindex("\x1b[?25l")


def test_nothing_to_say_into_a_file(world: World) -> None:
    """Without words, and with the output elsewhere, nobody is prompted."""
    with world.terminal("chat", "--json") as terminal:
        assert 2 == terminal.status()

    assert "There is nothing to say." in terminal.shown
