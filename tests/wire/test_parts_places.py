"""
Where parts come from and go to in particular: attachments, stored files, prompts, threads.
"""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from part_cases import (
    INLINE,
    PDF,
    PDF64,
    PNG,
    PNG64,
    TEXT,
    WAV,
    WAV64,
    WEB,
    attached,
    connected,
    messages,
    model_of,
    parts,
    pictured,
)
from shells import Shell

from polyvox import (
    AudioPart,
    ConfigError,
    FilePart,
    ImagePart,
    Message,
    NotFound,
    UnsupportedError,
)
from polyvox.emulator import Emulator


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


def test_where_files_are_read(shell: Shell, emulator: Emulator) -> None:
    """Files are read when a part is sent, by asyncio in another thread than the loop's."""
    client = connected(shell, emulator, "openai")
    readers: list[int] = []

    class Watched(io.BytesIO):
        """A file that knows who reads it."""

        def read(self, size: int | None = -1, /) -> bytes:
            """Give the content."""
            readers.append(threading.get_ident())
            return super().read(size)

    made = [ImagePart(Watched(PNG)) for _ in range(2)]
    opened = client.stream(["What?", made[1]], model="echo")
    assert [] == readers

    shell.call(client.chat, ["What?", made[0]], model="echo")
    shell.items(opened)

    assert shell.is_async is (threading.get_ident() not in readers)
    assert 2 <= len(readers)


ATTACHED: list[tuple[Any, Any]] = [
    (ImagePart(PNG), attached({"type": "image/png", "title": "image.png", "data": PNG64})),
    (AudioPart(WAV), attached({"type": "audio/wav", "title": "audio.wav", "data": WAV64})),
    (
        FilePart(PDF, "cats.pdf"),
        attached({"type": "application/pdf", "title": "cats.pdf", "data": PDF64}),
    ),
    (
        FilePart("# Кот".encode(), "cat.md"),
        attached({"type": "text/markdown", "title": "cat.md", "data": "# Кот"}),
    ),
    (
        FilePart(b"\xff\xffcat", "cat.md", "text/plain"),
        attached({"type": "text/plain", "title": "cat.md", "data": "//9jYXQ="}),
    ),
    (
        ImagePart(WEB),
        attached({"type": "image/png", "title": "cat.png", "url": WEB}),
    ),
    (
        ImagePart("https://example.com", media_type="image/png"),
        attached({"type": "image/png", "url": "https://example.com"}),
    ),
    (INLINE, parts(TEXT, INLINE)),
]


@pytest.mark.parametrize(("part", "expected"), ATTACHED)
def test_attachments_of_dial(part: Any, expected: Any, shell: Shell, emulator: Emulator) -> None:
    """With as_attachments, and for applications by their ids, parts are attachments."""
    client = connected(shell, emulator, "dial")

    shell.call(client.chat, ["What?", part], model="echo", as_attachments=True)

    assert [expected] == messages(emulator)
    assert b"as_attachments" not in emulator.requests[-1].body


def test_attachments_join_others(shell: Shell, emulator: Emulator) -> None:
    """Attachments of the message stay before; content parts that are no texts stay content."""
    client = connected(shell, emulator, "dial")
    own = {"type": "text/plain", "title": "a", "data": "b"}
    message = Message(
        "user",
        [ImagePart(PNG), INLINE, "What?"],
        extra={"custom_content": {"attachments": [own], "form_value": 1}},
    )

    shell.call(client.chat, message, model="echo", as_attachments=True)

    image = {"type": "image/png", "title": "image.png", "data": PNG64}
    assert [
        {
            "role": "user",
            "content": [INLINE, TEXT],
            "custom_content": {"attachments": [own, image], "form_value": 1},
        }
    ] == messages(emulator)


def test_applications_get_attachments(shell: Shell, emulator: Emulator) -> None:
    """The id of an application of a user makes attachments, unless the caller says otherwise."""
    client = connected(shell, emulator, "dial")
    given = {"model": "applications/B1/my app"}

    for more in ({}, {"as_attachments": False}):
        with pytest.raises(NotFound, match="applications/B1/my app"):
            shell.call(client.chat, ["What?", ImagePart(PNG)], **given, **more)

    image = {"type": "image/png", "title": "image.png", "data": PNG64}
    sent = [json.loads(one.body)["messages"] for one in emulator.requests]
    assert [[attached(image)], [parts(TEXT, INLINE)]] == sent


