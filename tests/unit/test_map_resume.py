"""The file of a run of `map`: what it keeps, where it goes on, and what it refuses."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pool_fakes import Clock, fake, many, pool, reply
from shells import Shell

from polyvox import Message, Retry, ToolCall
from polyvox.errors import ServerError, StateFileRefused
from polyvox.failover.records import RunFile
from polyvox.kept import message_from, message_json, reply_from, reply_json
from polyvox.parts import FilePart, ImagePart
from polyvox.types import Reply, Usage

BROKEN = ServerError("broken")


def run(shell: Shell, path: Path, inputs: Any, client: Any = None, **options: Any) -> list[Any]:
    """The results of a run that keeps its replies in *path*."""
    made = pool(shell, client or fake(shell, "hi"), clock=Clock(), cooldown=0)
    return shell.each(made.map(inputs, resume=path, **{"concurrency": 2, **options}))


def test_a_second_run_asks_nothing(shell: Shell, tmp_path: Path) -> None:
    """What was answered once is not asked again, and its reply says the same."""
    path, client = tmp_path / "run.jsonl", fake(shell, "hi")

    first = run(shell, path, many(5), client)
    again = run(shell, path, many(5), client, progress=print)

    assert 5 == len(client.calls)
    assert [one.reply for one in first] == [one.reply for one in again]
    assert ([False] * 5, [True] * 5) == (
        [one.resumed for one in first],
        [one.resumed for one in again],
    )


def test_more_inputs_go_on(shell: Shell, tmp_path: Path) -> None:
    """Inputs may be added at the end of a run, and left out there."""
    path, client = tmp_path / "run.jsonl", fake(shell, "hi")

    for number in (3, 5, 2):
        assert number == len(run(shell, path, many(number), client))

    assert 5 == len(client.calls)


def test_failures_are_asked_again(shell: Shell, tmp_path: Path) -> None:
    """Only replies are kept; an input that failed has another chance."""
    path = tmp_path / "run.jsonl"

    first = run(shell, path, many(2), fake(shell, BROKEN, "hi"))
    again = run(shell, path, many(2), client := fake(shell, "now"))

    assert [True, False] == sorted(one.error is not None for one in first)[::-1]
    assert {"hi", "now"} == {one.reply.text for one in again}
    assert 1 == len(client.calls)


def test_everything_of_a_reply_is_kept(shell: Shell, tmp_path: Path) -> None:
    """Calls, usage, reasoning and the wire come back as they were."""
    call = ToolCall("c-1", "look", "{}")
    full = Reply(
        text="hé\u2028",
        message=Message("assistant", "hé\u2028", tool_calls=(call,), extra={"state": {"a": [1]}}),
        tool_calls=(call,),
        finish_reason="stop",
        usage=Usage(1, 2, 3),
        model="m",
        reasoning="Hm.",
        refusal="No.",
        id="i",
        request_id="r-1",
        wire={"id": "i"},
    )
    client = fake(shell, lambda: full)

    run(shell, tmp_path / "run.jsonl", ["x"], client)
    (again,) = run(shell, tmp_path / "run.jsonl", ["x"], fake(shell))

    assert (full.text, call, full.usage, "a") == (
        again.reply.text,
        again.reply.tool_calls[0],
        again.reply.usage,
        again.reply.served_by,
    )
    assert full.message == again.reply.message
    assert full.wire == again.reply.wire == again.reply.raw


def test_parts_in_replies_are_kept() -> None:
    """A message with a part of the SDK's own comes back with it."""
    picture = ImagePart(b"\x89PNG\r\n\x1a\n", detail="low")
    link = FilePart("https://example.com/a.pdf", name="b.pdf")
    one = Reply("", Message("assistant", ["see", picture, link, {"type": "text", "text": "x"}]))

    text, image, file, plain = reply_from(json.loads(json.dumps(reply_json(one)))).message.content  # type: ignore[misc, union-attr]  # the list above

    assert ("see", {"type": "text", "text": "x"}, link) == (text, plain, file)
    assert (ImagePart, "low", picture.read().content) == (
        type(image),
        image.detail,
        image.read().content,
    )


