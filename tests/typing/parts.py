"""
What type checkers see of messages and their parts; checked by mypy and pyright, never run.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, assert_type

import polyvox
from polyvox import AudioPart, FilePart, Image, ImagePart, Message
from polyvox.backends.dial.types import DialReply
from polyvox.parts import Content, Part
from polyvox.types import ChatInput, FileInfo, Reply


@dataclass
class Turn:
    """A message of somebody's own."""

    role: str
    content: str


def sources(info: FileInfo, image: Image) -> None:
    """Where parts may come from."""
    ImagePart(Path("cat.png"), "low")
    ImagePart("https://example.com/cat.png", detail="high", media_type="image/png")
    ImagePart(b"...")
    ImagePart(bytearray(b"..."))
    ImagePart(image)
    with Path("cat.png").open("rb") as file:
        ImagePart(file)
    AudioPart(io.BytesIO(b"..."), "audio/wav")
    FilePart(info, "cats.pdf")
    FilePart(info, name="cats.pdf", media_type="application/pdf")
    assert_type(FilePart(b"...").read(), Content)
    assert_type(FilePart(b"...").name, str | None)
    ImagePart(7)  # type: ignore[arg-type]  # no source
    ImagePart(io.StringIO("x"))  # type: ignore[arg-type]  # opened in text mode
    FilePart(b"...", detail="low")  # type: ignore[call-arg]  # of images only


def chats(client: polyvox.Dial, part: Part, history: list[Message]) -> None:
    """What a chat takes."""
    assert_type(client.chat(["What?", ImagePart(Path("a.png"))], model="m"), DialReply)
    client.chat(ImagePart(b"..."), model="m", as_attachments=True)
    client.chat(["What?", part, {"type": "text", "text": "x"}], model="m")
    client.chat(Message("user", ["What?", part]), model="m")
    client.chat(Message("user", part), model="m")
    client.chat({"role": "user", "content": [part]}, model="m")
    client.chat(history, model="m")
    client.chat([*history, Turn("user", "Hi"), {"role": "user", "content": "Hi"}], model="m")
    client.chat(Turn("user", "Hi"), model="m")
    client.chat(["a", "b"], model="m")
    client.stream([part], model="m")
    client.chat(7, model="m")  # type: ignore[arg-type]  # no chat
    client.chat([7], model="m")  # type: ignore[list-item]  # no chat
    client.chat(b"Hi", model="m")  # type: ignore[arg-type]  # no text


def passed_on(chat: ChatInput) -> ChatInput:
    """The type has a name for those who pass chats on."""
    parts: list[str | Part] = ["What?", ImagePart(b"...")]
    dicts: list[dict[str, Any]] = [{"role": "user", "content": "Hi"}]
    for given in (parts, dicts):
        assert_type(polyvox.OpenAI().chat(given, model="m"), Reply)
    return chat


def prompts(client: polyvox.AlephAlpha) -> None:
    """Prompts of Aleph Alpha may be texts and pictures."""
    client.complete(["What?", ImagePart(b"...")], model="m")
    client.complete([AudioPart(b"...")], model="m")  # type: ignore[list-item]  # no recordings


async def shown(client: polyvox.Dial, aclient: polyvox.AsyncDial) -> None:
    """Streams show themselves, and give the whole reply."""
    assert_type(client.stream("Hi", model="m").show(), DialReply)
    assert_type(await aclient.stream("Hi", model="m").show(), DialReply)
