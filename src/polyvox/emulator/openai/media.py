"""
Pictures and sound: small PNGs, and a WAV of silence that remembers what it should have said.

A transcription reads that back, so a text survives the way through speech and transcription.
Source: OpenAI API reference, images and audio (2026); RIFF WAVE, Microsoft 1994.
"""

from __future__ import annotations

import base64
import hashlib
import struct

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.jsonvalues import JsonObject, text_of
from polyvox.emulator.openai.files import named_part, text_part
from polyvox.emulator.openai.state import State
from polyvox.emulator.pictures import png
from polyvox.emulator.tokens import count

__all__ = ["media_handlers"]

RATE = 8000
NOTE = b"note"


def media_handlers(state: State) -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {
        "create_image": lambda call: created(state, call, call.fields),
        "edit_image": lambda call: edited(state, call),
        "create_speech": lambda call: spoken(text_of(call.fields.get("input"))),
        "create_transcription": transcribed,
    }


def created(state: State, call: Call, fields: JsonObject) -> Response:
    """Pictures for a prompt: in base64, or as links if they are asked for."""
    number, prompt = fields.get("n"), text_of(fields.get("prompt"))
    number = number if isinstance(number, int) and number > 0 else 1
    as_links = fields.get("response_format") == "url"
    base = str(call.request.url).partition("/images/")[0]
    pictures: list[JsonObject] = []
    for index in range(number):
        name = hashlib.sha256(f"{index}:{prompt}".encode()).hexdigest()[:12]
        if as_links:
            link = {"url": f"{base}/pictures/{name}.png", "revised_prompt": prompt}
            pictures.append(link)
        else:
            pictures.append({"b64_json": base64.b64encode(png(name)).decode()})
    body: JsonObject = {"created": state.now(), "data": pictures, "output_format": "png"}
    return replies.json_reply(body)


def edited(state: State, call: Call) -> Response:
    """Pictures as for the prompt alone."""
    number = text_part(call, "n")
    fields: JsonObject = {
        "prompt": text_part(call, "prompt"),
        "n": int(number) if number.isdigit() else 1,
        "response_format": text_part(call, "response_format"),
    }
    return created(state, call, fields)


def spoken(text: str) -> Response:
    """A WAV of silence, a tenth of a second for each word."""
    return replies.pieces(wav(text), "audio/wav")


def wav(text: str) -> bytes:
    """Silence as long as *text*, which a chunk of its own holds."""
    silence = bytes([128]) * (count(text) * RATE // 10)
    layout = struct.pack("<HHIIHH", 1, 1, RATE, RATE, 1, 8)
    chunks = ((b"fmt ", layout), (NOTE, text.encode()), (b"data", silence))
    content = b"WAVE" + b"".join(chunk(kind, inner) for kind, inner in chunks)
    return b"RIFF" + struct.pack("<I", len(content)) + content


def chunk(kind: bytes, content: bytes) -> bytes:
    """One chunk of a WAV; chunks begin at even places."""
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def transcribed(call: Call) -> Response:
    """What the recording should have said; a description of any other."""
    part = named_part(call, "file")
    assert part is not None
    recording = part.path.read_bytes()
    text = heard(recording)
    if text is None:
        text = f"A recording of {part.size_bytes} bytes."
    body: JsonObject = {"text": text}
    if text_part(call, "response_format") == "verbose_json":
        duration = count(text) / 10
        segment = {"id": 0, "start": 0.0, "end": duration, "text": text}
        body |= {"task": "transcribe", "language": "english", "duration": duration}
        body["segments"] = [segment]
    return replies.json_reply(body)


def heard(recording: bytes) -> str | None:
    """The text that a WAV of ours holds; None for any other recording."""
    if recording[:4] != b"RIFF" or recording[8:12] != b"WAVE":
        return None
    place = 12
    while place + 8 <= len(recording):
        kind, size = recording[place : place + 4], struct.unpack_from("<I", recording, place + 4)[0]
        if kind == NOTE:
            return recording[place + 8 : place + 8 + size].decode("utf-8", "replace")
        place += 8 + size + size % 2
    return None
