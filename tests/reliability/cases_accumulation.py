"""Rows A: from deltas to one reply."""

from __future__ import annotations

import json
from typing import Any

from cases import Bench, case

from polyvox.testing.faults import answer, event, event_stream


def final(bench: Bench, *deltas: dict[str, Any], finish: str = "tool_calls", **facts: Any) -> Any:
    """The reply that *deltas* of the first choice make."""
    chunks = [
        {"choices": [{"index": 0, "delta": delta, "finish_reason": None}]} for delta in deltas
    ]
    last = {"choices": [{"index": 0, "delta": {}, "finish_reason": finish}], **facts}
    events = [event(chunk) for chunk in (*chunks, last)]
    server = bench.server(event_stream(*events, event("[DONE]")))
    return bench.events(bench.dial(server))[-1].reply


def piece(arguments: Any = None, *, index: int | None = None, **facts: Any) -> dict[str, Any]:
    """A delta with one piece of a tool call; *name* goes into its function."""
    function = {} if arguments is None else {"arguments": arguments}
    if "name" in facts:
        function["name"] = facts.pop("name")
    position = {} if index is None else {"index": index}
    return {"tool_calls": [{**position, **facts, "function": function}]}


def calls(reply: Any) -> list[tuple[str, str, str]]:
    """Id, name and arguments of each tool call."""
    return [(call.id, call.name, call.arguments) for call in reply.tool_calls]


TWO = [("a", "f", '{"x":1}'), ("b", "g", '{"y":2}')]


@case("A-01", "One tool call whose pieces have no index.")
def no_index(bench: Bench) -> str:
    """They are one call."""
    reply = final(bench, piece('{"x"', id="a", name="f"), piece(":1}"))
    assert calls(reply) == TWO[:1]
    return "one call with its whole arguments"


@case("A-02", "Two tool calls without indexes; later pieces carry arguments only.")
def no_index_parallel(bench: Bench) -> str:
    """A new id begins a new call."""
    reply = final(
        bench,
        piece('{"x"', id="a", name="f"),
        piece(":1}"),
        piece('{"y"', id="b", name="g"),
        piece(":2}"),
    )
    assert calls(reply) == TWO
    return "two calls with their whole arguments"


@case("A-03", "Two tool calls with different ids, both under index 0.")
def colliding(bench: Bench) -> str:
    """The id decides."""
    reply = final(
        bench,
        piece('{"x":1}', index=0, id="a", name="f"),
        piece('{"y"', index=0, id="b", name="g"),
        piece(":2}", index=0),
    )
    assert calls(reply) == TWO
    return "two calls with their whole arguments"


@case("A-04", "The id and the name are repeated in each piece.")
def repeated_id(bench: Bench) -> str:
    """They are not joined."""
    reply = final(
        bench,
        piece('{"x"', index=0, id="a", name="f"),
        piece(":1}", index=0, id="a", name="f"),
        piece('{"y":2}', index=1, id="b", name="g"),
    )
    assert calls(reply) == TWO
    return "two calls with their ids and names once"


@case("A-05", "Indexes that begin at 1, and are sparse.")
def sparse(bench: Bench) -> str:
    """No call is made up for the gaps."""
    reply = final(
        bench,
        piece('{"x":1}', index=1, id="a", name="f"),
        piece('{"y"', index=5, id="b", name="g"),
        piece(":2}", index=5),
    )
    assert calls(reply) == TWO
    return "two calls"


@case(
    "A-06", "The name after the arguments, in two parts; empty arguments; arguments as an object."
)
def odd_pieces(bench: Bench) -> str:
    """All of them are understood."""
    reply = final(
        bench,
        piece('{"x":1}', index=0, id="a"),
        piece(index=0, name="get_"),
        piece("", index=0, name="time"),
    )
    assert calls(reply) == [("a", "get_time", '{"x":1}')]
    reply = final(bench, piece("", index=0, id="a", name="f"))
    assert (calls(reply), reply.tool_calls[0].parsed) == ([("a", "f", "")], {})
    reply = final(bench, piece({"x": 1}, id="a", name="f"))
    assert json.loads(reply.tool_calls[0].arguments) == {"x": 1}
    return "one call each, with its whole name and arguments"


