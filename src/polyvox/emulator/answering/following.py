"""
Models that follow a schema: told by the request's own means, or in words within a message.

The answer is a JSON object of the prompt that fits, or an example of the schema with what the
prompt says as `name: value`. Some models have their moods, by name; see `MOODS`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import cast

from jsonschema import Draft202012Validator

from polyvox.emulator.answering.turn import Answer, Chat, Delta
from polyvox.emulator.errors import Refusal
from polyvox.emulator.instances import instance
from polyvox.emulator.jsonvalues import (
    Json,
    JsonObject,
    compact,
    is_array,
    is_object,
    items_of,
    object_of,
    text_of,
)
from polyvox.emulator.schemas import Checker
from polyvox.emulator.tokens import plain_text

__all__ = ["MOODS", "followed", "in_pieces", "pieces_of", "wanted_schema"]

PIECE = 12
TOLD = re.compile(r"(?:^|\n)[^\n]*JSON Schema:\s*(?=\{)")
SAID = re.compile(r"\b([A-Za-z_]\w*) ?[:=] ?([^,;\n{}\[\]]+)")
DECODER = json.JSONDecoder()


def in_pieces(text: str) -> Answer:
    """*text* in pieces of 12 characters."""
    starts = range(0, len(text), PIECE)
    return Answer([Delta({"content": text[start : start + PIECE]}) for start in starts])


def pieces_of(answer: Answer) -> list[str]:
    """The text of *answer*, for backends that know nothing else; a refusal is text there."""
    return [str(delta.get("content") or delta.get("refusal")) for delta in answer.deltas]


def asked(chat: Chat) -> list[str]:
    """The texts of the user's messages, oldest first, without schemas told in them."""
    users = (message for message in chat.messages if message.get("role") == "user")
    return [TOLD.split(plain_text(message.get("content")))[0].rstrip() for message in users]


def wanted_schema(chat: Chat) -> JsonObject | None:
    """The schema that the answer shall fit; None if there is none."""
    if chat.response_format == "json_schema":
        wanted = object_of(object_of(chat.fields.get("response_format")).get("json_schema"))
        return object_of(wanted.get("schema"))
    for message in reversed(chat.messages):
        text = plain_text(message.get("content"))
        if found := TOLD.search(text):
            return object_of(DECODER.raw_decode(text, found.end())[0])
    return None


def fitting(chat: Chat, schema: JsonObject) -> Json:
    """A value that fits *schema*, out of the prompt as far as it goes."""
    texts = asked(chat) or [""]
    for text in reversed(texts):
        for value in objects_in(text):
            for candidate in (value, {"value": value}):
                filled = with_nulls(candidate, schema, schema)
                if fits(filled, schema, schema):
                    return filled
    said = {name.lower(): value.strip() for text in texts for name, value in SAID.findall(text)}
    return instance(schema, text=texts[-1], said=said)


def fits(value: Json, rules: JsonObject, root: JsonObject) -> bool:
    """Whether *value* keeps the *rules*."""
    whole = {**rules, "$defs": object_of(root.get("$defs"))}
    validator = cast("Checker", Draft202012Validator(whole))
    return not any(validator.iter_errors(value))


def objects_in(text: str) -> Iterator[Json]:
    """The JSON objects and arrays in *text*."""
    position = 0
    while found := re.compile(r"[{\[]").search(text, position):
        try:
            value, position = DECODER.raw_decode(text, found.start())
        except ValueError:
            position = found.end()
        else:
            yield value


def with_nulls(value: Json, schema: Json, root: JsonObject) -> Json:
    """The *value* with null for each member that *schema* requires and an object lacks."""
    rules = object_of(schema)
    if reference := text_of(rules.get("$ref")):
        target = object_of(root.get("$defs")).get(reference.rpartition("/")[2])
        return with_nulls(value, target, root)
    for branch in map(object_of, items_of(rules.get("anyOf"))):
        filled = with_nulls(value, branch, root)
        if fits(filled, branch, root):
            return filled
    if is_array(value):
        return [with_nulls(one, rules.get("items"), root) for one in items_of(value)]
    if not is_object(value):
        return value
    members = object_of(rules.get("properties"))
    required = [text_of(name) for name in items_of(rules.get("required"))]
    known = {**dict.fromkeys(required), **object_of(value)}
    return {name: with_nulls(one, members.get(name), root) for name, one in known.items()}


def followed(chat: Chat, schema: JsonObject) -> Answer:
    """The answer that fits."""
    return in_pieces(compact(fitting(chat, schema)))


def wrong(chat: Chat, schema: JsonObject) -> Answer:
    """The answer with its first member spoilt."""
    value = object_of(fitting(chat, schema))
    first = next(iter(value), "")
    spoilt = "wrong" if object_of(value.get(first)) else {"wrong": True}
    return in_pieces(compact({**value, first: spoilt}))


def late(chat: Chat, schema: JsonObject) -> Answer:
    """Wrong at first, right once an answer was sent back."""
    told = any(message.get("role") == "assistant" for message in chat.messages)
    return followed(chat, schema) if told else wrong(chat, schema)


def fenced(chat: Chat, schema: JsonObject) -> Answer:
    """The answer in a fence, between words."""
    return in_pieces(f"Sure:\n\n```json\n{compact(fitting(chat, schema))}\n```\n\nAnything else?")


def thought(chat: Chat, schema: JsonObject) -> Answer:
    """The answer after thoughts, in which braces mean nothing."""
    return in_pieces(f"<think>\nOne {{ or two?\n</think>\n\n{compact(fitting(chat, schema))}")


def cut(chat: Chat, schema: JsonObject) -> Answer:
    """Half of the answer, as at a token limit."""
    text = compact(fitting(chat, schema))
    answer = in_pieces(text[: len(text) // 2])
    answer.finish_reason = "length"
    return answer


def refused(chat: Chat, schema: JsonObject) -> Answer:
    """A refusal in place of the content."""
    del chat, schema
    return Answer([Delta({"refusal": "I cannot "}), Delta({"refusal": "help with that."})])


def plain(chat: Chat, schema: JsonObject) -> Answer:
    """
    The answer that fits, unless the schema came by other means than words.

    Raises:
        Refusal: 400.
    """
    if chat.response_format != "text":
        raise Refusal(400, "This model does not support response_format of type json_schema.")
    return followed(chat, schema)


def prose(chat: Chat, schema: JsonObject) -> Answer:
    """No JSON at all."""
    del chat, schema
    return in_pieces("I would rather talk about the weather.")


MOODS: Mapping[str, Callable[[Chat, JsonObject], Answer]] = {
    "extract-late": late,
    "extract-never": wrong,
    "extract-fenced": fenced,
    "extract-thinks": thought,
    "extract-cut": cut,
    "extract-refuses": refused,
    "extract-plain": plain,
    "extract-prose": prose,
}
