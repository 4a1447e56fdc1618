"""
What a model's answer is worth: the typed value in it, or the error that says why there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecoder
from typing import Any, NamedTuple

from polyvox.extracting.wanted import Schema
from polyvox.types import Reply
from polyvox_core.errors import ExtractError, InvalidValue
from polyvox_core.json import loads
from polyvox_core.shapes import is_object

__all__ = ["Verdict", "judged"]

_THOUGHT = re.compile(r"\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"```[\w-]*[ \t]*\r?\n(.*?)```", re.DOTALL)
_BEGIN = re.compile(r"[{\[]")
_MOST_BEGINNINGS = 100
_SHOWN = 300
_CUT = frozenset({"length", "max_tokens"})
_DECODER = JSONDecoder()


class Verdict(NamedTuple):
    """
    What an answer is worth.

    Attributes:
        value: The value, without an error.
        error: Why there is none.
        repairable: Whether asking again can help.
    """

    value: Any = None
    error: ExtractError | None = None
    repairable: bool = False


def judged(schema: Schema[Any], reply: Reply) -> Verdict:
    """The value of *schema* in *reply*, or the reason why there is none."""
    refused = _unanswered(schema, reply)
    if refused is not None:
        return Verdict(error=refused)
    first: InvalidValue | None = None
    thought = _THOUGHT.match(reply.text)
    for found in _candidates(reply.text[thought.end() :] if thought else reply.text):
        if is_object(found) or schema.is_wrapped:
            try:
                return Verdict(schema.value_of(found))
            except InvalidValue as error:
                first = first or error
    if first is None:
        msg = f"The model's answer holds no JSON object for {schema.label}."
        return Verdict(
            error=_error(msg, "See `raw`; another model may do better.", reply), repairable=True
        )
    told = first.message.partition(": ")[2]
    msg = f"The model's answer does not fit {schema.label}: {told}"
    unfit = _error(msg, "See `raw`; allow more repairs, or widen the type.", reply)
    unfit.with_(path=first.path, faults=first.faults).__cause__ = first
    return Verdict(error=unfit, repairable=True)


def _error(message: str, hint: str, reply: Reply) -> ExtractError:
    return ExtractError(
        message, hint=hint, raw=reply.text, reply=reply, request_id=reply.request_id
    )


def _unanswered(schema: Schema[Any], reply: Reply) -> ExtractError | None:
    """The error for a reply that is no whole answer, where asking the same again is useless."""
    if reply.refusal:
        msg = f"The model refused to give {schema.label}: {reply.refusal[:_SHOWN]!r}."
        return _error(msg, "Change the prompt.", reply)
    if reply.finish_reason in _CUT:
        msg = f"The answer for {schema.label} is incomplete: the model reached its token limit."
        return _error(msg, "Raise max_tokens, or ask for less.", reply)
    if reply.finish_reason == "content_filter":
        msg = f"The answer for {schema.label} was withheld by the server's content filter."
        return _error(msg, "Change the prompt.", reply)
    if reply.tool_calls and not reply.text.strip():
        names = ", ".join(call.name for call in reply.tool_calls)
        msg = f"Instead of giving {schema.label} the model called tools: {names}."
        return _error(msg, "Call extract() without tools; run() serves them.", reply)
    return None


def _candidates(text: str) -> Iterator[Any]:
    """JSON values in *text*: all of it, or what is in fences, or what stands between words."""
    try:
        yield loads(text)
    except ValueError:
        pass
    else:
        return
    for block in _FENCE.findall(text):
        try:
            yield loads(block)
        except ValueError:
            continue
    position = 0
    for _ in range(_MOST_BEGINNINGS):
        begin = _BEGIN.search(text, position)
        if begin is None:
            return
        try:
            value, position = _DECODER.raw_decode(text, begin.start())
        except (ValueError, RecursionError):
            position = begin.end()
            continue
        yield value