@case("A-07", "A chunk with usage and no choices, after the finish reason.")
def usage_only(bench: Bench) -> str:
    """Usage is not lost."""
    usage = {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}
    chunks = [
        {"choices": [{"index": 0, "delta": {"content": "hi"}, "finish_reason": "stop"}]},
        {"choices": [], "usage": usage},
    ]
    server = bench.server(event_stream(*map(event, chunks), event("[DONE]")))
    reply = bench.events(bench.dial(server))[-1].reply
    assert (reply.text, reply.usage.total_tokens) == ("hi", 7)
    return "the text and the usage"


@case("A-08", "A null content, then text; a repeated role; a refusal; reasoning.")
def odd_texts(bench: Bench) -> str:
    """Each goes where it belongs."""
    reply = final(
        bench,
        {"role": "assistant", "content": None, "reasoning_content": "hm"},
        {"role": "assistant", "content": "he"},
        {"role": "assistant", "content": "llo", "refusal": "not that"},
        finish="stop",
    )
    assert (reply.text, reply.reasoning, reply.refusal) == ("hello", "hm", "not that")
    assert reply.message.role == "assistant"
    return "text, reasoning and refusal, the role once"


@case("A-09", "Two choices whose deltas are interleaved.")
def interleaved(bench: Bench) -> str:
    """They are kept apart."""
    chunks = [
        {"choices": [{"index": n, "delta": {"content": text}, "finish_reason": None}]}
        for n, text in ((1, "x"), (0, "a"), (1, "y"), (0, "b"))
    ]
    ends = [{"choices": [{"index": n, "delta": {}, "finish_reason": "stop"}]} for n in (0, 1)]
    server = bench.server(event_stream(*map(event, [*chunks, *ends]), event("[DONE]")))
    events = bench.events(bench.dial(server), None)
    texts = [(one.choice, one.text) for one in events if hasattr(one, "choice")]
    assert texts == [(1, "x"), (0, "a"), (1, "y"), (0, "b")]
    assert events[-1].reply.text == "ab"
    return "events with their choice; the reply is the first choice"


@case("A-10", "AI DIAL's stages, attachments and state, merged by index.")
def custom_content(bench: Bench) -> str:
    """As the SDK of the server merges them."""
    stage = {"index": 0, "name": "Look", "status": None}
    reply = final(
        bench,
        {"custom_content": {"stages": [stage]}},
        {"custom_content": {"stages": [{"index": 0, "name": "ing", "content": "1"}]}},
        {"custom_content": {"stages": [{"index": 0, "content": "2", "status": "completed"}]}},
        {"custom_content": {"attachments": [{"index": 0, "title": "a", "data": "x"}]}},
        {"custom_content": {"attachments": [{"index": 0, "data": "y"}], "state": {"n": 1}}},
        finish="stop",
    )
    (merged,) = reply.stages
    assert (merged.name, merged.content, merged.status) == ("Looking", "12", "completed")
    assert [(one.title, one.data) for one in reply.attachments] == [("a", "xy")]
    assert reply.state == {"n": 1}
    return "one stage, one attachment and the state"


@case("A-11", "The finish reasons length and content_filter, streamed and not.")
def cut_short(bench: Bench) -> str:
    """They are there to be seen."""
    for reason in ("length", "content_filter"):
        assert final(bench, {"content": "x"}, finish=reason).finish_reason == reason
        choice = {"index": 0, "message": {"content": "x"}, "finish_reason": reason}
        client = bench.dial(bench.server((answer({"choices": [choice]}),)))
        assert bench.chat(client).finish_reason == reason
    return "the reply with that `finish_reason`"
