"""
Parts, and what each backend makes of them on the wire or why it refuses them.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from shells import Shell
from verb_cases import CLIENTS

from polyvox import AudioPart, FilePart, ImagePart
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
