"""
Aleph Alpha's JSON and the facade's values, both ways; no I/O.

Source: Aleph Alpha API 4.7.0; recorded traffic of aleph-alpha-client 11.5.1 (2025).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from polyvox.backends.aleph_alpha.thinking import ThoughtSplitter, split_thought
from polyvox.backends.encoding import PartTable, inline_image_url, plain_image
from polyvox.backends.openai_shape import Completion, check_answered, reply_fields
from polyvox.parts import ImagePart, Part
from polyvox.types import Event, Message, Reply, Usage
from polyvox_api.aleph_alpha.operations.chat import CREATE_CHAT_COMPLETION
from polyvox_api.aleph_alpha.operations.completions import COMPLETE
from polyvox_core.message import Headers, request_id_of
from polyvox_core.model import JsonObject
from polyvox_core.rate_limits import rate_limits_of
from polyvox_core.shapes import as_int, as_object, as_objects, as_text

__all__ = [
    "PARTS",
    "AlephAlphaCompletion",
    "completion_reply",
    "prompt_items",
    "reply_of",
    "sendable",
]

_FINISHES = {"maximum_tokens": "length", "end_of_text": "stop", "stop_sequence_reached": "stop"}


_TAKES = "with its content: bytes, a path, an open file or a data: URL"
PARTS = PartTable("Aleph Alpha", f"texts, and ImagePart {_TAKES}", {ImagePart: inline_image_url})
_PROMPT_PARTS = PartTable(
    "A prompt to Aleph Alpha", f"texts, and ImagePart {_TAKES}", {ImagePart: plain_image}
)


def prompt_items(prompt: Sequence[Any]) -> list[Any]:
    """
    The items of a *prompt*; texts and images are put as the service wants them.

    Raises:
        UnsupportedError: It holds another part.
    """
    items: list[Any] = []
    for one in prompt:
        if isinstance(one, str):
            items.append({"type": "text", "data": one})
        elif isinstance(one, Part):
            items.append({"type": "image", "data": _PROMPT_PARTS.encode(one)})
        else:
            items.append(one)
    return items


def sendable(message: Any) -> Any:
    """The *message* as the service takes it: the content of a bare tool call is empty, not null."""
    if "content" in message and message["content"] is None:
        return {**message, "content": ""}
    return message


class AlephAlphaCompletion(Completion):
    """A completion that grows chunk by chunk, with reasoning set apart from the answer."""

    def __init__(self) -> None:
        super().__init__()
        self._splitters: dict[Any, ThoughtSplitter] = {}

    def take(self, chunk: JsonObject) -> list[Event]:
        """Merge one *chunk*; gives the events it stands for."""
        choices = [self._divided(choice) for choice in as_objects(chunk.get("choices"))]
        return super().take({**chunk, "choices": choices})

    def _divided(self, choice: JsonObject) -> JsonObject:
        delta = as_object(choice.get("delta"))
        content = as_text(delta.get("content")) or ""
        last = choice.get("finish_reason") is not None
        splitter = self._splitters.setdefault(choice.get("index"), ThoughtSplitter())
        thought, text = splitter.feed(content, last=last)
        if not thought and text == content:
            return choice
        divided: JsonObject = {**delta, "content": text}
        if thought:
            divided["reasoning_content"] = (as_text(delta.get("reasoning_content")) or "") + thought
        return {**choice, "delta": divided}


def reply_of(completion: JsonObject, headers: Headers, whole: bool = True) -> Reply:
    """
    The reply that a chat completion's JSON makes.

    Raises:
        KeyError: It is a *whole* one, and holds no answer.
    """
    if whole:
        check_answered(completion)
    fields = reply_fields(completion)
    thought, text = split_thought(fields["text"])
    if thought or text != fields["text"]:
        fields["text"] = text
        fields["reasoning"] = fields["reasoning"] or thought or None
        fields["message"] = evolve(fields["message"], content=text)
    return Reply(
        **fields,
        request_id=request_id_of(headers),
        headers=headers,
        rate_limits=rate_limits_of(headers),
        wire=completion,
        decode=CREATE_CHAT_COMPLETION.decode,
    )


def completion_reply(answer: JsonObject, headers: Headers) -> Reply:
    """
    The reply that the answer to a prompt makes: its first completion.

    Raises:
        KeyError: It holds no completion.
    """
    if not as_objects(answer["completions"]):
        msg = "completions"
        raise KeyError(msg)
    first = as_objects(answer["completions"])[0]
    text = first["completion"] or ""
    reason = as_text(first.get("finish_reason")) or ""
    prompt = as_int(answer.get("num_tokens_prompt_total"))
    generated = as_int(answer.get("num_tokens_generated"))
    total = None if prompt is None or generated is None else prompt + generated
    return Reply(
        text=text,
        message=Message("assistant", text),
        finish_reason=_FINISHES.get(reason, reason) or None,
        usage=Usage(prompt, generated, total),
        model=as_text(answer.get("model_version")),
        request_id=request_id_of(headers),
        headers=headers,
        rate_limits=rate_limits_of(headers),
        wire=answer,
        decode=COMPLETE.decode,
    )
