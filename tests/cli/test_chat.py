"""`polyvox chat` with pipes: what goes in, and what comes out."""

from __future__ import annotations

import base64
import json
import os
import signal

import pytest
from commands import World

from polyvox.cli.views import Plain, show
from polyvox.emulator import Emulator
from polyvox.testing import FaultServer
from polyvox.types import TextDelta

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def test_words_are_the_message(world: World) -> None:
    """The words make one message; the answer ends with its line."""
    assert (0, "Hello there\n", "") == world.run("chat", "Hello", "there")


def test_what_is_piped_stands_below(world: World) -> None:
    """Piped text stands below the words, and can be all of the message."""
    assert "Sum up:\n\na text\n" == world.run("chat", "Sum up:", stdin="a text\n").out
    assert "a text\n" == world.run("chat", stdin="a text\n").out


def test_one_end_of_the_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A text that ends its line gets no second end."""
    for text in ("one", "two\n", ""):
        show([TextDelta(text)], Plain())

    assert "one\ntwo\n" == capsys.readouterr().out


def test_one_object(world: World) -> None:
    """--json prints the whole reply as one object."""
    reply = json.loads(world.run("chat", "--json", "Hi", "there").out)

    assert ("Hi there", "echo", "stop") == (reply["text"], reply["model"], reply["finish_reason"])
    assert 4 == reply["usage"]["total_tokens"]
    assert {"reasoning", "refusal", "tool_calls", "id", "request_id"} < reply.keys()


def test_a_line_for_each_event(world: World) -> None:
    """--jsonl prints events as they arrive, the reply in the last line."""
    done = world.run("chat", "--jsonl", "-m", "stages", "Hi")
    lines = [json.loads(line) for line in done.out.splitlines()]
    names = [line["event"] for line in lines]

    assert {"text_delta", "stage_delta", "attachment", "state", "usage"} < {*names}
    assert "done" == names[-1]
    assert (
        "".join(one["text"] for one in lines if one["event"] == "text_delta")
        == (lines[-1]["reply"]["text"])
    )


def test_without_a_stream(world: World, emulator: Emulator) -> None:
    """--no-stream asks for the whole answer at once; --usage tells tokens on standard error."""
    done = world.run("chat", "--no-stream", "--usage", "Hi there")

    assert (0, "Hi there\n", "usage: 2 + 2 = 4 tokens\n") == done
    assert b"stream" not in emulator.requests[-1].body


def test_costs(world: World) -> None:
    """With prices in the profile, --usage tells the cost."""
    config = world.folder / "config.toml"
    config.write_text('[profiles.p]\nbackend = "dial"\nprices = {echo = [1000000, 0]}\n')
    done = world.run("chat", "-p", "p", "--usage", "Hi", POLYVOX_CONFIG=str(config))

    assert "usage: 1 + 1 = 2 tokens, cost 1\n" == done.err


def test_unknown_usage(world: World, emulator: Emulator) -> None:
    """A backend that tells no tokens is not said to use none."""
    done = world.run(
        "chat", "--usage", "-b", "alteryse", "Hi",
        POLYVOX_ALTERYSE_BASE_URL=emulator.url_of("alteryse"),
        POLYVOX_ALTERYSE_INSTANCE_ID="any",
        POLYVOX_ALTERYSE_API_KEY="key",
    )  # fmt: skip

    assert (0, "Hi\n") == done[:2]
    assert done.err.startswith("usage: ")


def test_options_reach_the_server(world: World, emulator: Emulator) -> None:
    """System message, temperature and limit are sent."""
    done = world.run("chat", "-s", "Be brief.", "--temperature", "0.5", "--max-tokens", "9", "Hi")
    body = json.loads(emulator.requests[-1].body)

    assert 0 == done.status
    assert {"role": "system", "content": "Be brief."} == body["messages"][0]
    assert (0.5, 9) == (body["temperature"], body["max_tokens"])


def test_pictures_and_files(world: World, emulator: Emulator) -> None:
    """--image and --file send parts, from paths and addresses."""
    (world.folder / "a.png").write_bytes(PNG)
    (world.folder / "b.pdf").write_bytes(b"%PDF-1.4 ")
    done = world.run(
        "chat", "What?", "--image", "a.png", "--image", "https://x.example/c.png", "--file", "b.pdf"
    )
    body = emulator.requests[-1].body

    assert 0 == done.status, done.err
    assert base64.b64encode(PNG).decode() in body.decode()
    assert "https://x.example/c.png" in body.decode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "There is nothing to say."),
        (("Hi", "--image", "no.png"), "There is no file 'no.png'."),
        (("Hi", "--json", "--jsonl"), "--json and --jsonl exclude each other."),
        (("Hi", "--timeout", "soon"), '"soon"'),
        (("Hi", "--max-tokens", "1.5"), "--max-tokens"),
        (("Hi", "--tmeout", "1"), "Did you mean --timeout?"),
        (("Hi", "-b", "dail"), "There is no backend 'dail'."),
        (("Hi", "-p", "nope"), "There is no profile 'nope'"),
        (("Hi", "--file", "data:text/plain;base64,!"), "base64"),
    ],
)
def test_what_cannot_work(world: World, arguments: tuple[str, ...], words: str) -> None:
    """A mistake on the command line is said in at most three lines; the status is 2."""
    done = world.run("chat", *arguments)

    assert (2, "") == done[:2]
    assert words in done.err
    assert done.err.startswith("polyvox: ")
    assert 3 >= done.err.count("\n")


def test_nobody_says_who(world: World) -> None:
    """Without a backend or a model the error tells the ways to say it."""
    no_backend = world.run("chat", "Hi", POLYVOX_BACKEND="")
    no_model = world.run("chat", "Hi", POLYVOX_DIAL_MODEL="")

    assert (2, 2) == (no_backend.status, no_model.status)
    assert "--backend" in no_backend.err
    assert "POLYVOX_PROFILE" in no_backend.err
    assert "--model" in no_model.err
    assert "POLYVOX_DIAL_MODEL" in no_model.err


def test_profiles_say_who(world: World) -> None:
    """A profile, by option or variable, names backend and model; POLYVOX_BACKEND steps back."""
    config = world.folder / "config.toml"
    config.write_text('[profiles.p]\nbackend = "dial"\nmodel = "usage"\n')
    by_option = world.run("chat", "-p", "p", "Hi", POLYVOX_CONFIG=str(config), POLYVOX_BACKEND="x")
    by_variable = world.run(
        "chat", "Hi", POLYVOX_CONFIG=str(config), POLYVOX_BACKEND="", POLYVOX_PROFILE="p"
    )

    assert (0, 0) == (by_option.status, by_variable.status), by_option.err


def test_binary_input(world: World) -> None:
    """What is piped in must be text."""
    done = world.run("chat", stdin=b"\xff\xfe\x00")

    assert (2, "") == done[:2]
    assert "no text in UTF-8" in done.err


def test_reasoning_stays_off_pipes(world: World) -> None:
    """A pipe gets the answer's text and nothing of the reasoning."""
    assert "Hello\n" == world.run("chat", "-m", "usage", "Hello").out


