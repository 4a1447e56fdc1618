"""
The calls of the model that one request makes, with the tools run in between.

The rounds themselves are those of `polyvox.tools`, over the whole conversation each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from polyvox.compat.lwe.talk import Talk
from polyvox.compat.lwe.turns import Turns
from polyvox.types import Message, Reply, ToolCall
from polyvox_core.errors import RoundsExceeded, ToolError
from polyvox_core.shapes import as_objects

if TYPE_CHECKING:
    from polyvox.compat.lwe.tooling.plan import Plan
    from polyvox_core.secret import Secret

__all__ = ["Outcome", "answered"]

_UNKNOWN = "The call was handed to the program; what came of it is not known."


@frozen
class Outcome:
    """
    What a request came to.

    Attributes:
        response: What the caller gets: text, tool calls, or a tool's result.
        reply: The model's last answer.
        messages: What the conversation has more than the request sent, as dicts.
    """

    response: Any
    reply: Reply
    messages: list[dict[str, Any]] = field(factory=list[dict[str, Any]])


def answered(
    turns: Turns,
    messages: Sequence[dict[str, Any]],
    plan: Plan | None,
    secrets: Sequence[Secret] = (),
    *,
    is_async: bool = False,
) -> Talk[Outcome]:
    """
    The answer to *messages*, with the help of tools.

    Args:
        turns: Calls the model.
        messages: What is sent, as dicts in the OpenAI shape.
        plan: The tools, and when to end; None without any.
        secrets: What no tool's error may tell the model.
        is_async: Whether tools may be coroutine functions.

    Raises:
        PolyvoxError: There is no whole answer.
        Stopped: The user ended the stream.
    """
    sent = _complete(messages)
    if plan is None:
        reply = yield from turns.turn(sent, tool_choice=None)
        return Outcome(reply.text, reply, [reply.message.to_dict()])
    return (yield from _with_tools(turns, sent, plan, secrets, is_async=is_async))


def _with_tools(
    turns: Turns,
    sent: list[dict[str, Any]],
    plan: Plan,
    secrets: Sequence[Secret],
    *,
    is_async: bool,
) -> Talk[Outcome]:
    from polyvox.tools.rounds import Rounds  # noqa: PLC0415 - only who runs tools pays for them

    rounds: Rounds[Reply] = Rounds(sent, plan.toolbox, {}, secrets, is_async=is_async)
    changes = _without_legacy(turns.options)
    while True:
        options = {"tool_choice": None, **changes, **rounds.options()}
        if plan.is_forced:
            options["tool_choice"] = plan.toolbox.tool_choice
        reply = yield from turns.turn([_plain(one) for one in rounds.messages], **options)
        try:
            asks = rounds.take(reply)
        except RoundsExceeded as error:
            # The hint of `polyvox.tools` names what users of LWE have not got.
            hint = "Raise max_tool_rounds, or see whether the tool answers what the model asks."
            raise RoundsExceeded(error.message, hint=hint) from None
        new = rounds.messages[len(sent) :]
        if asks and (plan.ends_with_call or rounds.is_over):
            return Outcome(_calls(new[-1], plan), reply, [_plain(one) for one in new])
        if asks:
            try:
                results = yield from rounds.call_tools()
            except ToolError as error:
                raise _in_words_of_lwe(error) from error.__cause__
            new = rounds.messages[len(sent) :]
            ends = plan.is_forced or plan.ends_with_result
            if ends and all(one.error is None for one in results):
                return Outcome(results[-1].value, reply, [_plain(one) for one in new])
        else:
            return Outcome(reply.text, reply, [_plain(one) for one in new])


def _in_words_of_lwe(error: ToolError) -> ToolError:
    """The same *error*, with the setting that users of LWE have in its advice."""
    message = error.message if error.message.endswith(".") else f"{error.message}."
    hint = "tool_errors='tell' lets the model correct itself."
    facts = {key: value for key, value in vars(error).items() if key not in {"message", "hint"}}
    return ToolError(message, hint=hint).with_(**facts)


def _without_legacy(options: Mapping[str, Any]) -> dict[str, Any]:
    """What takes the words of LWE 0.18 out of a request's *options*."""
    body: Mapping[str, Any] = options.get("extra_body") or {}
    kept = {key: value for key, value in body.items() if key not in {"functions", "function_call"}}
    return {"extra_body": kept or None}


def _calls(message: Message | Mapping[str, Any], plan: Plan) -> Any:
    """The calls that the model's *message* asks for, as LWE shows them."""
    assert isinstance(message, Message)
    if plan.is_legacy:
        first = message.tool_calls[0]
        return {"name": first.name, "arguments": first.parsed}
    return [_call(one) for one in message.tool_calls]


def _call(call: ToolCall) -> dict[str, Any]:
    return {"name": call.name, "args": call.parsed, "id": call.id, "type": "tool_call"}


def _plain(message: Message | Mapping[str, Any]) -> dict[str, Any]:
    return message.to_dict() if isinstance(message, Message) else dict(message)


def _complete(messages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """
    The *messages*, with an answer to each call that never got one.

    A request that ended with a call leaves such a conversation behind, and backends refuse it.
    """
    answered_ids = {one.get("tool_call_id") for one in messages if one.get("role") == "tool"}
    complete: list[dict[str, Any]] = []
    for one in messages:
        complete.append(one)
        complete += [
            {"role": "tool", "tool_call_id": call.get("id"), "content": _UNKNOWN}
            for call in as_objects(one.get("tool_calls"))
            if call.get("id") not in answered_ids
        ]
    return complete
