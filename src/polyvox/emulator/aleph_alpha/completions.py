"""
Completions: the prompt's text comes back, whole or as the three kinds of typed events.

Source: Aleph Alpha API 4.7.0, complete; recorded traffic (2025).
"""

from __future__ import annotations

from collections.abc import Iterator

from starlette.responses import Response

from polyvox.emulator import replies
from polyvox.emulator.aleph_alpha.catalog import model_for
from polyvox.emulator.aleph_alpha.streaming import event_of, event_stream
from polyvox.emulator.behaviours import Handler
from polyvox.emulator.calls import Call
from polyvox.emulator.errors import Refusal
from polyvox.emulator.jsonvalues import Json, JsonObject, items_of, objects_of, text_of
from polyvox.emulator.tokens import count, words

__all__ = ["completion_handlers", "prompt_text"]

VERSION = "2026-01"


def completion_handlers() -> dict[str, Handler]:
    """The handlers of this room by operationId."""
    return {"complete": complete, "complete_json": complete}


def complete(call: Call) -> Response:
    """The prompt's text, word by word, cut where the request says so."""
    fields = call.fields
    model_for(fields, "complete")
    if fields.get("stream") is True and fields.get("best_of") is not None:
        raise Refusal(400, "best_of cannot be streamed.")
    prompt = prompt_text(fields.get("prompt"))
    pieces, reason = spoken(prompt, fields)
    if fields.get("stream") is True:
        return event_stream(events(prompt, pieces, reason, fields))
    completion = "".join(pieces)
    one: JsonObject = {"completion": completion, "finish_reason": reason}
    if fields.get("tokens") is True or fields.get("log_probs") is not None:
        one["raw_completion"] = completion
        one["completion_tokens"] = list(pieces)
    if fields.get("log_probs") is not None:
        one["log_probs"] = [{piece: -0.5} for piece in pieces]
    completions = [{"index": index, **one} for index in range(wanted(fields))]
    return replies.json_reply(
        {"model_version": VERSION, "completions": completions, **sums(prompt, pieces, fields)}
    )


def spoken(prompt: str, fields: JsonObject) -> tuple[list[str], str]:
    """The pieces of the completion, and why it ends."""
    text = prompt
    for mark in items_of(fields.get("stop_sequences")):
        text = text.partition(text_of(mark))[0] if mark else text
    pieces = words(text)
    limit = fields.get("maximum_tokens")
    if isinstance(limit, int) and len(pieces) > limit:
        return pieces[:limit], "maximum_tokens"
    return pieces, "end_of_text" if text == prompt else "stop_sequence_reached"


def events(prompt: str, pieces: list[str], reason: str, fields: JsonObject) -> Iterator[str | None]:
    """Chunks, a summary for each completion, and one of all."""
    for index in range(wanted(fields)):
        for piece in pieces:
            yield event_of({"type": "stream_chunk", "index": index, "completion": piece})
        summary = {"type": "stream_summary", "index": index, "model_version": VERSION}
        yield event_of({**summary, "finish_reason": reason})
    yield event_of({"type": "completion_summary", **sums(prompt, pieces, fields)})


def sums(prompt: str, pieces: list[str], fields: JsonObject) -> JsonObject:
    """The tokens of prompt and completions."""
    generated = len(pieces) * wanted(fields)
    return {"num_tokens_prompt_total": count(prompt), "num_tokens_generated": generated}


def wanted(fields: JsonObject) -> int:
    """How many completions to give."""
    number = fields.get("n")
    return number if isinstance(number, int) and number > 0 else 1


def prompt_text(prompt: Json) -> str:
    """The text of a prompt: a text, or the text items of a list."""
    if isinstance(prompt, str):
        return prompt
    texts = (text_of(item.get("data")) for item in objects_of(prompt) if item["type"] == "text")
    return " ".join(texts)