@pytest.mark.parametrize(
    ("part", "kind", "why"),
    [
        (ImagePart(PNG, "low"), UnsupportedError, "no detail='low'"),
        (ImagePart("https://example.com/cat"), ConfigError, "media_type="),
        (FilePart("files/B1/cat"), ConfigError, "media_type="),
    ],
)
def test_attachments_that_are_refused(
    part: Any, kind: Any, why: str, shell: Shell, emulator: Emulator
) -> None:
    """An attachment has a media type and no detail."""
    client = connected(shell, emulator, "dial")

    with pytest.raises(kind, match=why):
        shell.call(client.chat, ["What?", part], model="echo", as_attachments=True)

    assert [] == emulator.requests


def test_stored_files(shell: Shell, emulator: Emulator, tmp_path: Path) -> None:
    """What was uploaded to a backend is sent by its id or address."""
    path = tmp_path / "cats.pdf"
    path.write_bytes(PDF)
    openai = connected(shell, emulator, "openai")
    info = shell.call(openai.files.upload, path, purpose="user_data")
    shell.call(openai.chat, ["What?", FilePart(info)], model="echo")
    sent = messages(emulator)
    dial = connected(shell, emulator, "dial")
    stored = shell.call(dial.files.upload, path, to="cats/")

    shell.call(dial.chat, ["What?", FilePart(stored)], model="echo")

    assert [parts(TEXT, {"type": "file", "file": {"file_id": info.url}})] == sent
    assert [
        attached({"type": "application/pdf", "title": "cats.pdf", "url": stored.url})
    ] == messages(emulator)


def test_tokens_of_chats_with_parts(shell: Shell, emulator: Emulator) -> None:
    """Counting tokens of a chat takes parts as well."""
    client = connected(shell, emulator, "dial")

    counts = shell.call(client.tokenize, ["a", ["What?", ImagePart(PNG)]], model="tools")

    (_, second) = json.loads(emulator.requests[-1].body)["inputs"]
    assert 2 == len(counts)
    assert {"type": "request", "value": {"messages": [parts(TEXT, INLINE)]}} == second


def test_prompts_of_aleph_alpha(shell: Shell, emulator: Emulator) -> None:
    """A prompt may be texts and pictures; items that are dicts pass as they are."""
    client = connected(shell, emulator, "aleph_alpha")
    ids = {"type": "token_ids", "data": [1, 2]}

    shell.call(client.complete, ["What?", ImagePart(PNG), ids], model="luminous-base")
    with pytest.raises(UnsupportedError, match="A prompt to Aleph Alpha takes no AudioPart"):
        shell.call(client.complete, ["What?", AudioPart(WAV)], model="luminous-base")

    (request,) = emulator.requests
    assert [
        {"type": "text", "data": "What?"},
        {"type": "image", "data": PNG64},
        ids,
    ] == json.loads(request.body)["prompt"]


@pytest.mark.parametrize("backend", ["ollama", "alteryse"])
def test_pictures_of_prompts_and_dicts(backend: str, shell: Shell, emulator: Emulator) -> None:
    """`images` of a prompt and of a dict may be parts too, one or several."""
    client, model = connected(shell, emulator, backend), model_of(backend)

    shell.call(client.complete, "What?", images=[ImagePart(PNG), PNG], **model)
    prompt = json.loads(emulator.requests[-1].body)
    shell.call(client.chat, {"role": "user", "content": "x", "images": ImagePart(PNG)}, **model)

    assert ("What?", [PNG64, PNG64]) == (prompt["prompt"], prompt["images"])
    assert [pictured(PNG64, text="x")] == messages(emulator)


def test_streams_that_were_never_opened(shell: Shell, emulator: Emulator) -> None:
    """A stream whose parts were not read yet has no headers, and nothing to free."""
    client = connected(shell, emulator, "openai")
    source = client.stream(["What?", ImagePart(PNG)], model="echo")._chat

    source.interrupt()

    assert ({}, [], []) == (source.headers, [*source.pull()], [*source.close()])
    assert [] == emulator.requests