def test_pipes_get_what_was_sent(world: World) -> None:
    """On a pipe the text stays as it is, control characters included."""
    assert "\x1b[31mred\n" == world.run("chat", "\x1b[31mred").out


def test_debugging_shows_no_secret(world: World) -> None:
    """--debug shows events on standard error, and not the key."""
    done = world.run("chat", "--debug", "Hi", DIAL_API_KEY="dial-key")

    assert (0, "Hi\n") == done[:2]
    assert "ResponseReceived" in done.err
    assert "dial-key" not in done.err


def test_a_reader_that_leaves(world: World) -> None:
    """`| head -1`: when nobody reads any more, the command ends, quietly."""
    read, write = os.pipe()
    os.close(read)
    with world.start("chat", "-m", "echo", "word " * 2000) as process:
        process.stdout.close()
        assert 141 == process.wait(20)

        assert b"" == process.stderr.read()
    os.close(write)


def test_an_interrupted_answer(world: World) -> None:
    """Ctrl-C ends with 130 and without words, and the connection is closed."""
    with (
        FaultServer.of("stream_silence") as server,
        world.start(
            "chat", "-b", "openai", "-m", "m", "Hi",
            POLYVOX_OPENAI_BASE_URL=server.url, POLYVOX_OPENAI_API_KEY="key",
        ) as process,
    ):  # fmt: skip
        assert process.stdout is not None
        assert b"he" == process.stdout.read(2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)

        assert (130, b"\n", b"") == (process.returncode, out, err)
        assert server.wait_until_left()


@pytest.mark.parametrize(
    ("scenario", "status"), [("stream_reset", 9), ("stream_truncated", 9), ("stream_error", 5)]
)
def test_a_broken_stream(world: World, scenario: str, status: int) -> None:
    """What arrived stays, the error goes to standard error, and the status is of its class."""
    with FaultServer.of(scenario) as server:
        done = world.run(
            "chat", "-b", "openai", "-m", "m", "Hi",
            POLYVOX_OPENAI_BASE_URL=server.url, POLYVOX_OPENAI_API_KEY="secret-key",
        )  # fmt: skip

    assert (status, "he\n") == done[:2]
    assert done.err.startswith("polyvox: ")
    assert "Traceback" not in done.err
