"""
Parts on the wire: what each backend gets and what it refuses, by both shells and in streams.
"""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from shells import Shell
from verb_cases import CLIENTS

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

PNG = b"\x89PNG\r\n\x1a\n"
PNG64 = "iVBORw0KGgo="
DATA_URL = f"data:image/png;base64,{PNG64}"
WAV = b"RIFF\x04\0\0\0WAVE"
WAV64 = "UklGRgQAAABXQVZF"
PDF = b"%PDF-1.7\n"
PDF64 = "JVBERi0xLjcK"
WEB = "https://example.com/cats/cat.png?sig=1"
MODELS = {name: setup.models.get("chat") for name, setup in CLIENTS.items()}

TEXT = {"type": "text", "text": "What?"}
INLINE = {"type": "image_url", "image_url": {"url": DATA_URL}}
LINKED = {"type": "image_url", "image_url": {"url": WEB}}
AUDIO = {"type": "input_audio", "input_audio": {"data": WAV64, "format": "wav"}}
FILE = {"type": "file", "file": {"file_data": f"data:application/pdf;base64,{PDF64}"}}


def named(name: str) -> dict[str, Any]:
    """The file part with its *name*."""
    return {"type": "file", "file": {**FILE["file"], "filename": name}}  # type: ignore[dict-item]  # a dict


def parts(*content: Any) -> dict[str, Any]:
    """A message with content parts."""
    return {"role": "user", "content": [*content]}


def attached(*attachments: Any, text: Any = "What?") -> dict[str, Any]:
    """A message with attachments."""
    return {"role": "user", "content": text, "custom_content": {"attachments": [*attachments]}}


def pictured(*images: str, text: str = "What?") -> dict[str, Any]:
    """A message with images beside its text."""
    return {"role": "user", "content": text, "images": [*images]}


# Backend -> part -> the message that is sent for ["What?", part].
SENT: dict[str, list[tuple[Any, Any]]] = {
    "openai": [
        (ImagePart(PNG), parts(TEXT, INLINE)),
        (ImagePart(DATA_URL), parts(TEXT, INLINE)),
        (ImagePart(WEB), parts(TEXT, LINKED)),
        (
            ImagePart(WEB, "high"),
            parts(TEXT, {"type": "image_url", "image_url": {"url": WEB, "detail": "high"}}),
        ),
        (AudioPart(WAV), parts(TEXT, AUDIO)),
        (
            AudioPart(b"ID3\x04"),
            parts(
                TEXT, {"type": "input_audio", "input_audio": {"data": "SUQzBA==", "format": "mp3"}}
            ),
        ),
        (FilePart(PDF), parts(TEXT, named("file.pdf"))),
        (FilePart(PDF, "cats.pdf"), parts(TEXT, named("cats.pdf"))),
        (FilePart("file-abc"), parts(TEXT, {"type": "file", "file": {"file_id": "file-abc"}})),
        (TEXT, parts(TEXT, TEXT)),
    ],
    "dial": [
        (
            ImagePart(PNG, "low"),
            parts(TEXT, {**INLINE, "image_url": {"url": DATA_URL, "detail": "low"}}),
        ),
        (ImagePart(WEB), parts(TEXT, LINKED)),
        (AudioPart(WAV), parts(TEXT, AUDIO)),
        (FilePart(PDF), parts(TEXT, named("file.pdf"))),
        (
            FilePart("https://example.com/a.pdf"),
            attached(
                {"type": "application/pdf", "title": "a.pdf", "url": "https://example.com/a.pdf"}
            ),
        ),
    ],
    "aleph_alpha": [
        (ImagePart(PNG), parts(TEXT, INLINE)),
        (
            ImagePart(PNG, "auto"),
            parts(TEXT, {**INLINE, "image_url": {"url": DATA_URL, "detail": "auto"}}),
        ),
    ],
    "amigochat": [
        (ImagePart(PNG), parts(TEXT, INLINE)),
        (ImagePart(WEB), parts(TEXT, LINKED)),
    ],
    "ollama": [
        (ImagePart(PNG), pictured(PNG64)),
        (ImagePart(DATA_URL), pictured(PNG64)),
        (ImagePart(b"unknown"), pictured("dW5rbm93bg==")),
        ("Well?", {"role": "user", "content": "What?\nWell?"}),
        (INLINE, pictured(PNG64)),
    ],
    "alteryse": [
        (ImagePart(PNG), pictured(PNG64)),
        (TEXT, {"role": "user", "content": "What?\nWhat?"}),
    ],
}
# Backend -> part -> words of the refusal, which names what the backend takes.
REFUSED: dict[str, list[tuple[Any, str]]] = {
    "openai": [
        (ImagePart("file-abc"), "takes no stored file"),
        (AudioPart("https://example.com/a.wav"), "does not fetch"),
        (FilePart("https://example.com/a.pdf"), "does not fetch"),
        (FilePart("files/B1/a.pdf"), "takes no stored file"),
    ],
    "dial": [(FilePart("file-abc"), "no file of another backend")],
    "aleph_alpha": [
        (ImagePart(WEB), "does not fetch"),
        (ImagePart(PNG, "high"), "no detail='high'"),
        (AudioPart(WAV), "takes no AudioPart"),
        (FilePart(PDF), "takes no FilePart"),
    ],
    "amigochat": [
        (AudioPart(WAV), "takes no AudioPart"),
        (FilePart(PDF), "takes no FilePart"),
        (ImagePart("file-abc"), "takes no stored file"),
    ],
    "ollama": [
        (ImagePart(WEB), "does not fetch"),
        (ImagePart(PNG, "low"), "no detail='low'"),
        (ImagePart("file-abc"), "takes no stored file"),
        (AudioPart(WAV), "takes no AudioPart"),
        (FilePart(PDF), "takes no FilePart"),
        (LINKED, "does not fetch"),
        ({"type": "input_audio"}, "no part of the type 'input_audio'"),
    ],
    "alteryse": [
        (ImagePart(WEB), "does not fetch"),
        (AudioPart(WAV), "takes no AudioPart"),
        (FilePart(PDF), "takes no FilePart"),
        (AUDIO, "no part of the type 'input_audio'"),
    ],
}


