"""
Alteryse's JSON and the facade's values, both ways; no I/O but reading the parts of messages.

No stream of Alteryse was ever seen: text is taken from wherever an Ollama-like server puts it.

Source: alteryse-js (2024), types; alteryse-py 0.1.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from polyvox.backends.encoding import PartTable, images_of, plain_image, text_and_images
from polyvox.backends.growing_text import GrowingText
from polyvox.parts import ImagePart
from polyvox.types import (
    Event,
    Message,
    ReasoningDelta,
    Reply,
    TextDelta,
    Usage,
)
from polyvox_api.alteryse.operations.instances import RUN_INSTANCE
from polyvox_core.message import Headers, request_id_of
from polyvox_core.model import JsonObject
from polyvox_core.rate_limits import rate_limits_of
from polyvox_core.shapes import as_int, as_object, as_text

__all__ = ["PARTS", "AlteryseCompletion", "reply_of", "wire_messages"]


PARTS = PartTable(
    "Alteryse",
    "texts, and ImagePart with its content: bytes, a path, an open file or a data: URL",
    {ImagePart: plain_image},
)


def wire_messages(messages: list[Any]) -> list[JsonObject]:
    """
    The *messages* in Alteryse's form; parts in the form of OpenAI are translated.

    Raises:
        ConfigError: One holds what Alteryse cannot take.
    """
    return [_message(dict(one)) for one in messages]


def _message(message: JsonObject) -> JsonObject:
    text, pictures = text_and_images(message.pop("content", None), PARTS)
    pictures += images_of(message.pop("images", None), PARTS)
    wire: JsonObject = {"role": message.pop("role"), "content": text or ""}
    if pictures:
        wire["images"] = pictures
    return {**wire, **message}


class AlteryseCompletion:
    """An answer that grows piece by piece."""

    def __init__(self) -> None:
        self._facts: JsonObject = {}
        self._texts = GrowingText()
        self._thoughts = GrowingText()

    def take(self, chunk: JsonObject) -> Iterator[Event]:
        """Merge one *chunk*; gives the events it stands for."""
        message = as_object(chunk.get("message"))
        for key, value in chunk.items():
            if key not in {"content", "response", "message", "thinking"}:
                self._facts[key] = value
        thought = as_text(message.get("thinking")) or as_text(chunk.get("thinking"))
        if thought:
            self._thoughts.add(thought)
            yield ReasoningDelta(thought)
        places = (chunk.get("content"), chunk.get("response"), message.get("content"))
        text = next((place for place in places if isinstance(place, str)), None)
        if text is not None:
            self._texts.add(text)
        if text:
            yield TextDelta(text)

    def to_dict(self) -> JsonObject:
        """The answer so far, in the shape of one that was not streamed."""
        answer = dict(self._facts)
        if self._texts:
            answer["content"] = str(self._texts)
        if self._thoughts:
            answer["thinking"] = str(self._thoughts)
        return answer


def reply_of(answer: JsonObject, headers: Headers, whole: bool = True) -> Reply:
    """
    The reply that an answer's JSON makes.

    Raises:
        KeyError: It is a *whole* one, and holds no text.
        ValueError: Its text is empty, and nothing says why.
    """
    text = answer["content"] if whole else answer.get("content", "")
    reason = as_text(answer.get("done_reason"))
    if whole and not text and reason is None:
        msg = "the text is empty"
        raise ValueError(msg)
    return Reply(
        text=text,
        message=Message("assistant", text),
        finish_reason=reason,
        usage=_usage_of(answer),
        model=as_text(answer.get("model")),
        reasoning=as_text(answer.get("thinking")),
        request_id=request_id_of(headers),
        headers=headers,
        rate_limits=rate_limits_of(headers),
        wire=answer,
        decode=RUN_INSTANCE.decode,
    )


def _usage_of(answer: JsonObject) -> Usage | None:
    """Token counts, as an Ollama server would add them."""
    prompt, spoken = as_int(answer.get("prompt_eval_count")), as_int(answer.get("eval_count"))
    if prompt is None and spoken is None:
        return None
    total = None if prompt is None or spoken is None else prompt + spoken
    return Usage(prompt_tokens=prompt, completion_tokens=spoken, total_tokens=total)