@pytest.mark.parametrize(
    "calls",
    [
        [{"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}, "index": 0}],
        [{"id": "c", "type": "function", "function": {"name": "f", "arguments": {}}}],
        [{"id": "c", "type": "custom", "custom": {"name": "f"}}],
        ["odd"],
        "odd",
    ],
)
def test_odd_tool_calls_stay_what_they_are(calls: Any) -> None:
    """Calls that say more than a `ToolCall` can are sent back as they came."""
    wire = {"role": "assistant", "content": None, "tool_calls": calls}
    message = message_from(wire)

    assert () == message.tool_calls
    assert wire == message.to_dict() == message_json(message)


@pytest.mark.parametrize("wire", [{"role": 7}, {"role": "user", "name": 7}, {"content": "x"}])
def test_messages_that_cannot_be_read(wire: Any) -> None:
    """What is no message is an error that the reader of a file can word."""
    with pytest.raises((KeyError, TypeError)):
        message_from(wire)


def test_the_file_is_private(shell: Shell, tmp_path: Path) -> None:
    """Replies may be private, so nobody else may read them."""
    path = tmp_path / "run.jsonl"

    run(shell, path, ["x"])

    assert 0o600 == stat.S_IMODE(path.stat().st_mode)


def test_other_inputs_are_refused(shell: Shell, tmp_path: Path) -> None:
    """A file of other inputs is refused before anything is asked; parts count by their content."""
    path, client = tmp_path / "run.jsonl", fake(shell, "hi")
    (tmp_path / "a.png").write_bytes(b"a")
    chats: list[Any] = [
        "one",
        [{"role": "user", "content": "one", "name": "ann"}],
        [ImagePart(b"\x89PNG")],
        [ImagePart(b"\x89PNG2")],
        [FilePart(tmp_path / "a.png")],
        [FilePart("https://example.com/a.png")],
        [{"role": "user", "content": object()}],
        7,
    ]
    for number, chat in enumerate(chats):
        run(shell, path := tmp_path / f"{number}.jsonl", [chat])
        for other in chats:
            if other is not chat and chat != 7:
                with pytest.raises(StateFileRefused, match="input number 0 is another one"):
                    run(shell, path, [other], client)

    assert [] == client.calls


def test_equal_inputs_in_another_form(shell: Shell, tmp_path: Path) -> None:
    """A text, the message of it, and a dict of that are the same input."""
    path, client = tmp_path / "run.jsonl", fake(shell, "hi")

    forms: list[Any] = ["one", Message("user", "one"), {"role": "user", "content": "one"}]
    for chat in forms:
        run(shell, path, [chat], client)

    assert 1 == len(client.calls)


@pytest.mark.parametrize(
    "options", [{"model": "other"}, {"system": "S"}, {"temperature": 1}, {"tools": [{"type": "x"}]}]
)
def test_other_options_are_refused(options: Any, shell: Shell, tmp_path: Path) -> None:
    """Another model, system message or option is another run."""
    path = tmp_path / "run.jsonl"
    run(shell, path, ["x"], model="m")

    with pytest.raises(StateFileRefused, match="the model or the options were others"):
        run(shell, path, ["x"], **{"model": "m", **options})


def test_how_it_is_asked_may_change(shell: Shell, tmp_path: Path) -> None:
    """Time limits, retries and headers do not make another run."""
    path, client = tmp_path / "run.jsonl", fake(shell, "hi")

    run(shell, path, ["x"], client)
    run(shell, path, ["x"], client, timeout=5, retry=Retry(), extra_headers={"Api-Key": "k"})

    assert 1 == len(client.calls)
    assert b"Api-Key" not in path.read_bytes()


def test_every_cut_goes_on(tmp_path: Path) -> None:
    """Wherever a kill cut the file, whole lines count, and the rest is asked again."""
    shell, path = Shell("sync"), tmp_path / "run.jsonl"
    run(shell, path, many(3))
    whole = path.read_bytes()
    lines = [0, *(at + 1 for at, byte in enumerate(whole) if byte == 10)]

    for cut in range(len(whole) + 1):
        path.write_bytes(whole[:cut])
        client = fake(shell, "hi")
        results = run(shell, path, many(3), client)
        kept = max(0, sum(line <= cut for line in lines) - 2)

        assert (3, 3 - kept) == (len(results), len(client.calls))
        assert sorted(whole.splitlines()) == sorted(path.read_bytes().splitlines())


def test_damage_in_the_middle_is_refused(shell: Shell, tmp_path: Path) -> None:
    """A line that is broken, and not the last, is nothing that a kill leaves."""
    path = tmp_path / "run.jsonl"
    run(shell, path, many(3))
    lines = path.read_bytes().splitlines(keepends=True)

    for broken in (b"{}\n", b"[]\n", b"\0\0\n", lines[1][:9] + b"\n", b'{"index":"x"}\n'):
        path.write_bytes(b"".join([*lines[:2], broken, *lines[2:]]))
        with pytest.raises(StateFileRefused, match=r"is damaged: what begins at byte \d+"):
            run(shell, path, many(3))


def test_a_reply_that_cannot_be_read(shell: Shell, tmp_path: Path) -> None:
    """A line that is whole, but no reply, is refused when it is its turn."""
    path = tmp_path / "run.jsonl"
    run(shell, path, ["x"])
    path.write_bytes(path.read_bytes().replace(b'"message":{', b'"massage":{'))

    with pytest.raises(StateFileRefused, match="the reply to input number 0 cannot be read"):
        run(shell, path, ["x"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a diary", "is not the file of a map"),
        (b'{"polyvox":"conversation"}\n', "is not the file of a map"),
        (b'{"polyvox":"map","version":2,"run":"x"}\n', "written by a newer polyvox"),
    ],
)
def test_other_files_are_left_alone(
    content: bytes, said: str, shell: Shell, tmp_path: Path
) -> None:
    """What is no file of a run is refused, and stays as it is."""
    path = tmp_path / "other"
    path.write_bytes(content)

    with pytest.raises(StateFileRefused, match=said):
        run(shell, path, ["x"])
    assert content == path.read_bytes()


def test_a_place_that_cannot_be(shell: Shell, tmp_path: Path) -> None:
    """A folder that is not there is told before anything is asked."""
    with pytest.raises(StateFileRefused, match="cannot be opened: No such file"):
        run(shell, tmp_path / "missing" / "run.jsonl", ["x"])


def test_one_run_at_a_time(shell: Shell, tmp_path: Path) -> None:
    """A file in use is refused, in this process too; afterwards it is free, however it ended."""
    path = tmp_path / "run.jsonl"
    made = pool(shell, fake(shell, "hi"))
    first = made.map(many(3), resume=path, concurrency=1)
    shell.one(first)

    with pytest.raises(StateFileRefused, match="in use by another run"):
        run(shell, path, many(3))
    shell.shut(first)
    assert 3 == len(run(shell, path, many(3)))
    assert 3 == len(run(shell, path, many(3)))


def test_one_process_at_a_time(tmp_path: Path) -> None:
    """Another process is refused, and told so."""
    path = tmp_path / "run.jsonl"
    code = "import sys; from polyvox.failover.records import RunFile; RunFile(sys.argv[1], 'x')"
    held = RunFile(path, "x")

    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=False
    )
    held.close()

    assert "StateFileRefused" in done.stderr
    assert "in use by another run" in done.stderr


def test_a_full_disk(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reply that cannot be written ends the run; what was written before is whole."""
    path, write = tmp_path / "run.jsonl", os.write
    written: list[int] = []

    def full(file: int, content: Any) -> int:
        """Take the first two lines, and half of the third."""
        if not written and not bytes(content).startswith(b'{"polyvox"'):
            return write(file, content)  # Not of this test.
        written.append(len(content))
        if len(written) == 4:
            raise OSError(28, "No space left on device")
        return write(file, content[: len(content) // 2] if len(written) == 3 else content)

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(StateFileRefused, match="cannot be written: No space left"):
        run(shell, path, ["x", "y"], concurrency=1)
    monkeypatch.undo()

    lines = path.read_bytes().splitlines(keepends=True)
    assert (2, True) == (len(lines), lines[-1].endswith(b"\n"))
    assert 2 == len(run(shell, path, ["x", "y"], concurrency=1))


def test_a_forgotten_file_is_free_again(tmp_path: Path) -> None:
    """A file that nobody closed is not locked for ever."""
    held = [RunFile(tmp_path / "run.jsonl", "x")]

    held.clear()

    RunFile(tmp_path / "run.jsonl", "x").close()


def test_a_plain_reply_comes_back_whole() -> None:
    """Nothing of a short reply is lost on the way."""
    assert reply("x") == reply_from(reply_json(reply("x")))