def cases(table: dict[str, list[tuple[Any, Any]]]) -> list[Any]:
    """The *table* as parameters."""
    return [
        pytest.param(backend, part, expected, id=f"{backend}-{number}")
        for backend, rows in table.items()
        for number, (part, expected) in enumerate(rows)
    ]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """All backends, on one port."""
    with Emulator() as running:
        yield running


def connected(shell: Shell, emulator: Emulator, backend: str) -> Any:
    """The client of *backend*; what was sent before is forgotten."""
    emulator.forget_requests()
    arguments = CLIENTS[backend].arguments
    return shell.client(backend, base_url=emulator.url_of(backend), **arguments)


def model_of(backend: str) -> dict[str, Any]:
    """The `model` argument of a chat."""
    return {"model": MODELS[backend]} if MODELS[backend] else {}


def messages(emulator: Emulator) -> Any:
    """The messages of the last request."""
    return json.loads(emulator.requests[-1].body)["messages"]


@pytest.mark.parametrize("backend", CLIENTS)
def test_every_backend_is_here(backend: str) -> None:
    """Each backend has parts that it takes and parts that it refuses."""
    assert SENT[backend]
    assert REFUSED[backend]


@pytest.mark.parametrize(("backend", "part", "expected"), cases(SENT))
def test_parts_are_sent(
    backend: str, part: Any, expected: Any, shell: Shell, emulator: Emulator
) -> None:
    """A bare list, a message and a dict make the same request; so does a stream."""
    client, model = connected(shell, emulator, backend), model_of(backend)
    forms: list[Any] = [
        ["What?", part],
        Message("user", ["What?", part]),
        [{"role": "user", "content": [TEXT, part]}],
    ]

    for form in forms:
        reply = shell.call(client.chat, form, **model)
        assert "What?" in reply.text
        assert [expected] == messages(emulator)
    events = shell.items(client.stream(forms[0], **model))

    assert [expected] == messages(emulator)
    assert "What?" in events[-1].reply.text


@pytest.mark.parametrize(("backend", "part", "why"), cases(REFUSED))
def test_parts_are_refused(
    backend: str, part: Any, why: str, shell: Shell, emulator: Emulator
) -> None:
    """What a backend cannot take is never sent, and the error names what it does take."""
    client, model = connected(shell, emulator, backend), model_of(backend)

    with pytest.raises(UnsupportedError, match=why) as caught:
        shell.call(client.chat, ["What?", part], **model)
    with pytest.raises(UnsupportedError, match=why):
        shell.items(client.stream(["What?", part], **model))

    assert "It takes texts" in caught.value.hint
    assert [] == emulator.requests


@pytest.mark.parametrize("backend", CLIENTS)
def test_a_history_with_parts(
    backend: str, shell: Shell, emulator: Emulator, tmp_path: Path
) -> None:
    """One part of a path or an open file goes out with each turn; the others stay as they are."""
    client, model = connected(shell, emulator, backend), model_of(backend)
    path = tmp_path / "cat.png"
    path.write_bytes(PNG)
    expected = pictured(PNG64) if backend in {"ollama", "alteryse"} else parts(TEXT, INLINE)
    history: list[Any] = []
    with path.open("rb") as file:
        for part in (ImagePart(path), ImagePart(file)):
            history += [Message("user", ["What?", part])]
            history += [shell.call(client.chat, history, **model).message]
    history[0:0] = [{"role": "system", "content": "Be brief."}]

    shell.call(client.chat, [*history, {"role": "user", "content": "So?"}], **model)

    sent = messages(emulator)
    assert [expected, expected] == [sent[1], sent[3]]
    assert {"role": "user", "content": "So?"} == sent[-1]


@pytest.mark.parametrize("backend", CLIENTS)
def test_files_that_are_missing(backend: str, shell: Shell, emulator: Emulator) -> None:
    """A file that cannot be read is an error with its name, before anything is sent."""
    client, model = connected(shell, emulator, backend), model_of(backend)
    stream = client.stream(ImagePart(Path("gone.png")), **model)

    for use in (
        lambda: shell.call(client.chat, ImagePart(Path("gone.png")), **model),
        lambda: shell.items(stream),
    ):
        with pytest.raises(ConfigError, match=r"gone\.png"):
            use()
    shell.shut(client.stream(ImagePart(Path("gone.png")), **model))
    assert {} == stream.headers
    assert [] == emulator.requests


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


@pytest.mark.parametrize("backend", ["openai", "dial", "aleph_alpha", "amigochat"])
def test_messages_beside_parts_are_not_touched(
    backend: str, shell: Shell, emulator: Emulator
) -> None:
    """Messages whose content is a text, nothing or a dict's parts go out as they are."""
    client, model = connected(shell, emulator, backend), model_of(backend)
    others: list[Any] = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": [TEXT]},
        {"role": "assistant", "content": "Yes."},
        {"role": "user", "content": "So?", "images": ["beside"]},
    ]

    shell.call(client.chat, [*others, Message("user", ImagePart(PNG))], **model)

    assert [*others, parts(INLINE)] == messages(emulator)
