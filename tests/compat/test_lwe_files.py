"""Files in requests, and messages of any kind in history (5.1.4, 5.1.14)."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from lwe_shells import LweShell, bodies

from polyvox.compat.lwe.rows import message_of, row_of
from polyvox.emulator import Emulator
from polyvox.parts import AudioPart, FilePart, ImagePart
from polyvox.types import Message

PNG = b"\x89PNG\r\n\x1a\n"
DATA = "data:image/png;base64,iVBORw0KGgo="
PDF = b"%PDF-1.7"


def _parts(openai: Emulator) -> list[Any]:
    return list(bodies(openai)[-1]["messages"][-1]["content"])


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: folder / "cat.png",
        lambda _: PNG,
        lambda _: io.BytesIO(PNG),
        lambda _: ImagePart(PNG),
        lambda _: DATA,
        lambda _: {"type": "image_url", "image_url": {"url": DATA}},
    ],
)
@pytest.mark.parametrize("streaming", [False, True])
def test_pictures(
    lwe: LweShell, openai: Emulator, tmp_path: Path, make: Any, streaming: bool
) -> None:
    """A picture from anywhere goes into the user's message, streamed or not (5.1.4)."""
    (tmp_path / "cat.png").write_bytes(PNG)
    ask = lwe.ask_stream if streaming else lwe.ask
    result = ask(lwe.backend(openai), "What is it?", {"files": [make(tmp_path)]})

    assert result.success, result.message
    text, picture = _parts(openai)
    assert {"type": "text", "text": "What is it?"} == text
    assert DATA == picture["image_url"]["url"]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("https://a.example/cat.png", "image_url"),
        (b"ID3", "input_audio"),
        (PDF, "file"),
        (FilePart(b"text", name="a.txt"), "file"),
    ],
)
def test_kinds(lwe: LweShell, openai: Emulator, source: Any, kind: str) -> None:
    """Pictures, recordings and other files are told apart; one needs no list."""
    result = lwe.ask(lwe.backend(openai), "Look", {"files": source})

    assert result.success, result.message
    assert kind == _parts(openai)[1]["type"]


def test_messages(lwe: LweShell, openai: Emulator) -> None:
    """Whole messages follow the question, as LWE's files do."""
    given = [Message("user", "one"), {"role": "user", "content": "two"}]
    lwe.ask(lwe.backend(openai), "Look", {"files": given})

    assert ["Look", "one", "two"] == [one["content"] for one in bodies(openai)[0]["messages"][1:]]


def test_messages_with_parts(lwe: LweShell, openai: Emulator) -> None:
    """Parts of a message stay before the files; after an answer files are a message."""
    backend = lwe.backend(openai)
    parts = [{"type": "text", "text": "Look"}]
    lwe.ask(backend, [{"role": "user", "content": parts}], {"files": [PNG]})
    whole = _parts(openai)
    lwe.ask(backend, [{"role": "assistant", "content": "Hm"}], {"files": [PNG]})

    assert ["text", "image_url"] == [one["type"] for one in whole]
    assert ["image_url"] == [one["type"] for one in _parts(openai)]
    assert [{"type": "text", "text": "Look"}] == parts


@pytest.mark.parametrize("source", [Path("nowhere.png"), "cat.png", 3])
def test_what_cannot_be_sent(lwe: LweShell, openai: Emulator, source: Any) -> None:
    """A file that is not there, and what is no file, are failures."""
    result = lwe.ask(lwe.backend(openai), "Look", {"files": [source]})

    assert (False, None) == result[:2]
    assert [] == bodies(openai)


def test_history_keeps_files(lwe: LweShell, openai: Emulator, tmp_path: Path) -> None:
    """A stored conversation goes on when its file is gone (5.1.14)."""
    path = tmp_path / "cat.png"
    path.write_bytes(PNG)
    backend = lwe.backend(openai, remember=True)
    result = lwe.ask(backend, "Look", {"files": [path, "https://a.example/b.png"]})
    path.unlink()
    lwe.ask(backend, "And now?")

    assert result.success, result.message
    urls = [part["image_url"]["url"] for part in bodies(openai)[1]["messages"][1]["content"][1:]]
    assert [DATA, "https://a.example/b.png"] == urls


@pytest.mark.parametrize("database", [None, "sqlite:///$DATA_DIR/x.db"])
def test_history_keeps_parts(lwe: LweShell, openai: Emulator, database: str | None) -> None:
    """Messages whose content is a list are stored, and sent again as they were (5.1.14)."""
    backend = lwe.backend(openai, remember=True, database=database)
    content = [
        {"type": "text", "text": "Look"},
        {"type": "image_url", "image_url": {"url": DATA}},
    ]
    first = lwe.ask(backend, [{"role": "user", "content": content}])
    lwe.ask(backend, "And now?")

    assert first.success, first.message
    assert content == bodies(openai)[1]["messages"][0]["content"]
    assert content == lwe.call(backend.get_conversation).response["messages"][0]["message"]


CALL = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": '{"x":1}'}}


@pytest.mark.parametrize(
    "message",
    [
        {"role": "user", "content": "Hi"},
        {"role": "user", "content": [{"type": "text", "text": "Hi"}], "name": "anna"},
        {"role": "assistant", "content": None, "tool_calls": [CALL]},
        {"role": "assistant", "content": "Let me see.", "tool_calls": [CALL]},
        {"role": "assistant", "content": "Hi", "custom_content": {"state": {}}},
        {"role": "tool", "content": '{"celsius":7}', "tool_call_id": "c1"},
        {"role": "tool", "content": "[1]", "tool_call_id": "c1"},
        {"role": "tool", "content": "7", "tool_call_id": "c1"},
        {"role": "tool", "content": [{"type": "text", "text": "7"}], "tool_call_id": "c1"},
        {"role": "tool", "content": "not {json", "tool_call_id": "c1", "name": "f"},
    ],
)
def test_rows(message: dict[str, Any]) -> None:
    """A message is the same after it was a row."""
    assert message == message_of(row_of(message))


@pytest.mark.parametrize(
    "part",
    [
        ImagePart("https://a.example/b.png"),
        ImagePart(DATA),
        FilePart("file-abc", name="a.pdf"),
        AudioPart("data:audio/mpeg;base64,SUQz"),
    ],
)
def test_parts_in_rows(part: Any) -> None:
    """Parts whose address is all they are are the same after they were in a row."""
    message = {"role": "user", "content": [part]}

    assert message == message_of(row_of(message))


def test_rows_of_tools() -> None:
    """Calls and results have LWE's form."""
    call = row_of({"role": "assistant", "content": None, "tool_calls": [CALL]})
    answer = row_of({"role": "tool", "content": '{"celsius":7}', "tool_call_id": "c1"})

    assert ("tool_call", [{"name": "f", "args": {"x": 1}, "id": "c1", "type": "tool_call"}]) == (
        call["message_type"],
        call["message"],
    )
    assert ("tool_response", {"celsius": 7}, {"id": "c1"}) == (
        answer["message_type"],
        answer["message"],
        answer["message_metadata"],
    )


def test_broken_arguments_in_rows() -> None:
    """Arguments that are no JSON stay the text they are."""
    function = {"name": "f", "arguments": "{x"}
    message = {"role": "assistant", "content": None, "tool_calls": [{**CALL, "function": function}]}

    assert "{x" == row_of(message)["message"][0]["args"]
    assert message == message_of(row_of(message))
