"""
One request from the caller's text to the `Result`: settings, history, answer, memory.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from polyvox.compat.lwe.counting import fitted
from polyvox.compat.lwe.engine import Active, Engine
from polyvox.compat.lwe.memory import Conversation
from polyvox.compat.lwe.overrides import RequestOverrides
from polyvox.compat.lwe.results import Result
from polyvox.compat.lwe.shapes import as_mapping, is_list, is_mapping
from polyvox.compat.lwe.talk import Running, Stopped, Talk
from polyvox.compat.lwe.tool_loop import Outcome, answered
from polyvox.compat.lwe.turns import Turns
from polyvox.types import Message, Reply
from polyvox_core.errors import ConfigError, PolyvoxError
from polyvox_core.flow import Flow, Work

if TYPE_CHECKING:
    from polyvox.compat.lwe.tooling.plan import Plan

__all__ = ["asked", "deliverer", "messages_of"]

NOT_SAVED = "No current user, conversation not saved"
SAVED = "Conversation updated with new messages"
STOPPED = "Generation stopped"


def asked(
    engine: Engine,
    given: Any,
    overrides: RequestOverrides,
    conversation: Conversation,
    running: Running,
) -> Talk[Result]:
    """
    The outcome of asking *given*, a text or messages; failures of the request are results, too.

    Raises:
        ConfigError: *given* is neither.
    """
    messages = messages_of(given)
    try:
        used, kept = yield from engine.resolved(overrides)
        new = yield from _with_files(messages, overrides)
        history = yield from engine.memory.recalled(conversation)
        system = overrides.get("system_message")
        if system is None and isinstance(given, str):
            system = used.system_message
        if system is not None and not history:
            new = _with_system(new, engine.aliases().get(system, system))
        sent = fitted([*history, *new], used.max_submission_tokens, engine.counter)
        result, more = yield from _result(engine, sent, used, overrides, running)
        said, begins = [*new, *more], not history
        yield from _remembered(engine, conversation, said, used, overrides, result, begins=begins)
    except PolyvoxError as error:
        engine.log("failed", error=str(error))
        return failure(error)
    if overrides.get("activate_preset") and overrides.get("preset"):
        engine.activate(kept)
    engine.transcript.write(_text_of(messages), str(result.response))
    return result


def _result(
    engine: Engine,
    sent: list[dict[str, Any]],
    used: Active,
    overrides: RequestOverrides,
    running: Running,
) -> Talk[tuple[Result, list[dict[str, Any]]]]:
    """The answer, and the messages that it adds to the conversation."""
    call = engine.call_of(used)
    shown = {"provider": call.provider.name, "model": call.model, "options": call.options}
    engine.log("request", call.secrets, **shown, messages=sent)
    dialect = engine.dialect_of(call, running)
    turns = Turns(call, dialect, streaming=bool(overrides.get("stream")))
    plan = yield from _plan(engine, used, overrides)
    message = SAVED if engine.memory.user is not None else NOT_SAVED
    try:
        outcome = yield from answered(
            turns, sent, plan, call.secrets, is_async=engine.world.is_async
        )
    except Stopped as stopped:
        reply = stopped.partial
        engine.log("stopped", call.secrets, response=reply.text)
        outcome = Outcome(reply.text, reply, [{"role": "assistant", "content": reply.text}])
        result = Result(True, reply.text, STOPPED, reply=reply, partial=True)
        return result, outcome.messages
    engine.log("response", call.secrets, response=outcome.response, usage=outcome.reply.usage)
    return Result(True, outcome.response, message, reply=outcome.reply), outcome.messages


def _plan(engine: Engine, used: Active, overrides: RequestOverrides) -> Talk[Plan | None]:
    """The tools of a request, if it has any."""
    metadata, customizations = used.preset.metadata, used.preset.customizations
    older = as_mapping(customizations.get("model_kwargs"))
    if not (customizations.get("tools") or older.get("functions")):
        return None
    from polyvox.compat.lwe.tooling.plan import plan_of  # noqa: PLC0415 - only who uses tools

    def work() -> Plan:
        return plan_of(engine.tools, engine.config, metadata, customizations, overrides)

    plan: Plan = yield Work(work)
    return plan


def _remembered(
    engine: Engine,
    conversation: Conversation,
    messages: Sequence[dict[str, Any]],
    used: Active,
    overrides: RequestOverrides,
    result: Result,
    *,
    begins: bool,
) -> Talk[None]:
    if engine.memory.user is None:
        return
    origin = {
        "model": (result.reply and result.reply.model) or None,
        "provider": used.provider,
        "preset": used.preset_name,
    }
    title = overrides.get("title")
    yield from engine.memory.keep(conversation, messages, title, origin, begins=begins)
    result.conversation_id = conversation.id


def _with_files(
    messages: Sequence[dict[str, Any]], overrides: RequestOverrides
) -> Flow[list[dict[str, Any]]]:
    files = overrides.get("files")
    if not files:
        return list(messages)
    from polyvox.compat.lwe.files import with_files  # noqa: PLC0415 - loads parts

    joined: list[dict[str, Any]] = yield Work(lambda: with_files(messages, files))
    return joined


def _with_system(messages: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """The *messages* of a conversation that begins with *text*, unless they say it themselves."""
    if any(one["role"] in {"system", "developer"} for one in messages):
        return messages
    return [{"role": "system", "content": text}, *messages]


def messages_of(given: Any) -> list[dict[str, Any]]:
    """
    The messages that the caller's input stands for.

    Raises:
        ConfigError: It is no text, no message and no list of messages.
    """
    if isinstance(given, str):
        return [{"role": "user", "content": given}]
    if isinstance(given, Message) or is_mapping(given):
        given = [given]
    if not is_list(given):
        msg = f"A {type(given).__name__} cannot be asked."
        raise ConfigError(msg, hint="Pass a text, or a list of {'role': ..., 'content': ...}.")
    return [_message(one) for one in given]


def _message(one: Any) -> dict[str, Any]:
    if isinstance(one, Message):
        return one.to_dict()
    if is_mapping(one) and "role" in one:
        return dict(one)
    msg = f"A {type(one).__name__} without a role is no message."
    raise ConfigError(msg, hint="Use {'role': 'user', 'content': ...}.")


def _text_of(messages: Sequence[dict[str, Any]]) -> str:
    contents = [one.get("content") for one in messages]
    return "\n".join(one for one in contents if isinstance(one, str))


def failure(error: PolyvoxError) -> Result:
    """The result of a request that failed; what had arrived of a stream is its response."""
    partial = error.partial
    if isinstance(partial, Reply):
        # A result has the text of what arrived where an error has the reply.
        text = str(error).replace("`partial` holds", "`response` holds")
        return Result(False, partial.text, text, error=error, reply=partial, partial=True)
    return Result(False, None, str(error), error=error)


def deliverer(overrides: RequestOverrides, *, silent: bool) -> Callable[[str], Any] | None:
    """What is done with each piece of text, if anything is; *silent* ones are not printed."""
    callback = overrides.get("stream_callback")
    if silent or not overrides.get("print_stream"):
        return callback

    def deliver(text: str) -> Any:
        sys.stdout.write(text)
        sys.stdout.flush()
        return callback(text) if callback is not None else None

    return deliver
