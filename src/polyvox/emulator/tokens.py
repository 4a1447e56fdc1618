"""
Counting: a token is a run of characters without blanks.

Good enough to see numbers add up; no tokenizer of a real model works like this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyvox.emulator.jsonvalues import Json, JsonObject, compact, object_of, objects_of, text_of

__all__ = ["count", "count_message", "discarded", "plain_text", "words"]


def count(text: str) -> int:
    """The number of tokens in *text*."""
    return len(text.split())


def words(text: str) -> list[str]:
    """*text* in pieces of one word each; joined they give *text* again."""
    return re.findall(r"\s*\S+|\s+$", text)


def plain_text(content: Json) -> str:
    """The text of a message's content, the text parts of a list joined by blanks."""
    if isinstance(content, str):
        return content
    parts = objects_of(content)
    return " ".join(text_of(part.get("text")) for part in parts if part.get("type") == "text")


def count_message(message: JsonObject) -> int:
    """The tokens of one message: its text, and the calls of tools it holds."""
    calls = (object_of(call.get("function")) for call in objects_of(message.get("tool_calls")))
    return count(plain_text(message.get("content"))) + sum(count(compact(call)) for call in calls)


def discarded(messages: Sequence[JsonObject], limit: int) -> list[int]:
    """
    Which messages go so that the rest has at most *limit* tokens.

    The oldest go first; system messages and the last message stay.

    Raises:
        ValueError: what must stay exceeds *limit* by itself.
    """
    gone: list[int] = []
    total = sum(map(count_message, messages))
    for index, message in enumerate(messages[:-1]):
        if total <= limit:
            break
        if message.get("role") not in {"system", "developer"}:
            gone.append(index)
            total -= count_message(message)
    if total > limit:
        msg = f"The last message and the system prompt have {total} tokens, more than {limit}."
        raise ValueError(msg)
    return gone
